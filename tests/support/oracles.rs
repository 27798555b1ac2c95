//! What must hold whatever comes: of bytes that are opened as a file of ours, and of words that go out in every format.
//! The properties of `tests/properties.rs` and the fuzz targets of `tests/fuzz` ask it. Needs `dice`, `people`, `tricky`
//! and, as `office_files`, `office` beside it.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, dead_code, reason = "a test says so by failing")]

use crate::office_files::Package;
use crate::tricky::somebody;
use aritai::document::{
    Audience, Binder, ItemId, Path, after, drift, experience, sheet, steps, strength, values, wish, work,
};
use aritai::export::calendar::civil::Written;
use aritai::export::calendar::{self, Making, Titles};
use aritai::export::forms::{job_card, self_report};
use aritai::export::manuscript::Manuscript;
use aritai::export::sheet::Sheet;
use aritai::export::{Day, File, csv, full, markdown, shareable, text};
use aritai::format::locked::{FileKey, LockedError, unlock, unlock_with_key};
use aritai::format::{Mirrored, Record, assemble, backup, mirrored_generation, open_backup, records};
use aritai::office;
use aritai::own_copy;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::reply::merge::preview;
use aritai::reply::{message, wire};
use aritai::share::{self, for_audience};
use serde_json::Value;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());
const DAY: Day = Day { year: 2026, month: 11, day: 26 };

/// As a backup they are refused, or what they hold can be written and opened again, the same.
pub(crate) fn as_backup(bytes: &[u8]) -> bool {
    let Ok(opened) = open_backup(bytes) else { return false };
    let again = open_backup(backup(&opened.binder, 1, opened.made_at).as_bytes()).unwrap();
    assert!(again == opened, "what was opened can be saved");
    true
}

/// As records, each on a line: what can be read is read, and can be written again, the same.
pub(crate) fn as_records(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let read: Vec<Record> = text.lines().filter_map(Record::decode).collect();
    for record in &read {
        assert!(Record::decode(&record.encode()).as_ref() == Some(record), "a record");
    }
    let count = read.len();
    if let Some(binder) = assemble(read) {
        assert!(assemble(records(&binder, 1)).as_ref() == Some(&binder), "put together");
    }
    let _ = mirrored_generation(&text);
    let _ = Mirrored::read(&text).later_than(count as u64);
    count
}

/// As a file that was handed over they are refused, or what they show can be handed on, the same.
pub(crate) fn as_given(bytes: &[u8]) -> bool {
    let Ok(given) = share::open(bytes) else { return false };
    let text = share::write(&given.plan, "2026-11-26", given.lang);
    let again = share::open(text.as_bytes()).unwrap();
    assert!(share::write(&again.plan, "2026-11-26", given.lang) == text, "what was opened can be handed on");
    let _ = full::manuscript(&given.plan, &PACK, DAY, given.lang);
    true
}

/// As a reply they are refused, or are a whole one: it can be handed back both ways, and looking at it changes no record.
pub(crate) fn as_reply(bytes: &[u8]) -> bool {
    let Ok(reply) = wire::read(bytes) else { return false };
    assert!(wire::read(wire::file(&reply).as_bytes()).as_ref() == Ok(&reply), "as a file");
    assert!(wire::read(message::text(&reply, reply.lang).as_bytes()).as_ref() == Ok(&reply), "as a text");
    let binder = Binder::new(ItemId(1), 1);
    let _ = preview(&binder, &reply);
    true
}

/// The sum that a body of a reply would have, with its names in order.
pub(crate) fn sum_of(body: &[u8]) -> u32 {
    let mut body: Value = serde_json::from_slice(body).unwrap_or_default();
    body.sort_all_objects();
    aritai::reply::sum(&body.to_string())
}

