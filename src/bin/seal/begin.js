// Fetches what starts the page (`start.js`), which lies beside it with the program's own script. Names the scripts and the one
// worker that may be run, and lets scripts come from the page's own memory, nowhere else.
{
  const told = (name) => document.querySelector(`meta[name=aritai-${name}]`).content;
  const [script, program] = ["script", "program"].map(told);
  self.trustedTypes?.createPolicy("default", {
    createScriptURL: (to) => ([script, "./sw.js"].includes(to) || to.startsWith("blob:") ? to : null),
  });
  const begin = () => {
    self.aritaiProgram = fetch(program);
    // Whoever waits for it hears of it, too.
    self.aritaiProgram.catch(() => {});
    const element = Object.assign(document.createElement("script"), { type: "module", integrity: told("script-sum"), src: script });
    element.onerror = () => (document.getElementById("panic").hidden = false);
    document.head.append(element);
  };
  // Where a first screen can be written on already, what is seen and typed in the page's first moments goes before the program:
  // coming up at once it took the processor from them. Whoever waits for it does not wait longer.
  if (self.aritaiFirst?.shows() && self.requestIdleCallback) requestIdleCallback(begin, { timeout: 200 });
  else begin();
}
