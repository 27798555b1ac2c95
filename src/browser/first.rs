//! The first screen that is in the page before the program: what was written, ticked and pressed there, handed over.
//!
//! The page's own script keeps it (`src/bin/seal/first.js`); a development build has none. By name, as with all that the page
//! offers: there is nothing to hold on to where it is missing.
//! May know: addresses as strings, elements. Must never know: what is on a screen.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// What the page calls it.
const NAME: &str = "aritaiFirst";

/// The language that the person has switched to there.
pub fn language() -> Option<String> {
    told("lang").filter(|code| !code.is_empty())
}

/// Ends when nobody is in the middle of a word, a press or a click. Whatever is done then has to be done at once.
pub async fn still() {
    if let Some(still) = call("still", &JsValue::NULL, "") {
        let _ = JsFuture::from(Promise::resolve(&still)).await;
    }
}

/// Takes it away. The addresses of the screens on which something was done, with a space behind each, and that of the one that
/// was shown, if any.
pub fn take() -> String {
    told("take").unwrap_or_default()
}

/// Does again in a screen of the program's what was done in the first one of the same address.
pub fn give(screen: &Element, address: &str) {
    call("give", screen, address);
}

/// What was done there is kept: what the page noted of it can go.
pub fn end() {
    call("end", &JsValue::NULL, "");
}

fn told(what: &str) -> Option<String> {
    call(what, &JsValue::NULL, "")?.as_string()
}

fn call(what: &str, with: &JsValue, address: &str) -> Option<JsValue> {
    let first = Reflect::get(&js_sys::global(), &NAME.into()).ok()?;
    let function: Function = Reflect::get(&first, &what.into()).ok()?.dyn_into().ok()?;
    function.call2(&first, with, &address.into()).ok()
}
