//! 白紙の用紙: the sheet without words, to print and fill in by hand.

use crate::browser::page as window;
use crate::export::blank::Blank;
use crate::export::title_with_day;
use crate::pack::Lang;
use crate::parts::blank::blank;
use crate::parts::el::{Child, button, el, many};
use crate::parts::printing::print_ready;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let printing = print_ready(lang);
    let print = move |_| printing.print(title_with_day(w::FILE_SHEET.get(lang), window::today()));
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::BLANK_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::BLANK_NOTE.get(lang)))
        .child(el("div").class("paper-frame").child(blank(&session.pack(|pack| Blank::of(pack, lang)), lang)))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::WAYS.get(lang))
                .child(button().class("button next").on("click", print).text(w::SHEET_PRINT.get(lang)))
                .child(el("a").class("button quiet").attr("href", Route::Sheet.hash()).text(w::SHEET_PAGE.get(lang))),
        )
        .child(printing.status(lang))
        .then(move || {
            printing.settled();
            request_animation_frame(|| {
                let _ = window::room_on_page("paper");
            });
        })
        .view()
}
