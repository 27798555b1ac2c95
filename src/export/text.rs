//! A manuscript as plain text, to be read in any editor and pasted anywhere.
//!
//! UTF-8 **with** a byte order mark, and lines ended with CR LF: on the Windows machines of an office the older editors and
//! office programs take a text without the mark for `Shift_JIS`, and show one long line without the CR. Only our own
//! headings stand at the edge; what the person wrote is always indented, so that no line of theirs can pass for one.
//! May know: manuscripts. Must never know: a document.

use super::manuscript::{Group, Manuscript};
use super::plain::{crlf, lines, one_line};
use super::{File, file_name};
use crate::pack::Lang;
use crate::wording as w;

/// By which a program knows that the text is UTF-8.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A manuscript as a file of plain text.
pub fn file(manuscript: &Manuscript) -> File {
    File {
        name: file_name(&manuscript.file, manuscript.day, "txt"),
        kind: "text/plain;charset=utf-8",
        body: format!("{BYTE_ORDER_MARK}{}", crlf(&text(manuscript))).into_bytes(),
    }
}

/// A manuscript as plain text.
pub fn text(manuscript: &Manuscript) -> String {
    let lang = Lang::from_code(&manuscript.lang);
    let mut out = String::new();
    let mut alone = |line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    if let Some(mark) = &manuscript.mark {
        alone(&format!("＊ {} ＊", one_line(mark)));
    }
    alone(&one_line(&manuscript.title));
    for note in &manuscript.notes {
        alone(&one_line(note));
    }
    out.push('\n');
    said(&mut out, 1, w::FILES_MADE.get(lang), &w::day(manuscript.day, lang), lang);
    for entry in &manuscript.head {
        said(&mut out, 1, &entry.label, &entry.words, lang);
    }
    for part in &manuscript.parts {
        out.push_str("\n\n■ ");
        out.push_str(&one_line(&part.heading));
        out.push('\n');
        for group in &part.groups {
            if let Some(heading) = &group.heading {
                out.push_str("\n◇ ");
                out.push_str(&one_line(heading));
                out.push('\n');
            }
            things(&mut out, group, lang);
        }
    }
    out
}

fn things(out: &mut String, group: &Group, lang: Lang) {
    for row in 0..group.rows.len() {
        if group.many {
            out.push('\n');
            let bullet = if lang == Lang::Ja { "・" } else { "- " };
            write(out, 1, bullet, &group.name(row));
        }
        let depth = if group.many { 2 } else { 1 };
        for (label, words) in group.said(row) {
            said(out, depth, label, words, lang);
        }
    }
}

/// A label and its words: on one line where they are one line, else below it.
fn said(out: &mut String, depth: usize, label: &str, words: &str, lang: Lang) {
    let label = format!("{}{}", one_line(label), if lang == Lang::Ja { "：" } else { ": " });
    if lines(words).len() == 1 {
        write(out, depth, &label, words);
    } else {
        write(out, depth, label.trim_end(), "");
        write(out, depth + 1, "", words);
    }
}

/// Words with something before the first line; the others stand under where the words begin.
fn write(out: &mut String, depth: usize, before: &str, words: &str) {
    for (at, line) in lines(words).iter().enumerate() {
        let margin = if at == 0 || before.is_empty() { depth } else { depth + 1 };
        out.push_str(&"  ".repeat(margin));
        out.push_str(if at == 0 { before } else { "" });
        out.push_str(line);
        out.push('\n');
    }
}
