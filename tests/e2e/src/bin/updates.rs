//! `./dev soak updates [N]`: kills the browser N times in the middle of an update, with the core alone kept and with everything,
//! and looks whether what comes up is one build.

use aritai_e2e::browser::Browser;
use aritai_e2e::offline::{self, Build};
use std::collections::BTreeMap;

#[tokio::main]
async fn main() {
    let count: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(20);
    let builds = [Build::first(), Build::another("another build")];
    let mut browser = Browser::start(offline::options()).await;
    browser.begun().await;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for everything in [false, true] {
        if everything {
            browser.have_everything().await;
        }
        let changed = |path: &&String| !path.contains("fonts-");
        let most = if everything { builds[1].files.keys().filter(changed).count() } else { builds[1].core.len() } + 2;
        for round in 0..count {
            // Every place in turn, up to after the end, which brings the other build and turns the direction
            // round.
            let build = browser.killed_update(&builds, round, round % most, everything).await;
            *seen.entry(build).or_default() += 1;
        }
    }
    browser.finish().await;
    println!("twice {count} kills during an update, never a mixture. What came up, how often: {seen:?}");
}
