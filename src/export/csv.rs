//! A manuscript as CSV, one answer a row: part, thing, number, label, words. For whoever counts, sorts or merges.
//!
//! UTF-8 with a byte order mark (without it Excel shows mojibake) and CR LF between rows; every cell in quotes (RFC 4180).
//!
//! A cell that begins with `=`, `+`, `-` or `@` (or the full-width one, which Japanese Excel takes for the same) would be
//! run as a formula, quotes or not. [`guarded`] puts a zero-width space before it. Why that, of the known ways: an apostrophe
//! can be seen, and Excel drops it once somebody has been in the cell and saved; `="…"` is itself a formula; a tab or a blank
//! is white space, which programs trim, and the formula lives again. The zero-width space is no white space (Unicode 4.0.1),
//! so nothing trims it, no program begins a formula after it, and nobody sees it. A program that reads the file takes away
//! one U+200B at the beginning of a cell. What a spreadsheet would turn into a day or a number (「4/1」, 「007」) is guarded too.
//! May know: manuscripts. Must never know: a document.

use super::manuscript::{Group, Manuscript};
use super::plain::{lines, one_line};
use super::text::BYTE_ORDER_MARK;
use super::{File, file_name};
use crate::pack::Lang;
use crate::wording as w;

/// What keeps a cell from being run, or taken for a number.
const GUARD: char = '\u{200b}';
/// By which a formula begins, narrow and wide.
const BEGINS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
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

/// The cell as it reads, and as a text for every spreadsheet.
fn guarded(cell: &str) -> String {
    // White space before a formula does not make it a text: some programs trim it.
    let first = cell.trim_start().chars().next();
    let is_run = first.is_some_and(|c| BEGINS.contains(&c)) || cell.starts_with(['\t', '\r', '\n']);
    if is_run || is_number(cell) { format!("{GUARD}{cell}") } else { cell.to_owned() }
}

/// Whether a spreadsheet may take it for a number, a day or a time, and show it otherwise than it was written.
fn is_number(cell: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_mark = |c: char| " 　,.:/%()¥$￥，．：／％（）年月日時分秒-eE".contains(c);
    cell.contains(is_digit) && cell.chars().all(|c| is_digit(c) || is_mark(c))
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
    use super::{CELL, guarded, pieces};

    #[test]
    fn what_would_be_run_or_counted_is_a_text() {
        for cell in
            ["=1+1", "＝1+1", "@SUM(A1)", "-2+3", "＋1", "－", "\t=1", "\r", "  =1", "　＝1", "\n@a", "4/1", "007"]
        {
            assert_eq!(guarded(cell), format!("\u{200b}{cell}"), "{cell:?}");
        }
        for cell in ["", "1+1", "2週間のうちに", "a=1", "普通の文", "\u{200b}=1", "・-2", "(´-ω-`)", "４月の係会"]
        {
            assert_eq!(guarded(cell), cell, "{cell:?}");
        }
    }

    #[test]
    fn a_long_answer_goes_on_and_loses_nothing() {
        assert_eq!(pieces(""), [""]);
        let long = "𠮷".repeat(CELL);
        let found = pieces(&long);
        assert_eq!(found.len(), 2);
        assert!(found.concat() == long && found.iter().all(|p| p.encode_utf16().count() <= CELL));
    }
}
