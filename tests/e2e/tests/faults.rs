//! When something is wrong with the browser, the disk, a record or a file: the person is told, nothing is lost, and the way
//! out to a file works.

use aritai::document::wish;
use aritai::format::{BackupError, By, FORMAT, mirrored, open_backup};
use aritai::history::Why;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::ime::Word;
use aritai_e2e::page::{Label, Role, field_id};
use aritai_e2e::storage::{Kept, RECORDS};
use aritai_e2e::wait;
use serde_json::json;

const TEXT: &str = "会議資料";

fn scene() -> String {
    field_id(wish::SCENE.alone())
}

async fn write_scene(browser: &Browser) {
    browser.write(&scene(), &[Word::new("かいぎ", "会議"), Word::new("しりょう", "資料")]).await;
}

/// The backup and the Markdown can be had, and hold what was written.
async fn files_work(browser: &Browser) {
    browser.visit(Route::Keep).await;
    browser.press(w::KEEP_BACKUP_DO).await;
    let (_, backup) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
    let backup = open_backup(&backup).expect("the backup can be opened");
    assert_eq!(backup.binder.document().text(wish::SCENE.alone()), TEXT);
    browser.visit(Route::Sheet).await;
    browser.press(w::SHEET_ALL).await;
    browser.press(w::SHEET_MARKDOWN).await;
    let (_, markdown) = browser.downloaded(w::FILE_SHEET.get(browser.lang), "md").await;
    assert!(String::from_utf8(markdown).expect("Markdown is UTF-8").contains(TEXT));
}

