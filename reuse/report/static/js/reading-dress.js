// How the texts are dressed: colour by kind or by number, both panes scrolled as one, serif or sans, the whole window.

let scrolling = null; // the pane that moves the other one

function lockedScroll(event) {
  if ($('#lock').getAttribute('aria-pressed') !== 'true' || (scrolling && scrolling !== event.target)) return;
  const other = panes.find((pane) => pane.text !== event.target)?.text;
  if (!other) return;
  scrolling = event.target;
  const share = scrolling.scrollTop / Math.max(scrolling.scrollHeight - scrolling.clientHeight, 1);
  other.scrollTo({top: share * (other.scrollHeight - other.clientHeight), behavior: 'instant'});
  requestAnimationFrame(() => requestAnimationFrame(() => { scrolling = null; }));
}

function setFull(full) {
  $('#reading').classList.toggle('full', full);
  document.documentElement.classList.toggle('holds-full', full);
  $('#full').setAttribute('aria-pressed', String(full));
  if (state.view === 'texts') {
    drawRulers();
    curve();
  }
}

const isFull = () => $('#reading')?.classList.contains('full');

function wireDress() {
  const toggle = (id, act) => $(id).addEventListener('click', (event) => {
    const on = event.currentTarget.getAttribute('aria-pressed') !== 'true';
    event.currentTarget.setAttribute('aria-pressed', String(on));
    act(on);
  });
  toggle('#lock', () => {});
  toggle('#serif', (serif) => {
    document.documentElement.dataset.type = serif ? 'serif' : 'sans';
    if (state.view === 'texts') drawRulers();
  });
  $('#full').addEventListener('click', () => setFull(!isFull()));
  $('#colour').addEventListener('click', (event) => {
    const value = event.target.closest('button')?.dataset.value;
    if (!value) return;
    $('#panes').dataset.colour = value;
    pressed($('#colour'), value);
  });
  for (const text of $$('.text')) text.addEventListener('scroll', lockedScroll, {passive: true});
}
