// The wordings of a formula through the years: one line each, in the order in which they were taken up, a cell for
// every year that the speeches cover. Read down the lines to see one wording follow another.

const WORDINGS_AT_ONCE = 12;

function variantRows(family) {
  const years = coveredYears();
  if (PAIR || years.length < 2) return family.variants.map((variant) => wordingRow(family, variant));
  const list = family.variants.map((variant) => ({variant, held: heldYears(variant)}));
  const first = ({held}) => Math.min(...held.keys(), Infinity);
  list.sort((a, b) => first(a) - first(b) || a.variant.letter.length - b.variant.letter.length || (a.variant.letter < b.variant.letter ? -1 : 1));
  const ends = make('li', {class: 'lived ends', 'aria-hidden': 'true'}, make('span'), make('span', {class: 'quiet'}, `${years[0]} – ${years.at(-1)}`));
  const box = make('ul', {});
  listing(box, list, ({variant, held}) => livedRow(family, variant, held, years), {step: WORDINGS_AT_ONCE});
  return [ends, make('li', {}, box)];
}

// All years of the dated speeches.
function coveredYears() {
  const years = new Set(PAGE.documents.map((item) => item.date && Number(item.date.slice(0, 4))).filter(Boolean));
  return [...years].sort((a, b) => a - b);
}

// Year -> how many of its speeches hold the wording.
function heldYears(variant) {
  const held = new Map();
  for (const index of new Set(variant.places.map(([document_]) => document_))) {
    const {date} = PAGE.documents[index];
    const year = date && Number(date.slice(0, 4));
    if (year) held.set(year, (held.get(year) || 0) + 1);
  }
  return held;
}

function livedRow(family, variant, held, years) {
  const places = make('div', {class: 'lived-places', hidden: true});
  const opener = make('button', {type: 'button', class: 'opener', 'aria-expanded': 'false', onclick: () => {
    places.hidden = !places.hidden;
    opener.setAttribute('aria-expanded', String(!places.hidden));
    if (!places.firstChild) places.append(placeList(variant.places, holders(family)));
  }}, make('b', {}, variant.letter), ' ', quoted(variant.text, family.lang, 'span', {class: 'wording'}), ' ', besideTemplate(variant));
  if (family.variants.length < 3) opener.click();
  return make('li', {}, make('div', {class: 'lived'}, opener, yearCells(family, variant, held, years)), places);
}

function yearCells(family, variant, held, years) {
  const of = new Map(family.history.map(([period, , all]) => [period, all]));
  const cell = (year) => make('i', held.has(year) ? {class: 'held', title: `${year}: ${held.get(year)} / ${of.get(String(year)) ?? '?'}`} : {title: String(year)});
  const said = variant.years || t('undated');
  return make('span', {class: 'lived-years'}, make('span', {class: 'years', role: 'img', 'aria-label': said}, years.map(cell)),
    make('span', {class: 'quiet'}, worded('span', {}, 'times.n', {n: variant.count}), variant.years && ` · ${variant.years}`));
}
