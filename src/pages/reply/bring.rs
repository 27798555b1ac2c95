//! 受け取ったお返事: opens a file, reads a text that was pasted, or copies from paper; shows each line beside the ask as it is now.
//!
//! May know: the session, replies. Must never know: the stores, how a line is merged.
//!
//! *Invariant:* nothing is stored before the person takes it in, and what they took in can be taken back.

use super::super::{chips, ready_texts};
use super::{kept, wait};
use crate::browser::page;
use crate::document::{ItemId, reply as fields, sheet};
use crate::export::calendar::civil;
use crate::format::{BACKUP_MAX_BYTES, BackupError};
use crate::pack::Lang;
use crate::parts::chooser::chooser;
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::field::Field;
use crate::reply::merge::{Becomes, How, Labels, Line, Match, NotForYou, Part, Said, Standing, preview, take};
use crate::reply::wire::{self, Unread};
use crate::reply::{Answer, Reply};
use crate::route::Route;
use crate::session::Session;
use crate::signals::{Memo, State};
use crate::wording::{self as w, Words};
use leptos::prelude::*;
use std::rc::Rc;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::REPLIES_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::REPLIES_LEAD.get(lang)))
        .live(move || match session.came.get() {
            None => ways(session, lang),
            Some(reply) => came(session, reply, lang),
        })
        .child(wait::waiting(session, lang))
        .child(kept::replies(session, lang))
        .child(
            el("nav").class("ways").attr("aria-label", w::WAYS.get(lang)).child(
                el("a")
                    .class("button quiet")
                    .attr("href", Route::After.hash())
                    .child(session.pack(|pack| Route::After.name(pack, lang))),
            ),
        )
        .view()
}

// ── How it came ─────────────────────────────────────────────────────────────────────────────────────────────────

/// Reads what came; says in one sentence why nothing could be read.
fn read(session: Session, bytes: &[u8], wrong: State<Option<Words>>) {
    let reply = match wire::read(bytes) {
        Ok(reply) => reply,
        Err(error) => {
            wrong.set(Some(w::bad_reply(error)));
            return;
        }
    };
    if session.binder().with_untracked(|binder| preview(binder, &reply)) == Err(NotForYou) {
        wrong.set(Some(w::REPLIES_NOT_YOURS));
        return;
    }
    session.came.set(Some(reply));
    request_animation_frame(|| page::focus_id("reply-came"));
}

fn ways(session: Session, lang: Lang) -> AnyView {
    let wrong: State<Option<Words>> = State::new(None);
    let chosen = move |bytes: Option<Vec<u8>>| match bytes {
        Some(bytes) => read(session, &bytes, wrong),
        None => {
            wrong.set(Some(w::bad_reply(Unread::File(BackupError::NotText))));
        }
    };
    let ids = ("reply-file", "reply-file-hint reply-wrong");
    let choose = chooser(ids, ("button next", w::REPLIES_CHOOSE), lang, BACKUP_MAX_BYTES, Rc::new(chosen));
    let (pasted, anew) = (State::new(String::new()), State::new(0));
    let mut field = Field::new("reply-pasted".to_owned(), w::REPLIES_PASTE.get(lang).to_owned(), lang);
    field.hint = Some(w::REPLIES_PASTE_NOTE.get(lang).to_owned());
    field.lines = 4;
    let field = field.view(
        move || pasted.get_untracked(),
        anew,
        move |text| {
            pasted.set(text);
        },
    );
    let reads = move |_| read(session, pasted.get_untracked().as_bytes(), wrong);
    let on_paper = State::new(false);
    let said = move || match wrong.get() {
        Some(words) if words == w::REPLIES_NOT_YOURS => words.get(lang).to_owned(),
        Some(words) => format!("{} {}", words.get(lang), w::REPLY_SAFE.get(lang)),
        None => String::new(),
    };
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::REPLIES_WAYS.get(lang)))
        .child(el("p").class("error").id("reply-wrong").attr("role", "alert").live_text(said))
        .child(el("h3").text(w::REPLIES_FILE.get(lang)))
        .child(el("p").class("hint").id("reply-file-hint").text(w::REPLIES_CHOOSE_NOTE.get(lang)))
        .child(choose)
        .child(el("h3").text(w::REPLIES_TEXT.get(lang)))
        .child(field)
        .child(el("p").child(button().class("button quiet").on("click", reads).text(w::REPLIES_READ.get(lang))))
        .child(el("h3").text(w::REPLIES_PAPER.get(lang)))
        .child(el("p").class("hint").text(w::REPLIES_PAPER_NOTE.get(lang)))
        .child(
            el("p").child(
                button()
                    .class("button quiet")
                    .live_attr("aria-expanded", move || on_paper.get().to_string())
                    .on("click", move |_| on_paper.update(|on| *on = !*on))
                    .text(w::REPLIES_PAPER_OPEN.get(lang)),
            ),
        )
        .live(move || if on_paper.get() { from_paper(session, lang) } else { nothing() })
        .view()
}

