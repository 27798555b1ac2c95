//! Counting letters as people see them: 👩‍👩‍👧‍👦, 𠮷, か゚ and a flag are one each.
//!
//! The browser's own `Intl.Segmenter` does it; its tables would be heavy here.
//! May know: strings and numbers. Must never know: what is counted, or why.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// How many letters (grapheme clusters) a text has; code points where the browser can't tell.
pub fn graphemes(text: &str) -> usize {
    segmented(text).map_or_else(|| text.chars().count(), |count| count as usize)
}

fn segmented(text: &str) -> Option<u32> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let class: Function = get(&get(&js_sys::global(), "Intl")?, "Segmenter")?.dyn_into().ok()?;
    let segmenter = Reflect::construct(&class, &Array::new()).ok()?;
    let segment: Function = get(&segmenter, "segment")?.dyn_into().ok()?;
    Some(Array::from(&segment.call1(&segmenter, &text.into()).ok()?).length())
}
