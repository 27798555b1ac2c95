//! The one writer keeps its word: what it touched is what must be saved, and the inverse takes it back exactly.
//! Knows the document and its records; looks at no screen.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use crate::odd as people;
use crate::strangers;
use aritai::document::{
    Audience, Binder, Change, Edition, ItemId, KINDS, Kind, Path, Picked, Shape, Sharing, Touched, experience, next,
    stand, steps, values, wish, work,
};
use aritai::format::{Record, assemble, records};
use dice::Dice;
use std::collections::{BTreeMap, BTreeSet};

type Store = BTreeMap<String, Record>;

fn stored(binder: &Binder) -> Store {
    records(binder, 1).into_iter().map(|r| (r.key.clone(), r)).collect()
}

/// The keys of the records that two binders don't have in common.
fn differing(before: &Store, after: &Store) -> BTreeSet<String> {
    before.keys().chain(after.keys()).filter(|key| before.get(*key) != after.get(*key)).cloned().collect()
}

fn keys_of(touched: &Touched, before: &Store, after: &Store) -> BTreeSet<String> {
    match touched {
        Touched::Records(keys) => keys.iter().map(ToString::to_string).collect(),
        Touched::Everything => before.keys().chain(after.keys()).cloned().collect(),
    }
}

/// Applies a change as the shell does, saving only what was touched, and holds every promise of `apply` against it.
fn step(binder: &mut Binder, disk: &mut Store, change: Change, what: &str) -> Change {
    let exact = !matches!(change, Change::Together(_) | Change::Replaced(_) | Change::Began(..) | Change::Reopened(_));
    let before = binder.clone();
    let was = stored(&before);
    let applied = binder.apply(change);
    let is = stored(binder);
    let touched = keys_of(&applied.touched, &was, &is);
    let differing = differing(&was, &is);
    if exact {
        assert_eq!(touched, differing, "touched is what differs: {what}");
    } else {
        assert!(touched.is_superset(&differing), "nothing that differs is left out: {what}");
    }
    for key in touched {
        let record = Record {
            generation: 2,
            ..is.get(&key).cloned().unwrap_or(Record { key: key.clone(), generation: 2, body: None })
        };
        disk.insert(key, Record::decode(&record.encode()).unwrap());
    }
    assert!(
        assemble(disk.values().cloned().collect()).as_ref() == Some(&*binder),
        "what was saved is what is there: {what}"
    );
    let mut back = binder.clone();
    back.apply(applied.inverse.clone());
    assert!(back == before, "the inverse takes it back: {what}");
    applied.inverse
}

#[test]
fn whatever_is_done_is_saved_record_by_record_and_taken_back_exactly() {
    for seed in 0..100 {
        let dice = &mut Dice::new(seed);
        let mut binder = people::person(dice, 25);
        if seed % 3 == 0 {
            let mut all = records(&binder, 1);
            strangers::from_a_newer_program(dice, &mut all);
            binder = assemble(all).unwrap();
        }
        let first = binder.clone();
        let mut disk = stored(&binder);
        let mut inverses = Vec::new();
        for at in 0..25 {
            let change = people::change_binder(dice, &binder);
            let what = format!("seed {seed}, change {at}: {change:?}");
            inverses.push(step(&mut binder, &mut disk, change, &what));
        }
        for (at, inverse) in inverses.into_iter().rev().enumerate() {
            step(&mut binder, &mut disk, inverse, &format!("seed {seed}, undo {at}"));
        }
        assert!(binder == first, "undone to the beginning: seed {seed}");
    }
}

fn check_nothing(binder: &Binder, change: Change) {
    let mut after = binder.clone();
    let what = format!("{change:?}");
    let applied = after.apply(change);
    assert!(applied.touched.is_nothing(), "nothing to save after {what}: {:?}", applied.touched);
    assert!(after == *binder, "nothing changed by {what}");
    after.apply(applied.inverse);
    assert!(after == *binder, "nothing to take back after {what}");
}

