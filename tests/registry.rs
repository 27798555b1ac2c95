//! The registry names everything once and for ever: saved answers, shares and exports stand on its ids.
//! Knows the registry and the source that it is written in.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use aritai::document::record::{Part, RecordKey};
use aritai::document::{Audience, Field, ItemId, KINDS, Kind, Leaf, Path, Section, Shape, Sharing};
use aritai::export::sheet::{order, shareable};
use aritai::pack::{Lang, Pack, STANDARD};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

fn fields() -> impl Iterator<Item = &'static Field> {
    KINDS.iter().flat_map(|k| k.fields.iter().copied())
}

fn project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// One line a field: its id, what it holds, and whether it may ever be shown. None of it may change under an id that
/// somebody's answer stands on.
fn line(field: &Field) -> String {
    let kind = if field.kind().many { "many" } else { "one" };
    let never = if field.sharing == Sharing::Never { " never" } else { "" };
    format!("{} {kind} {:?}{never}", field.id, field.shape)
}

#[test]
fn ids_are_permanent() {
    let file = project("tests/golden/field-ids.txt");
    let golden = fs::read_to_string(&file).unwrap_or_default();
    let now: Vec<String> = fields().map(line).collect();
    for was in golden.lines() {
        assert!(now.iter().any(|line| line == was), "saved answers stand on {was}");
    }
    if std::env::var_os("ARITAI_BLESS").is_some() {
        // New ones are added at the end; nothing is ever taken out.
        let new: Vec<&str> =
            now.iter().map(String::as_str).filter(|line| !golden.lines().any(|was| was == *line)).collect();
        let added: String = new.into_iter().flat_map(|line| [line, "\n"]).collect();
        fs::write(&file, golden + &added).unwrap();
    } else {
        for line in &now {
            assert!(
                golden.lines().any(|was| was == line),
                "{line} is new: ARITAI_BLESS=1 cargo test --test all registry"
            );
        }
    }
}

#[test]
fn every_field_stands_once_in_its_own_kind() {
    let mut seen = BTreeSet::new();
    for kind in KINDS {
        assert_eq!(Kind::by_id(kind.id), Some(kind), "{} is found by its id", kind.id);
        assert_eq!(KINDS.iter().filter(|k| k.id == kind.id).count(), 1, "{} is there once", kind.id);
        assert!(!kind.fields.is_empty(), "{} holds something", kind.id);
        assert!(
            !["edition", "order", "shared", "extra"].contains(&kind.id),
            "{} is no name of another record",
            kind.id
        );
        assert!(Section::ALL.contains(&kind.section));
        for field in kind.fields {
            assert!(seen.insert(field.id), "{} is there once", field.id);
            assert_eq!(field.id, format!("{}.{}", kind.id, field.name()), "it says which kind it is of");
            assert_eq!(field.kind(), kind, "{}", field.id);
            assert_eq!(kind.field(field.name()).map(|f| f.id), Some(field.id));
            assert_ne!(field.name(), "id", "an item's record keeps its identity there");
            let plain = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(field.name().chars().all(plain) && kind.id.chars().all(plain), "{}", field.id);
            assert!(Leaf::empty(field.shape).is_open(), "{}", field.id);
        }
        let name = kind.fields[0].shape;
        assert!(
            !kind.many || matches!(name, Shape::Text | Shape::Pick),
            "the first field of {} names the item",
            kind.id
        );
        assert!(kind.many || kind.fields.iter().all(|f| f.shape != Shape::Links), "{}: links stand in items", kind.id);
    }
}

