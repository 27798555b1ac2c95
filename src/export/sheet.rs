//! The sheet: one A4 for the talk, as blocks of lines that the page draws and Markdown writes.
//!
//! May know: what is shared, the pack's labels. Must never know: a whole document, paper sizes, the browser.
//!
//! *Invariant:* every shared leaf is on the page or in [`Sheet::more`], so that the person is told what they
//! show beside the page. What is called the sheet, in any format, holds what is on the page and nothing of
//! `more`. A block in which nothing stands is not there at all.

mod begun;
mod page;
mod places;

use page::Page;
pub use places::{around_asks, has_place, order, shareable};

use crate::document::{Document, ItemId, KINDS, Leaf, Path, Picked, sheet, stand};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording as w;

/// How many experiences have a place on the page; further ones stand in [`Sheet::more`].
pub const EXPERIENCES: usize = 3;
/// How many of them are told in full. Of the others the page says what they are.
pub const IN_FULL: usize = 2;
/// How many strengths have a place on the page.
pub const STRENGTHS: usize = 3;
/// How many steps have a place on the page.
pub const STEPS: usize = 3;
/// How many asks have a row with boxes.
pub const ASKS: usize = 3;
/// How many questions have a place on the page.
pub const QUESTIONS: usize = 3;

/// The sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Name, if the person wants it on the sheet.
    pub name: Option<String>,
    /// Department, likewise.
    pub department: Option<String>,
    /// Role and years, likewise.
    pub role: Option<String>,
    /// The day on which it was written, as typed.
    pub date: Option<String>,
    /// The day of the talk, as typed.
    pub talk_day: Option<String>,
    /// Days on which the person could talk, as typed.
    pub days: Option<String>,
    /// What to talk about, in the order of the page.
    pub blocks: Vec<Block>,
    /// What the person would like from the other one: every kind of help, and whether it was chosen. Empty unless shared.
    pub help: Vec<(String, bool)>,
    /// What is asked, each with boxes for the answer.
    pub asks: Vec<Ask>,
    /// What is shown to this audience and is not on the page: the person left it off, or the page has no
    /// place for it. It is told to the person, and is in no file or print that is called the sheet.
    pub more: Option<Block>,
    /// The leaves of `more`, one for each of its lines.
    pub off_page: Vec<Path>,
    /// The leaves on the page, in its order.
    pub on_page: Vec<Path>,
}

/// One block of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which one: `topic`, `caught`, `situation`, `unsure`, `steps`, `wish`, `values`, `experience`,
    /// `strength` or `questions`. What stands beside the page is `more`.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// One line of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the words are, where that is not plain.
    pub label: Option<String>,
    /// The words, as written.
    pub text: String,
    /// Whether it belongs under the line before.
    pub under: bool,
}

/// One ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is asked.
    pub what: String,
    /// In which small form.
    pub small: Option<String>,
    /// When it should start.
    pub by: Option<String>,
    /// What it needs.
    pub needs: Option<String>,
    /// What one would like from the other person today, in words.
    pub decides: Option<String>,
}

impl Ask {
    /// What is asked, with the form in which it can be granted: the line on which somebody decides.
    pub fn in_full(&self, lang: Lang) -> String {
        match &self.small {
            Some(small) => w::under(&self.what, small, lang),
            None => self.what.clone(),
        }
    }

    /// What else is said of it, each with its label.
    pub fn said_of(&self) -> [(w::Words, &Option<String>); 3] {
        [(w::SHEET_BY, &self.by), (w::SHEET_NEEDS, &self.needs), (w::SHEET_DECIDES, &self.decides)]
    }
}

