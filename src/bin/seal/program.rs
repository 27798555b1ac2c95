//! What must be known of a wasm program to split it: its functions, their names, who calls whom, and the function table.
//!
//! May know: the wasm format. Must never know: which functions move.

use super::split::Unfit;
use std::collections::HashMap;
use wasmparser::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Name, Operator, Parser,
    Payload, TypeRef,
};

/// What must be known of a program to split it. Indices are those of the format.
#[derive(Default)]
pub(super) struct Program<'a> {
    /// The type of every function, imported ones first.
    pub(super) types: Vec<u32>,
    pub(super) imported: u32,
    /// How many parameters each type has.
    pub(super) parameters: Vec<u32>,
    pub(super) bodies: Vec<FunctionBody<'a>>,
    pub(super) names: HashMap<u32, &'a str>,
    /// Functions that the outside, or the start, calls.
    pub(super) called_from_outside: Vec<u32>,
    /// Which features of the format are used, as the linker noted it.
    pub(super) features: &'a [u8],
    /// The address and the bytes of every segment of data.
    pub(super) data: Vec<(u32, &'a [u8])>,
    /// The first slot and the functions of every active segment of the function table.
    pub(super) slots: Vec<(u32, Vec<u32>)>,
    pub(super) tables: Vec<wasmparser::TableType>,
    pub(super) memories: Vec<wasmparser::MemoryType>,
    pub(super) globals: Vec<wasmparser::GlobalType>,
}

impl Program<'_> {
    /// How many functions there are, imported ones too.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.types.len()).unwrap_or(u32::MAX)
    }
}

/// Reads a program.
pub(super) fn read(wasm: &[u8]) -> Result<Program<'_>, Unfit> {
    let mut p = Program::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(types) => {
                for ty in types.into_iter_err_on_gc_types() {
                    p.parameters.push(u32::try_from(ty?.params().len()).unwrap_or(u32::MAX));
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    match import?.ty {
                        TypeRef::Func(ty) => {
                            p.types.push(ty);
                            p.imported += 1;
                        }
                        TypeRef::Table(ty) => p.tables.push(ty),
                        TypeRef::Memory(ty) => p.memories.push(ty),
                        TypeRef::Global(ty) => p.globals.push(ty),
                        other => return Err(Unfit(format!("unexpected import {other:?}"))),
                    }
                }
            }
            Payload::FunctionSection(types) => {
                for ty in types {
                    p.types.push(ty?);
                }
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    p.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(memories) => {
                for memory in memories {
                    p.memories.push(memory?);
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    p.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        p.called_from_outside.push(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => p.called_from_outside.push(func),
            Payload::ElementSection(segments) => {
                for segment in segments {
                    read_slots(&mut p, segment?)?;
                }
            }
            Payload::DataSection(segments) => {
                for segment in segments {
                    let segment = segment?;
                    if let DataKind::Active { offset_expr, .. } = segment.kind {
                        p.data.push((constant(&offset_expr)?, segment.data));
                    }
                }
            }
            Payload::CodeSectionEntry(body) => p.bodies.push(body),
            Payload::CustomSection(section) => {
                if section.name() == "target_features" {
                    p.features = section.data();
                }
                if let KnownCustom::Name(names) = section.as_known() {
                    for name in names {
                        if let Name::Function(functions) = name? {
                            for naming in functions {
                                let naming = naming?;
                                p.names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(p)
}

fn read_slots(p: &mut Program, segment: wasmparser::Element) -> Result<(), Unfit> {
    let ElementKind::Active { table_index, offset_expr } = segment.kind else {
        // Declared functions are only named by `ref.func`; what is declared stays in the first part.
        if let ElementItems::Functions(functions) = segment.items {
            for function in functions {
                p.called_from_outside.push(function?);
            }
        }
        return Ok(());
    };
    let (0, ElementItems::Functions(functions)) = (table_index.unwrap_or(0), segment.items) else {
        return Ok(()); // a table of other things, such as the page's objects
    };
    let first = constant(&offset_expr)?;
    let functions = functions.into_iter().collect::<Result<Vec<u32>, _>>()?;
    p.slots.push((first, functions));
    Ok(())
}

/// An address or a slot, which must be a constant.
fn constant(at: &ConstExpr) -> Result<u32, Unfit> {
    match at.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err(Unfit("something is put at a place that is no constant".into())),
    }
}

/// The functions that a body calls or names.
pub(super) fn calls(body: &FunctionBody) -> Result<Vec<u32>, Unfit> {
    let mut out = Vec::new();
    let mut reader = body.get_operators_reader()?;
    while !reader.eof() {
        match reader.read()? {
            Operator::Call { function_index }
            | Operator::ReturnCall { function_index }
            | Operator::RefFunc { function_index } => out.push(function_index),
            // These name segments, and segments stay in the first part.
            Operator::MemoryInit { .. } | Operator::DataDrop { .. } | Operator::TableInit { .. } => {
                return Err(Unfit("the program copies segments by itself".into()));
            }
            _ => {}
        }
    }
    Ok(out)
}
