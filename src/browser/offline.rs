//! What works without a network: how it stands, having everything fetched, and what is fetched quietly.
//!
//! The worker (`src/bin/seal/sw.js`) keeps it and says what it lacks. By name, all of it: bindings of its own
//! would be in the script that everybody loads. May know: that there is a worker, names and sizes of files.
//! Must never know: what is in them.

use super::around::{call, get, wait_for};
use super::page;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How long the worker may take for an answer, for one file, and to come at all with the core.
const ANSWER_MS: i32 = 15_000;
const FILE_MS: i32 = 120_000;
const COME_MS: i32 = 120_000;
/// How long somebody may have the page for themselves before anything is fetched quietly.
const QUIET_MS: i32 = 10_000;

/// How it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// Whether all that the screens need is here.
    pub core: bool,
    /// What of the rest is not: path and size of each file.
    pub missing: Vec<(String, u64)>,
}

/// Whether there can be a worker.
pub fn is_possible() -> bool {
    container().is_some() && get(&js_sys::global(), "isSecureContext").is_some_and(|secure| secure.is_truthy())
}

/// How it stands; `None` where there is no worker at work.
pub async fn stand() -> Option<Stand> {
    let told = ask(&"lacks".into(), ANSWER_MS).await?;
    let missing = Array::from(&get(&told, "missing")?);
    let missing = missing.iter().filter_map(|entry| {
        let entry = Array::from(&entry);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size")]
        Some((entry.get(0).as_string()?, entry.get(1).as_f64()? as u64))
    });
    Some(Stand { core: get(&told, "core")?.is_truthy(), missing: missing.collect() })
}

/// Has everything fetched, now and with every later version; says how many bytes have come of how many.
/// Whether all is here.
pub async fn everything(told: impl Fn(u64, u64)) -> bool {
    from_now_on_all().await;
    page::kept();
    let ready = container().and_then(|container| get(&container, "ready"));
    if page::first(wait_for(ready), page::after(COME_MS)).await.flatten().is_none() {
        return false;
    }
    let Some(before) = stand().await else { return false };
    let all: u64 = before.missing.iter().map(|(_, size)| size).sum();
    let mut come = 0;
    told(come, all);
    for (path, size) in &before.missing {
        if !take(path).await {
            return false;
        }
        come += size;
        told(come, all);
    }
    stand().await.is_some_and(|stand| stand.core && stand.missing.is_empty())
}

/// Fetches what is missing bit by bit, where that costs nobody anything: for somebody who has come back, on a
/// line of which the browser says that it is fast, not counted, and not to be spared; in moments in which
/// nothing else is to be done. A browser that says nothing of its line (Firefox, Safari) may be on a phone's:
/// there it comes when it is used, or asked for.
pub async fn quietly() {
    if !has_come_back() || !may_fetch() {
        return;
    }
    page::after(QUIET_MS).await;
    let Some(stand) = stand().await.filter(|stand| stand.core) else { return };
    for (path, _) in &stand.missing {
        idle().await;
        if !may_fetch() || !take(path).await {
            return;
        }
    }
    if !stand.missing.is_empty() {
        from_now_on_all().await;
    }
}

/// Whether the worker gave this page: it is not the first visit.
fn has_come_back() -> bool {
    let performance = get(&js_sys::global(), "performance");
    let entries = performance.and_then(|p| call(&p, "getEntriesByType", &Array::of1(&"navigation".into())));
    let start = entries.and_then(|entries| get(&Array::from(&entries).get(0), "workerStart"));
    start.and_then(|start| start.as_f64()).is_some_and(|start| start > 0.0)
}

fn may_fetch() -> bool {
    let line = web_sys::window().and_then(|w| get(&w.navigator(), "connection"));
    let says = |name: &str| line.as_ref().and_then(|line| get(line, name));
    let spares = says("saveData").is_none_or(|spares| spares.is_truthy());
    let fast = says("effectiveType").is_some_and(|kind| kind == "4g");
    // Only some systems say what it is.
    let counted = says("type").is_some_and(|kind| kind != "wifi" && kind != "ethernet" && kind != "unknown");
    fast && !spares && !counted
}

async fn idle() {
    let asked = Promise::new(&mut |resolve, _| {
        let _ = call(&js_sys::global(), "requestIdleCallback", &Array::of1(&resolve));
    });
    let _ = JsFuture::from(asked).await;
}

/// Has the worker know that everything is wanted here, now and after updates: the name of an empty cache
/// (`ALL` there).
async fn from_now_on_all() {
    let folder = web_sys::window().and_then(|w| w.location().pathname().ok()).unwrap_or_default();
    let folder = &folder[..folder.rfind('/').map_or(0, |at| at + 1)];
    let name = format!("aritai-{folder}-all");
    if let Some(caches) = get(&js_sys::global(), "caches") {
        let _ = wait_for(call(&caches, "open", &Array::of1(&name.into()))).await;
    }
}

async fn take(path: &str) -> bool {
    let what = Object::new();
    let _ = Reflect::set(&what, &"take".into(), &path.into());
    ask(&what, FILE_MS).await.is_some_and(|kept| kept.is_truthy())
}

fn container() -> Option<JsValue> {
    get(&web_sys::window()?.navigator(), "serviceWorker")
}

/// Asks the worker that is at work; `None` where none is, or it says nothing for so long.
async fn ask(what: &JsValue, ms: i32) -> Option<JsValue> {
    let registration = wait_for(call(&container()?, "getRegistration", &Array::new())).await?;
    let active = get(&registration, "active")?;
    let class: Function = get(&js_sys::global(), "MessageChannel")?.dyn_into().ok()?;
    let channel = Reflect::construct(&class, &Array::new()).ok()?;
    let (ours, theirs) = (get(&channel, "port1")?, get(&channel, "port2")?);
    let answer = Promise::new(&mut |heard, _| {
        let _ = Reflect::set(&ours, &"onmessage".into(), &heard);
    });
    call(&active, "postMessage", &Array::of2(what, &Array::of1(&theirs)))?;
    let said = page::first(JsFuture::from(answer), page::after(ms)).await?.ok()?;
    let _ = call(&ours, "close", &Array::new());
    get(&said, "data")
}
