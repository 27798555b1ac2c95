//! The worker that locks and opens backups: started for one file, and ended with it, so that what it held is given back.
//!
//! May know: strings, bytes. Must never know: what a file holds, how it is locked.
//!
//! *Invariant:* a worker that is let go of is ended, wherever it stands: that is how a job is stopped.

use super::worker::{WorkerFailure, ask, start};
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::JsValue;
use web_sys::Worker;

/// The elements that name the worker's script and its program.
const SCRIPT: &str = "meta[name=aritai-lock]";
const PROGRAM: &str = "meta[name=aritai-lock-program]";
/// How long a job may take: a phone of ten years needs half a minute.
const JOB_MS: i32 = 180_000;

/// Why nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockFailure {
    /// The worker was not there, or broke.
    Worker(WorkerFailure),
    /// It said why, by a name.
    Refused(String),
}

/// A worker, for one file.
pub struct Locksmith(Worker);

impl Drop for Locksmith {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

impl Locksmith {
    /// Starts one.
    ///
    /// # Errors
    /// [`LockFailure`], which says what trying again is good for.
    pub async fn come() -> Result<Self, LockFailure> {
        let worker = start(SCRIPT, PROGRAM).await;
        worker.map(Self).ok_or(LockFailure::Worker(WorkerFailure::Away))
    }

    /// Locks bytes with a passphrase.
    ///
    /// # Errors
    /// [`LockFailure`].
    pub async fn lock(&self, bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, LockFailure> {
        self.work("lock", bytes, passphrase).await.map(|done| Uint8Array::new(&done).to_vec())
    }

    /// Opens what was locked.
    ///
    /// # Errors
    /// [`LockFailure`].
    pub async fn unlock(&self, bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, LockFailure> {
        self.work("unlock", bytes, passphrase).await.map(|done| Uint8Array::new(&done).to_vec())
    }

    /// A passphrase for somebody who has none at hand.
    ///
    /// # Errors
    /// [`LockFailure`].
    pub async fn offer(&self) -> Result<String, LockFailure> {
        let said = self.work("offer", &[], "").await?;
        said.as_string().ok_or(LockFailure::Worker(WorkerFailure::Failed))
    }

    async fn work(&self, what: &str, bytes: &[u8], passphrase: &str) -> Result<JsValue, LockFailure> {
        let job = Object::new();
        let bytes = Uint8Array::from(bytes);
        let told: [(&str, JsValue); 3] =
            [("what", what.into()), ("passphrase", passphrase.into()), ("bytes", bytes.buffer().into())];
        for (name, value) in &told {
            let _ = Reflect::set(&job, &(*name).into(), value);
        }
        let done = ask(&self.0, &job, &Array::of1(&bytes.buffer()), JOB_MS).await;
        let done = done.ok_or(LockFailure::Worker(WorkerFailure::Failed))?;
        match Reflect::get(&done, &"why".into()).ok().and_then(|why| why.as_string()) {
            Some(why) => Err(LockFailure::Refused(why)),
            None => Ok(done),
        }
    }
}

/// Something that a person can press to stop what is being done.
#[derive(Clone, Default)]
pub struct Stop(Rc<RefCell<(bool, Option<Waker>)>>);

impl Stop {
    /// Presses it.
    pub fn press(&self) {
        let waker = {
            let mut state = self.0.borrow_mut();
            state.0 = true;
            state.1.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Ends when it is pressed.
    pub async fn pressed(&self) {
        poll_fn(|cx| {
            let mut state = self.0.borrow_mut();
            if state.0 {
                return Poll::Ready(());
            }
            state.1 = Some(cx.waker().clone());
            Poll::Pending
        })
        .await;
    }
}
