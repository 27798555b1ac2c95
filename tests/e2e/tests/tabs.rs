//! Several tabs of one browser: one writes, the others read and follow; whoever takes over has the newest; and where two have
//! written after all, both versions are offered.

use aritai::document::wish;
use aritai::format::open_backup;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::page::{Role, scene};
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::{settings, wait};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use thirtyfour::WindowHandle;

/// A writer that doesn't answer is missed after some questions, two seconds apart.
const SILENCE: Duration = Duration::from_secs(30);

/// An intranet without TLS: there are no locks there.
const INTRANET: &str = "app.lgwan.test";

async fn here(browser: &Browser) -> WindowHandle {
    browser.driver().window().await.expect("a tab")
}

async fn go(browser: &Browser, tab: &WindowHandle) {
    browser.driver().switch_to_window(tab.clone()).await.expect("the other tab");
}

/// Opens the wish in one more tab.
async fn another(browser: &Browser) -> WindowHandle {
    let tab = browser.driver().new_tab().await.expect("one more tab");
    go(browser, &tab).await;
    browser.open(Route::Wish).await;
    tab
}

async fn types(browser: &Browser, text: &str) {
    browser.focus_field(&scene()).await;
    browser.cdp("Input.insertText", json!({ "text": text })).await;
}

/// Waits until the scene reads so on this screen.
async fn shows(browser: &Browser, text: &str) {
    wait::becomes("the scene", text.to_owned(), async || browser.value(&scene()).await).await;
}

async fn reads_only(browser: &Browser) {
    browser.save_state_is("reading").await;
}

async fn takes_over(browser: &Browser) {
    browser.press(w::TABS_TAKE).await;
    wait::until("it may be written here", async || {
        let state = browser.save_state().await?.state;
        (state != "reading" && !browser.has(Role::Button, w::TABS_TAKE).await && !browser.says(w::TABS_TAKING).await)
            .then_some(())
    })
    .await;
}

/// Begins to write in one tab, and has another one open beside it.
async fn two(browser: &Browser) -> (WindowHandle, WindowHandle) {
    browser.open(Route::Wish).await;
    let first = here(browser).await;
    types(browser, "朝").await;
    browser.saved().await;
    let second = another(browser).await;
    (first, second)
}

async fn stored(browser: &Browser) -> String {
    let binder = browser.saved_binder().await.expect("a record");
    binder.document().text(wish::SCENE.alone()).to_owned()
}

#[tokio::test]
async fn a_second_tab_is_for_reading_and_follows() {
    journey("tabs_reading", Options::default(), async |browser| {
        let (first, second) = two(browser).await;
        reads_only(browser).await;
        browser.reads(w::TABS_READING).await;
        assert_eq!(browser.value(&scene()).await, "朝");
        // It takes no words, whichever way they come.
        types(browser, "だめ").await;
        browser.compose_step("だめ").await;
        assert_eq!(browser.value(&scene()).await, "朝");
        let field = "const f = document.getElementById(arguments[0]); f.select(); \
            return [f.readOnly, getSelection().toString() || f.value.slice(f.selectionStart, f.selectionEnd)]";
        let held = browser.js(field, vec![json!(scene())]).await;
        assert_eq!(held, json!([true, "朝"]), "it can be selected and copied, and says that it is for reading");
        // A card can't be chosen; why not is said, and the card is as it was.
        browser.visit(Route::Values).await;
        let card = browser
            .js("const c = document.querySelector('main input[type=checkbox]'); c.click(); return c.id", vec![])
            .await;
        browser.reads(w::TABS_REFUSED).await;
        let checked = "return document.getElementById(arguments[0]).checked";
        wait::until("the card is as it was", async || {
            (browser.js(checked, vec![card.clone()]).await == json!(false)).then_some(())
        })
        .await;
        browser.visit(Route::Wish).await;
        // It shows what is written over there.
        go(browser, &first).await;
        types(browser, "昼").await;
        browser.saved().await;
        go(browser, &second).await;
        shows(browser, "朝昼").await;
        assert_eq!(stored(browser).await, "朝昼");
    })
    .await;
}

