//! The fields of the page: telling them to look at what stands in them, and writing into the one that has the
//! focus.
//!
//! May know: elements and events. Must never know: whose field it is, what its words mean.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDocument};

/// Told to a line whose words are only taken when they are added: the page goes, now or never.
pub const LEAVING: &str = "aritai-leaving";

/// Tells every field to look at what stands in it, and a line whose words are not added yet to add them: the
/// page goes, or another one is to write.
pub fn tell_fields() {
    tell_areas();
    tell("main input[type=text]", LEAVING);
}

/// Tells every writing area to look at what stands in it.
pub(super) fn tell_areas() {
    tell("main textarea", "change");
}

fn tell(selector: &str, event: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    let Some(all) = document.and_then(|d| d.query_selector_all(selector).ok()) else { return };
    for field in (0..all.length()).filter_map(|at| all.item(at)) {
        if let Ok(event) = Event::new(event) {
            let _ = field.dispatch_event(&event);
        }
    }
}

/// Writes text at the cursor of the field that has the focus, as typing does: it can be taken back with the
/// keys for that, and is told with an `input`. Whether that was done.
pub fn type_text(text: &str) -> bool {
    let document = web_sys::window().and_then(|w| w.document()).and_then(|d| d.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|d| d.exec_command_with_show_ui_and_value("insertText", false, text).unwrap_or(false))
}
