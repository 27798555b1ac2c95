//! An invented person's sheet, to look at. It never touches one's own record.

use crate::document::Audience;
use crate::examples::PEOPLE;
use crate::export::sheet::Sheet;
use crate::pack::Lang;
use crate::parts::paper::paper;
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, number: usize, lang: Lang) -> AnyView {
    let person = number.checked_sub(1).and_then(|at| PEOPLE.get(at));
    let Some((person, binder)) = person.and_then(|p| Some((p, p.open(lang)?))) else {
        return super::missing(lang);
    };
    let plan = share::for_audience(binder.document(), Audience::Talk);
    let sheet = session.pack(|pack| Sheet::of(&plan, pack, lang));
    view! {
        <h1 tabindex="-1">{w::EXAMPLE_TITLE.get(lang)}</h1>
        <p class="lead">{person.who(lang)}</p>
        <p class="hint">{w::EXAMPLE_NOTE.get(lang)}</p>
        <div class="paper-frame">{paper(&sheet, lang)}</div>
        <nav class="ways" aria-label=w::HOME.get(lang)>
            <a class="button next" href=Route::Values.hash()>{w::START.get(lang)}</a>
            <a class="button quiet" href=Route::Welcome.hash()>{w::HOME.get(lang)}</a>
        </nav>
    }
    .into_any()
}
