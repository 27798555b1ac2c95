//! The page for the person across the table, as a page of paper: on screen and in print.
//!
//! May know: what the page says. Must never know: a document, the session, whether it is one's own or was handed over.

use super::el::{Child, El, el, many};
use crate::export::across::{Across, Beyond, Instead, Offer, Phase, Stage, Talk, Wanted};
use crate::export::manuscript::Entry;
use crate::pack::Lang;
use crate::wording::{self as w, Words};
use leptos::prelude::*;

/// Draws the page.
pub fn across(page: &Across) -> AnyView {
    let lang = page.lang;
    let head = page.head.iter().map(|entry| {
        el("div").child(el("dt").child(entry.label.clone())).child(el("dd").child(el("bdi").child(entry.words.clone())))
    });
    let stages = page.stages.iter().map(stage).collect::<Vec<_>>();
    let instead = page.instead.iter().map(replaced).collect::<Vec<_>>();
    el("article")
        .class("paper across")
        .attr("lang", lang.code())
        .attr("aria-label", page.title)
        .child(
            el("header")
                .class("paper-head")
                .child(el("h2").text(page.title))
                .child(el("dl").class("paper-who").child(head.collect::<Vec<_>>()))
                .child(el("p").text(page.lead[0]).text(" ").text(page.lead[1])),
        )
        .child(offer(&page.offer, lang))
        .child(block(w::STAGES_TITLE, lang, el("dl").class("across-stages").child(stages)))
        .child(talk(&page.talk, lang))
        .child((!instead.is_empty()).then(|| {
            let said = el("dl").class("across-instead").child(instead);
            block(w::INSTEAD_TITLE, lang, el("div").child(el("p").text(w::INSTEAD_NOTE.get(lang))).child(said))
        }))
        .child(course(&page.course, lang))
        .child(promise(lang))
        .view()
}

fn block(heading: Words, lang: Lang, body: El) -> El {
    el("section")
        .class("block")
        .child(el("h3").text(heading.get(lang)))
        .child(el("div").class("block-body").child(body))
}

fn offer(offer: &Offer, lang: Lang) -> El {
    let asks = |asks: &[Wanted]| {
        el("ul").class("across-asks").child(asks.iter().map(|ask| wanted(ask, lang)).collect::<Vec<_>>())
    };
    // That one is plenty is said beside what comes first.
    let name = |words: Words, first: bool| {
        let note = first.then(|| el("span").class("across-note").text(w::OFFER_NOTE.get(lang)));
        el("p").class("across-name").child(el("span").text(words.get(lang))).child(note)
    };
    let asked = !offer.here.is_empty();
    let here = asked.then(|| el("div").child(name(w::OFFER_ASKED, true)).child(asks(&offer.here)));
    let instance = if asked { name(w::OFFER_MENU_TOO, false) } else { name(w::OFFER_MENU, true) };
    let menu = offer.menu.iter().map(|card| el("li").class("tick").text("□ ").child(card.clone()));
    let beyond = |beyond: &Beyond| {
        el("div")
            .child(
                el("p")
                    .class("across-name")
                    .child(el("span").child(beyond.heading.clone()))
                    .child(el("span").class("across-note").text(beyond.note)),
            )
            .child(asks(&beyond.asks))
    };
    let more = (offer.more > 0).then(|| el("p").child(w::more_asks(offer.more, lang)));
    block(
        w::OFFER_TITLE,
        lang,
        el("div")
            .class("across-offer")
            .child(here)
            .child((!offer.menu.is_empty()).then(|| {
                el("div").child(instance).child(el("ul").class("across-menu").child(menu.collect::<Vec<_>>()))
            }))
            .child(offer.beyond.iter().map(beyond).collect::<Vec<_>>())
            .child(more),
    )
    .class_if("across-first", true)
}

