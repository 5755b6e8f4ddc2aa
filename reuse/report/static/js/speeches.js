// The list of speeches: sign of the series, date, size, ledger, how much stands elsewhere, the closest other.

const SPEECHES_AT_ONCE = 60;
let speechList = null;

function buildSpeeches(find = '') {
  speechList?.close();
  const words = find.trim().toLowerCase();
  const list = PAGE.documents.filter((item) => !words || [item.title, item.label, item.speaker, item.series, item.date, item.id]
    .some((text) => (text || '').toLowerCase().includes(words)));
  speechList = listing($('#speech-list tbody'), list, speechRow, {step: SPEECHES_AT_ONCE, more: $('#speech-list')});
  put($('#speech-count'), 'filtered', {shown: String(list.length), n: String(PAGE.documents.length)});
}

function speechRow(item) {
  const closest = PAGE.many.closest[item.index];
  const captioned = (look, key, ...inside) => putLabel(make('td', {class: look}, inside), 'data-caption', key);
  return make('tr', {},
    make('td', {}, item.mark ? make('span', {class: 'series', title: item.series}, item.mark) : null, titled(item, 'span')),
    make('td', {class: 'date'}, item.date || worded('span', {}, 'undated')),
    captioned('number', 'characters', item.characters),
    make('td', {class: 'wide-cell'}, ledgerBar(item)),
    captioned('number', 'elsewhere', make('b', {}, item.found)),
    make('td', {}, closest ? pairLink(closest[1], closest[0]) : worded('span', {class: 'quiet'}, 'nothing')));
}

// A link that opens a pair; it names the other document and says how much of the first stands in it.
function pairLink(index, other) {
  const pair = PAGE.pairs[index];
  const share = pair.source === other ? pair.target_share : pair.source_share;
  return make('a', {href: address({pair: `${pair.source},${pair.target}`})}, badge(other), ` ${share}`);
}

function seriesLegend() {
  const marks = new Map(PAGE.documents.filter((item) => item.mark).map((item) => [item.mark, item]));
  for (const place of $$('[data-series]')) {
    place.append(...[...marks].map(([mark, item]) => make('li', {}, make('span', {class: 'series', 'aria-hidden': 'true'}, mark), quoted(item.series, item.lang))));
  }
}

function wireSpeeches() {
  $('#speech-find').addEventListener('input', (event) => buildSpeeches(event.target.value));
  ledgerLegend($('#speech-legend'));
  seriesLegend();
  buildSpeeches();
}
