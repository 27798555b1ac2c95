//! A program without what only the linker wanted: the notes of what says what, and the names.
//!
//! The optimiser cannot read those notes (it says so, and leaves them in: they were two fifths of the office program).
//! May know: the wasm format. Must never know: what the program does.

use super::split::Unfit;
use wasmparser::{Parser, Payload};

/// The section that tells the optimiser which features the code uses.
const FEATURES: &str = "target_features";

/// The program with its code and data, and without custom sections but the one that the optimiser needs.
///
/// # Errors
/// [`Unfit`], when it is no wasm.
pub(super) fn bare(wasm: &[u8]) -> Result<Vec<u8>, Unfit> {
    let mut module = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if matches!(&payload, Payload::CustomSection(section) if section.name() != FEATURES) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            module.section(&wasm_encoder::RawSection { id, data: &wasm[place(&range)] });
        }
    }
    Ok(module.finish())
}

fn place(range: &std::ops::Range<u64>) -> std::ops::Range<usize> {
    let at = |place: u64| usize::try_from(place).unwrap_or(usize::MAX);
    at(range.start)..at(range.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CustomSection, Module, TypeSection};

    #[test]
    fn only_the_notes_are_left_out() -> Result<(), Unfit> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let note = |name: &'static str| CustomSection { name: name.into(), data: b"words of it"[..].into() };
        let mut full = Module::new();
        full.section(&types).section(&note("linking")).section(&note(FEATURES)).section(&note("name"));
        let mut wanted = Module::new();
        wanted.section(&types).section(&note(FEATURES));
        assert_eq!(bare(&full.finish())?, wanted.finish());
        Ok(())
    }
}
