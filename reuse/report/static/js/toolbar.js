// Chips, length, stock, view and steps: everything that decides which matches are shown.

function buildChips() {
  $('#chips').replaceChildren(...PAGE.kinds.map((kind) => make('button', {
    type: 'button', class: `chip ${kind}`, 'data-kind': kind, 'aria-pressed': 'true', onclick: () => {
      const kinds = new Set(state.kinds);
      if (!kinds.delete(kind)) kinds.add(kind);
      filter({kinds});
    },
  }, sign(kind), worded('span', {}, `kind.${kind}`), make('span', {class: 'count'}))));
}

function pressed(group, value) {
  for (const button of $$('button', group)) button.setAttribute('aria-pressed', String(button.dataset.value === String(value)));
}

// Every number of the bar comes from the matches that are shown; a chip counts what it would show by itself.
function showFilters() {
  const [all, list] = [matches(), shown()];
  for (const chip of $$('#chips .chip')) {
    chip.setAttribute('aria-pressed', String(state.kinds.has(chip.dataset.kind)));
    $('.count', chip).textContent = all.filter((match) => fits(match, {kinds: new Set([chip.dataset.kind])})).length;
  }
  $('#least').value = state.least;
  put($('#least-value'), 'characters.n', {n: String(state.least)});
  pressed($('#stock'), state.stock);
  $('#filtered').hidden = !filtering();
  put($('#filtered-count'), 'filtered', {shown: String(list.length), n: String(all.length)});
  put($('#footer-shown'), 'footer.shown', {shown: String(list.length), n: String(all.length)});
  $('#read-none').hidden = list.length > 0;
  showPosition();
}

function showPosition() {
  const edited = state.view === 'edits';
  const list = edited ? changedEdits() : shown();
  const at = list.findIndex((one) => one.number === (edited ? editState.at : state.match));
  $('#position').textContent = `${at < 0 ? '–' : at + 1} / ${list.length}`;
}

function setView(view) {
  showView(view);
  tell('selected', {});
}

// Texts, rows and edits are built when they are first asked for.
function showView(view) {
  state.view = view;
  $('#reading').dataset.view = view;
  pressed($('#view'), view);
  for (const id of ['edits', 'texts', 'rows']) $(`#${id}`).hidden = view !== id;
  $('#figure-rows').hidden = view !== 'figures';
  if (view === 'texts') showTexts();
  if (view === 'rows' && !rowList) buildRows();
  if (view === 'edits' && !editList) buildEdits();
  if (view === 'figures' && !figureList) buildFigures();
  showPosition();
}

// Which views there are for the open pair, and the one it opens in: two versions of one text open in their edits.
function offerViews() {
  const one = version();
  for (const [name, there] of [['edits', one?.edits.length], ['figures', one?.figures.length]]) $(`#view [data-value="${name}"]`).hidden = !there;
  for (const list of [rowList, editList, figureList]) list?.close();
  rowList = editList = figureList = null;
  editState.at = null;
  showEditChips();
  const stays = ['texts', 'rows'].includes(state.view) || one?.[state.view].length;
  return one?.opens ? 'edits' : stays ? state.view : 'texts';
}

function setSide() {
  $('#panes').dataset.side = state.side;
  pressed($('#side'), state.side);
}

function wireToolbar() {
  const value = (event) => event.target.closest('button')?.dataset.value;
  $('#view').addEventListener('click', (event) => value(event) && setView(value(event)));
  $('#stock').addEventListener('click', (event) => value(event) && filter({stock: value(event)}));
  $('#least').addEventListener('input', (event) => filter({least: Number(event.target.value)}));
  $('#sort').addEventListener('change', (event) => filter({sort: event.target.value}));
  $('#side').addEventListener('click', (event) => {
    if (!value(event)) return;
    state.side = Number(value(event));
    tell('selected', {});
  });
  $('#previous').addEventListener('click', () => step(-1));
  $('#next').addEventListener('click', () => step(1));
  $('#fold').addEventListener('click', () => setFold(!$('#panes').classList.contains('folded')));
  $('#size').addEventListener('click', () => {
    const sizes = ['15.5px', '17px', '19px'];
    const now = document.documentElement.style.getPropertyValue('--reading') || '17px';
    document.documentElement.style.setProperty('--reading', sizes[(sizes.indexOf(now) + 1) % sizes.length]);
    drawRulers();
  });
  for (const button of $$('[data-clear]')) button.addEventListener('click', clearFilters);
}
