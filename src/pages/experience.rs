//! 経験: what one would like to try or see, as small forms that need no transfer.

use super::{cards, own_words, pick, question};
use crate::document::{Change, Document, ItemId, Picked, experience, stand};
use crate::export::sheet::card_label;
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
use crate::parts::{question as q, walk};
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// The card that is offered to somebody who doesn't know yet: hear one person out.
const ONE_TALK: &str = "x01";

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "experience");
    let unsure = RwSignal::new(false);
    let all = RwSignal::new(false);
    let (first, rest): (Vec<Card>, Vec<Card>) = cards(session, "experiences").into_iter().partition(|c| c.first);
    let rest = StoredValue::new(rest);
    // A card from behind 「もっと見る」 that is chosen stays in sight.
    let chosen_rest = session.peek(|d| rest.with_value(|rest| rest.iter().any(|c| item_of(d, &c.id).is_some())));
    all.set(chosen_rest);
    let title = q::asked(&asked, lang);
    view! {
        {walk::progress(Route::Experience, lang)}
        {q::heading(&asked, lang)}
        <p class="hint">{w::EXPERIENCE_ONE.get(lang)}</p>
        <fieldset class="group">
            <legend class="sr-only">{title}</legend>
            <div class="cards">{first.iter().map(|c| choice(session, c, lang)).collect_view()}</div>
            {move || {
                all.get().then(|| {
                    rest.with_value(|rest| {
                        view! { <div class="cards">{rest.iter().map(|c| choice(session, c, lang)).collect_view()}</div> }
                    })
                })
            }}
        </fieldset>
        <p>
            <button
                type="button"
                class="link"
                aria-expanded=move || all.get().to_string()
                on:click=move |_| all.update(|a| *a = !*a)
            >
                {move || if all.get() { w::FEWER.get(lang) } else { w::MORE.get(lang) }}
            </button>
        </p>
        {own_words("experience-own", w::OWN_WORDS.get(lang).to_owned(), lang, move |text| own(session, text))}
        {move || own_rows(session, lang)}
        {q::more(&asked, lang)}
        {q::unsure(&asked, lang, unsure, move || {
            let card = cards(session, "experiences").into_iter().find(|c| c.id == ONE_TALK);
            card.map(|card| {
                let mut offer = Choice::check("experience-offer".to_owned(), card.title.plain(lang), Look::Chip);
                offer.note = card.small.as_ref().map(|s| s.plain(lang));
                let card = StoredValue::new(card);
                offer.view(
                    move || session.with(|d| item_of(d, ONE_TALK).is_some()),
                    move |on| card.with_value(|card| toggle(session, card, on, lang)),
                )
            })
            .into_any()
        })}
        {walk::ways(
            Route::Experience,
            lang,
            move || session.change(Change::PutOff(stand::EXPERIENCE.alone())),
            move || {
                session.change(Change::NotSure(stand::EXPERIENCE.alone()));
                unsure.set(true);
            },
        )}
    }
    .into_any()
}

fn choice(session: Session, card: &Card, lang: Lang) -> AnyView {
    let mut choice = Choice::check(format!("experience-{}", card.id), card.title.plain(lang), Look::Card);
    choice.note = card.small.as_ref().map(|s| s.plain(lang));
    let card = StoredValue::new(card.clone());
    let chosen = move || session.with(|d| card.with_value(|card| item_of(d, &card.id).is_some()));
    choice.view(chosen, move |on| card.with_value(|card| toggle(session, card, on, lang)))
}

fn item_of(document: &Document, card: &str) -> Option<ItemId> {
    let ids = document.ids(&experience::EXPERIENCE);
    ids.into_iter().find(|id| document.card(experience::WHAT.of(*id)).is_some_and(|c| c.id == card))
}

fn toggle(session: Session, card: &Card, on: bool, lang: Lang) -> bool {
    let here = session.peek(|d| item_of(d, &card.id));
    match (on, here) {
        (true, None) => session.change(chosen(session, card, lang)),
        (false, Some(id)) => {
            session.change_with_undo(Change::Removed(&experience::EXPERIENCE, id), w::TAKEN_AWAY);
        }
        _ => {}
    }
    true
}

/// Choosing a card fills in its small form, its doors and its effort, as they were seen.
fn chosen(session: Session, card: &Card, lang: Lang) -> Change {
    let id = session.new_id();
    let mut changes = vec![
        Change::Added(&experience::EXPERIENCE, id),
        Change::Chose(experience::WHAT.of(id), vec![pick(card, lang)]),
    ];
    if let Some(small) = &card.small {
        changes.push(Change::Wrote(experience::SMALL.of(id), small.plain(lang)));
    }
    let picked = |catalogue: &str, ids: &[String]| -> Vec<Picked> {
        session.pack(|pack| ids.iter().filter_map(|id| pack.card(catalogue, id)).map(|c| pick(c, lang)).collect())
    };
    changes.push(Change::Chose(experience::DOOR.of(id), picked("doors", &card.doors)));
    changes.push(Change::Chose(experience::EFFORT.of(id), picked("efforts", &card.effort.clone().into_iter().collect::<Vec<_>>())));
    Change::Together(changes)
}

fn own(session: Session, text: String) {
    let id = session.new_id();
    session.change(Change::Together(vec![
        Change::Added(&experience::EXPERIENCE, id),
        Change::Chose(experience::WHAT.of(id), vec![Picked { id: String::new(), label: text }]),
    ]));
}

/// The experiences written in one's own words, each with a way to take it away.
fn own_rows(session: Session, lang: Lang) -> AnyView {
    let own = Memo::new(move |_| {
        session.with(|d| {
            let ids = d.ids(&experience::EXPERIENCE);
            let own = ids.into_iter().filter_map(|id| d.card(experience::WHAT.of(id)).cloned().map(|c| (id, c)));
            own.filter(|(_, c)| c.id.is_empty()).collect::<Vec<_>>()
        })
    });
    let own = own.get();
    if own.is_empty() {
        return ().into_any();
    }
    let rows = own
        .into_iter()
        .map(|(id, card)| {
            let name = session.pack(|pack| card_label(pack, experience::WHAT.id, &card, lang));
            let take_away =
                move |_| session.change_with_undo(Change::Removed(&experience::EXPERIENCE, id), w::TAKEN_AWAY);
            view! {
                <li class="row">
                    <bdi class="row-name">{name}</bdi>
                    <button type="button" class="link" on:click=take_away>{w::REMOVE.get(lang)}</button>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="rows" aria-label=w::CHOSEN.get(lang)>{rows}</ul> }.into_any()
}
