//! The lines at the beginning of a locked file: who can open it, and the proof that nobody changed them.
//!
//! May know: the grammar of the age format, strictly. Must never know: a passphrase.

use super::{FileKey, LockedError, Part, SALT, WORK_MAX};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const VERSION: &[u8] = b"age-encryption.org/v1";
/// How many letters stand on a line of a stanza's body.
const COLUMNS: usize = 64;
const NONCE: usize = 16;
/// The file's key, locked.
const WRAPPED: usize = 16 + 16;
const SCRYPT: &str = "scrypt";

/// A file, taken apart.
pub(super) struct Header<'a> {
    stanzas: Vec<Stanza<'a>>,
    /// What the proof is of.
    proven: &'a [u8],
    proof: Vec<u8>,
    /// The number that makes the payload's key another for each file.
    pub(super) nonce: &'a [u8],
    pub(super) payload: &'a [u8],
}

/// One way to the file's key.
struct Stanza<'a> {
    words: Vec<&'a str>,
    body: Vec<u8>,
}

const BAD: LockedError = LockedError::Damaged(Part::Header);

impl<'a> Header<'a> {
    /// Reads it; whatever does not stand there exactly as it should is an error.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, LockedError> {
        let mut rest = bytes.strip_prefix(VERSION).ok_or(LockedError::NotLocked)?;
        // What goes on may be a longer number of a version. Anything else was changed on its way, such as the
        // end of a line in a program that takes every file for a text.
        if rest.first().is_some_and(u8::is_ascii_digit) {
            return Err(LockedError::NotLocked);
        }
        rest = rest.strip_prefix(b"\n").ok_or(BAD)?;
        let mut stanzas = Vec::new();
        let (proven, proof) = loop {
            let before = bytes.len() - rest.len();
            let text = text(&mut rest)?;
            if let Some(proof) = text.strip_prefix("---") {
                let proof = proof.strip_prefix(' ').and_then(|proof| BASE64.decode(proof).ok());
                break (&bytes[..before + 3], proof.filter(|proof| proof.len() == 32).ok_or(BAD)?);
            }
            let words: Vec<&str> = text.strip_prefix("-> ").ok_or(BAD)?.split(' ').collect();
            if words.iter().any(|word| word.is_empty()) {
                return Err(BAD);
            }
            stanzas.push(Stanza { words, body: body(&mut rest)? });
        };
        let (nonce, payload) = rest.split_at_checked(NONCE).ok_or(BAD)?;
        if stanzas.is_empty() {
            return Err(BAD);
        }
        Ok(Self { stanzas, proven, proof, nonce, payload })
    }

    /// Salt, work and the locked key of a file that a passphrase opens.
    pub(super) fn passphrase(&self) -> Result<([u8; SALT], u8, Vec<u8>), LockedError> {
        let is_ours = |stanza: &Stanza| stanza.words.first() == Some(&SCRYPT);
        let [stanza] = self.stanzas.as_slice() else {
            // With a passphrase there is no other way in.
            return Err(if self.stanzas.iter().any(is_ours) { BAD } else { LockedError::OtherKey });
        };
        if !is_ours(stanza) {
            return Err(LockedError::OtherKey);
        }
        let [_, salt, work] = stanza.words.as_slice() else { return Err(BAD) };
        let salt = BASE64.decode(salt).ok().and_then(|salt| salt.try_into().ok()).ok_or(BAD)?;
        let digits = work.bytes().all(|b| b.is_ascii_digit()) && !work.starts_with('0');
        if !digits || stanza.body.len() != WRAPPED {
            return Err(BAD);
        }
        let work = work.parse().ok().filter(|work| *work <= WORK_MAX).ok_or(LockedError::TooHard)?;
        Ok((salt, work, stanza.body.clone()))
    }

    /// Whether the header is as it was written.
    pub(super) fn prove(&self, file_key: &FileKey) -> Result<(), LockedError> {
        let mac = proof(self.proven, file_key);
        mac.verify_slice(&self.proof).map_err(|_| LockedError::Damaged(Part::Proof))
    }

    /// Writes the header of a file that a passphrase opens.
    pub(super) fn written(salt: &[u8], work: u8, wrapped: &[u8], file_key: &FileKey) -> Vec<u8> {
        let (salt, wrapped) = (BASE64.encode(salt), BASE64.encode(wrapped));
        let mut out = [VERSION, format!("\n-> {SCRYPT} {salt} {work}\n{wrapped}\n---").as_bytes()].concat();
        let proof = proof(&out, file_key).finalize().into_bytes();
        out.extend(format!(" {}\n", BASE64.encode(proof)).bytes());
        out
    }
}

fn proof(of: &[u8], file_key: &FileKey) -> Hmac<Sha256> {
    let mut key = [0; 32];
    // As long as the hash itself: it is never refused.
    let _ = Hkdf::<Sha256>::new(None, file_key).expand(b"header", &mut key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&key_block(&key));
    mac.update(of);
    mac
}

/// A key as HMAC takes it: filled up with zeros.
fn key_block(key: &[u8; 32]) -> hmac::digest::Key<Hmac<Sha256>> {
    let mut block = hmac::digest::Key::<Hmac<Sha256>>::default();
    block[..key.len()].copy_from_slice(key);
    block
}

/// The body of a stanza: full lines, and one that is not full.
fn body(rest: &mut &[u8]) -> Result<Vec<u8>, LockedError> {
    let mut letters = String::new();
    loop {
        let line = text(rest)?;
        letters += line;
        match line.len() {
            COLUMNS => {}
            ..COLUMNS => return BASE64.decode(letters).map_err(|_| BAD),
            _ => return Err(BAD),
        }
    }
}

/// The next line, without its end.
fn line<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let line = &rest[..end];
    *rest = &rest[end + 1..];
    Some(line)
}

/// The next line, where it is letters, signs and spaces.
fn text<'a>(rest: &mut &'a [u8]) -> Result<&'a str, LockedError> {
    let line = line(rest).filter(|line| line.iter().all(|byte| (b' '..=b'~').contains(byte)));
    line.and_then(|line| std::str::from_utf8(line).ok()).ok_or(BAD)
}
