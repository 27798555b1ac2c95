//! Lists of which one entry is open, and entries that can be dragged: what is pressed stays where it is, only
//! the main button of a mouse drags, and Escape puts back what is held.

use aritai::document::{ItemId, Kind, strength};
use aritai::route::Route;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::full::invented_person;
use aritai_e2e::lean::Lean;
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::webkit::WebKit;
use aritai_e2e::{settings, wait};
use serde_json::{Value, json};
use std::sync::Arc;

/// Presses what opens and closes, one after the other and back, each with its head at the same height, and
/// notes where any of them went that the page has room to keep in place.
const PRESS: &str = "const settle = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))); \
    const faults = [], all = [...document.querySelectorAll('main summary, main [aria-expanded]')].filter(el => el.checkVisibility()); \
    let pressed = 0; \
    for (const el of [...all, ...all.reverse(), ...all]) { \
        if (!el.isConnected || !el.checkVisibility()) continue; \
        scrollTo({ top: scrollY + el.getBoundingClientRect().top - 400, behavior: 'instant' }); await settle(); \
        const before = el.getBoundingClientRect().top; el.click(); await settle(); pressed += 1; \
        const after = el.getBoundingClientRect().top, end = document.documentElement.scrollHeight - innerHeight - scrollY; \
        if (el.isConnected && Math.abs(after - before) > 2 && scrollY > 1 && end > 1) faults.push([el.textContent.slice(0, 30), before, after]); \
    } return { pressed, faults };";

/// Screens with something that opens.
const SCREENS: [Route; 9] = [
    Route::ValuesMore,
    Route::Values,
    Route::Strengths,
    Route::Experiences,
    Route::Experience,
    Route::Back,
    Route::Sheet,
    Route::Remarks,
    Route::Picture,
];

#[tokio::test]
async fn what_opens_or_closes_stays_where_it_was_pressed() {
    journey("in_place", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let mut most = 0;
        for (width, height) in [(1280, 900), (390, 740)] {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
            browser.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
            for route in SCREENS {
                browser.visit(route).await;
                let seen = browser.js_async(PRESS).await;
                assert_eq!(seen["faults"], json!([]), "{} in a window of {width}", route.hash());
                most = most.max(seen["pressed"].as_u64().unwrap_or(0));
            }
        }
        assert!(most > 10, "there was something to press");
    })
    .await;
}

async fn stays_in_place(window: &Lean, folder: &std::path::Path) {
    window.restore(folder, &invented_person(window.lang)).await;
    for route in [Route::ValuesMore, Route::Experiences, Route::Strengths] {
        window.visit(route).await;
        let seen = window.js_async(PRESS).await;
        assert_eq!(seen["faults"], json!([]), "{}", route.hash());
        assert!(seen["pressed"].as_u64() > Some(3), "{}: there was something to press", route.hash());
    }
}

#[tokio::test]
async fn in_firefox_too() {
    let site = Arc::new(Site::of(&settings::dist(), Packing::Plain));
    let firefox = Firefox::start(site.clone()).await;
    stays_in_place(&firefox.window(format!("{}/", site.origin())), &firefox.own_folder()).await;
    firefox.end().await;
}

#[tokio::test]
async fn in_webkit_too() {
    let site = Arc::new(Site::of(&settings::dist(), Packing::Plain));
    let webkit = WebKit::start_at(&site).await;
    stays_in_place(&webkit.window, &webkit.own_folder()).await;
    webkit.end().await;
}

async fn order(browser: &Browser, kind: &'static Kind) -> Vec<ItemId> {
    let binder = browser.saved_binder().await.expect("a record");
    binder.document().ids(kind)
}

/// The middle of a handle, from 0.
async fn handle(browser: &Browser, at: usize) -> (f64, f64) {
    let script = "const el = document.querySelectorAll('.drag')[arguments[0]]; el.scrollIntoView({ block: 'center', behavior: 'instant' }); \
        const box = el.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
    let at = browser.js(script, vec![json!(at)]).await;
    (at[0].as_f64().expect("x"), at[1].as_f64().expect("y"))
}

async fn mouse(browser: &Browser, kind: &str, (x, y): (f64, f64), button: &str) {
    let buttons = match (kind, button) {
        ("mouseReleased", _) => 0,
        (_, "right") => 2,
        (_, "middle") => 4,
        _ => 1,
    };
    let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
    browser.cdp("Input.dispatchMouseEvent", event).await;
}

async fn lifted(browser: &Browser) -> Value {
    browser.js("return [document.querySelectorAll('.dragged').length, [...document.querySelectorAll('.item')].filter(el => el.style.transform).length]", vec![]).await
}

#[tokio::test]
async fn only_the_main_button_drags_and_escape_puts_back() {
    journey("drag", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        browser.visit(Route::Strengths).await;
        // All closed: the entries stand close to each other.
        browser.js("document.querySelector('.item-name[aria-expanded=true]')?.click()", vec![]).await;
        let before = order(browser, &strength::STRENGTH).await;
        assert!(before.len() > 1, "there is something to put in order");
        let far = 400.0;
        for button in ["right", "middle"] {
            let (x, y) = handle(browser, 0).await;
            mouse(browser, "mousePressed", (x, y), button).await;
            mouse(browser, "mouseMoved", (x, y + far), button).await;
            assert_eq!(lifted(browser).await, json!([0, 0]), "{button}: nothing is lifted");
            mouse(browser, "mouseReleased", (x, y + far), button).await;
            browser.saved().await;
            assert_eq!(order(browser, &strength::STRENGTH).await, before, "{button}: nothing is moved");
        }
        // Put back by Escape, and what comes after that is no drag any more.
        let (x, y) = handle(browser, 0).await;
        mouse(browser, "mousePressed", (x, y), "left").await;
        mouse(browser, "mouseMoved", (x, y + far), "left").await;
        assert_eq!(lifted(browser).await, json!([1, 1]));
        browser.key("Escape").await;
        assert_eq!(lifted(browser).await, json!([0, 0]), "it stands in its place");
        mouse(browser, "mouseMoved", (x, y + far + 10.0), "left").await;
        assert_eq!(lifted(browser).await, json!([0, 0]), "it stays there");
        mouse(browser, "mouseReleased", (x, y + far), "left").await;
        browser.saved().await;
        assert_eq!(order(browser, &strength::STRENGTH).await, before);
        // A browser that takes the pointer away for something of its own.
        let (x, y) = handle(browser, 0).await;
        mouse(browser, "mousePressed", (x, y), "left").await;
        mouse(browser, "mouseMoved", (x, y + far), "left").await;
        browser.js("document.querySelector('.dragged .drag').dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1, bubbles: true }))", vec![]).await;
        assert_eq!(lifted(browser).await, json!([0, 0]), "it is put back");
        mouse(browser, "mouseReleased", (x, y + far), "left").await;
        browser.saved().await;
        assert_eq!(order(browser, &strength::STRENGTH).await, before);
        // And the main button drags.
        let (x, y) = handle(browser, 0).await;
        mouse(browser, "mousePressed", (x, y), "left").await;
        mouse(browser, "mouseMoved", (x, y + far), "left").await;
        mouse(browser, "mouseReleased", (x, y + far), "left").await;
        wait::until("it is moved", async || (order(browser, &strength::STRENGTH).await != before).then_some(())).await;
        browser.key("Escape").await;
        assert_eq!(lifted(browser).await, json!([0, 0]));
    })
    .await;
}
