//! 一歩: fifteen minutes within two weeks, when and where, and what then if it stalls.

use super::{asked_field, cards, own_picks, pick, question, questions};
use crate::document::{Change, Document, ItemId, Path, stand, steps};
use crate::pack::{Card, Lang};
use crate::parts::el::{Child, el, many};
use crate::parts::field::Field;
use crate::parts::question as q;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// What is asked on this screen.
const ASKED: [&str; 6] = ["step", "step.what", "step.day", "step.place", "step.stop", "step.then"];
/// The card of the span that this screen asks for.
const SOON: &str = "d14";

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let asked = question(session, "step");
    let unsure = super::unsure_at(session, stand::STEP.alone());
    let id = StepId::here(session, lang);
    let ready = |catalogue: &str| cards(session, catalogue).iter().map(|c| c.title.plain(lang)).collect::<Vec<_>>();
    let what = Field {
        label: q::asked(asked, lang),
        label_hidden: true,
        hint: None,
        lines: 2,
        starters: Vec::new(),
        ..asked_field(session, id.path(&steps::WHAT), lang)
    };
    let line = |field: &'static crate::document::Field| Field {
        label: question(session, field.id).label.plain(lang),
        hint: None,
        lines: 1,
        starters: Vec::new(),
        ..asked_field(session, id.path(field), lang)
    };
    many()
        .child(super::progress(session, Route::Step, lang))
        .child(q::heading(asked, lang))
        .child(el("div").class("sheet-of-paper").child(id.field(session, &steps::WHAT, what)))
        .child(id.ready(session, &steps::WHAT, ready("steps"), w::STEP_READY.get(lang)))
        .child(
            el("div")
                .class("side-by-side")
                .child(el("div").child(id.field(session, &steps::DAY, line(&steps::DAY))).child(id.ready(
                    session,
                    &steps::DAY,
                    ready("moments"),
                    &question(session, steps::DAY.id).label.plain(lang),
                )))
                .child(el("div").child(id.field(session, &steps::PLACE, line(&steps::PLACE))).child(id.ready(
                    session,
                    &steps::PLACE,
                    ready("places"),
                    &question(session, steps::PLACE.id).label.plain(lang),
                ))),
        )
        .child(obstacles(session, id, lang))
        .child(id.field(session, &steps::THEN, Field { lines: 2, ..line(&steps::THEN) }))
        .child(super::then_offers(session, id.path(&steps::STOP), id.path(&steps::THEN), lang, move |change| {
            id.change(session, change);
        }))
        .child(q::more(&questions(session, ASKED), lang))
        .child(q::unsure(asked, lang, unsure, move || {
            let talk = cards(session, "steps").first().map(|c| c.title.plain(lang)).into_iter().collect();
            id.ready(session, &steps::WHAT, talk, w::STEP_READY.get(lang))
        }))
        .child(super::ways(
            session,
            Route::Step,
            lang,
            move || session.change(Change::PutOff(stand::STEP.alone())),
            move || session.change(Change::NotSure(stand::STEP.alone())),
        ))
        .view()
}

/// The first step within two weeks. It is added to the document with the first thing that is said of it, not by looking at the page.
#[derive(Clone, Copy)]
struct StepId {
    id: ItemId,
    span: Option<&'static Card>,
    lang: Lang,
}

impl StepId {
    fn here(session: Session, lang: Lang) -> Self {
        // Whoever planned from the far end has steps of other spans, which may stand before it.
        let soon = |d: &Document, id: ItemId| d.card(steps::SPAN.of(id)).is_none_or(|c| c.id == SOON);
        let first = session.peek(|d| d.items(&steps::STEP).iter().map(|step| step.id).find(|id| soon(d, *id)));
        let span = cards(session, "spans").iter().find(|c| c.id == SOON);
        Self { id: first.unwrap_or_else(|| session.new_id()), span, lang }
    }

    fn path(self, field: &'static crate::document::Field) -> Path {
        field.of(self.id)
    }

    /// Does it, on a step that is there.
    fn change(self, session: Session, change: Change) {
        if session.peek(|d| d.items(&steps::STEP).iter().any(|step| step.id == self.id)) {
            session.change(change);
        } else {
            session.change(Change::Together(vec![
                Change::Added(&steps::STEP, self.id),
                Change::Chose(steps::SPAN.of(self.id), self.span.iter().map(|card| pick(card, self.lang)).collect()),
                change,
            ]));
        }
    }

    fn field(self, session: Session, which: &'static crate::document::Field, field: Field) -> AnyView {
        let path = self.path(which);
        field.view(
            move || session.peek(|d| d.text(path).to_owned()),
            session.rewritten,
            move |text| self.change(session, Change::Wrote(path, text)),
        )
    }

    fn ready(
        self,
        session: Session,
        which: &'static crate::document::Field,
        texts: Vec<String>,
        legend: &str,
    ) -> AnyView {
        super::ready_with(session, self.path(which), texts, legend, move |change| self.change(session, change))
    }
}

/// それが止まるとしたら: what is inside oneself, what is around, or words of one's own. What one could do then is
/// offered.
fn obstacles(session: Session, id: StepId, lang: Lang) -> AnyView {
    let path = id.path(&steps::STOP);
    let asked = question(session, steps::STOP.id);
    let write = move |change: Change| id.change(session, change);
    let groups = cards(session, "obstacles_groups").iter().map(|group| {
        let of_it: Vec<&'static Card> =
            cards(session, "obstacles").iter().filter(|c| c.group.as_ref() == Some(&group.id)).collect();
        el("fieldset")
            .class("group")
            .child(el("legend").class("group-name").child(group.title.plain(lang)))
            .child(super::check_row(session, path, &of_it, lang, write))
    });
    el("fieldset")
        .class("group")
        .child(el("legend").child(q::asked(asked, lang)))
        .child(el("p").class("hint").text(w::STEP_STOP_NOTE.get(lang)))
        .child(groups.collect::<Vec<_>>())
        .child(own_picks(session, path, w::OWN_WORDS.get(lang).to_owned(), lang, write))
        .view()
}