async fn nothing_can_be_kept(name: &str, options: Options) {
    journey(name, options, async |browser| {
        browser.open(Route::Welcome).await;
        browser.reads(w::FAILED_BLOCKED).await;
        browser.follow(w::START).await;
        browser.visit(Route::Wish).await;
        write_scene(browser).await;
        browser.save_state_is("failed").await;
        browser.reads(w::SAVE_FAILED).await;
        files_work(browser).await;
        // The notice itself hands over the file, too.
        browser.press(w::SAVE_TO_FILE).await;
        browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        browser.visit(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, TEXT, "it stays as long as the page is open");
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_is_said_and_files_work() {
    nothing_can_be_kept("blocked", Options { storage_blocked: true, ..Options::default() }).await;
}

#[tokio::test]
async fn stores_that_throw_are_said_and_files_work() {
    let throws = |name: &str| {
        format!(
            "Object.defineProperty(window, '{name}', {{ get() {{ throw new DOMException('no', 'SecurityError'); }} }});"
        )
    };
    let before = vec![throws("localStorage"), throws("indexedDB")];
    nothing_can_be_kept("throwing", Options { before, ..Options::default() }).await;
}

/// Fills a computer with an invented person's record, and leaves the page.
async fn with_a_record(browser: &Browser) -> Kept {
    browser.restore(&invented_person(browser.lang)).await;
    browser.leave_to_blank().await;
    browser.kept().await
}

/// Where the record of the scene is kept, and its text.
fn scene_record(kept: &Kept) -> (String, String) {
    let prefix = format!("indexedDB/aritai/{RECORDS}/");
    let (place, text) =
        kept.iter().find(|(place, _)| place.starts_with(&prefix) && place.contains(":wish.scene")).expect("a scene");
    (serde_json::from_str(&place[prefix.len()..]).expect("a key"), text.clone())
}

#[tokio::test]
async fn a_damaged_record_is_set_aside_told_and_handed_over() {
    journey("damaged", Options::default(), async |browser| {
        let kept = with_a_record(browser).await;
        let (key, text) = scene_record(&kept);
        let damaged = text.replacen("\"v\":\"", "\"v\":\"！", 1);
        assert_ne!(text, damaged);
        browser.put_kept(RECORDS, &key, &json!(damaged)).await;
        for _ in 0..2 {
            browser.open(Route::Wish).await;
            browser.reads(w::ASIDE_DAMAGED).await;
            assert_eq!(browser.value(&scene()).await, "", "what can't be read is not shown as if it could");
            browser.visit(Route::Keep).await;
            browser.press(w::ASIDE_SAVE).await;
            let (_, file) = browser.downloaded(w::FILE_ASIDE.get(browser.lang), "txt").await;
            assert_eq!(String::from_utf8(file).expect("text"), damaged, "the bytes as they were found");
            browser.saved().await;
        }
        // Writing on, over the same field, leaves them alone.
        browser.visit(Route::Wish).await;
        write_scene(browser).await;
        browser.saved().await;
        browser.leave_to_blank().await;
        let after = browser.kept().await;
        assert!(after.values().any(|text| *text == damaged), "the damaged bytes are still kept");
        // Everything else came through: only this record and the program's own notes differ.
        for (place, text) in
            kept.iter().filter(|(p, _)| p.contains(&format!("/{RECORDS}/")) && !p.contains("wish.scene"))
        {
            assert_eq!(after.get(place), Some(text), "{place} is untouched");
        }
    })
    .await;
}

#[tokio::test]
async fn a_record_of_a_newer_program_is_left_alone_to_the_byte() {
    journey("newer", Options::default(), async |browser| {
        with_a_record(browser).await;
        browser.put_kept("meta", "format", &json!(FORMAT + 1)).await;
        let before = browser.kept().await;
        browser.open(Route::Wish).await;
        browser.reads(w::ASIDE_NEWER).await;
        let shown = browser.value(&scene()).await;
        assert!(!shown.is_empty(), "it is shown, as far as it can be read");
        browser.focus_field(&scene()).await;
        browser.cdp("Input.insertText", json!({ "text": TEXT })).await;
        browser.reads(w::NEWER_REFUSED).await;
        wait::until("it is as it was", async || (browser.value(&scene()).await == shown).then_some(())).await;
        browser.visit(Route::Keep).await;
        browser.press(w::ASIDE_SAVE).await;
        let (_, file) = browser.downloaded(w::FILE_ASIDE.get(browser.lang), "txt").await;
        let file = String::from_utf8(file).expect("text");
        assert!(file.contains(&scene_record(&before).1), "the records as they are");
        assert_ne!(browser.save_state().await.expect("a save state").state, "saved", "it is not said to be saved");
        browser.leave_to_blank().await;
        let after = browser.kept().await;
        for (place, text) in &before {
            assert_eq!(after.get(place), Some(text), "{place} is untouched");
        }
        assert_eq!(after.len(), before.len(), "nothing was added: {:?}", after.keys());
    })
    .await;
}

#[tokio::test]
async fn a_bad_file_gets_one_sentence_and_changes_not_one_byte() {
    let good = String::from_utf8(invented_person(aritai::pack::Lang::Ja)).expect("text");
    // 「{"名前":"市」 in Shift_JIS
    let shift_jis: &[u8] = b"{\"\x96\xbc\x91\x4f\":\"\x8e\x73\"}";
    let files: [(&str, Vec<u8>, BackupError); 8] = [
        ("空.json", Vec::new(), BackupError::Empty),
        ("表.xlsx", b"PK\x03\x04\x14\x00\x06\x00".to_vec(), BackupError::NotText),
        ("古い.json", shift_jis.to_vec(), BackupError::OtherEncoding),
        ("途中.json", good.as_bytes()[..good.len() / 2 / 3 * 3].to_vec(), BackupError::Truncated),
        ("別.json", b"{\"basics\":{\"name\":\"x\"}}".to_vec(), BackupError::NotOurs),
        (
            "新.json",
            good.replacen(&format!("\"format\": {FORMAT}"), "\"format\": 99", 1).into(),
            BackupError::Newer(99),
        ),
        ("傷.json", good.replacen("\"v\":\"", "\"v\":\"！", 1).into(), BackupError::Damaged),
        ("長.json", vec![b' '; 21 * 1024 * 1024], BackupError::TooLong),
    ];
    journey("bad_files", Options::default(), async |browser| {
        with_a_record(browser).await;
        browser.open(Route::Keep).await;
        browser.saved().await;
        browser.has_moment(Why::Found).await;
        let before = browser.kept().await;
        for (name, bytes, error) in files {
            let cut = String::from_utf8_lossy(&bytes).into_owned();
            assert_eq!(open_backup(&bytes).err(), Some(error), "{name}: {}", &cut.chars().take(80).collect::<String>());
            browser.give_file("restore-file", name, &bytes).await;
            let sentence =
                format!("{} {}", w::bad_file(error).words(browser.lang), w::RESTORE_SAFE.words(browser.lang));
            wait::until(&format!("{name} gets its sentence: {sentence}"), async || {
                let said = browser.js("return document.getElementById('restore-error').innerText", vec![]).await;
                (said.as_str() == Some(&sentence)).then_some(())
            })
            .await;
            let role = browser.js("return document.getElementById('restore-error').getAttribute('role')", vec![]).await;
            assert_eq!(role, json!("alert"), "it is read out");
            assert!(!browser.has(Role::Button, w::RESTORE_DO).await, "there is nothing to restore");
            assert_eq!(browser.kept().await, before, "{name} changes nothing");
        }
    })
    .await;
}

/// A full disk, as the browser tells it: a real quota for the origin, far below what is written.
#[tokio::test]
async fn a_full_disk_is_told_and_mended_when_there_is_room() {
    journey("full_disk", Options { forgive: vec!["Quota"], ..Options::default() }, async |browser| {
        browser.open(Route::Wish).await;
        write_scene(browser).await;
        let saved = browser.saved().await;
        // A running Chromium goes on for half a minute with the room it last heard of, so it is started anew.
        browser.restart().await;
        let origin = browser.site.origin();
        browser.leave_to_blank().await;
        browser.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1 })).await;
        browser.open(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, TEXT, "what was saved can be read");
        browser.focus_field(&scene()).await;
        browser.compose(&[Word::new("あさ", "朝")]).await;
        browser.save_state_is("failed").await;
        browser.reads(w::FAILED_FULL).await;
        browser.compose(&[Word::new("ゆう", "夕")]).await;
        let text = format!("{TEXT}朝夕");
        assert_eq!(browser.value(&scene()).await, text, "it is still on the page");
        browser.press(w::SAVE_TO_FILE).await;
        let (_, backup) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        let backup = open_backup(&backup).expect("the backup can be opened");
        assert_eq!(backup.binder.document().text(wish::SCENE.alone()), text);
        // Room again: it mends itself, without a key.
        browser.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": origin })).await;
        let mended = browser.saved().await;
        assert!(mended.generation > saved.generation);
        assert!(!browser.says(w::FAILED_FULL).await, "the notice is gone");
        let binder = browser.saved_binder().await.expect("it is saved");
        assert_eq!(binder.document().text(wish::SCENE.alone()), text);
    })
    .await;
}

