//! はじめに: three promises, whose computer this is, and where to begin.

use crate::keeper::SaveState;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::path;
use crate::plan;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    if session.former.get() {
        return former(session, lang);
    }
    let begun = move || session.with(|d| !d.is_blank());
    let resume = session.peek(plan::resume).hash();
    let promises = [w::PROMISE_1, w::PROMISE_2, w::PROMISE_3]
        .map(|p| view! { <li>{p.get(lang)}</li> })
        .collect_view();
    let examples = crate::examples::PEOPLE
        .iter()
        .enumerate()
        .map(|(at, person)| {
            view! { <li><a href=Route::Example(at + 1).hash()>{person.who(lang)}</a></li> }
        })
        .collect_view();
    view! {
        <div class="welcome">
            <h1 tabindex="-1">{w::WELCOME_TITLE.get(lang)}</h1>
            <p class="lead">{w::WELCOME_LEAD.get(lang)}</p>
            {path::picture(lang)}
            <section class="promises">
                <h2>{w::PROMISES.get(lang)}</h2>
                <ol>{promises}</ol>
            </section>
            {device(session, lang)}
            <nav class="ways" aria-label=w::START.get(lang)>
                {move || {
                    if begun() {
                        view! {
                            <a class="button next" href=resume.clone()>{w::RESUME.get(lang)}</a>
                            <a class="button quiet" href=Route::Outline.hash()>{w::TO_OUTLINE.get(lang)}</a>
                        }
                        .into_any()
                    } else {
                        view! { <a class="button next" href=Route::Values.hash()>{w::START.get(lang)}</a> }.into_any()
                    }
                }}
                <a class="button quiet" href=Route::Keep.hash()>{w::OPEN_FILE.get(lang)}</a>
            </nav>
            <section class="examples">
                <h2>{w::SEE_EXAMPLES.get(lang)}</h2>
                <p class="hint">{w::EXAMPLES_NOTE.get(lang)}</p>
                <ul>{examples}</ul>
            </section>
        </div>
    }
    .into_any()
}

/// 「このパソコンは自分だけが使いますか」
fn device(session: Session, lang: Lang) -> AnyView {
    let choice = |id: &str, label: w::Words, note: w::Words, shared: bool| {
        let mut choice = Choice::radio(id.to_owned(), "device", label.get(lang).to_owned(), Look::Card);
        choice.note = Some(note.get(lang).to_owned());
        choice.view(
            move || session.settings.with(|s| s.shared_device) == Some(shared),
            move |on| {
                if on {
                    session.settings.update(|s| s.shared_device = Some(shared));
                }
                true
            },
        )
    };
    view! {
        <fieldset class="group device">
            <legend>{w::DEVICE_ASK.get(lang)}</legend>
            <div class="cards two">
                {choice("device-own", w::DEVICE_OWN, w::DEVICE_OWN_NOTE, false)}
                {choice("device-shared", w::DEVICE_SHARED, w::DEVICE_SHARED_NOTE, true)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// 「前の人の記録があります」: not a word of it is shown.
fn former(session: Session, lang: Lang) -> AnyView {
    let saved = move || matches!(session.save.get(), SaveState::Saved(..));
    let _ = saved;
    view! {
        <div class="welcome former">
            <h1 tabindex="-1">{w::FORMER_TITLE.get(lang)}</h1>
            <p class="lead">{w::FORMER_TEXT.get(lang)}</p>
            <div class="ways">
                <button type="button" class="button next" on:click=move |_| session.former.set(false)>
                    {w::FORMER_MINE.get(lang)}
                </button>
                <a class="button quiet" href="#/keep">{w::FORMER_ERASE.get(lang)}</a>
            </div>
        </div>
    }
    .into_any()
}
