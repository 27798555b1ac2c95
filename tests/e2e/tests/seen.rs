//! What is seen and heard: in both languages, in a small window, on paper, and by those who listen.

use aritai::pack::Lang;
use aritai::route::{Route, SHORT_PATH};
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::ime::{MEETING, meeting};
use aritai_e2e::page::scene;
use aritai_e2e::paper::{plain, words_of_pdf};
use aritai_e2e::wait;
use serde_json::{Value, json};

#[tokio::test]
async fn the_language_changes_in_place() {
    journey("language", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        browser.write(&scene(), &meeting()).await;
        let heading = browser.heading_now().await;
        browser.press(Lang::En.own_name()).await;
        browser.lang = Lang::En;
        let title = browser.pack.question("wish.scene").and_then(|q| q.title.clone()).expect("a title");
        browser.reads(&title).await;
        assert_ne!(browser.heading_now().await, heading);
        assert_eq!(browser.route_now().await, Route::Wish, "the same screen");
        assert_eq!(browser.value(&scene()).await, MEETING, "the same text");
        assert_eq!(browser.js("return document.documentElement.lang", vec![]).await, json!("en"));
        browser.saved().await;
        browser.reload().await;
        browser.reads(&title).await;
        assert_eq!(browser.value(&scene()).await, MEETING);
        for route in SHORT_PATH {
            browser.visit(route).await;
            let japanese = browser.words().await.replace(MEETING, "").replace(Lang::Ja.own_name(), "");
            let kana = |c: char| ('\u{3041}'..='\u{30ff}').contains(&c);
            assert!(!japanese.chars().any(kana), "{} is English throughout: {japanese}", route.hash());
        }
        browser.press(Lang::Ja.own_name()).await;
        browser.lang = Lang::Ja;
        browser.reads(w::SHEET_CHOOSE).await;
    })
    .await;
}

/// What listens to a setting on a screen that is about to leave must not look for what has left before it.
#[tokio::test]
async fn the_language_changes_on_every_screen() {
    journey("language_everywhere", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        // The view for two has nothing beside the sheet.
        for route in Route::every().filter(|route| !matches!(route, Route::Together(_))) {
            browser.visit(route).await;
            for lang in [Lang::En, Lang::Ja] {
                browser.press(lang.own_name()).await;
                browser.lang = lang;
                wait::until(&format!("{} speaks {}", route.hash(), lang.code()), async || {
                    let spoken = browser.js("return document.documentElement.lang", vec![]).await;
                    (spoken == json!(lang.code()) && browser.heading_now().await.is_some()).then_some(())
                })
                .await;
            }
            browser.note_problems().await;
            assert!(!browser.complained(), "{} is left in peace", route.hash());
        }
    })
    .await;
}

/// The second language and the examples are fetched when they are wanted; the server may be gone by then.
#[tokio::test]
async fn without_the_server_the_page_stays_usable_and_says_what_it_cannot_have() {
    journey(
        "server_gone",
        Options { forgive: vec!["ERR_INTERNET_DISCONNECTED"], ..Options::default() },
        async |browser| {
            browser.open(Route::Wish).await;
            browser.cdp("Network.enable", json!({})).await;
            let network = async |offline: bool| {
                let so = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
                browser.cdp("Network.emulateNetworkConditions", so).await;
            };
            network(true).await;
            browser.write(&scene(), &meeting()).await;
            browser.saved().await;
            browser.press(Lang::En.own_name()).await;
            browser.reads(w::LANGUAGE_FAILED).await;
            assert_eq!(browser.value(&scene()).await, MEETING, "the text stays");
            browser.visit(Route::Experience).await;
            browser.reads(w::SECOND_FAILED).await;
            // Once all of the program is there, the server is not missed: only what is not part of it is.
            network(false).await;
            browser.press(w::SECOND_AGAIN).await;
            browser.reads(w::EXPERIENCE_ONE).await;
            network(true).await;
            browser.visit(Route::Example(1)).await;
            browser.reads(w::EXAMPLE_FAILED).await;
            for route in SHORT_PATH {
                browser.visit(route).await;
            }
            browser.saved().await;
        },
    )
    .await;
}

#[tokio::test]
async fn a_change_of_screen_is_announced_and_the_first_one_is_not() {
    journey("focus", Options::default(), async |browser| {
        let focus = async |browser: &Browser| browser.js("return document.activeElement.tagName", vec![]).await;
        let title = async |browser: &Browser| browser.driver().title().await.expect("a title");
        browser.open(Route::Values).await;
        assert_eq!(focus(browser).await, json!("BODY"), "the first screen takes no focus");
        let mut titles = vec![title(browser).await];
        for route in [Route::Wish, Route::Experience] {
            browser.js("scrollTo(0, document.body.scrollHeight)", vec![]).await;
            browser.next(route).await;
            wait::until("the heading has the focus", async || (focus(browser).await == json!("H1")).then_some(()))
                .await;
            wait::until("the page is at its top", async || {
                let at = browser.js("return scrollY", vec![]).await;
                (at.as_f64() < Some(50.0)).then_some(())
            })
            .await;
            let name = route.name(&browser.pack, browser.lang);
            let now = title(browser).await;
            assert!(now.contains(&name), "the window is named after the screen: {now}");
            assert!(!titles.contains(&now), "every screen has a name of its own");
            titles.push(now);
        }
        browser.driver().back().await.expect("back");
        browser.shown(Route::Wish).await;
        wait::until("the heading has the focus", async || (focus(browser).await == json!("H1")).then_some(())).await;
    })
    .await;
}

