//! The Excel file: a sheet that says what it is, then one for each part.
//!
//! May know: manuscripts, what Excel can hold and show. Must never know: how a file is packed (that is the crate's).
//!
//! *Invariant:* every word goes in as a string, so that none is ever a formula, and none is cut off: not by the number of
//! characters a cell holds, not by the height a row can have.

mod look;

use super::made_on;
use super::text::{Room, clean, pieces, width};
use crate::export::manuscript::{Entry, Group, Manuscript, Part};
use crate::pack::Lang;
use crate::wording as w;
use look::{Look, Looks};
use rust_xlsxwriter::{ColNum, DocProperties, ExcelDateTime, RowNum, Workbook, Worksheet, XlsxError};

/// Characters, as Excel counts them, in a cell; and in the name of a sheet.
const MOST_UNITS: usize = 32_000;
const MOST_IN_NAME: usize = 31;
/// A row is at most 409 points high, and what is below is neither shown nor printed: so many lines of our font, and one to spare.
const MOST_LINES: usize = 20;
/// Widths of columns, in digits: of labels, and the bounds for the columns of a table.
const LABEL: usize = 24;
const COLUMN: (usize, usize) = (11, 44);
/// What fits across a page: standing up at full size, and lying down at four fifths of it. More would be hard to read.
const PORTRAIT: usize = 86;
const LANDSCAPE: usize = 158;

/// The file.
pub(super) fn file(m: &Manuscript) -> Result<Vec<u8>, XlsxError> {
    let lang = Lang::from_code(&m.lang);
    let looks = Looks::new();
    let mut book = Workbook::new();
    let (year, month, date) = made_on(m.day);
    // The crate would ask a clock; and what Feb. 31 is, nobody knows.
    let made = ExcelDateTime::from_ymd(year, month, date).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    book.set_properties(
        &DocProperties::new().set_title(clean(&m.title)).set_author(w::APP.get(lang)).set_creation_datetime(&made),
    );
    let mut names = Vec::new();
    let mut add = |name: &str, fill: &dyn Fn(&mut Sheet) -> Result<(), XlsxError>| {
        let mut sheet = Sheet { looks: &looks, lang, page: Worksheet::new(), row: 0, widths: Vec::new() };
        sheet.page.set_name(sheet_name(name, &names))?;
        names.push(sheet.page.name().to_lowercase());
        fill(&mut sheet)?;
        sheet.prints(m)?;
        book.push_worksheet(sheet.page);
        Ok::<(), XlsxError>(())
    };
    add(&m.title, &|sheet| sheet.cover(m))?;
    for part in &m.parts {
        add(&part.heading, &|sheet| sheet.part(part))?;
    }
    book.save_to_buffer()
}

/// A name that a sheet can have, and none of those before has: Excel does not tell capitals apart.
fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let allowed =
        |c: char| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() { '・' } else { c };
    let wanted: String = clean(wanted).chars().map(allowed).collect();
    let trimmed = wanted.trim_matches(['\'', ' ', '　']);
    // What its own list of changes is called.
    let reserved = ["history", "履歴"].contains(&trimmed.to_lowercase().as_str());
    let base = if trimmed.is_empty() || reserved { format!("1 {trimmed}") } else { trimmed.to_owned() };
    let mut name = begin(&base, MOST_IN_NAME);
    for number in 2.. {
        if !taken.contains(&name.to_lowercase()) {
            break;
        }
        let ending = format!(" {number}");
        name = begin(&base, MOST_IN_NAME - ending.len()) + &ending;
    }
    name
}

/// As much of the beginning as has so many UTF-16 units, not ending as a name must not.
fn begin(text: &str, units: usize) -> String {
    let room = Room { units, lines: usize::MAX - 1, columns: usize::MAX };
    pieces(text, room).first().map_or("", |piece| piece.trim_end_matches(['\'', ' ', '　'])).to_owned()
}

/// A sheet that is being written, from its first row on.
struct Sheet<'a> {
    looks: &'a Looks,
    lang: Lang,
    page: Worksheet,
    row: RowNum,
    /// How wide its columns are.
    widths: Vec<usize>,
}

