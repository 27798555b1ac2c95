//! The whole at a glance: where one is, what is written, what is open; from here one goes anywhere.

use crate::document::Section;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::path;
use crate::plan::{Standing, standing};
use crate::route::{FULL_PATH, Route};
use crate::session::Session;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    // Which way one goes is chosen here: what follows from it is drawn anew, the choice itself is not.
    let next = Memo::new(move |_| {
        session.settings.with(|s| s.in_full);
        super::resume(session)
    });
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::OUTLINE_TITLE.get(lang)))
        .child(el("p").class("lead").text(w::OUTLINE_LEAD.get(lang)))
        .child(path::picture(lang))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::WAYS.get(lang))
                .child(
                    el("a").class("button next").live_attr("href", move || next.get().hash()).text(w::RESUME.get(lang)),
                )
                .child(
                    el("a").class("button quiet").attr("href", Route::Picture.hash()).text(w::PICTURE_PAGE.get(lang)),
                ),
        )
        .live(move || last_done(session, lang))
        .child(way(session, lang))
        .live(move || {
            session.choices(|_| ());
            parts(session, next.get(), lang)
        })
        .child(around(session, lang))
        .child(crate::pages::whose_words(session, lang))
        .child(crate::pages::ease(session, lang))
        .child(el("p").class("comfort").text(w::COMFORT.get(lang)))
        .view()
}

/// The quiet way to take back what was done last, also when nothing offers it any more.
fn last_done(session: Session, lang: Lang) -> Option<El> {
    let about = session.last_done()?;
    let label = about.and_then(|id| session.pack(|pack| pack.question(id))).map(|q| q.label.plain(lang));
    let words = w::UNDO_LAST.get(lang);
    let words = label.map_or_else(|| words.to_owned(), |label| w::with_note(words, &label, lang));
    let take_back = move |_| {
        session.take_back(None);
        request_animation_frame(crate::browser::page::focus_heading);
    };
    Some(el("p").child(button().class("link").id("undo-last").on("click", take_back).text(words)))
}

/// Every section with its screens.
fn parts(session: Session, next: Route, lang: Lang) -> El {
    let sections = Section::ALL.map(|section| {
        let screens = FULL_PATH.into_iter().chain([Route::Editions]).filter(|r| r.section() == Some(section));
        let title = session.pack(|pack| pack.part(section.id()).map(|p| p.title.plain(lang))).unwrap_or_default();
        // A section that is called as its screen is need not be seen saying so twice.
        let twice = screens.clone().any(|screen| session.pack(|pack| screen.name(pack, lang)) == title);
        let rows = screens.map(|screen| row(session, screen, screen == next, lang)).collect::<Vec<_>>();
        el("li")
            .class("outline-part")
            .child(el("h2").class_if("sr-only", twice).child(title))
            .child(el("ul").class("outline").child(rows))
    });
    el("ol").class("outline-parts").child(sections)
}

/// What is made of it all, and what others made.
fn around(session: Session, lang: Lang) -> El {
    let rows = [Route::Plan, Route::Files, Route::Given, Route::Tour, Route::Words, Route::Guide]
        .map(|screen| row(session, screen, false, lang));
    el("section")
        .class("outline-part")
        .child(el("h2").text(w::AROUND.get(lang)))
        .child(el("ul").class("outline").child(rows))
}

/// Where 「つぎへ」 leads: along the ten-minute path, or through everything.
fn way(session: Session, lang: Lang) -> El {
    let choice = |id: &str, words: w::Words, in_full: bool| {
        Choice::radio(id.to_owned(), "way", words.get(lang).to_owned(), Look::Chip).view(
            move || session.settings.with(|s| s.in_full) == in_full,
            move |on| {
                if on {
                    session.settings.update(|s| s.in_full = in_full);
                }
                true
            },
        )
    };
    el("fieldset").class("group").child(el("legend").text(w::OUTLINE_WAY.get(lang))).child(
        el("div").class("chips").child(choice("way-short", w::OUTLINE_SHORT, false)).child(choice(
            "way-full",
            w::OUTLINE_FULL,
            true,
        )),
    )
}

fn row(session: Session, screen: Route, is_next: bool, lang: Lang) -> El {
    let standing = session.peek(|d| standing::standing(d, screen));
    let state = standing.map(|standing| {
        let (words, class) = match standing {
            Standing::Done => (w::STATE_DONE, "state state-done"),
            Standing::Open => (w::STATE_OPEN, "state"),
            Standing::Later => (w::STATE_LATER, "state state-later"),
            Standing::NotSure => (w::STATE_NOT_SURE, "state state-later"),
        };
        el("span").class(class).child(words.get(lang))
    });
    let mark = |words: w::Words| el("span").class("mark").text(words.get(lang));
    el("li").child(
        el("a")
            .class("outline-row")
            .attr("href", screen.hash())
            .attr("aria-current", is_next.then_some("step"))
            .child(el("span").class("outline-name").child(session.pack(|pack| screen.name(pack, lang))))
            .child(screen.is_short().then(|| mark(w::OUTLINE_TEN)))
            .child(is_next.then(|| mark(w::STATE_NEXT)))
            .child(state),
    )
}
