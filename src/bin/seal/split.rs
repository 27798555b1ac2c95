//! Splits one wasm program into parts: what the first screens need, and later parts that are loaded when they are wanted.
//!
//! A later part shares memory, tables and globals with the first, and brings its functions and its data along: loading
//! it puts its functions into their slots of the function table, and its words where the first part left room for them.
//! Function indices of the first part don't change: what moved leaves an `unreachable` behind.
//! May know: the wasm format. Must never know: what the program does, where files lie.
//!
//! *Invariant:* nothing of a later part may run before it is loaded, after all parts before it; a call that comes too
//! early traps. What is in an earlier part therefore calls into it by the function table alone, and a program in which
//! it doesn't is refused.

use super::program::{Program, calls, read};
use super::reach::Places;
use super::short_names::base36;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::Range;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, ConstExpr, CustomSection, DataSection, ExportKind, ExportSection, Function, Module};
use wasmparser::{CustomSectionReader, Data, ExportSectionReader, FunctionBody, Parser};

/// What tells the optimiser which features of the format are used.
pub(super) const FEATURES: &str = "target_features";
/// Less than this stays where it is: naming an address costs nearly as much.
const WORTH_A_CUT: u32 = 24;
/// The names of the parts, under which later ones import from them (see `browser::program`).
pub(crate) const NAMES: [&str; 3] = ["first", "second", "third"];
/// Where shared tables, memories and globals are.
pub(super) const FIRST: &str = NAMES[0];

/// Why a program can't be split.
#[derive(Debug)]
pub(crate) struct Unfit(pub(crate) String);

impl From<wasmparser::BinaryReaderError> for Unfit {
    fn from(error: wasmparser::BinaryReaderError) -> Self {
        Self(error.to_string())
    }
}
impl From<reencode::Error> for Unfit {
    fn from(error: reencode::Error) -> Self {
        Self(error.to_string())
    }
}

/// The parts.
pub(crate) struct Parts {
    /// Their programs, the first first.
    pub(crate) programs: Vec<Vec<u8>>,
    /// How many functions moved.
    pub(crate) moved: usize,
    /// What every function weighs before it is made smaller: bytes, its part, its name.
    pub(crate) weights: Vec<(usize, usize, String)>,
}

/// Splits a program by what was found in it as it was linked.
///
/// # Errors
/// [`Unfit`], when it is no wasm, uses what this doesn't know, or calls into a later part by name.
pub(crate) fn split(wasm: &[u8], places: &Places) -> Result<Parts, Unfit> {
    let program = read(wasm)?;
    let name = |f: u32| program.names.get(&f).copied().unwrap_or_default();
    let part: Vec<usize> = (0..program.count()).map(|f| places.functions.get(name(f)).copied().unwrap_or(0)).collect();
    let dropped: Vec<bool> = (0..program.count()).map(|f| places.dropped.contains(name(f))).collect();
    let mut wants = vec![BTreeSet::new(); places.parts];
    for (function, body) in (program.imported..).zip(&program.bodies).filter(|(f, _)| !dropped[*f as usize]) {
        let own = part[function as usize];
        for to in calls(body)? {
            match part[to as usize].cmp(&own) {
                Ordering::Less => _ = wants[own].insert(to),
                Ordering::Equal => {}
                Ordering::Greater => {
                    return Err(Unfit(format!("{} calls {} by name", name(function), name(to))));
                }
            }
        }
    }
    if let Some(function) = program.called_from_outside.iter().find(|f| part[**f as usize] > 0) {
        return Err(Unfit(format!("{} is called from outside", name(*function))));
    }
    let moved = part.iter().filter(|part| **part > 0).count();
    let kept = (program.imported..).zip(&program.bodies).filter(|(f, _)| !dropped[*f as usize]);
    let weights = kept.map(|(f, body)| (body.as_bytes().len(), part[f as usize], name(f).to_owned())).collect();
    let cut = Cut { program, part, dropped, wants, data: &places.data, unused: &places.unused };
    let mut first = FirstPart { cut: &cut, at: cut.program.imported, taken: Vec::new() };
    let bytes = first.write(wasm)?;
    let taken = first.taken;
    let later = (1..places.parts).map(|part| cut.later(part, wasm, &taken));
    let programs = std::iter::once(Ok(bytes)).chain(later).collect::<Result<_, _>>()?;
    Ok(Parts { programs, moved, weights })
}

/// Where the cuts go.
pub(super) struct Cut<'a> {
    pub(super) program: Program<'a>,
    /// The part of every function.
    pub(super) part: Vec<usize>,
    /// What no part needs.
    pub(super) dropped: Vec<bool>,
    /// What each part calls in the parts before it.
    pub(super) wants: Vec<BTreeSet<u32>>,
    /// The data that moves: part and addresses.
    pub(super) data: &'a [(usize, Range<u32>)],
    /// The exports that nobody calls.
    pub(super) unused: &'a BTreeSet<String>,
}

/// A piece of data that was cut out: its part, address and bytes.
pub(super) type Taken = (usize, u32, Vec<u8>);

