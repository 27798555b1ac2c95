//! The printing fonts: that the table of their characters says what is in the files, and that no glyph stands for two
//! characters, which is what text copied from a PDF hangs on.
//! Reads the fonts as files; knows nothing of how they are made.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use aritai::export::letters::{inside, outside};
use aritai::pack::{Lang, STANDARD};
use aritai::wording::all;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// So much may both weigh: the edition in one file has to hold them.
const WEIGHT_MOST: usize = 3_400_000;
/// And so much what the letters of a sheet are in, both weights together: that is fetched before it can be
/// printed.
const SHEET_MOST: usize = 400_000;

fn fonts() -> PathBuf {
    PathBuf::from_iter([env!("CARGO_MANIFEST_DIR"), "public", "fonts"])
}

/// A slice as the page is told of it.
struct Face {
    family: String,
    bold: bool,
    bytes: Vec<u8>,
    letters: BTreeSet<char>,
}

/// Every slice of `faces.json`.
fn faces() -> Vec<Face> {
    let list: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(fonts().join("faces.json")).unwrap()).unwrap();
    let face = |(range, face): (&serde_json::Value, &serde_json::Value)| {
        let ranges = range.as_str().unwrap().split(',').flat_map(|range| {
            let range = range.strip_prefix("U+").unwrap();
            let (from, to) = range.split_once('-').unwrap_or((range, range));
            let code = |text| u32::from_str_radix(text, 16).unwrap();
            code(from)..=code(to)
        });
        Face {
            family: face[0].as_str().unwrap().to_owned(),
            bold: face[1] == 700,
            bytes: fs::read(fonts().join(face[2].as_str().unwrap())).unwrap(),
            letters: ranges.map(|code| char::from_u32(code).unwrap()).collect(),
        }
    };
    let slices = list.as_array().unwrap().iter();
    slices.flat_map(|slice| slice[1].as_array().unwrap().iter().map(|face| (&slice[0], face))).map(face).collect()
}

/// The slices of the Japanese face in one weight.
fn of_weight(style: &str) -> Vec<Face> {
    faces().into_iter().filter(|face| face.family == "Aritai Print" && face.bold == (style == "bold")).collect()
}

/// Every character of it, and the glyph in its slice.
fn characters_of(style: &str) -> BTreeMap<char, (usize, usize)> {
    let slices = of_weight(style).into_iter().enumerate();
    slices
        .flat_map(|(at, slice)| characters(&slice.bytes).into_iter().map(move |(c, glyph)| (c, (at, glyph))))
        .collect()
}

/// Reads big-endian numbers, one after the other.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn number(&mut self, bytes: usize) -> usize {
        let (now, rest) = self.0.split_at(bytes);
        self.0 = rest;
        now.iter().fold(0, |number, byte| number << 8 | usize::from(*byte))
    }

    /// A number of WOFF2: seven bits a byte, for as long as the highest bit is set.
    fn packed(&mut self) -> usize {
        let mut number = 0;
        loop {
            let byte = self.number(1);
            number = number << 7 | byte & 0x7f;
            if byte & 0x80 == 0 {
                return number;
            }
        }
    }
}

/// The numbers that WOFF2 has for the tables that are met here.
const CMAP: usize = 0;
const GLYF: usize = 10;
const LOCA: usize = 11;
const HMTX: usize = 3;
const OWN_NAME: usize = 63;

/// Character → glyph, as the font's own table has it.
fn characters(woff2: &[u8]) -> BTreeMap<char, usize> {
    assert_eq!(&woff2[..4], b"wOF2");
    let mut head = Bytes(&woff2[12..]);
    let tables = head.number(2);
    let mut directory = Bytes(&woff2[48..]);
    let (mut at, mut cmap) = (0, None);
    for _ in 0..tables {
        let flags = directory.number(1);
        let (kind, version) = (flags & 0x3f, flags >> 6);
        if kind == OWN_NAME {
            directory.number(4);
        }
        let plain = directory.packed();
        // Outlines are transformed unless they say otherwise, everything else only where it says so.
        let transformed = if kind == GLYF || kind == LOCA { version != 3 } else { version != 0 };
        assert!(!transformed || [GLYF, LOCA, HMTX].contains(&kind));
        let length = if transformed { directory.packed() } else { plain };
        if kind == CMAP {
            cmap = Some(at..at + length);
        }
        at += length;
    }
    let mut unpacked = Vec::new();
    brotli_decompressor::BrotliDecompress(&mut directory.0, &mut unpacked).unwrap();
    mapped(&unpacked[cmap.unwrap()])
}

