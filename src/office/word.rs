//! The Word file: what the manuscript says, in headings, tables and paragraphs.
//!
//! Written out here rather than by a crate: the one for it cannot repeat the head row of a table nor name a language, puts a
//! style's parts in an order that the standard does not allow, and would be more than half of what is loaded.
//! May know: manuscripts, Word's XML. Must never know: how a style looks (that is `frame`'s), how a file is packed.
//!
//! *Invariant:* a word of the manuscript comes into the file through [`run`] alone.

mod frame;

use super::text::{clean, width};
use crate::export::manuscript::{Entry, Group, Manuscript, Part};
use crate::pack::Lang;
use crate::wording as w;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Twentieths of a point between the margins of an A4 page.
const TEXT_WIDTH: usize = 9_638;
/// How much of it a label takes.
const LABEL_WIDTH: usize = 2_400;
/// So many characters in a row may be parted by the end of a page: about a quarter of one.
const MUCH: usize = 400;
/// How high the room is for what is agreed, and for notes, in twentieths of a point.
const PROMISE_ROOM: usize = 700;
const NOTES_ROOM: usize = 2_800;

/// The file.
pub(super) fn file(manuscript: &Manuscript) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The day when the format began, and never the hour when somebody sat here.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut parts = frame::parts(manuscript);
    parts.push(("word/document.xml", document(manuscript)));
    for (name, xml) in parts {
        zip.start_file(name, options)?;
        zip.write_all(xml.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Text between tags, or in an attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Words: a line of theirs is a line here, a tab a tab.
fn run(words: &str) -> String {
    let mut xml = String::from("<w:r>");
    for (at, line) in clean(words).split('\n').enumerate() {
        if at > 0 {
            xml += "<w:br/>";
        }
        for (at, stretch) in line.split('\t').enumerate() {
            if at > 0 {
                xml += "<w:tab/>";
            }
            if !stretch.is_empty() {
                xml += &["<w:t xml:space=\"preserve\">", &escape(stretch), "</w:t>"].concat();
            }
        }
    }
    xml + "</w:r>"
}

fn paragraph(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run(words))
}

fn document(m: &Manuscript) -> String {
    let mut body = paragraph("Title", &m.title);
    for note in &m.notes {
        body += &paragraph("Note", note);
    }
    if !m.head.is_empty() {
        body += &said(m.head.iter().map(|Entry { label, words }| (label.as_str(), words.as_str())));
    }
    for part in &m.parts {
        body += &self::part(part);
    }
    // What is one's own is no paper for two.
    if m.mark.is_none() {
        body += &to_fill_in(Lang::from_code(&m.lang));
    }
    frame::document(&body)
}

/// Room for what is agreed and for notes, kept on one page.
fn to_fill_in(lang: Lang) -> String {
    // Here an ask has no boxes: the day of an answer is written with what is agreed.
    let blanks = w::promise_blanks(false).into_iter().map(|blank| (blank, PROMISE_ROOM));
    let blanks = blanks.chain([(w::OFFICE_NOTES, NOTES_ROOM)]);
    let row = |(label, room): (w::Words, usize)| {
        let cells =
            cell(LABEL_WIDTH, true, "Blank", label.get(lang)) + &cell(TEXT_WIDTH - LABEL_WIDTH, false, "Blank", "");
        let height = format!("<w:trHeight w:val=\"{room}\" w:hRule=\"atLeast\"/>");
        ["<w:tr><w:trPr><w:cantSplit/>", &height, "</w:trPr>", &cells, "</w:tr>"].concat()
    };
    let rows: String = blanks.map(row).collect();
    let table = frame::table(&[LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH], &rows, false);
    paragraph("Heading1", w::SHEET_PROMISES.get(lang)) + &table
}

fn part(part: &Part) -> String {
    let mut xml = paragraph("Heading1", &part.heading);
    for group in &part.groups {
        if let Some(heading) = &group.heading {
            xml += &paragraph("Heading2", heading);
        }
        if group.is_table() {
            xml += &table(group);
            continue;
        }
        // No order of headings is passed over.
        let style = if group.heading.is_some() { "Heading3" } else { "Heading2" };
        for row in 0..group.rows.len() {
            if group.many {
                xml += &paragraph(style, &group.name(row));
            }
            xml += &said(group.said(row));
        }
    }
    xml
}

/// Labels and the words that belong to them, beside each other; nothing where nothing is said.
fn said<'a>(entries: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let rows: String = entries
        .map(|(label, words)| {
            let cells = cell(LABEL_WIDTH, true, "Label", label) + &cell(TEXT_WIDTH - LABEL_WIDTH, false, "Cell", words);
            row(&cells, words)
        })
        .collect();
    if rows.is_empty() { rows } else { frame::table(&[LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH], &rows, false) }
}

/// A table whose head row stands on every page that it reaches.
fn table(group: &Group) -> String {
    let widths = widths(group);
    let cells = |shaded: bool, style: &str, words: &[String]| -> String {
        widths.iter().zip(words).map(|(width, words)| cell(*width, shaded, style, words)).collect()
    };
    let head = cells(true, "Label", &group.columns);
    let head = format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>");
    // One column needs no head: the heading above it says what it is.
    let headed = group.columns.len() > 1;
    let mut rows = if headed { head } else { String::new() };
    for said in &group.rows {
        rows += &row(&cells(false, "Cell", said), &said.concat());
    }
    frame::table(&widths, &rows, headed)
}

/// A row, which no page parts unless it says very much.
fn row(cells: &str, words: &str) -> String {
    let whole = if words.chars().count() < MUCH { "<w:trPr><w:cantSplit/></w:trPr>" } else { "" };
    format!("<w:tr>{whole}{cells}</w:tr>")
}

fn cell(width: usize, shaded: bool, style: &str, words: &str) -> String {
    frame::cell(width, shaded, &paragraph(style, words))
}

/// How wide each column is: the more it says, the wider, within bounds.
fn widths(group: &Group) -> Vec<usize> {
    let weight = |(at, label): (usize, &String)| {
        let most = group.rows.iter().filter_map(|row| row.get(at)).map(|words| width(words)).max().unwrap_or(0);
        most.max(width(label)).clamp(12, 48)
    };
    let weights: Vec<usize> = group.columns.iter().enumerate().map(weight).collect();
    let all: usize = weights.iter().sum::<usize>().max(1);
    weights.iter().map(|weight| TEXT_WIDTH * weight / all).collect()
}