/// A store that refuses every write for another reason, and comes back.
#[tokio::test]
async fn a_store_that_refuses_is_told_and_tried_again() {
    let refuse = "(() => { const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...given) { \
        if (window.__refuse) throw new DOMException('no', 'InvalidStateError'); return put.apply(this, given); }; })();";
    journey("refused", Options { before: vec![refuse.to_owned()], ..Options::default() }, async |browser| {
        browser.open(Route::Wish).await;
        browser.js("window.__refuse = true", vec![]).await;
        write_scene(browser).await;
        browser.save_state_is("failed").await;
        browser.reads(w::FAILED_OTHER).await;
        // Should the page break off now.
        wait::until("it is in the mirror", async || in_the_mirror(browser).await.contains(TEXT).then_some(())).await;
        browser.js("window.__refuse = false", vec![]).await;
        browser.saved().await;
        let binder = browser.saved_binder().await.expect("it is saved");
        assert_eq!(binder.document().text(wish::SCENE.alone()), TEXT);
    })
    .await;
}

/// What the mirror holds.
async fn in_the_mirror(browser: &Browser) -> String {
    browser
        .js("return localStorage.getItem('aritai/mirror') ?? ''", vec![])
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// A disk that takes its time over every write: what is on its way is left in the mirror, and only then.
#[tokio::test]
async fn what_a_slow_disk_has_not_taken_yet_is_in_the_mirror() {
    let slow = "(() => { const was = IDBDatabase.prototype.transaction; \
        IDBDatabase.prototype.transaction = function (...given) { \
            const tx = was.apply(this, given); \
            const busy = () => { if (window.__slow) tx.objectStore('meta').get('head').onsuccess = busy; }; \
            if (tx.mode === 'readwrite') busy(); \
            return tx; }; })();";
    journey("slow_disk", Options { before: vec![slow.to_owned()], ..Options::default() }, async |browser| {
        browser.open(Route::Wish).await;
        write_scene(browser).await;
        browser.saved().await;
        assert_eq!(in_the_mirror(browser).await, "", "a disk that answers needs none");
        browser.js("window.__slow = true", vec![]).await;
        browser.focus_field(&scene()).await;
        wait::until("what is on its way is in the mirror", async || {
            browser.compose(&[Word::new("あさ", "朝")]).await;
            in_the_mirror(browser).await.contains(&format!("{TEXT}朝")).then_some(())
        })
        .await;
        assert_eq!(browser.save_state().await.expect("a state").state, "unsaved");
        let text = browser.value(&scene()).await;
        browser.js("window.__slow = false", vec![]).await;
        browser.saved().await;
        let binder = browser.saved_binder().await.expect("it is saved");
        assert_eq!(binder.document().text(wish::SCENE.alone()), text);
        wait::until("the mirror is empty", async || in_the_mirror(browser).await.is_empty().then_some(())).await;
    })
    .await;
}

/// Somebody deletes the database under the open page: what is on the page is saved anew, all of it.
#[tokio::test]
async fn a_database_that_was_deleted_underneath_is_written_anew() {
    journey("deleted", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let before = browser.saved_binder().await.expect("a record");
        browser.visit(Route::Wish).await;
        browser
            .js_async("await new Promise((ok, no) => { const r = indexedDB.deleteDatabase('aritai'); r.onsuccess = ok; r.onerror = no; })")
            .await;
        let text = browser.value(&scene()).await;
        browser.focus_field(&scene()).await;
        browser.compose(&[Word::new("あさ", "朝")]).await;
        wait::until("it is saved again", async || {
            let binder = browser.saved_binder().await?;
            (binder.document().text(wish::SCENE.alone()) == format!("{text}朝")).then_some(())
        })
        .await;
        let after = browser.saved_binder().await.expect("it is saved");
        for (path, leaf) in before.document().leaves().filter(|(path, _)| *path != wish::SCENE.alone()) {
            assert_eq!(after.document().leaf(path), Some(leaf), "{path} is still there");
        }
    })
    .await;
}

/// The mirror is emptied in a while, not at every save. What stands there longer than it should is passed over, and is gone
/// once somebody leaves.
#[tokio::test]
async fn a_mirror_that_is_behind_brings_nothing_back() {
    journey("mirror", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        write_scene(browser).await;
        let generation = browser.saved().await.generation;
        let mut behind = browser.records().await.into_iter().find(|r| r.key.ends_with(":wish.scene")).expect("a scene");
        browser.leave_to_blank().await;
        assert!(!browser.kept().await.keys().any(|place| place.contains("mirror")), "nothing stays behind");
        behind.generation = generation;
        behind.body = Some(serde_json::Map::from_iter([("v".to_owned(), json!("前の言葉"))]));
        browser
            .put_local(
                "aritai/mirror",
                &mirrored(generation, generation, By::default(), [behind.encode().as_str()].into_iter()),
            )
            .await;
        browser.open(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, TEXT);
        wait::until("the mirror is empty", async || {
            (!browser.kept().await.keys().any(|place| place.contains("mirror"))).then_some(())
        })
        .await;
    })
    .await;
}
