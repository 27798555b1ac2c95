//! Earlier moments to go back to, and restores that are cut off at any step.

use aritai::document::wish;
use aritai::format::{By, Record, mirrored, open_backup, records};
use aritai::history::Why;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::options::{NOBODY_ANSWERS, asks_others};
use aritai_e2e::storage::moments;
use aritai_e2e::wait;
use serde_json::json;
use std::time::Duration;

/// Something that nobody else wrote.
const SENTINEL: &str = "この一行だけの言葉";

#[tokio::test]
async fn what_is_found_is_kept_too_where_it_takes_a_while_until_it_may_be_written() {
    journey("moments_late", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        browser.before_every_page(&asks_others()).await;
        // Moments have begun: this screen comes with them.
        browser.open(Route::History).await;
        browser.js(NOBODY_ANSWERS, vec![]).await;
        browser.has_moment(Why::Found).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_found_is_kept_too_where_the_last_browser_died_and_its_storage_is_being_mended() {
    journey("moments_mended", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        browser.before_every_page(DIED_AND_WRITES_SLOWLY).await;
        // Moments have begun: this screen comes with them.
        browser.open(Route::History).await;
        wait::until("the storage is being mended", async || {
            (browser.js("return window.__held === true", vec![]).await == json!(true)).then_some(())
        })
        .await;
        browser.js("window.__go = true", vec![]).await;
        browser.has_moment(Why::Found).await;
    })
    .await;
}

/// Leaves the mark of a browser that died while it wrote. What the page writes first takes until `__go`.
const DIED_AND_WRITES_SLOWLY: &str = r"(() => {
    localStorage.setItem('aritai/writing', '1');
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given) {
        const tx = transaction.apply(this, given);
        if (tx.mode === 'readwrite' && !window.__held) {
            window.__held = true;
            const store = tx.objectStore(tx.objectStoreNames[0]);
            const wait = () => { if (!window.__go) store.get('').onsuccess = wait; };
            wait();
        }
        return tx;
    };
})();";

#[tokio::test]
async fn an_earlier_moment_can_be_gone_back_to_and_that_taken_back() {
    journey("moments", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let first = browser.saved_binder().await.expect("a record");
        // What is found at the next start is a moment, without anything being done.
        browser.restart().await;
        browser.open(Route::Wish).await;
        browser.has_moment(Why::Found).await;
        let packed = browser.kept().await;
        let packed = packed.iter().find(|(place, _)| place.contains("/before/")).expect("a moment").1;
        assert!(packed.starts_with("bytes 31 139 "), "it is packed: {}", &packed[..packed.len().min(40)]);
        browser.write_scene(SENTINEL).await;
        let second = browser.saved_binder().await.expect("a record");
        assert_ne!(first.document(), second.document());
        browser.visit(Route::History).await;
        let before = browser.kept().await;
        browser.look_at_moment(0).await;
        browser.reads(w::HISTORY_IF).await;
        browser.reads(SENTINEL).await;
        assert_eq!(browser.kept().await, before, "looking changes nothing");
        browser.press(w::RESTORE_DO).await;
        browser.reads(w::HISTORY_DONE).await;
        wait::until("it is as it was", async || {
            (browser.saved_binder().await?.document() == first.document()).then_some(())
        })
        .await;
        assert!(moments(&browser.kept().await).iter().any(|m| m.why == Why::Restore), "with what was there before");
        browser.press(w::UNDO).await;
        wait::until("it is taken back", async || {
            (browser.saved_binder().await?.document() == second.document()).then_some(())
        })
        .await;
        // And on another day, from the moment that the restore left behind.
        browser.restart().await;
        browser.open(Route::History).await;
        browser.reads(w::HISTORY_RESTORE).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_away_by_a_press_is_kept_before() {
    journey("taken", Options { before: vec![aged_clock()], ..Options::default() }, async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        browser.restart().await;
        browser.open(Route::Wish).await;
        browser.has_moment(Why::Found).await;
        browser.write_scene(SENTINEL).await;
        let before = browser.saved_binder().await.expect("a record");
        browser.js("window.__ahead = 3 * 60 * 1000", vec![]).await;
        // Something goes, and then the page is hidden.
        browser.visit(Route::Editions).await;
        browser.press(w::EDITION_CLOSE).await;
        browser.press(w::EDITION_CLOSE_DO).await;
        browser.reads(w::EDITION_BEGUN).await;
        browser.saved().await;
        browser.js("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await;
        browser.has_moment(Why::Taken).await;
        browser.open(Route::History).await;
        browser.look_at_moment(0).await;
        browser.press(w::RESTORE_DO).await;
        wait::until("it is as it was", async || {
            let now = browser.saved_binder().await?;
            (now.document() == before.document() && now.former().is_empty()).then_some(())
        })
        .await;
    })
    .await;
}

/// A clock that a test can put forward.
fn aged_clock() -> String {
    "(() => { const now = Date.now; Date.now = () => now() + (window.__ahead ?? 0); })();".to_owned()
}

// ── A restore that is cut off ───────────────────────────────────────────────────────────────────────────────────

/// Makes the page stand still, for ever, at a step that a test names.
const STALL: &str = r"(() => {
    const at = step => { if (window.__stall === step) for (;;); };
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
        if (key === 'aritai/mirror') at('before the mirror');
        setItem.call(this, key, value);
        if (key === 'aritai/mirror') at('after the mirror');
    };
    let count = {};
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given) {
        const tx = transaction.apply(this, given);
        if (tx.mode === 'readwrite') {
            count = {};
            tx.addEventListener('complete', () => at('complete'));
        }
        return tx;
    };
    for (const name of ['put', 'clear']) {
        const was = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...given) {
            const of = `${name} ${this.name}`;
            count[of] = (count[of] ?? 0) + 1;
            at(`${of} ${count[of]}`);
            return was.apply(this, given);
        };
    }
})();";

