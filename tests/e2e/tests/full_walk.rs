//! The walk in full, by keyboard alone: three invented people say all they have to say, screen after screen, and what is
//! saved then equals their golden document.

use aritai::document::Document;
use aritai::format::open_backup;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai_e2e::browser::{Options, journey};
use aritai_e2e::person::{Person, said_in_full};
use std::path::PathBuf;

/// The document of an invented person, as the repository holds it.
fn golden(name: &str) -> Document {
    let file: PathBuf = [env!("CARGO_MANIFEST_DIR"), "..", "golden", "people", name].iter().collect();
    let bytes = std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    open_backup(&bytes).expect("a golden backup").binder.document().clone()
}

/// Holds that two documents say the same; identities and times are each their own.
fn check(now: &Document, golden: &Document) {
    let (now, golden) = (said_in_full(now), said_in_full(golden));
    let differ = golden.iter().filter(|(place, said)| now.get(*place) != Some(said));
    let differ: Vec<String> =
        differ.map(|(place, said)| format!("{place}\n  golden {said}\n  now    {:?}", now.get(place))).collect();
    assert!(differ.is_empty(), "{} places differ:\n{}", differ.len(), differ.join("\n"));
    assert_eq!(now.len(), golden.len(), "nothing besides");
}

async fn walks(name: &str, lang: Lang) {
    let says = golden(&format!("{name}.json"));
    journey(&format!("full_walk_{name}"), Options::default(), async |browser| {
        browser.open(Route::Welcome).await;
        if lang != browser.lang {
            browser.speak(lang).await;
        }
        let person = Person::at(browser, &says);
        person.walk().await;
        assert!(person.replied(), "somebody who said so much is told something");
        let backup = open_backup(&person.save_to_file().await).expect("a backup");
        check(backup.binder.document(), &says);
        assert_eq!(browser.saved_binder().await, Some(backup.binder), "what is saved is what is in the file");
    })
    .await;
}

/// She wants to go out to where people are: two other futures, days that feel near, a wish that names a department.
#[tokio::test]
async fn somebody_at_the_counter_walks_the_whole_way() {
    walks("counter", Lang::Ja).await;
}

/// In English, and on to what was agreed, how the steps went and looking back.
#[tokio::test]
async fn somebody_who_is_busy_walks_the_whole_way_in_english() {
    walks("busy.en", Lang::En).await;
}

/// In words of his own, where the cards don't say it.
#[tokio::test]
async fn somebody_who_hands_on_walks_the_whole_way() {
    walks("handing", Lang::Ja).await;
}
