// What starts the page, after the program's own script and in one element with it. Names the one worker that may be
// registered and lets scripts come from the page's own memory, nowhere else; says to the worker which build is open here; has
// the worker registered once the app is there and nothing else is to be done; and starts the program.
const here = new URL("./", location).pathname;
self.trustedTypes?.createPolicy("default", {
  createScriptURL: (to) => (to === "./sw.js" || to.startsWith("blob:") ? to : null),
});
const worker = isSecureContext && navigator.serviceWorker;
if (worker) {
  const build = document.querySelector("meta[name=aritai-build]").content;
  navigator.locks?.request(`aritai-${here}-${build}`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
  // Whoever has erased everything just now does not want it back, nor what was asked for a moment before.
  const erased = () => "erased" in document.documentElement.dataset;
  const register = async () => {
    if (erased()) return;
    try {
      const ours = await worker.register("./sw.js", { updateViaCache: "none" });
      if (erased()) return await ours.unregister();
      await worker.ready;
      // Not while another one may want to take its place: an event at that moment kept Chromium from letting it go for minutes.
      setTimeout(() => ours.installing || ours.waiting || ours.active?.postMessage("tidy"), 5000);
    } catch {}
  };
  addEventListener("aritai-shown", () => setTimeout(() => (self.requestIdleCallback ?? setTimeout)(register), 1000));
}
const begin = () =>
  __wbg_init({ module_or_path: "PROGRAM" }).catch((why) => {
    document.getElementById("panic").hidden = false;
    throw why;
  });
// Where a first screen can be written on already, what is seen and typed in the page's first moments goes before the program:
// coming up at once it took the processor from them. Whoever waits for it does not wait longer.
if (self.aritaiFirst?.shows() && self.requestIdleCallback) requestIdleCallback(begin, { timeout: 200 });
else begin();
