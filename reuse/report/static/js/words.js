// The two languages of the interface. Every sentence is kept with the element that shows it and said again on a switch.

let language = document.documentElement.dataset.ui;
const spoken = new Set(); // {element, attribute or null, key, slots}
const watched = new WeakMap(); // element -> its entry for the text, so that a new sentence replaces the old one

function t(key) {
  return DATA.words[language][key];
}

// The text of `key` with its {gaps} filled, as nodes. "one|many" is chosen by the slot n.
function say(key, slots = {}) {
  const pieces = pattern(key, slots).map((piece, i) => (i % 2 ? filled(slots[piece]) : piece));
  return pieces.reduce(together, []).filter((piece) => piece !== '');
}

// Adds a piece; punctuation behind a badge stays on its line, which browsers break there.
function together(row, piece) {
  const before = row.at(-1);
  const isHeld = before instanceof Node && before.classList?.contains('badge') && /^[。，、；：）.,;:)]/u.test(piece);
  if (!isHeld) return [...row, piece];
  return [...row.slice(0, -1), make('span', {class: 'together'}, before, piece[0]), piece.slice(1)];
}

// Words and names of gaps by turns.
function pattern(key, slots) {
  const text = t(key);
  const forms = text.split('|');
  return (forms[plain(slots.n) === '1' ? 0 : forms.length - 1]).split(/\{(\w+)\}/);
}

function plain(slot) {
  return typeof slot === 'object' && slot !== null ? slot.text : slot;
}

function filled(slot) {
  if (typeof slot !== 'object') return slot;
  if ('go' in slot) return make('a', {href: slot.go}, slot.text);
  if ('document' in slot) return badge(slot.document);
  if ('word' in slot) return t(slot.word);
  if ('tongues' in slot) return slot.tongues[language];
  return quoted(slot.quote, slot.lang);
}

// The same as plain text, for labels.
function sayText(key, slots = {}) {
  return pattern(key, slots).map((piece, i) => (i % 2 ? filledText(slots[piece]) : piece)).join('');
}

function filledText(slot) {
  if (typeof slot !== 'object') return slot;
  if ('document' in slot) return PAGE.documents[slot.document].label;
  if ('tongues' in slot) return slot.tongues[language];
  return 'word' in slot ? t(slot.word) : slot.text ?? slot.quote;
}

// Let `element` say something, now and in the other language.
function put(element, key, slots) {
  unsay(element);
  return speak(keep({element, attribute: null, key, slots}));
}

function keep(entry) {
  spoken.add(entry);
  if (!entry.attribute) watched.set(entry.element, entry);
  return entry;
}

function putLabel(element, attribute, key, slots) {
  return speak(keep({element, attribute, key, slots}));
}

// The element will show something else.
function unsay(element) {
  if (watched.has(element)) spoken.delete(watched.get(element));
  watched.delete(element);
}

function speak(entry) {
  const {element, attribute, key, slots} = entry;
  if (attribute) element.setAttribute(attribute, sayText(key, slots));
  else element.replaceChildren(...say(key, slots));
  return element;
}

const worded = (tag, attributes, key, slots) => put(make(tag, attributes), key, slots);

function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  document.documentElement.dataset.ui = language;
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const entry of [...spoken]) {
    if (entry.element.isConnected) speak(entry);
    else spoken.delete(entry);
  }
  tell('language');
}

// What the file itself says in its first language stands there already: it is only kept, to be said again on a switch.
for (const element of $$('[data-t]')) keep({element, attribute: null, key: element.dataset.t});
for (const name of ['label', 'title', 'placeholder']) {
  const attribute = name === 'label' ? 'aria-label' : name;
  for (const element of $$(`[data-t-${name}]`)) keep({element, attribute, key: element.getAttribute(`data-t-${name}`)});
}
