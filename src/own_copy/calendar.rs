//! The person's own calendar: every day they wrote, shown to somebody or not, and the days to look back on.
//!
//! May know: a whole document, the pack's labels. Must never know: an audience's plan, the clock, the browser.

use crate::document::days::{DayOf, named};
use crate::document::{Document, after, sheet};
use crate::export::calendar::{Event, civil, event, in_order};
use crate::export::sheet::label;
use crate::export::{Day, File, calendar as written, file_name};
use crate::pack::{Lang, Pack};
use crate::wording as w;

/// The looks back, by the id of their card: so many days after the talk.
const LOOKS: [(&str, i64); 3] = [("d14", 14), ("d90", 90), ("d365", 365)];

/// Every day from `today` on, in their order. Where the day of the talk is known, the looks back that follow from it
/// are among them, unless they were written already.
pub fn events(document: &Document, pack: &Pack, today: Day, lang: Lang) -> Vec<Event> {
    let mut all: Vec<Event> =
        named(document).iter().filter_map(|day| event(document, pack, day, today, lang)).collect();
    let talk =
        named(document).into_iter().find(|day| day.of == DayOf::Talk).and_then(|day| civil::nearest(day.day, today));
    let written = |span: &str| {
        let ids = document.ids(&after::LOOK);
        ids.into_iter().any(|id| document.card(after::LOOK_SPAN.of(id)).is_some_and(|card| card.id == span))
    };
    for (span, days) in LOOKS.into_iter().filter(|(span, _)| !written(span)) {
        let Some(day) = talk.map(|talk| civil::later(talk, days)).filter(|day| !civil::is_before(*day, today)) else {
            continue;
        };
        let words = pack.card("lookbacks", span).map(|card| card.title.plain(lang)).unwrap_or_default();
        let place = format!("{}+{days}", sheet::DATE.id);
        all.push(Event { day, label: label(pack, after::LOOK.id, lang), words, place });
    }
    in_order(all)
}

/// The same as a file; `None` where no day can be read.
pub fn file(document: &Document, pack: &Pack, making: &written::Making) -> Option<File> {
    let file = written::file(&events(document, pack, making.day, making.lang), making)?;
    let name = file_name(w::FILE_OWN_CALENDAR.get(making.lang), making.day, "ics");
    Some(File { name, ..file })
}
