//! What stands around a number, and whether it lets it be a day.
//!
//! May know: letters. Must never know: calendars.

use super::letters::{before, behind_one, behind_word, digits, skip};
use super::scan::weekday_at;
use super::times::time_at;

/// How many letters before a number are looked at.
const LOOK_BACK: usize = 16;

/// Whether the day is only where a count begins (「12月5日の翌日」「a week after 5 December」), or is left out
/// (「12月5日以外」).
pub(super) fn is_a_start(text: &[char], start: usize, end: usize) -> bool {
    const AFTER: [&str; 25] = [
        "翌",
        "前日",
        "前週",
        "前の",
        "前に",
        "前ま",
        "後",
        "あと",
        "以外",
        "週",
        "を除",
        "は除",
        "除",
        "ではな",
        "でな",
        "じゃな",
        "は不可",
        "はだめ",
        "はダメ",
        "は休",
        "は避",
        "を避",
        "はなし",
        "以内",
        "のあと",
    ];
    const BEFORE: [&str; 22] = [
        "week of",
        "weeks of",
        "after",
        "before",
        "not",
        "except",
        "since",
        "not on",
        "week of the",
        "after the",
        "before the",
        "毎年",
        "毎月",
        "来年",
        "再来年",
        "昨年",
        "去年",
        "一昨年",
        "翌年",
        "明年",
        "last year",
        "next year",
    ];
    let behind = skip_mild(text, end);
    // Around that day is that day.
    if behind_one(text, behind, &["前後"]).is_none() && behind_one(text, behind, &AFTER).is_some() {
        return true;
    }
    if counted(text, behind).is_some_and(|end| behind_one(text, end, &["前", "後", "以内", "目"]).is_some()) {
        return true;
    }
    let words: String = lead(text, start);
    let words = words.trim_end_matches([' ', 'の', '、', ',', '/']);
    let whole = |word: &str| {
        let rest = words.strip_suffix(word);
        rest.is_some_and(|rest| !word.is_ascii() || !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
    };
    BEFORE.into_iter().any(whole)
}

/// Behind の, から or より.
fn skip_mild(text: &[char], end: usize) -> usize {
    let mut at = skip(text, end);
    while let Some(next) = behind_one(text, at, &["の", "から", "より"]) {
        at = skip(text, next);
    }
    at
}

/// Behind 「3日」「2週間」「1か月」.
fn counted(text: &[char], at: usize) -> Option<usize> {
    let (_, end) = digits(text, at, 3)?;
    let units =
        ["営業日", "日間", "日", "週間", "週", "か月", "カ月", "ヶ月", "ケ月", "箇月", "月", "年間", "年", "時間"];
    behind_one(text, skip(text, end), &units)
}

/// Whether it is a number of days, weeks or the like.
pub(super) fn is_counted(text: &[char], at: usize) -> bool {
    counted(text, at).is_some()
}

fn lead(text: &[char], start: usize) -> String {
    text[start.saturating_sub(LOOK_BACK)..start].iter().collect()
}

/// Whether a number may begin here: nothing stands before it that it would be a part of.
pub(super) fn may_begin(text: &[char], at: usize) -> bool {
    let (last, one_before) = (before(text, at), at.checked_sub(1).and_then(|at| before(text, at)));
    match last {
        // 「〆切：12/5」, and not a part of a time.
        Some(':') => !one_before.is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !(c.is_ascii_alphanumeric() || "/.-+#@_%$¥=\\第約全".contains(c)),
        None => true,
    }
}

/// Whether a number may end here.
pub(super) fn may_end(text: &[char], at: usize) -> bool {
    let next = |at: usize| text.get(at).copied();
    match next(at) {
        Some(c) if c.is_ascii_alphanumeric() || "/:%_=+@\\".contains(c) => false,
        // A full stop may follow, or a range; not more of a number.
        Some('.') => !next(at + 1).is_some_and(|c| c.is_ascii_alphanumeric()),
        _ => true,
    }
}

/// Whether 「12/5」 is a day here, and not a part of something.
pub(super) fn slashed(text: &[char], start: usize, end: usize, (above, below): (u32, u32)) -> bool {
    const PARTS: [&str; 57] = [
        "人",
        "名",
        "点",
        "件",
        "回",
        "個",
        "割",
        "歳",
        "円",
        "倍",
        "時間",
        "ページ",
        "頁",
        "章",
        "問",
        "冊",
        "台",
        "社",
        "校",
        "枚",
        "階",
        "号",
        "版",
        "巻",
        "課",
        "班",
        "日",
        "くらい",
        "ぐらい",
        "ほど",
        "程度",
        "以上",
        "以下",
        "未満",
        "超",
        "達",
        "終",
        "済",
        "進",
        "完",
        "ずつ",
        "票",
        "ポイント",
        "of ",
        "done",
        "people",
        "points",
        "finished",
        "complete",
        "more",
        "pages",
        "hours",
        "days",
        "members",
        "or more",
        "stars",
        "the ",
    ];
    // 「12/28-1/3」
    let ends_range = ends_range(text, start);
    if !(ends_range || may_begin(text, start)) || !may_end(text, end) {
        return false;
    }
    if ends_range {
        return true;
    }
    // 3/4, 1/2, 10/10: what is as likely a part of a whole needs to be plainly a day.
    if above <= below && below <= 10 {
        return stands_as_day(text, start, end);
    }
    behind_one(text, skip(text, end), &PARTS).is_none()
}

/// Whether a dash and another number with a slash stand before it.
pub(super) fn ends_range(text: &[char], start: usize) -> bool {
    let lead = &text[start.saturating_sub(6)..start];
    let Some((dash, lead)) = lead.split_last() else { return false };
    let digits = |part: &[char]| part.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let day = digits(lead);
    let slash = lead.len().checked_sub(day + 1);
    *dash == '-' && day > 0 && slash.is_some_and(|at| lead[at] == '/' && digits(&lead[..at]) > 0)
}

/// Whether a number stands where only a day can: alone, or between words that belong to days.
pub(super) fn stands_as_day(text: &[char], start: usize, end: usize) -> bool {
    may_begin(text, start) && may_end(text, end) && led_in(text, start) && led_out(text, end)
}

fn led_in(text: &[char], start: usize) -> bool {
    const WORDS: [&str; 30] = [
        "次",
        "次回",
        "まず",
        "まずは",
        "期限",
        "締切",
        "締め切り",
        "〆切",
        "しめきり",
        "予定",
        "予定日",
        "提出",
        "開始",
        "開催",
        "面談",
        "面談日",
        "返事",
        "実施",
        "日",
        "by",
        "on",
        "from",
        "until",
        "till",
        "due",
        "next",
        "start",
        "starts",
        "talk",
        "meeting",
    ];
    let words = lead(text, start);
    let words = words.trim_end_matches([' ', ':', ',', '、', 'は', '(', '~']);
    let weekday = (start.saturating_sub(LOOK_BACK)..start).any(|at| {
        weekday_at(text, at)
            .is_some_and(|(_, end)| text.get(end..start).is_some_and(|gap| gap.iter().all(|c| " ,、".contains(*c))))
    });
    words.is_empty()
        || weekday
        || WORDS.iter().any(|word| {
            let rest = words.strip_suffix(word);
            rest.is_some_and(|rest| rest.is_empty() || !word.is_ascii() && !rest.ends_with(|c: char| c.is_numeric()))
        })
}

fn led_out(text: &[char], end: usize) -> bool {
    const WORDS: [&str; 27] = [
        "まで", "から", "以降", "頃", "ごろ", "ころ", "前後", "午前", "午後", "朝", "昼", "夕", "夜", "〆", "締",
        "必着", "厳守", "予定", "~", "の朝", "の昼", "の夕", "の夜", "の午", "。", "、", "?",
    ];
    let at = skip(text, end);
    if at >= text.len() || weekday_at(text, at).is_some() || time_at(text, at).is_some() {
        return true;
    }
    if behind_one(text, at, &WORDS).is_some() || behind_word(text, at, &["at", "from", "or so", ","]).is_some() {
        return true;
    }
    // 「3/4に出す」 may be 「3/4にする」.
    behind_one(text, at, &["に"]).is_some_and(|behind| skip(text, behind) >= text.len())
        || text.get(at) == Some(&'.') && at + 1 >= text.len()
}

/// Whether a dotted number is a day: only where a weekday or a time follows.
pub(super) fn dotted(text: &[char], start: usize, end: usize) -> bool {
    let at = skip(text, end);
    let followed = weekday_at(text, at).is_some() || time_at(text, at).is_some() && at > end;
    may_begin(text, start) && followed
}
