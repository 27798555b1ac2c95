//! The browser dies while somebody is typing: nothing that was shown as saved may be lost.

use aritai_e2e::browser::{Browser, journey_with};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::kill::{self, Dice};
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::settings;
use std::sync::Arc;
use std::time::Duration;

/// How often the browser is killed here. `./dev soak` does it as often as one likes.
const KILLS: u64 = 15;

/// And how often Firefox is.
const FIREFOX_KILLS: u64 = 5;

/// After how many kills the trials move to a computer that has never seen the page.
const FRESH: u64 = 5;

#[tokio::test]
async fn nothing_shown_as_saved_is_lost_when_the_browser_is_killed() {
    let browser = Browser::start(kill::options()).await;
    journey_with("kill", browser, async |browser| {
        let mut dice = Dice::new(std::process::id().into());
        for trial in 0..KILLS {
            if trial % FRESH == 0 {
                browser.fresh_computer().await;
                kill::begin(browser).await;
            }
            let outcome = kill::trial(browser, &mut dice).await;
            println!("kill {}: {outcome:?}", trial + 1);
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_shown_as_saved_is_lost_when_firefox_is_killed() {
    let mut firefox = Firefox::start(Arc::new(Site::of(&settings::dist(), Packing::Plain))).await;
    kill::begin(&firefox).await;
    let mut dice = Dice::new(std::process::id().into());
    for trial in 0..FIREFOX_KILLS {
        let outcome = kill::trial(&mut firefox, &mut dice).await;
        println!("kill {}: {outcome:?}", trial + 1);
        assert!(outcome.generations > 0 || outcome.typed_ms < 1_500, "it saves while keys come: {outcome:?}");
    }
    firefox.end().await;
}

#[tokio::test]
async fn saving_keeps_up_with_somebody_who_never_stops_typing() {
    let browser = Browser::start(kill::options()).await;
    journey_with("keeps_up", browser, async |browser| {
        kill::begin(browser).await;
        let typing = kill::type_for(browser, Duration::from_secs(8), &mut Dice::new(7)).await;
        println!("{} generations, longest pause {} ms", typing.generations, typing.longest_pause_ms);
        assert!(typing.generations >= 4, "saving goes on while keys come: {typing:?}");
        assert!(typing.longest_pause_ms <= 2_000, "never two seconds without an acknowledgement: {typing:?}");
        let durabilities = kill::durabilities(browser).await;
        assert!(durabilities.len() as u64 >= typing.generations, "every write was seen");
        let strict = ("strict".to_owned(), "strict".to_owned());
        assert!(durabilities.iter().all(|d| *d == strict), "every write of records is durable: {durabilities:?}");
    })
    .await;
}
