//! 逆算: filled from the far end — the state then, within a year, within 90 days, within 14 days — each step tied to what
//! it serves, with what might stop it and what then.

use super::super::{asked_field, inside, leaf_id, named, pick, question, then_offers};
use super::asking::asked::{self, ask_among, reasons, under};
use super::asking::lines::Line;
use super::asking::{focus_soon, picker};
use crate::document::{Change, ItemId, experience, sheet, steps, strength};
use crate::pack::{Card, Lang};
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::field::Field;
use crate::parts::question as q;
use crate::parts::unfold::unfold_under;
use crate::plan::WORKLOAD;
use crate::route::Route;
use crate::session::Session;
use crate::signals::{Memo, State};
use crate::wording as w;
use leptos::prelude::*;

/// What is asked of a step besides what it is.
const DETAIL: [&str; 5] = ["step.serves", "step.day", "step.place", "step.stop", "step.then"];
/// How many steps of a span are drawn at once: a screen costs what it shows.
const AT_ONCE: usize = 10;
/// The card of the span of two weeks.
const SOON: &str = "d14";
/// The card of an ask to look at the workload together.
const REVIEW: &str = "lighten";

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    // From the far end: the longest span first.
    let mut spans: Vec<&'static Card> = super::super::cards(session, "spans").iter().collect();
    spans.reverse();
    let spans = spans.into_iter().map(|span| within(session, span, lang)).collect::<Vec<_>>();
    let body = many()
        .child(super::recalled(session, lang))
        .child(
            el("div")
                .class("backwards")
                .child(ask_among(session, steps::THEN_STATE.alone(), lang))
                .child(spans)
                .child(ask_among(session, steps::START.alone(), lang)),
        )
        .child(reasons(session, [steps::THEN_STATE.id, steps::START.id, steps::WHAT.id, steps::SPAN.id], lang));
    super::screen_called(session, Route::Back, w::BACK_PAGE, w::BACK_LEAD, body, lang)
}

/// The steps of one span; a blank one stands ready where there is none.
fn within(session: Session, span: &'static Card, lang: Lang) -> AnyView {
    let blank = session.new_id();
    let here = Memo::new(move |_| {
        session.choices(|d| {
            let all = d.ids(&steps::STEP);
            all.into_iter()
                .filter(|id| d.card(steps::SPAN.of(*id)).is_some_and(|c| c.id == span.id))
                .collect::<Vec<_>>()
        })
    });
    // The blank one keeps its place when it becomes a step: nothing is drawn anew under the writing hand.
    let shown = Memo::new(move |_| {
        let ids = here.get();
        if ids.is_empty() { vec![blank] } else { ids }
    });
    let drawn = State::new(AT_ONCE);
    let rows = move || {
        let ids = shown.get().into_iter().take(drawn.get());
        let rows = ids.map(|id| Step { session, id, span, lang }.view()).collect::<Vec<_>>();
        el("ol").class("lines").child(rows)
    };
    let others = move || {
        let (next, rest) = here.with(|ids| Some((*ids.get(drawn.get())?, ids.len() - drawn.get())))?;
        let show = move |_| {
            drawn.update(|drawn| *drawn += AT_ONCE);
            focus_soon(leaf_id(steps::WHAT.of(next)));
        };
        Some(el("p").child(button().class("link").on("click", show).text(w::count(w::MORE, rest, lang))))
    };
    let add = move || {
        here.with(|ids| !ids.is_empty()).then(|| {
            let add = move |_| {
                let id = session.new_id();
                // It comes last.
                drawn.update(|drawn| *drawn = here.with_untracked(Vec::len).max(*drawn - 1) + 1);
                session.change(Change::Together(vec![
                    Change::Added(&steps::STEP, id),
                    Change::Chose(steps::SPAN.of(id), vec![pick(span, lang)]),
                ]));
                focus_soon(leaf_id(steps::WHAT.of(id)));
            };
            el("p").child(button().class("link").on("click", add).text(w::BACK_MORE.get(lang)))
        })
    };
    under(span.title.plain(lang), None, many().live(rows).live(others).live(add))
}

#[derive(Clone, Copy)]
struct Step {
    session: Session,
    id: ItemId,
    span: &'static Card,
    lang: Lang,
}

impl Step {
    fn line(self) -> Line {
        Line::new(self.session, &steps::STEP, self.id, self.lang)
    }

