//! お願い: what would help from the person one meets, and what one most wants to talk about.

use super::{
    asked_field, cards, chips, first_and_more, leaf_id, named, own_picks, own_words, pick, question, questions,
    ready_texts, text_field,
};
use crate::document::{Change, Document, ItemId, Path, Picked, experience, sheet, stand};
use crate::export::sheet::card_label;
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, button, el, many, nothing};
use crate::parts::field::Field;
use crate::parts::question as q;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// What is asked on this screen.
const ASKED: [&str; 10] = [
    "ask",
    "ask.what",
    "ask.small",
    "ask.by",
    "ask.needs",
    "sheet.help",
    "sheet.topic",
    "situation",
    "situation.facts",
    "situation.fear",
];
/// The ask that is offered to somebody who doesn't know yet: nothing for now.
const NOTHING_NOW: &str = "none";
/// The ask that is easier to grant where there is something to choose from.
const LIGHTEN: &str = "lighten";

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "ask");
    let unsure = super::unsure_at(session, stand::ASK.alone());
    let title = q::asked(asked, lang);
    let topic = Field { lines: 2, ..asked_field(session, sheet::TOPIC.alone(), lang) };
    let help = question(session, sheet::HELP.id).label.plain(lang);
    many()
        .child(super::progress(session, Route::Ask, lang))
        .child(q::heading(asked, lang))
        .child(first_and_more(session, "asks", title, lang, |d, card| item_of(d, card).is_some(), choice))
        .child(own_words("ask-own", w::OWN_WORDS.get(lang).to_owned(), lang, move |text| own(session, text)))
        .live(move || small_forms(session, lang))
        .child(chips(session, sheet::HELP.alone(), "help", help, true, lang))
        .child(el("div").class("sheet-of-paper").child(text_field(session, sheet::TOPIC.alone(), topic)))
        .child(ready_texts(
            session,
            sheet::TOPIC.alone(),
            topics(session, lang),
            &question(session, sheet::TOPIC.id).label.plain(lang),
        ))
        .child(situation(session, lang))
        .child(q::more(&questions(session, ASKED), lang))
        .child(q::unsure(asked, lang, unsure, move || {
            let card = cards(session, "asks").iter().find(|c| c.id == NOTHING_NOW);
            card.map(|card| {
                let offer = Choice::check("ask-offer".to_owned(), card.title.plain(lang), Look::Chip);
                offer.view(
                    move || session.choices(|d| item_of(d, &card.id).is_some()),
                    move |on| toggle(session, card, on, lang),
                )
            })
            .view()
        }))
        .child(super::ways(
            session,
            Route::Ask,
            lang,
            move || session.change(Change::PutOff(stand::ASK.alone())),
            move || session.change(Change::NotSure(stand::ASK.alone())),
        ))
        .view()
}

/// The current situation: what makes it hard in facts, and apart from that what one is afraid of.
fn situation(session: Session, lang: Lang) -> AnyView {
    let (facts, fear) = (sheet::SITUATION_FACTS.alone(), sheet::SITUATION_FEAR.alone());
    let of_facts = Field { lines: 2, ..asked_field(session, facts, lang) };
    let of_fear = Field { lines: 2, label_hidden: true, ..asked_field(session, fear, lang) };
    let unfold = el("details").class("unfold").attr("open", session.peek(|d| d.is_said(fear))).child(
        el("summary")
            .child(q::asked(question(session, fear.field.id), lang))
            .text(" ")
            .child(el("span").class("mark").text(w::OPTIONAL.get(lang))),
    );
    let asked = question(session, "situation");
    let hint = asked.hint.as_ref().map(|hint| el("p").class("hint").text(hint.plain(lang)));
    many()
        .child(el("h2").text(q::asked(asked, lang)))
        .child(hint)
        .child(el("div").class("sheet-of-paper").child(text_field(session, facts, of_facts)))
        .child(unfold.child(text_field(session, fear, of_fear)))
        .view()
}

/// Ready topics: the wished-for experiences by name.
fn topics(session: Session, lang: Lang) -> Vec<String> {
    let picked: Vec<Picked> = session.peek(|d| {
        d.ids(&experience::EXPERIENCE).into_iter().filter_map(|id| d.card(experience::WHAT.of(id)).cloned()).collect()
    });
    picked
        .iter()
        .map(|card| session.pack(|pack| card_label(pack, experience::WHAT.id, card, lang)))
        .map(|name| w::about(&name, lang))
        .collect()
}

