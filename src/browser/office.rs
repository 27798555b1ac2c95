//! The worker that writes Word and Excel files: started when it is first wanted, kept for the next file.
//!
//! The page names its two files (`src/bin/seal` wrote that): the script that a worker runs, and the program, which is fetched
//! here and handed to it. So it works under any path, and it is known here whether the line or the program failed. The script is
//! fetched here as well: a worker that runs out of the page's own memory is held by the page's own policy, and may ask nobody.
//! May know: strings, bytes. Must never know: what a manuscript says, how a file is written.

use super::{assets, files, page};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Url, Worker};

/// The elements that name the worker's script and its program.
const SCRIPT: &str = "meta[name=aritai-office]";
const PROGRAM: &str = "meta[name=aritai-office-program]";
/// How long the files may take to come, the program to start, and a job to be done.
const FETCH_MS: i32 = 60_000;
const START_MS: i32 = 20_000;
const JOB_MS: i32 = 30_000;

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeFailure {
    /// What makes it could not be loaded. Trying again starts anew.
    Away,
    /// It was there, and made none, or not in time.
    Failed,
}

thread_local! {
    /// A worker with nothing to do.
    static IDLE: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// Makes a file of a kind (`word` or `excel`) of a manuscript, as JSON.
///
/// # Errors
/// [`OfficeFailure`], which says what trying again is good for.
pub async fn make(what: &str, manuscript_json: &str) -> Result<Vec<u8>, OfficeFailure> {
    let idle = IDLE.with(RefCell::take);
    let worker = match idle {
        Some(worker) => worker,
        None => start().await.ok_or(OfficeFailure::Away)?,
    };
    let job = Object::new();
    for (name, value) in [("what", what), ("manuscript", manuscript_json)] {
        let _ = Reflect::set(&job, &name.into(), &value.into());
    }
    let answer = ask(&worker, &job, &Array::new(), JOB_MS).await;
    // One that hangs or broke is of no more use; one that said in words why there is no file may do better next time.
    let Some(answer) = answer else {
        worker.terminate();
        return Err(OfficeFailure::Failed);
    };
    keep(worker);
    if answer.as_string().is_some() { Err(OfficeFailure::Failed) } else { Ok(Uint8Array::new(&answer).to_vec()) }
}

/// Starts the worker, where somebody is likely to want a file soon.
pub fn load() {
    if IDLE.with_borrow(Option::is_none) {
        page::later(async {
            if let Some(worker) = start().await {
                keep(worker);
            }
        });
    }
}

fn keep(worker: Worker) {
    if let Some(other) = IDLE.replace(Some(worker)) {
        other.terminate();
    }
}

async fn start() -> Option<Worker> {
    let (script, program) = (assets::named(SCRIPT)?, assets::named(PROGRAM)?);
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
async fn ask(worker: &Worker, what: &JsValue, handed_over: &Array, ms: i32) -> Option<JsValue> {
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
