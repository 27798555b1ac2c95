//! A person who uses nothing but the keyboard: Tab and Shift+Tab to where something is, Enter, Space and arrows to use it,
//! letters to write.
//!
//! Scripts only look: how far something is, and whether the focus is on it. *Invariant:* nothing here clicks, sets a value
//! or gives anything the focus.

use crate::browser::Browser;
use crate::page::Label;
use crate::wait;
use aritai::route::Route;
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::{Key, WebDriver};

/// How many times somebody presses Tab for one thing before they give up: past every card of the longest catalogue.
const TABS_MOST: i64 = 150;
/// How many more where the page counts otherwise than we do.
const TABS_MORE: u32 = 8;

/// Something on the screen that one wants to go to.
#[derive(Clone, Debug)]
pub struct Target {
    /// A pattern for its id; else what it is, for a selector.
    id: Option<String>,
    selector: &'static str,
    name: String,
    /// The place among those that fit, from 0.
    nth: usize,
    /// It comes after the element of this id.
    after: Option<String>,
}

impl Target {
    /// The element whose whole id fits a pattern; the first of several.
    pub fn id(pattern: impl Into<String>) -> Self {
        Self { id: Some(pattern.into()), selector: "", name: String::new(), nth: 0, after: None }
    }

    fn named(selector: &'static str, name: String) -> Self {
        Self { id: None, selector, name, nth: 0, after: None }
    }

    /// The one at a place, from 0.
    #[must_use]
    pub fn nth(self, nth: usize) -> Self {
        Self { nth, ..self }
    }

    /// The first one after the element of an id.
    #[must_use]
    pub fn after(self, id: impl Into<String>) -> Self {
        Self { after: Some(id.into()), ..self }
    }

    fn json(&self) -> Value {
        json!({ "id": self.id, "selector": self.selector, "name": self.name, "nth": self.nth, "after": self.after })
    }
}

/// What every look at the page begins with: `find` a target, and the `stops` of the Tab key in their order.
const LOOK: &str = r"
    const plain = text => text.replace(/[\u200b\s]+/g, ' ').trim();
    const there = el => el.checkVisibility({ visibilityProperty: true });
    const find = t => {
        let all;
        if (t.id !== null) {
            const fits = new RegExp('^(?:' + t.id + ')$', 'u');
            all = [...document.querySelectorAll('[id]')].filter(el => fits.test(el.id));
        } else {
            const want = plain(t.name);
            all = [...document.querySelectorAll(t.selector)].filter(el => el.tagName === 'SUMMARY'
                ? plain(el.innerText).startsWith(want) : plain(el.computedName ?? '') === want);
        }
        if (t.after !== null) {
            const from = document.getElementById(t.after);
            all = all.filter(el => from && from.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
        }
        return all.filter(there)[t.nth] ?? null;
    };
    const grouped = el => el.type === 'radio' && el.name;
    const stops = target => {
        const all = [...document.querySelectorAll('a[href], button, input, textarea, select, summary, [tabindex]')]
            .filter(el => el.tabIndex >= 0 && !el.disabled && there(el));
        // A group of radio buttons is one stop: the one that is set, else any of them.
        const met = new Set();
        return all.filter(el => {
            if (!grouped(el)) return true;
            const set = document.querySelector(`input[type=radio][name='${CSS.escape(el.name)}']:checked`);
            if (set) return el === set;
            const first = !met.has(el.name);
            met.add(el.name);
            return first;
        });
    };
    const same = (a, b) => a === b || grouped(a) && grouped(b) && a.name === b.name;";

/// How far a target is from the focus, in presses of Tab; negative is backwards. Null where there is none.
const FAR: &str = r"
    const target = find(arguments[0]);
    if (!target) return null;
    const here = document.activeElement ?? document.body, all = stops();
    const to = all.findIndex(el => same(el, target));
    if (to < 0) return null;
    const at = all.findIndex(el => same(el, here));
    if (at >= 0) return to - at;
    const before = all.filter(el => here !== document.body
        && here.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_PRECEDING).length;
    return to >= before ? to - before + 1 : to - before;";

/// Whether the focus is on a target, or in its group.
const ON: &str = "const target = find(arguments[0]), here = document.activeElement; \
    return target === null ? null : here === target ? 'here' : same(here, target) ? 'group' : 'elsewhere';";

/// What the focus is on.
const FOCUS: &str = "const el = document.activeElement; return { id: el.id, tag: el.tagName, \
    value: el.value ?? null, checked: el.checked ?? null, name: el.computedName ?? '' };";

#[expect(
    clippy::needless_pass_by_value,
    reason = "words are told as everywhere: a wording, a text of the pack, a string"
)]
impl Browser {
    /// A button of these words.
    pub fn button(&self, label: impl Label) -> Target {
        Target::named("button", label.words(self.lang))
    }

    /// A link of these words in the page, not in its frame.
    pub fn link(&self, label: impl Label) -> Target {
        Target::named("main a[href]", label.words(self.lang))
    }

    /// A link of these words in the frame of the page.
    pub fn frame_link(&self, label: impl Label) -> Target {
        Target::named("header a[href]", label.words(self.lang))
    }

    /// Something folded away, by what its words begin with.
    pub fn folded(&self, label: impl Label) -> Target {
        Target::named("summary", label.words(self.lang))
    }
}