    /// Does it, on a step that is there and has its span.
    fn change(self, change: Change) {
        let Self { session, id, span, lang } = self;
        if session.peek(|d| d.ids(&steps::STEP).contains(&id)) {
            session.change(change);
        } else {
            session.change(Change::Together(vec![
                Change::Added(&steps::STEP, id),
                Change::Chose(steps::SPAN.of(id), vec![pick(span, lang)]),
                change,
            ]));
        }
    }

    fn text(self, which: &'static crate::document::Field, lines: u32) -> AnyView {
        self.telling(which, lines, None)
    }

    /// A field; `typed` is told of every word.
    fn telling(self, which: &'static crate::document::Field, lines: u32, typed: Option<Trigger>) -> AnyView {
        let path = self.line().path(which);
        let q = question(self.session, which.id);
        let label = q.label.plain(self.lang);
        let mut field = Field { lines, label, hint: None, ..asked_field(self.session, path, self.lang) };
        asked::without_starters_where_said(self.session, path, &mut field);
        if self.span.id != SOON {
            field.starters.clear(); // they begin fifteen minutes, not a year
        }
        field.view(
            move || self.session.peek(|d| d.text(path).to_owned()),
            self.session.rewritten,
            move |text| {
                self.change(Change::Wrote(path, text));
                typed.iter().for_each(Trigger::notify);
            },
        )
    }

    /// What, and for a step that is there, behind a fold: what it serves, when and where, what might stop it. So the way
    /// from the far end back to now is seen at once.
    fn view(self) -> AnyView {
        let Self { session, id, lang, .. } = self;
        // A word wakes the step that it is of, and none of the others.
        let typed = Trigger::new();
        let there = Memo::new(move |_| {
            typed.track();
            session.choices(|d| d.is_said(steps::WHAT.of(id)))
        });
        let more = move || {
            let detail = [&steps::DAY, &steps::PLACE, &steps::THEN].map(|field| field.of(id));
            let summary = inside(session, detail, el("summary").text(w::BACK_DETAIL.get(lang)));
            unfold_under(summary, move || untrack(|| self.detail()))
        };
        el("li")
            .class("line-item")
            .child(self.telling(&steps::WHAT, 2, Some(typed)))
            .live(move || there.get().then(|| untrack(more)))
            .view()
    }

    fn detail(self) -> El {
        let Self { session, id, lang, .. } = self;
        let stop = steps::STOP.of(id);
        let day = el("div").class("side-by-side").child(self.text(&steps::DAY, 1)).child(self.text(&steps::PLACE, 1));
        let away = move |_| session.change_with_undo(Change::Removed(&steps::STEP, id), w::TAKEN_AWAY);
        el("div")
            .child(asked::links(session, steps::SERVES.of(id), &[&experience::EXPERIENCE, &strength::STRENGTH], lang))
            .child(day)
            .child(
                el("div")
                    .class("asked")
                    .child(picker::leaf(
                        session,
                        stop,
                        "obstacles",
                        q::asked(question(session, stop.field.id), lang),
                        lang,
                    ))
                    .child(self.raise())
                    .child(self.text(&steps::THEN, 2))
                    .child(then_offers(session, stop, steps::THEN.of(id), lang, move |change| self.change(change))),
            )
            .child(reasons(session, DETAIL, lang))
            .child(el("p").child(button().class("link").on("click", away).text(w::REMOVE.get(lang))))
    }

    /// If it is workload: one tap turns it into an ask.
    fn raise(self) -> AnyView {
        let Self { session, id, lang, .. } = self;
        let card = super::super::cards(session, "asks").iter().find(|c| c.id == REVIEW);
        let workload = Memo::new(move |_| {
            session.choices(|d| d.cards(steps::STOP.of(id)).iter().any(|c| WORKLOAD.contains(&c.id.as_str())))
        });
        let asked = Memo::new(move |_| {
            session.choices(|d| {
                d.ids(&sheet::ASK).iter().any(|ask| d.card(sheet::ASK_WHAT.of(*ask)).is_some_and(|c| c.id == REVIEW))
            })
        });
        many()
            .live(move || {
                let Some(card) = card.filter(|_| workload.get()) else { return nothing() };
                if asked.get() {
                    return el("p").class("hint").attr("role", "status").text(w::RAISED.get(lang)).view();
                }
                let take = move |_| {
                    let new = session.new_id();
                    session.change_with_undo(named(&sheet::ASK, new, pick(card, lang)), w::RAISED);
                };
                el("p")
                    .child(el("span").text(w::RAISE_NOTE.get(lang)))
                    .child(button().class("chip").on("click", take).text(w::RAISE.get(lang)))
                    .view()
            })
            .view()
    }
}
