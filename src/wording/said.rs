//! Sentences that are put together: with a number, a day or a person's own words in them.
//!
//! May know: languages, the wordings of the table. Must never know: answers beyond what it is handed, the browser.

use super::{
    BAD_DAMAGED, BAD_EMPTY, BAD_ENCODING, BAD_LOCKED, BAD_NEWER, BAD_NOT_OURS, BAD_NOT_TEXT, BAD_REPLY, BAD_SHARED,
    BAD_TOO_DEEP, BAD_TOO_LONG, BAD_TRUNCATED, BAD_UTF16, CALENDAR_ALL_PAST, CALENDAR_END, CALENDAR_NO_DAY,
    CALENDAR_NONE, CALENDAR_NONE_READ, CALENDAR_NONE_SHOWN, CALENDAR_NOT_SHOWN, CALENDAR_UNREAD, CALENDAR_WEEKDAY,
    CALENDAR_WHICH_YEAR, GIVEN_BAD_BACKUP, GIVEN_BAD_DAMAGED, GIVEN_BAD_ENCODING, GIVEN_BAD_LOCKED, GIVEN_BAD_NOT_OURS,
    GIVEN_BAD_NOT_TEXT, GIVEN_BAD_TOO_DEEP, GIVEN_BAD_TOO_LONG, GIVEN_BAD_TRUNCATED, HISTORY_NO_TIME, Words, isolated,
};
use crate::document::day::{Clock, TypedDay, month_name};
use crate::document::due::Due;
use crate::export::Day;
use crate::export::calendar::civil::{self, Unusable};
use crate::export::calendar::{Event, Why};
use crate::format::{BackupError, FileKind};
use crate::history::Held;
use crate::own_copy::calendar::NoDays;
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
        Lang::En => format!("About {} characters more than the sheet has room for (nothing is cut off)", over * 2),
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

/// How far along: 「7つのうち 3つめ」
pub fn step_of(step: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{of}つのうち {step}つめ"),
        Lang::En => format!("{step} of {of}"),
    }
}

/// Which of the clues: 「手がかり 4つのうち 1つめ」
pub fn clue_of(at: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("手がかり {}", step_of(at, of, lang)),
        Lang::En => format!("Clue {}", step_of(at, of, lang)),
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

/// A link back to a question: 「お願い」にもどる
pub fn go_back_to(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("「{name}」にもどる"),
        Lang::En => format!("Back to “{name}”"),
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
        (_, Lang::En) => format!("A day like “{}” feels close to me.", days.join("” or “")),
    }
}

/// A calendar day in words.
pub fn day(day: Day, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{}年{}月{}日", day.year, day.month, day.day),
        Lang::En => format!("{} {} {}", day.day, month(day.month), day.year),
    }
}

/// The English name of a month, from 1 to 12.
fn month(number: u32) -> String {
    let name = month_name(number);
    name[..1].to_ascii_uppercase() + &name[1..]
}

/// By when: 「12月14日まで」. A year is said where it is another one than that of the day it was counted from.
pub fn by(due: Due, lang: Lang) -> String {
    let TypedDay { year, month: number, day } = due.last;
    let year = year.filter(|_| due.in_another_year);
    match (lang, year) {
        (Lang::Ja, None) => format!("{number}月{day}日まで"),
        (Lang::Ja, Some(year)) => format!("{year}年{number}月{day}日まで"),
        (Lang::En, None) => format!("by {day} {}", month(number)),
        (Lang::En, Some(year)) => format!("by {day} {} {year}", month(number)),
    }
}

/// What a card is called, within a sentence or in brackets: English begins it with a small letter there.
pub fn inside(title: &str, lang: Lang) -> String {
    let word = title.split(' ').next().unwrap_or_default();
    // 「HR」 and 「I’m」 keep their letters.
    let keeps = word == "I" || word.starts_with("I’") || word.chars().skip(1).any(char::is_uppercase);
    let mut letters = title.chars();
    match letters.next() {
        Some(first) if lang == Lang::En && !keeps => first.to_lowercase().chain(letters).collect(),
        _ => title.to_owned(),
    }
}

/// A day and a time of day.
pub fn time(on: Day, (hours, minutes): (u32, u32), lang: Lang) -> String {
    let comma = if lang == Lang::En { "," } else { "" };
    format!("{}{comma} {hours:02}:{minutes:02}", day(on, lang))
}

/// A moment that a file or a store names, where it is one.
pub fn time_of(moment: Option<(Day, (u32, u32))>, lang: Lang) -> String {
    moment.map_or_else(|| HISTORY_NO_TIME.get(lang).to_owned(), |(day, clock)| time(day, clock, lang))
}

/// A day with its weekday: 「2026年12月5日（土）」, “Sat 5 December 2026”
pub fn weekday(on: Day, lang: Lang) -> String {
    const JA: [&str; 7] = ["日", "月", "火", "水", "木", "金", "土"];
    const EN: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    let at = usize::try_from(civil::weekday(on)).unwrap_or(0);
    match lang {
        Lang::Ja => with_note(&day(on, lang), JA[at % 7], lang),
        Lang::En => format!("{} {}", EN[at % 7], day(on, lang)),
    }
}

/// When something happens: 「2026年12月5日（土）15:00」「2026年12月5日（土）から2026年12月7日（月）まで」
pub fn event_day(event: &Event, lang: Lang) -> String {
    let clock = |at: Option<Clock>| at.map(|at| format!(" {:02}:{:02}", at.hour, at.minute));
    let at = |day: Day, at: Option<Clock>| weekday(day, lang) + &clock(at).unwrap_or_default();
    match (event.last == event.day, event.ends) {
        (false, ends) => spanned(&at(event.day, event.at), &at(event.last, ends), lang),
        (true, None) => at(event.day, event.at),
        (true, Some(_)) => format!("{}–{}", at(event.day, event.at), clock(event.ends).unwrap_or_default().trim()),
    }
}

