// What is open, selected and filtered. Whoever shows something listens; nobody else keeps a copy.

const state = {
  pair: PAIR ? 0 : null, // index of the pair in the reading view
  match: null, // its number
  view: 'texts', // or "rows"
  side: 0, // the text that a narrow page shows
  sort: 'source',
  kinds: new Set(PAGE.kinds),
  least: 0,
  stock: 'show', // "hide", "only"
};

// Defined as a function so that modules ahead of this one may name it.
function tell(what, detail) {
  document.dispatchEvent(new CustomEvent(`page-${what}`, {detail}));
}

function hear(what, listener) {
  for (const one of what.split(' ')) document.addEventListener(`page-${one}`, (event) => listener(event.detail));
}

const matchesOf = new Map();

// The matches of a pair as objects, in source order.
function matches(pair = state.pair) {
  if (pair === null) return [];
  if (!matchesOf.has(pair)) {
    matchesOf.set(pair, PAGE.pairs[pair].matches.map((values) => {
      const match = named('match', values);
      match.kind = PAGE.kinds[match.kind];
      match.spans = [match.source, match.target];
      match.contexts = [match.source_context, match.target_context];
      match.places = [match.source_place, match.target_place];
      return match;
    }));
  }
  return matchesOf.get(pair);
}

// Documents of the open pair, source first.
function sides() {
  const pair = PAGE.pairs[state.pair];
  return [PAGE.documents[pair.source], PAGE.documents[pair.target]];
}

function fits(match, {kinds = state.kinds} = {}) {
  const stock = state.stock === 'show' || (state.stock === 'only') === Boolean(match.stock);
  return stock && match.length >= state.least && kinds.has(match.kind);
}

const filtering = () => state.kinds.size < PAGE.kinds.length || state.least > 0 || state.stock !== 'show';

// The matches that the filters let through, in the order of the rows.
function shown() {
  const {pair, kinds, least, stock, sort} = state;
  const asked = [pair, [...kinds].join(), least, stock, sort].join(' ');
  if (asked !== answered) [answered, answer] = [asked, sift()];
  return answer;
}

let [answered, answer] = ['', []];

function sift() {
  const order = {
    source: (a, b) => a.number - b.number,
    target: (a, b) => a.target[0] - b.target[0] || a.number - b.number,
    length: (a, b) => b.length - a.length || a.number - b.number,
    bits: (a, b) => b.bits - a.bits || a.number - b.number,
  };
  return matches().filter((match) => fits(match)).sort(order[state.sort]);
}

function filter(changes) {
  Object.assign(state, changes);
  const match = state.match && matches()[state.match - 1];
  if (match && !fits(match)) {
    state.match = null;
    tell('selected', {});
  }
  tell('filter');
}

const unfiltered = () => ({kinds: new Set(PAGE.kinds), least: 0, stock: 'show'});
const clearFilters = () => filter(unfiltered());
