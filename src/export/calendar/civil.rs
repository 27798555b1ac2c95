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

/// The weekday, 0 for Sunday.
pub fn weekday(day: Day) -> u32 {
    u32::try_from((number(day) + 4).rem_euclid(7)).unwrap_or(0)
}

/// A typed day of which the year is known; `None` where it is not.
pub fn whole(typed: TypedDay) -> Option<Day> {
    Some(in_year(typed, i32::try_from(typed.year?).ok()?))
}

fn in_year(typed: TypedDay, year: i32) -> Day {
    Day { year, month: typed.month, day: typed.day }
}

/// When the answers were written: on some day from the first to the last of these. For no answer is it known
/// exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    since: Day,
    until: Day,
}

/// So many days around the day on which it was written, a day without a year is the nearest one of its name.
const HALF_A_YEAR: i64 = 183;
/// What was written down is seldom longer gone by than that, and what is as near as that is the one that is
/// meant.
const A_MONTH: i64 = 31;
/// Further back than that, the day on which a record was opened says nothing.
const A_YEAR: i64 = 365;

impl Written {
    /// Since a record was opened, and until today. What was opened more than a year ago, or by a clock that
    /// was wrong, counts from a year ago.
    pub fn between(opened: Day, today: Day) -> Self {
        let since = if is_before(today, opened) { today } else { opened };
        let a_year_ago = later(today, -A_YEAR);
        Self { since: if is_before(since, a_year_ago) { a_year_ago } else { since }, until: today }
    }

    /// The same, where it is known that it was not written before a day.
    #[must_use]
    pub fn not_before(self, day: Day) -> Self {
        let fits = is_before(self.since, day) && !is_before(self.until, day);
        Self { since: if fits { day } else { self.since }, ..self }
    }

    /// The last of those days.
    pub fn today(self) -> Day {
        self.until
    }
}

/// Why a day that was typed is no day of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It has no year, and there are several years that it may be of, or none that is near.
    Year,
    /// The weekday beside it is another one.
    Weekday,
    /// Its end is before its beginning, or far away.
    End,
}

/// Which day was typed. One without a year is the nearest to when it was written, up to half a year before or
/// after.
///
/// # Errors
/// [`Unusable`] says why it can't be told.
pub fn dated(typed: TypedDay, on: Option<u32>, written: Written) -> Result<Day, Unusable> {
    let fits = |day: &Day| on.is_none_or(|on| weekday(*day) == on);
    if let Some(day) = whole(typed) {
        return if fits(&day) { Ok(day) } else { Err(Unusable::Weekday) };
    }
    let (since, until) = (number(written.since), number(written.until));
    let years = written.since.year - 1..=written.until.year + 1;
    let mut near: Vec<Day> = years.map(|year| in_year(typed, year)).filter(exists).collect();
    near.retain(|day| (since - HALF_A_YEAR..=until + HALF_A_YEAR).contains(&number(*day)));
    let any = !near.is_empty();
    near.retain(fits);
    if let Some(day) = near.iter().find(|day| (number(**day) - until).abs() <= A_MONTH) {
        return Ok(*day);
    }
    if near.iter().any(|day| number(*day) >= since - A_MONTH) {
        near.retain(|day| number(*day) >= since - A_MONTH);
    }
    match near.as_slice() {
        [day] => Ok(*day),
        [] if any => Err(Unusable::Weekday),
        _ => Err(Unusable::Year),
    }
}

