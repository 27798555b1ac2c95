//! いまの仕事: of each activity, whether a little more of it would be good, a little less, or whether it is fine as it is.

use super::super::{cards, own_words, pick, question, questions};
use super::asking::asked::ask;
use crate::document::{Field, Picked, work};
use crate::export::sheet::card_label;
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, el, many};
use crate::parts::question as q;
use crate::route::Route;
use crate::session::Session;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;
use std::fmt::Write;

/// How many activities stand in the open.
const AT_FIRST: usize = 10;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let rows = |cards: &[Card]| cards.iter().map(|c| row(session, &pick(c, lang), lang)).collect::<Vec<_>>();
    let all = cards(session, "activities");
    let (first, rest) = all.split_at(all.len().min(AT_FIRST));
    let said = |c: &Card| session.peek(|d| work::THREE.iter().any(|field| work::holds(d, field, &pick(c, lang))));
    let rest = (!rest.is_empty()).then(|| {
        el("details")
            .class("unfold more-cards")
            .attr("open", rest.iter().any(said))
            .child(el("summary").text(w::with_note(w::MORE.get(lang), &rest.len().to_string(), lang)))
            .child(el("div").class("rows activities").child(rows(rest)))
    });
    // What was written in one's own words, and what the pack no longer has.
    // Each stays in its place, whichever of the three it is put into.
    let own = Memo::new(move |before: Option<&Vec<Picked>>| {
        let known = cards(session, "activities");
        let now = session.with(|d| work::others(d, |id| known.iter().any(|k| k.id == id)));
        let is_in = |all: &[Picked], card: &Picked| all.iter().any(|c| work::same(c, card));
        let mut rows: Vec<Picked> = before.into_iter().flatten().filter(|card| is_in(&now, card)).cloned().collect();
        let more: Vec<Picked> = now.into_iter().filter(|card| !is_in(&rows, card)).collect();
        rows.extend(more);
        rows
    });
    let own_rows = move || own.get().iter().map(|card| row(session, card, lang)).collect::<Vec<_>>();
    let asked = question(session, "work");
    let body = many()
        .child(el("div").class("rows activities").child(rows(first)))
        .child(rest)
        .child(el("div").class("rows activities").live(own_rows))
        .child(own_words("work-own", w::WORK_OWN.get(lang).to_owned(), lang, move |text| {
            if let Some(added) = session.peek(|d| work::add(d, text)) {
                session.change(added);
            }
            true
        }))
        .child(q::more(&questions(session, ["work", "work.more", "work.less", "work.fine"]), lang))
        .child(ask(session, work::NOTE.alone(), lang));
    super::framed(session, Route::Work, q::heading(asked, lang), body, lang)
}

/// One activity with its three chips.
fn row(session: Session, card: &Picked, lang: Lang) -> AnyView {
    let name = session.pack(|pack| card_label(pack, work::MORE.id, card, lang));
    let chips = [(w::WORK_MORE, &work::MORE), (w::WORK_LESS, &work::LESS), (w::WORK_FINE, &work::FINE)].map(
        |(words, field): (w::Words, &'static Field)| {
            let id = format!("{}-{}", field.name(), in_id(card));
            let (here, there) = (card.clone(), card.clone());
            Choice::check(id, words.get(lang).to_owned(), Look::Chip).view(
                move || session.choices(|d| work::holds(d, field, &here)),
                move |on| {
                    session.change(session.peek(|d| work::put(d, &there, field, on)));
                    true
                },
            )
        },
    );
    el("div")
        .class("row")
        .attr("role", "group")
        .attr("aria-label", name.clone())
        .child(el("bdi").class("row-name").child(name.clone()))
        .child(el("span").class("chips").child(chips))
        .view()
}

/// A card as a part of an element's id, in which no space may stand: a list of ids is parted by them. Words
/// of one's own may be what a card of the pack has as its id.
fn in_id(card: &Picked) -> String {
    let (mut id, words) = if card.id.is_empty() { ("own-".to_owned(), &card.label) } else { (String::new(), &card.id) };
    for c in words.chars() {
        if c.is_alphanumeric() || c == '-' {
            id.push(c);
        } else {
            let _ = write!(id, "_{:x}.", u32::from(c));
        }
    }
    id
}
