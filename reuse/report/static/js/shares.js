// The heatmap and the list of pairs; any pair opens in the reading view inside this page.

const PAIRS_AT_ONCE = 30;

async function pairCard(index) {
  const card = $('#pair-card');
  if (index === null || index < 0) return put(card, 'shares.hint');
  card.dataset.pair = index;
  await needPair(index);
  if (card.dataset.pair !== String(index)) return card; // another was chosen meanwhile
  const pair = PAGE.pairs[index];
  const [source, target] = [PAGE.documents[pair.source], PAGE.documents[pair.target]];
  const best = source.text === null ? [] : matches(index).slice().sort((a, b) => b.bits - a.bits || a.number - b.number).slice(0, 5);
  return fill(card,
    make('h3', {}, titled(source, 'span'), ' ↔ ', titled(target, 'span')),
    worded('p', {class: 'quiet'}, 'pair.said', {a: pair.source_share, b: pair.target_share, n: pair.alignments, passages: pair.passages}),
    make('ul', {class: 'pieces'}, best.map((match) => make('li', {class: match.stock ? 'is-stock' : null},
      quoted(slice(source, ...closedSpan(match, 0)), source.lang), worded('span', {class: 'figures'}, 'inspector.bits', {n: match.bits_text})))),
    openButton(index));
}

// A joint of the tree: the two groups of speeches that meet there, and what they share on average.
function jointCard(number) {
  const {heat, joints, joint_shares: means} = PAGE.many;
  const card = $('#pair-card');
  delete card.dataset.pair;
  const group = ([first, last]) => make('p', {class: 'group'}, heat.slice(first, last + 1).flatMap((index) => [badge(index), ' ']));
  return fill(card, worded('h3', {}, 'tree.said', {share: means[number]}), group(joints[number].upper), group(joints[number].lower));
}

// A narrow page has no room for the tree.
function adaptShares(figure) {
  adaptMarked('shares', figure);
  if (!narrow.matches) return;
  figure.data = figure.data.filter((trace) => trace.xaxis !== 'x2');
  delete figure.layout.xaxis2;
  figure.layout.xaxis.domain = [0, 1];
  figure.layout.margin.r = 12;
}

const sharesAnything = (pair) => pair.larger_share > 0 || pair.passages !== '0';

function openButton(index) {
  const pair = PAGE.pairs[index];
  return worded('a', {class: 'button door', href: address({pair: `${pair.source},${pair.target}`})}, 'pair.open');
}

function pairRow(index) {
  const pair = PAGE.pairs[index];
  const captioned = (key, ...inside) => putLabel(make('td', {class: 'number'}, inside), 'data-caption', key);
  return make('tr', {}, make('td', {}, badge(pair.source)), make('td', {}, badge(pair.target)),
    captioned('pair.of_earlier', pair.source_share), captioned('pair.of_later', pair.target_share),
    captioned('fact.matches', pair.alignments), captioned('fact.passages', pair.passages), make('td', {class: 'number'}, openButton(index)));
}

// Opens a pair in the reading view; a page whose texts were left out says how to open it instead.
async function openPair(index) {
  if (index < 0 || state.pair === index) return;
  await needPair(index);
  Object.assign(state, {pair: index, match: null, ...unfiltered()});
  panes.length = 0;
  $('#read').hidden = false;
  $('#reading').hidden = false;
  $('#read-left-out').hidden = true;
  const [source, target] = sides();
  $('#pair-names').replaceChildren(titled(source), ' ↔ ', titled(target));
  if (source.text === null) {
    readLeftOut();
    return;
  }
  const {left_out: missing, alignments} = PAGE.pairs[index];
  $('#pair-cut').hidden = missing === null;
  if (missing !== null) put($('#pair-cut'), 'pair.cut', {n: alignments, missing, command: compareCommand()});
  showView(offerViews());
  showFilters();
  inspect();
  curve();
}

function closePair() {
  Object.assign(state, {pair: null, match: null});
  $('#read').hidden = true;
  history.replaceState(null, '', '#shares');
  $('#shares').scrollIntoView();
}

function wireShares() {
  const written = (index) => Number(PAGE.pairs[index].passages.replaceAll(',', ''));
  $('#share-legend')?.append(...PAGE.many.steps.map((text, i) => make('li', {}, make('i', {class: `step-${i}`}), text)));
  const picked = ([row_, column]) => (row_ === 'joint' ? jointCard(column) : pairCard(pairOf(row_, column)));
  plans.set('shares', {clicked: picked, hovered: (place) => place?.[0] === 'joint' && picked(place), adapt: adaptShares});
  if ($('[data-figure="shares"]')) wireHeatKeys();
  plans.set('time', {clicked: ([family]) => showFamily(PAGE.families[family].name)});
  const order = PAGE.pairs.map((_, i) => i).sort((a, b) => PAGE.pairs[b].larger_share - PAGE.pairs[a].larger_share || written(b) - written(a) || a - b);
  listing($('#pair-list tbody'), order, pairRow, {step: PAIRS_AT_ONCE, more: $('#pair-list')});
  $('#pair-close').addEventListener('click', closePair);
  pairCard(order.length && sharesAnything(PAGE.pairs[order[0]]) ? order[0] : null);
}
