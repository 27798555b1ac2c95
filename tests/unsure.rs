//! 「まだ分からない」 counts as an answer: it is shown to whom one wants to show it, as one respectful line, in every
//! document; until then, and once something is written, nobody sees it. Knows documents, shares and what
//! leaves the person's hands.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use aritai::document::{
    Audience, Binder, Change, Document, ItemId, KINDS, Kind, Path, Picked, Shape, experience, sheet, stand, steps,
    values, wish,
};
use aritai::export::across::Across;
use aritai::export::sheet::Sheet;
use aritai::export::unsure::shown_words;
use aritai::export::{Day, csv, full, markdown, shareable, text};
use aritai::format::{assemble, records};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::{self, SharedPlan, for_audience, goes_along};
use std::sync::LazyLock;

const DAY: Day = Day { year: 2026, month: 11, day: 30 };
const WISHED: ItemId = ItemId(7);
static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

fn own(label: &str) -> Vec<Picked> {
    vec![Picked { id: String::new(), label: label.to_owned() }]
}

/// Somebody with one experience, so that its reason can be not known.
fn binder() -> Binder {
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::Added(&experience::EXPERIENCE, WISHED));
    binder
}

/// Where 「まだ分からない」 is kept, and how the question is answered after all.
fn unsure() -> [(Path, Vec<Change>); 6] {
    let named = |kind: &'static Kind, name: Change| vec![Change::Added(kind, ItemId(9)), name];
    let here = ItemId(9);
    [
        (stand::VALUES.alone(), named(&values::VALUE, Change::Chose(values::WHAT.of(here), own("見通し")))),
        (wish::SCENE.alone(), vec![Change::Wrote(wish::SCENE.alone(), "窓口で話を聞いている".into())]),
        (
            stand::EXPERIENCE.alone(),
            named(&experience::EXPERIENCE, Change::Chose(experience::WHAT.of(here), own("窓口に半日入る"))),
        ),
        (experience::WHY.of(WISHED), vec![Change::Wrote(experience::WHY.of(WISHED), "気になるから".into())]),
        (stand::STEP.alone(), named(&steps::STEP, Change::Wrote(steps::WHAT.of(here), "一通送る".into()))),
        (stand::ASK.alone(), named(&sheet::ASK, Change::Chose(sheet::ASK_WHAT.of(here), own("同席")))),
    ]
}

fn line(document: &Document, path: Path, lang: Lang) -> String {
    shown_words(document, &PACK, path, lang).join("")
}

/// Everything that is made of a plan, by name.
fn documents(plan: &SharedPlan, lang: Lang) -> Vec<(&'static str, String)> {
    let sheet = Sheet::of(plan, &PACK, lang);
    let whole = full::manuscript(plan, &PACK, DAY, lang);
    let handed = share::open(&shareable::file(plan, DAY, lang).body).unwrap();
    vec![
        ("sheet", format!("{sheet:?}")),
        ("sheet as Markdown", markdown::text(&sheet, lang)),
        ("whole plan", format!("{whole:?}")),
        ("whole plan as Markdown", markdown::plan::text(&whole)),
        ("plain text", text::text(&whole)),
        ("CSV", csv::text(&whole)),
        ("supervisor's page", format!("{:?}", Across::of(plan, &PACK, lang))),
        ("sheet of the file handed over", format!("{:?}", Sheet::of(&handed.plan, &PACK, lang))),
    ]
}

