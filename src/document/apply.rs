//! The one way to change a binder: a [`Change`] says what the person did, [`Binder::apply`] does it.
//!
//! It answers with the records that were touched (to be saved) and with the change that takes it back (to be undone).
//! May know: the registry and the document. Must never know: the pack, the screen, the clock, chance.

use super::record::{Part, RecordKey};
use super::{Answer, Audience, Binder, Document, Edition, Item, ItemId, Kind, Leaf, Path, Picked, Shape};
use std::mem;

/// What the person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Typed: the whole text as it now stands. Emptied means open again.
    Wrote(Path, String),
    /// Chose cards: all that are now chosen.
    Chose(Path, Vec<Picked>),
    /// Set or cleared a mark.
    Marked(Path, bool),
    /// Tied to other items.
    Linked(Path, Vec<ItemId>),
    /// 「あとで」. What was already said stays said.
    PutOff(Path),
    /// 「まだ分からない」. What was already said stays said.
    NotSure(Path),
    /// Answered a question of the pack's own.
    AnsweredExtra(String, String),
    /// Added an item at the end.
    Added(&'static Kind, ItemId),
    /// Took an item away, with all it held.
    Removed(&'static Kind, ItemId),
    /// Moved an item to a place, counted from 0.
    Moved(&'static Kind, ItemId, usize),
    /// Agreed that an audience may see what a leaf says, or took that back. A leaf that can't be shared stays private,
    /// and so does an empty one: nobody agrees to words that are not written yet. 「まだ分からない」 is shown where it
    /// counts as an answer.
    Shared(Path, Audience, bool),
    /// Left what a leaf says off the one page for an audience, or put it back on. Whether they may see it stays as it is.
    LeftOff(Path, Audience, bool),
    /// Several things at once, taken back at once.
    Together(Vec<Self>),
    /// Replaced everything: restored a backup, started over.
    Replaced(Box<Binder>),
    /// Closed the open edition at a time, and began this one (`document::next` makes it from the one before).
    Began(Box<Edition>, u64),
    /// Takes back: the open edition goes, with all it holds, and the closed one of that id is open again.
    Reopened(ItemId),
    /// Takes back: a leaf as it was.
    PutLeaf(Path, Leaf),
    /// Takes back: an item as it was, at its place.
    PutItem(&'static Kind, Box<Item>, usize),
    /// Takes back: an extra answer as it was.
    PutExtra(String, Option<Answer<String>>),
}

/// The records that a change touched.
#[derive(Clone, Debug, PartialEq)]
pub enum Touched {
    /// These.
    Records(Vec<RecordKey>),
    /// All of them, those of the binder before and of the one after.
    Everything,
}

impl Touched {
    /// Whether there is nothing to save.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Records(keys) if keys.is_empty())
    }

    fn add(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::Records(mine), Self::Records(more)) => {
                for key in more {
                    if !mine.contains(&key) {
                        mine.push(key);
                    }
                }
            }
            _ => *self = Self::Everything,
        }
    }
}

/// What came of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// What must be saved. Nothing, when the change changed nothing.
    pub touched: Touched,
    /// The change that takes it back.
    pub inverse: Change,
}

impl Binder {
    /// Does what the person did, in the open edition. A change that names an item which is gone does nothing.
    pub fn apply(&mut self, change: Change) -> Applied {
        if let Change::Replaced(binder) = change {
            let before = mem::replace(self, *binder);
            return Applied { touched: Touched::Everything, inverse: Change::Replaced(Box::new(before)) };
        }
        if let Change::Together(changes) = change {
            let mut touched = Touched::Records(Vec::new());
            let mut inverses = Vec::new();
            for change in changes {
                let applied = self.apply(change);
                touched.add(applied.touched);
                inverses.push(applied.inverse);
            }
            inverses.reverse();
            return Applied { touched, inverse: Change::Together(inverses) };
        }
        let turned = match change {
            Change::Began(next, at) => self.turn(*next, at),
            Change::Reopened(id) => self.turn_back(id),
            change => {
                let edition = self.open_mut();
                let (parts, inverse) = edition.document.apply(change);
                Some((keys(edition.id, parts), inverse))
            }
        };
        let (keys, inverse) = turned.unwrap_or((Vec::new(), Change::Together(Vec::new())));
        Applied { touched: Touched::Records(keys), inverse }
    }

