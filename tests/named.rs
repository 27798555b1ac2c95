//! A document contains what its name says: what is called the sheet holds the leaves that stand on the sheet,
//! in every format, and not one more; the whole plan holds everything that is shown; and where a leaf is said
//! to appear, there it is.
//! Knows documents, shares and every export.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use crate::sentinels;
use aritai::document::{
    Audience, Binder, Change, Document, ItemId, Kind, Leaf, Path, Picked, Shape as Holds, experience, sheet, steps,
    strength, values, wish,
};
use aritai::export::across::Across;
use aritai::export::appearing::{documents, named};
use aritai::export::forms::{job_card, self_report};
use aritai::export::sheet::Sheet;
use aritai::export::{Day, csv, full, letters, markdown, shareable, text};
use aritai::office;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::pictures::{Picture, Role, Shape, of_shared};
use aritai::share::{self, SharedPlan, for_audience};
use aritai::wording as w;
use dice::Dice;
use sentinels::{Full, every_path, full as full_document, sentinel};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::sync::LazyLock;
use zip::ZipArchive;

const DAY: Day = Day { year: 2026, month: 11, day: 30 };
static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

/// The sentinels in a text.
fn told(text: &str) -> BTreeSet<String> {
    text.match_indices('㊙').filter_map(|(at, _)| text.get(at..at + sentinel(0).len())).map(str::to_owned).collect()
}

/// The sentinels of leaves.
fn of_leaves<'a>(full: &Full, paths: impl IntoIterator<Item = &'a Path>) -> BTreeSet<String> {
    paths.into_iter().filter_map(|path| full.said.get(path)).flatten().cloned().collect()
}

/// Every part of a package, unpacked.
fn unpacked(file: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut bytes = Vec::new();
        archive.by_index(at).unwrap().read_to_end(&mut bytes).unwrap();
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    all
}

/// What stands on the one page.
fn on_paper(sheet: &Sheet) -> String {
    let Sheet { name, department, role, date, talk_day, days, blocks, help, asks, more: _, off_page: _, on_page: _ } =
        sheet;
    format!("{name:?}{department:?}{role:?}{date:?}{talk_day:?}{days:?}{blocks:?}{help:?}{asks:?}")
}

fn check(full: &Full, plan: &SharedPlan, lang: Lang, what: &str) {
    let sheet = Sheet::of(plan, &PACK, lang);
    let shown: BTreeSet<Path> =
        plan.document().leaves().filter(|(_, leaf)| Leaf::is_said(leaf)).map(|(path, _)| path).collect();

    // The one page, and every file that is called so.
    let page = of_leaves(full, &sheet.on_page);
    let file = markdown::file(&sheet, DAY, lang);
    assert!(file.name.starts_with(w::FILE_SHEET.get(lang)), "{what}");
    for (format, text) in [
        ("on paper", on_paper(&sheet)),
        ("in Markdown", String::from_utf8(file.body).unwrap()),
        ("in what is looked through for letters that can't be printed", letters::of_sheet(&sheet)),
    ] {
        // A kind of help that was not chosen is offered, and not said.
        assert_eq!(told(&text), page, "the sheet {format}: {what}");
    }
    for label in shown.iter().filter(|path| path.field.shape == Holds::Flag) {
        let label = aritai::export::sheet::label(&PACK, label.field.id, lang);
        let there =
            sheet.on_page.iter().filter(|path| aritai::export::sheet::label(&PACK, path.field.id, lang) == label);
        assert_eq!(markdown::text(&sheet, lang).matches(&label).count(), there.count(), "{label}: {what}");
    }

    // What is shown is on the page or said to be off it, and never both.
    let (on, off): (BTreeSet<Path>, BTreeSet<Path>) =
        (sheet.on_page.iter().copied().collect(), sheet.off_page.iter().copied().collect());
    assert!(on.is_disjoint(&off), "{what}");
    // A link may lead to nothing that has a name here: then there is nothing to say.
    let links = |path: &&Path| path.field.shape != Holds::Links;
    assert!(shown.iter().filter(links).all(|path| on.contains(path) || off.contains(path)), "{what}");
    assert!(on.union(&off).all(|path| shown.contains(path)), "{what}");
    assert_eq!(off.len(), sheet.more.as_ref().map_or(0, |more| more.lines.len()), "{what}");

    // The whole plan, in every format, and opened by whom it was handed to.
    let whole = of_leaves(full, &shown);
    let text_of = |plan: &SharedPlan| full::manuscript(plan, &PACK, DAY, lang);
    let manuscript = text_of(plan);
    let handed = String::from_utf8(shareable::file(plan, DAY, lang).body).unwrap();
    let opened = share::open(handed.as_bytes()).unwrap().plan;
    for (format, text) in [
        ("Markdown", markdown::plan::text(&manuscript)),
        ("plain text", text::text(&manuscript)),
        ("CSV", csv::text(&manuscript)),
        ("Word", unpacked(&office::word(&manuscript).unwrap())),
        ("Excel", unpacked(&office::excel(&manuscript).unwrap())),
        ("the file to hand over", handed.clone()),
        ("what is opened of it", text::text(&text_of(&opened))),
    ] {
        assert_eq!(told(&text), whole, "the whole plan as {format}: {what}");
    }
    let theirs = Sheet::of(&opened, &PACK, lang);
    assert_eq!(on_paper(&theirs), on_paper(&sheet), "the sheet of the file that was handed over: {what}");
    assert_eq!(markdown::text(&theirs, lang), markdown::text(&sheet, lang), "{what}");

    // Where else it is said to appear.
    let documents = documents(plan, &PACK, lang);
    for (name, text) in [
        (w::ACROSS_PAGE, format!("{:?}", Across { quotes: Vec::new(), ..Across::of(plan, &PACK, lang) })),
        (w::FORM_JOB_CARD, format!("{:?}", job_card(plan, &PACK, lang).fields)),
        (w::FORM_REPORT, format!("{:?}", self_report(plan, &PACK, lang).fields)),
    ] {
        let Some(holding) = documents.iter().find(|one| one.name == name) else {
            assert!(plan.audience() == Audience::Hr && name == w::ACROSS_PAGE, "{what}");
            continue;
        };
        let (there, said) = (told(&text), of_leaves(full, &holding.holds));
        assert!(there.is_subset(&said), "{} holds what it isn't said to hold: {what}", name.get(lang));
        for path in holding.holds.iter().filter(|path| full.said.contains_key(path)) {
            // A quotation is the beginning of many words.
            let some = full.said[path].iter().any(|mark| there.contains(mark));
            assert!(some, "{path} is said to be in {}: {what}", name.get(lang));
            assert!(named(&documents, *path, lang).contains(name.get(lang)), "{what}");
        }
    }

    // Pictures for somebody hold what they may see.
    let drawn = format!("{:?}", of_shared(plan, &PACK, lang));
    let private = of_leaves(full, full.said.keys().filter(|path| !shown.contains(path)));
    assert!(told(&drawn).is_disjoint(&private), "the pictures: {what}");
}

