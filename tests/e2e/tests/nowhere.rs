//! Keeping nothing, erasing, and what the browser is asked: what of ours is on the device is what was agreed to.

use aritai::document::wish;
use aritai::format::open_backup;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::page::{Role, scene};
use aritai_e2e::storage::Kept;
use aritai_e2e::wait;
use serde_json::{Value, json};

/// Something that nobody else wrote.
const SENTINEL: &str = "この一行だけの言葉";

/// Another program's things, of each kind, on the same origin.
const FOREIGN: &str = r"
    localStorage.setItem('other-program', 'its own, not JSON'); localStorage.setItem('aritaix', 'a near name');
    const db = await new Promise((ok, no) => { const r = indexedDB.open('other-program', 3);
        r.onupgradeneeded = () => r.result.createObjectStore('things');
        r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error); });
    const tx = db.transaction('things', 'readwrite'); tx.objectStore('things').put('a thing', 1);
    await new Promise(ok => { tx.oncomplete = ok; }); db.close();
    await (await caches.open('other-cache')).put('/other', new Response('x'));
    await (await caches.open('aritai-v1')).put('/ours', new Response('x'));
    await navigator.serviceWorker.register('/elsewhere/sw.js');
";

const WORKERS: &str =
    "return (await navigator.serviceWorker.getRegistrations()).map(r => new URL(r.scope).pathname).sort()";

#[tokio::test]
async fn erasing_takes_all_of_ours_and_nothing_of_anybody_elses() {
    journey("erased", Options { worker: true, ..Options::default() }, async |browser| {
        browser.site.put("/elsewhere/sw.js", "text/javascript", "// It does nothing.");
        browser.leave_to_blank().await;
        browser.js_async(FOREIGN).await;
        let foreign = browser.kept().await;
        browser.restore(&invented_person(browser.lang)).await;
        browser.visit(Route::Wish).await;
        browser.write_scene(SENTINEL).await;
        // Our own worker has taken its copies.
        browser.js_async("await navigator.serviceWorker.ready; return true").await;
        assert_eq!(browser.js_async(WORKERS).await, json!(["/", "/elsewhere/"]));
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_ERASE_DO).await;
        browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        browser.press(w::KEEP_ERASE_GO).await;
        browser.reads(w::KEEP_ERASED).await;
        assert_eq!(browser.js_async(WORKERS).await, json!(["/elsewhere/"]), "our worker alone is gone");
        browser.leave_to_blank().await;
        let left = browser.kept().await;
        let mut expected: Kept = foreign.into_iter().filter(|(place, _)| !place.starts_with("caches/aritai")).collect();
        let counter = left.get("indexedDB/aritai/meta/\"head\"").expect("the counter").clone();
        assert!(counter.parse::<u64>().expect("a number") > 0);
        expected.insert("indexedDB/aritai/meta/\"head\"".to_owned(), counter);
        assert_eq!(left, expected, "one number without words stays, and what is others'");
        // The page that is opened next knows nothing.
        browser.open(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "");
    })
    .await;
}

/// Holds back what the page has put off until nothing else is to be done; not the start of the program, which waits so long only.
const LATER: &str = "window.__later = []; \
    window.requestIdleCallback = (then, how) => how ? then() : window.__later.push(then)";

#[tokio::test]
async fn erasing_at_once_leaves_no_worker_that_comes_afterwards() {
    let options = Options { worker: true, before: vec![LATER.to_owned()], ..Options::default() };
    journey("erased_at_once", options, async |browser| {
        browser.open(Route::Wish).await;
        browser.write_scene(SENTINEL).await;
        browser.open(Route::Keep).await;
        let put_off = async || (browser.js("return __later.length", vec![]).await == json!(1)).then_some(());
        wait::until("the worker is about to be asked for", put_off).await;
        browser.press(w::KEEP_ERASE_DO).await;
        browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        browser.press(w::KEEP_ERASE_GO).await;
        browser.reads(w::KEEP_ERASED).await;
        browser.js_async("await __later[0](); return 1").await;
        assert_eq!(browser.js_async(WORKERS).await, json!([]));
        assert_eq!(browser.caches().await, Vec::<String>::new());
    })
    .await;
}

