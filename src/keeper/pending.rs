//! What waits to be saved: gathered, encoded as one batch, mirrored until the journal has acknowledged it.
//!
//! May know: records, the mirror. Must never know: signals, the clock, when to save.

use crate::browser::journal::{Journal, Kept};
use crate::browser::mirror;
use crate::document::Binder;
use crate::document::record::RecordKey;
use crate::format::{self, FORMAT, Record};
use crate::history::Why;

pub(super) const MIRROR: &str = "mirror";

#[allow(
    clippy::struct_excessive_bools,
    reason = "each says something of its own about a write that is under way or not"
)]
#[derive(Default)]
pub(super) struct Inner {
    pub(super) journal: Option<Journal>,
    /// The generation of the last write that was begun.
    pub(super) generation: u64,
    /// The generation of the last write that the journal acknowledged.
    pub(super) acknowledged: u64,
    /// What is to be encoded: touched since the last write began.
    pub(super) pending: Vec<RecordKey>,
    pub(super) replace_all: bool,
    /// Whether everything is to be written again, because the journal was emptied underneath.
    pub(super) rewrite: bool,
    pub(super) before: Option<Kept>,
    /// The names of the moments that are kept.
    pub(super) moments: Vec<String>,
    /// What was there before it changed, and its generation, until it is a moment.
    pub(super) earlier: Option<Earlier>,
    /// What was written, one of each key.
    pub(super) unacknowledged: Vec<Unacknowledged>,
    /// The generation of those that replaces all that the journal holds; 0 where none does.
    pub(super) replaced_at: u64,
    /// The generation that stands in the mirror; 0 where nothing does.
    pub(super) mirrored: u64,
    /// Whether the journal holds the open edition's own record, or it is pending.
    pub(super) has_edition: bool,
    /// How it stands where nothing is to be kept.
    pub(super) nothing: Option<Nothing>,
    /// How often everything was erased: what was on its way then is not kept.
    pub(super) times_erased: u32,
    /// Whether the journal names the format of its records.
    pub(super) has_format: bool,
    pub(super) aside: Vec<String>,
    pub(super) waiting: bool,
    /// Whether the mirror is looked after in a while.
    pub(super) tidying: bool,
    pub(super) in_flight: bool,
    /// No writing at all: a newer format is stored, or another tab is ahead, or all was erased.
    pub(super) stopped: bool,
}

/// Nothing is kept.
#[derive(Clone, Copy)]
pub(super) struct Nothing {
    /// Whether there are words that are in no file either.
    pub(super) unsaved: bool,
}

/// What may become a moment.
pub(super) struct Earlier {
    pub(super) binder: Binder,
    pub(super) generation: u64,
    pub(super) why: Why,
}

/// An encoded record that the journal has not acknowledged.
pub(super) struct Unacknowledged {
    key: String,
    pub(super) generation: u64,
    text: String,
}

/// One write, from its beginning to its acknowledgement.
#[derive(Clone)]
pub(super) struct Batch {
    pub(super) expected: u64,
    pub(super) acknowledged: u64,
    pub(super) generation: u64,
    pub(super) format: Option<u32>,
    pub(super) keys: Vec<RecordKey>,
    pub(super) records: Vec<(String, Option<String>)>,
    pub(super) replace_all: bool,
    pub(super) rewrite: bool,
    pub(super) before: Option<Kept>,
    pub(super) aside: Vec<String>,
}

impl Inner {
    pub(super) fn has_work(&self) -> bool {
        !self.pending.is_empty() || self.replace_all || !self.aside.is_empty()
    }

    pub(super) fn begin(&mut self, binder: &Binder) -> Batch {
        let expected = self.generation;
        self.generation += 1;
        let keys = std::mem::take(&mut self.pending);
        let replace_all = std::mem::take(&mut self.replace_all);
        let rewrite = std::mem::take(&mut self.rewrite);
        let touched = keys.iter().map(|key| Record::of(binder, key, self.generation));
        let encoded: Vec<Record> = if replace_all {
            self.unacknowledged.clear();
            format::records(binder, self.generation)
        } else if rewrite {
            let gone = touched.filter(|record| record.body.is_none());
            gone.chain(format::records(binder, self.generation)).collect()
        } else {
            touched.collect()
        };
        let mut records = Vec::with_capacity(encoded.len());
        for record in encoded {
            // A record that is gone is mirrored too, so that it doesn't come back from the journal.
            let text = record.encode();
            self.unacknowledged.retain(|waits| waits.key != record.key);
            let waits = Unacknowledged { key: record.key.clone(), generation: self.generation, text: text.clone() };
            self.unacknowledged.push(waits);
            records.push((record.key, record.body.is_some().then_some(text)));
        }
        self.in_flight = true;
        if replace_all {
            self.replaced_at = self.generation;
        }
        self.write_mirror();
        Batch {
            expected,
            acknowledged: if replace_all || rewrite { 0 } else { self.acknowledged },
            generation: self.generation,
            format: (replace_all || rewrite || !self.has_format).then_some(FORMAT),
            keys,
            records,
            replace_all,
            rewrite,
            before: self.before.take(),
            aside: std::mem::take(&mut self.aside),
        }
    }

    pub(super) fn take_back(&mut self, batch: Batch) {
        for key in batch.keys {
            if !self.pending.contains(&key) {
                self.pending.push(key);
            }
        }
        self.replace_all |= batch.replace_all;
        self.rewrite |= batch.rewrite;
        self.before = self.before.take().or(batch.before);
        self.aside.extend(batch.aside);
    }

    /// The journal has all up to a generation.
    pub(super) fn acknowledge(&mut self, generation: u64) {
        self.acknowledged = self.acknowledged.max(generation);
        self.unacknowledged.retain(|waits| waits.generation > generation);
        if self.replaced_at <= generation {
            self.replaced_at = 0;
        }
    }

    /// The journal has a moment, and no more those that made room for it.
    pub(super) fn moment_is_kept(&mut self, moment: &Kept) {
        self.moments.retain(|name| !moment.gone.contains(name));
        self.moments.push(moment.name.clone());
    }

    fn write_mirror(&mut self) {
        let records = self.unacknowledged.iter().map(|waits| waits.text.as_str());
        let text = format::mirrored(self.generation, self.replaced_at, records);
        self.mirrored = self.generation;
        // Where the mirror is full or blocked the journal still says the truth about itself.
        let _ = mirror::write(MIRROR, &text);
    }

    /// Empties the mirror, if the journal has all that stands there. It is not done at every acknowledgement: what the journal
    /// has is passed over when the mirror is read. What another tab has put there since is left alone.
    pub(super) fn tidy_mirror(&mut self) {
        if self.mirrored == 0 || self.has_work() || !self.unacknowledged.is_empty() {
            return;
        }
        if mirror::read(MIRROR).is_some_and(|text| format::mirrored_generation(&text) <= self.mirrored) {
            mirror::remove(MIRROR);
        }
        self.mirrored = 0;
    }
}