#[tokio::test]
async fn taking_over_hands_on_the_newest_word() {
    journey("tabs_take", Options::default(), async |browser| {
        let (first, second) = two(browser).await;
        for round in 0..3 {
            let (from, to) = if round % 2 == 0 { (&first, &second) } else { (&second, &first) };
            go(browser, from).await;
            let text = format!("{}夜", browser.value(&scene()).await);
            // Not saved yet when the other one asks.
            types(browser, "夜").await;
            go(browser, to).await;
            takes_over(browser).await;
            shows(browser, &text).await;
            types(browser, "、").await;
            browser.saved().await;
            go(browser, from).await;
            reads_only(browser).await;
            shows(browser, &format!("{text}、")).await;
        }
        assert_eq!(stored(browser).await, "朝夜、夜、夜、");
    })
    .await;
}

#[tokio::test]
async fn when_the_writer_is_closed_one_goes_on_at_once() {
    journey("tabs_closed", Options::default(), async |browser| {
        let (first, second) = two(browser).await;
        go(browser, &first).await;
        types(browser, "昼").await;
        browser.driver().close_window().await.expect("the tab is closed");
        go(browser, &second).await;
        browser.reads(w::TABS_GONE).await;
        takes_over(browser).await;
        shows(browser, "朝昼").await;
        types(browser, "夜").await;
        browser.saved().await;
        assert_eq!(stored(browser).await, "朝昼夜");
    })
    .await;
}

async fn killed_writer(name: &str, options: Options) {
    journey(name, options, async |browser| {
        let (first, second) = two(browser).await;
        go(browser, &first).await;
        types(browser, "昼").await;
        browser.saved().await;
        // The answer never comes from a page that is dead.
        let crash = browser.try_cdp("Page.crash", json!({}));
        let _ = tokio::time::timeout(Duration::from_secs(5), crash).await;
        go(browser, &second).await;
        shows(browser, "朝昼").await;
        wait::within(SILENCE, "it is seen that the writer is gone", async || {
            browser.says(w::TABS_GONE).await.then_some(())
        })
        .await;
        takes_over(browser).await;
        types(browser, "夜").await;
        browser.saved().await;
        assert_eq!(stored(browser).await, "朝昼夜");
    })
    .await;
}

#[tokio::test]
async fn when_the_writer_is_killed_one_goes_on() {
    killed_writer("tabs_killed", Options::default()).await;
}

#[tokio::test]
async fn when_the_writer_is_killed_over_plain_http_one_goes_on() {
    killed_writer("tabs_killed_http", Options { host: Some(INTRANET), ..Options::default() }).await;
}

/// A tab sleeps on words that it has not saved, while another one takes over and writes. It wakes in that one.
async fn two_versions(browser: &Browser) -> (WindowHandle, WindowHandle) {
    let (first, second) = two(browser).await;
    go(browser, &first).await;
    // What it writes comes neither to the mirror nor to the journal before it falls asleep.
    let late = "let late = true; document.addEventListener('resume', () => { late = false; }, true); \
        const transaction = IDBDatabase.prototype.transaction; IDBDatabase.prototype.transaction = function (...given) { \
        if (late) throw new DOMException('late', 'InvalidStateError'); return transaction.apply(this, given); }; \
        const set = Storage.prototype.setItem; Storage.prototype.setItem = function (...given) { \
        if (late) throw new DOMException('late', 'QuotaExceededError'); return set.apply(this, given); };";
    browser.js(late, vec![]).await;
    types(browser, "古").await;
    browser.cdp("Page.setWebLifecycleState", json!({ "state": "frozen" })).await;
    go(browser, &second).await;
    takes_over(browser).await;
    shows(browser, "朝").await;
    types(browser, "新").await;
    browser.saved().await;
    go(browser, &first).await;
    browser.cdp("Page.setWebLifecycleState", json!({ "state": "active" })).await;
    browser.reads(w::FAILED_ELSEWHERE).await;
    assert_eq!(browser.save_state_is("failed").await.state, "failed");
    assert_eq!(browser.value(&scene()).await, "朝古", "its own words are there");
    assert_eq!(stored(browser).await, "朝新", "and nothing was written over");
    (first, second)
}

async fn own_file(browser: &Browser) {
    let (_, backup) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
    let backup = open_backup(&backup).expect("the backup can be opened");
    assert_eq!(backup.binder.document().text(wish::SCENE.alone()), "朝古", "its own words are in the file");
}

