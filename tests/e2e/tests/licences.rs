//! Whoever is handed the page is handed the licences of all that is in it: in the site and in the one file,
//! where a person finds them, and not before somebody wants to read them.

use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::lean::one_file;
use aritai_e2e::{settings, wait};
use serde_json::json;
use std::path::Path;
use std::process::Command;

/// What parts one text from the next.
const RULE: &str = "========================================================================";

/// The text, as it was built.
fn built() -> String {
    let folder = std::fs::read_dir(settings::dist()).expect("the built page").flatten();
    let mut found = folder.filter(|entry| entry.file_name().to_string_lossy().starts_with("licences-"));
    let folder = found.next().expect("the licences are built").path();
    std::fs::read_to_string(folder.join("licences.txt")).expect("their text")
}

/// The titles of all texts but that of the list: `serde 1.0.0, serde_core 1.0.0`.
fn titled(text: &str) -> Vec<&str> {
    text.split(RULE).skip(2).filter_map(|section| section.trim_start().lines().next()).collect()
}

/// What Cargo builds for the browser and does not only run while it builds, as it tells by the lock file:
/// `serde 1.0.0`.
fn parts() -> Vec<String> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the project");
    let tree = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args([
            "tree",
            "--locked",
            "--offline",
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .args(["--target", "wasm32-unknown-unknown"])
        .current_dir(project)
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    let part = |line: &str| {
        let mut words = line.split(' ');
        Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
    };
    let mut parts: Vec<String> = tree.lines().filter_map(part).collect();
    parts.sort();
    parts.dedup();
    parts
}

#[test]
fn nothing_that_is_built_in_is_without_its_licence() {
    let text = built();
    let titles = titled(&text);
    let has = |part: &str| titles.iter().any(|title| title.split(", ").any(|one| one == part));
    let parts = parts();
    assert!(parts.len() > 60, "{parts:?}");
    let missing: Vec<_> = parts.iter().filter(|part| !has(part)).collect();
    assert!(missing.is_empty(), "without a licence: {missing:?}");
    // Neither Cargo's nor anybody's but ours.
    for words in ["Aritai Print", "SIL OPEN FONT LICENSE", "Rust standard library", "BIP 39", "Wei Lu", "wasm-bindgen"]
    {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("yyyy") || text.contains("APPENDIX"), "no form that nobody filled in");
}

/// Opens the screen, finds them closed, and reads them.
async fn reads_them(browser: &Browser) {
    browser.open(Route::Here).await;
    browser.reads(w::HERE_LICENCES).await;
    let asked = || browser.site.asked().iter().any(|asked| asked.path.contains("/licences"));
    assert!(!asked(), "nobody waits for them yet");
    assert_eq!(browser.js("return document.querySelectorAll('.licences').length", vec![]).await, json!(0));
    browser.unfold(&browser.folded(w::HERE_LICENCES_OPEN)).await;
    let shown = "return [...document.querySelectorAll('.licences h3')].map(h => h.textContent)";
    let titles = wait::until("they are shown", async || {
        let titles = browser.js(shown, vec![]).await;
        titles.as_array().filter(|titles| !titles.is_empty()).cloned()
    })
    .await;
    let text = built();
    assert_eq!(titles.len(), titled(&text).len() + 1, "the list, and every text");
    let words = "return document.querySelector('.licences').innerText";
    let words = browser.js(words, vec![]).await;
    let words = words.as_str().unwrap_or_default();
    for line in ["Permission is hereby granted, free of charge", "Apache License", "SIL OPEN FONT LICENSE"] {
        assert!(words.contains(line), "{line}");
    }
    let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    assert_eq!(browser.js(wide, vec![]).await, json!(true), "nothing stands out of the page");
}

#[tokio::test]
async fn they_are_read_where_a_person_looks_for_them() {
    journey("licences", Options { window: (390, 844), ..Options::default() }, async |browser| {
        reads_them(browser).await;
    })
    .await;
}

#[tokio::test]
async fn they_are_in_the_one_file_too() {
    journey("licences_onefile", Options::default(), async |browser| {
        browser.base = one_file(&browser.own_folder());
        reads_them(browser).await;
    })
    .await;
}
