// The keyboard: n and p step, r changes the view, h the stock, / searches, Esc clears, ? lists the keys.

function wireKeys() {
  const dialog = $('#help');
  const legend = $('#help-legend');
  if (PAGE.kind !== 'none') kindLegend(legend, [...PAGE.kinds, 'stock']);
  $('#help-open').addEventListener('click', () => dialog.showModal());
  $('#help-close').addEventListener('click', () => dialog.close());
  $('#language').addEventListener('click', switchLanguage);
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input:not([type="range"]), select, textarea');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    const action = KEYS[event.key];
    if (!action || (state.pair === null && event.key !== '?' && event.key !== '/')) return;
    event.preventDefault();
    action();
  });
}

// The views of the open pair in turn.
function nextView() {
  const views = $$('#view button').filter((button) => !button.hidden).map((button) => button.dataset.value);
  return views[(views.indexOf(state.view) + 1) % views.length];
}

function clearEverything() {
  clearFilters();
  if (state.view === 'edits') filterEdits(new Set(DATA.fields.editKinds));
}

const KEYS = {
  n: () => step(1),
  j: () => step(1),
  p: () => step(-1),
  k: () => step(-1),
  r: () => setView(nextView()),
  h: () => filter({stock: {show: 'hide', hide: 'only', only: 'show'}[state.stock]}),
  '/': () => ($('#family-find') || $('#speech-find'))?.focus(),
  f: () => setFull(!isFull()),
  Escape: () => (isFull() ? setFull(false) : state.match === null && editState.at === null ? clearEverything() : clearSelection()),
  '?': () => $('#help').showModal(),
};
