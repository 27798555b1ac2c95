//! What a machine can see of the house plan: which way the doors open, and what no room may hold.
//! Reads source as text; knows nothing of what it does. A room that is not built yet is passed over.
//!
//! *Invariant:* every rule comes with a line that breaks it, so that none goes blind unnoticed.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms that know no browser, and rooms with windows. A new room says here which it is.
const CORE: [&str; 16] = [
    "document", "examples", "export", "format", "history", "json", "office", "own_copy", "pack", "plan", "reply",
    "route", "share", "tabs", "typed", "wording",
];
const SHELL: [&str; 8] = ["app", "browser", "keeper", "pages", "parts", "session", "settings", "signals"];
/// How many lines the eye can hold.
const LINES: usize = 450;

struct Source {
    /// From the project's folder on, with `/`.
    path: String,
    text: String,
}

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of these endings in a folder, wherever it stands; none where the folder is not there.
fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![project().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("target") && !path.ends_with("golden") && !path.ends_with("node_modules") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending)) {
                found.push(source(&path));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn source(path: &Path) -> Source {
    let name = path.strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
    Source { path: name, text: fs::read_to_string(path).unwrap() }
}

fn rust(folder: &str) -> Vec<Source> {
    files(folder, &["rs"])
}

/// The lines that ship: no tests, no comments.
fn shipped(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    let code = |(_, line): &(usize, &str)| !line.trim_start().starts_with("//");
    text[..end].lines().enumerate().map(|(at, line)| (at + 1, line)).filter(code)
}

/// The room that a file of `src/` stands in: `pages` of `src/pages/ask.rs`.
fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or("");
    inside.split(['/', '.']).next().unwrap_or("")
}

fn has_any(line: &str, words: &[&str]) -> bool {
    words.iter().any(|word| line.contains(word))
}

/// Something that must not stand in some rooms.
struct Rule {
    says: &'static str,
    applies: fn(&str) -> bool,
    broken_by: fn(&str, &str) -> bool,
    /// A file and a line that break it.
    sample: (&'static str, &'static str),
}

