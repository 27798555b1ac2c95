//! Keeping nothing: what is written stays in the open page, and nowhere else.
//!
//! May know: the stores, to see that they are empty. Must never know: screens, words.
//!
//! *Invariant:* while nothing is to be kept, no store is opened, let alone written.

use super::pending::{Inner, Nothing};
use super::{Keeper, SaveState, Works};
use crate::browser::journal::Journal;
use crate::browser::{KeepError, page};
use crate::document::Binder;
use crate::signals::State;
use crate::tabs::Event;
use std::cell::RefCell;
use std::rc::Rc;

impl Keeper {
    /// A keeper that keeps nothing.
    pub(super) fn of_nothing(binder: State<Binder>, state: State<SaveState>, works: State<Works>) -> Self {
        let inner = Inner { stopped: true, nothing: Some(Nothing { unsaved: false }), ..Inner::default() };
        let keeper = Self { inner: Rc::new(RefCell::new(inner)), binder, state, works, told: Rc::default() };
        keeper.say(SaveState::Nowhere);
        keeper.warn_on_leaving();
        keeper
    }

    /// Erases what is kept on this device, and keeps nothing from now on. What is on the page stays there.
    ///
    /// # Errors
    /// When something could not be erased; then all goes on as before.
    pub async fn keep_nothing(&self) -> Result<(), KeepError> {
        self.erase().await?;
        let unsaved = self.binder.with_untracked(|b| !b.is_blank());
        {
            let mut inner = self.inner.borrow_mut();
            inner.stopped = true;
            inner.journal = None;
            inner.nothing = Some(Nothing { unsaved });
        }
        self.works.set(None);
        self.say(SaveState::Nowhere);
        self.tell(Event::Seen);
        self.warn_on_leaving();
        Ok(())
    }

    /// Keeps again, from now on, what is on the page.
    ///
    /// # Errors
    /// When that can't be known to be safe: the stores can't be opened, or something else is kept there meanwhile.
    pub async fn keep_again(&self) -> Result<(), KeepError> {
        let journal = Journal::open().await?;
        let contents = journal.read().await?;
        if !contents.records.is_empty() {
            journal.close();
            return Err(KeepError::Elsewhere);
        }
        {
            let mut inner = self.inner.borrow_mut();
            inner.journal = Some(journal);
            (inner.generation, inner.acknowledged) = (contents.head, contents.head);
            inner.moments = contents.moments;
            inner.has_edition = true;
            (inner.stopped, inner.nothing, inner.replace_all) = (false, None, true);
            inner.own = true;
        }
        self.say(SaveState::Unsaved);
        self.wait(0);
        Ok(())
    }

    /// All that was written is in a file that the person has.
    pub fn handed_out(&self) {
        if let Some(nothing) = &mut self.inner.borrow_mut().nothing {
            nothing.unsaved = false;
        }
    }

    /// Asks before the page is left with words that are nowhere else: in the browser's own words.
    fn warn_on_leaving(&self) {
        let keeper = self.clone();
        page::on_about_to_leave(move || keeper.inner.borrow().nothing.is_some_and(|n| n.unsaved));
    }
}
