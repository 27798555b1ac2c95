//! The page as it is served: its scripts, one style, the addresses of its files, its build and its policy.
//!
//! May know: the page's tags, the names of built files. Must never know: what the program does.

use super::csp::{self, Page};
use super::first;
use super::markup::{Tag, tags};
use super::names::{called, folders, nameless};
use super::sums::{files, hex, integrity, lines, read};
use std::path::Path;

/// Where the program's script ends and what starts it begins.
pub(super) const START: &str = "\n//start\n";
/// What starts a page that has its files beside it, and what it says itself before that.
const HOSTED: &str = include_str!("start.js");
const ASK: &str = include_str!("ask.js");
const BEGIN: &str = include_str!("begin.js");
/// The elements that say where things lie (read by `browser::{program,office,assets}`), and what lies there.
const META: [(&str, &str); 3] = [
    ("aritai-second-style", "aritai_second.css"),
    ("aritai-second", "aritai_second.wasm"),
    ("aritai-third", "aritai_third.wasm"),
];
/// The same, of what starts the page (read by `ask.js` and `begin.js`).
const STARTS: [(&str, &str); 2] = [(SCRIPT_META, SCRIPT), ("aritai-program", "aritai_bg.wasm")];
const SCRIPT_META: &str = "aritai-script";
pub(super) const SCRIPT: &str = "aritai.js";
/// The element that says what the script's bytes add up to: no other is run.
const SCRIPT_SUM: &str = "aritai-script-sum";
/// The programs that run as workers: their names. Each has a script and a program.
pub(super) const WORKERS: [&str; 2] = ["office", "lock"];
pub(super) const INDEX: &str = "index.html";
/// The list of what is not of the core, made last of all.
pub(super) const REST: &str = "rest";

/// The page that Trunk built, with its styles in one element, and with what asks for the program and begins with it in place of
/// Trunk's own.
pub(super) fn joined(html: &str, sheets: usize) -> Result<String, String> {
    let found = tags(html)?;
    let styles: Vec<&Tag> = found.iter().filter(|tag| tag.name == "style").collect();
    let scripts: Vec<&Tag> = found.iter().filter(|tag| tag.name == "script").collect();
    let ([loader], true) = (&scripts[..], styles.len() == sheets) else {
        return Err(format!("{} scripts and {} styles, not 1 and {sheets}", scripts.len(), styles.len()));
    };
    if !loader.inside.contains("import init") {
        return Err("the only script is not the one that loads the program".into());
    }
    let style: String = styles.iter().map(|tag| tag.inside).collect();
    let mut gone: Vec<&Tag> = styles[1..].iter().chain(&scripts).copied().collect();
    let ahead = |tag: &&Tag| tag.name == "link" && (tag.has("rel", "modulepreload") || tag.has("rel", "preload"));
    gone.extend(found.iter().filter(ahead));
    let html = without(html, &gone);
    let html = html.replacen(styles[0].inside, &style, 1);
    let [ask, begin] = own();
    for script in [&ask, &begin] {
        if script.contains("</script") || script.contains("<!--") {
            return Err("a script would end its element".into());
        }
    }
    let html = html.replacen("<style", &format!("<script>{ask}</script><style"), 1);
    Ok(html.replacen("</body>", &format!("<script>{begin}</script></body>"), 1))
}

/// What a page that has its files beside it says itself: what asks for the program, and what begins with it.
pub(super) fn own() -> [String; 2] {
    [ASK, BEGIN].map(squeezed)
}

/// The program's script and what starts it, in one.
pub(super) fn started(script: &str) -> String {
    format!("{}{START}{}", squeezed(script), squeezed(HOSTED))
}

/// A script without what is only for whoever reads it. A line is a line: nothing of ours writes a text over several.
pub(super) fn squeezed(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let told = lines.filter(|line| !line.is_empty() && !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark)));
    told.collect::<Vec<_>>().join("\n")
}

/// A page without some of its tags.
pub(super) fn without(html: &str, gone: &[&Tag]) -> String {
    let mut gone: Vec<_> = gone.iter().map(|tag| tag.place.clone()).collect();
    gone.sort_by_key(|place| place.start);
    let mut rest = html.to_owned();
    for place in gone.into_iter().rev() {
        rest.replace_range(place, "");
    }
    rest
}

/// A page without what [`told`] and [`held`] put in.
pub(super) fn untold(html: &str) -> Result<String, String> {
    let found = tags(html)?;
    let ours = |tag: &&Tag| {
        tag.name == "meta"
            && (tag.get("name").is_some_and(|name| name.starts_with("aritai-")) || tag.get("http-equiv").is_some())
    };
    Ok(without(html, &found.iter().filter(ours).collect::<Vec<_>>()))
}