impl Sheet {
    /// The sheet of what is shared.
    pub fn of(plan: &SharedPlan, pack: &Pack, lang: Lang) -> Self {
        let mut page = Page::new(plan, pack, lang);
        let name = page.take(sheet::NAME.alone());
        let department = page.take(sheet::DEPARTMENT.alone());
        let role = page.take(sheet::ROLE.alone());
        let date = page.take(sheet::DATE.alone());
        let talk_day = page.take(sheet::TALK_DAY.alone());
        let days = page.take(sheet::DAYS.alone());
        let help = page.help();
        let topic = page.topic();
        // Two minutes before the talk, what is asked is what the other person looks for.
        let (situation, asks, unsure) = (page.situation(), page.asks(), page.unsure_ask());
        let mut blocks = if page.is_searching() {
            let (caught, steps, looks) = (page.caught(), page.steps(), page.experiences(w::SHEET_LOOK_AT.get(lang)));
            vec![topic, caught, situation, unsure, steps, looks, page.values(), page.strengths()]
        } else {
            let (steps, wish, values) = (page.steps(), page.wish(), page.values());
            let experiences = page.experiences(&label(pack, "experience", lang));
            vec![topic, situation, unsure, steps, wish, values, experiences, page.strengths()]
        };
        blocks.extend([page.work(), page.questions()]);
        let (more, off_page) = page.more();
        let more = Some(more).filter(|block| !block.lines.is_empty());
        let on_page = page.order;
        blocks.retain(|block| !block.lines.is_empty());
        for line in blocks.iter_mut().filter_map(|block| block.lines.first_mut()) {
            line.under = false;
        }
        Self { name, department, role, date, talk_day, days, blocks, help, asks, more, off_page, on_page }
    }

    /// The block of that id, if it is there.
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().chain(&self.more).find(|b| b.id == id)
    }

    /// Whether nothing is shared yet.
    pub fn is_empty(&self) -> bool {
        let head = [&self.name, &self.department, &self.role, &self.date, &self.talk_day, &self.days];
        head.into_iter().all(Option::is_none)
            && self.blocks.is_empty()
            && self.asks.is_empty()
            && self.help.is_empty()
            && self.more.is_none()
    }
}

/// The label of a chosen card in the language of the page. Words that a person changed, and cards of another pack,
/// come as they were seen.
pub fn card_label(pack: &Pack, field_id: &str, card: &Picked, lang: Lang) -> String {
    let catalogue = pack.question(field_id).and_then(|q| q.cards.as_deref()).unwrap_or_default();
    match pack.card(catalogue, &card.id) {
        Some(known) if known.title.reads(&card.label) => known.title.plain(lang),
        _ => card.label.clone(),
    }
}

/// The heading of a field or kind. Of how a kind of item stands as a whole, it is that kind's.
pub fn label(pack: &Pack, id: &str, lang: Lang) -> String {
    let id = stand::asked_as(id);
    pack.question(id).map_or_else(|| id.to_owned(), |q| q.label.plain(lang))
}

/// What a leaf says, one string for each card or text; links say the names of their items.
pub fn leaf_words(document: &Document, pack: &Pack, path: Path, lang: Lang) -> Vec<String> {
    match document.leaf(path) {
        Some(Leaf::Text(answer)) => answer.said().cloned().into_iter().collect(),
        Some(Leaf::Cards(answer)) => answer
            .said()
            .map(|cards| cards.iter().map(|c| card_label(pack, path.field.id, c, lang)).collect())
            .unwrap_or_default(),
        Some(Leaf::Links(to)) => to.iter().filter_map(|id| name_of(document, pack, *id, lang)).collect(),
        Some(Leaf::Flag(true)) => vec![label(pack, path.field.id, lang)],
        Some(Leaf::Flag(false)) | None => Vec::new(),
    }
}

/// What an item is called: its first field's words.
pub fn name_of(document: &Document, pack: &Pack, id: ItemId, lang: Lang) -> Option<String> {
    let kind = KINDS.iter().copied().find(|k| k.many && document.items(k).iter().any(|i| i.id == id))?;
    leaf_words(document, pack, kind.fields[0].of(id), lang).into_iter().next()
}
