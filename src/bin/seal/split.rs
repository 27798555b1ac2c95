//! Splits one wasm program in two: what the first screens need, and a second part that is loaded when it is wanted.
//!
//! The second part holds the functions whose names say that they belong to it, and all that only those call. It shares
//! memory, tables and globals with the first. Where such a function stands in the function table, loading the second part
//! puts it into its slot; where the first part calls one directly, it calls through a slot made for that. Function indices
//! of the first part don't change: what moved leaves an `unreachable` behind.
//! May know: the wasm format. Must never know: what the program does, where files lie.
//!
//! *Invariant:* nothing of the second part may run before it is loaded; a call that comes too early traps.

use super::program::{Program, calls, read};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, ElementSegment, Elements, ExportKind, ExportSection, Function,
    FunctionSection, ImportSection, Module, TableSection, TypeSection,
};
use wasmparser::{CustomSectionReader, ExportSectionReader, FunctionBody, Parser, Payload, Table};

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
}

/// Which functions move.
fn moving(p: &Program, named: impl Fn(&str) -> bool) -> Result<Vec<bool>, Unfit> {
    let of_second: Vec<bool> = (0..p.count()).map(|f| p.names.get(&f).is_some_and(|name| named(name))).collect();
    let calls = p.bodies.iter().map(calls).collect::<Result<Vec<_>, _>>()?;
    let mut stays = vec![false; of_second.len()];
    let mut reached: Vec<u32> = p.called_from_outside.clone();
    reached.extend(p.slots.iter().flat_map(|(_, functions)| functions).filter(|f| !of_second[**f as usize]));
    while let Some(function) = reached.pop() {
        if !std::mem::replace(&mut stays[function as usize], true) && function >= p.imported {
            let called = &calls[(function - p.imported) as usize];
            reached.extend(called.iter().filter(|f| !of_second[**f as usize]));
        }
    }
    Ok((0..p.count()).map(|f| f >= p.imported && !stays[f as usize]).collect())
}

/// Splits a program; `named` says of a function's name whether it belongs to the second part.
///
/// # Errors
/// [`Unfit`], when it is no wasm, or uses what this doesn't know.
pub(crate) fn split(wasm: &[u8], named: impl Fn(&str) -> bool) -> Result<Parts, Unfit> {
    let program = read(wasm)?;
    let moves = moving(&program, named)?;
    let (mut wanted, mut gates) = (Vec::new(), Vec::new());
    for (function, body) in (program.imported..).zip(&program.bodies) {
        for to in calls(body)? {
            match (moves[function as usize], moves[to as usize]) {
                (true, false) => wanted.push(to),
                (false, true) => gates.push(to),
                _ => {}
            }
        }
    }
    for list in [&mut wanted, &mut gates] {
        list.sort_unstable();
        list.dedup();
    }
    let gates_at = program.tables.first().and_then(|t| u32::try_from(t.initial).ok()).unwrap_or_default();
    let count = moves.iter().filter(|m| **m).count();
    let cut = Cut { program, moves, wanted, gates, gates_at };
    Ok(Parts {
        first: FirstPart { cut: &cut, at: cut.program.imported }.write(wasm)?,
        second: cut.second(wasm)?,
        moved: count,
    })
}

/// Where the cut goes.
struct Cut<'a> {
    program: Program<'a>,
    moves: Vec<bool>,
    /// What the second part calls in the first, in order.
    wanted: Vec<u32>,
    /// What the first part calls in the second, in order.
    gates: Vec<u32>,
    /// The slot of the first gate: they are added at the end of the function table.
    gates_at: u32,
}

/// The first part: the program as it was, without the bodies that moved.
struct FirstPart<'a> {
    cut: &'a Cut<'a>,
    /// The function whose body comes next.
    at: u32,
}

impl FirstPart<'_> {
    fn write(mut self, wasm: &[u8]) -> Result<Vec<u8>, Unfit> {
        let mut module = Module::new();
        self.parse_core_module(&mut module, Parser::new(0), wasm)?;
        Ok(module.finish())
    }
}

impl Reencode for FirstPart<'_> {
    type Error = std::convert::Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), reencode::Error> {
        let Cut { program, moves, gates, gates_at, .. } = self.cut;
        let function = self.at;
        self.at += 1;
        if !moves[function as usize] {
            return reencode::utils::parse_function_body(self, code, body);
        }
        let mut left = Function::new([]);
        if let Ok(gate) = gates.binary_search(&function) {
            let ty = program.types[function as usize];
            for parameter in 0..program.parameters[ty as usize] {
                left.instructions().local_get(parameter);
            }
            left.instructions().i32_const(slot(*gates_at, gate)).call_indirect(0, ty);
        } else {
            left.instructions().unreachable();
        }
        left.instructions().end();
        code.function(&left);
        Ok(())
    }

    fn parse_table(&mut self, tables: &mut TableSection, table: Table<'_>) -> Result<(), reencode::Error> {
        let mut table = table;
        if tables.is_empty() {
            let more = self.cut.gates.len() as u64;
            table.ty.initial += more;
            table.ty.maximum = table.ty.maximum.map(|most| most + more);
        }
        reencode::utils::parse_table(self, tables, table)
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        reencode::utils::parse_export_section(self, exports, section)?;
        let Cut { program, wanted, .. } = self.cut;
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
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), reencode::Error> {
        Ok(())
    }
}

/// What a shared thing of that kind and index is called between the parts.
fn shared(kind: char, index: u32) -> String {
    format!("{kind}{index}")
}

fn slot(first: u32, more: usize) -> i32 {
    (first + u32::try_from(more).unwrap_or_default()).cast_signed()
}

impl Cut<'_> {
    fn second(&self, wasm: &[u8]) -> Result<Vec<u8>, Unfit> {
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
            let more = if index == 0 { self.gates.len() as u64 } else { 0 };
            let ty = wasmparser::TableType { maximum: table.maximum.map(|most| most + more), ..*table };
            imports.import(FIRST, &shared('t', index), second.table_type(ty)?);
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

        let mut module = Module::new();
        module
            .section(&second.types(wasm)?)
            .section(&imports)
            .section(&functions)
            .section(&self.slots(&second)?)
            .section(&code);
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
        if !self.gates.is_empty() {
            let gates = self.gates.iter().map(|f| second.index(*f)).collect::<Result<_, _>>()?;
            filled.push((slot(self.gates_at, 0), gates));
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
