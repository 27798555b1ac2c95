//! The journal: named strings in IndexedDB, written with strict durability.
//!
//! A write counts only when its transaction has completed: a request's success comes before a quota's abort.
//! May know: names, strings, a counter. Must never know: what is in the strings.
//!
//! *Invariant:* one transaction holds all that belongs together, the counter included, and it never writes over a counter
//! that is ahead of ours: another tab's newer words are never lost to this one's older.

mod moments;
mod turned;

pub use moments::{Kept, Moments, pack};
pub use turned::has_room;

use super::{KeepError, page};
use crate::tabs::{Claim, Verdict, judge};
use js_sys::{Array, Object, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

const NAME: &str = "aritai";
const VERSION: u32 = 1;
const RECORDS: &str = "records";
const META: &str = "meta";
const BEFORE: &str = "before";
const ASIDE: &str = "aside";
const STORES: [&str; 4] = [RECORDS, META, BEFORE, ASIDE];
const HEAD: &str = "head";
const FORMAT: &str = "format";
const WRITER: &str = "writer";
/// How long deleting may take: another tab may not let go.
const DELETE_MS: i32 = 5_000;

#[wasm_bindgen]
extern "C" {
    /// The database as it begins transactions: `web-sys` offers their durability only as unstable.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Database,
        stores: &Array,
        mode: IdbTransactionMode,
        how: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// An open journal.
pub struct Journal {
    db: Database,
    /// Whether the browser has closed it.
    closed: Rc<Cell<bool>>,
    /// Strict durability.
    how: Object,
    all: Array,
    /// What most writes need.
    few: Array,
}

/// What a journal holds.
#[derive(Default)]
pub struct Contents {
    /// The records by name.
    pub records: Vec<(String, String)>,
    /// The counter of the last write; 0 when nothing was ever written.
    pub head: u64,
    /// Which tab wrote last; 0 where none is named.
    pub writer: u64,
    /// The format the records are written in; 0 when nothing was ever written.
    pub format: u32,
    /// The names of the moments that are kept to go back to.
    pub moments: Vec<String>,
    /// Texts that were set aside because they could not be read.
    pub aside: Vec<String>,
}

/// What one write does, in one transaction.
pub struct Write<'a> {
    /// By what it is judged whether another tab has written, or somebody has emptied the journal.
    pub claim: Claim,
    /// The counter after this write.
    pub head: u64,
    /// The format of the records, where the journal may not know it.
    pub format: Option<u32>,
    /// Records to put, or to take away (`None`).
    pub records: &'a [(String, Option<String>)],
    /// Whether all other records go first.
    pub replace_all: bool,
    /// A moment to keep from before.
    pub before: Option<&'a Kept>,
    /// Texts to set aside.
    pub aside: &'a [String],
}

impl Journal {
    /// Opens the journal, and makes it when it isn't there.
    ///
    /// # Errors
    /// [`KeepError::Blocked`] where the browser has none for this page.
    pub async fn open() -> Result<Self, KeepError> {
        let request: IdbOpenDbRequest = factory()?.open_with_u32(NAME, VERSION).map_err(|e| KeepError::of(&e))?;
        let upgrade = Closure::once_into_js(|event: Event| {
            let made = target::<IdbRequest>(&event).and_then(|request| request.result().ok());
            if let Some(db) = made.and_then(|db| db.dyn_into::<IdbDatabase>().ok()) {
                for store in STORES {
                    // A store that can't be made shows at the first transaction, which says so.
                    let _ = db.create_object_store(store);
                }
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let result = answer(&request).await.map_err(|e| match KeepError::of(&e) {
            KeepError::Other => KeepError::Blocked,
            known => known,
        })?;
        let db: Database = result.unchecked_into();
        // Let go when someone deletes the database underneath; the next write then opens it anew.
        let close = Closure::once_into_js(|event: Event| {
            if let Some(db) = target::<IdbDatabase>(&event) {
                db.close();
            }
        });
        db.set_onversionchange(Some(close.unchecked_ref()));
        let closed = Rc::new(Cell::new(false));
        let told = closed.clone();
        db.set_onclose(Some(Closure::once_into_js(move || told.set(true)).unchecked_ref()));
        let how = Object::new();
        Reflect::set(&how, &"durability".into(), &"strict".into()).map_err(|e| KeepError::of(&e))?;
        let names = |stores: &[&str]| stores.iter().map(|s| JsValue::from_str(s)).collect();
        Ok(Self { db, closed, how, all: names(&STORES), few: names(&[RECORDS, META]) })
    }

    /// Reads everything.
    ///
    /// # Errors
    /// When the browser can't read; nothing is known about the records then.
    pub async fn read(&self) -> Result<Contents, KeepError> {
        let tx = self.transaction(&self.all, IdbTransactionMode::Readonly)?;
        let records = store(&tx, RECORDS)?;
        let meta = store(&tx, META)?;
        let asked = [
            records.get_all_keys(),
            records.get_all(),
            meta.get(&HEAD.into()),
            meta.get(&FORMAT.into()),
            meta.get(&WRITER.into()),
            store(&tx, BEFORE)?.get_all_keys(),
            store(&tx, ASIDE)?.get_all(),
        ];
        let [keys, values, head, format, writer, moments, aside] = ask_all(asked).await?;
        let strings = |list: JsValue| Array::from(&list).iter().filter_map(|v| v.as_string()).collect::<Vec<_>>();
        let (keys, values) = (Array::from(&keys), Array::from(&values));
        let pairs = keys.iter().zip(values.iter());
        Ok(Contents {
            // A value that is no string was not written by us: it is left where it is.
            records: pairs.filter_map(|(k, v)| Some((k.as_string()?, v.as_string()?))).collect(),
            head: number(&head),
            writer: id(&writer),
            format: u32::try_from(number(&format)).unwrap_or(u32::MAX),
            moments: moments::names(&moments),
            aside: strings(aside),
        })
    }

    /// Writes, durably, all or nothing.
    ///
    /// # Errors
    /// [`KeepError`]; nothing of the write is in the journal then.
    pub async fn write(&self, write: &Write<'_>) -> Result<(), KeepError> {
        let stores = if write.before.is_none() && write.aside.is_empty() { &self.few } else { &self.all };
        let tx = self.transaction(stores, IdbTransactionMode::Readwrite)?;
        let done = finished(&tx);
        let meta = store(&tx, META)?;
        let [head, writer] = ask_all([meta.get(&HEAD.into()), meta.get(&WRITER.into())]).await?;
        let (head, writer) = (number(&head), id(&writer));
        let refused = match judge(head, writer, write.claim) {
            Verdict::Go => None,
            Verdict::Elsewhere => Some(KeepError::Elsewhere),
            Verdict::Emptied => Some(KeepError::Emptied),
        };
        if let Some(error) = refused {
            let _ = tx.abort();
            return Err(error);
        }
        if let Some(moment) = write.before {
            moments::put(&tx, moment)?;
        }
        let records = store(&tx, RECORDS)?;
        if write.replace_all {
            records.clear().map_err(|e| KeepError::of(&e))?;
        }
        for (key, value) in write.records {
            match value {
                Some(text) => put(&records, &key.into(), &text.into())?,
                None => records.delete(&key.into()).map(|_| ()).map_err(|e| KeepError::of(&e))?,
            }
        }
        if !write.aside.is_empty() {
            let aside = store(&tx, ASIDE)?;
            for (at, text) in write.aside.iter().enumerate() {
                put(&aside, &format!("{}.{at}", write.head).into(), &text.into())?;
            }
        }
        put(&meta, &HEAD.into(), &js_number(write.head))?;
        if writer != write.claim.me {
            put(&meta, &WRITER.into(), &write.claim.me.to_string().into())?;
        }
        if let Some(format) = write.format {
            put(&meta, &FORMAT.into(), &format.into())?;
        }
        done.await.map(|_| ()).map_err(|e| KeepError::of(&e))
    }

    /// Erases all texts, and deletes the database. What stands there afterwards is the counter alone, one higher: it beats any
    /// mirror that surfaces later, and any other tab that would go on writing. Answers with it.
    ///
    /// # Errors
    /// When something could not be erased.
    pub async fn erase(self) -> Result<u64, KeepError> {
        // First within the database: should the browser be killed in between, the counter is there and the texts are not.
        let head = self.leave_counter().await? + 1;
        self.close();
        let deleted = async {
            let request = factory()?.delete_database(NAME).map_err(|e| KeepError::of(&e))?;
            answer(&request).await.map_err(|e| KeepError::of(&e))?;
            Self::open().await
        };
        let anew = page::first(deleted, page::after(DELETE_MS)).await.unwrap_or(Err(KeepError::Other))?;
        let tx = anew.transaction(&anew.all, IdbTransactionMode::Readwrite)?;
        let done = finished(&tx);
        put(&store(&tx, META)?, &HEAD.into(), &js_number(head))?;
        done.await.map_err(|e| KeepError::of(&e))?;
        let left = anew.read().await?;
        anew.close();
        let empty = left.records.is_empty() && left.moments.is_empty() && left.aside.is_empty();
        if empty { Ok(head) } else { Err(KeepError::Other) }
    }

    /// Clears everything but the counter, which becomes one higher. Answers with what it was.
    async fn leave_counter(&self) -> Result<u64, KeepError> {
        let tx = self.transaction(&self.all, IdbTransactionMode::Readwrite)?;
        let done = finished(&tx);
        let meta = store(&tx, META)?;
        let head = number(&ask(meta.get(&HEAD.into())).await?);
        for name in STORES {
            store(&tx, name)?.clear().map_err(|e| KeepError::of(&e))?;
        }
        put(&meta, &HEAD.into(), &js_number(head + 1))?;
        done.await.map_err(|e| KeepError::of(&e))?;
        Ok(head)
    }

    /// Whether the browser has closed it by itself. Chromium does so where a note of its own can't be written,
    /// right after it said of a write that it is done: the line that it cut off is then behind that write.
    pub fn is_closed(&self) -> bool {
        self.closed.get()
    }

    /// Lets go of the database, so that it can be opened anew.
    pub fn close(&self) {
        self.db.close();
    }

    fn transaction(&self, stores: &Array, mode: IdbTransactionMode) -> Result<IdbTransaction, KeepError> {
        self.db.transaction(stores, mode, &self.how).map_err(|e| KeepError::of(&e))
    }
}

fn factory() -> Result<IdbFactory, KeepError> {
    web_sys::window().and_then(|w| w.indexed_db().ok().flatten()).ok_or(KeepError::Blocked)
}

fn put(store: &IdbObjectStore, key: &JsValue, value: &JsValue) -> Result<(), KeepError> {
    store.put_with_key(value, key).map(|_| ()).map_err(|e| KeepError::of(&e))
}

fn store(tx: &IdbTransaction, name: &str) -> Result<IdbObjectStore, KeepError> {
    tx.object_store(name).map_err(|e| KeepError::of(&e))
}

async fn ask(request: Result<IdbRequest, JsValue>) -> Result<JsValue, KeepError> {
    let request = request.map_err(|e| KeepError::of(&e))?;
    answer(&request).await.map_err(|e| KeepError::of(&e))
}

/// Asks several things of one transaction in one go: it answers in the order in which it was asked, so all are there when the
/// last one is.
async fn ask_all<const N: usize>(asked: [Result<IdbRequest, JsValue>; N]) -> Result<[JsValue; N], KeepError> {
    let all: Vec<IdbRequest> = asked.into_iter().collect::<Result<_, _>>().map_err(|e| KeepError::of(&e))?;
    let Some(last) = all.last() else { return Err(KeepError::Other) };
    if let Err(error) = answer(last).await {
        // One that fails takes the later ones along: the first to have failed says why.
        let why = all.iter().find_map(|request| request.error().ok().flatten());
        return Err(KeepError::of(&why.map_or(error, Into::into)));
    }
    let mut answers = [const { JsValue::UNDEFINED }; N];
    for (into, request) in answers.iter_mut().zip(&all) {
        *into = request.result().map_err(|e| KeepError::of(&e))?;
    }
    Ok(answers)
}

/// The result of a request. Awaiting it keeps the transaction alive: it goes on in the same turn of the event loop.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result(),
        Err(event) => Err(request.error().ok().flatten().map_or(event, Into::into)),
    }
}

/// Resolves when the transaction is durable; rejects when it was given up.
fn finished(tx: &IdbTransaction) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, reject| {
        tx.set_oncomplete(Some(&resolve));
        let why = Closure::once_into_js(move |event: Event| {
            let error =
                target::<IdbTransaction>(&event).and_then(|tx| tx.error()).map_or(JsValue::UNDEFINED, Into::into);
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        });
        tx.set_onabort(Some(why.unchecked_ref()));
    }))
}

/// What an event happened to. What is called back asks for it: holding it would keep both for ever.
fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counters stay far below 2^53")]
fn number(value: &JsValue) -> u64 {
    value.as_f64().filter(|n| *n >= 0.0).map_or(0, |n| n as u64)
}

/// A tab's number is larger than what JavaScript counts to.
fn id(value: &JsValue) -> u64 {
    value.as_string().and_then(|text| text.parse().ok()).unwrap_or(0)
}

#[allow(clippy::cast_precision_loss, reason = "counters stay far below 2^53")]
fn js_number(value: u64) -> JsValue {
    JsValue::from_f64(value as f64)
}
