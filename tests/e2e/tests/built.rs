//! What was built, as an IT department would look at it: no other host is named in it, and nothing of the machine that
//! built it.

use aritai_e2e::settings;
use std::fs;
use std::path::{Path, PathBuf};

/// What an address in it may begin with: names of formats, which nobody asks for anything.
const NAMES: [&str; 6] = [
    "http://www.w3.org/",
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://purl.org/dc/",
    "https://json-schema.org/draft/",
    // In a comment of what binds the program to the page.
    "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/",
];
/// How paths on a machine begin, that of the one who built it too.
const PATHS: [&str; 5] = ["/home/", "/root/", "/Users/", "/var/", "C:\\Users"];

fn built() -> Vec<(PathBuf, Vec<u8>)> {
    fn read(folder: &Path, into: &mut Vec<(PathBuf, Vec<u8>)>) {
        for entry in fs::read_dir(folder).expect("the built page").flatten() {
            if entry.path().is_dir() {
                read(&entry.path(), into);
            } else {
                into.push((entry.path(), fs::read(entry.path()).expect("a built file")));
            }
        }
    }
    let mut files = Vec::new();
    read(&settings::dist(), &mut files);
    files
}

/// Every place where a text stands in bytes, with what comes after it.
fn places<'a>(bytes: &'a [u8], text: &'a str) -> impl Iterator<Item = String> + 'a {
    let found = bytes.windows(text.len()).enumerate().filter(move |(_, window)| *window == text.as_bytes());
    found.map(|(at, _)| String::from_utf8_lossy(&bytes[at..bytes.len().min(at + 80)]).into_owned())
}

#[test]
fn no_other_host_is_named_in_it() {
    let mut scripts = 0;
    // Licences name makers.
    let licences = |file: &Path| file.ends_with("OFL.txt") || file.ends_with("licences.txt");
    for (file, bytes) in built().into_iter().filter(|(file, _)| !licences(file)) {
        scripts += usize::from(file.extension().is_some_and(|ending| ending == "wasm" || ending == "js"));
        for begins in ["http://", "https://", "ws://", "wss://"] {
            let strange: Vec<_> =
                places(&bytes, begins).filter(|at| !NAMES.iter().any(|name| at.starts_with(name))).collect();
            assert!(strange.is_empty(), "{}: {strange:#?}", file.display());
        }
    }
    assert!(built().iter().all(|(_, bytes)| places(bytes, "RTCPeerConnection").next().is_none()), "it calls nobody");
    assert!(scripts >= 5, "it was looked at what was built: {scripts}");
}

#[test]
fn nothing_in_it_tells_where_it_was_built() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the project").display().to_string();
    for (file, bytes) in built() {
        for path in PATHS.iter().copied().chain([here.as_str()]) {
            let told: Vec<_> = places(&bytes, path).collect();
            assert!(told.is_empty(), "{}: {told:#?}", file.display());
        }
    }
}
