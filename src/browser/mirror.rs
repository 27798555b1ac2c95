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

const PREFIX: &str = "aritai/";

/// Whether the browser lets this page have a localStorage at all.
pub fn is_open() -> bool {
    web_sys::window().and_then(|w| w.local_storage().ok().flatten()).is_some()
}

/// The string under a key; `None` where there is none or storage is blocked.
pub fn read(key: &str) -> Option<String> {
    if !is_open() {
        return None;
    }
    LocalStorage::raw().get_item(&format!("{PREFIX}{key}")).ok().flatten()
}

/// Writes a string.
///
/// # Errors
/// [`KeepError::Blocked`] or [`KeepError::Full`]; the string that was there before is still there then.
pub fn write(key: &str, value: &str) -> Result<(), KeepError> {
    if !is_open() {
        return Err(KeepError::Blocked);
    }
    LocalStorage::raw().set_item(&format!("{PREFIX}{key}"), value).map_err(|e| KeepError::of(&e))
}

/// Takes a string away; whether it is gone.
pub fn remove(key: &str) -> bool {
    !is_open() || LocalStorage::raw().remove_item(&format!("{PREFIX}{key}")).is_ok()
}