    /// Turns over to the next edition. One whose identity is taken, or that is closed already, is none.
    fn turn(&mut self, next: Edition, at: u64) -> Option<(Vec<RecordKey>, Change)> {
        // Further back than the others it would not be the last one when it is read again.
        let youngest = self.editions().iter().all(|e| e.id != next.id && e.opened_at < next.opened_at);
        if !youngest || next.closed_at.is_some() {
            return None;
        }
        let closed = self.open().id;
        let mut touched = keys(next.id, next.document.parts());
        touched.push(RecordKey::new(closed, Part::Edition));
        self.begin(next, at);
        Some((touched, Change::Reopened(closed)))
    }

    fn turn_back(&mut self, id: ItemId) -> Option<(Vec<RecordKey>, Change)> {
        let (gone, closed_at) = self.reopen(id)?;
        let mut touched = keys(gone.id, gone.document.parts());
        touched.push(RecordKey::new(id, Part::Edition));
        Some((touched, Change::Began(Box::new(gone), closed_at)))
    }
}

fn keys(edition: ItemId, parts: Vec<Part>) -> Vec<RecordKey> {
    parts.into_iter().map(|part| RecordKey::new(edition, part)).collect()
}

type Done = (Vec<Part>, Change);

impl Document {
    fn apply(&mut self, change: Change) -> Done {
        match change {
            Change::Wrote(path, text) => {
                self.put(path, Leaf::Text(if text.is_empty() { Answer::Open } else { Answer::Said(text) }))
            }
            Change::Chose(path, cards) => {
                self.put(path, Leaf::Cards(if cards.is_empty() { Answer::Open } else { Answer::Said(cards) }))
            }
            Change::Marked(path, on) => self.put(path, Leaf::Flag(on)),
            Change::Linked(path, to) => self.put(path, Leaf::Links(to)),
            Change::PutOff(path) => self.put_aside(path, false),
            Change::NotSure(path) => self.put_aside(path, true),
            Change::PutLeaf(path, leaf) => self.put(path, leaf),
            Change::AnsweredExtra(id, text) => self.put_extra(id, (!text.is_empty()).then_some(Answer::Said(text))),
            Change::PutExtra(id, answer) => self.put_extra(id, answer),
            Change::Added(kind, id) => {
                let at = self.items(kind).len();
                self.insert(kind, Item::new(kind, id), at)
            }
            Change::PutItem(kind, item, at) => self.insert(kind, *item, at),
            Change::Removed(kind, id) => self.remove(kind, id),
            Change::Moved(kind, id, to) => self.reorder(kind, id, to),
            Change::Shared(path, audience, on) => self.share(path, audience, on),
            Change::LeftOff(path, audience, on) => self.leave_off(path, audience, on),
            // `Binder::apply` unfolds these before it comes here.
            Change::Together(_) | Change::Replaced(_) | Change::Began(..) | Change::Reopened(_) => nothing(),
        }
    }

    fn put(&mut self, path: Path, leaf: Leaf) -> Done {
        let fits = mem::discriminant(&leaf) == mem::discriminant(&Leaf::empty(path.field.shape));
        let Some(place) = self.leaf_mut(path).filter(|place| fits && **place != leaf) else { return nothing() };
        // What is written next has not been agreed to: neither where a leaf is emptied, nor where 「まだ分からない」
        // was shown.
        let is_new = !leaf.is_said() || place.is_not_sure();
        let before = mem::replace(place, leaf);
        let mut parts = vec![part_of(path)];
        let mut inverse = Change::PutLeaf(path, before);
        if is_new {
            let unshared = self.unshare(|p| p == path, &mut parts);
            if !unshared.is_empty() {
                inverse = Change::Together([vec![inverse], unshared].concat());
            }
        }
        (parts, inverse)
    }

    fn put_aside(&mut self, path: Path, not_sure: bool) -> Done {
        if self.leaf(path).is_some_and(Leaf::is_said) {
            return nothing();
        }
        match path.field.shape {
            Shape::Text => self.put(path, Leaf::Text(if not_sure { Answer::NotSure } else { Answer::Later })),
            Shape::Pick | Shape::Picks => {
                self.put(path, Leaf::Cards(if not_sure { Answer::NotSure } else { Answer::Later }))
            }
            Shape::Links | Shape::Flag => nothing(),
        }
    }

