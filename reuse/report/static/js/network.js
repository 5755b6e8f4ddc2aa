// The network: what a node is, and what it is joined to, stands in the card beside it.

function networkCard(node) {
  const card = $('#net-card');
  if (!node) return put(card, 'net.hint');
  const [kind, index] = node;
  return fill(card, kind === 'f' ? familyCard(PAGE.families[index]) : documentCard(PAGE.documents[index]));
}

function familyCard(family) {
  return [make('div', {class: 'top'}, make('b', {}, family.name), worded('span', {}, 'inspector.bits', {n: family.bits_text}),
    worded('span', {}, 'inspector.stock', {n: family.stock_text})), make('div', {}, template(family)),
  make('p', {class: 'quiet'}, family.uses.map((values) => {
    const use = named('use', values);
    return make('span', {class: 'use'}, badge(use.document), String(use.times));
  })), worded('a', {class: 'door', href: `#f=${family.name}`}, 'net.open')];
}

function documentCard(item) {
  const held = PAGE.families.filter((family) => family.uses.some(([index]) => index === item.index));
  return [make('div', {class: 'top'}, badge(item.index)), make('p', {}, titled(item)), make('p', {class: 'quiet'}, about(item)),
    worded('p', {}, 'net.holds', {n: String(held.length)}), closest(item)];
}

// The other speech that holds most of one, among many.
function closest(item) {
  const [other, pair] = (!PAIR && PAGE.many.closest[item.index]) || [];
  return other === undefined ? null : make('p', {}, worded('span', {class: 'quiet'}, 'closest'), ' ', pairLink(pair, other));
}

function wireNetwork() {
  if (!$('#net')) return;
  networkCard(null);
  plans.set('net', {clicked: networkCard, hovered: networkCard, adapt: (figure) => adaptMarked('net', figure)});
  wireNetworkKeys(PAGE.figures.net);
}
