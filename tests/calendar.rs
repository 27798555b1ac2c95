//! The calendar files, read by a program that is not ours: days that stay days, times that are the same
//! everywhere, titles and reminders that say nothing unasked, and nothing in a file to hand over that was not
//! shared. Knows documents and the two calendars that are made of them.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

#[path = "support/calendars.rs"]
mod calendars;

use crate::dice;
use crate::odd as people;
use crate::tricky;
use aritai::document::day::read as read_day;
use aritai::document::days;
use aritai::document::{Audience, Binder, Change, ItemId, Path, after, sheet, steps};
use aritai::export::calendar::civil::Written;
use aritai::export::calendar::{self, Days, Event, Making, Titles, Why, civil};
use aritai::export::{Day, File};
use aritai::own_copy::calendar::{self as own_calendar, NoDays, no_days};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::for_audience;
use calendars::{absent, making, own, own_days, planner, read, said, shared, shared_days, today, write};
use dice::Dice;
use icalendar::{Calendar, Component};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tricky::{readable, somebody, tricky, unisolated};

const DAY: Day = Day { year: 2026, month: 11, day: 26 };
/// 2026-11-26, 08:30 in Tokyo; in New York and in UTC it is the day before.
const AT: u64 = 1_795_649_400_000;
const STEP: ItemId = ItemId(0xA1);

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

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
    assert!(calendar::days(&for_audience(binder.document(), Audience::Hr), &PACK, today(), Lang::Ja).events.is_empty());
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
        let title = unisolated(title);
        assert_eq!(title, format!("わたしがやること：{}", lines.join(" ")), "{words:.40?}");
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
            let plan = for_audience(binder.document(), Audience::Talk);
            let events = calendar::days(&plan, &PACK, Written::between(today, today), Lang::Ja).events;
            read(&calendar::file(&events, &Making { day: today, ..making(Titles::Neutral, Lang::Ja) }).unwrap())
        };
        // Tokyo, and New York at the same moment.
        let (tokyo, new_york) = (here(DAY), here(civil::later(DAY, -1)));
        assert_eq!(tokyo, new_york, "{day}");
        let typed = read_day(day).and_then(|typed| civil::whole(typed.day)).unwrap();
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
fn the_date_written_the_talk_and_the_start_of_the_steps_are_three_things() {
    let days =
        |events: &[Event]| events.iter().map(|event| format!("{} {}", event.day, event.label)).collect::<Vec<_>>();
    // What is put there with one press is when it was written, and no appointment.
    let mut binder = somebody(&[(sheet::DATE.alone(), "2026年11月26日".to_owned())]);
    assert_eq!(days(&own(&binder, Lang::Ja)), Vec::<String>::new(), "the date on the sheet");
    assert_eq!(shared_days(&binder, Lang::Ja), Days::default());
    // The talk is one day.
    write(&mut binder, sheet::TALK_DAY.alone(), "12月1日 15:00");
    assert_eq!(days(&own(&binder, Lang::Ja)), ["2026-12-01 面談の日"]);
    assert_eq!(shared(&binder, Lang::Ja), [], "its day isn't shown");
    binder.apply(Change::Shared(sheet::TALK_DAY.alone(), Audience::Talk, true));
    assert_eq!(days(&shared(&binder, Lang::Ja)), ["2026-12-01 面談の日"]);
    // From the start of the steps follow the looks back, and only for oneself.
    write(&mut binder, steps::START.alone(), "12月7日");
    let wanted = [
        "2026-12-01 面談の日",
        "2026-12-07 一歩を始める日",
        "2026-12-21 ふりかえり",
        "2027-03-07 ふりかえり",
        "2027-12-07 ふりかえり",
    ];
    assert_eq!(days(&own(&binder, Lang::Ja)), wanted);
    assert_eq!(days(&shared(&binder, Lang::Ja)), ["2026-12-01 面談の日"]);
    // What was looked back on already is over, and the day on which that was written is no appointment.
    write(&mut binder, after::LOOK_SPAN.of(ItemId(1)), "d365");
    binder.apply(Change::Wrote(after::LOOK_DAY.of(ItemId(1)), "12月30日".to_owned()));
    assert_eq!(days(&own(&binder, Lang::Ja)), wanted[..4]);
    // Words are no day to count from.
    write(&mut binder, steps::START.alone(), "金曜");
    assert_eq!(days(&own(&binder, Lang::Ja)), ["2026-12-01 面談の日"]);
}

