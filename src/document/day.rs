//! Reads a day as people type it, to put days in their order and to follow them. What was typed is never rewritten.
//!
//! 令和９年４月, R9.4.1, ２０２７/4, 2027-04-01, 4月1日（木）, 4/1, 1 April 2027. Anything else is words, and words are fine too: they are
//! read as no day at all, never as an error.
//! May know: calendars. Must never know: which field it reads, what day it is today.

use super::english;

/// A day as far as it was said. What was left out (the year of 「4月1日」) comes before every year in the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypedDay {
    /// In the Western calendar.
    pub year: Option<u32>,
    /// From 1 to 12.
    pub month: Option<u32>,
    /// From 1 to 31, where there is such a day.
    pub day: Option<u32>,
}

/// The eras in which somebody may still write a day, by name and letter, with the year before their first.
const ERAS: [(&str, char, u32); 2] = [("令和", 'r', 2018), ("平成", 'h', 1988)];
const WEEKDAYS: &str = "日月火水木金土";

/// The day that was typed; `None` where it is none, or none that there is.
pub fn read(typed: &str) -> Option<TypedDay> {
    let day = in_numbers(typed).or_else(|| english::read(typed))?;
    let year = day.year.is_none_or(|y| (1900..=2199).contains(&y));
    (year && exists(day)).then_some(day)
}

fn in_numbers(typed: &str) -> Option<TypedDay> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    let text = without_weekday(&plain);
    let (era, text) = take_era(text);
    let (numbers, marks) = split(text)?;
    // 「R9.4」 and 「2027/4」 are a month, 「4/1」 is a day; 「1.5」 may be anything.
    let dotted = |mark: &char| matches!(mark, '/' | '.' | '-');
    let has_year = era.is_some() || numbers.first().is_some_and(|first| *first > 999);
    let parts = match marks.as_slice() {
        ['年'] | ['年', '月'] | ['年', '月', '日'] => [0, 1, 2],
        ['月'] | ['月', '日'] => [3, 0, 1],
        [mark, other] if dotted(mark) && mark == other && numbers.len() == 3 => [0, 1, 2],
        [mark] if dotted(mark) && numbers.len() == 2 && has_year => [0, 1, 2],
        ['/'] if numbers.len() == 2 => [3, 0, 1],
        _ => return None,
    };
    // Behind a name of a part no number follows that has none.
    if marks.iter().any(|mark| !dotted(mark)) && numbers.len() != marks.len() {
        return None;
    }
    let [year, month, on] = parts.map(|at| numbers.get(at).copied());
    let day = TypedDay { year, month, day: on };
    let year = match (era, day.year) {
        // An era's year is at most two digits long.
        (Some(before), Some(y @ 1..=99)) => Some(before + y),
        (None, said) => said,
        _ => return None,
    };
    Some(TypedDay { year, ..day })
}

/// Full-width digits and marks as their narrow ones, letters small.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c).to_ascii_lowercase(),
        '・' => '.',
        '−' | 'ー' | '‐' | '–' => '-',
        '元' => '1',
        _ => c.to_ascii_lowercase(),
    }
}

/// Without 「（木）」 or 「(木曜日)」 at the end.
fn without_weekday(text: &str) -> &str {
    let Some((day, weekday)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) else { return text };
    let name = weekday.strip_suffix("曜日").or_else(|| weekday.strip_suffix('曜')).unwrap_or(weekday);
    let mut letters = name.chars();
    let one = letters.next().is_some_and(|c| WEEKDAYS.contains(c)) && letters.next().is_none();
    if one { day } else { text }
}

/// The year before the first of the era that is named in front, and what follows.
fn take_era(text: &str) -> (Option<u32>, &str) {
    for (name, letter, before) in ERAS {
        if let Some(rest) = text.strip_prefix(name).or_else(|| text.strip_prefix(letter)) {
            return (Some(before), rest.strip_prefix('.').unwrap_or(rest));
        }
    }
    (None, text)
}

/// Numbers and the marks behind or between them, in turn.
fn split(text: &str) -> Option<(Vec<u32>, Vec<char>)> {
    let (mut numbers, mut marks) = (Vec::new(), Vec::new());
    let mut digits = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            numbers.push(number(&digits)?);
            digits.clear();
            marks.push(c);
        }
    }
    if !digits.is_empty() {
        numbers.push(number(&digits)?);
    }
    Some((numbers, marks))
}

