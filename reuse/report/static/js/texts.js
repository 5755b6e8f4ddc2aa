// Both texts as they are to be seen now. Of long ones the beginning is painted first and the rest right behind it; whoever
// needs all of a text has it finished at once.

const LETTERS_AHEAD = 5000; // of each text: several screens, and all of most speeches

function showTexts() {
  if (!panes.length) {
    buildPanes();
    dressPanes();
  }
  if (unfinished().length) requestAnimationFrame(() => setTimeout(finishTexts)); // behind the next frame
  else drawRulers();
}

const unfinished = () => panes.filter((pane) => pane.built < pane.item.paragraphs.length);

function finishTexts() {
  const open = unfinished();
  if (!open.length) return;
  for (const pane of open) pane.text.append(...paragraphs(pane, Infinity));
  dressPanes();
  if (state.view !== 'texts') return;
  drawRulers();
  curve();
}
