//! What is done in a while: saving, saying that all is saved, emptying the mirror. One timer of each kind at a time.
//!
//! May know: how saving stands. Must never know: records, what is in the stores.

use super::{Keeper, SaveState};
use leptos::prelude::*;
use std::time::Duration;

/// How long nobody types before 「保存済み」 is said: to and fro at every word it would be in the way.
const CALM_MS: u64 = 400;
/// How long nothing was written before the mirror is emptied.
const TIDY_MS: u64 = 2_000;

impl Keeper {
    /// Says that all is saved once nobody has typed for a moment.
    pub(super) fn calm_down(&self) {
        let seen = {
            let mut inner = self.inner.borrow_mut();
            if std::mem::replace(&mut inner.calming, true) {
                return;
            }
            inner.acknowledged
        };
        let keeper = self.clone();
        let calm = move || {
            let (now, quiet) = {
                let mut inner = keeper.inner.borrow_mut();
                inner.calming = false;
                (inner.acknowledged, !inner.has_work() && inner.unacknowledged.is_empty())
            };
            if let (SaveState::SavedInPart(at, generation), true) = (keeper.state.get_untracked(), quiet) {
                if now == seen {
                    keeper.say(SaveState::Saved(at, generation));
                } else {
                    keeper.calm_down();
                }
            }
        };
        set_timeout(calm, Duration::from_millis(CALM_MS));
    }

    /// Empties the mirror once nothing was written for a while.
    pub(super) fn tidy(&self) {
        let seen = {
            let mut inner = self.inner.borrow_mut();
            if inner.mirrored == 0 || std::mem::replace(&mut inner.tidying, true) {
                return;
            }
            inner.mirrored
        };
        let keeper = self.clone();
        let idle = move || {
            let mut inner = keeper.inner.borrow_mut();
            inner.tidying = false;
            if inner.mirrored == seen {
                inner.tidy_mirror();
            }
            drop(inner);
            keeper.tidy();
        };
        set_timeout(idle, Duration::from_millis(TIDY_MS));
    }

    /// Saves in so many milliseconds what waits by then.
    pub(super) fn wait(&self, ms: u64) {
        let mut inner = self.inner.borrow_mut();
        if inner.waiting || inner.stopped {
            return;
        }
        inner.waiting = true;
        let keeper = self.clone();
        let over = move || {
            let (work, in_flight) = {
                let mut inner = keeper.inner.borrow_mut();
                inner.waiting = false;
                (inner.has_work(), inner.in_flight)
            };
            // A write that is under way comes back here when it is done. It takes long.
            if in_flight {
                keeper.leave();
            } else if work {
                keeper.save();
            }
        };
        set_timeout(over, Duration::from_millis(ms));
    }
}
