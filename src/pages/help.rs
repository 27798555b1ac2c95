//! Help where it is needed: a short tour, what the words mean, and what HR can hand out. All in the second part of the program.
//!
//! May know: the pack's words, parts. Must never know: anybody's answers.

mod glossary;
mod guide;
mod tour;

use crate::pack::Lang;
use crate::route::Route;
use crate::session::Session;
use leptos::prelude::*;

/// The screen of a route; `None` where there is no such screen.
pub(super) fn page(session: Session, route: Route, lang: Lang) -> Option<AnyView> {
    Some(match route {
        Route::Tour => tour::page(session, lang),
        Route::Words => glossary::page(session, lang),
        Route::Guide => guide::page(lang),
        _ => return None,
    })
}
