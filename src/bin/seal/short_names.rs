//! Short names for what the program and its script call each other by.
//!
//! wasm-bindgen names every import after what it binds, with a digest of sixteen letters, and some exports
//! after whole Rust types. Both stand in the program and in the script, and digests can't be compressed:
//! together they were several kilobytes of a first visit. May know: the wasm format, identifiers of a script.
//! Must never know: what any of them is for.

use super::split::Unfit;
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// How the names begin that wasm-bindgen makes up. The others are called by name elsewhere.
const GENERATED: [&str; 3] = ["__wbg_", "__wbindgen_", "_R"];

/// The script and the program, with short names in both.
pub(super) fn short_names(script: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), Unfit> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    names.insert(import?.name.to_owned(), String::new());
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    names.insert(export?.name.to_owned(), String::new());
                }
            }
            _ => {}
        }
    }
    names.retain(|name, _| GENERATED.iter().any(|begins| name.starts_with(begins)));
    for (at, short) in names.values_mut().enumerate() {
        *short = format!("${}", base36(at));
    }
    if words(script).any(|word| names.values().any(|short| short == word)) {
        return Err(Unfit("the script has a name of its own that begins with $".into()));
    }
    let script: String = words(script).map(|word| names.get(word).map_or(word, String::as_str)).collect();
    Ok((script, renamed(wasm, &names)?))
}

/// A number in as few letters as can be.
pub(super) fn base36(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.extend(char::from_digit(u32::try_from(number % 36).unwrap_or_default(), 36));
        number /= 36;
        if number == 0 {
            return letters.into_iter().rev().collect();
        }
    }
}

/// A script cut into identifiers and what stands between them.
pub(super) fn words(script: &str) -> impl Iterator<Item = &str> {
    let belongs = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut rest = script;
    std::iter::from_fn(move || {
        let is_word = belongs(rest.chars().next()?);
        let end = rest.find(|c| belongs(c) != is_word).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// The program with these of its imports and exports called otherwise; everything else byte for byte as it
/// is.
fn renamed(wasm: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>, Unfit> {
    let short = |name: &str| names.get(name).map_or_else(|| name.to_owned(), Clone::clone);
    let unfit = |error: wasm_encoder::reencode::Error| Unfit(error.to_string());
    let mut same = RoundtripReencoder;
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                let mut section = ImportSection::new();
                for import in imports.into_imports() {
                    let import = import?;
                    section.import(import.module, &short(import.name), same.entity_type(import.ty).map_err(unfit)?);
                }
                module.section(&section);
            }
            Payload::ExportSection(exports) => {
                let mut section = ExportSection::new();
                for export in exports {
                    let export = export?;
                    section.export(&short(export.name), same.export_kind(export.kind).map_err(unfit)?, export.index);
                }
                module.section(&section);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let place = usize::try_from(range.start).ok().zip(usize::try_from(range.end).ok());
                    let data = place.and_then(|(start, end)| wasm.get(start..end));
                    module
                        .section(&RawSection { id, data: data.ok_or_else(|| Unfit("a section ends nowhere".into()))? });
                }
            }
        }
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, EntityType, ExportKind, Function, FunctionSection, TypeSection};

    #[test]
    fn a_name_is_the_same_in_the_program_and_in_its_script() -> Result<(), String> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("./a_bg.js", "__wbg_now_0123456789abcdef", EntityType::Function(0));
        imports.import("./a_bg.js", "own", EntityType::Function(0));
        let (mut functions, mut exports) = (FunctionSection::new(), ExportSection::new());
        functions.function(0);
        exports.export("main", ExportKind::Func, 0).export("_RNvCs_1a", ExportKind::Func, 1);
        let (mut code, mut body) = (CodeSection::new(), Function::new([]));
        body.instructions().end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        let script =
            "({__wbg_now_0123456789abcdef: () => wasm._RNvCs_1a(), own, x__wbg_now_0123456789abcdef: 1}), wasm.main()";
        let (script, wasm) = short_names(script, &module.finish()).map_err(|unfit| unfit.0)?;
        assert_eq!(script, "({$1: () => wasm.$0(), own, x__wbg_now_0123456789abcdef: 1}), wasm.main()");
        let holds = |name: &[u8]| wasm.windows(name.len()).any(|here| here == name);
        assert!(holds(b"\x09./a_bg.js\x02$1") && holds(b"\x03own") && holds(b"\x04main") && holds(b"\x02$0"));
        assert!(!holds(b"__wbg_") && !holds(b"_RNv"));
        Ok(())
    }

    #[test]
    fn a_script_with_such_a_name_of_its_own_is_refused() {
        let mut imports = ImportSection::new();
        imports.import("a", "__wbg_b", EntityType::Function(0));
        let (mut types, mut module) = (TypeSection::new(), Module::new());
        types.ty().function([], []);
        module.section(&types).section(&imports);
        assert!(short_names("let $0 = 1", &module.finish()).is_err());
    }
}
