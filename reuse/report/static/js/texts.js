// Both texts as they are to be seen now. Of long ones the beginning is painted first and the rest right behind it; whoever
// needs all of a text has it finished at once.

const LETTERS_AHEAD = 1200; // of each text: two screens of it

function showTexts() {
  if (!panes.length) {
    buildPanes();
    dressPanes();
  }
  nextFrame().then(drawRulers); // measuring lays the texts out, once more than painting them does
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
