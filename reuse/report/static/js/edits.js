// The edit view of two versions: which edits are listed, how one steps through them, and the strip that shows them all.

const EDITS_AT_ONCE = 400;
const EDIT_SIGNS = {kept: '=', reworded: '≈', moved: '⇄', away: '⇄', dropped: '−', new: '+'};
const editState = {kinds: new Set(DATA.fields.editKinds), at: null, folded: true, inline: false};
const editsOf = new Map();
let editList = null;

const version = (pair = state.pair) => PAGE.versions.find((one) => one.pair === pair);

// The edits of the open pair as objects, in reading order.
function edits() {
  if (!version()) return [];
  if (!editsOf.has(state.pair)) {
    editsOf.set(state.pair, version().edits.map((values) => {
      const edit = named('edit', values);
      edit.kind = DATA.fields.editKinds[edit.kind];
      return Object.assign(edit, {spans: [edit.source, edit.target], places: [edit.source_place, edit.target_place], moves: []});
    }));
  }
  return editsOf.get(state.pair);
}

// A sentence that moved has two places; where it stood is shown with it.
const editFits = (edit) => editState.kinds.has(edit.kind === 'away' ? 'moved' : edit.kind);
const listedEdits = () => edits().filter(editFits);
const changedEdits = () => listedEdits().filter((edit) => edit.kind !== 'kept' || editState.kinds.size === 1);

function buildEdits() {
  editList?.close();
  const list = listedEdits();
  const body = make('div', {class: editState.inline ? 'edit-list inline' : 'edit-list'});
  fill($('#edits'), editStrip(), editState.inline ? null : editHeader(), body,
    list.length ? null : worded('p', {class: 'notice'}, 'none.edits'));
  editList = listing(body, editRuns(list), (run) => (run.length ? editRun(run) : editRow(run)), {step: EDITS_AT_ONCE});
  showEdit();
}

// Single edits, and arrays of the kept sentences between two changes that may be folded away.
function editRuns(list) {
  if (!editState.folded || !editState.kinds.has('reworded')) return list;
  const runs = [];
  let run = [];
  const close = () => {
    if (run.length > 3) runs.push(run[0], run.slice(1, -1), run[run.length - 1]);
    else runs.push(...run);
    run = [];
  };
  for (const edit of list) {
    if (edit.kind === 'kept') run.push(edit);
    else {
      close();
      runs.push(edit);
    }
  }
  close();
  return runs;
}

function editHeader() {
  return make('div', {class: 'edit header'}, make('span'), sides().map((item, side) =>
    make('span', {}, badge(PAIR ? side : item.index), PAIR ? titled(item, 'span') : null)));
}

function selectEdit(number) {
  const edit = edits()[number - 1];
  if (!edit) return;
  if (!editFits(edit)) filterEdits(new Set(DATA.fields.editKinds));
  editState.at = number;
  showEdit(true);
  showPosition();
  history.replaceState(null, '', address({edit: number}));
  put($('#live'), 'live.edit', {n: String(number), kind: {word: `edit.${edit.kind}`}});
}

function showEdit(go = false) {
  for (const element of $$('#edits .chosen')) element.classList.remove('chosen');
  const edit = edits()[editState.at - 1];
  $('#edits .here')?.setAttribute('d', edit ? `M${edit.strip[0] * 1000} 0v20` : '');
  if (!edit) return;
  let element = $(`#edits [data-edit="${edit.number}"]`);
  if (!element) {
    editList.all();
    element = $(`#edits [data-edit="${edit.number}"]`);
  }
  element.closest('.run-rows')?.removeAttribute('hidden');
  element.classList.add('chosen');
  if (go) element.scrollIntoView({block: 'center', behavior: 'instant'});
}

function stepEdit(by) {
  const list = changedEdits();
  if (!list.length) return;
  const at = list.findIndex((edit) => edit.number === editState.at);
  const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
  selectEdit(list[next].number);
}
