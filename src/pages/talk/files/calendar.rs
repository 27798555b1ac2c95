//! Calendars: what goes into one, as it was understood, what doesn't and why, and how it is called.
//!
//! May know: the session, what is shared, the own calendar. Must never know: how the file is written.
//!
//! *Invariant:* what is to hand over is made of a shared plan alone; the whole document is asked only why something is not in it.

use super::super::super::{leaf_id, text_field};
use super::save_button;
use crate::browser::page;
use crate::document::{Audience, Change, Document, Path, sheet, steps};
use crate::export::calendar::{self as written, Absent, Days, Event, Making, Titles};
use crate::export::sheet::label;
use crate::own_copy::calendar as own;
use crate::pack::{Lang, Pack};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::field::Field;
use crate::session::Session;
use crate::share;
use crate::signals::{Memo, State};
use crate::wording::{self as w, Words};
use leptos::prelude::*;

/// As many events are shown at once; more are folded away.
const AT_ONCE: usize = 6;

/// A calendar: for an audience, or the person's own.
#[derive(Clone, Copy)]
struct Row {
    session: Session,
    audience: Option<Audience>,
    lang: Lang,
}

/// The calendar of what an audience may see.
pub(super) fn to_hand_over(session: Session, audience: Audience, lang: Lang) -> El {
    let row = Row { session, audience: Some(audience), lang };
    row.view("shared", w::TO_CALENDAR, w::AS_CALENDAR, None)
}

/// The person's own. The days that only a calendar needs are asked for here.
pub(super) fn to_keep(session: Session, lang: Lang) -> El {
    let row = Row { session, audience: None, lang };
    row.view("own", w::TO_OWN_CALENDAR, w::AS_OWN_CALENDAR, Some(asks(session, lang)))
}

/// The day of the talk and the first day of the steps. What is written here is shown to nobody.
fn asks(session: Session, lang: Lang) -> El {
    let field = |path: Path, hint: Option<Words>| {
        let label = session.pack(|pack| label(pack, path.field.id, lang));
        let hint = hint.map(|hint| hint.get(lang).to_owned());
        text_field(session, path, Field { hint, ..Field::new(leaf_id(path), label, lang) })
    };
    let start = steps::START.alone();
    // Together, as whatever a button writes: the field shows it, and it is taken back at once.
    let begin = move |text: String| session.change(Change::Together(vec![Change::Wrote(start, text)]));
    let today = move |_| begin(w::day(page::today(), lang));
    let with_talk = move |_| begin(session.peek(|d| d.text(sheet::TALK_DAY.alone()).to_owned()));
    let chips = el("p")
        .class("chips")
        .child(button().class("chip").on("click", today).text(w::START_TODAY.get(lang)))
        .live(move || {
            let talk = session.with(|d| d.is_said(sheet::TALK_DAY.alone()));
            talk.then(|| button().class("chip").on("click", with_talk).text(w::START_TALK.get(lang)))
        });
    el("div")
        .class("calendar-asks")
        .child(field(sheet::TALK_DAY.alone(), None))
        .child(field(start, Some(w::CALENDAR_START)))
        .child(chips)
}

impl Row {
    fn days(self, document: &Document, pack: &Pack) -> Days {
        let Self { session, audience, lang } = self;
        let today = page::today();
        let opened = session.binder().with_untracked(|binder| binder.open().opened_at);
        let opened = page::moment(opened).map_or(today, |(day, _)| day);
        let when = own::written(document, opened, today);
        match audience {
            None => own::days(document, pack, when, lang),
            Some(audience) => {
                let days = written::days(&share::for_audience(document, audience), pack, when, lang);
                own::with_what_is_not_shown(days, document)
            }
        }
    }

    fn now(self) -> Days {
        self.session.peek(|d| self.session.pack(|pack| self.days(d, pack)))
    }

