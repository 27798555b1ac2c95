//! A new leaf after a write that failed.
//!
//! Chromium keeps a log of what is written. Where the disk was full it has been seen to go on writing behind a line that was cut
//! off in the middle, and to find the log damaged at the next start: it then deletes *everything* that the page has kept. So
//! after a failure nothing more is written until there is room enough for Chromium to begin a new log, and
//! then so much is written that it does. Opening the journal writes to the log as well: the room comes first.
//! Elsewhere this is a few megabytes written and taken away again.
//! May know: how much room there is. Must never know: what is kept.

use super::{Journal, META, finished, put, store};
use crate::browser::KeepError;
use crate::browser::around::{call, get, wait_for};
use js_sys::{Array, Function, Promise, Reflect, TypeError, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbTransactionMode;

/// How much is written, in pieces: Chromium begins a new log after 4 MB, and puts a large piece beside the log instead.
const PIECES: usize = 96;
const PIECE: usize = 56 << 10;
/// How much room there has to be before anything is written, in bytes.
const ROOM: u32 = 16 << 20;
/// What the cache is called in which the room is tried.
const TRIAL: &str = "aritai-room";

impl Journal {
    /// Has whatever is below the journal begin anew. What is in the journal stays. There has to be room for it
    /// ([`has_room`]).
    ///
    /// # Errors
    /// When the browser can't write.
    pub async fn turn_over(&self) -> Result<(), KeepError> {
        let piece: JsValue = "x".repeat(PIECE).into();
        let names: Vec<JsValue> = (0..PIECES).map(|number| format!("piece {number}").into()).collect();
        for fill in [true, false] {
            let tx = self.transaction(&self.few, IdbTransactionMode::Readwrite)?;
            let done = finished(&tx);
            let meta = store(&tx, META)?;
            for name in &names {
                if fill {
                    put(&meta, name, &piece)?;
                } else {
                    meta.delete(name).map_err(|e| KeepError::of(&e))?;
                }
            }
            done.await.map_err(|e| KeepError::of(&e))?;
        }
        Ok(())
    }
}

/// Whether there is room to begin anew, tried somewhere else; also where it can't be tried.
pub async fn has_room() -> bool {
    let Some(caches) = get(&js_sys::global(), "caches") else { return true };
    let Some(cache) = wait_for(call(&caches, "open", &Array::of1(&TRIAL.into()))).await else { return true };
    let full = get(&js_sys::global(), "Response").and_then(|response| {
        let bytes = Array::of1(&Uint8Array::new_with_length(ROOM));
        Reflect::construct(&response.dyn_into::<Function>().ok()?, &bytes).ok()
    });
    let tried = full.and_then(|full| call(&cache, "put", &Array::of2(&"./room".into(), &full)));
    let tried = match tried.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        Some(promise) => JsFuture::from(promise).await,
        None => return true,
    };
    wait_for(call(&caches, "delete", &Array::of1(&TRIAL.into()))).await;
    // A page that was opened from a file has caches that take nothing.
    tried.map_or_else(|why| why.has_type::<TypeError>(), |_| true)
}
