//! Days as they are typed in English: 26 June, June 26th, Fri 26 June 2027, June 2027.
//!
//! May know: names of months and weekdays. Must never know: which field it reads, what day it is today.

use super::day::TypedDay;

const MONTHS: [&str; 12] = [
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
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The day, whether there is such a one or not; `None` where it is anything else. A month alone is a word like others.
pub(super) fn read(typed: &str) -> Option<TypedDay> {
    let mut day = TypedDay::default();
    let words = typed.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    for (at, word) in words.enumerate() {
        let word = word.strip_suffix('.').unwrap_or(word).to_ascii_lowercase();
        let place = if let Some(month) = named(&word, &MONTHS) {
            day.month.replace(month)
        } else if let Some(year) = number(&word).filter(|_| word.len() == 4) {
            day.year.replace(year)
        } else if let Some(on) = number(ordinal(&word)).filter(|_| ordinal(&word).len() <= 2) {
            day.day.replace(on)
        } else if at == 0 && named(&word, &WEEKDAYS).is_some() {
            None
        } else {
            return None;
        };
        // Nothing is said twice.
        if place.is_some() {
            return None;
        }
    }
    (day.month.is_some() && (day.day.is_some() || day.year.is_some())).then_some(day)
}

/// The number of a name, in full or by its first three letters (Sept has four).
fn named(word: &str, names: &[&str]) -> Option<u32> {
    let is = |name: &&str| *name == word || name.get(..3) == Some(word) || *name == "september" && word == "sept";
    names.iter().position(is).and_then(|at| u32::try_from(at + 1).ok())
}

fn ordinal(word: &str) -> &str {
    ["st", "nd", "rd", "th"].into_iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word)
}

fn number(word: &str) -> Option<u32> {
    word.bytes().all(|b| b.is_ascii_digit()).then(|| word.parse().ok()).flatten()
}
