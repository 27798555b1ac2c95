//! Whole texts of earlier moments in the journal, by name: packed where the browser can pack.
//!
//! A text of a megabyte becomes some 150 kB; packed by the browser's own means it costs the program nothing.
//! May know: names, strings, bytes. Must never know: what is in them, which are worth keeping.
//!
//! *Invariant:* a name that is not ours to read is neither put nor taken away.

use super::{BEFORE, Journal, KeepError, ask, finished, put as put_value, store};
use crate::browser::around::call;
use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, IdbTransaction, IdbTransactionMode, Response};

/// A moment that is to be kept, and which ones make room for it.
#[derive(Clone)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// Its text, or that packed: whatever the database can hold.
    pub value: JsValue,
    /// The names of those that go.
    pub gone: Vec<String>,
}

/// The journal as far as moments are concerned.
pub struct Moments(Journal);

impl Moments {
    /// Opens it.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub async fn open() -> Result<Self, KeepError> {
        Journal::open().await.map(Self)
    }

    /// Keeps a moment, and lets go of those that make room, durably, all or nothing.
    ///
    /// # Errors
    /// [`KeepError`]; all is as before then.
    pub async fn keep(&self, moment: &Kept) -> Result<(), KeepError> {
        let tx = self.0.transaction(&Array::of1(&BEFORE.into()), IdbTransactionMode::Readwrite)?;
        let done = finished(&tx);
        put(&tx, moment)?;
        done.await.map(|_| ()).map_err(|e| KeepError::of(&e))
    }

    /// The text of a moment; `None` where it is gone or can't be read.
    pub async fn text(&self, name: &str) -> Option<String> {
        let value = self.value(name).await?;
        match value.as_string() {
            Some(text) => Some(text),
            None => unpack(value.dyn_into().ok()?).await,
        }
    }

    /// A moment just as it is kept.
    pub async fn value(&self, name: &str) -> Option<JsValue> {
        let tx = self.0.transaction(&Array::of1(&BEFORE.into()), IdbTransactionMode::Readonly).ok()?;
        let value = ask(store(&tx, BEFORE).ok()?.get(&key(name))).await.ok()?;
        (!value.is_undefined()).then_some(value)
    }

    /// Lets go of the database.
    pub fn close(&self) {
        self.0.close();
    }
}

/// The names behind all keys of the store.
pub(super) fn names(keys: &JsValue) -> Vec<String> {
    let name = |key: JsValue| key.as_string().or_else(|| key.as_f64().and_then(whole).map(|number| number.to_string()));
    Array::from(keys).iter().filter_map(name).collect()
}

/// A bare number that [`key`] makes. Not written as a decimal: the code for that would be six kilobytes of the first visit.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what doesn't come back the same is none of ours"
)]
fn whole(number: f64) -> Option<u32> {
    let whole = number as u32;
    (f64::from(whole).to_bits() == number.to_bits()).then_some(whole)
}

pub(super) fn put(tx: &IdbTransaction, moment: &Kept) -> Result<(), KeepError> {
    let all = store(tx, BEFORE)?;
    put_value(&all, &key(&moment.name), &moment.value)?;
    for name in &moment.gone {
        all.delete(&key(name)).map_err(|e| KeepError::of(&e))?;
    }
    Ok(())
}

/// Once the names were bare numbers.
fn key(name: &str) -> JsValue {
    match name.parse::<u32>() {
        Ok(number) if number.to_string() == name => number.into(),
        _ => name.into(),
    }
}

/// A text packed, and how many bytes it takes; `None` where the browser can't.
pub async fn pack(text: &str) -> Option<(JsValue, usize)> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
    let packed = through("CompressionStream", &blob).await?;
    let length = packed.byte_length();
    Some((packed.into(), usize::try_from(length).ok()?))
}

async fn unpack(packed: ArrayBuffer) -> Option<String> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&packed)).ok()?;
    let text = through("DecompressionStream", &blob).await?;
    String::from_utf8(Uint8Array::new(&text).to_vec()).ok()
}

/// What comes of a blob that goes through a stream of the browser's. By name, so that one without it is no failure.
async fn through(stream: &str, blob: &Blob) -> Option<ArrayBuffer> {
    let make: Function = Reflect::get(&js_sys::global(), &stream.into()).ok()?.dyn_into().ok()?;
    let way = Reflect::construct(&make, &Array::of1(&"gzip".into())).ok()?;
    let from = call(blob, "stream", &Array::new())?;
    let packed = call(&from, "pipeThrough", &Array::of1(&way))?;
    let make: Function = Reflect::get(&js_sys::global(), &"Response".into()).ok()?.dyn_into().ok()?;
    let response: Response = Reflect::construct(&make, &Array::of1(&packed)).ok()?.unchecked_into();
    JsFuture::from(response.array_buffer().ok()?).await.ok()?.dyn_into().ok()
}
