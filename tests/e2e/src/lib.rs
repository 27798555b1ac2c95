//! The harness of the browser tests: a site, a Chromium, a Firefox and a `WebKit` for what engines do differently, and a person's hands and eyes.
//!
//! Where to start: `journey` in [`browser`] runs one test; [`page`] finds things by role and accessible name; [`ime`]
//! types Japanese; [`walk`] goes the ten-minute path. `tests/*.rs` are the journeys, `src/bin` the bench, the pictures and
//! the soak.
//!
//! Texts come from `aritai::wording` and the pack: a reworded button breaks no test, a missing one does.
//! *Invariant:* nothing here waits for a fixed time; see [`wait`].

pub mod age;
pub mod alone;
pub mod axe;
pub mod browser;
pub mod cost;
pub mod firefox;
pub mod full;
pub mod ime;
pub mod keyboard;
pub mod kill;
pub mod leaks;
pub mod lean;
pub mod office;
pub mod office_pace;
pub mod offline;
pub mod options;
pub mod packets;
pub mod page;
pub mod paper;
pub mod person;
pub mod processes;
pub mod relay;
pub mod serve;
pub mod settings;
pub mod soak_kills;
pub mod storage;
pub mod temporary;
pub mod tree;
pub mod wait;
pub mod walk;
pub mod watched;
pub mod webkit;
pub mod webkit_kept;

// What the native tests use too: manuscripts, people who were never born, and a reader of office files.
#[path = "../../support/dice.rs"]
mod dice;
#[path = "../../support/people.rs"]
mod odd;
#[path = "../../support/office.rs"]
pub mod office_files;
