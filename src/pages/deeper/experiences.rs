//! 経験 in full: why, the small form, whose door, what it builds, effort, when; and where a wish names a department or a
//! post, what one would do there and where else one could try it.

use super::super::{cards, named, pick, question, small_form};
use super::asking::asked::{ask, ask_among, ask_together, reasons};
use super::asking::{asked, items, picker};
use crate::document::{ItemId, experience, strength};
use crate::pack::{Card, Lang};
use crate::parts::el::{Child, button, el, many, nothing};
use crate::parts::question as q;
use crate::plan::elsewhere;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let title = q::asked(question(session, "experience"), lang);
    let none = session.peek(|d| d.items(&experience::EXPERIENCE).is_empty());
    let body = many()
        .child(super::private_until_shown(lang))
        .child(items::list(session, &experience::EXPERIENCE, lang, move |id| one(session, id, lang)))
        .child(super::unfolded(w::EXPERIENCES_ADD, none, lang, move || {
            picker::items(session, &experience::EXPERIENCE, "experiences", title.clone(), lang)
        }))
        .child(q::more(&[question(session, "experience")], lang));
    super::screen_called(session, Route::Experiences, w::EXPERIENCES_PAGE, w::EXPERIENCES_LEAD, body, lang)
}

/// What is asked of an experience.
const REASONS: [&str; 6] = [
    "experience.why",
    "experience.small",
    "experience.door",
    "experience.builds",
    "experience.effort",
    "experience.when",
];

fn one(session: Session, id: ItemId, lang: Lang) -> AnyView {
    let more = [&experience::DOOR, &experience::BUILDS, &experience::EFFORT, &experience::WHEN, &experience::STATE];
    let small = experience::SMALL.of(id);
    let is_place = session.peek(|d| session.pack(|pack| elsewhere::names_a_place(d, pack, id)));
    many()
        .child(is_place.then(|| place(session, id, lang)))
        .child(ask_among(session, experience::WHY.of(id), lang))
        .child(ask_among(session, small, lang))
        .child(small_form(session, experience::WHAT.of(id), small, lang))
        .child(more.map(|field| ask_among(session, field.of(id), lang)))
        .child(reasons(session, REASONS, lang))
        .view()
}

/// What would you do there, and where else? With other ways to take up at once.
fn place(session: Session, id: ItemId, lang: Lang) -> AnyView {
    let ways: Vec<&'static Card> = session.peek(|d| session.pack(|pack| elsewhere::other_ways(d, pack, id)));
    let offers = ways
        .into_iter()
        .map(|card| {
            let take = move |_| {
                let new = session.new_id();
                session.change_with_undo(named(&experience::EXPERIENCE, new, pick(card, lang)), w::ADDED);
            };
            let small = card.small.as_ref().map(|s| el("span").class("hint").child(s.plain(lang)));
            el("li").child(button().class("chip").on("click", take).child(card.title.plain(lang))).child(small)
        })
        .collect::<Vec<_>>();
    el("div")
        .class("elsewhere")
        .child(ask(session, experience::ELSEWHERE.of(id), lang))
        .child(el("p").text(w::ELSEWHERE_WAYS.get(lang)))
        .child(el("ul").class("ways-elsewhere").child(offers))
        .view()
}

/// 力 in full: what one can, what it will take, whether one wants to use it, one event that shows it.
pub(super) fn strengths(session: Session, lang: Lang) -> AnyView {
    let kind = &strength::STRENGTH;
    let none = session.peek(|d| d.items(kind).is_empty());
    let draw = move |id: ItemId| {
        let fields = [&strength::AIM, &strength::NOW, &strength::NEED, &strength::FEELING, &strength::EPISODE];
        ask_together(session, fields.map(|field| field.of(id)), lang)
    };
    let body = many().child(super::private_until_shown(lang)).child(items::list(session, kind, lang, draw)).child(
        super::unfolded(w::STRENGTHS_ADD, none, lang, move || {
            picker::items(session, kind, "strengths", w::PICK.get(lang).to_owned(), lang)
        }),
    );
    let body = body.child(q::more(&[question(session, "strength")], lang));
    super::screen_called(session, Route::Strengths, w::STRENGTHS_PAGE, w::STRENGTHS_LEAD, body, lang)
}

/// 話したい問い, and of each ask how it is decided and what it is for.
pub(super) fn questions(session: Session, lang: Lang) -> AnyView {
    use crate::document::sheet::{ASK, ASK_DECIDES, ASK_SERVES, ASK_SMALL, ASK_WHAT, QUESTION, QUESTION_WHAT};
    let ready = move |line: super::asking::lines::Line| {
        if session.peek(|d| d.is_said(line.path(&QUESTION_WHAT))) {
            return nothing();
        }
        let texts = cards(session, "topics").iter().map(|c| c.title.plain(lang)).collect();
        super::super::ready_with(session, line.path(&QUESTION_WHAT), texts, w::READY.get(lang), move |c| line.change(c))
    };
    let lines = super::asking::lines::Lines { session, kind: &QUESTION, most: 2, lang }.view(ready);
    let draw = move |id: ItemId| {
        many()
            .child(ask_among(session, ASK_SMALL.of(id), lang))
            .child(small_form(session, ASK_WHAT.of(id), ASK_SMALL.of(id), lang))
            .child(ask_among(session, ASK_DECIDES.of(id), lang))
            .child(asked::links(session, ASK_SERVES.of(id), &[&experience::EXPERIENCE, &strength::STRENGTH], lang))
            .child(reasons(session, [ASK_SMALL.id, ASK_DECIDES.id, ASK_SERVES.id], lang))
            .view()
    };
    let asks = session.peek(|d| !d.items(&ASK).is_empty());
    let asks = asks.then(|| {
        asked::under(w::ASKS_MORE.get(lang).to_owned(), None, items::list(session, &ASK, lang, draw)).into_any()
    });
    let asked = question(session, "question");
    let body = many().child(lines).child(q::more(&[asked], lang)).child(asks.unwrap_or_else(nothing));
    super::framed(session, Route::Questions, q::heading(asked, lang), body, lang)
}
