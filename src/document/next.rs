//! The next edition, made from the open one: what goes along into another year, and what is asked anew.
//!
//! What a person wants goes along: values, the wish, experiences, strengths, the far end, what to hand on, the name on
//! the sheet, and the steps that are still open. An experience goes along unless it is done or given up. What
//! says how it is just now, on which day, or what was only for one talk is asked anew, and so is whatever was
//! put off. Nothing is shared: nobody agreed to a year that had not begun. Items keep their identity, by
//! which two editions are compared, and what a newer program wrote into them. May know: the registry and
//! documents. Must never know: words, the browser, what time it is.
//!
//! *Invariant:* what goes along goes exactly as it was typed; the closed edition keeps all of it.

use super::{
    Binder, Change, Document, Edition, Field, Item, ItemId, KINDS, Kind, Leaf, deeper, experience, sheet, steps,
    strength, values, wish,
};

/// The kinds that go along, in the order of the walk.
static ALONG: [&Kind; 9] = [
    &values::VALUE,
    &values::CONDITION,
    &wish::WISH,
    &experience::EXPERIENCE,
    &strength::STRENGTH,
    &steps::BACK,
    &steps::STEP,
    &deeper::HAND,
    &sheet::SHEET,
];

/// What of those is asked anew: how it is now, on which day, and what was for one talk.
static ANEW: [&Field; 18] = [
    &values::SHORT,
    &values::MET,
    &wish::CHECKS,
    &wish::CAUGHT,
    &experience::WHEN,
    &experience::STATE,
    &strength::NOW,
    &strength::FEELING,
    &steps::START,
    &steps::DAY,
    &steps::STATE,
    &sheet::DEPARTMENT,
    &sheet::ROLE,
    &sheet::DATE,
    &sheet::TALK_DAY,
    &sheet::DAYS,
    &sheet::TOPIC,
    &sheet::HELP,
];

/// How a step or an experience went that does not go along: done, or given up.
pub(super) const OVER: [&str; 2] = ["done", "dropped"];

/// Whether what stands in a field goes along into the next edition.
pub fn goes_along(field: &Field) -> bool {
    ALONG.iter().any(|k| *k == field.kind()) && !ANEW.iter().any(|f| f.id == field.id)
}

/// The change that closes the open edition at a time and begins the next one from it.
pub fn edition(binder: &Binder, id: ItemId, at: u64) -> Change {
    // A clock that was put back must not make the new edition older than the others.
    let youngest = binder.editions().iter().map(|e| e.opened_at).max().unwrap_or(0);
    let mut next = Edition::new(id, at.max(youngest.saturating_add(1)));
    next.document = document(binder.document());
    Change::Began(Box::new(next), at)
}

fn document(before: &Document) -> Document {
    let mut next = Document::default();
    for kind in KINDS {
        let items: Vec<Item> = before.items(kind).iter().filter_map(|item| along(before, kind, item)).collect();
        if kind.many || !items.is_empty() {
            *next.items_mut(kind) = items;
        }
    }
    // A link leads only to what went along too.
    let there: Vec<ItemId> = KINDS.into_iter().filter(|k| k.many).flat_map(|k| next.ids(k)).collect();
    for leaf in next.kinds.iter_mut().flatten().flat_map(|item| &mut item.leaves) {
        if let Leaf::Links(to) = leaf {
            to.retain(|id| there.contains(id));
        }
    }
    next
}

/// The item as it goes along; `None` where it stays behind.
fn along(before: &Document, kind: &'static Kind, item: &Item) -> Option<Item> {
    let is_over = is_over(before, kind, item.id);
    if is_over || !ALONG.contains(&kind) {
        return None;
    }
    let mut next = item.clone();
    for (field, leaf) in kind.fields.iter().zip(&mut next.leaves) {
        if !goes_along(field) || !leaf.is_said() {
            *leaf = Leaf::empty(field.shape);
        }
        // What a newer program wrote beside a field stays with that field.
        if !goes_along(field) {
            next.unknown.remove(field.name());
        }
    }
    Some(next)
}

/// Whether a step or an experience is done or given up.
pub fn is_over(document: &Document, kind: &Kind, item: ItemId) -> bool {
    let state = [&steps::STATE, &experience::STATE].into_iter().find(|field| field.kind() == kind);
    state.and_then(|field| document.card(field.of(item))).is_some_and(|state| OVER.contains(&state.id.as_str()))
}
