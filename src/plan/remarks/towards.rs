//! Which asks and experiences lead towards a value, and towards handing something over: by their cards, and
//! by what they serve.
//!
//! Words of one's own lead somewhere only where the person linked them: nothing is guessed from a text.
//! May know: the answers, through a look. Must never know: a sentence.

use super::look::Look;
use crate::document::{ItemId, experience, sheet};

/// A value, the asks that could meet it a little more, and the experiences: cards of `values`, `asks` and
/// `experiences`.
type Towards = (&'static str, &'static [&'static str], &'static [&'static str]);

const TOWARDS: [Towards; 24] = [
    ("v01", &["feedback", "part"], &["x01", "x02", "x03", "x09", "x15", "x31"]),
    ("v02", &["sit-in", "part"], &["x03", "x11", "x15", "x16", "x18", "x29"]),
    ("v03", &["feedback"], &["x02", "x03", "x09"]),
    ("v04", &["sit-in", "priority"], &["x13", "x14", "x15", "x16", "x32"]),
    ("v05", &["listen", "again", "feedback"], &["x08", "x32", "x34", "x36"]),
    ("v06", &["listen", "feedback", "again"], &["x08", "x32", "x34", "x36"]),
    ("v07", &["feedback", "speak", "listen"], &["x07", "x34", "x35"]),
    ("v08", &["part", "trial", "speak"], &["x07", "x08", "x10", "x33"]),
    ("v09", &["part", "trial", "priority"], &["x06", "x33", "x37"]),
    ("v10", &["time", "course", "introduce", "pass-on"], &["x23", "x24", "x25", "x26", "x27"]),
    ("v11", &["time", "course", "introduce", "sit-in", "feedback"], &["x01", "x05", "x14", "x25", "x26", "x27", "x28"]),
    ("v12", &["trial", "speak"], &["x07", "x28", "x30", "x35"]),
    ("v13", &["trial", "part", "sit-in"], &["x13", "x28", "x29", "x37"]),
    (
        "v14",
        &["sit-in", "part", "introduce", "pass-on"],
        &["x02", "x04", "x05", "x13", "x17", "x19", "x20", "x21", "x22"],
    ),
    ("v15", &["priority", "again", "lighten"], &["x06", "x38"]),
    ("v16", &["lighten", "priority"], &["x06", "x37", "x38", "x39"]),
    ("v17", &["lighten", "priority"], &["x06", "x37", "x38", "x39"]),
    ("v18", &["listen"], &["x11", "x12"]),
    ("v19", &["listen"], &["x34", "x36"]),
    ("v20", &["time", "lighten", "priority"], &["x06", "x23", "x38"]),
    ("v21", &["feedback", "part"], &["x06", "x35"]),
    ("v22", &["time", "lighten"], &["x09", "x14", "x33"]),
    ("v23", &["speak", "part", "trial"], &["x07", "x08", "x33", "x34"]),
    ("v24", &["lighten", "time", "speak"], &["x09", "x35", "x38"]),
];

/// Experiences by which something goes over to others.
const HANDING: [&str; 2] = ["x38", "x09"];
/// Asks by which something can.
const EASING: [&str; 2] = ["lighten", "priority"];

fn of(value: &str) -> Option<&'static Towards> {
    TOWARDS.iter().find(|(card, ..)| *card == value)
}

/// What is asked that leads towards a value, each with its name.
pub(super) fn asks_for(look: &Look, value: &str) -> Vec<(ItemId, String)> {
    let Some((_, cards, experiences)) = of(value) else { return Vec::new() };
    asked(look, cards, experiences)
}

/// The experiences still wished for that lead towards a value.
pub(super) fn experiences_for(look: &Look, value: &str) -> Vec<(ItemId, String)> {
    let Some((_, _, cards)) = of(value) else { return Vec::new() };
    look.wished().into_iter().filter(|(id, _)| look.has(experience::WHAT.of(*id), cards)).collect()
}

/// The first ask of the pack that leads towards a value.
pub(super) fn offer_for(value: &str) -> Option<&'static str> {
    of(value).and_then(|(_, cards, _)| cards.first().copied())
}

/// What is asked that helps to hand something over.
pub(super) fn asks_to_hand_over(look: &Look) -> Vec<(ItemId, String)> {
    asked(look, &EASING, &HANDING)
}

/// Whether an experience is one by which something goes over to others.
pub(super) fn hands_over(look: &Look, id: ItemId) -> bool {
    look.has(experience::WHAT.of(id), &HANDING[..1])
}

/// The asks with one of these cards, or that serve an experience with one of those.
fn asked(look: &Look, cards: &[&str], experiences: &[&str]) -> Vec<(ItemId, String)> {
    let serves = |id: ItemId| {
        let to = look.document.links(sheet::ASK_SERVES.of(id));
        to.iter().any(|to| look.has(experience::WHAT.of(*to), experiences))
    };
    let leads = |id: ItemId| look.has(sheet::ASK_WHAT.of(id), cards) || serves(id);
    look.named(&sheet::ASK).into_iter().filter(|(id, _)| leads(*id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Pack, STANDARD};

    #[test]
    fn every_value_has_cards_that_lead_there() {
        let pack = Pack::read(STANDARD).unwrap_or_default();
        let values: Vec<&str> = pack.cards("values").iter().map(|card| card.id.as_str()).collect();
        assert_eq!(TOWARDS.map(|(value, ..)| value).to_vec(), values);
        for (value, asks, experiences) in TOWARDS {
            assert!(!asks.is_empty() && !experiences.is_empty(), "{value}");
            assert!(asks.iter().all(|id| pack.card("asks", id).is_some()), "{value}");
            assert!(experiences.iter().all(|id| pack.card("experiences", id).is_some()), "{value}");
        }
        assert!(HANDING.iter().all(|id| pack.card("experiences", id).is_some()));
        assert!(EASING.iter().all(|id| pack.card("asks", id).is_some()));
    }
}
