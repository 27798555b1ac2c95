//! 見せる用紙: what is shown is chosen here, item by item, beside the sheet exactly as the other person will see it.

mod choosing;
mod fitting;
mod offers;
mod safer;
pub(super) mod together;

use super::leaf_id;
use crate::browser::{files, page};
use crate::document::{Audience, Change, Document, Field as Asked, sheet as fields};
use crate::export::sheet::Sheet;
use crate::export::{letters, markdown, title_with_day};
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::field::Field;
use crate::parts::paper::{paper_under, whose};
use crate::parts::printing::{Printing, outside_note, print_ready};
use crate::parts::question as q;
use crate::parts::walk::Ways;
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::signals::{Memo, State};
use crate::wording as w;
use choosing::{Choosing, OPEN};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How long until the paper comes where there is much, and how long nobody typed before it is measured.
const PAUSE_MS: u64 = 250;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    many()
        .child(super::progress(session, Route::Sheet, lang))
        .child(el("h1").attr("tabindex", "-1").text(w::SHEET_PAGE.get(lang)))
        .child(super::audiences(session, lang))
        .live(move || {
            let audience = session.audience.get();
            for_one(session, audience, lang)
        })
        .view()
}

fn for_one(session: Session, audience: Audience, lang: Lang) -> AnyView {
    // What is there to choose from changes only when something is said or taken away, not with every tick. What is typed here
    // is not among it.
    let said = Memo::new(move |_| session.choices(|d| session.pack(|pack| choosing::said(d, pack, lang))));
    let drawn = State::new(said.with_untracked(|said| choosing::boxes(said)) <= OPEN);
    if !drawn.get_untracked() {
        // The page may have been left in the meantime.
        let draw = move || {
            drawn.set(true);
        };
        set_timeout(draw, Duration::from_millis(PAUSE_MS));
    }
    // All but its head, which is typed here.
    let sheet = Memo::new(move |_| {
        session.choices(|_| ());
        Sheet {
            name: None,
            department: None,
            role: None,
            date: None,
            talk_day: None,
            days: None,
            ..whole(session, audience, lang)
        }
    });
    let head = Memo::new(move |_| session.with(|d| head(d, audience)));
    // How much of the page is left; nothing is known before it is measured.
    let room = State::new(0);
    let too_long = Memo::new(move |_| room.get() < 0);
    let asking = State::new(None);
    let (opened, unticked) = (State::new(false), State::new(Vec::new()));
    let list = Choosing { session, audience, lang, asking, opened, unticked }.view(said);
    let printing = print_ready(lang);
    // Not looked for again with every letter of the head.
    let sheet_outside = Memo::new(move |_| sheet.with(|sheet| letters::outside(&letters::of_sheet(sheet)).concat()));
    many()
        .child(
            el("div")
                .class("sheet-page")
                .child(
                    el("section")
                        .class("choosing")
                        .child(el("h2").text(w::SHEET_CHOOSE.get(lang)))
                        .child(el("p").class("hint").text(w::SHEET_CHOOSE_NOTE.get(lang)))
                        .child(
                            button()
                                .class("link to-preview")
                                .on("click", |_| page::focus_id("preview"))
                                .text(w::SHEET_TO_PREVIEW.get(lang)),
                        )
                        .child(el("div").child(list))
                        .child(header_fields(session, audience, lang)),
                )
                .child(
                    el("section")
                        .class("preview")
                        .child(el("h2").id("preview").attr("tabindex", "-1").text(w::SHEET_PREVIEW.get(lang)))
                        .child(together(audience, lang))
                        .live(move || {
                            let empty = drawn.get() && head.with(Sheet::is_empty) && sheet.with(Sheet::is_empty);
                            empty.then(|| el("p").class("empty-note").text(w::SHEET_EMPTY.get(lang)))
                        })
                        .child(fitting::fitting(session, audience, sheet, too_long, lang))
                        .child(offers::offers(session, audience, sheet, room, lang))
                        .live(move || head.with(|head| head.date.is_none()).then(|| undated(session, audience, lang)))
                        .child(el("div").class("paper-frame").live(move || {
                            drawn.get().then(|| {
                                let whose = el("dl").live(move || head.with(|head| whose(head, lang)));
                                sheet.with(|sheet| paper_under(whose, sheet, lang))
                            })
                        }))
                        .live(move || outside_note(&(head.with(letters::of_sheet) + &sheet_outside.get()), lang)),
                ),
        )
        .child(leaving(session, audience, printing, drawn, lang))
        .then(move || {
            // The fonts may make it taller.
            printing.settled();
            if drawn.get() {
                sheet.track();
                request_animation_frame(move || measure(room));
            }
        })
        .then(measured_after_typing(head, room))
        .view()
}

