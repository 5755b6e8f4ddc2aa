// What a formula shows when it is opened: every wording, every place in its context, every slot with its fillings.

const PLACES_AT_ONCE = 12;

function toggleFamily(element, family) {
  const opener = $('.opener', element);
  const open = opener.getAttribute('aria-expanded') !== 'true';
  opener.setAttribute('aria-expanded', String(open));
  element.classList.toggle('open', open);
  if (!open) element.nextElementSibling.remove();
  else element.after(make('tr', {class: 'open'}, make('td', {colspan: 8, class: 'wide'}, familyDetail(family))));
}

function familyDetail(family) {
  return make('div', {class: 'detail'}, make('div', {}, worded('h3', {}, 'family.variants'), make('ul', {}, family.variants.map((variant) => wordingRow(family, variant)))),
    family.slots.length ? make('div', {}, worded('h3', {}, 'family.slots'), make('ul', {}, family.slots.map(slotRow))) : null);
}

function wordingRow(family, variant) {
  const places = make('ul');
  const item = make('li', {}, PAIR ? null : make('b', {}, `${variant.letter} `), quoted(variant.text, family.lang, 'span', {class: 'wording'}), ' ',
    worded('span', {class: 'quiet'}, 'times.n', {n: variant.count}), places);
  listing(places, variant.places.map((values) => named('place', values)), (place) => placeRow(family, place), {step: PLACES_AT_ONCE});
  return item;
}

function placeRow(family, place) {
  const item = PAGE.documents[place.document];
  const there = item.text !== null || DATA.folder;
  const around = there ? quoted('', item.lang) : null;
  if (there) needText(item).then(() => around.append(startsInside(item, place.before) ? '…' : '', slice(item, place.before, place.start),
    make('b', {}, slice(item, place.start, place.end)), slice(item, place.end, place.after), endsInside(item, place.after) ? '…' : ''), missingPart);
  const name = [badge(place.document), ` ${place.paragraph}`];
  const door = there ? make('button', {type: 'button', class: 'link', onclick: () => openPlace(family, place)}, name) : make('span', {}, name);
  return make('li', {class: 'at'}, door, ' ', around);
}

function slotRow(slot) {
  const fillers = slot.fillers.flatMap(([text, documents], i) => [i ? ' · ' : '',
    text ? quoted(text, '') : worded('span', {}, 'slot.empty'), ' ', make('span', {class: 'quiet'}, documents)]);
  return make('li', {}, worded('span', {class: 'quiet'}, `slot.${slot.kind}`), ' ', fillers);
}

// Opens the text at a place of a formula; among many speeches beside the first other speech that uses it.
async function openPlace(family, place) {
  if (!PAIR) {
    const other = family.uses.map(([document_]) => document_).find((index) => index !== place.document);
    const pair = other === undefined ? anyPairOf(place.document) : pairOf(place.document, other);
    if (pair < 0) return;
    await openPair(pair);
  }
  setView('texts');
  showPlace(sides()[0].index === place.document ? 0 : 1, place.start, place.end);
}

const anyPairOf = (index) => PAGE.pairs.findIndex((pair) => pair.source === index || pair.target === index);

function pairOf(a, b) {
  return PAGE.pairs.findIndex((pair) => (pair.source === a && pair.target === b) || (pair.source === b && pair.target === a));
}

// Opens the row of a formula and brings it into sight: #f=F03.
function showFamily(name) {
  if (!$('#families')) return;
  const family = PAGE.families.find((one) => one.name === name);
  if (!family) return;
  if (!familyOrder.includes(family)) {
    Object.assign(familyState, {find: '', stock: 'show'});
    $('#family-find').value = '';
    pressed($('#family-stock'), 'show');
    buildFamilies();
  }
  familyList.upTo(familyOrder.indexOf(family));
  for (const row_ of $$('#families tr.chosen')) row_.classList.remove('chosen');
  const element = $(`#families [data-family="${name}"]`);
  element.classList.add('chosen');
  if ($('.opener', element).getAttribute('aria-expanded') !== 'true') toggleFamily(element, family);
  element.scrollIntoView({block: 'center'});
}