const RULES: [Rule; 15] = [
    Rule {
        says: "the core knows no browser and no room of the shell",
        applies: |path| CORE.contains(&room(path)),
        broken_by: |_, line| {
            has_any(line, &["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"])
                || SHELL.iter().any(|room| line.contains(&format!("crate::{room}")))
        },
        sample: ("src/wording.rs", "use crate::browser::KeepError;"),
    },
    Rule {
        says: "bricks never know the session, a document or the stores",
        applies: |path| room(path) == "parts",
        broken_by: |_, line| {
            has_any(
                line,
                &["crate::session", "Session", "crate::document", "crate::keeper", "crate::format", "crate::pages"],
            ) || has_any(line, &["browser::journal", "browser::mirror"])
        },
        sample: ("src/parts/card.rs", "use crate::session::Session;"),
    },
    Rule {
        says: "the windows know strings and bytes only",
        applies: |path| room(path) == "browser",
        // A day is three numbers, and who may write is judged by three more.
        broken_by: |_, line| {
            line.contains("crate::")
                && !has_any(line, &["crate::browser", "crate::export::Day;", "crate::tabs::{Claim"])
        },
        sample: ("src/browser/files.rs", "use crate::document::Binder;"),
    },
    Rule {
        says: "only the keeper and the settings open the stores",
        // What stands in for the stores in `tests/tabs.rs` opens none.
        applies: |path| !["browser", "keeper", "settings"].contains(&room(path)) && !path.starts_with("tests/tabs/"),
        broken_by: |_, line| has_any(line, &["browser::journal", "browser::mirror", "gloo_storage", "local_storage"]),
        sample: ("src/pages/keep.rs", "use crate::browser::journal::Journal;"),
    },
    Rule {
        says: "signals and memos come from one room: Leptos' own are compiled anew for every type",
        applies: |path| path.starts_with("src/") && room(path) != "signals",
        broken_by: |_, line| has_any(line, &["RwSignal", "ArcMemo", "prelude::Memo", "ReadSignal", "WriteSignal"]),
        sample: ("src/session.rs", "    pub notice: RwSignal<Option<Words>>,"),
    },
    Rule {
        says: "pages do not know each other",
        applies: |path| path.starts_with("src/pages/"),
        broken_by: |path, line| {
            pages().iter().filter(|page| !path.ends_with(&format!("/{page}.rs"))).any(|page| {
                has_any(line, &[&format!("super::{page}::"), &format!("super::{page};"), &format!("pages::{page}")])
            })
        },
        sample: ("src/pages/ask.rs", "use super::values::add;"),
    },
    Rule {
        says: "what leaves is made from what is shared, not from a document",
        applies: |path| room(path) == "export",
        // What is said of one leaf, for the screen on which sharing is chosen.
        broken_by: |_, line| {
            line.contains("pub fn")
                && line.contains("Document")
                && !has_any(line, &["fn leaf_words(", "fn name_of(", "fn shown_words("])
        },
        sample: ("src/export/markdown.rs", "pub fn file(document: &Document) -> File {"),
    },
    Rule {
        says: "what may be seen is made in one place and read from nowhere",
        applies: |path| CORE.contains(&room(path)) || SHELL.contains(&room(path)),
        broken_by: |path, line| {
            let made = has_any(line, &["-> SharedPlan", "-> Self", "SharedPlan {"]) && path == "src/share.rs";
            made && !has_any(
                line,
                &[
                    "fn for_audience(",
                    "pub struct SharedPlan",
                    "impl SharedPlan",
                    "impl PartialEq for SharedPlan",
                    "    SharedPlan { document: seen, audience, over }",
                ],
            ) || has_any(line, &["Deserialize", "Serialize"]) && ["share", "document"].contains(&room(path))
                // What says that it answers with one has asked for one; only `share.rs` puts one together.
                || line.contains("SharedPlan {") && !line.contains("-> SharedPlan {") && path != "src/share.rs"
        },
        sample: ("src/share.rs", "    pub fn new(document: Document) -> Self {"),
    },
    Rule {
        says: "apply is the only writer",
        applies: |path| !path.starts_with("src/document") && !["src/format/body.rs", "src/share.rs"].contains(&path),
        broken_by: |_, line| has_any(line, &["leaf_mut(", "item_mut(", "items_mut(", ".editions[", ".leaves["]),
        sample: ("src/plan.rs", "    document.leaf_mut(path);"),
    },
    Rule {
        says: "nothing that ships panics on purpose",
        applies: |path| path.starts_with("src/") && room(path) != "bin",
        broken_by: |_, line| {
            has_any(line, &[".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!(", "dbg!("])
        },
        sample: ("src/plan.rs", "    let first = ids.first().unwrap();"),
    },
    Rule {
        says: "nothing is made by handing the browser text to run or to parse",
        applies: |path| path.starts_with("src/"),
        broken_by: |_, line| {
            has_any(
                line,
                &["inner_html", "innerHTML", "outer_html", "insert_adjacent", "js_sys::eval", "document.write"],
            )
        },
        sample: ("src/parts/paper.rs", "    view! { <p inner_html=text></p> }"),
    },
    Rule {
        says: "nothing that ships names another host",
        applies: |path| !path.starts_with("tests/"),
        broken_by: |_, line| has_any(line, &["http://", "https://"]) && !has_any(line, &["xmlns", "schema"]),
        sample: ("src/app.rs", "    let link = \"https://example.invalid/\";"),
    },
    Rule {
        says: "no program code goes to another address or calls somebody: no policy of a page can forbid that",
        applies: |path| path.starts_with("src/") || path.starts_with("public/"),
        broken_by: |path, line| {
            let goes = [
                "RtcPeer",
                "RTCPeer",
                "open_with_url",
                "location().assign",
                "location().replace",
                "set_href(",
                "location =",
            ];
            // A download is a link to bytes that the page itself holds.
            has_any(line, &goes) && !(path == "src/browser/files.rs" && line.trim() == "link.set_href(&url);")
        },
        sample: ("src/pages/keep.rs", "    window.location().set_href(&format!(\"/?{words}\"));"),
    },
    Rule {
        says: "only the windows ask for files, and only for those that are served beside the page",
        applies: |path| path.starts_with("src/") && room(path) != "bin" && room(path) != "browser",
        broken_by: |_, line| has_any(line, &["fetch_with", "XmlHttp", "send_beacon", "WebSocket", "EventSource"]),
        sample: ("src/app.rs", "    window.fetch_with_str(address);"),
    },
    Rule {
        says: "a test waits for something, not for a time",
        // The browser tests' tools look again after a moment, and type at a person's pace.
        applies: |path| path.starts_with("tests/") && !path.starts_with("tests/e2e/src/"),
        broken_by: |path, line| has_any(line, &["thread::sleep", "time::sleep", "sleep("]) && path != "tests/tidy.rs",
        sample: ("tests/e2e/tests/keep.rs", "    tokio::time::sleep(Duration::from_secs(1)).await;"),
    },
];

fn pages() -> Vec<String> {
    let name = |file: Source| Path::new(&file.path).file_stem().unwrap().to_string_lossy().into_owned();
    // The rooms of one page, and what several of them are built with, are no pages.
    let is_page = |file: &Source| {
        !["/asking", "/sheet/", "/talk/office.rs", "/picking.rs", "/reply/"].iter().any(|room| file.path.contains(room))
    };
    let mut pages: Vec<String> = rust("src/pages").into_iter().filter(is_page).map(name).collect();
    // So that the rule has something to see before there are any.
    pages.push("values".to_owned());
    pages
}

fn breaches(rule: &Rule, path: &str, text: &str) -> Vec<String> {
    if !(rule.applies)(path) {
        return Vec::new();
    }
    let broken = shipped(text).filter(|(_, line)| (rule.broken_by)(path, line));
    broken.map(|(at, line)| format!("{path}:{at}: {}", line.trim())).collect()
}

