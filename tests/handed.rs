//! The file with what is shared: what is in it comes out of it, and nothing else is in it; and whatever bytes are opened as one,
//! they are read or refused, never more.
//! Knows shared plans, their file, and what stands around records.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::dice;
use crate::odd as people;
use crate::sources;
use aritai::document::{Audience, Binder, Change, ItemId, KINDS, Path, Sharing, drift, experience, sheet, values};
use aritai::export::sheet::Sheet;
use aritai::export::{Day, full, shareable};
use aritai::format::{BackupError, FileKind, Record, backup, open_backup, records};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::{self, Given, SharedPlan, for_audience};
use aritai::wording as w;
use dice::Dice;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

const DAY: Day = Day { year: 2026, month: 11, day: 26 };

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

fn file(plan: &SharedPlan) -> String {
    String::from_utf8(shareable::file(plan, DAY, Lang::Ja).body).unwrap()
}

fn open(text: &str) -> Given {
    share::open(text.as_bytes()).unwrap_or_else(|e| panic!("{e:?}: {text}"))
}

/// Holds that a plan comes through its file: it reads the same in every place and language, and its file is the same again.
fn check(plan: &SharedPlan, what: &str) {
    let text = file(plan);
    let given = open(&text);
    assert_eq!(given.plan.audience(), plan.audience(), "{what}");
    assert_eq!((given.lang, given.made_on.map(|d| d.day)), (Lang::Ja, Some(26)), "{what}");
    for lang in [Lang::Ja, Lang::En] {
        // The items have other numbers; the page holds the same of them.
        let page = |plan| {
            let sheet = Sheet::of(plan, &PACK, lang);
            let fields: Vec<&str> = sheet.on_page.iter().map(|path| path.field.id).collect();
            (fields, Sheet { on_page: Vec::new(), off_page: Vec::new(), ..sheet })
        };
        assert_eq!(page(&given.plan), page(plan), "{what}");
        let full = |plan| full::manuscript(plan, &PACK, DAY, lang);
        assert_eq!(full(&given.plan), full(plan), "{what}");
    }
    assert!(file(&given.plan) == text && open(&text) == given, "what was opened is written as it came: {what}");
    // Nothing identifies the binder: its items have other numbers, from 1 on.
    for (path, _) in plan.document().leaves().filter(|(path, _)| path.item.0 > 100_000) {
        assert!(!text.contains(&path.item.to_string()), "{path}: {what}");
    }
    for word in ["opened", "closed", "shared", "extra"] {
        assert!(!text.contains(&format!("\"{word}")) && !text.contains(&format!(":{word}")), "{word}: {what}");
    }
    for record in read(&text)["records"].as_array().unwrap() {
        assert_eq!(record["g"], 1, "how much was written is nobody's business: {what}");
    }
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_an_invented_person_shows_comes_through_their_file() {
    for person in sources::people() {
        let binder = person.binder(&PACK, None);
        for audience in Audience::ALL {
            check(&for_audience(binder.document(), audience), &person.name);
        }
    }
}

#[test]
fn so_does_what_anybody_shows() {
    for seed in 0..150 {
        let dice = &mut Dice::new(seed);
        let mut binder = people::person(dice, 120);
        let one_in = dice.pick(&[1, 2, 8]);
        let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
        for path in paths {
            binder.apply(Change::Shared(path, Audience::Hr, dice.one_in(one_in)));
        }
        for audience in Audience::ALL {
            check(&for_audience(binder.document(), audience), &format!("seed {seed}"));
        }
    }
}

#[test]
fn one_answer_is_a_plan_and_none_is_an_empty_one() {
    let mut binder = Binder::new(ItemId(0xABCD_EF01_2345), 1_779_073_200_000);
    check(&for_audience(binder.document(), Audience::Talk), "nothing shown");
    assert!(open(&file(&for_audience(binder.document(), Audience::Talk))).plan.is_empty());
    binder.apply(Change::Wrote(sheet::TOPIC.alone(), "話したい".into()));
    binder.apply(Change::Wrote(values::LINE.alone(), "自分だけ".into()));
    binder.apply(Change::Shared(sheet::TOPIC.alone(), Audience::Talk, true));
    let plan = for_audience(binder.document(), Audience::Talk);
    check(&plan, "one answer");
    let text = file(&plan);
    assert!(text.contains("話したい") && !text.contains("自分だけ"), "{text}");
    assert!(!text.contains("1779073200000") && !text.contains("abcdef012345"), "{text}");
    assert_eq!(shareable::file(&plan, DAY, Lang::Ja).name, "ありたい_渡す計画_2026-11-26.json");
}

// ── Any bytes at all ────────────────────────────────────────────────────────────────────────────────────────────

/// A file of ours around these records.
fn around(records: &[Record]) -> String {
    let records: Vec<String> = records.iter().map(Record::encode).collect();
    let (count, records) = (records.len(), records.join(","));
    format!(r#"{{"kind":"aritai-shared","format":1,"for":"talk","count":{count},"records":[{records}]}}"#)
}

/// Everything filled in, so that every field has something to leak.
fn filled() -> Binder {
    let dice = &mut Dice::new(3);
    let mut binder = people::person(dice, 400);
    for kind in KINDS.into_iter().filter(|kind| kind.many) {
        binder.apply(Change::Added(kind, dice.id()));
    }
    let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
    for path in paths {
        while !binder.document().is_said(path) {
            let change = people::say(dice, binder.document(), path);
            binder.apply(change);
        }
        binder.apply(Change::Shared(path, Audience::Talk, true));
    }
    binder
}

#[test]
fn what_is_never_shared_is_not_opened_either() {
    let binder = filled();
    let given = open(&around(&records(&binder, 1)));
    let mut kept = 0;
    for (path, leaf) in given.plan.document().leaves() {
        assert!(path.field.sharing != Sharing::Never || !leaf.is_said(), "{path}");
        kept += usize::from(leaf.is_said());
    }
    assert!(kept > 100, "{kept} leaves that may be shown are there");
    assert!(!binder.document().items(&drift::WORRY).is_empty(), "there was something to leak");
    assert!(!full::manuscript(&given.plan, &PACK, DAY, Lang::Ja).is_empty());
}

#[test]
fn bytes_that_are_none_of_ours_are_refused_in_one_word() {
    use BackupError as E;
    let good = file(&for_audience(filled().document(), Audience::Talk));
    let own = backup(&filled(), 1, 1);
    let damaged = good.replacen("\"c\":", "\"c\":1", 1);
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let cases: Vec<(Vec<u8>, Option<E>)> = vec![
        (good.clone().into_bytes(), None),
        ([b"\xEF\xBB\xBF", good.as_bytes()].concat(), None),
        (Vec::new(), Some(E::Empty)),
        (b" \r\n".to_vec(), Some(E::Empty)),
        (b"\x89PNG\r\n".to_vec(), Some(E::NotText)),
        (b"age-encryption.org/v1\n".to_vec(), Some(E::Locked)),
        (b"PK\x03\x04".to_vec(), Some(E::NotText)),
        (b"\xFF\xFE{\0".to_vec(), Some(E::Utf16)),
        (b"{ \x83\x65\x83X".to_vec(), Some(E::OtherEncoding)),
        (good.as_bytes()[..good.len() / 2].to_vec(), Some(E::Truncated)),
        (deep.into_bytes(), Some(E::TooDeep)),
        (b"[]".to_vec(), Some(E::NotOurs)),
        (b"{}".to_vec(), Some(E::NotOurs)),
        (b"1".to_vec(), Some(E::NotOurs)),
        (b"hello".to_vec(), Some(E::NotOurs)),
        (own.clone().into_bytes(), Some(E::OtherKind(FileKind::Backup))),
        (good.replacen("\"format\": 1", "\"format\": 2", 1).into_bytes(), Some(E::Newer(2))),
        (good.replacen("\"format\": 1", "\"format\": 0", 1).into_bytes(), Some(E::Damaged)),
        (good.replacen("\"for\": \"talk\"", "\"for\": \"all\"", 1).into_bytes(), Some(E::Damaged)),
        (good.replacen("\"count\": ", "\"count\": 1", 1).into_bytes(), Some(E::Damaged)),
        (damaged.into_bytes(), Some(E::Damaged)),
        (vec![b' '; aritai::format::BACKUP_MAX_BYTES + 1], Some(E::TooLong)),
    ];
    for (bytes, error) in cases {
        let what = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]).into_owned();
        assert_eq!(share::open(&bytes).err(), error, "{what}");
        for lang in [Lang::Ja, Lang::En] {
            assert!(
                error.is_none_or(|e| w::bad_given(e).get(lang).ends_with(['。', '.'])),
                "one clear sentence: {what}"
            );
        }
    }
    assert_eq!(
        open_backup(good.as_bytes()).err(),
        Some(E::OtherKind(FileKind::Shared)),
        "nor does it replace a record"
    );
}

