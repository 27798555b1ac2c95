//! A reply as a text for chat and mail: lines to read, and at the end one line for the program of the person it is for.
//!
//! May know: a reply, the app's own words. Must never know: the words of an ask, documents.
//!
//! *Invariant:* what is read here is what the last line says.

use super::{Reply, wire};
use crate::export::{Day, File, file_name};
use crate::pack::Lang;
use crate::typed::is_line_end;
use crate::wording as w;

/// What a reply says, line by line: a label, and the words.
pub fn lines(reply: &Reply, lang: Lang) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut line = |label: String, words: &str| {
        let words = in_one_line(words);
        if !words.is_empty() {
            lines.push((label, words));
        }
    };
    for answered in &reply.answers {
        let [form, who, by] = answered.needs().map(|text| text.unwrap_or_default().trim());
        line(w::ask_number(answered.ask, lang), &w::answer_line(answered.answer, form, who, by, lang));
    }
    for promise in &reply.promises {
        line(w::REPLY_PROMISES.get(lang).to_owned(), &w::promise_line(&promise.what, &promise.by, lang));
    }
    line(w::REPLY_WORDS.get(lang).to_owned(), &reply.words);
    line(w::REPLY_NEXT.get(lang).to_owned(), &reply.next);
    lines
}

/// What can't be seen has no place in a message; the last line holds it as it was typed.
fn in_one_line(words: &str) -> String {
    let words = words.replace(|c: char| is_line_end(c) || c.is_control() || c == '\u{feff}', " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The whole text. Whoever reads it needs nothing else; the last line is for the program.
pub fn text(reply: &Reply, lang: Lang) -> String {
    let mut text = format!("{}\n{}\n\n", w::REPLY_TITLE.get(lang), w::REPLY_NO_APPRAISAL.get(lang));
    if !reply.role.is_empty() || !reply.day.is_empty() {
        text.push_str(&in_one_line(&w::reply_of(&reply.role, &reply.day, lang)));
        text.push('\n');
    }
    for (label, words) in lines(reply, lang) {
        text.push_str(&w::under(&label, &words, lang));
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&wire::line(reply));
    text.push('\n');
    text
}

/// The file that comes back to the person. Its name holds the day, and no word of anybody's.
pub fn file(reply: &Reply, day: Day, lang: Lang) -> File {
    File {
        name: file_name(w::FILE_REPLY.get(lang), day, "json"),
        kind: "application/json",
        body: wire::file(reply).into_bytes(),
    }
}
