//! Sentences about talking that are put together: how long it takes, what could wait, and what the timer says.
//!
//! May know: languages. Must never know: answers beyond what it is handed, the browser.

use super::isolated;
use crate::pack::Lang;

/// How long a step of the talk takes: 「10分」
pub fn minutes(minutes: u32, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{minutes}分"),
        Lang::En => format!("{minutes} min"),
    }
}

/// What is said before the wish, with the time it is about where that is known.
pub fn spoken_wish(horizon: Option<&str>, lang: Lang) -> String {
    match (lang, horizon) {
        (Lang::Ja, None) => "ありたい姿について、こう書きました。".to_owned(),
        (Lang::Ja, Some(when)) => format!("{}のありたい姿について、こう書きました。", isolated(when)),
        (Lang::En, None) => "Here’s where I want to be.".to_owned(),
        (Lang::En, Some(when)) => format!("Here’s where I want to be, {}.", isolated(&within_a_sentence(when))),
    }
}

/// A label as it stands in the middle of an English sentence.
///
/// `In about 3 years` becomes `in about 3 years`. `HR` stays.
fn within_a_sentence(label: &str) -> String {
    let mut letters = label.chars();
    let (first, rest) = (letters.next(), letters.as_str());
    match first {
        Some(first) if rest.starts_with(char::is_lowercase) => format!("{}{rest}", first.to_lowercase()),
        _ => label.to_owned(),
    }
}

/// How long it takes to say something, to ten seconds: 「声に出して、およそ1分20秒」
pub fn spoken_length(seconds: u32, lang: Lang) -> String {
    let tens = seconds.div_ceil(10).max(1) * 10;
    match (lang, tens / 60, tens % 60) {
        (Lang::Ja, 0, s) => format!("声に出して、およそ{s}秒"),
        (Lang::Ja, m, 0) => format!("声に出して、およそ{m}分"),
        (Lang::Ja, m, s) => format!("声に出して、およそ{m}分{s}秒"),
        (Lang::En, 0, s) => format!("About {s} seconds aloud"),
        (Lang::En, m, 0) => format!("About {m} min aloud"),
        (Lang::En, m, s) => format!("About {m} min {s} s aloud"),
    }
}

/// What could wait, where a script is longer than its time: 「1分には少し長めです。「小さな形」は、聞かれてからでも大丈夫です。」
pub fn could_wait(names: &[String], of_minutes: u32, lang: Lang) -> String {
    let first = match lang {
        Lang::Ja => format!("{of_minutes}分には少し長めです。"),
        Lang::En if of_minutes == 1 => "A little long for one minute.".to_owned(),
        Lang::En => format!("A little long for {of_minutes} minutes."),
    };
    match lang {
        _ if names.is_empty() => first,
        Lang::Ja => format!("{first}「{}」は、聞かれてからでも大丈夫です。", names.join("」「")),
        Lang::En => format!("{first} “{}” can wait until they ask.", names.join("”, “")),
    }
}

/// One sentence after another. English stands apart.
pub fn after_another(first: &str, second: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{first}{second}"),
        Lang::En => format!("{first} {second}"),
    }
}

/// That so many minutes have passed.
pub fn minutes_passed(minutes: u64, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{minutes}分たちました"),
        Lang::En if minutes == 1 => "One minute has passed".to_owned(),
        Lang::En => format!("{minutes} minutes have passed"),
    }
}

/// That the timer stands, and where.
pub fn paused_at(seconds: u64, lang: Lang) -> String {
    let (m, s) = (seconds / 60, seconds % 60);
    match lang {
        Lang::Ja if m == 0 => format!("{s}秒でとめました"),
        Lang::Ja => format!("{m}分{s}秒でとめました"),
        Lang::En if m == 0 => format!("Paused at {s} s"),
        Lang::En => format!("Paused at {m} min {s} s"),
    }
}

/// A time as a timer shows it: `1:05`.
pub fn timed(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// That there are more asks than the page has room for.
pub fn more_asks(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("お願いは、ほかに{count}件あります。"),
        Lang::En if count == 1 => "There’s one more request.".to_owned(),
        Lang::En => format!("There are {count} more requests."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_as_one_says_them() {
        for (seconds, ja, en) in [
            (0, "声に出して、およそ10秒", "About 10 seconds aloud"),
            (48, "声に出して、およそ50秒", "About 50 seconds aloud"),
            (60, "声に出して、およそ1分", "About 1 min aloud"),
            (74, "声に出して、およそ1分20秒", "About 1 min 20 s aloud"),
        ] {
            assert_eq!(
                (spoken_length(seconds, Lang::Ja).as_str(), spoken_length(seconds, Lang::En).as_str()),
                (ja, en)
            );
        }
        assert_eq!(timed(65), "1:05");
        assert_eq!(paused_at(65, Lang::Ja), "1分5秒でとめました");
    }

    #[test]
    fn a_time_stands_within_an_english_sentence() {
        for (label, wanted) in [("In about 3 years", "in about 3 years"), ("HR's year", "HR's year"), ("来年", "来年")]
        {
            assert_eq!(spoken_wish(Some(label), Lang::En), format!("Here’s where I want to be, {wanted}."));
        }
    }

    #[test]
    fn what_could_wait_is_named() {
        let names = ["力".to_owned(), "問い".to_owned()];
        assert_eq!(
            could_wait(&names, 3, Lang::Ja),
            "3分には少し長めです。「力」「問い」は、聞かれてからでも大丈夫です。"
        );
        assert_eq!(could_wait(&names[..1], 1, Lang::En), "A little long for one minute. “力” can wait until they ask.");
        assert_eq!(could_wait(&[], 1, Lang::Ja), "1分には少し長めです。");
    }
}