/// The first part: the program as it was, without the bodies that moved or were dropped.
struct FirstPart<'a> {
    cut: &'a Cut<'a>,
    /// The function whose body comes next.
    at: u32,
    taken: Vec<Taken>,
}

impl FirstPart<'_> {
    fn write(&mut self, wasm: &[u8]) -> Result<Vec<u8>, Unfit> {
        let mut module = Module::new();
        self.parse_core_module(&mut module, Parser::new(0), wasm)?;
        Ok(module.finish())
    }
}

impl Reencode for FirstPart<'_> {
    type Error = std::convert::Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), reencode::Error> {
        let function = self.at;
        self.at += 1;
        if self.cut.part[function as usize] == 0 && !self.cut.dropped[function as usize] {
            return reencode::utils::parse_function_body(self, code, body);
        }
        let mut left = Function::new([]);
        left.instructions().unreachable().end();
        code.function(&left);
        Ok(())
    }

    /// The data comes in pieces now: how many is not said before.
    fn data_count(&mut self, _: u32) -> Result<u32, reencode::Error> {
        let pieces =
            self.cut.program.data.iter().map(|(at, bytes)| self.cut.kept(*at, bytes.len()).len()).sum::<usize>();
        Ok(u32::try_from(pieces).unwrap_or(u32::MAX))
    }

    fn parse_data(&mut self, section: &mut DataSection, data: Data<'_>) -> Result<(), reencode::Error> {
        let Some((address, bytes)) = self.cut.program.data.iter().find(|(_, bytes)| std::ptr::eq(*bytes, data.data))
        else {
            return reencode::utils::parse_data(self, section, data);
        };
        let piece = |range: &Range<u32>| &bytes[(range.start - address) as usize..(range.end - address) as usize];
        for range in self.cut.kept(*address, bytes.len()) {
            section.active(0, &ConstExpr::i32_const(range.start.cast_signed()), piece(&range).iter().copied());
        }
        let moved = self.cut.moved(*address, bytes.len());
        self.taken.extend(moved.map(|(part, range)| (*part, range.start, piece(range).to_vec())));
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let Cut { program, unused, .. } = self.cut;
        for export in section {
            let export = export?;
            if !unused.contains(export.name) {
                reencode::utils::parse_export(self, exports, export)?;
            }
        }
        for (name, function) in self.cut.gives(0) {
            exports.export(&name, ExportKind::Func, function);
        }
        for (kind, what, count) in [
            (TABLE, ExportKind::Table, program.tables.len()),
            (MEMORY, ExportKind::Memory, program.memories.len()),
            (GLOBAL, ExportKind::Global, program.globals.len()),
        ] {
            for index in (0..).take(count) {
                exports.export(&shared(kind, index), what, index);
            }
        }
        Ok(())
    }

    /// Names and the like are left out.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        if section.name() == FEATURES {
            module.section(&CustomSection { name: FEATURES.into(), data: section.data().into() });
        }
        Ok(())
    }
}

/// Tables, memories and globals have capital letters between the parts; functions are counted in small ones and digits.
pub(super) const TABLE: char = 'T';
pub(super) const MEMORY: char = 'M';
pub(super) const GLOBAL: char = 'G';

/// What a shared thing of that kind and index is called between the parts.
pub(super) fn shared(kind: char, index: u32) -> String {
    format!("{kind}{index}")
}

