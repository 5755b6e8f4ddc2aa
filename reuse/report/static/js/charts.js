// Charts: plotly.js is unpacked and started when the first chart comes into view. Figures come with colours as tokens
// and words as keys, so that they are drawn anew, not computed anew, when the theme or the language changes.

const PLOT_CONFIG = {displayModeBar: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: '', responsive: true, scrollZoom: false};
const PAPER_WIDTH = 680; // pixels between the margins of A4
const PAPER_HEIGHT = 460; // of charts that have no height of their own
let themeOfScreen = null; // while the page is printed
const drawn = new Map(); // element -> {figure, adapt}
const plans = new Map(); // name of figure -> {adapt(figure), clicked(custom data)}
let loading = null;

function plotly() {
  if (DATA.folder) {
    loading ||= new Promise((resolve, reject) => {
      document.head.append(make('script', {src: 'parts/plotly.js', onload: () => resolve(globalThis.Plotly), onerror: reject}));
    });
    return loading;
  }
  loading ||= whole.then(() => unpack($('#plotly').textContent)).then((source) => {
    document.head.append(make('script', {}, source)); // runs at once; the page's policy knows its hash
    return globalThis.Plotly;
  });
  return loading;
}

// A copy of the figure with tokens and keys put in. Labels of documents are never keys: they were made literal before.
function dressed(value) {
  if (Array.isArray(value)) return value.map(dressed);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, dressed(entry)]));
  if (typeof value !== 'string') return value;
  const color = value.match(/^var\((--[a-z0-9-]+)\)$/);
  if (color) return token(color[1]) || value;
  return value.startsWith('t:') && t(value.slice(2)) ? t(value.slice(2)) : value;
}

async function drawChart(element) {
  const name = element.dataset.figure;
  const plan = plans.get(name) || {};
  const Plotly = await plotly();
  $('.waiting', element)?.remove();
  const figure = dressed(PAGE.figures[name]);
  plan.adapt?.(figure);
  if (themeOfScreen) figure.layout = {height: PAPER_HEIGHT, ...figure.layout, width: PAPER_WIDTH};
  else if (element.dataset.least) figure.layout.width = Math.max(element.clientWidth - 16, Number(element.dataset.least));
  const first = !drawn.has(element);
  drawn.set(element, name);
  await Plotly.react(element, figure.data, figure.layout, PLOT_CONFIG);
  if (!first) return;
  element.dataset.ready = '';
  element.on('plotly_click', (event) => plan.clicked?.(event.points[0].customdata, event));
  element.on('plotly_hover', (event) => plan.hovered?.(event.points[0].customdata));
}

function redrawCharts(only) {
  for (const [element, name] of drawn) if (!only || only === name) drawChart(element);
}

// For paper charts are drawn anew, as wide as it is and in light colours. What has not been drawn yet is left out: a
// table holds the same.
function paper(on) {
  const root = document.documentElement;
  if (on) [themeOfScreen, root.dataset.theme] = [root.dataset.theme, 'light'];
  else if (themeOfScreen) [root.dataset.theme, themeOfScreen] = [themeOfScreen, null];
  redrawCharts();
}

function watchCharts() {
  const watcher = new IntersectionObserver((entries) => {
    for (const {isIntersecting, target} of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      drawChart(target).catch((error) => {
        put($('.waiting', target) || target, 'chart.failed');
        console.error(error);
      });
    }
  }, {rootMargin: '300px'});
  for (const element of $$('[data-figure]')) {
    element.append(worded('span', {class: 'waiting'}, 'chart.waiting'));
    watcher.observe(element);
  }
  hear('theme language', () => redrawCharts());
  addEventListener('beforeprint', () => paper(true));
  addEventListener('afterprint', () => paper(false));
  let waiting = null;
  addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(redrawCharts, 150);
  });
}
