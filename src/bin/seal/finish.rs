//! The last steps: names, addresses, policy, the one file, the worker, what a web server is told, packed copies, sums.
//!
//! They are done on what was built and split, and may be done again on what came out of them (`again`), under another stamp:
//! that is another build of the same program, for whoever tries what an update does.
//! May know: the order of the steps. Must never know: what the program does.

use super::csp::Page;
use super::page::{INDEX, REST, held, precached, squeezed, told, untold};
use super::sums::{SUMS, ending, files, hex, read, read_text, short, write, write_down};
use super::{names, onefile, packed};
use aritai::wording;
use std::path::Path;

const WORKER: &str = include_str!("sw.js");
/// What a web server is told, for three of them, with a place for the policy (see `docs/hosting`).
const SERVERS: [(&str, &str); 3] = [
    ("nginx.conf", include_str!("../../../docs/hosting/nginx.conf")),
    ("apache.htaccess", include_str!("../../../docs/hosting/apache.htaccess")),
    ("web.config", include_str!("../../../docs/hosting/web.config")),
];
const SWITCH: &str = include_str!("../../../docs/hosting/sw-off.js");
/// The one thing that only a header can say.
const HEADER_ONLY: &str = "; frame-ancestors 'none'";
/// How big the one file may be.
const ALONE_MOST: usize = 8_000_000;

/// Finishes what lies in a folder; says what came of it.
pub(super) fn finish(folder: &Path) -> Result<String, String> {
    let said = steps(folder)?;
    packed::pack(folder)?;
    write_down(folder)?;
    Ok(said)
}

fn steps(folder: &Path) -> Result<String, String> {
    let mut html = untold(&read_text(&folder.join(INDEX))?)?;
    for (old, new) in names::name(folder)? {
        html = html.replace(&format!("./{old}"), &format!("./{new}"));
    }
    let (html, build) = told(folder, &html)?;
    let alone = onefile::page(folder, &html)?;
    let (page, policy) = held(&html, Page::Hosted)?;
    write(&folder.join(INDEX), page.as_bytes())?;
    if alone.len() > ALONE_MOST {
        return Err(format!("the one file has {} bytes, more than {ALONE_MOST}", alone.len()));
    }
    write(&folder.join(onefile::NAME), alone.as_bytes())?;
    write(&folder.join("sw.js"), worker(folder, &build)?.as_bytes())?;
    for (name, text) in SERVERS {
        let text = text.replace("@POLICY@", &format!("{policy}{HEADER_ONLY}"));
        let text = text.replace("@IMMUTABLE@", immutable(&names::for_ever(folder)?).trim_end());
        write(&folder.join("hosting").join(name), text.as_bytes())?;
    }
    write(&folder.join("hosting/sw-off.js"), SWITCH.as_bytes())?;
    Ok(format!("seal: build {build}; the one file has {} bytes", alone.len()))
}

/// Says to IIS, which knows no patterns, what never changes.
fn immutable(names: &[String]) -> String {
    let element = |name: &String| {
        format!(
            "  <location path=\"{name}\"><system.webServer><staticContent><clientCache cacheControlMode=\"UseMaxAge\" \
             cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\" /></staticContent></system.webServer></location>\n"
        )
    };
    names.iter().map(element).collect()
}

/// What nearly every screen needs, as it is called without digests: the worker keeps all of it, or nothing.
const CORE: [&str; 9] = [
    INDEX,
    "aritai.js",
    "aritai_bg.wasm",
    "aritai_second.wasm",
    "aritai_second.css",
    "packs/standard.json",
    wording::ENGLISH_PATH,
    "icon.svg",
    "manifest.webmanifest",
];

/// The part of the program that only few people fetch.
const THIRD: &str = "aritai_third.wasm";

/// The worker, with its build's name and the sum of every file of the core. What else there is stands in a
/// list of its own, with sums and sizes: it belongs to the core, and the worker looks at it when it needs to.
fn worker(folder: &Path, build: &str) -> Result<String, String> {
    let [mut core, mut rest, mut more] = [(); 3].map(|()| serde_json::Map::new());
    let mut plain = Vec::new();
    for path in precached(folder)? {
        let bytes = read(&folder.join(&path))?;
        let sum = hex(&bytes);
        if CORE.contains(&names::nameless(&path).as_str()) {
            core.insert(if path == INDEX { "./".into() } else { path }, sum.into());
        } else {
            let name = names::nameless(&path);
            if name == path {
                plain.push(path.clone());
            }
            let list = if name == THIRD { &mut more } else { &mut rest };
            list.insert(path.clone(), serde_json::json!([sum, packed::travels(&path, &bytes)?]));
        }
    }
    if core.len() != CORE.len() {
        return Err(format!("the core is {CORE:?}, not {:?}", core.keys()));
    }
    let rest = serde_json::to_string(&rest).map_err(|e| e.to_string())?;
    let name = format!("{REST}-{}.json", short(rest.as_bytes()));
    write(&folder.join(&name), rest.as_bytes())?;
    core.insert(name.clone(), hex(rest.as_bytes()).into());
    let core = serde_json::to_string(&core).map_err(|e| e.to_string())?;
    let plain = serde_json::to_string(&plain).map_err(|e| e.to_string())?;
    let more = serde_json::to_string(&more).map_err(|e| e.to_string())?;
    let told = [
        ("BUILD_ID", build),
        ("CORE_FILES", &core),
        ("LIST_NAME", &name),
        ("MORE_FILES", &more),
        ("PLAIN_FILES", &plain),
    ];
    Ok(told.iter().fold(squeezed(WORKER), |text, (place, value)| text.replace(place, value)))
}

/// Makes another build out of one: the same program, with a stamp in every file that can bear one, or in
/// these only, called without their digests. Without packed copies: that takes its time, and nobody publishes
/// it.
pub(super) fn again(from: &Path, to: &Path, stamp: &str, only: &[String]) -> Result<String, String> {
    let made = ["sw.js", onefile::NAME, SUMS];
    for path in files(from)? {
        let list = names::nameless(&path) == format!("{REST}.json");
        if made.contains(&path.as_str()) || list || path.starts_with("hosting/") || packed::is_copy(&path) {
            continue;
        }
        let mut bytes = read(&from.join(&path))?;
        let stamped = only.is_empty() || only.contains(&names::nameless(&path));
        match ending(&path) {
            _ if !stamped => {}
            "wasm" => bytes.extend(section(stamp)),
            "js" => bytes.extend(format!("\n//{stamp}").bytes()),
            "css" => bytes.extend(format!("\n/*{stamp}*/").bytes()),
            // A number in white space.
            "json" if !path.starts_with("fonts") => {
                bytes.extend(stamp.bytes().flat_map(|b| (0..8).map(move |bit| b" \t"[usize::from(b >> bit & 1)])));
            }
            _ => {}
        }
        write(&to.join(&path), &bytes)?;
    }
    let said = steps(to)?;
    write_down(to)?;
    Ok(said)
}

/// A section that nobody reads.
fn section(stamp: &str) -> Vec<u8> {
    let mut module = wasm_encoder::Module::new();
    module.section(&wasm_encoder::CustomSection { name: "stamp".into(), data: stamp.as_bytes().into() });
    module.finish().split_off(wasm_encoder::Module::HEADER.len())
}