impl Cut<'_> {
    /// What a part has that later ones call, by the names for it: they are counted, for that packs best.
    pub(super) fn gives(&self, part: usize) -> Vec<(String, u32)> {
        let wanted = self.wants.iter().flatten().copied();
        let given: BTreeSet<u32> = wanted.filter(|f| self.part[*f as usize] == part).collect();
        given.into_iter().enumerate().map(|(at, function)| (base36(at), function)).collect()
    }

    /// What moves of the data at an address. A few bytes are not worth a cut.
    fn moved(&self, address: u32, length: usize) -> impl Iterator<Item = &(usize, Range<u32>)> {
        let end = address + u32::try_from(length).unwrap_or(u32::MAX);
        self.data.iter().filter(move |(_, r)| r.start >= address && r.end <= end && r.end - r.start >= WORTH_A_CUT)
    }

    /// What stays of it: the ranges between those that move.
    fn kept(&self, address: u32, length: usize) -> Vec<Range<u32>> {
        let end = address + u32::try_from(length).unwrap_or(u32::MAX);
        let (mut kept, mut at) = (Vec::new(), address);
        for (_, moved) in self.moved(address, length) {
            if at < moved.start {
                kept.push(at..moved.start);
            }
            at = moved.end;
        }
        if at < end {
            kept.push(at..end);
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ElementSection, Elements, FunctionSection, MemorySection, MemoryType, NameMap, NameSection, RefType,
        TableSection, TableType, TypeSection,
    };
    use wasmparser::{Payload, Validator};

    const WORDS: &[u8] = b"words of the first part.words that only the second part says.and the first again,third";

    /// `first` calls through the table and is exported; `door` and `gate` call `shared`, `gate` calls `own` besides;
    /// `by_name` says whether `first` calls `door`.
    fn program(by_name: bool) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let of_first: &[u32] = if by_name { &[1] } else { &[2] };
        for called in [of_first, &[2, 4], &[], &[2, 4], &[]] {
            functions.function(0);
            let mut body = Function::new([]);
            for function in called {
                body.instructions().call(*function);
            }
            body.instructions().i32_const(0).call_indirect(0, 0).end();
            code.function(&body);
        }
        let mut tables = TableSection::new();
        let element_type = RefType::FUNCREF;
        tables.table(TableType { element_type, table64: false, minimum: 3, maximum: Some(3), shared: false });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut exports = ExportSection::new();
        exports.export("start", ExportKind::Func, 0);
        let mut slots = ElementSection::new();
        slots.active(None, &ConstExpr::i32_const(0), Elements::Functions([1, 2, 3].as_slice().into()));
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(100), WORDS.iter().copied());
        let mut names = NameMap::new();
        for (index, name) in (0..).zip(["first", "door", "shared", "gate", "helper"]) {
            names.append(index, name);
        }
        let mut section = NameSection::new();
        section.functions(&names);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&memories).section(&exports);
        module.section(&slots).section(&code).section(&data).section(&section);
        module.finish()
    }

    /// The second part has a helper that the third calls too.
    fn doors() -> Places {
        let functions = [("door", 1), ("helper", 1), ("gate", 2)].map(|(name, part)| (name.to_owned(), part));
        let data = vec![(1, 124..161), (2, 161..185)];
        Places { parts: 3, functions: functions.into(), data, ..Places::default() }
    }

    #[test]
    fn all_parts_are_sound_and_no_word_of_a_later_one_is_in_another() -> Result<(), Unfit> {
        let parts = split(&program(false), &doors())?;
        assert_eq!(parts.programs.len(), 3);
        for part in &parts.programs {
            Validator::new().validate_all(part)?;
        }
        let words = [24..61, 61..85].map(|range| &WORDS[range]);
        assert_eq!(words[0], b"words that only the second part says.");
        let holders = |words: &[u8]| -> Vec<bool> {
            parts.programs.iter().map(|part| part.windows(words.len()).any(|w| w == words)).collect()
        };
        assert_eq!(holders(&WORDS[..24]), [true, false, false]);
        assert_eq!(holders(words[0]), [false, true, false]);
        assert_eq!(holders(words[1]), [false, false, true]);
        let [first, second, third] = [0, 1, 2].map(|part| read(&parts.programs[part]));
        let (first, second, third) = (first?, second?, third?);
        assert_eq!((parts.moved, first.bodies.len(), second.bodies.len(), third.bodies.len()), (3, 5, 2, 1));
        assert_eq!(second.slots, [(0, vec![1])], "the door stands in its slot, after the one function it imports");
        assert_eq!(third.slots, [(2, vec![2])], "and the gate in its own, after two");
        Ok(())
    }

    #[test]
    fn a_later_part_imports_from_every_part_that_has_what_it_calls() -> Result<(), Unfit> {
        let parts = split(&program(false), &doors())?;
        let imports = |part: &[u8]| -> Result<Vec<String>, Unfit> {
            let mut found = Vec::new();
            for payload in Parser::new(0).parse_all(part) {
                if let Payload::ImportSection(imports) = payload? {
                    for import in imports.into_imports() {
                        let import = import?;
                        found.push(format!("{}.{}", import.module, import.name));
                    }
                }
            }
            Ok(found)
        };
        assert_eq!(imports(&parts.programs[1])?, ["first.0", "first.T0", "first.M0"]);
        assert_eq!(imports(&parts.programs[2])?, ["first.0", "second.0", "first.T0", "first.M0"]);
        Ok(())
    }

    #[test]
    fn what_nobody_calls_is_in_no_part() -> Result<(), Unfit> {
        let (unused, dropped) = (["start".to_owned()].into(), ["first".to_owned()].into());
        // It calls the door by name, which only what stays may not do.
        let parts = split(&program(true), &Places { unused, dropped, ..doors() })?;
        for part in &parts.programs {
            Validator::new().validate_all(part)?;
        }
        let first = &parts.programs[0];
        assert!(!first.windows(5).any(|name| name == b"start"), "it is exported no longer");
        assert!(calls(&read(first)?.bodies[0])?.is_empty(), "nothing is left of its body");
        assert_eq!(parts.weights.len(), 4);
        Ok(())
    }

    #[test]
    fn a_part_that_calls_into_a_later_one_by_name_is_refused() {
        let refused = split(&program(true), &doors()).err().map(|unfit| unfit.0);
        assert_eq!(refused.as_deref(), Some("first calls door by name"));
        // The same between two later parts.
        let mut places = doors();
        places.functions.insert("helper".to_owned(), 2);
        let refused = split(&program(false), &places).err().map(|unfit| unfit.0);
        assert_eq!(refused.as_deref(), Some("door calls helper by name"));
    }
}