impl Sheet<'_> {
    fn cover(&mut self, m: &Manuscript) -> Result<(), XlsxError> {
        self.widths = vec![LABEL, PORTRAIT - LABEL];
        self.line(&m.title, Look::Title)?;
        if let Some(mark) = &m.mark {
            self.line(mark, Look::Mark)?;
        }
        for note in &m.notes {
            self.cells(&[note], Look::Note, Look::Note)?;
        }
        self.line(&m.day.to_string(), Look::Note)?;
        self.row += 1;
        for Entry { label, words } in &m.head {
            self.cells(&[label, words], Look::Label, Look::Words)?;
        }
        Ok(())
    }

    fn part(&mut self, part: &Part) -> Result<(), XlsxError> {
        self.widths = widths(part);
        self.line(&part.heading, Look::Part)?;
        let mut head_of_all = self.row;
        for (at, group) in part.groups.iter().enumerate() {
            if let Some(heading) = &group.heading {
                self.row += RowNum::from(at > 0);
                self.line(heading, Look::Group)?;
            }
            if group.many {
                self.cells(&group.columns, Look::Head, Look::Head)?;
                // A head row can stand above everything only where all that comes is below it.
                if part.groups.len() == 1 {
                    head_of_all = self.row;
                }
                // What is said of nothing further is no name.
                let name = if group.columns.len() > 1 { Look::Name } else { Look::Words };
                for row in &group.rows {
                    self.cells(row, name, Look::Words)?;
                }
            } else {
                for (label, words) in (0..group.rows.len()).flat_map(|row| group.said(row)) {
                    self.cells(&[label, words], Look::Label, Look::Words)?;
                }
            }
        }
        self.page.set_freeze_panes(head_of_all, 0)?;
        self.page.set_repeat_rows(0, head_of_all - 1)?;
        Ok(())
    }

    /// A line that reaches over the columns beside it.
    fn line(&mut self, words: &str, look: Look) -> Result<(), XlsxError> {
        let room = Room { units: MOST_UNITS, lines: MOST_LINES, columns: usize::MAX };
        for piece in pieces(&clean(words), room) {
            self.page.write_string_with_format(self.row, 0, piece, self.looks.of(look))?;
            self.next_row(look.line_height(), 1 + piece.matches('\n').count())?;
        }
        Ok(())
    }

    /// Goes on below a row of so many lines. Its height is said: Excel finds the height of a row by itself, but not of one with
    /// joined cells, and other programs of none.
    fn next_row(&mut self, line_height: f64, lines: usize) -> Result<(), XlsxError> {
        let lines = u16::try_from(lines).map_or(1.0, f64::from);
        self.page.set_row_height(self.row, (line_height * lines + look::AROUND).min(look::HIGHEST))?;
        self.row += 1;
        Ok(())
    }

    /// A row of cells, the last one as far as the sheet reaches. What is too much for a cell goes on in the row below, where the
    /// first one says so.
    fn cells(&mut self, words: &[impl AsRef<str>], first: Look, others: Look) -> Result<(), XlsxError> {
        let last = words.len().saturating_sub(1);
        // How much room each cell has. A kanji is a little wider than two digits, and lines do not end just anywhere.
        let room = |at: usize| {
            let to = if at == last { self.widths.len() } else { at + 1 };
            let width: usize = self.widths.get(at..to).unwrap_or_default().iter().sum();
            Room { units: MOST_UNITS, lines: MOST_LINES, columns: (width * 7 / 8).max(2) }
        };
        let rooms: Vec<Room> = (0..words.len()).map(room).collect();
        let cleaned: Vec<String> = words.iter().map(|words| clean(words.as_ref())).collect();
        let cut: Vec<Vec<&str>> = cleaned.iter().zip(&rooms).map(|(words, room)| pieces(words, *room)).collect();
        let reaches = column(self.widths.len().saturating_sub(1));
        for number in 0..cut.iter().map(Vec::len).max().unwrap_or(0) {
            let mut lines = 1;
            for (at, pieces) in cut.iter().enumerate() {
                let goes_on = if number > 0 && at == 0 { w::OFFICE_CONTINUED.get(self.lang) } else { "" };
                let piece = [goes_on, pieces.get(number).copied().unwrap_or_default()].concat();
                let look = self.looks.of(if at == 0 { first } else { others });
                if at == last && column(at) < reaches {
                    self.page.merge_range(self.row, column(at), self.row, reaches, &piece, look)?;
                } else {
                    // (An empty string becomes an empty cell that has its border.)
                    self.page.write_string_with_format(self.row, column(at), &piece, look)?;
                }
                lines = lines.max(rooms[at].lines_of(&piece));
            }
            self.next_row(look::LINE_HEIGHT, lines)?;
        }
        Ok(())
    }

    /// How it is shown and printed: on A4, as wide as one page, with the mark on every page.
    fn prints(&mut self, m: &Manuscript) -> Result<(), XlsxError> {
        for (at, width) in self.widths.iter().enumerate() {
            self.page.set_column_width(column(at), u16::try_from(*width).map_or(8.0, f64::from))?;
        }
        let literally = |words: &str| clean(words).replace('&', "&&").replace('\n', " ");
        self.page
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.6, 0.6, 0.8, 0.8, 0.35, 0.35)
            .set_screen_gridlines(false)
            .set_footer(format!("&L{}　{}&R&P / &N", literally(&m.title), m.day));
        if self.widths.iter().sum::<usize>() > PORTRAIT {
            self.page.set_landscape();
        } else {
            self.page.set_portrait();
        }
        if let Some(mark) = &m.mark {
            self.page.set_header(format!("&R&B{}", literally(mark)));
        }
        Ok(())
    }
}

