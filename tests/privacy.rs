//! Nobody sees what was not shown to them. Every leaf of a document says something that nothing else says; whatever is
//! shared with whom, each of these is on the sheet and in its files if and only if that leaf was shared with them.
//! Knows documents, shares and what leaves the person's hands.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use crate::sentinels;
use aritai::document::{Audience, Binder, Change, ItemId, KINDS, Leaf, Path, Picked, Shape, Sharing, sheet};
use aritai::export::forms::{job_card, self_report};
use aritai::export::sheet::Sheet;
use aritai::export::{Day, csv, full, markdown, shareable, text};
use aritai::format::{Record, assemble, backup, open_backup, records};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::{self, SharedPlan, for_audience};
use dice::Dice;
use sentinels::{Full, every_path, full, sentinel};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const DAY: Day = Day { year: 2026, month: 11, day: 22 };
static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

/// What a sheet says: words, and the headings and labels around them.
struct Said {
    words: String,
    around: String,
}

fn said(sheet: &Sheet) -> Said {
    let mut words: Vec<&str> = [&sheet.name, &sheet.department, &sheet.role, &sheet.date, &sheet.talk_day, &sheet.days]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let mut around: Vec<&str> = Vec::new();
    for block in sheet.blocks.iter().chain(&sheet.more) {
        around.push(&block.heading);
        for line in &block.lines {
            words.push(&line.text);
            around.extend(line.label.as_deref());
        }
    }
    words.extend(sheet.help.iter().filter(|(_, on)| *on).map(|(label, _)| label.as_str()));
    around.extend(sheet.help.iter().filter(|(_, on)| !*on).map(|(label, _)| label.as_str()));
    for ask in &sheet.asks {
        words.push(&ask.what);
        words.extend(ask.small.as_deref());
        words.extend(ask.said_of().into_iter().filter_map(|(_, said)| said.as_deref()));
    }
    Said { words: words.join("\n"), around: around.join("\n") }
}

/// How often each sentinel is in a text.
fn sentinels(text: &str) -> BTreeMap<&str, usize> {
    let mut found = BTreeMap::new();
    for (at, _) in text.match_indices('㊙') {
        *found.entry(&text[at..at + sentinel(0).len()]).or_default() += 1;
    }
    found
}

/// Holds a sheet and its Markdown against what was shared with the audience.
fn check(full: &Full, shared: &BTreeSet<Path>, audience: Audience, lang: Lang, what: &str) {
    let plan = for_audience(full.binder.document(), audience);
    let sheet = Sheet::of(&plan, &PACK, lang);
    let Said { words, around } = said(&sheet);
    let file = markdown::file(&sheet, DAY, lang);
    let text = String::from_utf8(file.body).unwrap();
    let (in_words, in_labels, in_file) = (sentinels(&words), sentinels(&around), sentinels(&text));
    let count = |found: &BTreeMap<&str, usize>, sentinel: &str| found.get(sentinel).copied().unwrap_or(0);
    let may = |path: &Path| path.field.sharing != Sharing::Never && shared.contains(path);
    for (path, sentinels) in &full.said {
        // A link from a shared item says the name of the item it leads to, once more, if that name is shared itself.
        let named = path.field.kind().many && path.field.id == path.field.kind().fields[0].id;
        let links = |item: ItemId| full.links.iter().filter(|(from, to)| may(from) && to.contains(&item)).count();
        let times = match (may(path), named) {
            (false, _) => 0,
            (true, true) => 1 + links(path.item),
            (true, false) => 1,
        };
        for sentinel in sentinels {
            // A name that is shown may also say what a label belongs to.
            let label = count(&in_labels, sentinel);
            let again = if named && times > 0 { label } else { 0 };
            assert_eq!(count(&in_words, sentinel) + label, times + again, "{path} on the sheet: {what}");
            // The file is called the sheet: it holds what stands on the page, once, and nothing else.
            let on_page = usize::from(sheet.on_page.contains(path));
            assert_eq!(count(&in_file, sentinel), on_page, "{path} in the sheet's Markdown: {what}");
        }
    }
    for field in KINDS.iter().flat_map(|k| k.fields).filter(|f| f.shape == Shape::Flag) {
        let label = aritai::export::sheet::label(&PACK, field.id, lang);
        let times = full.marks.iter().filter(|path| path.field.id == field.id && may(path)).count();
        assert_eq!(words.matches(label.as_str()).count(), times, "{} on the sheet: {what}", field.id);
    }
    in_every_file(full, &plan, &may, lang, what);
    for sentinel in &full.extra {
        assert!(
            !words.contains(sentinel) && !around.contains(sentinel) && !text.contains(sentinel),
            "an extra answer: {what}"
        );
    }
    let title = if lang == Lang::Ja { "ありたい_面談用紙" } else { "Aritai_sheet" };
    assert_eq!(file.name, format!("{title}_2026-11-22.md"), "a file name holds nobody's words: {what}");
    assert_eq!(sheet.is_empty(), words.is_empty(), "{what}");
    assert_eq!(plan.is_empty(), words.is_empty(), "{what}");
    let items = || {
        KINDS.iter().filter(|k| k.many).flat_map(|kind| plan.document().items(kind).iter().map(move |i| (kind, i.id)))
    };
    for (kind, id) in items() {
        assert!(
            kind.fields.iter().any(|f| plan.document().is_said(f.of(id))),
            "an item that says nothing is gone: {what}"
        );
    }
    for to in full.links.keys().flat_map(|path| plan.document().links(*path)) {
        assert!(items().any(|(_, id)| id == *to), "a link leads to what is there: {what}");
    }
}

