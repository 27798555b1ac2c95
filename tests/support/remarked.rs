//! People of whose answers something can be remarked. Needs `dice` and `odd` (`people.rs`) beside it.

use crate::dice::Dice;
use crate::odd;
use aritai::document::{Binder, Change, Leaf, Path, Picked, Shape};
use aritai::pack::{Lang, Pack};

/// Somebody odd whose cards are the pack's: odd enough to be told something.
pub(crate) fn oddly_chosen(dice: &mut Dice, pack: &Pack) -> Binder {
    let mut binder = odd::person(dice, 120);
    for (path, leaf) in binder.document().clone().leaves().map(|(p, l): (Path, &Leaf)| (p, l.clone())) {
        let cards = pack.question(path.field.id).and_then(|q| q.cards.as_deref()).map_or(&[][..], |c| pack.cards(c));
        let picks = matches!(path.field.shape, Shape::Pick | Shape::Picks) && !cards.is_empty() && !leaf.is_open();
        if picks || !cards.is_empty() && matches!(path.field.shape, Shape::Pick | Shape::Picks) && dice.one_in(2) {
            let card = &cards[dice.below(cards.len())];
            let label = if dice.one_in(4) { odd::words(dice) } else { card.title.plain(Lang::Ja) };
            binder.apply(Change::Chose(path, vec![Picked { id: card.id.clone(), label }]));
        }
    }
    binder
}
