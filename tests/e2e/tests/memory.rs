//! Whoever goes from screen to screen all day has no more in the browser's memory in the evening: no nodes that are gone from the
//! page, no listeners, no larger heap. Counts, and measures no time.

use aritai::route::Route;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use serde_json::{Value, json};

/// Screens with fields, cards, lists, papers, pictures.
const SCREENS: [Route; 12] = [
    Route::Values,
    Route::Wish,
    Route::Why,
    Route::Experience,
    Route::Ask,
    Route::Sheet,
    Route::Strengths,
    Route::Work,
    Route::Picture,
    Route::Plan,
    Route::Keep,
    Route::Here,
];

/// What the page holds once everything is let go of that can be.
#[derive(Debug)]
struct Held {
    nodes: f64,
    listeners: f64,
    heap: f64,
}

async fn held(browser: &Browser) -> Held {
    // Some are let go of only when others are.
    for _ in 0..3 {
        browser.cdp("HeapProfiler.collectGarbage", json!({})).await;
        browser.js_async("await new Promise(done => setTimeout(done)); return 1").await;
    }
    let all = browser.cdp("Performance.getMetrics", json!({})).await;
    let read = |name: &str| {
        let metrics = all["metrics"].as_array().into_iter().flatten();
        metrics.filter(|metric| metric["name"] == name).find_map(|metric| metric["value"].as_f64()).expect(name)
    };
    Held { nodes: read("Nodes"), listeners: read("JSEventListeners"), heap: read("JSHeapUsedSize") }
}

/// Goes once through all screens, so many times, and comes to rest on the first.
async fn goes_round(browser: &Browser, times: usize) {
    let hashes: Vec<Value> = SCREENS.iter().map(|route| json!(route.hash())).collect();
    let script = format!(
        "for (let round = 0; round < {times}; round++) for (const hash of {}) {{ location.hash = hash; \
         await new Promise(done => requestAnimationFrame(() => setTimeout(done))); }} location.hash = '#/'; \
         await new Promise(done => requestAnimationFrame(() => setTimeout(done))); return 1",
        Value::Array(hashes)
    );
    browser.js_async(&script).await;
}

#[tokio::test]
async fn screens_that_were_left_leave_nothing_behind() {
    journey("memory", Options::default(), async |browser| {
        browser.cdp("Performance.enable", json!({})).await;
        browser.restore(&invented_person(browser.lang)).await;
        browser.open(Route::Outline).await;
        goes_round(browser, 3).await;
        let before = held(browser).await;
        goes_round(browser, 15).await;
        let after = held(browser).await;
        // A screen has some hundreds of nodes, and there were 180 more of them.
        assert!(after.nodes < before.nodes * 1.1 + 100.0, "nodes: {before:?}, then {after:?}");
        assert!(after.listeners < before.listeners * 1.1 + 20.0, "listeners: {before:?}, then {after:?}");
        assert!(after.heap < before.heap * 1.1 + 500_000.0, "heap: {before:?}, then {after:?}");
    })
    .await;
}
