//! What can be taken back, the last thing first: everything the person did otherwise than by typing.
//!
//! Typing is taken back in the field itself, by the browser. What would take along words that were typed since is let go
//! of as soon as they are typed, so that nobody ever loses them by taking back something else.
//! May know: changes. Must never know: words, the screen, which key was pressed.
//!
//! *Invariant:* taking back never touches words that were typed after the thing that is taken back, nor shows them to
//! anybody.

use super::{Change, Path};

/// How many things can be taken back, one after the other.
pub const STEPS: usize = 20;

/// What was done and can be taken back, the last one at the end.
#[derive(Clone, Debug, Default)]
pub struct Undo {
    done: Vec<Done>,
    count: u32,
}

/// One thing that was done.
#[derive(Clone, Debug)]
pub struct Done {
    /// Its number, never given twice.
    pub number: u32,
    /// What takes it back.
    pub inverse: Change,
}

impl Undo {
    /// Something was done; answers with its number.
    pub fn did(&mut self, inverse: Change) -> u32 {
        self.count += 1;
        if self.done.len() == STEPS {
            self.done.remove(0);
        }
        self.done.push(Done { number: self.count, inverse });
        self.count
    }

    /// Words were typed: what would take them along can't be taken back any more.
    pub fn typed(&mut self, change: &Change) {
        self.done.retain(|done| !takes_along(&done.inverse, change));
    }

    /// The thing of that number, if it can still be taken back.
    pub fn get(&self, number: u32) -> Option<&Done> {
        self.done.iter().find(|done| done.number == number)
    }

    /// The last thing that can be taken back.
    pub fn last(&self) -> Option<&Done> {
        self.done.last()
    }

    /// Takes out the thing of that number, or the last one.
    pub fn take(&mut self, number: Option<u32>) -> Option<Done> {
        let at = match number {
            Some(number) => self.done.iter().position(|done| done.number == number)?,
            None => self.done.len().checked_sub(1)?,
        };
        Some(self.done.remove(at))
    }
}

/// Whether a change holds words that somebody may have typed.
pub fn has_words(change: &Change) -> bool {
    match change {
        Change::Wrote(..) | Change::AnsweredExtra(..) => true,
        Change::Together(changes) => changes.iter().any(has_words),
        _ => false,
    }
}

/// What an inverse is about: the kind of the item, or the field that exists once. `None` where it is about everything.
pub fn about(inverse: &Change) -> Option<&'static str> {
    match inverse {
        Change::Removed(kind, _) | Change::Moved(kind, ..) | Change::PutItem(kind, ..) => Some(kind.id),
        Change::PutLeaf(path, _) | Change::Shared(path, ..) | Change::LeftOff(path, ..) => {
            let kind = path.field.kind();
            Some(if kind.many { kind.id } else { path.field.id })
        }
        Change::Together(changes) => {
            // One thing that was done touches its item last, or only. Several things have no one name.
            let first = changes.iter().find_map(about)?;
            changes.iter().filter_map(about).all(|other| other == first).then_some(first)
        }
        _ => None,
    }
}

/// Whether an inverse would undo, or show, the words of a change that came later.
fn takes_along(inverse: &Change, typed: &Change) -> bool {
    match typed {
        Change::Together(changes) => changes.iter().any(|typed| takes_along(inverse, typed)),
        Change::Wrote(path, _) => reaches(inverse, Some(*path), ""),
        Change::AnsweredExtra(id, _) => reaches(inverse, None, id),
        _ => false,
    }
}

fn reaches(inverse: &Change, path: Option<Path>, extra: &str) -> bool {
    match inverse {
        Change::Replaced(_) | Change::Began(..) | Change::Reopened(_) => true,
        Change::Together(changes) => changes.iter().any(|inverse| reaches(inverse, path, extra)),
        // Whoever made a place private and writes there has not agreed to show these words.
        Change::PutLeaf(place, _) | Change::Shared(place, _, true) => path == Some(*place),
        Change::Removed(kind, id) => path.is_some_and(|path| path.item == *id && path.field.kind() == *kind),
        Change::PutExtra(id, _) => path.is_none() && id == extra,
        _ => false,
    }
}
