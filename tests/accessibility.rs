//! What `docs/accessibility.md` claims: every criterion is there once, no cell is empty, every test that is named exists.
//! And what only the source shows: that nothing is asked for that not everybody can do.
//!
//! *Invariant:* each rule comes with a line that breaks it, so that none goes blind unnoticed.

#![allow(clippy::expect_used, reason = "a test says so by failing")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// WCAG 2.2, level A.
const A: [&str; 31] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3", "1.4.1", "1.4.2", "2.1.1", "2.1.2", "2.1.4",
    "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "3.1.1",
    "3.2.1", "3.2.2", "3.2.6", "3.3.1", "3.3.2", "3.3.7", "4.1.2",
];
/// WCAG 2.2, level AA.
const AA: [&str; 24] = [
    "1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.4.5",
    "2.4.6", "2.4.7", "2.4.11", "2.5.7", "2.5.8", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8", "4.1.3",
];
/// What WCAG 2.1 and 2.2 added to 2.0, and JIS X 8341-3:2016 does not have.
const NOT_IN_JIS: [&str; 18] = [
    "1.3.4", "1.3.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.1.4", "2.4.11", "2.5.1", "2.5.2", "2.5.3", "2.5.4",
    "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8", "4.1.3",
];

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: impl AsRef<Path>) -> String {
    let path = project().join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// What is between `` ` `` and `` ` `` and has `::` in it: the tests that a text names.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2).filter(|part| part.contains("::"))
}

/// Whether a test is there: `e2e/axe::…` in `tests/e2e/tests/axe.rs`, `colours::…` in `tests/colours.rs`.
fn is_there(name: &str) -> bool {
    let Some((file, test)) = name.split_once("::") else { return false };
    let path =
        file.strip_prefix("e2e/").map_or_else(|| format!("tests/{file}.rs"), |f| format!("tests/e2e/tests/{f}.rs"));
    let Ok(source) = fs::read_to_string(project().join(path)) else { return false };
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let begins = [format!("fn {test}("), format!("async fn {test}(")];
    lines.iter().enumerate().any(|(at, line)| {
        let marked = at > 0 && ["#[test]", "#[tokio::test]"].contains(&lines[at - 1]);
        marked && begins.iter().any(|begin| line.starts_with(begin.as_str()))
    })
}

/// What is wrong with a page of claims.
fn faults(page: &str, not_done: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut met = BTreeSet::new();
    for row in page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| WCAG")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [number, level, jis, name, result, how, evidence] = cells[..] else {
            faults.push(format!("not seven cells: {row}"));
            continue;
        };
        if cells.iter().any(|cell| cell.is_empty()) {
            faults.push(format!("{number}: an empty cell"));
        }
        let known = if level == "A" { A.contains(&number) } else { level == "AA" && AA.contains(&number) };
        if !known || !met.insert(number) {
            faults.push(format!("{number} {level}: unknown, or twice"));
        }
        if jis != if NOT_IN_JIS.contains(&number) { "—" } else { number } {
            faults.push(format!("{number}: {jis} in JIS"));
        }
        if named(evidence).next().is_none() && !evidence.contains(not_done) {
            faults.push(format!("{number} {name}: {result}, {how}, and no evidence"));
        }
    }
    let missing = A.iter().chain(&AA).filter(|number| !met.contains(*number));
    faults.extend(missing.map(|number| format!("{number} is missing")));
    faults.extend(
        named(page).filter(|name| !name.ends_with("::…") && !is_there(name)).map(|name| format!("there is no {name}")),
    );
    faults
}

#[test]
fn every_criterion_is_answered_once_and_with_evidence() {
    let [ja, en] = ["docs/accessibility.md", "docs/accessibility.en.md"].map(text);
    assert_eq!(faults(&ja, "未実施"), Vec::<String>::new());
    assert_eq!(faults(&en, "not done"), Vec::<String>::new());
    let evidence = |page: &str| named(page).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(evidence(&ja), evidence(&en), "both languages name the same evidence");
    assert!(evidence(&ja).len() > 100);
}

