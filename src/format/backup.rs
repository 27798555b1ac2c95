//! The backup: the whole binder as one file, and what is said of a file that is none.
//!
//! May know: records. Must never know: how a file is chosen or handed over.
//!
//! *Invariant:* any bytes at all may come; reading them changes nothing, and yields the binder that was saved or an error.

use super::{FORMAT, Record, Wire, assemble, records};
use crate::document::Binder;
use serde::Deserialize;

/// The longest backup that is read, in bytes. A year of writing is well under one megabyte.
pub const BACKUP_MAX_BYTES: usize = 20 * 1024 * 1024;

const MARK: &str = "aritai-backup";

/// Why a file is no backup that can be restored. Nothing was changed by finding out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// The file holds nothing.
    Empty,
    /// Longer than [`BACKUP_MAX_BYTES`].
    TooLong,
    /// A picture, a PDF, a Word file: no text at all.
    NotText,
    /// Text in UTF-16, as some editors save it.
    Utf16,
    /// Text in another encoding than UTF-8, such as `Shift_JIS`.
    OtherEncoding,
    /// It ends in the middle.
    Truncated,
    /// JSON nested deeper than any backup is.
    TooDeep,
    /// Text or JSON, but no backup of this program.
    NotOurs,
    /// A backup of a newer program; with its format.
    Newer(u32),
    /// A backup in which something does not add up.
    Damaged,
}

/// A backup that was read, before anything is done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// What it holds.
    pub binder: Binder,
    /// When it was made, milliseconds since 1970 (UTC); 0 when it doesn't say.
    pub made_at: u64,
}

#[derive(Deserialize)]
struct Head {
    kind: Option<String>,
    format: Option<u32>,
}

#[derive(Deserialize)]
struct BackupWire {
    made_at: u64,
    records: Vec<Wire>,
    count: usize,
}

/// Writes everything: the whole binder, private words too.
pub fn backup(binder: &Binder, generation: u64, made_at: u64) -> String {
    let records: Vec<String> = records(binder, generation).iter().map(Record::encode).collect();
    // One record a line, so that a person or an IT department can look at it, and a comparison shows what changed.
    format!(
        "{{\n\"kind\": \"{MARK}\",\n\"format\": {FORMAT},\n\"made_at\": {made_at},\n\"count\": {},\n\"records\": [\n{}\n]\n}}\n",
        records.len(),
        records.join(",\n"),
    )
}

/// Reads a backup that somebody chose: any bytes at all may come.
///
/// # Errors
/// [`BackupError`] says in one word what is the matter with the file.
pub fn open_backup(bytes: &[u8]) -> Result<Backup, BackupError> {
    if bytes.len() > BACKUP_MAX_BYTES {
        return Err(BackupError::TooLong);
    }
    let text = decode_text(bytes)?;
    let head: Head = serde_json::from_str(text).map_err(|e| why(&e, text))?;
    if head.kind.as_deref() != Some(MARK) {
        return Err(BackupError::NotOurs);
    }
    match head.format {
        Some(format) if format > FORMAT => return Err(BackupError::Newer(format)),
        Some(1..) => {}
        _ => return Err(BackupError::Damaged),
    }
    let wire: BackupWire = serde_json::from_str(text).map_err(|_| BackupError::Damaged)?;
    if wire.count != wire.records.len() {
        return Err(BackupError::Damaged);
    }
    let records: Vec<Record> =
        wire.records.into_iter().map(Record::check).collect::<Option<_>>().ok_or(BackupError::Damaged)?;
    let binder = assemble(records).ok_or(BackupError::Damaged)?;
    Ok(Backup { binder, made_at: wire.made_at })
}

/// The text of a file, if it is UTF-8; Notepad's byte order mark is set aside.
fn decode_text(bytes: &[u8]) -> Result<&str, BackupError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(BackupError::Empty);
    }
    if bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || matches!(bytes, [0, b'{', ..] | [b'{', 0, ..])
    {
        return Err(BackupError::Utf16);
    }
    let pictures: [&[u8]; 5] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"%PDF", b"PK\x03\x04"];
    if pictures.iter().any(|magic| bytes.starts_with(magic)) || bytes.contains(&0) {
        return Err(BackupError::NotText);
    }
    std::str::from_utf8(bytes).map_err(|e| match e.error_len() {
        None => BackupError::Truncated,
        Some(_) => BackupError::OtherEncoding,
    })
}

fn why(error: &serde_json::Error, text: &str) -> BackupError {
    if error.is_eof() && text.trim_start().starts_with('{') {
        BackupError::Truncated
    } else if error.to_string().starts_with("recursion limit") {
        BackupError::TooDeep
    } else {
        BackupError::NotOurs
    }
}
