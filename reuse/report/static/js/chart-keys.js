// Heatmap and network by keyboard: arrows move a mark from cell to cell, from node to node, Enter opens what it is on.
// What it is on stands in the card beside the chart, which is spoken when it changes.

const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
const marked = new Map(); // name of a figure -> the shape that marks where the keyboard is

// `move([dx, dy])` and `ends(last)` go somewhere and give the shape there; `open()` opens it.
function wireChartKeys(name, {move, ends, open}) {
  const element = $(`[data-figure="${name}"]`);
  const go = (shape) => {
    marked.set(name, shape);
    redrawCharts(name);
  };
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
    if (ARROWS[event.key]) go(move(ARROWS[event.key]));
    else if (event.key === 'Home' || event.key === 'End') go(ends(event.key === 'End'));
    else if (event.key === 'Enter' && marked.get(name)) open();
    else if (event.key === 'Escape' && marked.get(name)) go(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

// Puts the mark into a figure that is about to be drawn.
function adaptMarked(name, figure) {
  const shape = marked.get(name);
  if (shape) figure.layout.shapes = [...(figure.layout.shapes || []), {...shape, line: {color: token('--acc'), width: 2.5}}];
}

// The heatmap: cells by their place in the clustered order.
function wireHeatKeys() {
  const order = PAGE.many.heat;
  const at = {x: null, y: null};
  const inside = (place) => Math.max(0, Math.min(order.length - 1, place));
  const go = (x, y) => {
    [at.x, at.y] = [inside(x), inside(y)];
    const [row_, column] = [order[at.y], order[at.x]];
    if (row_ === column) fill($('#pair-card'), documentCard(PAGE.documents[row_]));
    else pairCard(pairOf(row_, column));
    return {type: 'rect', x0: at.x - 0.5, x1: at.x + 0.5, y0: at.y - 0.5, y1: at.y + 0.5};
  };
  wireChartKeys('shares', {
    move: ([dx, dy]) => (at.x === null ? go(1, 0) : go(at.x + dx, at.y + dy)),
    ends: (last) => go(last ? order.length - 1 : 0, at.y ?? 0),
    open: () => at.x !== at.y && readPair(pairOf(order[at.y], order[at.x])),
  });
}

async function readPair(index) {
  const pair = PAGE.pairs[index];
  if (!pair) return;
  await openPair(index);
  location.hash = `#pair=${pair.source},${pair.target}`;
  $('#read').focus({preventScroll: true});
}

// The network: the next node in the direction of the arrow, straight ahead before aside.
function wireNetworkKeys(figure) {
  const nodes = figure.data.slice(2).flatMap((trace) => trace.customdata.map((node, i) => ({node, x: trace.x[i], y: trace.y[i]})));
  let at = null;
  const go = (next) => {
    at = next;
    networkCard(at.node);
    const reach = {x0: -13, x1: 13, y0: -13, y1: 13};
    return {type: 'circle', xsizemode: 'pixel', ysizemode: 'pixel', xanchor: at.x, yanchor: at.y, ...reach};
  };
  const first = nodes.find(({node: [kind]}) => kind === 'd') || nodes[0];
  const ahead = ([dx, dy]) => {
    const ranked = nodes.map((one) => {
      const [along, aside] = dx ? [(one.x - at.x) * dx, Math.abs(one.y - at.y)] : [(at.y - one.y) * dy, Math.abs(one.x - at.x)];
      return [along > 1e-9 && aside <= 2 * along ? along + 2 * aside : Infinity, one];
    }).filter(([cost]) => cost < Infinity).sort(([a], [b]) => a - b);
    return ranked.length ? ranked[0][1] : at;
  };
  wireChartKeys('net', {
    move: (step_) => go(at ? ahead(step_) : first),
    ends: (last) => go(nodes[last ? nodes.length - 1 : 0]),
    open: () => openNode(at.node),
  });
}

function openNode([kind, index]) {
  if (kind === 'f') showFamily(PAGE.families[index].name);
  else if (!PAIR && PAGE.many.closest[index]) readPair(PAGE.many.closest[index][1]);
  const opened = kind === 'f' ? $('#families tr.chosen .opener') : $(PAIR ? '#read' : '#speeches');
  if (kind === 'f' || PAIR) opened?.focus({preventScroll: kind === 'f'});
}
