//! What goes on the one page of all that is shown, and what is shown along with other things.
//! Knows documents, shares and the sheet.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::sources;
use aritai::document::{
    Audience, Binder, Change, Document, ItemId, Kind, Path, Picked, experience, sheet, steps, strength, wish,
};
use aritai::export::sheet::{Block, Sheet};
use aritai::export::{Day, full};
use aritai::own_copy;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::pictures;
use aritai::share::{for_audience, goes_along};
use std::sync::LazyLock;

const DAY: Day = Day { year: 2026, month: 11, day: 26 };
static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

fn own(label: &str) -> Picked {
    Picked { id: String::new(), label: label.into() }
}

/// Items of a kind, each called after its number, shared with the other person.
fn several(binder: &mut Binder, kind: &'static Kind, name: &str, count: u64) -> Vec<ItemId> {
    let first = kind.fields[0];
    (1..=count)
        .map(|n| {
            let id = ItemId(n + 100 * name.len() as u64);
            let label = format!("{name}{n}");
            let say = match first.shape {
                aritai::document::Shape::Text => Change::Wrote(first.of(id), label),
                _ => Change::Chose(first.of(id), vec![own(&label)]),
            };
            let share = Change::Shared(first.of(id), Audience::Talk, true);
            binder.apply(Change::Together(vec![Change::Added(kind, id), say, share]));
            id
        })
        .collect()
}

fn of(document: &Document, audience: Audience) -> Sheet {
    Sheet::of(&for_audience(document, audience), &PACK, Lang::Ja)
}

fn texts(block: Option<&Block>) -> Vec<&str> {
    block.map(|block| block.lines.iter().map(|line| line.text.as_str()).collect()).unwrap_or_default()
}

#[test]
fn what_is_left_off_the_page_makes_room_and_stays_in_the_whole_plan() {
    let mut binder = Binder::new(ItemId(1), 1);
    let wishes = several(&mut binder, &experience::EXPERIENCE, "経験", 4);
    let what = |n: usize| experience::WHAT.of(wishes[n]);
    let why = experience::WHY.of(wishes[0]);
    binder.apply(Change::Wrote(why, "理由".into()));
    binder.apply(Change::Shared(why, Audience::Talk, true));
    let now = of(binder.document(), Audience::Talk);
    assert_eq!(texts(now.block("experience")), ["経験1", "理由", "経験2", "経験3"]);
    assert_eq!(texts(now.more.as_ref()), ["経験4"]);
    assert_eq!(now.on_page, [what(0), why, what(1), what(2)]);

    // Without its name nothing of a thing is on the page.
    let back = binder.apply(Change::LeftOff(what(0), Audience::Talk, true)).inverse;
    let then = of(binder.document(), Audience::Talk);
    assert_eq!(texts(then.block("experience")), ["経験2", "経験3", "経験4"]);
    assert_eq!(texts(then.more.as_ref()), ["経験1", "理由"]);
    let plan = for_audience(binder.document(), Audience::Talk);
    let whole = format!("{:?}", full::manuscript(&plan, &PACK, DAY, Lang::Ja));
    for words in ["経験1", "経験2", "経験3", "経験4", "理由"] {
        assert!(whole.contains(words), "{words} stays in the whole plan");
    }
    assert!(binder.document().is_shared(what(0), Audience::Talk), "it is still shown");
    assert!(!binder.document().is_left_off(what(0), Audience::Hr), "the other reader's page is another");

    binder.apply(back);
    assert_eq!(of(binder.document(), Audience::Talk), now);

    // Words that are written anew go on the page again.
    binder.apply(Change::LeftOff(why, Audience::Talk, true));
    let undo = binder.apply(Change::Wrote(why, String::new())).inverse;
    assert!(!binder.document().is_left_off(why, Audience::Talk));
    binder.apply(undo);
    assert!(binder.document().is_left_off(why, Audience::Talk) && binder.document().is_shared(why, Audience::Talk));
}

#[test]
fn the_page_has_so_many_places_and_says_what_has_none() {
    let mut binder = Binder::new(ItemId(1), 1);
    for (kind, name) in [
        (&experience::EXPERIENCE, "経"),
        (&strength::STRENGTH, "力力"),
        (&steps::STEP, "一歩一"),
        (&sheet::ASK, "お願い事"),
        (&sheet::QUESTION, "問い問い問"),
    ] {
        several(&mut binder, kind, name, 5);
    }
    let sheet = of(binder.document(), Audience::Talk);
    let places = ["experience", "strength", "steps", "questions"].map(|id| texts(sheet.block(id)).len());
    assert_eq!((places, sheet.asks.len()), ([3, 3, 3, 3], 3));
    assert_eq!(texts(sheet.more.as_ref()).len(), 25 - 15, "everything else is said to be in the whole plan only");
}

#[test]
fn what_one_would_like_a_rest_from_is_never_shown_along() {
    let mut binder = Binder::new(ItemId(1), 1);
    let strengths = several(&mut binder, &strength::STRENGTH, "力", 2);
    let feel = |n: usize, card: &str| {
        let feeling = PACK.card("feelings", card).unwrap();
        let picked = Picked { id: feeling.id.clone(), label: feeling.title.plain(Lang::Ja) };
        Change::Chose(strength::FEELING.of(strengths[n]), vec![picked])
    };
    binder.apply(feel(0, "rest"));
    binder.apply(feel(1, "more"));
    let along = |path: Path| goes_along(binder.document(), path);
    assert!(!along(strength::WHAT.of(strengths[0])) && !along(strength::EPISODE.of(strengths[0])));
    assert!(along(strength::WHAT.of(strengths[1])) && !along(strength::FEELING.of(strengths[1])));
    assert!(along(wish::SCENE.alone()));
    for alone in [
        aritai::document::deeper::LETTER_TO.alone(),
        aritai::document::values::LINE.alone(),
        aritai::document::drift::STAYS.of(ItemId(9)),
    ] {
        assert!(!along(alone), "{alone}");
    }
}