    fn view(self, id: &'static str, note: Words, label: Words, asks: Option<El>) -> El {
        let Self { session, lang, .. } = self;
        let days = Memo::new(move |_| session.with(|d| session.pack(|pack| self.days(d, pack))));
        let any = Memo::new(move |_| days.with(|days| !days.events.is_empty()));
        let (in_words, reminds) = (State::new(false), State::new(false));
        let choice = move |end: &str, (words, note): (Words, Words), of: State<bool>| {
            let mut choice = Choice::check(format!("calendar-{id}{end}"), words.get(lang).to_owned(), Look::Card);
            choice.note = Some(note.get(lang).to_owned());
            choice.view(
                move || of.get(),
                move |on| {
                    of.set(on);
                    true
                },
            )
        };
        let choices = move || {
            el("div")
                .class("calendar-choices")
                .child(choice("", (w::CALENDAR_WORDS, w::CALENDAR_WORDS_NOTE), in_words))
                .child(choice("-reminds", (w::CALENDAR_REMINDS, w::CALENDAR_REMINDS_NOTE), reminds))
        };
        let make = move || {
            let making = Making {
                titles: if in_words.get_untracked() { Titles::Words } else { Titles::Neutral },
                binder: session.binder().with_untracked(|binder| binder.open().id.0),
                at: page::now(),
                day: page::today(),
                lang,
                reminds: reminds.get_untracked(),
            };
            let days = self.now();
            if self.audience.is_none() { own::file(&days, &making) } else { written::file(&days.events, &making) }
        };
        el("li")
            .class("file-row calendar-row")
            .child(
                el("div")
                    .class("file-note")
                    .child(el("p").text(note.get(lang)))
                    .child(asks)
                    .live(move || days.with(|days| self.what(days)))
                    .live(move || any.get().then(choices)),
            )
            .live(move || any.get().then(|| save_button(session, label, lang, Box::new(make))))
    }

    /// What is in it, and what is not.
    fn what(self, days: &Days) -> AnyView {
        let Self { session, lang, .. } = self;
        let none = || {
            let why = session.peek(|d| own::no_days(d, days));
            el("p").class("hint").text(w::no_days(why).get(lang))
        };
        many()
            .child(days.events.is_empty().then(none))
            .child((!days.events.is_empty()).then(|| events(&days.events, lang)))
            .child((!days.absent.is_empty()).then(|| absent(&days.absent, lang)))
            .view()
    }
}

fn events(events: &[Event], lang: Lang) -> El {
    let lines = events.iter().map(|event| {
        let name =
            if event.words.is_empty() { event.label.clone() } else { w::under(&event.label, &event.words, lang) };
        el("li")
            .child(el("span").class("calendar-day").text(w::event_day(event, lang)))
            .text(" ")
            .child(el("bdi").child(name))
    });
    el("details")
        .class("unfold")
        .attr("open", events.len() <= AT_ONCE)
        .child(el("summary").text(w::count(w::CALENDAR_IN, events.len(), lang)))
        .child(el("ol").class("calendar-days").child(lines.collect::<Vec<_>>()))
        .child(el("p").class("hint").text(w::CALENDAR_YEARS.get(lang)))
}

fn absent(absent: &[Absent], lang: Lang) -> El {
    let line = |absent: &Absent| {
        let name =
            if absent.words.is_empty() { absent.label.clone() } else { w::under(&absent.label, &absent.words, lang) };
        let name = if absent.typed.trim().is_empty() { name } else { w::with_note(&name, &absent.typed, lang) };
        el("li")
            .child(el("bdi").child(name))
            .text(" ")
            .child(el("span").class("hint").text(w::absent(absent.why, lang)))
    };
    let readable = absent.iter().any(|absent| absent.why.is_of_writing());
    el("div")
        .class("calendar-absent")
        .child(el("p").text(w::count(w::CALENDAR_OUT, absent.len(), lang)))
        .child(el("ul").class("calendar-days").child(absent.iter().map(line).collect::<Vec<_>>()))
        .child(if readable { el("p").class("hint").text(w::CALENDAR_HOW.get(lang)).view() } else { nothing() })
}
