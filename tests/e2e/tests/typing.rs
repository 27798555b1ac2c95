//! What comes into a field otherwise than key by key: the beginning of a sentence that is pressed, a text set
//! by a program that dictates or fills in forms. Nothing of it is lost, and Ctrl+Z takes back what was done
//! last, in every engine.

use aritai::document::{sheet, wish};
use aritai::route::Route;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::full::invented_person;
use aritai_e2e::ime::Word;
use aritai_e2e::keyboard::press;
use aritai_e2e::lean::Lean;
use aritai_e2e::page::{field_id, scene};
use aritai_e2e::serve::{BLANK, Packing, Site};
use aritai_e2e::webkit::WebKit;
use aritai_e2e::{settings, wait};
use serde_json::{Value, json};
use std::sync::Arc;
use thirtyfour::Key;

/// Has the server keep the program back.
fn hold(site: &Site) {
    site.hold(&site.placed("/aritai_bg.wasm"));
}

fn at_scene(what: &str) -> String {
    format!("const el = document.getElementById('{}'); {what}", scene())
}

async fn value(window: &Lean) -> Value {
    window.js(&at_scene("return el.value")).await
}

/// Presses the first beginning of a sentence.
async fn begin(window: &Lean) -> String {
    let words = window.js("return document.querySelector('.starters button').textContent").await;
    window.press_at(".starters button").await;
    words.as_str().expect("words").to_owned()
}

async fn control(window: &Lean, key: &str) {
    press(&window.driver, key, Some(Key::Control)).await;
}

/// Takes back what was done last. A `WebKit` under a driver hears no such key; its own command does what the
/// key does.
async fn take_back(window: &Lean) {
    if window.js("return /WebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent)").await
        == json!(true)
    {
        window.js("document.execCommand('undo')").await;
    } else {
        control(window, "z").await;
    }
}

/// Whatever was done before a beginning was pressed is there again when that is taken back; nothing is
/// doubled.
async fn is_taken_back(window: &Lean) {
    window.js(&at_scene("el.focus()")).await;
    press(&window.driver, "become a lead.", None).await;
    control(window, "a").await;
    press(&window.driver, &char::from(Key::Delete).to_string(), None).await;
    assert_eq!(value(window).await, json!(""));
    let words = begin(window).await;
    assert_eq!(value(window).await, json!(words));
    take_back(window).await;
    assert_eq!(value(window).await, json!(""), "only what was pressed is taken back");
    take_back(window).await;
    assert_eq!(value(window).await, json!("become a lead."), "and then what was deleted");
    // In the middle of what is there, and after more was typed.
    window.js(&at_scene("el.setSelectionRange(6, 6)")).await;
    begin(window).await;
    assert_eq!(value(window).await, json!(format!("become{words} a lead.")));
    press(&window.driver, "xy", None).await;
    assert_eq!(value(window).await, json!(format!("become{words}xy a lead.")), "the cursor stands behind it");
    for _ in 0..2 {
        if value(window).await != json!("become a lead.") {
            take_back(window).await;
        }
        if value(window).await == json!(format!("become{words}x a lead.")) {
            take_back(window).await;
        }
    }
    assert_eq!(value(window).await, json!("become a lead."));
    // Of what is selected nothing goes.
    window.js(&at_scene("el.setSelectionRange(0, 6)")).await;
    begin(window).await;
    assert_eq!(value(window).await, json!(format!("become{words} a lead.")));
    take_back(window).await;
    assert_eq!(value(window).await, json!("become a lead."));
}

/// The same before the program is there and with it, and what is kept is what is shown.
async fn keeps_undo(window: &Lean, site: &Site) {
    hold(site);
    let address = format!("{}{}", window.page, Route::Wish.hash());
    window.driver.goto(address.as_str()).await.unwrap_or_else(|e| panic!("{address}: {e}"));
    let there = format!("'first' in document.documentElement.dataset && document.getElementById('{}')", scene());
    window.is_true("the first screen is there", &there).await;
    is_taken_back(window).await;
    site.let_go();
    window
        .is_true("the program is there", "!document.getElementById('waiting') && document.querySelector('main h1')")
        .await;
    assert_eq!(value(window).await, json!("become a lead."));
    control(window, "a").await;
    press(&window.driver, &char::from(Key::Delete).to_string(), None).await;
    window.saved().await;
    is_taken_back(window).await;
    window.saved().await;
    window.driver.refresh().await.expect("a reload");
    window
        .is_true(
            "what was kept is what was shown",
            &format!("document.getElementById('{}')?.value === 'become a lead.'", scene()),
        )
        .await;
}

fn site() -> Arc<Site> {
    Arc::new(Site::of(&settings::dist(), Packing::Plain))
}

