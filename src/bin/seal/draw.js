// Draws the first screens: runs the built program in a page of its own making and tells, as HTML, what it drew there. What is
// in the page before the program comes is what the program itself would show, to the letter.
//
// Called by `first.rs` with the folder of the built files, the program's script and the program. Answers with JSON. A page is
// as much of a page here as the program asks for: elements with their attributes, a journal that is empty, nobody else.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const [folder, script, program, ...screens] = process.argv.slice(2);
const EMPTY = new Set(["input", "br", "img", "hr"]);

class EventTarget_ {
  heard = {};
  addEventListener(name, then) {
    (this.heard[name] ??= []).push(then);
  }
  removeEventListener() {}
  dispatchEvent(event) {
    for (const then of this.heard[event.type] ?? []) then.call(this, event);
    return true;
  }
}

class Node_ extends EventTarget_ {
  childNodes = [];
  parentNode = null;
  get parentElement() {
    return this.parentNode;
  }
  get firstChild() {
    return this.childNodes[0] ?? null;
  }
  get nextSibling() {
    const all = this.parentNode?.childNodes ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }
  insertBefore(node, before) {
    node.remove();
    const at = before ? this.childNodes.indexOf(before) : this.childNodes.length;
    this.childNodes.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }
  appendChild(node) {
    return this.insertBefore(node, null);
  }
  append(...nodes) {
    for (const node of nodes) this.appendChild(node);
  }
  remove() {
    if (!this.parentNode) return;
    this.parentNode.childNodes = this.parentNode.childNodes.filter((node) => node !== this);
    this.parentNode = null;
  }
  removeChild(node) {
    node.remove();
    return node;
  }
  set textContent(text) {
    this.childNodes = [];
    if (text) this.appendChild(new Text_(text));
  }
}

class Text_ extends Node_ {
  constructor(data) {
    super();
    this.data = data;
  }
  set nodeValue(data) {
    this.data = data;
  }
  set textContent(data) {
    this.data = data;
  }
  cloneNode() {
    return new Text_(this.data);
  }
  get html() {
    return this.data.replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
  }
}

class Comment_ extends Text_ {
  cloneNode() {
    return new Comment_(this.data);
  }
  get html() {
    return "";
  }
}

class Element_ extends Node_ {
  attributes = new Map();
  checked = false;
  value = "";
  constructor(name) {
    super();
    this.localName = name;
  }
  cloneNode() {
    const copy = make(this.localName);
    copy.attributes = new Map(this.attributes);
    return copy;
  }
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name) {
    return this.attributes.has(name);
  }
  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }
  removeAttribute(name) {
    this.attributes.delete(name);
  }
  focus() {}
  get inside() {
    return this.childNodes.map((node) => node.html).join("");
  }
  get html() {
    const { localName: name } = this;
    if (this.value) throw Error("a field that is not empty");
    const quoted = (value) => (value === "" ? "" : `="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`);
    const told = [...this.attributes, ...(this.checked ? [["checked", ""]] : [])];
    const opening = `<${name}${told.map(([name, value]) => ` ${name}${quoted(value)}`).join("")}>`;
    return EMPTY.has(name) ? opening : `${opening}${this.inside}</${name}>`;
  }
}
class HtmlElement extends Element_ {}
class Input extends HtmlElement {}
class TextArea extends HtmlElement {}
class Anchor extends HtmlElement {}
const make = (name) => new ({ input: Input, textarea: TextArea, a: Anchor }[name] ?? HtmlElement)(name);

const root = make("html");
const body = make("body");
const page = Object.assign(new EventTarget_(), {
  title: "",
  body,
  documentElement: root,
  visibilityState: "visible",
  createElement: make,
  createElementNS: (_, name) => new Element_(name),
  createTextNode: (text) => new Text_(text),
  createComment: (text) => new Comment_(text),
  getElementById: () => null,
  // The second part lies somewhere: it is asked for, and does not come.
  querySelector: (selector) => {
    if (selector !== "meta[name=aritai-second]") return null;
    const meta = make("meta");
    meta.setAttribute("content", "./second");
    return meta;
  },
  querySelectorAll: () => [],
});

const soon = (request, result) => {
  queueMicrotask(() => {
    request.result = result;
    request.onsuccess?.({ target: request });
  });
  return request;
};
class Database {
  close() {}
  createObjectStore() {}
  transaction() {
    const ask = (result) => () => soon({}, result);
    const store = { get: ask(undefined), getAll: ask([]), getAllKeys: ask([]) };
    return { objectStore: () => store };
  }
}

let language = "ja";
let held = false;
class Window_ {
  static [Symbol.hasInstance](thing) {
    return thing === globalThis;
  }
}
const listening = new EventTarget_();
const world = {
  window: globalThis,
  self: globalThis,
  Window: Window_,
  Node: Node_,
  Text: Text_,
  Comment: Comment_,
  Element: Element_,
  HTMLElement: HtmlElement,
  HTMLInputElement: Input,
  HTMLTextAreaElement: TextArea,
  HTMLAnchorElement: Anchor,
  IDBDatabase: Database,
  PointerEvent: class {},
  KeyboardEvent: class {},
  BroadcastChannel: undefined,
  document: page,
  location: { hash: "", href: "", pathname: "/" },
  localStorage: { getItem: () => null, setItem() {}, removeItem() {} },
  indexedDB: { open: () => soon({}, new Database()) },
  navigator: {
    get language() {
      return language;
    },
    // There is no other page that could have it.
    locks: { request: (_, __, with_) => Promise.resolve(with_({})) },
  },
  requestAnimationFrame: () => 0,
  addEventListener: (...all) => listening.addEventListener(...all),
  dispatchEvent: (event) => listening.dispatchEvent(event),
  fetch: async (path) => {
    if (held || !["packs/standard.json", "words/en.json"].includes(path)) return new Promise(() => {});
    return new Response(await readFile(join(folder, path)));
  },
};
for (const [name, value] of Object.entries(world)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

const source = await readFile(join(folder, script));
const bytes = await readFile(join(folder, program));
let turn = 0;

/** A screen, drawn by a program that was just started, in a language. */
async function drawn(lang, hash) {
  for (const node of [...body.childNodes]) node.remove();
  [language, held, location.hash, listening.heard, page.heard] = [lang, false, hash, {}, {}];
  const shown = new Promise((done) => listening.addEventListener("aritai-shown", done));
  // A script of its own each time: what a program has done stays with it.
  const { default: start } = await import(`data:text/javascript;base64,${source.toString("base64")}#${turn++}`);
  await start({ module_or_path: bytes });
  await shown;
  held = true;
  // Whatever was to be said once it is there has been said after this.
  await new Promise((done) => setTimeout(done, 0));
  const main = body.childNodes.find((node) => node.localName === "main");
  const inside = main.inside;
  const kind = main.getAttribute("class");
  main.textContent = "";
  main.removeAttribute("class");
  return { lang, hash, kind, title: page.title, inside, frame: body.inside };
}

const all = [];
for (const lang of ["ja", "en"]) for (const hash of screens) all.push(await drawn(lang, hash));
process.stdout.write(JSON.stringify(all), () => process.exit(0));
