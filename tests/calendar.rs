//! The calendar files, read by a program that is not ours: days that stay days, titles that say nothing unasked, and nothing
//! in a file to hand over that was not shared.
//! Knows documents and the two calendars that are made of them.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

#[path = "support/dice.rs"]
mod dice;
#[path = "support/people.rs"]
mod people;
#[path = "support/tricky.rs"]
mod tricky;

use aritai::document::{Audience, Binder, Change, ItemId, Path, Picked, Shape, after, sheet, steps};
use aritai::export::calendar::{self, Event, Making, Titles, civil};
use aritai::export::{Day, File};
use aritai::own_copy;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::for_audience;
use dice::Dice;
use icalendar::{Calendar, Component, DatePerhapsTime};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tricky::{readable, somebody, tricky};

const DAY: Day = Day { year: 2026, month: 11, day: 26 };
/// 2026-11-26, 08:30 in Tokyo; in New York and in UTC it is the day before.
const AT: u64 = 1_795_649_400_000;
const STEP: ItemId = ItemId(0xA1);

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

fn making(titles: Titles, lang: Lang) -> Making {
    Making { titles, binder: 7, at: AT, day: DAY, lang }
}

fn shared(binder: &Binder, lang: Lang) -> Vec<Event> {
    calendar::events(&for_audience(binder.document(), Audience::Talk), &PACK, DAY, lang)
}

fn own(binder: &Binder, lang: Lang) -> Vec<Event> {
    own_copy::calendar::events(binder.document(), &PACK, DAY, lang)
}

/// The days of events with what is said of them.
fn said(events: &[Event]) -> Vec<(String, String)> {
    events.iter().map(|event| (event.day.to_string(), event.words.clone())).collect()
}

/// What another program reads, after a look at how the file is built: day, title, and the words below it.
fn read(file: &File) -> Vec<(String, String, Option<String>)> {
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
        let Some(DatePerhapsTime::Date(day)) = event.get_start() else { panic!("a day without a time: {text}") };
        let Some(DatePerhapsTime::Date(end)) = event.get_end() else { panic!("an end without a time: {text}") };
        assert_eq!(day.succ_opt(), Some(end), "one whole day");
        assert_eq!(event.property_value("DTSTAMP"), Some("20261125T233000Z"), "the moment is told in UTC");
        assert_eq!(event.property_value("TRANSP"), Some("TRANSPARENT"));
        assert_eq!(event.property_value("CLASS"), Some("PRIVATE"));
        assert!(uids.insert(event.get_uid().unwrap().to_owned()), "each has an identity of its own");
        (day.to_string(), event.get_summary().unwrap().to_owned(), event.get_description().map(str::to_owned))
    };
    events.into_iter().map(read).collect()
}

fn write(binder: &mut Binder, path: Path, text: &str) {
    if path.field.kind().many {
        binder.apply(Change::Added(path.field.kind(), path.item));
    }
    binder.apply(match path.field.shape {
        Shape::Text => Change::Wrote(path, text.to_owned()),
        _ => Change::Chose(path, vec![Picked { id: text.to_owned(), label: text.to_owned() }]),
    });
}

