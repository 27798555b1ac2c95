//! Aritai: a career-design self-assessment that runs wholly in the browser.
//!
//! # The map of the house
//!
//! A pure core and a thin shell, in one crate. The core knows no browser and is tested natively; the shell stands behind
//! `cfg(target_arch = "wasm32")`, together with every dependency that touches a page, so that the compiler keeps the wall.
//!
//! Core, each room knowing only those above it:
//! - [`json`]: reading it, in one place
//! - [`typed`]: where the lines of a text end, and the directions that it sets
//! - [`pack`]: what we ask, in Japanese and English, as data; and what a workplace says otherwise
//! - [`document`]: what the person said; the registry of fields, [`document::Change`], and the one writer, `apply`
//! - [`format`]: records and backups as text, one codec for saving, backup and restore
//! - [`history`]: which earlier moments are kept to go back to
//! - [`share`]: what may be seen, [`share::SharedPlan`]
//! - [`export`]: what leaves the person's hands, made from a `SharedPlan` alone
//! - [`plan`]: what follows from the answers
//! - [`reply`]: what the other person answers to the asks, as it is written, read and taken in
//! - [`own_copy`]: everything, for the person alone
//! - [`office`]: a manuscript as a Word and as an Excel file; nothing but `src/bin/office.rs` calls it
//! - [`route`], [`wording`]: where we are, and the app's own words
//! - [`tabs`]: one writer among the tabs of a browser
//! - [`examples`]: the invented people
//!
//! Shell: `signals` (values that wake those who looked at them), `browser` (the windows: strings and bytes
//! only), `keeper` (where the codec meets the stores), `settings`, `session` (the one doorway between pages and
//! document), `parts` (bricks that remember nothing), `pages` (one file a screen, none knowing another), `app`
//! (the wiring).
//!
//! The page is loaded in three parts: welcome, values and wish with all that keeps words safe; then, quietly once
//! something was saved or at once when it is wanted, nearly every other screen with its words, its style and the complete
//! pack; and when such a screen is opened, the few that few people open. `pages::second_part` and `pages::third_part` are
//! the doors to the later ones; `src/bin/seal` cuts there after the build. What writes Word and Excel
//! files is a program of its own, `src/bin/office.rs`: a worker that is loaded when such a file is first wanted; what locks a
//! backup, `src/bin/lock.rs`, is another.
//!
//! The first screen is in the page before the program: `src/bin/seal/draw.js` has the built program draw the welcome screen and
//! the first question, `first.js` shows them and keeps what is done on them, and `app::first` goes on from there in place.
//!
//! `ask.js` and `begin.js`, in the page, ask for the program and its script (`start.js`) at the right moment.
//!
//! What is served is finished by `src/bin/seal`: names that change with what they name, the page's policy (every script and style
//! by its hash), the worker `sw.js` that lets the page start without a line, the one file `aritai.html`, sums. The page gets its
//! own files through `browser::assets` alone, so no screen knows whether they came from beside the page or out of it.
//! The worker is registered after the first save. It keeps the core, and of the rest (`browser::offline`) what was used or
//! asked for. The build also writes the licences of all that is in it (`notices.rs`) and packs a release (`release.rs`).
//!
//! One keystroke: `input` → `session.change(Change::Wrote)` → `apply` says which records it touched → the keeper encodes
//! those at most 250 ms later and writes the journal durably; where that may not be in time, the mirror → 「保存済み」 when the
//! journal said so and nobody types any more.

pub mod document;
pub mod examples;
pub mod export;
pub mod format;
pub mod history;
pub mod json;
pub mod office;
pub mod own_copy;
pub mod pack;
pub mod plan;
pub mod reply;
pub mod route;
pub mod share;
pub mod tabs;
pub mod typed;
pub mod wording;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod keeper;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod parts;
#[cfg(target_arch = "wasm32")]
pub mod session;
#[cfg(target_arch = "wasm32")]
pub mod settings;
#[cfg(target_arch = "wasm32")]
pub mod signals;
