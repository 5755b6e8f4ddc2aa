// Addresses inside the page: #m=12, #m=12&view=rows, #f=F03, #pair=0,3, #read?stock=only. They reopen what they name.

function address(values) {
  const all = {...(PAIR || state.pair === null ? {} : {pair: `${PAGE.pairs[state.pair].source},${PAGE.pairs[state.pair].target}`}), ...values};
  return '#' + Object.entries(all).map(([key, value]) => `${key}=${value}`).join('&');
}

function parse(hash) {
  const text = hash.replace(/^#/, '');
  const [section, query] = text.includes('?') ? text.split('?') : text.includes('=') ? ['', text] : [text, ''];
  return {section, values: Object.fromEntries(query.split('&').filter(Boolean).map((pair) => pair.split('=')))};
}

async function follow() {
  const {section, values} = parse(location.hash);
  if (values.pair && !PAIR && PAGE.many) {
    const [a, b] = values.pair.split(',').map(Number);
    await openPair(pairOf(a, b));
    if (!values.m) $('#read').scrollIntoView();
  }
  if (state.pair !== null && sides()[0].text !== null) {
    if ($(`#view [data-value="${CSS.escape(values.view || '')}"]:not([hidden])`)) setView(values.view);
    if (version()?.edits.length && (values.edit || values.edits)) {
      showView('edits');
      if (values.edits) filterEdits(new Set(DATA.fields.editKinds.filter((kind) => values.edits.split(',').includes(kind))));
      if (values.edit) selectEdit(Number(values.edit));
    }
    const changes = {};
    if (['show', 'hide', 'only'].includes(values.stock)) changes.stock = values.stock;
    if (values.kinds) changes.kinds = new Set(values.kinds.split(',').filter((kind) => PAGE.kinds.includes(kind)));
    if (Object.keys(changes).length) {
      if (state.view === 'edits' || state.view === 'figures') setView('texts');
      filter(changes);
    }
    if (values.m) select(Number(values.m), {go: true});
  }
  if (values.f) showFamily(values.f);
  if (values.w) showPhrase(values.w);
  if (section) document.getElementById(section)?.scrollIntoView();
}

// The address follows the selection without adding to the history.
function keepAddress() {
  if (state.match === null) return;
  const view = state.view === 'rows' ? {view: 'rows'} : {};
  history.replaceState(null, '', address({m: state.match, ...view}));
}

// Moves the bar, where it is too narrow for all links, until this one stands in its middle. The page itself stays.
function showLink(link) {
  const bar = link.parentElement;
  bar.scrollLeft = link.offsetLeft - bar.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
}

// Which section is in sight, for the bar.
function watchSections() {
  const links = new Map($$('#sections a').map((link) => [link.hash.slice(1), link]));
  const seen = new Map();
  const watcher = new IntersectionObserver((entries) => {
    for (const {target, isIntersecting} of entries) seen.set(target.id, isIntersecting);
    const here = [...links.keys()].find((id) => seen.get(id));
    for (const [id, link] of links) {
      if (id === here) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    if (here) showLink(links.get(here));
  }, {rootMargin: '-20% 0px -70% 0px'});
  for (const id of links.keys()) watcher.observe(document.getElementById(id));
}