fn column(at: usize) -> ColNum {
    ColNum::try_from(at).unwrap_or(ColNum::MAX)
}

/// How wide the columns of a part's sheet are: as its widest group needs them, and together no wider than can be read on paper.
fn widths(part: &Part) -> Vec<usize> {
    let columns = |group: &Group| if group.many { group.columns.len() } else { 2 };
    let most = part.groups.iter().map(columns).max().unwrap_or(1);
    let mut widths = vec![COLUMN.0; most];
    for group in part.groups.iter().filter(|group| columns(group) == most) {
        for (at, width) in widths.iter_mut().enumerate() {
            *width = (*width).max(if group.many { wanted(group, at) } else { [LABEL, PORTRAIT - LABEL][at.min(1)] });
        }
    }
    let all: usize = widths.iter().sum();
    if all > LANDSCAPE {
        for width in &mut widths {
            *width = (*width * LANDSCAPE / all).max(COLUMN.0);
        }
    } else if all < PORTRAIT
        && let Some(last) = widths.last_mut()
    {
        *last += PORTRAIT - all;
    }
    widths
}

/// How wide a column of a table would be on its own.
fn wanted(group: &Group, at: usize) -> usize {
    let said = group.rows.iter().filter_map(|row| row.get(at)).map(|words| width(words));
    let label = group.columns.get(at).map_or(0, |label| width(label));
    (said.max().unwrap_or(0).max(label) * 8 / 7 + 1).clamp(COLUMN.0, COLUMN.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_excel_takes() {
        let long = "一二三四五六七八九十".repeat(4);
        let mut taken = Vec::new();
        for (wanted, name) in [
            ("価値観", "価値観"),
            ("キャリア/プラン", "キャリア・プラン"),
            ("[a]:*?\\/", "・a・・・・・・"),
            ("'引用'", "引用"),
            ("", "1 "),
            ("履歴", "1 履歴"),
            ("History", "1 History"),
            ("Values", "Values"),
            ("VALUES", "VALUES 2"),
            ("values", "values 3"),
            (&long, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"),
            (&long, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九 2"),
            (&"𠮷".repeat(20), "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"),
        ] {
            let is = sheet_name(wanted, &taken);
            assert_eq!(is, name.trim_end(), "{wanted}");
            assert!(Worksheet::new().set_name(&is).is_ok(), "{is}");
            taken.push(is.to_lowercase());
        }
    }
}
