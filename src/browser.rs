//! The windows of the house: everything that touches the browser and is not a view.
//!
//! May know: strings, bytes, numbers. Must never know: a document, the pack, what a text means.

pub mod around;
pub mod assets;
pub mod clipboard;
pub mod files;
pub mod first;
pub mod fonts;
pub mod journal;
pub mod letters;
pub mod lock;
pub mod mirror;
pub mod office;
pub mod offline;
pub mod page;
pub mod program;
pub mod reading;
pub mod tabs;
pub mod updates;
pub mod worker;

use wasm_bindgen::JsValue;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepError {
    /// The browser doesn't let this page keep anything.
    Blocked,
    /// No room: the disk or the quota is full.
    Full,
    /// Another tab has written something newer.
    Elsewhere,
    /// What was there is gone: someone deleted the database underneath. Everything has to be written anew.
    Emptied,
    /// Anything else, such as a connection that was closed; trying again may help.
    Other,
}

impl KeepError {
    /// Reads the browser's error by its name; the constructors differ from browser to browser.
    fn of(error: &JsValue) -> Self {
        let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|n| n.as_string()).unwrap_or_default();
        match name.as_str() {
            // A disk that can take no more shows as an unknown I/O error (measured in Chromium).
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "UnknownError" => Self::Full,
            "SecurityError" | "NotAllowedError" => Self::Blocked,
            _ => Self::Other,
        }
    }

    /// Whether a line may have been cut off below the journal (`browser/journal/turned.rs`). Only the first
    /// error tells of the disk. Those after it say that the connection is closed.
    pub fn tears(self) -> bool {
        matches!(self, Self::Full | Self::Other)
    }
}
