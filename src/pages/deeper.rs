//! The screens beyond the ten-minute path. They are a part of the program of their own, loaded when one is first wanted.
//!
//! `src/bin/seal` moves everything in this module, and what only it calls, out of the program that a first visit loads.
//! May know: the session, parts. Must never know: the screens of the ten-minute path, the stores.
//!
//! *Invariant:* nothing here is called before `session.second` says that it is there.

mod gallery;
mod keep;
mod outline;
mod unsure;

use crate::pack::Lang;
use crate::route::Route;
use crate::session::Session;
use leptos::prelude::AnyView;

/// The screen of a route beyond the path; `None` where there is no such screen.
pub(super) fn page(session: Session, route: Route, lang: Lang) -> Option<AnyView> {
    Some(match route {
        Route::Unsure => unsure::page(session, lang),
        Route::Outline => outline::page(session, lang),
        Route::Keep => keep::page(session, lang),
        Route::Gallery => gallery::page(session, lang),
        Route::Example(number) => return gallery::person(session, number, lang),
        _ => return None,
    })
}
