//! Goes through the text once and says which day, times and words are in it.
//!
//! May know: the forms of days and times. Must never know: what day it is today.

use super::context::{is_a_start, is_counted};
use super::letters::{before, behind_one, behind_word, digits, is_at};
use super::times::{Time, time_at};
use super::{Found, Typed, TypedDay, Unclear, english, numbers};

/// What stands in the text, blanks and commas left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Days(TypedDay, Option<TypedDay>),
    /// 「7日」 without a month.
    DayOnly(u32),
    /// 「2027年」 apart from the day.
    Year,
    Time(Time),
    Weekday(u32),
    Range,
    Word,
}

pub(super) fn read(text: &[char]) -> Option<Typed> {
    let tokens = tokens(text).ok()?;
    let first = tokens.iter().position(|token| matches!(token, Token::Days(..)))?;
    let Token::Days(day, mut until) = tokens[first] else { return None };
    let mut used = vec![first];
    for (at, token) in tokens.iter().enumerate() {
        let last = match *token {
            // The same day twice is one day.
            Token::Days(other, None) if at != first => {
                if same(day, other) && !is_end(&tokens, first, at) {
                    used.push(at);
                    continue;
                }
                other
            }
            Token::Days(..) if at != first => return None,
            Token::DayOnly(on) => TypedDay { day: on, ..day },
            Token::Year if day.year.is_none() => return None,
            _ => continue,
        };
        if until.is_some() || !is_end(&tokens, first, at) || !super::exists(last) {
            return None;
        }
        // 「12月28日〜3日」 may be a slip.
        if matches!(token, Token::DayOnly(on) if *on <= day.day) {
            return None;
        }
        until = Some(last);
        used.push(at);
    }
    let times = times(&tokens, until.is_some().then(|| used.last().copied().unwrap_or(first)));
    let weekday =
        [first.checked_add(1), first.checked_sub(1)].into_iter().flatten().find_map(|at| match tokens.get(at) {
            Some(Token::Weekday(weekday)) => Some(*weekday),
            _ => None,
        });
    let words = tokens.iter().enumerate().any(|(at, token)| {
        *token == Token::Word
            || *token == Token::Range && !joins(&tokens, at)
            || matches!(token, Token::DayOnly(_)) && !used.contains(&at)
    });
    let (at, ends, vague) = times;
    Some(Typed { day, weekday, until, at, ends, more: words || vague })
}

fn same(day: TypedDay, other: TypedDay) -> bool {
    let year = day.year.zip(other.year).is_none_or(|(year, other)| year == other);
    year && day.month == other.month && day.day == other.day
}

/// Whether the token at `at` is the end of a range that begins with the one at `first`: between them stand
/// only what belongs to the first, and the mark of a range.
fn is_end(tokens: &[Token], first: usize, at: usize) -> bool {
    at > first + 1
        && tokens[at - 1] == Token::Range
        && tokens[first + 1..at - 1].iter().all(|token| matches!(token, Token::Weekday(_) | Token::Time(_)))
}

/// Whether a mark of a range stands between two things of which there can be a range.
fn joins(tokens: &[Token], at: usize) -> bool {
    let days = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| {
            matches!(token, Token::Days(..) | Token::DayOnly(_) | Token::Time(_) | Token::Weekday(_))
        })
    };
    days(at.checked_sub(1)) && days(Some(at + 1))
}

/// From when, until when, and whether there was more than that to tell.
fn times(tokens: &[Token], last_day: Option<usize>) -> (Option<super::Clock>, Option<super::Clock>, bool) {
    let all: Vec<(usize, Time)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| if let Token::Time(time) = token { Some((at, *time)) } else { None })
        .collect();
    let none = (None, None, !all.is_empty());
    match (all.as_slice(), last_day) {
        ([(_, time)], None) => time.clock().map_or(none, |at| (Some(at), None, false)),
        ([(first, begin), (second, end)], None) if *second == first + 2 && tokens[first + 1] == Token::Range => {
            let Some(at) = begin.clock() else { return none };
            let ends = end.after(at);
            (Some(at), ends, ends.is_none())
        }
        // A time on the first day and one on the last.
        ([(first, begin), (second, end)], Some(last)) if *first < last && *second > last => {
            match begin.clock().zip(end.clock()) {
                Some((at, ends)) => (Some(at), Some(ends), false),
                None => none,
            }
        }
        _ => none,
    }
}

fn tokens(text: &[char]) -> Found<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (token, end) = token_at(text, at)?;
        // 「12/5-7」: the end of a range that can't be told.
        let open = token == Some(Token::Word) && text[at].is_ascii_digit() && !is_counted(text, at);
        if open && tokens.last() == Some(&Token::Range) && joins_back(&tokens) {
            return Err(Unclear);
        }
        tokens.extend(token);
        at = end.max(at + 1);
    }
    Ok(tokens)
}

