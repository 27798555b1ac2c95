//! The backup: the whole binder as one file.
//!
//! May know: records. Must never know: how a file is chosen or handed over.
//!
//! *Invariant:* any bytes at all may come; reading them changes nothing, and yields the binder that was saved or an error.

use super::envelope::{BACKUP, BackupError, open};
use super::{FORMAT, Record, assemble, migrate, records};
use crate::document::Binder;
use serde_json::{Map, Value};

/// A backup that was read, before anything is done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// What it holds.
    pub binder: Binder,
    /// When it was made, milliseconds since 1970 (UTC); 0 when it doesn't say.
    pub made_at: u64,
}

/// Writes everything: the whole binder, private words too.
pub fn backup(binder: &Binder, generation: u64, made_at: u64) -> String {
    let records: Vec<String> = records(binder, generation).iter().map(Record::encode).collect();
    backup_as_found(&records, FORMAT, made_at)
}

/// Writes records as they were found, encoded, in the format that they are of.
pub fn backup_as_found(records: &[String], format: u32, made_at: u64) -> String {
    // One record a line, so that a person or an IT department can look at it, and a comparison shows what changed.
    format!(
        "{{\n\"kind\": \"{BACKUP}\",\n\"format\": {format},\n\"made_at\": {made_at},\n\"count\": {},\n\"records\": [\n{}\n]\n}}\n",
        records.len(),
        records.join(",\n"),
    )
}

/// Reads a backup that somebody chose: any bytes at all may come.
///
/// # Errors
/// [`BackupError`] says in one word what is the matter with the file.
pub fn open_backup(bytes: &[u8]) -> Result<Backup, BackupError> {
    open(bytes, BACKUP).and_then(|wire| read_records(wire).ok_or(BackupError::Damaged))
}

fn read_records(mut wire: Map<String, Value>) -> Option<Backup> {
    let made_at = wire.get("made_at").map_or(Some(0), Value::as_u64)?;
    Some(Backup { binder: assemble(take_records(&mut wire)?)?, made_at })
}

/// The records of a file; `None` where one is damaged or missing.
pub(super) fn take_records(wire: &mut Map<String, Value>) -> Option<Vec<Record>> {
    let count = wire.get("count")?.as_u64()?;
    let Value::Array(records) = wire.remove("records")? else { return None };
    if count != records.len() as u64 {
        return None;
    }
    // `open` has seen to it that there is one, and that it is none of a newer program.
    let format = wire.get("format").and_then(Value::as_u64).and_then(|f| u32::try_from(f).ok())?;
    let records: Option<Vec<Record>> = records.into_iter().map(Record::check).collect();
    Some(migrate(records?, format))
}