/// What the table of 32-bit groups (format 12) says.
fn mapped(cmap: &[u8]) -> BTreeMap<char, usize> {
    let mut head = Bytes(&cmap[2..]);
    for _ in 0..head.number(2) {
        let _platform = head.number(4);
        let start = head.number(4);
        let mut table = Bytes(&cmap[start..]);
        if table.number(2) != 12 {
            continue;
        }
        let _ = (table.number(2), table.number(4), table.number(4));
        let groups = table.number(4);
        let mut found = BTreeMap::new();
        for _ in 0..groups {
            let (first, last, glyph) = (table.number(4), table.number(4), table.number(4));
            for code in first..=last {
                let character = u32::try_from(code).ok().and_then(char::from_u32).unwrap();
                found.insert(character, glyph + code - first);
            }
        }
        return found;
    }
    panic!("the font has no table of 32-bit groups");
}

#[test]
fn the_table_says_what_the_font_holds() {
    let font: Vec<char> = characters_of("regular").into_keys().collect();
    assert!(font == inside(), "public/fonts and src/export/letters.bin are of different makings: ./dev fonts");
    let seen: String = font.iter().filter(|c| !c.is_whitespace()).collect();
    assert_eq!(outside(&seen), Vec::<String>::new());
}

#[test]
fn a_glyph_belongs_to_one_character_and_none_to_a_radical() {
    for style in ["regular", "bold"] {
        let font = characters_of(style);
        let glyphs: BTreeSet<(usize, usize)> = font.values().copied().collect();
        assert_eq!(glyphs.len(), font.len(), "{style}: a glyph for each");
        assert!(glyphs.iter().all(|(_, glyph)| *glyph != 0), "{style}: none is missing");
        assert!(!font.keys().any(|c| ('\u{2e80}'..='\u{2fdf}').contains(c)), "{style}: no radicals");
        for character in "用日一方人立高行文生髙橋﨑𠮷野家①㈱℡直骨角☑□".chars() {
            assert!(font.contains_key(&character), "{style} has {character}");
        }
    }
}

#[test]
fn every_word_of_our_own_can_be_printed_in_both_weights() {
    let words: String = all().flat_map(|(_, words)| [Lang::Ja, Lang::En].map(|lang| words.get(lang))).collect();
    let examples = PathBuf::from_iter([env!("CARGO_MANIFEST_DIR"), "public", "examples"]);
    let examples = fs::read_dir(examples).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    let people: String = examples.collect();
    let bold = characters_of("bold");
    for (what, text) in [("wording", words), ("pack", STANDARD.to_owned()), ("people", people)] {
        let text = text.replace(['🌳', '🌉', '🕊', '\u{fe0f}'], ""); // only on a screen, beside pictures of three futures
        assert_eq!(outside(&text), Vec::<String>::new(), "{what}");
        let seen = |c: &char| !c.is_control() && *c != '\u{200b}';
        let lacking: BTreeSet<char> = text.chars().filter(seen).filter(|c| !bold.contains_key(c)).collect();
        assert!(lacking.is_empty(), "{what}: not in bold: {lacking:?}");
    }
}

#[test]
fn a_slice_holds_what_the_page_is_told_and_no_two_hold_the_same() {
    let mut seen: BTreeMap<(String, bool), BTreeSet<char>> = BTreeMap::new();
    for face in faces() {
        let held: BTreeSet<char> = characters(&face.bytes).into_keys().collect();
        assert_eq!(held, face.letters, "{}", face.family);
        let all = seen.entry((face.family.clone(), face.bold)).or_default();
        let twice: Vec<_> = all.intersection(&held).collect();
        assert!(twice.is_empty(), "{}: {twice:?}", face.family);
        all.extend(held);
    }
    let of = |family: &str, bold| seen[&(family.to_owned(), bold)].clone();
    let (regular, bold) = (of("Aritai Print", false), of("Aritai Print", true));
    assert!(bold.is_subset(&regular));
    assert_eq!(of("Aritai Print Regular", false), &regular - &bold, "what is bold and not in bold is in regular");
}

#[test]
fn the_fonts_are_light_enough() {
    let weight: usize =
        ["regular", "bold"].iter().flat_map(|style| of_weight(style)).map(|face| face.bytes.len()).sum();
    assert!(weight <= WEIGHT_MOST, "{weight} bytes");
}

/// The whole record of an invented person is more than what is on a sheet, and all of it bold more than what
/// is bold there.
#[test]
fn what_a_sheet_needs_is_little() {
    let slices = [of_weight("regular"), of_weight("bold")];
    let of = |slices: &[Face], text: &str| -> usize {
        slices.iter().filter(|face| text.chars().any(|c| face.letters.contains(&c))).map(|face| face.bytes.len()).sum()
    };
    let headings: String = all().filter(|(name, _)| name.starts_with("SHEET")).map(|(_, w)| w.get(Lang::Ja)).collect();
    for person in ["busy", "counter", "handing", "searching", "shorter", "staying", "tax"] {
        let file = PathBuf::from_iter([env!("CARGO_MANIFEST_DIR"), "public", "examples", &format!("{person}.json")]);
        let text = fs::read_to_string(file).unwrap();
        let bytes = of(&slices[0], &(text + &headings)) + of(&slices[1], &headings);
        assert!(bytes <= SHEET_MOST, "{person}: {bytes} bytes");
    }
}
