//! 面談のあと: what was answered to each ask, what was agreed, the days to come, how steps and
//! experiences went, and looking back after 14, 90 and 365 days.

use super::super::{asked_field, chips, leaf_id, pick, progress, question, ready_texts, text_field};
use super::asking::asked::reasons;
use crate::browser::page as window;
use crate::document::{Change, Document, Field, ItemId, Path, after, experience, sheet, steps};
use crate::export::sheet::{label, name_of};
use crate::pack::{Card, Lang};
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::field::Field as Asked;
use crate::route::Route;
use crate::session::Session;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;

/// What is asked in a look-back.
const LOOKS: [&str; 5] = ["look", "look.span", "look.what", "look.learned", "look.day"];

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let title = session.pack(|pack| Route::After.name(pack, lang));
    let looks = super::super::cards(session, "lookbacks").iter().map(|card| look(session, card, lang));
    many()
        .child(progress(session, Route::After, lang))
        .child(el("h1").attr("tabindex", "-1").child(title))
        .child(el("p").class("lead").text(w::AFTER_LEAD.get(lang)))
        .child(el("p").child(el("a").attr("href", Route::Replies.hash()).text(w::REPLIES_LINK.get(lang))))
        .child(answers(session, lang))
        .child(promises(session, lang))
        .child(part(w::AFTER_DAYS.get(lang), None).child(
            el("div").class("side-by-side").child(line(session, after::REPLY_DAY.alone(), lang)).child(line(
                session,
                after::NEXT_DAY.alone(),
                lang,
            )),
        ))
        .child(text_field(
            session,
            after::WORDS.alone(),
            Asked { lines: 2, ..labelled(session, after::WORDS.alone(), lang) },
        ))
        .child(reasons(session, [after::REPLY_DAY.id, after::NEXT_DAY.id, after::WORDS.id], lang))
        .child(steps_since(session, lang))
        .child(experiences_since(session, lang))
        .child(
            part(&heading(session, "look", lang), Some(w::AFTER_LOOKS_NOTE.get(lang)))
                .child(el("p").class("hint").text(w::AFTER_LOOKS_PRIVATE.get(lang)))
                .child(looks.collect::<Vec<_>>())
                .child(reasons(session, LOOKS, lang)),
        )
        .child(el("p").child(el("a").attr("href", Route::Editions.hash()).text(w::AFTER_TO_EDITIONS.get(lang))))
        .child(super::way_out(Route::Sheet, w::BACK, lang))
        .view()
}

fn heading(session: Session, id: &str, lang: Lang) -> String {
    session.pack(|pack| label(pack, id, lang))
}

fn part(heading: &str, note: Option<&str>) -> El {
    el("section")
        .class("keep-part")
        .child(el("h2").child(heading.to_owned()))
        .child(note.map(|note| el("p").class("hint").child(note.to_owned())))
}

/// A field under its short label alone.
fn labelled(session: Session, path: Path, lang: Lang) -> Asked {
    Asked { label: question(session, path.field.id).label.plain(lang), ..asked_field(session, path, lang) }
}

fn line(session: Session, path: Path, lang: Lang) -> AnyView {
    text_field(session, path, labelled(session, path, lang))
}

// ── What was answered ───────────────────────────────────────────────────────────────────────────────────────────

/// The answer that says when it will come.
const HOLD: &str = "hold";
/// What is noted of an answer.
const ANSWERS: [&Field; 3] = [&sheet::ASK_ANSWER_FORM, &sheet::ASK_ANSWER_WHO, &sheet::ASK_ANSWER_BY];

/// What was answered to each ask. Who asks for nothing waits for nothing.
fn answers(session: Session, lang: Lang) -> AnyView {
    let waits = |d: &Document, id: &ItemId| d.card(sheet::ASK_WHAT.of(*id)).is_some_and(|card| card.id != "none");
    let asks: Vec<ItemId> = session.peek(|d| d.ids(&sheet::ASK).into_iter().filter(|id| waits(d, id)).collect());
    if asks.is_empty() {
        return nothing();
    }
    let asked = [sheet::ASK_ANSWER.id, ANSWERS[0].id, ANSWERS[1].id, ANSWERS[2].id];
    part(w::AFTER_ANSWERS.get(lang), Some(w::AFTER_ANSWERS_NOTE.get(lang)))
        .child(
            el("ul").class("answered").child(asks.into_iter().map(|id| answer(session, id, lang)).collect::<Vec<_>>()),
        )
        .child(reasons(session, asked, lang))
        .view()
}

