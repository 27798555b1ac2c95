//! 面談のあと: what was agreed, the days to come, how the steps went, and looking back after 14, 90 and 365 days.

use super::super::{asked_field, chips, leaf_id, pick, progress, question, text_field};
use super::asking::asked::reasons;
use crate::browser::page as window;
use crate::document::{Change, Field, ItemId, Path, after, steps};
use crate::export::sheet::label;
use crate::pack::{Card, Lang};
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::field::Field as Asked;
use crate::route::Route;
use crate::session::Session;
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
