//! 計画の全体, and 本人控え: a manuscript with its pictures, on the screen, on paper and as office files.

use super::office;
use crate::browser::page as window;
use crate::document::Audience;
use crate::export::manuscript::Manuscript;
use crate::export::{full, letters, title_with_day};
use crate::own_copy;
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::manuscript::manuscript;
use crate::parts::printing::{outside_note, print_ready};
use crate::parts::unwritten::unwritten;
use crate::plan::pictures::{self, Picture};
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::wording as w;
use leptos::prelude::*;

/// Everything that is shown to one audience.
pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let for_one = move |audience: Audience| {
        let plan = move || session.peek(|d| share::for_audience(d, audience));
        let text = move || session.pack(|pack| full::manuscript(&plan(), pack, window::today(), lang));
        if plan().is_empty() {
            return unwritten(el("p").text(w::SHEET_EMPTY.get(lang))).view();
        }
        let drawn = session.pack(|pack| pictures::of_shared(&plan(), pack, lang));
        on_paper(session, text, &drawn, lang)
    };
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::FULL_TITLE.get(lang)))
        .child(el("p").class("lead").text(w::FULL_LEAD.get(lang)))
        .child(super::super::audiences(session, lang))
        .live(move || for_one(session.audience.get()))
        .child(to_sheet(session, lang))
        .view()
}

/// Everything, for the person alone.
pub(super) fn own(session: Session, lang: Lang) -> AnyView {
    let text = move || session.peek(|d| session.pack(|pack| own_copy::manuscript(d, pack, window::today(), lang)));
    let drawn = session.peek(|d| session.pack(|pack| own_copy::pictures(d, pack, lang)));
    let paper = if text().is_empty() {
        unwritten(el("p").text(w::SHEET_NOTHING_YET.get(lang))).view()
    } else {
        on_paper(session, text, &drawn, lang)
    };
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::OWN_TITLE.get(lang)))
        .child(el("p").class("lead").text(w::OWN_LEAD.get(lang)))
        .child(paper)
        .child(to_sheet(session, lang))
        .view()
}

/// The ways to take a manuscript along, and the manuscript as it will be printed.
fn on_paper(session: Session, make: impl Fn() -> Manuscript + 'static, drawn: &[Picture], lang: Lang) -> AnyView {
    let text = make();
    let title = title_with_day(&text.file, text.day);
    let printing = print_ready(lang);
    let print = move |_| printing.print(title.clone());
    many()
        .child(el("p").child(button().class("button next").on("click", print).text(w::SHEET_PRINT.get(lang))))
        .child(printing.status(lang))
        .child(office::buttons(session, lang, make))
        .child(outside_note(&letters::of_manuscript(&text), lang))
        .child(manuscript(&text, drawn))
        .view()
}

fn to_sheet(session: Session, lang: Lang) -> El {
    let link = |route: Route| {
        let name = session.pack(|pack| route.name(pack, lang));
        el("a").class("button quiet").attr("href", route.hash()).child(name)
    };
    el("nav").class("ways").attr("aria-label", w::TALK_AFTER.get(lang)).child([Route::Sheet, Route::Files].map(link))
}
