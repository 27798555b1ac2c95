//! A newer version of the page: it waits beside the one that is open, and takes its place when it is told to.
//!
//! The worker (`src/bin/seal/sw.js`) fetched it; where there is no worker, every visit is the newest version.
//! By name, all of it: bindings of its own would be in the script that everybody loads.
//! May know: that there is one. Must never know: what is in it, whether this is a good moment.

use super::around::{call, get};
use super::page;
use js_sys::{Array, Promise};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget};

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Calls back when a newer version is there, or comes. For the life of the page; asked again, it goes on as it was.
pub fn watch(then: impl Fn() + 'static) {
    if WATCHED.replace(true) {
        return;
    }
    page::later(async move {
        let _ = watched(Rc::new(then)).await;
    });
}

/// Has the newer version take the place of this one, and loads the page anew once it has.
pub fn take() {
    page::later(async {
        let Some(registration) = registration().await else { return };
        let Some(waiting) = get(&registration, "waiting") else { return };
        let worker = waiting.clone();
        on(&waiting, "statechange", move || {
            if get(&worker, "state").is_some_and(|state| state == "activated") {
                page::reload();
            }
        });
        let _ = call(&waiting, "postMessage", &Array::of1(&"skip".into()));
    });
}

async fn watched(then: Rc<dyn Fn()>) -> Option<()> {
    let registration = registration().await?;
    if get(&registration, "waiting").is_some() {
        then();
    }
    // One may be on its way already: opening a page has the browser look for it, often before the page is ready to hear of it.
    heed(&registration, &then);
    let found = registration.clone();
    on(&registration, "updatefound", move || heed(&found, &then));
    Some(())
}

/// Calls back once the version that is on its way, if one is, has all that it needs.
fn heed(registration: &JsValue, then: &Rc<dyn Fn()>) {
    let Some(worker) = get(registration, "installing") else { return };
    let (registration, then) = (registration.clone(), then.clone());
    on(&worker, "statechange", move || {
        if get(&registration, "waiting").is_some() {
            then();
        }
    });
}

/// That of a worker that is at work; there may never be one.
async fn registration() -> Option<JsValue> {
    let container = get(&web_sys::window()?.navigator(), "serviceWorker")?;
    let ready: Promise = get(&container, "ready")?.dyn_into().ok()?;
    JsFuture::from(ready).await.ok()
}

fn on(target: &JsValue, event: &str, mut then: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut(Event)>::new(move |_| then());
    let target: &EventTarget = target.unchecked_ref();
    let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
    callback.forget();
}
