//! The file with what is shared, as text: written from a document in which nothing else is left, and read back into one.
//!
//! The same records as everywhere, under a kind of their own. Who reads it learns for whom it is, on which day it was made, in
//! which language, and what was shared: items are numbered anew, from 1 in their order, the generation is always 1, and no
//! edition says when it was opened.
//! May know: the document and its records. Must never know: what may be shared (`share` sees to that, on the way out and on
//! the way in), how a file is chosen or handed over.

use super::backup::take_records;
use super::envelope::{BackupError, SHARED, open};
use super::{FORMAT, Record, assemble, records};
use crate::document::record::{Part, RecordKey};
use crate::document::{Audience, Binder, Change, Document, ItemId, KINDS, Leaf};

/// The one edition of such a file.
const EDITION: ItemId = ItemId(1);

/// Which handover a file is, and which of its files.
type Mark = Option<(ItemId, u32)>;

/// What a file held.
pub(crate) struct Handed {
    /// What was said.
    pub(crate) binder: Binder,
    /// For whom.
    pub(crate) audience: Audience,
    /// The day on which it was made, as `2026-11-26`; as it stands in the file.
    pub(crate) made_on: String,
    /// The code of the language it was written in; likewise.
    pub(crate) lang: String,
    /// Which handover it is, and which of its files; none in files that were made before there were replies.
    pub(crate) mark: Mark,
}

/// Writes a document in which there is nothing but what is shared.
pub(crate) fn hand_over(document: &Document, audience: Audience, made_on: &str, lang: &str, mark: Mark) -> String {
    let binder = numbered_anew(document, audience);
    let is_edition = |record: &Record| RecordKey::read(&record.key).is_some_and(|key| key.part == Part::Edition);
    let records: Vec<String> =
        records(&binder, 1).iter().filter(|record| !is_edition(record)).map(Record::encode).collect();
    let mark = mark.map(|(id, seq)| format!("\"handover\": \"{id}\",\n\"seq\": {seq},\n")).unwrap_or_default();
    format!(
        "{{\n\"kind\": \"{SHARED}\",\n\"format\": {FORMAT},\n{mark}\"for\": \"{}\",\n\"made_on\": \"{made_on}\",\n\"lang\": \"{lang}\",\n\"count\": {},\n\"records\": [\n{}\n]\n}}\n",
        audience.id(),
        records.len(),
        records.join(",\n"),
    )
}

/// Reads what somebody handed over: any bytes at all may come.
pub(crate) fn open_handed(bytes: &[u8]) -> Result<Handed, BackupError> {
    let mut wire = open(bytes, SHARED)?;
    let word = |name: &str| wire.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
    let (made_on, lang, wanted) = (word("made_on"), word("lang"), word("for"));
    let audience = Audience::ALL.into_iter().find(|a| a.id() == wanted).ok_or(BackupError::Damaged)?;
    // A number that no program of ours wrote is none: the file can still be read.
    let seq = wire.get("seq").and_then(serde_json::Value::as_u64).and_then(|seq| u32::try_from(seq).ok());
    let mark = ItemId::read(&word("handover")).zip(seq.filter(|seq| *seq > 0));
    let records = take_records(&mut wire).ok_or(BackupError::Damaged)?;
    // Where nothing was shared there is no edition either.
    let binder = assemble(records).unwrap_or_else(|| Binder::new(EDITION, 1));
    Ok(Handed { binder, audience, made_on, lang, mark })
}

/// The same in a binder of its own, every item with the number of its place.
fn numbered_anew(document: &Document, audience: Audience) -> Binder {
    let mut binder = Binder::new(EDITION, 1);
    let mut count = 0;
    // In the order of the numbers before, to be looked up in.
    let mut numbers: Vec<(ItemId, ItemId)> = Vec::new();
    for kind in KINDS.into_iter().filter(|k| k.many) {
        for id in document.ids(kind) {
            if let Err(at) = numbers.binary_search_by_key(&id, |(before, _)| *before) {
                count += 1;
                numbers.insert(at, (id, ItemId(count)));
            }
        }
    }
    let anew = |id: ItemId| {
        let found = numbers.binary_search_by_key(&id, |(before, _)| *before);
        found.map_or(id, |at| numbers[at].1)
    };
    for kind in KINDS.into_iter().filter(|k| k.many) {
        for id in document.ids(kind) {
            binder.apply(Change::Added(kind, anew(id)));
        }
    }
    for (path, leaf) in document.leaves().filter(|(_, leaf)| !leaf.is_open()) {
        let path = path.field.of(anew(path.item));
        let leaf = match leaf {
            Leaf::Links(to) => Leaf::Links(to.iter().map(|id| anew(*id)).collect()),
            leaf => leaf.clone(),
        };
        binder.apply(Change::PutLeaf(path, leaf));
    }
    // The other person reads the page that was made for them.
    for path in &document.left_off[audience as usize] {
        binder.apply(Change::LeftOff(path.field.of(anew(path.item)), audience, true));
    }
    binder
}
