//! The first steps of sealing: find the program, split it, write both parts; get the workers ready to be started; put the
//! page's script into the page, and the first screens. What follows, `finish` does.
//!
//! May know: how Trunk names what it builds. Must never know: how a program is split.

use super::bare::bare;
use super::reach::places;
use super::short_names::short_names;
use super::split::{NAMES, split};
use super::sums::{files, read, read_text, write};
use super::unused::{without_classes, without_unimported};
use super::{finish, first, notices, page, release};
use aritai::wording;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

/// The one door to each later part, as the linker calls it: `aritai::pages::second_part`.
const DOORS: [&str; 2] = ["6aritai5pages11second_part", "6aritai5pages10third_part"];
/// The program as it was linked, in the folder that Cargo builds in; under `wasm/` where the library is built from source.
const LINKED: [&str; 2] =
    ["wasm32-unknown-unknown/release/aritai.wasm", "wasm/wasm32-unknown-unknown/release/aritai.wasm"];
/// Where the list of what every function weighs is left, beside the other things that were made on the way.
const WEIGHTS: &str = "weights.txt";
/// Where the scripts of the workers lie as they were generated, in the folder that Cargo builds in.
const GENERATED: &str = "wasm-bindgen/release";
/// What makes wasm smaller.
const OPTIMISER: &str = "wasm-opt";
/// How. Nothing lies in the first kilobyte of memory: the stack is there, and ends above it. That allows to count
/// offsets into addresses. Branches are made of what loops and blocks come to, and all is gone over again.
const SMALLER: [&str; 9] = [
    "-Oz",
    "--low-memory-unused",
    "--optimize-added-constants-propagate",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-target-features",
];
/// How the names begin, as the linker writes them, of what is in the workers alone and may not be in the page's program.
const WORKERS_OWN: [&str; 2] = ["6aritai6office", "_6scrypt"];
/// What a worker does besides what the script defines: it waits for its program, which the page hands over, and says in
/// words why it could not be started.
const WAIT_FOR_PROGRAM: &str = ";onmessage=({data})=>{onmessage=null;\
    wasm_bindgen({module_or_path:data}).catch(e=>postMessage(String(e)))};";
/// The style of the second part, seen from the project, in this order.
const STYLES: [&str; 3] = ["style/sheet.css", "style/deeper.css", "style/talk.css"];