#[test]
fn a_document_contains_what_its_name_says() {
    for seed in 0..160 {
        let dice = &mut Dice::new(seed);
        let mut full = full_document(dice, &PACK);
        for audience in Audience::ALL {
            let (shares, leaves_off) = (dice.pick(&[1, 2, 3, 10]), dice.pick(&[2, 4, 20]));
            for path in every_path(full.binder.document()) {
                full.binder.apply(Change::Shared(path, audience, dice.one_in(shares)));
                full.binder.apply(Change::LeftOff(path, audience, dice.one_in(leaves_off)));
            }
            let plan = for_audience(full.binder.document(), audience);
            let lang = dice.pick(&[Lang::Ja, Lang::En]);
            check(&full, &plan, lang, &format!("seed {seed}, {audience:?}, {lang:?}"));
        }
    }
}

// ── Pictures ────────────────────────────────────────────────────────────────────────────────────────────────────

const VALUE: ItemId = ItemId(1);
const EXPERIENCE: ItemId = ItemId(2);
const STEP: ItemId = ItemId(3);
const STRENGTH: ItemId = ItemId(4);

/// One of each, with everything said of it, and only its name shown.
fn names_only() -> Binder {
    let mut binder = Binder::new(ItemId(9), 0);
    let card = |catalogue: &str, at: usize| {
        let card = &PACK.cards(catalogue)[at];
        vec![Picked { id: card.id.clone(), label: card.title.plain(Lang::Ja) }]
    };
    let kinds: [(&'static Kind, ItemId); 4] = [
        (&values::VALUE, VALUE),
        (&experience::EXPERIENCE, EXPERIENCE),
        (&steps::STEP, STEP),
        (&strength::STRENGTH, STRENGTH),
    ];
    for (kind, id) in kinds {
        let name = kind.fields[0].of(id);
        let said = if name.field.shape == Holds::Text {
            Change::Wrote(name, "名前".into())
        } else {
            Change::Chose(name, vec![Picked { id: String::new(), label: "名前".into() }])
        };
        binder.apply(Change::Together(vec![Change::Added(kind, id), said, Change::Shared(name, Audience::Talk, true)]));
    }
    binder.apply(Change::Chose(values::MET.of(VALUE), card("met", 3)));
    binder.apply(Change::Chose(experience::DOOR.of(EXPERIENCE), card("doors", 1)));
    binder.apply(Change::Chose(steps::SPAN.of(STEP), card("spans", 1)));
    binder.apply(Change::Wrote(wish::LINE.alone(), "静かな朝".into()));
    binder.apply(Change::Shared(wish::LINE.alone(), Audience::Talk, true));
    binder
}

fn pictures(document: &Document, lang: Lang) -> Vec<Picture> {
    of_shared(&for_audience(document, Audience::Talk), &PACK, lang)
}

fn picture<'a>(all: &'a [Picture], id: &str) -> &'a Picture {
    all.iter().find(|picture| picture.id == id).unwrap()
}

