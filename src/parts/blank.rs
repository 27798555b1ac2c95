//! The sheet without words, as a page of paper to fill in by hand.
//!
//! May know: the blank sheet. Must never know: a document, the session.

use super::el::{El, el};
use super::paper::{answers, asks_block, closing, heading, opening, tick, who};
use crate::export::blank::{Blank, BlankBlock};
use crate::pack::Lang;
use crate::wording as w;
use leptos::prelude::*;

/// How many asks have a row: with more, the page would be two.
const ASKS: usize = 2;

/// Draws it.
pub fn blank(sheet: &Blank, lang: Lang) -> AnyView {
    let head = el("dl").child([w::DATE, w::TALK_DAY, w::DEPARTMENT, w::NAME].map(|label| who(label, None, lang)));
    let before = sheet.before.iter().map(|b| block(b, (b.id == "topic").then(|| help(sheet, lang))));
    let rows = (0..ASKS).map(|_| ask(sheet, lang)).collect();
    let page = opening(head, lang)
        .child(before.collect::<Vec<_>>())
        .child(asks_block(rows, lang))
        .child(sheet.after.iter().map(|b| block(b, None)).collect::<Vec<_>>());
    closing(page, true, lang)
}

fn block(block: &BlankBlock, more: Option<El>) -> El {
    let lines = block.lines.iter().map(|label| to_fill(label)).collect::<Vec<_>>();
    el("section")
        .class("block")
        .child(heading(&block.heading))
        .child(el("div").class("block-body").child(lines).child(more))
}

/// A line to write on.
fn to_fill(label: &str) -> El {
    let label = (!label.is_empty()).then(|| el("span").class("line-label").child(label.to_owned()));
    el("p").class("to-fill").child(label)
}

fn help(sheet: &Blank, lang: Lang) -> El {
    let boxes = sheet.help.iter().map(|label| tick(label.clone(), false)).collect::<Vec<_>>();
    el("p").class("ticks").child(el("span").class("line-label").text(w::SHEET_HELP.get(lang))).child(boxes)
}

fn ask(sheet: &Blank, lang: Lang) -> El {
    let decides = sheet.decides.iter().map(|label| tick(label.clone(), false)).collect::<Vec<_>>();
    let what = el("td")
        .child(to_fill(""))
        .child(to_fill(w::SHEET_SMALL.get(lang)))
        .child(to_fill(w::SHEET_NEEDS.get(lang)))
        .child(el("p").class("ticks").child(decides));
    el("tr").child(what).child(answers(lang))
}
