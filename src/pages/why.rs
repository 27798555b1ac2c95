//! Why this experience, its small form and its door, and the strength it would use or grow.

use super::{asked_field, chips, leaf_id, pick, question, questions, text_field};
use crate::document::{Change, Document, ItemId, Picked, experience, strength};
use crate::export::sheet::card_label;
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, el, many, nothing};
use crate::parts::field::Field;
use crate::parts::question as q;
use crate::parts::walk::Ways;
use crate::route::Route;
use crate::session::Session;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

/// What is asked on this screen.
const ASKED: [&str; 5] = ["experience.why", "experience.small", "experience.door", "strength", "strength.aim"];
/// How many experiences are asked about on one screen.
const AT_ONCE: usize = 5;
/// How many strengths are offered where the experience names none of its own.
const OFFERED: usize = 6;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "experience.why");
    let ids = session.peek(|d| d.ids(&experience::EXPERIENCE));
    let Some(first) = ids.first().copied() else { return nothing_chosen(session, lang) };
    let unsure = super::unsure_at(session, experience::WHY.of(first));
    let here: Vec<ItemId> = ids.iter().copied().take(AT_ONCE).collect();
    let several = ids.len() > 1;
    // Many at once would be a form: the others are asked one by one.
    let more = ids.len() > AT_ONCE;
    let each = ids.into_iter().take(AT_ONCE).map(|id| one(session, id, several, lang)).collect::<Vec<_>>();
    let more = more.then(|| el("p").child(el("a").attr("href", Route::Experiences.hash()).text(w::WHY_MORE.get(lang))));
    many()
        .child(super::progress(session, Route::Why, lang))
        .child(q::heading(asked, lang))
        .child(each)
        .child(more)
        .child(strengths(session, w::WHY_STRENGTH.get(lang).to_owned(), lang))
        .child(q::more(&questions(session, ASKED), lang))
        .child(q::unsure(asked, lang, unsure, nothing))
        .child(super::ways(
            session,
            Route::Why,
            lang,
            move || session.change(Change::PutOff(experience::WHY.of(first))),
            // It is the answer to each that is asked here and has none.
            move || {
                let all = here.iter().map(|id| Change::NotSure(experience::WHY.of(*id)));
                session.change(Change::Together(all.collect()));
            },
        ))
        .view()
}

/// There is nothing to give a reason for; a strength can be named all the same.
fn nothing_chosen(session: Session, lang: Lang) -> AnyView {
    let Ways { next, back, .. } = super::ways_of(session, Route::Why, lang);
    let asked = question(session, "strength");
    let go = el("a").attr("href", Route::Experience.hash()).text(w::WHY_GO.get(lang));
    many()
        .child(super::progress(session, Route::Why, lang))
        .child(q::heading(asked, lang))
        .child(strengths(session, asked.label.plain(lang), lang))
        .child(el("p").class("hint").text(w::WHY_NONE.get(lang)).text(" ").child(go))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::WAYS.get(lang))
                .child(el("a").class("button next").attr("href", next).text(w::NEXT.get(lang)))
                .child(el("a").class("button quiet").attr("href", back).text(w::BACK.get(lang))),
        )
        .view()
}

