//! A calendar (.ics, RFC 5545): the days that were written, as events of a whole day or at a time of day.
//!
//! A day is a DATE without a time, and a time is a time without a zone: it is the same day and the same time
//! wherever the calendar is opened, and on both sides of summer time. An event is called 「自分の予定」 unless the
//! person wants its words in it: groupware shows titles to colleagues. A reminder says no more than that,
//! ever. An event blocks no time (TRANSP), is marked as private (CLASS), and says whose program wrote it but
//! nothing of the machine. What is not in the file (days that have gone by, and what has no day that can be
//! told) is listed by name. May know: what is shared, the pack's labels. Must never know: a whole document,
//! the clock (both times are handed in).
//!
//! *Invariant:* a UID is made of the binder's number and the place of the event, through a hash: the same event has the same
//! one in the next file, and it tells nobody a word. SEQUENCE is the second in which the file is made: nothing remembers the
//! files before, and in a later one a day may have moved, so a later file always has the higher number (RFC 5545, 3.8.7.4).

pub mod civil;

use super::plain::{lines, one_line};
use super::sheet::{label, leaf_words};
use super::{Day, File, file_name};
use crate::document::day::{Clock, Typed};
use crate::document::days::{DayOf, NamedDay, named};
use crate::document::order::sorted;
use crate::document::{Document, Path, sheet};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording as w;
use civil::{Unusable, Written};
use std::fmt::Write;

/// Octets in a line, without its end.
const LINE: usize = 75;
/// The seconds from 1970 to 2026 (UTC), from which SEQUENCE counts: it has 31 bits.
const FIRST_SECOND: u64 = 1_767_225_600;
/// On which hour of the evening before one is reminded.
const EVENING: u32 = 18;

/// Something that happens on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day, or the first of several.
    pub day: Day,
    /// The last day; the same where it is one.
    pub last: Day,
    /// From when on the first day; a whole day where it isn't said.
    pub at: Option<Clock>,
    /// Until when on the last day.
    pub ends: Option<Clock>,
    /// What kind of day it is: 「わたしがやること」.
    pub label: String,
    /// What happens then, as written; empty where it isn't said.
    pub words: String,
    /// What was written as its day, where that says more than the day and the time.
    pub typed: Option<String>,
    /// The place it comes from: the same event in another file has the same.
    pub place: String,
}

/// Something that is not in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// What kind of day it is.
    pub label: String,
    /// What happens then; empty where it isn't said.
    pub words: String,
    /// What was written as its day.
    pub typed: String,
    /// The leaf in which its day is written.
    pub leaf: Path,
    /// Why it is not in it.
    pub why: Why,
}

/// Why something is not in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has gone by; this was its last day.
    Past(Day),
    /// No day is written.
    NoDay,
    /// A day is written, and not shown.
    NotShown,
    /// What is written is no day, or not one that can be told for certain.
    Unread,
    /// It is a day, but not one of a calendar.
    Unusable(Unusable),
}

impl Why {
    /// Whether it would be in it if it were written in another way.
    pub fn is_of_writing(self) -> bool {
        matches!(self, Self::Unread | Self::Unusable(_))
    }
}

/// What a calendar is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// What is in it, in the order of the days.
    pub events: Vec<Event>,
    /// What is not.
    pub absent: Vec<Absent>,
}

/// What the events are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Titles {
    /// All of them 「自分の予定」, and nothing else is said.
    Neutral,
    /// By what happens then.
    Words,
}

/// What a calendar is made with, besides its events.
#[derive(Clone, Copy, Debug)]
pub struct Making {
    /// What the events are called.
    pub titles: Titles,
    /// The number by which the binder is told from other people's: the id of its edition.
    pub binder: u64,
    /// When it is made, milliseconds since 1970 (UTC).
    pub at: u64,
    /// On which day that is here.
    pub day: Day,
    /// The language of the titles.
    pub lang: Lang,
    /// Whether one is reminded on the evening before.
    pub reminds: bool,
}

/// The days of what is shared, from today on in their order, and what has none.
pub fn days(plan: &SharedPlan, pack: &Pack, written: Written, lang: Lang) -> Days {
    days_of(plan.document(), pack, written, lang)
}

