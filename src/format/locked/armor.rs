//! A locked file written as letters, so that it can be pasted into a mail.
//!
//! May know: its grammar, strictly. Must never know: what the bytes are.

use crate::format::envelope::{ARMOR, without_mark};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const END: &str = "-----END AGE ENCRYPTED FILE-----";
const COLUMNS: usize = 64;

/// Whether they are letters of that kind.
pub(super) fn is_armored(bytes: &[u8]) -> bool {
    letters(bytes).starts_with(ARMOR)
}

/// The bytes that they stand for; `None` where they are damaged.
pub(super) fn read(bytes: &[u8]) -> Option<Vec<u8>> {
    lines(std::str::from_utf8(letters(bytes)).ok()?)
}

fn letters(bytes: &[u8]) -> &[u8] {
    without_mark(bytes).trim_ascii()
}

fn lines(text: &str) -> Option<Vec<u8>> {
    let lines: Vec<&str> = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    let [begin, lines @ .., END] = lines.as_slice() else { return None };
    let (last, full) = lines.split_last().map_or((None, lines), |(last, full)| (Some(last), full));
    let whole = full.iter().all(|line| line.len() == COLUMNS) && last.is_none_or(|l| (1..=COLUMNS).contains(&l.len()));
    if begin.as_bytes() != ARMOR || !whole {
        return None;
    }
    STANDARD.decode(lines.concat()).ok()
}
