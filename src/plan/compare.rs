//! This edition against the last: what was said then and now, field by field, for every kind of item.
//!
//! Two items are one and the same when they share an identity (what is carried into a new edition keeps it), or else the
//! same card or words name them. What became of them is said in words alone: no counts, no scores, no verdict.
//! May know: documents, the pack's labels. Must never know: the browser, who looks.
//!
//! *Invariant:* nothing that was said in either edition is left out, except what was said *of* answers: [`LEFT_OUT`].

use super::{Became, became};
use crate::document::order::ordered;
use crate::document::{
    Answer, Document, Field, Item, ItemId, KINDS, Kind, Leaf, Path, Section, deeper, next, reply, sheet, stand, steps,
};
use crate::export::sheet::{label, leaf_words, name_of};
use crate::pack::{Lang, Pack};
use crate::wording as w;

/// Kinds that are not compared. What the person said of a remark speaks of that year's remarks, and not of the person;
/// how an unanswered question stands holds no words, and neither do the program's notes on files and replies.
pub static LEFT_OUT: [&Kind; 4] = [&sheet::REMARK, &stand::STAND, &reply::HANDOVER, &reply::RECEIPT];

/// What a comparison tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// What I wished for, and what changed in it.
    Wish,
    /// What I said: what matters to me, experiences, strengths, what I asked.
    Said,
    /// What happened: how the steps went, what was agreed, looking back.
    Happened,
}

impl Chapter {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 3] = [Self::Wish, Self::Said, Self::Happened];

    fn of(kind: &Kind) -> Self {
        let wish: [&Kind; 3] = [&steps::BACK, &deeper::FUTURE, &deeper::LETTER];
        match kind.section {
            Section::Wish => Self::Wish,
            _ if wish.contains(&kind) => Self::Wish,
            Section::Steps | Section::After => Self::Happened,
            _ => Self::Said,
        }
    }
}

/// One heading of a comparison: what is asked in one section of the walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it belongs.
    pub chapter: Chapter,
    /// The section.
    pub section: Section,
    /// Its name.
    pub heading: String,
    /// What stands under it, item by item.
    pub things: Vec<Thing>,
}

/// An item, or a group of fields that exist once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What it is: its kind, and its name now (then, where it is gone). `None` for a group of fields that exist once.
    pub heading: Option<String>,
    /// Whether it is there in both editions.
    pub became: Became,
    /// How it went, of a step or an experience that is done or given up: why it need not be there any more.
    pub ended: Option<String>,
    /// Field by field. The field that gave the name is among them where the name changed.
    pub rows: Vec<Row>,
}

/// One field, then and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it says.
    pub heading: String,
    /// The words of the last edition; empty where nothing was said.
    pub before: String,
    /// The words of this edition.
    pub after: String,
    /// What became of it.
    pub became: Became,
}

/// Compares two editions.
pub fn compare(before: &Document, after: &Document, pack: &Pack, lang: Lang) -> Vec<Part> {
    let both = Both { before, after, pack, lang };
    let mut parts: Vec<Part> = Vec::new();
    for chapter in Chapter::ALL {
        for section in Section::ALL {
            let kinds = KINDS.into_iter().filter(|k| k.section == section && Chapter::of(k) == chapter);
            let kinds = kinds.filter(|k| !LEFT_OUT.contains(k));
            let mut things: Vec<Thing> = kinds.flat_map(|kind| both.kind(kind)).collect();
            if chapter == Chapter::Said {
                things.extend(both.extra(section));
            }
            if !things.is_empty() {
                let heading = pack.part(section.id()).map_or_else(String::new, |part| part.title.plain(lang));
                parts.push(Part { chapter, section, heading, things });
            }
        }
    }
    parts
}

