//! ファイルにする: every file that can be made, those to hand over apart from those to keep.
//!
//! May know: the session, what is shared, the own copy. Must never know: how a format is written.
//!
//! *Invariant:* what stands under 「渡すもの」 is made from a [`SharedPlan`] alone; a whole document is asked for under
//! 「自分のためのもの」 only.

mod calendar;
mod forms;

use super::office;
use crate::browser::around::{self, Opened};
use crate::browser::{files, page};
use crate::document::{Audience, Leaf};
use crate::export::manuscript::Manuscript;
use crate::export::{File, csv, full, markdown, shareable, text};
use crate::own_copy;
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::unwritten::unwritten;
use crate::reply::handed;
use crate::route::Route;
use crate::session::Session;
use crate::share::{self, SharedPlan};
use crate::wording::{self as w, Words};
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::FILES_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::FILES_LEAD.get(lang)))
        .child(plainly().then(|| el("p").class("hint").text(w::FILES_PLAINLY.get(lang))))
        .child(
            el("section")
                .class("keep-part")
                .child(el("h2").text(w::FILES_HAND.get(lang)))
                .child(super::super::audiences(session, lang))
                .live(move || to_hand_over(session, session.audience.get(), lang)),
        )
        .child(
            el("section")
                .class("keep-part")
                .child(el("h2").text(w::FILES_OWN.get(lang)))
                .child(el("p").text(w::FILES_OWN_NOTE.get(lang)))
                .child(to_keep(session, lang)),
        )
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::WAYS.get(lang))
                .child(el("a").class("button quiet").attr("href", Route::Outline.hash()).text(w::TO_OUTLINE.get(lang))),
        )
        .view()
}

/// Whether a browser may ask about every file, as Chromium does over plain http.
fn plainly() -> bool {
    around::opened() == Opened::Plainly
}

// ── To hand over ────────────────────────────────────────────────────────────────────────────────────────────────

/// What this audience may see, as it is now.
fn shared(session: Session, audience: Audience) -> SharedPlan {
    session.peek(|d| share::for_audience(d, audience))
}

fn to_hand_over(session: Session, audience: Audience, lang: Lang) -> AnyView {
    let plan = shared(session, audience);
    let to_sheet = || el("a").attr("href", Route::Sheet.hash()).text(w::FILES_CHOOSE.get(lang));
    if plan.is_empty() {
        return many().child(unwritten(el("p").text(w::FILES_NONE.get(lang)))).child(el("p").child(to_sheet())).view();
    }
    let answers = plan.document().leaves().filter(|(_, leaf)| Leaf::is_said(leaf)).count();
    let manuscript = move || -> Manuscript {
        let plan = shared(session, audience);
        session.pack(|pack| full::manuscript(&plan, pack, page::today(), lang))
    };
    let handed = move || {
        let plan = shared(session, audience);
        let fresh = session.new_id();
        let (mark, noted) =
            session.binder().with_untracked(|binder| handed::next(binder, &plan, &page::today().to_string(), fresh));
        // Where this tab only reads, nobody could tell later what was handed over: the file then names no handover.
        let mark = session.may_write().then(|| {
            session.note(noted);
            mark
        });
        Some(shareable::marked(&plan, page::today(), lang, mark))
    };
    let screens = (audience == Audience::Talk).then(|| {
        [(w::TO_SHEET, Route::Sheet), (w::TO_PLAN, Route::Plan)].map(|(note, to)| screen(session, note, to, lang))
    });
    many()
        .child(el("p").text(w::answers_shown(answers, lang)).text(" ").child(to_sheet()))
        .child(
            el("ul")
                .class("files")
                .child(screens.map(Vec::from))
                .child(row(w::TO_OFFICE, lang, office::buttons(session, lang, manuscript)))
                .child(saved(session, w::TO_MARKDOWN, w::AS_MARKDOWN, lang, move || {
                    Some(markdown::plan::file(&manuscript()))
                }))
                .child(saved(session, w::TO_TEXT, w::AS_TEXT, lang, move || Some(text::file(&manuscript()))))
                .child(saved(session, w::TO_CSV, w::AS_CSV, lang, move || Some(csv::file(&manuscript()))))
                .child(calendar::to_hand_over(session, audience, lang))
                .child(saved(session, w::TO_SHARED, w::AS_SHARED, lang, handed)),
        )
        .child(el("h3").text(w::FORMS_TITLE.get(lang)))
        .child(el("p").text(w::FORMS_LEAD.get(lang)))
        .child(forms::both(session, &plan, lang))
        .view()
}

// ── To keep ─────────────────────────────────────────────────────────────────────────────────────────────────────

fn to_keep(session: Session, lang: Lang) -> AnyView {
    let manuscript = move || -> Manuscript {
        session.peek(|d| session.pack(|pack| own_copy::manuscript(d, pack, page::today(), lang)))
    };
    let backup = screen(session, w::TO_BACKUP, Route::Keep, lang);
    if session.peek(|d| d.leaves().all(|(_, leaf)| !leaf.is_said())) {
        return many()
            .child(el("p").class("empty-note").text(w::FILES_OWN_NONE.get(lang)))
            .child(el("ul").class("files").child(backup))
            .view();
    }
    el("ul")
        .class("files")
        .child(screen(session, w::TO_OWN, Route::OwnCopy, lang))
        .child(saved(session, w::TO_OWN_MARKDOWN, w::AS_OWN_MARKDOWN, lang, move || {
            Some(markdown::plan::file(&manuscript()))
        }))
        .child(saved(session, w::TO_OWN_TEXT, w::AS_OWN_TEXT, lang, move || Some(text::file(&manuscript()))))
        .child(calendar::to_keep(session, lang))
        .child(backup)
        .view()
}

// ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// What it is good for, and the way to it.
fn row(note: Words, lang: Lang, way: impl Child) -> El {
    el("li").class("file-row").child(el("p").class("file-note").text(note.get(lang))).child(way)
}

/// A screen that is printed, or that saves it.
fn screen(session: Session, note: Words, to: Route, lang: Lang) -> El {
    let name = session.pack(|pack| to.name(pack, lang));
    row(note, lang, el("a").class("button quiet").attr("href", to.hash()).text(name))
}

/// A file that is made and saved.
fn saved(session: Session, note: Words, label: Words, lang: Lang, make: impl Fn() -> Option<File> + 'static) -> El {
    row(note, lang, save_button(session, label, lang, Box::new(make)))
}

fn save_button(session: Session, label: Words, lang: Lang, make: Box<dyn Fn() -> Option<File>>) -> El {
    let save = move |_| {
        let done = make().is_some_and(|file| files::download(&file.name, file.kind, &file.body));
        if done {
            session.handed_out(false);
        }
        session.notice.set(Some(if done { w::FILES_DONE } else { w::FILES_FAILED }));
    };
    button().class("button quiet").on("click", save).text(label.get(lang))
}
