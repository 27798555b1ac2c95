//! What stands around a question: its heading, its support text, why it is asked, an example, and where
//! 「まだ分からない」 leads.
//!
//! May know: the pack's words. Must never know: answers.

use super::el::{Child, El, el, many};
use crate::pack::{Lang, Question};
use crate::signals::State;
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

/// An example of the first, and why it is asked, together with what else is asked there; both unfolded in place.
pub fn more(asked: &[&Question], lang: Lang) -> El {
    el("div").class("unfolds").child(asked.first().and_then(|first| example(first, lang))).child(why(asked, lang))
}

/// One example.
pub fn example(question: &Question, lang: Lang) -> Option<El> {
    question.example.as_ref().map(|text| unfold("unfold", w::EXAMPLE, lang).child(el("p").text(text.plain(lang))))
}

/// Why it is asked: a sentence, or where several are asked together a short list of their names with a sentence each. One
/// fold for all of them keeps a card calm.
pub fn why(asked: &[&Question], lang: Lang) -> Option<El> {
    let mut reasons: Vec<El> = Vec::new();
    for question in asked {
        if let Some(why) = &question.why {
            let why = why.plain(lang);
            reasons.push(if asked.len() == 1 {
                el("p").text(why)
            } else {
                el("div").child(el("dt").text(question.label.plain(lang))).child(el("dd").text(why))
            });
        }
    }
    let list = if asked.len() == 1 { many() } else { el("dl").class("whys") };
    (!reasons.is_empty()).then(|| unfold("unfold why", w::WHY_ASK, lang).child(list.child(reasons)))
}

fn unfold(class: &'static str, summary: w::Words, lang: Lang) -> El {
    el("details").class(class).child(el("summary").text(summary.get(lang)))
}

/// Where 「まだ分からない」 leads: a kind sentence, and what can be done with one tap.
pub fn unsure(question: &Question, lang: Lang, shown: State<bool>, offers: impl Fn() -> AnyView + 'static) -> AnyView {
    let text = question.unsure.as_ref().map(|t| t.plain(lang)).unwrap_or_default();
    el("div")
        .class("unsure")
        .attr("role", "status")
        .live(move || shown.get().then(|| many().child(el("p").text(&text)).child(offers())))
        .view()
}
