//! The screens around the talk: everything that is shown or kept besides the sheet, in the second part of the program;
//! but for what somebody else handed over, which is in the third.
//!
//! May know: the session, parts. Must never know: the screens that ask, the stores.

mod across;
mod blank;
mod files;
mod given;
mod office;
mod plan;
mod rehearse;

use crate::pack::Lang;
use crate::route::Route;
use crate::session::Session;
use leptos::prelude::*;

/// The screen of a route; `None` where there is no such screen.
pub(super) fn page(session: Session, route: Route, lang: Lang) -> Option<AnyView> {
    Some(match route {
        Route::Plan => plan::page(session, lang),
        Route::OwnCopy => plan::own(session, lang),
        Route::Across => across::page(session, lang),
        Route::Rehearse => rehearse::page(session, lang),
        Route::Files => files::page(session, lang),
        Route::Blank => blank::page(session, lang),
        _ => return None,
    })
}

/// What somebody else handed over.
pub(super) fn given(session: Session, lang: Lang) -> AnyView {
    given::page(session, lang)
}
