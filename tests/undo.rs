//! What can be taken back, and that no word that was typed since goes with it.
//! Knows the document and its changes; presses no key.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use crate::odd as people;
use aritai::document::undo::{STEPS, Undo, about, has_words};
use aritai::document::{Audience, Binder, Change, ItemId, Path, Picked, experience, next, sheet, steps, values, wish};
use dice::Dice;

const A: ItemId = ItemId(0xa1);
const B: ItemId = ItemId(0xb1);

fn card(label: &str) -> Vec<Picked> {
    vec![Picked { id: String::new(), label: label.into() }]
}

/// Two steps with words, a shared wish, a value.
fn somebody() -> Binder {
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::Together(vec![
        Change::Added(&steps::STEP, A),
        Change::Wrote(steps::WHAT.of(A), "先輩に一通送る".into()),
        Change::Added(&steps::STEP, B),
        Change::Wrote(steps::WHAT.of(B), "係会で5分話す".into()),
        Change::Wrote(wish::SCENE.alone(), "窓口が落ち着いている".into()),
        Change::Shared(wish::SCENE.alone(), Audience::Talk, true),
        Change::Added(&values::VALUE, ItemId(0xc1)),
        Change::AnsweredExtra("org.q1".into(), "はい".into()),
    ]));
    binder
}

fn typed(path: Path) -> Change {
    Change::Wrote(path, "あとから打った言葉".into())
}

/// Does something, types, and looks whether the thing can still be taken back; if it can, that what was typed stays.
fn check(what: &str, done: Change, typed: Change, stays: bool) {
    let mut binder = somebody();
    let before = binder.clone();
    let mut undo = Undo::default();
    let number = undo.did(binder.apply(done).inverse);
    assert!(binder != before, "something was done: {what}");
    binder.apply(typed.clone());
    undo.typed(&typed);
    assert_eq!(undo.get(number).is_some(), stays, "{what}");
    let Some(done) = undo.take(None) else { return };
    binder.apply(done.inverse);
    let mut expected = before;
    expected.apply(typed);
    assert!(binder == expected, "the words that were typed stay, and the thing is taken back: {what}");
}

#[test]
fn no_typed_word_goes_with_what_is_taken_back() {
    let scene = wish::SCENE.alone();
    let elsewhere = || typed(sheet::TOPIC.alone());
    let fresh = || Change::Replaced(Box::new(Binder::new(ItemId(2), 2)));
    let year = || next::edition(&somebody(), ItemId(2), 9);
    let added = || {
        Change::Together(vec![
            Change::Added(&experience::EXPERIENCE, ItemId(0xd1)),
            Change::Chose(experience::WHAT.of(ItemId(0xd1)), card("同席する")),
        ])
    };
    for (what, done, typed, stays) in [
        ("removed, typed elsewhere", Change::Removed(&steps::STEP, A), elsewhere(), true),
        ("removed, typed beside it", Change::Removed(&steps::STEP, A), typed(steps::THEN.of(B)), true),
        ("moved, typed in it", Change::Moved(&steps::STEP, A, 1), typed(steps::WHAT.of(A)), true),
        ("added, typed elsewhere", added(), elsewhere(), true),
        ("added, typed in it", added(), typed(experience::WHY.of(ItemId(0xd1))), false),
        ("chose, typed in the same item", Change::Chose(steps::STOP.of(A), card("x")), typed(steps::THEN.of(A)), true),
        ("a ready text, typed elsewhere", Change::Wrote(scene, "できあいの文".into()), elsewhere(), true),
        ("a ready text, typed in it", Change::Wrote(scene, "できあいの文".into()), typed(scene), false),
        ("made private, typed elsewhere", Change::Shared(scene, Audience::Talk, false), elsewhere(), true),
        ("made private, typed in it", Change::Shared(scene, Audience::Talk, false), typed(scene), false),
        ("shown, typed in it", Change::Shared(scene, Audience::Hr, true), typed(scene), true),
        ("started over, typed anywhere", fresh(), elsewhere(), false),
        ("closed, typed anywhere", year(), elsewhere(), false),
        (
            "an answer of the pack's own, and that one typed",
            Change::AnsweredExtra("org.q1".into(), "いいえ".into()),
            Change::AnsweredExtra("org.q1".into(), "ときどき".into()),
            false,
        ),
        (
            "an answer of the pack's own, and another one typed",
            Change::AnsweredExtra("org.q1".into(), "いいえ".into()),
            Change::AnsweredExtra("org.q2".into(), "ときどき".into()),
            true,
        ),
    ] {
        check(what, done.clone(), typed.clone(), stays);
        check(what, Change::Together(vec![done]), Change::Together(vec![typed]), stays);
    }
}

