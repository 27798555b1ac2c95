//! What was saved comes back: record by record, as a backup, over the years, and with what a newer program added.
//! Knows the document and the codec; where the text is kept is not its business.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use crate::odd as people;
use crate::strangers;
use aritai::document::{Audience, Binder, Change, ItemId, experience, sheet, wish};
use aritai::format::{By, Mirrored, Record, assemble, backup, mirrored, mirrored_generation, open_backup, records};
use dice::Dice;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Somebody in the middle of a life: now and then with closed editions of other years.
fn somebody(seed: u64) -> Binder {
    let dice = &mut Dice::new(seed);
    let changes = dice.below(40);
    let person = people::person(dice, changes);
    let years = dice.below(6).saturating_sub(3);
    if years == 0 {
        return person;
    }
    let mut all = records(&person, 1);
    for year in 0..years {
        all.extend(closed(&people::person(dice, 10), 1_000 + u64::try_from(year).unwrap()));
    }
    let binder = assemble(all).unwrap();
    assert_eq!(binder.editions().len(), years + 1);
    assert!(binder.open() == person.open(), "the open one is the last: seed {seed}");
    binder
}

/// The records of an edition of an earlier year.
fn closed(binder: &Binder, at: u64) -> Vec<Record> {
    let mut all = records(binder, 1);
    for record in all.iter_mut().filter(|r| r.key.ends_with(":edition")) {
        record.body = Some(Map::from_iter([("opened".into(), at.into()), ("closed".into(), (at + 9).into())]));
    }
    all
}

#[test]
fn a_thousand_people_come_back_as_they_were() {
    for seed in 0..1_000 {
        let binder = somebody(seed);
        let decoded: Vec<Record> = records(&binder, seed)
            .iter()
            .map(|record| {
                let text = record.encode();
                assert!(!text.contains('\n'), "a record is one line: seed {seed}");
                let back = Record::decode(&text).unwrap();
                assert!(back == *record, "seed {seed}: {text}");
                back
            })
            .collect();
        assert!(assemble(decoded).as_ref() == Some(&binder), "record by record: seed {seed}");
        let file = backup(&binder, seed, 1_795_000_000_000 + seed);
        let opened = open_backup(file.as_bytes()).unwrap();
        assert!(opened.binder == binder, "as a backup: seed {seed}");
        assert_eq!(opened.made_at, 1_795_000_000_000 + seed);
        assert!(backup(&opened.binder, seed, opened.made_at) == file, "the same file again: seed {seed}");
    }
}

/// Bodies by key; lists of paths in one order, since what is known comes first.
fn bodies(all: &[Record]) -> BTreeMap<String, Map<String, Value>> {
    let sorted = |record: &Record| {
        let mut body = record.body.clone().unwrap_or_default();
        if let Some(Value::Array(paths)) = body.get_mut("paths") {
            paths.sort_by_key(ToString::to_string);
        }
        (record.key.clone(), body)
    };
    all.iter().map(sorted).collect()
}

#[test]
fn what_a_newer_program_wrote_is_carried_along() {
    for seed in 0..300 {
        let dice = &mut Dice::new(seed);
        let mut all = records(&people::person(dice, 30), 1);
        strangers::from_a_newer_program(dice, &mut all);
        all = all.iter().map(|r| Record::decode(&r.encode()).unwrap()).collect();
        let binder = assemble(all.clone()).unwrap();
        assert_eq!(bodies(&records(&binder, 2)), bodies(&all), "a load and a save: seed {seed}");
        let opened = open_backup(backup(&binder, 2, 1).as_bytes()).unwrap();
        assert!(opened.binder == binder, "a backup: seed {seed}");
    }
}

#[test]
fn what_a_newer_program_wrote_stays_while_one_goes_on_writing() {
    for seed in 0..60 {
        let dice = &mut Dice::new(seed);
        let mut all = records(&people::person(dice, 30), 1);
        strangers::from_a_newer_program(dice, &mut all);
        let mut binder = assemble(all).unwrap();
        let before = binder.clone();
        let mut inverses = Vec::new();
        for _ in 0..20 {
            let change = people::change(dice, binder.document());
            inverses.push(binder.apply(change).inverse);
            assert!(assemble(records(&binder, 2)).as_ref() == Some(&binder), "seed {seed}");
        }
        for inverse in inverses.into_iter().rev() {
            binder.apply(inverse);
        }
        assert!(binder == before, "seed {seed}");
    }
}

fn record(part: &str, body: Value) -> Record {
    let Value::Object(body) = body else { unreachable!("a body is an object") };
    Record { key: format!("{}:{part}", ItemId(1)), generation: 1, body: Some(body) }
}

