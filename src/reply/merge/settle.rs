//! What stands where the person notes an answer, a day or a line, once replies were taken in.
//!
//! A place is a reply's where it is empty, or holds what a reply put there. It then holds what the latest reply says. What the
//! person wrote in words of their own stays.
//! May know: documents. Must never know: how a reply came.
//!
//! *Invariant:* what is written anew is shown to nobody, even where what stood there before was.

use crate::document::{Change, Document, Field, ItemId, Path, after, reply, sheet};

/// What one place, or the four of an ask, hold: the id of a card, or words.
type Held = Vec<String>;

/// The changes that bring the places into order, after a document `before` became one with other replies.
pub(super) fn settle(before: &Document, now: &Document) -> Vec<Change> {
    let mut changes = Vec::new();
    for ask in now.ids(&sheet::ASK) {
        let places = reply::PLACES.map(|(place, _)| place.of(ask));
        bring(&mut changes, now, &places, &offers(before, ask), &offers(now, ask));
    }
    let line = |document: &Document, field: &'static Field| {
        let said = document.ids(&reply::REPLY).into_iter().filter(|id| document.is_said(field.of(*id)));
        in_order(said.map(|id| (day_of(document, id), vec![(field.of(id), words(document, field.of(id)))])).collect())
    };
    for (place, theirs) in [(&after::WORDS, &reply::WORDS), (&after::NEXT_DAY, &reply::NEXT)] {
        bring(&mut changes, now, &[place.alone()], &line(before, theirs), &line(now, theirs));
    }
    bring(&mut changes, now, &[after::REPLY_DAY.alone()], &reply_days(before), &reply_days(now));
    changes
}

/// What a reply offers for the places: where it stands, and what it says.
type Offer = Vec<(Path, String)>;
/// By which the later of two replies is known.
type When = (String, ItemId);

fn in_order(mut offers: Vec<(When, Offer)>) -> Vec<Offer> {
    offers.sort_by(|a, b| a.0.cmp(&b.0));
    offers.into_iter().map(|(_, offer)| offer).collect()
}

fn day_of(document: &Document, id: ItemId) -> When {
    (document.text(reply::MADE.of(id)).to_owned(), id)
}

fn words(document: &Document, path: Path) -> String {
    match document.card(path) {
        Some(card) if card.id.is_empty() => card.label.clone(),
        Some(card) => card.id.clone(),
        None => document.text(path).to_owned(),
    }
}

/// The answers to an ask, the latest last.
fn offers(document: &Document, ask: ItemId) -> Vec<Offer> {
    let items = document.ids(&reply::REPLIED).into_iter();
    let to_this = items.filter(|item| document.links(reply::ASK.of(*item)).contains(&ask));
    let offer = |item: ItemId| {
        let of = document.links(reply::OF.of(item)).first().copied().unwrap_or(item);
        let said = reply::PLACES.map(|(_, theirs)| (theirs.of(item), words(document, theirs.of(item))));
        (day_of(document, of), said.to_vec())
    };
    in_order(to_this.map(offer).collect())
}

/// When there will be an answer: of the first ask that is still open in the latest reply.
fn reply_days(document: &Document) -> Vec<Offer> {
    let open = |offer: &Offer| offer.first().is_some_and(|(_, answer)| answer == "hold");
    let day = |offer: Offer| offer.get(3).filter(|(_, by)| !by.is_empty()).map(|by| vec![by.clone()]);
    let first: Vec<Offer> = document
        .ids(&sheet::ASK)
        .into_iter()
        .filter_map(|ask| offers(document, ask).pop().filter(open).and_then(day))
        .collect();
    // The first one counts, so it comes last.
    first.into_iter().rev().collect()
}

fn bring(changes: &mut Vec<Change>, now: &Document, places: &[Path], before: &[Offer], offers: &[Offer]) {
    let says = |offer: &Offer| offer.iter().map(|(_, words)| words.clone()).collect::<Held>();
    let is_put_off = |place: &Path| now.leaf(*place).is_some_and(|leaf| leaf.is_later() || leaf.is_not_sure());
    if places.iter().any(is_put_off) {
        return;
    }
    let held: Held = places.iter().map(|place| words(now, *place)).collect();
    let is_theirs = held.iter().all(String::is_empty) || before.iter().chain(offers).any(|offer| says(offer) == held);
    if !is_theirs {
        return;
    }
    let latest = offers.last();
    for (at, place) in places.iter().enumerate() {
        let offered = latest.and_then(|offer| offer.get(at));
        if offered.map_or("", |(_, words)| words.as_str()) == held[at] {
            continue;
        }
        let is_card = place.field.id == sheet::ASK_ANSWER.id;
        // Emptied first: nobody agreed to show what comes now.
        changes.push(if is_card { Change::Chose(*place, Vec::new()) } else { Change::Wrote(*place, String::new()) });
        if let Some((from, words)) = offered.filter(|(_, words)| !words.is_empty()) {
            changes.push(if is_card {
                Change::Chose(*place, now.cards(*from).to_vec())
            } else {
                Change::Wrote(*place, words.clone())
            });
        }
    }
}
