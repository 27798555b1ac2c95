//! The fonts of the page: asked for, and whether they came.
//!
//! May know: names of fonts. Must never know: where they lie, what is printed with them.

use super::assets;
use js_sys::Array;
use wasm_bindgen_futures::JsFuture;

/// Sees that these fonts are there in these weights, as the page's style describes them. Loads nothing twice.
pub async fn load(families: &[&str], weights: &[&str]) -> bool {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return false };
    assets::fonts().await;
    let fonts = document.fonts();
    // All of them at once, and each listened to from the start: one that fails while another is waited for would count as an
    // error that nobody looks at.
    let faces = families.iter().flat_map(|family| weights.iter().map(move |weight| (family, weight)));
    let asked: Vec<JsFuture> =
        faces.map(|(family, weight)| fonts.load(&format!("{weight} 1em \"{family}\"")).into()).collect();
    let mut there = true;
    for faces in asked {
        // Where the style names no such font, there are none.
        there &= faces.await.is_ok_and(|faces| Array::from(&faces).length() > 0);
    }
    there
}
