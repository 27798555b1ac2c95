//! お返事を書く: next to each ask the four answers with what each needs; promises, one line, the next date.
//!
//! May know: the session, the plan that was handed over. Must never know: the stores, the person's own answers.
//!
//! *Invariant:* what is written stands in `session.reply` alone. It goes with the plan that it answers, and is stored nowhere.

use super::hand;
use crate::browser::page;
use crate::format::BACKUP_MAX_BYTES;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::chooser::chooser;
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::field::Field;
use crate::reply::wire::{self, Unread};
use crate::reply::{Answer, Answered, Asked, Draft, LINE, Promised, Reply, asked};
use crate::route::Route;
use crate::session::Session;
use crate::share::Given;
use crate::signals::{Memo, State};
use crate::wording::{self as w, Words};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether it is asked already, before the page is left, for what is not handed back.
static WATCHES: AtomicBool = AtomicBool::new(false);

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let Some(given) = session.given.get_untracked() else { return no_file(lang) };
    if !WATCHES.swap(true, Ordering::Relaxed) {
        page::on_about_to_leave(move || session.unsaved.get_untracked());
    }
    if session.reply.with_untracked(Option::is_none) {
        session.reply.set(Some(Draft::new(Reply::to(&given, session.new_id(), lang))));
    }
    let writing = Writing { session, lang, anew: State::new(0) };
    let asks = asked(given.plan.document());
    many()
        .child(
            el("header")
                .class("never-printed")
                .child(el("h1").attr("tabindex", "-1").text(w::REPLY_PAGE.get(lang)))
                .child(el("p").class("about").child(el("strong").text(w::REPLY_NO_APPRAISAL.get(lang))))
                .child(el("p").class("lead").text(w::REPLY_LEAD.get(lang)))
                .child(el("p").text(w::REPLY_NOWHERE.get(lang)))
                .child(el("p").class("hint").text(w::REPLY_RULES.get(lang)))
                .child(el("p").child(el("a").attr("href", Route::Given.hash()).text(w::REPLY_TO_PLAN.get(lang)))),
        )
        .child(writing.draft(given))
        .child(writing.line("reply-role", w::REPLY_ROLE, Some(w::REPLY_ROLE_HINT), 0, |reply| &mut reply.role))
        .child(writing.asks(&asks))
        .child(writing.promises())
        .child(writing.line("reply-words", w::REPLY_WORDS, Some(w::REPLY_WORDS_HINT), LINE, |reply| &mut reply.words))
        .child(writing.line("reply-next", w::REPLY_NEXT, None, 0, |reply| &mut reply.next))
        .child(beside(session, lang))
        .child(hand::back(session, lang))
        .view()
}

fn no_file(lang: Lang) -> AnyView {
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::REPLY_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::REPLY_NO_FILE.get(lang)))
        .child(
            el("p").child(el("a").class("button next").attr("href", Route::Given.hash()).text(w::GIVEN_PAGE.get(lang))),
        )
        .view()
}

/// The screen while it is written on.
#[derive(Clone, Copy)]
struct Writing {
    session: Session,
    lang: Lang,
    /// Counts the times when the reply changed otherwise than by typing.
    anew: State<u32>,
}

/// Where in a reply a text stands.
type Place = fn(&mut Reply) -> &mut String;

impl Writing {
    /// Something was typed: no other part of the screen need look.
    fn typed(self, write: impl FnOnce(&mut Reply)) {
        let _ = self.session.reply.try_update_untracked(|draft| {
            if let Some(draft) = draft {
                write(&mut draft.reply);
            }
        });
        if !self.session.unsaved.get_untracked() {
            self.session.unsaved.set(true);
        }
    }

    /// Something was chosen.
    fn chose(self, write: impl FnOnce(&mut Reply)) {
        self.typed(write);
        self.session.reply.notify();
    }

    fn read<T: Default>(self, look: impl FnOnce(&Reply) -> T) -> T {
        self.session.reply.with_untracked(|draft| draft.as_ref().map(|draft| look(&draft.reply))).unwrap_or_default()
    }

    fn line(self, id: &str, label: Words, hint: Option<Words>, room: usize, place: Place) -> AnyView {
        let mut field = Field::new(id.to_owned(), label.get(self.lang).to_owned(), self.lang);
        field.hint = hint.map(|hint| hint.get(self.lang).to_owned());
        field.room = room;
        field.view(
            move || self.read(|reply| place(&mut reply.clone()).clone()),
            self.anew,
            move |text| self.typed(|reply| *place(reply) = text),
        )
    }

