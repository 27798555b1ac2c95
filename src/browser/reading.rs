//! A page that is for reading: its fields take the focus, can be searched, copied and printed, and take no words.
//!
//! May know: elements. Must never know: why, whose words they are.

use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, Event};

/// Where words are written. A field that only searches stays one.
const FIELDS: &str = "main textarea, main input[type=text]";
/// Marks a field that is held, as others are for reading always.
const HELD: &str = "data-held";

thread_local! {
    static ON: Cell<bool> = const { Cell::new(false) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// Makes the page one for reading, or for writing again.
pub fn set(on: bool) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let was = ON.replace(on);
    if was != on
        && let Some(root) = document.document_element()
    {
        let _ = root.toggle_attribute_with_force("data-reading", on);
    }
    if was || on {
        each(&document, FIELDS, hold);
    }
    // Fields come later, too; nobody can write in one before it has the focus.
    if on && !LISTENS.replace(true) {
        let focused = Closure::<dyn Fn(Event)>::new(|event: Event| {
            if let Some(field) = event.target().and_then(|t| t.dyn_into::<Element>().ok())
                && field.matches(FIELDS).unwrap_or(false)
            {
                hold(&field);
            }
        });
        let _ = document.add_event_listener_with_callback("focusin", focused.as_ref().unchecked_ref());
        focused.forget();
    }
}

fn hold(field: &Element) {
    let on = ON.get();
    if on && !field.has_attribute("readonly") {
        let _ = (field.set_attribute("readonly", ""), field.set_attribute(HELD, ""));
    } else if !on && field.has_attribute(HELD) {
        let _ = (field.remove_attribute("readonly"), field.remove_attribute(HELD));
    }
}

fn each(document: &Document, selector: &str, act: fn(&Element)) {
    let Ok(all) = document.query_selector_all(selector) else { return };
    for at in 0..all.length() {
        if let Some(element) = all.item(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            act(&element);
        }
    }
}

/// The id of what has the focus.
pub fn focused_id() -> Option<String> {
    Some(super::page::focused()?.id()).filter(|id| !id.is_empty())
}
