//! What was handed over: noted when a file is made, looked up when a reply comes back.
//!
//! May know: documents, what is shared. Must never know: replies, how a file is saved.
//!
//! *Invariant:* the notes stay in the record. A file holds the handover's identity and number, and none of the asks' own ids.

use crate::document::{Audience, Binder, Change, Document, ItemId, Picked, reply};
use crate::share::SharedPlan;

/// How many files of one audience are remembered: what comes back to an older one is matched by the words of its asks.
pub const REMEMBERED: usize = 12;

/// Which handover a file is, and which of its files.
pub type Mark = (ItemId, u32);

/// A file that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its mark.
    pub mark: Mark,
    /// The day on which it was made.
    pub day: String,
    /// The asks by their number, from 1: the id of each, and its words then.
    pub asks: Vec<(ItemId, String)>,
}

/// The mark of the next file for an audience, and the change that notes it. `fresh` is the identity of the handover where this
/// is the first file of the edition for them.
pub fn next(binder: &Binder, plan: &SharedPlan, day: &str, fresh: ItemId) -> (Mark, Change) {
    let document = binder.document();
    let before: Vec<(ItemId, Mark)> = of_audience(document, plan.audience());
    let id = before.first().map_or(fresh, |(_, (id, _))| *id);
    let seq = before.iter().map(|(_, (_, seq))| *seq).max().unwrap_or(0).saturating_add(1);
    let item = reply::file_of(id, seq);
    let asked = plan.document();
    let asks = (0..super::MOST).zip(reply::asks(asked)).map(|(_, ask)| ask);
    let asks = asks.map(|ask| Picked { id: ask.to_string(), label: reply::wording(asked, ask) });
    let mut changes = vec![
        Change::Added(&reply::HANDOVER, item),
        Change::Wrote(reply::DAY.of(item), day.to_owned()),
        Change::Wrote(reply::ID.of(item), id.to_string()),
        Change::Wrote(reply::SEQ.of(item), seq.to_string()),
        Change::Wrote(reply::FOR.of(item), plan.audience().id().to_owned()),
        Change::Chose(reply::ASKS.of(item), asks.collect()),
    ];
    let forgotten = (before.len() + 1).saturating_sub(REMEMBERED);
    changes.extend(before.iter().take(forgotten).map(|(item, _)| Change::Removed(&reply::HANDOVER, *item)));
    ((id, seq), Change::Together(changes))
}

/// The files for an audience, in their order.
fn of_audience(document: &Document, audience: Audience) -> Vec<(ItemId, Mark)> {
    let items = document.ids(&reply::HANDOVER).into_iter();
    let ours = items.filter(|item| document.text(reply::FOR.of(*item)) == audience.id());
    ours.filter_map(|item| Some((item, mark(document, item)?))).collect()
}

fn mark(document: &Document, item: ItemId) -> Option<Mark> {
    Some((ItemId::read(document.text(reply::ID.of(item)))?, document.text(reply::SEQ.of(item)).parse().ok()?))
}

/// Every file that is remembered of an edition, in the order in which they were made.
pub fn all(document: &Document) -> Vec<Sent> {
    let sent = |item: ItemId| {
        let cards = document.cards(reply::ASKS.of(item)).iter();
        Some(Sent {
            mark: mark(document, item)?,
            day: document.text(reply::DAY.of(item)).to_owned(),
            asks: cards.filter_map(|card| Some((ItemId::read(&card.id)?, card.label.clone()))).collect(),
        })
    };
    document.ids(&reply::HANDOVER).into_iter().filter_map(sent).collect()
}

/// Whose file a reply answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// This record's, and this one.
    Ours(Sent),
    /// This record's, but which asks it held is no longer remembered.
    OursOnce,
    /// Another person's, or that of a record that is not here.
    Theirs,
}

/// Looks up a file, in all editions.
pub fn whose(binder: &Binder, mark: Mark) -> Whose {
    let sent = || binder.editions().iter().rev().flat_map(|edition| all(&edition.document));
    match sent().find(|sent| sent.mark == mark) {
        Some(sent) => Whose::Ours(sent),
        None if sent().any(|sent| sent.mark.0 == mark.0) => Whose::OursOnce,
        None => Whose::Theirs,
    }
}
