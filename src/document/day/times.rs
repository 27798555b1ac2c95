//! Times of day: 15:00, 10時半, 午後3時, PM3:30, 3 pm, 正午.
//!
//! May know: letters. Must never know: days.

use super::letters::{before, behind_one, behind_word, digits, is_at, skip};
use super::{Clock, Found, Unclear};

/// A time as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// That time.
    At(Clock),
    /// It may be in the night or in the afternoon: 「3時」.
    Either(Clock),
    /// No time that a calendar knows: 25時.
    Unknown,
}

impl Time {
    pub(super) fn clock(self) -> Option<Clock> {
        if let Self::At(clock) = self { Some(clock) } else { None }
    }

    /// The end of something that begins at a time: the first such time after it.
    pub(super) fn after(self, begin: Clock) -> Option<Clock> {
        let later = |clock: Clock| (clock > begin).then_some(clock);
        match self {
            Self::At(clock) => later(clock),
            Self::Either(clock) => later(clock).or_else(|| later(Clock { hour: clock.hour + 12, ..clock })),
            Self::Unknown => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// The time that is written here, and where it ends. One that names its time zone is on another day
/// elsewhere.
pub(super) fn time_at(text: &[char], at: usize) -> Option<(Found<Time>, usize)> {
    let stands_alone = !before(text, at).is_some_and(|c| c.is_ascii_digit() || c == ':' || c == '.');
    if let Some(end) = behind_one(text, at, &["正午"]).or_else(|| behind_word(text, at, &["noon"])) {
        return stands_alone.then_some((Ok(Time::At(Clock { hour: 12, minute: 0 })), end));
    }
    let (half, japanese, start) = half_before(text, at);
    let (hour, end) = digits(text, start, 2).filter(|_| stands_alone)?;
    let padded = end - start == 2 && text[start] == '0';
    let mut minute = None;
    let mut marked = half.is_some();
    let mut end = end;
    if text.get(end) == Some(&':') {
        let (minutes, behind) = digits(text, end + 1, 2).filter(|(m, behind)| *m < 60 && behind - end == 3)?;
        minute = Some(minutes);
        end = seconds(text, behind);
        marked = true;
        let zone = text.get(end) == Some(&'z') || is_at(text, end, "+");
        let after_t = before(text, at) == Some('t') && text.get(end) == Some(&'-');
        if zone || after_t {
            return Some((Err(Unclear), end));
        }
    } else if text.get(skip(text, end)) == Some(&'時') && text.get(skip(text, end) + 1) != Some(&'間') {
        end = skip(text, end) + 1;
        marked = true;
        if text.get(end) == Some(&'半') {
            (minute, end) = (Some(30), end + 1);
        } else if let Some((minutes, behind)) = digits(text, skip(text, end), 2)
            && text.get(skip(text, behind)) == Some(&'分')
            && minutes < 60
        {
            (minute, end) = (Some(minutes), skip(text, behind) + 1);
        }
    }
    let behind = half_behind(text, end).filter(|_| half.is_none());
    end = behind.map_or(end, |(_, end)| end);
    let half = half.or(behind.map(|(half, _)| half));
    let cut = text.get(end).is_some_and(char::is_ascii_digit);
    ((marked || half.is_some()) && !cut).then(|| (Ok(told(hour, minute.unwrap_or(0), half, japanese, padded)), end))
}

fn seconds(text: &[char], at: usize) -> usize {
    let Some((_, end)) = digits(text, at + 1, 2).filter(|_| text.get(at) == Some(&':')) else { return at };
    if text.get(end) == Some(&'.') { digits(text, end + 1, 6).map_or(end, |(_, end)| end) } else { end }
}

/// 午前, AM and their like in front of a number.
fn half_before(text: &[char], at: usize) -> (Option<Half>, bool, usize) {
    for (word, half) in [("午前", Half::Morning), ("午後", Half::Afternoon)] {
        if is_at(text, at, word) {
            return (Some(half), true, skip(text, at + 2));
        }
    }
    let begins = !before(text, at).is_some_and(|c| c.is_ascii_alphanumeric());
    for (word, half) in [("am", Half::Morning), ("pm", Half::Afternoon)] {
        if begins && is_at(text, at, word) {
            return (Some(half), false, skip(text, at + 2));
        }
    }
    (None, false, at)
}

/// am, p.m. and their like behind one.
fn half_behind(text: &[char], at: usize) -> Option<(Half, usize)> {
    let at = skip(text, at);
    for (words, half) in [(["a.m.", "a.m", "am"], Half::Morning), (["p.m.", "p.m", "pm"], Half::Afternoon)] {
        if let Some(end) = behind_word(text, at, &words) {
            return Some((half, end));
        }
    }
    None
}

fn told(hour: u32, minute: u32, half: Option<Half>, japanese: bool, padded: bool) -> Time {
    let at = |hour| Time::At(Clock { hour, minute });
    match (half, hour) {
        // 午後12時 is noon to some and midnight to others.
        (Some(_), 12) if japanese => Time::Unknown,
        (Some(Half::Morning), 12) => at(0),
        (Some(Half::Afternoon), 0..=11) => at(hour + 12),
        (Some(Half::Morning), 0..=11) | (Some(Half::Afternoon), 12..=23) | (None, 8..=23) => at(hour),
        (None, 0..=7) if padded => at(hour),
        (None, 0..=7) => Time::Either(Clock { hour, minute }),
        _ => Time::Unknown,
    }
}
