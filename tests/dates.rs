//! What is read as a day where somebody types one, and what is not: both sides, in both languages.
//! Knows what is typed and the two calendars.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use aritai::document::day::{Clock, Typed, read};

/// A day as `2026-12-05`, `?-12-05` without a year; the last one, the times and `+` where more was said
/// behind it.
fn told(typed: &Typed) -> String {
    let day = |day: aritai::document::day::TypedDay| {
        let year = day.year.map_or_else(|| "?".to_owned(), |year| year.to_string());
        format!("{year}-{:02}-{:02}", day.month, day.day)
    };
    let clock = |at: Clock| format!("{:02}:{:02}", at.hour, at.minute);
    let mut out = day(typed.day);
    out.extend(typed.until.map(|until| format!("~{}", day(until))));
    out.extend(typed.at.map(|at| format!(" {}", clock(at))));
    out.extend(typed.ends.map(|at| format!("-{}", clock(at))));
    out.push_str(if typed.more { "+" } else { "" });
    out
}

/// What is typed, and the day that is read from it.
const DAYS: &[(&str, &str)] = &[
    // Alone.
    ("12月5日", "?-12-05"),
    ("１２月５日", "?-12-05"),
    ("12 月 5 日", "?-12-05"),
    ("12月5", "?-12-05"),
    ("十二月五日", "?-12-05"),
    ("十月二十一日", "?-10-21"),
    ("三月三十一日", "?-03-31"),
    ("一月一日", "?-01-01"),
    ("㋋5日", "?-12-05"),
    ("⼗⼆⽉五⽇", "?-12-05"),
    ("2月29日", "?-02-29"),
    ("2026年12月5日", "2026-12-05"),
    ("二〇二六年十二月五日", "2026-12-05"),
    ("令和8年12月5日", "2026-12-05"),
    ("令和八年十二月五日", "2026-12-05"),
    ("令和 8 年 12 月 5 日", "2026-12-05"),
    ("㋿8年12月5日", "2026-12-05"),
    ("令和元年5月1日", "2019-05-01"),
    ("平成31年4月30日", "2019-04-30"),
    ("令和8年（2026年）12月5日", "2026-12-05"),
    ("2026年（令和8年）12月5日", "2026-12-05"),
    ("令和8年度1月10日", "2027-01-10"),
    ("令和8年度の12月5日", "2026-12-05"),
    ("26年12月5日", "2026-12-05"),
    ("R8年12月5日", "2026-12-05"),
    ("R8.12.5", "2026-12-05"),
    ("Ｒ８．１２．５", "2026-12-05"),
    ("r8/12/5", "2026-12-05"),
    ("R8-12-5", "2026-12-05"),
    ("R.8.12.5", "2026-12-05"),
    ("令8.12.5", "2026-12-05"),
    ("H31.4.30", "2019-04-30"),
    ("2026/12/5", "2026-12-05"),
    ("2026-12-05", "2026-12-05"),
    ("2026.12.5", "2026-12-05"),
    ("2026・12・5", "2026-12-05"),
    ("26/12/5", "2026-12-05"),
    ("26-12-05", "2026-12-05"),
    ("15/12/2026", "2026-12-15"),
    ("12/15/2026", "2026-12-15"),
    ("15/12/26", "2026-12-15"),
    ("20261205", "2026-12-05"),
    ("２０２６１２０５", "2026-12-05"),
    ("12/5", "?-12-05"),
    ("１２／５", "?-12-05"),
    ("12/05", "?-12-05"),
    ("12-5", "?-12-05"),
    ("12ー5", "?-12-05"),
    ("4/1", "?-04-01"),
    ("3/4", "?-03-04"),
    // With a weekday.
    ("12月5日（土）", "?-12-05"),
    ("12月5日(土曜日)", "?-12-05"),
    ("12月5日（土・祝）", "?-12-05"),
    ("12月5日㈯", "?-12-05"),
    ("12月5日 土曜", "?-12-05"),
    ("土曜日 12月5日", "?-12-05"),
    ("(土)12/5", "?-12-05"),
    ("12/5[土]", "?-12-05"),
    ("12.5（土）", "?-12-05"),
    ("3/4（木）", "?-03-04"),
    ("12-5（土）", "?-12-05"),
    // With a time.
    ("12月5日 15:00", "?-12-05 15:00"),
    ("１２月５日　１５：００", "?-12-05 15:00"),
    ("12月5日15時", "?-12-05 15:00"),
    ("12/5 10時", "?-12-05 10:00"),
    ("12月5日 午前10時半", "?-12-05 10:30"),
    ("12月5日（土）午後3時", "?-12-05 15:00"),
    ("12月5日 午後3時15分", "?-12-05 15:15"),
    ("12月5日 正午", "?-12-05 12:00"),
    ("十二月五日 十時半", "?-12-05 10:30"),
    ("12/5 PM3:30", "?-12-05 15:30"),
    ("2026-12-05T15:00", "2026-12-05 15:00"),
    ("2026-12-05 15:00:00", "2026-12-05 15:00"),
    ("20261205T150000", "2026-12-05"),
    ("R8.12.5 9:30", "2026-12-05 09:30"),
    ("12.5 15:00", "?-12-05 15:00"),
    ("3/4 15時", "?-03-04 15:00"),
    ("15時 12月5日", "?-12-05 15:00"),
    ("12月5日 07:30", "?-12-05 07:30"),
    ("12月5日 15:00〜16:30", "?-12-05 15:00-16:30"),
    ("12月5日 10時から11時", "?-12-05 10:00-11:00"),
    ("12月5日 10時〜3時", "?-12-05 10:00-15:00"),
    ("12月5日 午後3時〜5時", "?-12-05 15:00-17:00"),
    // A time that may be another one stays words.
    ("12月5日 3時", "?-12-05+"),
    ("12月5日 3:00", "?-12-05+"),
    ("12月5日 午後", "?-12-05+"),
    ("12月5日（土）午後", "?-12-05+"),
    ("12月5日 25時", "?-12-05+"),
    ("12月5日 10時か14時", "?-12-05+"),
    ("12月5日 午後12時", "?-12-05+"),
    // Several days.
    ("12月5日〜7日", "?-12-05~?-12-07"),
    ("12月5日～12月7日", "?-12-05~?-12-07"),
    ("12月5日（土）から7日（月）まで", "?-12-05~?-12-07+"),
    ("12月28日〜1月3日", "?-12-28~?-01-03"),
    ("2026年12月28日〜2027年1月3日", "2026-12-28~2027-01-03"),
    ("12/5〜12/7", "?-12-05~?-12-07"),
    ("12/28-1/3", "?-12-28~?-01-03"),
    ("12月5日〜2週間", "?-12-05+"),
    ("12月5日 13時〜12月6日 12時", "?-12-05~?-12-06 13:00-12:00"),
    // With words.
    ("次は12月5日", "?-12-05+"),
    ("12月5日までに", "?-12-05+"),
    ("12/5まで", "?-12-05+"),
    ("〆切：12/5", "?-12-05+"),
    ("締切 12-5", "?-12-05+"),
    ("12/5 会議のあと", "?-12-05+"),
    ("12月5日の朝", "?-12-05+"),
    ("12月5日から2週間", "?-12-05+"),
    ("12月5日に2日間", "?-12-05+"),
    ("7月10日ごろ", "?-07-10+"),
    ("12月5日前後", "?-12-05+"),
    ("4月1日（金曜の昼）", "?-04-01+"),
    ("12月5日（予定）", "?-12-05+"),
    ("12月5日、第2会議室", "?-12-05+"),
    ("3/4まで", "?-03-04+"),
    ("期限は3/4", "?-03-04+"),
    ("12月5日\n係長と", "?-12-05+"),
    ("12月5日😊", "?-12-05+"),
    ("12月5日（12/5）", "?-12-05"),
    // English.
    ("5 December", "?-12-05"),
    ("5th December", "?-12-05"),
    ("the 5th of December", "?-12-05"),
    ("Dec 5th", "?-12-05"),
    ("December 5, 2026", "2026-12-05"),
    ("5 Dec 2026", "2026-12-05"),
    ("05-Dec-2026", "2026-12-05"),
    ("Sat 5 Dec 2026", "2026-12-05"),
    ("Saturday, Dec. 5, 2026", "2026-12-05"),
    ("5 December (Sat)", "?-12-05"),
    ("1st may 2027", "2027-05-01"),
    ("Sept 4", "?-09-04"),
    ("5 December, 3 pm", "?-12-05 15:00"),
    ("5 December, 3:30pm", "?-12-05 15:30"),
    ("Dec 5 at 10 a.m.", "?-12-05 10:00"),
    ("Sat 5 Dec 2026 at 15:00", "2026-12-05 15:00"),
    ("5 December noon", "?-12-05 12:00"),
    ("5 December 12 am", "?-12-05 00:00"),
    ("5 December 10:00-11:30", "?-12-05 10:00-11:30"),
    ("5–7 December", "?-12-05~?-12-07"),
    ("Dec 5-7, 2026", "2026-12-05~2026-12-07"),
    ("5 to 7 December", "?-12-05~?-12-07"),
    ("28 Dec – 3 Jan", "?-12-28~?-01-03"),
    ("Dec 28 - 3 Jan", "?-12-28~?-01-03"),
    ("By 26 June", "?-06-26+"),
    ("next: 5 December", "?-12-05+"),
    ("due 12/5", "?-12-05+"),
    ("around 5 December", "?-12-05+"),
    ("5 December, after lunch", "?-12-05+"),
];