/// The way to the sheet alone, for two people in front of one screen.
fn together(audience: Audience, lang: Lang) -> El {
    el("p")
        .class("to-together")
        .child(el("a").class("button quiet").attr("href", Route::Together(audience).hash()).text(w::TOGETHER.get(lang)))
        .text(" ")
        .child(el("span").class("hint").text(w::TOGETHER_NOTE.get(lang)))
}

/// What stands at the head of the sheet.
const HEAD: [&Asked; 6] =
    [&fields::DATE, &fields::TALK_DAY, &fields::DAYS, &fields::DEPARTMENT, &fields::ROLE, &fields::NAME];

/// The sheet's head alone.
fn head(document: &Document, audience: Audience) -> Sheet {
    let [date, talk_day, days, department, role, name] =
        HEAD.map(|field| share::text_for(document, field.alone(), audience).map(str::to_owned));
    Sheet { name, department, role, date, talk_day, days, ..Sheet::default() }
}

/// An offer to date the sheet, where it has no day: without one nobody can tell when “next Wednesday” is.
fn undated(session: Session, audience: Audience, lang: Lang) -> El {
    let today = move |_| {
        let path = fields::DATE.alone();
        let text = w::day(page::today(), lang);
        session.change(Change::Together(vec![Change::Wrote(path, text), Change::Shared(path, audience, true)]));
    };
    el("p")
        .class("hint")
        .text(w::SHEET_UNDATED.get(lang))
        .text(" ")
        .child(button().class("chip").on("click", today).text(w::TODAY.get(lang)))
}

fn whole(session: Session, audience: Audience, lang: Lang) -> Sheet {
    let plan = session.peek(|d| share::for_audience(d, audience));
    session.pack(|pack| Sheet::of(&plan, pack, lang))
}

/// The page may have been left before it is measured.
fn measure(room: State<i32>) {
    if let Some(left) = page::room_on_page("paper") {
        room.set(left);
    }
}

/// A long name may need another line: that is seen to in the pauses of typing.
fn measured_after_typing(head: Memo<Sheet>, room: State<i32>) -> impl FnMut() {
    let waiting = Rc::new(Cell::new(false));
    let mut typed = false;
    move || {
        head.track();
        if std::mem::replace(&mut typed, true) && !waiting.replace(true) {
            let waiting = waiting.clone();
            let then = move || {
                waiting.set(false);
                measure(room);
            };
            set_timeout(then, Duration::from_millis(PAUSE_MS));
        }
    }
}

