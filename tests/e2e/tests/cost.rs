//! What a visit costs: how many bytes come before anything was saved, after the first save, at an update and
//! for a sheet of paper; what works without a network then, and how all of it comes to. Bytes of bodies with
//! Brotli, and 300 for each request's headers.

use aritai::pack::Lang;
use aritai::route::{FULL_PATH, Route};
use aritai::wording as w;
use aritai_e2e::browser::{Options, journey};
use aritai_e2e::cost::{ONE_SCREEN, bytes, bytes_of_fonts, packed, person, settled};
use aritai_e2e::firefox::FONTS_READY;
use aritai_e2e::offline::{self, Build};
use aritai_e2e::page::scene;
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::wait;
use serde_json::json;
use std::time::Duration;

/// Until nothing more comes of itself, with nothing done.
const LOOKING: usize = 200_000;
/// The same, once something was saved, all of it.
const SAVING: usize = 600_000;
/// An update in which one screen is another. Both parts of the program are numbered together, so both come
/// anew.
const UPDATE: usize = 450_000;
/// What comes on top for whoever keeps everything, or has used it: the third part of the program.
const THIRD: usize = 45_000;
/// The letters of a sheet.
const SHEET: usize = 400_000;
/// Holds that nothing was asked for but these, named without their digests.
fn only(site: &Site, allowed: &[&str]) {
    let allowed: Vec<String> = allowed.iter().map(|path| site.placed(path)).collect();
    let more: Vec<_> = site.asked().into_iter().filter(|asked| !allowed.contains(&asked.path)).collect();
    assert!(more.is_empty(), "{more:?}");
}

/// What a screen that can be seen first needs. (The pictures of the app are Chromium's wish, for its menu.)
const FIRST: [&str; 6] =
    ["/index.html", "/aritai.js", "/aritai_bg.wasm", "/icon.svg", "/manifest.webmanifest", "/icon-192.png"];

