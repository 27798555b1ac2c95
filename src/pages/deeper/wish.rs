//! ありたい姿, further: for whom, in one line, three kind self-checks; other futures, the town's own vision, the letter.

use super::super::{cards, leaf_id, named, own_words, pick, question};
use super::asking::asked::{ask, ask_among, ask_below, reasons, under};
use super::asking::lines::Lines;
use crate::document::{Change, Picked, deeper, wish};
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, button, el, many, nothing};
use crate::parts::question as q;
use crate::route::Route;
use crate::session::Session;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;

/// How many other futures are compared.
const FUTURES: usize = 2;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let checks = question(session, wish::CHECKS.id);
    let body = many()
        .child(super::recalled(session, lang))
        .child(ask_among(session, wish::FOR_WHOM.alone(), lang))
        .child(ask_among(session, wish::LINE.alone(), lang))
        .child(under(q::asked(checks, lang), checks.hint.as_ref().map(|h| h.plain(lang)), self_checks(session, lang)))
        .child(reasons(session, ["wish", wish::FOR_WHOM.id, wish::LINE.id, wish::CHECKS.id], lang));
    super::screen_called(session, Route::WishMore, w::WISH_MORE_PAGE, w::WISH_MORE_LEAD, body, lang)
}

/// Three questions to ask oneself, each with what a tick says.
fn self_checks(session: Session, lang: Lang) -> AnyView {
    let path = wish::CHECKS.alone();
    let boxes = cards(session, "checks").iter().map(|card| {
        let mut choice = Choice::check(format!("{}-{}", leaf_id(path), card.id), card.title.plain(lang), Look::Card);
        choice.note = card.note.as_ref().or(card.then.as_ref()).map(|t| t.plain(lang));
        choice.view(
            move || session.choices(|d| d.cards(path).iter().any(|c| c.id == card.id)),
            move |on| {
                let mut now = session.peek(|d| d.cards(path).to_vec());
                now.retain(|c| c.id != card.id);
                now.extend(on.then(|| pick(card, lang)));
                session.change(Change::Chose(path, now));
                true
            },
        )
    });
    el("div").class("cards").child(boxes.collect::<Vec<_>>()).view()
}

/// Other futures, beside the wish.
pub(super) fn futures(session: Session, lang: Lang) -> AnyView {
    let lines = Lines { session, kind: &deeper::FUTURE, most: FUTURES, lang };
    let others = lines.view(|line| line.asked(&deeper::FUTURE_LIKE));
    let both =
        el("div").class("side-by-side compared").child(super::recalled(session, lang)).child(el("div").child(others));
    let body = many().child(super::private_apart(lang)).child(both);
    super::screen(
        session,
        Route::Futures,
        question(session, "future"),
        [deeper::FUTURE_WHAT.id, deeper::FUTURE_LIKE.id],
        body,
        lang,
    )
}

/// The letter and its reply, on one screen.
pub(super) fn letter(session: Session, lang: Lang) -> AnyView {
    let body = many().child(super::private_apart(lang)).child(
        el("div").class("side-by-side letters").child(ask(session, deeper::LETTER_TO.alone(), lang)).child(ask(
            session,
            deeper::LETTER_REPLY.alone(),
            lang,
        )),
    );
    super::screen_called(session, Route::Letter, w::LETTER_PAGE, w::LETTER_LEAD, body, lang)
}

/// What the organisation or town wants to be, and where that meets one's own.
pub(super) fn town(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, wish::TOWN.id);
    let body = many()
        .child(ask_below(session, wish::TOWN.alone(), lang))
        .child(q::more(&[asked], lang))
        .child(super::recalled(session, lang))
        .child(ask(session, wish::OVERLAP.alone(), lang));
    super::framed(session, Route::Town, q::heading(asked, lang), body, lang)
}

