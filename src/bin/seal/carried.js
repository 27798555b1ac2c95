// What starts the one file: the files lie in elements of the page, packed; what asks for one gets its bytes
// (`browser::assets`). Nothing is asked of any line, and the page's policy would not let it.
self.trustedTypes?.createPolicy("default", { createScriptURL: (to) => (to.startsWith("blob:") ? to : null) });
const carried = async (path) => {
  const element = document.getElementById(path.replace("./", ""));
  const letters = atob(element.textContent);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  if (element.type !== "application/gzip") return bytes.buffer;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};
self.aritaiCarried = carried;
carried("PROGRAM")
  .then((program) => __wbg_init({ module_or_path: program }))
  .catch((why) => {
    document.getElementById("panic").hidden = false;
    throw why;
  });
