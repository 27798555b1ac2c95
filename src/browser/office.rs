//! The worker that writes Word and Excel files: started when it is first wanted, kept for the next file.
//!
//! May know: strings, bytes. Must never know: what a manuscript says, how a file is written.

use super::page;
use super::worker::{WorkerFailure, ask, start};
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use web_sys::Worker;

/// The elements that name the worker's script and its program.
const SCRIPT: &str = "meta[name=aritai-office]";
const PROGRAM: &str = "meta[name=aritai-office-program]";
/// How long a job may take.
const JOB_MS: i32 = 30_000;

thread_local! {
    /// A worker with nothing to do.
    static IDLE: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// Makes a file of a kind (`word` or `excel`) of a manuscript, as JSON. `english` are the program's words of
/// that language, as their file has them.
///
/// # Errors
/// [`WorkerFailure`], which says what trying again is good for.
pub async fn make(what: &str, manuscript_json: &str, english: &str) -> Result<Vec<u8>, WorkerFailure> {
    let idle = IDLE.with(RefCell::take);
    let worker = match idle {
        Some(worker) => worker,
        None => start(SCRIPT, PROGRAM).await.ok_or(WorkerFailure::Away)?,
    };
    let job = Object::new();
    for (name, value) in [("what", what), ("manuscript", manuscript_json), ("english", english)] {
        let _ = Reflect::set(&job, &name.into(), &value.into());
    }
    let answer = ask(&worker, &job, &Array::new(), JOB_MS).await;
    // One that hangs or broke is of no more use; one that said in words why there is no file may do better next time.
    let Some(answer) = answer else {
        worker.terminate();
        return Err(WorkerFailure::Failed);
    };
    keep(worker);
    if answer.as_string().is_some() { Err(WorkerFailure::Failed) } else { Ok(Uint8Array::new(&answer).to_vec()) }
}

/// Starts the worker, where somebody is likely to want a file soon.
pub fn load() {
    if IDLE.with_borrow(Option::is_none) {
        page::later(async {
            if let Some(worker) = start(SCRIPT, PROGRAM).await {
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
