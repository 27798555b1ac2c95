//! The app's own words: there in both languages, tidy, and none that closes pages.
//! Knows the wording and the names of the screens; what the pack says is `pack.rs`'s business.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::closing as closing_words;
use aritai::pack::{Lang, Pack, STANDARD, Workplace};
use aritai::route::Route;
use aritai::wording::{self as w, Words, all};
use closing_words::CLOSING;
use serde_json::Value;

/// What stands between other words: its spaces belong to it.
const JOINS: [&str; 1] = ["LIST"];

fn every() -> impl Iterator<Item = (&'static str, Lang, &'static str)> {
    all().flat_map(|(name, words)| [Lang::Ja, Lang::En].map(|lang| (*name, lang, words.get(lang))))
}

#[test]
fn every_wording_is_there_in_both_languages() {
    for (name, lang, text) in every() {
        assert!(!text.trim().is_empty(), "{name} in {}", lang.code());
        assert_eq!(all().filter(|(n, _)| *n == name).count(), 1, "{name} is there once");
    }
}

#[test]
fn every_wording_is_tidy() {
    for (name, lang, text) in every() {
        let what = format!("{name} in {}: {text:?}", lang.code());
        assert!(text.trim() == text || JOINS.contains(&name), "no space before or behind {what}");
        assert!(!text.chars().any(|c| c.is_control() || c == '\u{fffd}'), "no control character in {what}");
        assert!(!text.contains("。。") && !text.contains("、、") && !text.contains(".."), "nothing doubled in {what}");
        let japanese = |c: char| matches!(c, 'ぁ'..='ヿ' | '一'..='鿿');
        match lang {
            _ if JOINS.contains(&name) => {}
            Lang::Ja => assert!(text.chars().any(japanese), "Japanese in {what}"),
            Lang::En => assert!(!text.chars().any(japanese), "English in {what}"),
        }
    }
}

/// Going on without a file is no loss: what was written is kept on the device as before. And a missing file is
/// named as one, for "no backup yet" beside "saved" was read as if nothing were saved.
#[test]
fn what_is_kept_is_not_said_to_be_lost() {
    for (name, _, text) in every() {
        assert!(!text.contains("保存せず") && !text.to_lowercase().contains("without saving"), "{name}: {text}");
    }
    assert!(w::BACKUP_NONE.get(Lang::Ja).contains("ファイル") && w::BACKUP_NONE.get(Lang::En).contains("file"));
    assert!(w::SAVE_SAVED.get(Lang::Ja).contains("端末") && w::SAVE_SAVED.get(Lang::En).contains("here"));
}

/// What a text of the pack says in English, wherever it stands: a text, or a list of words to search for.
fn said_in_english(value: &Value, place: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) if fields.contains_key("ja") && fields.contains_key("en") => {
            let said = [&fields["en"]].into_iter().chain(fields["en"].as_array().into_iter().flatten());
            out.extend(said.filter_map(Value::as_str).map(|text| (place.to_owned(), text.to_owned())));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| said_in_english(value, &format!("{place}.{name}"), out));
        }
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(at, value)| said_in_english(value, &format!("{place}.{at}"), out));
        }
        _ => {}
    }
}

/// Quotes that curl, and no sign of Japanese type: English beside Japanese takes them over unnoticed.
#[test]
fn english_is_set_as_english() {
    let mut all: Vec<(String, String)> = every()
        .filter(|(_, lang, _)| *lang == Lang::En)
        .map(|(name, _, text)| (name.to_owned(), text.to_owned()))
        .collect();
    let own = all.len();
    assert!(Pack::read(STANDARD).is_ok());
    said_in_english(&serde_json::from_str(STANDARD).unwrap(), "pack", &mut all);
    for place in Workplace::ALL.into_iter().skip(1) {
        let over = std::fs::read_to_string(format!("{}/public/{}", env!("CARGO_MANIFEST_DIR"), place.path())).unwrap();
        said_in_english(&serde_json::from_str(&over).unwrap(), place.id(), &mut all);
    }
    assert!(own > 800 && all.len() - own > 1000, "all of them are read: {own} of {}", all.len());
    for (place, text) in all {
        for (what, found) in [
            ("a straight quote", text.contains(['\'', '"'])),
            ("a full-width sign", text.contains(|c: char| matches!(c, '！'..='～' | '\u{3000}'))),
            ("a Japanese sign", text.contains(['「', '」', '・'])),
            ("a space before an ellipsis", text.contains(" …")),
        ] {
            assert!(!found, "{what} in {place}: {text}");
        }
    }
}

/// `practice.md`'s list of what makes people close the page, and what hints at what was withheld.
#[test]
fn no_word_closes_the_page() {
    let closing = ["未提出", "診断", "スコア", "エラー", "career", "score", "error"];
    for (name, lang, text) in every() {
        for word in closing.into_iter().chain(CLOSING) {
            // The glossary explains what the study calls things; nobody has to meet it on the way.
            let explained = word == "成り行き" && name.starts_with("TERM_");
            assert!(explained || !text.to_lowercase().contains(word), "{word} in {name} ({}): {text}", lang.code());
        }
    }
}

#[test]
fn every_screen_has_a_name() {
    let pack = Pack::read(STANDARD).unwrap();
    for lang in [Lang::Ja, Lang::En] {
        let names: Vec<String> =
            Route::every().chain([Route::Example(1), Route::Missing]).map(|route| route.name(&pack, lang)).collect();
        for (at, name) in names.iter().enumerate() {
            assert!(!name.trim().is_empty() && !names[..at].contains(name), "{name:?} in {}", lang.code());
        }
    }
}

#[test]
fn sentences_made_of_parts_are_whole() {
    let some = ["企画を考える時間".to_owned(), "現場に出る時間".to_owned()];
    for lang in [Lang::Ja, Lang::En] {
        for (more, less) in [(0, 0), (1, 0), (0, 1), (2, 2)] {
            let text = w::more_less(&some[..more], &some[..less], lang);
            assert_eq!(text.is_empty(), more + less == 0, "{text}");
            assert!(text.is_empty() || text.ends_with(if lang == Lang::Ja { '。' } else { '.' }), "{text}");
            assert_eq!(text.matches("企画を考える時間").count(), more.min(1) + less.min(1), "{text}");
        }
        assert!(w::near_days(&[], lang).is_empty());
        assert!(w::near_days(&some, lang).contains("現場に出る時間"));
    }
    assert_eq!(w::with_note("見通し", "いま足りない", Lang::Ja), "見通し（いま足りない）");
    assert_eq!(w::with_note("Clarity", "in short supply", Lang::En), "Clarity (in short supply)");
    assert_eq!(w::under("経験", "いつごろ", Lang::Ja), "経験：いつごろ");
    assert_eq!(w::under("経験", "経験", Lang::Ja), "経験");
    assert_eq!(w::step_of(3, 7, Lang::Ja), "7つのうち 3つめ");
    assert_eq!(w::step_of(3, 7, Lang::En), "3 of 7");
}

#[test]
fn lists_that_belong_together_are_of_known_words() {
    let known = |words: Words| all().any(|(_, w)| *w == words);
    assert!(w::ANSWERS.into_iter().chain(w::promise_blanks(false)).chain(w::HANDLING).all(known));
}
