// The plot of formulas: what the pointer is on stands in the card beside it, a click opens its row.

function wireQuadrant() {
  const card = $('#quadrant-card');
  const said = (index) => fill(card, familyCard(PAGE.families[index]));
  put(card, 'quadrant.hint');
  plans.set('quadrant', {hovered: said, clicked: (index) => {
    said(index);
    showFamily(PAGE.families[index].name);
  }});
}
