//! 経験: what one would like to try or see, as small forms that need no transfer.

use super::{cards, first_and_more, named, own_words, pick, question, questions};
use crate::document::{Change, Document, ItemId, Picked, experience, stand};
use crate::export::sheet::card_label;
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, button, el, many, nothing};
use crate::parts::question as q;
use crate::route::Route;
use crate::session::Session;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;

/// The card that is offered to somebody who doesn't know yet: hear one person out.
const ONE_TALK: &str = "x01";

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "experience");
    let unsure = super::unsure_at(session, stand::EXPERIENCE.alone());
    let title = q::asked(asked, lang);
    many()
        .child(super::progress(session, Route::Experience, lang))
        .child(q::heading(asked, lang))
        .child(el("p").class("hint").text(w::EXPERIENCE_ONE.get(lang)))
        .child(first_and_more(session, "experiences", title, lang, |d, card| item_of(d, card).is_some(), choice))
        .child(own_words("experience-own", w::OWN_WORDS.get(lang).to_owned(), lang, move |text| own(session, text)))
        .live(move || own_rows(session, lang))
        .child(q::more(&questions(session, ["experience", "experience.what"]), lang))
        .child(q::unsure(asked, lang, unsure, move || {
            let card = cards(session, "experiences").iter().find(|c| c.id == ONE_TALK);
            card.map(|card| {
                let mut offer = Choice::check("experience-offer".to_owned(), card.title.plain(lang), Look::Chip);
                offer.note = card.small.as_ref().map(|s| s.plain(lang));
                offer.view(
                    move || session.choices(|d| item_of(d, ONE_TALK).is_some()),
                    move |on| toggle(session, card, on, lang),
                )
            })
            .view()
        }))
        .child(super::ways(
            session,
            Route::Experience,
            lang,
            move || session.change(Change::PutOff(stand::EXPERIENCE.alone())),
            move || session.change(Change::NotSure(stand::EXPERIENCE.alone())),
        ))
        .view()
}

fn choice(session: Session, card: &'static Card, lang: Lang) -> AnyView {
    let mut choice = Choice::check(format!("experience-{}", card.id), card.title.plain(lang), Look::Card);
    choice.note = card.small.as_ref().map(|s| s.plain(lang));
    let chosen = move || session.choices(|d| item_of(d, &card.id).is_some());
    choice.view(chosen, move |on| toggle(session, card, on, lang))
}

fn item_of(document: &Document, card: &str) -> Option<ItemId> {
    let ids = document.ids(&experience::EXPERIENCE);
    ids.into_iter().find(|id| document.card(experience::WHAT.of(*id)).is_some_and(|c| c.id == card))
}

fn toggle(session: Session, card: &Card, on: bool, lang: Lang) -> bool {
    let here = session.peek(|d| item_of(d, &card.id));
    match (on, here) {
        (true, None) => session.change(named(&experience::EXPERIENCE, session.new_id(), pick(card, lang))),
        (false, Some(id)) => {
            session.change_with_undo(Change::Removed(&experience::EXPERIENCE, id), w::TAKEN_AWAY);
        }
        _ => {}
    }
    true
}

fn own(session: Session, text: String) -> bool {
    session.change(named(&experience::EXPERIENCE, session.new_id(), Picked { id: String::new(), label: text }));
    true
}

/// The experiences written in one's own words, each with a way to take it away.
fn own_rows(session: Session, lang: Lang) -> AnyView {
    let own = Memo::new(move |_| {
        session.choices(|d| {
            let ids = d.ids(&experience::EXPERIENCE);
            let own = ids.into_iter().filter_map(|id| d.card(experience::WHAT.of(id)).cloned().map(|c| (id, c)));
            own.filter(|(_, c)| c.id.is_empty()).collect::<Vec<_>>()
        })
    });
    let own = own.get();
    if own.is_empty() {
        return nothing();
    }
    let rows = own
        .into_iter()
        .map(|(id, card)| {
            let name = session.pack(|pack| card_label(pack, experience::WHAT.id, &card, lang));
            let take_away =
                move |_| session.change_with_undo(Change::Removed(&experience::EXPERIENCE, id), w::TAKEN_AWAY);
            el("li")
                .class("row")
                .child(el("bdi").class("row-name").child(name))
                .child(button().class("link").on("click", take_away).text(w::REMOVE.get(lang)))
        })
        .collect::<Vec<_>>();
    el("ul").class("rows").attr("aria-label", w::CHOSEN.get(lang)).child(rows).view()
}
