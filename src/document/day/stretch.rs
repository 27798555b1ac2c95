//! Stretches of the year that are named in a text, and those in which somebody says that they can't move.
//!
//! 8月後半, 4〜6月, 5月の連休から7月まで, April to June, late August, 3月25日. May know: months and what is said of them.
//! Must never know: which field it reads, what year it is.

use super::english::month_at;
use super::letters::{behind_one, behind_word, digits, is_at, plain, skip};
use super::{TypedDay, exists};

/// From one day of the year to another, both of them within. It may go over the end of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Month and day.
    first: (u32, u32),
    /// Month and day.
    last: (u32, u32),
}

impl Stretch {
    /// A single day.
    pub fn of(day: TypedDay) -> Self {
        Self { first: (day.month, day.day), last: (day.month, day.day) }
    }

    /// Whether a day is within.
    fn holds(self, day: (u32, u32)) -> bool {
        if self.first <= self.last {
            (self.first..=self.last).contains(&day)
        } else {
            day >= self.first || day <= self.last
        }
    }

    /// Whether two stretches have a day in common.
    pub fn meets(self, other: Self) -> bool {
        self.holds(other.first) || other.holds(self.first)
    }
}

/// What part of a month: from which day to which.
const PARTS: [(&str, (u32, u32)); 11] = [
    ("前半", (1, 15)),
    ("後半", (16, 31)),
    ("上旬", (1, 10)),
    ("中旬", (11, 20)),
    ("半ば", (11, 20)),
    ("なかば", (11, 20)),
    ("下旬", (21, 31)),
    ("末", (21, 31)),
    ("終わり", (21, 31)),
    ("初め", (1, 10)),
    ("はじめ", (1, 10)),
];
const ENGLISH_PARTS: [(&str, (u32, u32)); 10] = [
    ("the beginning of ", (1, 10)),
    ("beginning of ", (1, 10)),
    ("the start of ", (1, 10)),
    ("start of ", (1, 10)),
    ("early ", (1, 10)),
    ("mid-", (11, 20)),
    ("mid ", (11, 20)),
    ("the end of ", (21, 31)),
    ("end of ", (21, 31)),
    ("late ", (21, 31)),
];
/// What stands before “May” where it is a month.
const BEFORE_MAY: [&str; 15] = [
    "in", "by", "until", "till", "from", "to", "of", "early", "mid", "late", "since", "through", "during", "after",
    "before",
];
/// So somebody says that they can't move then.
const BUSY: [&str; 38] = [
    "動けな",
    "動けませ",
    "動きにく",
    "動きづら",
    "忙し",
    "繁忙",
    "手が離せ",
    "手がふさが",
    "手いっぱい",
    "手一杯",
    "余裕がな",
    "余裕はな",
    "時間が取れ",
    "時間がとれ",
    "時間が作れ",
    "立て込",
    "山場",
    "ピーク",
    "抜けられな",
    "離れられな",
    "休めな",
    "外せな",
    "出られな",
    "can't",
    "can’t",
    "cannot",
    "can not",
    "busy",
    "busiest",
    "no time",
    "no room",
    "tied up",
    "peak",
    "rush",
    "not free",
    "unable",
    "flat out",
    "moving season",
];
/// And so that they can.
const FREE: [&str; 6] = ["忙しくな", "忙しいわけではな", "not busy", "isn't busy", "isn’t busy", "less busy"];

/// Every stretch that is named in a text, in its order.
pub fn stretches(text: &str) -> Vec<Stretch> {
    found(&plain(text)).into_iter().map(|(stretch, _)| stretch).collect()
}

/// The sentences in which somebody says that they can't move, each with the stretches that it names.
pub fn busy(text: &str) -> Vec<(&str, Vec<Stretch>)> {
    let ends = |c: char, next: Option<char>| "。\n！？;；".contains(c) || c == '.' && next == Some(' ');
    let mut all = Vec::new();
    for sentence in cut(text, &ends) {
        all.extend(of_sentence(sentence).map(|stretches| (sentence.trim(), stretches)));
    }
    all
}

