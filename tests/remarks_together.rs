//! What is remarked on one screen: no two remarks say the same, none quotes the same words as two things, and
//! who has something to talk about is told something. Each rule by itself: `remarks.rs`.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use crate::remarked;
use crate::sources;
use aritai::document::{Audience, Binder, Change, Document, ItemId, KINDS, Picked, Shape, sheet};
use aritai::export::sheet::name_of;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::remarks::{Advice, LooseEnd, RULES, Remark, SHOWN, loose_ends, remarks};
use dice::Dice;
use remarked::oddly_chosen;
use sources::{Person, people};

const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];

fn pack() -> Pack {
    Pack::read(STANDARD).expect("the standard pack")
}

fn written(name: &str, source: &str, lang: Lang) -> Binder {
    let source = serde_json::from_str(source).unwrap_or_else(|e| panic!("{name}: {e}"));
    Person { name: name.to_owned(), source, lang }.binder(&pack(), None)
}

fn advice(remark: &Remark) -> Advice {
    RULES.iter().find(|rule| rule.id == remark.rule).expect("a rule").advice
}

/// What is quoted in a sentence, in its order.
fn quoted(says: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (open, close) in [('「', '」'), ('“', '”')] {
        all.extend(
            says.split(open).skip(1).filter_map(|rest| rest.split_once(close)).map(|(words, _)| words.to_owned()),
        );
    }
    all
}

/// What holds of all that is shown together.
fn check_together(document: &Document, pack: &Pack, lang: Lang) {
    let shown = remarks(document, pack, lang);
    assert!(shown.len() <= SHOWN);
    let ends = loose_ends(document, pack, lang);
    for says in shown.iter().map(|r| &r.says).chain(ends.iter().map(|end| &end.says)) {
        let mut quotes = quoted(says);
        let all = quotes.len();
        quotes.sort_unstable();
        quotes.dedup();
        assert_eq!(quotes.len(), all, "the same words as two things: {says}");
    }
    let name = |id| name_of(document, pack, id, lang).map(|name| name.trim().to_owned());
    for (at, one) in shown.iter().enumerate() {
        for other in &shown[..at] {
            assert_ne!(one.says, other.says);
            let fresh = one.verdict.is_none() && other.verdict.is_none();
            assert!(!fresh || advice(one) != advice(other), "{} and {} say the same", one.key(), other.key());
            let items = one.about != ItemId::ALONE && other.about != ItemId::ALONE;
            let same =
                one.about == other.about || name(one.about).is_some_and(|words| name(other.about) == Some(words));
            assert!(!items || !same, "{} and {} are about the same", one.key(), other.key());
        }
    }
    let kinds = |end: &LooseEnd| end.goes_to.field.id;
    for (at, end) in ends.iter().enumerate() {
        assert!(ends[..at].iter().all(|other| kinds(other) != kinds(end)), "two loose ends of a kind: {}", end.says);
    }
}

/// Somebody who answers with the pack's cards and few words, often the same ones.
fn ordinary(dice: &mut Dice, pack: &Pack) -> Binder {
    const WORDS: [&str; 5] = ["打合せに出る", "照会を渡す", "窓口", "係会で話す", "打合せに同席する"];
    let mut binder = Binder::new(ItemId(1), 1);
    for kind in KINDS.into_iter().filter(|kind| kind.id != "remark" && kind.id != "stand") {
        let count = if kind.many { dice.below(4) } else { 1 };
        let ids: Vec<ItemId> = if kind.many { (0..count).map(|_| dice.id()).collect() } else { vec![ItemId::ALONE] };
        for id in ids {
            if kind.many {
                binder.apply(Change::Added(kind, id));
            }
            for (at, field) in kind.fields.iter().enumerate() {
                let path = field.of(id);
                if at > 0 && dice.one_in(2) {
                    continue;
                }
                let cards = pack.question(field.id).and_then(|q| q.cards.as_deref()).map_or(&[][..], |c| pack.cards(c));
                let change = match field.shape {
                    Shape::Text => Change::Wrote(path, dice.pick(&WORDS).to_owned()),
                    Shape::Flag => Change::Marked(path, true),
                    Shape::Pick | Shape::Picks if !cards.is_empty() && !dice.one_in(6) => {
                        let card = &cards[dice.below(cards.len())];
                        Change::Chose(path, vec![Picked { id: card.id.clone(), label: card.title.plain(Lang::Ja) }])
                    }
                    Shape::Pick | Shape::Picks => {
                        Change::Chose(path, vec![Picked { id: String::new(), label: dice.pick(&WORDS).to_owned() }])
                    }
                    Shape::Links => continue,
                };
                binder.apply(change);
                if dice.one_in(2) {
                    binder.apply(Change::Shared(path, Audience::Talk, true));
                }
            }
        }
    }
    binder
}