fn wanted(ask: &Wanted, lang: Lang) -> El {
    let small = ask.small.clone().map(|small| el("bdi").class("across-small").child(small));
    let more = ask.more.iter().map(|entry| {
        let words = w::under(&entry.label, &entry.words, lang);
        many().text(" ").child(el("bdi").class("across-small").child(words))
    });
    let what = el("bdi").child(ask.what.clone());
    el("li").text("□ ").child(what).text(" ").child(small).child(more.collect::<Vec<_>>())
}

fn stage(stage: &Stage) -> El {
    let does = stage.does.iter().map(|does| el("li").text(does));
    el("div").child(el("dt").text(stage.name)).child(el("dd").child(el("ul").child(does.collect::<Vec<_>>())))
}

fn talk(talk: &Talk, lang: Lang) -> El {
    let question = |question: &crate::export::across::Question| {
        el("li").child(el("span").child(question.words.clone())).text(" ").child(question.about.as_ref().map(quoted))
    };
    let topic = |topic: &Entry| {
        el("p")
            .child(el("bdi").class("line-label").child(topic.label.clone()))
            .child(el("bdi").class("line-text").child(topic.words.clone()))
    };
    block(
        w::QUESTIONS_TITLE,
        lang,
        el("div")
            .child(el("p").text(w::QUESTIONS_OPENING.get(lang)))
            .child(talk.topic.as_ref().map(topic))
            .child(talk.situation.iter().map(topic).collect::<Vec<_>>())
            .child((!talk.unsure.is_empty()).then(|| unsure(&talk.unsure, lang)))
            .child(el("ol").class("across-questions").child(talk.questions.iter().map(question).collect::<Vec<_>>())),
    )
}

/// What they don't know yet: something to think about together, not to be pressed for.
fn unsure(lines: &[String], lang: Lang) -> El {
    el("div").child(el("p").class("across-name").child(el("span").text(w::UNSURE_TOGETHER.get(lang)))).child(
        el("ul").class("across-asks").child(lines.iter().map(|line| el("li").child(line.clone())).collect::<Vec<_>>()),
    )
}

/// Words of the person's. What they are about is plain to see, and said to those who listen.
fn quoted(entry: &Entry) -> El {
    el("span")
        .class("across-quoted")
        .child(el("span").class("sr-only").child(entry.label.clone()).text(" "))
        .child(el("bdi").child(entry.words.clone()))
}

fn replaced(instead: &Instead) -> El {
    el("div").child(el("dt").child(instead.of.clone())).child(el("dd").child(instead.say.clone()))
}

/// The thirty minutes: as a bar in proportion, and in words, so that neither needs the other.
fn course(phases: &[Phase], lang: Lang) -> El {
    let part = |phase: &Phase| {
        el("span")
            .attr("data-minutes", phase.minutes)
            .child(el("span").text(phase.name))
            .child(phase.minutes.to_string())
    };
    let words = |phase: &Phase| {
        el("li")
            .child(el("b").text(phase.name))
            .text(" ")
            .child(w::minutes(phase.minutes, lang))
            .child(el("span").class("across-note").text(phase.does))
    };
    block(
        w::COURSE_TITLE,
        lang,
        el("div")
            .child(
                el("div")
                    .class("course-bar")
                    .attr("aria-hidden", "true")
                    .child(phases.iter().map(part).collect::<Vec<_>>()),
            )
            .child(el("ol").class("course-words").child(phases.iter().map(words).collect::<Vec<_>>())),
    )
}

/// Blanks to write in by hand.
fn promise(lang: Lang) -> El {
    let row = |blanks: &[Words]| {
        let blanks = blanks.iter().map(|blank| el("span").text(blank.get(lang)));
        el("p").class("across-blanks").child(blanks.collect::<Vec<_>>())
    };
    block(
        w::PROMISE_TITLE,
        lang,
        el("div")
            .child(row(&[w::PROMISE_WHO, w::PROMISE_WHAT, w::PROMISE_BY]))
            .child(row(&[w::PROMISE_CANNOT, w::PROMISE_TO]))
            .child(row(&[w::BLANK_REPLY, w::BLANK_NEXT])),
    )
    .class_if("across-promise", true)
}
