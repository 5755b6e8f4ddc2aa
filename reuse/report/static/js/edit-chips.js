// Which kinds of edits are listed, whether kept ones fold, and whether both versions stand in one text.

function filterEdits(kinds) {
  editState.kinds = kinds;
  if (editState.at !== null && !editFits(edits()[editState.at - 1])) editState.at = null;
  showEditChips();
  buildEdits();
  showPosition();
}

function showEditChips() {
  const shares = Object.fromEntries(DATA.fields.editKinds.map((kind, i) => [kind, version()?.counts[i]]));
  for (const chip of $$('#edit-chips .chip')) {
    chip.setAttribute('aria-pressed', String(editState.kinds.has(chip.dataset.kind)));
    $('.count', chip).textContent = shares[chip.dataset.kind];
  }
}

function wireEdits() {
  const kinds = DATA.fields.editKinds.filter((kind) => kind !== 'away');
  $('#edit-chips').append(...kinds.map((kind) => make('button', {type: 'button', class: `chip edit-chip is-${kind}`, 'data-kind': kind, 'aria-pressed': 'true', onclick: () => {
    const wanted = new Set(editState.kinds);
    if (!wanted.delete(kind)) wanted.add(kind);
    filterEdits(wanted);
  }}, editSign(kind), worded('span', {}, `edit.${kind}`), make('span', {class: 'count'}))));
  const toggle = (id, name) => $(id).addEventListener('click', (event) => {
    editState[name] = !editState[name];
    event.currentTarget.setAttribute('aria-pressed', String(editState[name]));
    buildEdits();
  });
  toggle('#edit-fold', 'folded');
  toggle('#edit-inline', 'inline');
}
