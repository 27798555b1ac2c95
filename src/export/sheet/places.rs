//! Which fields have a place of their own on the sheet, and the order of what stands on it.
//! May know: the registry. Must never know: a document, what is shared.

use super::Block;
use crate::document::{
    Field, Kind, Sharing, after, deeper, drift, experience, sheet, steps, strength, values, wish, work,
};

/// The blocks that stand before the asks.
const BEFORE_ASKS: [&str; 4] = ["topic", "caught", "situation", "unsure"];

/// The blocks before the asks, and those behind them, each in the order of the page.
pub fn around_asks(blocks: &[Block]) -> (Vec<&Block>, Vec<&Block>) {
    blocks.iter().partition(|block| BEFORE_ASKS.contains(&block.id))
}

/// The fields of a kind that can ever be on a sheet, for the screen on which sharing is chosen.
pub fn shareable(kind: &'static Kind) -> impl Iterator<Item = &'static Field> {
    kind.fields.iter().copied().filter(|f| f.sharing != Sharing::Never)
}

/// Whether a field has a place of its own on the page, before the last block.
pub fn has_place(field: &Field) -> bool {
    let rest = [
        "value.met",
        "value.story",
        "wish.town",
        "wish.overlap",
        "experience.builds",
        "experience.effort",
        "experience.when",
        "experience.elsewhere",
        "experience.state",
        "strength.now",
        "strength.need",
        "strength.feeling",
        "step.serves",
        "step.state",
        "ask.serves",
        "ask.answer",
        "ask.answer_form",
        "ask.answer_who",
        "ask.answer_by",
        "work.fine",
        "work.note",
    ];
    let kinds = [
        "sheet",
        "situation",
        "wish",
        "value",
        "condition",
        "experience",
        "strength",
        "step",
        "ask",
        "question",
        "work",
        "worry",
        "stand",
    ];
    kinds.contains(&field.kind().id) && !rest.contains(&field.id) || field.id == steps::START.id
}

/// The kinds in the order in which the sheet shows them.
pub fn order() -> [&'static Kind; 20] {
    [
        &sheet::SHEET,
        &sheet::SITUATION,
        &wish::WISH,
        &values::VALUE,
        &values::CONDITION,
        &experience::EXPERIENCE,
        &strength::STRENGTH,
        &steps::STEP,
        &sheet::ASK,
        &sheet::QUESTION,
        &drift::WORRY,
        &work::WORK,
        &steps::BACK,
        &deeper::FUTURE,
        &deeper::LETTER,
        &deeper::PRECEDENT,
        &deeper::HAND,
        &after::PROMISE,
        &after::AFTER,
        &after::LOOK,
    ]
}