/// No store holds anything but the choice, the language, and the counter.
async fn nothing_is_kept(browser: &Browser) {
    let kept = browser.kept().await;
    let settings = json!({ "lang": "ja", "keep_nothing": true });
    for (place, text) in &kept {
        match place.as_str() {
            "indexedDB/aritai/meta/\"head\"" => assert!(text.parse::<u64>().is_ok(), "{text}"),
            "localStorage/aritai/settings" => {
                assert_eq!(serde_json::from_str::<Value>(text).expect("JSON"), settings);
            }
            _ => panic!("{place} is there: {text}"),
        }
    }
}

#[tokio::test]
async fn keeping_nothing_leaves_not_one_byte_in_any_store() {
    journey("nowhere", Options::default(), async |browser| {
        // Something is there already, and on the page.
        browser.open(Route::Wish).await;
        browser.write_scene(SENTINEL).await;
        browser.visit(Route::Welcome).await;
        let card = browser.find(Role::Radio, w::DEVICE_NOTHING).await;
        browser.click(&card).await;
        browser.shown(Route::Keep).await;
        browser.press(w::NOWHERE_DO).await;
        browser.press(w::NOWHERE_GO).await;
        browser.reads(w::NOWHERE_ON).await;
        browser.reads(w::NOWHERE_NOTE).await;
        browser.save_state_is("nowhere").await;
        browser.visit(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, SENTINEL, "it is still on the page");
        let asks = "const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); \
            return leaving.defaultPrevented";
        assert_eq!(browser.js(asks, vec![]).await, json!(true), "leaving asks");
        browser.focus_field(&scene()).await;
        browser.cdp("Input.insertText", json!({ "text": "つづき" })).await;
        for route in [Route::Values, Route::Outline, Route::Sheet, Route::Here] {
            browser.visit(route).await;
            browser.reads(w::NOWHERE_NOTE).await;
        }
        browser.reads(w::HERE_NOWHERE).await;
        nothing_is_kept(browser).await;
        // The way out to a file, which is in sight everywhere; after it leaving asks no more.
        browser.press(w::SAVE_TO_FILE).await;
        let (_, backup) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        let backup_binder = open_backup(&backup).expect("a backup").binder;
        assert_eq!(backup_binder.document().text(wish::SCENE.alone()), format!("{SENTINEL}つづき"));
        assert_eq!(browser.js(asks, vec![]).await, json!(false), "leaving asks no more");
        nothing_is_kept(browser).await;
        // Another day: the choice is still there, and nothing else.
        browser.restart().await;
        browser.open(Route::Wish).await;
        browser.reads(w::NOWHERE_NOTE).await;
        assert_eq!(browser.value(&scene()).await, "");
        nothing_is_kept(browser).await;
        // On from the file, and kept again, because somebody wants it.
        browser.visit(Route::Keep).await;
        browser.give_file("restore-file", "ありたい_バックアップ.json", &backup).await;
        browser.press(w::RESTORE_DO).await;
        browser.reads(w::RESTORE_DONE).await;
        nothing_is_kept(browser).await;
        browser.visit(Route::Keep).await;
        browser.press(w::NOWHERE_OFF).await;
        browser.saved().await;
        let saved = browser.saved_binder().await.expect("a record");
        assert_eq!(saved.document(), backup_binder.document());
    })
    .await;
}

#[tokio::test]
async fn the_browser_is_asked_once_to_keep_it_and_nobody_waits_for_the_answer() {
    let never =
        "window.__asked = 0; navigator.storage.persist = () => { window.__asked++; return new Promise(() => {}); };";
    journey("persist", Options { before: vec![never.to_owned()], ..Options::default() }, async |browser| {
        let asked = async || browser.js("return window.__asked", vec![]).await;
        browser.restore(&invented_person(browser.lang)).await;
        browser.reads(w::BACKUP_NONE).await;
        browser.visit(Route::Wish).await;
        browser.write_scene(SENTINEL).await;
        assert_eq!(asked().await, json!(0), "not before anything was handed out");
        browser.visit(Route::Keep).await;
        for _ in 0..2 {
            browser.press(w::KEEP_BACKUP_DO).await;
            browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        }
        assert_eq!(asked().await, json!(1));
        browser.reads(w::backup_age(0, browser.lang).as_str()).await;
        browser.visit(Route::Wish).await;
        browser.write_scene("つづき").await;
        browser.reload().await;
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_BACKUP_DO).await;
        browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        assert_eq!(asked().await, json!(0), "and never again");
    })
    .await;
}
