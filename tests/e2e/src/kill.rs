//! The kill test: the whole browser is killed while somebody is typing, and nothing that was shown as saved may be lost.
//!
//! What was acknowledged is taken from the page's own 「保存済み」 (its generation), and from the records that were handed to
//! the database up to that generation, as a spy saw them. After the kill the same profile is opened again.

use crate::browser::{Browser, Options};
use crate::page::field_id;
use crate::wait;
use aritai::document::wish;
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
struct Look {
    state: String,
    generation: u64,
    acknowledged: Option<String>,
    value: String,
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

async fn look(browser: &Browser) -> Look {
    let seen = browser.js(LOOK, vec![json!(scene())]).await;
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
    /// How many generations were acknowledged.
    pub generations: u64,
    /// The longest time without an acknowledgement, in milliseconds.
    pub longest_pause_ms: u64,
}

/// Types without a pause for so long, at about the pace of a quick person, and looks at the save state all the while.
pub async fn type_for(browser: &Browser, long: Duration, dice: &mut Dice) -> Typing {
    browser.focus_field(&scene()).await;
    let before = look(browser).await;
    let mut acknowledged = before.acknowledged.clone().unwrap_or_else(|| before.value.clone());
    let (began, mut last) = (Instant::now(), before.clone());
    let (mut pause_since, mut longest_pause) = (began, Duration::ZERO);
    while began.elapsed() < long {
        let kana = char::from_u32(0x3042 + dice.below(80) as u32).unwrap_or('あ');
        browser.cdp("Input.insertText", json!({ "text": kana.to_string() })).await;
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
        generations: last.generation - before.generation,
        longest_pause_ms: longest_pause.max(pause_since.elapsed()).as_millis() as u64,
    }
}

/// One trial: types, kills the browser in the middle of it, opens it again and compares.
pub async fn trial(browser: &mut Browser, dice: &mut Dice) -> Outcome {
    let long = Duration::from_millis(300 + dice.below(2_200));
    let typing = type_for(browser, long, dice).await;
    browser.kill();
    browser.start_again().await;
    browser.open(Route::Wish).await;
    let found = browser.value(&scene()).await;
    assert!(
        typing.typed.starts_with(&found),
        "nothing else stands there: {found:?} is no beginning of {:?}",
        typing.typed
    );
    assert!(
        found.starts_with(&typing.acknowledged),
        "LOST after it was shown as saved: {:?} of {:?}",
        &typing.acknowledged[found.len().min(typing.acknowledged.len())..],
        typing.acknowledged,
    );
    // Every record can be read, and nobody is told of anything set aside.
    browser.records().await;
    assert!(!browser.says(w::ASIDE_TITLE).await, "nothing was set aside");
    // What the mirror had saved on top is in the database soon, too.
    browser.saved().await;
    Outcome {
        typed_ms: typing.ms,
        generations: typing.generations,
        tail: typing.typed.chars().count() - found.chars().count(),
        longest_pause_ms: typing.longest_pause_ms,
    }
}

/// Opens the page in which the trials type.
pub async fn begin(browser: &Browser) {
    browser.open(Route::Wish).await;
    wait::until("the page is ready to save", async || browser.save_state().await.filter(|s| s.state != "failed")).await;
}

/// What the spy saw of transactions that write records: what was asked for, and what the browser made of it.
pub async fn durabilities(browser: &Browser) -> Vec<(String, String)> {
    let seen = browser.js("return window.__spy.writes.map(w => [String(w.asked), String(w.durability)])", vec![]).await;
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    seen.as_array().into_iter().flatten().map(|pair| (word(&pair[0]), word(&pair[1]))).collect()
}
