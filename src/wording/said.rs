//! Sentences that are put together: with a number, a day or a person's own words in them.
//!
//! May know: languages, the wordings of the table. Must never know: answers beyond what it is handed, the browser.

use super::{
    BAD_DAMAGED, BAD_EMPTY, BAD_ENCODING, BAD_LOCKED, BAD_NEWER, BAD_NOT_OURS, BAD_NOT_TEXT, BAD_SHARED, BAD_TOO_DEEP,
    BAD_TOO_LONG, BAD_TRUNCATED, BAD_UTF16, GIVEN_BAD_BACKUP, GIVEN_BAD_DAMAGED, GIVEN_BAD_ENCODING, GIVEN_BAD_LOCKED,
    GIVEN_BAD_NOT_OURS, GIVEN_BAD_NOT_TEXT, GIVEN_BAD_TOO_DEEP, GIVEN_BAD_TOO_LONG, GIVEN_BAD_TRUNCATED, Words,
    isolated,
};
use crate::export::Day;
use crate::format::BackupError;
use crate::history::Held;
use crate::pack::Lang;

/// A word with a note in brackets: `見通し（いま足りない）`.
pub fn with_note(text: &str, note: &str, lang: Lang) -> String {
    let (text, note) = (isolated(text), isolated(note));
    match lang {
        Lang::Ja => format!("{text}（{note}）"),
        Lang::En => format!("{text} ({note})"),
    }
}

/// How much room the sheet has left. English letters are half as wide.
pub fn room_left(left: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("用紙にはあと{left}文字ほど"),
        Lang::En => format!("Room on the sheet for about {} more characters", left * 2),
    }
}

/// How much longer than its room a text is.
pub fn room_over(over: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("用紙の目安より{over}文字ほど長め（切られることはありません）"),
        Lang::En => format!("About {} characters more than the sheet has room for (nothing is cut)", over * 2),
    }
}

/// A label under another: `経験：いつごろ`. One of them where they are the same.
pub fn under(group: &str, label: &str, lang: Lang) -> String {
    if group == label {
        return label.to_owned();
    }
    let (group, label) = (isolated(group), isolated(label));
    match lang {
        Lang::Ja => format!("{group}：{label}"),
        Lang::En => format!("{group}: {label}"),
    }
}

/// How far along: 「8つのうち 3つめ」
pub fn step_of(step: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("8つのうち {step}つめ"),
        Lang::En => format!("{step} of 8"),
    }
}

/// How far along the walk in full: 「10のうち 4：いまの働き方が続いたら」
pub fn section_of(at: usize, of: usize, name: &str, lang: Lang) -> String {
    let place = match lang {
        Lang::Ja => format!("{of}のうち {at}"),
        Lang::En => format!("{at} of {of}"),
    };
    if name.is_empty() { place } else { under(&place, name, lang) }
}

/// A link to a screen: 「お願い」へ
pub fn go_to(name: &str, lang: Lang) -> String {
    let name = isolated(name);
    match lang {
        Lang::Ja => format!("「{name}」へ"),
        Lang::En => format!("Go to “{name}”"),
    }
}

/// A topic to talk about: 「窓口に半日入る」のこと
pub fn about(name: &str, lang: Lang) -> String {
    let name = isolated(name);
    match lang {
        Lang::Ja => format!("「{name}」のこと"),
        Lang::En => format!("About “{name}”"),
    }
}

/// A sentence made from cards: 「＿＿が増えて、＿＿が減っている日」.
pub fn more_less(more: &[String], less: &[String], lang: Lang) -> String {
    let between = if lang == Lang::Ja { "」や「" } else { "” and “" };
    let list = |items: &[String]| items.iter().map(|words| isolated(words)).collect::<Vec<_>>().join(between);
    let (more_text, less_text) = (list(more), list(less));
    match (lang, more.is_empty(), less.is_empty()) {
        (_, true, true) => String::new(),
        (Lang::Ja, false, false) => format!("「{more_text}」が少し増えて、「{less_text}」が少し減っている日。"),
        (Lang::Ja, false, true) => format!("「{more_text}」が少し増えている日。"),
        (Lang::Ja, true, false) => format!("「{less_text}」が少し減っている日。"),
        (Lang::En, false, false) => format!("A day with a little more “{more_text}” and a little less “{less_text}”."),
        (Lang::En, false, true) => format!("A day with a little more “{more_text}”."),
        (Lang::En, true, false) => format!("A day with a little less “{less_text}”."),
    }
}

/// A sentence from the invented days that felt near.
pub fn near_days(days: &[String], lang: Lang) -> String {
    let days: Vec<_> = days.iter().map(|day| isolated(day)).collect();
    match (days.is_empty(), lang) {
        (true, _) => String::new(),
        (_, Lang::Ja) => format!("「{}」のような一日が、近い気がします。", days.join("」や「")),
        (_, Lang::En) => format!("A day like “{}” feels near.", days.join("” or “")),
    }
}

/// A calendar day in words.
pub fn day(day: Day, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{}年{}月{}日", day.year, day.month, day.day),
        Lang::En => day.to_string(),
    }
}

/// A day and a time of day.
pub fn time(on: Day, (hours, minutes): (u32, u32), lang: Lang) -> String {
    format!("{} {hours:02}:{minutes:02}", day(on, lang))
}

