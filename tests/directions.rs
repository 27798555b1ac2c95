//! A mark of direction among the person's own words turns round none of ours: sentences about them, captions,
//! tables, headings. Activities of いまの仕事 in words of one's own stand in one place, once.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::dice;
use crate::sources;
use aritai::document::{Answer, Binder, Change, Document, ItemId, Leaf, Path, Picked, work};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::compare::compare;
use aritai::plan::pictures;
use aritai::plan::remarks::RULES;
use aritai::wording as w;
use dice::Dice;

/// What somebody pastes: an override, one that closes more than it opened, one that opens more than it
/// closes.
const TURNS: [&str; 3] = ["\u{202e}", "\u{2069}\u{202e}", "\u{2066}\u{202e}"];

/// Whether anything in a sentence turns round what comes after it.
fn turns_round(sentence: &str) -> bool {
    let mut depth = 0;
    for c in sentence.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            '\u{202a}'..='\u{202e}' if depth < 1 => return true,
            _ => {}
        }
        if depth < 0 {
            return true;
        }
    }
    depth != 0
}

/// A record with such a mark in every text, and in every card as well if `cards`: they are words of one's own
/// then.
fn turned(before: &Binder, turn: &str, cards: bool) -> Document {
    let mut binder = before.clone();
    let leaves: Vec<(Path, Leaf)> = before.document().leaves().map(|(path, leaf)| (path, leaf.clone())).collect();
    for (path, leaf) in leaves {
        match leaf {
            Leaf::Text(Answer::Said(text)) => {
                let text: String = text.chars().take(9).collect::<String>() + turn + "abc";
                binder.apply(Change::Wrote(path, text));
            }
            Leaf::Cards(Answer::Said(all)) if cards => {
                let own = |card: &Picked| Picked { id: String::new(), label: format!("{}{turn}abc", card.label) };
                binder.apply(Change::Chose(path, all.iter().map(own).collect()));
            }
            _ => {}
        }
    }
    binder.document().clone()
}

#[test]
fn nothing_of_ours_is_turned_round_by_what_is_quoted() {
    let pack = Pack::read(STANDARD).unwrap();
    let (mut remarks, mut sentences) = (0, 0);
    for person in sources::people() {
        let before = person.binder(&pack, None);
        for (turn, cards) in TURNS.into_iter().flat_map(|turn| [(turn, false), (turn, true)]) {
            let document = turned(&before, turn, cards);
            let lang = person.lang;
            let holds = |what: &str, words: &str| {
                assert!(!turns_round(words), "{} {turn:?}: {what}: {words:?}", person.name);
            };
            for rule in &RULES {
                for remark in rule.says(&document, &pack, lang) {
                    holds(rule.id, &remark.says);
                    remarks += usize::from(remark.says.contains('\u{202e}'));
                }
            }
            for picture in pictures::all(&document, &pack, lang) {
                holds(picture.id, &picture.sentence);
                sentences += usize::from(picture.sentence.contains('\u{202e}'));
            }
            for part in compare(before.document(), &document, &pack, lang) {
                for thing in part.things {
                    holds("compared", thing.heading.as_deref().unwrap_or_default());
                }
            }
        }
    }
    assert!(remarks > 50 && sentences > 50, "there was something to look at: {remarks} remarks, {sentences} captions");
}

#[test]
fn what_is_put_together_from_words_keeps_them_apart() {
    for turn in TURNS {
        let own = format!("甲{turn}乙");
        for lang in [Lang::Ja, Lang::En] {
            for sentence in [
                w::under(&own, "丙", lang),
                w::under("丙", &own, lang),
                w::with_note(&own, &own, lang),
                w::go_to(&own, lang),
                w::about(&own, lang),
                w::list(&[own.clone(), own.clone()], lang),
            ] {
                assert!(!turns_round(&sentence), "{sentence:?}");
            }
        }
    }
}

#[test]
fn an_activity_of_ones_own_is_in_one_of_the_three_and_stands_there_once() {
    let known = |id: &str| id == "a1";
    let cards =
        ["", " ", "会議", "会議 ", "a1", "a\u{202e}b"].map(|label| Picked { id: String::new(), label: label.into() });
    for seed in 0..300 {
        let mut dice = Dice::new(seed);
        let mut binder = Binder::new(ItemId(1), 0);
        for _ in 0..12 {
            let card = &cards[dice.below(cards.len())];
            let document = binder.document();
            let change = if dice.below(3) == 0 {
                work::add(document, card.label.clone())
            } else {
                Some(work::put(document, card, work::THREE[dice.below(3)], dice.below(4) > 0))
            };
            if let Some(change) = change {
                binder.apply(change);
            }
        }
        let document = binder.document();
        let rows = work::others(document, known);
        for card in &rows {
            let places = work::THREE.iter().filter(|field| work::holds(document, field, card)).count();
            let stands = rows.iter().filter(|other| work::same(other, card)).count();
            assert_eq!((places, stands), (1, 1), "{seed}: {card:?}");
        }
    }
    // A record from before may have it in two: it stands there once.
    let mut binder = Binder::new(ItemId(1), 0);
    for field in [&work::MORE, &work::LESS] {
        binder.apply(Change::Chose(field.alone(), vec![cards[2].clone()]));
    }
    assert_eq!(work::others(binder.document(), known), [cards[2].clone()]);
    // An activity of the pack may be wanted more of and less of.
    let of_pack = Picked { id: "a1".to_owned(), label: "会議".to_owned() };
    for field in [&work::MORE, &work::LESS] {
        let change = work::put(binder.document(), &of_pack, field, true);
        binder.apply(change);
    }
    assert!([&work::MORE, &work::LESS].iter().all(|field| work::holds(binder.document(), field, &of_pack)));
}
