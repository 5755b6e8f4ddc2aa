// Where nothing was found: what was read and tried, the nearest miss, the command that looks wider.

function showNothing() {
  const {seeds, nearest, command, formulas} = PAGE.nothing;
  $('#nothing-read').append(...PAGE.documents.slice(0, 50).map((item) => make('li', {}, badge(item.index), ' ', titled(item), ' · ',
    worded('span', {}, 'characters.n', {n: item.characters}), ' · ', worded('span', {}, `language.${item.language}`))));
  put($('#nothing-seeds'), 'nothing.seeds', {n: seeds});
  if (command) $('#nothing-command').textContent = command;
  if (formulas.length) $('#nothing-formulas').append(...formulas.map(([text, lang]) => make('li', {}, quoted(text, lang))));
  if (!nearest) return;
  const line = (index, text, lang) => make('p', {}, badge(index), quoted(text, lang));
  const card = $('#nothing-nearest');
  card.hidden = false;
  card.append(worded('p', {class: 'quiet'}, nearest.least ? 'nothing.nearest.length' : 'nothing.nearest', nearest),
    make('div', {class: 'quotes'}, line(nearest.source, nearest.source_text, nearest.source_lang), line(nearest.target, nearest.target_text, nearest.target_lang)));
}
