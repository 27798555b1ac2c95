//! What is said of what was done, and how it is taken back.
//!
//! May know: the session's own signals. Must never know: screens, how things are stored.

use super::{Session, UndoOffer};
use crate::document::Change;
use crate::document::undo;
use crate::route::Route;
use crate::wording::Words;

impl Session {
    /// Says nothing any more of what was done. It can still be taken back: by Ctrl+Z, and on the overview.
    pub fn hush(self) {
        if self.undo.with_untracked(Option::is_some) {
            self.undo.set(None);
        }
        if self.notice.with_untracked(Option::is_some) {
            self.notice.set(None);
        }
    }

    /// What was offered to be taken back is not offered any more where that would take along what was typed
    /// after it.
    pub(super) fn withdraw(self) {
        let number = self.undo.with_untracked(|offer| offer.as_ref().and_then(|o| o.number));
        let done = self.done();
        if number.is_some_and(|number| done.borrow().get(number).is_none()) {
            self.undo.set(None);
        }
    }

    /// What would be taken back next: the id of its question in the pack, or that it is about everything;
    /// `None` where there is nothing to take back.
    pub fn last_done(self) -> Option<Option<&'static str>> {
        self.rewritten.track();
        let done = self.done();
        done.borrow().last().map(|done| undo::about(&done.inverse))
    }

    /// Does what the person did, says so, and offers to take it back.
    pub fn change_with_undo(self, change: Change, said: Words) {
        self.change_with_undo_and_note(change, said, String::new());
    }

    /// The same, with something more to say of it.
    pub fn change_with_undo_and_note(self, change: Change, said: Words, note: String) {
        self.offer(change, said, note, false);
    }

    /// The same, where the next thing that happens is another screen.
    pub fn change_and_go(self, change: Change, said: Words, to: Route) {
        self.offer(change, said, String::new(), true);
        crate::browser::page::go(&to.hash());
    }

    fn offer(self, change: Change, said: Words, note: String, goes_along: bool) {
        // What replaces everything is kept with its replacement.
        if let Some(keeper) = self.keeper().filter(|_| !matches!(change, Change::Replaced(_))) {
            keeper.something_goes();
        }
        if let Some(inverse) = self.apply(change) {
            self.rewritten.update(|n| *n += 1);
            let whole = matches!(inverse, Change::Replaced(_) | Change::Reopened(_));
            let number = Some(self.done().borrow_mut().did(inverse));
            self.hush();
            self.undo.set(Some(UndoOffer { said, note, about: None, number, goes_along, whole }));
        }
    }

    /// Takes back the thing of that number, or the last one that can be, and says what it was.
    pub fn take_back(self, number: Option<u32>) {
        if self.only_reads() {
            return;
        }
        let stack = self.done();
        loop {
            let Some(done) = stack.borrow_mut().take(number) else { return };
            let about = undo::about(&done.inverse);
            // What it was done to may be gone: then the thing before it is the last one.
            if self.apply(done.inverse).is_some() {
                self.rewritten.update(|n| *n += 1);
                let said = crate::wording::TAKEN_BACK;
                self.hush();
                let note = String::new();
                self.undo.set(Some(UndoOffer { said, note, about, number: None, goes_along: false, whole: false }));
                return;
            }
        }
    }

    /// What was said in passing belongs to the screen on which it was said. An offer goes along to the next
    /// screen only where doing the thing led there.
    pub fn moved_on(self) {
        self.notice.set(None);
        self.not_sure.update(|from| *from = from.filter(|(_, goes_along)| *goes_along).map(|(from, _)| (from, false)));
        let offer = self.undo.get_untracked();
        // What replaced everything can be taken back until something new is written.
        let next = |o: UndoOffer| UndoOffer { goes_along: o.whole, ..o };
        self.undo.set(offer.filter(|o| o.goes_along).map(next));
    }
}