/// As a locked file they are refused, or hold something; the file's key and a passphrase are tried.
pub(crate) fn as_locked(bytes: &[u8]) -> bool {
    let key: FileKey = *b"YELLOW SUBMARINE";
    let with_key = unlock_with_key(bytes, &key);
    // What asks for real work is for another test: nobody guesses a thousand times a second.
    let header = String::from_utf8_lossy(&bytes[..bytes.len().min(300)]);
    let quick =
        ["1", "2", "3", "4"].iter().any(|work| header.lines().nth(1).is_some_and(|l| l.ends_with(&format!(" {work}"))));
    if quick {
        let opened = unlock(bytes, "password");
        assert!(opened != Err(LockedError::NotLocked) || with_key == Err(LockedError::NotLocked), "one reading of it");
    }
    with_key.is_ok()
}

/// Where words may stand.
fn places() -> [Path; 12] {
    let id = ItemId(7);
    [
        sheet::TOPIC.alone(),
        sheet::NAME.alone(),
        sheet::DATE.alone(),
        wish::SCENE.alone(),
        values::STORY.of(id),
        experience::WHAT.of(id),
        experience::WHY.of(id),
        strength::EPISODE.of(id),
        steps::WHAT.of(id),
        steps::DAY.of(id),
        after::WHAT.of(id),
        work::NOTE.alone(),
    ]
}

/// Somebody who says these words, shows them, and has a day to put into a calendar.
pub(crate) fn who_says(words: &[String]) -> Binder {
    let mut said: Vec<(Path, String)> = vec![(steps::DAY.of(ItemId(8)), "12/4".to_owned())];
    said.push((steps::WHAT.of(ItemId(8)), words.first().cloned().unwrap_or_default()));
    said.extend(places().into_iter().zip(words.iter().cloned()));
    if let Some(last) = words.last() {
        said.push((drift::TOPIC.of(ItemId(9)), last.clone()));
    }
    somebody(&said)
}

fn manuscripts(binder: &Binder) -> [(Lang, Manuscript); 3] {
    let plan = for_audience(binder.document(), Audience::Talk);
    [
        (Lang::Ja, full::manuscript(&plan, &PACK, DAY, Lang::Ja)),
        (Lang::En, full::manuscript(&plan, &PACK, DAY, Lang::En)),
        (Lang::Ja, own_copy::manuscript(binder.document(), &PACK, DAY, Lang::Ja)),
    ]
}

fn letters(file: File) -> String {
    String::from_utf8(file.body).unwrap()
}

/// Markdown: a reader of it finds headings, lists and plain text, and nothing that leads anywhere or runs.
pub(crate) fn markdown_holds(binder: &Binder) {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let sheet = |lang| Sheet::of(&for_audience(binder.document(), Audience::Talk), &PACK, lang);
    let sheets = [Lang::Ja, Lang::En].map(|lang| letters(markdown::file(&sheet(lang), DAY, lang)));
    let plans = manuscripts(binder).map(|(_, m)| letters(markdown::plan::file(&m)));
    let beyond = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_SUPERSCRIPT;
    for body in sheets.iter().chain(&plans) {
        let mut strong = 0;
        for event in Parser::new_ext(body, Options::all() - beyond) {
            strong += usize::from(event == Event::Start(Tag::Strong));
            let plain = matches!(
                event,
                Event::Text(_)
                    | Event::SoftBreak
                    | Event::HardBreak
                    | Event::End(_)
                    | Event::Start(Tag::Item | Tag::Heading { .. } | Tag::List(_) | Tag::Paragraph | Tag::Strong)
            );
            assert!(plain, "{event:?} in {body:?}");
        }
        // The mark of one's own copy is ours.
        assert_eq!(strong, usize::from(Some(body) == plans.last()), "{body:?}");
    }
}

/// Plain text: letters, with the line ends of Windows and no others.
pub(crate) fn text_holds(binder: &Binder) {
    for (_, manuscript) in manuscripts(binder) {
        let body = letters(text::file(&manuscript));
        assert!(!body.replace("\r\n", "").contains(['\r', '\n']), "line ends: {body:?}");
        assert!(!body.contains(|c: char| c.is_ascii_control() && !"\r\n\t".contains(c)), "letters only: {body:?}");
    }
}

