// What the page is about, and the making of elements. Words of documents become text nodes here and nowhere markup.

// One file carries its data inside; a folder has them in a script that ran before this one.
const DATA = globalThis.speechReuseData || JSON.parse(document.getElementById('data').textContent);
const PAGE = DATA.page;
const PAIR = PAGE.kind === 'pair';
const SVG = 'http://www.w3.org/2000/svg';

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// make('button', {class: 'link', onclick: f}, 'text', element, …); null attributes and children are passed over.
function make(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...present(children));
  return element;
}

const present = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined);

// Everything inside `element` anew; what it said before is forgotten.
function fill(element, ...children) {
  unsay(element);
  element.replaceChildren(...present(children));
}

// Arrays of the data as objects: named('match', […]) has .number, .source and so on.
function named(kind, values) {
  return Object.fromEntries(DATA.fields[kind].map((name, i) => [name, values[i]]));
}

// Words of a document: its language and direction stand beside them, masks of names are boxed.
function quoted(text, lang, tag = 'span', more = {}) {
  return make(tag, {class: 'quoted', lang: lang || null, dir: 'auto', ...more}, masked(text));
}

function masked(text) {
  const pieces = text.split(/([*＊×]+)/);
  return pieces.map((piece, i) => (i % 2 ? make('span', {class: 'mask'}, piece) : piece || null));
}

// A list that grows on demand: `one(item)` makes an element; the button shows the next `step` items.
function listing(place, items, one, {step = 50, more} = {}) {
  let shown = 0;
  const button = make('button', {type: 'button', class: 'button more', onclick: () => grow(step)});
  function grow(by) {
    const next = items.slice(shown, shown + by);
    shown += next.length;
    place.append(...next.map(one).flat());
    button.hidden = shown >= items.length;
    put(button, 'more', {n: String(items.length - shown)});
  }
  place.replaceChildren();
  (more || place).after(button);
  grow(step);
  return {
    all: () => grow(items.length - shown),
    upTo: (index) => index >= shown && grow(index + 1 - shown),
    close: () => button.remove(),
  };
}

// The page is at work before its end has been read: what is packed stands there.
const whole = new Promise((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve);
  else resolve();
});

// Behind the next frame: when what is in the page by now has been painted. A page in the background paints nothing.
const nextFrame = () => new Promise((resolve) => {
  if (document.hidden) setTimeout(resolve);
  else requestAnimationFrame(() => setTimeout(resolve));
});

// Base64 of gzip to text, without any request.
async function unpack(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
