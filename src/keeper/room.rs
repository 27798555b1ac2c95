//! How much room all of it takes.
//!
//! May know: the stores. Must never know: what is in them.

use super::Keeper;
use super::pending::MIRROR;
use crate::browser::journal::Journal;
use crate::browser::mirror;

/// How many bytes each takes, as near as can be told from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// The record, and the mirror of what was just written.
    pub records: u64,
    /// The moments to go back to.
    pub moments: u64,
    /// What was set aside.
    pub aside: u64,
}

impl Keeper {
    /// How much room it takes now; nothing where it can't be read.
    pub async fn room(&self) -> Option<Room> {
        if self.inner.borrow().nothing.is_some() {
            return Some(Room::default());
        }
        let journal = Journal::open().await.ok()?;
        let contents = journal.read().await;
        journal.close();
        let contents = contents.ok()?;
        let size = |text: &str| 2 * text.encode_utf16().count() as u64;
        let records: u64 = contents.records.iter().map(|(key, text)| size(key) + size(text)).sum();
        let mirrored = mirror::read(MIRROR).map_or(0, |text| size(&text));
        Some(Room {
            records: records + mirrored,
            moments: self.moments().iter().map(|m| m.size).sum(),
            aside: contents.aside.iter().map(|text| size(text)).sum(),
        })
    }
}
