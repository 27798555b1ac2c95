//! Whoever goes from screen to screen all day has no more in the browser's memory in the evening: no nodes that are gone from the
//! page, no listeners, no larger heap. Counts, and measures no time.

use aritai::route::Route;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::wait;
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

/// The same, once nothing more is on its way: what is let go of last is counted no more.
async fn settled(browser: &Browser) -> Held {
    let (mut last, mut times) = ((0.0, 0.0), 0);
    wait::until("nothing more is on its way", async || {
        let now = held(browser).await;
        let counts = (now.nodes, now.listeners);
        times = if counts == last { times + 1 } else { 0 };
        last = counts;
        (times >= 4).then_some(now)
    })
    .await
}

/// Goes through all screens, so many times, and comes to rest on the first. Chromium follows no more than 200 changes of the
/// address in ten seconds: all that is walked here has to stay below.
async fn goes_round(browser: &Browser, times: usize) {
    let hashes: Vec<Value> = SCREENS.iter().map(|route| json!(route.hash())).collect();
    let script = format!(
        "for (let round = 0; round < {times}; round++) for (const hash of {}) {{ location.hash = hash; \
         await new Promise(done => requestAnimationFrame(() => setTimeout(done))); }} location.hash = '#/'; \
         await new Promise(done => requestAnimationFrame(() => setTimeout(done))); return 1",
        Value::Array(hashes)
    );
    browser.js_async(&script).await;
    browser.shown(Route::Welcome).await;
}

#[tokio::test]
async fn screens_that_were_left_leave_nothing_behind() {
    journey("memory", Options::default(), async |browser| {
        browser.cdp("Performance.enable", json!({})).await;
        browser.restore(&invented_person(browser.lang)).await;
        browser.open(Route::Outline).await;
        goes_round(browser, 2).await;
        let before = settled(browser).await;
        goes_round(browser, 10).await;
        // A screen has some hundreds of nodes, and there were 120 more of them. What one of them still asks the journal for is
        // let go of with the answer.
        let more = async || {
            let after = held(browser).await;
            let within = after.nodes < before.nodes * 1.1 + 100.0
                && after.listeners < before.listeners * 1.1 + 20.0
                && after.heap < before.heap * 1.1 + 500_000.0;
            (!within).then(|| format!("{before:?}, then {after:?}"))
        };
        wait::becomes("it is let go of", None, more).await;
    })
    .await;
}

/// How many bytes of memory the program has. What a pack takes is ten times what is asked for at once.
async fn program_memory(browser: &Browser) -> f64 {
    browser.js("return window.__memory.buffer.byteLength", vec![]).await.as_f64().expect("a size")
}

#[tokio::test]
async fn another_way_of_asking_is_made_once() {
    // The program's own memory is nobody else's business, so it is noted where it is made.
    let note = "const make = WebAssembly.instantiate; WebAssembly.instantiate = async (...all) => { const made = await make(...all); \
        window.__memory ??= (made.instance ?? made).exports.memory; return made; }; \
        const stream = WebAssembly.instantiateStreaming; WebAssembly.instantiateStreaming = async (...all) => { \
        const made = await stream(...all); window.__memory ??= (made.instance ?? made).exports.memory; return made; };";
    let options = Options { before: vec![note.to_owned()], ..Options::default() };
    journey("memory_of_ways", options, async |browser| {
        browser.open(Route::Outline).await;
        let switch = async |browser: &Browser, times: usize| {
            let script = format!(
                "for (let n = 0; n < {times}; n++) for (const id of ['ease-easy', 'ease-readings']) {{ \
                 document.getElementById(id).click(); await new Promise(done => setTimeout(done, 0)); \
                 await new Promise(done => requestAnimationFrame(() => setTimeout(done))); }} return 1"
            );
            browser.js_async(&script).await;
        };
        wait::until("it can be chosen", async || {
            (browser.js("return !!document.getElementById('ease-easy')", vec![]).await == json!(true)).then_some(())
        })
        .await;
        // All the ways there are, twice.
        switch(browser, 4).await;
        let before = program_memory(browser).await;
        switch(browser, 40).await;
        let after = program_memory(browser).await;
        assert!(after < before + 2_000_000.0, "{before} bytes, then {after}");
    })
    .await;
}
