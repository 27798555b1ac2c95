// Asks for the program and its script before the page goes on, where they have to come over the line. Where the page comes from
// its worker they are there, and asking for them now would take the processor from what is seen first.
if (!navigator.serviceWorker?.controller) {
  const told = (name) => document.querySelector(`meta[name=aritai-${name}]`).content;
  const ask = (rel, href, how) => document.head.append(Object.assign(document.createElement("link"), { rel, ...how, href }));
  ask("preload", told("program"), { as: "fetch", type: "application/wasm", crossOrigin: "anonymous" });
  ask("modulepreload", told("script"), { integrity: told("script-sum") });
}
