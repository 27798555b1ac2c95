//! 受け取った計画: reads a file that somebody handed over, and shows it. Nothing of it is kept.
//!
//! May know: the session, the codec by `share::open`. Must never know: the stores, the person's own answers.
//!
//! *Invariant:* what was opened stands in `session.given` alone, as long as the page is open, and is never written anywhere.

use crate::browser::page;
use crate::export::across::Across;
use crate::export::calendar::civil;
use crate::export::sheet::Sheet;
use crate::export::{full, title_with_day};
use crate::format::{BACKUP_MAX_BYTES, BackupError};
use crate::pack::Lang;
use crate::parts::across::across;
use crate::parts::card::{Choice, Look};
use crate::parts::chooser::chooser;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::manuscript::manuscript;
use crate::parts::paper::paper;
use crate::parts::printing::print_ready;
use crate::parts::unwritten::unwritten;
use crate::plan::pictures;
use crate::route::Route;
use crate::session::Session;
use crate::share::{self, Given};
use crate::signals::State;
use crate::wording::{self as w, Words};
use leptos::prelude::*;
use std::rc::Rc;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    many()
        .live(move || match session.given.get() {
            None => choose(session, lang),
            Some(given) => opened(session, given, lang),
        })
        .view()
}

// ── Choosing a file ─────────────────────────────────────────────────────────────────────────────────────────────

fn choose(session: Session, lang: Lang) -> AnyView {
    let wrong: State<Option<BackupError>> = State::new(None);
    let read = move |bytes: Option<Vec<u8>>| match bytes.map_or(Err(BackupError::NotText), |bytes| share::open(&bytes))
    {
        Ok(given) => {
            session.let_go_of_given();
            session.given.set(Some(given));
            request_animation_frame(page::focus_heading);
        }
        Err(error) => {
            wrong.set(Some(error));
        }
    };
    let ids = ("given-file", "given-hint given-error");
    let choose = chooser(ids, ("button next", w::GIVEN_CHOOSE), lang, BACKUP_MAX_BYTES, Rc::new(read));
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::GIVEN_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::GIVEN_LEAD.get(lang)))
        .child(el("p").text(w::GIVEN_KEPT_NOWHERE.get(lang)))
        .child(el("p").class("hint").id("given-hint").text(w::GIVEN_CHOOSE_NOTE.get(lang)))
        .child(choose)
        .child(el("p").class("error").id("given-error").attr("role", "alert").live_text(move || match wrong.get() {
            Some(error) => format!("{} {}", w::bad_given(error).get(lang), w::GIVEN_SAFE.get(lang)),
            None => String::new(),
        }))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::WAYS.get(lang))
                .child(el("a").class("button quiet").attr("href", Route::Welcome.hash()).text(w::HOME.get(lang))),
        )
        .view()
}

// ── Reading it ──────────────────────────────────────────────────────────────────────────────────────────────────

/// Which of them is shown, and printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Sheet,
    Across,
    Plan,
}

fn opened(session: Session, given: Given, lang: Lang) -> AnyView {
    let shown = State::new(Shown::Sheet);
    let asked = State::new(false);
    let close = move |_| {
        // A reply that is not handed back yet would go along.
        if session.unsaved.get_untracked() && !asked.get_untracked() {
            asked.set(true);
            session.notice.set(Some(w::REPLY_UNSAVED));
            return;
        }
        session.let_go_of_given();
        session.notice.set(Some(w::GIVEN_CLOSED));
        request_animation_frame(page::focus_heading);
    };
    let printing = print_ready(lang);
    let print = move |_| {
        let name = match shown.get_untracked() {
            Shown::Sheet => w::FILE_SHEET,
            Shown::Across => w::FILE_ACROSS,
            Shown::Plan => w::FILE_FULL,
        };
        printing.print(title_with_day(name.get(lang), page::today()));
    };
    let empty = given.plan.is_empty();
    let facts = facts(&given, lang);
    let body = move || match shown.get() {
        _ if empty => unwritten(el("p").text(w::GIVEN_EMPTY.get(lang))).view(),
        Shown::Sheet => {
            let sheet = session.pack(|pack| Sheet::of(&given.plan, pack, lang));
            el("div").class("paper-frame").child(paper(&sheet, lang)).view()
        }
        Shown::Across => {
            let said = session.pack(|pack| Across::of(&given.plan, pack, lang));
            el("div").class("paper-frame").child(across(&said)).view()
        }
        Shown::Plan => {
            let day = given.made_on.and_then(civil::whole).unwrap_or_else(page::today);
            let (text, drawn) = session.pack(|pack| {
                (full::manuscript(&given.plan, pack, day, lang), pictures::of_shared(&given.plan, pack, lang))
            });
            manuscript(&text, &drawn)
        }
    };
    let head = el("header")
        .class("given-head never-printed")
        .child(el("h1").attr("tabindex", "-1").text(w::GIVEN_OPEN.get(lang)))
        .child(el("p").text(w::GIVEN_KEPT_NOWHERE.get(lang)))
        .child(facts)
        .child((!empty).then(|| view(shown, session, lang)))
        .child((!empty).then(|| {
            el("p")
                .child(el("a").class("button").attr("href", Route::Reply.hash()).text(w::REPLY_PAGE.get(lang)))
                .text(" ")
                .child(el("span").class("hint").text(w::REPLY_LINK_NOTE.get(lang)))
        }))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::WAYS.get(lang))
                .child(
                    (!empty).then(|| button().class("button next").on("click", print).text(w::GIVEN_PRINT.get(lang))),
                )
                .child(button().class("button quiet").on("click", close).text(w::GIVEN_CLOSE.get(lang))),
        )
        .child(printing.status(lang));
    many()
        .child(head)
        .live(body)
        .then(move || {
            shown.track();
            printing.settled();
            // A sheet that fits on one page is printed so that it fills it.
            request_animation_frame(|| {
                let _ = page::room_on_page("paper");
            });
        })
        .view()
}

fn facts(given: &Given, lang: Lang) -> El {
    let fact =
        |label: Words, words: String| el("div").child(el("dt").text(label.get(lang))).child(el("dd").child(words));
    let made = given.made_on.and_then(civil::whole).map(|day| fact(w::FILES_MADE, w::day(day, lang)));
    el("dl")
        .class("facts")
        .child(fact(w::GIVEN_FOR, w::audience(given.plan.audience()).get(lang).to_owned()))
        .child(made)
}

fn view(shown: State<Shown>, session: Session, lang: Lang) -> El {
    let choice = |which: Shown, route: Route| {
        let name = session.pack(|pack| route.name(pack, lang));
        let id = format!("given-{}", route.hash().trim_start_matches("#/"));
        Choice::radio(id, "given-view", name, Look::Chip).view(
            move || shown.get() == which,
            move |on| {
                if on {
                    shown.set(which);
                }
                true
            },
        )
    };
    el("fieldset").class("group").child(el("legend").text(w::GIVEN_VIEW.get(lang))).child(
        el("div")
            .class("chips")
            .child(choice(Shown::Sheet, Route::Sheet))
            .child(choice(Shown::Across, Route::Across))
            .child(choice(Shown::Plan, Route::Plan)),
    )
}
