//! What leaves the person's hands: files, made from a [`SharedPlan`](crate::share::SharedPlan) alone.
//!
//! May know: what is shared, the pack's words. Must never know: a whole document, the browser, how a file is handed over.
//!
//! *Invariant:* nothing in here takes a `Document`. The backup, which holds everything, is `format`'s.

pub mod across;
pub mod appearing;
pub mod blank;
pub mod calendar;
pub mod csv;
pub mod forms;
pub mod full;
pub mod letters;
pub mod manuscript;
pub mod markdown;
mod plain;
pub mod rehearsal;
pub mod room;
pub mod shareable;
pub mod sheet;
pub mod text;
pub mod unsure;

use serde::{Deserialize, Serialize};

/// A file to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with the local date in it, without any word of the person's.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// Its bytes.
    pub body: Vec<u8>,
}

/// A calendar day in the person's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Year of the common era.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 31.
    pub day: u32,
}

/// Whether a number is a time that a clock may have shown: 0 says that none was noted, and a file may hold
/// any number.
pub fn is_moment(time: u64) -> bool {
    (1..crate::document::LAST_MOMENT).contains(&time)
}

impl Day {
    /// Whether there is a day of this time: [`is_moment`].
    pub fn may_be_of(time: u64) -> bool {
        is_moment(time)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// `ありたい_面談用紙_2026-11-22.md`: a clean title and the local date, and nothing that anybody wrote.
pub fn file_name(title: &str, day: Day, ending: &str) -> String {
    format!("{}.{ending}", title_with_day(title, day))
}

/// The same without an ending, for the place where the browser adds its own.
pub fn title_with_day(title: &str, day: Day) -> String {
    format!("{title}_{day}")
}
