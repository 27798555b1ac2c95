//! The payload of a locked file: pieces of 64 KiB, each with its number and whether it is the last.
//!
//! May know: bytes, the payload's key. Must never know: a passphrase, the header.

use super::FileKey;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use sha2::Sha256;

const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

/// The key of a payload.
pub(super) fn key(file_key: &FileKey, nonce: &[u8]) -> [u8; 32] {
    let mut key = [0; 32];
    // As long as the hash itself: it is never refused.
    let _ = Hkdf::<Sha256>::new(Some(nonce), file_key).expand(b"payload", &mut key);
    key
}

/// Locks bytes behind `out`.
pub(super) fn seal(bytes: &[u8], key: &[u8; 32], out: &mut Vec<u8>) {
    let cipher = ChaCha20Poly1305::new(key.into());
    let last = bytes.len().saturating_sub(1) / PIECE;
    // Nothing at all is one piece, an empty one.
    for number in 0..=last {
        let piece = &bytes[number * PIECE..bytes.len().min((number + 1) * PIECE)];
        // It is refused above 256 GB only.
        out.extend(cipher.encrypt(&nonce(number, number == last), piece).unwrap_or_default());
    }
}

/// What was locked; `None` where a piece is damaged, missing, too much or not in its place.
pub(super) fn open(sealed: &[u8], key: &[u8; 32]) -> Option<Vec<u8>> {
    let cipher = ChaCha20Poly1305::new(key.into());
    let mut out = Vec::with_capacity(sealed.len());
    let (mut rest, mut number) = (sealed, 0);
    loop {
        let is_last = rest.len() <= PIECE + TAG;
        let (piece, after) = rest.split_at(rest.len().min(PIECE + TAG));
        let piece = cipher.decrypt(&nonce(number, is_last), piece).ok()?;
        // An empty piece would be a second way to write the same.
        if piece.is_empty() && number > 0 {
            return None;
        }
        out.extend(piece);
        if is_last {
            return Some(out);
        }
        (rest, number) = (after, number + 1);
    }
}

fn nonce(number: usize, is_last: bool) -> Nonce {
    let mut nonce = Nonce::default();
    nonce[3..11].copy_from_slice(&(number as u64).to_be_bytes());
    nonce[11] = u8::from(is_last);
    nonce
}
