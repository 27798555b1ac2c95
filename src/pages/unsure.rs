//! Where 「まだ分からない」 leads from the wish: cards that make a sentence, and six invented days.

use super::{cards, chips, question};
use crate::document::{Change, Document, Path, wish, work};
use crate::export::sheet::leaf_words;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::walk;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let more = question(session, work::MORE.id).label.plain(lang);
    let less = question(session, work::LESS.id).label.plain(lang);
    let sentence = Memo::new(move |_| {
        session.with(|d| session.pack(|pack| {
            let words = |path: Path| leaf_words(d, pack, path, lang);
            let days = w::near_days(&words(wish::NEAR.alone()), lang);
            let work = w::more_less(&words(work::MORE.alone()), &words(work::LESS.alone()), lang);
            [work, days].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n")
        }))
    });
    let take = move |text: String| {
        let before = session.peek(|d| d.text(wish::SCENE.alone()).to_owned());
        // What is already there stays; the sentence comes after it.
        let text = if before.is_empty() || before == text { text } else { format!("{before}\n{text}") };
        session.change_with_undo(Change::Wrote(wish::SCENE.alone(), text), w::UNSURE_DONE);
        crate::browser::page::go(&Route::Wish.hash());
    };
    view! {
        {walk::progress(Route::Unsure, lang)}
        <h1 tabindex="-1">{w::UNSURE_TITLE.get(lang)}</h1>
        <p class="lead">{w::UNSURE_LEAD.get(lang)}</p>
        {chips(session, work::MORE.alone(), "activities", more, true, lang)}
        {chips(session, work::LESS.alone(), "activities", less, true, lang)}
        <section>
            <h2>{w::UNSURE_DAYS.get(lang)}</h2>
            <p class="hint">{w::UNSURE_DAYS_NOTE.get(lang)}</p>
            <ul class="days">{cards(session, "days").into_iter().map(|card| day(session, &card, lang)).collect_view()}</ul>
        </section>
        <section class="sentence" aria-live="polite">
            <h2>{w::UNSURE_SENTENCE.get(lang)}</h2>
            {move || {
                let text = sentence.get();
                if text.is_empty() {
                    view! { <p class="hint">{w::UNSURE_EMPTY.get(lang)}</p> }.into_any()
                } else {
                    let words = text.clone();
                    view! {
                        <blockquote>{text}</blockquote>
                        <button type="button" class="button next" on:click=move |_| take(words.clone())>{w::UNSURE_USE.get(lang)}</button>
                    }
                    .into_any()
                }
            }}
            <p>
                <button type="button" class="button quiet" on:click=move |_| take(w::UNSURE_SEARCHING.get(lang).to_owned())>
                    {w::UNSURE_SEARCHING_USE.get(lang)}
                </button>
            </p>
        </section>
        <nav class="ways" aria-label=w::BACK.get(lang)>
            <a class="button quiet" href=Route::Wish.hash()>{w::BACK.get(lang)}</a>
            <a class="button quiet" href=Route::Experience.hash()>{w::NEXT.get(lang)}</a>
        </nav>
    }
    .into_any()
}

/// One invented day: near, far, or neither.
fn day(session: Session, card: &crate::pack::Card, lang: Lang) -> AnyView {
    let id = StoredValue::new(card.id.clone());
    let picked = StoredValue::new(super::pick(card, lang));
    let group = format!("day-{}", card.id);
    let holds = move |d: &Document, path: Path| id.with_value(|id| d.cards(path).iter().any(|c| c.id == *id));
    let choice = |name: w::Words, here: Path, there: Path| {
        Choice::radio(format!("{group}-{}", here.field.name()), &group, name.get(lang).to_owned(), Look::Chip).view(
            move || session.with(|d| holds(d, here)),
            move |on| {
                if on {
                    let without = |path: Path| {
                        let mut cards = session.peek(|d| d.cards(path).to_vec());
                        id.with_value(|id| cards.retain(|c| c.id != *id));
                        cards
                    };
                    let mut with = without(here);
                    with.push(picked.get_value());
                    session.change(Change::Together(vec![
                        Change::Chose(there, without(there)),
                        Change::Chose(here, with),
                    ]));
                }
                true
            },
        )
    };
    let (near, far) = (wish::NEAR.alone(), wish::FAR.alone());
    view! {
        <li>
            <fieldset class="day">
                <legend>{card.title.plain(lang)}</legend>
                <p>{card.note.as_ref().map(|n| n.plain(lang))}</p>
                <div class="chips">
                    {choice(w::UNSURE_NEAR, near, far)}
                    {choice(w::UNSURE_FAR, far, near)}
                </div>
            </fieldset>
        </li>
    }
    .into_any()
}