#[test]
fn what_is_shown_together_never_says_the_same_twice() {
    let pack = pack();
    let mut told = 0;
    for seed in 0..600 {
        let binder = ordinary(&mut Dice::new(seed), &pack);
        for lang in LANGS {
            check_together(binder.document(), &pack, lang);
            told += remarks(binder.document(), &pack, lang).len();
        }
    }
    assert!(told > 600, "{told}");
    for seed in 0..200 {
        let dice = &mut Dice::new(seed);
        let binder = oddly_chosen(dice, &pack);
        check_together(binder.document(), &pack, dice.pick(&LANGS));
    }
    for person in people() {
        let binder = person.binder(&pack, None);
        check_together(binder.document(), &pack, person.lang);
    }
}

/// Three worries, three steps, a value in short supply: as many remarks as there are things to say, not as
/// there are answers.
#[test]
fn of_what_says_the_same_one_is_shown() {
    let pack = pack();
    let source = r#"{
        "wish": {"line": "急がない窓口"},
        "value": [{"what": "v08", "met": "m0", "short": true, "talk": []}, {"what": "v15", "short": true}],
        "worry": [{"what": "照会が通る", "stuck": true}, {"what": "人が減る", "topic": "人手のこと"}],
        "experience": [{"what": "x04", "talk": ["what"]}],
        "step": [{"what": "規程を読む", "span": "d14"}, {"what": "一通送る", "span": "d14"}, {"what": "図を描く", "span": "d90"}]
    }"#;
    for lang in LANGS {
        let binder = written("same", source, lang);
        let raised = remarks(binder.document(), &pack, lang).into_iter().filter(|r| advice(r) == Advice::Raise).count();
        assert_eq!(raised, 1, "one thing to bring up is enough");
        assert_eq!(loose_ends(binder.document(), &pack, lang).len(), 1, "three steps, one offer");
    }
}

/// A step that is called like its experience: "A" isn't linked to anything, if it's for "A" you can link the
/// two.
#[test]
fn nothing_is_linked_to_itself() {
    let pack = pack();
    let source = r#"{"experience":[{"what":{"own":"朝のバスに乗る"}}],"step":[{"what":"朝のバスに乗る","span":"d14"}],
        "strength":[{"what":{"own":"朝のバスに乗る"},"aim":"grow"}]}"#;
    for lang in LANGS {
        let binder = written("itself", source, lang);
        assert!(loose_ends(binder.document(), &pack, lang).is_empty());
        check_together(binder.document(), &pack, lang);
    }
}

/// Two who were told nothing: a valued thing in short supply, something to hand over, two asks that lead
/// there.
#[test]
fn who_has_something_to_say_is_told_something() {
    let pack = pack();
    let short = [
        r#"{"value":[{"what":"v17","short":true,"talk":["what","short"]}],"ask":[{"what":"lighten"},{"what":"priority"}],
            "step":[{"what":"一通送る","span":"d14"}]}"#,
        r#"{"value":[{"what":"v22","short":true,"talk":["what","short"]}],"drift":{"change":"照会を係に渡す","change_kind":"hand"},
            "ask":[{"what":"lighten","decides":"now"},{"what":"priority","decides":"ask"}],"step":[{"what":"一通送る","span":"d14"}]}"#,
    ];
    for source in short {
        for lang in LANGS {
            let binder = written("short", source, lang);
            let told = remarks(binder.document(), &pack, lang);
            assert!(!told.is_empty(), "{source}");
            assert!(told.iter().any(|r| r.rests_on.iter().any(|p| p.field.id == sheet::ASK_WHAT.id)), "{told:#?}");
        }
    }
    for person in people() {
        let binder = person.binder(&pack, None);
        assert!(!remarks(binder.document(), &pack, person.lang).is_empty(), "{} is told nothing", person.name);
    }
}
