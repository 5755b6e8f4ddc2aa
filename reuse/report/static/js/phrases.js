// The lists beside that of the families: wordings word for word, names of things, clauses that open or close alike.

const LISTS = ['families', 'formula', 'term', 'parallel'];
let phraseOrder = [];

// What each list holds, all of it.
function listed(list) {
  if (list === 'families') return PAGE.families;
  return list === 'parallel' ? PAGE.recurring.parallels : PAGE.recurring.phrases.filter((phrase) => phrase.kind === list);
}

// Buttons for the lists that hold anything; gives the first of them.
function offerLists() {
  const there = LISTS.filter((list) => listed(list).length);
  for (const list of LISTS) $(`#family-list [data-value="${list}"]`).hidden = !there.includes(list);
  return {list: there[0]};
}

function listFormulas(changes) {
  Object.assign(familyState, changes);
  const {list, find, stock} = familyState;
  if ($('#family-find').value !== find) $('#family-find').value = find;
  pressed($('#family-stock'), stock);
  pressed($('#family-list'), list);
  $('#families').hidden = list !== 'families';
  $('#phrases').hidden = list !== 'formula' && list !== 'term';
  $('#parallels').hidden = list !== 'parallel';
  for (const control of ['#family-stock', '#family-sort']) $(control).parentElement.hidden = list === 'parallel';
  familyList?.close();
  if (list === 'families') buildFamilies();
  else if (list === 'parallel') buildParallels();
  else buildPhrases(list);
}

function buildPhrases(list) {
  const all = listed(list);
  phraseOrder = all.filter((phrase) => listFits(phrase, [phrase.name, phrase.text])).sort(FAMILY_SORTS[familyState.sort]);
  familyList = listing($('#phrases tbody'), phraseOrder, phraseRow, {step: FAMILIES_AT_ONCE, more: $('#phrases')});
  showListCount(list, phraseOrder.length, all.length);
}

// 〔N〕 stands for figures that differ.
function phraseText(phrase) {
  const place = quoted('', phrase.lang);
  phrase.text.split('〔N〕').forEach((text, i) => place.append(...(i ? [make('span', {class: 'pill number'}, 'N')] : []), ...masked(text).filter(Boolean)));
  return place;
}

function phraseRow(phrase) {
  const opener = make('button', {type: 'button', class: 'opener', 'aria-expanded': 'false'}, phraseText(phrase));
  const captioned = (look, key, ...inside) => putLabel(make('td', {class: look}, inside), 'data-caption', key);
  const element = make('tr', {'data-phrase': phrase.name}, make('td', {class: 'name'}, phrase.name), make('td', {class: 'wide'}, opener),
    captioned('', 'phrase.position', worded('span', {class: 'quiet'}, `position.${phrase.position || 'any'}`)),
    captioned('number', 'family.documents', String(phrase.documents)), captioned('number', 'family.occurrences', String(phrase.occurrences)),
    captioned('number', 'bits', phrase.bits_text), captioned('', 'family.stock', stockAxis(phrase)),
    make('td', {class: 'history'}, phrase.first && firstToLast(phrase)));
  opener.addEventListener('click', () => toggleRow(element, () => phraseDetail(phrase)));
  return element;
}

// Every place in its context, and how the wording stands to others: longer, stronger, the family.
function phraseDetail(phrase) {
  const part_ = (key, items) => items.length && make('div', {}, worded('h3', {}, key), make('ul', {}, items));
  const door = (index) => {
    const one = PAGE.recurring.phrases[index];
    return make('li', {}, make('a', {href: `#w=${one.name}`}, one.name), ' ', phraseText(one));
  };
  const family = phrase.family === null ? null : PAGE.families[phrase.family];
  const beside = [...new Set(phrase.places.map(([document_]) => document_))];
  return make('div', {class: 'detail'}, [
    make('div', {}, worded('h3', {}, 'phrase.places'), placeList(phrase.places, beside)),
    part_('phrase.variant_of', phrase.variant_of === null ? [] : [door(phrase.variant_of)]),
    part_('phrase.part_of', phrase.part_of.map(door)),
    part_('phrase.longer', phrase.longer.map(([text, documents]) => make('li', {}, quoted(text, phrase.lang), ' ', worded('span', {class: 'quiet'}, 'speeches.n', {n: documents})))),
    part_('phrase.family', family ? [make('li', {}, make('a', {href: `#f=${family.name}`}, family.name), ' ', template(family))] : []),
  ].filter(Boolean));
}

// Opens the row of a wording and brings it into sight: #w=W012.
function showPhrase(name) {
  const phrase = PAGE.recurring.phrases.find((one) => one.name === name);
  if (!phrase) return;
  if (familyState.list !== phrase.kind || !phraseOrder.includes(phrase)) listFormulas({list: phrase.kind, find: '', stock: 'show'});
  familyList.upTo(phraseOrder.indexOf(phrase));
  chooseRow($(`#phrases [data-phrase="${name}"]`), () => phraseDetail(phrase));
}

function buildParallels() {
  const words = familyState.find.trim().toLowerCase();
  const all = listed('parallel');
  const list = all.filter((one) => !words || one.text.toLowerCase().includes(words));
  familyList = listing($('#parallels'), list, parallelRow, {step: FAMILIES_AT_ONCE});
  showListCount('parallel', list.length, all.length);
}

function parallelRow(one) {
  const places = make('div', {class: 'detail'});
  const box = make('details', {}, make('summary', {}, quoted(one.text, one.lang, 'span', {class: 'wording'}), ' ', badge(one.document), ' ',
    worded('span', {class: 'quiet'}, `parallel.${one.position}`, {n: one.count})), places);
  box.addEventListener('toggle', () => box.open && !places.firstChild && places.append(placeList(one.places, [one.document])));
  return make('li', {}, box);
}
