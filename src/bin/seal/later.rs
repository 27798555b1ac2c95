//! Writes a later part of a program that is split: its functions, what they call in the parts before it, its slots
//! of the function table, and its data.
//!
//! May know: the wasm format, where the cuts go. Must never know: why they go there, where files lie.

use super::split::{Cut, FEATURES, FIRST, GLOBAL, MEMORY, NAMES, TABLE, Taken, Unfit, shared};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, ElementSection, ElementSegment, Elements, ExportKind,
    ExportSection, FunctionSection, ImportSection, Module, TypeSection,
};
use wasmparser::{Parser, Payload};

impl Cut<'_> {
    /// The program of a later part.
    pub(super) fn later(&self, part: usize, wasm: &[u8], taken: &[Taken]) -> Result<Vec<u8>, Unfit> {
        let p = &self.program;
        let mut later = LaterPart { indices: vec![None; p.types.len()] };
        let wanted = &self.wants[part];
        let moved: Vec<u32> = (p.imported..p.count()).filter(|f| self.part[*f as usize] == part).collect();
        for (index, function) in (0..).zip(wanted.iter().chain(&moved)) {
            later.indices[*function as usize] = Some(index);
        }

        let mut imports = ImportSection::new();
        let given: BTreeMap<u32, (usize, String)> = (0..part)
            .flat_map(|from| self.gives(from).into_iter().map(move |(name, function)| (function, (from, name))))
            .collect();
        for function in wanted {
            let ty = wasm_encoder::EntityType::Function(p.types[*function as usize]);
            let (from, name) = given.get(function).ok_or_else(|| Unfit(format!("function {function} is not given")))?;
            imports.import(NAMES.get(*from).ok_or_else(|| Unfit("too many parts".into()))?, name, ty);
        }
        for (index, table) in (0..).zip(&p.tables) {
            imports.import(FIRST, &shared(TABLE, index), later.table_type(*table)?);
        }
        for (index, memory) in (0..).zip(&p.memories) {
            imports.import(FIRST, &shared(MEMORY, index), later.memory_type(*memory)?);
        }
        for (index, global) in (0..).zip(&p.globals) {
            imports.import(FIRST, &shared(GLOBAL, index), later.global_type(*global)?);
        }

        let mut exports = ExportSection::new();
        for (name, function) in self.gives(part) {
            exports.export(&name, ExportKind::Func, later.index(function)?);
        }

        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for function in &moved {
            functions.function(p.types[*function as usize]);
            later.parse_function_body(&mut code, p.bodies[(function - p.imported) as usize].clone())?;
        }

        let mut data = DataSection::new();
        for (_, address, bytes) in taken.iter().filter(|(of, ..)| *of == part) {
            data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
        }

        let mut module = Module::new();
        module
            .section(&later.types(wasm)?)
            .section(&imports)
            .section(&functions)
            .section(&exports)
            .section(&self.slots(part, &later)?)
            .section(&code)
            .section(&data)
            .section(&CustomSection { name: FEATURES.into(), data: self.program.features.into() });
        Ok(module.finish())
    }

    /// The slots of the function table that a later part fills: where one of its functions stood.
    fn slots(&self, part: usize, later: &LaterPart) -> Result<ElementSection, Unfit> {
        let mut filled: Vec<(i32, Vec<u32>)> = Vec::new();
        for (first, functions) in &self.program.slots {
            let mut last = None;
            for (at, function) in functions.iter().enumerate().filter(|(_, f)| self.part[**f as usize] == part) {
                let index = later.index(*function)?;
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

fn slot(first: u32, more: usize) -> i32 {
    (first + u32::try_from(more).unwrap_or_default()).cast_signed()
}

/// A later part's own numbering of functions.
struct LaterPart {
    indices: Vec<Option<u32>>,
}

impl LaterPart {
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

impl Reencode for LaterPart {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        // Everything that a moved body calls was brought over or is imported. Another index would not validate.
        Ok(self.indices.get(function as usize).copied().flatten().unwrap_or(u32::MAX))
    }
}
