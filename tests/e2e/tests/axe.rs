//! axe finds nothing on any screen, empty and filled in, in the light, in the dark, in forced colours and 320 pixels wide.
//!
//! Not every pair of everything: each screen is seen in each look, each look with both an empty and a full record.

use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::axe::{Finding, LOOKS, Look, findings, look_with_axe, see};
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::serve::BLANK;
use serde_json::json;
use std::collections::BTreeMap;

/// What was found, and on how many screens.
type Found = BTreeMap<Finding, Vec<String>>;

async fn look(browser: &Browser, name: &str, found: &mut Found) {
    browser.js_async("await document.fonts.ready").await;
    for finding in findings(browser).await {
        found.entry(finding).or_default().push(name.to_owned());
    }
}

fn nothing(found: &Found) {
    let told: Vec<String> = found
        .iter()
        .map(|(f, on)| format!("{} at {}: {} ({} screens, such as {})", f.rule, f.at, f.why, on.len(), on[0]))
        .collect();
    assert!(told.is_empty(), "{} findings:\n{}", told.len(), told.join("\n"));
}

async fn every_screen(name: &str, lang: Lang, full: bool) {
    journey(name, Options::default(), async |browser| {
        look_with_axe(browser).await;
        browser.go_to(BLANK).await;
        let settings = json!({ "lang": lang.code(), "shared_device": false, "in_full": true });
        browser.put_local("aritai/settings", &settings.to_string()).await;
        browser.lang = lang;
        if full {
            browser.restore(&invented_person(lang)).await;
        }
        let mut found = Found::new();
        for (at, route) in Route::every().chain([Route::Example(1), Route::Missing]).enumerate() {
            // With an empty record in two of the looks, with a full one in the other two, the next screen in turn.
            for turn in if full { [1, 2] } else { [0, 3] } {
                let how = LOOKS[(at + turn) % LOOKS.len()];
                see(browser, how).await;
                browser.open(route).await;
                look(browser, &format!("{} {how:?}", route.hash()), &mut found).await;
            }
        }
        nothing(&found);
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_an_empty_record() {
    every_screen("axe_empty", Lang::Ja, false).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_full_record() {
    every_screen("axe_full", Lang::En, true).await;
}

/// States that a screen only comes into: a file that can't be read, a preview, what can be taken back, being sure, trouble.
#[tokio::test]
async fn axe_finds_nothing_when_something_has_happened() {
    journey("axe_states", Options::default(), async |browser| {
        look_with_axe(browser).await;
        let mut found = Found::new();
        for how in [Look::Light, Look::Dark, Look::Forced, Look::Narrow] {
            see(browser, how).await;
            browser.restore(&invented_person(Lang::Ja)).await;
            look(browser, &format!("restored {how:?}"), &mut found).await;
            browser.open(Route::Keep).await;
            browser.give_file("restore-file", "別.json", b"{}").await;
            browser.reads(w::RESTORE_SAFE).await;
            look(browser, &format!("a bad file {how:?}"), &mut found).await;
            browser.give_file("restore-file", "控え.json", &invented_person(Lang::En)).await;
            browser.reads(w::RESTORE_TITLE).await;
            look(browser, &format!("a preview {how:?}"), &mut found).await;
        }
        nothing(&found);
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_when_nothing_can_be_kept() {
    journey("axe_trouble", Options { storage_blocked: true, ..Options::default() }, async |browser| {
        look_with_axe(browser).await;
        let mut found = Found::new();
        for how in LOOKS {
            see(browser, how).await;
            browser.open(Route::Wish).await;
            browser.reads(w::FAILED_BLOCKED).await;
            look(browser, &format!("trouble {how:?}"), &mut found).await;
        }
        nothing(&found);
    })
    .await;
}
