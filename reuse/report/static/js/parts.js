// Texts and pairs of a report that is a folder: each is a script beside the page, read when it is first asked for.

const arrived = new Map(); // name -> promise of its data
const waitingFor = new Map(); // name -> what settles the promise

function part(name) {
  if (!arrived.has(name)) {
    arrived.set(name, new Promise((resolve, reject) => {
      waitingFor.set(name, resolve);
      const script = make('script', {src: `parts/${name}.js`, onerror: () => reject(new Error(`parts/${name}.js is missing`))});
      document.head.append(script);
    }));
  }
  return arrived.get(name);
}

if (DATA.folder) globalThis.speechReuse = (name, value) => waitingFor.get(name)?.(value);

// The text of a document, put into it.
async function needText(item) {
  if (!DATA.folder || item.text !== null) return;
  const {text, paragraphs: spans} = await part(`text-${item.index}`);
  Object.assign(item, {text, paragraphs: spans});
}

// Both texts, the matches and the edits of a pair.
async function needPair(index) {
  if (!DATA.folder || index < 0) return;
  const pair = PAGE.pairs[index];
  await Promise.all([needText(PAGE.documents[pair.source]), needText(PAGE.documents[pair.target])]);
  if ((pair.alignments === '0' && pair.passages === '0') || pair.matches.length) return;
  const {matches: found, version: changes} = await part(`pair-${index}`);
  pair.matches = found;
  if (changes && !version(index)) PAGE.versions.push(changes);
  matchesOf.delete(index);
}

// What is shown in place of a part that cannot be read: the folder was taken apart.
function missingPart(error) {
  const place = $('#read-left-out');
  if (!place) throw error;
  $('#read').hidden = place.hidden = false;
  $('#reading').hidden = true;
  put(place, 'part.missing', {name: error.message});
}