/// A field that is written down but stands in no kind would be saved, shared and exported nowhere.
#[test]
fn every_field_in_the_source_is_in_the_registry() {
    let known: BTreeSet<&str> = fields().map(|f| f.id).collect();
    let kinds: BTreeSet<&str> = KINDS.iter().map(|k| k.id).collect();
    let mut written = 0;
    let files = fs::read_dir(project("src/document")).unwrap().map(|file| file.unwrap().path());
    for file in files.filter(|file| file.is_file()) {
        let text = fs::read_to_string(file).unwrap();
        for line in text.lines().filter(|l| l.starts_with("pub static ")) {
            let Some(id) = line.split('"').nth(1) else { continue };
            if line.contains(": Field =") {
                assert!(known.contains(id), "{id} stands in no kind");
                written += 1;
            }
            assert!(!line.contains(": Kind =") || kinds.contains(id), "{id} is not in KINDS");
        }
    }
    assert_eq!(written, known.len(), "every field is found in the source");
}

#[test]
fn a_path_and_a_key_are_read_as_they_are_written() {
    let edition = ItemId(u64::MAX);
    let check = |part: Part| {
        let key = RecordKey::new(edition, part);
        assert_eq!(RecordKey::read(&key.to_string()).as_ref(), Some(&key), "{key}");
    };
    for field in fields() {
        let path = if field.kind().many { field.of(ItemId(0xa1)) } else { field.alone() };
        assert_eq!(Path::read(&path.to_string()), Some(path), "{path}");
        check(if field.kind().many { Part::Item(field.kind(), path.item) } else { Part::Field(path) });
    }
    for kind in KINDS.into_iter().filter(|k| k.many) {
        check(Part::Order(kind));
    }
    for audience in Audience::ALL {
        check(Part::Shared(audience));
        check(Part::LeftOff(audience));
    }
    for part in [Part::Edition, Part::Extra("org.q1".into()), Part::Extra(String::new()), Part::Extra("a:b/c.d".into())]
    {
        check(part);
    }
    for strange in [
        "",
        "mood",
        "wish",
        "wish.mood",
        "order.wish",
        "order.",
        "shared.all",
        "experience/",
        "experience/A1",
        "experience/00000000000000A1",
        "experience/+0000000000000a1",
        "experience.00000000000000a1",
        "wish/scene",
        "extra",
    ] {
        check(Part::Unknown(strange.to_owned()));
        assert_eq!(Path::read(strange), None, "{strange}");
    }
    for nothing in ["", "edition", ":edition", "1:edition", "000000000000000g:edition", "FFFFFFFFFFFFFFFF:edition"] {
        assert_eq!(RecordKey::read(nothing), None, "{nothing}");
    }
}

#[test]
fn the_sheet_has_a_place_for_every_kind_that_can_be_shown() {
    let order = order();
    for (at, kind) in order.iter().enumerate() {
        assert!(!order[..at].contains(kind), "{} is there once", kind.id);
        assert!(shareable(kind).next().is_some(), "{} can be shown", kind.id);
    }
    for kind in KINDS.into_iter().filter(|k| shareable(k).next().is_some()) {
        assert!(order.contains(&kind), "{} can be chosen for the sheet", kind.id);
    }
}

#[test]
fn whatever_can_be_shown_has_a_label() {
    let pack = Pack::read(STANDARD).unwrap();
    for field in KINDS.into_iter().flat_map(shareable) {
        let label = pack.question(field.id).map(|q| &q.label);
        for lang in [Lang::Ja, Lang::En] {
            assert!(label.is_some_and(|l| !l.plain(lang).trim().is_empty()), "{} in {}", field.id, lang.code());
        }
    }
}

/// What a person would not show unless asked for it by name; a change here is a change of what people were promised.
#[test]
fn what_is_private_for_good_stays_so() {
    for (id, sharing) in [
        ("worry.what", Sharing::Never),
        ("stay.what", Sharing::Never),
        ("drift.change", Sharing::Never),
        ("reread.note", Sharing::Never),
        ("remark.verdict", Sharing::Never),
        ("condition.line", Sharing::OneByOne),
        ("strength.feeling", Sharing::OneByOne),
        ("letter.to", Sharing::OneByOne),
        ("letter.reply", Sharing::OneByOne),
        ("step.stop", Sharing::OneByOne),
        ("sheet.name", Sharing::OneByOne),
    ] {
        assert_eq!(fields().find(|f| f.id == id).map(|f| f.sharing), Some(sharing), "{id}");
    }
}
