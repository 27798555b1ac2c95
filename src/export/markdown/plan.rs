//! A manuscript as Markdown: its parts as headings, its things as lists. Tables become lists too, for a cell may hold many lines.
//!
//! May know: manuscripts. Must never know: a document.

use super::{heading, item, one_line};
use crate::export::manuscript::{Group, Manuscript};
use crate::export::sheet::Line;
use crate::export::{File, file_name};
use crate::pack::Lang;
use crate::wording as w;
use std::fmt::Write;

/// A manuscript as a Markdown file.
pub fn file(manuscript: &Manuscript) -> File {
    File {
        name: file_name(&manuscript.file, manuscript.day, "md"),
        kind: "text/markdown;charset=utf-8",
        body: text(manuscript).into_bytes(),
    }
}

/// A manuscript as Markdown text.
pub fn text(manuscript: &Manuscript) -> String {
    let lang = Lang::from_code(&manuscript.lang);
    let mut out = format!("# {}\n\n", one_line(&manuscript.title));
    if let Some(mark) = &manuscript.mark {
        let _ = write!(out, "**{}**\n\n", one_line(mark));
    }
    for note in &manuscript.notes {
        let _ = write!(out, "{}\n\n", one_line(note));
    }
    line(&mut out, Some(w::FILES_MADE.get(lang)), &w::day(manuscript.day, lang), false);
    for entry in &manuscript.head {
        line(&mut out, Some(&entry.label), &entry.words, false);
    }
    for part in &manuscript.parts {
        heading(&mut out, &part.heading);
        for (at, group) in part.groups.iter().enumerate() {
            if let Some(name) = &group.heading {
                let before = if at == 0 { "" } else { "\n" };
                let _ = write!(out, "{before}### {}\n\n", one_line(name));
            }
            things(&mut out, group);
        }
    }
    out
}

fn things(out: &mut String, group: &Group) {
    for row in 0..group.rows.len() {
        if group.many {
            line(out, None, &group.name(row), false);
        }
        for (label, words) in group.said(row) {
            line(out, Some(label), words, group.many);
        }
    }
}

fn line(out: &mut String, label: Option<&str>, words: &str, under: bool) {
    item(out, &Line { label: label.map(str::to_owned), text: words.to_owned(), under });
}
