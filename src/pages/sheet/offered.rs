//! What would still fit on the page: folded, because what is not shown yet is read here, and one press for each.

use super::super::leaf_id;
use crate::browser::page;
use crate::document::on_page::{placed, starts_off};
use crate::document::{Audience, Change};
use crate::export::sheet::Sheet;
use crate::pack::Lang;
use crate::parts::el::{El, button, el, many};
use crate::plan::offers::{Offer, offers};
use crate::session::Session;
use crate::signals::{Memo, State};
use crate::wording as w;
use leptos::prelude::*;

/// The height of a line on the page, in CSS pixels.
const LINE: i32 = 20;
/// Where the focus goes when the row that had it is gone.
const TITLE: &str = "offered-title";

/// What would still fit; nothing where the page is full or nothing is left to put there.
pub(super) fn offered(session: Session, audience: Audience, sheet: Memo<Sheet>, room: State<i32>, lang: Lang) -> El {
    let lines = Memo::new(move |_| usize::try_from(room.get() / LINE).unwrap_or(0));
    let fits = Memo::new(move |_| {
        let lines = lines.get();
        session
            .choices(|d| session.pack(|pack| sheet.with(|sheet| Fits(offers(d, pack, audience, sheet, lines, lang)))))
    });
    let rows = move || {
        let rows = fits.with(|fits| fits.0.iter().map(|offer| row(session, audience, offer, lang)).collect::<Vec<_>>());
        el("ul").class("fit-rows").child(rows)
    };
    let folded = el("details")
        .class("unfold")
        .child(
            el("summary")
                .child(el("span").text(w::FIT_MORE.get(lang)))
                .text(" ")
                .child(el("span").class("mark").live_text(move || w::items(fits.with(|fits| fits.0.len()), lang))),
        )
        .child(el("p").class("hint").id(TITLE).attr("tabindex", "-1").text(w::FIT_MORE_NOTE.get(lang)))
        .child(el("div").class("fitting").live(rows));
    let any = Memo::new(move |_| fits.with(|fits| !fits.0.is_empty()));
    many().child(el("div").live_attr("class", move || if any.get() { "" } else { "gone" }).child(folded))
}

/// The offers, as one value that is compared.
#[derive(Clone, PartialEq)]
struct Fits(Vec<Offer>);

fn row(session: Session, audience: Audience, offer: &Offer, lang: Lang) -> El {
    let path = offer.path;
    let id = format!("offer-{}", leaf_id(path));
    let says = format!("{id}-words");
    let put = move |_| {
        let mut changes = vec![Change::Shared(path, audience, true)];
        changes.extend(starts_off(path.field).then(|| placed(path, audience, true)));
        session.change_with_undo(Change::Together(changes), w::FIT_PUT);
        // The row is gone then.
        request_animation_frame(|| page::focus_id(TITLE));
    };
    let words = if offer.shown { w::FIT_PUT_ON } else { w::FIT_SHOW_AND_PUT };
    let said = el("p")
        .id(says.as_str())
        .child(el("span").class("line-label").child(el("bdi").child(offer.label.clone())))
        .child(el("bdi").class("fit-words").child(offer.words.clone()));
    el("li").child(el("div").class("fit-said").child(said)).child(
        button()
            .class("button quiet fit-button")
            .id(&id)
            .attr("aria-describedby", says.as_str())
            .on("click", put)
            .text(words.get(lang)),
    )
}
