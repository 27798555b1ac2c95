//! The files of a folder and their SHA-256 sums.
//!
//! May know: files and folders. Must never know: what is in them.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Where the sums of everything stand, in the format that `sha256sum -c` reads.
pub(super) const SUMS: &str = "SHA256SUMS";

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The sum in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    sha256(bytes).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// The sum as a page tells a browser what it may run.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(sha256(bytes)))
}

/// So much of it as tells one build's file from every other's.
pub(super) fn short(bytes: &[u8]) -> String {
    hex(bytes)[..16].to_owned()
}

/// What a name ends in, behind the last dot.
pub(super) fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Every file of a folder and the folders in it, by path with `/`, in order.
pub(super) fn files(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|e| e.to_string())?.path();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            found.extend(files(&path)?.into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

/// The sums of some files, a line each.
pub(super) fn lines<'a>(folder: &Path, files: impl IntoIterator<Item = &'a String>) -> Result<String, String> {
    files.into_iter().map(|path| Ok(format!("{}  {path}\n", hex(&read(&folder.join(path))?)))).collect()
}

/// Writes down the sums of all that is there. Nothing may be written after that.
pub(super) fn write_down(folder: &Path) -> Result<(), String> {
    let files: Vec<String> = files(folder)?.into_iter().filter(|path| path != SUMS).collect();
    write(&folder.join(SUMS), lines(folder, &files)?.as_bytes())
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

pub(super) fn read_text(path: &Path) -> Result<String, String> {
    String::from_utf8(read(path)?).map_err(|e| format!("{}: {e}", path.display()))
}

pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
