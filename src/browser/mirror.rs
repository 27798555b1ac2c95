//! The mirror: a few strings in localStorage, written in one go while a page is being closed.
//!
//! It bridges the moments before the journal has answered, and holds this browser's settings. It is not durable:
//! a browser may hold it back for up to a minute, and on a full disk it says yes and keeps nothing.
//! May know: our own keys. Must never know: what is in the strings, other programs' keys.
//!
//! *Invariant:* gloo-storage panics when storage is blocked, so nothing here reaches for it before [`is_open`] said yes;
//! and never `clear()`, which would take other programs' keys along.

use super::KeepError;
use gloo_storage::{LocalStorage, Storage};
use std::cell::OnceCell;
use web_sys::Storage as Raw;

const PREFIX: &str = "aritai/";

/// Whether the browser lets this page have a localStorage at all.
pub fn is_open() -> bool {
    web_sys::window().and_then(|w| w.local_storage().ok().flatten()).is_some()
}

thread_local! {
    static OPENED: OnceCell<Raw> = const { OnceCell::new() };
}

/// The storage itself. It is asked for once: it is written several times a second.
fn raw() -> Option<Raw> {
    OPENED.with(|opened| {
        if opened.get().is_none() && is_open() {
            let _ = opened.set(LocalStorage::raw());
        }
        opened.get().cloned()
    })
}

/// The string under a key; `None` where there is none or storage is blocked.
pub fn read(key: &str) -> Option<String> {
    raw()?.get_item(&format!("{PREFIX}{key}")).ok().flatten()
}

/// Writes a string.
///
/// # Errors
/// [`KeepError::Blocked`] or [`KeepError::Full`]; the string that was there before is still there then.
pub fn write(key: &str, value: &str) -> Result<(), KeepError> {
    let raw = raw().ok_or(KeepError::Blocked)?;
    raw.set_item(&format!("{PREFIX}{key}"), value).map_err(|e| KeepError::of(&e))
}

/// Takes a string away; whether it is gone.
pub fn remove(key: &str) -> bool {
    raw().is_none_or(|raw| raw.remove_item(&format!("{PREFIX}{key}")).is_ok())
}
