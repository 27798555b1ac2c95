//! The one file: the whole page, with everything that it would ask for inside, for those who have no server at all.
//!
//! What is packed already, such as fonts, lies in it as it is; the rest is packed first. All of it in letters (Base64), which no
//! server and no editor changes.
//! May know: the page's tags, the names of built files. Must never know: what is in them.

use super::csp::Page;
use super::markup::{Tag, tags};
use super::names::called;
use super::packed::gzip;
use super::page::{INDEX, SCRIPT, START, held, own, precached, squeezed, told_of, without};
use super::sums::{ending, read, read_text};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::fmt::Write;
use std::path::Path;

pub(super) const NAME: &str = "aritai.html";
const CARRIED: &str = include_str!("carried.js");
const ICON: &str = "icon.svg";

/// The one file, of a page that knows its files.
pub(super) fn page(folder: &Path, html: &str) -> Result<String, String> {
    let script = called(folder, SCRIPT)?.ok_or("the page has no script beside it")?;
    let script_text = read_text(&folder.join(&script))?;
    let (program_script, _) = script_text.split_once(START).ok_or("the script does not start anything")?;
    let program = told_of(html, "aritai-program")?;
    let program = program.trim_start_matches("./");
    let mut data = String::new();
    for path in precached(folder)? {
        let ending = ending(&path);
        let bytes = read(&folder.join(&path))?;
        if path == INDEX || path == script || ["svg", "png", "webmanifest"].contains(&ending) {
            continue;
        }
        let (kind, bytes) = if ending == "woff2" { ("font/woff2", bytes) } else { ("application/gzip", gzip(&bytes)?) };
        let _ = write!(data, "<script type={kind} id=\"{path}\">{}</script>", BASE64_STANDARD.encode(bytes));
    }
    let start = squeezed(CARRIED).replace("PROGRAM", program);
    let start = format!("<script type=module>{program_script}{START}{start}</script>");
    if start.matches("</script").count() != 1 || start.contains("<!--") {
        return Err("the script would end its element".into());
    }
    let html = alone(folder, html)?.replacen("</body>", &format!("{start}{data}</body>"), 1);
    Ok(held(&html, Page::Alone)?.0)
}

/// The page without links to files, and without the scripts that ask for some.
fn alone(folder: &Path, html: &str) -> Result<String, String> {
    let found = tags(html)?;
    let own = own();
    let asks = |tag: &&Tag| tag.name == "link" || own.iter().any(|script| script == tag.inside);
    let html = without(html, &found.iter().filter(asks).collect::<Vec<_>>());
    let icon = BASE64_STANDARD.encode(read(&folder.join(ICON))?);
    let icon = format!("<link rel=icon type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\"></head>");
    Ok(html.replacen("</head>", &icon, 1))
}
