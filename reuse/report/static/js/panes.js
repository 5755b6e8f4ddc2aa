// Both texts with their marks. A piece of text is cut where a match starts or ends or where equal turns into different;
// each piece knows its matches, the smallest first, so that filters and selection only change classes.

const HUES = 6; // told apart when marks are coloured by number
const MARKS_AT_A_PLACE = 3; // numbers shown where many matches start at the same character
const panes = []; // {side, item, text, pieces, numbers: Map(number -> button), starts: [[buttons]]}
const pieceOf = new WeakMap();

function buildPanes() {
  panes.length = 0;
  for (const element of $$('.pane')) {
    const side = Number(element.dataset.side);
    const item = sides()[side];
    const pane = {side, item, element, text: $('.text', element), pieces: [], numbers: new Map(), starts: [], built: 0};
    pane.sweep = sweepOf(pane);
    $('header', element).replaceChildren(PAIR ? badge(side) : badge(item.index), titled(item),
      worded('span', {}, 'characters.n', {n: item.characters}));
    element.setAttribute('aria-label', item.title);
    putLabel(pane.text, 'aria-label', 'pane.label', {title: {quote: item.title, lang: item.lang}});
    pane.text.replaceChildren(...paragraphs(pane, LETTERS_AHEAD));
    panes.push(pane);
  }
}

// The places of one text at which a mark begins, ends or changes, and how far it has been cut along them.
function sweepOf(pane) {
  const open = matches().slice().sort((a, b) => a.spans[pane.side][0] - b.spans[pane.side][0] || a.number - b.number);
  const same = new Map(open.map((match) => [match, sameSpans(match, pane.side)]));
  const edges = [...new Set(open.flatMap((match) => [...match.spans[pane.side], ...same.get(match).flat()]))].sort((a, b) => a - b);
  return {pane, same, edges, open, next: 0, edge: 0, active: []};
}

// The next paragraphs of a text, until they hold so many letters.
function paragraphs(pane, letters) {
  const {sweep, item, built} = pane;
  const first = item.paragraphs[built]?.[0];
  while (pane.built < item.paragraphs.length && item.paragraphs[pane.built][0] - first < letters) pane.built++;
  return item.paragraphs.slice(built, pane.built).map(([start, end], i) => {
    const paragraph = make('p', {lang: item.lang || null, dir: 'auto', 'data-number': `¶${built + i + 1}`});
    while (sweep.edge < sweep.edges.length && sweep.edges[sweep.edge] <= start) sweep.edge++;
    let from = start;
    while (from < end) {
      const to = sweep.edge < sweep.edges.length && sweep.edges[sweep.edge] < end ? sweep.edges[sweep.edge++] : end;
      piece(sweep, paragraph, from, to);
      from = to;
    }
    return paragraph;
  });
}

function piece(sweep, paragraph, from, to) {
  const {pane, same, open} = sweep;
  const starting = [];
  while (sweep.next < open.length && open[sweep.next].spans[pane.side][0] <= from) {
    const match = open[sweep.next++];
    sweep.active.push(match);
    starting.push(match);
  }
  sweep.active = sweep.active.filter((match) => match.spans[pane.side][1] > from);
  if (starting.length) paragraph.append(...numberButtons(pane, starting));
  const text = slice(pane.item, from, to);
  if (!sweep.active.length) {
    paragraph.append(...(to - from >= FOLD_FROM ? foldable(text) : masked(text).filter(Boolean)));
    return;
  }
  const length = (match) => match.spans[pane.side][1] - match.spans[pane.side][0];
  const here = sweep.active.slice().sort((a, b) => length(a) - length(b) || a.number - b.number);
  const equal = new Set(here.filter((match) => same.get(match).some(([first, last]) => first <= from && to <= last)));
  const element = make('span', {}, masked(text));
  const one = {element, pane, from, to, matches: here, equal};
  pane.pieces.push(one);
  pieceOf.set(element, one);
  paragraph.append(element);
}

function numberButtons(pane, starting) {
  const buttons = starting.map((match) => {
    const button = make('button', {type: 'button', 'data-number': match.number});
    putLabel(button, 'aria-label', 'match.label', {n: String(match.number), kind: {word: `kind.${match.kind}`}});
    pane.numbers.set(match.number, button);
    return button;
  });
  const rest = make('button', {type: 'button', class: 'num stock', hidden: true});
  pane.starts.push({buttons, starting, rest});
  return [...buttons, rest];
}

// Classes of all pieces and numbers, by filter and selection.
function dressPanes() {
  const visible = new Set(shown());
  const chosen = state.match === null ? null : matches()[state.match - 1];
  for (const pane of panes) {
    for (const one of pane.pieces) {
      const seen = one.matches.filter((match) => visible.has(match));
      one.top = seen.includes(chosen) ? chosen : seen[0];
      one.element.className = !one.top ? '' : `mark ${kindClass(one.top)} hue-${one.top.number % HUES}`
        + (one.equal.has(one.top) ? ' same' : '') + (one.top === chosen ? ' chosen' : '');
    }
    for (const place of pane.starts) dressNumbers(pane, place, visible, chosen);
  }
}

function dressNumbers(pane, {buttons, starting, rest}, visible, chosen) {
  const seen = starting.filter((match) => visible.has(match));
  const front = new Set(seen.slice(0, MARKS_AT_A_PLACE));
  if (seen.includes(chosen)) front.add(chosen);
  starting.forEach((match, i) => {
    buttons[i].hidden = !front.has(match);
    buttons[i].className = `num ${kindClass(match)} hue-${match.number % HUES}${match === chosen ? ' chosen' : ''}`;
  });
  const hidden = seen.filter((match) => !front.has(match));
  rest.hidden = !hidden.length;
  if (!hidden.length) return;
  rest.dataset.number = `+${hidden.length}`;
  rest.dataset.opens = hidden[0].number;
  putLabel(rest, 'aria-label', 'match.rest', {n: String(hidden.length)});
}
