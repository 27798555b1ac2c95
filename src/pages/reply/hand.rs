//! お返事を渡す: as a file, as a text to copy, on half an A4. What is missing is said first.
//!
//! May know: the session's reply. Must never know: the stores, the plan that is answered.
//!
//! *Invariant:* what is handed back holds the reply alone; its name holds the day.

use crate::browser::{files, page};
use crate::export::title_with_day;
use crate::pack::Lang;
use crate::parts::copying::to_copy;
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::printing::{outside_note, print_later};
use crate::reply::{Reply, message};
use crate::session::Session;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

/// In which form it is handed back.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Paper,
}

pub(super) fn back(session: Session, lang: Lang) -> El {
    let missing: State<Vec<String>> = State::new(Vec::new());
    let shown: State<Option<(Form, Reply)>> = State::new(None);
    // The reply as it is handed back, or what is missing.
    let ready = move || {
        let lacks =
            session.reply.with_untracked(|draft| draft.as_ref().map(|d| lacks(&d.reply, lang))).unwrap_or_default();
        let complete = lacks.is_empty();
        missing.set(lacks);
        if !complete {
            return None;
        }
        let day = page::today().to_string();
        let reply = session.reply.try_update_untracked(|draft| draft.as_mut().map(|draft| draft.hand(&day))).flatten();
        session.unsaved.set(false);
        reply
    };
    let save = move |_| {
        let Some(reply) = ready() else { return };
        let file = message::file(&reply, page::today(), lang);
        let done = files::download(&file.name, file.kind, &file.body);
        session.notice.set(Some(if done { w::REPLY_SAVED } else { w::FILES_FAILED }));
        if !done {
            session.unsaved.set(true);
        }
    };
    let copy = move |_| {
        if let Some(reply) = ready() {
            shown.set(Some((Form::Text, reply)));
            request_animation_frame(|| page::focus_id("reply-text"));
        }
    };
    let printing = print_later(lang);
    let print = move |_| {
        if let Some(reply) = ready() {
            shown.set(Some((Form::Paper, reply)));
            printing.begin();
            // The paper is drawn first.
            request_animation_frame(move || printing.print(title_with_day(w::FILE_REPLY.get(lang), page::today())));
        }
    };
    let said = move || {
        let lacks = missing.get();
        if lacks.is_empty() {
            return nothing();
        }
        many()
            .child(el("p").text(w::REPLY_MISSING.get(lang)))
            .child(el("ul").child(lacks.into_iter().map(|lack| el("li").child(lack)).collect::<Vec<_>>()))
            .view()
    };
    many()
        .child(
            el("section")
                .class("keep-part never-printed")
                .child(el("h2").text(w::REPLY_HAND.get(lang)))
                .child(el("p").text(w::REPLY_HAND_NOTE.get(lang)))
                .child(el("p").class("hint").text(w::REPLY_PROVES_NOT.get(lang)))
                .child(el("div").class("reply-lacks").attr("role", "alert").live(said))
                .child(
                    el("p")
                        .class("ways")
                        .child(button().class("button next").on("click", save).text(w::REPLY_SAVE.get(lang)))
                        .child(button().class("button quiet").on("click", copy).text(w::REPLY_COPY.get(lang)))
                        .child(button().class("button quiet").on("click", print).text(w::REPLY_PRINT.get(lang))),
                )
                .child(printing.status(lang))
                .live(move || {
                    shown.with(|shown| match shown {
                        Some((Form::Text, reply)) => text(reply, lang).view(),
                        _ => nothing(),
                    })
                }),
        )
        .live(move || {
            shown.with(|shown| match shown {
                Some((Form::Paper, reply)) => paper(reply, lang).view(),
                _ => nothing(),
            })
        })
}

/// What is still missing before it can be handed back, in words.
fn lacks(reply: &Reply, lang: Lang) -> Vec<String> {
    let trimmed = reply.trimmed();
    let answers = trimmed.answers.iter();
    let mut lacks: Vec<String> = answers
        .filter_map(|a| Some(w::under(&w::ask_number(a.ask, lang), w::answer_needs(a)?.get(lang), lang)))
        .collect();
    lacks.extend(trimmed.is_empty().then(|| w::REPLY_EMPTY.get(lang).to_owned()));
    lacks.extend(trimmed.is_too_long().then(|| w::REPLY_TOO_LONG.get(lang).to_owned()));
    lacks
}

fn text(reply: &Reply, lang: Lang) -> El {
    let name = w::REPLY_COPY.get(lang);
    el("div")
        .class("form-field reply-copy")
        .child(el("h3").id("reply-text-name").text(name))
        .child(el("p").class("hint").id("reply-text-hint").text(w::REPLY_COPY_NOTE.get(lang)))
        .child(to_copy("reply-text", name, &message::text(reply, lang), lang))
}

/// Half an A4.
fn paper(reply: &Reply, lang: Lang) -> El {
    let line = |(label, words): (String, String)| {
        el("div").child(el("dt").child(label)).child(el("dd").child(el("bdi").child(words)))
    };
    let lines = message::lines(reply, lang);
    let all: String = lines.iter().map(|(_, words)| words.as_str()).collect();
    el("div")
        .class("paper-frame")
        .child(
            el("article")
                .class("paper reply-paper")
                .attr("lang", lang.code())
                .attr("aria-label", w::REPLY_TITLE.get(lang))
                .child(el("h2").text(w::REPLY_TITLE.get(lang)))
                .child(el("p").text(w::REPLY_NO_APPRAISAL.get(lang)))
                .child(el("p").child(el("bdi").child(w::reply_of(&reply.role, &reply.day, lang))))
                .child(el("dl").class("facts").child(lines.into_iter().map(line).collect::<Vec<_>>()))
                .child(el("p").class("hint").text(w::REPLY_RULES.get(lang))),
        )
        .child(outside_note(&all, lang))
}
