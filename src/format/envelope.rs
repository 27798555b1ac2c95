//! What every file of ours has around its records, and what is said of bytes that are none: any bytes at all may come.
//!
//! May know: JSON. Must never know: records, documents, how a file is chosen.
//!
//! *Invariant:* finding out changes nothing.

use super::FORMAT;
use crate::json;
use serde_json::{Map, Value};

/// The longest file that is read, in bytes. A year of writing is well under one megabyte.
pub const BACKUP_MAX_BYTES: usize = 20 * 1024 * 1024;

/// The kind of a backup: everything, private words too.
pub(super) const BACKUP: &str = "aritai-backup";
/// The kind of a file with what is shared.
pub(super) const SHARED: &str = "aritai-shared";
/// The kind of a file with the other person's reply.
pub(super) const REPLY: &str = "aritai-reply";
const KINDS: [(&str, FileKind); 3] = [(BACKUP, FileKind::Backup), (SHARED, FileKind::Shared), (REPLY, FileKind::Reply)];
/// How a locked file begins (see `locked`): as bytes, and written as letters.
const LOCKED: &[u8] = b"age-encryption.org/";
pub(super) const ARMOR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// How deep JSON may be nested; the parser's own limit.
const DEEPEST: usize = 127;

/// What a file of ours is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Everything, to restore.
    Backup,
    /// What is shared, to read.
    Shared,
    /// What the other person answered.
    Reply,
}

/// Why a file can't be opened as what it was chosen for. Nothing was changed by finding out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// The file holds nothing.
    Empty,
    /// Longer than [`BACKUP_MAX_BYTES`].
    TooLong,
    /// Locked: a passphrase opens it, or the program `age`.
    Locked,
    /// A picture, a PDF, a Word file: no text at all.
    NotText,
    /// Text in UTF-16, as some editors save it.
    Utf16,
    /// Text in another encoding than UTF-8, such as `Shift_JIS`.
    OtherEncoding,
    /// It ends in the middle.
    Truncated,
    /// JSON nested deeper than any file of ours is.
    TooDeep,
    /// Text or JSON, but no file of this program.
    NotOurs,
    /// A file of this program of another kind than was wanted; with what it is.
    OtherKind(FileKind),
    /// Of a newer program; with its format.
    Newer(u32),
    /// Ours, but something in it does not add up.
    Damaged,
}

/// What stands in a file of a kind, once it is sure that it is one and that this program can read it.
pub(super) fn open(bytes: &[u8], kind: &str) -> Result<Map<String, Value>, BackupError> {
    let text = decode_text(bytes)?;
    if is_too_deep(text) {
        return Err(BackupError::TooDeep);
    }
    // Strictly: the file, its list, each record. Of what a record holds the checksum says what counts.
    let Value::Object(wire) = json::read(text, 3).map_err(|e| why(&e, text))? else { return Err(BackupError::NotOurs) };
    match wire.get("kind").and_then(Value::as_str) {
        Some(found) if found == kind => {}
        found => {
            let other = KINDS.iter().find(|(kind, _)| found == Some(kind));
            return Err(other.map_or(BackupError::NotOurs, |(_, kind)| BackupError::OtherKind(*kind)));
        }
    }
    match wire.get("format").and_then(Value::as_u64) {
        Some(format) if format > FORMAT.into() => Err(BackupError::Newer(u32::try_from(format).unwrap_or(u32::MAX))),
        Some(1..) => Ok(wire),
        _ => Err(BackupError::Damaged),
    }
}

/// Notepad's byte order mark is set aside.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// The text of a file, if it is UTF-8.
pub(super) fn decode_text(bytes: &[u8]) -> Result<&str, BackupError> {
    if bytes.len() > BACKUP_MAX_BYTES {
        return Err(BackupError::TooLong);
    }
    let bytes = without_mark(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(BackupError::Empty);
    }
    if bytes.starts_with(LOCKED) || bytes.trim_ascii_start().starts_with(ARMOR) {
        return Err(BackupError::Locked);
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
    } else if text.lines().take(4).any(|line| KINDS.iter().any(|(kind, _)| line.contains(kind))) {
        BackupError::Damaged
    } else {
        BackupError::NotOurs
    }
}