fn answer(session: Session, id: ItemId, lang: Lang) -> El {
    let path = sheet::ASK_ANSWER.of(id);
    let name = session
        .peek(|d| session.pack(|pack| name_of(d, pack, id, lang)))
        .unwrap_or_else(|| heading(session, sheet::ASK.id, lang));
    let answer = Memo::new(move |_| session.choices(|d| d.card(path).map(|card| card.id.clone())));
    el("li")
        .child(chips(session, path, "answers", name, false, lang))
        .live(move || said_with(session, id, answer.get().as_deref(), lang))
}

/// What each answer needs to be of use. What was noted before stays in sight, whatever the answer is now.
fn said_with(session: Session, id: ItemId, answer: Option<&str>, lang: Lang) -> AnyView {
    let needs: Vec<&'static Field> = match answer {
        Some("try") => vec![&sheet::ASK_ANSWER_FORM],
        Some("connect") => vec![&sheet::ASK_ANSWER_WHO, &sheet::ASK_ANSWER_BY],
        Some("can" | HOLD) => vec![&sheet::ASK_ANSWER_BY],
        _ => Vec::new(),
    };
    let is_there = |field: &&'static Field| {
        needs.iter().any(|need| need.id == field.id) || session.peek(|d| d.is_said(field.of(id)))
    };
    let fields: Vec<&'static Field> = ANSWERS.into_iter().filter(is_there).collect();
    if fields.is_empty() {
        return nothing();
    }
    let label = match answer {
        Some("can") => Some(w::ANSWER_FROM.get(lang).to_owned()),
        Some("connect") => Some(w::ANSWER_UNTIL.get(lang).to_owned()),
        Some(HOLD) => Some(heading(session, after::REPLY_DAY.id, lang)),
        _ => None,
    };
    let lines = fields.into_iter().map(|field: &'static Field| {
        let path = field.of(id);
        let mut asked = labelled(session, path, lang);
        if field.id == sheet::ASK_ANSWER_BY.id {
            asked.label = label.clone().unwrap_or(asked.label);
        }
        text_field(session, path, asked)
    });
    let small = session.peek(|d| d.text(sheet::ASK_SMALL.of(id)).to_owned());
    let small = Some(small).filter(|small| answer == Some("try") && !small.trim().is_empty());
    many()
        .child((answer == Some(HOLD)).then(|| el("p").class("hint").text(w::ANSWER_HOLD.get(lang))))
        .child(el("div").class("side-by-side").child(lines.collect::<Vec<_>>()))
        .child(
            small.map(|small| {
                ready_texts(session, sheet::ASK_ANSWER_FORM.of(id), vec![small], w::ANSWER_SMALL.get(lang))
            }),
        )
        .view()
}

// ── What was agreed ─────────────────────────────────────────────────────────────────────────────────────────────

fn promises(session: Session, lang: Lang) -> AnyView {
    let ids = Memo::new(move |_| session.choices(|d| d.ids(&after::PROMISE)));
    let add = move |_| {
        let id = session.new_id();
        session.change(Change::Added(&after::PROMISE, id));
        request_animation_frame(move || window::focus_id(&leaf_id(after::WHO.of(id))));
    };
    part(&heading(session, "promise", lang), Some(w::AFTER_PROMISES_NOTE.get(lang)))
        .live(move || {
            el("ol")
                .class("promised")
                .child(ids.get().into_iter().map(|id| promise(session, id, lang)).collect::<Vec<_>>())
                .view()
        })
        .child(el("p").child(button().class("button quiet").on("click", add).text(w::AFTER_PROMISE_ADD.get(lang))))
        .child(reasons(session, ["promise", after::WHO.id, after::WHAT.id, after::BY.id], lang))
        .view()
}

