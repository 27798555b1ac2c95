//! The kill test: the whole browser is killed while somebody is typing, and nothing that was shown as saved may be lost.
//!
//! In Chromium and in Firefox; `WebKit` has a way of its own (`webkit.rs`). What was acknowledged is taken from the page's own 「保存済み」 (its generation), and from the records that were handed to
//! the database up to that generation, as a spy saw them. After the kill the same profile is opened again.

use crate::browser::{Browser, Options};
use crate::firefox::Firefox;
use crate::page::field_id;
use crate::storage::{DATABASE, RECORDS};
use crate::wait;
use aritai::document::wish;
use aritai::format::Record;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Watches the database from inside the page, before the program runs: every transaction that writes records, how durable
/// the browser says it is, and the text of one leaf in every record that is put.
pub const SPY: &str = r"(() => {
    const spy = window.__spy = { writes: [], scenes: [] };
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given) {
        const tx = transaction.apply(this, given);
        if (tx.mode === 'readwrite' && tx.objectStoreNames.contains('records')) {
            const write = { asked: given[2]?.durability ?? null, durability: tx.durability, done: false };
            spy.writes.push(write);
            tx.addEventListener('complete', () => { write.done = true; });
        }
        return tx;
    };
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
        try {
            const record = JSON.parse(given[0]);
            if (record.k.endsWith(':wish.scene')) spy.scenes.push([record.g, record.b?.v ?? '']);
        } catch { /* no record */ }
        return put.apply(this, given);
    };
})();";

/// One look at the page: the acknowledged generation, the text acknowledged by it, and the text in the field.
const LOOK: &str = r"
    const state = document.getElementById('save-state')?.dataset ?? {}, generation = Number(state.generation ?? 0);
    const seen = (window.__spy?.scenes ?? []).filter(([g]) => g <= generation).pop();
    return { state: state.state ?? '', generation, acknowledged: seen ? seen[1] : null,
        value: document.getElementById(arguments[0])?.value ?? null };";

/// What a look saw.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The save state.
    pub state: String,
    /// The last generation that was acknowledged.
    pub generation: u64,
    /// What the field held in it, as far as it was seen.
    pub acknowledged: Option<String>,
    /// What stands in the field.
    pub value: String,
}

/// A source of chance that a failure can be repeated with.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall as their seed says.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end.max(1)
    }
}

/// What came of one kill.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How long somebody had been typing, in milliseconds.
    pub typed_ms: u64,
    /// How many generations were acknowledged meanwhile.
    pub generations: u64,
    /// How many characters had been typed and not yet been shown as saved, and were lost.
    pub tail: usize,
    /// For how long they had been typed, in milliseconds, at this trial's pace.
    pub tail_ms: u64,
    /// The longest time without an acknowledgement while keys came, in milliseconds.
    pub longest_pause_ms: u64,
}

/// Options of a browser for these trials.
pub fn options() -> Options {
    Options { before: vec![SPY.to_owned()], ..Options::default() }
}

fn scene() -> String {
    field_id(wish::SCENE.alone())
}

/// A browser that can be typed into, killed, and started again on what it had kept.
#[allow(async_fn_in_trait, reason = "for the two engines below")]
pub trait Engine {
    /// Runs a script in the page.
    async fn look_by(&self, script: &str, arguments: Vec<Value>) -> Value;
    /// Opens the page in which is typed, and has the spy in it.
    async fn open_wish(&self);
    /// Puts the cursor at the end of the field.
    async fn to_the_field(&self);
    /// One key.
    async fn put(&self, text: &str);
    /// Kills the browser, every process of it, and starts it again on the same profile.
    async fn die_and_return(&mut self);
}

impl Engine for Browser {
    async fn look_by(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.js(script, arguments).await
    }

    async fn open_wish(&self) {
        self.open(Route::Wish).await;
    }

    async fn to_the_field(&self) {
        self.focus_field(&scene()).await;
    }

    async fn put(&self, text: &str) {
        self.cdp("Input.insertText", json!({ "text": text })).await;
    }

    async fn die_and_return(&mut self) {
        self.kill();
        self.start_again().await;
    }
}

impl Engine for Firefox {
    async fn look_by(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver().execute(script, arguments).await.unwrap_or_else(|e| panic!("{e}\n{script}")).json().clone()
    }

    async fn open_wish(&self) {
        self.open(Route::Wish).await;
        // Nothing was written yet; from here on the database is watched.
        self.js(SPY).await;
    }

    async fn to_the_field(&self) {
        let field = "const f = document.getElementById(arguments[0]); f.focus(); \
            f.setSelectionRange(f.value.length, f.value.length)";
        self.look_by(field, vec![json!(scene())]).await;
    }

    async fn put(&self, text: &str) {
        let field = self.driver().active_element().await.expect("the field has the focus");
        field.send_keys(text).await.expect("it is typed");
    }

    async fn die_and_return(&mut self) {
        self.kill();
        self.start_again().await;
    }
}

/// Looks at the page once.
pub async fn look(browser: &impl Engine) -> Look {
    let seen = browser.look_by(LOOK, vec![json!(scene())]).await;
    Look {
        state: seen["state"].as_str().unwrap_or_default().to_owned(),
        generation: seen["generation"].as_u64().unwrap_or(0),
        acknowledged: seen["acknowledged"].as_str().map(str::to_owned),
        value: seen["value"].as_str().unwrap_or_default().to_owned(),
    }
}

