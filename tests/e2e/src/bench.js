// Runs in every page before the page's own scripts, when the bench measures. Nothing in the page knows of it.
(() => {
  const now = () => performance.now();
  const B = window.__bench = { fcp: 0, fieldAt: 0, long: [], keys: [], echo: [], typed: '', savedAt: 0, startAt: 0 };
  const watch = (options, then) => new PerformanceObserver(list => list.getEntries().forEach(then)).observe({ buffered: true, ...options });
  watch({ type: 'paint' }, e => { if (e.name === 'first-contentful-paint') B.fcp = e.startTime; });
  watch({ type: 'longtask' }, e => B.long.push([e.startTime, e.duration]));

  // After the frame that comes next has been made on the main thread.
  const channel = new MessageChannel();
  let waiting = [];
  channel.port1.onmessage = () => { const due = waiting, t = now(); waiting = []; due.forEach(then => then(t)); };
  const afterFrame = then => requestAnimationFrame(() => { waiting.push(then); channel.port2.postMessage(0); });
  const visible = el => el && !el.disabled && el.getClientRects().length > 0 && getComputedStyle(el).visibility !== 'hidden';

  // Each key: from the event's time to the end of the frame that shows it, and what the handlers took of it.
  let down = 0;
  addEventListener('keydown', e => { down = e.timeStamp; }, true);
  addEventListener('input', e => {
    const key = { at: down || e.timeStamp, value: e.target.value };
    down = 0;
    afterFrame(t => { B.keys.push([key.at, t]); B.echo.push([key.value, t]); });
  }, true);

  // The first of these that may be typed in, as soon as it is there; then a letter every 100 ms until one is saved.
  const letters = 'αβγδεζηθικλμνξοπρστυφχψω';
  B.typeInto = selector => {
    const look = () => {
      const el = document.querySelector(selector);
      if (!visible(el)) return requestAnimationFrame(look);
      B.fieldAt = now();
      const type = () => {
        const field = document.querySelector(selector);
        if (B.savedAt || B.typed.length >= letters.length) return;
        if (field) {
          if (document.activeElement !== field) field.focus();
          const letter = letters[B.typed.length];
          B.typed += letter;
          document.execCommand('insertText', false, letter);
        }
        setTimeout(type, 100);
      };
      type();
    };
    requestAnimationFrame(look);
  };
  // How long it takes from going to an address to the end of the frame that shows its heading.
  B.open = hash => new Promise(done => {
    const began = now(), before = document.querySelector('main h1');
    const look = () => {
      const h1 = document.querySelector('main h1');
      if (!h1 || h1 === before) requestAnimationFrame(look); else afterFrame(t => done(t - began));
    };
    location.hash = hash;
    addEventListener('hashchange', () => queueMicrotask(look), { once: true });
  });
  // The moment at which the page says that something was saved.
  const state = () => {
    const el = document.getElementById('save-state');
    if (!B.savedAt && B.typed && Number(el?.dataset.generation ?? 0) > 0) B.savedAt = now();
    else requestAnimationFrame(state);
  };
  // The first way on of the welcome screen.
  const start = () => {
    const el = document.querySelector('a.next');
    if (visible(el)) B.startAt = now(); else requestAnimationFrame(start);
  };
  // Only a start is watched from frame to frame; while somebody types, watching would cost frames of its own.
  if (window.__benchStart) requestAnimationFrame(start);
  if (window.__benchType) { B.typeInto(window.__benchType); requestAnimationFrame(state); }
})();
