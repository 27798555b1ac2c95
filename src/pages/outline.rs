//! The whole at a glance: where one is, what is written, what is open; from here one goes anywhere.

use crate::pack::Lang;
use crate::parts::path;
use crate::plan::{self, Standing};
use crate::route::SHORT_PATH;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let next = session.peek(plan::resume);
    let rows = SHORT_PATH
        .into_iter()
        .skip(1)
        .map(|screen| {
            let standing = session.peek(|d| plan::standing(d, screen));
            let (state, class) = match standing {
                Standing::Done => (w::STATE_DONE, "state state-done"),
                Standing::Open => (w::STATE_OPEN, "state"),
                Standing::Later => (w::STATE_LATER, "state state-later"),
                Standing::NotSure => (w::STATE_NOT_SURE, "state state-later"),
            };
            let name = session.pack(|pack| screen.name(pack, lang));
            let here = (screen == next).then_some("step");
            let mark = (screen == next).then(|| view! { <span class="mark">{w::STATE_NEXT.get(lang)}</span> });
            view! {
                <li>
                    <a class="outline-row" href=screen.hash() aria-current=here>
                        <span class="outline-name">{name}</span>
                        {mark}
                        <span class=class>{state.get(lang)}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <h1 tabindex="-1">{w::OUTLINE_TITLE.get(lang)}</h1>
        <p class="lead">{w::OUTLINE_LEAD.get(lang)}</p>
        {path::picture(lang)}
        <ol class="outline">{rows}</ol>
        <nav class="ways" aria-label=w::RESUME.get(lang)>
            <a class="button next" href=next.hash()>{w::RESUME.get(lang)}</a>
        </nav>
        <p class="comfort">{w::COMFORT.get(lang)}</p>
    }
    .into_any()
}