    // ── Going on with a reply that was saved ────────────────────────────────────────────────────────────────────

    fn draft(self, given: Given) -> El {
        let Self { session, lang, anew } = self;
        let said = State::new(String::new());
        let opened = move |bytes: Option<Vec<u8>>, given: &Given| {
            let read = bytes.map_or(Err(Unread::File(crate::format::BackupError::NotText)), |bytes| wire::read(&bytes));
            match read {
                Ok(reply) if reply.answers_to(given) => {
                    session.reply.set(Some(Draft::of(reply)));
                    session.unsaved.set(false);
                    anew.update(|n| *n += 1);
                    w::REPLY_DRAFT_OPENED.get(lang).to_owned()
                }
                Ok(_) => w::REPLY_DRAFT_OTHER.get(lang).to_owned(),
                Err(error) => w::bad_reply(error).get(lang).to_owned(),
            }
        };
        let chosen = move |bytes: Option<Vec<u8>>| {
            said.set(opened(bytes, &given));
        };
        let ids = ("draft-file", "draft-hint draft-said");
        let choose = chooser(ids, ("button quiet", w::REPLIES_CHOOSE), lang, BACKUP_MAX_BYTES, Rc::new(chosen));
        el("details").class("unfold never-printed").child(el("summary").text(w::REPLY_DRAFT.get(lang))).child(
            el("div")
                .child(el("p").class("hint").id("draft-hint").text(w::REPLY_DRAFT_NOTE.get(lang)))
                .child(choose)
                .child(el("p").id("draft-said").attr("role", "status").live_text(move || said.get())),
        )
    }

    // ── The asks ────────────────────────────────────────────────────────────────────────────────────────────────

    fn asks(self, asks: &[Asked]) -> El {
        let lang = self.lang;
        let part = el("section").class("keep-part").child(el("h2").text(w::REPLY_ASKS.get(lang)));
        if asks.is_empty() {
            return part.child(el("p").class("empty-note").text(w::REPLY_NO_ASKS.get(lang)));
        }
        part.child(asks.iter().map(|ask| self.ask(ask)).collect::<Vec<_>>())
    }

    fn ask(self, ask: &Asked) -> El {
        let (lang, number) = (self.lang, ask.number);
        let answer =
            Memo::new(move |_| self.session.reply.with(|draft| Some(draft.as_ref()?.reply.answered(number)?.answer)));
        let name = w::ask_number(number, lang);
        let group = format!("answer-{number}");
        let choices = Answer::ALL.map(|which| {
            let (id, ask) = (format!("{group}-{}", which.id()), ask.clone());
            Choice::radio(id, &group, w::answer(which).get(lang).to_owned(), Look::Chip).view(
                move || answer.get() == Some(which),
                move |on| {
                    if on {
                        self.chose(|reply| reply.answer(&ask, which));
                    }
                    true
                },
            )
        });
        let small = ask.small.clone();
        let clear = move || {
            button()
                .class("link")
                .on("click", move |_| self.chose(|reply| reply.answers.retain(|a| a.ask != number)))
                .text(w::REPLY_CLEAR.get(lang))
        };
        el("div")
            .class("one-of-several reply-ask")
            .child(el("h3").text(&name))
            .child(
                el("blockquote")
                    .class("reply-asked")
                    .child(el("bdi").text(&ask.what))
                    .child((!ask.small.is_empty()).then(|| el("p").class("hint").child(el("bdi").text(&ask.small)))),
            )
            .child(
                el("fieldset")
                    .class("group")
                    .child(el("legend").text(w::under(&name, w::REPLY_ANSWER.get(lang), lang)))
                    .child(el("div").class("chips").child(choices)),
            )
            .live(move || match answer.get() {
                Some(which) => many().child(self.needs(number, which, &small)).child(el("p").child(clear())).view(),
                None => nothing(),
            })
    }

