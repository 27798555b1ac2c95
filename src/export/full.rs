//! The full plan: everything that is shared with one audience, in reading order, as a manuscript.
//!
//! May know: what is shared, the pack's labels. Must never know: a whole document, a file format, the browser.
//!
//! *Invariant:* every shared leaf is in it, whatever the sheet has room for.

use super::Day;
use super::manuscript::{Entry, Group, Manuscript, Part};
use super::sheet::label;
use super::unsure::shown_words;
use crate::document::{
    Document, Field, Item, Kind, Leaf, Sharing, after, deeper, drift, experience, sheet, stand, steps, strength,
    values, wish, work,
};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording as w;

/// How a part is called.
enum Called {
    /// In the app's own words: it is what the talk is about.
    Talk,
    /// As this field or kind is: in the person's voice.
    Label(&'static str),
    /// As this section of the walk is.
    Section(&'static str),
}

/// The kinds in reading order: what to talk about comes first.
static PARTS: [(Called, &[&Kind]); 9] = [
    (Called::Talk, &[&sheet::SHEET, &sheet::SITUATION, &sheet::ASK, &sheet::QUESTION, &drift::WORRY]),
    (Called::Label("wish"), &[&wish::WISH]),
    (Called::Label("value"), &[&values::VALUE, &values::CONDITION]),
    (Called::Label("experience"), &[&experience::EXPERIENCE]),
    (Called::Label("strength"), &[&strength::STRENGTH]),
    (Called::Label("step"), &[&steps::STEP, &steps::BACK]),
    (Called::Label("work"), &[&work::WORK]),
    (Called::Section("deeper"), &[&deeper::FUTURE, &deeper::LETTER, &deeper::PRECEDENT, &deeper::HAND]),
    (Called::Section("after"), &[&after::PROMISE, &after::AFTER, &after::LOOK]),
];

/// What stands at the head.
const HEAD: [&Field; 6] =
    [&sheet::DATE, &sheet::TALK_DAY, &sheet::DAYS, &sheet::DEPARTMENT, &sheet::ROLE, &sheet::NAME];

/// The kinds that the full plan walks.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    PARTS.iter().flat_map(|(_, kinds)| kinds.iter().copied())
}

/// The full plan of what is shared.
pub fn manuscript(plan: &SharedPlan, pack: &Pack, day: Day, lang: Lang) -> Manuscript {
    let document = plan.document();
    let reader = Reader { document, pack, lang };
    let parts = PARTS.iter().filter_map(|(called, kinds)| {
        let heading = match called {
            Called::Talk => w::FULL_TALK.get(lang).to_owned(),
            Called::Label(id) => label(pack, id, lang),
            Called::Section(id) => pack.part(id).map(|part| part.title.plain(lang)).unwrap_or_default(),
        };
        let mut groups: Vec<Group> =
            kinds.iter().flat_map(|kind| [reader.group(kind), reader.unsure(kind)]).flatten().collect();
        for group in &mut groups {
            group.heading = group.heading.take().filter(|own| *own != heading);
        }
        (!groups.is_empty()).then_some(Part { heading, groups })
    });
    let head = HEAD.iter().filter_map(|field| {
        let words = document.text(field.alone());
        (!words.is_empty()).then(|| Entry { label: label(pack, field.id, lang), words: words.to_owned() })
    });
    Manuscript {
        lang: lang.code().to_owned(),
        title: w::FULL_TITLE.get(lang).to_owned(),
        file: w::FILE_FULL.get(lang).to_owned(),
        day,
        mark: None,
        notes: vec![w::SHEET_NOT_EVALUATION.get(lang).to_owned()],
        name: named(document),
        head: head.collect(),
        parts: parts.collect(),
    }
}

/// Whose it is, where that is said.
pub(crate) fn named(document: &Document) -> Option<String> {
    let name = document.text(sheet::NAME.alone());
    (!name.trim().is_empty()).then(|| name.to_owned())
}

struct Reader<'a> {
    document: &'a Document,
    pack: &'a Pack,
    lang: Lang,
}

impl Reader<'_> {
    fn group(&self, kind: &'static Kind) -> Option<Group> {
        let items = self.document.items(kind);
        let said = |at: usize| items.iter().any(|item| !item.leaves.get(at).is_none_or(Leaf::is_open));
        let in_head = |field: &&'static Field| HEAD.iter().any(|head| head.id == field.id);
        // Things are called by their first field, which is there even where it is not shown; not by one that never can be.
        let callable_by = |field: &Field| kind.many && field.sharing != Sharing::Never;
        let columns: Vec<(usize, &'static Field)> = kind
            .fields
            .iter()
            .copied()
            .enumerate()
            .filter(|(at, field)| (said(*at) || *at == 0 && callable_by(field)) && !in_head(field))
            .collect();
        let row = |item: &Item| columns.iter().map(|(_, field)| self.words(item, field)).collect::<Vec<_>>();
        let mut rows: Vec<Vec<String>> = items.iter().map(row).collect();
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let named_by = columns.first().filter(|_| kind.many && !callable_by(kind.fields[0])).map(|(_, field)| field.id);
        let one = label(self.pack, named_by.unwrap_or(kind.id), self.lang);
        (!rows.is_empty()).then(|| Group {
            heading: kind.many.then(|| one.clone()),
            one,
            many: kind.many,
            columns: columns.iter().map(|(_, field)| label(self.pack, field.id, self.lang)).collect(),
            rows,
        })
    }

    /// That a kind of item is not known yet, in one line.
    fn unsure(&self, kind: &'static Kind) -> Option<Group> {
        let path = stand::of_kind(kind)?.alone();
        let words = shown_words(self.document, self.pack, path, self.lang);
        let label = label(self.pack, kind.id, self.lang);
        (!words.is_empty()).then(|| Group {
            heading: None,
            one: label.clone(),
            many: false,
            columns: vec![label],
            rows: vec![words],
        })
    }

    fn words(&self, item: &Item, field: &'static Field) -> String {
        let path = field.of(item.id);
        match self.document.leaf(path) {
            Some(Leaf::Flag(true)) => w::READING_YES.get(self.lang).to_owned(),
            _ => w::list(&shown_words(self.document, self.pack, path, self.lang), self.lang),
        }
    }
}
