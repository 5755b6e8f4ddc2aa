// The strip over the edits: the whole target as one bar, every edit as long as its sentence; a click goes there.

function editStrip() {
  const all = edits();
  const length = (edit) => Math.max((edit.target || edit.source)[1] - (edit.target || edit.source)[0], 1);
  const whole = all.reduce((sum, edit) => sum + length(edit), 0);
  const paths = new Map();
  let at = 0;
  for (const edit of all) {
    edit.strip = [at / whole, (at + length(edit)) / whole];
    const [x, width] = [(at / whole) * 1000, (length(edit) / whole) * 1000];
    if (editFits(edit)) paths.set(edit.kind, `${paths.get(edit.kind) || ''}M${x.toFixed(2)} 0h${width.toFixed(2)}v20h-${width.toFixed(2)}z`);
    at += length(edit);
  }
  const strip = draw('svg', {class: 'edit-strip', viewBox: '0 0 1000 20', preserveAspectRatio: 'none', 'aria-hidden': 'true', onclick: clickStrip},
    [...paths].map(([kind, d]) => draw('path', {class: `is-${kind}`, d})), draw('path', {class: 'here'}));
  return strip;
}

function clickStrip(event) {
  const box = event.currentTarget.getBoundingClientRect();
  const share = (event.clientX - box.left) / box.width;
  const edit = edits().find((one) => one.strip[1] > share && editFits(one));
  if (edit) selectEdit(edit.number);
}
