//! The locked backup: a file in the age format (v1) that opens with a passphrase, here and with the program `age`.
//!
//! A header says how hard the passphrase is to guess at (scrypt) and holds the file's own key, locked with it; what follows
//! is the backup in pieces of 64 KiB (ChaCha20-Poly1305), each proven to be whole and in its place. Written as bytes; the
//! same as letters, for mail, is read too. `docs/locked-backup.md` is for those who keep such files.
//!
//! Why not the crate `age`: it costs 265 kB compressed where this costs some 20, for kinds of keys that nobody here has.
//! The cryptography is that of `RustCrypto`; what is ours is the file format around it, and `tests/locked.rs` holds it against that
//! crate, both ways, and against the published test vectors of the format.
//!
//! May know: bytes. Must never know: what is in a backup, where chance comes from, how a file is chosen.
//!
//! *Invariant:* nothing of a file comes out before all of it was proven; whatever bytes come, there is an error or the whole.

mod armor;
mod header;
mod offered;
mod stream;

pub use offered::{OFFERED, offered};

use super::envelope::BACKUP_MAX_BYTES;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use header::Header;
use std::borrow::Cow;

/// How hard a passphrase is made to guess at, as a power of two: a third of a second and 64 MB for each guess.
pub const WORK: u8 = 16;
/// The hardest that is opened here. It takes 256 MB; above that it is for the program `age`.
pub const WORK_MAX: u8 = 18;
/// How many bytes of chance a file needs.
pub const CHANCE: usize = 48;

/// What the salt of a passphrase begins with.
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
const SALT: usize = 16;

/// The key of one file, of which the keys of its parts are made.
pub type FileKey = [u8; 16];

/// Why a file can't be locked or opened. Nothing was changed by finding out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockedError {
    /// Longer than a backup may be.
    TooLong,
    /// Not in the age format, or of another version of it.
    NotLocked,
    /// Locked with a key, not with a passphrase.
    OtherKey,
    /// Locked harder than [`WORK_MAX`].
    TooHard,
    /// Another passphrase opens it.
    WrongPassphrase,
    /// It is not as it was written.
    Damaged(Part),
}

/// Where a file is damaged. For a person it is all one; the format's test vectors tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The letters that bytes were written as.
    Armor,
    /// The lines at the beginning.
    Header,
    /// The proof of these lines.
    Proof,
    /// What was locked.
    Payload,
}

/// Every error, under the name by which one program tells it to another.
const NAMED: [(&str, LockedError); 9] = [
    ("too-long", LockedError::TooLong),
    ("not-locked", LockedError::NotLocked),
    ("other-key", LockedError::OtherKey),
    ("too-hard", LockedError::TooHard),
    ("wrong-passphrase", LockedError::WrongPassphrase),
    ("damaged-armor", LockedError::Damaged(Part::Armor)),
    ("damaged-header", LockedError::Damaged(Part::Header)),
    ("damaged-proof", LockedError::Damaged(Part::Proof)),
    ("damaged-payload", LockedError::Damaged(Part::Payload)),
];

impl LockedError {
    /// Its name.
    pub fn name(self) -> &'static str {
        NAMED.iter().find(|(_, error)| *error == self).map_or("", |(name, _)| name)
    }

    /// The error of a name.
    pub fn named(name: &str) -> Option<Self> {
        NAMED.iter().find(|(known, _)| *known == name).map(|(_, error)| *error)
    }
}

/// Locks bytes with a passphrase, made hard to guess at as told ([`WORK`] unless somebody is testing). `chance` must come
/// from a source that nobody can foretell, and must never be used a second time.
///
/// # Errors
/// [`LockedError::TooLong`], and [`LockedError::TooHard`] where it would not be opened again.
pub fn lock(bytes: &[u8], passphrase: &str, work: u8, chance: &[u8; CHANCE]) -> Result<Vec<u8>, LockedError> {
    let (file_key, rest) = chance.split_at(16);
    let (salt, nonce) = rest.split_at(SALT);
    let file_key = FileKey::try_from(file_key).unwrap_or_default();
    let wrapped = wrap(&key_of(passphrase, salt, work)?, &file_key)?;
    let mut out = Header::written(salt, work, &wrapped, &file_key);
    out.extend(nonce);
    stream::seal(bytes, &stream::key(&file_key, nonce), &mut out);
    if out.len() > BACKUP_MAX_BYTES { Err(LockedError::TooLong) } else { Ok(out) }
}

