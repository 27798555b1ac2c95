//! The way on: where we are on the path, and back, next, later, not yet known, enough for today.
//!
//! May know: addresses. Must never know: the order of the screens, answers.

use super::el::{Child, El, button, el, many};
use crate::pack::Lang;
use crate::wording as w;
use leptos::prelude::AnyView;

/// How far along: a line of dots, the `at`th (from 1) of `of` being here, and the same in words.
pub fn progress(at: usize, of: usize, words: String) -> AnyView {
    let dots = (1..=of)
        .map(|dot| el("span").class("dot").class_if("dot-done", dot < at).class_if("dot-here", dot == at))
        .collect::<Vec<_>>();
    el("p")
        .class("progress")
        .child(el("span").class("dots").attr("aria-hidden", "true").child(dots))
        .child(el("span").child(words))
        .view()
}

/// The way on and back, and what else one may answer.
pub struct Ways {
    /// The address of the next screen.
    pub next: String,
    /// The address of the screen before.
    pub back: String,
    /// The language of the interface.
    pub lang: Lang,
}

impl Ways {
    /// The buttons at the foot of a question. `later` and `not_sure` are told when they are chosen.
    pub fn view(self, later: impl Fn() + 'static, not_sure: impl Fn() + 'static) -> AnyView {
        let not_sure = button().class("link").on("click", move |_| not_sure()).text(w::NOT_SURE.get(self.lang));
        let aside = self.aside(later).child(not_sure);
        self.drawn(Some(aside))
    }

    /// The buttons at the foot of a screen that may be put off. `later` is told when it is.
    pub fn or_later(self, later: impl Fn() + 'static) -> AnyView {
        let aside = self.aside(later);
        self.drawn(Some(aside))
    }

    fn aside(&self, later: impl Fn() + 'static) -> El {
        let go = self.next.clone();
        let put_off = move |_| {
            later();
            crate::browser::page::go(&go);
        };
        el("span").class("ways-aside").child(button().class("link").on("click", put_off).text(w::LATER.get(self.lang)))
    }

    /// The buttons at the foot of a screen that may be left as it is.
    pub fn only(self) -> AnyView {
        self.drawn(None)
    }

    fn drawn(self, aside: Option<El>) -> AnyView {
        let lang = self.lang;
        many()
            .child(
                el("nav")
                    .class("ways")
                    .attr("aria-label", w::WAYS.get(lang))
                    .child(el("a").class("button next").attr("href", self.next).text(w::NEXT.get(lang)))
                    .child(el("a").class("button quiet").attr("href", self.back).text(w::BACK.get(lang)))
                    .child(aside),
            )
            .child(
                el("p")
                    .class("enough")
                    .child(el("a").attr("href", crate::route::Route::Stop.hash()).text(w::STOP_TODAY.get(lang)))
                    .child(el("span").text(w::STOP_TODAY_NOTE.get(lang))),
            )
            .view()
    }
}