#[test]
fn every_document_calls_the_three_days_by_their_names() {
    use aritai::export::across::Across;
    use aritai::export::sheet::Sheet;
    use aritai::export::{csv, full, markdown};
    let binder = somebody(&[
        (sheet::DATE.alone(), "11月26日".to_owned()),
        (sheet::TALK_DAY.alone(), "12月1日".to_owned()),
        (steps::START.alone(), "12月7日".to_owned()),
        (steps::WHAT.of(STEP), "先輩に一通送る".to_owned()),
    ]);
    let plan = for_audience(binder.document(), Audience::Talk);
    let sheet = Sheet::of(&plan, &PACK, Lang::Ja);
    assert_eq!((sheet.date.as_deref(), sheet.talk_day.as_deref()), (Some("11月26日"), Some("12月1日")));
    let first = &sheet.block("steps").unwrap().lines[0];
    assert_eq!((first.label.as_deref(), first.text.as_str()), (Some("一歩を始める日"), "12月7日"));
    assert_eq!(sheet.more, None);
    let head: Vec<_> = Across::of(&plan, &PACK, Lang::Ja).head.into_iter().map(|e| (e.label, e.words)).collect();
    let both = [("書いた日", "11月26日"), ("面談の日", "12月1日")].map(|(l, w)| (l.to_owned(), w.to_owned()));
    assert_eq!(head, both);
    let manuscript = full::manuscript(&plan, &PACK, DAY, Lang::Ja);
    let head: Vec<_> = manuscript.head.iter().map(|e| (e.label.clone(), e.words.clone())).collect();
    assert_eq!(head, both);
    let own = aritai::own_copy::manuscript(binder.document(), &PACK, DAY, Lang::Ja);
    let head: Vec<_> = own.head.iter().map(|e| (e.label.clone(), e.words.clone())).collect();
    assert_eq!(head, both);
    let letters = |file: File| String::from_utf8(file.body).unwrap();
    for text in [letters(markdown::file(&sheet, DAY, Lang::Ja)), letters(csv::file(&manuscript))] {
        for word in ["書いた日", "11月26日", "面談の日", "12月1日", "一歩を始める日", "12月7日"] {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
}

#[test]
fn what_has_no_day_is_listed_by_name() {
    let mut binder = planner();
    for (step, what, day) in [
        (0xA5, "先週の一歩", "11月25日"),
        (0xA6, "割合の一歩", "3/4くらい進む"),
        (0xA7, "日曜の一歩", "12月6日（土）"),
        (0xA8, "長い一歩", "12月5日〜12月1日"),
        (0xA9, "日のない一歩", ""),
    ] {
        write(&mut binder, steps::WHAT.of(ItemId(step)), what);
        binder.apply(Change::Wrote(steps::DAY.of(ItemId(step)), day.to_owned()));
    }
    let day = |day: u32| Day { day, ..DAY };
    let wanted = [
        ("いつか", "金曜の昼", Why::Unread),
        ("先週の一歩", "11月25日", Why::Past(day(25))),
        ("割合の一歩", "3/4くらい進む", Why::Unread),
        ("日曜の一歩", "12月6日（土）", Why::Unusable(civil::Unusable::Weekday)),
        ("長い一歩", "12月5日〜12月1日", Why::Unusable(civil::Unusable::End)),
        ("日のない一歩", "", Why::NoDay),
        ("次に話す日", "2026年11月25日", Why::Past(day(25))),
    ];
    let wanted = wanted.map(|(name, typed, why)| (name.to_owned(), typed.to_owned(), why));
    assert_eq!(absent(&own_days(&binder, Lang::Ja)), wanted);
    // To hand over, only what is shown is named; a day that isn't shown is not missing.
    for path in [steps::WHAT.of(STEP), steps::DAY.of(ItemId(0xA6))] {
        binder.apply(Change::Shared(path, Audience::Talk, true));
    }
    let days = own_calendar::with_what_is_not_shown(shared_days(&binder, Lang::Ja), binder.document());
    let wanted = [
        ("先輩に一通送る".to_owned(), String::new(), Why::NotShown),
        ("わたしがやること".to_owned(), "3/4くらい進む".to_owned(), Why::Unread),
    ];
    assert_eq!(absent(&days), wanted);
}

#[test]
fn an_empty_calendar_says_which_kind_of_empty_it_is() {
    for (day, shown, wanted) in [
        ("", false, NoDays::None),
        ("12月5日", false, NoDays::NotShown),
        ("11月25日", true, NoDays::Past),
        ("金曜", true, NoDays::Unread),
        ("12月5日（月）", true, NoDays::Unread),
    ] {
        let mut binder = Binder::new(ItemId(9), 1);
        write(&mut binder, steps::WHAT.of(STEP), "先輩に一通送る");
        binder.apply(Change::Wrote(steps::DAY.of(STEP), day.to_owned()));
        binder.apply(Change::Shared(steps::WHAT.of(STEP), Audience::Talk, true));
        binder.apply(Change::Shared(steps::DAY.of(STEP), Audience::Talk, shown));
        let days = shared_days(&binder, Lang::Ja);
        assert_eq!(days.events, [], "{day}");
        assert_eq!(no_days(binder.document(), &days), wanted, "{day}");
    }
}

#[test]
fn a_time_is_the_same_time_everywhere_and_several_days_are_one_event() {
    for (typed, wanted, title) in [
        ("12月5日 15:00", "2026-12-05 15:00:00", "わたしがやること"),
        ("12月5日（土）15時〜16時半", "2026-12-05 15:00:00~2026-12-05 16:30:00", "わたしがやること"),
        ("5 December, 3 pm", "2026-12-05 15:00:00", "わたしがやること"),
        ("12月5日〜7日", "2026-12-05~2026-12-07", "わたしがやること"),
        ("12月28日〜1月3日", "2026-12-28~2027-01-03", "わたしがやること"),
        ("12月5日13時〜12月6日12時", "2026-12-05 13:00:00~2026-12-06 12:00:00", "わたしがやること"),
        ("12月5日（土）午後", "2026-12-05", "わたしがやること（12月5日（土）午後）"),
        ("12月5日 3時", "2026-12-05", "わたしがやること（12月5日 3時）"),
        ("12月5日までに", "2026-12-05", "わたしがやること（12月5日までに）"),
        // It has begun and goes on.
        ("11月20日〜12月1日", "2026-11-20~2026-12-01", "わたしがやること"),
    ] {
        let binder = somebody(&[(steps::DAY.of(STEP), typed.to_owned())]);
        let file = calendar::file(&own(&binder, Lang::Ja), &making(Titles::Words, Lang::Ja)).unwrap();
        assert_eq!(read(&file), [(wanted.to_owned(), title.to_owned(), None)], "{typed}");
        let text = String::from_utf8(file.body).unwrap();
        assert!(!text.contains("TZID") && !text.contains("VTIMEZONE"), "{text}");
    }
}

#[test]
fn a_reminder_comes_on_the_evening_before_if_it_is_wanted_and_says_nothing() {
    let mut binder = planner();
    write(&mut binder, steps::DAY.of(ItemId(0xA2)), "12月5日 15:30");
    for (titles, reminds) in [(Titles::Neutral, false), (Titles::Words, true)] {
        let file = calendar::file(&own(&binder, Lang::Ja), &Making { reminds, ..making(titles, Lang::Ja) }).unwrap();
        let _ = read(&file);
        let text = String::from_utf8(file.body).unwrap();
        // The independent reader gives the parts of an event as they stand.
        let parsed = icalendar::parser::read_calendar(&icalendar::parser::unfold(&text)).map(|_| ());
        assert_eq!(parsed, Ok(()), "{text}");
        let alarms: Vec<String> = text
            .split("BEGIN:VEVENT")
            .filter_map(|event| {
                let (before, alarm) = event.split_once("BEGIN:VALARM\r\n")?;
                let start = before.lines().find(|line| line.starts_with("DTSTART"))?;
                let alarm = alarm.split_once("END:VALARM")?.0;
                Some(format!("{start}|{}", alarm.trim_end().replace("\r\n", "|")))
            })
            .collect();
        // Not on the evening before today, which has gone by.
        let says = "DESCRIPTION:自分の予定";
        let wanted = [
            format!("DTSTART;VALUE=DATE:20261204|ACTION:DISPLAY|TRIGGER:-PT6H|{says}"),
            format!("DTSTART:20261205T153000|ACTION:DISPLAY|TRIGGER:-PT21H30M|{says}"),
            format!("DTSTART;VALUE=DATE:20261220|ACTION:DISPLAY|TRIGGER:-PT6H|{says}"),
        ];
        assert_eq!(alarms, if reminds { wanted.to_vec() } else { Vec::new() });
    }
}

#[test]
fn a_later_file_has_the_higher_sequence() {
    let sequence = |binder: &Binder, at| {
        let making = Making { at, ..making(Titles::Neutral, Lang::Ja) };
        let text = String::from_utf8(calendar::file(&own(binder, Lang::Ja), &making).unwrap().body).unwrap();
        let calendar: Calendar = text.parse().unwrap();
        calendar.events().map(|event| event.get_sequence().unwrap()).max().unwrap()
    };
    let mut binder = planner();
    let before = sequence(&binder, AT);
    write(&mut binder, steps::DAY.of(STEP), "12/7");
    assert!(sequence(&binder, AT + 1_000) > before, "a day that moved");
    assert_eq!(sequence(&binder, AT), before, "of one moment there is one file");
    // By a clock that is wrong it is still a number of RFC 5545.
    for at in [0, 1, u64::MAX] {
        let number = sequence(&binder, at);
        assert!(i32::try_from(number).is_ok(), "{at}: {number}");
    }
}

/// All that is read as a day becomes an event that another program reads, on that day.
#[test]
fn whatever_is_read_as_a_day_is_one_for_another_program() {
    let parts = ["12月5日", "R8.12.5", "5 December", "26/12/5", "12/5", "3/4", "12-5", "2月29日", "20261205", "5日"];
    let besides = [
        "",
        "（土）",
        " 15:00",
        "〜7日",
        "午後3時から5時",
        " - 7",
        "まで",
        "、12月6日",
        " 2027",
        "〜1/3 10時",
        "25:00",
    ];
    let mut seen = 0;
    for part in parts {
        for beside in besides {
            for more in besides {
                let typed = format!("{part}{beside}{more}");
                let binder = somebody(&[(steps::DAY.of(STEP), typed.clone())]);
                let named = days::named(binder.document());
                assert_eq!(named.len(), 1, "{typed}");
                let days = own_days(&binder, Lang::Ja);
                assert_eq!(days.events.len() + days.absent.len(), 1, "{typed}: it is there, or it is said why not");
                let Some(event) = days.events.first() else { continue };
                assert!(named[0].day.is_some(), "{typed}");
                let file = calendar::file(&days.events, &Making { reminds: true, ..making(Titles::Words, Lang::Ja) });
                let read = read(&file.unwrap());
                assert!(read.len() == 1 && read[0].0.starts_with(&event.day.to_string()), "{typed}: {read:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "{seen}");
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
            let days = [
                &steps::DAY,
                &steps::START,
                &after::BY,
                &after::REPLY_DAY,
                &after::NEXT_DAY,
                &sheet::DATE,
                &sheet::TALK_DAY,
            ];
            if days.iter().any(|field| field.id == path.field.id) {
                let day =
                    ["2/29", "26 June", "令和9年4月1日", "明日", "1999/1/1", "12月31日", "1/8〜1/10", "12/4 15:00"];
                binder.apply(Change::Wrote(path, dice.pick(&day).to_owned()));
            }
            binder.apply(Change::Shared(path, Audience::Talk, !dice.one_in(3)));
        }
        for titles in [Titles::Neutral, Titles::Words] {
            for (events, what) in [(shared(&binder, Lang::Ja), "shared"), (own(&binder, Lang::Ja), "own")] {
                let Some(file) = calendar::file(&events, &making(titles, Lang::Ja)) else { continue };
                let read = read(&file);
                let wanted: Vec<String> = events.iter().map(|event| event.day.to_string()).collect();
                let found: Vec<&str> = read.iter().map(|(day, ..)| &day[..10]).collect();
                assert_eq!(found, wanted, "seed {seed}, {what}");
                let to_come = events.iter().all(|event| !civil::is_before(event.last, DAY));
                assert!(wanted.is_sorted() && to_come, "seed {seed}, {what}");
            }
        }
    }
}
