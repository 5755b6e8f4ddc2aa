// The bar below the texts: everything about the selected match, and who else stands at the same place.

function inspect() {
  const place = $('#inspector');
  const match = state.match === null ? null : matches()[state.match - 1];
  showThird(match);
  place.classList.toggle('idle', !match);  // a mere hint stands below the texts, not over them
  if (!match) {
    put(place, 'inspector.hint');
    return;
  }
  const family = match.family === null ? null : PAGE.families[match.family];
  fill(place, tag(match), make('span', {class: match.stock ? 'stock' : match.kind}, sign(match.kind)),
    worded('span', {}, `kind.${match.kind}`), match.stock ? worded('span', {}, 'kind.stock') : null,
    match.places.map((text, side) => make('span', {}, PAIR ? badge(side) : null, ` ${text}`)),
    worded('span', {}, 'inspector.bits', {n: match.bits_text}), worded('span', {}, 'inspector.identity', {n: match.identity_text}),
    worded('span', {}, 'inspector.stock', {n: match.stock_text}), match.moved ? worded('span', {}, 'inspector.moved') : null,
    family ? make('a', {href: `#f=${family.name}`}, family.name) : null, thirdButton(match), others(match), linkButton(match), bothWordings(match));
  put($('#live'), 'live.match', {n: String(match.number), kind: {word: `kind.${match.kind}`}, a: match.places[0], b: match.places[1]});
}

// Matches that lie over this one on either side.
function others(match) {
  const meets = (one, side) => one.spans[side][0] < match.spans[side][1] && match.spans[side][0] < one.spans[side][1];
  const here = shown().filter((one) => one !== match && (meets(one, 0) || meets(one, 1))).slice(0, 8);
  if (!here.length) return null;
  return make('span', {}, worded('span', {}, 'inspector.also'), ...here.flatMap((one) => [' ',
    make('button', {type: 'button', class: 'link', onclick: () => select(one.number)}, `#${one.number}`)]));
}

function linkButton(match) {
  const button = worded('button', {type: 'button', class: 'link', onclick: () => {
    copyText(location.href.split('#')[0] + address({m: match.number}), button);
  }}, 'copy.link');
  return button;
}
