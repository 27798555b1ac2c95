//! Erasing: every text of ours goes from this device, and what was on its way is not written any more.
//!
//! May know: the stores. Must never know: screens, words.

use super::Keeper;
use super::pending::{EARLY, MIRROR, RESCUED, WRITING, WRITTEN};
use crate::browser::journal::Journal;
use crate::browser::{KeepError, mirror};
use crate::tabs::Event;

impl Keeper {
    /// Erases everything of ours from this device. Nothing of it is written again; what somebody begins afresh is kept.
    ///
    /// # Errors
    /// When something could not be erased.
    pub async fn erase(&self) -> Result<(), KeepError> {
        {
            let mut inner = self.inner.borrow_mut();
            inner.stopped = true;
            inner.let_go();
            inner.times_erased += 1;
            // Deleting waits for whoever has it open.
            if let Some(journal) = inner.journal.take() {
                journal.close();
            }
            inner.moments.clear();
            inner.aside.clear();
            (inner.has_format, inner.marked, inner.begun) = (false, false, false);
        }
        let journal = Journal::open().await;
        let ours = [MIRROR, RESCUED, WRITTEN, WRITING, EARLY];
        let mirror_gone = ours.iter().filter(|key| !mirror::remove(key)).count() == 0;
        match journal {
            Ok(journal) => {
                let head = journal.erase().await?;
                let mut inner = self.inner.borrow_mut();
                (inner.generation, inner.acknowledged) = (head, head);
            }
            Err(KeepError::Blocked) => {}
            Err(error) => return Err(error),
        }
        if !mirror_gone {
            return Err(KeepError::Other);
        }
        let mut inner = self.inner.borrow_mut();
        // What is to stand on the page now is the caller's to say.
        (inner.stopped, inner.has_edition, inner.stale) = (inner.nothing.is_some(), false, false);
        drop(inner);
        // Other tabs see that it is gone.
        self.tell(Event::Saved);
        Ok(())
    }
}
