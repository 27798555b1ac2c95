//! The sheet as a page of paper: what the other person sees, on screen and in print.
//!
//! May know: the sheet. Must never know: a document, the session.

use super::el::{Child, El, el, nothing};
use crate::export::sheet::{Ask, Block, Line, Sheet, around_asks};
use crate::pack::Lang;
use crate::wording::{self as w, Words};
use leptos::prelude::*;

/// Draws the sheet.
pub fn paper(sheet: &Sheet, lang: Lang) -> AnyView {
    let head = el("dl").child(whose(sheet, lang));
    paper_under(head, sheet, lang)
}

/// Dates, department, role and name, as they stand in the list at the head of the sheet.
///
/// The role and the days on which one could talk have no place to be filled in by hand.
pub fn whose(sheet: &Sheet, lang: Lang) -> Vec<El> {
    let said = [
        (w::DATE, &sheet.date),
        (w::TALK_DAY, &sheet.talk_day),
        (w::DAYS, &sheet.days),
        (w::DEPARTMENT, &sheet.department),
        (w::ROLE, &sheet.role),
        (w::NAME, &sheet.name),
    ];
    let said = said.into_iter().filter(|(label, text)| ![w::DAYS, w::ROLE].contains(label) || text.is_some());
    said.map(|(label, text)| who(label, text.as_ref(), lang)).collect()
}

/// Draws the sheet under a list that says whose it is.
pub fn paper_under(head: El, sheet: &Sheet, lang: Lang) -> AnyView {
    let (before, after) = around_asks(&sheet.blocks);
    let has_topic = before.iter().any(|b| b.id == "topic");
    let before = before
        .into_iter()
        .map(|b| block(b, if b.id == "topic" { Some(help(sheet, lang)) } else { None }))
        .collect::<Vec<_>>();
    let lone_help = (!has_topic && !sheet.help.is_empty()).then(|| {
        el("section")
            .class("block")
            .child(el("h3").text(w::SHEET_HELP.get(lang)))
            .child(el("div").class("block-body").child(help(sheet, lang)))
    });
    let after = after.into_iter().map(|b| block(b, None)).collect::<Vec<_>>();
    let asked = !sheet.asks.is_empty();
    closing(opening(head, lang).child(lone_help).child(before).child(asks(&sheet.asks, lang)).child(after), asked, lang)
}

/// The page and its head.
pub(super) fn opening(head: El, lang: Lang) -> El {
    el("article").class("paper").attr("lang", lang.code()).attr("aria-label", w::SHEET_TITLE.get(lang)).child(
        el("header")
            .class("paper-head")
            .child(el("h2").text(w::SHEET_TITLE.get(lang)))
            .child(head.class("paper-who"))
            .child(el("p").text(w::SHEET_NOT_EVALUATION.get(lang))),
    )
}

/// What stands at the end of every sheet, to fill in by hand.
///
/// `asked` says whether asks stand on it. Each of them has its own place for the day of its answer.
pub(super) fn closing(page: El, asked: bool, lang: Lang) -> AnyView {
    let blanks = w::promise_blanks(asked).into_iter().skip(1).map(|blank| el("span").text(blank.get(lang)));
    let handling = w::HANDLING.map(|line| el("span").child(line.get(lang)));
    page.child(
        el("section").class("block blank-promise").child(el("h3").text(w::SHEET_PROMISES.get(lang))).child(
            el("div")
                .class("block-body")
                .child(el("p").text(w::BLANK_PROMISE.get(lang)))
                .child(el("p").class("blank-days").child(blanks.collect::<Vec<_>>())),
        ),
    )
    .child(
        el("section")
            .class("block blank-words")
            .child(el("h3").text(w::SHEET_WORDS.get(lang)))
            .child(el("div").class("block-body")),
    )
    .child(
        el("footer")
            .class("paper-foot")
            .child(el("h3").class("sr-only").text(w::SHEET_HANDLING.get(lang)))
            .child(el("p").child(handling)),
    )
    .view()
}