/// Seals what lies in the folder that Trunk names. A development build stays in one part and only gets its
/// style, its workers and their addresses. `seal again FROM TO STAMP [FILE…]` makes another build out of one,
/// in which these files (called without digests) are others, or all that can be; `seal release DIST PARTS
/// VERSION FILE` packs what is handed out.
pub(crate) fn run() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match (&arguments[..], env::var_os("TRUNK_STAGING_DIR")) {
        ([what, from, to, stamp, only @ ..], _) if what == "again" => {
            finish::again(Path::new(from), Path::new(to), stamp, only)
        }
        ([what, dist, parts, version, to], _) if what == "release" => {
            release::release(Path::new(dist), Path::new("."), Path::new(parts), version, Path::new(to))
        }
        ([], Some(folder)) => built(Path::new(&folder)),
        _ => Err("Trunk calls it, or: seal again FROM TO STAMP [FILE…], seal release DIST PARTS VERSION FILE".into()),
    };
    match done {
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

fn built(folder: &Path) -> Result<String, String> {
    let released = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let said = if released { seal(folder)? } else { String::new() };
    style(folder)?;
    workers(folder, released)?;
    notices::notices(&project(), folder)?;
    write(&folder.join(wording::ENGLISH_PATH), wording::english().as_bytes())?;
    if !released {
        let index = folder.join(page::INDEX);
        let (html, _) = page::told(folder, &read_text(&index)?)?;
        write(&index, html.as_bytes())?;
        return Ok(said);
    }
    script(folder)?;
    Ok(format!("{said}\n{}", finish::finish(folder)?))
}

/// Puts the second part's style beside its program, under the program's name.
fn style(folder: &Path) -> Result<(), String> {
    let name = file_name(&program(folder)?).replace("_bg.wasm", "_second.css");
    let sheets = STYLES.iter().map(|sheet| read(&project().join(sheet))).collect::<Result<Vec<_>, _>>()?;
    write(&folder.join(name), &sheets.concat())
}

fn project() -> PathBuf {
    env::var_os("TRUNK_SOURCE_DIR").map(PathBuf::from).unwrap_or_default()
}

/// Has every worker wait for its program. What is released is made of the script as it was generated: Trunk calls the things
/// in it by other names each time.
fn workers(folder: &Path, released: bool) -> Result<(), String> {
    for worker in page::WORKERS {
        let script = folder.join(format!("{worker}.js"));
        let text = if released {
            page::squeezed(&read_text(&target().join(GENERATED).join(format!("{worker}.js")))?)
        } else {
            read_text(&script)?
        };
        write(&script, format!("{text}{WAIT_FOR_PROGRAM}").as_bytes())?;
    }
    Ok(())
}

/// Has the page begin with the program's script, in place of what Trunk wrote to load it; and puts the first screens into it, as the
/// program draws them.
fn script(folder: &Path) -> Result<(), String> {
    let program = file_name(&program(folder)?);
    let script = folder.join(program.replace("_bg.wasm", ".js"));
    let sheets = read_text(&project().join(page::INDEX))?.matches("type=\"css\"").count();
    let index = folder.join(page::INDEX);
    let html = page::joined(&read_text(&index)?, sheets)?;
    let html = first::drawn(&html, folder, &file_name(&script), &program)?;
    write(&script, page::started(&read_text(&script)?).as_bytes())?;
    write(&index, html.as_bytes())
}

fn seal(folder: &Path) -> Result<String, String> {
    let program = program(folder)?;
    let wasm = read(&program)?;
    if let Some(own) = WORKERS_OWN.iter().find(|own| wasm.windows(own.len()).any(|name| name == own.as_bytes())) {
        return Err(format!("the page holds {own}, which is a worker's alone"));
    }
    let script = folder.join(file_name(&program).replace("_bg.wasm", ".js"));
    let (text, unused) = without_classes(&read_text(&script)?).map_err(|unfit| unfit.0)?;
    let places = places(&linked()?, &DOORS, &unused).map_err(|unfit| unfit.0)?;
    let parts = split(&wasm, &places).map_err(|unfit| unfit.0)?;
    write(&target().join(WEIGHTS), weights(parts.weights).as_bytes())?;
    let [first, later @ ..] = &parts.programs[..] else { return Err("no part".into()) };
    let (text, first) = short_names(&text, first).map_err(|unfit| unfit.0)?;
    write(&program, &first)?;
    let mut programs = vec![program.clone()];
    for (part, wasm) in NAMES.iter().skip(1).zip(later) {
        let path = folder.join(file_name(&program).replace("_bg.wasm", &format!("_{part}.wasm")));
        write(&path, wasm)?;
        programs.push(path);
    }
    let workers: Vec<PathBuf> = page::WORKERS.iter().map(|worker| folder.join(format!("{worker}_bg.wasm"))).collect();
    for worker in &workers {
        write(worker, &bare(&read(worker)?).map_err(|unfit| unfit.0)?)?;
    }
    // Only now: what it makes of the whole, such as one function out of two that are alike, could not be told apart.
    let all = programs
        .iter()
        .chain(&workers)
        .map(|path| (path, Command::new(OPTIMISER).args(SMALLER).arg(path).arg("-o").arg(path).spawn()));
    let all: Vec<_> = all.collect();
    for (path, running) in all {
        let done = running.and_then(|mut running| running.wait()).map_err(|e| format!("{OPTIMISER}: {e}"))?;
        if !done.success() {
            return Err(format!("{OPTIMISER} failed with {}", path.display()));
        }
    }
    let text = without_unimported(&text, &read(&program)?).map_err(|unfit| unfit.0)?;
    write(&script, text.as_bytes())?;
    let sizes = programs.iter().map(|path| Ok(read(path)?.len().to_string())).collect::<Result<Vec<_>, String>>()?;
    Ok(format!("seal: {} functions moved; the parts have {} bytes", parts.moved, sizes.join(", ")))
}

/// A line for each function, the heaviest first: bytes before they are made smaller, the part it is in, its name.
fn weights(mut all: Vec<(usize, usize, String)>) -> String {
    all.sort_unstable_by(|a, b| b.cmp(a));
    let line = |(bytes, part, name): &(usize, usize, String)| format!("{bytes} {} {name}", NAMES[*part]);
    all.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from)
}

/// The program as it was linked, the youngest where there are several.
fn linked() -> Result<Vec<u8>, String> {
    let target = target();
    let age = |path: &PathBuf| fs::metadata(path).and_then(|m| m.modified()).ok();
    let youngest = LINKED.iter().map(|path| target.join(path)).filter(|path| age(path).is_some()).max_by_key(age);
    read(&youngest.ok_or_else(|| format!("there is no linked program in {}", target.display()))?)
}

fn program(folder: &Path) -> Result<PathBuf, String> {
    let fits = |name: &String| {
        name.ends_with("_bg.wasm") && !page::WORKERS.iter().any(|worker| name.starts_with(&format!("{worker}_")))
    };
    match &files(folder)?.into_iter().filter(fits).collect::<Vec<_>>()[..] {
        [program] => Ok(folder.join(program)),
        found => Err(format!("{} should hold one program, not {found:?}", folder.display())),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}