/// Which item of the one document is which of the other, in the order of `after`; those that are gone at the end.
pub fn pairs(before: &Document, after: &Document, kind: &'static Kind) -> Vec<(Option<ItemId>, Option<ItemId>)> {
    let mut left: Vec<&Item> = before.items(kind).iter().collect();
    let mut found: Vec<(Option<ItemId>, Option<ItemId>)> = Vec::new();
    // Those of one identity first: a card that names two items must not part them.
    for item in after.items(kind) {
        let at = left.iter().position(|was| was.id == item.id);
        found.push((at.map(|at| left.remove(at).id), Some(item.id)));
    }
    for (was, now) in found.iter_mut().filter(|(was, _)| was.is_none()) {
        let name = now.and_then(|id| after.leaf(kind.fields[0].of(id)));
        let at = left.iter().position(|item| is_named_alike(before.leaf(kind.fields[0].of(item.id)), name));
        *was = at.map(|at| left.remove(at).id);
    }
    found.extend(left.into_iter().map(|item| (Some(item.id), None)));
    found
}

/// The same card, however its words were then; or the same words of one's own.
fn is_named_alike(was: Option<&Leaf>, now: Option<&Leaf>) -> bool {
    match (was, now) {
        (Some(Leaf::Cards(Answer::Said(was))), Some(Leaf::Cards(Answer::Said(now)))) => {
            was.iter().zip(now).all(|(was, now)| was.id == now.id && (!was.id.is_empty() || was.label == now.label))
        }
        (Some(was), Some(now)) => was.is_said() && was == now,
        _ => false,
    }
}

struct Both<'a> {
    before: &'a Document,
    after: &'a Document,
    pack: &'a Pack,
    lang: Lang,
}