/// Presses keys one after the other, as a keyboard does, perhaps while another one is held.
pub async fn press(driver: &WebDriver, keys: &str, held: Option<Key>) {
    let mut chain = driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
    if let Some(held) = &held {
        chain = chain.key_down(held.clone());
    }
    chain = chain.send_keys(keys);
    if let Some(held) = held {
        chain = chain.key_up(held);
    }
    chain.perform().await.unwrap_or_else(|e| panic!("keys can't be pressed: {e}"));
}

impl Browser {
    async fn look(&self, script: &str, target: &Target) -> Value {
        self.js(&format!("{LOOK}{script}"), vec![target.json()]).await
    }

    async fn keys(&self, keys: &str, held: Option<Key>) {
        press(self.driver(), keys, held).await;
    }

    async fn tabs(&self, far: i64) {
        let many = usize::try_from(far.abs()).unwrap_or(0);
        let tabs = char::from(Key::Tab).to_string().repeat(many);
        self.keys(&tabs, (far < 0).then_some(Key::Shift)).await;
    }

    /// What the focus is on: `id`, `tag`, `value`, `checked`, `name`.
    pub async fn focus_now(&self) -> Value {
        self.js(FOCUS, vec![]).await
    }

    /// Whether there is something on the screen now.
    pub async fn is_there(&self, target: &Target) -> bool {
        !self.look(ON, target).await.is_null()
    }

    /// Goes to something with Tab or Shift+Tab, whichever is shorter; among radio buttons with the arrows.
    pub async fn tab_to(&self, target: &Target) {
        let far =
            wait::until(&format!("{target:?} can be reached"), async || self.look(FAR, target).await.as_i64()).await;
        assert!(far.abs() <= TABS_MOST, "{target:?} is {far} presses of Tab away");
        self.tabs(far).await;
        for _ in 0..TABS_MORE {
            match self.look(ON, target).await.as_str() {
                Some("here") => return,
                Some("group") => self.keys(&char::from(Key::Right).to_string(), None).await,
                // The page itself may have moved the focus in the meantime, as it does to what was just added.
                _ => {
                    let far = self.look(FAR, target).await.as_i64().unwrap_or(1);
                    self.tabs(if far == 0 { 1 } else { far }).await;
                }
            }
        }
        let focus = self.focus_now().await;
        panic!("Tab never comes to {target:?}, {far} away; the focus is on {focus}");
    }

    /// Goes to something and presses Enter.
    pub async fn enter(&self, target: &Target) {
        self.tab_to(target).await;
        self.keys(&char::from(Key::Enter).to_string(), None).await;
    }

    /// Presses a button by its words.
    pub async fn enter_button(&self, label: impl Label) {
        self.enter(&self.button(label)).await;
    }

    /// Has the page count as focused, whichever window is in front. Older Chromiums tell a page that isn't of no
    /// focus that goes. It then counts as seen, too, so this is not for tests of tabs.
    pub async fn is_in_front(&self) {
        self.cdp("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
    }

    /// Opens what is folded away behind words, if it is not open.
    pub async fn unfold(&self, target: &Target) {
        self.tab_to(target).await;
        let open = "return document.activeElement.parentElement.open";
        if self.js(open, vec![]).await == json!(false) {
            self.keys(" ", None).await;
        }
        assert_eq!(self.js(open, vec![]).await, json!(true), "{target:?} unfolds");
    }

    /// Sets or clears a card, a chip or a radio button.
    pub async fn tick_to(&self, target: &Target, on: bool) {
        self.tab_to(target).await;
        if self.focus_now().await["checked"] != json!(on) {
            self.keys(" ", None).await;
        }
        wait::until(&format!("{target:?} is {on}"), async || {
            let now = self.look("const el = find(arguments[0]); return el && el.checked;", target).await;
            (now == json!(on)).then_some(())
        })
        .await;
    }

    /// Writes into a field, in place of what stands there. Answers with the field's id.
    pub async fn write_at(&self, target: &Target, text: &str) -> String {
        self.tab_to(target).await;
        let before = self.focus_now().await;
        if before["value"].as_str().is_some_and(|value| !value.is_empty()) {
            self.keys("a", Some(Key::Control)).await;
            if text.is_empty() {
                self.keys(&char::from(Key::Delete).to_string(), None).await;
            }
        }
        if !text.is_empty() {
            self.keys(&text.replace('\n', &char::from(Key::Enter).to_string()), None).await;
        }
        let after = self.focus_now().await;
        assert_eq!(after["value"], json!(text), "{target:?} holds what was typed");
        after["id"].as_str().unwrap_or_default().to_owned()
    }

    /// Writes into the line of one's own words, and adds them with Enter.
    pub async fn write_own(&self, id: &str, text: &str) {
        self.write_at(&Target::id(id), text).await;
        self.keys(&char::from(Key::Enter).to_string(), None).await;
        wait::until("the words are added", async || self.value(id).await.is_empty().then_some(())).await;
    }

    /// Undoes with Ctrl+Z.
    pub async fn undo_key(&self) {
        self.keys("z", Some(Key::Control)).await;
    }

    /// Waits until a screen is there with its heading in focus, as after every step on.
    pub async fn arrived(&self, route: Route) {
        self.shown(route).await;
        wait::until(&format!("the heading of {} has the focus", route.hash()), async || {
            let heading = "return document.activeElement?.tagName === 'H1' && document.activeElement.isConnected";
            (self.js(heading, vec![]).await == json!(true)).then_some(())
        })
        .await;
    }
}
