//! A Japanese input method, as the browser sees one: readings are composed and converted under the cursor, then taken.
//!
//! Each composition goes か → かい → かいぎ → 会議. While it lasts, the field must stay the same element, keep the focus and
//! show just what was composed; it ends exactly once.

use crate::browser::Browser;
use serde_json::json;

/// One word: its readings as they grow, and what it becomes.
#[derive(Clone, Debug)]
pub struct Word {
    /// か, かい, かいぎ
    pub composed: Vec<String>,
    /// 会議
    pub taken: String,
}

impl Word {
    /// A word by its reading: one more kana with every step, then the conversion.
    pub fn new(reading: &str, taken: &str) -> Self {
        let kana: Vec<char> = reading.chars().collect();
        let mut composed: Vec<String> = (1..=kana.len()).map(|n| kana[..n].iter().collect()).collect();
        composed.push(taken.to_owned());
        Self { composed, taken: taken.to_owned() }
    }
}

/// Watches a field from inside the page: whether it stays itself, and how often a composition ended.
const WATCH: &str = "const el = document.activeElement; \
    const watch = window.__ime = { el, id: el.id, started: 0, ended: 0, wrong: [] }; \
    el.addEventListener('compositionstart', () => { watch.started += 1; }); \
    el.addEventListener('compositionend', () => { watch.ended += 1; });";

/// What became of the field.
const LOOK: &str = "const w = window.__ime, now = w.id ? document.getElementById(w.id) : w.el; \
    return { same: now === w.el && w.el.isConnected, focus: document.activeElement === w.el, value: w.el.value, \
    started: w.started, ended: w.ended, caret: w.el.selectionStart };";

impl Browser {
    /// Composes and takes words at the cursor, in the field that has the focus, and holds that the field took them just
    /// so. Nothing may stand behind the cursor.
    pub async fn compose(&self, words: &[Word]) {
        self.js(WATCH, vec![]).await;
        let before = self.js(LOOK, vec![]).await;
        let mut stands = before["value"].as_str().unwrap_or_default().to_owned();
        for (at, word) in words.iter().enumerate() {
            for composed in &word.composed {
                self.compose_step(composed).await;
                self.holds(&format!("{stands}{composed}"), at).await;
            }
            self.cdp("Input.insertText", json!({ "text": word.taken })).await;
            stands.push_str(&word.taken);
            self.holds(&stands, at + 1).await;
        }
    }

    /// One step of a composition: what is under the cursor, not yet taken.
    pub async fn compose_step(&self, composed: &str) {
        // An input method announces each of its keys as 229, and so do we.
        let key = |kind: &str| json!({ "type": kind, "key": "Process", "windowsVirtualKeyCode": 229 });
        self.cdp("Input.dispatchKeyEvent", key("rawKeyDown")).await;
        let end = composed.encode_utf16().count();
        let step = json!({ "text": composed, "selectionStart": end, "selectionEnd": end });
        self.cdp("Input.imeSetComposition", step).await;
        self.cdp("Input.dispatchKeyEvent", key("keyUp")).await;
    }

    async fn holds(&self, stands: &str, ended: usize) {
        let now = self.js(LOOK, vec![]).await;
        assert_eq!(now["same"], json!(true), "the field is still the same element");
        assert_eq!(now["focus"], json!(true), "the field still has the focus");
        assert_eq!(now["value"], json!(stands), "the field shows what was composed");
        assert_eq!(now["caret"], json!(stands.encode_utf16().count()), "the cursor stays behind what was composed");
        assert_eq!(now["ended"], json!(ended), "a composition ends exactly once");
        assert!(now["started"].as_u64() >= now["ended"].as_u64(), "a composition begins before it ends");
    }

    /// Writes words into a field by its id, at its end, and answers with all that stands there then.
    pub async fn write(&self, field: &str, words: &[Word]) -> String {
        self.focus_field(field).await;
        self.compose(words).await;
        self.value(field).await
    }
}

/// What the journeys type, as it stands in the field.
pub const MEETING: &str = "会議資料";

/// The same as it is typed: two words, each composed and confirmed.
pub fn meeting() -> Vec<Word> {
    vec![Word::new("かいぎ", "会議"), Word::new("しりょう", "資料")]
}