pub(crate) fn days_of(document: &Document, pack: &Pack, written: Written, lang: Lang) -> Days {
    let mut days = Days::default();
    for named in named(document) {
        match event(document, pack, &named, written, lang) {
            Ok(event) => days.events.push(event),
            Err(absent) => days.absent.push(absent),
        }
    }
    days.in_order()
}

impl Days {
    /// Events in the order of their days and times; those of one day as they stood.
    pub(crate) fn in_order(mut self) -> Self {
        let at = |event: &Event| (event.day.year, event.day.month, event.day.day, event.at);
        self.events = sorted(self.events, |a, b| at(a).cmp(&at(b)));
        self
    }
}

fn event(document: &Document, pack: &Pack, named: &NamedDay, written: Written, lang: Lang) -> Result<Event, Absent> {
    let words: Vec<String> = named.says.iter().flat_map(|path| leaf_words(document, pack, *path, lang)).collect();
    let words = words.join(w::LIST.get(lang));
    let label = label(pack, named.of.id(), lang);
    let typed = document.text(named.leaf);
    match when(named.day, typed, written) {
        Ok((typed_day, day, last)) => Ok(Event {
            day,
            last,
            at: typed_day.at,
            ends: typed_day.ends,
            label,
            words,
            typed: typed_day.more.then(|| typed.to_owned()),
            place: place(named),
        }),
        Err(why) => Err(Absent { label, words, typed: typed.to_owned(), leaf: named.leaf, why }),
    }
}

/// The place of an event. That of the talk is older than the field in which its day is written now.
fn place(named: &NamedDay) -> String {
    match named.of {
        DayOf::Talk => sheet::DATE.id.to_owned(),
        _ => named.leaf.to_string(),
    }
}

/// The day that was typed, the first and the last one.
fn when(day: Option<Typed>, typed: &str, written: Written) -> Result<(Typed, Day, Day), Why> {
    let none = if typed.trim().is_empty() { Why::NoDay } else { Why::Unread };
    let day = day.ok_or(none)?;
    let first = civil::dated(day.day, day.weekday, written).map_err(Why::Unusable)?;
    let last = day.until.map_or(Ok(first), |until| civil::last_of(until, first)).map_err(Why::Unusable)?;
    if civil::is_before(last, written.today()) { Err(Why::Past(last)) } else { Ok((day, first, last)) }
}

/// The events as a file; `None` where there are none: a calendar without events is none.
pub fn file(events: &[Event], making: &Making) -> Option<File> {
    (!events.is_empty()).then(|| File {
        name: file_name(w::FILE_CALENDAR.get(making.lang), making.day, "ics"),
        kind: "text/calendar;charset=utf-8",
        body: text(events, making).into_bytes(),
    })
}

fn text(events: &[Event], making: &Making) -> String {
    let mut out = String::new();
    let language = making.lang.code().to_ascii_uppercase();
    for line in
        ["BEGIN:VCALENDAR", "VERSION:2.0", &format!("PRODID:-//Aritai//Aritai//{language}"), "CALSCALE:GREGORIAN"]
    {
        fold(&mut out, line);
    }
    let stamp = civil::utc(making.at);
    let sequence = (making.at / 1_000).saturating_sub(FIRST_SECOND).min(i32::MAX.unsigned_abs().into());
    for event in events {
        fold(&mut out, "BEGIN:VEVENT");
        fold(&mut out, &format!("UID:{}", uid(making.binder, &event.place)));
        fold(&mut out, &format!("DTSTAMP:{stamp}"));
        fold(&mut out, &format!("SEQUENCE:{sequence}"));
        span(&mut out, event);
        let (title, more) = called(event, making);
        fold(&mut out, &format!("SUMMARY:{}", escaped(&title)));
        if let Some(more) = more {
            fold(&mut out, &format!("DESCRIPTION:{}", escaped(&more)));
        }
        for line in ["CLASS:PRIVATE", "TRANSP:TRANSPARENT"] {
            fold(&mut out, line);
        }
        // The evening before today has gone by.
        if making.reminds && civil::is_before(making.day, event.day) {
            reminder(&mut out, event, making.lang);
        }
        fold(&mut out, "END:VEVENT");
    }
    fold(&mut out, "END:VCALENDAR");
    out
}