#[tokio::test]
async fn a_tab_that_slept_offers_both_versions_and_opens_the_other() {
    journey("tabs_slept", Options::default(), async |browser| {
        let (_, second) = two_versions(browser).await;
        browser.press(w::SAVE_TO_FILE).await;
        own_file(browser).await;
        browser.press(w::TABS_OPEN_STORED).await;
        own_file(browser).await;
        shows(browser, "朝新").await;
        reads_only(browser).await;
        takes_over(browser).await;
        types(browser, "々").await;
        browser.saved().await;
        go(browser, &second).await;
        shows(browser, "朝新々").await;
    })
    .await;
}

#[tokio::test]
async fn a_tab_that_slept_may_go_on_with_its_own_and_the_other_is_kept() {
    journey("tabs_own", Options { host: Some(INTRANET), ..Options::default() }, async |browser| {
        assert_eq!(no_locks(browser).await, json!(true));
        let (_, second) = two_versions(browser).await;
        browser.press(w::TABS_KEEP_OWN).await;
        browser.saved().await;
        assert_eq!(stored(browser).await, "朝古");
        let kept = browser.kept().await;
        let before = kept.iter().any(|(place, text)| !place.contains("/records/") && text.contains("朝新"));
        assert!(before, "the other version is kept as it was: {:?}", kept.keys());
        go(browser, &second).await;
        reads_only(browser).await;
        shows(browser, "朝古").await;
    })
    .await;
}

async fn no_locks(browser: &Browser) -> Value {
    browser.open(Route::Wish).await;
    browser.js("return navigator.locks === undefined && !isSecureContext", vec![]).await
}

#[tokio::test]
async fn over_plain_http_the_tabs_agree_by_talking() {
    journey("tabs_http", Options { host: Some(INTRANET), ..Options::default() }, async |browser| {
        assert_eq!(no_locks(browser).await, json!(true));
        let (first, second) = two(browser).await;
        reads_only(browser).await;
        go(browser, &first).await;
        types(browser, "昼").await;
        go(browser, &second).await;
        takes_over(browser).await;
        shows(browser, "朝昼").await;
        types(browser, "夜").await;
        browser.saved().await;
        go(browser, &first).await;
        reads_only(browser).await;
        shows(browser, "朝昼夜").await;
    })
    .await;
}

#[tokio::test]
async fn of_three_tabs_one_writes() {
    journey("tabs_three", Options::default(), async |browser| {
        let (first, second) = two(browser).await;
        let third = another(browser).await;
        reads_only(browser).await;
        go(browser, &first).await;
        types(browser, "昼").await;
        browser.driver().close_window().await.expect("the tab is closed");
        // Both of the others are asked to write, one right after the other.
        for tab in [&second, &third] {
            go(browser, tab).await;
            browser.press(w::TABS_TAKE).await;
        }
        wait::until("one of them writes", async || {
            let state = browser.save_state().await?.state;
            (state == "saved" || state == "none").then_some(())
        })
        .await;
        shows(browser, "朝昼").await;
        types(browser, "夜").await;
        browser.saved().await;
        go(browser, &second).await;
        reads_only(browser).await;
        shows(browser, "朝昼夜").await;
    })
    .await;
}

#[tokio::test]
async fn whoever_loads_the_page_anew_goes_on_writing() {
    journey("tabs_reload", Options::default(), async |browser| {
        let (first, second) = two(browser).await;
        go(browser, &first).await;
        types(browser, "昼").await;
        browser.reload().await;
        browser.shown(Route::Wish).await;
        shows(browser, "朝昼").await;
        types(browser, "夜").await;
        browser.saved().await;
        go(browser, &second).await;
        reads_only(browser).await;
        shows(browser, "朝昼夜").await;
    })
    .await;
}