#[test]
fn what_changes_nothing_touches_nothing() {
    let scene = wish::SCENE.alone();
    let (here, gone) = (ItemId(7), ItemId(8));
    let card = Picked { id: "v08".into(), label: "任される".into() };
    let mut binder = Binder::new(ItemId(1), 1);
    let said = "窓口に来た方が、一度の説明で安心して帰れる。";
    binder.apply(Change::Together(vec![
        Change::Wrote(scene, said.into()),
        Change::Shared(scene, Audience::Talk, true),
        Change::Added(&values::VALUE, here),
        Change::Chose(values::WHAT.of(here), vec![card.clone()]),
        Change::AnsweredExtra("org.q1".into(), "はい".into()),
    ]));
    for change in [
        // The same again.
        Change::Wrote(scene, said.into()),
        Change::Wrote(wish::LINE.alone(), String::new()),
        Change::Chose(values::WHAT.of(here), vec![card]),
        Change::Chose(work::MORE.alone(), Vec::new()),
        Change::Marked(values::SHORT.of(here), false),
        Change::Linked(steps::SERVES.of(here), Vec::new()),
        Change::Shared(scene, Audience::Talk, true),
        Change::Shared(scene, Audience::Hr, false),
        Change::LeftOff(scene, Audience::Hr, false),
        Change::LeftOff(wish::LINE.alone(), Audience::Talk, true),
        Change::LeftOff(values::STORY.of(gone), Audience::Talk, true),
        Change::Moved(&values::VALUE, here, 0),
        Change::Moved(&values::VALUE, here, 99),
        Change::AnsweredExtra("org.q1".into(), "はい".into()),
        Change::AnsweredExtra("org.q2".into(), String::new()),
        Change::Together(Vec::new()),
        // What was said stays said.
        Change::PutOff(scene),
        Change::NotSure(scene),
        Change::PutOff(values::SHORT.of(here)),
        // An item that is gone, was there before, or can't be.
        Change::Wrote(values::STORY.of(gone), "x".into()),
        Change::Removed(&values::VALUE, gone),
        Change::Moved(&values::VALUE, gone, 0),
        Change::Shared(values::STORY.of(gone), Audience::Talk, true),
        Change::Added(&values::VALUE, here),
        Change::Added(&values::VALUE, ItemId::ALONE),
        Change::Added(&wish::WISH, gone),
        Change::Removed(&wish::WISH, ItemId::ALONE),
        Change::Moved(&wish::WISH, ItemId::ALONE, 1),
        // Another shape.
        Change::Wrote(values::WHAT.of(here), "x".into()),
        Change::Chose(scene, vec![Picked { id: String::new(), label: "x".into() }]),
        Change::Marked(scene, true),
        Change::Linked(scene, vec![here]),
        // Never, even if asked.
        Change::Shared(stand::STEP.alone(), Audience::Hr, true),
        Change::LeftOff(stand::STEP.alone(), Audience::Hr, true),
    ] {
        check_nothing(&binder, change);
    }
}

#[test]
fn an_empty_document_takes_every_change_to_a_thing_that_is_not_there() {
    let binder = Binder::new(ItemId(1), 1);
    for kind in KINDS {
        for field in kind.fields {
            let gone = if kind.many { field.of(ItemId(9)) } else { Path { field, item: ItemId(9) } };
            for change in [Change::Wrote(gone, "x".into()), Change::Marked(gone, true), Change::PutOff(gone)] {
                check_nothing(&binder, change);
            }
        }
    }
}