#[test]
fn several_things_are_taken_back_the_last_first_and_only_so_many() {
    let mut binder = Binder::new(ItemId(1), 1);
    let mut undo = Undo::default();
    let mut stood = Vec::new();
    for at in 0..STEPS + 5 {
        stood.push((0, binder.clone()));
        let done = Change::Added(&steps::STEP, ItemId(at as u64 + 1));
        let number = undo.did(binder.apply(done).inverse);
        stood[at].0 = number;
    }
    for at in (5..STEPS + 5).rev() {
        let done = undo.take(None).unwrap();
        assert_eq!(done.number, stood[at].0);
        binder.apply(done.inverse);
        assert!(binder == stood[at].1);
    }
    assert!(undo.take(None).is_none());
}

#[test]
fn one_thing_is_taken_back_by_its_number_and_once() {
    let mut binder = somebody();
    let mut undo = Undo::default();
    let first = undo.did(binder.apply(Change::Removed(&steps::STEP, A)).inverse);
    let second = undo.did(binder.apply(Change::Removed(&steps::STEP, B)).inverse);
    assert_eq!(undo.take(Some(first)).unwrap().number, first);
    assert!(undo.take(Some(first)).is_none() && undo.get(first).is_none());
    assert_eq!(undo.take(None).unwrap().number, second);
}

#[test]
fn whatever_was_done_and_typed_nothing_typed_is_lost() {
    let mut taken = 0;
    for seed in 0..200 {
        let dice = &mut Dice::new(seed);
        let mut binder = people::person(dice, 25);
        let mut undo = Undo::default();
        // The words in each place that were typed, and nothing was done there since.
        let mut words: Vec<(Path, String)> = Vec::new();
        // Those of them that were shown to nobody since.
        let mut private: Vec<Path> = Vec::new();
        let shown = |binder: &Binder, path: Path| Audience::ALL.iter().any(|a| binder.document().is_shared(path, *a));
        for _ in 0..40 {
            let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
            let path = dice.pick(&paths);
            if dice.one_in(2) && path.field.shape == aritai::document::Shape::Text {
                let typed = Change::Wrote(path, people::words(dice));
                binder.apply(typed.clone());
                undo.typed(&typed);
                words.retain(|(place, _)| *place != path);
                words.push((path, binder.document().text(path).to_owned()));
                private.push(path);
            } else {
                let change = people::change_binder(dice, &binder);
                undo.did(binder.apply(change).inverse);
                words.retain(|(path, text)| binder.document().text(*path) == *text);
            }
            private.retain(|path| !shown(&binder, *path));
        }
        while let Some(done) = undo.take(None) {
            // What replaced everything brings everything back, and is only there while nothing was typed since.
            let whole = matches!(done.inverse, Change::Replaced(_) | Change::Began(..) | Change::Reopened(_));
            binder.apply(done.inverse);
            taken += 1;
            if whole {
                break;
            }
            assert!(!private.iter().any(|path| shown(&binder, *path)), "nothing typed is shown by it: seed {seed}");
            for (path, text) in &words {
                let now = binder.document().text(*path);
                assert!(
                    now == text || binder.document().leaf(*path).is_none() && text.is_empty(),
                    "{path}: seed {seed}"
                );
            }
        }
    }
    assert!(taken > 500, "things were taken back: {taken}");
}

#[test]
fn what_is_taken_back_has_a_name_where_it_is_one_thing() {
    let binder = somebody();
    for (change, name) in [
        (Change::Removed(&steps::STEP, A), Some("step")),
        (Change::Chose(steps::SPAN.of(B), card("x")), Some("step")),
        (Change::Wrote(wish::SCENE.alone(), "x".into()), Some("wish.scene")),
        (Change::Shared(wish::SCENE.alone(), Audience::Hr, true), Some("wish.scene")),
        (Change::Replaced(Box::new(Binder::new(ItemId(2), 2))), None),
        (next::edition(&binder.clone(), ItemId(2), 9), None),
        (
            Change::Together(vec![
                Change::Added(&values::VALUE, ItemId(7)),
                Change::Chose(values::WHAT.of(ItemId(7)), card("x")),
            ]),
            Some("value"),
        ),
        (
            Change::Together(vec![Change::Moved(&steps::STEP, A, 1), Change::Wrote(wish::SCENE.alone(), "x".into())]),
            None,
        ),
    ] {
        let words = has_words(&change);
        let inverse = binder.clone().apply(change.clone()).inverse;
        assert_eq!(about(&inverse), name, "{change:?}");
        assert_eq!(words, format!("{change:?}").contains("Wrote("), "{change:?}");
    }
}
