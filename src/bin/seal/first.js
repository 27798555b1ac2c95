//first
// The page before the program is there: shows the welcome screen or the first question, as `draw.js` had the program draw
// them, keeps what is written, ticked and pressed on them, and hands it over to the program (`browser::first`).
// Mends the line ends of what is pasted or dropped, before the program is there and afterwards.
//
// Runs while the page is still being read, before anything is painted. Knows the address, this browser's settings, the ids of
// fields; knows nothing of what is asked. A screen is only shown where it is true: to somebody who has written nothing here.
self.aritaiFirst = (() => {
  // Written by `browser::mirror`; the last two by nobody else, and read by nobody else.
  const [SETTINGS, MIRROR, WRITTEN, EARLY] = ["settings", "mirror", "written", "early"].map((key) => `aritai/${key}`);
  // What may have or get the focus, in the page's order.
  const STOPS = "a,button,input,textarea,summary,h1,main";
  const stored = (work) => {
    try {
      return work(localStorage);
    } catch {}
  };
  const parsed = (key) => stored((store) => JSON.parse(store.getItem(key))) ?? {};
  const settings = parsed(SETTINGS);
  const texts = {};
  const picked = {};
  const early = settings.shared_device || settings.keep_nothing ? {} : parsed(EARLY);
  Object.assign(texts, early.texts);
  Object.assign(picked, early.picked);
  let lang = /^en/i.test(settings.lang ?? navigator.language) ? "en" : "ja";
  let switched = "";
  // What was pressed last that only the program can do.
  let pressed;
  // The screen that is shown, and the last one that was no waiting.
  let [at, last] = ["", ""];
  let frame = [];
  let [composing, held, waits, timer] = [false, false, null, 0];

  const { in_full, easy, readings, workplace, keep_nothing, backed_up_at, asked_to_stay } = settings;
  const others = stored((store) => store.getItem(WRITTEN) || store.getItem(MIRROR));
  let known = others || in_full || easy || readings || workplace || keep_nothing || backed_up_at || asked_to_stay;
  const shared = () => picked["device-shared"] ?? (picked["device-own"] ? false : settings.shared_device);

  const templates = [...document.querySelectorAll("template")];
  const template = (screen) => templates.find((one) => one.lang === lang && one.dataset.at === screen);
  const here = () => `#/${location.hash.replace(/^#?\/*|\/+$/g, "")}`;
  const main = () => frame.find((node) => node.localName === "main");
  const fields = (within) => [...within.querySelectorAll("textarea,input")];
  const stops = (within) => [...within.querySelectorAll(STOPS)];

  /** Shows a screen, with what was done on it before. */
  const show = (screen) => {
    look();
    const drawn = (!known && template(screen)) || null;
    if (!drawn) self.aritaiBegin?.();
    at = drawn ? screen : "";
    last = at || last;
    const shown = (drawn ?? template("wait")).content.cloneNode(true);
    for (const field of fields(shown)) {
      if (field.id in texts) field.value = texts[field.id];
      else if (field.type === "radio" || field.type === "checkbox") {
        field.checked = picked[field.id] ?? field.checked;
        if (settings.shared_device != null && field.id === (shared() ? "device-shared" : "device-own")) field.checked = true;
      }
    }
    main().replaceChildren(shown);
    main().className = drawn?.dataset.kind ?? "page-question";
    document.documentElement.lang = lang;
    document.title = drawn?.dataset.title ?? frame[1].querySelector(".brand").textContent;
  };
  const begin = (screen) => {
    look();
    for (const node of frame) node.remove();
    frame = [...template("frame").content.cloneNode(true).children];
    document.body.append(...frame);
    document.documentElement.dataset.first = "";
    show(screen);
  };

  /** Keeps what was done, in case that the page is closed before the program is there. */
  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    if (!frame.length) return;
    look();
    const some = Object.keys(texts).length + Object.keys(picked).length;
    // On a computer that others use too, nothing is left that nobody would be asked about.
    const may = some && !shared() && !picked["device-nothing"];
    stored((store) => {
      if (may) store.setItem(EARLY, JSON.stringify({ texts, picked }));
      else store.removeItem(EARLY);
    });
  };
  const done = ({ target: field }) => {
    if (field.type === "textarea") texts[field.id] = field.value;
    else {
      for (const other of fields(main())) if (field.name && other.name === field.name) delete picked[other.id];
      picked[field.id] = field.checked;
      // What is asked about that, the program asks.
      if (field.id === "device-nothing") show("");
    }
    timer ||= setTimeout(keep, 250);
  };
  /** What dictates or fills in forms may tell nobody. */
  const look = () => {
    for (const field of frame.length ? main().querySelectorAll("textarea") : []) {
      if (field.value !== (texts[field.id] ?? "")) done({ target: field });
    }
  };
  const press = (event) => {
    const thing = event.target.closest?.("a,button");
    if (!thing) return;
    if (thing.className === "skip") {
      event.preventDefault();
      main().focus();
    } else if (thing.matches(".frame button")) {
      switched = lang = thing.lang;
      const place = stops(frame[1]).indexOf(thing);
      begin(pressed?.button ? "" : here());
      stops(frame[1])[place].focus();
    } else if (thing.matches(".starters button")) {
      // As `parts::field` does it: at the cursor, nothing is replaced, and the browser can take it back.
      const area = thing.closest(".field").querySelector("textarea");
      area.focus();
      area.selectionStart = area.selectionEnd;
      if (!document.execCommand("insertText", false, thing.value)) {
        area.setRangeText(thing.value, area.selectionEnd, area.selectionEnd, "end");
      }
      look();
    } else if (main().contains(thing)) {
      pressed = { at, place: stops(main()).indexOf(thing), button: thing.localName === "button" };
      if (pressed.button) show("");
    }
  };
  const move = () => {
    if (pressed?.button) pressed = undefined;
    show(here());
    scrollTo(0, 0);
    main().querySelector("h1")?.focus();
  };

  // Until the program listens, everything of the person's goes by here.
  const hear = (names, then, on = document) => {
    for (const name of names) on.addEventListener(name, (event) => frame.length && then(event), true);
  };
  const settle = () => setTimeout(() => composing || held || waits?.(), 0);
  hear(["compositionstart"], () => (composing = true));
  hear(["compositionend"], () => settle((composing = false)));
  hear(["pointerdown"], () => (held = true));
  hear(["keydown"], ({ key, target }) => (held ||= key === " " && target.localName !== "textarea"));
  // The click of a finger comes a little later than the finger goes.
  hear(["pointerup", "pointercancel", "keyup"], () => setTimeout(() => settle((held = false)), 50));
  hear(["blur"], ({ target }) => target === self && settle((held = false)), self);
  hear(["input", "change", "focusout"], look);
  hear(["change"], (event) => event.target.type !== "textarea" && done(event));
  hear(["click"], press);
  hear(["hashchange"], move, self);
  hear(["pagehide"], keep, self);
  hear(["visibilitychange"], keep);

  // Slides and word processors end lines with signs that a field shows as a box: what is pasted or dropped
  // gets the line ends that fields know. (An editing command, so that the browser's own undo takes it back.)
  const ENDS = "[\\v\\f\\x85\\u2028\\u2029]";
  const strange = (field, text) => field.matches?.("input,textarea") && text.match(`${ENDS}([^]*${ENDS})?`);
  const typed = ({ localName }, text) => {
    const lines = text.split(RegExp(`\\r\\n|[\\r\\n]|${ENDS}`)).join(localName === "input" ? " " : "\n");
    return document.execCommand("insertText", false, lines);
  };
  const pasted = (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (strange(event.target, text) && typed(event.target, text)) event.preventDefault();
  };
  // Where something is dropped the browser knows, and no editor tells: it is mended where it lies.
  const dropped = ({ target: field, inputType }) => {
    const found = inputType === "insertFromDrop" && strange(field, field.value);
    if (!found) return;
    const { selectionStart, selectionEnd } = field;
    field.setSelectionRange(found.index, found.index + found[0].length);
    typed(field, found[0]);
    field.setSelectionRange(selectionStart, selectionEnd);
  };
  addEventListener("paste", pasted, true);
  addEventListener("input", dropped, true);

  try {
    begin(here());
  } catch {
    // Then the page waits as it is.
    frame = [];
  }
  // Where another tab writes, only that one does.
  const ask = async () => {
    const { held: all } = await navigator.locks.query();
    if (!frame.length || last !== here() || Object.keys(texts).length || !all.some(({ name }) => name === "aritai")) return;
    known = true;
    show("");
  };
  // Without locks, or where they are refused, nobody knows.
  ask().catch(() => {});
  let [left, given] = [null, false];
  return {
    /** Whether a screen is there that something can be done on. */
    shows: () => !!at,
    /** The language that was switched to. */
    lang: () => switched,
    /** When nobody is in the middle of a word, a press or a click. */
    still: () => new Promise((ready) => settle((waits = ready))),
    /** Takes the screen away; the addresses of those that something was done on, and last, or nothing, the one that was shown. */
    take: () => {
      keep();
      const active = document.activeElement;
      left = {
        at,
        inside: frame.length ? stops(main()).indexOf(active) : -1,
        around: stops(document).indexOf(active),
        selected: active?.type === "textarea" && [active.selectionStart, active.selectionEnd, active.selectionDirection],
        value: active?.value,
        opened: frame.length ? [...main().querySelectorAll("details")].map((one) => one.open) : [],
        scroll: [scrollX, scrollY],
      };
      for (const node of frame) node.remove();
      frame = [];
      delete document.documentElement.dataset.first;
      const ids = [...Object.keys(texts), ...Object.keys(picked)];
      const touched = (screen) =>
        screen === pressed?.at || ids.some((id) => template(screen)?.content.querySelector(`[id="${CSS.escape(id)}"]`));
      return [...["#/", "#/wish"].filter((screen) => screen !== last && touched(screen)), last].join(" ");
    },
    /** Does again, in the program's own screen, what was done in the one of this address. */
    give: (root, screen) => {
      given = true;
      for (const field of fields(root)) {
        if (field.id in picked && field.checked !== picked[field.id]) {
          field.checked = picked[field.id];
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }
      }
      for (const field of fields(root)) {
        const [text, before] = [texts[field.id], field.value];
        // What is there already stays, whoever wrote it, and is not there twice.
        if (!text || before.includes(text)) continue;
        field.value = before ? `${before}\n${text}` : text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      const inside = root.querySelector("main") ?? root;
      const thing = pressed?.at === screen && stops(inside)[pressed.place];
      if (thing) {
        // Where a link leads, the address says already.
        thing.addEventListener("click", (event) => event.preventDefault(), { once: true });
        thing.dispatchEvent(new MouseEvent("click", { cancelable: true }));
      }
      if (!left.at || left.at !== screen) return;
      [...inside.querySelectorAll("details")].forEach((one, place) => (one.open = left.opened[place]));
      const active = left.inside < 0 ? stops(root)[left.around] : stops(inside)[left.inside];
      active?.focus({ preventScroll: true });
      if (left.selected && active?.value.endsWith(left.value)) {
        const more = active.value.length - left.value.length;
        active.setSelectionRange(left.selected[0] + more, left.selected[1] + more, left.selected[2]);
      }
      scrollTo(...left.scroll);
    },
    /** All of it is the program's now. */
    end: () => given && stored((store) => store.removeItem(EARLY)),
  };
})();
