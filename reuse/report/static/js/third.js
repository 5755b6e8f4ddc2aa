// A third text beside a match: where else the wordings of its formula stand, in its context, one place of each speech.

let thirdOpen = false;

// Places of the match's family in other speeches, the first of each; in a page of two, its other places in these.
function otherPlaces(match) {
  if (match.family === null) return [];
  const own = sides().map((item, side) => [item.index, ...match.spans[side]]);
  const here = ([document_, start, end]) => own.some(([index, from, to]) => document_ === index && start < to && from < end);
  const places = PAGE.families[match.family].variants.flatMap((variant) => variant.places).filter((place) => !here(place))
    .sort(([a, from], [b, start]) => a - b || from - start);
  const taken = new Set(PAIR ? [] : own.map(([index]) => index));
  return PAIR ? places : places.filter(([document_]) => !taken.has(document_) && taken.add(document_));
}

// Opens and closes the list; says how many places and speeches there are.
function thirdButton(match) {
  const places = otherPlaces(match);
  if (!places.length) return null;
  return worded('button', {type: 'button', class: 'link', id: 'third-open', 'aria-controls': 'third', 'aria-expanded': String(thirdOpen), onclick: () => {
    thirdOpen = !thirdOpen;
    inspect();
    $('#third-open').focus({preventScroll: true});
  }}, PAIR ? 'third.places' : 'third.speeches', {n: String(places.length)});
}

function showThird(match) {
  const place = $('#third');
  const places = match && thirdOpen && ['texts', 'rows'].includes(state.view) ? otherPlaces(match) : [];
  place.hidden = !places.length;
  $('#reading').classList.toggle('beside-third', places.length > 0);
  if (!places.length) return fill(place);
  const family = PAGE.families[match.family];
  const close = make('button', {type: 'button', class: 'tool', onclick: () => {
    thirdOpen = false;
    inspect();
  }}, make('span', {'aria-hidden': 'true'}, '✕'));
  putLabel(close, 'aria-label', 'third.close');
  return fill(place, make('header', {}, worded('h3', {}, 'third.title'), make('a', {href: `#f=${family.name}`}, family.name), make('span', {class: 'space'}), close),
    placeList(places, sides().map((item) => item.index)));
}
