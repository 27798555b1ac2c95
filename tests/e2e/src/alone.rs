//! The ten-minute path by keyboard alone, in any engine: every press of Tab is looked at.
//!
//! Wherever the focus comes to, it is seen (a ring, by computed style), nothing lies over it (what is at its place on the
//! screen is it: WCAG 2.4.11), it is the next in the order of the page, which is the order as read, and it goes on from there
//! to the end of the page and all the way back. [`crate::keyboard`] goes the whole walk in Chromium; this one looks.
//!
//! Scripts only look. *Invariant:* nothing here clicks, sets a value or gives anything the focus.

use crate::keyboard::press;
use crate::lean::Lean;
use crate::wait;
use aritai::pack::{Pack, STANDARD};
use aritai::route::{Route, SHORT_PATH};
use aritai::wording::{self as w, Words};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use thirtyfour::Key;

/// More presses than any screen of the path needs.
const TABS_MOST: usize = 400;

/// How many frames an engine may take to bring what has the focus into sight.
const FRAMES: usize = 30;

/// What every look at the page begins with: the `stops` of the Tab key in their order.
const STOPS: &str = r"
    const there = el => el.checkVisibility({ visibilityProperty: true });
    const grouped = el => el.type === 'radio' && el.name;
    const same = (a, b) => a === b || !!a && !!b && grouped(a) && grouped(b) && a.name === b.name;
    const stops = () => {
        const all = [...document.querySelectorAll('a[href], button, input, textarea, select, summary, [tabindex]')]
            .filter(el => el.tabIndex >= 0 && !el.disabled && there(el));
        // A group of radio buttons is one stop.
        return all.filter((el, at) => all.findIndex(other => same(el, other)) === at);
    };
    const scrolls = el => el.tabIndex < 0 && /auto|scroll/.test(getComputedStyle(el).overflowY);
    const told = el => el ? `<${el.tagName.toLowerCase()} id=${el.id}> ${(el.innerText ?? '').trim().slice(0, 30)}` : 'nothing';
";