#[test]
fn a_changed_byte_is_seen_or_changes_no_word() {
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::Added(&experience::EXPERIENCE, ItemId(5)));
    binder.apply(Change::Wrote(experience::WHY.of(ItemId(5)), "窓口のために".into()));
    binder.apply(Change::Shared(experience::WHY.of(ItemId(5)), Audience::Talk, true));
    let good = file(&for_audience(binder.document(), Audience::Talk)).into_bytes();
    let words = |given: &Given| full::manuscript(&given.plan, &PACK, DAY, Lang::Ja);
    let wanted = words(&share::open(&good).unwrap());
    for at in 0..good.len() {
        for flip in [1, 0x20, 0x80, 0xFF] {
            let mut bytes = good.clone();
            bytes[at] ^= flip;
            if let Ok(given) = share::open(&bytes) {
                assert_eq!(words(&given).parts, wanted.parts, "byte {at}");
            }
        }
        let _ = share::open(&good[..at]);
    }
}

#[test]
fn records_that_nobody_wrote_break_nothing() {
    for seed in 0..300 {
        let dice = &mut Dice::new(seed);
        let mut all = records(&people::person(dice, 40), 1);
        for record in &mut all {
            match dice.below(6) {
                0 => record.key = record.key.replacen(':', dice.pick(&["", "::", ":x/", ":shared."]), 1),
                1 => record.body = None,
                2 => record.body = Some(Map::from_iter([("v".to_owned(), json!([{ "id": 1 }, null, "x"]))])),
                3 => record.generation = u64::MAX,
                _ => {}
            }
        }
        if let Ok(given) = share::open(around(&all).as_bytes()) {
            check(&given.plan, &format!("seed {seed}"));
        }
    }
}
