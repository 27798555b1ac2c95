//! A disk without room, a store without room, stores that vanish, records that rot, a clock that jumps: what is said is true at
//! every moment, a file can be had, and when it is over saving goes on by itself with nothing missing.

use aritai::document::wish;
use aritai::format::open_backup;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::kill::{self, Dice, look};
use aritai_e2e::page::{Role, scene};
use aritai_e2e::storage::RECORDS;
use aritai_e2e::wait;
use serde_json::json;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// How soon somebody is told.
const AT_ONCE: Duration = Duration::from_secs(2);
/// Room for a profile and little more.
const MEGABYTES: u32 = 160;
/// How often the disk is full.
const ROUNDS: usize = 4;

async fn stored(browser: &Browser) -> String {
    browser.saved_binder().await.map(|b| b.document().text(wish::SCENE.alone()).to_owned()).unwrap_or_default()
}

async fn types(browser: &Browser, text: &str) {
    browser.cdp("Input.insertText", json!({ "text": text })).await;
}

async fn file_holds(browser: &Browser, text: &str) {
    browser.press(w::SAVE_TO_FILE).await;
    let (_, backup) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
    let backup = open_backup(&backup).expect("the backup can be opened");
    assert_eq!(backup.binder.document().text(wish::SCENE.alone()), text);
}

/// Types on until it is said that it can't be saved. Answers with what was acknowledged by then.
async fn type_until_refused(browser: &Browser) -> String {
    let mut acknowledged = look(browser).await.value;
    let (mut last, mut generation) = (Instant::now(), 0);
    for number in 0..400 {
        // The browser itself tidies up now and then.
        browser.disk().fill();
        types(browser, &char::from_u32(0x3042 + number % 80).unwrap_or('あ').to_string()).await;
        let now = look(browser).await;
        if let Some(text) = now.acknowledged.filter(|_| now.generation > generation) {
            (acknowledged, generation, last) = (text, now.generation, Instant::now());
        }
        if now.state == "failed" {
            println!("told {} ms after the last word that was saved", last.elapsed().as_millis());
            assert!(last.elapsed() < AT_ONCE, "it is told at once: {:?}", last.elapsed());
            return acknowledged;
        }
    }
    panic!("the full disk was never noticed");
}

#[tokio::test]
async fn a_full_disk_is_told_at_once_and_nothing_is_said_to_be_saved_that_is_not() {
    let options = Options { small_disk: Some(MEGABYTES), forgive: vec!["Quota", "Failed to"], ..kill::options() };
    journey("disk_full", options, async |browser| {
        kill::begin(browser).await;
        browser.focus_field(&scene()).await;
        types(browser, "朝").await;
        browser.saved().await;
        // The browser's log is cut off within a write of ours, or within a note of its own behind a write that it
        // said was done: then it closes the database. Other lengths make other places likely.
        for round in 0..ROUNDS {
            types(browser, &"長".repeat(37 * round)).await;
            browser.saved().await;
            type_until_refused(browser).await;
            browser.reads(w::FAILED_FULL).await;
            let typed = browser.value(&scene()).await;
            if round == 0 {
                file_holds(browser, &typed).await;
            }
            // Room again: it mends itself, without a key.
            browser.disk().make_room();
            browser.saved().await;
            assert!(!browser.says(w::FAILED_FULL).await, "the notice is gone");
            assert_eq!(stored(browser).await, typed, "nothing that was typed is missing");
            browser.focus_field(&scene()).await;
        }
        // Once more; and this time the browser dies on the full disk.
        let acknowledged = type_until_refused(browser).await;
        let typed = browser.value(&scene()).await;
        browser.kill();
        browser.disk().make_room();
        browser.start_again().await;
        browser.open(Route::Wish).await;
        let found = browser.value(&scene()).await;
        assert!(typed.starts_with(&found), "{found:?} is no beginning of {typed:?}");
        assert!(found.starts_with(&acknowledged), "LOST after it was shown as saved: {found:?} of {acknowledged:?}");
        // Nobody types a key, and it dies again.
        browser.saved().await;
        browser.kill();
        browser.start_again().await;
        browser.open(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, found, "LOST at the second start");
    })
    .await;
}

/// Another program of the same host has used up the localStorage: the journal does without the mirror.
#[tokio::test]
async fn a_mirror_without_room_stands_in_nobodys_way() {
    journey("local_full", Options { forgive: vec!["Quota"], ..kill::options() }, async |browser| {
        browser.leave_to_blank().await;
        let fill = "let size = 1 << 22, text = ''; while (size >= 1) { try { localStorage.setItem('other', text + 'あ'.repeat(size)); \
            text += 'あ'.repeat(size); } catch { size >>= 1; } } return text.length";
        let filled = browser.js(fill, vec![]).await.as_u64().unwrap_or(0);
        assert!(filled > 5_000_000, "it is full: {filled}");
        kill::begin(browser).await;
        let typing = kill::type_for(browser, Duration::from_secs(2), &mut Dice::new(5)).await;
        assert!(typing.generations > 0, "it saves");
        let saved = browser.saved().await;
        assert!(!browser.has(Role::Button, w::SAVE_TO_FILE).await, "nobody is troubled with it: {saved:?}");
        // Asked before the kill: the browser writes localStorage down in its own time, so what a kill leaves of it is the
        // browser's affair. Ours has to be there whatever that was.
        let other = browser.js("return localStorage.getItem('other').length", vec![]).await;
        assert_eq!(other, json!(filled), "the other program's is untouched");
        browser.kill();
        browser.start_again().await;
        browser.open(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, typing.typed, "all of it is there");
    })
    .await;
}