/// 前例チェック: a thought that comes up, and another question in its place.
pub(super) fn precedents(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "precedent");
    let catalogue = "precedents";
    let held = move |card: &str| {
        session.choices(|d| {
            let ids = d.ids(&deeper::PRECEDENT);
            ids.into_iter().find(|id| d.card(deeper::PRECEDENT_CARD.of(*id)).is_some_and(|c| c.id == card))
        })
    };
    let chips = cards(session, catalogue).iter().map(|card| {
        Choice::check(format!("precedent-{}", card.id), card.title.plain(lang), Look::Chip).view(
            move || held(&card.id).is_some(),
            move |on| {
                match (on, untrack(|| held(&card.id))) {
                    (true, None) => session.change(named(&deeper::PRECEDENT, session.new_id(), pick(card, lang))),
                    (false, Some(id)) => {
                        session.change_with_undo(Change::Removed(&deeper::PRECEDENT, id), w::TAKEN_AWAY);
                    }
                    _ => {}
                }
                true
            },
        )
    });
    let own = move |text: String| {
        session.change(named(&deeper::PRECEDENT, session.new_id(), Picked { id: String::new(), label: text }));
        true
    };
    let ids = session.items(&deeper::PRECEDENT);
    let answers = move || ids.get().into_iter().map(|id| reread(session, id, lang)).collect::<Vec<_>>();
    let body = many()
        .child(super::private_apart(lang))
        .child(
            el("fieldset")
                .class("group")
                .child(el("legend").class("sr-only").child(q::asked(asked, lang)))
                .child(el("div").class("chips").child(chips.collect::<Vec<_>>())),
        )
        .child(own_words("precedent-own", w::OWN_WORDS.get(lang).to_owned(), lang, own))
        .child(el("div").live(answers));
    super::screen(session, Route::Precedents, asked, [deeper::PRECEDENT_ANSWER.id], body, lang)
}

/// One thought, with the question that reads it in another way.
fn reread(session: Session, id: crate::document::ItemId, lang: Lang) -> AnyView {
    let card = session.peek(|d| d.card(deeper::PRECEDENT_CARD.of(id)).cloned());
    let Some(card) = card else { return nothing() };
    let then = session.pack(|pack| pack.card("precedents", &card.id).and_then(|c| c.then.clone()));
    let name = super::asking::picker::picked_name(session, deeper::PRECEDENT_CARD.of(id), lang).unwrap_or_default();
    el("section")
        .class("part")
        .child(el("h2").class("about").child(el("bdi").child(name)))
        .child(then.map(|t| el("p").class("lead").child(t.plain(lang))))
        .child(ask_among(session, deeper::PRECEDENT_ANSWER.of(id), lang))
        .child(card.id.is_empty().then(|| {
            let take = move |_| session.change_with_undo(Change::Removed(&deeper::PRECEDENT, id), w::TAKEN_AWAY);
            el("p").child(button().class("link").on("click", take).text(w::REMOVE.get(lang)))
        }))
        .view()
}

/// 次に渡したいこと
pub(super) fn hand(session: Session, lang: Lang) -> AnyView {
    let body = ask_below(session, deeper::HAND_WHAT.alone(), lang);
    super::screen(session, Route::Hand, question(session, deeper::HAND_WHAT.id), [], body, lang)
}

/// One re-reading: as whom, and what one noticed.
pub(super) fn reread_all(session: Session, lang: Lang) -> AnyView {
    use crate::document::sheet::{REREAD_AS, REREAD_NOTE};
    let path = REREAD_AS.alone();
    let prompt = Memo::new(move |_| session.choices(|d| d.card(path).map(|c| c.id.clone())));
    let asks = move || {
        let card = prompt.get().and_then(|id| session.pack(|pack| pack.card("rereads", &id)));
        card.and_then(|c| c.then.as_ref()).map(|t| el("p").class("lead").attr("role", "status").child(t.plain(lang)))
    };
    let body = many().child(ask(session, path, lang)).live(asks).child(super::what_they_see(session, lang)).child(ask(
        session,
        REREAD_NOTE.alone(),
        lang,
    ));
    super::screen_called(session, Route::Reread, w::REREAD_PAGE, w::REREAD_LEAD, body, lang)
}
