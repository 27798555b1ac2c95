//! A whole record to read through: section by section in the order of the walk, each question with its answer.
//!
//! The gallery of invented people shows it, and what a person keeps for themselves can be made of it.
//! May know: a whole document, the pack's words. Must never know: who reads it, the browser, how it is laid out.
//!
//! *Invariant:* every answer is in it, private ones too, and each says who may see it. So it never leaves by itself: what
//! is handed over is made from a `SharedPlan` in `export`.

use crate::document::{Answer, Audience, Document, Item, KINDS, Kind, Leaf, Path, Section, reply, stand};
use crate::export::sheet::{label, leaf_words};
use crate::pack::{Lang, Pack, Question};
use crate::wording as w;

/// What was answered in one section. A section without answers is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionView {
    /// Which.
    pub section: Section,
    /// Its name.
    pub title: String,
    /// Its questions, in the order of the registry.
    pub groups: Vec<GroupView>,
}

/// What was answered to one question: several items, or several fields that stand alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupView {
    /// The question as asked of the whole kind; `None` where each answer has a question of its own.
    pub question: Option<String>,
    /// One for each item that says something; just one where there can't be several.
    pub items: Vec<Vec<AnswerView>>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerView {
    /// Which leaf; `None` for a question of the pack's own.
    pub path: Option<Path>,
    /// The question as asked.
    pub question: String,
    /// The same in a few words.
    pub label: String,
    /// The answer as said, one string for each card or text; 「あとで」 and 「まだ分からない」 are answers too.
    pub words: Vec<String>,
    /// Who may see it. Nobody else but the person where it is empty.
    pub seen_by: Vec<Audience>,
}

impl AnswerView {
    /// Who may see it, in words.
    pub fn mark(&self) -> w::Words {
        match self.seen_by.as_slice() {
            [] => w::PRIVATE_MARK,
            [Audience::Talk] => w::SEEN_BY_TALK,
            [Audience::Hr] => w::SEEN_BY_HR,
            _ => w::SEEN_BY_BOTH,
        }
    }
}

/// Everything that was answered, section by section.
pub fn read_through(document: &Document, pack: &Pack, lang: Lang) -> Vec<SectionView> {
    let reader = Reader { document, pack, lang };
    Section::ALL.into_iter().filter_map(|section| reader.section(section)).collect()
}

/// Whether answers stand in a kind, and not the program's own notes.
fn is_read(kind: &Kind) -> bool {
    *kind != stand::STAND && !reply::NOTES.contains(&kind)
}

struct Reader<'a> {
    document: &'a Document,
    pack: &'a Pack,
    lang: Lang,
}

impl Reader<'_> {
    fn section(&self, section: Section) -> Option<SectionView> {
        let mut groups: Vec<GroupView> = Vec::new();
        for kind in KINDS.into_iter().filter(|kind| kind.section == section && is_read(kind)) {
            groups.extend(self.group(kind));
        }
        let aside = self.put_aside(section);
        groups.extend((!aside.is_empty()).then(|| GroupView { question: None, items: vec![aside] }));
        let extra = self.extra(section);
        groups.extend((!extra.is_empty()).then(|| GroupView { question: None, items: vec![extra] }));
        let title = self.pack.part(section.id()).map(|part| part.title.plain(self.lang)).unwrap_or_default();
        (!groups.is_empty()).then_some(SectionView { section, title, groups })
    }

    fn group(&self, kind: &'static Kind) -> Option<GroupView> {
        let items: Vec<Vec<AnswerView>> = self
            .document
            .items(kind)
            .iter()
            .map(|item| self.item(kind, item))
            .filter(|answers| !answers.is_empty())
            .collect();
        let question = kind.many.then(|| self.asked(kind.id));
        (!items.is_empty()).then_some(GroupView { question, items })
    }

    fn item(&self, kind: &'static Kind, item: &Item) -> Vec<AnswerView> {
        kind.fields.iter().filter_map(|field| self.answer(field.of(item.id), field.id)).collect()
    }

    /// The answer at a path to the question of `id`; `None` where nothing was answered.
    fn answer(&self, path: Path, id: &str) -> Option<AnswerView> {
        let leaf = self.document.leaf(path).filter(|leaf| !leaf.is_open())?;
        let words = match leaf {
            leaf if leaf.is_later() => vec![w::LATER.get(self.lang).to_owned()],
            leaf if leaf.is_not_sure() => vec![w::NOT_SURE.get(self.lang).to_owned()],
            Leaf::Flag(_) => vec![w::READING_YES.get(self.lang).to_owned()],
            _ => leaf_words(self.document, self.pack, path, self.lang),
        };
        // A link whose item says nothing has no words.
        (!words.is_empty()).then(|| AnswerView {
            path: Some(path),
            question: self.asked(id),
            label: label(self.pack, id, self.lang),
            words,
            seen_by: Audience::ALL.into_iter().filter(|audience| self.document.is_shared(path, *audience)).collect(),
        })
    }

    /// A question put off or not known yet as a whole stands where it was asked.
    fn put_aside(&self, section: Section) -> Vec<AnswerView> {
        let (field, kind) = match section {
            Section::Values => (&stand::VALUES, "value"),
            Section::Experience => (&stand::EXPERIENCE, "experience"),
            Section::Steps => (&stand::STEP, "step"),
            Section::Sheet => (&stand::ASK, "ask"),
            _ => return Vec::new(),
        };
        self.answer(field.alone(), kind).into_iter().collect()
    }

    /// The pack's own questions of a section.
    fn extra(&self, section: Section) -> Vec<AnswerView> {
        let asked = self.pack.extra.iter().filter(|question| question.section == section.id());
        let view = |question: &crate::pack::ExtraQuestion| {
            let title = question.title.plain(self.lang);
            let words = match self.document.extra(&question.id)? {
                Answer::Open => return None,
                Answer::Later => w::LATER.get(self.lang).to_owned(),
                Answer::NotSure => w::NOT_SURE.get(self.lang).to_owned(),
                Answer::Said(text) => text.clone(),
            };
            Some(AnswerView {
                path: None,
                question: title.clone(),
                label: title,
                words: vec![words],
                seen_by: Vec::new(),
            })
        };
        asked.filter_map(view).collect()
    }

    /// The question as asked; its label where it has no other words.
    fn asked(&self, id: &str) -> String {
        let title = |question: &Question| question.title.as_ref().map(|title| title.plain(self.lang));
        self.pack.question(id).and_then(title).unwrap_or_else(|| label(self.pack, id, self.lang))
    }
}
