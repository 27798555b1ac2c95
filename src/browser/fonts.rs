//! The fonts of the page: asked for, and whether they came.
//!
//! May know: names of fonts. Must never know: where they lie, what is printed with them.

use js_sys::{Array, Promise};
use wasm_bindgen_futures::JsFuture;

/// Sees that a font is there in these weights, as the page's style describes it. Loads nothing twice.
pub async fn load(family: &str, weights: &[&str]) -> bool {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return false };
    let fonts = document.fonts();
    // All of them at once.
    let asked: Vec<Promise> = weights.iter().map(|weight| fonts.load(&format!("{weight} 1em \"{family}\""))).collect();
    let mut there = true;
    for faces in asked {
        // Where the style names no such font, there are none.
        there &= JsFuture::from(faces).await.is_ok_and(|faces| Array::from(&faces).length() > 0);
    }
    there
}
