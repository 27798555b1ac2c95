//! いまの仕事: what one would like a little more of, less of, and what is fine as it is.
//! Knows its fields; must never know what they lead to.
//!
//! *Invariant:* what is fine as it is can't be too much or too little as well; both a little more and a little less can be true of
//! one of the pack's activities, which are broad. Words of one's own say what is meant: they are in one of the three.

use super::{Change, Document, Field, Kind, Picked, Section};

/// もう少し増えるとうれしいこと
pub static MORE: Field = Field::picks("work.more");
/// 減ると助かること
pub static LESS: Field = Field::picks("work.less");
/// このままでいいこと
pub static FINE: Field = Field::picks("work.fine");
/// In one's own words.
pub static NOTE: Field = Field::text("work.note", 0);

/// The group.
pub static WORK: Kind = Kind::one("work", Section::Work, &[&MORE, &LESS, &FINE, &NOTE]);

/// The three that an activity can be put into.
pub static THREE: [&Field; 3] = [&MORE, &LESS, &FINE];

/// Whether two cards are one: by id, and words of one's own by what they say.
pub fn same(a: &Picked, b: &Picked) -> bool {
    a.id == b.id && (!a.id.is_empty() || a.label == b.label)
}

/// Whether an activity is in one of the three.
pub fn holds(document: &Document, field: &'static Field, card: &Picked) -> bool {
    document.cards(field.alone()).iter().any(|c| same(c, card))
}

/// Every activity that is in any of the three and is not known otherwise, once.
pub fn others(document: &Document, is_known: impl Fn(&str) -> bool) -> Vec<Picked> {
    let mut all: Vec<Picked> = Vec::new();
    for card in THREE.iter().flat_map(|field| document.cards(field.alone())) {
        if !is_known(&card.id) && !all.iter().any(|c| same(c, card)) {
            all.push(card.clone());
        }
    }
    all
}

/// Puts an activity into one of the three, or takes it out.
pub fn put(document: &Document, card: &Picked, field: &'static Field, on: bool) -> Change {
    let is_fine = |field: &Field| field.id == FINE.id;
    let changes = THREE.map(|other| {
        let mut now = document.cards(other.alone()).to_vec();
        let here = other.id == field.id;
        let excludes = !here && (card.id.is_empty() || is_fine(other) != is_fine(field));
        if here && on && !now.iter().any(|c| same(c, card)) {
            now.push(card.clone());
        } else if here && !on || excludes && on {
            now.retain(|c| !same(c, card));
        }
        Change::Chose(other.alone(), now)
    });
    Change::Together(changes.into())
}

/// Adds words of one's own. What is in one of the three already stays there.
pub fn add(document: &Document, words: String) -> Option<Change> {
    let card = Picked { id: String::new(), label: words };
    let is_there = THREE.iter().any(|field| holds(document, field, &card));
    (!is_there).then(|| put(document, &card, &MORE, true))
}