/// The days that are offered for an answer that comes later, counted from today.
const DAYS: [i64; 3] = [7, 14, 30];

/// Two taps an ask: the box that is ticked, and what stands beside it.
fn from_paper(session: Session, lang: Lang) -> AnyView {
    let asks = session.peek(fields::asks);
    if asks.is_empty() {
        return el("p").class("empty-note").text(w::REPLIES_NO_ASKS.get(lang)).view();
    }
    let row = |id: ItemId| {
        let path = sheet::ASK_ANSWER.of(id);
        let (name, small) = session.peek(|d| {
            let name = d.card(sheet::ASK_WHAT.of(id)).map(|card| card.label.clone()).unwrap_or_default();
            (name, d.text(sheet::ASK_SMALL.of(id)).to_owned())
        });
        let answer = Memo::new(move |_| session.choices(|d| d.card(path).and_then(|card| Answer::read(&card.id))));
        let beside = move || {
            let days = || DAYS.map(|days| w::day(civil::later(page::today(), days), lang)).to_vec();
            let (field, texts, label) = match answer.get() {
                None => return nothing(),
                Some(Answer::Try) if !small.is_empty() => {
                    (&sheet::ASK_ANSWER_FORM, vec![small.clone()], w::ANSWER_SMALL)
                }
                Some(Answer::Can | Answer::Try) => (&sheet::ASK_ANSWER_BY, days(), w::ANSWER_FROM),
                Some(Answer::Connect | Answer::Hold) => (&sheet::ASK_ANSWER_BY, days(), w::ANSWER_UNTIL),
            };
            ready_texts(session, field.of(id), texts, label.get(lang))
        };
        el("li").child(chips(session, path, "answers", name, false, lang)).live(beside)
    };
    el("ul").class("answered").child(asks.into_iter().map(row).collect::<Vec<_>>()).view()
}

// ── What came ───────────────────────────────────────────────────────────────────────────────────────────────────

fn labels(lang: Lang) -> Labels {
    Labels {
        answers: Answer::ALL.map(|answer| w::answer(answer).get(lang).to_owned()),
        them: w::AUDIENCE_TALK.get(lang).to_owned(),
    }
}

fn take_in(session: Session, reply: &Reply, parts: &[(Part, How)], lang: Lang) {
    let change = session.binder().with_untracked(|binder| take(binder, reply, parts, &labels(lang)));
    session.change_with_undo(change, w::REPLIES_TAKEN);
    // The button that was pressed is gone.
    request_animation_frame(|| page::focus_id("reply-came"));
}

fn came(session: Session, reply: Reply, lang: Lang) -> AnyView {
    let close = move |_| {
        session.came.set(None);
        request_animation_frame(page::focus_heading);
    };
    let whose = w::reply_of(&reply.role, &reply.day, lang);
    let body = move || {
        session.rewritten.track();
        lines(session, &reply, lang)
    };
    el("section")
        .class("keep-part")
        .child(el("h2").id("reply-came").attr("tabindex", "-1").text(w::REPLIES_PREVIEW.get(lang)))
        .child(el("p").child(el("bdi").child(whose)))
        .child(el("p").class("hint").text(w::REPLIES_PROVES_NOT.get(lang)))
        .live(body)
        .child(el("p").child(button().class("button quiet").on("click", close).text(w::REPLIES_CLOSE.get(lang))))
        .view()
}

fn lines(session: Session, reply: &Reply, lang: Lang) -> AnyView {
    let Ok(shown) = session.binder().with_untracked(|binder| preview(binder, reply)) else {
        return el("p").class("error").text(w::REPLIES_NOT_YOURS.get(lang)).view();
    };
    let note = match shown.standing {
        _ if shown.is_in() => Some(w::REPLIES_ALREADY),
        Standing::Older => Some(w::REPLIES_OLDER),
        Standing::Changed => Some(w::REPLIES_CHANGED),
        Standing::New | Standing::Known => None,
    };
    let at_once = shown.at_once();
    let waits = shown.lines.iter().any(|line| line.matched == Match::Edited && line.becomes != Becomes::Same);
    let all = (!at_once.is_empty()).then(|| {
        let reply = reply.clone();
        let take = move |_| take_in(session, &reply, &at_once, lang);
        el("p").child(button().class("button next").on("click", take).text(w::REPLIES_TAKE_ALL.get(lang)))
    });
    let rows = shown.lines.iter().map(|line| row(session, reply, line, shown.standing != Standing::Older, lang));
    many()
        .child(el("p").attr("role", "status").child(note.map(|words| el("strong").text(words.get(lang)))))
        .child(rows.collect::<Vec<_>>())
        .child(waits.then(|| el("p").class("hint").text(w::REPLIES_TAKE_ALL_NOTE.get(lang))))
        .child(all)
        .view()
}

