//! 前の記録: the moments that are kept to go back to, what each held, and what going back would change.
//!
//! May know: the session, its keeper's moments. Must never know: how they are kept, which are worth it.
//!
//! *Invariant:* looking changes nothing. Going back is a restore like any other: shown first, kept from before, undone.

use super::{MOMENT, Read, preview};
use crate::browser::page as window;
use crate::format::{self, BackupError};
use crate::history::{Moment, Why};
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::unwritten::unwritten;
use crate::route::Route;
use crate::session::Session;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

/// Which moment is looked at, and what came of reading it.
#[derive(Clone, Copy)]
struct Looking {
    at: State<Option<u64>>,
    read: State<Read>,
}

pub(in super::super) fn page(session: Session, lang: Lang) -> AnyView {
    let looking = Looking { at: State::new(None), read: State::new(None) };
    let moments = session.keeper().map(|keeper| keeper.moments()).unwrap_or_default();
    let none = moments.is_empty();
    let rows = moments.into_iter().map(|moment| row(session, moment, looking, lang)).collect::<Vec<_>>();
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::HISTORY_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::HISTORY_LEAD.get(lang)))
        .child(none.then(|| unwritten(el("p").text(w::HISTORY_NONE.get(lang)))))
        .child((!none).then(|| el("ol").class("changes moments").child(rows)))
        .child(el("p").class("hint").text(w::HISTORY_HOW.get(lang)))
        .child(super::super::way_out(Route::Keep, w::KEEP_TITLE, lang))
        .view()
}

fn row(session: Session, moment: Moment, looking: Looking, lang: Lang) -> El {
    let number = moment.number;
    let when = w::time_of(window::moment(moment.at), lang);
    let look = move |_| {
        let Some(keeper) = session.keeper() else { return };
        looking.read.set(None);
        looking.at.set(Some(number));
        window::later(async move {
            let text = keeper.moment(number).await;
            let result = text.map_or(Err(BackupError::Damaged), |text| format::open_backup(text.as_bytes()));
            // Another one may have been chosen meanwhile, or the page left.
            if looking.at.try_get_untracked() == Some(Some(number)) {
                looking.read.set(Some(result));
            }
        });
    };
    let seen = move || {
        let result = (looking.at.get() == Some(number)).then(|| looking.read.get()).flatten();
        result.map(|result| match result {
            Ok(backup) => preview(session, backup, looking.read, MOMENT, lang),
            Err(_) => el("p").class("error").attr("role", "alert").text(w::HISTORY_UNREADABLE.get(lang)).view(),
        })
    };
    let held = (moment.at > 0).then(|| el("p").class("hint").child(w::held(&moment.held, lang)));
    el("li")
        .child(el("strong").child(when.clone()))
        .child(el("p").text(why(moment.why).get(lang)))
        .child(held)
        .child(
            el("p").child(
                button()
                    .class("button quiet")
                    .attr("aria-label", w::look_at(&when, lang))
                    .on("click", look)
                    .text(w::HISTORY_LOOK.get(lang)),
            ),
        )
        .live(seen)
}

fn why(why: Why) -> w::Words {
    match why {
        Why::Found => w::HISTORY_FOUND,
        Why::Writing => w::HISTORY_WRITING,
        Why::Taken => w::HISTORY_TAKEN,
        Why::Restore => w::HISTORY_RESTORE,
        Why::Over => w::HISTORY_OVER,
        Why::Migration => w::HISTORY_MIGRATION,
    }
}
