// Long runs without a match, folded away so that find-in-page still opens them.

const FOLD_FROM = 70; // characters without a match

function foldable(text) {
  const run = make('span', {class: 'fold'}, masked(text));
  const open = make('button', {type: 'button', class: 'fold-open', onclick: () => run.removeAttribute('hidden')});
  return [run, putLabel(open, 'aria-label', 'fold.run', {n: String([...text].length)})];
}

function setFold(folded) {
  finishTexts();
  $('#panes').classList.toggle('folded', folded);
  $('#fold').setAttribute('aria-pressed', String(folded));
  for (const run of $$('.fold')) {
    if (folded) run.setAttribute('hidden', 'until-found');
    else run.removeAttribute('hidden');
  }
  drawRulers();
}
