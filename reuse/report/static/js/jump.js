// Selecting a match: its partner comes to the middle and flashes, the side that was clicked stays where it is.

// `from`: the side that was clicked, which does not move. `go`: bring the reading view into sight. `focus`: move the
// keyboard to the partner's number.
function select(number, {from = null, go = false, focus = false} = {}) {
  const match = matches()[number - 1];
  if (!match) return;
  if (!fits(match)) clearFilters();
  state.match = number;
  if (state.view !== 'rows' && state.view !== 'texts') showView('texts');
  if (narrow.matches && from !== null && state.view === 'texts' && !go) state.side = from;
  tell('selected', {from, focus});
  if (go && state.view === 'texts') $('#reading').scrollIntoView({behavior: still.matches ? 'instant' : 'auto'});
}

function clearSelection() {
  state.match = editState.at = null;
  if (state.view === 'edits') showEdit();
  tell('selected', {});
}

function step(by) {
  if (state.view === 'edits') return stepEdit(by);
  if (state.view === 'figures') return undefined;
  const list = shown();
  if (!list.length) return undefined;
  const at = list.findIndex((match) => match.number === state.match);
  const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
  return select(list[next].number);
}

function showSelected({from = null, focus = false}) {
  if (state.match !== null) finishTexts();
  dressPanes();
  if (state.match !== null && state.view === 'texts') {
    for (const pane of panes) {
      if (pane.side !== from) centre(pane, pane.numbers.get(state.match));
      if (from !== null && pane.side !== from) flash(pane);
    }
    const partner = panes.find((pane) => pane.side !== from);
    if (focus && partner) partner.numbers.get(state.match).focus({preventScroll: true});
  }
  curve();
}

function centre(pane, element) {
  if (!element) return;
  const fold = element.closest('.fold[hidden]');
  if (fold) fold.removeAttribute('hidden');
  const box = pane.text.getBoundingClientRect();
  const at = element.getBoundingClientRect().top - box.top + pane.text.scrollTop;
  const top = Math.max(at - pane.text.clientHeight * 0.42, 0);
  const far = Math.abs(top - pane.text.scrollTop) > pane.text.clientHeight * 3;
  pane.text.scrollTo({top, behavior: far || still.matches ? 'instant' : 'smooth'});
}

function flash(pane) {
  for (const one of pane.pieces) {
    if (one.top?.number !== state.match) continue;
    one.element.classList.remove('flash');
    void one.element.offsetWidth; // starts the animation anew
    one.element.classList.add('flash');
    setTimeout(() => one.element.classList.remove('flash'), 950);
  }
}

// A curve across the gutter from the selected number in A to the one in B, where both are in sight.
function curve() {
  const path = $('#gutter path');
  const chosen = state.match === null ? [] : panes.map((pane) => [pane, pane.numbers.get(state.match)]);
  path.removeAttribute('d');
  if (chosen.length !== 2 || chosen.some(([, element]) => !element)) return;
  const frame = $('#gutter').getBoundingClientRect();
  const heights = chosen.map(([pane, element]) => {
    const [box, own] = [pane.text.getBoundingClientRect(), element.getBoundingClientRect()];
    const y = own.top + own.height / 2;
    return y >= box.top && y <= box.bottom ? y - frame.top : null;
  });
  if (heights.includes(null)) return;
  const [y0, y1] = heights;
  path.setAttribute('d', `M0 ${y0}C${frame.width / 2} ${y0} ${frame.width / 2} ${y1} ${frame.width} ${y1}`);
}

// A click on marked text takes the smallest match; again on the same place, the next larger one.
function clickText(event) {
  const pane = panes.find((one) => one.text.contains(event.target));
  const button = event.target.closest('.num');
  if (button) {
    select(Number(button.dataset.opens || button.dataset.number), {from: pane.side, focus: event.detail === 0});
    return;
  }
  const mark = event.target.closest('.mark');
  if (!mark || String(getSelection())) return;
  const visible = new Set(shown());
  const here = pieceOf.get(mark).matches.filter((match) => visible.has(match));
  const at = here.findIndex((match) => match.number === state.match);
  select(here[(at + 1) % here.length].number, {from: pane.side});
}

// Brings a place of a text into the middle: offsets as in the data.
function showPlace(side, start, end) {
  if (state.view !== 'texts') showView('texts');
  finishTexts();
  const pane = panes[side];
  const visible = new Set(shown());
  const holds = (match) => visible.has(match) && match.spans[side][0] < end && match.spans[side][1] > start;
  const inside = matches().filter(holds).sort((a, b) => a.length - b.length || a.number - b.number);
  state.side = side;
  if (inside.length) return select(inside[0].number, {go: true});
  tell('selected', {});
  $('#reading').scrollIntoView();
  const index = pane.item.paragraphs.findIndex(([, last]) => last > start);
  return centre(pane, pane.text.children[Math.max(index, 0)]);
}
