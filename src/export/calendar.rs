//! A calendar (.ics, RFC 5545): the days that were written, as events of a whole day.
//!
//! A day is a DATE without a time, so that it is the same day in every time zone and on both sides of summer time. An event
//! is called 「自分の予定」 unless the person wants its words in it: groupware shows titles to colleagues. It blocks no time
//! (TRANSP), is marked as private (CLASS), and says whose program wrote it but nothing of the machine. Of the days that can
//! be read, those that have gone by are not in it.
//! May know: what is shared, the pack's labels. Must never know: a whole document, the clock (both times are handed in).
//!
//! *Invariant:* a UID is made of the binder's number and the place of the leaf, through a hash: the same event has the same
//! one in the next file, and it tells nobody a word.

pub mod civil;

use super::plain::{lines, one_line};
use super::sheet::{label, leaf_words};
use super::{Day, File, file_name};
use crate::document::Document;
use crate::document::days::{DayOf, NamedDay, named};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording as w;
use std::fmt::Write;

/// Octets in a line, without its end.
const LINE: usize = 75;

/// One day, and what it is the day of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day.
    pub day: Day,
    /// What kind of day it is: 「わたしがやること」.
    pub label: String,
    /// What happens then, as written; empty where it isn't said.
    pub words: String,
    /// The place it comes from: the same event in another file has the same.
    pub place: String,
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
}

/// The days of what is shared, from `today` on, in their order.
pub fn events(plan: &SharedPlan, pack: &Pack, today: Day, lang: Lang) -> Vec<Event> {
    let document = plan.document();
    in_order(named(document).iter().filter_map(|day| event(document, pack, day, today, lang)).collect())
}

/// A named day as an event; `None` where it has gone by.
pub(crate) fn event(document: &Document, pack: &Pack, named: &NamedDay, today: Day, lang: Lang) -> Option<Event> {
    let day = match named.of {
        // These are written on the day itself, or soon after: without a year, the last such day may well be meant.
        DayOf::Talk | DayOf::Look => civil::nearest(named.day, today).filter(|day| !civil::is_before(*day, today))?,
        _ => civil::on_or_after(named.day, today)?,
    };
    let words: Vec<String> = named.says.iter().flat_map(|path| leaf_words(document, pack, *path, lang)).collect();
    Some(Event {
        day,
        label: label(pack, named.of.id(), lang),
        words: words.join(w::LIST.get(lang)),
        place: named.leaf.to_string(),
    })
}

/// Events in the order of their days; those of one day as they stood.
pub(crate) fn in_order(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_key(|event| (event.day.year, event.day.month, event.day.day));
    events
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
    for event in events {
        fold(&mut out, "BEGIN:VEVENT");
        fold(&mut out, &format!("UID:{}", uid(making.binder, &event.place)));
        fold(&mut out, &format!("DTSTAMP:{stamp}"));
        fold(&mut out, &format!("DTSTART;VALUE=DATE:{}", civil::plain(event.day)));
        // The day after: an end is not part of it.
        fold(&mut out, &format!("DTEND;VALUE=DATE:{}", civil::plain(civil::later(event.day, 1))));
        let (title, more) = called(event, making);
        fold(&mut out, &format!("SUMMARY:{}", escaped(&title)));
        if let Some(more) = more {
            fold(&mut out, &format!("DESCRIPTION:{}", escaped(&more)));
        }
        for line in ["CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT"] {
            fold(&mut out, line);
        }
    }
    fold(&mut out, "END:VCALENDAR");
    out
}

/// The title of an event, and the words in full where a title can't hold their lines.
fn called(event: &Event, making: &Making) -> (String, Option<String>) {
    if making.titles == Titles::Neutral {
        return (w::CALENDAR_NEUTRAL.get(making.lang).to_owned(), None);
    }
    let lines = lines(&event.words);
    let words = one_line(&event.words);
    let title = if words.is_empty() { event.label.clone() } else { w::under(&event.label, &words, making.lang) };
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
