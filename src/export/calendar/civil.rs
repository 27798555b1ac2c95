//! Days counted and named, in the calendar of the West: what a calendar file needs, and no clock.
//!
//! May know: numbers. Must never know: time zones, what day it is today.

use crate::document::day::TypedDay;
use crate::export::Day;

const DAY_MS: u64 = 86_400_000;

/// How many days after 1970-01-01 a day is (Hinnant's `days_from_civil`).
fn number(day: Day) -> i64 {
    let (month, on) = (i64::from(day.month), i64::from(day.day));
    // The year begins with March, so that the leap day is its last.
    let year = i64::from(day.year) - i64::from(month <= 2);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + on - 1;
    year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day of that number.
fn named(number: i64) -> Day {
    let from = number + 719_468;
    let of_era = from.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let month = if march < 10 { march + 3 } else { march - 9 };
    let year = year + from.div_euclid(146_097) * 400 + i64::from(month <= 2);
    let small = |n: i64| u32::try_from(n).unwrap_or(1);
    Day {
        year: i32::try_from(year).unwrap_or(1970),
        month: small(month),
        day: small(of_year - (153 * march + 2) / 5 + 1),
    }
}

/// So many days later.
pub fn later(day: Day, days: i64) -> Day {
    named(number(day) + days)
}

/// Whether a day is before another.
pub fn is_before(day: Day, other: Day) -> bool {
    number(day) < number(other)
}

/// A typed day of which the year is known; `None` where it is not.
pub fn whole(typed: TypedDay) -> Option<Day> {
    Some(Day { year: i32::try_from(typed.year?).ok()?, month: typed.month?, day: typed.day? })
}

/// The typed day on or after `from`: one without a year is the next such day. `None` where it has gone by.
pub fn on_or_after(typed: TypedDay, from: Day) -> Option<Day> {
    if typed.year.is_some() {
        return whole(typed).filter(|day| !is_before(*day, from));
    }
    let (month, day) = (typed.month?, typed.day?);
    // A leap day may be eight years away.
    (from.year..=from.year + 8).map(|year| Day { year, month, day }).find(|day| exists(day) && !is_before(*day, from))
}

/// The typed day, and where it has no year the nearest such day: what was noted on 「6月12日」 was noted lately.
pub fn nearest(typed: TypedDay, to: Day) -> Option<Day> {
    if typed.year.is_some() {
        return whole(typed);
    }
    let (month, day) = (typed.month?, typed.day?);
    let near = (to.year - 8..=to.year + 8).map(|year| Day { year, month, day }).filter(exists);
    near.min_by_key(|day| (number(*day) - number(to)).abs())
}

/// Whether there is such a day.
fn exists(day: &Day) -> bool {
    named(number(*day)) == *day
}

/// A moment as `20261126T021500Z`: milliseconds since 1970 (UTC).
pub(super) fn utc(at: u64) -> String {
    let day = named(i64::try_from(at / DAY_MS).unwrap_or(0));
    let seconds = at % DAY_MS / 1_000;
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    format!("{}T{hours:02}{minutes:02}{:02}Z", plain(day), seconds % 60)
}

/// A day as `20261126`.
pub(super) fn plain(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year, day.month, day.day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::day::read;

    #[test]
    fn every_day_of_four_centuries_follows_the_one_before() {
        let mut day = Day { year: 1900, month: 1, day: 1 };
        for at in number(day)..number(Day { year: 2300, month: 1, day: 1 }) {
            assert_eq!((number(day), named(at)), (at, day));
            let next = later(day, 1);
            let follows = (next.day == day.day + 1 && next.month == day.month)
                || (next.day == 1 && (next.month == day.month % 12 + 1) && (28..=31).contains(&day.day));
            assert!(follows && is_before(day, next), "{day} {next}");
            day = next;
        }
        assert_eq!(number(Day { year: 1970, month: 1, day: 1 }), 0);
        assert_eq!(number(Day { year: 2000, month: 2, day: 29 }), 11_016);
        assert_eq!(utc(1_783_065_600_000), "20260703T080000Z");
        assert_eq!(utc(951_782_399_999), "20000228T235959Z");
    }

    #[test]
    fn a_day_without_a_year_is_the_next_one() {
        let from = Day { year: 2026, month: 11, day: 26 };
        for (typed, expected) in [
            ("11月26日", "2026-11-26"),
            ("11/25", "2027-11-25"),
            ("4月1日（木）", "2027-04-01"),
            ("2月29日", "2028-02-29"),
            ("令和9年4月1日", "2027-04-01"),
            ("2026-11-25", ""),
            ("4月", ""),
            ("令和9年", ""),
        ] {
            let found = read(typed).and_then(|typed| on_or_after(typed, from));
            assert_eq!(found.map(|day| day.to_string()).unwrap_or_default(), expected, "{typed}");
        }
        for (typed, expected) in [
            ("11月25日", "2026-11-25"),
            ("6月12日", "2026-06-12"),
            ("1/8", "2027-01-08"),
            ("2月29日", "2028-02-29"),
            ("2025-11-25", "2025-11-25"),
        ] {
            let found = read(typed).and_then(|typed| nearest(typed, from));
            assert_eq!(found.map(|day| day.to_string()).unwrap_or_default(), expected, "{typed}");
        }
    }
}
