//! The screens beyond the ten-minute path. They are a part of the program of their own, loaded when one is first wanted.
//!
//! `src/bin/seal` moves everything in this module, and what only it calls, out of the program that a first visit loads.
//! May know: the session, parts. Must never know: the screens of the ten-minute path, the stores.
//!
//! *Invariant:* nothing here is called before `session.second` says that it is there.

mod after;
mod editions;
mod example;
mod keep;
mod outline;
mod unsure;

use crate::browser::{files, page as window};
use crate::export::file_name;
use crate::format;
use crate::pack::Lang;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// The screen of a route beyond the path; `None` where there is no such screen.
pub(super) fn page(session: Session, route: Route, lang: Lang) -> Option<AnyView> {
    Some(match route {
        Route::Unsure => unsure::page(session, lang),
        Route::After => after::page(session, lang),
        Route::Editions => editions::page(session, lang),
        Route::Outline => outline::page(session, lang),
        Route::Keep => keep::page(session, lang),
        Route::Example(number) => example::page(session, number, lang),
        _ => return None,
    })
}

/// Saves everything to a file.
fn save_backup(session: Session, lang: Lang) {
    let now = window::now();
    let text = session.binder().with_untracked(|binder| format::backup(binder, session.generation(), now));
    let name = file_name(w::FILE_BACKUP.get(lang), window::today(), "json");
    if files::download(&name, "application/json", text.as_bytes()) {
        session.settings.update(|s| s.backed_up_at = Some(now));
    }
}
