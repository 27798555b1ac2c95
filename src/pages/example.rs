//! An invented person's sheet, to look at. It never touches one's own record.

use crate::document::Audience;
use crate::examples::PEOPLE;
use crate::export::sheet::Sheet;
use crate::pack::Lang;
use crate::parts::el::{Child, el, many};
use crate::parts::paper::paper;
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, number: usize, lang: Lang) -> AnyView {
    let person = number.checked_sub(1).and_then(|at| PEOPLE.get(at));
    let Some((person, binder)) = person.and_then(|p| Some((p, p.open(lang)?))) else {
        return super::missing(lang);
    };
    let plan = share::for_audience(binder.document(), Audience::Talk);
    let sheet = session.pack(|pack| Sheet::of(&plan, pack, lang));
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::EXAMPLE_TITLE.get(lang)))
        .child(el("p").class("lead").child(person.who(lang)))
        .child(el("p").class("hint").text(w::EXAMPLE_NOTE.get(lang)))
        .child(el("div").class("paper-frame").child(paper(&sheet, lang)))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::HOME.get(lang))
                .child(el("a").class("button next").attr("href", Route::Values.hash()).text(w::START.get(lang)))
                .child(el("a").class("button quiet").attr("href", Route::Welcome.hash()).text(w::HOME.get(lang))),
        )
        .view()
}
