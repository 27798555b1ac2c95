//! An invented person's sheet, to look at. It never touches one's own record.

use crate::browser::{files, page};
use crate::document::Audience;
use crate::examples::{self, PEOPLE};
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
    let Some(person) = number.checked_sub(1).and_then(|at| PEOPLE.get(at)) else { return super::super::missing(lang) };
    let (who, file) = (person.who(lang), person.file(lang));
    // `None` until it is known whether the file could be read.
    let read: RwSignal<Option<Option<Sheet>>> = RwSignal::new(None);
    page::later(async move {
        let binder = files::fetch(file).await.and_then(|text| examples::open(&text));
        let sheet = binder.map(|binder| {
            let plan = share::for_audience(binder.document(), Audience::Talk);
            session.pack(|pack| Sheet::of(&plan, pack, lang))
        });
        // The page may have been left in the meantime.
        let _ = read.try_set(Some(sheet));
    });
    let shown = move || {
        read.with(|read| match read {
            None => el("p").class("hint").attr("role", "status").text(w::EXAMPLE_WAIT.get(lang)).view(),
            Some(None) => el("p").class("error").attr("role", "alert").text(w::EXAMPLE_FAILED.get(lang)).view(),
            Some(Some(sheet)) => el("div").class("paper-frame").child(paper(sheet, lang)).view(),
        })
    };
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::EXAMPLE_TITLE.get(lang)))
        .child(el("p").class("lead").text(who))
        .child(el("p").class("hint").text(w::EXAMPLE_NOTE.get(lang)))
        .live(shown)
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::HOME.get(lang))
                .child(el("a").class("button next").attr("href", Route::Values.hash()).text(w::START.get(lang)))
                .child(el("a").class("button quiet").attr("href", Route::Welcome.hash()).text(w::HOME.get(lang))),
        )
        .view()
}
