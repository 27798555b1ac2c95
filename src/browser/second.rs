//! The second part of the program: fetched when it is first wanted, and put into the function table of the first.
//!
//! The page names it (`src/bin/seal` wrote that); a page that names none is a development build in one part.
//! May know: where it lies, how wasm is put together. Must never know: what is in it.

use super::assets::{self, named};
use js_sys::{Array, Function, Object, Reflect, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The elements that name the file and its style.
const META: &str = "meta[name=aritai-second]";
const STYLE: &str = "meta[name=aritai-second-style]";

/// Loads it; whether it is there now. Once is enough: another time would be a second copy.
pub async fn load() -> bool {
    if let Some(path) = named(STYLE) {
        // Without its style a screen is plain, and works.
        if let Some(css) = assets::text(&path).await {
            let _ = dress(&css);
        }
    }
    let Some(path) = named(META) else { return true };
    put(&path).await.is_some()
}

/// Adds a style to the page, after its own. As an object and not as an element: the page's policy allows no element that it
/// did not come with. By name: bindings of its own would be in the part that everybody loads.
fn dress(css: &str) -> Result<(), JsValue> {
    let class: Function = Reflect::get(&js_sys::global(), &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&class, &Array::new())?;
    let fill: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    fill.call1(&sheet, &css.into())?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    Reflect::set(&document, &"adoptedStyleSheets".into(), &Array::of1(&sheet)).map(drop)
}

async fn put(path: &str) -> Option<()> {
    // Not streamed: that needs a server which knows the type of the file.
    let bytes = assets::bytes(path).await?;
    let first = Object::new();
    Reflect::set(&first, &"first".into(), &wasm_bindgen::exports()).ok()?;
    let module = JsFuture::from(WebAssembly::compile(&bytes)).await.ok()?;
    JsFuture::from(WebAssembly::instantiate_module(module.unchecked_ref(), &first)).await.ok()?;
    Some(())
}
