// The network as GEXF for Gephi and its kin: speeches and formulas, who uses which, who shares how much with whom.

const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

// Text for XML: markup escaped, what XML 1.0 cannot hold replaced.
function xml(value) {
  const named_ = {'<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;'};
  return String(value).toWellFormed().replace(NOT_XML, '\ufffd').replace(/[<>&"\n\r\t]/g, (letter) => named_[letter]);
}

const BITS_PER_CHARACTER = 4.5; // what turns shared characters into the unit of the other ties, as in reuse.graph
const GEXF_NODE = {kind: 'string', date: 'string', speaker: 'string', series: 'string', characters: 'integer', documents: 'integer', occurrences: 'integer', bits: 'double', stock: 'double', first: 'string', last: 'string'};
const GEXF_EDGE = {kind: 'string', occurrences: 'integer', alignments: 'integer', source_share: 'double', target_share: 'double'};

function gexf(result) {
  const element = (name, attributes, inside = '') => `<${name}${Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${xml(value)}"`).join('')}>${inside}</${name}>`;
  const attributes = (kind, names) => element('attributes', {class: kind, mode: 'static'},
    Object.entries(names).map(([title, type]) => element('attribute', {id: `${kind}-${title}`, title, type})).join(''));
  const values = (kind, names, one) => element('attvalues', {}, Object.keys(names).filter((name) => one[name] !== null && one[name] !== undefined)
    .map((name) => element('attvalue', {for: `${kind}-${name}`, value: one[name]})).join(''));
  const {nodes, edges: ties} = networkOf(result);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('gexf', {xmlns: 'http://www.gexf.net/1.2draft', version: '1.2'},
    element('graph', {defaultedgetype: 'undirected', mode: 'static'}, attributes('node', GEXF_NODE) + attributes('edge', GEXF_EDGE)
      + element('nodes', {}, nodes.map((one) => element('node', {id: one.id, label: one.label}, values('node', GEXF_NODE, one))).join('\n'))
      + element('edges', {}, ties.map((one, i) => element('edge', {id: i, source: one.source, target: one.target, weight: one.weight},
        values('edge', GEXF_EDGE, one))).join('\n'))))}\n`;
}

// Nodes and edges as `--gexf` has them: a formula weighs its bits, without the part that is stock.
function networkOf(result) {
  const nodes = [
    ...result.documents.map((one) => ({...one, kind: 'speech', label: one.title || one.id})),
    ...result.families.map((one) => ({...one, kind: 'family', label: one.template})),
  ];
  const uses_ = result.families.flatMap((family) => {
    const times = new Map();
    for (const {document: id} of family.variants.flatMap((variant) => variant.occurrences)) times.set(id, (times.get(id) || 0) + 1);
    const weight = Math.max(0, family.bits) * (1 - family.stock);
    return [...times].map(([id, occurrences]) => ({kind: 'uses', source: id, target: family.id, weight, occurrences}));
  });
  const size = new Map(result.documents.map((one) => [one.id, one.characters]));
  const distinctive = (pair) => (pair.source_share_distinctive * size.get(pair.source) + pair.target_share_distinctive * size.get(pair.target)) / 2;
  const shares = result.pairs.filter((pair) => pair.alignments)
    .map((pair) => ({...pair, kind: 'shares', weight: distinctive(pair) * BITS_PER_CHARACTER}));
  return {nodes, edges: [...uses_, ...shares]};
}