pub(super) fn who(label: Words, value: Option<&String>, lang: Lang) -> El {
    el("div").child(el("dt").child(label.get(lang))).child(el("dd").child(el("bdi").child(value.cloned())))
}

fn block(block: &Block, more: Option<AnyView>) -> AnyView {
    let lines = block.lines.iter().map(line).collect::<Vec<_>>();
    let class = format!("block block-{}", block.id);
    el("section")
        .class(class)
        .child(heading(&block.heading))
        .child(el("div").class("block-body").child(lines).child(more))
        .view()
}

/// A block's heading. It may break where a word begins: at a kanji behind a word's last kana.
pub(super) fn heading(words: &str) -> El {
    let kana = |c: char| ('ぁ'..='ん').contains(&c);
    let kanji = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
    let letters: Vec<char> = words.chars().collect();
    let mut heading = el("h3");
    let mut from = 0;
    for at in 2..letters.len() {
        if kana(letters[at - 2]) && kana(letters[at - 1]) && kanji(letters[at]) {
            heading = heading.text(String::from_iter(&letters[from..at])).child(el("wbr"));
            from = at;
        }
    }
    heading.text(String::from_iter(&letters[from..]))
}

fn line(line: &Line) -> AnyView {
    let label = line.label.clone().map(|label| el("bdi").class("line-label").child(label));
    let class = if line.under { "line line-under" } else { "line" };
    el("p").class(class).child(label).child(el("bdi").class("line-text").child(line.text.clone())).view()
}

fn help(sheet: &Sheet, lang: Lang) -> AnyView {
    if sheet.help.is_empty() {
        return nothing();
    }
    let boxes = sheet.help.iter().map(|(label, on)| tick(label.clone(), *on)).collect::<Vec<_>>();
    el("p").class("ticks").child(el("bdi").class("line-label").text(w::SHEET_HELP.get(lang))).child(boxes).view()
}

pub(super) fn tick(label: String, on: bool) -> El {
    el("span").class("tick").child(if on { "☑" } else { "□" }).text(" ").child(label)
}

fn asks(asks: &[Ask], lang: Lang) -> AnyView {
    if asks.is_empty() {
        return nothing();
    }
    let rows = asks
        .iter()
        .map(|ask| {
            let what = el("p").class("line ask-what").child(el("bdi").child(ask.in_full(lang)));
            // What is wanted today stands first behind it: the other person looks for it.
            let labelled = [(None, &ask.decides), (None, &ask.by), (Some(w::SHEET_NEEDS), &ask.needs)];
            let under = labelled.into_iter().filter_map(|(label, text)| {
                let text = el("bdi").child(text.clone()?);
                let label = label.map(|label| el("bdi").class("line-label").text(label.get(lang)));
                Some(el("span").class("ask-part").child(label).child(text).text(" "))
            });
            let under = under.collect::<Vec<_>>();
            let under = (!under.is_empty()).then(|| el("p").class("line line-under").child(under));
            el("tr").child(el("td").child(what).child(under)).child(answers(lang))
        })
        .collect::<Vec<_>>();
    asks_block(rows, lang)
}

/// The boxes for the answer to an ask.
pub(super) fn answers(lang: Lang) -> El {
    el("td").class("answers").child(w::ANSWERS.map(|answer| tick(answer.get(lang).to_owned(), false)))
}

/// The block of asks, a row each.
pub(super) fn asks_block(rows: Vec<El>, lang: Lang) -> AnyView {
    el("section")
        .class("block block-asks")
        .child(el("h3").text(w::SHEET_ASKS.get(lang)))
        .child(
            el("table")
                .class("block-body asks")
                .child(
                    el("thead").class("sr-only").child(
                        el("tr")
                            .child(el("th").attr("scope", "col").text(w::ASK_PICK.get(lang)))
                            .child(el("th").attr("scope", "col").text(w::SHEET_ANSWER.get(lang))),
                    ),
                )
                .child(el("tbody").child(rows)),
        )
        .view()
}
