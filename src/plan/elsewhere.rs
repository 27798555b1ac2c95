//! Where a wish names a department or a post: other ways to do the same without waiting for a transfer.
//!
//! May know: documents, the pack. Must never know: the screen.
//!
//! *Invariant:* a wish to move is as good as any; nothing here says otherwise. It only opens what need not wait.

use crate::document::{Document, ItemId, experience};
use crate::pack::{Card, Pack};

/// How many other ways are offered at least, where the pack has as many.
pub const WAYS: usize = 3;
/// The group of cards that move somebody elsewhere for a while.
const MOVE: &str = "move";
/// What the name of a department or a post ends with.
const ENDINGS: [&str; 17] = [
    "課",
    "係",
    "室",
    "部",
    "局",
    "署",
    "所",
    "課長",
    "係長",
    "部長",
    "主査",
    "主幹",
    "管理職",
    "課へ",
    "department",
    "section",
    "division",
];

/// Whether an experience waits for a move: its card does, or its words name a department or a post.
pub fn names_a_place(document: &Document, pack: &Pack, item: ItemId) -> bool {
    let Some(picked) = document.card(experience::WHAT.of(item)) else { return false };
    let of_card = pack.card("experiences", &picked.id).is_some_and(|c| c.group.as_deref() == Some(MOVE));
    of_card || (picked.id.is_empty() && ends_as_a_place(&picked.label))
}

fn ends_as_a_place(words: &str) -> bool {
    let words = words.trim().trim_end_matches(['。', '.', '、']).to_lowercase();
    let ends = |words: &str| ENDINGS.iter().any(|end| words.ends_with(end));
    let wanting =
        ["に行きたい", "で働きたい", "になりたい", "への異動", "に異動したい", "に異動", "で働く", "に行く", "になる"];
    ends(&words) || wanting.iter().any(|w| words.strip_suffix(w).is_some_and(ends))
}

/// Ways to do something of it from where one is: those that build the same strengths first, then what takes least. None
/// that waits for others than oneself, one's supervisor or a senior of the trade; none that is chosen already.
pub fn other_ways<'a>(document: &Document, pack: &'a Pack, item: ItemId) -> Vec<&'a Card> {
    let chosen: Vec<&str> = document
        .ids(&experience::EXPERIENCE)
        .into_iter()
        .filter_map(|id| document.card(experience::WHAT.of(id)))
        .map(|c| c.id.as_str())
        .collect();
    let card = document.card(experience::WHAT.of(item)).and_then(|c| pack.card("experiences", &c.id));
    let mut builds: Vec<&str> = document.cards(experience::BUILDS.of(item)).iter().map(|c| c.id.as_str()).collect();
    builds.extend(card.iter().flat_map(|c| &c.builds).map(String::as_str));
    let open = |card: &&Card| {
        let near = card.doors.iter().any(|d| ["self", "boss", "senior"].contains(&d.as_str()));
        near && card.group.as_deref() != Some(MOVE)
            && card.group.as_deref() != Some("ease")
            && !chosen.contains(&card.id.as_str())
    };
    let rank = |card: &Card| {
        let same = card.builds.iter().any(|b| builds.contains(&b.as_str()));
        let effort = pack.cards("efforts").iter().position(|e| Some(&e.id) == card.effort.as_ref()).unwrap_or(9);
        (u64::from(!same), effort as u64 * 2 + u64::from(!card.first))
    };
    let cards: Vec<&Card> = pack.cards("experiences").iter().filter(open).collect();
    crate::document::order::ordered(cards, |card| rank(card)).into_iter().take(WAYS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Binder, Change, Picked};
    use crate::pack::STANDARD;

    fn with(id: &str, label: &str) -> (Binder, ItemId) {
        let (mut binder, item) = (Binder::new(ItemId(1), 0), ItemId(2));
        binder.apply(Change::Added(&experience::EXPERIENCE, item));
        let card = Picked { id: id.to_owned(), label: label.to_owned() };
        binder.apply(Change::Chose(experience::WHAT.of(item), vec![card]));
        (binder, item)
    }

    #[test]
    fn a_department_or_a_post_is_seen_and_other_ways_are_open() {
        let pack = Pack::read(STANDARD).unwrap_or_default();
        for (id, label, place) in [
            ("x22", "希望分野への異動を申し出る", true),
            ("", "福祉課", true),
            ("", "企画課に行きたい", true),
            ("", "係長になる", true),
            ("", "Policy section", true),
            ("", "窓口に半日入る", false),
            ("", "部品を直す", false),
            ("x02", "窓口や現場に半日入る", false),
            ("", "", false),
            ("", "😀", false),
        ] {
            let (binder, item) = with(id, label);
            assert_eq!(names_a_place(binder.document(), &pack, item), place, "{id} {label}");
            let ways = other_ways(binder.document(), &pack, item);
            assert_eq!(ways.len(), WAYS, "{label}");
            assert!(ways.iter().all(|c| c.id != id && c.group.as_deref() != Some(MOVE)), "{label}");
        }
    }

    #[test]
    fn ways_that_build_the_same_come_first() {
        let pack = Pack::read(STANDARD).unwrap_or_default();
        let (mut binder, item) = with("", "危機管理課");
        let builds = vec![Picked { id: "s35".into(), label: String::new() }];
        binder.apply(Change::Chose(experience::BUILDS.of(item), builds));
        let ways = other_ways(binder.document(), &pack, item);
        assert!(ways[0].builds.iter().any(|b| b == "s35"), "{:?}", ways[0].id);
    }
}
