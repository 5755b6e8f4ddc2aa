// Downloads, made in the page from the machine contract that it carries.

// The contract's JSON, unpacked.
async function contract() {
  await whole;
  return unpack(DATA.folder ? await part('export') : $('#export').textContent);
}

function wireExport() {
  const place = $('#method-export');
  if (!DATA.exports) {
    put(place, 'export.too_large', {command: `${PAGE.method.command} --json result.json`});
    return;
  }
  const download = (name, type, written) => make('button', {type: 'button', class: 'button', id: `export-${name}`, onclick: () =>
    contract().then((text) => save(`speech-reuse.${name}`, written(text), type), missingPart)}, name.toUpperCase());
  place.append(download('json', 'application/json', (text) => text),
    download('csv', 'text/csv', (text) => csv(JSON.parse(text))),
    download('gexf', 'application/gexf+xml', (text) => gexf(JSON.parse(text))),
    worded('span', {class: 'quiet'}, 'export.hint'));
}

// The alignments as a table for spreadsheets; a cell that a spreadsheet would take for a formula gets a quote ahead.
function csv(result) {
  const head = ['id', 'source', 'source_start', 'source_end', 'source_text', 'target', 'target_start', 'target_end', 'target_text',
    'kind', 'identity', 'bits', 'stock', 'passage', 'family'];
  const rows_ = result.alignments.map((one) => [one.id, one.source.document, one.source.start, one.source.end, one.source.text,
    one.target.document, one.target.start, one.target.end, one.target.text, one.kind, one.identity, one.bits, one.stock, one.passage, one.family]);
  const cell = (value) => {
    const text = typeof value === 'string' && /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : String(value ?? '');
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return '\ufeff' + [head, ...rows_].map((values) => values.map(cell).join(',')).join('\r\n') + '\r\n';
}

function save(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], {type}));
  make('a', {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
