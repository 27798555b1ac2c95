//! はじめに: three promises, whose computer this is, and where to begin.

use crate::browser::page as window;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, button, el, many};
use crate::parts::path;
use crate::plan;
use crate::route::Route;
use crate::session::Session;
use crate::settings::Settings;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    if session.former.get() {
        return former(session, lang);
    }
    let begun = move || session.with(|d| !d.is_blank());
    let resume = session.peek(plan::resume).hash();
    let promises = [w::PROMISE_1, w::PROMISE_2, w::PROMISE_3].map(|p| el("li").child(p.get(lang)));
    let place = session.settings.with_untracked(|s| s.workplace).unwrap_or_default();
    let examples = crate::examples::first(place)
        .map(|(number, person)| {
            el("li").child(el("a").attr("href", Route::Example(number).hash()).child(person.who(lang)))
        })
        .collect::<Vec<_>>();
    el("div")
        .child(el("h1").attr("tabindex", "-1").text(w::WELCOME_TITLE.get(lang)))
        .child(el("p").class("lead").text(w::WELCOME_LEAD.get(lang)))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::START.get(lang))
                .live(move || {
                    if begun() {
                        many()
                            .child(el("a").class("button next").attr("href", resume.clone()).text(w::RESUME.get(lang)))
                            .child(
                                el("a")
                                    .class("button quiet")
                                    .attr("href", Route::Outline.hash())
                                    .text(w::TO_OUTLINE.get(lang)),
                            )
                            .view()
                    } else {
                        many()
                            .child(begin(session, false, w::START, lang))
                            .child(begin(session, true, w::IN_FULL, lang))
                            .child(el("p").class("hint").text(w::IN_FULL_NOTE.get(lang)))
                            .view()
                    }
                })
                .child(el("a").class("button quiet").attr("href", Route::Keep.hash()).text(w::OPEN_FILE.get(lang))),
        )
        .child(device(session, lang))
        .child(super::whose_words(session, lang))
        .child(path::picture(lang))
        .child(el("p").child(el("a").attr("href", Route::Tour.hash()).text(w::TOUR_PAGE.get(lang))))
        .child(
            el("section")
                .class("promises")
                .child(el("h2").text(w::PROMISES.get(lang)))
                .child(el("ol").child(promises))
                .child(el("p").child(el("a").attr("href", Route::Here.hash()).text(w::HERE_MORE.get(lang)))),
        )
        .child(super::ease(session, lang))
        .child(
            el("section")
                .class("examples")
                .child(el("h2").text(w::SEE_EXAMPLES.get(lang)))
                .child(el("p").class("hint").text(w::EXAMPLES_NOTE.get(lang)))
                .child(el("ul").child(examples).child(
                    el("li").child(el("a").attr("href", Route::Gallery.hash()).text(w::EXAMPLES_MORE.get(lang))),
                )),
        )
        .view()
}

/// A way to begin: in ten minutes, or in full.
fn begin(session: Session, in_full: bool, words: w::Words, lang: Lang) -> AnyView {
    let first = Route::Welcome.next(in_full).unwrap_or(Route::Values);
    el("a")
        .class(if in_full { "button quiet" } else { "button next" })
        .attr("href", first.hash())
        .on("click", move |_| session.settings.update(|s| s.in_full = in_full))
        .text(words.get(lang))
        .view()
}

/// 「このパソコンは自分だけが使いますか」. To keep nothing erases what is there, and is asked about where that is done.
fn device(session: Session, lang: Lang) -> AnyView {
    let choice = |id: &str, label: w::Words, note: w::Words, is: fn(&Settings) -> bool, shared: Option<bool>| {
        let mut choice = Choice::radio(id.to_owned(), "device", label.get(lang).to_owned(), Look::Card);
        choice.note = Some(note.get(lang).to_owned());
        choice.view(
            move || session.settings.with(is),
            move |on| {
                if on && (shared.is_none() || session.settings.with_untracked(|s| s.keep_nothing)) {
                    window::go(&Route::Keep.hash());
                    return false;
                }
                if on {
                    session.settings.update(|s| s.shared_device = shared);
                }
                true
            },
        )
    };
    let own = |s: &Settings| s.shared_device == Some(false);
    let shared = |s: &Settings| s.shared_device == Some(true) && !s.keep_nothing;
    el("fieldset")
        .class("group device")
        .child(el("legend").text(w::DEVICE_ASK.get(lang)))
        .child(
            el("div")
                .class("cards")
                .child(choice("device-own", w::DEVICE_OWN, w::DEVICE_OWN_NOTE, own, Some(false)))
                .child(choice("device-shared", w::DEVICE_SHARED, w::DEVICE_SHARED_NOTE, shared, Some(true)))
                .child(choice("device-nothing", w::DEVICE_NOTHING, w::DEVICE_NOTHING_NOTE, |s| s.keep_nothing, None)),
        )
        .view()
}

/// 「前の人の記録があります」: not a word of it is shown.
fn former(session: Session, lang: Lang) -> AnyView {
    el("div")
        .child(el("h1").attr("tabindex", "-1").text(w::FORMER_TITLE.get(lang)))
        .child(el("p").class("lead").text(w::FORMER_TEXT.get(lang)))
        .child(
            el("div")
                .class("ways")
                .child(
                    button()
                        .class("button next")
                        .on("click", move |_| session.former.set(false))
                        .text(w::FORMER_MINE.get(lang)),
                )
                .child(el("a").class("button quiet").attr("href", "#/keep").text(w::FORMER_ERASE.get(lang))),
        )
        .view()
}