/// Two steps and a promise, none of them shared.
fn planner() -> Binder {
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

#[test]
fn the_own_calendar_has_every_day_that_can_be_read_and_has_not_gone_by() {
    let events = own(&planner(), Lang::Ja);
    let wanted = [
        ("2026-11-26", ""),
        ("2026-12-04", "先輩に一通送る／自席で"),
        ("2026-12-20", "係長／他課に伝える"),
        ("2027-03-28", "講座に出る"),
    ];
    assert_eq!(said(&events), wanted.map(|(day, words)| (day.to_owned(), words.to_owned())));
    let file = calendar::file(&events, &making(Titles::Words, Lang::Ja)).unwrap();
    let titles: Vec<String> = read(&file).into_iter().map(|(_, title, _)| title).collect();
    let wanted = [
        "返事の日",
        "わたしがやること：先輩に一通送る／自席で",
        "約束メモ：係長／他課に伝える",
        "わたしがやること：講座に出る",
    ];
    assert_eq!(titles, wanted);
}

#[test]
fn a_calendar_to_hand_over_has_what_is_shared_and_nothing_else() {
    let mut binder = planner();
    assert_eq!(shared(&binder, Lang::Ja), [], "nothing is shared");
    assert!(calendar::file(&[], &making(Titles::Words, Lang::Ja)).is_none(), "a calendar without events is none");
    let mut share = |path| binder.apply(Change::Shared(path, Audience::Talk, true));
    share(steps::WHAT.of(ItemId(0xA2)));
    share(steps::DAY.of(STEP));
    let events = shared(&binder, Lang::Ja);
    assert_eq!(said(&events), [("2026-12-04".to_owned(), String::new())], "a day alone, and no day without one");
    let text = |titles| String::from_utf8(calendar::file(&events, &making(titles, Lang::Ja)).unwrap().body).unwrap();
    assert!(!text(Titles::Words).contains("先輩") && !text(Titles::Words).contains("講座"));
    assert!(calendar::events(&for_audience(binder.document(), Audience::Hr), &PACK, DAY, Lang::Ja).is_empty());
}

#[test]
fn titles_say_nothing_unless_the_person_wants_it() {
    for (lang, neutral) in [(Lang::Ja, "自分の予定"), (Lang::En, "My plan")] {
        let events = own(&planner(), lang);
        let file = calendar::file(&events, &making(Titles::Neutral, lang)).unwrap();
        for (_, title, more) in read(&file) {
            assert_eq!((title.as_str(), more), (neutral, None));
        }
        let text = String::from_utf8(file.body).unwrap();
        for word in ["先輩", "講座", "係長", "自席"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }
}

#[test]
fn what_was_typed_is_what_another_program_reads() {
    for words in tricky() {
        let said = [(steps::WHAT.of(STEP), words.clone()), (steps::DAY.of(STEP), "2027年4月1日".to_owned())];
        let binder = somebody(&said);
        let events = shared(&binder, Lang::Ja);
        let [(day, title, more)] = &read(&calendar::file(&events, &making(Titles::Words, Lang::Ja)).unwrap())[..]
        else {
            panic!("one event: {words:.40?}");
        };
        assert_eq!(day, "2027-04-01");
        let readable = readable(&words);
        let lines: Vec<&str> = readable.split('\n').filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(title, &format!("わたしがやること：{}", lines.join(" ")), "{words:.40?}");
        assert_eq!(more.as_deref(), readable.contains('\n').then_some(readable.as_str()), "{words:.40?}");
    }
}

/// The day on which it is made is handed in, and so is the moment; neither moves a day.
#[test]
fn a_day_is_the_same_day_in_every_zone_and_on_both_sides_of_summer_time() {
    // The nights on which Europe and America turn their clocks, and a leap day.
    for day in ["2027年3月14日", "2027年3月28日", "2027年10月31日", "2027年11月7日", "2028年2月29日"] {
        let binder = somebody(&[(steps::DAY.of(STEP), day.to_owned())]);
        let here = |today: Day| {
            let events = calendar::events(&for_audience(binder.document(), Audience::Talk), &PACK, today, Lang::Ja);
            read(&calendar::file(&events, &Making { day: today, ..making(Titles::Neutral, Lang::Ja) }).unwrap())
        };
        // Tokyo, and New York at the same moment.
        let (tokyo, new_york) = (here(DAY), here(civil::later(DAY, -1)));
        assert_eq!(tokyo, new_york, "{day}");
        let typed = aritai::document::day::read(day).and_then(civil::whole).unwrap();
        assert_eq!(tokyo[0].0, typed.to_string(), "{day}");
        let file = calendar::file(&shared(&binder, Lang::Ja), &making(Titles::Neutral, Lang::Ja)).unwrap();
        let text = String::from_utf8(file.body).unwrap();
        assert!(
            text.contains("DTSTART;VALUE=DATE:") && !text.contains("TZID") && !text.contains("VTIMEZONE"),
            "{text}"
        );
    }
}

#[test]
fn looks_back_follow_from_the_talk_and_only_for_oneself() {
    for (talk, wanted) in [
        ("11月20日", vec!["2026-12-04", "2027-02-18", "2027-11-20"]),
        ("2026年5月1日", vec!["2027-05-01"]),
        ("12月1日", vec!["2026-12-01", "2026-12-15", "2027-03-01", "2027-12-01"]),
        ("金曜", vec![]),
    ] {
        let mut binder = somebody(&[(sheet::DATE.alone(), talk.to_owned())]);
        let days = |events: &[Event]| events.iter().map(|event| event.day.to_string()).collect::<Vec<_>>();
        assert_eq!(days(&own(&binder, Lang::Ja)), wanted, "{talk}");
        assert!(shared(&binder, Lang::Ja).iter().all(|event| event.label == "面談の日"), "{talk}");
        // What was looked back on already is over.
        write(&mut binder, after::LOOK_SPAN.of(ItemId(1)), "d365");
        let rest: Vec<_> = own(&binder, Lang::Ja).into_iter().filter(|event| event.day.year > 2026).collect();
        assert!(rest.iter().all(|event| event.day.month < 4), "{talk}: {rest:?}");
    }
}

#[test]
fn the_same_event_has_the_same_identity_in_the_next_file_and_no_other_persons_has_it() {
    let uids = |binder: &Binder, number| {
        let making = Making { binder: number, ..making(Titles::Neutral, Lang::Ja) };
        let text = String::from_utf8(calendar::file(&own(binder, Lang::Ja), &making).unwrap().body).unwrap();
        let uids = text.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned);
        uids.collect::<BTreeSet<_>>()
    };
    let mut binder = planner();
    let before = uids(&binder, 7);
    write(&mut binder, steps::DAY.of(STEP), "12/7");
    write(&mut binder, steps::WHAT.of(STEP), "先輩に電話する");
    assert_eq!(uids(&binder, 7), before, "moved and reworded it is still the same");
    assert!(uids(&binder, 8).is_disjoint(&before), "somebody else's answer is another event");
}

#[test]
fn whoever_wrote_it_another_program_reads_every_event() {
    for seed in 0..80 {
        let dice = &mut Dice::new(seed);
        let mut binder = people::person(dice, 60);
        let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
        for path in paths {
            let days = [&steps::DAY, &after::BY, &after::REPLY_DAY, &after::NEXT_DAY, &sheet::DATE, &after::LOOK_DAY];
            if days.iter().any(|field| field.id == path.field.id) {
                let day = ["2/29", "26 June", "令和9年4月1日", "明日", "1999/1/1", "12月31日"];
                binder.apply(Change::Wrote(path, dice.pick(&day).to_owned()));
            }
            binder.apply(Change::Shared(path, Audience::Talk, !dice.one_in(3)));
        }
        for titles in [Titles::Neutral, Titles::Words] {
            for (events, what) in [(shared(&binder, Lang::Ja), "shared"), (own(&binder, Lang::Ja), "own")] {
                let Some(file) = calendar::file(&events, &making(titles, Lang::Ja)) else { continue };
                let read = read(&file);
                let wanted: Vec<String> = events.iter().map(|event| event.day.to_string()).collect();
                assert_eq!(read.iter().map(|(day, ..)| day.clone()).collect::<Vec<_>>(), wanted, "seed {seed}, {what}");
                assert!(wanted.is_sorted() && wanted.iter().all(|day| *day >= DAY.to_string()), "seed {seed}, {what}");
            }
        }
    }
}
