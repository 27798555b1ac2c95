//! Out and back: somebody's record as single records, as a backup, locked, and what they show as a file, each read again.
//! Needs `dice` and `people` beside it.

#![allow(clippy::unwrap_used, dead_code, reason = "a test says so by failing; each takes what it needs")]

use crate::dice::Dice;
use crate::odd as people;
use aritai::document::{Audience, Binder, Change, Document, ItemId, KINDS, Leaf, Path};
use aritai::format::locked::{CHANCE, lock, unlock};
use aritai::format::{Record, assemble, backup, open_backup, records};
use aritai::pack::Lang;
use aritai::share::{self, for_audience};
use std::collections::{BTreeMap, BTreeSet};

/// How many bytes went out and came back.
#[derive(Default)]
pub(crate) struct Gone {
    pub(crate) bytes: usize,
    pub(crate) leaves: usize,
    pub(crate) editions: usize,
}

/// Somebody: a few changes or many, now and then years, now and then everything said that the registry knows.
pub(crate) fn somebody(dice: &mut Dice) -> Binder {
    let most = if dice.one_in(8) { 60 } else { 16 };
    let changes = dice.below(most);
    let mut binder = people::person(dice, changes);
    let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
    for _ in 0..dice.below(8) {
        let path = dice.pick(&paths);
        let change = people::say(dice, binder.document(), path);
        binder.apply(change);
    }
    if dice.one_in(40) {
        everything_said(dice, &mut binder);
    }
    for _ in 0..dice.below(8).saturating_sub(4) {
        binder.apply(aritai::document::next::edition(
            &binder,
            dice.id(),
            1_795_000_000_000 + dice.next() % 1_000_000_000,
        ));
        for _ in 0..dice.below(6) {
            let change = people::change_binder(dice, &binder);
            binder.apply(change);
        }
    }
    binder
}

fn everything_said(dice: &mut Dice, binder: &mut Binder) {
    for kind in KINDS.into_iter().filter(|kind| kind.many) {
        binder.apply(Change::Added(kind, dice.id()));
    }
    let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
    for path in paths {
        let change = people::say(dice, binder.document(), path);
        binder.apply(change);
        let audience = dice.pick(&Audience::ALL);
        binder.apply(Change::Shared(path, audience, !dice.one_in(3)));
    }
}

/// Sends one person out in every way, and holds that the same comes back.
pub(crate) fn round(seed: u64) -> Gone {
    let dice = &mut Dice::new(seed);
    let binder = somebody(dice);
    let (generation, at) = (dice.next() >> 1, dice.next() >> 12);

    let decoded = records(&binder, generation).into_iter().map(|record| {
        let text = record.encode();
        let back = Record::decode(&text);
        assert!(back.as_ref() == Some(&record), "a record: seed {seed}: {text}");
        back.unwrap()
    });
    assert!(assemble(decoded.collect()).as_ref() == Some(&binder), "record by record: seed {seed}");

    let file = backup(&binder, generation, at);
    let opened = open_backup(file.as_bytes()).unwrap();
    assert!(opened.binder == binder && opened.made_at == at, "a backup: seed {seed}");
    assert!(backup(&opened.binder, generation, at) == file, "the same file again: seed {seed}");

    if dice.one_in(8) {
        let chance = [0; CHANCE].map(|_: u8| dice.next().to_le_bytes()[0]);
        let passphrase = people::words(dice);
        let locked = lock(file.as_bytes(), &passphrase, 1, &chance).unwrap();
        assert!(unlock(&locked, &passphrase).as_deref() == Ok(file.as_bytes()), "locked: seed {seed}");
    }

    let mut bytes = file.len();
    for audience in Audience::ALL {
        bytes += shown(binder.document(), audience, seed);
    }
    let said = |document: &Document| document.leaves().filter(|(_, leaf)| leaf.is_said()).count();
    let leaves = binder.editions().iter().map(|edition| said(&edition.document)).sum();
    Gone { bytes, leaves, editions: binder.editions().len() }
}

/// What is shown goes out as a file, and comes back with every item under the number of its place.
fn shown(document: &Document, audience: Audience, seed: u64) -> usize {
    let plan = for_audience(document, audience);
    let text = share::write(&plan, "2026-11-26", Lang::Ja);
    let given = share::open(text.as_bytes()).unwrap();
    assert!(share::write(&given.plan, "2026-11-26", Lang::Ja) == text, "the same file again: seed {seed}");
    let (before, after) = (said(plan.document()), said(given.plan.document()));
    assert!(before == after, "what is shown: seed {seed}: {before:?} and {after:?}");
    text.len()
}

/// What is said, in order; a thing by its kind and the place it has among the others of the kind that say something.
fn said(document: &Document) -> Vec<(String, String)> {
    let leaves = || document.leaves().filter(|(_, leaf)| leaf.is_said());
    let speaking: BTreeSet<ItemId> = leaves().map(|(path, _)| path.item).collect();
    let mut places = BTreeMap::new();
    for kind in KINDS.into_iter().filter(|kind| kind.many) {
        let ids = document.ids(kind).into_iter().filter(|id| speaking.contains(id));
        places.extend(ids.enumerate().map(|(at, id)| (id, format!("{} {at}", kind.id))));
    }
    let place = |id: &ItemId| places.get(id).cloned().unwrap_or_default();
    let words = |leaf: &Leaf| match leaf {
        Leaf::Links(to) => format!("{:?}", to.iter().map(place).collect::<Vec<_>>()),
        leaf => format!("{leaf:?}"),
    };
    leaves().map(|(path, leaf)| (format!("{} {}", path.field.id, place(&path.item)), words(leaf))).collect()
}