#[test]
fn what_one_writes_wins_over_what_could_not_be_read() {
    let id = ItemId(0xa1);
    for (part, body, path) in [
        ("wish.scene", json!({ "v": { "rich": ["text"] }, "more": 1 }), wish::SCENE.alone()),
        (&format!("experience/{id}"), json!({ "id": id.to_string(), "why": [1], "more": 1 }), experience::WHY.of(id)),
    ] {
        let mut binder = assemble(vec![record("edition", json!({ "opened": 1 })), record(part, body)]).unwrap();
        assert!(!binder.document().is_said(path), "{part} can't be read");
        assert!(!binder.document().is_blank(), "but it is something: {part}");
        binder.apply(Change::Wrote(path, "来年度は、係の引き継ぎを担当したい".into()));
        let again = assemble(records(&binder, 2)).unwrap();
        assert_eq!(again.document().text(path), "来年度は、係の引き継ぎを担当したい");
        let kept = records(&again, 3).into_iter().find(|r| r.key.ends_with(part)).unwrap();
        assert_eq!(kept.body.unwrap().get("more"), Some(&json!(1)), "what stood beside it stays: {part}");
    }
}

#[test]
fn shares_of_what_is_not_there_show_nothing() {
    let all = vec![
        record("edition", json!({ "opened": 1 })),
        record("wish.scene", json!({ "v": "係の三人で段取りを決めている" })),
        record("worry.what", json!({ "v": "x" })),
        record(
            "shared.talk",
            json!({ "paths": ["wish.scene", "wish.line", "wish.nothing", "experience/00000000000000a1.what",
                "experience.what", "wish/00000000000000a1.scene", "condition.line", "stand.step", "", ".", "/", 7, null] }),
        ),
        record("shared.hr", json!({ "paths": "wish.scene" })),
        record("shared.everyone", json!({ "paths": ["wish.scene"] })),
        record("order.experience", json!({ "ids": ["00000000000000a1", "x", 7] })),
    ];
    let binder = assemble(all).unwrap();
    let document = binder.document();
    let shared = |who| document.leaves().filter(|(path, _)| document.is_shared(*path, who)).count();
    assert_eq!((shared(Audience::Talk), shared(Audience::Hr)), (1, 0));
    assert!(document.is_shared(wish::SCENE.alone(), Audience::Talk));
}

/// Found by the fuzzer: what could not be read was kept and the list written over it, so that a save changed what was read.
#[test]
fn what_should_be_a_list_and_is_none_is_an_empty_one() {
    let (id, scene) = ("50e512bf95fc356b", wish::SCENE.alone());
    for (part, name) in [("order.worry", "ids"), ("shared.talk", "paths"), ("off.talk", "paths")] {
        for odd in [json!(1), json!("wish.scene"), json!({ "wish.scene": true }), json!(null), json!([[id]]), json!([])]
        {
            let all = vec![
                record("edition", json!({ "opened": 1 })),
                record(&format!("worry/{id}"), json!({ "id": id })),
                record("wish.scene", json!({ "v": "係の三人で段取りを決めている" })),
                record(part, json!({ name: odd, "more": 1 })),
            ];
            let mut binder = assemble(all).unwrap();
            assert!(!binder.document().is_shared(scene, Audience::Talk), "{part} {odd}");
            for shared in [false, true] {
                if shared {
                    binder.apply(Change::Shared(scene, Audience::Talk, true));
                    binder.apply(Change::LeftOff(scene, Audience::Talk, true));
                }
                let saved = records(&binder, 2);
                assert!(assemble(saved.clone()).as_ref() == Some(&binder), "{part} {odd}, shared: {shared}");
                let kept = saved.into_iter().find(|r| r.key.ends_with(part)).unwrap();
                assert_eq!(kept.body.unwrap().get("more"), Some(&json!(1)), "what stood beside it stays: {part} {odd}");
            }
        }
    }
}

#[test]
fn of_two_records_the_later_counts_whatever_the_order() {
    let key = |generation, text: &str| Record { generation, ..record("sheet.topic", json!({ "v": text })) };
    let gone = Record { generation: 3, body: None, ..record("sheet.date", json!({})) };
    let edition = record("edition", json!({ "opened": 1 }));
    let mut all =
        vec![key(3, "いまの話"), key(2, "前の話"), edition, gone, record("sheet.date", json!({ "v": "金曜" }))];
    for _ in 0..all.len() {
        all.rotate_left(1);
        let binder = assemble(all.clone()).unwrap();
        assert_eq!(binder.document().text(sheet::TOPIC.alone()), "いまの話");
        assert_eq!(binder.document().text(sheet::DATE.alone()), "", "what is gone does not come back");
    }
}

