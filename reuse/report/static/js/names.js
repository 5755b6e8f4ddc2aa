// How documents, kinds and matches are named wherever they are named.

const SIGNS = {verbatim: '=', slot: '□', insertion: '±', list: '≡', reorder: '⇄', reworded: '≈', passage: '∥', stock: '○'};

// The badge of a document: A, B; its short name where there are more than two.
function badge(index) {
  const item = PAGE.documents[index];
  if (!PAIR && PAGE.documents.length > 2) return quoted(item.label, item.lang, 'b');
  return make('span', {class: index ? 'badge second' : 'badge'}, item.label);
}

const titled = (item, tag = 'b') => quoted(item.title, item.lang, tag);

const sign = (kind) => make('span', {class: `sign ${kind}`, 'aria-hidden': 'true'}, SIGNS[kind]);

const kindClass = (match) => (match.stock ? `${match.kind} stock` : match.kind);

const tag = (match) => make('span', {class: `tag ${kindClass(match)}`}, String(match.number));

// The four parts of a ledger as a bar.
function ledgerBar(item) {
  const parts = item.ledger.map((values) => named('ledger', values));
  const bar = make('div', {class: 'ledger', role: 'img'}, parts.map((part) => {
    const piece = make('span', {class: `in-${part.kind}${part.characters ? '' : ' nil'}`});
    piece.style.flexGrow = part.characters;
    return piece;
  }));
  const slots = Object.fromEntries(parts.map((part) => [part.kind, part.percent]));
  return putLabel(bar, 'aria-label', 'ledger.said', slots);
}

function ledgerLegend(place) {
  const kinds = PAGE.documents[0].ledger.map((values) => named('ledger', values).kind);
  place.append(...kinds.map((kind) => make('li', {}, make('i', {class: `in-${kind}`}), worded('span', {}, `ledger.${kind}`))));
}

function kindLegend(place, kinds) {
  place.append(...kinds.map((kind) => make('li', {}, sign(kind), worded('span', {}, `kind.${kind}`))));
}

// Both wordings of a match, differences and all; nothing where the texts were left out.
function bothWordings(match) {
  if (sides()[0].text === null) return null;
  return make('div', {class: 'quotes'}, [0, 1].map((side) =>
    make('p', {}, PAIR ? badge(side) : null, wording(match, side))));
}

// From when to when something is said, as one date where both are the same.
function firstToLast({first, last}) {
  return first === last ? worded('span', {class: 'quiet'}, 'plain', {n: first}) : worded('span', {class: 'quiet'}, 'family.span', {first, last});
}
