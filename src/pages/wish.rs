//! ありたい姿: a good working day about three years on.

use super::{asked_field, question, text_field};
use crate::document::{Change, Picked, wish};
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::field::Field;
use crate::parts::{question as q, walk};
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "wish.scene");
    let scene = wish::SCENE.alone();
    let title = q::asked(&asked, lang);
    let field = Field { label: title, label_hidden: true, hint: None, lines: 4, ..asked_field(session, scene, lang) };
    let first = super::cards(session, "horizons").into_iter().find(|c| c.first);
    let first = StoredValue::new(first.map(|c| super::pick(&c, lang)));
    let scene_field = field.view(
        move || session.peek(|d| d.text(scene).to_owned()),
        session.rewritten.into(),
        move |text| wrote(session, text, first.get_value()),
    );
    view! {
        {walk::progress(Route::Wish, lang)}
        {q::heading(&asked, lang)}
        {horizons(session, lang, first.get_value())}
        <div class="sheet-of-paper">{scene_field}</div>
        {q::more(&asked, lang)}
        <details class="unfold">
            <summary>{w::WISH_MORE.get(lang)}" "<span class="mark">{w::OPTIONAL.get(lang)}</span></summary>
            {text_field(session, wish::FOR_WHOM.alone(), Field { lines: 2, ..asked_field(session, wish::FOR_WHOM.alone(), lang) })}
        </details>
        {walk::ways(
            Route::Wish,
            lang,
            move || session.change(Change::PutOff(scene)),
            move || {
                session.change(Change::NotSure(scene));
                crate::browser::page::go(&Route::Unsure.hash());
            },
        )}
    }
    .into_any()
}

/// Writes the scene. The time point that the screen shows as set goes along with the first words.
fn wrote(session: Session, text: String, horizon: Option<Picked>) {
    let write = Change::Wrote(wish::SCENE.alone(), text);
    let unset = session.peek(|d| d.leaf(wish::HORIZON.alone()).is_some_and(|leaf| !leaf.is_said()));
    match horizon {
        Some(horizon) if unset => session.change(Change::Together(vec![
            Change::Chose(wish::HORIZON.alone(), vec![horizon]),
            write,
        ])),
        _ => session.change(write),
    }
}

/// いつごろ: the first one is shown as set until another is chosen.
fn horizons(session: Session, lang: Lang, first: Option<Picked>) -> AnyView {
    let preset = StoredValue::new(first.map(|p| p.id).unwrap_or_default());
    let chips = super::cards(session, "horizons")
        .into_iter()
        .map(|card| {
            let id = StoredValue::new(card.id.clone());
            let picked = StoredValue::new(super::pick(&card, lang));
            let chosen = move || {
                let now = session.with(|d| d.card(wish::HORIZON.alone()).map(|c| c.id.clone()));
                now.unwrap_or_else(|| preset.get_value()) == id.get_value()
            };
            let element = format!("wish-horizon-{}", card.id);
            Choice::radio(element, "horizon", card.title.plain(lang), Look::Chip).view(chosen, move |on| {
                if on {
                    session.change(Change::Chose(wish::HORIZON.alone(), vec![picked.get_value()]));
                }
                true
            })
        })
        .collect_view();
    view! { <fieldset class="group"><legend>{w::WISH_WHEN.get(lang)}</legend><div class="chips">{chips}</div></fieldset> }.into_any()
}