/// Name, department and dates: what is written here is meant for the sheet, and is shown on it.
fn header_fields(session: Session, audience: Audience, lang: Lang) -> AnyView {
    let field = |label: w::Words, which: &'static Asked, fills: &'static str| {
        let path = which.alone();
        Field { fills, ..Field::new(leaf_id(path), label.get(lang).to_owned(), lang) }.view(
            move || session.peek(|d| d.text(path).to_owned()),
            session.rewritten,
            move |text| {
                let shown = session.peek(|d| d.is_shared(path, audience));
                let write = Change::Wrote(path, text.clone());
                if shown || text.is_empty() {
                    session.change(write);
                } else {
                    session.change(Change::Together(vec![write, Change::Shared(path, audience, true)]));
                }
            },
        )
    };
    el("details")
        .class("unfold")
        .child(super::inside(
            session,
            HEAD.map(Asked::alone),
            el("summary")
                .text(w::SHEET_HEADER.get(lang))
                .text(" ")
                .child(el("span").class("mark").text(w::OPTIONAL.get(lang))),
        ))
        .child(el("p").class("hint").text(w::SHEET_HEADER_NOTE.get(lang)))
        .child(field(w::DATE, &fields::DATE, "off"))
        .child(field(w::TALK_DAY, &fields::TALK_DAY, "off"))
        .child(field(w::DAYS, &fields::DAYS, "off"))
        .child(field(w::DEPARTMENT, &fields::DEPARTMENT, "off"))
        .child(field(w::ROLE, &fields::ROLE, "off"))
        .child(field(w::NAME, &fields::NAME, "name"))
        .child(q::more(&super::questions(session, HEAD.map(|field| field.id)), lang))
        .view()
}

/// Print, Markdown, backup; on a shared computer the way to take everything along.
fn leaving(session: Session, audience: Audience, printing: Printing, drawn: State<bool>, lang: Lang) -> AnyView {
    let print = move |_| {
        if let Some(keeper) = session.keeper() {
            keeper.flush();
        }
        let print = move || printing.print(title_with_day(w::FILE_SHEET.get(lang), page::today()));
        if drawn.get_untracked() {
            print();
        } else {
            // Nothing is printed but the whole of it.
            drawn.set(true);
            request_animation_frame(print);
        }
    };
    let save_markdown = move |_| {
        let file = markdown::file(&whole(session, audience, lang), page::today(), lang);
        if files::download(&file.name, file.kind, &file.body) {
            session.handed_out(false);
        }
    };
    let in_full = session.settings.with_untracked(|s| s.in_full);
    let Ways { next, back, .. } = super::ways_of(session, Route::Sheet, lang);
    let shared_device = move || session.settings.with(|s| s.shared_device) == Some(true);
    many()
        .child(printing.status(lang))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::WAYS.get(lang))
                .child(button().class("button next").on("click", print).text(w::SHEET_PRINT.get(lang)))
                .child(button().class("button quiet").on("click", save_markdown).text(w::SHEET_MARKDOWN.get(lang)))
                .child(el("a").class("button quiet").attr("href", Route::Keep.hash()).text(w::KEEP_BACKUP.get(lang)))
                .child(in_full.then(|| el("a").class("button quiet").attr("href", next).text(w::NEXT.get(lang))))
                .child(el("a").class("button quiet").attr("href", back).text(w::BACK.get(lang))),
        )
        .child(besides(session, lang))
        .live(move || {
            shared_device().then(|| {
                el("p")
                    .class("note")
                    .child(el("a").attr("href", Route::Keep.hash()).text(w::KEEP_ERASE_DO.get(lang)))
                    .text(" ")
                    .text(w::SHEET_DONE_SHARED.get(lang))
            })
        })
        .child(el("p").class("comfort").text(w::COMFORT.get(lang)))
        .view()
}

/// What goes with the sheet: each on a screen of its own.
fn besides(session: Session, lang: Lang) -> El {
    let links = [
        (Route::Across, w::ACROSS_LINK_NOTE),
        (Route::Rehearse, w::REHEARSE_LINK_NOTE),
        (Route::Plan, w::FULL_LINK_NOTE),
        (Route::Files, w::FILES_LINK_NOTE),
        (Route::Blank, w::BLANK_LINK_NOTE),
        (Route::OwnCopy, w::OWN_LINK_NOTE),
    ];
    let link = |(route, note): (Route, w::Words)| {
        el("li").child(
            el("a")
                .class("card")
                .attr("href", route.hash())
                .child(el("span").class("choice-title").text(session.pack(|pack| route.name(pack, lang))))
                .child(el("span").class("choice-note").text(note.get(lang))),
        )
    };
    el("section")
        .class("besides")
        .child(el("h2").text(w::TALK_AFTER.get(lang)))
        .child(el("ul").class("cards").child(links.map(link)))
}
