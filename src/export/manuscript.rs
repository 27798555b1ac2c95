//! A manuscript: what a longer document says, part by part, for every format that writes one (Word, Excel, Markdown, plain
//! text, CSV, the printed plan).
//!
//! It holds words and nothing else, so it can cross to the worker that writes office files.
//! May know: languages, days. Must never know: a document, a pack, what is shared, a file format.

use super::Day;
use serde::{Deserialize, Serialize};

/// The whole of it, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manuscript {
    /// The language it is written in: `ja` or `en`.
    pub lang: String,
    /// What it is called.
    pub title: String,
    /// The name of its file, without date and ending. Holds no word of the person's.
    pub file: String,
    /// The local day on which it was made.
    pub day: Day,
    /// What stands on every page, where it must: 「非公開を含む」.
    pub mark: Option<String>,
    /// What the reader should know first, a paragraph each.
    pub notes: Vec<String>,
    /// Whose it is, where that is said: for the head of every page.
    pub name: Option<String>,
    /// Date, department, name: labels and words.
    pub head: Vec<Entry>,
    /// The parts, none of them empty.
    pub parts: Vec<Part>,
}

/// A label and the words that belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What the words are.
    pub label: String,
    /// The words as written; may be of several lines.
    pub words: String,
}

/// One part, with a heading of the first order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// Its groups, none of them empty.
    pub groups: Vec<Group>,
}

/// Things of one kind: several of them, or one that exists once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its heading, of the second order; `None` where the part's says it.
    pub heading: Option<String>,
    /// What they are called one by one: 「経験」.
    pub one: String,
    /// Whether there can be several. The first column is their name then.
    pub many: bool,
    /// The labels of what is said of them. A column in which nothing stands is not there.
    pub columns: Vec<String>,
    /// One row for each thing, as long as [`Group::columns`]; a cell is empty where nothing is said.
    pub rows: Vec<Vec<String>>,
}

impl Group {
    /// Whether it reads best as a table: several things of which little is said.
    pub fn is_table(&self) -> bool {
        self.many && self.columns.len() <= 4
    }

    /// What a thing is called: its first cell, or 「経験 2」 where that is not said.
    pub fn name(&self, row: usize) -> String {
        match self.rows.get(row).and_then(|cells| cells.first()) {
            Some(name) if !name.is_empty() => name.clone(),
            _ => format!("{} {}", self.one, row + 1),
        }
    }

    /// What is said of a thing besides its name: label and words.
    pub fn said(&self, row: usize) -> impl Iterator<Item = (&str, &str)> {
        let cells = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        let each = self.columns.iter().zip(cells).skip(usize::from(self.many));
        each.filter(|(_, words)| !words.is_empty()).map(|(label, words)| (label.as_str(), words.as_str()))
    }
}

impl Manuscript {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.head.is_empty()
    }
}
