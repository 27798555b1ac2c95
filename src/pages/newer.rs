//! A newer version: offered at the foot of every screen, taken when the person says so and everything is saved.
//!
//! May know: the session. Must never know: other pages, how a version comes.

use crate::browser::{page, updates};
use crate::keeper::SaveState;
use crate::parts::version::newer;
use crate::session::Session;
use leptos::prelude::*;

/// How long saving may take before it is left at the old version, and how often it is looked at.
const SAVE_MS: i32 = 10_000;
const LOOK_MS: i32 = 50;

/// Begins to look out for one.
pub(super) fn watch(session: Session) {
    updates::watch(move || session.newer.set(Some(offer)));
}

fn offer(session: Session) -> AnyView {
    newer(session.lang(), move |_| page::later(take(session)))
}

/// The page is loaded anew only if all that was typed is saved; if it can't be, that is said elsewhere and nothing happens.
async fn take(session: Session) {
    if let Some(keeper) = session.keeper() {
        keeper.flush();
    }
    for _ in 0..SAVE_MS / LOOK_MS {
        // A tab that only reads has no words of its own.
        if matches!(session.save.get_untracked(), SaveState::Saved(..) | SaveState::Nothing | SaveState::Reading) {
            return updates::take();
        }
        page::after(LOOK_MS).await;
    }
}
