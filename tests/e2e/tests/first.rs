//! The first screen, before the program is there: it can be read and used, and whatever is done on it is the program's once that
//! has come. The server holds the program back for as long as a journey wants to be early.

use aritai::document::{Answer, Document, Leaf, wish};
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::lean::Lean;
use aritai_e2e::page::{field_id, scene};
use aritai_e2e::serve::{BLANK, Packing, Site};
use aritai_e2e::webkit::WebKit;
use aritai_e2e::{settings, wait};
use serde_json::{Value, json};
use std::sync::Arc;
use thirtyfour::By;

/// Sees whether anything moved that nobody has touched.
const SHIFTS: &str = "window.__shift = []; new PerformanceObserver(list => { for (const e of list.getEntries()) \
    window.__shift.push([e.value, e.hadRecentInput, (e.sources ?? []).map(s => s.node?.outerHTML?.slice(0, 80) ?? '')]); }) \
    .observe({ type: 'layout-shift', buffered: true });";

/// Holds back the moment at which the program is asked for though nobody waits for it.
const NOT_YET: &str = "const real = setTimeout; window.setTimeout = (then, ms) => ms === 300 ? 0 : real(then, ms);";

fn early() -> Options {
    // A page that is left before its program came says so, and so does its manifest: what came of it is empty. What Chromium has to
    // say of the whole one is asked for in tests/offline.rs.
    let forgive = vec!["Failed to fetch", "Manifest: Line: 1, column: 1, Syntax error"];
    Options { forgive, waits: false, window: (1280, 700), before: vec![SHIFTS.to_owned()], ..Options::default() }
}

/// Leaves for the empty page, and waits until that is there.
async fn to_blank(browser: &Browser) {
    browser.go_to(BLANK).await;
    is(browser, "the empty page is there", &format!("location.pathname + document.readyState === '{BLANK}complete'"))
        .await;
}

/// Has the server hold the program back, and opens a screen.
async fn open_early(browser: &Browser, path: &str) {
    to_blank(browser).await;
    browser.site.hold(&browser.site.placed("/aritai_bg.wasm"));
    // The program is asked for anew.
    browser.cdp("Network.enable", json!({})).await;
    browser.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    browser.go_to(path).await;
    let there = "'first' in document.documentElement.dataset && !!document.querySelector('main *')";
    is(browser, "the first screen is there", there).await;
}

/// The same, and writes the first words there.
async fn write_early(browser: &Browser, path: &str) {
    open_early(browser, path).await;
    browser.focus_field(&scene()).await;
    browser.type_text("A good day").await;
}

async fn is(browser: &Browser, what: &str, condition: &str) {
    let script = format!("return !!({condition})");
    wait::until(what, async || (browser.js(&script, vec![]).await == json!(true)).then_some(())).await;
}

/// Has the program come, and waits until it has taken over.
async fn program_comes(browser: &Browser, route: Route) {
    assert_eq!(browser.heading_now().await, None, "the program was not there before");
    browser.site.let_go();
    is(browser, "the program has taken over", "!document.getElementById('waiting')").await;
    browser.shown(route).await;
}

/// What is in the page, as a tree of text: tags, attributes and words.
async fn drawn(browser: &Browser) -> Value {
    let script = "const skip = new Set(['checked', 'data-generation']); \
        const told = el => el.nodeType === 3 ? el.data : el.nodeType !== 1 ? null : [el.localName, el.namespaceURI, \
            [...el.attributes].filter(a => !skip.has(a.name)).map(a => a.name + '=' + a.value).sort(), \
            el.checked ?? null, el.value ?? null, children(el)]; \
        const children = el => { const copy = [...el.childNodes].map(told).filter(one => one !== null && one !== ''); \
            return copy.reduce((all, one) => { if (typeof one === 'string' && typeof all.at(-1) === 'string') all.push(all.pop() + one); \
                else all.push(one); return all; }, []); }; \
        const ours = [...document.body.children].filter(el => !['panic', 'waiting'].includes(el.id) && !['SCRIPT', 'TEMPLATE'].includes(el.tagName)); \
        return { title: document.title, lang: document.documentElement.lang, all: ours.map(told) }";
    browser.js(script, vec![]).await
}

