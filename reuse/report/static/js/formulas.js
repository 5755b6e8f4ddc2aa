// The table of formulas: template with its slots as pills, who uses it how often, bits, stock.

const FAMILIES_AT_ONCE = 40;
const FILLERS_IN_A_PILL = 3;
const FAMILY_SORTS = {
  rank: () => 0,
  documents: (a, b) => b.documents - a.documents,
  occurrences: (a, b) => b.occurrences - a.occurrences,
  bits: (a, b) => b.bits - a.bits,
  stock: (a, b) => a.stock - b.stock,
};
const familyState = {find: '', stock: 'show', sort: 'rank'};
let familyList = null;
let familyOrder = [];

function template(family) {
  const place = quoted('', family.lang);
  place.append(...family.parts.flatMap((part) => (typeof part === 'number' ? [pill(family.slots[part])] : masked(part).filter(Boolean))));
  return place;
}

function pill(slot) {
  const element = make('span', {class: `pill ${slot.look}`});
  putLabel(element, 'title', `slot.${slot.kind}`);
  if (slot.look === 'number') element.append('N');
  else {
    const filled = slot.fillers.filter(([text]) => text);
    filled.slice(0, FILLERS_IN_A_PILL).forEach(([text], i) => element.append(i ? make('span', {class: 'or'}, '／') : '', text));
    const rest = filled.length - FILLERS_IN_A_PILL;
    if (rest > 0) element.append(make('span', {class: 'rest'}, `+${rest}`));
  }
  return element;
}

function familyFits(family) {
  const stock = familyState.stock === 'show' || (familyState.stock === 'only') === family.is_stock;
  const words = familyState.find.trim().toLowerCase();
  return stock && (!words || [family.name, family.parts.join(''), ...family.variants.map((variant) => variant.text)]
    .some((text) => text.toLowerCase().includes(words)));
}

function buildFamilies() {
  if (!$('#families')) return;
  familyList?.close();
  const sort = FAMILY_SORTS[familyState.sort];
  familyOrder = PAGE.families.filter(familyFits).sort(sort); // stable: ties keep the order of strength
  familyList = listing($('#families tbody'), familyOrder, familyRow, {step: FAMILIES_AT_ONCE, more: $('#families')});
  put($('#family-count'), 'family.count', {shown: String(familyOrder.length), n: String(PAGE.families.length)});
  $('#family-none').hidden = familyOrder.length > 0;
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
  opener.addEventListener('click', () => toggleFamily(element, family));
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

// Share of each period's speeches that hold the formula, as a row of bars.
function familyHistory(family) {
  const dated = family.history.filter(([period]) => period !== 'undated');
  if (!dated.length) return [worded('span', {class: 'quiet'}, 'undated')];
  const bars = dated.length < 2 ? null : make('span', {class: 'spark', 'aria-hidden': 'true'}, dated.map(([period, held, of]) => {
    const bar = make('i', {title: `${period}: ${held} / ${of}`});
    bar.style.height = `${of ? Math.max((held / of) * 18, held ? 2 : 0) : 0}px`;
    return bar;
  }));
  const same = family.first === family.last;
  return [bars, worded('span', {class: 'quiet'}, same ? 'plain' : 'family.span', same ? {n: family.first} : {first: family.first, last: family.last})];
}

function wireFamilies() {
  if (!$('#families')) return;
  $('#family-find').addEventListener('input', (event) => {
    familyState.find = event.target.value;
    buildFamilies();
  });
  $('#family-sort').addEventListener('change', (event) => {
    familyState.sort = event.target.value;
    buildFamilies();
  });
  $('#family-stock').addEventListener('click', (event) => {
    const value = event.target.closest('button')?.dataset.value;
    if (!value) return;
    familyState.stock = value;
    pressed($('#family-stock'), value);
    buildFamilies();
  });
  buildFamilies();
  wireQuadrant();
}
