//! Days in English: 5 December, Dec 5th, the 5th of December 2026, 05-Dec-2026, 5–7 December.
//!
//! May know: names of months. Must never know: what day it is today.

use super::letters::{before, behind_one, behind_word, digits, is_at, skip};
use super::{Found, TypedDay, Unclear, exists};

pub(super) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A day, and the last one where it is a range of days.
type Days = (TypedDay, Option<TypedDay>);

/// The day that is written here, and where it ends.
pub(super) fn day_at(text: &[char], at: usize) -> Option<(Found<Days>, usize)> {
    let inside = before(text, at).is_some_and(|c| c.is_ascii_alphanumeric() || "/.-:+#@_".contains(c));
    if inside {
        return None;
    }
    day_first(text, at).or_else(|| month_first(text, at))
}

/// A month by its name or the beginning of it, and where it ends.
pub(super) fn month_at(text: &[char], at: usize) -> Option<(u32, usize)> {
    for (number, name) in (1..).zip(MONTHS) {
        let long = if number == 9 { "sept" } else { name };
        if let Some(end) = behind_word(text, at, &[name, long, &name[..3]]) {
            return Some((number, if text.get(end) == Some(&'.') { end + 1 } else { end }));
        }
    }
    None
}

/// A day's number with or without its ending; no time, no part of a longer number.
fn number_at(text: &[char], at: usize) -> Option<(u32, bool, usize)> {
    let (number, end) = digits(text, at, 2)?;
    let behind = behind_word(text, end, &["st", "nd", "rd", "th"]);
    let end = behind.unwrap_or(end);
    let next = text.get(end);
    let time =
        next == Some(&':') || behind_word(text, skip(text, end), &["am", "pm", "a.m.", "p.m.", "a.m", "p.m"]).is_some();
    let longer = next.is_some_and(|c| c.is_ascii_digit() || "%年月日時".contains(*c));
    (!time && !longer).then_some((number, behind.is_some(), end))
}

/// Behind a mark that makes a range.
fn behind_range(text: &[char], at: usize) -> Option<usize> {
    let at = skip(text, at);
    let end =
        behind_one(text, at, &["~", "-"]).or_else(|| behind_word(text, at, &["to", "until", "till", "through"]))?;
    Some(skip(text, end))
}

/// Whether another day stands beside it: 5 or 6 December.
fn is_one_of(text: &[char], end: usize) -> bool {
    let at = skip(text, end);
    let behind = behind_word(text, at, &["and", "or"]).or_else(|| behind_one(text, at, &["&", "/", ","]));
    let Some((_, _, end)) = behind.and_then(|behind| number_at(text, skip(text, behind))) else { return false };
    month_at(text, skip(text, end)).is_none() || is_at(text, at, "/")
}

fn follows_another(text: &[char], at: usize) -> bool {
    let lead: String = text[at.saturating_sub(12)..at].iter().collect();
    let lead = lead.trim_end();
    let rest = ["and", "or", "&", ","].into_iter().find_map(|word| lead.strip_suffix(word)).map(str::trim_end);
    rest.is_some_and(|rest| {
        let number = ["st", "nd", "rd", "th"].into_iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest);
        number.ends_with(|c: char| c.is_ascii_digit())
    })
}

fn day_first(text: &[char], at: usize) -> Option<(Found<Days>, usize)> {
    let (first, _, end) = number_at(text, at)?;
    let second = behind_range(text, end).and_then(|behind| number_at(text, behind));
    for (last, end) in second.map(|(last, _, end)| (Some(last), end)).into_iter().chain([(None, end)]) {
        let of = skip(text, end);
        let of = behind_word(text, of, &["of"]).map_or(of, |end| skip(text, end));
        let of = behind_one(text, of, &["-", "/", "."]).unwrap_or(of);
        if let Some((month, end)) = month_at(text, skip(text, of)) {
            let found = if follows_another(text, at) { None } else { Some((month, first, last)) };
            return Some(with_year(text, end, found));
        }
    }
    // 5 or 6 December, 5/6 December
    None
}

fn month_first(text: &[char], at: usize) -> Option<(Found<Days>, usize)> {
    const COUNTED: [&str; 12] =
        ["people", "miles", "km", "times", "hours", "days", "weeks", "steps", "minutes", "percent", "points", "of us"];
    let (month, end) = month_at(text, at)?;
    let start = behind_one(text, end, &["-", "/", ","]).unwrap_or(end);
    let (first, ordinal, end) = number_at(text, skip(text, start))?;
    if !ordinal && behind_word(text, skip(text, end), &COUNTED).is_some() {
        return None;
    }
    let second = behind_range(text, end).and_then(|behind| number_at(text, behind));
    // 「Dec 28 - 3 Jan」: the number behind the dash is the day of another month.
    let second = second.filter(|(_, _, end)| month_at(text, skip(text, *end)).is_none());
    let end = second.map_or(end, |(_, _, end)| end);
    let found = if is_one_of(text, end) { None } else { Some((month, first, second.map(|(last, ..)| last))) };
    Some(with_year(text, end, found))
}

fn with_year(text: &[char], end: usize, found: Option<(u32, u32, Option<u32>)>) -> (Found<Days>, usize) {
    let (year, end) = match year_at(text, end) {
        Some((year, end)) => (Some(year), end),
        None => (None, end),
    };
    let day = |month, day| Some(TypedDay { year, month, day }).filter(|day| exists(*day));
    let days = found.and_then(|(month, first, last)| match last {
        None => day(month, first).map(|first| (first, None)),
        Some(last) => day(month, first).zip(day(month, last)).map(|(first, last)| (first, Some(last))),
    });
    (days.ok_or(Unclear), end)
}

/// A year of four digits behind the day.
fn year_at(text: &[char], end: usize) -> Option<(u32, usize)> {
    let at = skip(text, end);
    let at = skip(text, behind_one(text, at, &[",", "-", "/"]).unwrap_or(at));
    let (year, end) = digits(text, at, 4).filter(|(_, end)| end - at == 4)?;
    let part = text.get(end).is_some_and(|c| c.is_ascii_alphanumeric() || *c == ':');
    (!part).then_some((year, end))
}
