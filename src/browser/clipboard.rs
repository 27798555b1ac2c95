//! The clipboard: putting a text there, and where that can't be done, selecting it for the person to copy.
//!
//! May know: strings. Must never know: what they are. Nothing is ever read from the clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlTextAreaElement};

/// Puts a text into the clipboard; whether that was done. A page that came over plain http has no clipboard, and a browser
/// may refuse it.
pub async fn copy(text: &str) -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    let found = navigator.and_then(|navigator| js_sys::Reflect::get(&navigator, &"clipboard".into()).ok());
    let Some(clipboard) = found.filter(JsValue::is_object) else { return false };
    JsFuture::from(clipboard.unchecked_into::<Clipboard>().write_text(text)).await.is_ok()
}

/// Selects all that stands in the text area of that id, so that the copy key takes it.
pub fn select(id: &str) {
    let element = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(area) = element.and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok()) {
        let _ = area.focus();
        area.select();
    }
}
