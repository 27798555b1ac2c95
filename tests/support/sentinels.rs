//! A document in which every leaf says something that nothing else says: whatever leaks can be told.
//! Knows documents; the pack only for its cards.

use crate::dice::Dice;
use aritai::document::{
    Binder, Change, Document, Field, ItemId, KINDS, Kind, Path, Picked, Shape, experience, steps, strength, values,
};
use aritai::pack::Pack;
use std::collections::{BTreeMap, BTreeSet};

/// How many items each kind has: more than the page has places for.
const ITEMS: u64 = 4;

/// What a leaf says and nothing else does. Plain letters, so that Markdown writes it as it is.
pub(crate) fn sentinel(number: usize) -> String {
    format!("㊙{number:05}")
}

/// Words around it, as somebody would write them.
fn sentence(number: usize) -> String {
    format!("髙橋さんと{}を、\n福祉課の窓口で", sentinel(number))
}

/// A document in which every leaf says something of its own.
pub(crate) struct Full {
    pub(crate) binder: Binder,
    /// What each text and card says.
    pub(crate) said: BTreeMap<Path, Vec<String>>,
    /// Where each link leads.
    pub(crate) links: BTreeMap<Path, Vec<ItemId>>,
    /// Which marks are set.
    pub(crate) marks: BTreeSet<Path>,
    /// The answers to extra questions.
    pub(crate) extra: Vec<String>,
}

pub(crate) fn full(dice: &mut Dice, pack: &Pack) -> Full {
    let mut full = Full {
        binder: Binder::new(ItemId(1), 1),
        said: BTreeMap::new(),
        links: BTreeMap::new(),
        marks: BTreeSet::new(),
        extra: Vec::new(),
    };
    let mut count = 0;
    let mut next = || {
        count += 1;
        count
    };
    let item = |kind: &Kind, n: u64| ItemId(1_000 * (1 + KINDS.iter().position(|k| *k == kind).unwrap() as u64) + n);
    for kind in KINDS.into_iter().filter(|k| k.many) {
        for n in 0..ITEMS {
            full.binder.apply(Change::Added(kind, item(kind, n)));
        }
    }
    for path in every_path(full.binder.document()) {
        let change = match path.field.shape {
            Shape::Text => {
                let number = next();
                full.said.insert(path, vec![sentinel(number)]);
                Change::Wrote(path, sentence(number))
            }
            Shape::Pick | Shape::Picks => {
                let numbers: Vec<usize> =
                    (0..if path.field.shape == Shape::Pick { 1 } else { 3 }).map(|_| next()).collect();
                full.said.insert(path, numbers.iter().map(|n| sentinel(*n)).collect());
                Change::Chose(path, numbers.iter().map(|n| picked(pack, path.field, dice, sentence(*n))).collect())
            }
            Shape::Flag => {
                full.marks.insert(path);
                Change::Marked(path, true)
            }
            Shape::Links => {
                let to = [&experience::EXPERIENCE, &strength::STRENGTH, &values::VALUE, &steps::STEP, KINDS[5]];
                let to: Vec<ItemId> = to.into_iter().map(|k| item(k, dice.next() % ITEMS)).collect();
                full.links.insert(path, to.clone());
                Change::Linked(path, to)
            }
        };
        full.binder.apply(change);
    }
    for id in ["org.q1", "org.q2"] {
        let number = next();
        full.extra.push(sentinel(number));
        full.binder.apply(Change::AnsweredExtra(id.into(), sentence(number)));
    }
    full
}

/// A card of the catalogue whose label was seen otherwise, a card of another pack, or words of one's own.
fn picked(pack: &Pack, field: &Field, dice: &mut Dice, label: String) -> Picked {
    let catalogue = pack.question(field.id).and_then(|q| q.cards.as_deref()).unwrap_or_default();
    let known: Vec<&str> = pack.cards(catalogue).iter().map(|c| c.id.as_str()).collect();
    let id = match dice.below(3) {
        0 if !known.is_empty() => dice.pick(&known),
        1 => "",
        _ => "another-pack",
    };
    Picked { id: id.to_owned(), label }
}

pub(crate) fn every_path(document: &Document) -> Vec<Path> {
    document.leaves().map(|(path, _)| path).collect()
}
