//! What is made only when somebody opens it.
//!
//! May know: words. Must never know: what is in it.

use super::el::{Child, El, el, nothing};
use crate::signals::State;
use leptos::prelude::*;

/// A line that opens, and what `make` then puts under it.
pub fn unfold(summary: &str, make: impl Fn() -> El + 'static) -> El {
    folded(summary, nothing(), Box::new(make))
}

/// The same, with what can be seen of it while it is closed.
pub fn unfold_with(summary: &str, inside: El, make: impl Fn() -> El + 'static) -> El {
    folded(summary, inside.view(), Box::new(make))
}

fn folded(summary: &str, inside: AnyView, make: Box<dyn Fn() -> El>) -> El {
    let opened = State::new(false);
    el("details")
        .class("unfold")
        .on("toggle", move |_| {
            // What is closed again stays as it is.
            if !opened.get_untracked() {
                opened.set(true);
            }
        })
        .child(el("summary").text(summary).text(" ").child(inside))
        .live(move || opened.get().then(&make))
}
