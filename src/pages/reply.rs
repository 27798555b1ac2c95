//! お返事: the screen on which the other person writes it, and the one on which it comes back.
//!
//! May know: the session, parts. Must never know: the other screens, the stores.

mod bring;
mod compose;
mod hand;
mod kept;
mod wait;

use crate::pack::Lang;
use crate::route::Route;
use crate::session::Session;
use leptos::prelude::*;

/// The screen of a route; `None` where there is no such screen.
pub(super) fn page(session: Session, route: Route, lang: Lang) -> Option<AnyView> {
    Some(match route {
        Route::Reply => compose::page(session, lang),
        Route::Replies => bring::page(session, lang),
        _ => return None,
    })
}
