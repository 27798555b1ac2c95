//! The last part of the program: a worker that writes Word and Excel files, so that the page never waits for them.
//!
//! What it is told: `{what: "word" | "excel", manuscript: JSON, english: JSON}`. The last is the file of
//! English words, as `wording::english` reads it.
//! What it says: `true` once it listens, then for each job the bytes of a file, or in words why there are none.
//! (How it is started, the page's `browser::office` knows.)
//! May know: manuscripts. Must never know: a document, the page, where anything is kept.

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::listen();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod worker {
    use aritai::export::manuscript::Manuscript;
    use aritai::office;
    use aritai::wording::learn_english;
    use js_sys::{Array, Reflect, Uint8Array};
    use wasm_bindgen::prelude::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Does jobs as they come.
    pub(super) fn listen() {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let to_page = scope.clone();
        let work = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            let _ = match done(&message.data()) {
                Ok(bytes) => {
                    let buffer = Uint8Array::from(bytes.as_slice()).buffer();
                    // Handed over rather than copied.
                    to_page.post_message_with_transfer(&buffer, &Array::of1(&buffer))
                }
                Err(why) => to_page.post_message(&why.into()),
            };
        });
        scope.set_onmessage(Some(work.as_ref().unchecked_ref()));
        work.forget();
        let _ = scope.post_message(&JsValue::TRUE);
    }

    fn done(job: &JsValue) -> Result<Vec<u8>, String> {
        let told = |name: &str| Reflect::get(job, &name.into()).ok().and_then(|value| value.as_string());
        let manuscript = told("manuscript").unwrap_or_default();
        learn_english(&told("english").unwrap_or_default());
        let manuscript: Manuscript = serde_json::from_str(&manuscript).map_err(|e| e.to_string())?;
        match told("what").as_deref() {
            Some("word") => office::word(&manuscript),
            Some("excel") => office::excel(&manuscript),
            what => return Err(format!("nobody can make {what:?}")),
        }
        .map_err(|e| e.to_string())
    }
}
