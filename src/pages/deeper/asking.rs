//! How the screens beyond the path ask: one question, a list of lines, a list of items, a choice from many cards.
//!
//! May know: the session, the pack, parts. Must never know: which screen asks.

pub(super) mod asked;
pub(super) mod items;
pub(super) mod lines;
pub(super) mod picker;
