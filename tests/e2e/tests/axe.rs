//! axe finds nothing on any screen, empty and filled in, in the light, in the dark, in forced colours and 320 pixels wide.
//!
//! Not every pair of everything: each screen is seen in each look, in two of them with an empty record, in two with a full one.
//! `./dev soak axe` sees all of it.

use aritai::pack::Lang;
use aritai_e2e::axe;

#[tokio::test]
async fn axe_finds_nothing_on_an_empty_record() {
    axe::every_screen(Lang::Ja, false, &[0, 3]).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_full_record() {
    axe::every_screen(Lang::En, true, &[1, 2]).await;
}

#[tokio::test]
async fn axe_finds_nothing_when_something_has_happened() {
    axe::what_has_happened().await;
}

#[tokio::test]
async fn axe_finds_nothing_when_nothing_can_be_kept() {
    axe::trouble().await;
}
