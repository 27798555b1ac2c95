//! The sheet as Markdown: the same blocks in the same order, and nothing that is not on the page; readable as
//! plain text too.
//!
//! `plan` writes the longer manuscripts in the same way.
//! May know: the sheet. Must never know: a document.

mod address;
pub mod plan;

use super::sheet::{Line, Sheet, around_asks};
use super::{Day, File, file_name};
use crate::pack::Lang;
use crate::wording as w;
use std::fmt::Write;

/// The sheet as a Markdown file.
pub fn file(sheet: &Sheet, day: Day, lang: Lang) -> File {
    File {
        name: file_name(w::FILE_SHEET.get(lang), day, "md"),
        kind: "text/markdown;charset=utf-8",
        body: text(sheet, lang).into_bytes(),
    }
}

/// The sheet as Markdown text.
pub fn text(sheet: &Sheet, lang: Lang) -> String {
    let mut out = format!("# {}\n\n{}\n\n", w::SHEET_TITLE.get(lang), w::SHEET_NOT_EVALUATION.get(lang));
    let head = [
        (w::DATE, &sheet.date),
        (w::TALK_DAY, &sheet.talk_day),
        (w::DAYS, &sheet.days),
        (w::DEPARTMENT, &sheet.department),
        (w::ROLE, &sheet.role),
        (w::NAME, &sheet.name),
    ];
    for (label, value) in head {
        if let Some(value) = value {
            item(&mut out, &Line { label: Some(label.get(lang).to_owned()), text: value.clone(), under: false });
        }
    }
    let (before, after) = around_asks(&sheet.blocks);
    for block in &before {
        heading(&mut out, &block.heading);
        block.lines.iter().for_each(|line| item(&mut out, line));
        if block.id == "topic" {
            help(&mut out, sheet, lang);
        }
    }
    if !before.iter().any(|b| b.id == "topic") && !sheet.help.is_empty() {
        heading(&mut out, w::SHEET_HELP.get(lang));
        help(&mut out, sheet, lang);
    }
    if !sheet.asks.is_empty() {
        heading(&mut out, w::SHEET_ASKS.get(lang));
        for ask in &sheet.asks {
            item(&mut out, &Line { label: None, text: ask.in_full(lang), under: false });
            for (label, text) in ask.said_of() {
                if let Some(text) = text {
                    item(&mut out, &Line { label: Some(label.get(lang).to_owned()), text: text.clone(), under: true });
                }
            }
            let boxes = w::ANSWERS.map(|answer| format!("☐ {}", answer.get(lang)));
            let _ = writeln!(out, "    - {}: {}", w::SHEET_ANSWER.get(lang), boxes.join("  "));
        }
    }
    for block in &after {
        heading(&mut out, &block.heading);
        block.lines.iter().for_each(|line| item(&mut out, line));
    }
    heading(&mut out, w::SHEET_PROMISES.get(lang));
    for blank in w::promise_blanks(!sheet.asks.is_empty()) {
        let _ = writeln!(out, "- {}: ", blank.get(lang));
    }
    heading(&mut out, w::SHEET_WORDS.get(lang));
    out.push_str("\n\n");
    heading(&mut out, w::SHEET_HANDLING.get(lang));
    for line in w::HANDLING {
        let _ = writeln!(out, "- {}", line.get(lang));
    }
    out
}

fn help(out: &mut String, sheet: &Sheet, lang: Lang) {
    if sheet.help.is_empty() {
        return;
    }
    let boxes: Vec<String> =
        sheet.help.iter().map(|(label, on)| format!("{} {}", if *on { '☑' } else { '☐' }, one_line(label))).collect();
    let _ = writeln!(out, "- {}: {}", w::SHEET_HELP.get(lang), boxes.join("  "));
}

fn heading(out: &mut String, text: &str) {
    let _ = write!(out, "\n## {}\n\n", one_line(text));
}

/// One list item. Each further line of the text is a paragraph of it: that is seen in plain text too, and no
/// editor that trims lines takes it away, as it does with blanks at the end of a line.
fn item(out: &mut String, line: &Line) {
    let indent = if line.under { "    " } else { "" };
    let label = line.label.as_ref().map(|l| format!("{}: ", one_line(l))).unwrap_or_default();
    let mut said = lines(&line.text);
    said.retain(|line| !line.is_empty());
    let _ = writeln!(out, "{indent}- {label}{}", said.join(&format!("\n\n{indent}  ")));
}

/// The lines of a text, without the spaces and blank lines around them that Markdown would take for a command.
fn lines(text: &str) -> Vec<String> {
    let space = [' ', '\t'];
    let text = super::plain::lines(text).join("\n");
    text.trim_matches([' ', '\t', '\n']).split('\n').map(|line| escape(line.trim_matches(space))).collect()
}

fn one_line(text: &str) -> String {
    lines(text).into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A line as it reads, with what Markdown or HTML would take as a command made harmless. An address stands in
/// `<…>`: nothing in there is a command, and every reader makes a link of just that.
fn escape(line: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(line.len()), line);
    while let Some((at, end)) = address::first(rest) {
        escape_words(&mut out, line, line.len() - rest.len(), &rest[..at]);
        let _ = write!(out, "<{}>", &rest[at..end]);
        rest = &rest[end..];
    }
    escape_words(&mut out, line, line.len() - rest.len(), rest);
    out
}

/// Some of the words of a line, which begin there in it.
fn escape_words(out: &mut String, line: &str, from: usize, words: &str) {
    for (at, c) in words.char_indices().map(|(at, c)| (from + at, c)) {
        let (before, after) = (&line[..at], &line[at + c.len_utf8()..]);
        let command = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => true,
            // Within a word it is a letter: `career_plan_2026.html`.
            '_' => !(before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)),
            '&' => is_entity(after),
            // No whole address, but some readers would make one of it, together with the signs that are put
            // before others.
            ':' if after.starts_with("//") => true,
            // These mean something at the beginning of a line only.
            '#' | '+' | '-' | '=' | '!' | ':' => before.trim().is_empty(),
            '.' | ')' => at > 0 && before.bytes().all(|b| b.is_ascii_digit()),
            _ => false,
        };
        if command {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Whether what stands behind an `&` makes a character of it.
fn is_entity(after: &str) -> bool {
    after.split_once(';').is_some_and(|(name, _)| {
        let name = name.strip_prefix('#').unwrap_or(name);
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_comes_out_as_written() {
        for (text, markdown) in [
            ("普通の文", "普通の文"),
            ("# x", "\\# x"),
            ("a # x", "a # x"),
            ("| a |", "\\| a \\|"),
            ("<img onerror=1>", "\\<img onerror=1\\>"),
            ("1. 一つ", "1\\. 一つ"),
            ("第1.2版", "第1.2版"),
            ("-2+3", "\\-2+3"),
            ("**b** _i_ a_b __x__", "\\*\\*b\\*\\* \\_i\\_ a_b \\_\\_x\\_\\_"),
            ("R&D &amp; &#35; & a; &;", "R&D \\&amp; \\&#35; & a; &;"),
            (
                "資料は https://example.jp/career_plan_2026.html?a=1&copy=2*_を見て",
                "資料は <https://example.jp/career_plan_2026.html?a=1&copy=2*_>を見て",
            ),
            ("(http://a.jp/_x_)。", "(<http://a.jp/_x_>)。"),
        ] {
            assert_eq!(escape(text), markdown);
        }
    }
}
