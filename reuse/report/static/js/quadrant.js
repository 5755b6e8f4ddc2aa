// The plot of formulas: what the pointer is on stands in the card beside it, a click opens its row.

const FIRST_FORMULAS = 5;

function wireQuadrant() {
  const card = $('#quadrant-card');
  const said = (index) => fill(card, familyCard(PAGE.families[index]));
  put(card, 'quadrant.hint');
  plans.set('quadrant', {hovered: said, clicked: (index) => {
    said(index);
    showFamily(PAGE.families[index].name);
  }});
  const first = PAGE.families.filter((family) => !family.is_stock).sort((a, b) => b.bits - a.bits).slice(0, FIRST_FORMULAS);
  $('#quadrant-first').append(...first.map((family) => make('li', {}, make('button', {type: 'button', onclick: () => showFamily(family.name)},
    make('span', {class: 'quiet'}, family.name), quoted(family.label, family.lang), make('span', {class: 'figures'}, family.bits_text)))));
  $('#quadrant-first').parentElement.hidden = !first.length;
}
