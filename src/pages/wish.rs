//! ありたい姿: a good working day about three years on.

use super::{asked_field, question, questions, text_field};
use crate::document::{Change, wish};
use crate::pack::Lang;
use crate::parts::el::{Child, el, many};
use crate::parts::field::Field;
use crate::parts::question as q;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "wish.scene");
    let scene = wish::SCENE.alone();
    let title = q::asked(asked, lang);
    let field = Field { label: title, label_hidden: true, hint: None, lines: 4, ..asked_field(session, scene, lang) };
    let unsure = super::unsure_at(session, scene);
    many()
        .child(super::progress(session, Route::Wish, lang))
        .child(q::heading(asked, lang))
        .child(super::chips(session, wish::HORIZON.alone(), "horizons", w::WISH_WHEN.get(lang).to_owned(), false, lang))
        .child(el("div").class("sheet-of-paper").child(text_field(session, scene, field)))
        .child(q::more(&questions(session, ["wish.scene", "wish.horizon"]), lang))
        .child(
            el("details")
                .class("unfold")
                .child(super::inside(
                    session,
                    [wish::FOR_WHOM.alone()],
                    el("summary")
                        .text(w::WISH_MORE.get(lang))
                        .text(" ")
                        .child(el("span").class("mark").text(w::OPTIONAL.get(lang))),
                ))
                .child(text_field(
                    session,
                    wish::FOR_WHOM.alone(),
                    Field { lines: 2, ..asked_field(session, wish::FOR_WHOM.alone(), lang) },
                ))
                .child(q::more(&[question(session, "wish.for_whom")], lang)),
        )
        .child(q::unsure(asked, lang, unsure, move || {
            el("p").child(el("a").attr("href", Route::Unsure.hash()).text(w::UNSURE_CLUES.get(lang))).view()
        }))
        .child(super::ways(
            session,
            Route::Wish,
            lang,
            move || session.change(Change::PutOff(scene)),
            move || session.change(Change::NotSure(scene)),
        ))
        .view()
}