#[test]
fn days_are_read_with_anything_next_to_them() {
    let mut wrong = Vec::new();
    for (typed, wanted) in DAYS {
        let found = read(typed).as_ref().map(told).unwrap_or_default();
        if found != *wanted {
            wrong.push(format!("{typed:?}: {found:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is typed, and is not one day for certain.
const NO_DAYS: &[&str] = &[
    // Words.
    "",
    " ",
    "金曜の昼",
    "今週の金曜",
    "明日",
    "来週",
    "秋ごろ",
    "なるべく早く",
    "😊",
    "\u{0}",
    "//",
    "年月日",
    // Not a day of a month.
    "8月の係会",
    "8月末まで",
    "4月中",
    "12月上旬",
    "令和9年4月",
    "2027年",
    "２０２７/4",
    "R9.4",
    "来年度",
    "5日",
    "毎月5日",
    "今月25日",
    "12月5日間",
    "5か月5日",
    "December 2026",
    "End of August",
    "June",
    "may",
    "Friday",
    "Friday lunch",
    // Parts, counts, numbers.
    "3/4くらい進む",
    "3/4 くらい",
    "2/3以上",
    "「2/3以上」",
    "1/2ずつ",
    "1/3の人に聞く",
    "3/4を読む",
    "3/4にする",
    "進捗3/4",
    "進捗は 9/10",
    "10/10点",
    "5/5 stars",
    "3/4 of the work",
    "about 2/3 done",
    "24/7",
    "24/7で対応",
    "50/50",
    "12/5人",
    "12/5ページ",
    "4-5人",
    "2-3日",
    "2-3回",
    "5-10分",
    "第3-4章",
    "1-2-3",
    "03-1234-5678",
    "090-1234-5678",
    "0120-12-5",
    "080-2026-12-05",
    "内線 1205",
    "1205",
    "261205",
    "No20261205",
    "20261205円",
    "20261305",
    "120261205",
    "12.5",
    "12.5時間",
    "1.5",
    "v12/5",
    "https://example.com/12/5",
    "example.com/2026/12/5/",
    "A4/5",
    "16:9",
    "血圧 120/80",
    "2026",
    "4",
    "99999999999999999999年4月1日",
    "4月1日4月2日",
    "2027/4-1",
    "S60.4.1",
    "December 3 pm",
    "May 10 am",
    "may 5 people",
    "March 3 miles",
    "26 Junes",
    "26 +6 June",
    // No such day.
    "4月31日",
    "2027年2月29日",
    "0月1日",
    "4月0日",
    "13月1日",
    "2027/13/1",
    "2027/0/1",
    "令和0年1月1日",
    "令和2027年4月1日",
    "31 June",
    "26 June 2300",
    // More than one reading.
    "8年12月5日",
    "5/12/2026",
    "12/5/26",
    "26/12/25",
    "8/12/5",
    "2026-12-05T15:00Z",
    "2026-12-05T15:00+09:00",
    // More than one day.
    "12月5日か12月7日",
    "12月5日、12日",
    "12月5・6日",
    "5日か12月6日",
    "12/5か12/12",
    "5 or 6 December",
    "5 and 6 December",
    "5/6 December",
    "Dec 5 or 6",
    "26 June 27 June",
    "12月28日〜3日",
    "12/5-7",
    "12月5日〜7",
    "12月5日（2027年）",
    // Not that day.
    "12月5日の翌日",
    "12月5日の1週間後",
    "12月5日の3日前",
    "12月5日から2週間以内",
    "12月5日の週",
    "12月5日の前に",
    "12月5日以外",
    "12月5日は不可",
    "毎年12月5日",
    "来年4月1日",
    "the week of 5 December",
    "a week after 5 December",
    "before 5 December",
    "not 5 December",
    "every day except Dec 5",
];

#[test]
fn what_may_be_something_else_is_no_day() {
    let taken: Vec<String> =
        NO_DAYS.iter().filter_map(|typed| read(typed).map(|day| format!("{typed:?}: {}", told(&day)))).collect();
    assert!(taken.is_empty(), "{}", taken.join("\n"));
}

#[test]
fn weekdays_are_noticed() {
    for (typed, weekday) in [
        ("12月5日（土）", Some(6)),
        ("日曜 12月6日", Some(0)),
        ("Monday, 7 December", Some(1)),
        ("7 December (Mon)", Some(1)),
        ("12月5日", None),
        ("12月5日（予定）", None),
        ("12月5日、次の火曜", None),
    ] {
        assert_eq!(read(typed).unwrap().weekday, weekday, "{typed}");
    }
}

/// However long it is and whatever is in it.
#[test]
fn long_and_strange_texts_are_read_in_no_time() {
    let long: String = "12月5日と3/4と午後3時とMay 5 or 6、".chars().cycle().take(20_000).collect();
    assert_eq!(read(&long), None);
    for part in ["1", "年", "(", "午", "may ", "-", "5/", "/", "12月", "\u{202e}", "五", "令和", "t", "."] {
        let _ = read(&part.repeat(5_000));
        for other in ["5", "月", ")", "日", ":", " pm", "12月5日"] {
            let _ = read(&format!("{part}{other}"));
            let _ = read(&format!("{other}{part}"));
        }
    }
}

/// A file may hold any number where a time should be.
#[test]
fn a_number_that_no_clock_showed_is_no_moment_and_stops_no_next_edition() {
    use aritai::document::{Binder, Change, ItemId, LAST_MOMENT, next, wish};
    use aritai::export::is_moment;
    use aritai::format::{backup, open_backup};
    for (time, is) in [
        (0, false),
        (1, true),
        (1_795_649_400_000, true),
        (LAST_MOMENT - 1, true),
        (LAST_MOMENT, false),
        (10_000_000_000_000_000, false),
        (u64::MAX, false),
    ] {
        assert_eq!(is_moment(time), is, "{time}");
        let mut binder = Binder::new(ItemId(7), time);
        binder.apply(Change::Wrote(wish::SCENE.alone(), "窓口".to_owned()));
        let file = backup(&binder, 1, time);
        let mut binder = open_backup(file.as_bytes()).unwrap().binder;
        let change = next::edition(&binder, ItemId(8), 1_795_649_400_000);
        binder.apply(change);
        assert_eq!(binder.open().id, ItemId(8), "{time}: the next one is begun");
        let again = open_backup(backup(&binder, 2, time).as_bytes()).unwrap().binder;
        assert_eq!(again.open().id, ItemId(8), "{time}: and is the open one when it is read again");
    }
}
