//! Reads the day out of what somebody typed where a day is asked for. What was typed is never rewritten.
//!
//! 令和９年４月１日, R9.4.1, 2027-04-01, 4月1日（木）15:00, 12/5 10時, 12月5日〜7日, 十二月五日, Sat 5 Dec 2026 at 3 pm. Words may
//! stand around the day. A number that may be something else (3/4 of the work, 24/7, a telephone number) is
//! no day, and neither is a day that is only the start of a count (a week after 5 December), nor one of
//! several days. May know: calendars. Must never know: which field it reads, what day it is today.

mod context;
mod english;
mod letters;
mod numbers;
mod scan;
mod stretch;
mod times;

pub use stretch::busy_at;

/// A day; the year is there where it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypedDay {
    /// In the Western calendar.
    pub year: Option<u32>,
    /// From 1 to 12.
    pub month: u32,
    /// From 1 to 31, where there is such a day.
    pub day: u32,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// From 0 to 23.
    pub hour: u32,
    /// From 0 to 59.
    pub minute: u32,
}

/// What was typed, as far as a calendar can use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The day, or the first of several that follow one another.
    pub day: TypedDay,
    /// The weekday that was written beside it, 0 for Sunday.
    pub weekday: Option<u32>,
    /// The last day.
    pub until: Option<TypedDay>,
    /// From when on that day. 「3時」, which may be in the night or in the afternoon, is none.
    pub at: Option<Clock>,
    /// Until when on the last day; only where the beginning is known.
    pub ends: Option<Clock>,
    /// Whether more was said: other words, or a time that can't be told exactly.
    pub more: bool,
}

/// The day that was typed; `None` where there is none, or more than one, or none that can be told for
/// certain.
pub fn read(typed: &str) -> Option<Typed> {
    scan::read(&letters::plain(typed))
}

/// The English name of a month in small letters, from 1 to 12.
pub fn month_name(number: u32) -> &'static str {
    let at = usize::try_from(number.saturating_sub(1)).unwrap_or(0);
    english::MONTHS[at % 12]
}

/// Whether a month is named in English: “End of July”.
pub fn names_month(typed: &str) -> bool {
    let text = letters::plain(typed);
    (0..text.len()).any(|at| (at == 0 || !text[at - 1].is_ascii_alphabetic()) && english::month_at(&text, at).is_some())
}

/// The day after; `None` where that depends on a year that isn't known.
pub fn next(day: TypedDay) -> Option<TypedDay> {
    let tomorrow = TypedDay { day: day.day + 1, ..day };
    if exists(tomorrow) {
        return (tomorrow.year.is_some() || (tomorrow.month, tomorrow.day) != (2, 29)).then_some(tomorrow);
    }
    Some(match day.month {
        12 => TypedDay { year: day.year.map(|year| year + 1), month: 1, day: 1 },
        month => TypedDay { month: month + 1, day: 1, ..day },
    })
}

/// The day of the same number so many months later, or the last day where that month is shorter.
///
/// `None` where it depends on a year that isn't known.
pub fn months_later(day: TypedDay, months: u32) -> Option<TypedDay> {
    let month = day.month + months - 1;
    let year = day.year.map(|year| year + month / 12);
    let last = TypedDay { year, month: month % 12 + 1, day: day.day };
    let known = last.year.is_some() || last.month != 2 || last.day < 29;
    (last.day.saturating_sub(3)..=last.day).rev().map(|day| TypedDay { day, ..last }).find(|day| known && exists(*day))
}

/// Whether there is such a day. February has 29 where the year isn't known.
fn exists(day: TypedDay) -> bool {
    let leap = day.year.is_none_or(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0));
    let longest = match day.month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    day.year.is_none_or(|year| YEARS.contains(&year)) && (1..=longest).contains(&day.day)
}

/// The years in which a plan may have a day.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2199;
/// The years that two digits may stand for, less 2000. 「5/12/26」 has one such number, 「26/12/25」 two.
const SHORT_YEARS: std::ops::RangeInclusive<u32> = 24..=60;

/// Something that was found in the text, or proof that no day can be told for certain.
type Found<T> = Result<T, Unclear>;

/// There is a day, but not which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Unclear;