impl Both<'_> {
    fn kind(&self, kind: &'static Kind) -> Vec<Thing> {
        if !kind.many {
            let rows: Vec<Row> =
                kind.fields.iter().filter_map(|f| self.row(f, Some(ItemId::ALONE), Some(ItemId::ALONE))).collect();
            return all_in(rows).into_iter().collect();
        }
        let pairs = pairs(self.before, self.after, kind);
        let mut things: Vec<Thing> = pairs.iter().filter_map(|(was, now)| self.item(kind, *was, *now)).collect();
        things.extend(self.order(kind, &pairs));
        things
    }

    fn item(&self, kind: &'static Kind, was: Option<ItemId>, now: Option<ItemId>) -> Option<Thing> {
        let named =
            |document: &Document, id: Option<ItemId>| id.and_then(|id| name_of(document, self.pack, id, self.lang));
        let name = named(self.after, now).or_else(|| named(self.before, was));
        let rows: Vec<Row> = kind.fields.iter().filter_map(|field| self.row(field, was, now)).collect();
        let became = match (was, now) {
            _ if rows.is_empty() => return None,
            (None, _) => Became::Added,
            (_, None) => Became::Gone,
            _ if rows.iter().all(|row| row.became == Became::Same) => Became::Same,
            _ => Became::Changed,
        };
        // The name stands above already, unless it was another one.
        let name_is_above = self
            .row(kind.fields[0], was, now)
            .is_some_and(|row| row.became == Became::Same || was.is_none() || now.is_none());
        let rows = rows.into_iter().skip(name_is_above.into()).collect();
        let kind_name = label(self.pack, kind.id, self.lang);
        let heading = name.map_or_else(|| kind_name.clone(), |name| w::under(&kind_name, &name, self.lang));
        Some(Thing { heading: Some(heading), became, ended: self.ended(kind, was, now), rows })
    }

    /// How an item went that is over: in this edition, or in the last one where it did not go along.
    fn ended(&self, kind: &'static Kind, was: Option<ItemId>, now: Option<ItemId>) -> Option<String> {
        let (document, id) = now.map(|id| (self.after, id)).or(was.map(|id| (self.before, id)))?;
        let state = next::is_over(document, kind, id).then(|| kind.field("state"))??;
        leaf_words(document, self.pack, state.of(id), self.lang).into_iter().next()
    }

    /// The order, where that of the items in both editions is another one.
    fn order(&self, kind: &'static Kind, pairs: &[(Option<ItemId>, Option<ItemId>)]) -> Option<Thing> {
        let now: Vec<(ItemId, ItemId)> = pairs.iter().filter_map(|(was, now)| Some(((*was)?, (*now)?))).collect();
        let stood = |id: ItemId| self.before.items(kind).iter().position(|item| item.id == id);
        let was = ordered(now.clone(), |(id, _)| (0, stood(*id).unwrap_or(usize::MAX) as u64));
        if was == now {
            return None;
        }
        let names = |ids: &[(ItemId, ItemId)]| {
            let names = ids.iter().filter_map(|(_, id)| name_of(self.after, self.pack, *id, self.lang));
            w::list(&names.collect::<Vec<_>>(), self.lang)
        };
        let row = Row {
            heading: w::under(&label(self.pack, kind.id, self.lang), w::COMPARE_ORDER.get(self.lang), self.lang),
            before: names(&was),
            after: names(&now),
            became: Became::Changed,
        };
        Some(Thing { heading: None, became: Became::Changed, ended: None, rows: vec![row] })
    }

    fn row(&self, field: &'static Field, was: Option<ItemId>, now: Option<ItemId>) -> Option<Row> {
        let (was, now) = (was.map(|id| field.of(id)), now.map(|id| field.of(id)));
        let leaf = |document: &'_ Document, path: Option<Path>| path.and_then(|path| document.leaf(path).cloned());
        let (leaf_then, leaf_now) = (leaf(self.before, was), leaf(self.after, now));
        let became = became(leaf_then.as_ref(), leaf_now.as_ref())?;
        let words = |document: &Document, path: Option<Path>| {
            let words = path.map(|path| leaf_words(document, self.pack, path, self.lang)).unwrap_or_default();
            w::list(&words, self.lang)
        };
        let (before, after) = (words(self.before, was), words(self.after, now));
        // A card whose words were bettered meanwhile, or a link to the same thing under another identity.
        let became = if became == Became::Changed && before == after { Became::Same } else { became };
        Some(Row { heading: self.heading(field), before, after, became })
    }

    fn heading(&self, field: &Field) -> String {
        label(self.pack, field.id, self.lang)
    }

    /// The answers to an organisation's own questions; where the question is no longer asked, in the last section.
    fn extra(&self, section: Section) -> Option<Thing> {
        let asked = |id: &str| self.pack.extra.iter().find(|question| question.id == id);
        let last = Section::Sheet;
        let here = |id: &str| asked(id).map_or(section == last, |question| question.section == section.id());
        let mut ids: Vec<&str> = Vec::new();
        for id in self.before.extra_ids().chain(self.after.extra_ids()) {
            if here(id) && !ids.contains(&id) {
                ids.push(id);
            }
        }
        let said = |document: &Document, id: &str| document.extra(id).and_then(Answer::said).cloned();
        let leaf = |words: &Option<String>| words.clone().map(|words| Leaf::Text(Answer::Said(words)));
        let rows = ids.into_iter().filter_map(|id| {
            let (before, after) = (said(self.before, id), said(self.after, id));
            let became = became(leaf(&before).as_ref(), leaf(&after).as_ref())?;
            let heading = asked(id)
                .map_or_else(|| w::SHEET_MORE.get(self.lang).to_owned(), |question| question.title.plain(self.lang));
            Some(Row { heading, before: before.unwrap_or_default(), after: after.unwrap_or_default(), became })
        });
        all_in(rows.collect())
    }
}

/// The rows as one thing without a name of its own.
fn all_in(rows: Vec<Row>) -> Option<Thing> {
    let first = rows.first()?.became;
    let became = if rows.iter().all(|row| row.became == first) { first } else { Became::Changed };
    Some(Thing { heading: None, became, ended: None, rows })
}
