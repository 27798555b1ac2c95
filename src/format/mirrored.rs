//! The mirror's text: what the journal may not have yet. A line that says what stands there, then each record, a line each.
//!
//! May know: records. Must never know: where the text is kept, whether the journal has it.
//!
//! *Invariant:* what the journal has acknowledged may go on standing there: [`Mirrored::later_than`] passes it over.

use super::{FORMAT, Record, migrate};
use crate::json;
use serde_json::{Value, json};

/// What stood in a mirror.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mirrored {
    /// The format it was written in; 0 where nothing stood there.
    pub format: u32,
    /// The generation that replaced everything that was before it; 0 where none did.
    replaced_at: u64,
    by: By,
    records: Vec<Record>,
}

/// Who wrote a mirror, and on top of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct By {
    /// The tab; 0 where none is named.
    pub writer: u64,
    /// The generation that it knew to be in the journal.
    pub known: u64,
}

/// Writes a mirror: the last generation, the one that replaces everything (or 0), who writes, and records as
/// [`Record::encode`] wrote them.
pub fn mirrored<'a>(generation: u64, replaced_at: u64, by: By, records: impl Iterator<Item = &'a str>) -> String {
    let (writer, known) = (by.writer, by.known);
    let head = json!({ "format": FORMAT, "generation": generation, "all": replaced_at, "by": writer, "on": known });
    let mut text = head.to_string();
    for record in records {
        text.push('\n');
        text.push_str(record);
    }
    text
}

/// The last generation in a mirror; 0 where that can't be told.
pub fn mirrored_generation(text: &str) -> u64 {
    let head = text.lines().next().and_then(|head| json::read(head, 0).ok());
    head.and_then(|head| head["generation"].as_u64()).unwrap_or(0)
}

/// Who wrote a mirror; of nobody's where that can't be told.
pub fn mirrored_by(text: &str) -> By {
    let head = text.lines().next().and_then(|head| json::read(head, 0).ok()).unwrap_or_default();
    By { writer: head["by"].as_u64().unwrap_or(0), known: head["on"].as_u64().unwrap_or(0) }
}

impl Mirrored {
    /// Reads a mirror. What is damaged is passed over.
    pub fn read(text: &str) -> Self {
        let mut lines = text.lines();
        let Some(head) = lines.next().and_then(|head| json::read(head, 0).ok()) else { return Self::default() };
        // Once everything stood on one line, and only a mark said that it replaced all.
        let once = head["records"].as_array().cloned().unwrap_or_default();
        let replaced_at = if head["all"] == true { u64::MAX } else { head["all"].as_u64().unwrap_or(0) };
        let format = head["format"].as_u64().and_then(|f| u32::try_from(f).ok()).unwrap_or(0);
        let records = once.iter().filter_map(Value::as_str).chain(lines).filter_map(Record::decode).collect();
        let by = By { writer: head["by"].as_u64().unwrap_or(0), known: head["on"].as_u64().unwrap_or(0) };
        Self { format, replaced_at, by, records: migrate(records, format) }
    }

    /// Whether it stands on something older than what another tab has written into a journal at this generation: its records
    /// are not later then, whatever they say, but another version.
    pub fn beside(&self, head: u64, writer: u64) -> bool {
        self.by.writer != 0 && self.by.writer != writer && self.by.known < head
    }

    /// Who wrote it.
    pub fn by(&self) -> By {
        self.by
    }

    /// The texts of what its writer did not know to be in the journal.
    pub fn unknown(&self) -> Vec<String> {
        let late = self.records.iter().filter(|record| record.generation > self.by.known);
        late.map(Record::encode).collect()
    }

    /// The records that a journal at this generation does not have, and whether they replace all that it has.
    pub fn later_than(self, head: u64) -> (Vec<Record>, bool) {
        let late: Vec<Record> = self.records.into_iter().filter(|r| r.generation > head).collect();
        let all = self.replaced_at > head && late.iter().any(|r| r.body.is_some());
        (late, all)
    }
}
