// Formulas by speech: how often, in which wording; an empty cell is an absence.

function buildGrid() {
  if (!$('#family-grid')) return;
  const {grid_documents: columns, grid_families: rows_} = PAGE.many;
  $('#family-grid').classList.toggle('long-heads', columns.some((index) => PAGE.documents[index].label.length > 6));
  const heads = columns.map((index) => {
    const item = PAGE.documents[index];
    return make('th', {scope: 'col'}, item.mark ? make('span', {class: 'series', 'aria-hidden': 'true'}, item.mark) : null, ' ', badge(index));
  });
  $('#family-grid thead').append(make('tr', {}, make('td'), heads));
  $('#family-grid tbody').append(...rows_.map((index) => gridRow(PAGE.families[index], columns)));
}

function gridRow(family, columns) {
  const used = new Map(family.uses.map((values) => [values[0], named('use', values)]));
  return make('tr', {class: family.is_stock ? 'is-stock' : null},
    make('th', {scope: 'row'}, make('a', {href: `#f=${family.name}`, style: 'text-decoration:none'}, template(family, 1))),
    columns.map((index) => {
      const use = used.get(index);
      if (!use) return make('td', {}, '·');
      const letters = family.variants.length > 1 ? make('small', {}, use.letters.slice(0, 4)) : null;
      return make('td', {class: 'used'}, make('b', {}, String(use.times)), letters);
    }));
}
