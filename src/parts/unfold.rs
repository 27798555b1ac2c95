//! What is made only when somebody opens it.
//!
//! May know: words. Must never know: what is in it.

use super::el::{El, el};
use crate::signals::State;

/// A line that opens, and what `make` then puts under it.
pub fn unfold(summary: &str, make: impl Fn() -> El + 'static) -> El {
    unfold_under(el("summary").text(summary), make)
}

/// The same under a summary.
pub fn unfold_under(summary: El, make: impl Fn() -> El + 'static) -> El {
    folded(summary, Box::new(make))
}

fn folded(summary: El, make: Box<dyn Fn() -> El>) -> El {
    let opened = State::new(false);
    el("details")
        .class("unfold")
        .on("toggle", move |_| {
            // What is closed again stays as it is.
            if !opened.get_untracked() {
                opened.set(true);
            }
        })
        .child(summary)
        .live(move || opened.get().then(&make))
}
