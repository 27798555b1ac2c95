//! なくしたくないもの: up to three cards, and which of them is in short supply.

use super::{cards, leaf_id, own_words, pick, question, questions, text_field};
use crate::document::{Change, ItemId, Picked, stand, values};
use crate::export::sheet::card_label;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, button, el, many, nothing};
use crate::parts::field::Field;
use crate::parts::question as q;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "value");
    let unsure = super::unsure_at(session, stand::VALUES.alone());
    let grid = cards(session, "values")
        .iter()
        .map(|card| {
            let chosen = move || item_of(session, &card.id, true).is_some();
            let toggled = move |on: bool| {
                if on { add(session, pick(card, lang)) } else { take_away(session, &card.id) }
            };
            let mut choice = Choice::check(format!("value-{}", card.id), card.title.plain(lang), Look::Card);
            choice.note = card.note.as_ref().map(|n| n.plain(lang));
            choice.view(chosen, toggled)
        })
        .collect::<Vec<_>>();
    let title = q::asked(asked, lang);
    many()
        .child(super::progress(session, Route::Values, lang))
        .child(q::heading(asked, lang))
        .child(
            el("fieldset")
                .class("group")
                .child(el("legend").class("sr-only").child(title))
                .child(el("div").class("cards").child(grid)),
        )
        .child(own_words("value-own", w::OWN_WORDS.get(lang).to_owned(), lang, move |text| {
            add(session, Picked { id: String::new(), label: text })
        }))
        .live(move || chosen(session, lang))
        .child(
            el("details")
                .class("unfold")
                .child(super::inside(
                    session,
                    [values::LINE.alone()],
                    el("summary")
                        .child(question(session, "condition.line").label.plain(lang))
                        .text(" ")
                        .child(el("span").class("mark").text(w::PRIVATE_MARK.get(lang))),
                ))
                .child(text_field(session, values::LINE.alone(), {
                    let mut field = super::asked_field(session, values::LINE.alone(), lang);
                    field.starters.clear();
                    Field { lines: 2, ..field }
                }))
                .child(q::more(&[question(session, "condition.line")], lang)),
        )
        .child(q::more(&questions(session, ["value", "value.short"]), lang))
        .child(q::unsure(asked, lang, unsure, nothing))
        .child(super::ways(
            session,
            Route::Values,
            lang,
            move || session.change(Change::PutOff(stand::VALUES.alone())),
            move || session.change(Change::NotSure(stand::VALUES.alone())),
        ))
        .view()
}

/// What was chosen, each with its mark 「いま足りない」.
fn chosen(session: Session, lang: Lang) -> AnyView {
    let ids = session.items(&values::VALUE);
    let ids = ids.get();
    if ids.is_empty() {
        return nothing();
    }
    let rows = ids.into_iter().map(|id| row(session, id, lang)).collect::<Vec<_>>();
    el("fieldset")
        .class("group")
        .child(el("legend").text(w::VALUES_SHORT_ASK.get(lang)))
        .child(el("p").class("hint").text(w::VALUES_SHORT_NOTE.get(lang)))
        .child(el("ul").class("rows").child(rows))
        .view()
}

fn row(session: Session, id: ItemId, lang: Lang) -> AnyView {
    let path = values::SHORT.of(id);
    let Some(picked) = session.peek(|d| d.card(values::WHAT.of(id)).cloned()) else { return nothing() };
    let name = session.pack(|pack| card_label(pack, values::WHAT.id, &picked, lang));
    let short = Choice::check(leaf_id(path), question(session, values::SHORT.id).label.plain(lang), Look::Chip).view(
        move || session.choices(|d| d.flag(path)),
        move |on| {
            session.change(Change::Marked(path, on));
            true
        },
    );
    let own = picked.id.is_empty().then(|| {
        button()
            .class("link")
            .on("click", move |_| session.change_with_undo(Change::Removed(&values::VALUE, id), w::TAKEN_AWAY))
            .text(w::REMOVE.get(lang))
    });
    let row = el("div").class("row").attr("role", "group").attr("aria-label", name.clone());
    el("li").child(row.child(el("bdi").class("row-name").child(name)).child(short).child(own)).view()
}

fn item_of(session: Session, card: &str, follow: bool) -> Option<ItemId> {
    let find = |d: &crate::document::Document| {
        let ids = d.ids(&values::VALUE);
        ids.into_iter().find(|id| d.card(values::WHAT.of(*id)).is_some_and(|c| c.id == card))
    };
    if follow { session.choices(find) } else { session.peek(find) }
}

/// Chooses a value, if there is room for one more.
fn add(session: Session, picked: Picked) -> bool {
    if session.peek(|d| d.items(&values::VALUE).len()) >= values::ADVISED {
        session.notice.set(Some(w::VALUES_FULL));
        return false;
    }
    session.notice.set(None);
    let id = session.new_id();
    session.change(super::named(&values::VALUE, id, picked));
    true
}

/// Takes a value away; what was written about it can be had back.
fn take_away(session: Session, card: &str) -> bool {
    session.notice.set(None);
    if let Some(id) = item_of(session, card, false) {
        session.change_with_undo(Change::Removed(&values::VALUE, id), w::TAKEN_AWAY);
    }
    true
}
