//! Times of the year in which somebody wrote that they can't move: 「8月後半は議会で動けない」, “July to September is our peak”.
//!
//! A sentence says so if it names a time of the year and has a word for being busy in it. A sentence that speaks of
//! better times too is read clause by clause, and what can't be told for certain is no such time.
//! May know: calendars, words for being busy. Must never know: which field it reads, what day it is today.

use super::TypedDay;
use super::english::month_at;
use super::letters::{before, behind_one, behind_word, digits, is_at, plain, skip};

/// A month and a day in it.
type InYear = (u32, u32);

/// A time of the year; over the New Year where it ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    first: InYear,
    last: InYear,
}

/// Words for times in which one can't move.
const BUSY: [&str; 41] = [
    "動けな",
    "動けませ",
    "動きにく",
    "動きづら",
    "動けず",
    "忙し",
    "繁忙",
    "手が離せ",
    "手が空かな",
    "手一杯",
    "休めな",
    "休みにく",
    "余裕がな",
    "余裕はな",
    "無理",
    "むり",
    "難し",
    "むずかし",
    "厳し",
    "きつい",
    "ピーク",
    "追われ",
    "取れな",
    "とれな",
    "抜けられな",
    "抜けにく",
    "出られな",
    "離れられな",
    "時間がな",
    "can't",
    "can’t",
    "cannot",
    "busy",
    "busiest",
    "hard to",
    "no time",
    "peak",
    "tied up",
    "unable",
    "impossible",
    "rush",
];
/// Words for times in which one can.
const FREE: [&str; 16] = [
    "なら",
    "動ける",
    "動けます",
    "空く",
    "空き",
    "空いて",
    "減らせ",
    "落ち着",
    "余裕があ",
    "できる",
    "手がす",
    "free",
    "easier",
    "quieter",
    "calm",
    "possible",
];
/// Times that have a name.
const NAMED: [(&str, Stretch); 9] = [
    ("年末年始", stretch((12, 25), (1, 7))),
    ("年度末", stretch((3, 1), (3, 31))),
    ("年度初め", stretch((4, 1), (4, 30))),
    ("年度はじめ", stretch((4, 1), (4, 30))),
    ("年度当初", stretch((4, 1), (4, 30))),
    ("確定申告", stretch((2, 16), (3, 15))),
    ("お盆", stretch((8, 10), (8, 18))),
    ("年末", stretch((12, 15), (12, 31))),
    ("年始", stretch((1, 1), (1, 10))),
];

const fn stretch(first: InYear, last: InYear) -> Stretch {
    Stretch { first, last }
}

/// The sentence that says of the time around a day that one can't move then; `None` where none does.
pub fn busy_at(text: &str, day: TypedDay) -> Option<&str> {
    let sentences = text.split(['。', '！', '？', '\n', '\u{B}', ';', '；']).flat_map(|part| part.split(". "));
    let says_so = |sentence: &&str| busy(sentence).iter().any(|stretch| stretch.holds(day));
    sentences.map(str::trim).find(says_so)
}

impl Stretch {
    fn holds(self, TypedDay { month, day, .. }: TypedDay) -> bool {
        let (after, until) = (self.first <= (month, day), (month, day) <= self.last);
        if self.first <= self.last { after && until } else { after || until }
    }
}

/// The times in which one can't move, as a sentence says.
fn busy(sentence: &str) -> Vec<Stretch> {
    let text = plain(sentence);
    if !has_one(&text, &BUSY) {
        return Vec::new();
    }
    if !has_one(&text, &FREE) {
        return stretches(&text);
    }
    let clauses = text.split(|c| "、，,".contains(*c));
    clauses.filter(|clause| has_one(clause, &BUSY) && !has_one(clause, &FREE)).flat_map(stretches).collect()
}

/// Whether one of these words stands there. English ones begin as words do: “speak” has no “peak”.
fn has_one(text: &[char], words: &[&str]) -> bool {
    (0..text.len()).any(|at| {
        let inside = text[at].is_ascii_alphabetic() && before(text, at).is_some_and(|c| c.is_ascii_alphabetic());
        !inside && behind_one(text, at, words).is_some()
    })
}