/// Why a calendar has no events.
pub fn no_days(why: NoDays) -> Words {
    match why {
        NoDays::None => CALENDAR_NONE,
        NoDays::NotShown => CALENDAR_NONE_SHOWN,
        NoDays::Past => CALENDAR_ALL_PAST,
        NoDays::Unread => CALENDAR_NONE_READ,
    }
}

/// Why something is not in a calendar.
pub fn absent(why: Why, lang: Lang) -> String {
    let words = match why {
        Why::Past(day) => {
            return match lang {
                Lang::Ja => format!("{}で、もう過ぎています。", weekday(day, lang)),
                Lang::En => format!("{} has passed.", weekday(day, lang)),
            };
        }
        Why::NoDay => CALENDAR_NO_DAY,
        Why::NotShown => CALENDAR_NOT_SHOWN,
        Why::Unread => CALENDAR_UNREAD,
        Why::Unusable(Unusable::Year) => CALENDAR_WHICH_YEAR,
        Why::Unusable(Unusable::Weekday) => CALENDAR_WEEKDAY,
        Why::Unusable(Unusable::End) => CALENDAR_END,
    };
    words.get(lang).to_owned()
}

/// A heading with how many: 「変わるもの：3」
pub fn count(heading: Words, count: usize, lang: Lang) -> String {
    under(heading.get(lang), &count.to_string(), lang)
}

/// From when to when: 「2026年5月18日から2027年5月20日まで」
pub fn from_to(from: Day, to: Day, lang: Lang) -> String {
    spanned(&day(from, lang), &day(to, lang), lang)
}

fn spanned(from: &str, to: &str, lang: Lang) -> String {
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
        BackupError::OtherKind(FileKind::Reply) => BAD_REPLY,
        BackupError::OtherKind(_) => BAD_SHARED,
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

/// How many answers are only one's own: 「自分だけのもの：12件」
pub fn private_only(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ja, _) => format!("自分だけのもの {count}件"),
        (Lang::En, 1) => "1 private answer".to_owned(),
        (Lang::En, _) => format!("{count} private answers"),
    }
}

/// How much is on the page, and how much that is shared is not.
pub fn fitting(on: usize, off: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("載っているもの {on}件・載らないもの {off}件"),
        Lang::En => format!("{on} on the page, {off} not"),
    }
}

/// What showing everything leaves out, by kind: 「休ませたい力 1件、条件 2件」. Empty where it leaves out nothing.
pub fn left_out(kinds: &[(String, usize)], lang: Lang) -> String {
    let each = kinds.iter().map(|(kind, count)| match lang {
        Lang::Ja => format!("{kind} {count}件"),
        Lang::En => format!("{kind} ({count})"),
    });
    let each = each.collect::<Vec<_>>().join(if lang == Lang::Ja { "、" } else { ", " });
    match (each.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Ja) => format!("まとめては加わらないもの（ひとつずつ選べます）：{each}。"),
        (false, Lang::En) => format!("Not included (choose these one by one): {each}."),
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
        BackupError::OtherKind(FileKind::Reply) => BAD_REPLY,
        BackupError::OtherKind(_) => GIVEN_BAD_BACKUP,
        BackupError::Newer(_) => BAD_NEWER,
        BackupError::Damaged => GIVEN_BAD_DAMAGED,
    }
}

/// How many answers are in what is handed over.
pub fn answers_shown(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ja, _) => format!("見せると選んだ答えが、{count}件入ります。"),
        (Lang::En, 1) => "It holds one answer that you chose to show.".to_owned(),
        (Lang::En, _) => format!("It holds {count} answers that you chose to show."),
    }
}

/// How young the open edition is, and that it need not be closed.
pub fn edition_young(days: u64, lang: Lang) -> String {
    let months = days / 30;
    match (lang, months) {
        (Lang::Ja, 0) => {
            "いまの版は、はじめてからまだ一か月たっていません。書き足しも書き直しも、いまの版のままでできます。"
                .to_owned()
        }
        (Lang::Ja, months) => {
            format!("いまの版は、はじめてから約{months}か月です。書き足しも書き直しも、いまの版のままでできます。")
        }
        (Lang::En, 0) => {
            "This plan is less than a month old. You can add to it and change it just as it is.".to_owned()
        }
        (Lang::En, 1) => "This plan is about a month old. You can add to it and change it just as it is.".to_owned(),
        (Lang::En, months) => {
            format!("This plan is about {months} months old. You can add to it and change it just as it is.")
        }
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
            Lang::En => format!("past plans: {editions}"),
        });
    }
    said.join(if lang == Lang::Ja { "・" } else { ", " })
}

/// A button that shows what differs from a moment.
pub fn look_at(when: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{when} と、どこが違うか見る"),
        Lang::En => format!("See what’s different from {when}"),
    }
}

/// How much of it has come.
pub fn size_of(come: u64, of: u64, lang: Lang) -> String {
    let kilobytes = |bytes: u64| bytes.div_ceil(1_000);
    match lang {
        Lang::Ja => format!("{} KB ／ {} KB", kilobytes(come), kilobytes(of)),
        Lang::En => format!("{} of {} kB", kilobytes(come), kilobytes(of)),
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