#[tokio::test]
async fn whoever_only_looks_fetches_what_is_looked_at() {
    journey("cost_looking", packed(), async |browser| {
        browser.site.forget();
        browser.open(Route::Welcome).await;
        settled(&browser.site).await;
        println!("first visit until idle: {} bytes, {} requests", bytes(&browser.site), browser.site.asked().len());
        only(&browser.site, &FIRST);
        assert!(bytes(&browser.site) <= LOOKING, "{} bytes", bytes(&browser.site));
        // Also who goes on, and writes nothing.
        browser.open(Route::Wish).await;
        settled(&browser.site).await;
        only(&browser.site, &FIRST);
        assert_eq!(browser.caches().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn after_the_first_save_the_core_comes_and_every_screen_to_write_on_works_without_a_network() {
    let core_only = Options { forgive: vec!["sw.js", "ERR_", "404", "Failed to load"], ..packed() };
    journey("cost_saving", core_only, async |browser| {
        browser.site.forget();
        browser.first_save().await;
        println!("after the first save: {} bytes, {} requests", bytes(&browser.site), browser.site.asked().len());
        let more = ["/aritai_second.wasm", "/aritai_second.css", "/packs/standard.json", "/words/en.json", "/sw.js", "/rest.json"];
        only(&browser.site, &[&FIRST[..], &more].concat());
        assert!(bytes(&browser.site) <= SAVING, "{} bytes", bytes(&browser.site));
        browser.visit(Route::Here).await;
        browser.reads(w::OFFLINE_CORE).await;
        browser.reads(w::OFFLINE_FONTS).await;

        browser.end().await;
        browser.site.away(true);
        browser.start_again().await;
        browser.go_to(&format!("/{}", Route::Wish.hash())).await;
        browser.shown(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, offline::WORDS);
        let others = [Route::Unsure, Route::Outline, Route::Plan, Route::OwnCopy, Route::Across, Route::Rehearse, Route::Files]
            .into_iter()
            .chain([Route::Blank, Route::Keep, Route::History, Route::Here, Route::Tour, Route::Words]);
        for route in FULL_PATH.into_iter().chain(others).filter(|route| *route != Route::Wish) {
            browser.visit(route).await;
            assert!(!browser.says(w::SECOND_FAILED).await, "{route:?}");
        }
        // What is not here is said, in a sentence.
        browser.visit(Route::Given).await;
        browser.reads(w::SECOND_FAILED).await;
        browser.visit(Route::Example(1)).await;
        browser.reads(w::EXAMPLE_FAILED).await;
        browser.visit(Route::Sheet).await;
        browser.press(w::SHEET_ALL).await;
        browser.reads(w::PRINT_WITHOUT).await;
        browser.visit(Route::Plan).await;
        browser.press(w::OFFICE_WORD).await;
        browser.reads(w::OFFICE_AWAY).await;
        browser.site.away(false);
        // It comes when it is wanted, and stays.
        browser.press(w::OFFICE_WORD).await;
        browser.downloaded(w::FILE_FULL.get(browser.lang), "docx").await;
        let kept = "const all = []; for (const name of await caches.keys()) for (const r of await (await caches.open(name)).keys()) \
            all.push(r.url); return all.filter(url => url.includes('/office-')).length";
        wait::until("what made it is kept", async || (browser.js_async(kept).await == json!(2)).then_some(())).await;
        browser.site.away(true);
        browser.reload().await;
        browser.press(w::OFFICE_EXCEL).await;
        browser.downloaded(w::FILE_FULL.get(browser.lang), "xlsx").await;
        browser.site.away(false);
    })
    .await;
}

#[tokio::test]
async fn an_update_in_one_screen_costs_that_screen_with_the_core_and_with_everything() {
    let builds =
        [Build::first(), Build::another_in("one screen", &ONE_SCREEN), Build::another_in("once more", &ONE_SCREEN)];
    journey("cost_update", packed(), async |browser| {
        browser.begun().await;
        for (everything, new) in [(false, &builds[1]), (true, &builds[2])] {
            if everything {
                browser.have_everything().await;
            }
            settled(&browser.site).await;
            browser.site.becomes_packed(&new.folder, Packing::Brotli);
            browser.site.forget();
            browser.visit(Route::Keep).await;
            assert_eq!(browser.look_for_update().await, "installed");
            let cost = bytes(&browser.site);
            println!("an update, everything kept: {everything}: {cost} bytes of {:?}", browser.site.asked());
            let most = if everything { UPDATE + THIRD } else { UPDATE };
            assert!(cost <= most, "{cost} bytes: {:?}", browser.site.asked());
            browser.takes(new).await;
            browser.shown(Route::Keep).await;
        }
        browser.visit(Route::Here).await;
        browser.reads(w::OFFLINE_ALL).await;
        browser.site.away(true);
        browser.reload().await;
        assert_eq!(browser.strangers(&[&builds[2]]).await, Vec::<String>::new());
        browser.site.away(false);
    })
    .await;
}

#[tokio::test]
async fn a_sheet_fetches_the_letters_that_stand_on_it() {
    journey("cost_sheet", Options { packing: Packing::Brotli, ..Options::default() }, async |browser| {
        browser.restore(&person("counter.json")).await;
        browser.site.forget();
        browser.open(Route::Sheet).await;
        assert_eq!(browser.js_async(&format!("return await {FONTS_READY}")).await, json!(true));
        settled(&browser.site).await;
        let cost = bytes_of_fonts(&browser.site);
        println!("a sheet: {cost} bytes of letters");
        assert!((20_000..=SHEET).contains(&cost), "{cost} bytes");
    })
    .await;
}

/// Has what waits for ten seconds of quiet not wait, and counts it.
const AT_ONCE: &str = "window.__quiet = 0; const later = window.setTimeout; \
    window.setTimeout = (then, ms, ...more) => later(then, ms === 10_000 ? (window.__quiet += 1, 0) : ms, ...more);";

#[tokio::test]
async fn the_rest_comes_quietly_to_who_comes_back_and_not_where_data_is_to_be_saved() {
    let build = Build::first();
    journey("cost_quiet", Options { before: vec![AT_ONCE.to_owned()], ..packed() }, async |browser| {
        browser.begun().await;
        browser.visit(Route::Here).await;
        browser.reads(w::OFFLINE_CORE).await;
        settled(&browser.site).await;
        assert_eq!(browser.js("return window.__quiet", vec![]).await, json!(0), "it does not even begin");
        let rest = |site: &Site| site.asked().iter().any(|asked| asked.path.contains("/fonts-"));
        assert!(!rest(&browser.site), "nothing of the rest was fetched");
        browser.saves_data(false).await;
        browser.reload().await;
        wait::within(Duration::from_mins(1), "everything is here", async || {
            browser.visit(Route::Keep).await;
            browser.visit(Route::Here).await;
            browser.reads(w::OFFLINE).await;
            browser.says(w::OFFLINE_ALL).await.then_some(())
        })
        .await;
        browser.site.away(true);
        assert_eq!(browser.strangers(&[&build]).await, Vec::<String>::new());
        browser.site.away(false);
    })
    .await;
}

#[tokio::test]
async fn whoever_asks_for_everything_has_it_and_sees_it_come() {
    let build = Build::first();
    journey("cost_everything", packed(), async |browser| {
        // Also before anything was written.
        browser.open(Route::Here).await;
        browser.reads(w::OFFLINE_NOT_YET).await;
        // A file that can't be had: what came before it stays, and it goes on from there.
        let one = browser.site.placed("/fonts/regular-003.woff2");
        let away = browser.site.withhold(&one);
        browser.press(w::OFFLINE_DO).await;
        wait::within(Duration::from_mins(1), "it says that it stopped", async || {
            browser.says(w::OFFLINE_STOPPED).await.then_some(())
        })
        .await;
        browser.site.give_back(away);
        browser.site.forget();
        browser.press(w::OFFLINE_DO).await;
        wait::within(Duration::from_mins(1), "everything is here", async || {
            browser.says(w::OFFLINE_ALL).await.then_some(())
        })
        .await;
        assert!(!browser.says(w::OFFLINE_STOPPED).await && !browser.says(w::OFFLINE_DO).await);
        let again = browser.site.asked().iter().any(|asked| asked.path.ends_with("/regular-002.woff2"));
        assert!(!again, "what was here is not fetched again");
        browser.site.away(true);
        browser.reload().await;
        assert_eq!(browser.strangers(&[&build]).await, Vec::<String>::new());
        browser.visit(Route::Welcome).await;
        browser.speak(Lang::En).await;
        browser.visit(Route::Example(1)).await;
        assert!(!browser.says(w::EXAMPLE_FAILED).await);
        browser.site.away(false);
    })
    .await;
}
