//! Splits one wasm program in two: what the first screens need, and a second part that is loaded when it is wanted.
//!
//! The second part shares memory, tables and globals with the first, and brings its functions and its data along: loading
//! it puts its functions into their slots of the function table, and its words where the first part left room for them.
//! Function indices of the first part don't change: what moved leaves an `unreachable` behind.
//! May know: the wasm format. Must never know: what the program does, where files lie.
//!
//! *Invariant:* nothing of the second part may run before it is loaded; a call that comes too early traps. The first part
//! therefore calls into it by the function table alone, and a program in which it doesn't is refused.

use super::program::{Program, calls, read};
use super::reach::Second;
use std::collections::BTreeSet;
use std::ops::Range;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, ElementSection, ElementSegment, Elements, ExportKind,
    ExportSection, Function, FunctionSection, ImportSection, Module, TypeSection,
};
use wasmparser::{CustomSectionReader, Data, ExportSectionReader, FunctionBody, Parser, Payload};

/// What tells the optimiser which features of the format are used.
const FEATURES: &str = "target_features";
/// Less than this stays where it is: naming an address costs nearly as much.
const WORTH_A_CUT: u32 = 24;
/// The name under which the second part imports what it shares with the first.
const FIRST: &str = "first";

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

/// The two parts.
pub(crate) struct Parts {
    pub(crate) first: Vec<u8>,
    pub(crate) second: Vec<u8>,
    /// How many functions moved.
    pub(crate) moved: usize,
    /// What every function weighs before it is made smaller: bytes, whether it moved, its name.
    pub(crate) weights: Vec<(usize, bool, String)>,
}

/// Splits a program by what was found in it as it was linked.
///
/// # Errors
/// [`Unfit`], when it is no wasm, uses what this doesn't know, or calls into the second part by name.
pub(crate) fn split(wasm: &[u8], second: &Second) -> Result<Parts, Unfit> {
    let program = read(wasm)?;
    let moves: Vec<bool> = (0..program.count())
        .map(|f| program.names.get(&f).is_some_and(|name| second.functions.contains(*name)))
        .collect();
    let dropped: Vec<bool> = (0..program.count())
        .map(|f| program.names.get(&f).is_some_and(|name| second.dropped.contains(*name)))
        .collect();
    let mut wanted = Vec::new();
    for (function, body) in (program.imported..).zip(&program.bodies).filter(|(f, _)| !dropped[*f as usize]) {
        for to in calls(body)? {
            match (moves[function as usize], moves[to as usize]) {
                (true, false) => wanted.push(to),
                (false, true) => {
                    let name = |f: &u32| program.names.get(f).copied().unwrap_or_default().to_owned();
                    return Err(Unfit(format!("{} calls {} by name", name(&function), name(&to))));
                }
                _ => {}
            }
        }
    }
    if let Some(function) = program.called_from_outside.iter().find(|f| moves[**f as usize]) {
        return Err(Unfit(format!(
            "{} is called from outside",
            program.names.get(function).copied().unwrap_or_default()
        )));
    }
    wanted.sort_unstable();
    wanted.dedup();
    let count = moves.iter().filter(|m| **m).count();
    let kept = (program.imported..).zip(&program.bodies).filter(|(f, _)| !dropped[*f as usize]);
    let weights = kept.map(|(f, body)| {
        let name = program.names.get(&f).copied().unwrap_or_default();
        (body.as_bytes().len(), moves[f as usize], name.to_owned())
    });
    let weights = weights.collect();
    let cut = Cut { program, moves, dropped, wanted, data: &second.data, unused: &second.unused };
    let mut first = FirstPart { cut: &cut, at: cut.program.imported, taken: Vec::new() };
    let bytes = first.write(wasm)?;
    Ok(Parts { second: cut.second(wasm, first.taken)?, first: bytes, moved: count, weights })
}

/// Where the cut goes.
struct Cut<'a> {
    program: Program<'a>,
    moves: Vec<bool>,
    /// What neither part needs.
    dropped: Vec<bool>,
    /// What the second part calls in the first, in order.
    wanted: Vec<u32>,
    /// The addresses of the data that moves.
    data: &'a [Range<u32>],
    /// The exports that nobody calls.
    unused: &'a BTreeSet<String>,
}

