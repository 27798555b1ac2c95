//! Everything that can leave somebody's hands, at once: five hundred documents, three choices of what is shown each, and every
//! invented person. Nothing that was not shown is in any file, looked for in its unpacked bytes and its name; everything that
//! was shown is in the files that hold the whole plan; and the one page holds what was chosen for it.
//! Knows documents, shares and every export.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::dice;
use crate::sentinels;
use crate::sources;
use aritai::document::{Answer, Audience, Change, Document, Leaf, Path};
use aritai::export::across::Across;
use aritai::export::calendar::civil::Written;
use aritai::export::calendar::{self, Making, Titles};
use aritai::export::forms::{job_card, self_report};
use aritai::export::rehearsal;
use aritai::export::sheet::Sheet;
use aritai::export::{Day, File, csv, full, markdown, shareable, text};
use aritai::office;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::pictures;
use aritai::share::{SharedPlan, for_audience};
use dice::Dice;
use sentinels::{every_path, full as full_document, sentinel};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::sync::LazyLock;
use zip::ZipArchive;

/// How much of a text tells whose it is.
const BEGINNING: usize = 16;
const DAY: Day = Day { year: 2026, month: 11, day: 26 };
static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

/// Something that leaves, as text: all its bytes unpacked, and its name.
struct Leaving {
    what: &'static str,
    text: String,
    /// Whether everything that is shown must be in it.
    whole: bool,
}

/// Every part of a package, unpacked, with its name.
fn unpacked(file: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        all.push_str(&part.name().unwrap());
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    all
}

fn everything(plan: &SharedPlan, lang: Lang) -> Vec<Leaving> {
    let manuscript = full::manuscript(plan, &PACK, DAY, lang);
    let making = |titles| Making { titles, binder: 7, at: 1_795_000_000_000, day: DAY, lang, reminds: true };
    let events = calendar::days(plan, &PACK, Written::between(DAY, DAY), lang).events;
    let sheet = Sheet::of(plan, &PACK, lang);
    let named = |file: File| format!("{}\n{}", file.name, String::from_utf8(file.body).unwrap());
    let dates = |titles| calendar::file(&events, &making(titles)).map(named).unwrap_or_default();
    let leaves = |what, text, whole| Leaving { what, text, whole };
    vec![
        leaves("the sheet", format!("{sheet:?}"), true),
        leaves("the sheet's Markdown", named(markdown::file(&sheet, DAY, lang)), false),
        leaves("Markdown", named(markdown::plan::file(&manuscript)), true),
        leaves("plain text", named(text::file(&manuscript)), true),
        leaves("CSV", named(csv::file(&manuscript)), true),
        leaves("the file to hand over", named(shareable::file(plan, DAY, lang)), true),
        leaves("the calendar", dates(Titles::Neutral), false),
        leaves("the calendar in words", dates(Titles::Words), false),
        leaves("the forms", format!("{:?}{:?}", job_card(plan, &PACK, lang), self_report(plan, &PACK, lang)), false),
        leaves("the other person's page", format!("{:?}", Across::of(plan, &PACK, lang)), false),
        leaves("the rehearsal", format!("{:?}", rehearsal::scripts(plan, &PACK, lang)), false),
        leaves("the pictures", format!("{:?}", pictures::of_shared(plan, &PACK, lang)), false),
        leaves("Word", unpacked(&office::word(&manuscript).unwrap()), true),
        leaves("Excel", unpacked(&office::excel(&manuscript).unwrap()), true),
    ]
}

/// The sentinels in a text.
fn told(text: &str) -> BTreeSet<&str> {
    // A picture may cut one; its table holds it whole.
    text.match_indices('㊙').filter_map(|(at, _)| text.get(at..at + sentinel(0).len())).collect()
}