fn promise(session: Session, id: ItemId, lang: Lang) -> El {
    let fields = [&after::WHO, &after::WHAT, &after::BY].map(|field: &'static Field| line(session, field.of(id), lang));
    let take = move |_| session.change_with_undo(Change::Removed(&after::PROMISE, id), w::TAKEN_AWAY);
    el("li")
        .child(el("div").class("side-by-side").child(fields.into_iter().collect::<Vec<_>>()))
        .child(button().class("link").on("click", take).text(w::REMOVE.get(lang)))
}

// ── What came of it ─────────────────────────────────────────────────────────────────────────────────────────────

/// How each step went, whichever look-back one is at.
fn steps_since(session: Session, lang: Lang) -> AnyView {
    let steps: Vec<ItemId> =
        session.peek(|d| d.ids(&steps::STEP).into_iter().filter(|id| d.is_said(steps::WHAT.of(*id))).collect());
    if steps.is_empty() {
        return nothing();
    }
    let rows = steps
        .into_iter()
        .map(|id| {
            let what = session.peek(|d| d.text(steps::WHAT.of(id)).to_owned());
            chips(session, steps::STATE.of(id), "states", what, false, lang)
        })
        .collect::<Vec<_>>();
    part(w::AFTER_STEPS.get(lang), Some(w::AFTER_STEPS_NOTE.get(lang)))
        .child(rows)
        .child(reasons(session, [steps::STATE.id], lang))
        .view()
}

/// How each experience went. What is done or given up is no wish any more.
fn experiences_since(session: Session, lang: Lang) -> AnyView {
    let ids: Vec<ItemId> = session.peek(|d| {
        let named = |id: &ItemId| d.is_said(experience::WHAT.of(*id));
        d.ids(&experience::EXPERIENCE).into_iter().filter(named).collect()
    });
    if ids.is_empty() {
        return nothing();
    }
    let rows = ids
        .into_iter()
        .map(|id| {
            let name = session.peek(|d| session.pack(|pack| name_of(d, pack, id, lang))).unwrap_or_default();
            chips(session, experience::STATE.of(id), "states", name, false, lang)
        })
        .collect::<Vec<_>>();
    part(w::AFTER_EXPERIENCES.get(lang), Some(w::AFTER_EXPERIENCES_NOTE.get(lang)))
        .child(rows)
        .child(reasons(session, [experience::STATE.id], lang))
        .view()
}

/// One look-back. It is added to the document with the first thing that is said in it.
fn look(session: Session, span: &'static Card, lang: Lang) -> El {
    let here = session.peek(|d| {
        let of_span = |id: &ItemId| d.card(after::LOOK_SPAN.of(*id)).is_some_and(|c| c.id == span.id);
        d.ids(&after::LOOK).into_iter().find(of_span)
    });
    let id = here.unwrap_or_else(|| session.new_id());
    let fields = [&after::LOOK_WHAT, &after::LOOK_LEARNED, &after::LOOK_DAY].map(|field: &'static Field| {
        let path = field.of(id);
        let lines = if field.id == after::LOOK_DAY.id { 1 } else { 2 };
        Asked { lines, ..labelled(session, path, lang) }.view(
            move || session.peek(|d| d.text(path).to_owned()),
            session.rewritten,
            move |text| wrote(session, span, id, Change::Wrote(path, text), lang),
        )
    });
    el("details")
        .class("unfold")
        .attr("open", here.is_some())
        .child(el("summary").child(span.title.plain(lang)))
        .child(el("div").child(fields.into_iter().collect::<Vec<_>>()))
}

fn wrote(session: Session, span: &'static Card, id: ItemId, change: Change, lang: Lang) {
    if session.peek(|d| d.ids(&after::LOOK).contains(&id)) {
        session.change(change);
    } else {
        session.change(Change::Together(vec![
            Change::Added(&after::LOOK, id),
            Change::Chose(after::LOOK_SPAN.of(id), vec![pick(span, lang)]),
            change,
        ]));
    }
}