#[test]
fn the_doors_open_one_way_and_no_room_holds_what_it_must_not() {
    let mut all: Vec<Source> = rust("src");
    all.extend(rust("tests"));
    all.extend(files("style", &["css"]));
    all.extend(files("public", &["html", "js", "webmanifest", "svg"]));
    all.push(source(&project().join("index.html")));
    for rule in &RULES {
        let (path, line) = rule.sample;
        assert_eq!(breaches(rule, path, line).len(), 1, "the rule sees what breaks it: {}", rule.says);
        let found: Vec<String> = all.iter().flat_map(|file| breaches(rule, &file.path, &file.text)).collect();
        assert!(found.is_empty(), "{}:\n{}", rule.says, found.join("\n"));
    }
}

/// Whether a source names a memo that is not the one of `src/signals.rs`.
///
/// Leptos' prelude has another of that name.
fn has_other_memo(text: &str) -> bool {
    let named = shipped(text).any(|(_, line)| has_any(line, &["Memo::new(", "Memo<"]));
    let from_the_room =
        shipped(text).any(|(_, line)| line.starts_with("use crate::signals::") && line.contains("Memo"));
    named && !from_the_room
}

#[test]
fn every_memo_is_of_the_room_of_signals() {
    assert!(has_other_memo("use leptos::prelude::*;\nfn f() -> Memo<u32> {}"), "the test sees another memo");
    assert!(!has_other_memo("use crate::signals::{Memo, State};\nfn f() -> Memo<u32> {}"));
    for file in rust("src").iter().filter(|file| room(&file.path) != "signals") {
        assert!(!has_other_memo(&file.text), "{}: take Memo from crate::signals", file.path);
    }
}

#[test]
fn every_room_is_core_or_shell() {
    for file in rust("src") {
        let room = room(&file.path);
        let known = CORE.contains(&room) || SHELL.contains(&room) || ["main", "lib", "bin"].contains(&room);
        assert!(known, "{}: say in tests/tidy.rs whether it may know the browser", file.path);
    }
    let lib = fs::read_to_string(project().join("src/lib.rs")).unwrap();
    for room in SHELL {
        let line = format!("pub mod {room};");
        let behind = lib.contains(&format!("#[cfg(target_arch = \"wasm32\")]\n{line}"));
        assert!(behind || !lib.contains(&line), "{room} stands behind the wall");
    }
}

#[test]
fn every_file_says_what_it_is_for_and_fits_a_sitting() {
    for file in rust("src").into_iter().chain(rust("tests")) {
        let Source { path, text } = file;
        assert!(text.starts_with("//! "), "{path} opens with what the room is for");
        let lines = text.lines().count();
        assert!(lines <= LINES, "{path} has {lines} lines");
        let name = path.rsplit('/').next().unwrap();
        let vague = ["mod.rs", "utils.rs", "util.rs", "helpers.rs", "helper.rs", "common.rs", "types.rs", "misc.rs"];
        assert!(!vague.contains(&name), "{path} stands around no noun");
    }
}

/// The class names in a source: of `class="a b"`, `.class("a b")` and `.class_if("a", …)`, and of `class:a=`.
fn classes(text: &str) -> BTreeSet<&str> {
    let name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let given = ["class=\"", ".class(\"", ".class_if(\""];
    let listed = given
        .into_iter()
        .flat_map(|given| text.split(given).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .flat_map(str::split_whitespace);
    let single = text.split("class:").skip(1).filter_map(|rest| {
        let class = rest.split(|c| !name(c)).next()?;
        rest[class.len()..].starts_with('=').then_some(class)
    });
    listed.chain(single).filter(|class| !class.is_empty()).collect()
}

fn is_styled(class: &str, css: &str) -> bool {
    let end = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    css.split(&format!(".{class}")).skip(1).any(end)
}

#[test]
fn every_class_is_styled() {
    assert_eq!(classes(r#"<p class="a b-c" class:d=on class=e>"#), ["a", "b-c", "d"].into());
    assert_eq!(classes(r#"el("p").class("a b-c").class_if("d", on).class(e)"#), ["a", "b-c", "d"].into());
    assert!(is_styled("a", "p.a { }") && !is_styled("a", ".ab {} .a-b {}") && is_styled("b", ".ab{} .b{}"));
    let css: String = files("style", &["css"]).into_iter().map(|file| file.text).collect();
    if css.is_empty() {
        return;
    }
    let mut bare = Vec::new();
    for file in rust("src").iter().filter(|f| ["app", "pages", "parts"].contains(&room(&f.path))) {
        bare.extend(
            classes(&file.text).into_iter().filter(|c| !is_styled(c, &css)).map(|c| format!("{}: .{c}", file.path)),
        );
    }
    assert!(bare.is_empty(), "no style knows\n{}", bare.join("\n"));
}
