//! A program of its own: a worker that locks a backup with a passphrase, and opens one, so that the page never waits.
//!
//! What it is told: `{what: "offer"}`, or `{what: "lock" | "unlock", passphrase, bytes}`. What it says: `true` once it
//! listens, then for each job the bytes of a file, the words that are offered, or `{why}`, the name of what is the matter. The
//! page ends it after each file, so that what it held, 64 MB and the passphrase, is given back. (How it is started, the page's
//! `browser::lock` knows.)
//! May know: bytes, and where chance comes from. Must never know: a backup, the page, where anything is kept.

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::listen();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod worker {
    use aritai::format::locked::{CHANCE, LockedError, OFFERED, WORK, lock, offered, unlock_spelled};
    use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
    use wasm_bindgen::prelude::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Does jobs as they come.
    pub(super) fn listen() {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let to_page = scope.clone();
        let work = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            let _ = match done(&to_page, &message.data()) {
                Ok(Done::Bytes(bytes)) => {
                    let buffer = Uint8Array::from(bytes.as_slice()).buffer();
                    // Handed over rather than copied.
                    to_page.post_message_with_transfer(&buffer, &Array::of1(&buffer))
                }
                Ok(Done::Words(words)) => to_page.post_message(&words.into()),
                Err(why) => {
                    let said = Object::new();
                    let _ = Reflect::set(&said, &"why".into(), &why.into());
                    to_page.post_message(&said)
                }
            };
        });
        scope.set_onmessage(Some(work.as_ref().unchecked_ref()));
        work.forget();
        let _ = scope.post_message(&JsValue::TRUE);
    }

    enum Done {
        Bytes(Vec<u8>),
        Words(String),
    }

    /// What comes of a job; where nothing does, the name of the error, or none where this browser lacks something.
    fn done(scope: &DedicatedWorkerGlobalScope, job: &JsValue) -> Result<Done, &'static str> {
        let told = |name: &str| Reflect::get(job, &name.into()).unwrap_or_default();
        let text = |name: &str| told(name).as_string().unwrap_or_default();
        let bytes = || Uint8Array::new(&told("bytes")).to_vec();
        let outcome = match text("what").as_str() {
            "offer" => return Ok(Done::Words(offered(&chance::<{ OFFERED * 4 }>(scope).ok_or("")?))),
            "lock" => lock(&bytes(), &spelled(&text("passphrase"), "NFC"), WORK, &chance::<CHANCE>(scope).ok_or("")?),
            "unlock" => {
                let typed = text("passphrase");
                // Files that were locked before this was thought of are locked with whatever was typed.
                unlock_spelled(&bytes(), &[spelled(&typed, "NFC"), spelled(&typed, "NFD"), typed])
            }
            _ => return Err(""),
        };
        outcome.map(Done::Bytes).map_err(LockedError::name)
    }

    /// A passphrase in one of Unicode's ways of spelling: `NFC` has が as one character, as most keyboards
    /// type it.
    fn spelled(passphrase: &str, form: &str) -> String {
        JsString::from(passphrase).normalize(form).into()
    }

    /// Bytes that nobody can foretell; none where the browser has no source of them. Here nothing else will do.
    fn chance<const N: usize>(scope: &DedicatedWorkerGlobalScope) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        scope.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
        Some(bytes)
    }
}
