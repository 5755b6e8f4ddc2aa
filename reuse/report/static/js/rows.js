// One row per match, both wordings level, what stands around them in grey.

const ROWS_AT_ONCE = 150;
let rowList = null; // the growing list
let rowOrder = []; // numbers in the order of the rows

function buildRows() {
  if (state.pair === null) return;
  rowList?.close();
  const list = shown();
  rowOrder = list.map((match) => match.number);
  const body = make('div');
  $('#rows').replaceChildren(rowLegend(), rowHeader(), body);
  rowList = listing(body, list, row, {step: ROWS_AT_ONCE});
}

function rowHeader() {
  const names = sides().map((item, side) => make('span', {}, PAIR ? badge(side) : null, titled(item, 'span')));
  return make('div', {class: 'row header'}, worded('span', {}, 'row.kind'), names, make('span', {class: 'measures'}));
}

function rowLegend() {
  const entry = (look, key, text = '') => make('li', {}, make('span', {class: look}, text), worded('span', {}, key));
  return make('ul', {class: 'legend'}, entry('different', 'row.different', '字'), entry('missing', 'row.missing'),
    entry('moved', 'row.moved', '字'), entry('mask', 'row.mask', '*'));
}

function row(match) {
  const element = make('div', {class: `row${match.number === state.match ? ' chosen' : ''}`, 'data-row': match.number},
    make('div', {class: 'what'}, make('button', {type: 'button', onclick: () => select(match.number)}, tag(match)),
      make('span', {class: 'kind'}, make('span', {class: match.stock ? 'stock' : match.kind}, sign(match.kind)), worded('span', {}, `kind.${match.kind}`)),
      match.stock ? worded('span', {class: 'quiet'}, 'kind.stock') : null),
    [0, 1].map((side) => make('div', {class: 'cell', 'data-badge': PAIR ? PAGE.documents[side].label : null},
      inContext(match, side), make('span', {class: 'where'}, match.places[side]))),
    measures(match));
  element.addEventListener('click', (event) => {
    if (!event.target.closest('button, a') && !String(getSelection())) select(match.number);
  });
  return element;
}

function measures(match) {
  const door = (key, go) => worded('a', {href: go}, key);
  const copy = worded('button', {type: 'button', class: 'link', onclick: () => copyQuotation(match, copy)}, 'copy.quote');
  return make('dl', {class: 'measures'},
    worded('dt', {}, 'bits'), make('dd', {}, match.bits_text),
    worded('dt', {}, 'identity'), make('dd', {}, match.identity_text),
    worded('dt', {}, 'family.stock.short'), make('dd', {}, match.stock_text),
    make('dd', {class: 'doors'},
      match.family === null ? null : make('a', {href: `#f=${PAGE.families[match.family].name}`}, PAGE.families[match.family].name),
      door('row.in_text', address({m: match.number, view: 'texts'})), copy));
}

function copyQuotation(match, button) {
  const lines = sides().map((item, side) => `“${slice(item, ...closedSpan(match, side))}” (${item.title}, ${match.places[side]})`);
  copyText(lines.join('\n'), button);
}

function copyText(text, button) {
  const done = () => {
    const {key} = watched.get(button);
    put(button, 'copied');
    setTimeout(() => put(button, key), 1200);
  };
  const byHand = () => { // where the browser keeps the clipboard from the page
    const area = make('textarea', {class: 'unseen'});
    area.value = text;
    document.body.append(area);
    area.select();
    if (document.execCommand('copy')) done();
    area.remove();
    button.focus({preventScroll: true});
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand);
  else byHand();
}

function showRow() {
  for (const element of $$('#rows .row.chosen')) element.classList.remove('chosen');
  if (state.match === null || state.view !== 'rows' || !rowList) return;
  rowList.upTo(rowOrder.indexOf(state.match));
  const element = $(`#rows [data-row="${state.match}"]`);
  element?.classList.add('chosen');
  element?.scrollIntoView({block: 'center', behavior: 'instant'});
}