#[tokio::test]
async fn a_beginning_is_taken_back_in_chromium() {
    let options = Options { waits: false, forgive: vec!["Failed to fetch", "Manifest: Line: 1"], ..Options::default() };
    journey("undo_begin", options, async |browser| {
        let window = Lean { driver: browser.driver().clone(), page: format!("{}/", browser.base), lang: browser.lang };
        keeps_undo(&window, &browser.site).await;
    })
    .await;
}

#[tokio::test]
async fn a_beginning_is_taken_back_in_firefox() {
    let site = site();
    let firefox = Firefox::start_early(site.clone()).await;
    keeps_undo(&firefox.window(format!("{}/", site.origin())), &site).await;
    firefox.end().await;
}

#[tokio::test]
async fn a_beginning_is_taken_back_in_webkit() {
    let site = site();
    let webkit = WebKit::start_early(&site).await;
    keeps_undo(&webkit.window, &site).await;
    webkit.end().await;
}

/// A browser that has no such command.
#[tokio::test]
async fn without_the_command_a_beginning_comes_all_the_same() {
    let options =
        Options { before: vec!["Document.prototype.execCommand = () => false".to_owned()], ..Options::default() };
    journey("no_command", options, async |browser| {
        browser.open(Route::Wish).await;
        browser.focus_field(&scene()).await;
        browser.type_text("ab").await;
        browser.js(&at_scene("el.setSelectionRange(1, 1)"), vec![]).await;
        let words = browser
            .js("const b = document.querySelector('.starters button'); b.click(); return b.textContent", vec![])
            .await;
        let words = words.as_str().expect("words");
        assert_eq!(browser.value(&scene()).await, format!("a{words}b"));
        browser.type_text("x").await;
        assert_eq!(browser.value(&scene()).await, format!("a{words}xb"));
        browser.saved().await;
        assert_eq!(kept(browser).await, format!("a{words}xb"));
    })
    .await;
}

async fn kept(browser: &Browser) -> String {
    let binder = browser.saved_binder().await;
    binder.map(|binder| binder.document().text(wish::SCENE.alone()).to_owned()).unwrap_or_default()
}

/// A beginning comes after what is being composed, and not into it.
#[tokio::test]
async fn a_beginning_does_not_tear_a_word_that_is_being_composed() {
    journey("begin_composing", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        browser.write(&scene(), &[Word::new("かいぎ", "会議")]).await;
        browser.compose_step("しりょう").await;
        let words = browser.js("return document.querySelector('.starters button').textContent", vec![]).await;
        let words = words.as_str().expect("words").to_owned();
        let button = browser.find(aritai_e2e::page::Role::Button, words.as_str()).await;
        browser.click(&button).await;
        wait::becomes("it comes behind it", format!("会議しりょう{words}"), async || {
            browser.value(&scene()).await
        })
        .await;
        browser.type_text("x").await;
        browser.saved().await;
        assert_eq!(kept(browser).await, format!("会議しりょう{words}x"));
    })
    .await;
}

/// Text that a program set. It tells with a `change`, by leaving the field, or not at all.
#[tokio::test]
async fn what_a_program_sets_is_kept_however_it_tells() {
    journey("set_otherwise", Options::default(), async |browser| {
        let is_kept = async |browser: &Browser, how: &str, words: &str| {
            wait::becomes(how, words.to_owned(), async || kept(browser).await).await;
        };
        let set = async |browser: &Browser, words: &str, then: &str| {
            browser.js(&at_scene(&format!("el.value = arguments[0]; {then}")), vec![json!(words)]).await;
        };
        browser.is_in_front().await;
        browser.open(Route::Wish).await;
        set(browser, "told by change", "el.dispatchEvent(new Event('change', { bubbles: true }))").await;
        is_kept(browser, "a change", "told by change").await;
        browser.focus_field(&scene()).await;
        set(browser, "told by leaving", "el.blur()").await;
        is_kept(browser, "the focus goes", "told by leaving").await;
        // Another screen, with nothing told at all.
        set(browser, "another screen", "").await;
        browser.visit(Route::Values).await;
        is_kept(browser, "another screen", "another screen").await;
        browser.visit(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "another screen");
        // Something else is chosen meanwhile, and the field is not written over.
        set(browser, "something else is chosen", "").await;
        browser.js("[...document.querySelectorAll('main input[type=radio]')].at(-2).click()", vec![]).await;
        is_kept(browser, "something is chosen", "something else is chosen").await;
        assert_eq!(browser.value(&scene()).await, "something else is chosen");
        // The screen is made anew in another language.
        set(browser, "another language", "").await;
        browser.press(aritai::pack::Lang::En.own_name()).await;
        is_kept(browser, "another language", "another language").await;
        // The page is left.
        browser.open(Route::Wish).await;
        set(browser, "the page is left", "").await;
        browser.leave_to_blank().await;
        browser.open(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "the page is left");
    })
    .await;
}