/// The parts of a text that end with these letters, each of which is told with the one behind it.
fn cut<'a>(text: &'a str, ends: &dyn Fn(char, Option<char>) -> bool) -> Vec<&'a str> {
    let (mut parts, mut from) = (Vec::new(), 0);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if ends(c, text[end..].chars().next()) {
            parts.push(&text[from..end]);
            from = end;
        }
    }
    parts.push(&text[from..]);
    parts
}

/// What is said after a comma is said of the stretches before it, where it names none itself.
fn of_sentence(sentence: &str) -> Option<Vec<Stretch>> {
    let (mut all, mut named): (Vec<Stretch>, Vec<Stretch>) = (Vec::new(), Vec::new());
    for part in cut(sentence, &|c, _| "、，,".contains(c)) {
        let here = stretches(part);
        if !here.is_empty() {
            named = here;
        }
        let letters = part.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| letters.contains(word));
        if says(&BUSY) && !says(&FREE) {
            all.append(&mut named);
        }
    }
    (!all.is_empty()).then_some(all)
}

/// The stretches, each with where it ends.
fn found(text: &[char]) -> Vec<(Stretch, usize)> {
    let mut all: Vec<(Stretch, usize)> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some((stretch, end)) = japanese(text, at).or_else(|| english(text, at)) else {
            at += 1;
            continue;
        };
        // 「4月から6月」 is one stretch.
        match all.last_mut() {
            Some((before, ended)) if is_range(text, *ended, at) => {
                before.last = stretch.last;
                *ended = end;
            }
            _ => all.push((stretch, end)),
        }
        at = end;
    }
    all
}

/// Whether nothing but the mark of a range stands between.
fn is_range(text: &[char], from: usize, to: usize) -> bool {
    let between: String = text.get(from..to).unwrap_or_default().iter().collect();
    ["~", "-", "から", "to", "until", "through", "till"].contains(&between.trim())
        || between.trim() == "and" && text[..from].iter().collect::<String>().contains("between ")
}

/// 8月, 8月後半, 8月3日, 4~6月; 「3か月」 is none.
fn japanese(text: &[char], at: usize) -> Option<(Stretch, usize)> {
    if at > 0 && text[at - 1].is_ascii_digit() {
        return None;
    }
    let (first, end) = digits(text, at, 2)?;
    let second = behind_one(text, skip(text, end), &["~", "-", "から"]).and_then(|at| digits(text, skip(text, at), 2));
    let (last, end) = match second {
        Some((last, end)) if is_at(text, end, "月") => (last, end),
        _ => (first, end),
    };
    let end = behind_one(text, end, &["月"])?;
    if !(1..=12).contains(&first) || !(1..=12).contains(&last) {
        return None;
    }
    if let Some((day, end)) = digits(text, end, 2).filter(|(_, end)| is_at(text, *end, "日")) {
        let day = TypedDay { year: None, month: last, day };
        return exists(day).then_some((Stretch::of(day), end + 1));
    }
    let of = end + usize::from(is_at(text, end, "の"));
    let part = PARTS.iter().find(|(word, _)| is_at(text, of, word));
    let ((from, to), end) = part.map_or(((1, 31), end), |(word, days)| (*days, of + word.chars().count()));
    Some((Stretch { first: (first, from), last: (last, to) }, end))
}

