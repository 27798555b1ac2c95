//! The Excel file: what it is and what is in it, then part after part, a sheet for each page of paper.
//!
//! It is printed upright on A4, every sheet as wide as a page. Excel passes over page breaks of one's own
//! where a sheet is fitted to the width of a page. So parts are put on a sheet until its page is full, and
//! never parted between a heading and what stands under it. May know: manuscripts, what Excel can hold and
//! show. Must never know: how a file is packed (that is the crate's).
//!
//! *Invariant:* every word goes in as a string, so that none is ever a formula, but for a day that is written in full (`dates`).
//! None is cut off: not by the number of characters a cell holds, not by the height a row can have.

mod dates;
mod look;
mod names;
mod rows;

use super::made_on;
use super::text::clean;
use crate::export::manuscript::{Entry, Manuscript};
use crate::pack::Lang;
use crate::wording as w;
use look::{Look, Looks};
use rows::{COLUMNS, Cell, Row, row_of, rows_of_line, units_of};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, IgnoreError, RowNum, Url, Workbook, Worksheet, XlsxError};

/// What fits on a page of A4 between the margins, in points; the rest is for programs whose rows are a little
/// higher.
const PAGE: f64 = 705.0;
/// What stands in a header is short, or Excel leaves all of it out.
const MOST_IN_HEADER: usize = 80;

/// The file.
pub(super) fn file(m: &Manuscript) -> Result<Vec<u8>, XlsxError> {
    let lang = Lang::from_code(&m.lang);
    let mut book = Workbook::new();
    let (year, month, date) = made_on(m.day);
    // The crate would ask a clock; and what Feb. 31 is, nobody knows.
    let made = ExcelDateTime::from_ymd(year, month, date).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    book.set_properties(
        &DocProperties::new().set_title(clean(&m.title)).set_author(w::APP.get(lang)).set_creation_datetime(&made),
    );
    let sheets = laid_out(m, lang);
    let names = named(m, &sheets, lang);
    let looks = Looks::new();
    for (sheet, name) in sheets.iter().zip(&names) {
        let mut page = Worksheet::new();
        page.set_name(name)?;
        for (number, row) in (0..).zip(&sheet.rows) {
            write(&mut page, number, row, &looks, &|part| place_of(part, &sheets, &names))?;
        }
        prints(&mut page, sheet, m, lang)?;
        book.push_worksheet(page);
    }
    book.save_to_buffer()
}

/// A sheet: its rows, and which parts begin or go on in it.
#[derive(Default)]
struct Sheet {
    rows: Vec<Row>,
    parts: Vec<usize>,
    /// In which row a part begins.
    begins: Vec<(usize, RowNum)>,
}

impl Sheet {
    fn height(&self) -> f64 {
        self.rows.iter().map(|row| row.height).sum()
    }
}

/// The rows of all sheets.
fn laid_out(m: &Manuscript, lang: Lang) -> Vec<Sheet> {
    let mut sheets = vec![Sheet { rows: cover(m, lang), ..Sheet::default() }];
    for (number, part) in m.parts.iter().enumerate() {
        let heading = |continued: bool| {
            let between = if continued && lang == Lang::En { " " } else { "" };
            let goes_on = if continued { w::OFFICE_CONTINUED.get(lang) } else { "" };
            rows_of_line(&[&part.heading, between, goes_on].concat(), Look::Part)
        };
        let mut is_first = true;
        for group in &part.groups {
            for unit in units_of(group, lang) {
                let Some(sheet) = sheets.last_mut() else { break };
                let before = if is_first { heading(false) } else { Vec::new() };
                let gap = if sheet.rows.is_empty() || !(is_first || unit.is_first) { None } else { Some(Row::gap()) };
                let wanted: Vec<Row> = gap.into_iter().chain(before).chain(unit.rows.clone()).collect();
                let height: f64 = wanted.iter().map(|row| row.height).sum();
                if sheet.height() + height <= PAGE || sheet.rows.is_empty() {
                    if is_first {
                        let at =
                            sheet.rows.len() + usize::from(matches!(wanted.first(), Some(row) if row.cells.is_empty()));
                        sheet.begins.push((number, RowNum::try_from(at).unwrap_or(0)));
                    }
                    sheet.rows.extend(wanted);
                } else {
                    let mut next = Sheet { rows: heading(!is_first), ..Sheet::default() };
                    next.begins.extend(is_first.then_some((number, 0)));
                    // A table that goes on has its head here too.
                    next.rows.extend(if unit.is_first { Vec::new() } else { unit.head });
                    next.rows.extend(unit.rows);
                    sheets.push(next);
                }
                is_first = false;
                if let Some(sheet) = sheets.last_mut()
                    && sheet.parts.last() != Some(&number)
                {
                    sheet.parts.push(number);
                }
            }
        }
    }
    if sheets.len() > 1 {
        return sheets;
    }
    // What stands on this very sheet needs no list.
    if let Some(sheet) = sheets.first_mut() {
        let before = sheet.rows.len();
        sheet.rows.retain(|row| !row.is_contents);
        let fewer = RowNum::try_from(before - sheet.rows.len()).unwrap_or(0);
        for (_, at) in &mut sheet.begins {
            *at -= fewer;
        }
    }
    sheets
}