/// The page with the addresses of its files, and the name of its build, which is made of all of them.
pub(super) fn told(folder: &Path, html: &str) -> Result<(String, String), String> {
    let mut metas = String::new();
    let mut tell = |name: &str, content: &str| metas.extend(["<meta name=\"", name, "\" content=\"", content, "\">"]);
    for (meta, file) in META {
        let end = &file[file.find('_').unwrap_or(0)..];
        match called(folder, file)? {
            Some(name) => tell(meta, &format!("./{name}")),
            // A development build is one program.
            None if files(folder)?.iter().all(|name| !name.ends_with(end)) => {}
            None => return Err(format!("no file that ends in {end} is called {file}")),
        }
    }
    for (meta, file) in STARTS {
        let name = called(folder, file)?.ok_or_else(|| format!("there is no {file}"))?;
        if meta == SCRIPT_META {
            tell(SCRIPT_SUM, &integrity(&read(&folder.join(&name))?));
        }
        tell(meta, &format!("./{name}"));
    }
    for worker in WORKERS {
        for (meta, file) in [("", ".js"), ("-program", "_bg.wasm")] {
            let name =
                called(folder, &format!("{worker}{file}"))?.ok_or_else(|| format!("there is no {worker}{file}"))?;
            tell(&format!("aritai-{worker}{meta}"), &format!("./{name}"));
        }
    }
    let folders = folders(folder)?;
    if folders.iter().any(|name| name.contains('-')) {
        tell("aritai-folders", &folders.join(" "));
    }
    let all = lines(folder, precached(folder)?.iter().filter(|path| *path != INDEX))?;
    let build = hex(format!("{all}{html}{metas}").as_bytes())[..16].to_owned();
    metas.extend(["<meta name=\"aritai-build\" content=\"", &build, "\">"]);
    // Before the script that reads them.
    if !html.contains("<title>") {
        return Err("the page has no title".into());
    }
    Ok((html.replacen("<title>", &format!("{metas}<title>"), 1), build))
}

/// The page held to its policy, and that policy.
pub(super) fn held(html: &str, kind: Page) -> Result<(String, String), String> {
    const CHARSET: &str = "<meta charset=utf-8>";
    let style = style(html)?;
    let beside = if kind == Page::Hosted { Some(told_of(html, SCRIPT_SUM)?) } else { None };
    let policy = csp::policy(html, kind, &scripts(html)?, beside.as_deref(), &style)?;
    if !html.contains(CHARSET) {
        return Err("the page does not begin with its charset".into());
    }
    let meta = format!("{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok((html.replacen(CHARSET, &meta, 1), policy))
}

/// What a page says of where something lies.
pub(super) fn told_of(html: &str, name: &str) -> Result<String, String> {
    let found = tags(html)?;
    let meta = found.iter().find(|tag| tag.name == "meta" && tag.has("name", name));
    meta.and_then(|tag| tag.get("content"))
        .map(str::to_owned)
        .ok_or_else(|| format!("the page does not tell its {name}"))
}

/// What all its scripts say that are ours.
fn scripts(html: &str) -> Result<Vec<String>, String> {
    let own = own();
    let ours = |tag: &&Tag| {
        let inside = tag.inside;
        tag.name == "script"
            && (own.iter().any(|script| script == inside) || inside.contains(START) || inside.starts_with(first::MARK))
    };
    Ok(tags(html)?.iter().filter(ours).map(|tag| tag.inside.to_owned()).collect())
}

fn style(html: &str) -> Result<String, String> {
    let found = tags(html)?;
    let first = found.iter().find(|tag| tag.name == "style");
    first.map(|tag| tag.inside.to_owned()).ok_or_else(|| "the page has no style".into())
}

/// What the page is made of: everything that is served and that some screen may want, but for the list of it.
pub(super) fn precached(folder: &Path) -> Result<Vec<String>, String> {
    let apart = ["sw.js", "aritai.html", super::sums::SUMS];
    let endings = [".br", ".gz", ".md", "/OFL.txt", ".schema.json"];
    let wanted = |path: &String| {
        !path.starts_with("hosting/")
            && !apart.contains(&path.as_str())
            && nameless(path) != format!("{REST}.json")
            && !endings.iter().any(|ending| path.ends_with(ending))
    };
    Ok(files(folder)?.into_iter().filter(wanted).collect())
}
