//! いっしょに見る: the sheet alone, large, for two people in front of one screen. One key, or one button, leaves it.
//!
//! *Invariant:* what is drawn here is made from what is shared alone, and the frame around it holds no
//! answer: nothing private is anywhere in the page. The address says for whom it is, so that a reload shows
//! the same sheet, and no other.

use crate::browser::page as window;
use crate::document::Audience;
use crate::export::sheet::Sheet;
use crate::pack::Lang;
use crate::parts::el::{Child, el, many};
use crate::parts::paper::paper;
use crate::parts::unwritten::unwritten;
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::wording as w;
use leptos::prelude::*;

pub(in super::super) fn page(session: Session, audience: Audience, lang: Lang) -> AnyView {
    // Whoever goes back to the sheet finds it as they left it: for the same reader.
    session.audience.set(audience);
    let plan = session.peek(|d| share::for_audience(d, audience));
    let sheet = session.pack(|pack| Sheet::of(&plan, pack, lang));
    let leave = el("a").class("button next").attr("href", Route::Sheet.hash()).text(w::TOGETHER_LEAVE.get(lang));
    // Gone with the screen.
    let _ = StoredValue::new_local(window::on_escape(|| window::go(&Route::Sheet.hash())));
    let shown = if sheet.is_empty() {
        unwritten(el("p").text(w::TOGETHER_NONE.get(lang))).view()
    } else {
        el("div").class("paper-frame").child(paper(&sheet, lang)).view()
    };
    many()
        .child(
            el("div")
                .class("together-head never-printed")
                .child(
                    el("h1")
                        .attr("tabindex", "-1")
                        .child(session.pack(|pack| Route::Together(audience).name(pack, lang))),
                )
                .child(leave),
        )
        .child(shown)
        .then(|| {
            request_animation_frame(|| {
                let _ = window::room_on_page("paper");
            });
        })
        .view()
}
