// The first screen: the answer, the notes, ledgers with their keys, five facts.

function opening() {
  if (!PAGE.opening) return;
  const {answer, notes, facts} = PAGE.opening;
  put($('#answer'), answer.key, answer.slots);
  $('#notes').append(...notes.map((note) => worded('p', {class: 'note'}, note.key, note.slots)));
  $('#facts').append(...facts.map((fact) => make('div', {},
    worded('dt', {}, fact.caption),
    worded('dd', {}, fact.value.key, fact.value.slots),
    worded('dd', {class: 'below'}, fact.below.key, fact.below.slots))));
  for (const place of $$('.speech')) speechHead(place, Number(place.dataset.document));
}

function speechHead(place, index) {
  const item = PAGE.documents[index];
  const found = make('span', {class: 'found'}, make('b', {}, item.found), ' ', worded('span', {}, 'found.in', {other: {document: 1 - index}}));
  const names = make('div', {class: 'names'}, badge(index), titled(item, 'h2'), about(item), found);
  place.append(names, ledgerBar(item), ledgerKey(item));
}

// Date, speaker, size: what is known about a speech, and what is not.
function about(item) {
  const known = [];
  if (item.title_from !== 'manifest' && item.title_from !== 'argument') known.push(['title.from', {from: {word: `from.${item.title_from}`}}]);
  if (!item.date) known.push(['undated', {}]);
  else if (item.date_from === 'manifest' || item.date_from === 'argument') known.push(['plain', {n: item.date}]);
  else known.push(['date.from', {date: item.date, from: {word: `from.${item.date_from}`}}]);
  if (item.speaker) known.push(['quoted', {text: {quote: item.speaker, lang: item.lang}}]);
  known.push(['characters.n', {n: item.characters}], ['sentences.n', {n: item.sentences}]);
  const place = make('span', {class: 'about'});
  known.forEach(([key, slots], i) => place.append(i ? ' · ' : '', worded('span', {}, key, slots)));
  return place;
}

function ledgerKey(item) {
  const goes = {verbatim: '#read?stock=hide', reworded: '#read?stock=hide', stock: '#read?stock=only'};
  return make('div', {class: 'ledger-key'}, item.ledger.map((values) => {
    const part = named('ledger', values);
    const inside = [make('i', {class: `in-${part.kind}`}), worded('span', {}, `ledger.${part.kind}`),
      make('b', {}, part.percent), make('span', {class: 'count'}, part.written)];
    return goes[part.kind] ? make('a', {href: goes[part.kind]}, inside) : make('span', {class: 'entry'}, inside);
  }));
}
