//! Workers: programs of their own, started when they are first wanted.
//!
//! The page names the two files of each (`src/bin/seal` wrote that): the script that a worker runs, and the program, which is
//! fetched here and handed to it. So it works under any path, and it is known here whether the line or the program failed. The script is
//! fetched here as well: a worker that runs out of the page's own memory is held by the page's own policy, and may ask nobody.
//! May know: strings, bytes. Must never know: what a worker does.

use super::{assets, files, page};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Url, Worker};

/// How long the files may take to come, and the program to start.
const FETCH_MS: i32 = 60_000;
const START_MS: i32 = 20_000;

/// Why a worker did not do its job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerFailure {
    /// It could not be loaded. Trying again starts anew.
    Away,
    /// It was there, and did not do it, or not in time.
    Failed,
}

/// Starts a worker, from the elements that name its script and its program.
pub(super) async fn start(script: &str, program: &str) -> Option<Worker> {
    let (script, program) = (assets::named(script)?, assets::named(program)?);
    let fetched = async { Some((assets::bytes(&program).await?, assets::bytes(&script).await?)) };
    let (program, script) = page::first(fetched, page::after(FETCH_MS)).await??;
    let script = files::address("text/javascript", &Uint8Array::new(&script))?;
    let worker = Worker::new(&script).ok()?;
    let listens = ask(&worker, &program, &Array::of1(&program), START_MS).await;
    let _ = Url::revoke_object_url(&script);
    if listens.is_some_and(|said| said.as_string().is_none()) {
        return Some(worker);
    }
    worker.terminate();
    None
}

/// Tells the worker something; what it says to that, or `None` where it breaks, or says nothing for so long.
pub(super) async fn ask(worker: &Worker, what: &JsValue, handed_over: &Array, ms: i32) -> Option<JsValue> {
    let answer = Promise::new(&mut |heard, failed| {
        // By name: a binding of its own for each would be in the part that everybody loads.
        for (event, then) in [("onmessage", &heard), ("onmessageerror", &failed), ("onerror", &failed)] {
            let _ = Reflect::set(worker, &event.into(), then);
        }
    });
    worker.post_message_with_transfer(what, handed_over).ok()?;
    let answer = page::first(JsFuture::from(answer), page::after(ms)).await?.ok()?;
    Reflect::get(&answer, &"data".into()).ok()
}