/// A heading with how many: 「変わるもの：3」
pub fn count(heading: Words, count: usize, lang: Lang) -> String {
    under(heading.get(lang), &count.to_string(), lang)
}

/// From when to when: 「2026年5月18日から2027年5月20日まで」
pub fn from_to(from: Day, to: Day, lang: Lang) -> String {
    let (from, to) = (day(from, lang), day(to, lang));
    match lang {
        Lang::Ja => format!("{from}から{to}まで"),
        Lang::En => format!("{from} to {to}"),
    }
}

/// What is said about a file that can't be restored. That nothing was changed is said beside it.
pub fn bad_file(error: BackupError) -> Words {
    match error {
        BackupError::Empty => BAD_EMPTY,
        BackupError::TooLong => BAD_TOO_LONG,
        BackupError::Locked => BAD_LOCKED,
        BackupError::NotText => BAD_NOT_TEXT,
        BackupError::Utf16 => BAD_UTF16,
        BackupError::OtherEncoding => BAD_ENCODING,
        BackupError::Truncated => BAD_TRUNCATED,
        BackupError::TooDeep => BAD_TOO_DEEP,
        BackupError::NotOurs => BAD_NOT_OURS,
        BackupError::OtherKind => BAD_SHARED,
        BackupError::Newer(_) => BAD_NEWER,
        BackupError::Damaged => BAD_DAMAGED,
    }
}

/// One box for everything in a section: 「経験」をまとめて見せる
pub fn share_section(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("「{name}」をまとめて見せる"),
        Lang::En => format!("Show all of “{name}”"),
    }
}

/// How many of the things that are shown are not on the sheet.
pub fn only_in_plan(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ja, _) => format!("用紙には載らず、計画の全体にだけ載るもの：{count}件"),
        (Lang::En, 1) => "One thing you show is in the whole plan only".to_owned(),
        (Lang::En, _) => format!("{count} things you show are in the whole plan only"),
    }
}

/// Who something is shown to.
pub fn audience(audience: crate::document::Audience) -> Words {
    match audience {
        crate::document::Audience::Talk => super::AUDIENCE_TALK,
        crate::document::Audience::Hr => super::AUDIENCE_HR,
    }
}

/// What is said about a file that can't be opened as a plan that was handed over.
pub fn bad_given(error: BackupError) -> Words {
    match error {
        BackupError::Empty => BAD_EMPTY,
        BackupError::TooLong => GIVEN_BAD_TOO_LONG,
        BackupError::Locked => GIVEN_BAD_LOCKED,
        BackupError::NotText => GIVEN_BAD_NOT_TEXT,
        BackupError::Utf16 => BAD_UTF16,
        BackupError::OtherEncoding => GIVEN_BAD_ENCODING,
        BackupError::Truncated => GIVEN_BAD_TRUNCATED,
        BackupError::TooDeep => GIVEN_BAD_TOO_DEEP,
        BackupError::NotOurs => GIVEN_BAD_NOT_OURS,
        BackupError::OtherKind => GIVEN_BAD_BACKUP,
        BackupError::Newer(_) => BAD_NEWER,
        BackupError::Damaged => GIVEN_BAD_DAMAGED,
    }
}

/// How many answers are in what is handed over.
pub fn answers_shown(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ja, _) => format!("見せると選んだ答えが、{count}件入ります。"),
        (Lang::En, 1) => "One answer that you chose to show is in it.".to_owned(),
        (Lang::En, _) => format!("{count} answers that you chose to show are in it."),
    }
}

/// How long ago everything was last saved to a file: 「最後の控え：3日前」
pub fn backup_age(days: u64, lang: Lang) -> String {
    match (lang, days) {
        (Lang::Ja, 0) => "最後の控え：今日".to_owned(),
        (Lang::Ja, 1) => "最後の控え：昨日".to_owned(),
        (Lang::Ja, days) => format!("最後の控え：{days}日前"),
        (Lang::En, 0) => "Last backup: today".to_owned(),
        (Lang::En, 1) => "Last backup: yesterday".to_owned(),
        (Lang::En, days) => format!("Last backup: {days} days ago"),
    }
}

/// What an earlier moment held.
pub fn held(held: &Held, lang: Lang) -> String {
    let Held { answers, experiences, steps, editions } = held;
    let mut said = match lang {
        Lang::Ja => vec![format!("答え {answers}"), format!("経験 {experiences}"), format!("一歩 {steps}")],
        Lang::En => {
            vec![format!("answers: {answers}"), format!("experiences: {experiences}"), format!("steps: {steps}")]
        }
    };
    if *editions > 0 {
        said.push(match lang {
            Lang::Ja => format!("閉じた版 {editions}"),
            Lang::En => format!("closed editions: {editions}"),
        });
    }
    said.join(if lang == Lang::Ja { "・" } else { ", " })
}

/// A button that shows what differs from a moment.
pub fn look_at(when: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{when} と、どこが違うか見る"),
        Lang::En => format!("See what differs from {when}"),
    }
}

/// How much room something takes.
pub fn size(bytes: u64, lang: Lang) -> String {
    let kilobytes = bytes.div_ceil(1_000);
    match lang {
        Lang::Ja => format!("およそ {kilobytes} KB"),
        Lang::En => format!("about {kilobytes} kB"),
    }
}
