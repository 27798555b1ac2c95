//! The way on: where we are on the path, and back, next, later, not yet known, enough for today.
//!
//! May know: the order of the screens. Must never know: answers.

use super::el::{Child, button, el, many, nothing};
use crate::pack::Lang;
use crate::route::{Route, SHORT_PATH};
use crate::wording as w;
use leptos::prelude::AnyView;

/// 「8つのうち 3つめ」, as words and as a line of dots.
pub fn progress(route: Route, lang: Lang) -> AnyView {
    let Some(step) = route.step() else { return nothing() };
    let dots = (1..=SHORT_PATH.len())
        .map(|at| el("span").class("dot").class_if("dot-done", at < step).class_if("dot-here", at == step))
        .collect::<Vec<_>>();
    el("p")
        .class("progress")
        .child(el("span").class("dots").attr("aria-hidden", "true").child(dots))
        .child(el("span").child(w::step_of(step, lang)))
        .view()
}

/// The buttons at the foot of a question. `later` and `not_sure` are told when they are chosen.
pub fn ways(route: Route, lang: Lang, later: impl Fn() + 'static, not_sure: impl Fn() + 'static) -> AnyView {
    let next = route.next().unwrap_or(Route::Sheet).hash();
    let back = route.back().unwrap_or(Route::Welcome).hash();
    let go = next.clone();
    let put_off = move |_| {
        later();
        crate::browser::page::go(&go);
    };
    many()
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::NEXT.get(lang))
                .child(el("a").class("button next").attr("href", next).text(w::NEXT.get(lang)))
                .child(el("a").class("button quiet").attr("href", back).text(w::BACK.get(lang)))
                .child(
                    el("span")
                        .class("ways-aside")
                        .child(button().class("link").on("click", put_off).text(w::LATER.get(lang)))
                        .child(button().class("link").on("click", move |_| not_sure()).text(w::NOT_SURE.get(lang))),
                ),
        )
        .child(
            el("p")
                .class("enough")
                .child(el("a").attr("href", Route::Sheet.hash()).text(w::STOP_TODAY.get(lang)))
                .child(el("span").text(w::STOP_TODAY_NOTE.get(lang))),
        )
        .view()
}