    /// What an answer needs to be of use.
    fn needs(self, number: u32, answer: Answer, small: &str) -> El {
        type OfAnswer = fn(&mut Answered) -> &mut String;
        let lang = self.lang;
        let field = |end: &str, label: Words, place: OfAnswer| {
            let name = w::under(&w::ask_number(number, lang), label.get(lang), lang);
            let mut field = Field::new(format!("answer-{number}-{end}"), name, lang);
            field.lines = 1;
            field.view(
                move || {
                    self.read(|reply| {
                        reply.answered(number).cloned().map(|mut a| place(&mut a).clone()).unwrap_or_default()
                    })
                },
                self.anew,
                move |text| {
                    self.typed(|reply| {
                        if let Some(answered) = reply.answers.iter_mut().find(|a| a.ask == number) {
                            *place(answered) = text;
                        }
                    });
                },
            )
        };
        let small = small.to_owned();
        let as_asked = (answer == Answer::Try && !small.is_empty()).then(|| {
            let form = small.clone();
            let take = move |_| {
                self.typed(|reply| {
                    if let Some(answered) = reply.answers.iter_mut().find(|a| a.ask == number) {
                        answered.form.clone_from(&form);
                    }
                });
                self.anew.update(|n| *n += 1);
            };
            el("div")
                .class("chips ready")
                .attr("role", "group")
                .attr("aria-label", w::REPLY_FORM_OWN.get(lang))
                .child(el("span").class("chips-label").attr("aria-hidden", "true").text(w::REPLY_FORM_OWN.get(lang)))
                .child(button().class("chip").on("click", take).child(small))
        });
        let fields: Vec<AnyView> = match answer {
            Answer::Can => vec![field("by", w::REPLY_FROM, |a| &mut a.by)],
            Answer::Try => {
                vec![field("form", w::REPLY_FORM, |a| &mut a.form), field("by", w::REPLY_FROM, |a| &mut a.by)]
            }
            Answer::Connect => {
                vec![field("who", w::REPLY_WHO, |a| &mut a.who), field("by", w::REPLY_UNTIL, |a| &mut a.by)]
            }
            Answer::Hold => vec![field("by", w::REPLY_BY, |a| &mut a.by)],
        };
        many().child(el("div").class("side-by-side").child(fields)).child(as_asked)
    }

    // ── What is promised ────────────────────────────────────────────────────────────────────────────────────────

    fn promises(self) -> El {
        let lang = self.lang;
        let one = |at: usize| {
            let field = |end: &str, label: Words, place: fn(&mut Promised) -> &mut String| {
                let name = if at == 0 { label.get(lang).to_owned() } else { w::with_note(label.get(lang), "2", lang) };
                Field::new(format!("promise-{at}-{end}"), name, lang).view(
                    move || {
                        self.read(|reply| {
                            reply.promises.get(at).cloned().map(|mut p| place(&mut p).clone()).unwrap_or_default()
                        })
                    },
                    self.anew,
                    move |text| {
                        self.typed(|reply| {
                            while reply.promises.len() <= at {
                                reply.promises.push(Promised::default());
                            }
                            *place(&mut reply.promises[at]) = text;
                        });
                    },
                )
            };
            el("div").class("side-by-side").child(field("what", w::REPLY_PROMISE_WHAT, |p| &mut p.what)).child(field(
                "by",
                w::REPLY_UNTIL,
                |p| &mut p.by,
            ))
        };
        el("section")
            .class("keep-part")
            .child(el("h2").text(w::REPLY_PROMISES.get(lang)))
            .child(el("p").class("hint").text(w::REPLY_PROMISES_NOTE.get(lang)))
            .child([one(0), one(1)])
    }
}

/// What one can decide alone, and three cards for hard moments.
fn beside(session: Session, lang: Lang) -> El {
    let alone =
        session.pack(|pack| pack.cards("partner_can")).iter().map(|card| el("li").child(card.title.plain(lang)));
    let cards = [
        (w::REPLY_SURPRISED, w::REPLY_SURPRISED_TEXT),
        (w::REPLY_CANNOT, w::REPLY_CANNOT_TEXT),
        (w::REPLY_TEARS, w::REPLY_TEARS_TEXT),
    ]
    .map(|(name, text)| {
        el("details").class("unfold").child(el("summary").text(name.get(lang))).child(el("p").text(text.get(lang)))
    });
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::REPLY_CARDS.get(lang)))
        .child(
            el("details")
                .class("unfold")
                .child(el("summary").text(w::REPLY_MENU.get(lang)))
                .child(el("ul").child(alone.collect::<Vec<_>>())),
        )
        .child(cards)
}
