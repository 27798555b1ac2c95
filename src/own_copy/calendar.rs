//! The person's own calendar: every day they wrote, shown to somebody or not, and the days to look back on.
//!
//! May know: a whole document, the pack's labels. Must never know: an audience's plan, the clock, the browser.

use crate::document::days::named;
use crate::document::{Document, after, day, sheet, steps};
use crate::export::calendar::civil::{Written, dated};
use crate::export::calendar::{Days, Event, Why, civil, days_of};
use crate::export::sheet::label;
use crate::export::{Day, File, calendar as events, file_name};
use crate::pack::{Lang, Pack};
use crate::wording as w;

/// The looks back, by the id of their card: so many days after the steps began.
const LOOKS: [(&str, i64); 3] = [("d14", 14), ("d90", 90), ("d365", 365)];

/// When the answers of a document were written that was opened on a day: not before the date on its sheet,
/// where there is one.
pub fn written(document: &Document, opened: Day, today: Day) -> Written {
    let written = Written::between(opened, today);
    let sheet = day::read(document.text(sheet::DATE.alone())).and_then(|typed| dated(typed.day, None, written).ok());
    sheet.map_or(written, |day| written.not_before(day))
}

/// Every day from today on, in their order, and what has none. Where it is known when the steps began, the
/// looks back that follow from it are among them, unless they were written already.
pub fn days(document: &Document, pack: &Pack, written: Written, lang: Lang) -> Days {
    let mut days = days_of(document, pack, written, lang);
    let start = day::read(document.text(steps::START.alone()));
    let start = start.and_then(|typed| dated(typed.day, typed.weekday, written).ok());
    let done = |span: &str| {
        let ids = document.ids(&after::LOOK);
        ids.into_iter().any(|id| document.card(after::LOOK_SPAN.of(id)).is_some_and(|card| card.id == span))
    };
    for (span, after_so_many) in LOOKS.into_iter().filter(|(span, _)| !done(span)) {
        let day = start.map(|start| civil::later(start, after_so_many));
        let Some(day) = day.filter(|day| !civil::is_before(*day, written.today())) else { continue };
        days.events.push(Event {
            day,
            last: day,
            at: None,
            ends: None,
            label: label(pack, after::LOOK.id, lang),
            words: pack.card("lookbacks", span).map(|card| card.title.plain(lang)).unwrap_or_default(),
            typed: None,
            // Older than the field from which they are counted now: what is in a calendar already moves, and
            // isn't doubled.
            place: format!("{}+{after_so_many}", sheet::DATE.id),
        });
    }
    days.in_order()
}

/// The same as a file; `None` where no day can be read.
pub fn file(days: &Days, making: &events::Making) -> Option<File> {
    let file = events::file(&days.events, making)?;
    let name = file_name(w::FILE_OWN_CALENDAR.get(making.lang), making.day, "ics");
    Some(File { name, ..file })
}

/// The days of what is shown, where something has a day that is not shown with it: then it is not missing.
pub fn with_what_is_not_shown(mut days: Days, document: &Document) -> Days {
    for absent in days.absent.iter_mut().filter(|absent| absent.why == Why::NoDay && document.is_said(absent.leaf)) {
        absent.why = Why::NotShown;
    }
    days
}

/// Why there is nothing to put into a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDays {
    /// No day is written anywhere.
    None,
    /// Days are written, and none of them is shown.
    NotShown,
    /// Those that can be told have gone by.
    Past,
    /// None can be told for certain.
    Unread,
}

/// Why a calendar has no events: that of the person, or one to hand over, which is made of what is shown.
pub fn no_days(document: &Document, days: &Days) -> NoDays {
    let any = |is: fn(Why) -> bool| days.absent.iter().any(|absent| is(absent.why));
    if any(|why| matches!(why, Why::Past(_))) {
        NoDays::Past
    } else if any(Why::is_of_writing) {
        NoDays::Unread
    } else if named(document).iter().any(|named| document.is_said(named.leaf)) {
        NoDays::NotShown
    } else {
        NoDays::None
    }
}
