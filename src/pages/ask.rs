//! お願い: what would help from the person one meets, and what one most wants to talk about.

use super::{asked_field, cards, chips, leaf_id, own_words, pick, question, ready_texts, text_field};
use crate::document::{Change, Document, ItemId, Picked, experience, sheet, stand};
use crate::export::sheet::card_label;
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
use crate::parts::field::Field;
use crate::parts::{question as q, walk};
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// The ask that is offered to somebody who doesn't know yet: nothing for now.
const NOTHING_NOW: &str = "none";

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "ask");
    let unsure = RwSignal::new(false);
    let all = RwSignal::new(false);
    let (first, rest): (Vec<Card>, Vec<Card>) = cards(session, "asks").into_iter().partition(|c| c.first);
    let rest = StoredValue::new(rest);
    all.set(session.peek(|d| rest.with_value(|rest| rest.iter().any(|c| item_of(d, &c.id).is_some()))));
    let title = q::asked(&asked, lang);
    let topic = Field { lines: 2, starters: Vec::new(), ..asked_field(session, sheet::TOPIC.alone(), lang) };
    let help = question(session, sheet::HELP.id).label.plain(lang);
    view! {
        {walk::progress(Route::Ask, lang)}
        {q::heading(&asked, lang)}
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
            <button type="button" class="link" aria-expanded=move || all.get().to_string() on:click=move |_| all.update(|a| *a = !*a)>
                {move || if all.get() { w::FEWER.get(lang) } else { w::MORE.get(lang) }}
            </button>
        </p>
        {own_words("ask-own", w::OWN_WORDS.get(lang).to_owned(), lang, move |text| own(session, text))}
        {move || small_forms(session, lang)}
        {chips(session, sheet::HELP.alone(), "help", help, true, lang)}
        <div class="sheet-of-paper">{text_field(session, sheet::TOPIC.alone(), topic)}</div>
        {ready_texts(session, sheet::TOPIC.alone(), topics(session, lang), question(session, sheet::TOPIC.id).label.plain(lang))}
        {q::more(&asked, lang)}
        {q::unsure(&asked, lang, unsure, move || {
            let card = cards(session, "asks").into_iter().find(|c| c.id == NOTHING_NOW);
            card.map(|card| {
                let offer = Choice::check("ask-offer".to_owned(), card.title.plain(lang), Look::Chip);
                let card = StoredValue::new(card);
                offer.view(
                    move || session.with(|d| card.with_value(|c| item_of(d, &c.id).is_some())),
                    move |on| card.with_value(|c| toggle(session, c, on, lang)),
                )
            })
            .into_any()
        })}
        {walk::ways(
            Route::Ask,
            lang,
            move || session.change(Change::PutOff(stand::ASK.alone())),
            move || {
                session.change(Change::NotSure(stand::ASK.alone()));
                unsure.set(true);
            },
        )}
    }
    .into_any()
}

/// Ready topics: the wished-for experiences by name.
fn topics(session: Session, lang: Lang) -> Vec<String> {
    let picked: Vec<Picked> = session.peek(|d| {
        d.ids(&experience::EXPERIENCE).into_iter().filter_map(|id| d.card(experience::WHAT.of(id)).cloned()).collect()
    });
    picked
        .iter()
        .map(|card| session.pack(|pack| card_label(pack, experience::WHAT.id, card, lang)))
        .map(|name| w::about(&name, lang))
        .collect()
}

fn choice(session: Session, card: &Card, lang: Lang) -> AnyView {
    let mut choice = Choice::check(format!("ask-{}", card.id), card.title.plain(lang), Look::Card);
    choice.note = card.small.as_ref().map(|s| s.plain(lang));
    let card = StoredValue::new(card.clone());
    let chosen = move || session.with(|d| card.with_value(|c| item_of(d, &c.id).is_some()));
    choice.view(chosen, move |on| card.with_value(|c| toggle(session, c, on, lang)))
}

fn item_of(document: &Document, card: &str) -> Option<ItemId> {
    let ids = document.ids(&sheet::ASK);
    ids.into_iter().find(|id| document.card(sheet::ASK_WHAT.of(*id)).is_some_and(|c| c.id == card))
}

fn toggle(session: Session, card: &Card, on: bool, lang: Lang) -> bool {
    let here = session.peek(|d| item_of(d, &card.id));
    match (on, here) {
        (true, None) => {
            let id = session.new_id();
            let decides = card.decides.as_ref().and_then(|d| session.pack(|pack| pack.card("decides", d).map(|c| pick(c, lang))));
            let mut changes = vec![
                Change::Added(&sheet::ASK, id),
                Change::Chose(sheet::ASK_WHAT.of(id), vec![pick(card, lang)]),
                Change::Chose(sheet::ASK_DECIDES.of(id), decides.into_iter().collect()),
            ];
            changes.extend(card.small.as_ref().map(|s| Change::Wrote(sheet::ASK_SMALL.of(id), s.plain(lang))));
            session.change(Change::Together(changes));
        }
        (false, Some(id)) => session.change_with_undo(Change::Removed(&sheet::ASK, id), w::TAKEN_AWAY),
        _ => {}
    }
    true
}

fn own(session: Session, text: String) {
    let id = session.new_id();
    session.change(Change::Together(vec![
        Change::Added(&sheet::ASK, id),
        Change::Chose(sheet::ASK_WHAT.of(id), vec![Picked { id: String::new(), label: text }]),
    ]));
}

/// The small form of each ask that was chosen, and a way to take away those in one's own words.
fn small_forms(session: Session, lang: Lang) -> AnyView {
    let ids = Memo::new(move |_| session.with(|d| d.ids(&sheet::ASK)));
    let rows = ids.get().into_iter().map(|id| small_form(session, id, lang)).collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn small_form(session: Session, id: ItemId, lang: Lang) -> AnyView {
    let Some(card) = session.peek(|d| d.card(sheet::ASK_WHAT.of(id)).cloned()) else { return ().into_any() };
    let name = session.pack(|pack| card_label(pack, sheet::ASK_WHAT.id, &card, lang));
    let path = sheet::ASK_SMALL.of(id);
    let label = question(session, sheet::ASK_SMALL.id).label.plain(lang);
    let field = Field::new(leaf_id(path), label, lang);
    let take_away = card.id.is_empty().then(|| {
        let take = move |_| session.change_with_undo(Change::Removed(&sheet::ASK, id), w::TAKEN_AWAY);
        view! { <button type="button" class="link" on:click=take>{w::REMOVE.get(lang)}</button> }
    });
    view! {
        <li class="row row-field" role="group" aria-label=name.clone()>
            <bdi class="row-name">{name.clone()}</bdi>
            {text_field(session, path, field)}
            {take_away}
        </li>
    }
    .into_any()
}
