//! What stands in the journal and in the mirror, put together.
//!
//! May know: records, the stores' contents. Must never know: signals, when to read.

use super::pending::{Inner, MIRROR, RESCUED};
use crate::browser::journal::Contents;
use crate::browser::mirror;
use crate::document::Binder;
use crate::document::record::RecordKey;
use crate::format::{self, By, FORMAT, Mirrored, Record};

/// What was found.
pub(super) struct Gathered {
    /// What it amounts to; `None` where there is nothing.
    pub(super) binder: Option<Binder>,
    /// Whether a newer program wrote it.
    pub(super) newer: bool,
    /// The generation that the journal is at.
    pub(super) head: u64,
    /// Who wrote last.
    writer: u64,
    /// Who wrote the mirror.
    by: By,
    /// The highest generation of all.
    pub(super) generation: u64,
    /// What only the mirror has.
    pub(super) pending: Vec<RecordKey>,
    /// Whether that replaces all that the journal has.
    pub(super) replaces_all: bool,
    /// Texts that can't be read and are not set aside yet.
    pub(super) damaged: Vec<String>,
    /// Whether the journal names the format of its records.
    pub(super) has_format: bool,
    /// The generation of the mirror.
    in_mirror_at: u64,
    /// The format of the mirror; 0 where there is none.
    in_mirror: u32,
    /// What is replaced as a whole, and why: it is to be kept as it was found.
    pub(super) replaced: Option<(Vec<Record>, &'static str)>,
    /// The format of the records.
    pub(super) format: u32,
    /// The names of the moments that are kept.
    moments: Vec<String>,
    /// What tabs have left to be set aside; `None` where nobody looked.
    rescued: Option<String>,
}

impl Gathered {
    pub(super) fn of(contents: &Contents, with_mirror: bool) -> Self {
        let text = if with_mirror { mirror::read(MIRROR) } else { None };
        let in_mirror_at = text.as_deref().map_or(0, format::mirrored_generation);
        let mirrored = text.map(|text| Mirrored::read(&text)).unwrap_or_default();
        let (in_mirror, by) = (mirrored.format, mirrored.by());
        let newer = contents.format > FORMAT || in_mirror > FORMAT;
        // Words that another tab could no longer save, while somebody wrote on: another version, and not a later one.
        let beside = mirrored.beside(contents.head, contents.writer);
        let known = |text: &String| contents.records.iter().any(|(_, kept)| kept == text);
        let rescued = if with_mirror { mirror::read(RESCUED).unwrap_or_default() } else { String::new() };
        let mut damaged: Vec<String> = rescued.lines().map(str::to_owned).filter(|text| !known(text)).collect();
        if beside {
            damaged.extend(mirrored.unknown().into_iter().filter(|text| !known(text)));
        }
        let (late, replaces_all) = if beside { (Vec::new(), false) } else { mirrored.later_than(contents.head) };
        let generation = late.iter().map(|r| r.generation).fold(contents.head, u64::max);
        let (head, has_format, pending) = (contents.head, contents.format == FORMAT, Vec::new());
        let mut gathered = Self {
            binder: None,
            newer,
            head,
            writer: contents.writer,
            by,
            generation,
            pending,
            replaces_all,
            damaged,
            has_format,
            in_mirror_at,
            in_mirror,
            rescued: with_mirror.then_some(rescued),
            replaced: None,
            // Where the note of it is lost it is the first.
            format: contents.format.max(1),
            moments: contents.moments.clone(),
        };
        let mut records = Vec::new();
        for (_, text) in &contents.records {
            match Record::decode(text) {
                Some(record) => records.push(record),
                None => gathered.damaged.push(text.clone()),
            }
        }
        if newer {
            // Shown as far as it can be read.
            gathered.damaged.clear();
            gathered.binder = format::assemble(records);
            return gathered;
        }
        if replaces_all && !records.is_empty() {
            // A restore that was cut off before the journal had it: what it replaces is kept all the same.
            gathered.replaced = Some((std::mem::take(&mut records), "restore"));
        } else if gathered.format < FORMAT && !records.is_empty() {
            gathered.replaced = Some((records.clone(), "migration"));
        }
        records = format::migrate(records, gathered.format);
        gathered.pending = late.iter().filter_map(|r| RecordKey::read(&r.key)).collect();
        records.extend(late);
        gathered.damaged.retain(|text| !contents.aside.contains(text));
        gathered.binder = format::assemble(records);
        gathered
    }

    /// Takes note of whose writes were read here, and whose mirror was taken over.
    pub(super) fn note(&self, inner: &mut Inner) {
        inner.seen.retain(|(writer, _)| *writer != self.writer);
        inner.seen.push((self.writer, self.head));
        inner.moments.clone_from(&self.moments);
        if let Some(rescued) = &self.rescued {
            inner.rescued.clone_from(rescued);
            inner.rescued_at = self.generation + 1;
        }
        if self.in_mirror != 0 {
            inner.adopted = (self.by.writer, self.in_mirror_at);
            // It is emptied in a while; what a newer program wrote is left alone.
            inner.mirrored = if self.newer { 0 } else { self.generation.max(self.in_mirror_at).max(1) };
        }
    }
}
