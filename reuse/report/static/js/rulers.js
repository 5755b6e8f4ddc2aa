// The narrow strip beside each text: where its matches stand, what part is in sight, where the selected one is.

const RULER_HEIGHT = 1000;

// All is measured before anything is drawn, so that the texts are laid out once.
function drawRulers() {
  finishTexts();
  const visible = new Set(shown());
  const measured = panes.map((pane) => [pane, measuredTicks(pane, visible)]);
  for (const [pane, lines] of measured) {
    const ticks = [...lines].map(([kind, d]) => draw('path', {class: kind, d, style: 'stroke-width:3'}));
    $('.ruler', pane.element).replaceChildren(...ticks, draw('rect', {class: 'window', x: 0, width: 14}), draw('path', {class: 'here', style: 'stroke-width:5'}));
  }
  moveWindows();
}

function measuredTicks(pane, visible) {
  const full = Math.max(pane.text.scrollHeight, 1);
  const top = pane.text.getBoundingClientRect().top - pane.text.scrollTop;
  const at = new Map();
  const lines = new Map();
  for (const match of matches()) {
    if (!visible.has(match)) continue;
    const button = pane.numbers.get(match.number);
    const anchor = button.hidden ? button.parentElement : button;
    const y = Math.round(((anchor.getBoundingClientRect().top - top + 8) / full) * RULER_HEIGHT);
    at.set(match.number, y);
    const kind = match.stock ? 'stock' : match.kind;
    lines.set(kind, `${lines.get(kind) || ''}M3 ${y}h9`);
  }
  pane.rulerAt = at;
  return lines;
}

function moveWindows() {
  const measured = panes.map(({text}) => [text.scrollTop, text.clientHeight, RULER_HEIGHT / Math.max(text.scrollHeight, 1)]);
  for (const [i, pane] of panes.entries()) {
    const window_ = $('.ruler .window', pane.element);
    if (!window_ || !pane.rulerAt) return;
    const [top, height, scale] = measured[i];
    window_.setAttribute('y', top * scale);
    window_.setAttribute('height', height * scale);
    const y = pane.rulerAt.get(state.match);
    $('.ruler .here', pane.element).setAttribute('d', y === undefined ? '' : `M0 ${y}h14`);
  }
}

function clickRuler(event) {
  const pane = panes.find((one) => one.element.contains(event.target));
  const box = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - box.top) / box.height;
  pane.text.scrollTo({top: share * pane.text.scrollHeight - pane.text.clientHeight / 2, behavior: 'instant'});
}
