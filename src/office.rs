//! Office files: a manuscript as a Word and as an Excel file.
//!
//! The part of the program that is loaded last: only `src/bin/office.rs`, which runs in a worker, calls it, so that no byte
//! of it is in the page. May know: manuscripts, the app's own words. Must never know: a document, what is shared, the browser.
//!
//! *Invariant:* every word of the manuscript is in the file as it was written, but for what XML cannot hold; nothing of the
//! computer it was made on is. The same manuscript gives the same bytes.

mod excel;
mod text;
mod word;

use crate::export::Day;
use crate::export::manuscript::Manuscript;
use std::fmt;

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfficeError {
    /// The Word file could not be packed.
    Word(String),
    /// The Excel file could not be written.
    Excel(String),
}

impl fmt::Display for OfficeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(why) => write!(f, "word: {why}"),
            Self::Excel(why) => write!(f, "excel: {why}"),
        }
    }
}

/// The manuscript as a Word document (.docx).
///
/// # Errors
/// [`OfficeError::Word`], when it can't be packed.
pub fn word(manuscript: &Manuscript) -> Result<Vec<u8>, OfficeError> {
    word::file(manuscript).map_err(|e| OfficeError::Word(e.to_string()))
}

/// The manuscript as an Excel workbook (.xlsx), a sheet for each part.
///
/// # Errors
/// [`OfficeError::Excel`], when there are more things than a sheet has rows.
pub fn excel(manuscript: &Manuscript) -> Result<Vec<u8>, OfficeError> {
    excel::file(manuscript).map_err(|e| OfficeError::Excel(e.to_string()))
}

/// The day on which a file says it was made; one that office programs would refuse is not passed on.
fn made_on(day: Day) -> (u16, u8, u8) {
    let year = u16::try_from(day.year).ok().filter(|year| (1900..=9999).contains(year));
    let month = u8::try_from(day.month).ok().filter(|month| (1..=12).contains(month));
    let date = u8::try_from(day.day).ok().filter(|date| (1..=31).contains(date));
    match (year, month, date) {
        (Some(year), Some(month), Some(date)) => (year, month, date),
        _ => (2000, 1, 1),
    }
}
