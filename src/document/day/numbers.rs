//! Days in numbers: 12月5日, 令和8年12月5日, R8.12.5, 2026-12-05, 26/12/5, 20261205, 12/5.
//!
//! May know: eras, what stands around a number. Must never know: what day it is today.

use super::context::{dotted, ends_range, may_begin, may_end, slashed, stands_as_day};
use super::letters::{before, behind_one, digits, is_at, skip};
use super::{Found, SHORT_YEARS, TypedDay, Unclear, YEARS, exists};

/// The eras in which somebody may still write a day, with the year before their first.
const ERAS: [(&str, u32); 4] = [("令和", 2018), ("平成", 1988), ("令", 2018), ("平", 1988)];
/// Their letters.
const ERA_LETTERS: [(char, u32); 2] = [('r', 2018), ('h', 1988)];

/// The day that is written here, and where it ends.
pub(super) fn day_at(text: &[char], at: usize) -> Option<(Found<TypedDay>, usize)> {
    if before(text, at).is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    named(text, at).or_else(|| compact(text, at)).or_else(|| separated(text, at))
}

fn checked(year: Option<u32>, month: u32, day: u32) -> Found<TypedDay> {
    let day = TypedDay { year, month, day };
    if exists(day) { Ok(day) } else { Err(Unclear) }
}

/// The year before the first of the era that is named here, and where its number begins.
fn era(text: &[char], at: usize) -> Option<(u32, usize)> {
    let behind = |end: usize| skip(text, if text.get(end) == Some(&'.') { end + 1 } else { end });
    let letter = || {
        let (_, first) = ERA_LETTERS.into_iter().find(|(letter, _)| text.get(at) == Some(letter))?;
        may_begin(text, at).then(|| (first, behind(at + 1)))
    };
    let name = ERAS.into_iter().find(|(name, _)| is_at(text, at, name));
    let (first, start) = name.map(|(name, first)| (first, behind(at + name.chars().count()))).or_else(letter)?;
    text.get(start).is_some_and(char::is_ascii_digit).then_some((first, start))
}

/// The year that is written here with its mark, and where it ends; a year of two digits is of this century.
pub(super) fn year_at(text: &[char], at: usize) -> Option<(Found<u32>, usize)> {
    let (first, start) = era(text, at).map_or((None, at), |(first, start)| (Some(first), start));
    let (number, end) = digits(text, start, 4)?;
    let end = skip(text, end);
    let year = match (first, end - start) {
        (Some(first), _) if (1..=99).contains(&number) => Ok(first + number),
        (None, _) if YEARS.contains(&number) => Ok(number),
        (None, _) if SHORT_YEARS.contains(&number) => Ok(2000 + number),
        _ => Err(Unclear),
    };
    (text.get(end) == Some(&'年')).then_some((year, end + 1))
}

/// 12月5日, with a year before it or not. A financial year begins with April.
fn named(text: &[char], at: usize) -> Option<(Found<TypedDay>, usize)> {
    let (year, start) = match year_at(text, at) {
        Some((year, end)) => (Some(year), end),
        None => (None, at),
    };
    let financial = year.is_some() && text.get(start) == Some(&'度');
    let start = skip(text, start + usize::from(financial));
    // 令和9年（2027年）4月1日, 令和9年度の1月10日
    let start = year.and_then(|_| bracketed(text, start)).unwrap_or(start);
    let start =
        if year.is_some() { skip(text, behind_one(text, start, &["の", "、"]).unwrap_or(start)) } else { start };
    let unread_year = before(text, at) == Some('年') && at >= 2 && text[at - 2].is_ascii_digit();
    let (month, end) = digits(text, start, 2)?;
    let end = skip(text, end);
    if text.get(end) != Some(&'月') {
        return None;
    }
    let (day, end) = digits(text, skip(text, end + 1), 2)?;
    let marked = text.get(skip(text, end)) == Some(&'日');
    let bare = !marked && text.get(end).is_none_or(|c| " (~、,".contains(*c));
    let end = if marked { skip(text, end) + 1 } else { end };
    if !marked && !bare || marked && text.get(end) == Some(&'間') {
        return None;
    }
    let year = match year {
        Some(Err(Unclear)) => return Some((Err(Unclear), end)),
        Some(Ok(year)) => Some(year + u32::from(financial && month < 4)),
        None if unread_year => return Some((Err(Unclear), end)),
        None => None,
    };
    Some((checked(year, month, day), end))
}

