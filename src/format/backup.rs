//! The backup: the whole binder as one file, and what is said of a file that is none.
//!
//! May know: records. Must never know: how a file is chosen or handed over.
//!
//! *Invariant:* any bytes at all may come; reading them changes nothing, and yields the binder that was saved or an error.

use super::{FORMAT, Record, assemble, records};
use crate::document::Binder;
use crate::json;
use serde_json::Value;

/// The longest backup that is read, in bytes. A year of writing is well under one megabyte.
pub const BACKUP_MAX_BYTES: usize = 20 * 1024 * 1024;

const MARK: &str = "aritai-backup";
/// How deep JSON may be nested; the parser's own limit.
const DEEPEST: usize = 127;

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
    if is_too_deep(text) {
        return Err(BackupError::TooDeep);
    }
    // Strictly: the file, its list, each record. Of what a record holds the checksum says what counts.
    let wire = json::read(text, 3).map_err(|e| why(&e, text))?;
    if wire.get("kind").and_then(Value::as_str) != Some(MARK) {
        return Err(BackupError::NotOurs);
    }
    match wire.get("format").and_then(Value::as_u64) {
        Some(format) if format > FORMAT.into() => {
            return Err(BackupError::Newer(u32::try_from(format).unwrap_or(u32::MAX)));
        }
        Some(1..) => {}
        _ => return Err(BackupError::Damaged),
    }
    read_records(wire).ok_or(BackupError::Damaged)
}

fn read_records(wire: Value) -> Option<Backup> {
    let Value::Object(mut wire) = wire else { return None };
    let made_at = wire.get("made_at").map_or(Some(0), Value::as_u64)?;
    let count = wire.get("count")?.as_u64()?;
    let Value::Array(records) = wire.remove("records")? else { return None };
    if count != records.len() as u64 {
        return None;
    }
    let records: Vec<Record> = records.into_iter().map(Record::check).collect::<Option<_>>()?;
    Some(Backup { binder: assemble(records)?, made_at })
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
    if pictures.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(BackupError::NotText);
    }
    if bytes.contains(&0) {
        // A disk that lost its power leaves zeros where the rest of a text should be.
        return Err(if bytes.starts_with(b"{") { BackupError::Damaged } else { BackupError::NotText });
    }
    std::str::from_utf8(bytes).map_err(|e| match e.error_len() {
        None => BackupError::Truncated,
        Some(_) => BackupError::OtherEncoding,
    })
}

/// Whether JSON is nested deeper than the parser goes. It passes over what it doesn't need without counting.
fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => depth += 1,
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ if depth == 0 && !quoted && !byte.is_ascii_whitespace() => return false,
            _ => {}
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

fn why(error: &serde_json::Error, text: &str) -> BackupError {
    let text = text.trim_start();
    if !text.starts_with('{') {
        BackupError::NotOurs
    } else if error.is_eof() {
        BackupError::Truncated
    } else if text.lines().take(4).any(|line| line.contains(MARK)) {
        BackupError::Damaged
    } else {
        BackupError::NotOurs
    }
}
