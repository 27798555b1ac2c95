//! Names that change with what they name: `packs-1a2b…`, `aritai-1a2b…_bg.wasm`.
//!
//! So no address ever means two things: a page finds the files that it was built with or none, and whoever has kept a file may
//! keep it for ever.
//! May know: the names of built files. Must never know: what is in them.

use super::sums::{ending, files, hex, lines, read, short};
use std::fs;
use std::path::Path;

/// Folders that are named as a whole.
const FOLDERS: [&str; 5] = ["fonts", "packs", "words", "examples", "licences"];
/// Endings of what is named one by one.
const ENDINGS: [&str; 3] = ["wasm", "js", "css"];
/// These are found by their names.
const FIXED: [&str; 1] = ["sw.js"];

/// Gives everything its name; answers with what every file was called, and is now.
pub(super) fn name(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut named = Vec::new();
    for stem in FOLDERS {
        let Some(old) = find(folder, |name| base(name) == stem && !name.contains('.'))? else { continue };
        let inside = folder.join(&old);
        let new = format!("{stem}-{}", short(lines(&inside, &files(&inside)?)?.as_bytes()));
        fs::rename(inside, folder.join(&new)).map_err(|e| format!("{old}: {e}"))?;
    }
    for old in files(folder)?.into_iter().filter(|path| !path.contains('/') && !FIXED.contains(&path.as_str())) {
        if ENDINGS.contains(&ending(&old)) {
            let digest = &hex(&read(&folder.join(&old))?)[..16];
            let plain = base(&old);
            let end = plain.find(['_', '.']).unwrap_or(plain.len());
            let new = format!("{}-{digest}{}", &plain[..end], &plain[end..]);
            fs::rename(folder.join(&old), folder.join(&new)).map_err(|e| format!("{old}: {e}"))?;
            named.push((old, new));
        }
    }
    Ok(named)
}

/// A name without its digest. Trunk's has up to sixteen digits: it leaves out the zeros in front.
fn base(name: &str) -> String {
    let Some((stem, rest)) = name.split_once('-') else { return name.to_owned() };
    let end = rest.find(['_', '.']).unwrap_or(rest.len());
    let is_digest = (8..=16).contains(&end) && rest[..end].bytes().all(|b| b.is_ascii_hexdigit());
    if is_digest { format!("{stem}{}", &rest[end..]) } else { name.to_owned() }
}

/// A path without digests: `fonts-1a2b…/regular-001.woff2` is `fonts/regular-001.woff2`.
pub(super) fn nameless(path: &str) -> String {
    path.split('/').map(base).collect::<Vec<_>>().join("/")
}

/// What lies right in a folder and fits, if it is one thing.
pub(super) fn find(folder: &Path, fits: impl Fn(&str) -> bool) -> Result<Option<String>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let names = entries.filter_map(|e| Some(e.ok()?.file_name().to_string_lossy().into_owned()));
    let found: Vec<String> = names.filter(|name| fits(name)).collect();
    match &found[..] {
        [] => Ok(None),
        [one] => Ok(Some(one.clone())),
        _ => Err(format!("{} should hold one of {found:?}", folder.display())),
    }
}

/// What is called so, but for its digest.
pub(super) fn called(folder: &Path, name: &str) -> Result<Option<String>, String> {
    find(folder, |here| base(here) == name)
}

/// The folders that are named as a whole, as they are called.
pub(super) fn folders(folder: &Path) -> Result<Vec<String>, String> {
    FOLDERS.iter().filter_map(|name| called(folder, name).transpose()).collect()
}

/// What has a name that nothing else will ever have: folders, and files that lie in none.
pub(super) fn for_ever(folder: &Path) -> Result<Vec<String>, String> {
    let files = files(folder)?.into_iter().filter(|path| !path.contains('/') && base(path) != *path);
    let mut all: Vec<String> = folders(folder)?.into_iter().chain(files).collect();
    all.sort();
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn a_name_is_known_with_its_digest_and_without() {
        for (name, plain) in [
            ("aritai-1acc733ef59529e2_bg.wasm", "aritai_bg.wasm"),
            ("aritai_bg.wasm", "aritai_bg.wasm"),
            ("aritai-50581994141d02_bg.wasm", "aritai_bg.wasm"),
            ("office-85465738bde477f4.js", "office.js"),
            ("packs-85465738bde477f4", "packs"),
            ("aritai-print-bold.woff2", "aritai-print-bold.woff2"),
        ] {
            assert_eq!(base(name), plain);
        }
    }
}
