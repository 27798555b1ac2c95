//! The steps of sealing: find the program, split it, write both parts, name the second one in the page.
//!
//! May know: how Trunk names what it builds. Must never know: how a program is split.

use super::split::split;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// What a function's name holds if it belongs to the second part.
const SECOND: &str = "::pages::deeper::";
/// Where the page names the second part and its style (read by `browser::second`).
const META: [&str; 2] = ["aritai-second", "aritai-second-style"];
/// The style of the second part, seen from the project.
const STYLE: &str = "style/deeper.css";

/// Seals what lies in the folder that Trunk names. A development build stays in one part and only gets its style.
pub(crate) fn run() -> ExitCode {
    let Some(folder) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return ExitCode::SUCCESS;
    };
    let released = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let sealed = style(&folder).and_then(|()| if released { seal(&folder) } else { Ok(String::new()) });
    match sealed {
        Ok(said) => {
            say(&said);
            ExitCode::SUCCESS
        }
        Err(error) => {
            say(&format!("seal: {error}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "it is a program of the build, and this is how it speaks")]
fn say(text: &str) {
    eprintln!("{text}");
}

/// Puts the second part's style beside its program, under the program's name.
fn style(folder: &Path) -> Result<(), String> {
    let name = file_name(&program(folder)?).replace("_bg.wasm", "_second.css");
    let project = env::var_os("TRUNK_SOURCE_DIR").map(PathBuf::from).unwrap_or_default();
    let css = read(&project.join(STYLE))?;
    write(&folder.join(&name), &css)?;
    tell(folder, META[1], &name)
}

/// Tells the page a file's name.
fn tell(folder: &Path, meta: &str, name: &str) -> Result<(), String> {
    let page = folder.join("index.html");
    let html = String::from_utf8(read(&page)?).map_err(|e| e.to_string())?;
    if !html.contains("</head>") {
        return Err("index.html has no </head>".into());
    }
    let meta = format!("<meta name=\"{meta}\" content=\"./{name}\">");
    write(&page, html.replacen("</head>", &format!("{meta}</head>"), 1).as_bytes())
}

fn seal(folder: &Path) -> Result<String, String> {
    let program = program(folder)?;
    let wasm = read(&program)?;
    let parts = split(&wasm, |name| name.contains(SECOND)).map_err(|unfit| unfit.0)?;
    if parts.moved == 0 {
        return Err(format!("no function is called {SECOND}: were the names stripped?"));
    }
    let name = file_name(&program).replace("_bg.wasm", "_second.wasm");
    write(&program, &parts.first)?;
    write(&folder.join(&name), &parts.second)?;
    tell(folder, META[0], &name)?;
    Ok(format!(
        "seal: {} functions moved to {name}; {} and {} bytes",
        parts.moved,
        parts.first.len(),
        parts.second.len()
    ))
}

fn program(folder: &Path) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut found = entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| file_name(p).ends_with("_bg.wasm"));
    match (found.next(), found.next()) {
        (Some(program), None) => Ok(program),
        _ => Err(format!("{} should hold one program", folder.display())),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
