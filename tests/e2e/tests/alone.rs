//! The ten-minute path by keyboard alone, in three engines, with a look at the focus at every press of Tab.

use aritai::format::open_backup;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::alone::Alone;
use aritai_e2e::browser::{Options, journey};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::lean::{Lean, one_file};
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::settings;
use aritai_e2e::walk::words;
use aritai_e2e::webkit::WebKit;
use serde_json::Value;
use std::sync::Arc;

/// What is typed where there is no input method to be had.
fn typed(number: usize) -> String {
    words(number).iter().map(|word| word.taken.as_str()).collect()
}

/// Types with the keyboard's own letters.
async fn types(hands: &Alone<'_>, number: usize) -> String {
    let text = typed(number);
    hands.keys(&text, None).await;
    text
}

/// The sheet says what was typed and is shown, in the very window.
async fn sheet_shows(window: &Lean, hands: &Alone<'_>) {
    let shown = window.js("return document.querySelector('main').innerText").await;
    let shown = shown.as_str().unwrap_or_default();
    let missing: Vec<_> = hands.written.iter().filter(|(_, text)| !shown.contains(text.as_str())).collect();
    assert!(missing.len() < hands.written.len() / 2, "the sheet shows what was typed: {missing:?} missing in\n{shown}");
}

#[tokio::test]
async fn chromium_by_keyboard_alone_with_an_input_method() {
    journey("alone", Options::default(), async |browser| {
        let page = format!("{}/", browser.base);
        let window = Lean { driver: browser.driver().clone(), page, lang: browser.lang };
        let mut hands = Alone::at(&window);
        hands
            .walk(async |_, number| {
                browser.compose(&words(number)).await;
                typed(number)
            })
            .await;
        println!("Chromium: {} stops, {} fields", hands.looked, hands.written.len());
        hands.nothing_wrong().await;
        sheet_shows(&window, &hands).await;
        let written = hands.written;
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_BACKUP_DO).await;
        let (_, bytes) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        let kept: Value = serde_json::from_slice(&bytes).expect("JSON");
        open_backup(&bytes).expect("a backup");
        let kept = kept.to_string();
        for text in written.values() {
            assert!(kept.contains(text.as_str()), "「{text}」 is kept");
        }
    })
    .await;
}

#[tokio::test]
async fn firefox_by_keyboard_alone() {
    let site = Arc::new(Site::of(&settings::dist(), Packing::Plain));
    let firefox = Firefox::start(site.clone()).await;
    let window = firefox.window(format!("{}/", site.origin()));
    let mut hands = Alone::at(&window);
    hands.walk(types).await;
    println!("Firefox: {} stops, {} fields", hands.looked, hands.written.len());
    hands.nothing_wrong().await;
    sheet_shows(&window, &hands).await;
    firefox.end().await;
}

#[tokio::test]
async fn webkit_by_keyboard_alone() {
    let mut webkit = WebKit::start(one_file).await;
    webkit.window.hear().await;
    let window = &webkit.window;
    let mut hands = Alone::at(window);
    hands.walk(types).await;
    println!("WebKit: {} stops, {} fields", hands.looked, hands.written.len());
    hands.nothing_wrong().await;
    sheet_shows(window, &hands).await;
    webkit.end().await;
}