/// Where a browser has neither locks nor a channel, the journal alone sees to it.
#[tokio::test]
async fn an_older_tab_never_writes_over_a_newer_one() {
    let alone = "delete Navigator.prototype.locks; delete window.BroadcastChannel;";
    journey("tabs_alone", Options { before: vec![alone.to_owned()], ..Options::default() }, async |browser| {
        browser.open(Route::Wish).await;
        let first = here(browser).await;
        types(browser, "朝").await;
        browser.saved().await;
        let second = browser.driver().new_tab().await.expect("one more tab");
        go(browser, &second).await;
        browser.before_every_page(alone).await;
        browser.open(Route::Wish).await;
        types(browser, "新").await;
        browser.saved().await;
        go(browser, &first).await;
        types(browser, "古").await;
        browser.reads(w::FAILED_ELSEWHERE).await;
        browser.press(w::SAVE_TO_FILE).await;
        own_file(browser).await;
        assert_eq!(stored(browser).await, "朝新", "the newer words are kept");
        browser.press(w::TABS_OPEN_STORED).await;
        own_file(browser).await;
        reads_only(browser).await;
        shows(browser, "朝新").await;
        takes_over(browser).await;
        types(browser, "々").await;
        browser.saved().await;
        assert_eq!(stored(browser).await, "朝新々");
    })
    .await;
}

// ── Firefox ─────────────────────────────────────────────────────────────────────────────────────────────────────

async fn firefox(walk: impl AsyncFnOnce(&Firefox)) {
    let firefox = Firefox::start(Arc::new(Site::of(&settings::dist(), Packing::Plain))).await;
    walk(&firefox).await;
    firefox.end().await;
}

async fn firefox_shows(firefox: &Firefox, state: &str, text: &str) {
    let look = format!(
        "return [document.getElementById('save-state')?.dataset.state, document.getElementById({})?.value]",
        json!(scene())
    );
    wait::becomes("what is shown", json!([state, text]), async || firefox.js(&look).await).await;
}

async fn firefox_types(firefox: &Firefox, text: &str) {
    let field = firefox.driver().execute("return document.getElementById(arguments[0])", vec![json!(scene())]).await;
    let field = field.expect("a look at the page").element().expect("the scene");
    field.send_keys(text).await.expect("it is typed");
}

async fn firefox_presses(firefox: &Firefox, words: w::Words) {
    let press = format!(
        "const b = [...document.querySelectorAll('button')].find(b => b.innerText.trim() === {}); b?.click(); return !!b",
        json!(words.get(aritai::pack::Lang::Ja))
    );
    wait::until("there is the button", async || (firefox.js(&press).await == json!(true)).then_some(())).await;
}

#[tokio::test]
async fn in_firefox_a_second_tab_reads_and_takes_over() {
    firefox(async |firefox| {
        firefox.open(Route::Wish).await;
        firefox_types(firefox, "朝").await;
        firefox_shows(firefox, "saved", "朝").await;
        let first = firefox.driver().window().await.expect("a tab");
        let second = firefox.driver().new_tab().await.expect("one more tab");
        firefox.driver().switch_to_window(second).await.expect("the tab");
        firefox.open(Route::Wish).await;
        firefox_shows(firefox, "reading", "朝").await;
        firefox_presses(firefox, w::TABS_TAKE).await;
        firefox_shows(firefox, "saved", "朝").await;
        firefox_types(firefox, "昼").await;
        firefox_shows(firefox, "saved", "朝昼").await;
        firefox.driver().switch_to_window(first).await.expect("the first tab");
        firefox_shows(firefox, "reading", "朝昼").await;
    })
    .await;
}

#[tokio::test]
async fn in_firefox_one_goes_on_when_the_writer_is_closed() {
    firefox(async |firefox| {
        firefox.open(Route::Wish).await;
        let first = firefox.driver().window().await.expect("a tab");
        firefox_types(firefox, "朝").await;
        let second = firefox.driver().new_tab().await.expect("one more tab");
        firefox.driver().switch_to_window(second.clone()).await.expect("the tab");
        firefox.open(Route::Wish).await;
        firefox_shows(firefox, "reading", "朝").await;
        firefox.driver().switch_to_window(first).await.expect("the first tab");
        firefox_types(firefox, "昼").await;
        firefox.driver().close_window().await.expect("it is closed");
        firefox.driver().switch_to_window(second).await.expect("the tab");
        let gone =
            format!("return document.body.innerText.includes({})", json!(w::TABS_GONE.get(aritai::pack::Lang::Ja)));
        wait::becomes("it is seen that the writer is gone", json!(true), async || firefox.js(&gone).await).await;
        firefox_presses(firefox, w::TABS_TAKE).await;
        firefox_shows(firefox, "saved", "朝昼").await;
        firefox_types(firefox, "夜").await;
        firefox_shows(firefox, "saved", "朝昼夜").await;
    })
    .await;
}