/// Where the focus is now, what is wrong with that, and what comes next. `arguments[0]`: 1 where Tab was pressed, -1 with Shift,
/// 0 where somebody only looks.
const LOOK: &str = r"
    const way = arguments[0], el = document.activeElement, all = stops(), faults = [];
    const at = all.findIndex(stop => same(stop, el));
    const before = (arguments[1] ? window.__before : window.__alone) ?? {};
    window.__before = before;
    if (at < 0) {
        // A box that scrolls is a stop of its own in some engines; else the focus has left the page, or is where it began.
        const box = el && el !== document.body && el !== document.documentElement && scrolls(el);
        if (!box) window.__alone = {};
        return { at: box ? 'box' : 'nowhere', of: all.length, faults, told: told(el) };
    }
    if (way && before.next !== undefined) {
        const want = way > 0 ? before.next : before.last;
        if (!same(want, el) && !same(before.here, el)) faults.push(`the order: after ${told(before.here)} comes ${told(el)} and not ${told(want)}`);
        // Read as the page is: down, or onwards in the line or in the next column.
        const from = before.here?.isConnected ? before.here.getBoundingClientRect() : null, to = el.getBoundingClientRect();
        const [one, other] = way > 0 ? [from, to] : [to, from];
        const fixed = e => { for (let p = e; p; p = p.parentElement) if (/fixed|sticky/.test(getComputedStyle(p).position)) return true; return false; };
        if (from && other.bottom <= one.top && other.left < one.right && !fixed(el) && !fixed(before.here))
            faults.push(`the order as read: ${told(way > 0 ? el : before.here)} stands above ${told(way > 0 ? before.here : el)}`);
    }
    // What is drawn for it: itself, or the card, chip or label that it is in.
    const drawn = [el, el.closest('label'), el.closest('.card, .chip, .file'), ...(el.labels ?? [])].filter(x => x);
    const ring = x => { const s = getComputedStyle(x);
        return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 && !/, 0\)$|transparent/.test(s.outlineColor); };
    const ringed = drawn.find(ring);
    if (!ringed) faults.push(`no ring around ${told(el)}`);
    const box = ringed ?? el, high = innerHeight;
    // Most of the control, or of the card that it stands in, is in sight; what is beyond the edge nothing lies over.
    const hit = target => {
        const [seen, over] = [[], []];
        for (const r of target.getClientRects()) for (const x of [0.2, 0.5, 0.8]) for (const y of [0.2, 0.5, 0.8]) {
            const [px, py] = [r.left + r.width * x, r.top + r.height * y];
            const there = document.elementFromPoint(px, py);
            if (there) (box.contains(there) ? seen : over).push(told(there));
        }
        return { fine: seen.length > 1 && over.length <= seen.length, seen, over };
    };
    const small = getComputedStyle(el).opacity === '0' || el.offsetWidth < 4;
    const own = hit(small ? box : el);
    if (!own.fine && !hit(box).fine) {
        const r = el.getBoundingClientRect();
        faults.push(`behind ${own.over[0]}: ${told(el)}, ${own.over.length} of ${own.over.length + own.seen.length} points, from ${Math.round(r.top)} to ${Math.round(r.bottom)} of ${high}`);
    }
    window.__alone = { here: el, next: all[at + 1] ?? null, last: all[at - 1] ?? null };
    const kind = el.type === 'checkbox' || el.type === 'radio' || el.type === 'file' ? el.type
        : el.tagName === 'TEXTAREA' || el.tagName === 'INPUT' ? 'text' : el.tagName.toLowerCase();
    return { at, of: all.length, kind, id: el.id, name: el.name ?? '', faults, told: told(el), words: (el.innerText ?? '').trim(),
        value: el.value ?? '', open: el.parentElement?.open ?? null, main: !!el.closest('main'),
        set: el.type === 'radio' ? !!document.querySelector(`input[name='${CSS.escape(el.name)}']:checked`) : el.checked ?? null };
";

/// How many presses of Tab it is from the focus to what a selector and words find.
const FAR: &str = r"
    const [selector, words] = arguments, all = stops();
    const to = all.findIndex(el => el.matches(selector) && (el.innerText ?? '').trim() === words);
    return to < 0 ? null : to - all.findIndex(el => same(el, document.activeElement));
";

/// Somebody at a keyboard without a mouse.
pub struct Alone<'a> {
    window: &'a Lean,
    pack: Pack,
    /// What was typed, by the id of its field.
    pub written: BTreeMap<String, String>,
    /// How many stops were looked at.
    pub looked: usize,
    /// What was wrong with them, once each.
    pub faults: BTreeSet<String>,
}

impl<'a> Alone<'a> {
    /// Sits down at a window.
    pub fn at(window: &'a Lean) -> Self {
        let pack = Pack::read(STANDARD).expect("the standard pack");
        Self { window, pack, written: BTreeMap::new(), looked: 0, faults: BTreeSet::new() }
    }

    /// Presses keys, as a keyboard does.
    pub async fn keys(&self, keys: &str, held: Option<Key>) {
        press(&self.window.driver, keys, held).await;
    }

