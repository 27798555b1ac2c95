//! The licences of everything that is built in, in one text: whose it is, and on what terms it may be handed
//! on.
//!
//! What Cargo builds for the browser is asked of Cargo, and each part's own words are taken from where its
//! source lies. Built twice it is the same text: nothing of the machine is in it. What comes from elsewhere
//! than Cargo stands in `notices/`.
//! May know: Cargo, the sources of the parts. Must never know: what the program does.

use super::sums::{read_text, write};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The file, in the folder that is served.
pub(super) const FILE: &str = "licences/licences.txt";
/// Where one text ends and the next begins: its title is the line after this (`pages::deeper::here` reads it
/// so).
const RULE: &str = "========================================================================";
const TARGET: &str = "wasm32-unknown-unknown";
const MIT: &str = include_str!("notices/MIT.txt");
/// What Cargo does not tell of: a name, the licence, what it is, and the text.
const ELSEWHERE: [(&str, &str, &str); 3] = [
    (
        "Rust standard library (core, alloc, std, compiler_builtins)",
        "MIT AND Unicode-3.0",
        include_str!("notices/std.txt"),
    ),
    ("Japanese word list of BIP 39, shortened", "ISC", include_str!("notices/bip39.txt")),
    (
        "Aritai Print: BIZ UDPGothic, Noto Sans CJK JP, Source Sans 3, modified",
        "OFL-1.1",
        include_str!("../../../public/fonts/OFL.txt"),
    ),
];
/// Which of several licences is taken, where one may choose: the first of these.
const CHOICE: [(&str, &[&str]); 8] = [
    ("MIT", &["Permission is hereby granted, free of charge", "substantial portions of the Software"]),
    ("Apache-2.0", &["Apache License", "Version 2.0, January 2004"]),
    ("BSD-3-Clause", &["Redistribution and use in source and binary forms", "endorse or promote products"]),
    ("BSD-2-Clause", &["Redistribution and use in source and binary forms"]),
    ("Zlib", &["provided 'as-is', without any express or implied"]),
    ("BSL-1.0", &["Boost Software License"]),
    ("Unicode-3.0", &["UNICODE LICENSE V3"]),
    ("CC0-1.0", &["CC0 1.0 Universal"]),
];

/// A part that is built in.
struct Part {
    name: String,
    version: String,
    /// As its maker says it: `MIT OR Apache-2.0`.
    licence: String,
    authors: Vec<String>,
    /// Where its source lies.
    folder: PathBuf,
}

/// Writes the text into the folder that is served, from the project's folder on.
pub(super) fn notices(project: &Path, folder: &Path) -> Result<(), String> {
    write(&folder.join(FILE), text(project)?.as_bytes())
}

fn text(project: &Path) -> Result<String, String> {
    let parts = built_in(project)?;
    let own = parts.iter().find(|part| part.name == "aritai").ok_or("the program itself is not built in")?;
    let mut out =
        String::from("ありたい：組み込まれている部品と、そのライセンス\nAritai: what is built in, and its licences\n");
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut list = BTreeSet::new();
    for part in parts.iter().filter(|part| part.name != own.name) {
        let named = format!("{} {}", part.name, part.version);
        list.insert(format!("{named}: {}", part.licence));
        for text in texts_of(part)? {
            texts.entry(text).or_default().insert(named.clone());
        }
    }
    for (name, licence, text) in ELSEWHERE {
        list.insert(format!("{name}: {licence}"));
        texts.entry(tidy(text)).or_default().insert(name.to_owned());
    }
    let list = list.into_iter().collect::<Vec<_>>().join("\n");
    section(&mut out, "一覧 / List", &format!("The script beside each program is wasm-bindgen's.\n\n{list}"));
    let own_texts = ["LICENSE-MIT", "LICENSE-APACHE"].map(|file| read_text(&project.join(file)));
    let [mit, apache] = own_texts;
    let chosen = format!("{}, at your choice: MIT, or Apache License 2.0.", own.licence);
    section(&mut out, &format!("ありたい / Aritai {}", own.version), &format!("{chosen}\n\n{}", tidy(&mit?)));
    texts.entry(tidy(&apache?)).or_default().insert(format!("aritai {}", own.version));
    let mut texts: Vec<(String, String)> =
        texts.into_iter().map(|(text, parts)| (parts.into_iter().collect::<Vec<_>>().join(", "), text)).collect();
    texts.sort();
    for (parts, text) in texts {
        section(&mut out, &parts, &text);
    }
    Ok(out)
}

fn section(out: &mut String, title: &str, text: &str) {
    let _ = write!(out, "\n{RULE}\n{title}\n\n{}\n", text.trim_end());
}

/// Without what differs from file to file and says nothing: ends of lines, blanks behind them, empty lines
/// around.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Every part that Cargo builds for the browser and that is not only run while building.
fn built_in(project: &Path) -> Result<Vec<Part>, String> {
    let tree = ["tree", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}", "--target", TARGET];
    let tree = cargo(project, &tree)?;
    let wanted: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .collect();
    let known = cargo(project, &["metadata", "--format-version", "1", "--filter-platform", TARGET])?;
    let known: Value = serde_json::from_str(&known).map_err(|e| format!("cargo metadata: {e}"))?;
    let mut parts = Vec::new();
    for package in known["packages"].as_array().into_iter().flatten() {
        let word = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
        let (name, version) = (word("name"), word("version"));
        if !wanted.contains(&(name.as_str(), version.as_str())) {
            continue;
        }
        let manifest = PathBuf::from(word("manifest_path"));
        let authors = package["authors"].as_array().into_iter().flatten();
        parts.push(Part {
            folder: manifest.parent().map(Path::to_path_buf).unwrap_or_default(),
            licence: word("license").replace('/', " OR "),
            authors: authors.filter_map(Value::as_str).map(|author| named_only(author).to_owned()).collect(),
            name,
            version,
        });
    }
    if parts.len() != wanted.len() {
        return Err(format!("cargo builds {} parts in and knows {} of them", wanted.len(), parts.len()));
    }
    Ok(parts)
}