/// What was seen while somebody typed.
#[derive(Clone, Debug)]
pub struct Typing {
    /// All that stands in the field.
    pub typed: String,
    /// All of it that was shown as saved.
    pub acknowledged: String,
    /// How long it took, in milliseconds.
    pub ms: u64,
    /// How many keys there were.
    pub keys: u64,
    /// How many generations were acknowledged.
    pub generations: u64,
    /// The longest time without an acknowledgement, in milliseconds.
    pub longest_pause_ms: u64,
}

/// Types without a pause for so long, at about the pace of a quick person, and looks at the save state all the while.
pub async fn type_for(browser: &impl Engine, long: Duration, dice: &mut Dice) -> Typing {
    browser.to_the_field().await;
    let before = look(browser).await;
    let mut acknowledged = before.acknowledged.clone().unwrap_or_else(|| before.value.clone());
    let (began, mut last) = (Instant::now(), before.clone());
    let (mut pause_since, mut longest_pause) = (began, Duration::ZERO);
    let mut keys = 0;
    while began.elapsed() < long {
        let kana = char::from_u32(0x3042 + dice.below(80) as u32).unwrap_or('あ');
        browser.put(&kana.to_string()).await;
        keys += 1;
        let next_key = Instant::now() + Duration::from_millis(10 + dice.below(90));
        loop {
            let now = look(browser).await;
            assert_ne!(now.state, "failed", "saving goes well");
            if now.generation > last.generation {
                longest_pause = longest_pause.max(pause_since.elapsed());
                pause_since = Instant::now();
            }
            if let Some(text) = &now.acknowledged {
                acknowledged.clone_from(text);
            }
            if now.state == "saved" {
                // All that is in the field is claimed to be saved, whatever the generation says.
                acknowledged.clone_from(&now.value);
            }
            last = now;
            if Instant::now() >= next_key || began.elapsed() >= long {
                break;
            }
        }
    }
    Typing {
        typed: last.value,
        acknowledged,
        ms: began.elapsed().as_millis() as u64,
        keys,
        generations: last.generation - before.generation,
        longest_pause_ms: longest_pause.max(pause_since.elapsed()).as_millis() as u64,
    }
}

/// One trial: types, kills the browser in the middle of it, opens it again and compares.
pub async fn trial(browser: &mut impl Engine, dice: &mut Dice) -> Outcome {
    let long = Duration::from_millis(300 + dice.below(2_200));
    let typing = type_for(browser, long, dice).await;
    browser.die_and_return().await;
    browser.open_wish().await;
    let found = look(browser).await.value;
    let outcome = compare(&typing, &found);
    // Every record can be read, and nobody is told of anything set aside.
    let words = browser.look_by("return document.body.innerText", vec![]).await;
    assert!(!words.as_str().unwrap_or_default().contains(w::ASIDE_TITLE.get(Lang::Ja)), "nothing was set aside");
    records(browser).await;
    // What the mirror had saved on top is in the database soon, too. Where the kill came before the first word was kept, there
    // is nothing to save, and nothing is claimed.
    let expected = if found.is_empty() { "none" } else { "saved" };
    wait::becomes("what is said of saving", expected.to_owned(), async || look(browser).await.state).await;
    outcome
}

/// Holds what must hold of what is found after a kill.
pub fn compare(typing: &Typing, found: &str) -> Outcome {
    assert!(
        typing.typed.starts_with(found),
        "nothing else stands there: {found:?} is no beginning of {:?}",
        typing.typed
    );
    assert!(
        found.starts_with(&typing.acknowledged),
        "LOST after it was shown as saved: {:?} of {:?}",
        &typing.acknowledged[found.len().min(typing.acknowledged.len())..],
        typing.acknowledged,
    );
    let (typed, kept) = (typing.typed.chars().count(), found.chars().count());
    Outcome {
        typed_ms: typing.ms,
        generations: typing.generations,
        tail: typed - kept,
        tail_ms: typing.ms * (typed - kept) as u64 / typing.keys.max(1),
        longest_pause_ms: typing.longest_pause_ms,
    }
}

/// Reads every record that is kept, each of which has to be readable.
async fn records(browser: &impl Engine) {
    let script = "window.__records = null; const open = indexedDB.open(arguments[0]); open.onsuccess = () => { \
        const db = open.result, all = db.transaction(arguments[1]).objectStore(arguments[1]).getAll(); \
        all.onsuccess = () => { window.__records = all.result; db.close(); } }; return true";
    browser.look_by(script, vec![json!(DATABASE), json!(RECORDS)]).await;
    let texts = wait::until("the records are read", async || {
        Some(browser.look_by("return window.__records", vec![]).await).filter(Value::is_array)
    })
    .await;
    for text in texts.as_array().into_iter().flatten().filter_map(Value::as_str) {
        assert!(Record::decode(text).is_some(), "a record is unreadable: {text}");
    }
}

/// Opens the page in which the trials type.
pub async fn begin(browser: &impl Engine) {
    browser.open_wish().await;
    wait::until("the page is ready to save", async || {
        Some(look(browser).await.state).filter(|state| !state.is_empty() && state != "failed")
    })
    .await;
}

/// What the spy saw of transactions that write records: what was asked for, and what the browser made of it.
pub async fn durabilities(browser: &Browser) -> Vec<(String, String)> {
    let seen = browser.js("return window.__spy.writes.map(w => [String(w.asked), String(w.durability)])", vec![]).await;
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    seen.as_array().into_iter().flatten().map(|pair| (word(&pair[0]), word(&pair[1]))).collect()
}
