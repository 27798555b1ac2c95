// The worker that lets the page start without a line. It keeps the whole core of one build, which is what
// nearly every screen needs, or nothing of it; and of the rest (printing fonts, what makes office files and locks,
// the third part of the program, examples) the files that somebody used or asked for, each by itself. Every file is looked at before it is
// kept or given: it is the very file that this build was made with. A build that is open in some tab stays
// until that tab is gone. So no page is ever made of two builds.
const BUILD = "BUILD_ID";
// The core, and where the list of the rest lies, which belongs to the core: file → sum, and file → sum and
// size.
const CORE = CORE_FILES;
const LIST = "LIST_NAME";
// What of the rest is another with every build, and stands here lest the list be: file → sum and size.
const MORE = MORE_FILES;
// What of the rest has a name that another build's file may have too.
const PLAIN = PLAIN_FILES;
const HERE = new URL("./", location);
const NAMES = `aritai-${HERE.pathname}-`;
const OURS = NAMES + BUILD;
// An empty cache that says: here everything is to work without a line, whatever comes with an update (also
// start.js, browser::offline).
const ALL = NAMES + "all";
const OF_ONE_BUILD = /-[0-9a-f]{16}[._/]/;

addEventListener("install", (event) => event.waitUntil(install()));
// So that what is used at the first visit is kept too.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  const [port] = event.ports;
  if (event.data === "skip") skipWaiting();
  if (event.data === "tidy") event.waitUntil(tidy());
  if (event.data === "lacks") event.waitUntil(lacks().then((told) => port.postMessage(told)));
  if (event.data.take) event.waitUntil(bring(event.data.take).then((got) => port.postMessage(got.kept), () => port.postMessage(false)));
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== HERE.origin || !pathname.startsWith(HERE.pathname)) return;
  const path = pathname.slice(HERE.pathname.length) || "./";
  if (mode === "navigate") {
    if (path === "./" || path === "index.html") event.respondWith(answer("./", event.request));
  } else if (path in CORE || PLAIN.includes(path) || OF_ONE_BUILD.test(path)) {
    event.respondWith(answer(path, event.request));
  }
});

const at = (path) => new URL(path, HERE).href;
// Not opened, which would make one anew where it has just been taken away.
const ours = (path) => caches.match(at(path), { cacheName: OURS });
let list;
const rest = async () => ({ ...MORE, ...(list ??= await (await ours(LIST))?.json()) });
// The addresses of what a cache holds.
const held = async (cache) => new Set((await cache.keys()).map((request) => request.url));
const others = async () => (await caches.keys()).filter((name) => name.startsWith(NAMES) && /^[0-9a-f]{16}$/.test(name.slice(NAMES.length)) && name !== OURS);

// What this build has, or brings; else what another one that is still open has, else what the server has.
async function answer(path, request) {
  const kept = await ours(path);
  if (kept) return kept;
  if (!(path in CORE) && path in (await rest())) return (await bring(path)).answer.clone();
  return (OF_ONE_BUILD.test(path) && (await caches.match(at(path)))) || fetch(request);
}

// One file of the rest, for all who want it now: the answer, and whether it could be kept.
const coming = {};
function bring(path) {
  return (coming[path] ??= brought(path).finally(() => delete coming[path]));
}
async function brought(path) {
  const kept = await ours(path);
  if (kept) return { answer: kept, kept: true };
  const answer = await proven(path, (await rest())[path][0], "auto");
  try {
    if (await caches.has(OURS)) await (await caches.open(OURS)).put(at(path), answer.clone());
    return { answer, kept: !!(await ours(path)) };
  } catch {
    return { answer, kept: false };
  }
}

// The core, all or nothing, one file after the other so that whoever works on the page has the line. And what
// another build has here of the rest: nobody loses to an update what worked without a line.
async function install() {
  const cache = await caches.open(OURS);
  try {
    for (const path in CORE) await keep(cache, path, CORE[path]);
    const old = await others();
    // Where there is none yet, nothing can be lost: the rest comes after it.
    const all = old.length && (await caches.has(ALL));
    const nameless = (path) => path.replace(/-[0-9a-f]{16}/g, "");
    const before = new Set();
    for (const name of old) for (const url of await held(await caches.open(name))) before.add(nameless(url));
    const more = await rest();
    for (const path in more) if (all || before.has(nameless(at(path)))) await keep(cache, path, more[path][0]);
  } catch (why) {
    await caches.delete(OURS);
    throw why;
  }
}

async function keep(cache, path, sum) {
  await cache.put(at(path), await proven(path, sum));
}

// The file, if it is the very one that this build was made with: from another build, from what the browser
// has anyway, from the server.
async function proven(path, sum, priority = "low") {
  const one = OF_ONE_BUILD.test(path);
  const ask = (cache) => fetch(at(path), { cache, redirect: "error", priority });
  for (const way of [() => one && caches.match(at(path)), () => ask(one ? "default" : "no-cache"), () => ask("reload")]) {
    const got = await way();
    const answer = got && got.status === 200 && (await looked(got, sum));
    if (answer) return answer;
  }
  throw new Error(`${path} is not what this build was made with`);
}

async function looked(answer, wanted) {
  // The blob is held by the browser, not by the page that shares its process with this worker; the bytes only to be looked at.
  const blob = await answer.blob();
  const bytes = await blob.arrayBuffer();
  const sum = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((b) => b.toString(16).padStart(2, "0"));
  drop(bytes);
  if (sum.join("") !== wanted) return;
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length", "set-cookie"]) headers.delete(name);
  return new Response(blob, { headers });
}

// Gives the bytes' memory back at once. Nothing else does: detached by transfer() they still stay until this worker is swept, which
// it hardly ever is; handed to a port that has nobody at its other end they are gone.
function drop(bytes) {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(0, [bytes]);
  port1.close();
}

// What is not here: whether the core is whole, what of the rest is missing with its size, and how much the
// rest is in all.
async function lacks() {
  const here = (await caches.has(OURS)) ? await held(await caches.open(OURS)) : new Set();
  const more = Object.entries(await rest());
  return {
    core: Object.keys(CORE).every((path) => here.has(at(path))),
    missing: more.filter(([path]) => !here.has(at(path))).map(([path, [, size]]) => [path, size]),
  };
}

// Takes over what other builds have of this one's files, lets go of those that are open nowhere (each open
// page holds a lock of its build's name), and mends our own.
async function tidy() {
  const old = await others();
  const open = new Set((await navigator.locks.query()).held.map((lock) => lock.name));
  // What a newer worker is about to need is its own.
  if (registration.installing || registration.waiting) return;
  const cache = (await caches.has(OURS)) && (await caches.open(OURS));
  if (cache) {
    const here = await held(cache);
    const more = await rest();
    if (old.length) {
      for (const path in more) if (!here.has(at(path)) && OF_ONE_BUILD.test(path) && (await caches.match(at(path)))) await bring(path);
    }
  }
  for (const name of old) if (!open.has(name)) await caches.delete(name);
  if (!cache) return;
  const here = await held(cache);
  for (const path in CORE) if (!here.has(at(path))) await keep(cache, path, CORE[path]);
  if (!(await caches.has(ALL))) return;
  for (const path in await rest()) if (!here.has(at(path))) await bring(path);
}
