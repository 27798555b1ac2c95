//! A manuscript as CSV, one answer a row: part, thing, number, label, words. For whoever counts, sorts or merges.
//!
//! UTF-8 with a byte order mark (without it Excel shows mojibake) and CR LF between rows; every cell in quotes (RFC 4180).
//!
//! Every cell is a text: [`cell`] keeps spreadsheets from running or converting one.
//! May know: manuscripts. Must never know: a document.

mod cell;

use super::manuscript::{Group, Manuscript};
use super::plain::{lines, one_line};
use super::text::BYTE_ORDER_MARK;
use super::{File, file_name};
use crate::pack::Lang;
use crate::wording as w;
use cell::guarded;

/// A spreadsheet's cell holds 32,767 UTF-16 units; a longer answer goes on in further rows.
const CELL: usize = 32_000;

/// A manuscript as a CSV file.
pub fn file(manuscript: &Manuscript) -> File {
    File {
        name: file_name(&manuscript.file, manuscript.day, "csv"),
        kind: "text/csv;charset=utf-8",
        body: format!("{BYTE_ORDER_MARK}{}", text(manuscript)).into_bytes(),
    }
}

/// A manuscript as CSV text.
pub fn text(manuscript: &Manuscript) -> String {
    let lang = Lang::from_code(&manuscript.lang);
    let mut table = Table { text: String::new(), lang };
    table.row(w::CSV_COLUMNS.map(|words| words.get(lang)));
    let title = one_line(&manuscript.title);
    table.words([&title, "", ""], w::FILES_MADE.get(lang), &w::day(manuscript.day, lang));
    for note in manuscript.mark.iter().chain(&manuscript.notes) {
        table.words([&title, "", ""], w::CSV_NOTE.get(lang), note);
    }
    for entry in &manuscript.head {
        table.words([&title, "", ""], &entry.label, &entry.words);
    }
    for part in &manuscript.parts {
        for group in &part.groups {
            table.group(&one_line(&part.heading), group);
        }
    }
    table.text
}

struct Table {
    text: String,
    lang: Lang,
}

impl Table {
    fn group(&mut self, part: &str, group: &Group) {
        let thing = one_line(&group.one);
        for (at, row) in group.rows.iter().enumerate() {
            let number = if group.many { (at + 1).to_string() } else { String::new() };
            for (label, words) in group.columns.iter().zip(row).filter(|(_, words)| !words.is_empty()) {
                self.words([part, if group.many { &thing } else { "" }, &number], label, words);
            }
        }
    }

    /// Words under their label, in as many rows as they need.
    fn words(&mut self, [part, thing, number]: [&str; 3], label: &str, words: &str) {
        let label = one_line(label);
        for (at, piece) in pieces(&lines(words).join("\n")).into_iter().enumerate() {
            let goes_on = w::with_note(&label, w::CSV_GOES_ON.get(self.lang), self.lang);
            self.row([part, thing, number, if at == 0 { &label } else { &goes_on }, piece]);
        }
    }

    fn row(&mut self, cells: [&str; 5]) {
        for (at, cell) in cells.into_iter().enumerate() {
            // The number is ours, and is to be one.
            let cell = if at == 2 { cell.to_owned() } else { guarded(cell) };
            self.text.push_str(if at == 0 { "\"" } else { ",\"" });
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        }
        self.text.push_str("\r\n");
    }
}

/// The words in pieces that a cell can hold; one, and be it empty, at the least.
fn pieces(words: &str) -> Vec<&str> {
    let (mut pieces, mut begin, mut units) = (Vec::new(), 0, 0);
    for (at, c) in words.char_indices() {
        if units + c.len_utf16() > CELL {
            pieces.push(&words[begin..at]);
            (begin, units) = (at, 0);
        }
        units += c.len_utf16();
    }
    pieces.push(&words[begin..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{CELL, pieces};

    #[test]
    fn a_long_answer_goes_on_and_loses_nothing() {
        assert_eq!(pieces(""), [""]);
        let long = "𠮷".repeat(CELL);
        let found = pieces(&long);
        assert_eq!(found.len(), 2);
        assert!(found.concat() == long && found.iter().all(|p| p.encode_utf16().count() <= CELL));
    }
}
