//! なくしたくないもの: up to three cards, and which of them is in short supply.

use super::{cards, leaf_id, own_words, pick, question, text_field};
use crate::document::{Change, ItemId, Picked, stand, values};
use crate::export::sheet::card_label;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::field::Field;
use crate::parts::{question as q, walk};
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "value");
    let unsure = RwSignal::new(false);
    let grid = cards(session, "values")
        .into_iter()
        .map(|card| {
            let id = StoredValue::new(card.id.clone());
            let picked = StoredValue::new(pick(&card, lang));
            let chosen = move || id.with_value(|id| item_of(session, id, true).is_some());
            let toggled = move |on: bool| {
                if on { add(session, picked.get_value()) } else { id.with_value(|id| take_away(session, id)) }
            };
            let mut choice = Choice::check(format!("value-{}", card.id), card.title.plain(lang), Look::Card);
            choice.note = card.note.as_ref().map(|n| n.plain(lang));
            choice.view(chosen, toggled)
        })
        .collect_view();
    let title = q::asked(&asked, lang);
    view! {
        {walk::progress(Route::Values, lang)}
        {q::heading(&asked, lang)}
        <fieldset class="group">
            <legend class="sr-only">{title}</legend>
            <div class="cards">{grid}</div>
        </fieldset>
        {own_words("value-own", w::OWN_WORDS.get(lang).to_owned(), lang, move |text| {
            add(session, Picked { id: String::new(), label: text });
        })}
        {move || chosen(session, lang)}
        <details class="unfold">
            <summary>{question(session, "condition.line").label.plain(lang)}" "<span class="mark">{w::PRIVATE_MARK.get(lang)}</span></summary>
            {text_field(session, values::LINE.alone(), {
                let mut field = super::asked_field(session, values::LINE.alone(), lang);
                field.starters.clear();
                Field { lines: 2, ..field }
            })}
        </details>
        {q::more(&asked, lang)}
        {q::unsure(&asked, lang, unsure, || ().into_any())}
        {walk::ways(
            Route::Values,
            lang,
            move || session.change(Change::PutOff(stand::VALUES.alone())),
            move || {
                session.change(Change::NotSure(stand::VALUES.alone()));
                unsure.set(true);
            },
        )}
    }
    .into_any()
}

/// What was chosen, each with its mark 「いま足りない」.
fn chosen(session: Session, lang: Lang) -> AnyView {
    let ids = Memo::new(move |_| session.with(|d| d.ids(&values::VALUE)));
    let ids = ids.get();
    if ids.is_empty() {
        return ().into_any();
    }
    let rows = ids.into_iter().map(|id| row(session, id, lang)).collect_view();
    view! {
        <fieldset class="group chosen">
            <legend>{w::VALUES_SHORT_ASK.get(lang)}</legend>
            <p class="hint">{w::VALUES_SHORT_NOTE.get(lang)}</p>
            <ul class="rows">{rows}</ul>
        </fieldset>
    }
    .into_any()
}

fn row(session: Session, id: ItemId, lang: Lang) -> AnyView {
    let path = values::SHORT.of(id);
    let Some(picked) = session.peek(|d| d.card(values::WHAT.of(id)).cloned()) else { return ().into_any() };
    let name = session.pack(|pack| card_label(pack, values::WHAT.id, &picked, lang));
    let short = Choice::check(leaf_id(path), question(session, values::SHORT.id).label.plain(lang), Look::Chip).view(
        move || session.with(|d| d.flag(path)),
        move |on| {
            session.change(Change::Marked(path, on));
            true
        },
    );
    let own = picked.id.is_empty().then(|| {
        view! {
            <button type="button" class="link" on:click=move |_| session.change_with_undo(Change::Removed(&values::VALUE, id), w::TAKEN_AWAY)>
                {w::REMOVE.get(lang)}
            </button>
        }
    });
    view! { <li class="row" role="group" aria-label=name.clone()><bdi class="row-name">{name.clone()}</bdi>{short}{own}</li> }.into_any()
}

fn item_of(session: Session, card: &str, follow: bool) -> Option<ItemId> {
    let find = |d: &crate::document::Document| {
        let ids = d.ids(&values::VALUE);
        ids.into_iter().find(|id| d.card(values::WHAT.of(*id)).is_some_and(|c| c.id == card))
    };
    if follow { session.with(find) } else { session.peek(find) }
}

/// Chooses a value, if there is room for one more.
fn add(session: Session, picked: Picked) -> bool {
    if session.peek(|d| d.items(&values::VALUE).len()) >= values::ADVISED {
        session.notice.set(Some(w::VALUES_FULL));
        return false;
    }
    session.notice.set(None);
    let id = session.new_id();
    session.change(Change::Together(vec![
        Change::Added(&values::VALUE, id),
        Change::Chose(values::WHAT.of(id), vec![picked]),
    ]));
    true
}

/// Takes a value away; what was written about it can be had back.
fn take_away(session: Session, card: &str) -> bool {
    session.notice.set(None);
    if let Some(id) = item_of(session, card, false) {
        session.change_with_undo(Change::Removed(&values::VALUE, id), w::TAKEN_AWAY);
    }
    true
}
