//! The two calendars of a binder, and their files as a program that is not ours reads them.
//! Knows documents and the calendars that are made of them.

use super::{AT, DAY, PACK, STEP};
use aritai::document::{Audience, Binder, Change, ItemId, Path, Picked, Shape, after, steps};
use aritai::export::File;
use aritai::export::calendar::civil::Written;
use aritai::export::calendar::{self, Days, Event, Making, Titles, Why};
use aritai::own_copy::calendar as own_calendar;
use aritai::pack::Lang;
use aritai::share::for_audience;
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime};
use std::collections::BTreeSet;

pub(crate) fn making(titles: Titles, lang: Lang) -> Making {
    Making { titles, binder: 7, at: AT, day: DAY, lang, reminds: false }
}

pub(crate) fn today() -> Written {
    Written::between(DAY, DAY)
}

pub(crate) fn shared_days(binder: &Binder, lang: Lang) -> Days {
    calendar::days(&for_audience(binder.document(), Audience::Talk), &PACK, today(), lang)
}

pub(crate) fn shared(binder: &Binder, lang: Lang) -> Vec<Event> {
    shared_days(binder, lang).events
}

pub(crate) fn own_days(binder: &Binder, lang: Lang) -> Days {
    own_calendar::days(binder.document(), &PACK, today(), lang)
}

pub(crate) fn own(binder: &Binder, lang: Lang) -> Vec<Event> {
    own_days(binder, lang).events
}

/// What is not in a calendar: what it is, what was typed as its day, and why.
pub(crate) fn absent(days: &Days) -> Vec<(String, String, Why)> {
    let name = |words: &str, label: &str| if words.is_empty() { label.to_owned() } else { words.to_owned() };
    days.absent.iter().map(|a| (name(&a.words, &a.label), a.typed.clone(), a.why)).collect()
}

/// The days of events with what is said of them.
pub(crate) fn said(events: &[Event]) -> Vec<(String, String)> {
    events.iter().map(|event| (event.day.to_string(), event.words.clone())).collect()
}

/// What another program reads, after a look at how the file is built: day, title, and the words below it.
pub(crate) fn read(file: &File) -> Vec<(String, String, Option<String>)> {
    let text = String::from_utf8(file.body.clone()).unwrap();
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "CR LF: {text:?}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets: {text:?}");
    assert!(!text.contains(|c: char| c.is_ascii_control() && !"\r\n\t".contains(c)), "no control character: {text:?}");
    assert!(!text.contains("METHOD"), "nobody is invited: {text:?}");
    let calendar: Calendar = text.parse().unwrap_or_else(|e| panic!("{e}: {text:?}"));
    let mut uids = BTreeSet::new();
    let events: Vec<_> = calendar.components.iter().map(|component| component.as_event().unwrap()).collect();
    assert_eq!(events.len(), calendar.events().count());
    let read = |event: &icalendar::Event| {
        let day = match (event.get_start(), event.get_end()) {
            (Some(DatePerhapsTime::Date(day)), Some(DatePerhapsTime::Date(end))) => {
                let last = end.pred_opt().unwrap();
                assert!(day <= last, "whole days: {text}");
                if day == last { day.to_string() } else { format!("{day}~{last}") }
            }
            (Some(DatePerhapsTime::DateTime(CalendarDateTime::Floating(at))), end) => {
                let end = end.map(|end| match end {
                    DatePerhapsTime::DateTime(CalendarDateTime::Floating(end)) if end >= at => end,
                    other => panic!("{other:?}: {text}"),
                });
                format!("{at}{}", end.map(|end| format!("~{end}")).unwrap_or_default())
            }
            other => panic!("a day, or a time without a zone: {other:?}: {text}"),
        };
        assert_eq!(event.property_value("DTSTAMP"), Some("20261125T233000Z"), "the moment is told in UTC");
        assert_eq!(event.property_value("TRANSP"), Some("TRANSPARENT"));
        assert_eq!(event.property_value("CLASS"), Some("PRIVATE"));
        assert!(uids.insert(event.get_uid().unwrap().to_owned()), "each has an identity of its own");
        assert!(event.get_sequence().is_some(), "which file is the later one");
        (day, event.get_summary().unwrap().to_owned(), event.get_description().map(str::to_owned))
    };
    events.into_iter().map(read).collect()
}

pub(crate) fn write(binder: &mut Binder, path: Path, text: &str) {
    if path.field.kind().many {
        binder.apply(Change::Added(path.field.kind(), path.item));
    }
    binder.apply(match path.field.shape {
        Shape::Text => Change::Wrote(path, text.to_owned()),
        _ => Change::Chose(path, vec![Picked { id: text.to_owned(), label: text.to_owned() }]),
    });
}

/// Two steps and a promise, none of them shared.
pub(crate) fn planner() -> Binder {
    let mut binder = Binder::new(ItemId(9), 1);
    for (path, text) in [
        (steps::WHAT.of(STEP), "先輩に一通送る"),
        (steps::DAY.of(STEP), "12/4（金）"),
        (steps::PLACE.of(STEP), "自席で"),
        (steps::WHAT.of(ItemId(0xA2)), "講座に出る"),
        (steps::DAY.of(ItemId(0xA2)), "2027年3月28日"),
        (steps::WHAT.of(ItemId(0xA3)), "終わった一歩"),
        (steps::DAY.of(ItemId(0xA3)), "12月1日"),
        (steps::STATE.of(ItemId(0xA3)), "done"),
        (steps::WHAT.of(ItemId(0xA4)), "いつか"),
        (steps::DAY.of(ItemId(0xA4)), "金曜の昼"),
        (after::WHO.of(ItemId(0xB1)), "係長"),
        (after::WHAT.of(ItemId(0xB1)), "他課に伝える"),
        (after::BY.of(ItemId(0xB1)), "12月20日"),
        (after::REPLY_DAY.alone(), "2026年11月26日"),
        (after::NEXT_DAY.alone(), "2026年11月25日"),
    ] {
        write(&mut binder, path, text);
    }
    binder
}
