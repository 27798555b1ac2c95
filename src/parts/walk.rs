//! The way on: where we are on the path, and back, next, later, not yet known, enough for today.
//!
//! May know: the order of the screens. Must never know: answers.

use crate::pack::Lang;
use crate::route::{Route, SHORT_PATH};
use crate::wording as w;
use leptos::prelude::*;

/// 「8つのうち 3つめ」, as words and as a line of dots.
pub fn progress(route: Route, lang: Lang) -> AnyView {
    let Some(step) = route.step() else { return ().into_any() };
    let dots = (1..=SHORT_PATH.len())
        .map(|at| view! { <span class="dot" class:dot-done={at < step} class:dot-here={at == step}></span> })
        .collect_view();
    view! {
        <p class="progress">
            <span class="dots" aria-hidden="true">{dots}</span>
            <span>{w::step_of(step, lang)}</span>
        </p>
    }
    .into_any()
}

/// The buttons at the foot of a question. `later` and `not_sure` are told when they are chosen.
pub fn ways(
    route: Route,
    lang: Lang,
    later: impl Fn() + 'static,
    not_sure: impl Fn() + 'static,
) -> AnyView {
    let next = route.next().unwrap_or(Route::Sheet).hash();
    let back = route.back().unwrap_or(Route::Welcome).hash();
    let go = next.clone();
    let put_off = move |_| {
        later();
        crate::browser::page::go(&go);
    };
    view! {
        <nav class="ways" aria-label=w::NEXT.get(lang)>
            <a class="button next" href=next>{w::NEXT.get(lang)}</a>
            <a class="button quiet back" href=back>{w::BACK.get(lang)}</a>
            <span class="ways-aside">
                <button type="button" class="link" on:click=put_off>{w::LATER.get(lang)}</button>
                <button type="button" class="link" on:click=move |_| not_sure()>{w::NOT_SURE.get(lang)}</button>
            </span>
        </nav>
        <p class="enough">
            <a href=Route::Sheet.hash()>{w::STOP_TODAY.get(lang)}</a>
            <span>{w::STOP_TODAY_NOTE.get(lang)}</span>
        </p>
    }
    .into_any()
}