/// The other files: each holds every word that was shared, the forms some of them, and none holds another.
fn in_every_file(full: &Full, plan: &SharedPlan, may: &dyn Fn(&Path) -> bool, lang: Lang, what: &str) {
    let whole = full::manuscript(plan, &PACK, DAY, lang);
    let handed = String::from_utf8(shareable::file(plan, DAY, lang).body).unwrap();
    let again = full::manuscript(&share::open(handed.as_bytes()).unwrap().plan, &PACK, DAY, lang);
    let forms = format!("{:?}{:?}", job_card(plan, &PACK, lang), self_report(plan, &PACK, lang));
    let files = [
        ("Markdown", markdown::plan::text(&whole), true),
        ("plain text", text::text(&whole), true),
        ("CSV", csv::text(&whole), true),
        ("the file to hand over", handed, true),
        ("what is opened of it", text::text(&again), true),
        ("the forms", forms, false),
    ];
    for (name, text, in_full) in &files {
        let found = sentinels(text);
        for (path, said) in &full.said {
            for sentinel in said {
                let is_there = found.contains_key(sentinel.as_str());
                assert!(may(path) || !is_there, "{path} in {name}: {what}");
                assert!(!in_full || !may(path) || is_there, "{path} is missing in {name}: {what}");
            }
        }
        assert!(!full.extra.iter().any(|sentinel| text.contains(sentinel)), "an extra answer in {name}: {what}");
    }
}

#[test]
fn a_sheet_holds_what_was_shared_with_its_reader_and_nothing_else() {
    for seed in 0..240 {
        let dice = &mut Dice::new(seed);
        let mut full = full(dice, &PACK);
        let paths = every_path(full.binder.document());
        let mut shared: BTreeMap<Audience, BTreeSet<Path>> = BTreeMap::new();
        for audience in Audience::ALL {
            // From one leaf alone to all of them; leaves that can never be shared are asked for like any other.
            let one_in = dice.pick(&[1, 2, 3, 10, 60, 400]);
            for path in &paths {
                if dice.one_in(one_in) {
                    full.binder.apply(Change::Shared(*path, audience, true));
                    shared.entry(audience).or_default().insert(*path);
                }
            }
            // And some of it is taken back.
            for path in &paths {
                if dice.one_in(10) {
                    full.binder.apply(Change::Shared(*path, audience, false));
                    shared.entry(audience).or_default().remove(path);
                }
            }
        }
        let lang = dice.pick(&[Lang::Ja, Lang::En]);
        for audience in Audience::ALL {
            let shared = shared.remove(&audience).unwrap_or_default();
            check(&full, &shared, audience, lang, &format!("seed {seed}, {audience:?}, {} shared", shared.len()));
        }
    }
}

#[test]
fn each_leaf_alone_is_on_the_sheet_when_it_is_shared_alone() {
    let mut full = full(&mut Dice::new(1), &PACK);
    for path in every_path(full.binder.document()) {
        full.binder.apply(Change::Shared(path, Audience::Talk, true));
        check(&full, &[path].into(), Audience::Talk, Lang::Ja, &format!("{path} alone"));
        check(&full, &BTreeSet::new(), Audience::Hr, Lang::Ja, &format!("{path}, for someone else"));
        full.binder.apply(Change::Shared(path, Audience::Talk, false));
    }
}

