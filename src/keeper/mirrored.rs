//! The records that the journal has not acknowledged, as they stand in the mirror.
//!
//! May know: encoded records, the mirror. Must never know: the binder, when it is time to write.

use crate::browser::mirror;
use crate::format::{FORMAT, Record};
use serde_json::{Value, json};

const KEY: &str = "mirror";

/// What the mirror held at the start.
#[derive(Default)]
pub(super) struct Mirrored {
    /// The format of the program that wrote it; 0 when nothing is there.
    pub(super) format: u32,
    /// Whether its records replace all that the journal holds.
    pub(super) replaces_all: bool,
    /// Its records that can be read.
    pub(super) records: Vec<Record>,
}

impl Mirrored {
    /// Reads it.
    pub(super) fn read() -> Self {
        let Some(value) = mirror::read(KEY).and_then(|text| serde_json::from_str::<Value>(&text).ok()) else {
            return Self::default();
        };
        let texts = value["records"].as_array().cloned().unwrap_or_default();
        Self {
            format: value["format"].as_u64().and_then(|f| u32::try_from(f).ok()).unwrap_or(0),
            replaces_all: value["all"].as_bool().unwrap_or(false),
            records: texts.iter().filter_map(Value::as_str).filter_map(Record::decode).collect(),
        }
    }
}

/// Writes the encoded records that wait for the journal; nothing stands there while there are none.
pub(super) fn write<'a>(records: impl Iterator<Item = &'a String>, replaces_all: bool) {
    let records: Vec<&String> = records.collect();
    if records.is_empty() {
        remove();
        return;
    }
    let text = json!({ "format": FORMAT, "all": replaces_all, "records": records }).to_string();
    // Where the mirror is full or blocked the journal still says the truth about itself.
    let _ = mirror::write(KEY, &text);
}

/// Takes it away; whether it is gone.
pub(super) fn remove() -> bool {
    mirror::remove(KEY)
}
