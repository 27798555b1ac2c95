// What starts the page, after the program's own script and in one file with it. Says to the worker which
// build is open here. Has the worker registered where there is something to keep, once nothing else is to be
// done. Refuses to take back what was typed before a text was set. Starts the program, which `begin.js` asked
// for.
const here = new URL("./", location).pathname;
const worker = isSecureContext && navigator.serviceWorker;
if (worker) {
  const build = document.querySelector("meta[name=aritai-build]").content;
  navigator.locks?.request(`aritai-${here}-${build}`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
  // Whoever has erased everything just now does not want it back, nor what was asked for a moment before.
  const erased = () => "erased" in document.documentElement.dataset;
  let asked = false;
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
  const soon = () => {
    if (asked) return;
    asked = true;
    setTimeout(() => (self.requestIdleCallback ?? setTimeout)(register), 1000);
  };
  // An app that is installed works without a line, all of it (see `ALL` in sw.js).
  const all = async () => {
    if (erased()) return;
    await caches.open(`aritai-${here}-all`).catch(() => {});
    if (asked) (await worker.ready).active.postMessage("tidy");
    else soon();
  };
  // Whoever only looks is not made to fetch what they don't use: not before something was saved.
  addEventListener("aritai-kept", soon);
  addEventListener("appinstalled", all);
  addEventListener("aritai-shown", () => (matchMedia("(display-mode: standalone)").matches ? all() : worker.controller && soon()));
}
// What was typed before a text was set (`parts::field`) is gone. Chromium would put it in a second time when it
// is taken back.
addEventListener(
  "beforeinput",
  (event) => event.inputType === "historyUndo" && event.target.value === event.target.aritaiShown && event.preventDefault(),
  true,
);
__wbg_init({ module_or_path: self.aritaiProgram }).catch((why) => {
  document.getElementById("panic").hidden = false;
  throw why;
});