/// A table: every row has five cells, and a spreadsheet runs none of them.
pub(crate) fn csv_holds(binder: &Binder) {
    for (_, manuscript) in manuscripts(binder) {
        let file = csv::file(&manuscript);
        let body = file.body.strip_prefix(b"\xEF\xBB\xBF").unwrap();
        for row in ::csv::ReaderBuilder::new().has_headers(false).from_reader(body).records() {
            let row = row.unwrap();
            assert_eq!(row.len(), 5, "{row:?}");
            for cell in &row {
                let runs = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
                    || cell.starts_with(['\t', '\r', '\n']);
                assert!(!runs, "{cell:?}");
            }
        }
    }
}

/// A calendar: another program reads as many days as were written.
pub(crate) fn calendar_holds(binder: &Binder) {
    let plan = for_audience(binder.document(), Audience::Talk);
    let written = Written::between(DAY, DAY);
    for lang in [Lang::Ja, Lang::En] {
        let shared = calendar::days(&plan, &PACK, written, lang).events;
        let own = own_copy::calendar::days(binder.document(), &PACK, written, lang).events;
        for (events, titles) in [(&shared, Titles::Words), (&shared, Titles::Neutral), (&own, Titles::Words)] {
            let making =
                Making { titles, binder: 7, at: 1_795_649_400_000, day: DAY, lang, reminds: titles == Titles::Words };
            let Some(file) = calendar::file(events, &making) else { continue };
            let body = letters(file);
            assert!(body.split("\r\n").all(|line| line.len() <= 75), "no line is too long: {body:?}");
            assert!(!body.contains(|c: char| c.is_ascii_control() && !"\r\n\t".contains(c)), "{body:?}");
            let read: icalendar::Calendar = body.parse().unwrap_or_else(|e| panic!("{e}: {body:?}"));
            assert_eq!(read.events().count(), events.len(), "{body:?}");
            assert_eq!(body.matches("\r\nBEGIN:VEVENT\r\n").count(), events.len(), "no other one: {body:?}");
        }
    }
}

/// Forms: under headings that are ours, without letters that nobody can see.
pub(crate) fn forms_hold(binder: &Binder) {
    let plan = for_audience(binder.document(), Audience::Talk);
    for lang in [Lang::Ja, Lang::En] {
        for form in [job_card(&plan, &PACK, lang), self_report(&plan, &PACK, lang)] {
            assert!([5, 8].contains(&form.fields.len()), "the headings stay as they are");
        }
    }
}

/// The file to hand over: it opens, and says the same.
pub(crate) fn shareable_holds(binder: &Binder) {
    let plan = for_audience(binder.document(), Audience::Talk);
    let file = shareable::file(&plan, DAY, Lang::Ja);
    assert!(as_given(&file.body), "it opens");
}

/// Word: every part is well formed, and declared.
pub(crate) fn word_holds(binder: &Binder) {
    for (_, manuscript) in manuscripts(binder) {
        Package::open(&office::word(&manuscript).unwrap()).is_sound(&manuscript, "Word");
    }
}

/// Excel: likewise, no cell is a formula, and no link leads out of it.
pub(crate) fn excel_holds(binder: &Binder) {
    for (_, manuscript) in manuscripts(binder) {
        let package = Package::open(&office::excel(&manuscript).unwrap());
        package.is_sound(&manuscript, "Excel");
        for (name, text) in package.sheets() {
            assert!(!text.contains("<f>") && !text.contains("<f "), "{name}");
            // Links lead to places in the workbook, and nowhere else.
            for link in text.split("<hyperlink ").skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
                assert!(link.contains("location=\"") && !link.contains(":id="), "{name}: {link}");
            }
        }
    }
}

/// Holds that words go out as they should.
type Holds = fn(&Binder);

/// Every way in which words go out.
pub(crate) const EXPORTS: [(&str, Holds); 8] = [
    ("markdown", markdown_holds),
    ("text", text_holds),
    ("csv", csv_holds),
    ("calendar", calendar_holds),
    ("forms", forms_hold),
    ("shareable", shareable_holds),
    ("word", word_holds),
    ("excel", excel_holds),
];
