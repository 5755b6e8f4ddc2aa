// Wordings that time decides: what was said before, what is said since, each with its years and its places.

const CHANGES_AT_ONCE = 12;
let changeList = null;

function buildChanges(find = '') {
  if (!$('#changes')) return;
  changeList?.close();
  const words = find.trim().toLowerCase();
  const all = PAGE.recurring.changes;
  const list = all.filter((one) => !words || [one.name, ...one.frame, ...one.wordings.map((wording_) => wording_.text)].some((text) => text.toLowerCase().includes(words)));
  changeList = listing($('#change-list'), list, changeCard, {step: CHANGES_AT_ONCE});
  put($('#change-count'), 'filtered', {shown: String(list.length), n: String(all.length)});
  $('#change-none').hidden = list.length > 0;
}

function changeCard(one) {
  const frame = quoted('', one.lang, 'h3', {class: 'frame'});
  one.frame.forEach((text, i) => frame.append(...(i ? [make('span', {class: 'pill open'}, '…')] : []), text));
  const family = one.family === null ? null : PAGE.families[one.family];
  return make('li', {class: 'card change', 'data-change': one.name}, make('div', {class: 'line'}, make('span', {class: 'quiet'}, one.name), frame, make('span', {class: 'space'}),
    worded('span', {class: 'quiet'}, 'change.said', {n: one.documents, settled: one.settled, p: one.p}),
    family && make('a', {href: `#f=${family.name}`}, family.name)),
  make('ul', {}, one.wordings.map((wording_) => datedRow(one, wording_))), periodEnds(one));
}

function datedRow(one, wording_) {
  const places = make('div', {class: 'detail', hidden: true});
  const opener = make('button', {type: 'button', class: 'opener', 'aria-expanded': 'false', onclick: () => {
    places.hidden = !places.hidden;
    opener.setAttribute('aria-expanded', String(!places.hidden));
    if (!places.firstChild) places.append(placeList(wording_.places, [...new Set(wording_.places.map(([document_]) => document_))]));
  }}, quoted(wording_.text, one.lang));
  return make('li', {}, make('div', {class: 'dated'}, opener,
    firstToLast(wording_),
    worded('span', {class: 'quiet number'}, 'speeches.n', {n: wording_.documents}), periodBars(one, wording_)), places);
}

// The years at both ends of the bars.
function periodEnds({periods}) {
  const years = [periods[0].split('–')[0], periods.at(-1).split('–').at(-1)];
  return make('div', {class: 'dated ends', 'aria-hidden': 'true'}, make('span'), make('span'), make('span'), make('span', {class: 'quiet'}, years.join(' – ')));
}

// One bar per period: the share of its speeches that hold the wording.
function periodBars(one, wording_) {
  const said = wording_.held.map(([held, of], i) => held ? `${one.periods[i]}: ${held} / ${of}` : null).filter(Boolean).join(', ');
  return make('span', {class: 'periods', role: 'img', 'aria-label': said, title: said}, wording_.held.map(([held, of]) => {
    const bar = make('i');
    bar.style.height = `${held ? Math.max((held / of) * 100, 8) : 0}%`;
    return make('span', {}, bar);
  }));
}

function wireChanges() {
  if (!$('#changes')) return;
  $('#change-find').addEventListener('input', (event) => buildChanges(event.target.value));
  buildChanges();
}
