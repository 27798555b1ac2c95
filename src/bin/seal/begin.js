// Fetches what starts the page (`start.js`), which lies beside it with the program's own script. Names the scripts and the one
// worker that may be run, and lets scripts come from the page's own memory, nowhere else.
{
  const told = (name) => document.querySelector(`meta[name=aritai-${name}]`).content;
  const [script, program] = ["script", "program"].map(told);
  self.trustedTypes?.createPolicy("default", {
    createScriptURL: (to) => ([script, "./sw.js"].includes(to) || to.startsWith("blob:") ? to : null),
  });
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    self.aritaiProgram = fetch(program);
    // Whoever waits for it hears of it, too.
    self.aritaiProgram.catch(() => {});
    const element = Object.assign(document.createElement("script"), { type: "module", integrity: told("script-sum"), src: script });
    element.onerror = () => (document.getElementById("panic").hidden = false);
    document.head.append(element);
  };
  // For `first.js`, once somebody waits for what only the program can do.
  self.aritaiBegin = begin;
  // Where a first screen can be written on already, what is seen and typed in the page's first moments goes before the program:
  // coming up at once it took the processor from them.
  const idle = self.requestIdleCallback ?? ((then) => then());
  if (self.aritaiFirst?.shows()) setTimeout(() => idle(begin, { timeout: 200 }), 300);
  else begin();
}
