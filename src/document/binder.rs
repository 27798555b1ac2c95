//! The binder: this year's edition, open, behind the closed ones of other years.
//! May know: documents. Must never know: how they are stored.

use super::{Document, ItemId};
use serde_json::{Map, Value};

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
    pub(crate) editions: Vec<Edition>,
}

impl Binder {
    /// A binder with one fresh edition.
    pub fn new(id: ItemId, opened_at: u64) -> Self {
        Self { editions: vec![Edition::new(id, opened_at)] }
    }

    /// All editions, oldest first.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The edition that is being written.
    pub fn open(&self) -> &Edition {
        // A binder is only made with an edition in it (`new`, `format::assemble`), and nothing removes the last one.
        &self.editions[self.editions.len() - 1]
    }

    /// The document that is being written.
    pub fn document(&self) -> &Document {
        &self.open().document
    }
}
