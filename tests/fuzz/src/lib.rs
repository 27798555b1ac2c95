//! What the fuzz targets share: what must hold of any bytes and any words (the oracles of `tests/support`), and how bytes become
//! what a target is about.

#[path = "../../support/dice.rs"]
mod dice;
#[path = "../../support/office.rs"]
mod office_files;
#[path = "../../support/oracles.rs"]
mod oracles;
#[path = "../../support/people.rs"]
mod odd;
#[path = "../../support/rounds.rs"]
mod rounds;
#[path = "../../support/tricky.rs"]
mod tricky;

pub mod roundtrip;
pub mod seeds;

use aritai::format::Record;
use serde_json::{Map, Value};

/// Any bytes, chosen as a backup.
pub fn import(bytes: &[u8]) {
    oracles::as_backup(bytes);
}

/// Any bytes, found where records are kept; and records with sums that are right, so that what is behind them is reached.
pub fn kept(bytes: &[u8]) {
    oracles::as_records(bytes);
    oracles::as_records(&with_right_sums(bytes));
}

/// Any bytes, chosen as a plan that was handed over; and any records in one.
pub fn given(bytes: &[u8]) {
    oracles::as_given(bytes);
    oracles::as_given(&as_plan(bytes));
}

/// Any bytes, chosen as a locked backup.
pub fn locked(bytes: &[u8]) {
    oracles::as_locked(bytes);
}

/// Words, one behind the other, divided by a byte that no letter begins with.
pub fn export(which: &str, bytes: &[u8]) {
    let words: Vec<String> =
        bytes.split(|byte| *byte == 0xFF).map(|word| String::from_utf8_lossy(word).into_owned()).collect();
    let binder = oracles::who_says(&words);
    for (_, holds) in oracles::EXPORTS.iter().filter(|(name, _)| *name == which) {
        holds(&binder);
    }
}

/// Records of lines `key body`, as nobody would write them and with sums that are right.
fn records(bytes: &[u8]) -> Vec<Record> {
    let text = String::from_utf8_lossy(bytes);
    let record = |line: &str| {
        let (key, body) = line.split_once(' ')?;
        let body: Option<Map<String, Value>> = serde_json::from_str(body).ok();
        // An edition, where none is named: else there is nothing to put together.
        let key = if key.contains(':') { key.to_owned() } else { format!("0000000000000001:{key}") };
        Some(Record { key, generation: body.as_ref().map_or(2, |body| body.len() as u64), body })
    };
    text.lines().filter_map(record).collect()
}

/// The same as they are kept.
fn with_right_sums(bytes: &[u8]) -> Vec<u8> {
    records(bytes).iter().map(|record| record.encode() + "\n").collect::<String>().into_bytes()
}

/// The same as a plan that was handed over.
fn as_plan(bytes: &[u8]) -> Vec<u8> {
    let records: Vec<String> = records(bytes).iter().map(Record::encode).collect();
    let (count, records) = (records.len(), records.join(","));
    format!(r#"{{"kind":"aritai-shared","format":1,"for":"talk","count":{count},"records":[{records}]}}"#).into_bytes()
}
