//! The binder: this year's edition, open, behind the closed ones of other years.
//! May know: documents. Must never know: how they are stored.

use super::order::ordered;
use super::{Document, ItemId};
use serde_json::{Map, Value};
use std::mem;

/// No clock shows a time after this one: the end of the year 2199 (UTC), in milliseconds since 1970.
pub const LAST_MOMENT: u64 = 7_258_118_399_999;

/// One run through the walk: this year's, or a closed one of another year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Random identity.
    pub id: ItemId,
    /// When it was begun, milliseconds since 1970 (UTC).
    pub opened_at: u64,
    /// When it was closed; `None` while it is being written.
    pub closed_at: Option<u64>,
    /// What was said.
    pub document: Document,
    /// What a newer program noted about the edition. Carried along untouched.
    pub(crate) unknown: Map<String, Value>,
}

impl Edition {
    /// A fresh edition.
    pub fn new(id: ItemId, opened_at: u64) -> Self {
        Self { id, opened_at, closed_at: None, document: Document::default(), unknown: Map::new() }
    }
}

/// Everything a person keeps: closed editions, and the open one. The backup is the binder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binder {
    /// Oldest first; the last one is open.
    editions: Vec<Edition>,
}

impl Binder {
    /// A binder with one fresh edition.
    pub fn new(id: ItemId, opened_at: u64) -> Self {
        Self { editions: vec![Edition::new(id, opened_at)] }
    }

    /// A binder of these editions; `None` where there are none. An edition is closed by beginning the next one, so that
    /// where none is open the next one is missing: the youngest is then open again, with all that stands in it.
    pub(crate) fn of(editions: Vec<Edition>) -> Option<Self> {
        // The open one last; among closed ones the oldest first.
        let mut editions = ordered(editions, |e| (e.closed_at.is_none().into(), e.opened_at));
        editions.last_mut()?.closed_at = None;
        Some(Self { editions })
    }

    /// Closes the open edition and puts the next one, which is younger than all, behind it.
    pub(super) fn begin(&mut self, next: Edition, at: u64) {
        self.open_mut().closed_at = Some(at);
        self.editions.push(next);
        self.arrange();
    }

    /// Takes the open edition out, and opens the one of that id again. Answers with what went, and when the other had
    /// been closed; `None`, and nothing is done, where there is no closed edition of that id.
    pub(super) fn reopen(&mut self, id: ItemId) -> Option<(Edition, u64)> {
        let closed_at = self.editions.iter_mut().find(|e| e.id == id)?.closed_at.take()?;
        let gone = self.editions.pop()?;
        self.arrange();
        Some((gone, closed_at))
    }

    fn arrange(&mut self) {
        if let Some(arranged) = Self::of(mem::take(&mut self.editions)) {
            *self = arranged;
        }
    }

    /// The edition that is being written, to be written.
    pub(super) fn open_mut(&mut self) -> &mut Edition {
        let last = self.editions.len() - 1;
        &mut self.editions[last]
    }

    /// All editions, oldest first.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The edition that is being written.
    pub fn open(&self) -> &Edition {
        // A binder is only made with an edition in it (`new`, `of`), and nothing removes the last one.
        &self.editions[self.editions.len() - 1]
    }

    /// The editions before the open one, oldest first. They are read, and no more written.
    pub fn former(&self) -> &[Edition] {
        &self.editions[..self.editions.len() - 1]
    }

    /// Whether there is nothing in it at all.
    pub fn is_blank(&self) -> bool {
        self.document().is_blank() && self.former().is_empty()
    }

    /// The document that is being written.
    pub fn document(&self) -> &Document {
        &self.open().document
    }
}
