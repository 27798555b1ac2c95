//! That it is seen when a page asks anybody but its site, in each engine: by every way that `leaks.rs` knows,
//! from a worker and a service worker, of another port of this machine, and of a host that the browser asks
//! for things of its own.

use aritai_e2e::browser::{Browser, Options, caught};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::leaks::{ADD, WAYS, Way};
use aritai_e2e::serve::{BLANK, Site};
use aritai_e2e::wait;
use aritai_e2e::webkit::WebKit;
use serde_json::json;
use std::sync::Arc;

/// Whom the service worker asks.
const BY_SERVICE_WORKER: &str = "198.51.100.90";
/// Another port of this machine.
const BESIDE: &str = "127.0.0.1:8009";
/// Whom browsers ask by themselves, with an empty page too.
const THEIR_OWN: [&str; 3] = ["accounts.google.com", "update.googleapis.com", "firefox.settings.services.mozilla.com"];
/// What is not even tried by an engine, though nothing forbids it.
const FIREFOX_NEVER: [&str; 2] = ["ping", "prefetch"];
const WEBKIT_NEVER: [&str; 1] = ["prefetch"];

/// A page that does nothing but to ask others.
fn asking() -> Arc<Site> {
    let ways = WAYS.iter().enumerate().map(|(at, way)| way.code(at)).collect::<Vec<_>>().join("\n");
    let hosts = THEIR_OWN.map(|host| format!("http://{host}/told")).into_iter().chain([format!("http://{BESIDE}/")]);
    let others: Vec<String> = hosts.map(|to| format!("fetch('{to}', {{ mode: 'no-cors' }}).catch(() => 0);")).collect();
    let others = others.concat();
    let site = site(&format!(
        "<script>{{ {ADD} addEventListener('load', () => {{ {others} {ways} navigator.serviceWorker.register('/asks.js'); }}); }}</script>"
    ));
    let asks = format!("fetch('http://{BY_SERVICE_WORKER}/?w', {{ mode: 'no-cors' }}).catch(() => 0)");
    site.put("/asks.js", "text/javascript", &asks);
    site
}

fn site(inside: &str) -> Arc<Site> {
    let site = Site::empty();
    site.put("/index.html", "text/html; charset=utf-8", &format!("<!doctype html><title>t</title><body>{inside}"));
    site.put(BLANK, "text/html", "<title>blank</title>");
    Arc::new(site)
}

/// Whom an engine is to have asked, by the host alone.
fn expected(never: &[&str]) -> Vec<String> {
    let ways = WAYS.iter().enumerate().filter(|(_, way)| !never.contains(&way.name)).map(|(at, _)| Way::host(at));
    let more = THEIR_OWN.into_iter().chain([BY_SERVICE_WORKER, BESIDE]).map(str::to_owned);
    ways.chain(more).collect()
}

/// Which of them nobody says were asked.
fn missing(expected: &[String], lines: &[String]) -> Vec<String> {
    let told = |host: &&String| lines.iter().any(|line| line.split([' ', '/', ',']).any(|part| names(part, host)));
    expected.iter().filter(|host| !told(host)).cloned().collect()
}

fn names(part: &str, host: &str) -> bool {
    part == host || part.strip_prefix(host).is_some_and(|rest| rest.starts_with(':'))
}

/// Waits until everything that is tried has passed the proxy.
async fn all_tried(expected: &[String], passed: impl Fn() -> Vec<String>) {
    wait::until("everybody was asked", async || {
        let missing = missing(expected, &passed());
        println!("not yet asked: {missing:?}");
        missing.is_empty().then_some(())
    })
    .await;
}

#[tokio::test]
async fn chromium_says_what_the_page_wanted_of_others() {
    let (site, expected) = (asking(), expected(&[]));
    let mut browser = Browser::start_at(site, Options { worker: true, ..Options::default() }).await;
    browser.go_to("/").await;
    all_tried(&expected, || browser.passed()).await;
    let told = browser.asked_of_others().await;
    assert_eq!(missing(&expected, &told), Vec::<String>::new(), "{told:#?}");
    let no_reason: Vec<_> = told.iter().filter(|line| !line.contains("wanted by http")).collect();
    println!("without a reason: {no_reason:?}");
    assert!(caught(browser.finish()).await.is_some(), "it fails a journey");
}

#[tokio::test]
async fn firefox_says_what_the_page_wanted_of_others() {
    let (site, expected) = (asking(), expected(&FIREFOX_NEVER));
    let mut firefox = Firefox::start_with(site, json!({ "dom.serviceWorkers.enabled": true })).await;
    firefox.go_to("/").await;
    all_tried(&expected, || firefox.passed()).await;
    let told = firefox.asked_of_others().await;
    assert_eq!(missing(&expected, &told), Vec::<String>::new(), "{told:#?}");
    assert!(caught(firefox.end()).await.is_some(), "it fails a journey");
}

#[tokio::test]
async fn webkit_says_what_the_page_wanted_of_others() {
    let (site, expected) = (asking(), expected(&WEBKIT_NEVER));
    let webkit = WebKit::start_at(&site).await;
    webkit.window.driver.goto(webkit.window.page.as_str()).await.expect("the page");
    all_tried(&expected, || webkit.passed()).await;
    let told = webkit.asked_of_others().await;
    assert_eq!(missing(&expected, &told), Vec::<String>::new(), "{told:#?}");
}

/// One request is enough, whoever is asked; and a page that asks nobody is in the clear, whatever its browser
/// does.
#[tokio::test]
async fn a_journey_fails_when_the_page_asks_one_other() {
    let asks = [
        Some("http://127.0.0.1:8009/"),
        Some("http://accounts.google.com/"),
        Some("http://firefox.settings.services.mozilla.com/"),
        None,
    ];
    for ask in asks {
        let site =
            site(&ask.map_or_else(String::new, |to| format!("<script>fetch('{to}', {{ mode: 'no-cors' }})</script>")));
        let tried = |passed: Vec<String>| {
            let host = ask.map(|to| to.trim_start_matches("http://").trim_end_matches('/').to_owned());
            missing(&host.into_iter().collect::<Vec<_>>(), &passed).is_empty().then_some(())
        };
        let mut chromium =
            Browser::start_at(site.clone(), Options { forgive: vec!["Failed to load"], ..Options::default() }).await;
        chromium.go_to("/").await;
        wait::until("Chromium has asked", async || tried(chromium.passed())).await;
        assert_eq!(caught(chromium.finish()).await.is_some(), ask.is_some(), "Chromium, {ask:?}");
        let firefox = Firefox::start(site.clone()).await;
        firefox.go_to("/").await;
        wait::until("Firefox has asked", async || tried(firefox.passed())).await;
        assert_eq!(caught(firefox.end()).await.is_some(), ask.is_some(), "Firefox, {ask:?}");
    }
    for ask in ["", "<img src=http://192.0.2.1/>"] {
        let webkit = WebKit::start_at(&site(ask)).await;
        webkit.window.driver.goto(webkit.window.page.as_str()).await.expect("the page");
        wait::until("WebKit has asked", async || (ask.is_empty() || !webkit.passed().is_empty()).then_some(())).await;
        assert_eq!(caught(webkit.end()).await.is_some(), !ask.is_empty(), "WebKit, {ask:?}");
    }
}
