//! Every native test, in one program: it is linked once, and no processor waits for the last test of a file.
//!
//! One file's tests: `cargo test --test all history::`. Those of tabs are a program of their own: they are built of
//! the very sources of the keeper, with a browser that is none.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

mod accessibility;
mod across;
mod calendar;
mod changes;
mod colours;
mod dates;
mod directions;
mod editions;
mod exports;
mod format;
mod handed;
mod history;
mod journeys;
mod leaving;
mod letters;
mod locked;
mod markdown;
mod named;
mod office;
mod over;
mod pack;
mod pack_embedded;
mod page;
mod people;
mod pictures;
mod privacy;
mod properties;
mod reading;
mod reasons;
mod records;
mod registry;
mod released;
mod remarks;
mod remarks_together;
mod replies;
mod replies_many;
mod replies_read;
mod rounds;
mod search;
mod talk;
mod tidy;
mod trail;
mod undo;
mod unsure;
mod wording;
mod workplaces;

// What several of them need.
#[path = "support/closing.rs"]
mod closing;
#[path = "support/dice.rs"]
mod dice;
#[path = "support/people.rs"]
mod odd;
#[path = "support/office.rs"]
mod office_files;
#[path = "support/oracles.rs"]
mod oracles;
#[path = "support/remarked.rs"]
mod remarked;
#[path = "support/replying.rs"]
mod replying;
#[path = "support/rounds.rs"]
mod round_trips;
#[path = "support/sentinels.rs"]
mod sentinels;
#[path = "support/sources.rs"]
mod sources;
#[path = "support/strangers.rs"]
mod strangers;
#[path = "support/tricky.rs"]
mod tricky;

/// A file that isn't named above would never be run.
#[test]
fn every_file_of_tests_is_in_a_program() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
    let named: Vec<&str> = include_str!("all.rs").lines().filter_map(|l| l.strip_prefix("mod ")).collect();
    for file in std::fs::read_dir(folder).expect("the folder of the tests") {
        let name = file.expect("a file").file_name().into_string().expect("a name");
        let Some(module) = name.strip_suffix(".rs") else { continue };
        let is_named = named.contains(&format!("{module};").as_str());
        assert!(["all", "tabs"].contains(&module) || is_named, "{name} is not in all.rs");
    }
}
