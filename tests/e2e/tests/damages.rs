//! Stores that are damaged: the app starts, tells, shows all that is whole, and hands over what is not.

use aritai::document::Binder;
use aritai::format::{Record, assemble, open_backup};
use aritai::history::Why;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::kill::Dice;
use aritai_e2e::storage::RECORDS;
use aritai_e2e::wait;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How many values are damaged, one bit or a cut-off end each, and how many of them at once.
const DAMAGES: usize = 200;
const AT_ONCE: usize = 10;

/// Everything in the program's database, with bytes as lists: `[[store, key, value], …]`.
const TAKE: &str = r"
    const db = await new Promise((ok, no) => { const r = indexedDB.open('aritai'); r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error); });
    const out = [];
    for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store);
        const got = request => new Promise(ok => { request.onsuccess = () => ok(request.result); });
        const [keys, values] = await Promise.all([got(all.getAllKeys()), got(all.getAll())]);
        keys.forEach((key, at) => out.push([store, key, values[at] instanceof ArrayBuffer ? [...new Uint8Array(values[at])] : values[at]]));
    }
    db.close(); return out;
";

async fn put_all(browser: &Browser, all: &[Value]) {
    let script = format!(
        "const all = {}; localStorage.removeItem('aritai/mirror'); \
         const db = await new Promise((ok, no) => {{ const r = indexedDB.open('aritai'); r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error); }}); \
         const names = [...db.objectStoreNames], tx = db.transaction(names, 'readwrite'); \
         for (const name of names) tx.objectStore(name).clear(); \
         for (const [store, key, value] of all) tx.objectStore(store).put(Array.isArray(value) ? new Uint8Array(value).buffer : value, key); \
         await new Promise((ok, no) => {{ tx.oncomplete = ok; tx.onabort = () => no(tx.error); }}); db.close();",
        json!(all)
    );
    browser.js_async(&script).await;
}

/// One bit is another, or the end is missing.
fn damage(value: &mut Value, dice: &mut Dice) {
    let cut = dice.below(3) == 0;
    match value {
        Value::String(text) => {
            let mut units: Vec<u16> = text.encode_utf16().collect();
            let at = dice.below(units.len() as u64) as usize;
            if cut {
                units.truncate(at);
            } else {
                // In the lower half, so that no half of a pair loses the other.
                units[at] ^= 1 << dice.below(8);
            }
            *text = String::from_utf16_lossy(&units);
        }
        Value::Array(bytes) => {
            let at = dice.below(bytes.len() as u64) as usize;
            if cut {
                bytes.truncate(at);
            } else {
                bytes[at] = json!(bytes[at].as_u64().expect("a byte") ^ (1 << dice.below(8)));
            }
        }
        _ => *value = json!(dice.below(3)),
    }
}

#[tokio::test]
async fn two_hundred_damages_and_the_rest_is_always_there() {
    journey("damages", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        browser.restart().await;
        browser.open(Route::Wish).await;
        browser.has_moment(Why::Found).await;
        browser.write_scene("あとから").await;
        browser.leave_to_blank().await;
        let whole = browser.js_async(TAKE).await.as_array().expect("all").clone();
        let mut dice = Dice::new(std::process::id().into());
        for round in 0..DAMAGES / AT_ONCE {
            let what = format!("seed {}, round {round}", std::process::id());
            let mut all = whole.clone();
            let mut places: Vec<usize> = (0..all.len()).filter(|at| all[*at][0] != "meta").collect();
            let mut moment_is_damaged = false;
            for _ in 0..AT_ONCE {
                let at = places.swap_remove(dice.below(places.len() as u64) as usize);
                moment_is_damaged |= all[at][0] == "before";
                damage(&mut all[at][2], &mut dice);
            }
            // Now and then the program's own notes, too: all but a format that would be a newer program's.
            if round % 4 == 0 {
                let head = all.iter().position(|v| v[0] == "meta" && v[1] == "head").expect("a counter");
                damage(&mut all[head][2], &mut dice);
            }
            put_all(browser, &all).await;
            let stored: BTreeMap<&str, &str> =
                all.iter().filter(|v| v[0] == RECORDS).filter_map(|v| Some((v[1].as_str()?, v[2].as_str()?))).collect();
            let (good, bad): (Vec<&str>, Vec<&str>) =
                stored.into_values().partition(|text| Record::decode(text).is_some());
            let undamaged: Vec<Record> = good.iter().filter_map(|text| Record::decode(text)).collect();
            let expected: Binder = assemble(undamaged).expect("something is left");

            browser.open(Route::Keep).await;
            if !bad.is_empty() {
                browser.reads(w::ASIDE_DAMAGED).await;
                browser.press(w::ASIDE_SAVE).await;
                let (_, file) = browser.downloaded(w::FILE_ASIDE.get(browser.lang), "txt").await;
                let file = String::from_utf8(file).expect("text");
                for text in &bad {
                    assert!(file.contains(*text), "{what}: the damaged text can be had: {text}");
                }
            }
            browser.press(w::KEEP_BACKUP_DO).await;
            let (_, backup) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
            let shown = open_backup(&backup).expect("a backup").binder;
            assert_eq!(shown.document(), expected.document(), "{what}: all that is undamaged is there");
            // An earlier moment can be gone back to, unless it is the one that was hit: that is said.
            browser.visit(Route::History).await;
            browser.look_at_moment(0).await;
            wait::until("it is shown, or said to be unreadable", async || {
                let unreadable = browser.says(w::HISTORY_UNREADABLE).await;
                assert!(!unreadable || moment_is_damaged, "{what}: an undamaged moment can be read");
                (unreadable || browser.says(w::HISTORY_IF).await).then_some(())
            })
            .await;
            browser.leave_to_blank().await;
        }
    })
    .await;
}