/// Opens the first screen with the program held back, as on a fresh computer.
async fn open_early(browser: &Browser) {
    browser.go_to(BLANK).await;
    wait::until("the empty page is there", async || {
        let at = browser.js("return location.pathname + document.readyState", vec![]).await;
        (at == json!(format!("{BLANK}complete"))).then_some(())
    })
    .await;
    hold(&browser.site);
    browser.cdp("Network.enable", json!({})).await;
    browser.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    browser.go_to("/#/wish").await;
    let there =
        format!("return 'first' in document.documentElement.dataset && !!document.getElementById('{}')", scene());
    wait::until("the first screen is there", async || (browser.js(&there, vec![]).await == json!(true)).then_some(()))
        .await;
}

fn early() -> Options {
    Options { waits: false, forgive: vec!["Failed to fetch", "Manifest: Line: 1"], ..Options::default() }
}

/// The same before the program is there.
#[tokio::test]
async fn what_a_program_sets_early_is_kept() {
    journey("set_early", early(), async |browser| {
        for then in ["el.dispatchEvent(new Event('change', { bubbles: true }))", ""] {
            open_early(browser).await;
            let words = format!("set early{then}");
            browser.js(&at_scene(&format!("el.value = arguments[0]; {then}")), vec![json!(words)]).await;
            browser.site.let_go();
            browser.shown(Route::Wish).await;
            wait::becomes("it is kept", words, async || kept(browser).await).await;
            browser.fresh_computer().await;
        }
    })
    .await;
}

/// What is pasted from slides before anything of the program was asked for is kept, as lines.
#[tokio::test]
async fn lines_that_are_pasted_early_are_kept_as_lines() {
    const LINES: &str = "一行目\n二行目\n三行目";
    // Holds back the moment at which the program is asked for.
    let not_yet = "const real = setTimeout; window.setTimeout = (then, ms) => ms === 300 ? 0 : real(then, ms);";
    journey("pasted_early", Options { before: vec![not_yet.to_owned()], ..early() }, async |browser| {
        open_early(browser).await;
        browser.focus_field(&scene()).await;
        assert_eq!(browser.js("return 'aritaiProgram' in self", vec![]).await, json!(false));
        let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
            const paste = { clipboardData: data, bubbles: true, cancelable: true }; \
            if (document.activeElement.dispatchEvent(new ClipboardEvent('paste', paste))) \
                document.execCommand('insertText', false, arguments[0])";
        browser.js(paste, vec![json!("一行目\u{b}二行目\u{c}三行目")]).await;
        assert_eq!(browser.value(&scene()).await, LINES);
        browser.js("aritaiBegin()", vec![]).await;
        browser.site.let_go();
        browser.shown(Route::Wish).await;
        wait::becomes("it is kept", LINES.to_owned(), async || kept(browser).await).await;
        assert_eq!(browser.value(&scene()).await, LINES);
    })
    .await;
}

/// A ready text comes in the place of what was typed. Then the keys that take back and do again find nothing
/// from before.
async fn nothing_comes_twice(window: &Lean) {
    window.open(Route::Ask).await;
    let field = field_id(sheet::TOPIC.alone());
    let now = format!("return document.getElementById('{field}').value");
    window.js(&format!("document.getElementById('{field}').focus()")).await;
    press(&window.driver, "typed before", None).await;
    window.press_at(".ready:not(li *) button").await;
    let ready = window.js("return document.querySelector('.ready:not(li *) button').textContent").await;
    assert_eq!(window.js(&now).await, ready);
    window.js(&format!("document.getElementById('{field}').focus()")).await;
    for key in ["z", "z", "z", "y", "y", "y"] {
        control(window, key).await;
        assert_eq!(window.js(&now).await, ready, "nothing comes twice with {key}");
    }
    press(&window.driver, "x", None).await;
    control(window, "z").await;
    assert_eq!(window.js(&now).await, ready, "what was typed since is taken back");
}

#[tokio::test]
async fn after_a_ready_text_nothing_comes_twice_in_chromium() {
    journey("undo_ready", Options::default(), async |browser| {
        let window = Lean { driver: browser.driver().clone(), page: format!("{}/", browser.base), lang: browser.lang };
        browser.restore(&invented_person(browser.lang)).await;
        nothing_comes_twice(&window).await;
    })
    .await;
}

#[tokio::test]
async fn after_a_ready_text_nothing_comes_twice_in_firefox() {
    let site = site();
    let firefox = Firefox::start(site.clone()).await;
    let window = firefox.window(format!("{}/", site.origin()));
    window.restore(&firefox.own_folder(), &invented_person(window.lang)).await;
    nothing_comes_twice(&window).await;
    firefox.end().await;
}