fn number(digits: &str) -> Option<u32> {
    if digits.len() > 4 { None } else { digits.parse().ok() }
}

fn exists(day: TypedDay) -> bool {
    let leap = day.year.is_none_or(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0));
    let longest = match day.month {
        Some(2) if leap => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        Some(1..=12) | None => 31,
        Some(_) => return false,
    };
    day.day.is_none_or(|d| (1..=longest).contains(&d))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, year: u32, month: u32, day: u32) {
        let said = |n: u32| (n > 0).then_some(n);
        let expected = TypedDay { year: said(year), month: said(month), day: said(day) };
        assert_eq!(read(typed).unwrap_or_default(), expected, "{typed}");
    }

    #[test]
    fn days_are_read_as_they_are_typed() {
        for (typed, year, month, day) in [
            ("令和９年４月", 2027, 4, 0),
            ("令和9年4月1日", 2027, 4, 1),
            ("令和 9 年 4 月 1 日", 2027, 4, 1),
            ("令和元年5月1日", 2019, 5, 1),
            ("平成31年4月30日", 2019, 4, 30),
            ("R9.4.1", 2027, 4, 1),
            ("Ｒ９．４．１", 2027, 4, 1),
            ("r9/4/1", 2027, 4, 1),
            ("R.9.4.1", 2027, 4, 1),
            ("R9.4", 2027, 4, 0),
            ("令和9年", 2027, 0, 0),
            ("２０２７/4", 2027, 4, 0),
            ("2027/4/1", 2027, 4, 1),
            ("2027-04-01", 2027, 4, 1),
            ("2027.4.1", 2027, 4, 1),
            ("2027年4月1日", 2027, 4, 1),
            ("２０２７年　４月１日（木）", 2027, 4, 1),
            ("2027年4月1日(木曜日)", 2027, 4, 1),
            ("2027年", 2027, 0, 0),
            ("4月1日", 0, 4, 1),
            (" 4月1日（木） ", 0, 4, 1),
            ("４月", 0, 4, 0),
            ("4/1", 0, 4, 1),
            ("１０／３１", 0, 10, 31),
            ("2月29日", 0, 2, 29),
            ("26 June", 0, 6, 26),
            ("June 26th", 0, 6, 26),
            ("Fri 26 June 2026", 2026, 6, 26),
            ("Friday, Sept. 4, 2026", 2026, 9, 4),
            ("1st may 2027", 2027, 5, 1),
            ("December 2026", 2026, 12, 0),
            ("2028年2月29日", 2028, 2, 29),
        ] {
            check(typed, year, month, day);
        }
    }

    #[test]
    fn words_are_no_day_and_no_error() {
        for typed in [
            "",
            " ",
            "金曜の昼",
            "今週の金曜",
            "8月の係会",
            "7月10日ごろ",
            "4月中",
            "来年度",
            "令和9年度",
            "秋ごろ",
            "4月1日（金曜の昼）",
            "4月1日（）",
            "2027",
            "4",
            "1.5",
            "4-1",
            "27/4/1",
            "2027/13/1",
            "2027/0/1",
            "4月31日",
            "2027年2月29日",
            "0月1日",
            "4月0日",
            "令和0年1月1日",
            "令和2027年4月1日",
            "R9",
            "S60.4.1",
            "4/1/2",
            "2027/4-1",
            "2027年4/1",
            "99999999999999999999年4月1日",
            "2027年年",
            "年月日",
            "//",
            "😊",
            "\u{0}",
            "4月1日4月2日",
            "June",
            "may",
            "End of August",
            "By 26 June",
            "26 June 27 June",
            "31 June",
            "26 June 2300",
            "Friday",
            "26 Junes",
            "26 +6 June",
            "Friday lunch",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn days_follow_one_another() {
        let typed = ["4月1日", "令和8年", "2026年12月", "R8.12.1", "2027/1", "令和９年４月1日"];
        let days: Vec<TypedDay> = typed.iter().filter_map(|t| read(t)).collect();
        assert_eq!(days.len(), typed.len());
        assert!(days.is_sorted(), "{days:?}");
    }
}
