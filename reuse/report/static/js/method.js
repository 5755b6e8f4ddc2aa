// What was read and how, and what this page does not hold.

function showMethod() {
  const {method} = PAGE;
  const pair = (name, ...values) => [name instanceof Node ? name : make('dt', {}, name), make('dd', {}, values)];
  const inputs = PAGE.documents.slice(0, 200).flatMap((item) => pair(make('dt', {}, badge(item.index)),
    quoted(item.path || item.id, ''), item.encoding ? ` · ${item.encoding}` : '', ' · ', worded('span', {}, `language.${item.language}`),
    make('span', {class: 'digest'}, `sha256 ${item.sha256}`)));
  $('#method-inputs').append(...inputs);
  const code = (text) => make('code', {}, text);
  const settings = (values) => values.flatMap(([name, value]) => pair(name, code(value)));
  $('#method-run').append(...pair(worded('dt', {}, 'method.version'), code(`speech-reuse ${method.version} · ${method.schema}`)),
    ...(DATA.plotly ? pair(worded('dt', {}, 'method.charts'), code(`plotly.js ${DATA.plotly}`)) : []),
    ...pair(worded('dt', {}, 'method.fingerprint'), code(method.fingerprint)),
    ...pair(worded('dt', {}, 'method.command'), code(method.command)));
  const said = (tag, {key, slots}) => worded(tag, {}, key, slots);
  $('#method-background')?.append(...method.background.flatMap(([name, value]) => pair(said('dt', name), said('span', value))));
  $('#method-params').append(...settings(method.params));
  const both = (en, zh) => ({tongues: {en, zh}});
  const warnings = [...method.skipped.map(([path, en, zh]) => worded('li', {}, 'skipped', {path: {quote: path}, reason: both(en, zh)})),
    ...method.warnings.map(([en, zh]) => worded('li', {dir: 'auto'}, 'plain', {n: both(en, zh)}))];
  $('#method-warnings').append(...(warnings.length ? warnings.slice(0, 300) : [worded('li', {class: 'quiet'}, 'none.warnings')]));
  const left = method.left_out.map((said) => worded('li', {}, said.key, said.slots));
  $('#method-left-out').append(...(left.length ? left : [worded('li', {}, 'none.left_out')]));
}
