//! How the screens beyond the path ask: one question, a list of lines, a list of items, a choice from many cards.
//!
//! May know: the session, the pack, parts. Must never know: which screen asks.

pub(super) mod asked;
pub(super) mod items;
pub(super) mod lines;
pub(super) mod picker;

use crate::browser::page as window;
use leptos::prelude::request_animation_frame;

/// Gives an element the focus once it is there.
pub(super) fn focus_soon(id: String) {
    request_animation_frame(move || window::focus_id(&id));
}
