//! What is around the page: how it was opened, the policy it carries, what the browser promised, and what of ours the browser
//! holds besides words: the copies for use without a network, and the worker that serves them.
//!
//! By name, so that a browser or a place without one of these is no failure.
//! May know: names, strings. Must never know: what is stored, words.
//!
//! *Invariant:* what is not named after this program, or stands for another folder, is not touched.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How the names of our copies begin.
const OURS: &str = "aritai";

/// How the page was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// In a secure context: https, or this machine itself.
    Securely,
    /// Over plain http.
    Plainly,
    /// From a file on this device.
    FromFile,
}

/// How this page was opened.
pub fn opened() -> Opened {
    let scheme = web_sys::window().and_then(|w| w.location().protocol().ok()).unwrap_or_default();
    let secure = get(&js_sys::global(), "isSecureContext").is_some_and(|s| s.is_truthy());
    match scheme.as_str() {
        "file:" => Opened::FromFile,
        _ if secure => Opened::Securely,
        _ => Opened::Plainly,
    }
}

/// The address without what stands after `#`, readable.
pub fn address() -> String {
    let address = web_sys::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let address = address.split('#').next().unwrap_or_default();
    js_sys::decode_uri(address).map_or_else(|_| address.to_owned(), String::from)
}

/// The policy that the page itself carries.
pub fn policy() -> Option<String> {
    super::assets::named("meta[http-equiv='Content-Security-Policy' i]")
}

/// Whether the browser promised not to clear what is kept; `None` where it has no such promise to give.
pub async fn is_promised_to_stay() -> Option<bool> {
    let storage = storage_manager()?;
    let answer = JsFuture::from(call(&storage, "persisted", &Array::new())?.dyn_into::<Promise>().ok()?).await.ok()?;
    Some(answer.is_truthy())
}

/// Asks the browser not to clear what is kept. It may ask the person and never answer: nobody waits for it.
pub fn ask_to_stay() {
    let asked = storage_manager().and_then(|s| call(&s, "persist", &Array::new()));
    if let Some(promise) = asked.and_then(|p| p.dyn_into::<Promise>().ok()) {
        // A refusal is no failure.
        let refused = Closure::once_into_js(|| {});
        let _ = call(&promise, "catch", &Array::of1(&refused));
    }
}

/// Takes away our copies of the program's files and the worker that serves them; whether they are gone.
pub async fn erase_copies() -> bool {
    let caches = erase_caches().await;
    erase_worker().await && caches
}

async fn erase_caches() -> bool {
    let Some(caches) = get(&js_sys::global(), "caches") else { return true };
    for name in our_caches(&caches).await {
        let _ = wait_for(call(&caches, "delete", &Array::of1(&name.into()))).await;
    }
    our_caches(&caches).await.is_empty()
}

async fn our_caches(caches: &JsValue) -> Vec<String> {
    let names = wait_for(call(caches, "keys", &Array::new())).await.unwrap_or_default();
    let names = if names.is_object() { Array::from(&names) } else { Array::new() };
    names.iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with(OURS)).collect()
}

async fn erase_worker() -> bool {
    // Nor is one asked for any more (`src/bin/seal/start.js`).
    if let Some(page) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element()) {
        let _ = page.set_attribute("data-erased", "");
    }
    let Some(workers) = web_sys::window().and_then(|w| get(&w.navigator(), "serviceWorker")) else { return true };
    if let Some(ours) = our_worker(&workers).await {
        let _ = wait_for(call(&ours, "unregister", &Array::new())).await;
    }
    our_worker(&workers).await.is_none()
}

/// The registration for the page's own folder. A page may also stand under one of a folder above: that is another program's.
async fn our_worker(workers: &JsValue) -> Option<JsValue> {
    let registration = wait_for(call(workers, "getRegistration", &Array::new())).await?;
    let scope = get(&registration, "scope")?.as_string()?;
    let page = web_sys::window()?.location().href().ok()?;
    let page = page.split(['#', '?']).next()?;
    let folder = &page[..=page.rfind('/')?];
    (scope == folder).then_some(registration)
}

fn storage_manager() -> Option<JsValue> {
    get(&web_sys::window()?.navigator(), "storage")
}

pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

pub(super) fn call(of: &JsValue, name: &str, with: &Array) -> Option<JsValue> {
    let function: Function = get(of, name)?.dyn_into().ok()?;
    Reflect::apply(&function, of, with).ok()
}

pub(super) async fn wait_for(promise: Option<JsValue>) -> Option<JsValue> {
    JsFuture::from(promise?.dyn_into::<Promise>().ok()?).await.ok()
}
