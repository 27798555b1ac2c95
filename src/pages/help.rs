//! Help where it is needed: a short tour, what the words mean, and what HR can hand out. The last is in the third part of
//! the program, the others in the second.
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
        _ => return None,
    })
}

/// What HR can hand out.
pub(super) fn guide(lang: Lang) -> AnyView {
    guide::page(lang)
}
