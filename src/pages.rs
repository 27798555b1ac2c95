//! The screens, one file each, and how a screen ties a brick to a leaf of the document.
//!
//! May know: the session, parts. Must never know: each other, the stores.

mod ask;
mod example;
mod experience;
mod keep;
mod outline;
mod sheet;
mod step;
mod unsure;
mod values;
mod welcome;
mod why;
mod wish;

use crate::browser::KeepError;
use crate::document::{Change, Path, Picked};
use crate::pack::{Card, Lang, Question};
use crate::parts::card::{Choice, Look};
use crate::parts::field::Field;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// The screen of a route.
pub fn page(session: Session, route: Route, lang: Lang) -> AnyView {
    match route {
        Route::Welcome => welcome::page(session, lang),
        Route::Values => values::page(session, lang),
        Route::Wish => wish::page(session, lang),
        Route::Unsure => unsure::page(session, lang),
        Route::Experience => experience::page(session, lang),
        Route::Why => why::page(session, lang),
        Route::Step => step::page(session, lang),
        Route::Ask => ask::page(session, lang),
        Route::Sheet => sheet::page(session, lang),
        Route::Outline => outline::page(session, lang),
        Route::Keep => keep::page(session, lang),
        Route::Example(number) => example::page(session, number, lang),
        Route::Missing => missing(lang),
    }
}

/// Why something could not be kept, in words.
pub fn failed(error: KeepError) -> w::Words {
    match error {
        KeepError::Blocked => w::FAILED_BLOCKED,
        KeepError::Full => w::FAILED_FULL,
        KeepError::Elsewhere => w::FAILED_ELSEWHERE,
        KeepError::Emptied | KeepError::Other => w::FAILED_OTHER,
    }
}

fn missing(lang: Lang) -> AnyView {
    view! {
        <h1 tabindex="-1">{w::NOT_FOUND.get(lang)}</h1>
        <p><a class="button" href=Route::Welcome.hash()>{w::HOME.get(lang)}</a></p>
    }
    .into_any()
}

/// The id of the element that shows a leaf.
fn leaf_id(path: Path) -> String {
    path.to_string().replace(['/', '.'], "-")
}

/// The words around a field or kind; empty ones where the pack has none.
fn question(session: Session, id: &str) -> Question {
    session.pack(|pack| pack.question(id).cloned().unwrap_or_default())
}

/// A field that writes one text leaf.
fn text_field(session: Session, path: Path, field: Field) -> AnyView {
    field.view(
        move || session.peek(|d| d.text(path).to_owned()),
        session.rewritten.into(),
        move |text| session.change(Change::Wrote(path, text)),
    )
}

/// A field for a leaf, worded by the pack: its question as label, its hint, and its starters.
fn asked_field(session: Session, path: Path, lang: Lang) -> Field {
    let q = question(session, path.field.id);
    let mut field = Field::new(leaf_id(path), q.title.as_ref().unwrap_or(&q.label).plain(lang), lang);
    field.hint = q.hint.as_ref().map(|t| t.plain(lang));
    field.starters = q.starters.iter().map(|t| t.plain(lang)).collect();
    field
}

/// The card as it is picked here and now: its id and its label as seen.
fn pick(card: &Card, lang: Lang) -> Picked {
    Picked { id: card.id.clone(), label: card.title.plain(lang) }
}

/// The cards of a catalogue.
fn cards(session: Session, catalogue: &str) -> Vec<Card> {
    session.pack(|pack| pack.cards(catalogue).to_vec())
}

/// Chips that choose cards for one leaf. `many`: any number of them; else one, and a second tap lets go of it.
fn chips(session: Session, path: Path, catalogue: &str, legend: String, many: bool, lang: Lang) -> AnyView {
    let chips = cards(session, catalogue)
        .into_iter()
        .map(|card| {
            let picked = StoredValue::new(pick(&card, lang));
            let id = StoredValue::new(card.id.clone());
            let chosen = move || session.with(|d| id.with_value(|id| d.cards(path).iter().any(|c| c.id == *id)));
            let toggled = move |on: bool| {
                let mut now = session.peek(|d| d.cards(path).to_vec());
                if !many {
                    now.clear();
                }
                id.with_value(|id| now.retain(|c| c.id != *id));
                if on {
                    now.push(picked.get_value());
                }
                session.change(Change::Chose(path, now));
                true
            };
            let element = format!("{}-{}", leaf_id(path), card.id);
            Choice::check(element, card.title.plain(lang), Look::Chip).view(chosen, toggled)
        })
        .collect_view();
    view! { <fieldset class="group"><legend>{legend}</legend><div class="chips">{chips}</div></fieldset> }.into_any()
}

/// Chips that write a ready-made text into one leaf. What was written there before can be had back.
fn ready_texts(session: Session, path: Path, texts: Vec<String>, legend: String) -> AnyView {
    ready_with(session, path, texts, legend, move |change| session.change(change))
}

/// The same, where `write` sees to it that the leaf is there.
fn ready_with(
    session: Session,
    path: Path,
    texts: Vec<String>,
    legend: String,
    write: impl Fn(Change) + Copy + Send + Sync + 'static,
) -> AnyView {
    let chips = texts
        .into_iter()
        .map(|text| {
            let words = text.clone();
            let take = move |_| {
                let before = session.peek(|d| d.text(path).to_owned());
                let change = Change::Wrote(path, words.clone());
                if before.is_empty() {
                    write(Change::Together(vec![change]));
                } else if before != words {
                    session.change_with_undo(change, w::REPLACED);
                }
            };
            view! { <button type="button" class="chip" on:click=take>{text}</button> }
        })
        .collect_view();
    view! {
        <div class="chips ready" role="group" aria-label=legend.clone()>
            <span class="chips-label" aria-hidden="true">{legend.clone()}</span>
            {chips}
        </div>
    }
    .into_any()
}

/// A line to add something in one's own words: an input and a button. `add` is told the words.
fn own_words(
    id: &'static str,
    label: String,
    lang: Lang,
    add: impl Fn(String) + Copy + Send + Sync + 'static,
) -> AnyView {
    let node = NodeRef::<leptos::html::Input>::new();
    let take = move || {
        if let Some(input) = node.get_untracked() {
            let text = input.value();
            if !text.trim().is_empty() {
                input.set_value("");
                add(text);
            }
        }
    };
    let on_key = move |ev: web_sys::KeyboardEvent| {
        // While a composition is being confirmed, Enter is the input method's (Safari tells it by 229 alone).
        if ev.key() == "Enter" && !ev.is_composing() && ev.key_code() != 229 {
            ev.prevent_default();
            take();
        }
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <div class="own-row">
                <input type="text" id=id autocomplete="off" node_ref=node on:keydown=on_key on:change=move |_| take()/>
                <button type="button" class="button quiet" on:click=move |_| take()>{w::ADD.get(lang)}</button>
            </div>
        </div>
    }
    .into_any()
}