/// Opens what was locked with a passphrase: any bytes at all may come.
///
/// # Errors
/// [`LockedError`] says in one word why it doesn't open.
pub fn unlock(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, LockedError> {
    unlock_spelled(bytes, &[passphrase])
}

/// The same where a passphrase can be spelled in several ways. One system types が as one character, another
/// one as か and its mark; which of them locked the file, nobody sees. Each is tried until one opens it.
///
/// # Errors
/// [`LockedError`] says in one word why it doesn't open.
pub fn unlock_spelled(bytes: &[u8], spellings: &[impl AsRef<str>]) -> Result<Vec<u8>, LockedError> {
    let bytes = plain_bytes(bytes)?;
    let header = Header::read(&bytes)?;
    let (salt, work, wrapped) = header.passphrase()?;
    let mut outcome = Err(LockedError::WrongPassphrase);
    for (at, spelling) in spellings.iter().map(AsRef::as_ref).enumerate() {
        if spellings[..at].iter().any(|before| before.as_ref() == spelling) {
            continue;
        }
        outcome = unwrap(&key_of(spelling, &salt, work)?, &wrapped);
        if outcome != Err(LockedError::WrongPassphrase) {
            break;
        }
    }
    finish(&header, &outcome?)
}

/// Opens it with the file's own key, where that was found in another way: the test vectors tell it.
///
/// # Errors
/// [`LockedError`] says in one word why it doesn't open.
pub fn unlock_with_key(bytes: &[u8], file_key: &FileKey) -> Result<Vec<u8>, LockedError> {
    let bytes = plain_bytes(bytes)?;
    finish(&Header::read(&bytes)?, file_key)
}

fn finish(header: &Header, file_key: &FileKey) -> Result<Vec<u8>, LockedError> {
    header.prove(file_key)?;
    stream::open(header.payload, &stream::key(file_key, header.nonce)).ok_or(LockedError::Damaged(Part::Payload))
}

/// The bytes of a file that may have been written as letters.
fn plain_bytes(bytes: &[u8]) -> Result<Cow<'_, [u8]>, LockedError> {
    if bytes.len() > BACKUP_MAX_BYTES {
        return Err(LockedError::TooLong);
    }
    if !armor::is_armored(bytes) {
        return Ok(Cow::Borrowed(bytes));
    }
    armor::read(bytes).map(Cow::Owned).ok_or(LockedError::Damaged(Part::Armor))
}

/// What a passphrase becomes. It is taken letter for letter, as `age` takes it: which spelling that is, the
/// caller says.
fn key_of(passphrase: &str, salt: &[u8], work: u8) -> Result<[u8; 32], LockedError> {
    if !(1..=WORK_MAX).contains(&work) {
        return Err(LockedError::TooHard);
    }
    let params = scrypt::Params::new(work, 8, 1).map_err(|_| LockedError::TooHard)?;
    let mut key = [0; 32];
    let salt = [LABEL, salt].concat();
    scrypt::scrypt(passphrase.as_bytes(), &salt, &params, &mut key).map_err(|_| LockedError::TooHard)?;
    Ok(key)
}

/// A key made of a passphrase and a salt locks one thing only, so a nonce of zeros is right.
fn wrap(key: &[u8; 32], file_key: &FileKey) -> Result<Vec<u8>, LockedError> {
    let cipher = ChaCha20Poly1305::new(key.into());
    cipher.encrypt(&Nonce::default(), file_key.as_slice()).map_err(|_| LockedError::TooLong)
}

fn unwrap(key: &[u8; 32], wrapped: &[u8]) -> Result<FileKey, LockedError> {
    let cipher = ChaCha20Poly1305::new(key.into());
    let file_key = cipher.decrypt(&Nonce::default(), wrapped).map_err(|_| LockedError::WrongPassphrase)?;
    FileKey::try_from(file_key).map_err(|_| LockedError::Damaged(Part::Header))
}
