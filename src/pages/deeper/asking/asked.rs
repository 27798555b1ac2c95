//! One question of the walk with its control, whatever it holds: words, cards, links, a mark.
//!
//! May know: the session, the pack, parts. Must never know: which screen asks.

use super::picker;
use crate::document::{Change, ItemId, Kind, Path, Shape};
use crate::export::sheet::name_of;
use crate::pack::Lang;
use crate::pages::{asked_field, leaf_id, question, questions, text_field};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, el, many, nothing};
use crate::parts::field::Field;
use crate::parts::question as q;
use crate::session::Session;
use leptos::prelude::*;

/// More cards than this are searched rather than looked through.
const AT_A_GLANCE: usize = 10;

/// Where a question is asked, which decides what stands around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// On a screen of several, with all its words.
    Alone,
    /// On a card of several, whose reasons are given together.
    Among,
    /// Below a heading that asks it.
    Below,
}

/// A question on a screen of several: its words, its control, its example, its reason.
pub(in super::super) fn ask(session: Session, path: Path, lang: Lang) -> AnyView {
    asked(session, path, Place::Alone, lang)
}

/// A question on a card of several. Its reason is given with those of the others: [`reasons`].
pub(in super::super) fn ask_among(session: Session, path: Path, lang: Lang) -> AnyView {
    asked(session, path, Place::Among, lang)
}

/// The questions of one card, and at its end why they are asked.
pub(in super::super) fn ask_together<const N: usize>(session: Session, paths: [Path; N], lang: Lang) -> AnyView {
    many()
        .child(paths.map(|path| ask_among(session, path, lang)))
        .child(reasons(session, paths.map(|path| path.field.id), lang))
        .view()
}

/// Why these are asked, in one fold.
pub(in super::super) fn reasons<const N: usize>(session: Session, ids: [&str; N], lang: Lang) -> El {
    let why = q::why(&questions(session, ids), lang);
    el("div").class("asked").child(el("div").class("unfolds").child(why))
}

/// The question that the screen's heading asks already.
pub(in super::super) fn ask_below(session: Session, path: Path, lang: Lang) -> AnyView {
    asked(session, path, Place::Below, lang)
}

fn asked(session: Session, path: Path, place: Place, lang: Lang) -> AnyView {
    let heading_asks = place == Place::Below;
    let q = question(session, path.field.id);
    let title = q::asked(q, lang);
    let control = match path.field.shape {
        Shape::Text => {
            let mut field = Field { lines: 2, ..asked_field(session, path, lang) };
            field.label_hidden = heading_asks;
            without_starters_where_said(session, path, &mut field);
            field.hint = field.hint.filter(|_| !heading_asks);
            el("div").class_if("sheet-of-paper", heading_asks).child(text_field(session, path, field)).view()
        }
        Shape::Pick | Shape::Picks => picks(session, path, title, lang),
        Shape::Links => nothing(),
        // A mark says what it marks; it does not ask.
        Shape::Flag => el("div").class("chips").child(mark(session, path, q.label.plain(lang))).view(),
    };
    // The heading's own example stands with the heading.
    let more = match place {
        Place::Alone => Some(q::more(&[q], lang)),
        Place::Among => q::example(q, lang).map(|example| el("div").class("unfolds").child(example)),
        Place::Below => None,
    };
    el("div").class("asked").child(control).child(more).view()
}

/// Beginnings of a sentence help who has not begun; beside what is written they are only in the way.
pub(in super::super) fn without_starters_where_said(session: Session, path: Path, field: &mut Field) {
    if session.peek(|d| d.is_said(path)) {
        field.starters.clear();
    }
}

fn picks(session: Session, path: Path, title: String, lang: Lang) -> AnyView {
    let many_of = path.field.shape == Shape::Picks;
    let Some(catalogue) = question(session, path.field.id).cards.as_deref() else { return nothing() };
    if crate::pages::cards(session, catalogue).len() > AT_A_GLANCE {
        picker::leaf(session, path, catalogue, title, lang)
    } else {
        let hint = question(session, path.field.id).hint.as_ref().map(|h| h.plain(lang));
        let hint_id = format!("{}-hint", leaf_id(path));
        el("fieldset")
            .class("group")
            .attr("aria-describedby", hint.is_some().then(|| hint_id.clone()))
            .child(el("legend").child(title))
            .child(hint.map(|hint| el("p").class("hint").id(hint_id).child(hint)))
            .child(crate::pages::chip_row(session, path, crate::pages::cards(session, catalogue), many_of, lang))
            .view()
    }
}

/// A mark to set or clear.
pub(in super::super) fn mark(session: Session, path: Path, title: String) -> AnyView {
    Choice::check(leaf_id(path), title, Look::Chip).view(
        move || session.choices(|d| d.flag(path)),
        move |on| {
            session.change(Change::Marked(path, on));
            true
        },
    )
}

/// What a leaf is tied to: the items of these kinds, as chips.
pub(in super::super) fn links(session: Session, path: Path, kinds: &[&'static Kind], lang: Lang) -> AnyView {
    let all: Vec<ItemId> = kinds.iter().flat_map(|kind| session.peek(|d| d.ids(kind))).collect();
    let chips: Vec<AnyView> = all
        .into_iter()
        .filter_map(|id| {
            let name = session.peek(|d| session.pack(|pack| name_of(d, pack, id, lang)))?;
            let toggled = move |on: bool| {
                let mut to = session.peek(|d| d.links(path).to_vec());
                to.retain(|other| *other != id);
                if on {
                    to.push(id);
                }
                session.change(Change::Linked(path, to));
                true
            };
            let chosen = move || session.choices(|d| d.links(path).contains(&id));
            Some(Choice::check(format!("{}-{id}", leaf_id(path)), name, Look::Chip).view(chosen, toggled))
        })
        .collect();
    if chips.is_empty() {
        return nothing();
    }
    let q = question(session, path.field.id);
    el("fieldset")
        .class("group")
        .child(el("legend").child(q::asked(q, lang)))
        .child(el("div").class("chips").child(chips))
        .view()
}

/// A section of a screen under a heading of its own.
pub(in super::super) fn under(heading: String, hint: Option<String>, body: impl Child) -> AnyView {
    el("section")
        .class("part")
        .child(el("h2").child(heading))
        .child(hint.map(|hint| el("p").class("hint").child(hint)))
        .child(many().child(body))
        .view()
}