/// One experience: why, the small form, the door.
fn one(session: Session, id: ItemId, several: bool, lang: Lang) -> AnyView {
    let name = session.peek(|d| d.card(experience::WHAT.of(id)).cloned());
    let name = name.map(|c| session.pack(|pack| card_label(pack, experience::WHAT.id, &c, lang))).unwrap_or_default();
    let gap = if lang == Lang::En { " " } else { "" };
    let offered = super::cards(session, "whys").iter().filter(|_| !session.peek(|d| d.is_said(experience::WHY.of(id))));
    let starters = offered.map(|card| card.title.plain(lang) + gap).collect();
    let why = Field {
        starters,
        label: question(session, experience::WHY.id).label.plain(lang),
        hint: None,
        lines: 2,
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
    el("section")
        .class_if("one-of-several", several)
        .attr("role", "group")
        .attr("aria-label", name.as_str())
        .child(el("h2").class("about").child(el("bdi").child(name)))
        .child(el("div").class("sheet-of-paper").child(text_field(session, experience::WHY.of(id), why)))
        .child(text_field(session, experience::SMALL.of(id), small))
        .child(super::small_form(session, experience::WHAT.of(id), experience::SMALL.of(id), lang))
        .child(chips(session, experience::DOOR.of(id), "doors", door, true, lang))
        .view()
}

/// The strengths that the chosen experiences build, as chips, and all others behind 「もっと見る」; a tap adds one,
/// a second takes it away.
fn strengths(session: Session, legend: String, lang: Lang) -> AnyView {
    let offered = offered(session);
    let chip = move |card: &'static Card| {
        let chosen = move || session.choices(|d| item_of(d, &card.id).is_some());
        Choice::check(format!("strength-{}", card.id), card.title.plain(lang), Look::Chip)
            .view(chosen, move |on| toggle(session, card, on, lang))
    };
    let chips = move |cards: Vec<&'static Card>| {
        el("div").class("chips").child(cards.into_iter().map(chip).collect::<Vec<_>>())
    };
    let is_offered: Vec<&'static str> = offered.iter().map(|card| card.id.as_str()).collect();
    let others = move || {
        let groups = super::cards(session, "strengths_groups").iter().map(|group| {
            let of_it = super::cards(session, "strengths").iter().filter(|card| card.group.as_ref() == Some(&group.id));
            let of_it: Vec<&'static Card> = of_it.filter(|card| !is_offered.contains(&card.id.as_str())).collect();
            (!of_it.is_empty()).then(|| {
                let name = group.title.plain(lang);
                el("div")
                    .attr("role", "group")
                    .attr("aria-label", name.as_str())
                    .child(el("p").class("group-name").attr("aria-hidden", "true").child(name))
                    .child(chips(of_it))
            })
        });
        groups.collect::<Vec<_>>()
    };
    let all = State::new(false);
    many()
        .child(
            el("fieldset")
                .class("group")
                .child(el("legend").child(legend))
                .child(el("p").class("hint").text(w::WHY_STRENGTH_NOTE.get(lang)))
                .child(chips(offered))
                .live(move || all.get().then(|| el("div").child(others()))),
        )
        .child(super::more_or_fewer(all, lang))
        .live(move || aims(session, lang))
        .view()
}

/// Those that the experiences' cards build, then those already chosen, then the pack's first ones.
fn offered(session: Session) -> Vec<&'static Card> {
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
        ids.extend(
            all.iter()
                .map(|c| c.id.clone())
                .filter(|id| !ids.contains(id))
                .take(OFFERED.saturating_sub(ids.len()))
                .collect::<Vec<_>>(),
        );
        ids.iter().filter_map(|id| pack.card("strengths", id)).collect()
    })
}

/// 活かしたい・伸ばしたい, and a moment in which it helped, for each strength that is chosen.
fn aims(session: Session, lang: Lang) -> AnyView {
    let chosen = session.items(&strength::STRENGTH);
    let rows = chosen
        .get()
        .into_iter()
        .map(|id| {
            let path = strength::AIM.of(id);
            let picked = session.peek(|d| d.card(strength::WHAT.of(id)).cloned());
            let name =
                picked.map(|c| session.pack(|pack| card_label(pack, strength::WHAT.id, &c, lang))).unwrap_or_default();
            let aims = super::radio_row(session, path, super::cards(session, "aims"), lang);
            let episode = strength::EPISODE.of(id);
            let field = Field {
                room: episode.field.room,
                ..Field::new(leaf_id(episode), w::WHY_EPISODE.get(lang).to_owned(), lang)
            };
            let row = el("div").class("row").attr("role", "group").attr("aria-label", name.clone());
            let row = row.child(el("bdi").class("row-name").child(name)).child(aims);
            el("li").child(row).child(text_field(session, episode, field))
        })
        .collect::<Vec<_>>();
    el("ul").class("rows").child(rows).view()
}

fn item_of(document: &Document, card: &str) -> Option<ItemId> {
    let ids = document.ids(&strength::STRENGTH);
    ids.into_iter().find(|id| document.card(strength::WHAT.of(*id)).is_some_and(|c| c.id == card))
}

fn toggle(session: Session, card: &Card, on: bool, lang: Lang) -> bool {
    let here = session.peek(|d| item_of(d, &card.id));
    match (on, here) {
        (true, None) => {
            session.change(super::named(&strength::STRENGTH, session.new_id(), pick(card, lang)));
        }
        (false, Some(id)) => session.change_with_undo(Change::Removed(&strength::STRENGTH, id), w::TAKEN_AWAY),
        _ => {}
    }
    true
}