/// Whether the mark of a range at the end stands behind a day, its weekday or a time.
fn joins_back(tokens: &[Token]) -> bool {
    let before = tokens.len().checked_sub(2).and_then(|at| tokens.get(at));
    before.is_some_and(|token| matches!(token, Token::Days(..) | Token::Weekday(_) | Token::Time(_)))
}

/// Whether something may begin with a letter that isn't just a part of a word.
fn may_begin(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "令平午正(日月火水木金土~-か".contains(letter)
}

fn token_at(text: &[char], at: usize) -> Found<(Option<Token>, usize)> {
    if !may_begin(text[at]) {
        let gap = " ,、。)".contains(text[at]);
        return Ok(((!gap).then_some(Token::Word), at + 1));
    }
    let numbers = numbers::day_at(text, at).map(|(found, end)| (found.map(|day| (day, None)), end));
    if let Some((found, end)) = numbers.or_else(|| english::day_at(text, at)) {
        let (day, until) = found?;
        if is_a_start(text, at, end) {
            return Err(Unclear);
        }
        return Ok((Some(Token::Days(day, until)), end));
    }
    if let Some((time, end)) = time_at(text, at) {
        return Ok((Some(Token::Time(time?)), end));
    }
    if let Some((weekday, end)) = weekday_at(text, at) {
        return Ok((Some(Token::Weekday(weekday)), end));
    }
    if text[at] == '(' {
        return Ok((None, at + 1));
    }
    if !before(text, at).is_some_and(|c| c.is_ascii_digit()) {
        if let Some((_, end)) = numbers::year_at(text, at) {
            return Ok((Some(Token::Year), end));
        }
        if let Some((day, end)) = day_only(text, at) {
            return Ok((Some(Token::DayOnly(day)), end));
        }
    }
    let range = behind_one(text, at, &["~", "-", "から"])
        .or_else(|| behind_word(text, at, &["to", "until", "till", "through"]).filter(|_| starts_word(text, at)));
    if let Some(end) = range {
        return Ok((Some(Token::Range), end));
    }
    // What only leads to a day or a time says nothing more.
    let small = behind_word(text, at, &["at", "on", "the"]).filter(|_| starts_word(text, at));
    Ok(small.map_or((Some(Token::Word), at + 1), |end| (None, end)))
}

fn starts_word(text: &[char], at: usize) -> bool {
    !before(text, at).is_some_and(|c| c.is_ascii_alphanumeric())
}

/// 「7日」, and not 「7日間」 or 「7日前」.
fn day_only(text: &[char], at: usize) -> Option<(u32, usize)> {
    let (day, end) = digits(text, at, 2)?;
    let end = (text.get(end) == Some(&'日')).then_some(end + 1)?;
    let ends = text.get(end).is_none_or(|c| " ,、。()~-.までにかのもとはや夜朝午昼夕".contains(*c));
    ends.then_some((day, end))
}

/// The weekday that is written here: （土）, (土・祝), 土曜, Sat.
pub(super) fn weekday_at(text: &[char], at: usize) -> Option<(u32, usize)> {
    const NAMES: [&str; 7] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    let kanji = |at: usize| {
        let day = "日月火水木金土".chars().position(|c| text.get(at) == Some(&c))?;
        u32::try_from(day).ok()
    };
    if text.get(at) == Some(&'(')
        && let Some(day) = kanji(at + 1)
    {
        let inside = text[at + 2..].iter().take(12).take_while(|c| **c != ')').count();
        let mild = text[at + 2..at + 2 + inside].iter().all(|c| "曜日.祝休 振替".contains(*c));
        return (mild && text.get(at + 2 + inside) == Some(&')')).then_some((day, at + 3 + inside));
    }
    if let Some(day) = kanji(at).filter(|_| text.get(at + 1) == Some(&'曜')) {
        return Some((day, at + 2 + usize::from(is_at(text, at + 2, "日"))));
    }
    if !starts_word(text, at) {
        return None;
    }
    (0..).zip(NAMES).find_map(|(day, name)| {
        let short: [&str; 4] = match day {
            2 => ["tues", "tue", "tues.", "tue."],
            3 => ["weds", "wed", "weds.", "wed."],
            4 => ["thurs", "thur", "thu", "thurs."],
            _ => [&name[..3]; 4],
        };
        let end = behind_word(text, at, &[name]).or_else(|| behind_word(text, at, &short))?;
        Some((day, end + usize::from(text.get(end) == Some(&'.'))))
    })
}
