//! Which part of the program every function and every piece of data belongs to.
//!
//! Found in the program as it was linked, where the linker left notes of everything that one thing says of another
//! (`--emit-relocs`): what is reached from outside without passing a door to a later part belongs to the first; what is
//! reached through the first door alone, to the second; and so on. A function that stands in a table, and a word that
//! stands in the data, are followed as calls are.
//! May know: the wasm format and its linking notes. Must never know: what the program does.

use super::split::Unfit;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use wasmparser::{
    DataKind, ExternalKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationEntry, RelocationType,
    SymbolInfo, TypeRef,
};

/// What belongs to which part, and what belongs to none. Parts are counted from 0.
#[derive(Default)]
pub(super) struct Places {
    /// How many parts there are.
    pub(super) parts: usize,
    /// The functions of the later parts, by their names.
    pub(super) functions: HashMap<String, usize>,
    /// The data of the later parts: part and addresses, in order.
    pub(super) data: Vec<(usize, Range<u32>)>,
    /// Exports that nobody calls.
    pub(super) unused: BTreeSet<String>,
    /// Functions that only those exports need, by their names. No part has them.
    pub(super) dropped: HashSet<String>,
}

/// Something that is reached.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Thing {
    Function(u32),
    /// By its place in the list of pieces of data.
    Data(usize),
}

/// What a symbol of the linker stands for.
enum Symbol {
    Function(u32),
    Data(Range<u32>),
    Other,
}

#[derive(Default)]
struct Linked<'a> {
    imported: u32,
    /// Where each body stands, counted from the beginning of the code section.
    bodies: Vec<Range<u64>>,
    code_at: u64,
    data_at: u64,
    /// Address and place in the data section of each segment.
    segments: Vec<(u32, Range<u64>)>,
    names: HashMap<u32, &'a str>,
    /// What is called from outside, with the name that it has there.
    outside: Vec<(&'a str, u32)>,
    symbols: Vec<Symbol>,
    of_code: Vec<RelocationEntry>,
    of_data: Vec<RelocationEntry>,
}