/// Presses a button of which it may never be heard again, and waits until the page stands still.
async fn press_and_stall(browser: &Browser, label: w::Words, step: &str) {
    let button = browser.find(aritai_e2e::page::Role::Button, label).await;
    let script = "window.__stall = arguments[1]; setTimeout(() => arguments[0].click(), 100)";
    let arguments = vec![button.to_json().expect("an element"), json!(step)];
    browser.js(script, arguments).await;
    wait::until(&format!("the page stands still at: {step}"), async || {
        let look = tokio::time::timeout(Duration::from_millis(700), browser.js("return 1", vec![])).await;
        look.is_err().then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_restore_cut_off_at_any_step_leaves_the_old_or_the_new() {
    let steps = [
        "before the mirror",
        "after the mirror",
        "put before 1",
        "clear records 1",
        "put records 1",
        "put records 9",
        "put meta 1",
        "complete",
    ];
    journey("cut_off", Options { before: vec![STALL.to_owned()], ..Options::default() }, async |browser| {
        let file = invented_person(browser.lang);
        let new = open_backup(&file).expect("a backup").binder;
        for step in steps {
            browser.fresh_computer().await;
            browser.open(Route::Wish).await;
            browser.write_scene(SENTINEL).await;
            let old = browser.saved_binder().await.expect("a record");
            browser.visit(Route::Keep).await;
            browser.give_file("restore-file", "ありたい_バックアップ.json", &file).await;
            browser.reads(w::RESTORE_TITLE).await;
            press_and_stall(browser, w::RESTORE_DO, step).await;
            browser.kill();
            browser.start_again().await;
            browser.open(Route::Wish).await;
            browser.saved().await;
            let found = browser.saved_binder().await.expect("never neither");
            let (is_old, is_new) = (found.document() == old.document(), found.document() == new.document());
            assert!(is_old || is_new, "killed at {step}: a mixture");
            assert!(is_new || step != "complete", "what was committed is there");
            let before = moments(&browser.kept().await).into_iter().find(|m| m.why == Why::Restore);
            assert_eq!(before.is_some(), is_new, "killed at {step}: what was replaced is kept with its replacement");
            println!("killed at {step}: the {} one", if is_new { "new" } else { "old" });
        }
    })
    .await;
}

/// The mirror may have come through where the journal has nothing of it yet.
#[tokio::test]
async fn a_restore_that_only_the_mirror_has_is_finished_and_what_it_replaces_is_kept() {
    journey("mirror_restore", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        browser.write_scene(SENTINEL).await;
        let generation = browser.saved().await.generation + 1;
        browser.leave_to_blank().await;
        let new = open_backup(&invented_person(browser.lang)).expect("a backup").binder;
        let texts: Vec<String> = records(&new, generation).iter().map(Record::encode).collect();
        browser
            .put_local(
                "aritai/mirror",
                &mirrored(generation, generation, By::default(), texts.iter().map(String::as_str)),
            )
            .await;
        browser.open(Route::Wish).await;
        wait::until("the new one is in the journal", async || {
            (browser.saved_binder().await?.document() == new.document()).then_some(())
        })
        .await;
        browser.has_moment(Why::Restore).await;
        browser.visit(Route::Keep).await;
        browser.reload().await;
        browser.press(w::KEEP_BEFORE).await;
        browser.press(w::RESTORE_DO).await;
        wait::until("the old one is had back", async || {
            let text = browser.saved_binder().await?.document().text(wish::SCENE.alone()).to_owned();
            (text == SENTINEL).then_some(())
        })
        .await;
    })
    .await;
}
