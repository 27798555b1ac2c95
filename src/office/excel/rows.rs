//! The rows of the Excel file: which words stand in which columns, and how high that makes them.
//!
//! May know: groups of a manuscript, what a cell can hold and show. Must never know: on which sheet a row
//! will stand.

use super::look::{self, Look};
use crate::export::manuscript::Group;
use crate::office::text::{Room, clean, columns, pieces};
use crate::pack::Lang;
use crate::wording as w;
use rust_xlsxwriter::ColNum;

/// The columns of every sheet, in digits: labels first. Together they are as wide as an upright page at full
/// size.
pub(super) const COLUMNS: [usize; 4] = [24, 20, 20, 22];
/// Characters, as Excel counts them, in a cell.
const MOST_UNITS: usize = 32_000;
/// A row is at most 409 points high, and what is below is neither shown nor printed: so many lines of our
/// font, and one to spare.
const MOST_LINES: usize = 20;

/// A row of a sheet.
#[derive(Clone)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// In points.
    pub(super) height: f64,
    /// Whether it belongs to the list of what is where.
    pub(super) is_contents: bool,
}

/// A cell, or several columns joined to one.
#[derive(Clone)]
pub(super) struct Cell {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) words: String,
    pub(super) look: Look,
    /// The part that a click leads to.
    pub(super) link: Option<usize>,
}

impl Cell {
    pub(super) fn new(words: &str, look: Look) -> Self {
        Self { from: 0, to: 0, words: words.to_owned(), look, link: None }
    }
}

impl Row {
    /// A row of one line.
    pub(super) fn of(cells: Vec<Cell>) -> Self {
        Self { cells, height: look::LINE_HEIGHT + look::AROUND, is_contents: false }
    }

    /// Some room.
    pub(super) fn gap() -> Self {
        Self { height: look::LINE_HEIGHT / 2.0, ..Self::of(Vec::new()) }
    }
}

/// What is not parted by the end of a page: a thing, or what is said once.
pub(super) struct Unit {
    /// Whether the group begins with it. Then its heading and head row are among the rows.
    pub(super) is_first: bool,
    pub(super) rows: Vec<Row>,
    /// The head row once more, for where the group goes on.
    pub(super) head: Vec<Row>,
}

pub(super) fn column(at: usize) -> ColNum {
    ColNum::try_from(at).unwrap_or(ColNum::MAX)
}

/// A group, in units. As a table where it reads best as one; else each thing under its name.
pub(super) fn units_of(group: &Group, lang: Lang) -> Vec<Unit> {
    let mut heading: Vec<Row> = group.heading.iter().flat_map(|words| rows_of_line(words, Look::Group)).collect();
    // One column needs no head: the heading above it says what it is.
    let is_headed = group.is_table() && group.columns.len() > 1;
    let head = if is_headed { row_of(&group.columns, Look::Head, Look::Head, lang) } else { Vec::new() };
    heading.extend(head.iter().cloned());
    let unit = |number: usize| {
        let mut rows = if number == 0 { std::mem::take(&mut heading) } else { Vec::new() };
        if group.is_table() {
            // What is said of nothing further is no name.
            let name = if is_headed { Look::Name } else { Look::Words };
            rows.extend(row_of(&group.rows[number], name, Look::Words, lang));
        } else {
            if group.many {
                rows.extend(row_of(&[group.name(number)], Look::Thing, Look::Thing, lang));
            }
            for (label, words) in group.said(number) {
                rows.extend(row_of(&[label, words], Look::Label, Look::Words, lang));
            }
        }
        Unit { is_first: number == 0, rows, head: head.clone() }
    };
    (0..group.rows.len()).map(unit).collect()
}

/// A line that reaches over the columns beside it.
pub(super) fn rows_of_line(words: &str, look: Look) -> Vec<Row> {
    let room = Room {
        units: MOST_UNITS,
        lines: MOST_LINES,
        columns: (width(0, COLUMNS.len() - 1) * 7 / 8 * 11 / look.size()).max(2),
    };
    let words = clean(words);
    let row = |piece: &str| Row {
        cells: vec![Cell { to: COLUMNS.len() - 1, ..Cell::new(piece, look) }],
        height: height(look.line_height(), room.lines_of(piece)),
        is_contents: false,
    };
    pieces(&words, room).into_iter().map(row).collect()
}

/// A row of cells, the last one as far as the sheet reaches. What is too much for a cell goes on in the row
/// below, where the first one says so.
pub(super) fn row_of(words: &[impl AsRef<str>], first: Look, others: Look, lang: Lang) -> Vec<Row> {
    let last = words.len().saturating_sub(1);
    let reaches = |at: usize| if at == last { COLUMNS.len() - 1 } else { at };
    let cleaned: Vec<String> = words.iter().map(|words| clean(words.as_ref())).collect();
    // How much room each cell has. A kanji is a little wider than two digits and a bold letter than one, and
    // lines do not end just anywhere.
    let room = |at: usize| {
        let width = width(at, reaches(at));
        let is_narrow = at > 0 && others == Look::Words && cleaned[at].chars().all(|c| columns(c) <= 1);
        Room {
            units: MOST_UNITS,
            lines: MOST_LINES,
            columns: (if is_narrow { width - 1 } else { width * 7 / 8 }).max(2),
        }
    };
    let rooms: Vec<Room> = (0..words.len()).map(room).collect();
    let cut: Vec<Vec<&str>> = cleaned.iter().zip(&rooms).map(|(words, room)| pieces(words, *room)).collect();
    let row = |number: usize| {
        let cell = |(at, pieces): (usize, &Vec<&str>)| {
            let goes_on = if number > 0 && at == 0 { w::OFFICE_CONTINUED.get(lang) } else { "" };
            let piece = [goes_on, pieces.get(number).copied().unwrap_or_default()].concat();
            Cell { from: at, to: reaches(at), ..Cell::new(&piece, if at == 0 { first } else { others }) }
        };
        let cells: Vec<Cell> = cut.iter().enumerate().map(cell).collect();
        let lines = cells.iter().zip(&rooms).map(|(cell, room)| room.lines_of(&cell.words)).max().unwrap_or(1);
        Row { cells, height: height(look::LINE_HEIGHT, lines), is_contents: false }
    };
    (0..cut.iter().map(Vec::len).max().unwrap_or(0)).map(row).collect()
}

fn width(from: usize, to: usize) -> usize {
    COLUMNS[from..=to].iter().sum()
}

fn height(line: f64, lines: usize) -> f64 {
    (line * u16::try_from(lines).map_or(1.0, f64::from) + look::AROUND).min(look::HIGHEST)
}