/// The mirror is not emptied at every acknowledgement: what the journal has must not come out of it again.
#[test]
fn of_a_mirror_only_what_the_journal_does_not_have_comes_back() {
    let key = |generation, text: &str| Record { generation, ..record("sheet.topic", json!({ "v": text })) };
    let gone = Record { generation: 9, body: None, ..record("sheet.date", json!({})) };
    let texts: Vec<String> =
        [key(7, "前の\n話"), key(8, "いまの話\u{2028}"), gone.clone()].iter().map(Record::encode).collect();
    let written = |replaced_at, which: &[usize]| {
        mirrored(9, replaced_at, By::default(), which.iter().map(|at| texts[*at].as_str()))
    };
    let mirror = written(0, &[0, 1, 2]);
    assert_eq!(mirrored_generation(&mirror), 9);
    let check = |mirror: &str, head, late: &[u64], all| {
        let (records, replaces) = Mirrored::read(mirror).later_than(head);
        assert_eq!(
            records.iter().map(|r| r.generation).collect::<Vec<_>>(),
            late,
            "the journal is at {head}: {mirror}"
        );
        assert_eq!(replaces, all, "the journal is at {head}: {mirror}");
    };
    for (head, late) in [(6, &[7, 8, 9][..]), (7, &[8, 9]), (8, &[9]), (9, &[]), (10, &[])] {
        check(&mirror, head, late, false);
    }
    // What replaced everything does so until the journal has it, whatever was written after it.
    check(&written(7, &[0, 1]), 6, &[7, 8], true);
    check(&written(7, &[0, 1]), 7, &[8], false);
    check(&written(9, &[2]), 8, &[9], false);
    // As it was written once, on one line.
    let once = json!({ "format": 1, "all": true, "records": texts }).to_string();
    check(&once, 8, &[9], false);
    check(&once, 7, &[8, 9], true);
    assert_eq!(mirrored_generation(&once), 0);
    // A damaged line takes no other along; a damaged mirror is none.
    check(&mirror.replacen("いまの", "あしたの", 1), 6, &[7, 9], false);
    for none in ["", "x", "{", "[]", "null"] {
        check(none, 0, &[], false);
        assert_eq!(mirrored_generation(none), 0);
    }
}

/// An edition is closed by beginning the next: where all are closed, the youngest is open again.
#[test]
fn where_all_are_closed_the_youngest_goes_on() {
    let of = |id: u64, part: &str, body: Value| {
        let Record { generation, body, .. } = record(part, body);
        Record { key: format!("{}:{part}", ItemId(id)), generation, body }
    };
    let all = vec![
        of(2, "edition", json!({ "opened": 20, "closed": 30, "by": "x" })),
        of(2, "wish.scene", json!({ "v": "係の三人で段取りを決めている" })),
        of(1, "edition", json!({ "opened": 10, "closed": 20 })),
        of(1, "wish.scene", json!({ "v": "窓口で、落ち着いて話を聞いている" })),
    ];
    let mut binder = assemble(all).unwrap();
    assert_eq!(binder.editions().iter().map(|e| (e.id.0, e.closed_at)).collect::<Vec<_>>(), [(1, Some(20)), (2, None)]);
    assert_eq!(binder.document().text(wish::SCENE.alone()), "係の三人で段取りを決めている");
    assert_eq!(binder.former()[0].document.text(wish::SCENE.alone()), "窓口で、落ち着いて話を聞いている");
    binder.apply(Change::Wrote(wish::LINE.alone(), "聞く人".into()));
    assert!(assemble(records(&binder, 2)).as_ref() == Some(&binder), "and is saved so");
    // Two that are open: the younger one is written in.
    let two = vec![of(2, "edition", json!({ "opened": 20 })), of(1, "edition", json!({ "opened": 10 }))];
    assert_eq!(assemble(two).unwrap().open().id, ItemId(2));
}

#[test]
fn no_records_are_no_binder() {
    for all in [
        vec![],
        vec![Record { key: "no edition in front".into(), generation: 1, body: None }],
        vec![
            Record { body: None, ..record("edition", json!({})) },
            Record { body: None, ..record("wish.scene", json!({})) },
        ],
    ] {
        assert_eq!(assemble(all.clone()), None, "{all:?}");
    }
}

#[test]
fn a_damaged_record_is_known_for_it() {
    let text = record("wish.scene", json!({ "v": "福祉課の打合せに一度、同席させてほしい" })).encode();
    for at in 0..text.len() {
        assert_eq!(text.get(..at).and_then(Record::decode), None, "cut at {at}");
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let read = std::str::from_utf8(&bytes).ok().and_then(Record::decode);
            assert!(read.is_none_or(|r| r.encode() == text), "bit {bit} of byte {at} turned");
        }
    }
}
