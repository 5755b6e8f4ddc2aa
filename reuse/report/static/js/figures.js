// The table of sentences and clauses that stand in both texts with other figures.

const figureState = {kinds: new Set(DATA.fields.figureKinds)};
const FIGURES_AT_ONCE = 200;
let figureList = null;

function figureRows() {
  return (version()?.figures || []).map((values) => {
    const one = named('figureRow', values);
    one.figures = one.figures.map((figure) => {
      const named_ = named('figure', figure);
      return Object.assign(named_, {kind: DATA.fields.figureKinds[named_.kind]});
    });
    const inside = ([start, end], side) => [start - one[side][0], end - one[side][0]];
    const differences = one.figures.map((figure) => [...inside(figure.source, 'source'), ...inside(figure.target, 'target')]);
    return Object.assign(one, {spans: [one.source, one.target], differences, moves: [], exact: true});
  });
}

function buildFigures() {
  figureList?.close();
  const all = figureRows();
  const list = all.filter((row_) => row_.figures.some((figure) => figureState.kinds.has(figure.kind)));
  const body = make('tbody');
  const head = ['figure.before', 'figure.after', 'figure.change'].map((key) => worded('th', {scope: 'col'}, key));
  fill($('#figure-rows'), make('table', {class: 'figure-table'}, make('thead', {}, make('tr', {}, head)), body),
    list.length ? null : worded('p', {class: 'notice'}, 'none.figures'));
  figureList = listing(body, list, figureRow, {step: FIGURES_AT_ONCE, more: $('.figure-table')});
  for (const chip of $$('#figure-chips .chip')) {
    chip.setAttribute('aria-pressed', String(figureState.kinds.has(chip.dataset.kind)));
    const counted = all.filter((row_) => row_.figures.some((figure) => figure.kind === chip.dataset.kind)).length;
    $('.count', chip).textContent = counted;
    chip.hidden = !counted;
  }
}

function figureRow(one) {
  const cell = (side) => make('td', {class: 'cell', 'data-badge': PAIR ? PAGE.documents[side].label : null}, wording(one, side),
    make('button', {type: 'button', class: 'link where', onclick: () => {
      setView('texts');
      showPlace(side, ...one.spans[side]);
    }}, [one.source_place, one.target_place][side]));
  return make('tr', {}, cell(0), cell(1), make('td', {class: 'changes'}, make('ul', {}, one.figures.map(figureChange))));
}

function figureChange(figure) {
  const [before, after] = [figure.source, figure.target].map((span, side) => quoted(slice(sides()[side], ...span), sides()[side].lang, 'b'));
  const percent = figure.difference?.endsWith('%');
  return make('li', {class: `is-${figure.kind}`}, worded('span', {class: 'quiet'}, `figure.${figure.kind}`), ' ', before, make('span', {'aria-hidden': 'true'}, ' → '), after,
    figure.difference ? [' ', worded('span', {class: 'difference'}, percent ? 'figure.points' : 'plain', {n: percent ? figure.difference.slice(0, -1) : figure.difference})] : null);
}

function wireFigures() {
  $('#figure-chips').append(...DATA.fields.figureKinds.map((kind) => make('button', {type: 'button', class: 'chip', 'data-kind': kind, 'aria-pressed': 'true', onclick: () => {
    if (!figureState.kinds.delete(kind)) figureState.kinds.add(kind);
    buildFigures();
  }}, worded('span', {}, `figure.${kind}`), make('span', {class: 'count'}))));
}
