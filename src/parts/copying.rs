//! A text to copy: it stands in a field that can only be read, with a button that copies it.
//!
//! May know: the clipboard. Must never know: what is in the text.
//!
//! *Invariant:* where copying is not possible the text is selected, and what to press is said.

use super::el::{El, button, el, many};
use crate::browser::{clipboard, page};
use crate::pack::Lang;
use crate::signals::State;
use crate::wording as w;

/// At most so many lines are shown at once.
const MOST_ROWS: u32 = 12;

/// What came of copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Done,
    ByHand,
}

/// A text under a heading `{id}-name` that says `name`, with a hint `{id}-hint`.
pub fn to_copy(id: &str, name: &str, text: &str, lang: Lang) -> El {
    let copied = State::new(Copied::NotYet);
    let (whole, area) = (text.to_owned(), id.to_owned());
    let copy = move |_| {
        let (text, area) = (whole.clone(), area.clone());
        page::later(async move {
            let done = clipboard::copy(&text).await;
            if !done {
                clipboard::select(&area);
            }
            // The page may have been left in the meantime.
            copied.set(if done { Copied::Done } else { Copied::ByHand });
        });
    };
    let rows = u32::try_from(text.lines().count()).unwrap_or(u32::MAX).min(MOST_ROWS);
    let said = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Done => w::FORM_COPIED.get(lang),
        Copied::ByHand => w::FORM_BY_HAND.get(lang),
    };
    many()
        .child(
            el("textarea")
                .id(id)
                .attr("readonly", true)
                .attr("rows", rows)
                .attr("aria-labelledby", format!("{id}-name"))
                .attr("aria-describedby", format!("{id}-hint"))
                .text(text),
        )
        .child(
            el("p")
                .class("form-copy")
                .child(
                    button()
                        .class("button quiet")
                        .attr("aria-label", w::under(w::FORM_COPY.get(lang), name, lang))
                        .on("click", copy)
                        .text(w::FORM_COPY.get(lang)),
                )
                .child(el("span").attr("role", "status").live_text(said)),
        )
}
