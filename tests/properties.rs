//! What holds of any bytes and any words: `proptest` thinks them up, and where one breaks something it finds the shortest.
//! Knows files of ours, and every format in which words go out.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]
#![allow(clippy::print_stdout, reason = "how many there were is worth knowing")]

use crate::dice;
use crate::odd as people;
use crate::office_files;
use crate::oracles;
use crate::tricky;
use aritai::document::{Audience, Binder, Change, Path};
use aritai::format::locked::{CHANCE, lock, unlock};
use aritai::format::{Record, backup, open_backup, records};
use aritai::pack::Lang;
use aritai::share::{self, for_audience};
use dice::Dice;
use oracles::{EXPORTS, as_backup, as_given, as_locked, as_records, as_reply, who_says};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value};
use std::sync::LazyLock;

/// Holds a property of so many cases. Without a file of what broke before: what broke gets a test of its own.
fn hold<S: Strategy>(cases: u32, of: &S, holds: impl Fn(S::Value)) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(of, |value| {
        holds(value);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

// ── Strategies ──────────────────────────────────────────────────────────────────────────────────────────────────

/// Letters of every plane, and more often those that something might take for its own.
fn letter() -> impl Strategy<Value = char> {
    let ours = "=+-@＝\t\r\n\\\"'`*_#|<>&[](){};:,./!~^$%0 あ髙𠮷゚\u{0}\u{7}\u{b}\u{1b}\u{7f}\u{85}\u{200b}\u{202e}\u{2028}\u{feff}\u{fffe}\u{ffff}";
    prop_oneof![
        3 => select(ours.chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ]
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => vec(letter(), 0..40).prop_map(String::from_iter),
        2 => select(tricky::tricky().into_iter().filter(|text| text.len() < 1_000).collect::<Vec<_>>()),
        2 => select(office_files::HOSTILE.map(str::to_owned).to_vec()),
        1 => vec(letter(), 300..900).prop_map(String::from_iter),
    ]
}

/// A file of ours, and what is done to it: a place, how much is taken out, what is put in.
fn mangled(files: &'static LazyLock<Vec<Vec<u8>>>) -> impl Strategy<Value = (usize, Vec<u8>)> {
    let piece = prop_oneof![
        vec(any::<u8>(), 0..8),
        select(vec![
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\n",
            "null",
            "-1",
            "1e400",
            "\\u0000",
            "\\ud800",
            "\u{feff}",
            "aritai-backup"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    let edits = vec((any::<prop::sample::Index>(), 0..9_usize, piece), 1..5);
    (0..files.len(), edits).prop_map(|(which, edits)| {
        let mut bytes = files[which].clone();
        for (at, out, put) in edits {
            let at = at.index(bytes.len() + 1);
            let end = bytes.len().min(at + out);
            bytes.splice(at..end, put);
        }
        (which, bytes)
    })
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        words().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((words(), inner), 0..6).prop_map(|all| Value::Object(all.into_iter().collect())),
        ]
    })
}

/// Some people, and what they show.
static PEOPLE: LazyLock<Vec<Binder>> = LazyLock::new(|| (0..24).map(|seed| shown(seed, 30)).collect());
static BACKUPS: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| PEOPLE.iter().map(|person| backup(person, 3, 1_795_000_000_000).into_bytes()).collect());
static GIVEN: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let write =
        |person: &Binder| share::write(&for_audience(person.document(), Audience::Talk), "2026-11-26", Lang::Ja);
    PEOPLE.iter().map(|person| write(person).into_bytes()).collect()
});
static LOCKED: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let chance = |seed: u8| [b"YELLOW SUBMARINE".as_slice(), &[seed; CHANCE - 16]].concat().try_into().unwrap();
    (0..8).map(|seed| lock(&BACKUPS[usize::from(seed)], "password", 1, &chance(seed)).unwrap()).collect()
});

fn shown(seed: u64, changes: usize) -> Binder {
    let dice = &mut Dice::new(seed);
    let mut binder = people::person(dice, changes);
    let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
    for path in paths {
        binder.apply(Change::Shared(path, Audience::Talk, dice.one_in(2)));
    }
    binder
}

// ── Any bytes ───────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn any_bytes_are_refused_or_read() {
    let bytes = prop_oneof![
        vec(any::<u8>(), 0..2_000),
        words().prop_map(String::into_bytes),
        json().prop_map(|value| value.to_string().into_bytes()),
    ];
    hold(1_500, &bytes, |bytes| {
        as_backup(&bytes);
        as_records(&bytes);
        as_given(&bytes);
        as_reply(&bytes);
        as_locked(&bytes);
    });
}

#[test]
fn a_backup_that_somebody_had_a_hand_in_is_refused_or_says_what_it_said() {
    hold(3_000, &mangled(&BACKUPS), |(which, bytes)| {
        if let Ok(opened) = open_backup(&bytes) {
            assert!(opened.binder == PEOPLE[which], "no answer was changed");
        }
        as_records(&bytes);
    });
}

