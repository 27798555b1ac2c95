//! The second part of the program: fetched when it is first wanted, and put into the function table of the first.
//!
//! The page names it (`src/bin/seal` wrote that); a page that names none is a development build in one part.
//! May know: where it lies, how wasm is put together. Must never know: what is in it.

use js_sys::{Object, Promise, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The elements that name the file and its style.
const META: &str = "meta[name=aritai-second]";
const STYLE: &str = "meta[name=aritai-second-style]";

/// Loads it; whether it is there now. Once is enough: another time would be a second copy.
pub async fn load() -> bool {
    if let Some(path) = named(STYLE) {
        // Without its style a screen is plain, and works.
        let _ = dress(&path).await;
    }
    let Some(path) = named(META) else { return true };
    put(&path).await.is_ok()
}

/// The path that an element of the page's head names.
pub(super) fn named(meta: &str) -> Option<String> {
    web_sys::window()?.document()?.query_selector(meta).ok()??.get_attribute("content")
}

/// Adds a style to the page, and waits until it is there or can't be had.
async fn dress(path: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let selector = format!("link[href='{path}']");
    if document.query_selector(&selector).ok()?.is_some() {
        return Some(());
    }
    let link = document.create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", path).ok()?;
    let there = Promise::new(&mut |done, _| {
        for event in ["load", "error"] {
            let _ = link.add_event_listener_with_callback(event, &done);
        }
    });
    document.head()?.append_child(&link).ok()?;
    JsFuture::from(there).await.ok().map(drop)
}

async fn put(path: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(path)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    // Not streamed: that needs a server which knows the type of the file.
    let bytes = Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?);
    let first = Object::new();
    Reflect::set(&first, &"first".into(), &wasm_bindgen::exports())?;
    let module = JsFuture::from(WebAssembly::compile(&bytes)).await?;
    JsFuture::from(WebAssembly::instantiate_module(module.unchecked_ref(), &first)).await?;
    Ok(())
}