/// The first part: the program as it was, without the bodies that moved or were dropped.
struct FirstPart<'a> {
    cut: &'a Cut<'a>,
    /// The function whose body comes next.
    at: u32,
    /// What was cut out of the data: addresses and bytes.
    taken: Vec<(u32, Vec<u8>)>,
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
        if !self.cut.moves[function as usize] && !self.cut.dropped[function as usize] {
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
        let kept = self.cut.kept(*address, bytes.len());
        let mut before = *address;
        for range in &kept {
            if before < range.start {
                self.taken.push((before, piece(&(before..range.start)).to_vec()));
            }
            section.active(0, &ConstExpr::i32_const(range.start.cast_signed()), piece(range).iter().copied());
            before = range.end;
        }
        let end = address + length(bytes);
        if before < end {
            self.taken.push((before, piece(&(before..end)).to_vec()));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let Cut { program, wanted, unused, .. } = self.cut;
        for export in section {
            let export = export?;
            if !unused.contains(export.name) {
                reencode::utils::parse_export(self, exports, export)?;
            }
        }
        for function in wanted {
            exports.export(&shared('f', *function), ExportKind::Func, *function);
        }
        for (kind, what, count) in [
            ('t', ExportKind::Table, program.tables.len()),
            ('m', ExportKind::Memory, program.memories.len()),
            ('g', ExportKind::Global, program.globals.len()),
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

/// What a shared thing of that kind and index is called between the parts.
fn shared(kind: char, index: u32) -> String {
    format!("{kind}{index}")
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

fn slot(first: u32, more: usize) -> i32 {
    (first + u32::try_from(more).unwrap_or_default()).cast_signed()
}

impl Cut<'_> {
    /// What stays of the data at an address: the ranges between those that move. A few bytes are not worth a cut.
    fn kept(&self, address: u32, length: usize) -> Vec<Range<u32>> {
        let end = address + u32::try_from(length).unwrap_or(u32::MAX);
        let (mut kept, mut at) = (Vec::new(), address);
        for moved in self.data.iter().filter(|r| r.start >= address && r.end <= end && r.end - r.start >= WORTH_A_CUT) {
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

    fn second(&self, wasm: &[u8], taken: Vec<(u32, Vec<u8>)>) -> Result<Vec<u8>, Unfit> {
        let p = &self.program;
        let mut second = SecondPart { indices: vec![None; p.types.len()] };
        let moved: Vec<u32> = (p.imported..p.count()).filter(|f| self.moves[*f as usize]).collect();
        for (index, function) in (0..).zip(self.wanted.iter().chain(&moved)) {
            second.indices[*function as usize] = Some(index);
        }

        let mut imports = ImportSection::new();
        for function in &self.wanted {
            let ty = wasm_encoder::EntityType::Function(p.types[*function as usize]);
            imports.import(FIRST, &shared('f', *function), ty);
        }
        for (index, table) in (0..).zip(&p.tables) {
            imports.import(FIRST, &shared('t', index), second.table_type(*table)?);
        }
        for (index, memory) in (0..).zip(&p.memories) {
            imports.import(FIRST, &shared('m', index), second.memory_type(*memory)?);
        }
        for (index, global) in (0..).zip(&p.globals) {
            imports.import(FIRST, &shared('g', index), second.global_type(*global)?);
        }

        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for function in &moved {
            functions.function(p.types[*function as usize]);
            second.parse_function_body(&mut code, p.bodies[(function - p.imported) as usize].clone())?;
        }

        let mut data = DataSection::new();
        for (address, bytes) in taken {
            data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes);
        }

        let mut module = Module::new();
        module
            .section(&second.types(wasm)?)
            .section(&imports)
            .section(&functions)
            .section(&self.slots(&second)?)
            .section(&code)
            .section(&data)
            .section(&CustomSection { name: FEATURES.into(), data: self.program.features.into() });
        Ok(module.finish())
    }

    /// The slots of the function table that the second part fills: where one of its functions stood, and the gates.
    fn slots(&self, second: &SecondPart) -> Result<ElementSection, Unfit> {
        let mut filled: Vec<(i32, Vec<u32>)> = Vec::new();
        for (first, functions) in &self.program.slots {
            let mut last = None;
            for (at, function) in functions.iter().enumerate().filter(|(_, f)| self.moves[**f as usize]) {
                let index = second.index(*function)?;
                match filled.last_mut() {
                    Some((_, run)) if last.is_some_and(|last| last + 1 == at) => run.push(index),
                    _ => filled.push((slot(*first, at), vec![index])),
                }
                last = Some(at);
            }
        }
        let mut slots = ElementSection::new();
        for (at, functions) in filled {
            slots.segment(ElementSegment {
                mode: wasm_encoder::ElementMode::Active { table: None, offset: &ConstExpr::i32_const(at) },
                elements: Elements::Functions(functions.into()),
            });
        }
        Ok(slots)
    }
}

/// The second part's own numbering of functions.
struct SecondPart {
    indices: Vec<Option<u32>>,
}

impl SecondPart {
    fn index(&self, function: u32) -> Result<u32, Unfit> {
        self.indices[function as usize].ok_or_else(|| Unfit(format!("function {function} was not brought over")))
    }

    /// All types, numbered as in the first part.
    fn types(&mut self, wasm: &[u8]) -> Result<TypeSection, Unfit> {
        let mut types = TypeSection::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::TypeSection(section) = payload? {
                self.parse_type_section(&mut types, section)?;
            }
        }
        Ok(types)
    }
}

impl Reencode for SecondPart {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        // Everything that a moved body calls was brought over or is imported; another index would not validate.
        Ok(self.indices.get(function as usize).copied().flatten().unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{MemorySection, MemoryType, NameMap, NameSection, RefType, TableSection, TableType};
    use wasmparser::Validator;

    const WORDS: &[u8] = b"words of the first part.words that only the second part says.and the first again";

    /// `first` calls through the table and is exported; `door` calls `shared`; `by_name` says whether `first` calls `door`.
    fn program(by_name: bool) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for calls in [if by_name { 1 } else { 2 }, 2, 3] {
            functions.function(0);
            let mut body = Function::new([]);
            if calls < 3 {
                body.instructions().call(calls);
            }
            body.instructions().i32_const(0).call_indirect(0, 0).end();
            code.function(&body);
        }
        let mut tables = TableSection::new();
        let element_type = RefType::FUNCREF;
        tables.table(TableType { element_type, table64: false, minimum: 2, maximum: Some(2), shared: false });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut exports = ExportSection::new();
        exports.export("start", ExportKind::Func, 0);
        let mut slots = ElementSection::new();
        slots.active(None, &ConstExpr::i32_const(0), Elements::Functions([1, 2].as_slice().into()));
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(100), WORDS.iter().copied());
        let mut names = NameMap::new();
        for (index, name) in (0..).zip(["first", "door", "shared"]) {
            names.append(index, name);
        }
        let mut section = NameSection::new();
        section.functions(&names);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&memories).section(&exports);
        module.section(&slots).section(&code).section(&data).section(&section);
        module.finish()
    }

    fn door() -> Second {
        Second { functions: ["door".to_owned()].into(), data: std::iter::once(124..161).collect(), ..Second::default() }
    }

    #[test]
    fn both_parts_are_sound_and_no_word_of_the_second_is_in_the_first() -> Result<(), Unfit> {
        let parts = split(&program(false), &door())?;
        for part in [&parts.first, &parts.second] {
            Validator::new().validate_all(part)?;
        }
        let holds = |part: &[u8], words: &[u8]| part.windows(words.len()).any(|w| w == words);
        let words = &WORDS[24..61];
        assert_eq!(words, b"words that only the second part says.");
        assert!(holds(&parts.second, words) && !holds(&parts.first, words));
        for kept in [&WORDS[..24], &WORDS[61..]] {
            assert!(holds(&parts.first, kept) && !holds(&parts.second, kept));
        }
        let (first, second) = (read(&parts.first)?, read(&parts.second)?);
        assert_eq!((parts.moved, first.bodies.len(), second.bodies.len()), (1, 3, 1));
        assert_eq!(second.slots, [(0, vec![1])], "the door stands in its slot, after the one function it imports");
        Ok(())
    }

    #[test]
    fn what_nobody_calls_is_in_neither_part() -> Result<(), Unfit> {
        let (unused, dropped) = (["start".to_owned()].into(), ["first".to_owned()].into());
        // It calls the door by name, which only what stays may not do.
        let parts = split(&program(true), &Second { unused, dropped, ..door() })?;
        for part in [&parts.first, &parts.second] {
            Validator::new().validate_all(part)?;
        }
        assert!(!parts.first.windows(5).any(|name| name == b"start"), "it is exported no longer");
        assert!(calls(&read(&parts.first)?.bodies[0])?.is_empty(), "nothing is left of its body");
        assert_eq!(parts.weights.len(), 2);
        Ok(())
    }

    #[test]
    fn a_first_part_that_calls_into_the_second_by_name_is_refused() {
        let refused = split(&program(true), &door()).err().map(|unfit| unfit.0);
        assert_eq!(refused.as_deref(), Some("first calls door by name"));
    }
}
