//! What the browser keeps for the page, byte for byte: looked into and filled from outside the program.

use crate::browser::Browser;
use crate::page::scene;
use crate::wait;
use aritai::document::{Binder, wish};
use aritai::format::{Record, assemble};
use aritai::history::{Moment, Why};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The program's database.
pub const DATABASE: &str = "aritai";
/// Where its records are.
pub const RECORDS: &str = "records";

/// Everything that an origin keeps, as text: `indexedDB/aritai/records/KEY` → value, `localStorage/KEY` → value, and
/// likewise for the session's storage and the caches.
pub type Kept = BTreeMap<String, String>;

const DUMP: &str = r"
    const out = {};
    const say = value => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? 'bytes ' + [...new Uint8Array(value.buffer ?? value)].join(' ')
        : typeof value === 'string' ? value : JSON.stringify(value);
    for (const { name } of await indexedDB.databases()) {
        const db = await new Promise((ok, no) => {
            const r = indexedDB.open(name);
            r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error);
        });
        for (const store of db.objectStoreNames) {
            const all = db.transaction(store).objectStore(store);
            const got = request => new Promise((ok, no) => {
                request.onsuccess = () => ok(request.result); request.onerror = () => no(request.error);
            });
            const [keys, values] = await Promise.all([got(all.getAllKeys()), got(all.getAll())]);
            keys.forEach((key, at) => { out[`indexedDB/${name}/${store}/${JSON.stringify(key)}`] = say(values[at]); });
        }
        db.close();
    }
    for (const [kind, store] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]])
        for (let at = 0; at < store.length; at++) out[`${kind}/${store.key(at)}`] = store.getItem(store.key(at));
    for (const name of globalThis.caches ? await caches.keys() : [])
        for (const request of await (await caches.open(name)).keys())
            out[`caches/${name}/${new URL(request.url).pathname}`] = '';
    return out;
";

/// What is noted of the moments that are kept.
pub fn moments(kept: &Kept) -> Vec<Moment> {
    let names = kept.keys().filter_map(|place| place.strip_prefix("indexedDB/aritai/before/"));
    names.filter_map(|name| Moment::read(&serde_json::from_str::<String>(name).ok()?)).collect()
}

impl Browser {
    /// Puts words at the end of the scene, all at once, and waits until they are saved.
    pub async fn write_scene(&self, text: &str) {
        self.focus_field(&scene()).await;
        self.cdp("Input.insertText", json!({ "text": text })).await;
        wait::until("it is saved", async || {
            let binder = self.saved_binder().await?;
            binder.document().text(wish::SCENE.alone()).ends_with(text).then_some(())
        })
        .await;
        self.saved().await;
    }

    /// Presses the button of a moment, counted from the newest.
    pub async fn look_at_moment(&self, at: usize) {
        let script = "const one = document.querySelectorAll('.moments > li > p > button')[arguments[0]]; \
            if (!one) return false; one.scrollIntoView({ block: 'center' }); one.click(); return true";
        wait::until("there is such a moment", async || {
            (self.js(script, vec![json!(at)]).await == json!(true)).then_some(())
        })
        .await;
    }

    /// Waits until a moment is kept for this reason.
    pub async fn has_moment(&self, why: Why) {
        wait::until(&format!("a moment is kept: {why:?}"), async || {
            moments(&self.kept().await).iter().any(|m| m.why == why).then_some(())
        })
        .await;
    }

    /// Everything that is kept for the origin of the page that is open.
    pub async fn kept(&self) -> Kept {
        let value = self.js_async(DUMP).await;
        let all = value.as_object().expect("what is kept").iter();
        all.map(|(key, value)| (key.clone(), value.as_str().unwrap_or_default().to_owned())).collect()
    }

    /// The saved records, as they are written down, by their keys.
    pub async fn record_texts(&self) -> BTreeMap<String, String> {
        let prefix = format!("indexedDB/{DATABASE}/{RECORDS}/");
        let of_ours = self.kept().await.into_iter().filter_map(|(place, text)| {
            let key = place.strip_prefix(&prefix)?;
            Some((serde_json::from_str(key).unwrap_or_else(|_| key.to_owned()), text))
        });
        of_ours.collect()
    }

    /// The saved records, each of which has to be readable.
    pub async fn records(&self) -> Vec<Record> {
        let texts = self.record_texts().await;
        texts
            .into_iter()
            .map(|(key, text)| {
                Record::decode(&text).unwrap_or_else(|| panic!("the record {key} is unreadable: {text}"))
            })
            .collect()
    }

    /// What the saved records amount to.
    pub async fn saved_binder(&self) -> Option<Binder> {
        assemble(self.records().await)
    }

    /// Writes a value into a store of the program's database, past the program. The database has to be there.
    pub async fn put_kept(&self, store: &str, key: &str, value: &Value) {
        let script = format!(
            "const db = await new Promise((ok, no) => {{ const r = indexedDB.open({db}); \
               r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error); }}); \
             const tx = db.transaction({store}, 'readwrite'); tx.objectStore({store}).put({value}, {key}); \
             await new Promise((ok, no) => {{ tx.oncomplete = ok; tx.onabort = () => no(tx.error); }}); db.close();",
            db = json!(DATABASE),
            store = json!(store),
            key = json!(key),
        );
        self.js_async(&script).await;
    }

    /// Sets a key of localStorage, past the program.
    pub async fn put_local(&self, key: &str, value: &str) {
        self.js("localStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(value)]).await;
    }
}