#[test]
fn a_claim_without_evidence_is_seen() {
    let ja = text("docs/accessibility.md");
    let row = ja.lines().find(|line| line.starts_with("| 2.4.7 ")).expect("a row");
    let evidence = row.rsplit('|').nth(1).expect("a cell");
    for (worse, says) in [
        (ja.replace(row, ""), "2.4.7 is missing"),
        (ja.replace(row, &format!("{row}\n{row}")), "twice"),
        (ja.replace(evidence, " "), "an empty cell"),
        (ja.replace(evidence, " きっと大丈夫 "), "no evidence"),
        (ja.replace("firefox_by_keyboard_alone", "firefox_by_magic"), "there is no e2e/alone::firefox_by_magic"),
        (ja.replace("| 2.4.11 | AA | — |", "| 2.4.11 | AA | 2.4.11 |"), "in JIS"),
    ] {
        let found = faults(&worse, "未実施");
        assert!(found.iter().any(|fault| fault.contains(says)), "{says}: {found:?}");
    }
}

/// What is in no source that ships, by the words it would be written with; where it may be all the same.
const NOWHERE: [(&str, &str); 22] = [
    ("el(\"video\")", ""),
    ("el(\"audio\")", ""),
    ("<video", ""),
    ("<audio", ""),
    ("AudioContext", ""),
    ("SpeechSynthesis", ""),
    ("autoplay", ""),
    ("el(\"img\")", ""),
    ("@keyframes", ""),
    ("animation:", ""),
    ("\"title\", ", ""),
    ("accesskey", ""),
    // It does nothing there but to stop the second press of a double click.
    ("\"mousedown\"", "src/browser/page.rs"),
    ("\"touchstart\"", ""),
    ("\"touchmove\"", ""),
    ("\"dblclick\"", ""),
    // It has buttons beside it: see the journeys.
    ("\"pointerdown\"", "src/parts/drag.rs"),
    ("\"pointermove\"", "src/parts/drag.rs"),
    ("devicemotion", ""),
    ("deviceorientation", ""),
    ("\"orientation\"", ""),
    ("user-scalable", ""),
];

fn sources(folder: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(project().join(folder)).expect("a folder").flatten() {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            sources(&name, found);
        } else if [".rs", ".css", ".html", ".webmanifest", ".js"].iter().any(|end| name.ends_with(end)) {
            found.push((name.clone(), text(&name)));
        }
    }
}

fn asks_for(name: &str, source: &str) -> Vec<String> {
    let asked = NOWHERE.iter().filter(|(word, but)| name != *but && source.contains(word));
    asked.map(|(word, _)| format!("{name}: {word}")).collect()
}

#[test]
fn nothing_in_the_program_asks_for_what_not_everybody_can_do() {
    let mut all = vec![("index.html".to_owned(), text("index.html"))];
    for folder in ["src", "style", "public"] {
        sources(folder, &mut all);
    }
    assert!(all.len() > 100);
    let asked: Vec<String> = all
        .iter()
        .filter(|(name, _)| !name.starts_with("src/bin/") && !name.starts_with("src/office/"))
        .flat_map(|(name, source)| asks_for(name, source))
        .collect();
    assert_eq!(asked, Vec::<String>::new());
    for (word, _) in NOWHERE {
        assert!(!asks_for("src/pages/other.rs", &format!("x {word} y")).is_empty(), "{word} is seen");
    }
}

#[test]
fn the_field_for_ones_name_says_so() {
    let sheet = text("src/pages/sheet.rs");
    assert!(sheet.contains("&fields::NAME, \"name\")"), "the name on the sheet");
    assert!(
        text("src/parts/field.rs").contains(".attr(\"autocomplete\", self.fills)"),
        "and its field tells the browser"
    );
}
