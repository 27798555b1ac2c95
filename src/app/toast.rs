//! What is said of the last thing that was done, with a way to take it back: for a while, and in nobody's
//! way.
//!
//! May know: the session. Must never know: what was done.
//!
//! *Invariant:* what is said is true of the last action, and of no earlier one (`Session::hush`). It is never
//! the only way to take something back: Ctrl+Z and the overview stay.

use crate::browser::page;
use crate::parts::el::{Child, El, button, el, many};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// So long somebody has to read what was just done, and to take it back here. It waits while they point at it
/// or are in it, and while the page is out of sight. Later there are Ctrl+Z and the overview for that.
const TOAST_SECONDS: u32 = 20;

/// Where it is said what was just done: of the last thing only, and for a while.
pub(super) fn toasts(session: Session) -> El {
    let said = move || session.undo.with(Option::is_some) || session.notice.with(Option::is_some);
    let held = Rc::new(Cell::new(false));
    let keep_it = |on: bool| {
        let held = held.clone();
        move |_: web_sys::Event| held.set(on)
    };
    let place = el("div")
        .class("toast")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .on("pointerenter", keep_it(true))
        .on("pointerleave", keep_it(false))
        .on("focusin", keep_it(true))
        .on("focusout", keep_it(false))
        .live(move || toast(session));
    // What one goes to work on must not lie under it.
    page::on_focus(move |element| {
        let said = session.undo.with_untracked(Option::is_some) || session.notice.with_untracked(Option::is_some);
        if said && page::lies_over("toast", element) {
            session.hush();
        }
    });
    let count = Rc::new(Cell::new(0));
    place.then(move || {
        count.set(count.get() + 1);
        if said() {
            held.set(false);
            let (this, count, held) = (count.get(), count.clone(), held.clone());
            page::later(async move {
                let mut left = TOAST_SECONDS;
                while left > 0 {
                    page::after(1_000).await;
                    // Something else is said meanwhile.
                    if count.get() != this {
                        return;
                    }
                    left -= u32::from(!held.get() && page::in_sight());
                }
                session.hush();
            });
        }
    })
}

/// What was just done, with a way to take it back.
fn toast(session: Session) -> AnyView {
    let lang = session.lang();
    let notice = session.notice.get().map(|words| el("p").child(words.get(lang)));
    let undo = session.undo.get().map(|offer| {
        let about = offer.about.and_then(|id| session.pack(|pack| pack.question(id)));
        let said = offer.said.get(lang);
        let take_back = offer.number.map(|number| {
            let take_back = move |_| {
                session.take_back(Some(number));
            };
            button().class("button quiet").on("click", take_back).text(w::UNDO.get(lang))
        });
        el("p")
            .child(
                el("span").child(about.map_or_else(|| said.to_owned(), |q| w::under(&q.label.plain(lang), said, lang))),
            )
            .child((!offer.note.is_empty()).then(|| el("span").child(offer.note)))
            .child(take_back)
            .child(button().class("link").on("click", move |_| session.undo.set(None)).text(w::CLOSE.get(lang)))
    });
    many().child(notice).child(undo).view()
}