/// Holds everything that leaves against what may be seen. `marks` are the sentinels by which each leaf is told.
fn check(document: &Document, audience: Audience, marks: &dyn Fn(&Path) -> Vec<String>, lang: Lang, what: &str) {
    let plan = for_audience(document, audience);
    let all = everything(&plan, lang);
    let (mut may, mut must_not) = (Vec::new(), Vec::new());
    for path in every_path(document) {
        let list = if document.is_shared(path, audience) { &mut may } else { &mut must_not };
        list.extend(marks(&path).into_iter().map(|mark| (path, mark)));
    }
    for leaving in &all {
        let told = told(&leaving.text);
        for (path, mark) in &must_not {
            assert!(!told.contains(mark.as_str()), "{path} 「{mark}」 is in {}: {what}", leaving.what);
        }
        for (path, mark) in may.iter().filter(|_| leaving.whole) {
            assert!(told.contains(mark.as_str()), "{path} 「{mark}」 is not in {}: {what}", leaving.what);
        }
    }
    // What was left off the page is not on it, and what is on it was neither left off nor kept private.
    let sheet = Sheet::of(&plan, &PACK, lang);
    for path in &sheet.on_page {
        assert!(document.is_shared(*path, audience) && !document.is_left_off(*path, audience), "{path}: {what}");
    }
    let page = format!(
        "{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}",
        sheet.blocks,
        sheet.asks,
        sheet.help,
        sheet.name,
        sheet.department,
        sheet.role,
        sheet.date,
        sheet.talk_day,
        sheet.days
    );
    let page = told(&page);
    for (path, mark) in &may {
        let on = page.contains(mark.as_str());
        // The name of a thing also stands where something leads to it.
        let name = path.field.kind().many && path.field.id == path.field.kind().fields[0].id;
        assert!(name || on == sheet.on_page.contains(path), "{path} 「{mark}」 on the page: {what}");
    }
}

#[test]
fn nothing_leaves_that_was_not_shown_whatever_is_written_and_chosen() {
    (0..250).for_each(three_choices);
}

/// The other half, so that both take the time of one.
#[test]
fn nor_does_it_for_anybody_else() {
    (250..500).for_each(three_choices);
}

fn three_choices(seed: u64) {
    let dice = &mut Dice::new(seed);
    let mut full = full_document(dice, &PACK);
    let paths = every_path(full.binder.document());
    for round in 0..3 {
        let audience = dice.pick(&Audience::ALL);
        let one_in = dice.pick(&[1, 2, 3, 10, 60]);
        for path in &paths {
            full.binder.apply(Change::Shared(*path, audience, dice.one_in(one_in)));
            full.binder.apply(Change::LeftOff(*path, audience, dice.one_in(4)));
        }
        let said = full.said.clone();
        let marks = |path: &Path| said.get(path).cloned().unwrap_or_default();
        let lang = dice.pick(&[Lang::Ja, Lang::En]);
        check(full.binder.document(), audience, &marks, lang, &format!("seed {seed}, choice {round}"));
    }
}

#[test]
fn nothing_private_of_an_invented_person_leaves() {
    for person in sources::people() {
        let binder = person.binder(&PACK, None);
        let document = binder.document();
        // The beginnings of longer texts of one's own: they are nobody else's, and no format spells them otherwise.
        let marks = |path: &Path| match document.leaf(*path) {
            Some(Leaf::Text(Answer::Said(text))) => {
                let start: String = text.chars().take(BEGINNING).collect();
                let plain = start.chars().all(|c| c.is_alphanumeric() || " 、。".contains(c));
                Vec::from_iter((plain && start.chars().count() == BEGINNING).then_some(start))
            }
            _ => Vec::new(),
        };
        for audience in Audience::ALL {
            check_person(document, audience, &marks, person.lang, &person.name);
        }
    }
}

fn check_person(document: &Document, audience: Audience, marks: &dyn Fn(&Path) -> Vec<String>, lang: Lang, what: &str) {
    let plan = for_audience(document, audience);
    let (shown, private): (Vec<Path>, Vec<Path>) =
        every_path(document).into_iter().partition(|path| document.is_shared(*path, audience));
    let shown: String = shown.into_iter().map(|path| document.text(path).to_owned() + "\n").collect();
    let private: Vec<(Path, String)> =
        private.into_iter().flat_map(|path| marks(&path).into_iter().map(move |mark| (path, mark))).collect();
    assert!(private.len() > 3, "there is something to hide: {what}");
    // What we say ourselves is nobody's secret.
    let ours: String =
        everything(&for_audience(&Document::default(), audience), lang).into_iter().map(|all| all.text).collect();
    for leaving in everything(&plan, lang) {
        for (path, mark) in private.iter().filter(|(_, mark)| !shown.contains(mark) && !ours.contains(mark)) {
            assert!(!leaving.text.contains(mark), "{path} 「{mark}」 is in {}: {what}", leaving.what);
        }
    }
}