#[test]
fn a_plan_that_somebody_had_a_hand_in_is_refused_or_says_what_it_said() {
    hold(2_000, &mangled(&GIVEN), |(which, bytes)| {
        if as_given(&bytes) {
            let (given, whole) = (share::open(&bytes).unwrap(), share::open(&GIVEN[which]).unwrap());
            assert!(given.plan.document() == whole.plan.document(), "no answer was changed");
        }
    });
}

#[test]
fn a_locked_file_that_somebody_had_a_hand_in_is_refused_or_holds_what_it_held() {
    hold(3_000, &mangled(&LOCKED), |(which, bytes)| {
        as_locked(&bytes);
        if let Ok(opened) = unlock(&bytes, "password") {
            assert!(opened == BACKUPS[which], "no byte was changed");
        }
    });
}

#[test]
fn whatever_is_locked_is_what_opens() {
    let case = (vec(any::<u8>(), 0..3_000), words(), any::<[u8; 16]>(), words());
    hold(500, &case, |(bytes, passphrase, chance, other)| {
        let file = lock(&bytes, &passphrase, 1, &[chance; 3].concat().try_into().unwrap()).unwrap();
        assert_eq!(unlock(&file, &passphrase), Ok(bytes));
        assert!(other == passphrase || unlock(&file, &other).is_err());
    });
}

#[test]
fn any_record_comes_back() {
    let body = vec((words(), json()), 0..6).prop_map(Map::from_iter);
    hold(800, &(words(), any::<u64>(), prop::option::of(body)), |(key, generation, body)| {
        let record = Record { key, generation, body };
        let text = record.encode();
        assert!(!text.contains('\n'), "one line: {text}");
        assert_eq!(Record::decode(&text), Some(record));
        as_records(text.as_bytes());
    });
}

// ── 10,000 bad files ────────────────────────────────────────────────────────────────────────────────────────────

/// As a person restores: what opens replaces everything. What was open before must be there to the byte, since a bad file
/// doesn't open, and a file that does is a copy of it.
#[test]
fn ten_thousand_bad_files_change_no_byte() {
    let (mut refused, mut copies) = (0, 0);
    for seed in 0..10_000_u64 {
        let dice = &mut Dice::new(seed);
        let which = dice.below(PEOPLE.len());
        let mut person = PEOPLE[which].clone();
        let mut bytes = BACKUPS[which].clone();
        for _ in 0..=dice.below(4) {
            let (a, b) = (dice.below(bytes.len()), dice.below(bytes.len()));
            let (from, to) = (a.min(b), a.max(b).min(a.min(b) + dice.below(400)));
            match dice.below(8) {
                0 => bytes.truncate(a),
                1 => bytes[a] ^= 1 << dice.below(8),
                2 => bytes.swap(a, b),
                3 => drop(bytes.splice(from..to, Vec::new())),
                4 => bytes.extend_from_within(from..to),
                5 => bytes[from..to].fill(0),
                6 => {
                    let other = &BACKUPS[dice.below(BACKUPS.len())];
                    let part = &other[dice.below(other.len())..];
                    drop(bytes.splice(from..to, part[..part.len().min(300)].to_vec()));
                }
                _ => drop(bytes.splice(from..to, people::words(dice).into_bytes())),
            }
            if bytes.is_empty() {
                break;
            }
        }
        match open_backup(&bytes) {
            Err(_) => refused += 1,
            Ok(opened) => {
                copies += 1;
                person.apply(Change::Replaced(Box::new(opened.binder)));
            }
        }
        let after = backup(&person, 3, 1_795_000_000_000);
        assert!(after.as_bytes() == BACKUPS[which], "seed {seed}");
        assert!(records(&person, 3) == records(&PEOPLE[which], 3), "record by record: seed {seed}");
    }
    println!("{refused} refused, {copies} the same under another spelling");
    assert!(refused > 9_900, "{refused} were bad");
}

// ── Any words, in every format ──────────────────────────────────────────────────────────────────────────────────

fn every_export(which: &[&str], cases: u32) {
    hold(cases, &vec(words(), 1..8), |words| {
        let binder = who_says(&words);
        for (_, holds) in EXPORTS.iter().filter(|(name, _)| which.contains(name)) {
            holds(&binder);
        }
    });
}

#[test]
fn any_words_go_out_as_text() {
    every_export(&["markdown", "text", "csv", "forms", "shareable"], 400);
}

#[test]
fn any_words_go_out_as_dates() {
    every_export(&["calendar"], 400);
}

#[test]
fn any_words_go_out_as_office_files() {
    every_export(&["word", "excel"], 100);
}

#[test]
fn every_export_is_asked() {
    let asked = ["markdown", "text", "csv", "forms", "shareable", "calendar", "word", "excel"];
    assert!(EXPORTS.iter().all(|(name, _)| asked.contains(name)) && EXPORTS.len() == asked.len());
}
