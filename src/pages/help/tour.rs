//! 使い方を30秒で: the walk in four lines, with the way on above and below them, so that it is skipped with one tap.
//!
//! May know: the walk. Must never know: anybody's answers.

use crate::pack::Lang;
use crate::parts::el::{Child, El, el, many};
use crate::parts::path;
use crate::plan;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let (begun, resume) = session.peek(|d| (!d.is_blank(), plan::resume(d)));
    let first = Route::Welcome.next(false).unwrap_or(Route::Values);
    let (to, words) = if begun { (resume, w::RESUME) } else { (first, w::TOUR_BEGIN) };
    let on = || el("a").class("button next").attr("href", to.hash()).text(words.get(lang));
    let step = |(title, text): (w::Words, w::Words)| {
        el("li").child(el("h2").text(title.get(lang))).child(el("p").text(text.get(lang)))
    };
    let steps = [
        (w::TOUR_1, w::TOUR_1_TEXT),
        (w::TOUR_2, w::TOUR_2_TEXT),
        (w::TOUR_3, w::TOUR_3_TEXT),
        (w::TOUR_4, w::TOUR_4_TEXT),
    ];
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::TOUR_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::TOUR_LEAD.get(lang)))
        .child(ways(on().class("button quiet")))
        .child(path::picture(lang))
        .child(el("ol").class("tour").child(steps.map(step)))
        .child(el("p").class("comfort").text(w::TOUR_ALWAYS.get(lang)))
        .child(
            ways(on())
                .child(el("a").class("button quiet").attr("href", Route::Words.hash()).text(w::WORDS_PAGE.get(lang))),
        )
        .view()
}

fn ways(on: El) -> El {
    el("p").class("ways").child(on)
}
