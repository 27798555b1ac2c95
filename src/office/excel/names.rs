//! The names of sheets: what Excel takes, and short where a reader would shorten it.
//!
//! Knows text, no sheet.

use crate::office::text::{Room, clean, pieces};
use crate::pack::Lang;
use crate::wording as w;

/// Characters, as Excel counts them.
const MOST: usize = 31;
/// What says that something was left out.
const SHORTENED: &str = "…";

/// The name of a sheet that holds these parts: all of them where there is room, else the first one and that
/// there are more.
pub(super) fn of_parts(headings: &[&str], lang: Lang) -> String {
    let all = headings.join(if lang == Lang::Ja { "、" } else { ", " });
    match headings {
        [first, _, ..] if units(&all) > MOST => {
            let more = w::OFFICE_AND_MORE.get(lang);
            format!("{} {more}", shortened(first, MOST - units(more) - 1))
        }
        _ => all,
    }
}

/// A name that a sheet can have, and none of those before has: Excel does not tell capitals apart.
pub(super) fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let allowed =
        |c: char| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() { '・' } else { c };
    let wanted: String = clean(wanted).chars().map(allowed).collect();
    let trimmed = wanted.trim_matches(['\'', ' ', '　']);
    // What its own list of changes is called.
    let reserved = ["history", "履歴"].contains(&trimmed.to_lowercase().as_str());
    let base = if trimmed.is_empty() || reserved { format!("1 {trimmed}") } else { trimmed.to_owned() };
    let mut name = shortened(&base, MOST);
    for number in 2.. {
        if !taken.contains(&name.to_lowercase()) {
            break;
        }
        let ending = format!(" {number}");
        name = shortened(&base, MOST - ending.len()) + &ending;
    }
    name
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// As much of the beginning as has room, up to the end of a word, and a sign that it goes on; not ending as a
/// name must not.
fn shortened(text: &str, most: usize) -> String {
    const ENDS: [char; 3] = ['\'', ' ', '　'];
    if units(text) <= most {
        return text.trim_end_matches(ENDS).to_owned();
    }
    let room = Room { units: most - units(SHORTENED), lines: usize::MAX - 1, columns: usize::MAX };
    let fits = pieces(text, room).first().map_or(0, |piece| piece.len());
    // A text without words, or with a very long one, is cut where the room ends.
    let word = text[..fits].char_indices().map(|(at, _)| at).chain([fits]).rfind(|at| ends_a_word(text, *at));
    let end = word.filter(|at| units(&text[..*at]) * 2 >= most).unwrap_or(fits);
    let begin = text[..end].trim_end_matches(|c: char| ENDS.contains(&c) || "、。,.・:：;-–—(（「".contains(c));
    format!("{begin}{SHORTENED}")
}

/// Whether a word ends there: before or behind what is no letter, and in Japanese behind the particle that
/// joins two words.
fn ends_a_word(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), text[at..].chars().next()) else { return false };
    let kana = |c: char| ('ぁ'..='ゖ').contains(&c);
    !before.is_alphanumeric() || !after.is_alphanumeric() || kana(before) && !kana(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::Worksheet;

    #[test]
    fn sheets_have_names_that_excel_takes() {
        let long = "一二三四五六七八九十".repeat(4);
        let mut taken = Vec::new();
        for (wanted, name) in [
            ("価値観", "価値観"),
            ("キャリア/プラン", "キャリア・プラン"),
            ("[a]:*?\\/", "・a・・・・・・"),
            ("'引用'", "引用"),
            ("", "1 "),
            ("履歴", "1 履歴"),
            ("History", "1 History"),
            ("Values", "Values"),
            ("VALUES", "VALUES 2"),
            ("values", "values 3"),
            (&long, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十…"),
            (&long, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八… 2"),
            (&"𠮷".repeat(20), "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷…"),
            ("Strengths to use and strengths to develop", "Strengths to use and strengths…"),
            ("What I'd like from the person I'm meeting", "What I'd like from the person…"),
            ("Strengths (to use, and to develop further)", "Strengths (to use, and to…"),
            (
                "これからの二年のあいだに経験しておきたいことと、学んでおきたいこと",
                "これからの二年のあいだに経験しておきたいことと…",
            ),
        ] {
            let is = sheet_name(wanted, &taken);
            assert_eq!(is, name.trim_end(), "{wanted}");
            assert!(Worksheet::new().set_name(&is).is_ok(), "{is}");
            taken.push(is.to_lowercase());
        }
    }

    #[test]
    fn a_sheet_is_called_by_what_is_on_it() {
        for (headings, lang, name) in [
            (&["価値観", "経験"][..], Lang::Ja, "価値観、経験"),
            (&["Values", "Steps"], Lang::En, "Values, Steps"),
            (
                &["活かしたい力・伸ばしたい力", "わたしがやること", "いまの仕事で増やしたいこと"],
                Lang::Ja,
                "活かしたい力・伸ばしたい力 ほか",
            ),
            (&["The experiences I'd like to have", "Steps"], Lang::En, "The experiences I'd… and more"),
            (&["価値観"], Lang::Ja, "価値観"),
        ] {
            assert_eq!(of_parts(headings, lang), name);
            assert!(units(name) <= MOST);
        }
    }
}
