//! Beside a wish that is shown: the same, said as something to talk over, to ask for, or to let the other person know.

use super::choosing::share_id;
use crate::browser::page;
use crate::document::{Change, Field, Path, Picked, Shape, drift, experience, sheet};
use crate::pack::Lang;
use crate::parts::el::{El, button, el};
use crate::parts::unfold::unfold;
use crate::plan::safer::{Of, Way, plain, put, ways};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// Whether a field holds a wish that can be put in another way.
pub(super) fn can_be_put(field: &Field) -> bool {
    [&sheet::TOPIC, &sheet::ASK_WHAT, &drift::TOPIC, &experience::WHAT].iter().any(|wish| wish.id == field.id)
}

/// The ways to put it that fit, to open; nothing where none does.
pub(super) fn offers(session: Session, path: Path, text: &str, lang: Lang) -> Option<El> {
    let text = text.to_owned();
    let fitting = with_what_it_is(session, path, |of| ways(of, &text));
    if fitting.is_empty() && plain(&text) == text {
        return None;
    }
    Some(unfold(w::SAFER.get(lang), move || {
        let offer = |way: &Way| {
            let words = with_what_it_is(session, path, |of| put(of, &text, *way));
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
            .child(fitting.iter().map(offer).collect::<Vec<_>>())
            .child(as_written)
    }))
}

/// Looks at the words of a leaf as what they are the words of.
fn with_what_it_is<T>(session: Session, path: Path, look: impl FnOnce(Of) -> T) -> T {
    session.peek(|d| {
        session.pack(|pack| {
            let card = d.card(path).map(|card| card.id.as_str()).unwrap_or_default();
            let small = |field: &'static Field| !d.text(field.of(path.item)).trim().is_empty();
            let of = if path.field.id == sheet::ASK_WHAT.id {
                Of::Ask(card, small(&sheet::ASK_SMALL))
            } else if path.field.id == experience::WHAT.id {
                Of::Experience(pack.card("experiences", card), small(&experience::SMALL))
            } else {
                Of::Topic
            };
            look(of)
        })
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