    async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let script = format!("{STOPS}{script}");
        let said = self.window.driver.execute(&script, arguments).await;
        said.unwrap_or_else(|e| panic!("{e}\n{script}")).json().clone()
    }

    async fn look(&mut self, way: i8, here: Route) -> Value {
        let mut seen = self.script(LOOK, vec![json!(way), json!(false)]).await;
        // An engine may bring what has the focus into sight a little later.
        for _ in 0..FRAMES {
            if seen["faults"].as_array().is_none_or(Vec::is_empty) {
                break;
            }
            self.window.js_async("await new Promise(done => requestAnimationFrame(done))").await;
            seen = self.script(LOOK, vec![json!(way), json!(true)]).await;
        }
        self.looked += 1;
        for fault in seen["faults"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            self.faults.insert(format!("{}: {fault}", here.hash()));
        }
        seen
    }

    async fn tab(&mut self, way: i8, here: Route) -> Value {
        self.keys(&char::from(Key::Tab).to_string(), (way < 0).then_some(Key::Shift)).await;
        self.look(way, here).await
    }

    /// Walks the path from the welcome to the sheet. Each screen is gone through to its end, answered on the way, gone back
    /// through to its beginning, and left by its link. `write` types something for the number of a field into what has the
    /// focus, and answers with it.
    pub async fn walk(&mut self, write: impl AsyncFn(&Self, usize) -> String) {
        self.window.open(Route::Welcome).await;
        let mut titles = BTreeSet::new();
        for (at, here) in SHORT_PATH.into_iter().enumerate() {
            self.arrived(here, at > 0).await;
            let title = self.window.driver.title().await.expect("a title");
            assert!(titles.insert(title.clone()), "each screen has a title of its own: {title}");
            self.forward(here, &write).await;
            self.backward(here).await;
            let Some(next) = SHORT_PATH.get(at + 1) else { break };
            let leave = if here == Route::Welcome { w::START } else { w::NEXT };
            self.go_to("main a[href]", leave).await;
            self.keys(&char::from(Key::Enter).to_string(), None).await;
            self.window
                .is_true(&format!("{} is there", next.hash()), &format!("location.hash === '{}'", next.hash()))
                .await;
        }
    }

    /// A new screen has its heading in focus; the first one of all takes none.
    async fn arrived(&self, here: Route, by_keyboard: bool) {
        let name = here.name(&self.pack, self.window.lang);
        let title = if here == Route::Welcome { w::APP.get(self.window.lang) } else { name.as_str() };
        self.window
            .is_true(&format!("the title names {title}"), &format!("document.title.includes({})", json!(title)))
            .await;
        let focus = if by_keyboard { "document.querySelector('main h1')" } else { "document.body" };
        self.window.is_true(&format!("the focus is on {focus}"), &format!("document.activeElement === {focus}")).await;
    }

    /// From where the screen begins to its end, answering what is asked.
    async fn forward(&mut self, here: Route, write: &impl AsyncFn(&Self, usize) -> String) {
        let mut ticked = BTreeSet::new();
        let mut seen = self.look(0, here).await;
        for _ in 0..TABS_MOST {
            let before = seen.clone();
            seen = self.tab(1, here).await;
            if seen["at"] == "nowhere" {
                // Some engines go through their own window first, others begin again at once.
                assert!(
                    before["at"].as_u64().is_some() || before["at"] == "box",
                    "Tab goes nowhere on {}",
                    here.hash()
                );
                break;
            }
            if before["at"].as_u64() > seen["at"].as_u64() && seen["at"] != "box" {
                break;
            }
            if let Some(now) = self.answer(here, &seen, &mut ticked, write).await {
                seen = now;
            }
            if seen["at"] != "box" && seen["at"].as_u64().map(|at| at + 1) == self.count().await {
                break;
            }
            let stays = before["at"] == seen["at"] && before["id"] == seen["id"] && before["told"] == seen["told"];
            assert!(!stays || seen["kind"] == "radio", "{}: Tab stays at {}", here.hash(), seen["told"]);
        }
        let (focus, of) = (self.look(0, here).await, self.count().await);
        assert_eq!(focus["at"].as_u64().map(|at| at + 1), of, "{}: Tab comes to the last of all: {focus}", here.hash());
    }

    async fn count(&self) -> Option<u64> {
        self.script("return stops().length", vec![]).await.as_u64()
    }

    async fn answer(
        &mut self,
        here: Route,
        seen: &Value,
        ticked: &mut BTreeSet<String>,
        write: &impl AsyncFn(&Self, usize) -> String,
    ) -> Option<Value> {
        let word = |name: &str| seen[name].as_str().unwrap_or_default().to_owned();
        let (id, kind) = (word("id"), word("kind"));
        if seen["main"] != true {
            return None;
        }
        let group =
            if kind == "radio" { word("name") } else { id.rsplit_once('-').map_or("", |(group, _)| group).to_owned() };
        match kind.as_str() {
            "checkbox" | "radio" if here != Route::Sheet && seen["set"] == false && ticked.insert(group.clone()) => {
                self.keys(" ", None).await;
                let set = format!("document.getElementById({})?.checked", json!(id));
                self.window.is_true(&format!("{id} is chosen by the space bar"), &set).await;
            }
            "summary" if seen["open"] == false => {
                self.keys(" ", None).await;
                self.window
                    .is_true(
                        "it unfolds",
                        "document.activeElement.parentElement.open && document.activeElement.nextElementSibling",
                    )
                    .await;
            }
            "text" if !self.written.contains_key(&id) && !id.ends_with("-search") => {
                if !word("value").is_empty() {
                    self.keys("a", Some(Key::Control)).await;
                    self.keys(&char::from(Key::Delete).to_string(), None).await;
                }
                let text = write(self, self.written.len() + 1).await;
                let holds = format!("document.getElementById({})?.value === {}", json!(id), json!(text));
                self.window.is_true(&format!("{id} holds {text}"), &holds).await;
                if id.ends_with("-own") {
                    self.keys(&char::from(Key::Enter).to_string(), None).await;
                    let empty = format!("document.getElementById({})?.value === ''", json!(id));
                    self.window.is_true(&format!("{text} is added by Enter"), &empty).await;
                }
                self.written.insert(id, text);
            }
            "button" if here == Route::Sheet && word("words") == w::SHEET_ALL.get(self.window.lang) => {
                self.keys(&char::from(Key::Enter).to_string(), None).await;
            }
            _ => return None,
        }
        // What was answered may have brought more, and with it another next one.
        Some(self.look(0, here).await)
    }

    /// From the end to the very first, every stop in the order turned round.
    async fn backward(&mut self, here: Route) {
        let mut seen = self.look(0, here).await;
        for _ in 0..TABS_MOST {
            if seen["at"] == 0 {
                return;
            }
            let before = seen["at"].clone();
            seen = self.tab(-1, here).await;
            assert!(
                seen["at"] == "box"
                    || before == "box"
                    || seen["at"].as_u64() <= before.as_u64() && seen["at"] != "nowhere",
                "{}: Shift+Tab goes back: {seen} after {before}",
                here.hash()
            );
        }
        panic!("{}: Shift+Tab never comes to the first", here.hash());
    }

    /// Goes to something by its words.
    pub async fn go_to(&self, selector: &str, words: Words) {
        let words = words.get(self.window.lang);
        for _ in 0..16 {
            let far = wait::until(&format!("there is {words}"), async || {
                self.script(FAR, vec![json!(selector), json!(words)]).await.as_i64()
            })
            .await;
            if far == 0 {
                return;
            }
            let tabs = char::from(Key::Tab).to_string().repeat(usize::try_from(far.abs()).unwrap_or(0));
            self.keys(&tabs, (far < 0).then_some(Key::Shift)).await;
        }
        panic!("Tab never comes to {words}");
    }

    /// Holds that nothing was wrong, and that the sheet shows what was typed and may be shown.
    pub async fn nothing_wrong(&self) {
        let faults: Vec<&str> = self.faults.iter().map(String::as_str).collect();
        assert!(faults.is_empty(), "{} faults at {} stops:\n{}", faults.len(), self.looked, faults.join("\n"));
        assert!(self.looked > 200 && self.written.len() >= 12, "{} stops, {:?}", self.looked, self.written);
        self.window.saved().await;
    }
}
