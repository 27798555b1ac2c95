//! ありたい姿: a good working day about three years on.

use super::{asked_field, question, questions, text_field};
use crate::document::{Change, Picked, wish};
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
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
    let first = super::cards(session, "horizons").iter().find(|c| c.first);
    let preset = first.map(|c| super::pick(c, lang));
    let scene_field = field.view(
        move || session.peek(|d| d.text(scene).to_owned()),
        session.rewritten,
        move |text| wrote(session, text, preset.clone()),
    );
    many()
        .child(super::progress(session, Route::Wish, lang))
        .child(q::heading(asked, lang))
        .child(horizons(session, lang, first))
        .child(el("div").class("sheet-of-paper").child(scene_field))
        .child(q::more(&questions(session, ["wish.scene", "wish.horizon"]), lang))
        .child(
            el("details")
                .class("unfold")
                .child(
                    el("summary")
                        .text(w::WISH_MORE.get(lang))
                        .text(" ")
                        .child(el("span").class("mark").text(w::OPTIONAL.get(lang))),
                )
                .child(text_field(
                    session,
                    wish::FOR_WHOM.alone(),
                    Field { lines: 2, ..asked_field(session, wish::FOR_WHOM.alone(), lang) },
                ))
                .child(q::more(&[question(session, "wish.for_whom")], lang)),
        )
        .child(super::ways(
            session,
            Route::Wish,
            lang,
            move || session.change(Change::PutOff(scene)),
            move || {
                session.change(Change::NotSure(scene));
                crate::browser::page::go(&Route::Unsure.hash());
            },
        ))
        .view()
}

/// Writes the scene. The time point that the screen shows as set goes along with the first words.
fn wrote(session: Session, text: String, horizon: Option<Picked>) {
    let write = Change::Wrote(wish::SCENE.alone(), text);
    let unset = session.peek(|d| d.leaf(wish::HORIZON.alone()).is_some_and(|leaf| !leaf.is_said()));
    match horizon {
        Some(horizon) if unset => {
            session.change(Change::Together(vec![Change::Chose(wish::HORIZON.alone(), vec![horizon]), write]));
        }
        _ => session.change(write),
    }
}

/// いつごろ: the first one is shown as set until another is chosen.
fn horizons(session: Session, lang: Lang, first: Option<&'static Card>) -> AnyView {
    let chips = super::cards(session, "horizons")
        .iter()
        .map(|card| {
            let chosen = move || {
                session.choices(|d| match d.card(wish::HORIZON.alone()) {
                    Some(now) => now.id == card.id,
                    None => first.is_some_and(|first| first.id == card.id),
                })
            };
            let element = format!("wish-horizon-{}", card.id);
            Choice::radio(element, "horizon", card.title.plain(lang), Look::Chip).view(chosen, move |on| {
                if on {
                    session.change(Change::Chose(wish::HORIZON.alone(), vec![super::pick(card, lang)]));
                }
                true
            })
        })
        .collect::<Vec<_>>();
    el("fieldset")
        .class("group")
        .child(el("legend").text(w::WISH_WHEN.get(lang)))
        .child(el("div").class("chips").child(chips))
        .view()
}
