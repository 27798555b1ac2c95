//! Thirty thousand times two or three tabs, and no silently lost word: edits, saves, kills, sleeps, take-overs, messages that
//! come late or never, ticks in any order, with locks and without.
//!
//! The machine, the judge, the record codec and what gathers and mirrors a tab's words are the real ones; the browser under
//! them is `tabs/browser.rs`, and what `keeper.rs` and `keeper/lead.rs` do between them is done here in the same order.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]
#![allow(clippy::print_stdout, reason = "what was tried is worth knowing")]

// What the real files below ask for by these names.
#[path = "tabs/browser.rs"]
mod browser;
#[path = "support/dice.rs"]
mod dice;
#[path = "tabs/keeping.rs"]
mod keeping;
#[allow(dead_code, reason = "the keeper asks for more of it")]
#[path = "../src/keeper/pending.rs"]
mod pending;
#[allow(dead_code, reason = "the keeper asks for more of it")]
#[path = "../src/keeper/read.rs"]
mod read;
#[path = "tabs/seen.rs"]
mod seen;
#[path = "tabs/world.rs"]
mod world;

use aritai::{document, format, history, tabs};
use world::World;

/// How many interleavings; more with `ARITAI_TABS=…`, from another seed on with `ARITAI_SEED=…` (`./dev soak tabs`).
const CASES: u64 = 30_000;
/// In each of these a word was lost, or a tab showed what was not stored, before that was mended. So it is as long as a world draws
/// its chances in this order.
const FOUND: [u64; 7] = [8_765, 58_775, 88_944, 232_592, 271_063, 339_766, 512_611];
/// How many things happen in one.
const STEPS: usize = 150;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn no_word_is_silently_lost_among_tabs() {
    let (first, cases) = (number("ARITAI_SEED", 0), number("ARITAI_TABS", CASES));
    let mut seen = seen::Seen::default();
    for seed in FOUND.into_iter().chain(first..first + cases) {
        let mut world = World::new(seed);
        for _ in 0..STEPS {
            world.step();
        }
        world.settle();
        seen.add(&world.seen);
    }
    println!("{cases} interleavings from seed {first} on: {seen:?}");
    // What was meant to happen did, and not only once.
    if cases >= 1_000 {
        for (what, times) in seen.all() {
            assert!(times >= cases / 100, "{what} came about {times} times only");
        }
    }
}

#[test]
fn what_tabs_tell_each_other_comes_through() {
    use aritai::tabs::{Message, Word};
    for word in [Word::Ask, Word::Writing(9), Word::Yield, Word::Yielded(u64::MAX), Word::Gone] {
        let message = Message { from: u64::MAX - 1, word };
        assert_eq!(Message::read(&message.text()), Some(message));
    }
    for other in ["", "ask", "ask x 1", "hello 1 2", "{\"ask\":1}"] {
        assert_eq!(Message::read(other), None, "{other}");
    }
}

#[test]
fn a_write_is_judged_by_who_wrote_before_it() {
    use aritai::tabs::{Claim, Verdict, judge};
    let claim = Claim { me: 7, expected: 12, known: 10, whole: false };
    for (head, writer, whole, verdict) in [
        (12, 7, false, Verdict::Go),
        (11, 7, false, Verdict::Go), // our own last write did not come through
        (13, 7, false, Verdict::Elsewhere),
        (10, 8, false, Verdict::Go),
        (11, 8, false, Verdict::Elsewhere), // it bears the number that ours would have had
        (12, 8, true, Verdict::Elsewhere),
        (0, 0, false, Verdict::Emptied),
        (0, 0, true, Verdict::Go),
        (3, 8, false, Verdict::Elsewhere), // somebody has begun anew
        (10, 0, false, Verdict::Go),
        (11, 0, false, Verdict::Elsewhere), // somebody has erased all
    ] {
        assert_eq!(judge(head, writer, Claim { whole, ..claim }), verdict, "{head} by {writer}");
    }
}
