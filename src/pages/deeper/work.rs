//! いまの仕事: of each activity, whether a little more of it would be good, a little less, or whether it is fine as it is.

use super::super::{cards, own_words, pick, question, questions};
use super::asking::asked::ask;
use crate::document::{Change, Document, Field, Picked, work};
use crate::export::sheet::card_label;
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, el, many};
use crate::parts::question as q;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// How many activities stand in the open.
const AT_FIRST: usize = 10;

static THREE: [&Field; 3] = [&work::MORE, &work::LESS, &work::FINE];

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let rows = |cards: &[Card]| cards.iter().map(|c| row(session, &pick(c, lang), lang)).collect::<Vec<_>>();
    let all = cards(session, "activities");
    let (first, rest) = all.split_at(all.len().min(AT_FIRST));
    let said = |c: &Card| session.peek(|d| THREE.iter().any(|field| holds(d, field, &pick(c, lang))));
    let rest = (!rest.is_empty()).then(|| {
        el("details")
            .class("unfold more-cards")
            .attr("open", rest.iter().any(said))
            .child(el("summary").text(w::with_note(w::MORE.get(lang), &rest.len().to_string(), lang)))
            .child(el("div").class("rows activities").child(rows(rest)))
    });
    // What was written in one's own words, and what the pack no longer has.
    let own = Memo::new(move |_| {
        let known = cards(session, "activities");
        let is_own = |c: &Picked| !known.iter().any(|k| k.id == c.id);
        session
            .with(|d| THREE.iter().flat_map(|f| d.cards(f.alone())).filter(|c| is_own(c)).cloned().collect::<Vec<_>>())
    });
    let own_rows = move || own.get().iter().map(|card| row(session, card, lang)).collect::<Vec<_>>();
    let asked = question(session, "work");
    let body = many()
        .child(el("div").class("rows activities").child(rows(first)))
        .child(rest)
        .child(el("div").class("rows activities").live(own_rows))
        .child(own_words("work-own", w::WORK_OWN.get(lang).to_owned(), lang, move |text| {
            put(session, &Picked { id: String::new(), label: text }, &work::MORE, true);
            true
        }))
        .child(q::more(&questions(session, ["work", "work.more", "work.less", "work.fine"]), lang))
        .child(ask(session, work::NOTE.alone(), lang));
    super::framed(session, Route::Work, q::heading(asked, lang), body, lang)
}

/// One activity with its three chips, of which the third excludes the others.
fn row(session: Session, card: &Picked, lang: Lang) -> AnyView {
    let name = session.pack(|pack| card_label(pack, work::MORE.id, card, lang));
    let chips = [(w::WORK_MORE, &work::MORE), (w::WORK_LESS, &work::LESS), (w::WORK_FINE, &work::FINE)].map(
        |(words, field): (w::Words, &'static Field)| {
            let id =
                format!("{}-{}", field.name(), if card.id.is_empty() { in_id(&card.label) } else { card.id.clone() });
            let (here, there) = (card.clone(), card.clone());
            Choice::check(id, words.get(lang).to_owned(), Look::Chip).view(
                move || session.choices(|d| holds(d, field, &here)),
                move |on| {
                    put(session, &there, field, on);
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

/// One's own words as a part of an element's id, in which no space may stand: a list of ids is parted by them.
fn in_id(words: &str) -> String {
    words.chars().map(|c| if c.is_alphanumeric() { c.to_string() } else { format!("_{:x}.", u32::from(c)) }).collect()
}

fn same(a: &Picked, b: &Picked) -> bool {
    a.id == b.id && (!a.id.is_empty() || a.label == b.label)
}

fn holds(d: &Document, field: &'static Field, card: &Picked) -> bool {
    d.cards(field.alone()).iter().any(|c| same(c, card))
}

/// Puts an activity into one of the three, or takes it out. What is fine as it is can't be too much or too little as well;
/// both a little more and a little less can be true of one thing.
fn put(session: Session, card: &Picked, field: &'static Field, on: bool) {
    let fine = |field: &Field| field.id == work::FINE.id;
    let changes = THREE.map(|other| {
        let mut now = session.peek(|d| d.cards(other.alone()).to_vec());
        let here = other.id == field.id;
        if here && on && !now.iter().any(|c| same(c, card)) {
            now.push(card.clone());
        } else if here && !on || on && fine(other) != fine(field) {
            now.retain(|c| !same(c, card));
        }
        Change::Chose(other.alone(), now)
    });
    session.change(Change::Together(changes.into()));
}
