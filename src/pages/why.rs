//! Why this experience, its small form and its door, and the strength it would use or grow.

use super::{asked_field, chips, leaf_id, pick, question, ready_texts, text_field};
use crate::document::{Change, Document, ItemId, Picked, experience, strength};
use crate::export::sheet::card_label;
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
use crate::parts::field::Field;
use crate::parts::{question as q, walk};
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// How many strengths are offered where the experience names none of its own.
const OFFERED: usize = 6;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "experience.why");
    let unsure = RwSignal::new(false);
    let ids = session.peek(|d| d.ids(&experience::EXPERIENCE));
    let Some(first) = ids.first().copied() else { return nothing_chosen(lang) };
    let several = ids.len() > 1;
    let each = ids.into_iter().map(|id| one(session, id, several, lang)).collect_view();
    view! {
        {walk::progress(Route::Why, lang)}
        {q::heading(&asked, lang)}
        {each}
        {strengths(session, lang)}
        {q::more(&asked, lang)}
        {q::unsure(&asked, lang, unsure, || ().into_any())}
        {walk::ways(
            Route::Why,
            lang,
            move || session.change(Change::PutOff(experience::WHY.of(first))),
            move || {
                session.change(Change::NotSure(experience::WHY.of(first)));
                unsure.set(true);
            },
        )}
    }
    .into_any()
}

fn nothing_chosen(lang: Lang) -> AnyView {
    view! {
        {walk::progress(Route::Why, lang)}
        <h1 tabindex="-1">{w::WHY_NONE.get(lang)}</h1>
        <nav class="ways" aria-label=w::NEXT.get(lang)>
            <a class="button next" href=Route::Experience.hash()>{w::WHY_GO.get(lang)}</a>
            <a class="button quiet" href=Route::Step.hash()>{w::NEXT.get(lang)}</a>
        </nav>
    }
    .into_any()
}

/// One experience: why, the small form, the door.
fn one(session: Session, id: ItemId, several: bool, lang: Lang) -> AnyView {
    let name = session.peek(|d| d.card(experience::WHAT.of(id)).cloned());
    let name = name.map(|c| session.pack(|pack| card_label(pack, experience::WHAT.id, &c, lang))).unwrap_or_default();
    let whys = super::cards(session, "whys").iter().map(|c| c.title.plain(lang)).collect();
    let why = Field {
        label: question(session, experience::WHY.id).label.plain(lang),
        hint: None,
        lines: 2,
        starters: Vec::new(),
        ..asked_field(session, experience::WHY.of(id), lang)
    };
    let small = Field {
        label: question(session, experience::SMALL.id).label.plain(lang),
        hint: None,
        lines: 1,
        starters: Vec::new(),
        ..asked_field(session, experience::SMALL.of(id), lang)
    };
    let door = question(session, experience::DOOR.id).label.plain(lang);
    view! {
        <section class="one" class:one-of-several=several>
            <h2 class="about"><bdi>{name}</bdi></h2>
            <div class="sheet-of-paper">{text_field(session, experience::WHY.of(id), why)}</div>
            {ready_texts(session, experience::WHY.of(id), whys, w::WHY_CHIPS.get(lang).to_owned())}
            {text_field(session, experience::SMALL.of(id), small)}
            {chips(session, experience::DOOR.of(id), "doors", door, true, lang)}
        </section>
    }
    .into_any()
}

/// The strengths that the chosen experiences build, as chips; a tap adds one, a second takes it away.
fn strengths(session: Session, lang: Lang) -> AnyView {
    let offered = offered(session);
    let chips = offered
        .into_iter()
        .map(|card| {
            let card = StoredValue::new(card);
            let id = card.with_value(|c| c.id.clone());
            let title = card.with_value(|c| c.title.plain(lang));
            let chosen = move || session.with(|d| card.with_value(|c| item_of(d, &c.id).is_some()));
            Choice::check(format!("strength-{id}"), title, Look::Chip)
                .view(chosen, move |on| card.with_value(|c| toggle(session, c, on, lang)))
        })
        .collect_view();
    view! {
        <fieldset class="group">
            <legend>{w::WHY_STRENGTH.get(lang)}</legend>
            <p class="hint">{w::WHY_STRENGTH_NOTE.get(lang)}</p>
            <div class="chips">{chips}</div>
        </fieldset>
        {move || aims(session, lang)}
    }
    .into_any()
}

