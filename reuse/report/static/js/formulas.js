// The table of formulas: template with its slots as pills, who uses it how often, bits, stock.

const FAMILIES_AT_ONCE = 40;
const FILLERS_IN_A_PILL = 3;
const CHARACTERS_IN_A_PILL = 12; // of one filling; all of it stands below the row
const LETTERS_IN_A_PILL = 24; // of an alphabet, which are half as wide
const FAMILY_SORTS = {
  rank: () => 0,
  documents: (a, b) => b.documents - a.documents,
  occurrences: (a, b) => b.occurrences - a.occurrences,
  bits: (a, b) => b.bits - a.bits,
  stock: (a, b) => a.stock - b.stock,
};
const familyState = {list: 'families', find: '', stock: 'show', sort: 'rank'};
let familyList = null;
let familyOrder = [];

// With `most` fillings in a pill.
function template(family, most = FILLERS_IN_A_PILL) {
  const place = quoted('', family.lang);
  place.append(...family.parts.flatMap((part) => (typeof part === 'number' ? [pill(family.slots[part], most)] : masked(part).filter(Boolean))));
  return place;
}

function shortened(text) {
  const letters = [...text];
  const most = letters.some((letter) => letter >= '\u2e80') ? CHARACTERS_IN_A_PILL : LETTERS_IN_A_PILL;
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

function pill(slot, most) {
  const element = make('span', {class: `pill ${slot.look}`});
  putLabel(element, 'title', `slot.${slot.kind}`);
  if (slot.look === 'number') element.append('N');
  else {
    const filled = slot.fillers.filter(([text]) => text);
    filled.slice(0, most).forEach(([text], i) => element.append(i ? make('span', {class: 'or'}, '／') : '', shortened(text)));
    const rest = filled.length - most;
    if (rest > 0) element.append(make('span', {class: 'rest'}, `+${rest}`));
  }
  return element;
}

const familyFits = (family) => listFits(family, [family.name, family.parts.join(''), ...family.variants.map((variant) => variant.text)]);

// Whether the filters above the list let one of its rows through, by its words.
function listFits(one, texts) {
  const words = familyState.find.trim().toLowerCase();
  const stock = familyState.stock === 'show' || (familyState.stock === 'only') === one.is_stock;
  return stock && (!words || texts.some((text) => text.toLowerCase().includes(words)));
}

function buildFamilies() {
  const sort = FAMILY_SORTS[familyState.sort];
  familyOrder = PAGE.families.filter(familyFits).sort(sort); // stable: ties keep the order of strength
  familyList = listing($('#families tbody'), familyOrder, familyRow, {step: FAMILIES_AT_ONCE, more: $('#families')});
  showListCount('families', familyOrder.length, PAGE.families.length);
}

function showListCount(list, shown_, all) {
  put($('#family-count'), `count.${list}`, {shown: String(shown_), n: String(all)});
  $('#family-none').hidden = shown_ > 0;
}

function familyRow(family) {
  const opener = make('button', {type: 'button', class: 'opener', 'aria-expanded': 'false'}, template(family));
  const cell = (look, key, ...inside) => {
    const element = make('td', {class: look}, inside);
    return key ? putLabel(element, 'data-caption', key) : element;
  };
  const element = make('tr', {'data-family': family.name},
    cell('name', null, family.name), cell('wide', null, opener),
    cell('number', 'family.variants', String(family.variants.length)), cell('uses', 'family.documents', uses(family)),
    cell('number', 'family.occurrences', String(family.occurrences)), cell('number', 'bits', family.bits_text),
    cell('', 'family.stock', stockAxis(family)), cell('history', null, familyHistory(family)));
  opener.addEventListener('click', () => toggleRow(element, () => familyDetail(family)));
  return element;
}

function uses(family) {
  if (!PAIR) return [worded('span', {}, 'family.of', {n: String(family.documents), of: String(PAGE.documents.length)})];
  return family.uses.map((values) => {
    const use = named('use', values);
    return make('span', {class: 'use'}, badge(use.document), String(use.times));
  });
}

function stockAxis(family) {
  const needle = make('i');
  needle.style.left = `${family.stock * 100}%`;
  return [make('span', {class: 'axis', 'aria-hidden': 'true'}, needle), family.stock_text];
}

// A bar for every year that the speeches cover: the share of its speeches that hold the formula.
function familyHistory(family) {
  const held = new Map(family.history.filter(([period]) => period !== 'undated').map(([period, ...counts]) => [Number(period), counts]));
  if (!held.size) return [worded('span', {class: 'quiet'}, 'undated')];
  const years = coveredYears();
  const bars = years.map((year, i) => {
    const [holding, of] = held.get(year) || [0, 1];
    return holding ? `M${i} 10h.8v${-Math.max(holding / of, 0.15) * 10}h-.8z` : '';
  });
  return [years.length < 2 ? null : draw('svg', {class: 'spark', 'aria-hidden': 'true', viewBox: `0 0 ${years.length} 10`, preserveAspectRatio: 'none'},
    draw('path', {d: bars.join('')})), firstToLast(family)];
}

function wireFamilies() {
  if (!$('#families')) return;
  $('#family-find').addEventListener('input', (event) => listFormulas({find: event.target.value}));
  $('#family-sort').addEventListener('change', (event) => listFormulas({sort: event.target.value}));
  for (const name of ['stock', 'list']) {
    $(`#family-${name}`).addEventListener('click', (event) => {
      const value = event.target.closest('button')?.dataset.value;
      if (value) listFormulas({[name]: value});
    });
  }
  listFormulas(offerLists());
  if (PAGE.figures.quadrant) wireQuadrant();
}
