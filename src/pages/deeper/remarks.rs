//! What follows from the answers: at most three remarks, each with the answers it rests on and a reply to give; and loose
//! ends, as an offer.
//!
//! May know: the session, the rules' remarks. Must never know: how a rule comes to speak.

use super::super::{progress, question, ways_of};
use crate::browser::page as window;
use crate::document::Path;
use crate::export::sheet::{label, leaf_words};
use crate::pack::Lang;
use crate::parts::el::{Child, button, el, many, nothing};
use crate::plan::place::asked_on;
use crate::plan::remarks::{self, LooseEnd, Remark, Verdict};
use crate::route::Route;
use crate::session::Session;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;

/// The element that has the focus when a remark has gone.
const LIST: &str = "remarks";

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let shown = Memo::new(move |before: Option<&Vec<Remark>>| {
        let standing = session.with(|d| session.pack(|pack| remarks::standing(d, pack, lang)));
        let mut now = remarks::beside(before.map_or(&[], Vec::as_slice), standing);
        // A reply shows on its own button: it must not draw the remarks anew under the finger.
        for remark in &mut now {
            remark.verdict = None;
        }
        now
    });
    let ends = Memo::new(move |_| session.with(|d| session.pack(|pack| remarks::loose_ends(d, pack, lang))));
    let struck_out = Memo::new(move |_| session.with(|d| remarks::speak_again(d).is_some()));
    many()
        .child(progress(session, Route::Remarks, lang))
        .child(el("h1").attr("tabindex", "-1").text(w::REMARKS_TITLE.get(lang)))
        .child(el("p").class("lead").text(w::REMARKS_LEAD.get(lang)))
        .child(
            el("section")
                .id(LIST)
                .attr("tabindex", "-1")
                .attr("aria-label", question(session, "remark").label.plain(lang))
                .live(move || list(session, &shown.get(), lang)),
        )
        .live(move || struck_out.get().then(|| again(session, lang)))
        .live(move || loose(session, ends.get(), lang))
        .child(ways_of(session, Route::Remarks, lang).only())
        .view()
}

fn list(session: Session, shown: &[Remark], lang: Lang) -> AnyView {
    if shown.is_empty() {
        return el("p").text(w::REMARKS_NONE.get(lang)).view();
    }
    el("ul").class("remarks").child(shown.iter().map(|r| one(session, r, lang)).collect::<Vec<_>>()).view()
}

fn one(session: Session, remark: &Remark, lang: Lang) -> AnyView {
    let quotes = remark.rests_on.iter().map(|path| quote(session, *path, lang)).collect::<Vec<_>>();
    el("li")
        .class("remark")
        .child(el("p").class("remark-says").text(&remark.says))
        .child(
            el("details")
                .class("unfold")
                .child(el("summary").text(w::REMARKS_RESTS.get(lang)))
                .child(el("ul").class("remark-quotes").child(quotes)),
        )
        .child(el("p").child(link(session, remark.goes_to, lang)))
        .child(replies(session, remark, lang))
        .view()
}

/// One answer that a remark rests on, with the way to where it was written.
fn quote(session: Session, path: Path, lang: Lang) -> AnyView {
    let (what, words) = session.pack(|pack| {
        let words = session.peek(|d| leaf_words(d, pack, path, lang));
        (label(pack, path.field.id, lang), w::list(&words, lang))
    });
    let mark = what == words;
    el("li")
        .child(el("a").attr("href", asked_on(path).hash()).child(what))
        .child((!mark).then(|| many().text(if lang == Lang::En { ": " } else { "：" }).child(el("bdi").child(words))))
        .view()
}

fn link(session: Session, to: Path, lang: Lang) -> AnyView {
    let route = asked_on(to);
    let name = session.pack(|pack| route.name(pack, lang));
    el("a").attr("href", route.hash()).child(w::go_to(&name, lang)).view()
}

/// 合っている・ちがう・消す
fn replies(session: Session, remark: &Remark, lang: Lang) -> AnyView {
    let key = remark.key();
    let buttons = Verdict::ALL
        .into_iter()
        .map(|verdict| {
            let (remark, key) = (remark.clone(), key.clone());
            let card = session.pack(|pack| pack.card("verdicts", verdict.id()));
            let title = card.map(|card| card.title.plain(lang)).unwrap_or_default();
            let button =
                button().class("chip").on("click", move |_| reply(session, &remark, verdict, lang)).child(title);
            if verdict == Verdict::Right {
                let chosen = move || session.with(|d| remarks::verdict(d, &key)) == Some(Verdict::Right);
                button.live_attr("aria-pressed", move || if chosen() { "true" } else { "false" })
            } else {
                button
            }
        })
        .collect::<Vec<_>>();
    el("div")
        .class("chips remark-reply")
        .attr("role", "group")
        .attr("aria-label", w::REMARKS_REPLY.get(lang))
        .child(buttons)
        .view()
}

/// Keeps the reply. 「合っている」 a second time takes it back; the others let the remark go, and can be undone.
fn reply(session: Session, remark: &Remark, verdict: Verdict, lang: Lang) {
    let said = session.peek(|d| remarks::verdict(d, &remark.key()));
    let now = (said != Some(verdict)).then_some(verdict);
    let id = session.new_id();
    let change = session.peek(|d| session.pack(|pack| remarks::answer(d, pack, lang, remark, now, id)));
    match verdict {
        Verdict::Right => return session.change(change),
        Verdict::No => session.change_with_undo(change, w::REMARKS_NO),
        Verdict::Gone => session.change_with_undo(change, w::REMARKS_GONE),
    }
    window::focus_id(LIST);
}

/// What was struck out may be asked for again.
fn again(session: Session, lang: Lang) -> AnyView {
    let back = move |_| {
        if let Some(change) = session.peek(remarks::speak_again) {
            session.change(change);
            window::focus_id(LIST);
        }
    };
    el("p").child(button().class("link").on("click", back).text(w::REMARKS_AGAIN.get(lang))).view()
}

fn loose(session: Session, ends: Vec<LooseEnd>, lang: Lang) -> AnyView {
    if ends.is_empty() {
        return nothing();
    }
    let offers = ends
        .into_iter()
        .map(|end| el("li").text(&end.says).text(" ").child(link(session, end.goes_to, lang)))
        .collect::<Vec<_>>();
    el("section")
        .child(el("h2").text(w::ENDS_TITLE.get(lang)))
        .child(el("p").class("hint").text(w::ENDS_NOTE.get(lang)))
        .child(el("ul").class("ends").child(offers))
        .view()
}