const LISTEN: &str = "window.__told = []; new MutationObserver(all => { for (const m of all) { \
    const el = (m.target.nodeType === 1 ? m.target : m.target.parentElement)?.closest('[role=status], [role=alert], [aria-live]'); \
    if (el) window.__told.push(el.innerText); } }).observe(document.body, { subtree: true, childList: true, characterData: true });";

#[tokio::test]
async fn typing_is_not_talked_over() {
    journey("quiet", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        browser.js(LISTEN, vec![]).await;
        browser.focus_field(&scene()).await;
        browser.type_text("abcdefghijklmnopqrstuvwxyz").await;
        browser.saved().await;
        browser.type_text("abcdefghijklmnopqrstuvwxyz").await;
        browser.saved().await;
        let told = browser.js("return window.__told.filter(t => t.trim())", vec![]).await;
        let told: Vec<&str> = told.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(told.len() <= 1, "said while typing: {told:?}");
    })
    .await;
}

const FAULTS: &str = "const faults = []; const root = document.documentElement; \
    if (root.scrollWidth > arguments[0]) faults.push(`wider than ${arguments[0]}: ${root.scrollWidth}`); \
    for (const el of document.querySelectorAll('a[href], button, input, textarea, summary')) \
        if (el.checkVisibility() && !el.computedName.trim()) faults.push('no name: ' + el.outerHTML.slice(0, 120)); \
    const ids = [...document.querySelectorAll('[id]')].map(el => el.id); \
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push('twice: #' + id); \
    for (const el of document.querySelectorAll('[aria-describedby], [aria-labelledby]')) \
        for (const id of [el.getAttribute('aria-describedby'), el.getAttribute('aria-labelledby')].join(' ').split(' ')) \
            if (id && !ids.includes(id)) faults.push('points nowhere: ' + id); \
    return faults;";

#[tokio::test]
async fn every_screen_opens_at_its_address_named_and_within_a_small_window() {
    journey("screens", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let more = [Route::Example(1), Route::Example(2), Route::Missing];
        for route in Route::every().chain(more) {
            browser.open(route).await;
            let heading = browser.heading_now().await.expect("one heading");
            assert!(!heading.trim().is_empty());
            let landmarks =
                browser.js("return [document.querySelectorAll('main').length, document.title]", vec![]).await;
            assert_eq!(landmarks[0], json!(1), "one main part");
            assert!(landmarks[1].as_str().is_some_and(|t| t.contains(w::APP.get(browser.lang))), "{landmarks}");
            browser.unfold_all().await;
            for width in [1280, 320] {
                let metrics = json!({ "width": width, "height": 568, "deviceScaleFactor": 1, "mobile": false });
                browser.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
                let faults = browser.js(FAULTS, vec![json!(width)]).await;
                assert_eq!(faults, json!([]), "{} in a window of {width}", route.hash());
            }
            browser.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await;
        }
    })
    .await;
}

#[tokio::test]
async fn paper_is_white_also_in_the_dark() {
    journey("dark_paper", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
        browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print", "features": dark })).await;
        browser.open(Route::Sheet).await;
        // Every text on the paper, against the nearest background that is painted behind it.
        let script = "const light = rgb => { const [r, g, b] = rgb.match(/[\\d.]+/g).map(Number).map(c => c / 255) \
            .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; }; \
            const behind = el => { for (; el; el = el.parentElement) { const c = getComputedStyle(el).backgroundColor; \
            if (!/, 0\\)$|transparent/.test(c)) return c; } return 'rgb(255, 255, 255)'; }; \
            return [...document.querySelectorAll('article.paper *')].filter(el => el.checkVisibility() && \
            [...el.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(el => { const back = light(behind(el)), \
            ink = light(getComputedStyle(el).color); return [el.innerText.slice(0, 20), back, (back + 0.05) / (ink + 0.05)]; });";
        let texts = browser.js(script, vec![]).await;
        let texts = texts.as_array().cloned().unwrap_or_default();
        assert!(texts.len() > 20, "there is something on the paper");
        for text in texts {
            assert!(text[1].as_f64() > Some(0.85), "dark behind {text}");
            assert!(text[2].as_f64() > Some(4.5), "too pale on paper: {text}");
        }
        let paper = words_of_pdf(&browser.printed().await, &browser.own_folder());
        assert!(paper.contains(&plain(w::SHEET_TITLE.get(browser.lang))), "and it prints");
        for button in [w::SHEET_PRINT, w::SHEET_MARKDOWN, w::SHEET_CHOOSE] {
            assert!(!paper.contains(&plain(button.get(browser.lang))), "only the sheet is printed");
        }
    })
    .await;
}
