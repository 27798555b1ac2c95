// Aritai as a contestant of a form bench (`./dev bench --against FOLDER`): where its fields are, and its own saved state made of
// the bench's answers. The state is a person who has written everything: the scene is the bench's long text, its milestones are
// our steps on the way back, every other answer is a note. It goes straight into the journal, as the program itself would have
// left it. Knows the records' text (src/format.rs) and the names of the journal's stores.

const EDITION = '000000000000bec4';
const GENERATION = 7;
/** A step is within two weeks, within 90 days, within a year; which one does not matter here. */
const SPAN = { id: 'd90', label: '90日のうちに' };

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc32 = bytes => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};
const sorted = value =>
  Array.isArray(value) ? value.map(sorted)
  : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])]))
  : value;

/** A record as the journal keeps it: its name and its text with the checksum. */
function record(part, body) {
  const key = `${EDITION}:${part}`, text = JSON.stringify(sorted(body));
  const generation = Buffer.alloc(8);
  generation.writeBigUInt64BE(BigInt(GENERATION));
  const sum = crc32(Buffer.concat([Buffer.from(key), generation, Buffer.from(text)]));
  return [key, `{"b":${text},"c":${sum},"g":${GENERATION},"k":${JSON.stringify(key)}}`];
}

const id = number => (0xbe0000 + number).toString(16).padStart(16, '0');

function records(answers) {
  const steps = answers.milestones.map((step, at) => ({
    id: id(at), what: step.title, day: step.due, then: step.detail, place: step.status, span: [SPAN],
  }));
  return [
    record('edition', { opened: 1795000000000 }),
    record('wish.scene', { v: answers.story }),
    record('work.note', { v: Object.values(answers).filter(v => typeof v === 'string').slice(0, 12).join('\n').slice(0, 2000) }),
    ...steps.map(step => record(`step/${step.id}`, step)),
    record('order.step', { ids: steps.map(step => step.id) }),
  ];
}

/** Runs on an empty page of the same origin. */
function fill(records, generation) {
  return new Promise((done, failed) => {
    const open = indexedDB.open('aritai', 1);
    open.onupgradeneeded = () => { for (const name of ['records', 'meta', 'before', 'aside']) open.result.createObjectStore(name); };
    open.onerror = () => failed(open.error);
    open.onsuccess = () => {
      const tx = open.result.transaction(['records', 'meta'], 'readwrite');
      for (const [key, text] of records) tx.objectStore('records').put(text, key);
      tx.objectStore('meta').put(generation, 'head');
      tx.objectStore('meta').put(1, 'format');
      tx.onerror = () => failed(tx.error);
      tx.oncomplete = () => { open.result.close(); done(true); };
    };
  });
}

/** The milestones are opened by their link, from the screen before them. */
const ADDRESSES = { first: '#/wish', long: '#/wish', milestones: '#/strengths' };
const BEFORE_MILESTONES = `document.querySelector('main .ways a.next')?.hash === '#/back'`;

export default {
  entry: '/#/wish',
  places: { first: '#wish-scene', long: '#wish-scene', milestones: `[id="step-${id(0)}-what"]` },
  milestoneField: `[id="step-${id(0)}-what"]`,
  next: 'main .ways a.next', prev: 'main .ways a.quiet',
  stepMarker: 'main h1',
  goto: async (place, { js, sleep }) => {
    await js(`location.hash = ${JSON.stringify(ADDRESSES[place])}, 0`);
    for (let look = 0; place === 'milestones' && look < 400 && !(await js(BEFORE_MILESTONES)); look++) await sleep(50);
  },
  storage: answers => ({ script: `(${fill})(${JSON.stringify(records(answers))}, ${GENERATION})` }),
};
