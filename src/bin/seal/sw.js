// The worker that lets the page start without a line. It keeps one whole build, or nothing of it; a build that is open in
// some tab stays until that tab is gone. It answers for this build's page and for files whose names only one build has, so
// that no page is ever made of two. It keeps nothing else, and asks for nothing that is not in its list.
const BUILD = "BUILD_ID";
const FILES = FILE_LIST;
const HERE = new URL("./", location);
const NAMES = `aritai-${HERE.pathname}-`;
const OURS = NAMES + BUILD;
const OF_ONE_BUILD = /-[0-9a-f]{16}[._/]/;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("message", (event) => {
  if (event.data === "skip") skipWaiting();
  if (event.data === "tidy") event.waitUntil(tidy());
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== HERE.origin || !pathname.startsWith(HERE.pathname)) return;
  const path = pathname.slice(HERE.pathname.length) || "./";
  if (mode === "navigate") {
    if (path === "./" || path === "index.html") event.respondWith(answer("./", event.request));
  } else if (path in FILES || OF_ONE_BUILD.test(path)) {
    event.respondWith(answer(path, event.request));
  }
});

// What this build has, else what another one that is still open has, else what the server has.
async function answer(path, request) {
  const address = new URL(path, HERE).href;
  // Not opened, which would make one anew where it has just been taken away.
  const ours = await caches.match(address, { cacheName: OURS });
  return ours ?? ((OF_ONE_BUILD.test(path) && (await caches.match(address))) || fetch(request));
}

// All or nothing, one after the other so that whoever works on the page has the line.
async function install() {
  const cache = await caches.open(OURS);
  try {
    for (const path in FILES) await take(cache, path);
  } catch (why) {
    await caches.delete(OURS);
    throw why;
  }
}

// Takes a file into a cache, if it is the very file that this build was made with.
async function take(cache, path) {
  const address = new URL(path, HERE).href;
  const had = OF_ONE_BUILD.test(path) && (await caches.match(address));
  if (had && (await put(cache, path, address, had))) return;
  const got = await fetch(address, { cache: "reload", redirect: "error", priority: "low" });
  if (got.status !== 200 || !(await put(cache, path, address, got))) throw new Error(`${path} is not what this build was made with`);
}

async function put(cache, path, address, answer) {
  // The blob is held by the browser, not by the page that shares its process with this worker; the bytes only to be looked at.
  const blob = await answer.blob();
  const bytes = await blob.arrayBuffer();
  const sum = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((b) => b.toString(16).padStart(2, "0"));
  drop(bytes);
  if (sum.join("") !== FILES[path]) return false;
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length", "set-cookie"]) headers.delete(name);
  await cache.put(address, new Response(blob, { headers }));
  return true;
}

// Gives the bytes' memory back at once. Nothing else does: detached by transfer() they still stay until this worker is swept, which
// it hardly ever is; handed to a port that has nobody at its other end they are gone.
function drop(bytes) {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(0, [bytes]);
  port1.close();
}

// Lets go of builds that are open nowhere (each open page holds a lock of its build's name), and mends our own.
async function tidy() {
  const others = (await caches.keys()).filter((name) => name.startsWith(NAMES) && /^[0-9a-f]{16}$/.test(name.slice(NAMES.length)) && name !== OURS);
  const open = new Set((await navigator.locks.query()).held.map((lock) => lock.name));
  // What a newer worker is about to need is its own.
  if (registration.installing || registration.waiting) return;
  for (const name of others) if (!open.has(name)) await caches.delete(name);
  if (!(await caches.has(OURS))) return;
  const cache = await caches.open(OURS);
  for (const path in FILES) if (!(await cache.match(new URL(path, HERE).href))) await take(cache, path);
}
