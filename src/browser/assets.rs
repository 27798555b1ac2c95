//! Our own files: from beside the page, or out of the page itself where it is the one file that carries them all.
//!
//! The page that carries them says so (`src/bin/seal/carried.js`); no room but this one knows the difference.
//! May know: names and bytes. Must never know: what is in them.

use js_sys::{ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// What a page is called by that carries its files: `(path) => Promise<ArrayBuffer>`.
const CARRIED: &str = "aritaiCarried";
/// The element that names the folders whose names change with what is in them: `packs-1a2b… examples-3c4d…`.
const FOLDERS: &str = "meta[name=aritai-folders]";

/// The bytes of a file; `None` where it can't be had. `path` is one of ours, never typed.
pub async fn bytes(path: &str) -> Option<ArrayBuffer> {
    let path = placed(path);
    let asked: Promise = if let Some(carried) = function(CARRIED) {
        carried.call1(&JsValue::NULL, &path.into()).ok()?.dyn_into().ok()?
    } else {
        let response: Response =
            JsFuture::from(web_sys::window()?.fetch_with_str(&path)).await.ok()?.dyn_into().ok()?;
        response.ok().then(|| response.array_buffer().ok())??
    };
    JsFuture::from(asked).await.ok()?.dyn_into().ok()
}

/// Its text.
pub async fn text(path: &str) -> Option<String> {
    String::from_utf8(Uint8Array::new(&bytes(path).await?.into()).to_vec()).ok()
}

/// Whether the page carries its files.
pub fn carried() -> bool {
    function(CARRIED).is_some()
}

/// What an element of the page's head names.
pub fn named(meta: &str) -> Option<String> {
    web_sys::window()?.document()?.query_selector(meta).ok()??.get_attribute("content")
}

/// Where a file lies: `packs/standard.json` in the folder that the page names for `packs`.
pub fn placed(path: &str) -> String {
    let folders = named(FOLDERS).unwrap_or_default();
    let found = path.split_once('/').and_then(|(folder, rest)| {
        let named = |name: &&str| name.strip_prefix(folder).is_some_and(|digest| digest.starts_with('-'));
        Some(format!("{}/{rest}", folders.split(' ').find(named)?))
    });
    found.unwrap_or_else(|| path.to_owned())
}

fn function(name: &str) -> Option<Function> {
    Reflect::get(&js_sys::global(), &name.into()).ok()?.dyn_into().ok()
}