fn choice(session: Session, card: &'static Card, lang: Lang) -> AnyView {
    let mut choice = Choice::check(format!("ask-{}", card.id), card.title.plain(lang), Look::Card);
    choice.note = card.small.as_ref().map(|s| s.plain(lang));
    let chosen = move || session.choices(|d| item_of(d, &card.id).is_some());
    choice.view(chosen, move |on| toggle(session, card, on, lang))
}

fn item_of(document: &Document, card: &str) -> Option<ItemId> {
    let ids = document.ids(&sheet::ASK);
    ids.into_iter().find(|id| document.card(sheet::ASK_WHAT.of(*id)).is_some_and(|c| c.id == card))
}

fn toggle(session: Session, card: &Card, on: bool, lang: Lang) -> bool {
    let here = session.peek(|d| item_of(d, &card.id));
    match (on, here) {
        (true, None) => session.change(named(&sheet::ASK, session.new_id(), pick(card, lang))),
        (false, Some(id)) => session.change_with_undo(Change::Removed(&sheet::ASK, id), w::TAKEN_AWAY),
        _ => {}
    }
    true
}

fn own(session: Session, text: String) -> bool {
    session.change(named(&sheet::ASK, session.new_id(), Picked { id: String::new(), label: text }));
    true
}

/// What each ask that was chosen is in detail, and a way to take away those in one's own words.
fn small_forms(session: Session, lang: Lang) -> AnyView {
    let ids = session.items(&sheet::ASK);
    let rows =
        ids.get().into_iter().enumerate().map(|(at, id)| small_form(session, id, at == 0, lang)).collect::<Vec<_>>();
    el("ul").class("rows").child(rows).view()
}

/// One ask in detail. What makes it easy to grant is unfolded where it is the `first`, or says something.
fn small_form(session: Session, id: ItemId, first: bool, lang: Lang) -> AnyView {
    let Some(card) = session.peek(|d| d.card(sheet::ASK_WHAT.of(id)).cloned()) else { return nothing() };
    let name = session.pack(|pack| card_label(pack, sheet::ASK_WHAT.id, &card, lang));
    let path = sheet::ASK_SMALL.of(id);
    let mut field = Field::new(leaf_id(path), w::ASK_EXACTLY.get(lang).to_owned(), lang);
    field.hint = (card.id == LIGHTEN).then(|| w::ASK_CANDIDATES.get(lang).to_owned());
    let take_away = card.id.is_empty().then(|| {
        let take = move |_| session.change_with_undo(Change::Removed(&sheet::ASK, id), w::TAKEN_AWAY);
        button().class("link").on("click", take).text(w::REMOVE.get(lang))
    });
    let group = el("div").attr("role", "group").attr("aria-label", name.clone());
    let field = many().child(text_field(session, path, field)).child(super::small_form(
        session,
        sheet::ASK_WHAT.of(id),
        path,
        lang,
    ));
    let [by, needs, decides] = [&sheet::ASK_BY, &sheet::ASK_NEEDS, &sheet::ASK_DECIDES].map(|field| field.of(id));
    let legend = |path: Path| question(session, path.field.id).label.plain(lang);
    let open = first || session.peek(|d| [by, needs, decides].into_iter().any(|path| d.is_said(path)));
    let more = el("details")
        .class("unfold")
        .attr("open", open)
        .child(
            el("summary")
                .text(w::ASK_MORE.get(lang))
                .text(" ")
                .child(el("span").class("mark").text(w::OPTIONAL.get(lang))),
        )
        .child(chips(session, by, "bys", legend(by), false, lang))
        .child(chips(session, needs, "needs", legend(needs), true, lang))
        .child(own_picks(session, needs, w::ASK_NEEDS_OWN.get(lang).to_owned(), lang, move |change| {
            session.change(change);
        }))
        .child(chips(session, decides, "decides", legend(decides), false, lang));
    let field = field.child(more);
    let name = el("h2").class("about").child(el("bdi").child(name));
    el("li").class("one-of-several").child(group.child(name).child(field).child(take_away)).view()
}
