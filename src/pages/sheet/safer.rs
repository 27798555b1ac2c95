//! Beside a wish that is shown: the same, said as something to talk over, to ask for, or to let the other person know.

use super::choosing::share_id;
use crate::browser::page;
use crate::document::{Change, Field, Path, Picked, Shape, drift, experience, sheet};
use crate::pack::Lang;
use crate::parts::el::{El, button, el};
use crate::parts::unfold::unfold;
use crate::plan::safer::{Way, plain, put};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// Whether a field holds a wish that can be put in another way.
pub(super) fn can_be_put(field: &Field) -> bool {
    [&sheet::TOPIC, &sheet::ASK_WHAT, &drift::TOPIC, &experience::WHAT].iter().any(|wish| wish.id == field.id)
}

/// The ways to put it, to open.
pub(super) fn offers(session: Session, path: Path, text: &str, lang: Lang) -> El {
    let text = text.to_owned();
    unfold(w::SAFER.get(lang), move || {
        let offer = |way: Way| {
            let words = put(&text, way, lang);
            let taken = words.clone();
            button()
                .class("card safer-way")
                .on("click", move |_| take(session, path, taken.clone()))
                .child(el("span").class("choice-title").text(way.name().get(lang)))
                .child(el("span").class("choice-note").child(words))
        };
        let as_written = (plain(&text) != text).then(|| {
            let before = plain(&text).to_owned();
            button()
                .class("link")
                .on("click", move |_| take(session, path, before.clone()))
                .text(w::SAFER_BACK.get(lang))
        });
        el("div")
            .class("safer")
            .child(el("p").class("hint").text(w::SAFER_NOTE.get(lang)))
            .child(Way::ALL.map(offer))
            .child(as_written)
    })
}

/// Writes it in place of what is there; a card keeps its id. It can be taken back.
fn take(session: Session, path: Path, words: String) {
    let change = if path.field.shape == Shape::Text {
        Change::Wrote(path, words)
    } else {
        let id = session.peek(|d| d.card(path).map(|card| card.id.clone()).unwrap_or_default());
        Change::Chose(path, vec![Picked { id, label: words }])
    };
    session.change_with_undo(change, w::REPLACED);
    // The list is drawn anew with the new words.
    request_animation_frame(move || page::focus_id(&share_id(path)));
}