#[test]
fn not_knowing_is_shown_as_one_line_in_every_document_once_it_is_shared() {
    for lang in [Lang::Ja, Lang::En] {
        for (path, _) in unsure() {
            let mut binder = binder();
            binder.apply(Change::NotSure(path));
            let line = line(binder.document(), path, lang);
            assert!(line.chars().count() > 10, "{path} has a line: {line}");
            assert!(for_audience(binder.document(), Audience::Talk).is_empty(), "{path}: private until it is shared");
            binder.apply(Change::Shared(path, Audience::Talk, true));
            // Why one wishes for something has its place beside what is wished for, and none where that is
            // not shown.
            if path == experience::WHY.of(WISHED) {
                let sheet = Sheet::of(&for_audience(binder.document(), Audience::Talk), &PACK, lang);
                assert!(sheet.off_page == [path] && !markdown::text(&sheet, lang).contains(&line), "{path}: {sheet:?}");
                binder.apply(Change::Chose(experience::WHAT.of(WISHED), own("窓口に半日入る")));
                binder.apply(Change::Shared(experience::WHAT.of(WISHED), Audience::Talk, true));
            }
            // Away for the night, and back.
            let binder = assemble(records(&binder, 1)).unwrap();
            let plan = for_audience(binder.document(), Audience::Talk);
            assert!(!plan.is_empty());
            for (name, text) in documents(&plan, lang) {
                // Markdown escapes nothing in it: the lines are plain words.
                assert_eq!(text.matches(&line).count(), 1, "{path} in the {name}: {text}");
            }
            let others = for_audience(binder.document(), Audience::Hr);
            assert!(others.is_empty(), "{path}: nobody else sees it");
            assert!(documents(&others, lang).iter().all(|(_, text)| !text.contains(&line)), "{path}");
        }
    }
}

#[test]
fn once_it_is_answered_nobody_sees_that_it_was_open_and_the_answer_is_private() {
    for (path, answer) in unsure() {
        let mut binder = binder();
        binder.apply(Change::NotSure(path));
        binder.apply(Change::Shared(path, Audience::Talk, true));
        let before = binder.clone();
        let line = line(binder.document(), path, Lang::Ja);
        let back = binder.apply(Change::Together(answer)).inverse;
        let plan = for_audience(binder.document(), Audience::Talk);
        assert!(plan.is_empty(), "{path}: what was written now was not agreed to");
        for (name, text) in documents(&plan, Lang::Ja) {
            assert!(!text.contains(&line), "{path} in the {name}");
        }
        assert!(assemble(records(&binder, 1)).unwrap() == binder, "{path} is kept as it is");
        binder.apply(back);
        assert!(binder == before, "{path}: taken back, it is as it was, and shown as it was");
    }
}

#[test]
fn of_no_other_answer_it_can_be_shown_that_it_is_not_known() {
    let told: Vec<&str> = unsure().iter().map(|(path, _)| path.field.id).collect();
    for field in KINDS.into_iter().flat_map(|kind| kind.fields.iter().copied()) {
        let id = if field.kind().many { WISHED } else { ItemId::ALONE };
        let mut binder = Binder::new(ItemId(1), 1);
        binder.apply(Change::Added(field.kind(), id));
        binder.apply(Change::NotSure(field.of(id)));
        binder.apply(Change::Shared(field.of(id), Audience::Talk, true));
        let shown = !for_audience(binder.document(), Audience::Talk).is_empty();
        assert_eq!(shown, told.contains(&field.id), "{}", field.id);
        if shown {
            assert!(goes_along(binder.document(), field.of(id)), "{} is among what is shown together", field.id);
            assert_eq!(field.shape, Shape::Text);
        }
    }
}

#[test]
fn it_can_be_left_off_the_page_and_stands_in_the_whole_plan_then() {
    for (path, _) in unsure() {
        let mut binder = binder();
        binder.apply(Change::NotSure(path));
        binder.apply(Change::Shared(path, Audience::Talk, true));
        binder.apply(Change::LeftOff(path, Audience::Talk, true));
        let line = line(binder.document(), path, Lang::Ja);
        let plan = for_audience(binder.document(), Audience::Talk);
        let sheet = Sheet::of(&plan, &PACK, Lang::Ja);
        assert!(!format!("{:?}", sheet.blocks).contains(&line) && sheet.on_page.is_empty(), "{path}");
        assert!(format!("{:?}", sheet.more).contains(&line), "{path}: said to be in the whole plan only");
        assert!(format!("{:?}", full::manuscript(&plan, &PACK, DAY, Lang::Ja)).contains(&line), "{path}");
    }
}
