//! The locked backup, made and opened on the screen: by somebody with a passphrase, by Debian's `age` and the other way round,
//! with nothing of the passphrase left anywhere.

use aritai::format::locked::unlock;
use aritai::format::{BackupError, open_backup};
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::page::{Label, Role};
use aritai_e2e::{age, wait};
use serde_json::{Value, json};
use std::time::Duration;

/// Letter for letter: a space, letters of two alphabets.
const PASSPHRASE: &str = "ひみつの mori 27";
/// A machine under load takes its time for each of several guesses.
const PATIENCE: Duration = Duration::from_mins(2);

async fn with_somebody(browser: &Browser) {
    browser.restore(&invented_person(Lang::Ja)).await;
    browser.visit(Route::Keep).await;
    browser.saved().await;
}

async fn type_into(browser: &Browser, field: &str, text: &str) {
    let field = browser.field(field).await;
    field.clear().await.expect("it can be emptied");
    browser.click(&field).await;
    field.send_keys(text).await.expect("it is typed");
}

/// Waits for what is said in the end; locking takes longer than anything else on a screen.
async fn says_in_the_end(browser: &Browser, words: w::Words) {
    let text = words.get(browser.lang);
    wait::within(PATIENCE, &format!("the page says 「{text}」"), async || browser.says(text).await.then_some(())).await;
}

/// Everywhere that a word could be left behind, as text.
async fn everywhere(browser: &Browser) -> String {
    let script = "return [location.href, document.title, window.name, JSON.stringify(history.state), \
        document.documentElement.outerHTML, document.cookie, \
        ...[...document.querySelectorAll('input, textarea')].map(el => el.value), \
        ...performance.getEntries().map(entry => entry.name)].join('\\n')";
    let page = browser.js(script, vec![]).await.as_str().unwrap_or_default().to_owned();
    let kept: Vec<String> = browser.kept().await.into_iter().map(|(place, text)| format!("{place} {text}")).collect();
    let log = browser.driver().get_log("browser").await.unwrap_or_default();
    let log: Vec<String> = log.into_iter().map(|entry| entry.message).collect();
    format!("{page}\n{}\n{}", kept.join("\n"), log.join("\n"))
}

async fn workers(browser: &Browser) -> Vec<Value> {
    let targets = browser.cdp("Target.getTargets", json!({ "filter": [{}] })).await;
    let all = targets["targetInfos"].as_array().cloned().unwrap_or_default();
    all.into_iter().filter(|target| target["type"] == "worker").collect()
}

/// Locks the backup on the screen, and answers with the file.
async fn lock(browser: &Browser) -> (String, Vec<u8>) {
    browser.unfold_all().await;
    type_into(browser, "lock-passphrase", PASSPHRASE).await;
    type_into(browser, "lock-again", PASSPHRASE).await;
    browser.press(w::LOCK_DO).await;
    says_in_the_end(browser, w::LOCK_DONE).await;
    browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json.age").await
}

#[tokio::test]
async fn a_locked_backup_is_opened_by_age_and_leaves_no_passphrase_anywhere() {
    journey("locked", Options::default(), async |browser| {
        with_somebody(browser).await;
        let whole = browser.saved_binder().await.expect("a record");
        browser.unfold_all().await;
        // Said before anything is typed: nobody gets it back.
        browser.reads(w::LOCK_FINAL).await;

        // Nothing typed; then twice, and not the same.
        browser.press(w::LOCK_DO).await;
        browser.reads(w::LOCK_EMPTY).await;
        type_into(browser, "lock-passphrase", PASSPHRASE).await;
        type_into(browser, "lock-again", "ひみつの mori 28").await;
        browser.press(w::LOCK_DO).await;
        browser.reads(w::LOCK_DIFFERENT).await;

        // The page goes on while it is computed: the longest time without a picture is noted.
        let watch = "window.longest = 0; let last = performance.now(); (function look() { \
            const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; \
            requestAnimationFrame(look) })()";
        browser.js(watch, vec![]).await;
        let began = std::time::Instant::now();
        let (name, file) = lock(browser).await;
        let took = began.elapsed();
        let longest = browser.js("return window.longest", vec![]).await.as_f64().unwrap_or(f64::MAX);
        println!("locked, opened again and saved in {took:?}; the longest time without a picture: {longest:.0} ms");
        assert!(longest < 1_000.0, "the page is never busy for long: {longest} ms");

        assert!(name.ends_with(".json.age") && !name.contains("mori"), "{name}");
        assert!(!everywhere(browser).await.contains("mori 27"), "nothing is left of the passphrase");
        assert_eq!(workers(browser).await, Vec::<Value>::new(), "what held it is gone");

        // Here, and with the program that anybody has.
        let opened = unlock(&file, PASSPHRASE).expect("it opens");
        assert_eq!(open_backup(&opened).expect("a backup").binder, whole);
        assert_eq!(age::opened(&file, PASSPHRASE).as_deref(), Some(opened.as_slice()), "age opens it");
        assert_eq!(age::opened(&file, "ひみつの mori 28"), None, "and not with another passphrase");
    })
    .await;
}