/// What stands before the parts: what this is, whose, made when, and where to find what.
fn cover(m: &Manuscript, lang: Lang) -> Vec<Row> {
    let mut rows = rows_of_line(&m.title, Look::Title);
    if let Some(mark) = &m.mark {
        rows.extend(rows_of_line(mark, Look::Mark));
    }
    for note in &m.notes {
        rows.extend(row_of(&[note], Look::Note, Look::Note, lang));
    }
    let made = w::day(m.day, lang);
    rows.extend(row_of(&[w::FILES_MADE.get(lang), &made], Look::Label, Look::Words, lang));
    for Entry { label, words } in &m.head {
        rows.extend(row_of(&[label, words], Look::Label, Look::Words, lang));
    }
    let mut contents = vec![Row::gap()];
    contents.extend(rows_of_line(w::OFFICE_CONTENTS.get(lang), Look::Group));
    for (number, part) in m.parts.iter().enumerate() {
        let cell = Cell { to: COLUMNS.len() - 1, link: Some(number), ..Cell::new(&clean(&part.heading), Look::Link) };
        contents.push(Row::of(vec![cell]));
    }
    for row in &mut contents {
        row.is_contents = true;
    }
    rows.extend(contents);
    rows
}

/// A name for each sheet.
fn named(m: &Manuscript, sheets: &[Sheet], lang: Lang) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for (number, sheet) in sheets.iter().enumerate() {
        let headings: Vec<&str> = sheet.parts.iter().map(|part| m.parts[*part].heading.as_str()).collect();
        let wanted = if number == 0 { m.title.clone() } else { names::of_parts(&headings, lang) };
        let name = names::sheet_name(&wanted, &taken);
        taken.push(name.to_lowercase());
        names.push(name);
    }
    names
}

/// Where a part begins, as a link says it.
fn place_of(part: usize, sheets: &[Sheet], names: &[String]) -> Option<String> {
    let mut places = sheets.iter().zip(names).flat_map(|(sheet, name)| sheet.begins.iter().map(move |at| (at, name)));
    let ((_, row), name) = places.find(|((number, _), _)| *number == part)?;
    Some(format!("internal:'{}'!A{}", name.replace('\'', "''"), row + 1))
}

/// Writes a row.
fn write(
    page: &mut Worksheet,
    number: RowNum,
    row: &Row,
    looks: &Looks,
    place_of: &dyn Fn(usize) -> Option<String>,
) -> Result<(), XlsxError> {
    // Its height is said: Excel finds the height of a row by itself, but not of one with joined cells, and
    // other programs of none.
    page.set_row_height(number, row.height)?;
    for cell in &row.cells {
        let (from, to) = (rows::column(cell.from), rows::column(cell.to));
        let date = dates::read(&cell.words).filter(|_| cell.look == Look::Words);
        let dated = date.as_ref().map(|(_, format)| looks.dated(format));
        let look = dated.as_ref().unwrap_or_else(|| looks.of(cell.look));
        if from < to {
            page.merge_range(number, from, number, to, "", look)?;
        }
        if let Some((day, _)) = date {
            page.write_datetime_with_format(number, from, day, look)?;
        } else if let Some(place) = cell.link.and_then(place_of) {
            page.write_url_with_format(number, from, Url::new(place).set_text(&cell.words), look)?;
        } else {
            // (An empty string becomes an empty cell that has its border.)
            page.write_string_with_format(number, from, &cell.words, look)?;
        }
    }
    Ok(())
}

/// How it is shown and printed: upright on A4, as wide as one page, with title, name, mark and number on
/// every page.
fn prints(page: &mut Worksheet, sheet: &Sheet, m: &Manuscript, lang: Lang) -> Result<(), XlsxError> {
    for (at, width) in COLUMNS.iter().enumerate() {
        page.set_column_width(rows::column(at), u16::try_from(*width).map_or(8.0, f64::from))?;
    }
    let literally = |words: &str| -> String {
        let line: String = clean(words).replace('\n', " ").chars().take(MOST_IN_HEADER).collect();
        // A number behind a code would be its size.
        line.replace('&', "&&")
    };
    let whose = m.name.as_ref().map_or_else(String::new, |name| format!("　{}", literally(name)));
    let mark = m.mark.as_ref().map_or_else(String::new, |mark| format!("&R&B{}", literally(mark)));
    page.set_paper_size(9)
        .set_portrait()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.6, 0.6, 0.8, 0.8, 0.35, 0.35)
        .set_screen_gridlines(false)
        .set_header(format!("&L{}{whose}{mark}", literally(&m.title)))
        .set_footer(format!("&L{}&R&P / &N", w::day(m.day, lang)));
    // The heading stays in sight, and stands on every page that a long answer needs.
    page.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    let last = RowNum::try_from(sheet.rows.len()).unwrap_or(RowNum::MAX).saturating_sub(1);
    // An answer like 「007」 is meant as it stands: no green corner asks about it.
    page.ignore_error_range(0, 0, last, rows::column(COLUMNS.len() - 1), IgnoreError::NumberStoredAsText)?;
    Ok(())
}