#[test]
fn what_is_closed_stays_as_it_was() {
    let mut closed = 0;
    for seed in 0..60 {
        let dice = &mut Dice::new(seed);
        let mut binder = people::person(dice, 25);
        for _ in 0..60 {
            let change = people::change_binder(dice, &binder);
            let (former, begins) = (binder.former().to_vec(), matches!(change, Change::Began(..)));
            if matches!(change, Change::Replaced(_) | Change::Together(_)) {
                continue;
            }
            let what = format!("seed {seed}: {change:?}");
            let open = binder.open().clone();
            binder.apply(change);
            assert!(binder.former().starts_with(&former), "{what}");
            assert_eq!(binder.former().len(), former.len() + usize::from(begins), "{what}");
            assert!(binder.open().closed_at.is_none(), "{what}");
            if begins {
                let was = &binder.former()[former.len()];
                assert!(was.document == open.document && was.id == open.id && was.closed_at.is_some(), "{what}");
                closed += 1;
            }
        }
    }
    assert!(closed > 60, "editions were closed: {closed}");
}

#[test]
fn an_edition_that_cannot_be_next_changes_nothing() {
    let mut binder = Binder::new(ItemId(1), 500);
    binder.apply(next::edition(&binder.clone(), ItemId(2), 600));
    for (id, opened_at, closed_at) in [(1, 700, None), (2, 700, None), (3, 600, None), (3, 700, Some(701))] {
        let mut edition = Edition::new(ItemId(id), opened_at);
        edition.closed_at = closed_at;
        check_nothing(&binder, Change::Began(Box::new(edition), 700));
    }
    for id in [2, 3] {
        check_nothing(&binder, Change::Reopened(ItemId(id)));
    }
    // A clock that was put back.
    binder.apply(next::edition(&binder.clone(), ItemId(3), 5));
    assert_eq!(binder.editions().iter().map(|e| e.id.0).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(assemble(records(&binder, 1)).as_ref() == Some(&binder));
}

#[test]
fn an_order_is_the_persons() {
    let ids: Vec<ItemId> = (1..=4).map(ItemId).collect();
    let kind: &'static Kind = &experience::EXPERIENCE;
    for (moved, to, order) in
        [(1, 0, [1, 2, 3, 4]), (1, 3, [2, 3, 4, 1]), (4, 0, [4, 1, 2, 3]), (2, 2, [1, 3, 2, 4]), (3, 99, [1, 2, 4, 3])]
    {
        let mut binder = Binder::new(ItemId(1), 1);
        for id in &ids {
            binder.apply(Change::Added(kind, *id));
        }
        let mut disk = stored(&binder);
        step(&mut binder, &mut disk, Change::Moved(kind, ItemId(moved), to), "moved");
        assert_eq!(binder.document().ids(kind), order.map(ItemId), "{moved} to {to}");
    }
}

#[test]
fn an_item_taken_away_comes_back_where_it_was_with_all_it_held() {
    for kind in KINDS.into_iter().filter(|k| k.many) {
        let dice = &mut Dice::new(3);
        let mut binder = Binder::new(ItemId(1), 1);
        for id in 1..=3 {
            binder.apply(Change::Added(kind, ItemId(id)));
            for field in kind.fields {
                let path = field.of(ItemId(id));
                let change = match field.shape {
                    Shape::Text => Change::Wrote(path, format!("{}の{id}", field.id)),
                    _ => people::say(dice, binder.document(), path),
                };
                binder.apply(change);
                binder.apply(Change::Shared(path, Audience::Talk, true));
                binder.apply(Change::Shared(path, Audience::Hr, id == 2));
            }
        }
        let before = binder.clone();
        let mut disk = stored(&binder);
        let inverse = step(&mut binder, &mut disk, Change::Removed(kind, ItemId(2)), kind.id);
        for field in kind.fields {
            assert_eq!(binder.document().leaf(field.of(ItemId(2))), None);
            assert!(!binder.document().is_shared(field.of(ItemId(2)), Audience::Talk));
        }
        step(&mut binder, &mut disk, inverse, kind.id);
        assert!(binder == before, "{}", kind.id);
        let free = |f: &&aritai::document::Field| f.sharing != Sharing::Never;
        for field in kind.fields.iter().copied().filter(free) {
            let path = field.of(ItemId(2));
            assert_eq!(
                binder.document().is_shared(path, Audience::Hr),
                binder.document().is_said(path),
                "{}",
                field.id
            );
        }
    }
}
