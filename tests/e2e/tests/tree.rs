//! What a screen reader is told of every screen, for somebody who has said nothing and for somebody who has said it all.
//!
//! `tests/golden/tree/`, for a reviewer to read. After a deliberate change: `ARITAI_BLESS=1` with this test, then read what
//! changed as if it were read aloud.

use aritai::route::Route;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::serve::BLANK;
use aritai_e2e::tree::STILL;
use aritai_e2e::wait;
use serde_json::json;
use std::path::PathBuf;

/// The tree once two looks, with a frame between them, have told the same.
async fn settled(browser: &Browser) -> String {
    wait::until("the tree is still", async || {
        let one = browser.tree().await;
        browser.js_async("await new Promise(done => requestAnimationFrame(() => setTimeout(done)))").await;
        (browser.tree().await == one).then_some(one)
    })
    .await
}

async fn is_as_it_was(person: &str, full: bool) {
    let options = Options { before: vec![STILL.to_owned()], ..Options::default() };
    journey(&format!("tree_{person}"), options, async |browser| {
        let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "..", "golden", "tree", person].iter().collect();
        let blessing = std::env::var_os("ARITAI_BLESS").is_some();
        std::fs::create_dir_all(&folder).expect("a folder");
        browser.go_to(BLANK).await;
        let settings = json!({ "lang": "ja", "shared_device": false, "in_full": true });
        browser.put_local("aritai/settings", &settings.to_string()).await;
        if full {
            browser.restore(&invented_person(browser.lang)).await;
        }
        browser.open(Route::Here).await;
        let mut changed = Vec::new();
        for route in Route::every().chain([Route::Example(1), Route::Missing]) {
            browser.visit(route).await;
            // All that is folded away is told too, where there is something in it.
            if full {
                browser.unfold_all().await;
                // What was folded away may hold folds of its own.
                browser.unfold_all().await;
            }
            let now = settled(browser).await;
            let name = route.hash().trim_start_matches("#/").replace('/', "-");
            let file = folder.join(format!("{}.txt", if name.is_empty() { "welcome" } else { &name }));
            if blessing {
                std::fs::write(&file, &now).expect("the golden file");
            }
            let golden = std::fs::read_to_string(&file).unwrap_or_default();
            let differ = now.lines().zip(golden.lines()).find(|(now, golden)| now != golden);
            if golden != now {
                changed.push(format!(
                    "{}\n  now    {:?}\n  golden {:?}",
                    file.display(),
                    differ.map(|d| d.0),
                    differ.map(|d| d.1)
                ));
            }
        }
        assert!(changed.is_empty(), "{} screens tell something else:\n{}", changed.len(), changed.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn a_screen_reader_is_told_what_it_was_told_of_an_empty_record() {
    is_as_it_was("empty", false).await;
}

#[tokio::test]
async fn a_screen_reader_is_told_what_it_was_told_of_a_full_record() {
    is_as_it_was("full", true).await;
}