/// From when until when. Neither a length nor a time zone is made up: without an end an event at a time has
/// none.
fn span(out: &mut String, event: &Event) {
    let Some(at) = event.at else {
        fold(out, &format!("DTSTART;VALUE=DATE:{}", civil::plain(event.day)));
        // The day after: an end is not part of it.
        fold(out, &format!("DTEND;VALUE=DATE:{}", civil::plain(civil::later(event.last, 1))));
        return;
    };
    let moment = |day, at: Clock| format!("{}T{:02}{:02}00", civil::plain(day), at.hour, at.minute);
    fold(out, &format!("DTSTART:{}", moment(event.day, at)));
    if let Some(ends) = event.ends {
        fold(out, &format!("DTEND:{}", moment(event.last, ends)));
    }
}

/// Counted from the beginning, which for a whole day is midnight where the calendar is.
fn reminder(out: &mut String, event: &Event, lang: Lang) {
    let at = event.at.unwrap_or(Clock { hour: 0, minute: 0 });
    let minutes = (24 - EVENING + at.hour) * 60 + at.minute;
    let before = match minutes % 60 {
        0 => format!("PT{}H", minutes / 60),
        rest => format!("PT{}H{rest}M", minutes / 60),
    };
    for line in [
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("TRIGGER:-{before}"),
        format!("DESCRIPTION:{}", escaped(w::CALENDAR_NEUTRAL.get(lang))),
        "END:VALARM".to_owned(),
    ] {
        fold(out, &line);
    }
}

/// The title of an event, and the words in full where a title can't hold their lines.
fn called(event: &Event, making: &Making) -> (String, Option<String>) {
    if making.titles == Titles::Neutral {
        return (w::CALENDAR_NEUTRAL.get(making.lang).to_owned(), None);
    }
    let lines = lines(&event.words);
    let words = one_line(&event.words);
    let title = if words.is_empty() { event.label.clone() } else { w::under(&event.label, &words, making.lang) };
    let title = match event.typed.as_deref().map(one_line).filter(|typed| !typed.is_empty()) {
        Some(typed) => w::with_note(&title, &typed, making.lang),
        None => title,
    };
    (title, (lines.len() > 1).then(|| lines.join("\n")))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out
}

/// Writes a line of content, folded where it is longer than a line may be, between letters and never within one.
fn fold(out: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// A UUID of version 8 (RFC 9562): 122 bits of a hash (FNV-1a).
fn uid(binder: u64, place: &str) -> String {
    let mut hash: u128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D;
    for byte in binder.to_be_bytes().into_iter().chain(place.bytes()) {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013B);
    }
    let hash = hash & !(0xF << 76) & !(0b11 << 62) | 8 << 76 | 0b10 << 62;
    let hex = format!("{hash:032x}");
    let mut out = String::new();
    for (at, c) in hex.chars().enumerate() {
        if [8, 12, 16, 20].contains(&at) {
            out.push('-');
        }
        let _ = write!(out, "{c}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, fold, uid};

    #[test]
    fn lines_are_folded_between_letters() {
        for text in ["", "a", &"あ".repeat(40), &"𠮷a".repeat(60), &"x".repeat(75), &"x".repeat(76), &"x".repeat(150)]
        {
            let mut out = String::new();
            fold(&mut out, text);
            assert_eq!(out.replace("\r\n ", "").trim_end_matches("\r\n"), text);
            assert!(out.split("\r\n").all(|line| line.len() <= 75), "{out:?}");
        }
    }

    #[test]
    fn a_uid_is_one_and_the_same_for_one_event_only() {
        let of = uid(7, "step/00000000000000a1.day");
        assert_eq!(of, uid(7, "step/00000000000000a1.day"));
        assert!(of != uid(8, "step/00000000000000a1.day") && of != uid(7, "step/00000000000000a2.day"));
        assert!(of.len() == 36 && of.as_bytes()[14] == b'8' && b"89ab".contains(&of.as_bytes()[19]), "{of}");
        assert_eq!(escaped("a;b,c\\d\ne:f"), "a\\;b\\,c\\\\d\\ne:f");
    }
}