#[tokio::test]
async fn files_that_age_made_are_opened_after_a_wrong_passphrase_too() {
    journey("unlocked", Options::default(), async |browser| {
        let backup = invented_person(Lang::Ja);
        let binder = open_backup(&backup).expect("a backup").binder;
        browser.open(Route::Keep).await;
        for (name, letters) in [("age.json.age", false), ("mail.txt", true)] {
            let file = age::locked(&backup, PASSPHRASE, letters);
            assert_eq!(open_backup(&file).err(), Some(BackupError::Locked));
            browser.give_file("restore-file", name, &file).await;
            browser.reads(w::UNLOCK_TITLE).await;
            browser.press(w::UNLOCK_DO).await;
            browser.reads(w::UNLOCK_EMPTY).await;
            type_into(browser, "unlock-passphrase", "another").await;
            browser.press(w::UNLOCK_DO).await;
            says_in_the_end(browser, w::UNLOCK_WRONG).await;
            assert!(!browser.says(w::RESTORE_TITLE).await, "nothing is shown");
            type_into(browser, "unlock-passphrase", PASSPHRASE).await;
            browser.press(w::UNLOCK_DO).await;
            says_in_the_end(browser, w::RESTORE_TITLE).await;
            assert!(!browser.says(w::UNLOCK_TITLE).await, "it is not asked for any more");
            assert!(!everywhere(browser).await.contains("mori 27"), "nothing is left of the passphrase");
            assert_eq!(workers(browser).await, Vec::<Value>::new(), "what held it is gone");
            browser.press(w::CANCEL).await;
        }
        // Then it is a backup like any other. が is one character on one system, か and its mark on another.
        browser.give_file("restore-file", "age.json.age", &age::locked(&backup, "がくげい 27", false)).await;
        type_into(browser, "unlock-passphrase", "か\u{3099}くけ\u{3099}い 27").await;
        browser.press(w::UNLOCK_DO).await;
        says_in_the_end(browser, w::RESTORE_TITLE).await;
        browser.press(w::RESTORE_DO).await;
        browser.reads(w::RESTORE_DONE).await;
        browser.saved().await;
        assert_eq!(browser.saved_binder().await.as_ref(), Some(&binder));
        // Whoever takes it for a plan to read is told what it is.
        browser.visit(Route::Given).await;
        browser.give_file("given-file", "x.age", &age::locked(&backup, PASSPHRASE, false)).await;
        browser.reads(w::GIVEN_BAD_LOCKED).await;
    })
    .await;
}

#[tokio::test]
async fn four_words_are_offered_and_locking_can_be_stopped() {
    journey("offered", Options::default(), async |browser| {
        with_somebody(browser).await;
        browser.unfold_all().await;
        let mut offered = Vec::new();
        for _ in 0..2 {
            browser.press(w::LOCK_OFFER).await;
            let before = offered.clone();
            let words = wait::until("words are offered", async || {
                let now = browser.value("lock-passphrase").await;
                (now.split('-').count() == 4 && !before.contains(&now)).then_some(now)
            })
            .await;
            browser.reads(w::LOCK_OFFERED).await;
            offered.push(words);
        }
        let kind = browser.js("return document.getElementById('lock-passphrase').type", vec![]).await;
        assert_eq!(kind, json!("text"), "what is offered can be read");
        let words = offered.pop().expect("words");

        // Stopped in the middle: no file, and the passphrase still stands there to go on.
        browser.press(w::LOCK_DO).await;
        browser.press(w::CANCEL).await;
        browser.reads(w::LOCK_STOPPED).await;
        wait::until("the worker is gone", async || workers(browser).await.is_empty().then_some(())).await;
        assert_eq!(browser.value("lock-passphrase").await, words);
        assert!(!browser.has(Role::Button, w::CANCEL).await, "there is nothing to stop");

        browser.press(w::LOCK_DO).await;
        says_in_the_end(browser, w::LOCK_DONE).await;
        let (_, file) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json.age").await;
        assert!(unlock(&file, &words).is_ok(), "it opens with what was offered");
        assert_eq!(browser.value("lock-passphrase").await, "", "the field is empty again");
        assert!(!everywhere(browser).await.contains(&words), "nothing is left of it");
    })
    .await;
}

#[tokio::test]
async fn where_the_worker_can_not_be_had_it_is_said_and_tried_again() {
    journey("lock_away", Options { forgive: vec!["lock-"], ..Options::default() }, async |browser| {
        with_somebody(browser).await;
        browser.unfold_all().await;
        let path = browser.js("return document.querySelector('meta[name=aritai-lock-program]').content", vec![]).await;
        let path = path.as_str().expect("a path").trim_start_matches('.').to_owned();
        let withheld = browser.site.withhold(&path);
        type_into(browser, "lock-passphrase", PASSPHRASE).await;
        type_into(browser, "lock-again", PASSPHRASE).await;
        browser.press(w::LOCK_DO).await;
        browser.reads(w::LOCK_AWAY).await;
        browser.site.give_back(withheld);
        browser.press(w::LOCK_DO).await;
        says_in_the_end(browser, w::LOCK_DONE).await;
        browser.downloaded(&w::FILE_BACKUP.words(browser.lang), "json.age").await;
    })
    .await;
}