#[test]
fn the_backup_holds_everything_whatever_is_shared() {
    let mut full = full(&mut Dice::new(2), &PACK);
    let paths = every_path(full.binder.document());
    for share in [false, true] {
        for path in &paths {
            full.binder.apply(Change::Shared(*path, Audience::Hr, share));
        }
        let file = backup(&full.binder, 1, 1);
        for sentinel in full.said.values().flatten().chain(&full.extra) {
            assert!(file.contains(sentinel), "{sentinel}");
        }
        assert!(open_backup(file.as_bytes()).unwrap().binder == full.binder);
    }
}

#[test]
fn a_file_that_asks_for_it_does_not_open_what_is_never_shared() {
    let full = full(&mut Dice::new(3), &PACK);
    let paths = every_path(full.binder.document());
    let key = |name: &str| format!("{}:shared.{name}", full.binder.open().id);
    let list: Vec<String> = paths.iter().map(ToString::to_string).collect();
    let body = json!({ "paths": list }).as_object().cloned();
    let mut all = records(&full.binder, 1);
    all.extend(["talk", "hr"].map(|name| Record { key: key(name), generation: 2, body: body.clone() }));
    let full = Full { binder: assemble(all).unwrap(), ..full };
    for audience in Audience::ALL {
        check(&full, &paths.iter().copied().collect(), audience, Lang::Ja, "everything asked for");
    }
}

#[test]
fn a_closed_year_is_on_no_sheet() {
    let mut last_year = full(&mut Dice::new(4), &PACK);
    for path in every_path(last_year.binder.document()) {
        last_year.binder.apply(Change::Shared(path, Audience::Talk, true));
    }
    let mut all = records(&last_year.binder, 1);
    all[0].body.as_mut().unwrap().insert("closed".into(), 2.into());
    all.extend(records(&Binder::new(ItemId(2), 3), 1));
    let full = Full { binder: assemble(all).unwrap(), ..last_year };
    assert_eq!(full.binder.editions().len(), 2);
    check(&full, &BTreeSet::new(), Audience::Talk, Lang::Ja, "a fresh year");
    assert!(backup(&full.binder, 1, 1).contains(&full.extra[0]), "but in the backup");
}

#[test]
fn an_emptied_leaf_is_private_again_and_undo_brings_both_back() {
    let mut full = full(&mut Dice::new(5), &PACK);
    let paths = every_path(full.binder.document());
    for path in &paths {
        for audience in Audience::ALL {
            full.binder.apply(Change::Shared(*path, audience, true));
        }
    }
    let before = full.binder.clone();
    for path in paths {
        let (empty, again) = match path.field.shape {
            Shape::Text => (Change::Wrote(path, String::new()), Change::Wrote(path, "まだだれにも見せていない".into())),
            Shape::Pick | Shape::Picks => {
                let card = Picked { id: String::new(), label: "まだだれにも見せていない".into() };
                (Change::Chose(path, Vec::new()), Change::Chose(path, vec![card]))
            }
            Shape::Links => (Change::Linked(path, Vec::new()), Change::Linked(path, vec![path.item])),
            Shape::Flag => (Change::Marked(path, false), Change::Marked(path, true)),
        };
        let back = full.binder.apply(empty).inverse;
        full.binder.apply(again);
        for audience in Audience::ALL {
            assert!(!full.binder.document().is_shared(path, audience), "{path}: what is written next is private");
            let plan = for_audience(full.binder.document(), audience);
            assert!(!plan.document().is_said(path), "{path} is not in the plan");
        }
        full.binder.apply(back);
        assert!(full.binder == before, "{path}: the words are back, and who may see them");
    }
}

#[test]
fn a_shared_plan_carries_nothing_else_along() {
    let mut full = full(&mut Dice::new(6), &PACK);
    let path = sheet::TOPIC.alone();
    full.binder.apply(Change::Shared(path, Audience::Talk, true));
    let plan = for_audience(full.binder.document(), Audience::Talk);
    let seen: Vec<(Path, &Leaf)> = plan.document().leaves().filter(|(_, leaf)| !leaf.is_open()).collect();
    assert_eq!(seen.len(), 1, "one leaf was shared: {seen:?}");
    assert!(
        KINDS.iter().filter(|k| k.many).all(|k| plan.document().items(k).is_empty()),
        "no item is there, not even by its id"
    );
    // Not even what is only put off.
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::PutOff(path));
    assert!(for_audience(binder.document(), Audience::Talk).document().is_blank());
    assert!(Sheet::of(&for_audience(binder.document(), Audience::Talk), &PACK, Lang::Ja).is_empty());
}
