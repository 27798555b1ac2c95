//! 返事を待っています: which asks wait for an answer, who holds them since when, and until which day.
//!
//! May know: documents, what was handed over. Must never know: what day it is, words of the app.

use super::{Answer, handed};
use crate::document::{Document, ItemId, reply, sheet};

/// An ask that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub ask: ItemId,
    /// What is asked.
    pub what: String,
    /// Since when, as it was noted: the day of the reply, or the first day on which it was handed over.
    pub since: String,
    /// What was answered so far: 持ち帰る or つなぐ; `None` where nothing was.
    pub answer: Option<Answer>,
    /// Whom it was passed on to, as typed.
    pub who: String,
    /// Until when, as typed.
    pub by: String,
}

/// What is waited for, in the order of the asks. What was never handed over waits for nothing.
pub fn waiting(document: &Document) -> Vec<Waiting> {
    let sent = handed::all(document);
    let one = |ask: ItemId| {
        let card = document.card(sheet::ASK_ANSWER.of(ask));
        let answer = card.and_then(|card| Answer::read(&card.id));
        let open = match (card, answer) {
            (None, _) => None,
            (Some(_), Some(open @ (Answer::Hold | Answer::Connect))) => Some(open),
            _ => return None,
        };
        let handed = sent.iter().find(|sent| sent.asks.iter().any(|(id, _)| *id == ask)).map(|sent| sent.day.clone());
        let since = if open.is_some() { replied_on(document, ask).or(handed) } else { Some(handed?) };
        Some(Waiting {
            ask,
            what: document.card(sheet::ASK_WHAT.of(ask)).map(|card| card.label.clone()).unwrap_or_default(),
            since: since.unwrap_or_default(),
            answer: open,
            who: document.text(sheet::ASK_ANSWER_WHO.of(ask)).to_owned(),
            by: document.text(sheet::ASK_ANSWER_BY.of(ask)).to_owned(),
        })
    };
    reply::asks(document).into_iter().filter_map(one).collect()
}

/// The day of the latest reply to an ask.
fn replied_on(document: &Document, ask: ItemId) -> Option<String> {
    let items = document.ids(&reply::REPLIED).into_iter();
    let to_this = items.filter(|item| document.links(reply::ASK.of(*item)).contains(&ask));
    let days =
        to_this.filter_map(|item| Some(document.text(reply::MADE.of(*document.links(reply::OF.of(item)).first()?))));
    days.max().filter(|day| !day.is_empty()).map(str::to_owned)
}