    fn put_extra(&mut self, id: String, answer: Option<Answer<String>>) -> Done {
        if self.extra(&id) == answer.as_ref() {
            return nothing();
        }
        let before = self.set_extra(&id, answer);
        (vec![Part::Extra(id.clone())], Change::PutExtra(id, before))
    }

    fn insert(&mut self, kind: &'static Kind, item: Item, at: usize) -> Done {
        let id = item.id;
        if !kind.many || id == ItemId::ALONE || self.items(kind).iter().any(|i| i.id == id) {
            return nothing();
        }
        let items = self.items_mut(kind);
        items.insert(at.min(items.len()), item);
        (vec![Part::Item(kind, id), Part::Order(kind)], Change::Removed(kind, id))
    }

    fn remove(&mut self, kind: &'static Kind, id: ItemId) -> Done {
        let Some(at) = self.items(kind).iter().position(|i| i.id == id).filter(|_| kind.many) else { return nothing() };
        let mut parts = vec![Part::Item(kind, id), Part::Order(kind)];
        let shares = self.unshare(|p| p.item == id && p.field.kind() == kind, &mut parts);
        let item = self.items_mut(kind).remove(at);
        let put_back = Change::PutItem(kind, Box::new(item), at);
        let inverse = if shares.is_empty() { put_back } else { Change::Together([vec![put_back], shares].concat()) };
        (parts, inverse)
    }

    fn reorder(&mut self, kind: &'static Kind, id: ItemId, to: usize) -> Done {
        let items = self.items_mut(kind);
        let to = to.min(items.len().saturating_sub(1));
        let Some(from) = items.iter().position(|i| i.id == id).filter(|from| *from != to) else { return nothing() };
        let item = items.remove(from);
        items.insert(to, item);
        (vec![Part::Order(kind)], Change::Moved(kind, id, from))
    }

    fn share(&mut self, path: Path, audience: Audience, on: bool) -> Done {
        if on && !self.can_be_shown(path) {
            return nothing();
        }
        let changed = list(&mut self.shared[audience as usize], path, on);
        if changed { (vec![Part::Shared(audience)], Change::Shared(path, audience, !on)) } else { nothing() }
    }

    fn leave_off(&mut self, path: Path, audience: Audience, on: bool) -> Done {
        if on && !self.can_be_shown(path) {
            return nothing();
        }
        let changed = list(&mut self.left_off[audience as usize], path, on);
        if changed { (vec![Part::LeftOff(audience)], Change::LeftOff(path, audience, !on)) } else { nothing() }
    }

    /// Makes leaves private for everyone, and forgets that they were left off a page; answers with the changes that take
    /// this back.
    fn unshare(&mut self, which: impl Fn(Path) -> bool, parts: &mut Vec<Part>) -> Vec<Change> {
        type Listed = (fn(Audience) -> Part, fn(Path, Audience, bool) -> Change);
        const LISTS: [Listed; 2] = [(Part::Shared, Change::Shared), (Part::LeftOff, Change::LeftOff)];
        let mut back = Vec::new();
        for ((part, change), lists) in LISTS.into_iter().zip([&mut self.shared, &mut self.left_off]) {
            for (audience, paths) in Audience::ALL.into_iter().zip(lists) {
                let gone: Vec<Path> = paths.iter().copied().filter(|p| which(*p)).collect();
                if !gone.is_empty() {
                    parts.push(part(audience));
                    paths.retain(|p| !gone.contains(p));
                }
                back.extend(gone.into_iter().map(|path| change(path, audience, true)));
            }
        }
        back
    }
}

/// Puts a path into a list that is in order, or takes it out; whether that changed anything.
fn list(paths: &mut Vec<Path>, path: Path, on: bool) -> bool {
    match paths.binary_search(&path) {
        Err(at) if on => paths.insert(at, path),
        Ok(at) if !on => drop(paths.remove(at)),
        _ => return false,
    }
    true
}

fn part_of(path: Path) -> Part {
    let kind = path.field.kind();
    if kind.many { Part::Item(kind, path.item) } else { Part::Field(path) }
}

fn nothing() -> Done {
    (Vec::new(), Change::Together(Vec::new()))
}