/// Behind 「（2027年）」: the same year in the other count.
fn bracketed(text: &[char], at: usize) -> Option<usize> {
    let open = (text.get(at) == Some(&'(')).then_some(skip(text, at + 1))?;
    let end = match year_at(text, open) {
        Some((_, end)) => end,
        None => digits(text, open, 4)?.1,
    };
    let end = skip(text, end);
    (text.get(end) == Some(&')')).then(|| skip(text, end + 1))
}

/// 20261205, and with a time behind it: 20261205T1500.
fn compact(text: &[char], at: usize) -> Option<(Found<TypedDay>, usize)> {
    let (number, end) = digits(text, at, 8).filter(|(_, end)| end - at == 8)?;
    let timed = text.get(end) == Some(&'t') && text.get(end + 1).is_some_and(char::is_ascii_digit);
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let counted = behind_one(text, skip(text, end), &["円", "人", "件", "号", "番", "個", "-"]).is_some();
    if !may_begin(text, at) || !(timed || may_end(text, end)) || counted || !YEARS.contains(&year) {
        return None;
    }
    // The time in a row of digits isn't read; the day is.
    let end = if timed { behind_time(text, end + 1)? } else { end };
    Some((checked(Some(year), month, day), end))
}

/// Behind 1500 or 150000 and no time zone.
fn behind_time(text: &[char], at: usize) -> Option<usize> {
    let (_, end) = digits(text, at, 6)?;
    (!text.get(end).is_some_and(|c| "z+-".contains(*c))).then_some(end)
}

/// Numbers with a mark between them.
fn separated(text: &[char], at: usize) -> Option<(Found<TypedDay>, usize)> {
    let named_era = era(text, at);
    let start = named_era.map_or(at, |(_, start)| start);
    if named_era.is_none() && !may_begin(text, at) && !ends_range(text, at) {
        return None;
    }
    let (first, end) = digits(text, start, 4)?;
    let mark = *text.get(end).filter(|c| "/.-".contains(**c))?;
    let (second, behind) = digits(text, end + 1, 2)?;
    let third = (text.get(behind) == Some(&mark)).then(|| digits(text, behind + 1, 4)).flatten();
    let first_digits = end - start;
    let Some((third, last)) = third else {
        let short = first_digits <= 2 && named_era.is_none();
        let day = short.then(|| checked(None, first, second).ok()).flatten()?;
        let is_day = match mark {
            '/' => slashed(text, at, behind, (first, second)),
            '-' => stands_as_day(text, at, behind),
            _ => dotted(text, at, behind),
        };
        return is_day.then_some((Ok(day), behind));
    };
    let third_digits = last - behind - 1;
    let timed = text.get(last) == Some(&'t') && text.get(last + 1).is_some_and(char::is_ascii_digit);
    let more = text.get(last) == Some(&'-') && text.get(last + 1).is_some_and(char::is_ascii_digit) && mark == '-';
    if more || !(timed || may_end(text, last)) {
        return None;
    }
    let found = match (named_era, first_digits, third_digits) {
        (Some((before, _)), 1 | 2, 1 | 2) if first > 0 => checked(Some(before + first), second, third),
        (Some(_), ..) => Err(Unclear),
        (None, 4, 1 | 2) => checked(Some(first), second, third),
        (None, 1 | 2, 4) => turned(third, first, second),
        (None, 1 | 2, 1 | 2) => short_year(first, second, third)?,
        _ => return None,
    };
    Some((found, last + usize::from(timed)))
}

/// 15/12/2026 and 12/15/2026; of 5/12/2026 nobody can tell which it is.
fn turned(year: u32, first: u32, second: u32) -> Found<TypedDay> {
    match (checked(Some(year), second, first), checked(Some(year), first, second)) {
        (Ok(day), Ok(other)) if day != other => Err(Unclear),
        (Ok(day), _) | (_, Ok(day)) => Ok(day),
        _ => Err(Unclear),
    }
}

/// 26/12/5, 15/12/26: read where it can be read in one way only. `None` where no part can be a year.
fn short_year(first: u32, second: u32, third: u32) -> Option<Found<TypedDay>> {
    let in_front = SHORT_YEARS.contains(&first).then(|| checked(Some(2000 + first), second, third));
    let behind = SHORT_YEARS.contains(&third).then(|| turned(2000 + third, first, second));
    let impossible =
        |year: u32, a: u32, b: u32| checked(Some(year), a, b).is_err() && checked(Some(year), b, a).is_err();
    match (in_front, behind) {
        (None, None) => None,
        (Some(day), Some(_)) if impossible(2000 + third, first, second) => Some(day),
        (Some(day), None) | (None | Some(Err(_)), Some(day)) => Some(day),
        _ => Some(Err(Unclear)),
    }
}