#[test]
fn the_page_of_everyone_is_within_its_places_and_nobody_is_sent_elsewhere_by_surprise() {
    for person in sources::people() {
        let binder = person.binder(&PACK, None);
        let sheet = Sheet::of(&for_audience(binder.document(), Audience::Talk), &PACK, person.lang);
        assert!(!sheet.is_empty() && !sheet.on_page.is_empty(), "{}", person.name);
        for path in &sheet.on_page {
            assert!(binder.document().is_shared(*path, Audience::Talk), "{}: {path}", person.name);
        }
    }
}

#[test]
fn the_own_copy_says_on_every_page_what_it_is_and_the_plan_says_nothing_of_it() {
    for person in sources::people() {
        let binder = person.binder(&PACK, None);
        let own = own_copy::manuscript(binder.document(), &PACK, DAY, person.lang);
        assert!(own.mark.as_deref().is_some_and(|mark| !mark.is_empty()), "{}", person.name);
        let plan = for_audience(binder.document(), Audience::Talk);
        let whole = full::manuscript(&plan, &PACK, DAY, person.lang);
        assert!(whole.mark.is_none() && !whole.is_empty(), "{}", person.name);
        for group in whole.parts.iter().chain(&own.parts).flat_map(|part| &part.groups) {
            assert!(!group.rows.is_empty() && !group.columns.is_empty(), "{}: {group:?}", person.name);
            assert!(group.rows.iter().all(|row| row.len() == group.columns.len()), "{}: {group:?}", person.name);
        }
    }
}

/// A picture of what is shared calls nothing by a name that was not shared, and none says that something is missing.
#[test]
fn the_pictures_of_the_plan_hold_what_is_shared_and_named() {
    let mut binder = Binder::new(ItemId(1), 1);
    let wishes = several(&mut binder, &experience::EXPERIENCE, "経験", 2);
    binder.apply(Change::Shared(experience::WHAT.of(wishes[0]), Audience::Talk, false));
    binder.apply(Change::Wrote(experience::SMALL.of(wishes[0]), "小さな形".into()));
    binder.apply(Change::Shared(experience::SMALL.of(wishes[0]), Audience::Talk, true));
    let plan = for_audience(binder.document(), Audience::Talk);
    let drawn = pictures::of_shared(&plan, &PACK, Lang::Ja);
    assert_eq!(
        drawn.iter().map(|picture| picture.id).collect::<Vec<_>>(),
        ["experiences"],
        "the others would be empty"
    );
    let all = format!("{drawn:?}");
    assert!(all.contains("経験2") && !all.contains("経験1") && !all.contains("小さな形"), "{all}");
    assert!(!all.contains("まだ名前がありません"), "{all}");
}

#[test]
fn every_kind_that_can_be_shared_is_in_the_plan() {
    let walked: Vec<&Kind> = full::kinds().collect();
    for kind in aritai::document::KINDS {
        let can_be = kind.fields.iter().any(|field| field.sharing != aritai::document::Sharing::Never);
        assert_eq!(walked.iter().filter(|walked| **walked == kind).count(), usize::from(can_be), "{}", kind.id);
    }
}

#[test]
fn steps_stand_in_order_of_time_and_requests_before_the_wish() {
    let mut binder = Binder::new(ItemId(1), 1);
    let ids = several(&mut binder, &steps::STEP, "一歩", 4);
    // Whoever thinks back from the far end writes the last step first.
    // A span that is not shown tells nothing.
    for (id, span, shown) in [(ids[0], "y1", true), (ids[1], "d90", true), (ids[2], "d14", true), (ids[3], "y1", false)]
    {
        let path = steps::SPAN.of(id);
        binder.apply(Change::Chose(path, vec![Picked { id: span.into(), label: span.into() }]));
        binder.apply(Change::Shared(path, Audience::Talk, shown));
    }
    several(&mut binder, &sheet::ASK, "お願い事", 1);
    binder.apply(Change::Wrote(wish::LINE.alone(), "出かける窓口".into()));
    binder.apply(Change::Shared(wish::LINE.alone(), Audience::Talk, true));
    let plan = for_audience(binder.document(), Audience::Talk);
    let page = Sheet::of(&plan, &PACK, Lang::Ja);
    assert_eq!(texts(page.block("steps")), ["一歩3", "一歩4", "一歩2"]);
    let whole = format!("{:?}", full::manuscript(&plan, &PACK, DAY, Lang::Ja));
    let at = |name: &str| whole.find(name).expect("it is in the whole plan");
    assert!(at("一歩3") < at("一歩4") && at("一歩4") < at("一歩2") && at("一歩2") < at("一歩1"), "{whole}");
    let text = aritai::export::markdown::text(&page, Lang::Ja);
    assert!(text.find("お願い事1") < text.find("一歩3") && text.find("一歩3") < text.find("出かける窓口"), "{text}");
}