/// What a line says, in words.
fn words(part: Part, said: &Said, lang: Lang) -> String {
    match (part, said.answer) {
        (Part::Ask(_), Some(answer)) => w::answer_line(answer, &said.what, &said.who, &said.by, lang),
        (Part::Ask(_), None) => String::new(),
        (Part::Promise(_), _) => w::promise_line(&said.what, &said.by, lang),
        (Part::Words | Part::Next, _) => said.what.clone(),
    }
}

fn name(part: Part, lang: Lang) -> String {
    match part {
        Part::Ask(number) => w::ask_number(number, lang),
        Part::Promise(_) => w::REPLIES_THEIR_PROMISE.get(lang).to_owned(),
        Part::Words => w::REPLIES_WORDS.get(lang).to_owned(),
        Part::Next => w::REPLY_NEXT.get(lang).to_owned(),
    }
}

fn row(session: Session, reply: &Reply, line: &Line, may: bool, lang: Lang) -> El {
    let name = name(line.part, lang);
    let fact = |label: Words, text: &str| {
        el("div").child(el("dt").text(label.get(lang))).child(el("dd").child(el("bdi").child(text.to_owned())))
    };
    let is_ask = matches!(line.part, Part::Ask(_));
    let (then, now) = (w::asked_line(&line.then, lang), w::asked_line(&line.now, lang));
    let mut facts = Vec::new();
    match line.matched {
        Match::Edited => facts.extend([fact(w::REPLIES_THEN, &then), fact(w::REPLIES_NOW, &now)]),
        Match::Gone if is_ask => facts.push(fact(w::REPLIES_GONE, &then)),
        Match::Same | Match::Perhaps if is_ask => facts.push(fact(w::REPLIES_NOW, &now)),
        _ => {}
    }
    let says = words(line.part, &line.says, lang);
    facts.push(fact(w::REPLIES_ANSWER, if says.is_empty() { w::REPLIES_WITHDRAWN.get(lang) } else { &says }));
    if matches!(line.becomes, Becomes::Changed | Becomes::Withdrawn) {
        facts.push(fact(w::REPLIES_BEFORE, &words(line.part, &line.held, lang)));
    }
    for (role, said) in &line.others {
        let said = w::under(&w::reply_of(role, "", lang), &words(line.part, said, lang), lang);
        facts.push(fact(w::REPLIES_OTHERS, &said));
    }
    let offer = |label: Words, how: How, class: &str| {
        let (reply, part) = (reply.clone(), line.part);
        let take = move |_| take_in(session, &reply, &[(part, how)], lang);
        button()
            .class(class)
            .attr("aria-label", w::under(label.get(lang), &name, lang))
            .on("click", take)
            .text(label.get(lang))
    };
    let offers = match (may, line.becomes, line.matched) {
        (_, Becomes::Same, _) => many().child(el("span").class("mark").text(w::REPLIES_IN.get(lang))),
        (false, ..) => many(),
        (true, Becomes::Withdrawn, _) => many().child(offer(w::REPLIES_TAKE_AWAY, How::Now, "button quiet")),
        (true, _, Match::Edited) => many()
            .child(offer(w::REPLIES_TAKE_NOW, How::Now, "button quiet"))
            .text(" ")
            .child(offer(w::REPLIES_TAKE_THEN, How::Then, "button quiet")),
        (true, ..) => many().child(offer(w::REPLIES_TAKE, How::Now, "button quiet")),
    };
    let perhaps = (line.matched == Match::Perhaps).then(|| {
        el("p")
            .class("hint")
            .child(el("strong").text(w::REPLIES_PERHAPS.get(lang)))
            .text(" ")
            .text(w::REPLIES_PERHAPS_NOTE.get(lang))
    });
    el("div")
        .class("one-of-several")
        .child(el("h3").text(&name))
        .child(perhaps)
        .child(el("dl").class("facts").child(facts))
        .child(el("p").child(offers))
}
