// What a formula shows when it is opened: every wording, every place in its context, every slot with its fillings.

const PLACES_AT_ONCE = 12;
const FILLERS_AT_ONCE = 12;

// Opens or closes what stands below a row; `detail()` makes it.
function toggleRow(element, detail) {
  const opener = $('.opener', element);
  const open = opener.getAttribute('aria-expanded') !== 'true';
  opener.setAttribute('aria-expanded', String(open));
  element.classList.toggle('open', open);
  if (!open) element.nextElementSibling.remove();
  else element.after(make('tr', {class: 'open'}, make('td', {colspan: 8, class: 'wide'}, detail())));
}

function familyDetail(family) {
  return make('div', {class: 'detail'}, make('div', {}, worded('h3', {}, 'family.variants'), make('ul', {}, variantRows(family))),
    family.slots.length ? make('div', {}, worded('h3', {}, 'family.slots'), make('ul', {class: 'slots'}, family.slots.map(slotRow))) : null,
    family.maybe.length ? make('div', {}, worded('h3', {}, 'family.maybe'), make('ul', {}, family.maybe.map((maybe) => maybeRow(family, maybe)))) : null);
}

function wordingRow(family, variant) {
  return make('li', {}, PAIR ? null : make('b', {}, `${variant.letter} `), quoted(variant.text, family.lang, 'span', {class: 'wording'}), ' ', besideTemplate(variant), ' ',
    worded('span', {class: 'quiet'}, 'times.n', {n: variant.count}), make('span', {class: 'quiet'}, variant.years && ` · ${variant.years}`),
    placeList(variant.places, holders(family)));
}

// A wording that filling the slots does not give says so: the template is what most have in common.
const besideTemplate = (variant) => (variant.fits ? '' : worded('span', {class: 'beside-template'}, 'family.beside'));

function maybeRow(family, maybe) {
  return make('li', {}, quoted(maybe.text, family.lang, 'span', {class: 'wording'}), ' ', worded('span', {class: 'quiet'}, 'times.n', {n: maybe.count}), ' · ',
    worded('span', {class: 'quiet'}, 'family.likeness', {n: maybe.likeness}), placeList(maybe.places, holders(family)));
}

const holders = (family) => family.uses.map(([document_]) => document_);

// Every place in its context; `beside` are the documents one of which is opened beside it.
function placeList(places, beside) {
  const list = make('ul');
  const box = make('div', {}, list);
  listing(list, places.map((values) => named('place', values)), (place) => placeRow(place, beside), {step: PLACES_AT_ONCE});
  return box;
}

function placeRow(place, beside) {
  const item = PAGE.documents[place.document];
  const there = item.text !== null || DATA.folder;
  const around = there ? quoted('', item.lang) : null;
  if (there) needText(item).then(() => around.append(startsInside(item, place.before) ? '…' : '', slice(item, place.before, place.start).trimStart(),
    make('b', {}, slice(item, place.start, place.end)), slice(item, place.end, place.after), endsInside(item, place.after) ? '…' : ''), missingPart);
  const name = [badge(place.document), ` ${place.paragraph}`];
  const door = there ? make('button', {type: 'button', class: 'link', onclick: () => openPlace(place, beside)}, name) : make('span', {}, name);
  return make('li', {class: 'at'}, door, ' ', around);
}

function slotRow(slot) {
  const list = make('ul', {class: 'fillers'});
  const item = make('li', {}, worded('span', {class: `pill ${slot.look}`}, `slot.${slot.kind}`), make('div', {}, list));
  listing(list, slot.fillers.map((values) => named('filler', values)), fillerRow, {step: FILLERS_AT_ONCE});
  return item;
}

// What fills a slot: in how many speeches, in which years, by whom.
function fillerRow({text, documents, speakers, years}) {
  const by = speakers.flatMap(([name, times]) => [' · ', quoted(name, ''), ` ${times}`]);
  return make('li', {}, text ? quoted(text, '') : worded('span', {class: 'quiet'}, 'slot.empty'), ' ',
    make('span', {class: 'quiet'}, worded('span', {}, 'speeches.n', {n: documents}), years && ` · ${years}`, by));
}

// Opens the text at a place of a formula; among many speeches beside the first other speech that uses it.
async function openPlace(place, beside) {
  if (!PAIR) {
    const other = beside.find((index) => index !== place.document);
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
  if (familyState.list !== 'families' || !familyOrder.includes(family)) listFormulas({list: 'families', find: '', stock: 'show'});
  familyList.upTo(familyOrder.indexOf(family));
  chooseRow($(`#families [data-family="${name}"]`), () => familyDetail(family));
}

function chooseRow(element, detail) {
  for (const row_ of $$('#formulas tr.chosen')) row_.classList.remove('chosen');
  element.classList.add('chosen');
  if ($('.opener', element).getAttribute('aria-expanded') !== 'true') toggleRow(element, detail);
  element.scrollIntoView({block: 'center'});
}
