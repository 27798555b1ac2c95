//! Files: handing one to the person, and reading one they chose.
//!
//! May know: names and bytes. Must never know: what is in them.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// How long the browser may take to fetch the bytes of a download; some let go of them too early otherwise.
const KEEP_MS: i32 = 60_000;

/// Offers bytes as a download; whether the browser took them.
pub fn download(name: &str, kind: &str, bytes: &[u8]) -> bool {
    offer(name, kind, bytes).is_some()
}

fn offer(name: &str, kind: &str, bytes: &[u8]) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let url = address(kind, &Uint8Array::from(bytes))?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    let revoke = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), KEEP_MS).ok()?;
    Some(())
}

/// An address under which the page itself finds these bytes, until it lets go of it.
pub(super) fn address(kind: &str, bytes: &Uint8Array) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// The file that was chosen in an input.
pub fn chosen(input: &HtmlInputElement) -> Option<File> {
    input.files().and_then(|files| files.get(0))
}

/// The bytes of a file; `None` when the browser can't read it. Of a file longer than `most` only so much that it shows.
pub async fn read(file: &File, most: usize) -> Option<Vec<u8>> {
    #[allow(clippy::cast_precision_loss, reason = "a limit of some megabytes")]
    let end = file.size().min(most as f64 + 1.0);
    let part = file.slice_with_f64_and_f64(0.0, end).ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