fn read(wasm: &[u8]) -> Result<Linked<'_>, Unfit> {
    let mut l = Linked::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    l.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        l.outside.push((export.name, export.index));
                    }
                }
            }
            Payload::StartSection { func, .. } => l.outside.push(("", func)),
            Payload::CodeSectionStart { unchecked_range, .. } => l.code_at = unchecked_range.start,
            Payload::CodeSectionEntry(body) => l.bodies.push(body.range()),
            Payload::DataSection(section) => {
                l.data_at = section.range().start;
                for segment in section {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else {
                        return Err(Unfit("data that is not put in place at once".into()));
                    };
                    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                        return Err(Unfit("data at no constant address".into()));
                    };
                    let end = segment.range.end;
                    l.segments.push((value.cast_unsigned(), end - segment.data.len() as u64..end));
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Name(names) => {
                    for name in names {
                        if let Name::Function(functions) = name? {
                            for naming in functions {
                                let naming = naming?;
                                l.names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        if let Linking::SymbolTable(symbols) = part? {
                            for symbol in symbols {
                                l.symbols.push(symbol_of(&symbol?, &l.segments));
                            }
                        }
                    }
                }
                KnownCustom::Reloc(notes) => {
                    let list = if section.name().ends_with("CODE") { &mut l.of_code } else { &mut l.of_data };
                    for entry in notes.entries() {
                        list.push(entry?);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    if l.symbols.is_empty() || l.of_code.is_empty() {
        return Err(Unfit("the linker left no notes: link with --emit-relocs".into()));
    }
    Ok(l)
}

fn symbol_of(symbol: &SymbolInfo, segments: &[(u32, Range<u64>)]) -> Symbol {
    match symbol {
        SymbolInfo::Func { index, .. } => Symbol::Function(*index),
        SymbolInfo::Data { symbol: Some(data), .. } => match segments.get(data.index as usize) {
            Some((address, _)) => {
                let start = address + data.offset;
                Symbol::Data(start..start + data.size)
            }
            None => Symbol::Other,
        },
        _ => Symbol::Other,
    }
}

/// The pieces of data: symbols that overlap are one piece. Every symbol's piece beside them.
fn pieces(symbols: &[Symbol]) -> (Vec<Range<u32>>, HashMap<usize, usize>) {
    let mut ranges: Vec<(Range<u32>, usize)> = symbols
        .iter()
        .enumerate()
        .filter_map(|(at, s)| if let Symbol::Data(range) = s { Some((range.clone(), at)) } else { None })
        .collect();
    ranges.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut pieces, mut of): (Vec<Range<u32>>, _) = (Vec::new(), HashMap::new());
    for (range, symbol) in ranges {
        match pieces.last_mut() {
            Some(last) if range.start < last.end || *last == range => last.end = last.end.max(range.end),
            _ => pieces.push(range),
        }
        of.insert(symbol, pieces.len() - 1);
    }
    (pieces, of)
}

/// What belongs to which part. The later parts have one door each, in their order: the function with that in its
/// name. Nothing that only exports need which nobody calls belongs to any.
///
/// # Errors
/// [`Unfit`], when the program has no linker's notes, or no such door.
pub(super) fn places(linked: &[u8], doors: &[&str], unused: &BTreeSet<String>) -> Result<Places, Unfit> {
    let l = read(linked)?;
    let (pieces, piece_of) = pieces(&l.symbols);
    let target = |entry: &RelocationEntry| -> Option<Thing> {
        if matches!(entry.ty, RelocationType::TypeIndexLeb) {
            return None; // it counts types, not symbols
        }
        match l.symbols.get(entry.index as usize)? {
            Symbol::Function(index) => Some(Thing::Function(*index)),
            Symbol::Data(_) => piece_of.get(&(entry.index as usize)).map(|piece| Thing::Data(*piece)),
            Symbol::Other => None,
        }
    };

    let mut calls: Vec<Vec<Thing>> = vec![Vec::new(); l.bodies.len()];
    for entry in &l.of_code {
        let at = l.code_at + u64::from(entry.offset);
        let body = l.bodies.partition_point(|body| body.end <= at);
        if let (Some(calls), Some(to)) = (calls.get_mut(body), target(entry)) {
            calls.push(to);
        }
    }
    let mut says: Vec<Vec<Thing>> = vec![Vec::new(); pieces.len()];
    for entry in &l.of_data {
        let at = l.data_at + u64::from(entry.offset);
        let address = l
            .segments
            .iter()
            .find(|(_, place)| place.contains(&at))
            .map(|(address, place)| address + u32::try_from(at - place.start).unwrap_or_default());
        let piece = address.and_then(|a| pieces.iter().position(|p| p.contains(&a)));
        if let (Some(piece), Some(to)) = (piece, target(entry)) {
            says[piece].push(to);
        }
    }

    let door_of = |f: u32| l.names.get(&f).and_then(|name| doors.iter().position(|door| name.contains(door)));
    for (at, door) in doors.iter().enumerate() {
        if !l.names.keys().any(|f| door_of(*f) == Some(at)) {
            return Err(Unfit(format!("no function is called {door}: were the names stripped?")));
        }
    }
    let reached = |open: usize, by_unused: bool| {
        let mut functions = vec![false; l.bodies.len()];
        let mut data = vec![false; pieces.len()];
        let outside = l.outside.iter().filter(|(export, _)| by_unused || !unused.contains(*export));
        let mut left: Vec<Thing> = outside.map(|(_, f)| Thing::Function(*f)).collect();
        while let Some(thing) = left.pop() {
            match thing {
                Thing::Function(f) => {
                    let Some(own) = f.checked_sub(l.imported).map(|own| own as usize) else { continue };
                    let shut = door_of(f).is_some_and(|door| door >= open);
                    if !shut && !std::mem::replace(&mut functions[own], true) {
                        left.extend(&calls[own]);
                    }
                }
                Thing::Data(piece) => {
                    if !std::mem::replace(&mut data[piece], true) {
                        left.extend(&says[piece]);
                    }
                }
            }
        }
        (functions, data)
    };
    let (by_anybody, _) = reached(doors.len(), true);
    // With so many doors open: the fewest with which a thing is reached tell its part.
    let by_doors: Vec<_> = (0..=doors.len()).map(|open| reached(open, false)).collect();
    let part_of_function = |own: usize| by_doors.iter().position(|(functions, _)| functions[own]);
    let part_of_data = |piece: usize| by_doors.iter().position(|(_, data)| data[piece]);

    let name = |own: usize| Some((*l.names.get(&(l.imported + u32::try_from(own).ok()?))?).to_owned());
    let later = |own: usize| Some((name(own)?, part_of_function(own).filter(|part| *part > 0)?));
    let functions = (0..l.bodies.len()).filter_map(later).collect();
    let dropped = |own: &usize| by_anybody[*own] && part_of_function(*own).is_none();
    let dropped = (0..l.bodies.len()).filter(dropped).filter_map(name).collect();
    let mut data: Vec<(usize, Range<u32>)> = Vec::new();
    let mut before = None;
    for (at, piece) in pieces.iter().enumerate() {
        let part = part_of_data(at).filter(|part| *part > 0);
        match (part, data.last_mut()) {
            // Nothing but padding lies between two neighbours.
            (Some(_), Some((_, last))) if part == before => last.end = piece.end,
            (Some(part), _) => data.push((part, piece.clone())),
            (None, _) => {}
        }
        before = part;
    }
    Ok(Places { parts: doors.len() + 1, functions, data, unused: unused.clone(), dropped })
}
