// Differences told by whole words instead of characters. The browser knows where Chinese words end; where it does not,
// there is no switch.

const segmenter = globalThis.Intl?.Segmenter ? new Intl.Segmenter('zh', {granularity: 'word'}) : null;
const wordDifferences = new WeakMap();
let tellingWords = false;

function wordBorders(text) {
  const borders = new Set([0, text.length]);
  for (const {index} of segmenter.segment(text)) borders.add(index);
  return borders;
}

// The differences of a match, each as far as the words reach that it stands in; those that meet become one.
function byWords(match) {
  if (wordDifferences.has(match)) return wordDifferences.get(match);
  const texts = match.spans.map((span, side) => slice(sides()[side], ...span));
  const [left, right] = texts.map(wordBorders);
  const found = [];
  match.differences.forEach(([s0, s1, t0, t1], i) => {
    const before = s0 - (found.at(-1)?.[1] ?? 0);
    const after = (match.differences[i + 1]?.[0] ?? texts[0].length) - s1;
    let [back, on] = [0, 0];
    while (back < before && !(left.has(s0 - back) && right.has(t0 - back))) back++;
    while (on < after && !(left.has(s1 + on) && right.has(t1 + on))) on++;
    const last = found.at(-1);
    if (last && last[1] >= s0 - back) [last[1], last[3]] = [s1 + on, t1 + on];
    else found.push([s0 - back, s1 + on, t0 - back, t1 + on]);
  });
  wordDifferences.set(match, found);
  return found;
}

const shownDifferences = (match) => (tellingWords && !match.exact ? byWords(match) : match.differences);

function wireWords() {
  const button = $('#by-word');
  button.hidden = !segmenter;
  button.addEventListener('click', () => {
    tellingWords = !tellingWords;
    button.setAttribute('aria-pressed', String(tellingWords));
    if (rowList) buildRows();
    if (editList) buildEdits();
    inspect();
    showRow();
  });
}
