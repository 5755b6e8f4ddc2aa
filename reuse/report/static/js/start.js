// The order in which the page comes to life: what is read first is shown first, charts wait until they are in sight.

function reading() {
  wireToolbar();
  buildChips();
  wireEdits();
  wireFigures();
  wireWords();
  wireDress();
  for (const text of $$('.text')) {
    text.addEventListener('click', clickText);
    text.addEventListener('scroll', () => requestAnimationFrame(() => {
      moveWindows();
      curve();
    }), {passive: true});
  }
  for (const ruler of $$('.ruler')) ruler.addEventListener('click', clickRuler);
  hear('filter', () => {
    if (state.pair === null) return;
    dressPanes();
    if (state.view === 'texts') drawRulers();
    showFilters();
    if (rowList) buildRows();
    inspect();
    curve();
  });
  hear('selected', (detail) => {
    if (state.pair === null) return;
    setSide();
    showSelected(detail || {});
    showRow();
    moveWindows();
    showPosition();
    inspect();
    keepAddress();
  });
  addEventListener('resize', () => state.pair !== null && state.view === 'texts' && (drawRulers(), curve()));
  addEventListener('beforeprint', () => {
    if (state.pair === null || sides()[0].text === null) return;
    if (state.view === 'edits') {
      if (!editList) buildEdits();
      if (!figureList) buildFigures();
      editList.all();
      figureList.all();
      return;
    }
    if (!panes.length) showTexts();
    finishTexts();
    if (!rowList) buildRows();
    rowList.all();
  });
}

const compareCommand = () => `speech-reuse compare ${sides().map((item) => item.path || item.id).join(' ')}`;

// A page whose texts were left out says so, with the command that shows them.
function readLeftOut() {
  const place = $('#read-left-out');
  place.hidden = false;
  $('#reading').hidden = true;
  put(place, 'read.left_out', {command: compareCommand()});
}

async function start() {
  document.title = PAGE.documents.slice(0, 2).map((item) => item.title).join(' ↔ ') + ' · speech-reuse';
  if (PAGE.kind === 'none') showNothing();
  else {
    opening();
    reading();
    if (PAIR) await needPair(0);
    if (PAIR && sides()[0].text === null) readLeftOut();
    else if (PAIR) {
      setSide();
      showView(offerViews());
      showFilters();
      inspect();
    }
    if (PAIR) ribbons();
    await nextFrame(); // what follows stands further down
    if (PAIR) {
      hear('filter selected', ribbons);
      wireMap();
    } else {
      wireSpeeches();
      wireShares();
      buildGrid();
      wireChanges();
    }
    wireFamilies();
    wireNetwork();
    watchCharts();
    watchSections();
  }
  showMethod();
  wireExport();
  wireKeys();
  addEventListener('hashchange', () => follow().catch(missingPart));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) follow().catch(missingPart); // the browser sees no change, the reader wants to go there again
  });
  await follow();
  document.documentElement.dataset.ready = '';
}

start().catch(missingPart);