/// The database goes under the open page, from another tab and by the browser itself.
#[tokio::test]
async fn a_database_that_is_taken_away_is_written_anew() {
    journey("taken_away", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        browser.focus_field(&scene()).await;
        types(browser, "朝").await;
        browser.saved().await;
        let here = browser.driver().window().await.expect("the tab");
        let other = browser.driver().new_tab().await.expect("another tab");
        browser.driver().switch_to_window(other).await.expect("the other tab");
        browser.leave_to_blank().await;
        browser
            .js_async("await new Promise((ok, no) => { const r = indexedDB.deleteDatabase('aritai'); r.onsuccess = ok; r.onerror = no; })")
            .await;
        browser.driver().switch_to_window(here).await.expect("the tab");
        browser.focus_field(&scene()).await;
        types(browser, "昼").await;
        wait::until("all of it is there again", async || (stored(browser).await == "朝昼").then_some(())).await;
        browser.saved().await;
        let clear = json!({ "origin": browser.site.origin(), "storageTypes": "indexeddb" });
        browser.cdp("Storage.clearDataForOrigin", clear).await;
        types(browser, "夜").await;
        wait::until("all of it is there again", async || (stored(browser).await == "朝昼夜").then_some(())).await;
        browser.saved().await;
        browser.reload().await;
        assert_eq!(browser.value(&scene()).await, "朝昼夜");
    })
    .await;
}

/// 200 records, each damaged or cut off somewhere: each is set aside and handed over as it is, and all others come through.
#[tokio::test]
async fn two_hundred_damaged_records_are_set_aside_and_the_others_come_through() {
    let mut dice = Dice::new(200);
    journey("rotten", Options::default(), async |browser| {
        let mut damaged_in_all = 0;
        while damaged_in_all < 200 {
            browser.fresh_computer().await;
            browser.restore(&invented_person(browser.lang)).await;
            browser.leave_to_blank().await;
            let good = browser.record_texts().await;
            let mut bad = BTreeMap::new();
            for (key, text) in &good {
                // An edition without its own record is still there, and so is everything else.
                if bad.len() < 50 && dice.below(2) == 0 {
                    bad.insert(key.clone(), rotten(text, &mut dice));
                }
            }
            for (key, text) in &bad {
                browser.put_kept(RECORDS, key, &json!(text)).await;
            }
            browser.open(Route::Keep).await;
            browser.reads(w::ASIDE_DAMAGED).await;
            browser.press(w::ASIDE_SAVE).await;
            let (_, file) = browser.downloaded(w::FILE_ASIDE.get(browser.lang), "txt").await;
            let file = String::from_utf8(file).expect("text");
            for text in bad.values() {
                assert!(file.contains(text.as_str()), "it is handed over as it is: {text}");
            }
            browser.saved().await;
            let now = browser.record_texts().await;
            for (key, text) in good.iter().filter(|(key, _)| !bad.contains_key(*key)) {
                assert_eq!(now.get(key), Some(text), "{key} is untouched");
            }
            damaged_in_all += bad.len();
        }
        println!("{damaged_in_all} damaged records");
    })
    .await;
}

/// A text with one sign changed, or without its end.
fn rotten(text: &str, dice: &mut Dice) -> String {
    let signs: Vec<char> = text.chars().collect();
    let at = dice.below(signs.len() as u64) as usize;
    if dice.below(3) == 0 {
        return signs[..at].iter().collect();
    }
    let flipped = char::from_u32(u32::from(signs[at]) ^ (1 << dice.below(7))).unwrap_or('?');
    signs.iter().enumerate().map(|(n, sign)| if n == at { flipped } else { *sign }).collect()
}

/// The clock goes back a day, and forward a year, while somebody types.
#[tokio::test]
async fn a_clock_that_jumps_changes_nothing() {
    let clock =
        "(() => { const now = Date.now.bind(Date); window.__shift = 0; Date.now = () => now() + window.__shift; })();";
    let options = Options { before: vec![kill::SPY.to_owned(), clock.to_owned()], ..Options::default() };
    journey("clock", options, async |browser| {
        kill::begin(browser).await;
        let day = 86_400_000_i64;
        let mut text = String::new();
        let mut generation = 0;
        for (shift, long) in [(0, 1), (-day, 2), (365 * day, 2), (0, 1)] {
            browser.js("window.__shift = arguments[0]", vec![json!(shift)]).await;
            let typing = kill::type_for(browser, Duration::from_secs(long), &mut Dice::new(long)).await;
            assert!(typing.generations > 0, "it saves on: {typing:?}");
            let saved = browser.saved().await;
            assert!(saved.generation > generation, "in its order");
            generation = saved.generation;
            text = browser.value(&scene()).await;
            assert_eq!(stored(browser).await, text);
        }
        browser.js("window.__shift = arguments[0]", vec![json!(-day)]).await;
        browser.reload().await;
        assert_eq!(browser.value(&scene()).await, text, "the newest is what was written last");
    })
    .await;
}
