//! Records and backups as text: the one codec that saving, backup and restore share.
//!
//! May know: the document and its records. Must never know: where the text is kept, what the answers mean.
//! Decoding never fails as a whole because a part is strange: it yields what can be read and [`Note`]s on the rest.
//!
//! *Invariant:* what a newer program added to a record that we can read comes through a load and a save unchanged; a
//! newer [`FORMAT`] is refused before anything is touched. Three things a program of this format must not write, because an
//! older one could not carry them: further parts of a card, further parts of a put-off answer, and numbers with a
//! fraction of more than 15 digits (a checksum stands on their spelling).

mod backup;
mod body;
mod envelope;
pub mod locked;
mod migrate;
mod mirrored;
mod shared;

pub use backup::{Backup, backup, backup_as_found, open_backup};
pub use envelope::{BACKUP_MAX_BYTES, BackupError, FileKind};
pub use migrate::migrate;
pub use mirrored::{By, Mirrored, mirrored, mirrored_by, mirrored_generation};
pub(crate) use shared::{hand_over, open_handed};

use envelope::{REPLY, decode_text, open};

use crate::document::order::ordered;
use crate::document::record::{Part, RecordKey};
use crate::document::{Binder, Edition};
use crate::json;
use serde_json::{Map, Value};

/// The format of records and backups that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

const CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// A record, between document and text.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its name: a [`RecordKey`] as text.
    pub key: String,
    /// The generation in which it was written; grows with every save of a binder.
    pub generation: u64,
    /// What it holds; `None` when it is gone.
    pub body: Option<Map<String, Value>>,
}

/// What stands in a reply's file: its body and its sum.
///
/// # Errors
/// [`BackupError`] says in one word what is the matter with the file.
pub(crate) fn open_reply(bytes: &[u8]) -> Result<(Map<String, Value>, u64), BackupError> {
    let mut wire = open(bytes, REPLY)?;
    let sum = wire.get("c").and_then(Value::as_u64);
    match (wire.remove("reply"), sum) {
        (Some(Value::Object(body)), Some(sum)) => Ok((body, sum)),
        _ => Err(BackupError::Damaged),
    }
}

/// A reply's file around its body.
pub(crate) fn reply_file(body: &str, sum: u32) -> String {
    format!("{{\n\"kind\": \"{REPLY}\",\n\"format\": {FORMAT},\n\"c\": {sum},\n\"reply\": {body}\n}}\n")
}

/// The text that somebody pasted or opened, if it is one that this program reads.
///
/// # Errors
/// [`BackupError`] says in one word what is the matter with the bytes.
pub(crate) fn plain_text(bytes: &[u8]) -> Result<&str, BackupError> {
    decode_text(bytes)
}

/// The body as text, sorted, whatever order this build's JSON library keeps: the checksum stands on it, and must be the same
/// in every program that reads it.
fn body_text(record: &Record) -> Option<String> {
    record.body.as_ref().map(|body| {
        let mut body = Value::Object(body.clone());
        body.sort_all_objects();
        body.to_string()
    })
}

fn checksum(record: &Record, body: Option<&str>) -> u32 {
    let mut digest = CRC.digest();
    digest.update(record.key.as_bytes());
    digest.update(&record.generation.to_be_bytes());
    digest.update(body.unwrap_or_default().as_bytes());
    digest.finalize()
}

impl Record {
    /// The record as one line of text.
    pub fn encode(&self) -> String {
        let body = body_text(self);
        // `c` is the CRC-32 of key, generation and body. Put together here: this is done at every save.
        let sum = checksum(self, body.as_deref());
        let key = Value::from(self.key.as_str()).to_string();
        format!("{{\"b\":{},\"c\":{sum},\"g\":{},\"k\":{key}}}", body.as_deref().unwrap_or("null"), self.generation)
    }

    /// Reads what [`Record::encode`] wrote; `None` when the text is damaged.
    pub fn decode(text: &str) -> Option<Self> {
        json::read(text, 1).ok().and_then(Self::check)
    }

    fn check(wire: Value) -> Option<Self> {
        let Value::Object(mut wire) = wire else { return None };
        let body = match wire.remove("b") {
            None | Some(Value::Null) => None,
            Some(Value::Object(body)) => Some(body),
            Some(_) => return None,
        };
        let record = Self { key: wire.get("k")?.as_str()?.to_owned(), generation: wire.get("g")?.as_u64()?, body };
        let sum = checksum(&record, body_text(&record).as_deref());
        (u64::from(sum) == wire.get("c")?.as_u64()?).then_some(record)
    }

    /// The record of a key as the binder now holds it. An item that is gone, or a leaf that is open, has no body.
    pub fn of(binder: &Binder, key: &RecordKey, generation: u64) -> Self {
        let edition = binder.editions().iter().find(|e| e.id == key.edition);
        let body = edition.and_then(|e| body::of(e, &key.part)).filter(|b| !b.is_empty());
        Self { key: key.to_string(), generation, body }
    }
}

/// Every record that a binder consists of.
pub fn records(binder: &Binder, generation: u64) -> Vec<Record> {
    let mut out = Vec::new();
    for edition in binder.editions() {
        for part in edition.document.parts() {
            let record = Record::of(binder, &RecordKey::new(edition.id, part), generation);
            if record.body.is_some() {
                out.push(record);
            }
        }
    }
    out
}

/// Puts records together to a binder; `None` when there is no edition among them. Of two records of one key the later
/// generation counts. An item that stands in no order comes last, an order's item that is gone is passed over.
pub fn assemble(records: Vec<Record>) -> Option<Binder> {
    let records = ordered(records, |r| (0, r.generation));
    let mut editions: Vec<Edition> = Vec::new();
    let mut keyed = Vec::with_capacity(records.len());
    for record in records {
        if let Some(key) = RecordKey::read(&record.key) {
            if !editions.iter().any(|e| e.id == key.edition) {
                editions.push(Edition::new(key.edition, 0));
            }
            keyed.push((key, record.body));
        }
    }
    // Orders and shares speak of items: they are read when all items are there.
    let late = |part: &Part| matches!(part, Part::Order(_) | Part::Shared(_) | Part::LeftOff(_));
    let (after, first): (Vec<_>, Vec<_>) = keyed.into_iter().partition(|(key, _)| late(&key.part));
    for (key, body) in first.into_iter().chain(after) {
        if let Some(edition) = editions.iter_mut().find(|e| e.id == key.edition) {
            body::put(edition, key.part, body.unwrap_or_default());
        }
    }
    editions.retain(|e| e.opened_at > 0 || e.closed_at.is_some() || !e.document.is_blank());
    Binder::of(editions)
}
