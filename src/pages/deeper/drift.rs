//! いまの働き方が続いたら: what should still be there and what worries, beside the wish; then one thing to change.
//!
//! *Invariant:* the columns are the person's alone: they are on no sheet, in no export, in no picture. The
//! one line that can be shown is the topic of what one can't move alone, and that is said where it is ticked.

use super::super::{leaf_id, question};
use super::asking::asked::{ask_together, reasons, under};
use super::asking::lines::{Line, Lines};
use crate::document::{Change, drift};
use crate::pack::{Lang, Question};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, el, many};
use crate::parts::question as q;
use crate::route::Route;
use crate::session::Session;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;

/// How many good sides and how many worries the walk advises.
const STAYS: usize = 3;
const WORRIES: usize = 2;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let hint = |q: &Question| q.hint.as_ref().map(|h| h.plain(lang));
    let (stay, worry) = (question(session, "stay"), question(session, "worry"));
    let stays = Lines { session, kind: &drift::STAY, most: STAYS, lang }.view(|_| many().view());
    let worries =
        Lines { session, kind: &drift::WORRY, most: WORRIES, lang }.view(move |line| stuck(session, line, lang));
    let body = el("div")
        .class("never-printed")
        .child(super::private_always(lang))
        .child(
            el("div")
                .class("side-by-side compared")
                .child(
                    el("div")
                        .child(under(q::asked(stay, lang), hint(stay), stays))
                        .child(under(q::asked(worry, lang), hint(worry), worries))
                        .child(reasons(session, ["stay", "worry", drift::STUCK.id, drift::TOPIC.id], lang)),
                )
                .child(super::recalled(session, lang)),
        )
        .child(el("section").class("part").child(ask_together(
            session,
            [drift::CHANGE.alone(), drift::CHANGE_KIND.alone()],
            lang,
        )))
        .child(el("p").class("comfort").text(w::COMFORT.get(lang)));
    let body = many().child(body).child(el("p").class("only-printed").text(w::NEVER_PRINTED.get(lang)));
    super::screen_of_part(session, Route::Drift, "drift", body, lang)
}

/// ひとりでは動かせない: then it is a topic to raise, in words of one's own.
fn stuck(session: Session, line: Line, lang: Lang) -> AnyView {
    let path = line.path(&drift::STUCK);
    let title = StoredValue::new(question(session, drift::STUCK.id).label.plain(lang));
    let mark = move || {
        // What ticking it opens can be shown: that is said here, before it is ticked.
        let mut choice = Choice::check(leaf_id(path), title.get_value(), Look::Card);
        choice.note = Some(w::DRIFT_TICK.get(lang).to_owned());
        choice.view(
            move || session.choices(|d| d.flag(path)),
            move |on| {
                line.change(Change::Marked(path, on));
                true
            },
        )
    };
    // First the worry, then what of it.
    let is_there = Memo::new(move |_| session.with(|d| d.is_said(line.path(&drift::WORRIES)) || d.flag(path)));
    let is_stuck = Memo::new(move |_| session.choices(|d| d.flag(path)));
    let topic = move || {
        is_stuck.get().then(|| {
            many().child(el("p").class("hint").text(w::DRIFT_RAISE.get(lang))).child(line.asked(&drift::TOPIC)).view()
        })
    };
    let marks = move || many().child(mark()).live(topic);
    el("div").class("asked").live(move || is_there.get().then(|| untrack(marks))).view()
}