/// Where everything is that is seen. A browser counts no layout shift where other nodes have taken the place.
async fn places(browser: &Browser) -> Value {
    let script = "return [...document.body.querySelectorAll(':not(script):not(template):not(#panic):not(#panic *):not(#waiting):not(#waiting *)')] \
        .map(el => [el, el.getBoundingClientRect()]).filter(([, at]) => at.width > 0) \
        .map(([el, at]) => [el.localName, ...[at.x, at.y, at.width, at.height].map(Math.round)].join(' '))";
    browser.js(script, vec![]).await
}

async fn scene_saved(browser: &Browser) -> Document {
    browser.saved().await;
    browser.saved_binder().await.expect("a record").document().clone()
}

#[tokio::test]
async fn the_first_screens_are_to_the_letter_what_the_program_draws() {
    journey("first_same", early(), async |browser| {
        for lang in [Lang::Ja, Lang::En] {
            for route in [Route::Welcome, Route::Wish] {
                to_blank(browser).await;
                browser.put_local("aritai/settings", &json!({ "lang": lang.code() }).to_string()).await;
                open_early(browser, &format!("/{}", route.hash())).await;
                let (before, lies) = (drawn(browser).await, places(browser).await);
                assert_eq!(before["lang"], json!(lang.code()));
                assert_eq!(browser.js("return document.activeElement === document.body", vec![]).await, json!(true));
                browser.lang = lang;
                if route == Route::Welcome {
                    assert!(browser.says(w::WELCOME_TITLE).await && browser.says(w::IN_FULL).await);
                } else {
                    assert!(browser.says(w::WISH_WHEN).await && browser.says(w::NOT_SURE).await);
                }
                program_comes(browser, route).await;
                assert_eq!(drawn(browser).await, before, "{lang:?} {route:?}");
                assert!(lies.as_array().is_some_and(|all| all.len() > 30), "something is seen: {lies}");
                assert_eq!(places(browser).await, lies, "everything stays where it was: {lang:?} {route:?}");
                let shifts = browser.js("return window.__shift", vec![]).await;
                assert_eq!(shifts, json!([]), "nothing moves: {lang:?} {route:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_done_before_the_program_comes_is_there_afterwards() {
    journey("first_done", early(), async |browser| {
        open_early(browser, "/#/wish").await;
        let for_whom = field_id(wish::FOR_WHOM.alone());
        let last = "[...document.querySelectorAll('main input[type=radio]')].at(-2)";
        browser.js(&format!("{last}.click()"), vec![]).await;
        let chosen = browser.js(&format!("return {last}.id"), vec![]).await;
        browser.js("document.querySelectorAll('main summary').forEach(one => one.click())", vec![]).await;
        browser.focus_field(&for_whom).await;
        browser.type_text("for us").await;
        let starter = browser.js("const b = document.querySelector('.starters button'); b?.click(); return b?.textContent ?? ''", vec![]).await;
        let starter = starter.as_str().unwrap_or_default().to_owned();
        browser.focus_field(&scene()).await;
        browser.type_text("A good day").await;
        browser.js("document.activeElement.setSelectionRange(2, 6); scrollTo(0, 120)", vec![]).await;
        assert_eq!(browser.save_state().await.expect("a state").state, "none", "nothing is said to be saved");
        // What was unfolded has moved what stands below.
        let frames = "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))); window.__shift = []";
        browser.js_async(frames).await;
        program_comes(browser, Route::Wish).await;
        let now = browser
            .js("const a = document.activeElement; return [a.id, a.selectionStart, a.selectionEnd, scrollY, \
                [...document.querySelectorAll('main details')].every(one => one.open), document.querySelector('main input:checked').id]", vec![])
            .await;
        let written = browser.value(&scene()).await;
        let start = written.encode_utf16().count() - "A good day".len();
        assert_eq!(now, json!([scene(), 2, 6, 120, true, chosen]), "{start}");
        assert!(written.contains("A good day"), "{written}");
        let saved = scene_saved(browser).await;
        assert_eq!(saved.text(wish::SCENE.alone()), written);
        assert!(saved.text(wish::FOR_WHOM.alone()).contains("for us"));
        let all = format!("{written}{}", saved.text(wish::FOR_WHOM.alone()));
        assert!(all.contains(&starter), "the starter 「{starter}」 stands where it was put: {all}");
        assert!(chosen.as_str().is_some_and(|id| id.ends_with(&saved.card(wish::HORIZON.alone()).expect("a time").id)));
        let shifts = browser.js("return window.__shift.filter(([, touched]) => !touched)", vec![]).await;
        assert_eq!(shifts, json!([]), "nothing moves");
        let kept = browser.kept().await;
        assert!(!kept.contains_key("localStorage/aritai/early"), "the page's note is gone");
        assert_eq!(kept.get("localStorage/aritai/written").map(String::as_str), Some("1"));
    })
    .await;
}

#[tokio::test]
async fn a_word_that_is_being_composed_is_not_torn() {
    journey("first_composed", early(), async |browser| {
        open_early(browser, "/#/wish").await;
        browser.focus_field(&scene()).await;
        browser.type_text("x").await;
        browser
            .js(
                "window.__ended = 0; document.activeElement.addEventListener('compositionend', () => window.__ended++)",
                vec![],
            )
            .await;
        browser.compose_step("か").await;
        browser.compose_step("かい").await;
        let told =
            "const { still } = aritaiFirst; aritaiFirst.still = () => { window.__waits = true; return still(); }";
        browser.js(told, vec![]).await;
        browser.site.let_go();
        // The program is there, and waits for the word.
        is(browser, "the program waits", "window.__waits === true").await;
        browser.compose_step("かいぎ").await;
        let now = "return [document.activeElement.value, window.__ended, 'first' in document.documentElement.dataset]";
        assert_eq!(browser.js(now, vec![]).await, json!(["xかいぎ", 0, true]), "nobody took the field away");
        browser.compose_step("会議").await;
        browser.cdp("Input.insertText", json!({ "text": "会議" })).await;
        is(browser, "the program has taken over", "!document.getElementById('waiting')").await;
        browser.shown(Route::Wish).await;
        let now = "const a = document.activeElement; return [a.id, a.value, a.selectionStart, window.__ended]";
        assert_eq!(browser.js(now, vec![]).await, json!([scene(), "x会議", 3, 1]));
        browser.type_text("y").await;
        assert_eq!(scene_saved(browser).await.text(wish::SCENE.alone()), "x会議y");
    })
    .await;
}

#[tokio::test]
async fn a_click_is_not_lost_and_neither_is_what_was_done_before_it() {
    journey("first_click", early(), async |browser| {
        // A link, to a screen that only the program has.
        write_early(browser, "/#/wish").await;
        browser.follow(w::NEXT).await;
        browser.reads(w::SECOND_WAIT).await;
        program_comes(browser, Route::Experience).await;
        assert_eq!(scene_saved(browser).await.text(wish::SCENE.alone()), "A good day");
        let focus = "return document.activeElement === document.querySelector('main h1')";
        wait::becomes("the heading has the focus", json!(true), async || browser.js(focus, vec![]).await).await;
    })
    .await;
    journey("first_button", Options { before: vec![NOT_YET.to_owned()], ..early() }, async |browser| {
        // A button that says something about the question: now somebody waits for the program, and it is asked for.
        open_early(browser, "/#/wish").await;
        assert_eq!(browser.js("return 'aritaiProgram' in self", vec![]).await, json!(false));
        browser.press(w::LATER).await;
        browser.reads(w::SECOND_WAIT).await;
        program_comes(browser, Route::Experience).await;
        let saved = scene_saved(browser).await;
        let leaf = saved.leaf(wish::SCENE.alone()).expect("a leaf");
        assert_eq!(*leaf, Leaf::Text(Answer::Later), "it was put off");
    })
    .await;
    journey("first_in_full", early(), async |browser| {
        // Whose computer it is, the walk in full, and on over a screen that is there already.
        open_early(browser, "/").await;
        browser.choose(w::DEVICE_OWN).await;
        browser.follow(w::IN_FULL).await;
        browser.reads(w::SECOND_WAIT).await;
        browser.js("location.hash = '#/wish'", vec![]).await;
        browser.focus_field(&scene()).await;
        browser.type_text("here").await;
        program_comes(browser, Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "here");
        let settings = browser.js("return localStorage.getItem('aritai/settings')", vec![]).await;
        let settings: Value = serde_json::from_str(settings.as_str().expect("settings")).expect("JSON");
        assert_eq!((&settings["in_full"], &settings["shared_device"]), (&json!(true), &json!(false)));
    })
    .await;
}

#[tokio::test]
async fn another_language_is_spoken_at_once_and_kept() {
    journey("first_language", early(), async |browser| {
        write_early(browser, "/#/wish").await;
        browser.press(Lang::En.own_name()).await;
        browser.lang = Lang::En;
        browser.reads(w::WISH_WHEN).await;
        assert_eq!(browser.value(&scene()).await, "A good day");
        program_comes(browser, Route::Wish).await;
        browser.reads(w::WISH_WHEN).await;
        assert_eq!(browser.value(&scene()).await, "A good day");
        assert_eq!(browser.js("return document.documentElement.lang", vec![]).await, json!("en"));
        browser.saved().await;
        browser.reload().await;
        browser.shown(Route::Wish).await;
        browser.reads(w::WISH_WHEN).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_written_before_the_page_was_closed_is_there_the_next_time() {
    journey("first_closed", early(), async |browser| {
        write_early(browser, "/#/wish").await;
        // Early again, and then on a screen that has no such field.
        open_early(browser, "/#/wish").await;
        assert_eq!(browser.value(&scene()).await, "A good day");
        open_early(browser, &format!("/{}", Route::Here.hash())).await;
        program_comes(browser, Route::Here).await;
        assert_eq!(scene_saved(browser).await.text(wish::SCENE.alone()), "A good day");
        browser.visit(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "A good day");
        assert!(!browser.kept().await.contains_key("localStorage/aritai/early"), "the page's note is gone");
        // Whoever has written something is shown no empty field, and what they wrote stays.
        open_early(browser, "/#/wish").await;
        browser.reads(w::SECOND_WAIT).await;
        assert_eq!(browser.text_fields().await, Vec::<String>::new());
        program_comes(browser, Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "A good day");
        // Words that were left behind stand behind those that are there.
        to_blank(browser).await;
        browser.put_local("aritai/early", &json!({ "texts": { (scene()): "and more" } }).to_string()).await;
        open_early(browser, "/#/wish").await;
        program_comes(browser, Route::Wish).await;
        assert_eq!(scene_saved(browser).await.text(wish::SCENE.alone()), "A good day\nand more");
    })
    .await;
}

#[tokio::test]
async fn on_a_shared_computer_and_where_nothing_is_kept_no_word_is_left() {
    journey("first_nowhere", early(), async |browser| {
        for (settings, shown) in [
            (json!({ "lang": "ja", "shared_device": true }), true),
            (json!({ "lang": "ja", "keep_nothing": true }), false),
        ] {
            to_blank(browser).await;
            browser.put_local("aritai/settings", &settings.to_string()).await;
            browser.put_local("aritai/early", &json!({ "texts": { (scene()): "somebody's" } }).to_string()).await;
            open_early(browser, "/#/wish").await;
            assert_eq!(browser.text_fields().await.is_empty(), !shown);
            assert!(
                !browser
                    .js("return [...document.querySelectorAll('textarea')].map(one => one.value).join()", vec![])
                    .await
                    .as_str()
                    .is_some_and(|all| all.contains("somebody"))
            );
            if shown {
                browser.focus_field(&scene()).await;
                browser.type_text("mine").await;
            }
            to_blank(browser).await;
            assert!(!browser.kept().await.contains_key("localStorage/aritai/early"), "{settings}");
        }
    })
    .await;
}

#[tokio::test]
async fn at_an_address_that_is_none_the_page_waits_for_the_program() {
    journey("first_nowhere_at_all", early(), async |browser| {
        open_early(browser, "/#/wish]'\\").await;
        browser.reads(w::SECOND_WAIT).await;
        program_comes(browser, Route::Missing).await;
        browser.reads(w::NOT_FOUND).await;
        let left = "return document.querySelectorAll('header').length + document.querySelectorAll('main').length";
        assert_eq!(browser.js(left, vec![]).await, json!(2), "one page, and not two");
    })
    .await;
}

#[tokio::test]
async fn where_storage_is_blocked_the_first_screen_works_too() {
    journey("first_blocked", Options { storage_blocked: true, ..early() }, async |browser| {
        write_early(browser, "/#/wish").await;
        program_comes(browser, Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "A good day");
        browser.save_state_is("failed").await;
    })
    .await;
}

#[tokio::test]
async fn under_another_name_and_in_a_folder_it_is_the_same() {
    let options = Options { host: Some("app.lgwan.test"), watched: false, ..early() };
    journey("first_host", options, async |browser| {
        browser.site.also_under("/some/folder");
        let program = format!("/some/folder{}", browser.site.placed("/aritai_bg.wasm"));
        browser.site.hold(&program);
        write_early(browser, "/some/folder/#/wish").await;
        program_comes(browser, Route::Wish).await;
        assert_eq!(scene_saved(browser).await.text(wish::SCENE.alone()), "A good day");
    })
    .await;
}

/// The same in an engine that is driven by little: words, a time, what is unfolded, the cursor.
async fn is_taken_over(window: &Lean, site: &Site) {
    site.hold(&site.placed("/aritai_bg.wasm"));
    let address = format!("{}{}", window.page, Route::Wish.hash());
    window.driver.goto(address.as_str()).await.unwrap_or_else(|e| panic!("{address}: {e}"));
    let there = format!("'first' in document.documentElement.dataset && document.getElementById('{}')", scene());
    window.is_true("the first screen is there", &there).await;
    let last = "[...document.querySelectorAll('main input[type=radio]')].at(-1)";
    window.js(&format!("{last}.click(); document.querySelector('main summary').click()")).await;
    let chosen = window.js(&format!("return {last}.id")).await;
    let field = window.driver.find(By::Id(scene())).await.expect("the field");
    field.send_keys("A good day").await.expect("letters");
    window.js("document.activeElement.setSelectionRange(2, 6)").await;
    site.let_go();
    window
        .is_true(
            "the program has taken over",
            "!document.getElementById('waiting') && document.querySelector('main h1')",
        )
        .await;
    let now = "const a = document.activeElement; return [a.id, a.value, a.selectionStart, a.selectionEnd, \
        document.querySelector('main input:checked').id, document.querySelector('main details').open]";
    assert_eq!(window.js(now).await, json!([scene(), "A good day", 2, 6, chosen, true]));
    window.is_true("it is saved", "document.getElementById('save-state').dataset.state === 'saved'").await;
    assert_eq!(window.js("return localStorage.getItem('aritai/early')").await, Value::Null);
}

#[tokio::test]
async fn firefox_takes_over_too() {
    let site = Arc::new(Site::of(&settings::dist(), Packing::Plain));
    let firefox = Firefox::start_early(site.clone()).await;
    is_taken_over(&firefox.window(format!("{}/", site.origin())), &site).await;
    firefox.end().await;
}

#[tokio::test]
async fn webkit_takes_over_too() {
    let site = Arc::new(Site::of(&settings::dist(), Packing::Plain));
    let webkit = WebKit::start_early(&site).await;
    is_taken_over(&webkit.window, &site).await;
    webkit.end().await;
}

#[tokio::test]
async fn the_one_file_has_it_too() {
    let before = "const make = WebAssembly.instantiate; \
        WebAssembly.instantiate = async (...all) => { await new Promise(go => { window.__go = go; }); return make(...all); };";
    let mut options = early();
    options.before.push(before.to_owned());
    journey("first_alone", options, async |browser| {
        browser.base = format!("file://{}", settings::dist().join("aritai.html").display());
        browser.go_to("/#/wish").await;
        is(browser, "the program waits", "window.__go && 'first' in document.documentElement.dataset").await;
        browser.focus_field(&scene()).await;
        browser.type_text("A good day").await;
        browser.js("window.__go()", vec![]).await;
        is(browser, "the program has taken over", "!document.getElementById('waiting')").await;
        browser.shown(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "A good day");
        browser.saved().await;
    })
    .await;
}

#[tokio::test]
async fn beside_another_tab_that_writes_no_field_is_shown_before_the_program() {
    journey("first_beside", early(), async |browser| {
        browser.go_to("/#/wish").await;
        browser.shown(Route::Wish).await;
        let writer = browser.driver().window().await.expect("a window");
        let other = browser.driver().new_tab().await.expect("another");
        browser.driver().switch_to_window(other).await.expect("it");
        open_early(browser, "/#/wish").await;
        browser.reads(w::SECOND_WAIT).await;
        assert_eq!(browser.text_fields().await, Vec::<String>::new(), "nothing could be taken here");
        program_comes(browser, Route::Wish).await;
        browser.driver().close_window().await.expect("closed");
        browser.driver().switch_to_window(writer).await.expect("back");
    })
    .await;
}