/// Those that the experiences' cards build, then those already chosen, then the pack's first ones.
fn offered(session: Session) -> Vec<Card> {
    let picked = session.peek(|d| {
        let cards_of = |ids: Vec<ItemId>, field: &'static crate::document::Field| -> Vec<Picked> {
            ids.into_iter().filter_map(|id| d.card(field.of(id)).cloned()).collect()
        };
        (
            cards_of(d.ids(&experience::EXPERIENCE), &experience::WHAT),
            cards_of(d.ids(&strength::STRENGTH), &strength::WHAT),
        )
    });
    session.pack(|pack| {
        let builds = picked.0.iter().filter_map(|p| pack.card("experiences", &p.id)).flat_map(|c| c.builds.clone());
        let had = picked.1.iter().map(|p| p.id.clone());
        let mut ids: Vec<String> = Vec::new();
        for id in builds.chain(had) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let all = pack.cards("strengths");
        ids.extend(all.iter().map(|c| c.id.clone()).filter(|id| !ids.contains(id)).take(OFFERED.saturating_sub(ids.len())).collect::<Vec<_>>());
        ids.iter().filter_map(|id| pack.card("strengths", id).cloned()).collect()
    })
}

/// 活かしたい・伸ばしたい, for each strength that is chosen.
fn aims(session: Session, lang: Lang) -> AnyView {
    let chosen = Memo::new(move |_| session.with(|d| d.ids(&strength::STRENGTH)));
    let rows = chosen
        .get()
        .into_iter()
        .map(|id| {
            let path = strength::AIM.of(id);
            let picked = session.peek(|d| d.card(strength::WHAT.of(id)).cloned());
            let name = picked.map(|c| session.pack(|pack| card_label(pack, strength::WHAT.id, &c, lang))).unwrap_or_default();
            let aims = super::cards(session, "aims")
                .into_iter()
                .map(|card| {
                    let picked = StoredValue::new(pick(&card, lang));
                    let id = StoredValue::new(card.id.clone());
                    Choice::radio(format!("{}-{}", leaf_id(path), card.id), &leaf_id(path), card.title.plain(lang), Look::Chip).view(
                        move || session.with(|d| id.with_value(|id| d.card(path).is_some_and(|c| c.id == *id))),
                        move |on| {
                            if on {
                                session.change(Change::Chose(path, vec![picked.get_value()]));
                            }
                            true
                        },
                    )
                })
                .collect_view();
            view! { <li class="row" role="group" aria-label=name.clone()><bdi class="row-name">{name.clone()}</bdi>{aims}</li> }
        })
        .collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn item_of(document: &Document, card: &str) -> Option<ItemId> {
    let ids = document.ids(&strength::STRENGTH);
    ids.into_iter().find(|id| document.card(strength::WHAT.of(*id)).is_some_and(|c| c.id == card))
}

fn toggle(session: Session, card: &Card, on: bool, lang: Lang) -> bool {
    let here = session.peek(|d| item_of(d, &card.id));
    match (on, here) {
        (true, None) => {
            let id = session.new_id();
            let grow = super::cards(session, "aims").into_iter().find(|c| c.id == "grow").map(|c| pick(&c, lang));
            session.change(Change::Together(vec![
                Change::Added(&strength::STRENGTH, id),
                Change::Chose(strength::WHAT.of(id), vec![pick(card, lang)]),
                Change::Chose(strength::AIM.of(id), grow.into_iter().collect()),
            ]));
        }
        (false, Some(id)) => session.change_with_undo(Change::Removed(&strength::STRENGTH, id), w::TAKEN_AWAY),
        _ => {}
    }
    true
}
