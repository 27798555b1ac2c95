//! The later parts of the program: each is fetched when it is first wanted, and put into the function table of the first.
//!
//! The page names them (`src/bin/seal` wrote that); a page that names none is a development build in one part.
//! May know: where they lie, how wasm is put together. Must never know: what is in them.

use super::assets::{self, named};
use js_sys::{Array, Function, Object, Reflect, WebAssembly};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A part of the program that is not there from the start. Each needs all parts before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The screens beyond the first three.
    Second,
    /// What few people use.
    Third,
}

/// The name of a part between programs, and the element that names its file.
const fn names(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::Second => ("second", "meta[name=aritai-second]"),
        Part::Third => ("third", "meta[name=aritai-third]"),
    }
}
/// The element that names the style of the second part.
const STYLE: &str = "meta[name=aritai-second-style]";

thread_local! {
    /// What the parts that are there offer to later ones, by their names.
    static OFFERED: RefCell<Option<Object>> = const { RefCell::new(None) };
}

/// Loads a part, after those before it; whether it is there now. Once is enough: another time would be a second copy.
pub async fn load(part: Part) -> bool {
    if part == Part::Second
        && let Some(path) = named(STYLE)
    {
        // Without its style a screen is plain, and works.
        if let Some(css) = assets::text(&path).await {
            let _ = dress(&css);
        }
    }
    let (name, meta) = names(part);
    let Some(path) = named(meta) else { return true };
    put(name, &path).await.is_some()
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

async fn put(name: &str, path: &str) -> Option<()> {
    // Not streamed: that needs a server which knows the type of the file.
    let bytes = assets::bytes(path).await?;
    let offered = OFFERED.take().unwrap_or_default();
    Reflect::set(&offered, &"first".into(), &wasm_bindgen::exports()).ok()?;
    let module = JsFuture::from(WebAssembly::compile(&bytes)).await;
    let instance = match module {
        Ok(module) => JsFuture::from(WebAssembly::instantiate_module(module.unchecked_ref(), &offered)).await,
        Err(error) => Err(error),
    };
    if let Ok(instance) = &instance {
        let exports = Reflect::get(instance, &"exports".into()).ok()?;
        Reflect::set(&offered, &name.into(), &exports).ok()?;
    }
    OFFERED.set(Some(offered));
    instance.is_ok().then_some(())
}