/// All times of the year that are named.
fn stretches(text: &[char]) -> Vec<Stretch> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < text.len() {
        match range_at(text, at) {
            Some((stretch, end)) => {
                found.push(stretch);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// A time that begins here, with the one that it lasts until.
fn range_at(text: &[char], at: usize) -> Option<(Stretch, usize)> {
    let (first, end) = only_month(text, at).or_else(|| one_at(text, at))?;
    let to = skip(text, end);
    let behind = behind_one(text, to, &["から", "より", "~", "-"])
        .or_else(|| behind_word(text, to, &["to", "until", "till", "through"]));
    let last = behind.and_then(|behind| one_at(text, skip(text, behind)));
    Some(last.map_or((first, end), |(last, end)| (stretch(first.first, last.last), end)))
}

/// The 4 of 「4〜6月」.
fn only_month(text: &[char], at: usize) -> Option<(Stretch, usize)> {
    let (month, end) = number_at(text, at)?;
    let next = behind_one(text, end, &["~", "-", "から"])?;
    let (_, end_of_next) = digits(text, next, 2)?;
    (text.get(end_of_next) == Some(&'月')).then_some((in_month(month, None)?, end))
}

fn one_at(text: &[char], at: usize) -> Option<(Stretch, usize)> {
    named_at(text, at).or_else(|| month_in_japanese(text, at)).or_else(|| month_in_english(text, at))
}

fn named_at(text: &[char], at: usize) -> Option<(Stretch, usize)> {
    let (name, stretch) = NAMED.iter().find(|(name, _)| is_at(text, at, name))?;
    Some((*stretch, at + name.chars().count()))
}

fn number_at(text: &[char], at: usize) -> Option<(u32, usize)> {
    digits(text, at, 2).filter(|_| !before(text, at).is_some_and(|c| c.is_ascii_digit() || "/.:".contains(c)))
}

/// 8月, 8月後半, 8月15日.
fn month_in_japanese(text: &[char], at: usize) -> Option<(Stretch, usize)> {
    let (month, end) = number_at(text, at)?;
    let end = skip(text, end);
    if text.get(end) != Some(&'月') {
        return None;
    }
    let behind = skip(text, if text.get(end + 1) == Some(&'の') { end + 2 } else { end + 1 });
    if let Some((day, end)) = digits(text, behind, 2).filter(|(_, end)| text.get(*end) == Some(&'日')) {
        return Some((stretch((month, day), (month, day)), end + 1));
    }
    let parts = [
        ("上旬", 1, 10),
        ("初め", 1, 10),
        ("前半", 1, 15),
        ("中旬", 11, 20),
        ("半ば", 11, 20),
        ("後半", 16, 31),
        ("下旬", 21, 31),
        ("末", 21, 31),
    ];
    let part = parts.into_iter().find(|(name, ..)| is_at(text, behind, name));
    let end = part.map_or(end + 1, |(name, ..)| behind + name.chars().count());
    Some((in_month(month, part.map(|(_, first, last)| (first, last)))?, end))
}

/// August, late August, the second half of August. 「may」 is a month only behind a word that says so.
fn month_in_english(text: &[char], at: usize) -> Option<(Stretch, usize)> {
    if before(text, at).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let (month, end) = month_at(text, at)?;
    let lead: String = text[at.saturating_sub(20)..at].iter().collect();
    let lead = lead.trim_end();
    let parts = [
        ("early", 1, 10),
        ("first half of", 1, 15),
        ("mid", 11, 20),
        ("mid-", 11, 20),
        ("second half of", 16, 31),
        ("late", 21, 31),
        ("end of", 21, 31),
    ];
    let part = parts.into_iter().find(|(name, ..)| lead.ends_with(name));
    let told = ["in", "from", "to", "until", "till", "through", "and", "of", "-", "~"];
    if month == 5 && part.is_none() && !told.iter().any(|word| lead.ends_with(word)) {
        return None;
    }
    Some((in_month(month, part.map(|(_, first, last)| (first, last)))?, end))
}

fn in_month(month: u32, days: Option<(u32, u32)>) -> Option<Stretch> {
    let (first, last) = days.unwrap_or((1, 31));
    (1..=12).contains(&month).then_some(stretch((month, first), (month, last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_falls_into_a_time_in_which_one_said_that_one_cannot_move() {
        for (text, month, day, busy) in [
            ("8月後半は議会資料で動けない。7月なら減らせる。", 8, 20, "8月後半は議会資料で動けない"),
            ("8月後半は議会資料で動けない。7月なら減らせる。", 8, 10, ""),
            ("8月後半は議会資料で動けない。7月なら減らせる。", 7, 10, ""),
            ("8月後半は動けないが、7月なら動ける", 8, 20, "8月後半は動けないが、7月なら動ける"),
            ("8月後半は動けないが、7月なら動ける", 7, 20, ""),
            ("窓口は4人。１０月から３月は繁忙期", 1, 5, "１０月から３月は繁忙期"),
            ("窓口は4人。１０月から３月は繁忙期", 4, 1, ""),
            ("4〜6月は手が離せない", 5, 31, "4〜6月は手が離せない"),
            ("4〜6月は手が離せない", 7, 1, ""),
            ("十二月は忙しい", 12, 5, "十二月は忙しい"),
            ("年末年始は難しいです", 1, 3, "年末年始は難しいです"),
            ("年度末は動きにくい", 3, 31, "年度末は動きにくい"),
            ("12月の下旬は休めない", 12, 25, "12月の下旬は休めない"),
            ("12月5日は議会で出られない", 12, 5, "12月5日は議会で出られない"),
            ("12月5日は議会で出られない", 12, 6, ""),
            ("確定申告の時期は無理", 3, 1, "確定申告の時期は無理"),
            ("係は7人。照会は月40件ほどで忙しい", 7, 1, ""),
            ("3か月たつが忙しい", 3, 1, ""),
            ("8月は夏休みの子が来る", 8, 1, ""),
            ("We can't move in late August. July is easier.", 8, 25, "We can't move in late August"),
            ("We can't move in late August. July is easier.", 7, 5, ""),
            ("July to September is our peak", 9, 30, "July to September is our peak"),
            ("We may be too busy for this", 5, 5, ""),
            ("Busy from April to May", 5, 5, "Busy from April to May"),
            ("Three of us; in May we’re busy", 5, 5, "in May we’re busy"),
            ("We speak to residents in July", 7, 5, ""),
            ("August is impossible for us", 8, 5, "August is impossible for us"),
            ("8月は動けました", 8, 5, ""),
            ("8月は動けません", 8, 5, "8月は動けません"),
            ("", 5, 5, ""),
        ] {
            let found = busy_at(text, TypedDay { year: None, month, day });
            assert_eq!(found.unwrap_or_default(), busy, "{text} {month}-{day}");
        }
    }
}
