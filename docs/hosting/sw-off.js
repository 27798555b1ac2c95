// Put this file in place of sw.js if a version of the worker ever gets in the way. At their next visit browsers
// take it, drop the copies of Aritai's files that the worker kept, and have no worker from then on. What people
// have written is kept elsewhere and isn't touched.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
// A page that is open may ask for a worker once more just after this one has left, which a browser takes as "stay"; it then says
// this, and the worker leaves again.
addEventListener("message", (event) => event.waitUntil(leave()));

async function leave() {
  const names = `aritai-${new URL("./", location).pathname}-`;
  for (const name of await caches.keys()) {
    if (name.startsWith(names) && /^([0-9a-f]{16}|all)$/.test(name.slice(names.length))) await caches.delete(name);
  }
  await registration.unregister();
}
