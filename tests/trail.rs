//! The links to follow: that every step leads back to the wish by what it serves, that the wish leads to all that is being
//! done, and that no way runs in a circle or to what no picture shows.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::sources;
use aritai::document::{Binder, Change, ItemId, Kind, Picked, drift, experience, sheet, steps, strength, wish};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::trail::{Knot, back, forward, loose, resting};

fn pack() -> Pack {
    Pack::read(STANDARD).expect("the standard pack")
}

/// `a(b(c) d)`: a thing and what it leads to.
fn written(knot: &Knot) -> String {
    let next: Vec<String> = knot.next.iter().map(written).collect();
    if next.is_empty() { knot.name.clone() } else { format!("{}({})", knot.name, next.join(" ")) }
}

const STEP: ItemId = ItemId(11);
const ASK: ItemId = ItemId(12);
const LONE: ItemId = ItemId(13);
const TALK: ItemId = ItemId(21);
const WALK: ItemId = ItemId(22);
const LISTEN: ItemId = ItemId(31);
const WORRY: ItemId = ItemId(41);

fn binder() -> Binder {
    let mut binder = Binder::new(ItemId(7), 0);
    let own = |words: &str| vec![Picked { id: String::new(), label: words.to_owned() }];
    let mut add = |kind: &'static Kind, id, words: &str| {
        binder.apply(Change::Added(kind, id));
        binder.apply(Change::Chose(kind.fields[0].of(id), own(words)));
        binder.apply(Change::Wrote(kind.fields[0].of(id), words.to_owned()));
    };
    add(&steps::STEP, STEP, "step");
    add(&steps::STEP, LONE, "lone");
    add(&sheet::ASK, ASK, "ask");
    add(&experience::EXPERIENCE, TALK, "talk");
    add(&experience::EXPERIENCE, WALK, "walk");
    add(&strength::STRENGTH, LISTEN, "listen");
    add(&drift::WORRY, WORRY, "worry");
    for change in [
        Change::Wrote(wish::LINE.alone(), "wish".into()),
        Change::Linked(steps::SERVES.of(STEP), vec![TALK, LISTEN, WORRY, LONE, ItemId(99)]),
        Change::Linked(steps::SERVES.of(LONE), vec![WORRY, STEP]),
        Change::Linked(sheet::ASK_SERVES.of(ASK), vec![WALK]),
        Change::Chose(experience::BUILDS.of(TALK), own("listen")),
        Change::Chose(experience::BUILDS.of(WALK), own("something else")),
    ] {
        binder.apply(change);
    }
    binder
}

#[test]
fn ways_lead_back_to_why_and_forward_to_what_is_done() {
    let (binder, pack) = (binder(), pack());
    let document = binder.document();
    for (item, why, doing) in [
        (STEP, "step(talk(listen(wish)) listen(wish))", "step"),
        (ASK, "ask(walk(wish))", "ask"),
        (LONE, "lone", "lone"),
        (TALK, "talk(listen(wish))", "talk(step)"),
        (WALK, "walk(wish)", "walk(ask)"),
        (LISTEN, "listen(wish)", "listen(talk(step) step)"),
        (ItemId::ALONE, "wish", "wish(talk(step) walk(ask) listen(step))"),
    ] {
        assert_eq!(written(&back(document, &pack, item, Lang::Ja).unwrap()), why);
        assert_eq!(written(&forward(document, &pack, item, Lang::Ja).unwrap()), doing, "{why}");
    }
    let lone: Vec<String> = loose(document, &pack, Lang::Ja).iter().map(written).collect();
    assert_eq!(lone, ["lone"]);
    assert_eq!(back(document, &pack, WORRY, Lang::Ja), None);
    assert_eq!(forward(document, &pack, ItemId(99), Lang::Ja), None);
}

#[test]
fn everything_that_is_done_is_reached_from_the_wish() {
    fn items(knot: &Knot, into: &mut Vec<ItemId>) {
        into.push(knot.item);
        for next in &knot.next {
            items(next, into);
        }
    }
    let pack = pack();
    for person in sources::people() {
        let binder = person.binder(&pack, None);
        let document = binder.document();
        let mut reached = Vec::new();
        items(&forward(document, &pack, ItemId::ALONE, person.lang).unwrap(), &mut reached);
        for knot in loose(document, &pack, person.lang).into_iter().chain(resting(document, &pack, person.lang)) {
            items(&knot, &mut reached);
        }
        for kind in [&steps::STEP, &sheet::ASK, &experience::EXPERIENCE, &strength::STRENGTH] {
            for id in document.ids(kind) {
                assert!(reached.contains(&id), "{}: {}/{id}", person.name, kind.id);
                assert_eq!(back(document, &pack, id, person.lang).unwrap().item, id);
            }
        }
    }
}