#[test]
fn what_is_not_shown_draws_no_empty_vessel_and_no_open_question() {
    let mut binder = names_only();
    let vessels = |drawn: &[Picture]| {
        let shapes = picture(drawn, "values").shapes.iter();
        shapes.filter(|shape| matches!(shape, Shape::Curve(..))).count()
    };
    for lang in [Lang::Ja, Lang::En] {
        let drawn = pictures(binder.document(), lang);
        assert_eq!(vessels(&drawn), 0, "a level that is not shown draws no vessel");
        let all = format!("{drawn:?}");
        for open in [w::PICTURE_NO_DOOR, w::PICTURE_NO_SPAN, w::PATH_90, w::PATH_YEAR] {
            assert!(!all.contains(&format!("\"{}\"", open.get(lang))), "{}", open.get(lang));
        }
        assert!(!all.contains("時期がこれから"));
        let doors = picture(&drawn, "experiences").shapes.iter();
        assert_eq!(doors.filter(|shape| shape.role() == Role::Dashed).count(), 0, "no door that is still open");
    }
    binder.apply(Change::Shared(values::MET.of(VALUE), Audience::Talk, true));
    assert_eq!(vessels(&pictures(binder.document(), Lang::Ja)), 1, "a level that is shown does");
}

#[test]
fn what_wants_to_rest_is_no_way_to_the_wish() {
    use aritai::plan::pictures::all;
    use aritai::plan::trail::{Knot, back, forward, resting};
    fn holds(knot: &Knot, id: ItemId) -> bool {
        knot.item == id || knot.next.iter().any(|next| holds(next, id))
    }
    let mut binder = names_only();
    let rest = PACK.card("feelings", "rest").unwrap();
    binder.apply(Change::Linked(steps::SERVES.of(STEP), vec![STRENGTH]));
    let name = vec![Picked { id: String::new(), label: "名前".into() }];
    binder.apply(Change::Chose(experience::BUILDS.of(EXPERIENCE), name));
    let said = |binder: &Binder| {
        let document = binder.document();
        let path = all(document, &PACK, Lang::Ja).swap_remove(0);
        let place = aritai::export::sheet::label(&PACK, "strength.what", Lang::Ja);
        let on_the_way = path.table.rows.iter().any(|row| row[0] == place);
        let doing = forward(document, &PACK, ItemId::ALONE, Lang::Ja).unwrap();
        let why = back(document, &PACK, EXPERIENCE, Lang::Ja).unwrap();
        (on_the_way, holds(&doing, STRENGTH), holds(&why, STRENGTH), resting(document, &PACK, Lang::Ja).len())
    };
    assert_eq!(said(&binder), (true, true, true, 0), "a strength to use is on the way");
    binder.apply(Change::Chose(
        strength::FEELING.of(STRENGTH),
        vec![Picked { id: rest.id.clone(), label: rest.title.plain(Lang::Ja) }],
    ));
    assert_eq!(said(&binder), (false, false, false, 1), "one to rest is not, and has a place of its own");
    let why = back(binder.document(), &PACK, EXPERIENCE, Lang::Ja).unwrap();
    assert!(holds(&why, ItemId::ALONE), "the experience still leads to the wish");
}

#[test]
fn what_is_shown_and_not_on_the_page_says_where_it_is() {
    let mut binder = Binder::new(ItemId(9), 0);
    binder.apply(Change::Wrote(sheet::TOPIC.alone(), "話したいこと".into()));
    for audience in Audience::ALL {
        binder.apply(Change::Shared(sheet::TOPIC.alone(), audience, true));
        binder.apply(Change::LeftOff(sheet::TOPIC.alone(), audience, true));
    }
    for (audience, lang, expected) in [
        (Audience::Talk, Lang::Ja, "計画の全体、面談の相手のページ、ジョブ・カード様式1-1、自己申告書"),
        (Audience::Hr, Lang::Ja, "計画の全体、ジョブ・カード様式1-1、自己申告書"),
    ] {
        let plan = for_audience(binder.document(), audience);
        assert_eq!(named(&documents(&plan, &PACK, lang), sheet::TOPIC.alone(), lang), expected);
    }
}
