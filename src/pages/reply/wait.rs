//! 返事を待っています: who holds what since when, until which day, and a line to ask with.
//!
//! May know: the session, what is waited for. Must never know: replies as files.

use crate::pack::Lang;
use crate::parts::copying::to_copy;
use crate::parts::el::{Child, El, el, many};
use crate::reply::Answer;
use crate::reply::waiting::{Waiting, waiting as waited};
use crate::route::Route;
use crate::session::Session;
use crate::signals::Memo;
use crate::wording::{self as w, Words};

pub(super) fn waiting(session: Session, lang: Lang) -> El {
    let waits = Memo::new(move |_| session.choices(waited));
    el("section").class("keep-part").child(el("h2").text(w::WAITING.get(lang))).live(move || {
        waits.with(|all| {
            if all.is_empty() {
                return el("p").class("empty-note").text(w::WAITING_NOTHING.get(lang)).view();
            }
            let rows = all.iter().enumerate().map(|(at, one)| row(at, one, lang));
            many()
                .child(el("ul").class("answered").child(rows.collect::<Vec<_>>()))
                .child(
                    el("p")
                        .class("hint")
                        .text(w::WAITING_CALENDAR.get(lang))
                        .text(" ")
                        .child(el("a").attr("href", Route::Files.hash()).text(w::FILES_PAGE.get(lang))),
                )
                .view()
        })
    })
}

fn row(at: usize, one: &Waiting, lang: Lang) -> El {
    let fact = |label: Words, text: &str| {
        let text = text.to_owned();
        (!text.is_empty())
            .then(|| el("div").child(el("dt").text(label.get(lang))).child(el("dd").child(el("bdi").child(text))))
    };
    let state = one.answer.map_or(w::WAITING_NOT_YET, w::answer);
    let until = if one.answer == Some(Answer::Connect) { w::ANSWER_UNTIL } else { w::WAITING_UNTIL };
    let since = if one.answer.is_some() { w::WAITING_SINCE } else { w::WAITING_HANDED };
    let id = format!("remind-{at}");
    let reminder = w::reminder(&one.by, lang);
    el("li")
        .child(el("p").child(el("strong").child(el("bdi").child(one.what.clone()))))
        .child(
            el("dl")
                .class("facts")
                .child(fact(w::REPLIES_ANSWER, state.get(lang)))
                .child(fact(w::WAITING_WITH, &one.who))
                .child(fact(since, &w::noted_day(&one.since, lang)))
                .child(fact(until, &one.by)),
        )
        .child(
            el("details").class("unfold").child(el("summary").text(w::WAITING_REMIND.get(lang))).child(
                el("div")
                    .class("form-field reply-copy")
                    .child(el("p").class("sr-only").id(format!("{id}-name")).text(w::WAITING_REMIND.get(lang)))
                    .child(el("p").class("sr-only").id(format!("{id}-hint")).child(one.what.clone()))
                    .child(to_copy(&id, w::WAITING_REMIND.get(lang), &reminder, lang)),
            ),
        )
}
