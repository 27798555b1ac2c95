//! The second part of the program: fetched when it is first wanted, and put into the function table of the first.
//!
//! The page names it (`src/bin/seal` wrote that); a page that names none is a development build in one part.
//! May know: where it lies, how wasm is put together. Must never know: what is in it.

use js_sys::{Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The name of the element that names the file.
const META: &str = "meta[name=aritai-second]";

/// Loads it; whether it is there now. Once is enough: another time would be a second copy.
pub async fn load() -> bool {
    let Some(path) = path() else { return true };
    put(&path).await.is_ok()
}

fn path() -> Option<String> {
    web_sys::window()?.document()?.query_selector(META).ok()??.get_attribute("content")
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