/// April, late August, the end of June; 5 December is a day.
fn english(text: &[char], at: usize) -> Option<(Stretch, usize)> {
    if at > 0 && text[at - 1].is_ascii_alphanumeric() {
        return None;
    }
    let part = ENGLISH_PARTS.iter().find(|(word, _)| is_at(text, at, word));
    let ((from, to), of) = part.map_or(((1, 31), at), |(word, days)| (*days, at + word.chars().count()));
    if let Some((day, end)) = digits(text, at, 2) {
        let end = behind_word(text, end, &["st", "nd", "rd", "th"]).unwrap_or(end);
        let (month, end) = month_at(text, skip(text, end))?;
        let day = TypedDay { year: None, month, day };
        return exists(day).then_some((Stretch::of(day), end));
    }
    let (month, end) = month_at(text, of)?;
    if month == 5 && part.is_none() && !is_may(text, at) {
        return None;
    }
    let behind = digits(text, skip(text, end), 2).filter(|(day, _)| (1..=31).contains(day));
    Some(match behind {
        Some((day, end)) if part.is_none() => (Stretch { first: (month, day), last: (month, day) }, end),
        _ => (Stretch { first: (month, from), last: (month, to) }, end),
    })
}

/// Whether “may” is the month: a word that goes with a time stands before it, or a range does.
fn is_may(text: &[char], at: usize) -> bool {
    let before: String = text[..at].iter().collect();
    let word = before.trim_end().rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    before.trim_end().ends_with(['-', '~', '(']) || BEFORE_MAY.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(all: &[Stretch]) -> String {
        let one = |s: &Stretch| format!("{}/{}-{}/{}", s.first.0, s.first.1, s.last.0, s.last.1);
        all.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn stretches_of_the_year_are_found_in_words() {
        for (text, expected) in [
            ("8月", "8/1-8/31"),
            ("８月後半", "8/16-8/31"),
            ("八月の末", "8/21-8/31"),
            ("4〜6月", "4/1-6/31"),
            ("4月から6月まで", "4/1-6/31"),
            ("12月から2月", "12/1-2/31"),
            ("3月25日", "3/25-3/25"),
            ("5月と9月", "5/1-5/31 9/1-9/31"),
            ("3か月", ""),
            ("2027年13月", ""),
            ("月40件", ""),
            ("April to June", "4/1-6/31"),
            ("late August", "8/21-8/31"),
            ("the end of September", "9/21-9/30"),
            ("between April and June", "4/1-6/31"),
            ("5 December", "12/5-12/5"),
            ("Dec 5", "12/5-12/5"),
            ("I may move", ""),
            ("until accounts close in May", "5/1-5/31"),
            ("Marching on", ""),
            ("", ""),
        ] {
            let expected = expected.replace("9/30", "9/31");
            assert_eq!(told(&stretches(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_busy_time_is_one_of_which_it_is_said() {
        for (text, expected) in [
            ("係は7人。照会は月40件ほど。8月後半は議会資料で動けない。7月なら減らせる。", "8/16-8/31"),
            ("忙しいのは5月の決算まで。いまは残業がほとんどなく、昼休みなら動ける。", "5/1-5/31"),
            ("4月から6月は、問い合わせで手が離せません。", "4/1-6/31"),
            ("4〜6月は忙しく、7月は動ける。", "4/1-6/31"),
            ("9月は忙しくない。", ""),
            ("7月から11月なら動ける。", ""),
            ("忙しい。", ""),
            ("April to June brings twenty enquiries a day; I can move from July to November.", ""),
            ("It’s busy until accounts close in May. I’m free in June.", "5/1-5/31"),
            ("I can’t move in late August, but July is fine.", "8/21-8/31"),
            ("", ""),
        ] {
            let all: Vec<Stretch> = busy(text).into_iter().flat_map(|(_, all)| all).collect();
            assert_eq!(told(&all), expected, "{text}");
        }
    }

    #[test]
    fn stretches_meet_over_the_end_of_the_year_too() {
        let one = |text: &str| stretches(text)[0];
        for (first, second, meet) in [
            ("8月", "8月後半", true),
            ("8月前半", "8月後半", false),
            ("12月から2月", "1月5日", true),
            ("12月から2月", "3月", false),
            ("3月", "12月から2月", false),
            ("11月から1月", "12月20日", true),
        ] {
            assert_eq!(one(first).meets(one(second)), meet, "{first} {second}");
            assert_eq!(one(second).meets(one(first)), meet, "{second} {first}");
        }
    }
}
