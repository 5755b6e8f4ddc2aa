// The wording of one side of a match: what is equal, what differs, what moved, and where the other side has more.

const slice = (item, start, end) => item.text.slice(start, end);

// Sorted cuts of one side: differences and moves by their ends on this side.
function cuts(match, side, found = match.differences) {
  const own = (piece) => [piece[2 * side], piece[2 * side + 1]];
  return {differences: found.map(own), moves: match.moves.map(own)};
}

// Where the wording of a side begins and ends on the page: with the other half of quotation marks that it tears.
function closedSpan(match, side) {
  const [start, end] = match.spans[side];
  const [before, after] = match.closing?.length ? match.closing.slice(2 * side, 2 * side + 2) : [0, 0];
  return [start - before, end + after];
}

function wording(match, side) {
  const item = sides()[side];
  const [start, end] = match.spans[side];
  const {differences, moves} = cuts(match, side, shownDifferences(match));
  const edges = new Set([0, end - start]);
  for (const [from, to] of [...differences, ...moves]) edges.add(from).add(to);
  const sorted = [...edges].sort((a, b) => a - b);
  const within = (spans, from, to) => spans.some(([first, last]) => first <= from && to <= last);
  const gaps = new Set(differences.filter(([from, to]) => from === to).map(([from]) => from));
  const place = quoted('', item.lang);
  const [first, last] = closedSpan(match, side);
  place.append(slice(item, first, start));
  sorted.forEach((from, i) => {
    if (gaps.has(from)) place.append(putLabel(make('span', {class: 'missing', role: 'img'}), 'aria-label', 'row.missing'));
    const to = sorted[i + 1];
    if (to === undefined) return;
    const text = masked(slice(item, start + from, start + to));
    const look = within(moves, from, to) ? 'moved' : within(differences, from, to) ? 'different' : null;
    place.append(...(look ? [make('span', {class: look}, text)] : text.filter(Boolean)));
  });
  place.append(slice(item, end, last));
  return place;
}

// Which characters of one side are the same on the other: spans in the document's own offsets.
function sameSpans(match, side) {
  const [start, end] = match.spans[side];
  const {differences, moves} = cuts(match, side);
  const spans = [];
  let at = 0;
  for (const [from, to] of [...differences, [end - start, end - start]]) {
    if (from > at) spans.push([start + at, start + from]);
    at = to;
  }
  return [...spans, ...moves.map(([from, to]) => [start + from, start + to])];
}

// The wording with what stands around it.
function inContext(match, side) {
  const item = sides()[side];
  const [before, after] = match.contexts[side];
  const [start, end] = closedSpan(match, side);
  const around = (text, lead, tail) => make('span', {class: 'around quoted', lang: item.lang || null, dir: 'auto'}, lead, text, tail);
  return [
    before < start ? around(slice(item, before, start), startsInside(item, before) ? '…' : null, null) : null,
    wording(match, side),
    after > end ? around(slice(item, end, after), null, endsInside(item, after) ? '…' : null) : null,
  ];
}

const startsInside = (item, position) => !item.paragraphs.some(([start]) => start === position);
const endsInside = (item, position) => !item.paragraphs.some(([, end]) => end === position);