/// The last day of several that begin with `first`; without a year it is the first such day after that.
///
/// # Errors
/// [`Unusable::End`] where it is not after the first, or, without a year, more than half a year later.
pub fn last_of(typed: TypedDay, first: Day) -> Result<Day, Unusable> {
    let following = || {
        let days = (first.year..=first.year + 1).map(|year| in_year(typed, year)).filter(exists);
        days.into_iter().find(|day| is_before(first, *day)).filter(|day| number(*day) - number(first) <= HALF_A_YEAR)
    };
    let last = if typed.year.is_some() { whole(typed) } else { following() };
    last.filter(|day| is_before(first, *day)).ok_or(Unusable::End)
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
    fn a_day_without_a_year_is_the_nearest_to_when_it_was_written() {
        let day = |text: &str| read(text).and_then(|typed| whole(typed.day)).expect(text);
        for (typed, opened, today, expected) in [
            // Written today.
            ("11月30日", "2026-11-30", "2026-11-30", "2026-11-30"),
            ("11月29日", "2026-11-30", "2026-11-30", "2026-11-29"),
            ("12/5", "2026-11-30", "2026-11-30", "2026-12-05"),
            ("4月1日（木）", "2026-11-30", "2026-11-30", "2027-04-01"),
            ("5月30日", "2026-11-30", "2026-11-30", "2027-05-30"),
            ("6月12日", "2026-11-30", "2026-11-30", "2026-06-12"),
            ("1/8", "2026-12-30", "2026-12-30", "2027-01-08"),
            ("12/28", "2027-01-04", "2027-01-04", "2026-12-28"),
            ("令和9年4月1日", "2026-11-30", "2026-11-30", "2027-04-01"),
            ("2025-11-25", "2026-11-30", "2026-11-30", "2025-11-25"),
            // Written at some time since May.
            ("12月5日", "2026-05-18", "2026-11-30", "2026-12-05"),
            ("11月29日", "2026-05-18", "2026-11-30", "2026-11-29"),
            ("5月29日", "2026-05-18", "2026-11-30", "year"),
            ("6月26日", "2026-05-18", "2026-11-30", "2026-06-26"),
            ("3月20日", "2026-05-18", "2026-11-30", "2027-03-20"),
            // Opened long ago, or by a clock that was wrong.
            ("12月4日", "1970-01-01", "2026-11-26", "2026-12-04"),
            ("3月15日", "1970-01-01", "2026-11-26", "year"),
            ("12月4日", "2031-01-01", "2026-11-26", "2026-12-04"),
            // The weekday tells the year, or that something is wrong.
            ("12月5日（土）", "2026-11-30", "2026-11-30", "2026-12-05"),
            ("12月5日（日）", "2026-11-30", "2026-11-30", "weekday"),
            ("2026年12月5日（日）", "2026-11-30", "2026-11-30", "weekday"),
            ("3月15日（日）", "2026-02-01", "2026-11-26", "2026-03-15"),
            ("3月15日（月）", "2026-02-01", "2026-11-26", "2027-03-15"),
            // Only every fourth year has it.
            ("2月29日", "2027-11-30", "2027-11-30", "2028-02-29"),
            ("2月29日", "2026-11-30", "2026-11-30", "year"),
        ] {
            let found = read(typed).map(|t| dated(t.day, t.weekday, Written::between(day(opened), day(today))));
            let found = match found {
                Some(Ok(day)) => day.to_string(),
                Some(Err(why)) => format!("{why:?}").to_lowercase(),
                None => "none".to_owned(),
            };
            assert_eq!(found, expected, "{typed}, {opened} to {today}");
        }
    }

    #[test]
    fn the_last_of_several_days_is_after_the_first() {
        for (typed, expected) in [
            ("12月5日〜7日", "2026-12-07"),
            ("12月28日〜1月3日", "2027-01-03"),
            ("2026年12月28日〜2027年1月3日", "2027-01-03"),
            ("12月5日〜12月3日", ""),
            ("2026年12月5日〜2026年12月3日", ""),
            ("12月5日〜12月5日", ""),
        ] {
            let Some(typed) = read(typed) else { continue };
            let first = Day { year: 2026, month: typed.day.month, day: typed.day.day };
            let last = typed.until.and_then(|until| last_of(until, first).ok());
            assert_eq!(last.map(|day| day.to_string()).unwrap_or_default(), expected, "{typed:?}");
        }
        assert_eq!(weekday(Day { year: 2026, month: 12, day: 5 }), 6);
        assert_eq!(weekday(Day { year: 1969, month: 12, day: 28 }), 0);
    }
}
