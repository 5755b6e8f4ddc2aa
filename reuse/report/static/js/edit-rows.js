// One sentence of the edit view: both wordings level, or both in one text; where a moved one stood and where it went.

const editSign = (kind) => make('span', {class: `sign is-${kind}`, 'aria-hidden': 'true'}, EDIT_SIGNS[kind]);

function editRow(edit) {
  const row_ = make('div', {class: `edit is-${edit.kind}`, 'data-edit': edit.number},
    make('div', {class: 'what'}, make('button', {type: 'button', class: 'edit-number', onclick: () => selectEdit(edit.number)}, String(edit.number)),
      editSign(edit.kind), worded('span', {class: 'edit-kind'}, `edit.${edit.kind}`)),
    editState.inline ? inlineCell(edit) : [0, 1].map((side) => editCell(edit, side)));
  return row_;
}

function editCell(edit, side) {
  const span = edit.kind === 'away' && side === 1 ? null : edit.spans[side];
  const name = PAIR ? PAGE.documents[side].label : null;
  if (!span) return make('div', {class: 'cell nothing-here', 'data-badge': name}, editDoor(edit) || make('span', {'aria-hidden': 'true'}, '—'));
  return make('div', {class: 'cell', 'data-badge': name}, wording(edit, side),
    make('span', {class: 'where'}, edit.places[side], side === 0 || !edit.spans[0] ? [editDoor(edit), editCopy(edit)] : null));
}

// Both wordings in one text: what went is struck out, what came is underlined.
function inlineCell(edit) {
  const place = quoted('', sides()[1].lang);
  const [s, t] = edit.spans;
  const went = (start, end) => start < end && make('del', {}, masked(slice(sides()[0], start, end)));
  const came = (start, end) => start < end && make('ins', {}, masked(slice(sides()[1], start, end)));
  const pieces = [];
  if (edit.kind === 'dropped' || edit.kind === 'away') pieces.push(went(...s));
  else if (edit.kind === 'new') pieces.push(came(...t));
  else {
    let at = 0;
    for (const [s0, s1, t0, t1] of shownDifferences(edit)) {
      pieces.push(slice(sides()[1], t[0] + at, t[0] + t0), went(s[0] + s0, s[0] + s1), came(t[0] + t0, t[0] + t1));
      at = t1;
    }
    pieces.push(slice(sides()[1], t[0] + at, t[1]));
  }
  place.append(...pieces.filter(Boolean));
  return make('div', {class: 'cell'}, place, make('span', {class: 'where'}, edit.places[1] || edit.places[0], editDoor(edit), editCopy(edit)));
}

// From one place of a moved sentence to the other.
function editDoor(edit) {
  if (edit.partner === null) return null;
  const [key, place] = edit.kind === 'away' ? ['edit.to', edit.places[1]] : ['edit.from', edit.places[0]];
  return make('button', {type: 'button', class: 'link', onclick: () => selectEdit(edit.partner)}, worded('span', {}, key, {place}));
}

function editCopy(edit) {
  const button = worded('button', {type: 'button', class: 'link copy', onclick: () => {
    const lines = edit.spans.map((span, side) => span && `“${slice(sides()[side], ...span)}” (${sides()[side].title}, ${edit.places[side]})`);
    copyText(lines.filter(Boolean).join('\n'), button);
  }}, 'copy.quote');
  return button;
}

// Kept sentences between two changes, folded away so that find-in-page still opens them.
function editRun(run) {
  const rows_ = make('div', {class: 'run-rows', hidden: 'until-found'}, run.map(editRow));
  return [make('div', {class: 'run'}, worded('button', {type: 'button', class: 'run-open', onclick: () => rows_.toggleAttribute('hidden')}, 'edit.run', {n: String(run.length)})), rows_];
}
