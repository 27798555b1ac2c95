//! What stands around a question: its heading, its support text, why it is asked, an example, and where
//! 「まだ分からない」 leads.
//!
//! May know: the pack's words. Must never know: answers.

use super::el::{Child, el, many};
use crate::pack::{Lang, Question, Text};
use crate::wording as w;
use leptos::prelude::*;

/// The question as the page's heading, with its support text.
pub fn heading(question: &Question, lang: Lang) -> AnyView {
    let title = question.title.as_ref().unwrap_or(&question.label).plain(lang);
    let hint = question.hint.as_ref().map(|t| t.plain(lang));
    many()
        .child(el("h1").attr("tabindex", "-1").child(title))
        .child(hint.map(|hint| el("p").class("lead").child(hint)))
        .view()
}

/// A smaller question on the same page, as the legend or label of what follows.
pub fn asked(question: &Question, lang: Lang) -> String {
    question.title.as_ref().unwrap_or(&question.label).plain(lang)
}

/// Why it is asked and one example, both unfolded in place.
pub fn more(question: &Question, lang: Lang) -> AnyView {
    let unfold = |summary: w::Words, text: &Text| {
        el("details").class("unfold").child(el("summary").text(summary.get(lang))).child(el("p").text(text.plain(lang)))
    };
    el("div")
        .class("unfolds")
        .child(question.example.as_ref().map(|text| unfold(w::EXAMPLE, text)))
        .child(question.why.as_ref().map(|text| unfold(w::WHY_ASK, text)))
        .view()
}

/// Where 「まだ分からない」 leads: a kind sentence, and what can be done with one tap.
pub fn unsure(
    question: &Question,
    lang: Lang,
    shown: RwSignal<bool>,
    offers: impl Fn() -> AnyView + 'static,
) -> AnyView {
    let text = question.unsure.as_ref().map(|t| t.plain(lang)).unwrap_or_default();
    el("div")
        .class("unsure")
        .attr("role", "status")
        .live(move || shown.get().then(|| many().child(el("p").text(&text)).child(offers())))
        .view()
}
