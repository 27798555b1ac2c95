//! Takes out what the script and the program offer and nothing uses: classes that a library exports, and
//! functions that the program does not import.
//!
//! wasm-bindgen exports whatever a crate marks for it. Leptos depends on `wasm-streams`, whose classes talk
//! to a server. There is no server, and a first visit loaded them all the same.
//! May know: how wasm-bindgen lays out a script. Must never know: what any class is for.

use super::page::squeezed;
use super::short_names::words;
use super::split::Unfit;
use std::collections::BTreeSet;
use wasmparser::{Parser, Payload};

/// How the line begins with which a class begins, and the one with which it ends.
const CLASS: (&str, &str) = ("export class ", "}");
/// How a script calls what the program exports.
const PROGRAM: &str = "wasm.";
/// How the line ends with which an import begins, and the one with which it ends. They stand this far in.
const IMPORT: (&str, &str, &str) = (": function(", "        ", "        },");

/// The script without the classes that it exports, since the page imports none, and the names of what only
/// these called in the program.
///
/// # Errors
/// [`Unfit`], when something else in the script uses one of the classes.
pub(super) fn without_classes(script: &str) -> Result<(String, BTreeSet<String>), Unfit> {
    let (mut kept, mut gone, mut classes) = (String::new(), String::new(), Vec::new());
    let mut until = None;
    for line in script.lines() {
        if let Some(class) = line.strip_prefix(CLASS.0) {
            classes.push(class.trim_end_matches([' ', '{']));
            until = Some(CLASS.1);
        }
        let of_class = |class: &&str| {
            [format!("if (Symbol.dispose) {class}."), format!("const {class}Finalization ")]
                .iter()
                .any(|begins| line.starts_with(begins.as_str()))
        };
        if until.is_none() && classes.iter().any(of_class) {
            until = Some(";");
        }
        let text = if until.is_some() { &mut gone } else { &mut kept };
        text.extend([line, "\n"]);
        if until.is_some_and(|end| if end == ";" { line.ends_with(end) } else { line == end }) {
            until = None;
        }
    }
    let rest = squeezed(&kept);
    let used: BTreeSet<&str> = words(&rest).collect();
    if let Some(class) = classes.iter().find(|class| used.contains(**class)) {
        return Err(Unfit(format!("the script uses the class {class}")));
    }
    let called = gone.split(PROGRAM).skip(1).filter_map(|rest| words(rest).next());
    Ok((kept, called.filter(|name| !used.contains(name)).map(str::to_owned).collect()))
}

/// The script without the functions that the program doesn't import.
///
/// # Errors
/// [`Unfit`], when it is no wasm.
pub(super) fn without_unimported(script: &str, wasm: &[u8]) -> Result<String, Unfit> {
    let mut imported = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                imported.insert(import?.name);
            }
        }
    }
    let (mut kept, mut goes) = (String::new(), false);
    for line in script.lines() {
        let name = line.strip_prefix(IMPORT.1).and_then(|line| line.split_once(IMPORT.0)).map(|(name, _)| name);
        if let Some(name) = name.filter(|name| words(name).eq([*name])) {
            goes = !imported.contains(name);
        }
        if !goes {
            kept.extend([line, "\n"]);
        }
        goes &= line != IMPORT.2;
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ImportSection, Module, TypeSection};

    const SCRIPT: &str = "export class Sink {
    close() {
        wasm.sink_close(this.ptr);
        wasm.malloc(1);
    }
}
if (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;

/** Not a Sink */
function imports() {
    const import0 = {
        __proto__: null,
        $1: function(arg0) {
            if (arg0) {
                wasm.malloc(arg0);
            }
        },
        $2: function(arg0) {
            return arg0;
        },
    };
}
const SinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.sink_free(ptr, 1));
export { imports };
";

    #[test]
    fn a_class_goes_with_all_that_is_said_of_it() -> Result<(), String> {
        let (script, unused) = without_classes(SCRIPT).map_err(|unfit| unfit.0)?;
        assert_eq!(unused, ["sink_close", "sink_free"].map(String::from).into(), "malloc is called elsewhere too");
        assert!(!script.contains("class") && !script.contains("Finalization") && !script.contains("dispose"));
        assert!(script.contains("function imports() {") && script.ends_with("};\n}\nexport { imports };\n"));
        Ok(())
    }

    #[test]
    fn a_class_that_is_used_is_refused() {
        let refused = without_classes(&format!("{SCRIPT}new Sink();\n")).err().map(|unfit| unfit.0);
        assert_eq!(refused.as_deref(), Some("the script uses the class Sink"));
    }

    #[test]
    fn a_script_without_classes_stays_as_it_is() -> Result<(), String> {
        let plain = "let a;\nexport { a };\n";
        assert_eq!(without_classes(plain).map_err(|unfit| unfit.0)?, (plain.to_owned(), BTreeSet::new()));
        Ok(())
    }

    #[test]
    fn only_what_the_program_imports_stays() -> Result<(), String> {
        let (mut types, mut imports, mut module) = (TypeSection::new(), ImportSection::new(), Module::new());
        types.ty().function([], []);
        imports.import("./a_bg.js", "$2", EntityType::Function(0));
        module.section(&types).section(&imports);
        let script = without_unimported(SCRIPT, &module.finish()).map_err(|unfit| unfit.0)?;
        assert!(!script.contains("$1") && !script.contains("malloc(arg0)"));
        assert!(
            script.contains(
                "__proto__: null,\n        $2: function(arg0) {\n            return arg0;\n        },\n    };"
            )
        );
        Ok(())
    }
}
