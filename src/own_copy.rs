//! The person's own copy (本人控え): everything they answered, to keep. One of the two things that take a whole document; the
//! other is the backup.
//!
//! May know: a whole document, the pack's words. Must never know: an audience's plan, a file format, the browser.
//!
//! *Invariant:* what is made here says on every page that private answers are in it ([`Manuscript::mark`]). A calendar has no
//! pages: its name says whose it is, and its titles say nothing unless the person wants that.

pub mod calendar;

use crate::document::{Document, sheet};
use crate::export::Day;
use crate::export::full::named;
use crate::export::manuscript::{Entry, Group, Manuscript, Part};
use crate::export::sheet::label;
use crate::pack::{Lang, Pack};
use crate::plan::pictures::{self, Picture};
use crate::plan::reading::{AnswerView, GroupView, read_through};
use crate::wording as w;

/// Everything that was answered, private or not, as a manuscript that says so on every page.
pub fn manuscript(document: &Document, pack: &Pack, day: Day, lang: Lang) -> Manuscript {
    let parts = read_through(document, pack, lang).into_iter().map(|section| Part {
        heading: section.title.clone(),
        groups: section.groups.iter().map(|view| group(view, &section.title, pack, lang)).collect(),
    });
    Manuscript {
        lang: lang.code().to_owned(),
        title: w::OWN_TITLE.get(lang).to_owned(),
        file: w::FILE_OWN.get(lang).to_owned(),
        day,
        mark: Some(w::OWN_MARK.get(lang).to_owned()),
        notes: vec![w::OWN_NOTE.get(lang).to_owned()],
        name: named(document),
        head: head(document, pack, lang),
        parts: parts.collect(),
    }
}

/// Where the person stands, in pictures: those in which something stands.
pub fn pictures(document: &Document, pack: &Pack, lang: Lang) -> Vec<Picture> {
    let mut drawn = pictures::all(document, pack, lang);
    drawn.retain(|picture| !picture.table.rows.is_empty());
    drawn
}

fn head(document: &Document, pack: &Pack, lang: Lang) -> Vec<Entry> {
    let entry = |field: &'static crate::document::Field| {
        let words = document.text(field.alone());
        (!words.is_empty()).then(|| Entry { label: label(pack, field.id, lang), words: words.to_owned() })
    };
    [&sheet::DATE, &sheet::TALK_DAY, &sheet::DAYS, &sheet::DEPARTMENT, &sheet::ROLE, &sheet::NAME]
        .into_iter()
        .filter_map(entry)
        .collect()
}

fn group(view: &GroupView, title: &str, pack: &Pack, lang: Lang) -> Group {
    let kind = view.items.iter().flatten().find_map(|answer| answer.path).map(|path| path.field.kind());
    let many = view.question.is_some();
    let mut columns: Vec<String> = Vec::new();
    if let Some(kind) = kind.filter(|_| many) {
        columns.push(label(pack, kind.fields[0].id, lang));
    }
    for answer in view.items.iter().flatten() {
        if !columns.contains(&answer.label) {
            columns.push(answer.label.clone());
        }
    }
    let cell = |item: &[AnswerView], column: &String| {
        item.iter().find(|answer| answer.label == *column).map(|answer| words(answer, lang)).unwrap_or_default()
    };
    let rows = view.items.iter().map(|item| columns.iter().map(|column| cell(item, column)).collect()).collect();
    let one = kind.map_or_else(|| title.to_owned(), |kind| label(pack, kind.id, lang));
    Group { heading: many.then(|| one.clone()), one, many, columns, rows }
}

/// An answer as said, and who else may see it, where somebody may.
fn words(answer: &AnswerView, lang: Lang) -> String {
    let said = w::list(&answer.words, lang);
    if answer.seen_by.is_empty() { said } else { w::with_note(&said, answer.mark().get(lang), lang) }
}
