//! Goes on where the first screen was that stood in the page before the program: nothing that was done there is lost, and
//! nobody sees where the one ends and the other begins.
//!
//! May know: everything of the shell. Must never know: what a page does inside.

use super::speak;
use crate::browser::{first, page};
use crate::pack::Lang;
use crate::pages;
use crate::parts::el::el;
use crate::route::Route;
use crate::session::Session;
use crate::settings::Settings;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use web_sys::HtmlElement;

/// Waits until nobody is in the middle of something, and speaks the language that was switched to by then.
pub(super) async fn settle(session: Session) {
    let mut spoken = None;
    loop {
        first::still().await;
        let chosen = first::language().map(|code| Lang::from_code(&code));
        if chosen.is_none() || chosen == spoken {
            return;
        }
        spoken = chosen;
        speak(session, chosen.unwrap_or_default()).await;
        session.settings.with_untracked(Settings::keep);
    }
}

/// Puts the program in the place of the first screen, in the same state, and then goes where the address says by now.
pub(super) fn take_over(session: Session, app: fn(Session) -> AnyView) {
    let taken = first::take();
    let (others, shown) = taken.rsplit_once(' ').unwrap_or(("", &taken));
    let may = session.may_write() && !session.former.get_untracked();
    let address = || Route::read(&page::hash());
    // What was done on a screen that is not shown any more is done on one that nobody sees.
    for other in others.split_terminator(' ').filter(|_| may) {
        if let Some(nowhere) = el("div").element::<HtmlElement>() {
            let route = Route::read(other);
            let unseen = show(nowhere.clone(), Box::new(move || pages::page(session, route, session.lang())));
            first::give(&nowhere, other);
            drop(unseen);
        }
    }
    if may && !others.is_empty() {
        session.settings.with_untracked(Settings::keep);
    }
    session.route.set(if shown.is_empty() { address() } else { Route::read(shown) });
    page::remove_waiting();
    let Some(body) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.body()) else { return };
    show(body.clone(), Box::new(move || app(session))).forget();
    if may && !shown.is_empty() {
        first::give(&body, shown);
    }
    let route = address();
    if session.route.get_untracked() != route {
        session.route.set(route);
    }
    if let (Some(keeper), true) = (session.keeper(), may) {
        keeper.flush();
        if !keeper.has_work() {
            first::end();
        }
    }
}

/// One function for both, the program's whole screen and one that nobody sees.
fn show(at: HtmlElement, view: Box<dyn FnOnce() -> AnyView>) -> UnmountHandle<AnyViewState> {
    mount_to(at, view)
}

/// What the page noted of the first screen goes once something was saved.
pub(super) fn forget(session: Session) -> impl FnMut() {
    move || {
        if session.works.get() == Some(Ok(())) && session.may_write() {
            first::end();
        }
    }
}
