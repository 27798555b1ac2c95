//! 面談の相手のページ: what the person across the table can do before, during and after, made from what is shared.

use crate::browser::page;
use crate::document::Audience;
use crate::export::across::Across;
use crate::export::title_with_day;
use crate::pack::Lang;
use crate::parts::across::across;
use crate::parts::el::{Child, button, el, many};
use crate::parts::printing::print_ready;
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let plan = session.peek(|d| share::for_audience(d, Audience::Talk));
    let said = session.pack(|pack| Across::of(&plan, pack, lang));
    let too_long = State::new(false);
    let printing = print_ready(lang);
    let print = move |_| printing.print(title_with_day(w::FILE_ACROSS.get(lang), page::today()));
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::ACROSS_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::ACROSS_HINT.get(lang)))
        .child(
            el("p")
                .class("ways")
                .child(button().class("button next").on("click", print).text(w::SHEET_PRINT.get(lang)))
                .child(el("a").class("button quiet").attr("href", Route::Sheet.hash()).text(w::SHEET_PAGE.get(lang))),
        )
        .child(printing.status(lang))
        .child(
            el("p")
                .class("too-long")
                .attr("role", "status")
                .live_text(move || if too_long.get() { w::ACROSS_LONG.get(lang) } else { "" }),
        )
        .child(el("div").class("paper-frame").child(across(&said)))
        .then(move || {
            printing.settled();
            request_animation_frame(move || {
                let fits = page::room_on_page("paper").is_none_or(|room| room >= 0);
                too_long.update(|long| *long = !fits);
            });
        })
        .view()
}
