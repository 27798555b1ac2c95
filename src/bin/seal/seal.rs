//! The steps of sealing: find the program, split it, write both parts, name the second one in the page; then get the workers
//! ready to be started, and name them.
//!
//! May know: how Trunk names what it builds. Must never know: how a program is split.

use super::bare::bare;
use super::reach::second;
use super::split::split;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

/// The one door to the second part, as the linker calls it: `aritai::pages::second_part`.
const DOOR: &str = "6aritai5pages11second_part";
/// The program as it was linked, in the folder that Cargo builds in; under `wasm/` where the library is built from source.
const LINKED: [&str; 2] =
    ["wasm32-unknown-unknown/release/aritai.wasm", "wasm/wasm32-unknown-unknown/release/aritai.wasm"];
/// What makes wasm smaller.
const OPTIMISER: &str = "wasm-opt";
/// Where the page names the second part and its style (read by `browser::second`).
const META: [&str; 2] = ["aritai-second", "aritai-second-style"];
/// The workers: `office.js` and `office_bg.wasm`, as Trunk calls them. The page names them `aritai-office` and
/// `aritai-office-program` (read by `browser::office` and its like).
const WORKERS: [&str; 2] = ["office", "lock"];
/// How the names begin, as the linker writes them, of what is in the workers alone and may not be in the page's program.
const WORKERS_OWN: [&str; 2] = ["6aritai6office", "_6scrypt"];
/// What a worker does besides what the script defines: it waits for its program, which the page hands over, and says in
/// words why it could not be started.
const WAIT_FOR_PROGRAM: &str = ";onmessage=({data})=>{onmessage=null;\
    wasm_bindgen({module_or_path:data}).catch(e=>postMessage(String(e)))};";
/// The style of the second part, seen from the project, in this order.
const STYLES: [&str; 2] = ["style/deeper.css", "style/talk.css"];

/// Seals what lies in the folder that Trunk names. A development build stays in one part and only gets its style.
pub(crate) fn run() -> ExitCode {
    let Some(folder) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return ExitCode::SUCCESS;
    };
    let released = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let sealed = style(&folder)
        .and_then(|()| if released { seal(&folder) } else { Ok(String::new()) })
        .and_then(|said| WORKERS.iter().try_fold(said, |said, name| Ok(format!("{said}\n{}", worker(&folder, name)?))));
    match sealed {
        Ok(said) => {
            say(said.trim_start());
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
    let sheets = STYLES.iter().map(|sheet| read(&project.join(sheet))).collect::<Result<Vec<_>, _>>()?;
    let css = sheets.concat();
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
    if let Some(own) = WORKERS_OWN.iter().find(|own| wasm.windows(own.len()).any(|name| name == own.as_bytes())) {
        return Err(format!("the page holds {own}, which is a worker's alone"));
    }
    let second = second(&linked()?, DOOR).map_err(|unfit| unfit.0)?;
    let parts = split(&wasm, &second).map_err(|unfit| unfit.0)?;
    let name = file_name(&program).replace("_bg.wasm", "_second.wasm");
    let other = folder.join(&name);
    write(&program, &parts.first)?;
    write(&other, &parts.second)?;
    // Only now: what it makes of the whole, such as one function out of two that are alike, could not be told apart.
    let workers = WORKERS.map(|name| folder.join(of_worker(name)[1].as_str()));
    for worker in &workers {
        write(worker, &bare(&read(worker)?).map_err(|unfit| unfit.0)?)?;
    }
    let all = [&program, &other].into_iter().chain(&workers).map(|path| {
        (path, Command::new(OPTIMISER).args(["-Oz", "--strip-target-features"]).arg(path).arg("-o").arg(path).spawn())
    });
    let all: Vec<_> = all.collect();
    for (path, running) in all {
        let done = running.and_then(|mut running| running.wait()).map_err(|e| format!("{OPTIMISER}: {e}"))?;
        if !done.success() {
            return Err(format!("{OPTIMISER} failed with {}", path.display()));
        }
    }
    tell(folder, META[0], &name)?;
    Ok(format!(
        "seal: {} functions moved to {name}; {} and {} bytes",
        parts.moved,
        read(&program)?.len(),
        read(&other)?.len()
    ))
}

/// A worker's script and its program.
fn of_worker(name: &str) -> [String; 2] {
    [format!("{name}.js"), format!("{name}_bg.wasm")]
}

/// Gives a worker's files names that change with them, so that they can be kept for ever where they are kept at all.
fn worker(folder: &Path, name: &str) -> Result<String, String> {
    let [script, program] = of_worker(name).map(|name| folder.join(name));
    let mut js = read(&script)?;
    js.extend(WAIT_FOR_PROGRAM.bytes());
    write(&script, &js)?;
    let wasm = read(&program)?;
    let crc = crc::Crc::<u64>::new(&crc::CRC_64_XZ);
    let mut digest = crc.digest();
    digest.update(&js);
    digest.update(&wasm);
    let digest = format!("{name}-{:016x}", digest.finalize());
    for (path, meta) in [script, program].iter().zip([format!("aritai-{name}"), format!("aritai-{name}-program")]) {
        let new = file_name(path).replacen(name, &digest, 1);
        fs::rename(path, folder.join(&new)).map_err(|e| format!("{}: {e}", path.display()))?;
        tell(folder, &meta, &new)?;
    }
    Ok(format!("seal: {} bytes for the worker {name}", wasm.len()))
}

/// The program as it was linked, the youngest where there are several.
fn linked() -> Result<Vec<u8>, String> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let age = |path: &PathBuf| fs::metadata(path).and_then(|m| m.modified()).ok();
    let youngest = LINKED.iter().map(|path| target.join(path)).filter(|path| age(path).is_some()).max_by_key(age);
    read(&youngest.ok_or_else(|| format!("there is no linked program in {}", target.display()))?)
}

fn program(folder: &Path) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut found = entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| {
        let name = file_name(p);
        name.ends_with("_bg.wasm") && !WORKERS.iter().any(|worker| of_worker(worker)[1] == name)
    });
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