/// A person without their address.
fn named_only(author: &str) -> &str {
    author.split(" <").next().unwrap_or(author)
}

fn cargo(project: &Path, arguments: &[&str]) -> Result<String, String> {
    // That of Cargo itself, where it runs us: what stands before it on PATH is for building.
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let done = Command::new(cargo)
        .args(arguments)
        .args(["--locked", "--offline"])
        .current_dir(if project.as_os_str().is_empty() { Path::new(".") } else { project })
        .output()
        .map_err(|e| format!("cargo: {e}"))?;
    if !done.status.success() {
        return Err(format!("cargo {}: {}", arguments[0], String::from_utf8_lossy(&done.stderr)));
    }
    String::from_utf8(done.stdout).map_err(|e| format!("cargo: {e}"))
}

/// The texts that have to go with a part: of the licence that is taken, and whatever its maker wants told
/// besides.
fn texts_of(part: &Part) -> Result<Vec<String>, String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(&part.folder).map_err(|e| format!("{}: {e}", part.folder.display()))?.flatten() {
        let name = entry.file_name().to_string_lossy().to_ascii_lowercase();
        let telling = ["licen", "copying", "copyright", "notice", "unlicense"];
        if telling.iter().any(|begins| name.starts_with(begins)) && entry.path().is_file() {
            files.push((name, tidy(&read_text(&entry.path())?)));
        }
    }
    files.sort();
    let mut texts = Vec::new();
    for licence in taken(&part.licence)? {
        let says = CHOICE.iter().find(|(name, _)| *name == licence).map_or(&[][..], |(_, says)| *says);
        let found = files.iter().find(|(_, text)| says.iter().all(|words| squeezed(text).contains(words)));
        match found {
            Some((_, text)) => texts.push(text.clone()),
            // Its maker names the licence and put no text beside the code.
            None if licence == "MIT" => texts.push(mit_of(part)),
            None => return Err(format!("{} {} has no text of {licence} beside it", part.name, part.version)),
        }
    }
    let more = |name: &str| ["notice", "copyright", "third-party"].iter().any(|word| name.contains(word));
    texts.extend(files.iter().filter(|(name, _)| more(name)).map(|(_, text)| text.clone()));
    texts.sort();
    texts.dedup();
    Ok(texts)
}

/// Words that stand in lines of any length.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn mit_of(part: &Part) -> String {
    let authors =
        if part.authors.is_empty() { format!("the authors of {}", part.name) } else { part.authors.join(", ") };
    tidy(&MIT.replace("AUTHORS", &authors))
}

/// Which licences are taken of an expression: all that are joined by AND, and of each choice one.
fn taken(expression: &str) -> Result<Vec<&'static str>, String> {
    let one = |choice: &str| {
        let names: Vec<&str> = choice.split(" OR ").map(|name| name.trim_matches(['(', ')', ' '])).collect();
        let best = CHOICE.iter().find(|(name, _)| names.contains(name));
        best.map(|(name, _)| *name).ok_or_else(|| format!("none of these licences is known: {choice}"))
    };
    expression.split(" AND ").map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_licences_one_is_taken_and_of_joined_ones_all() -> Result<(), String> {
        for (expression, expected) in [
            ("MIT", &["MIT"][..]),
            ("Apache-2.0 OR MIT", &["MIT"]),
            ("Unlicense OR Apache-2.0", &["Apache-2.0"]),
            ("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT", &["MIT"]),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", &["MIT", "Unicode-3.0"]),
            ("Apache-2.0 OR BSL-1.0", &["Apache-2.0"]),
        ] {
            assert_eq!(taken(expression)?, expected, "{expression}");
        }
        assert!(taken("GPL-3.0-only").is_err() && taken("").is_err(), "what is not known is not passed over");
        Ok(())
    }

    #[test]
    fn every_part_that_is_built_in_has_a_text_and_nothing_of_the_machine_is_in_it() -> Result<(), String> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (parts, told) = (built_in(project)?, text(project)?);
        assert_eq!(told, text(project)?, "it is the same twice");
        // Of the program, of both workers, and of none that only runs while building.
        for name in ["leptos", "serde_json", "rust_xlsxwriter", "scrypt", "wasm-bindgen"] {
            assert!(parts.iter().any(|part| part.name == name), "{name} is built in");
        }
        for name in ["leptos_macro", "serde_derive", "brotli", "age", "proptest"] {
            assert!(parts.iter().all(|part| part.name != name), "{name} is not built in");
        }
        for part in &parts {
            let named = format!("{} {}", part.name, part.version);
            let titles = told.split(RULE).skip(2).filter(|section| {
                section.trim_start().lines().next().is_some_and(|title| title.split(", ").any(|one| one == named))
            });
            assert!(part.name == "aritai" || titles.count() > 0, "{named} has no text");
        }
        assert!(!told.contains(&project.display().to_string()) && !told.contains(".cargo"), "of the machine");
        Ok(())
    }
}
