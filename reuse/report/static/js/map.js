// The map: filters thin it, the selected match gets a cross, arrow keys step, Enter opens the text.

function adaptMap(figure) {
  const visible = new Set(shown().map((match) => match.number));
  for (const trace of figure.data) {
    trace.x = trace.x.map((x, i) => (visible.has(trace.customdata[i]) ? x : null));
  }
  const match = state.match === null ? null : matches()[state.match - 1];
  if (!match) return;
  const middle = ([from, to]) => (from + to) / 2;
  const at = [middle(match.source), middle(match.target)];
  const line = {color: token('--acc'), width: 1.2, dash: 'dot'};
  figure.layout.shapes = [...figure.layout.shapes,
    {type: 'line', x0: at[0], x1: at[0], y0: 0, y1: 1, yref: 'paper', line},
    {type: 'line', y0: at[1], y1: at[1], x0: 0, x1: 1, xref: 'paper', line}];
  figure.data.push({type: 'scatter', mode: 'lines', x: match.source, y: match.target, hoverinfo: 'skip', line: {color: token('--acc'), width: 8}});
}

function mapCard() {
  const card = $('#map-card');
  const match = state.match === null ? strongest()[0] : matches()[state.match - 1];
  if (!match) return fill(card);
  return fill(card, make('div', {class: 'top'}, tag(match),
    make('span', {class: match.stock ? 'stock' : match.kind}, sign(match.kind)), worded('span', {}, `kind.${match.kind}`),
    worded('span', {}, 'inspector.bits', {n: match.bits_text}), worded('span', {}, 'inspector.identity', {n: match.identity_text}),
    worded('span', {}, 'inspector.stock', {n: match.stock_text})),
  bothWordings(match), worded('a', {class: 'door', href: address({m: match.number, view: 'texts'})}, 'row.in_text'));
}

const strongest = () => shown().filter((match) => !match.stock).sort((a, b) => b.bits - a.bits || a.number - b.number);

function lookFirst() {
  const [source] = sides();
  $('#map-first').parentElement.hidden = source.text === null;
  if (source.text === null) return;
  $('#map-first').replaceChildren(...strongest().slice(0, 6).map((match) => make('li', {}, make('button', {
    type: 'button', onclick: () => select(match.number, {go: true}),
  }, tag(match), quoted(slice(source, ...closedSpan(match, 0)), source.lang), make('span', {class: 'figures'}, match.bits_text)))));
}

function wireMap() {
  kindLegend($('#map-legend'), [...PAGE.kinds, 'stock']);
  plans.set('map', {adapt: adaptMap, clicked: (number) => number && select(number, {go: true})});
  $('[data-figure="map"]').addEventListener('keydown', (event) => {
    const by = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (by) step(by);
    else if (event.key === 'Enter' && state.match !== null) select(state.match, {go: true});
    else return;
    event.preventDefault();
  });
  hear('filter selected', () => {
    mapCard();
    redrawCharts('map');
  });
  hear('filter', lookFirst);
  mapCard();
  lookFirst();
}
