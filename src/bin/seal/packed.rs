//! Packed copies beside what is served, as well as can be, for a web server that hands them out as they are.
//!
//! May know: files. Must never know: what is in them.

use super::onefile;
use super::sums::{SUMS, ending, files, read, write};
use flate2::{Compression, GzBuilder};
use std::io::Write;
use std::path::Path;

/// What is worth packing: not what is packed already, and not the one file, which is handed on as it is.
const ENDINGS: [&str; 9] = ["css", "html", "js", "json", "svg", "wasm", "webmanifest", "md", "txt"];

pub(super) fn is_copy(path: &str) -> bool {
    ["br", "gz"].contains(&ending(path))
}

/// Writes a `.br` and a `.gz` beside every file that gets smaller by it.
pub(super) fn pack(folder: &Path) -> Result<(), String> {
    let wanted = |path: &String| {
        ENDINGS.contains(&ending(path)) && path != onefile::NAME && path != SUMS && !path.starts_with("hosting/")
    };
    let paths: Vec<String> = files(folder)?.into_iter().filter(wanted).collect();
    std::thread::scope(|scope| {
        let work = |path: &str| {
            let file = folder.join(path);
            let plain = read(&file)?;
            for (ending, packed) in [("br", brotli(&plain)?), ("gz", gzip(&plain)?)] {
                if packed.len() < plain.len() {
                    write(&folder.join(format!("{path}.{ending}")), &packed)?;
                }
            }
            Ok(())
        };
        let running: Vec<_> = paths.iter().map(|path| scope.spawn(move || work(path))).collect();
        running.into_iter().try_for_each(|one| one.join().map_err(|_| "packing broke off".to_owned())?)
    })
}

/// How many bytes of a file travel from a server that packs with gzip what is worth it.
pub(super) fn travels(path: &str, bytes: &[u8]) -> Result<usize, String> {
    let worth = ENDINGS.contains(&ending(path));
    Ok(if worth { gzip(bytes)?.len().min(bytes.len()) } else { bytes.len() })
}

/// With gzip, without a time or a name: the same bytes whenever it is done.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut out = GzBuilder::new().write(Vec::new(), Compression::best());
    out.write_all(bytes).and_then(|()| out.finish()).map_err(|e| e.to_string())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &settings).map_err(|e| e.to_string())?;
    Ok(out)
}
