//! Records and backups as text: the one codec that saving, backup and restore share.
//!
//! May know: the document and its records. Must never know: where the text is kept, what the answers mean.
//! Decoding never fails as a whole because a part is strange: it yields what can be read and [`Note`]s on the rest.
//!
//! *Invariant:* what a newer program added to a record that we can read comes through a load and a save unchanged; a
//! newer [`FORMAT`] is refused before anything is touched.

use crate::document::record::{Part, RecordKey};
use crate::document::{
    Answer, Audience, Binder, Document, Edition, Item, ItemId, KINDS, Kind, Leaf, Path, Picked, Shape,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The format of records and backups that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

/// The longest backup that is read, in bytes. A year of writing is well under one megabyte.
pub const BACKUP_MAX_BYTES: usize = 20 * 1024 * 1024;

const MARK: &str = "aritai-backup";
const CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// A record, between document and text.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its name: a [`RecordKey`] as text.
    pub key: String,
    /// The generation in which it was written; grows with every save of a binder.
    pub generation: u64,
    /// What it holds; `None` when it is gone.
    pub body: Option<Map<String, Value>>,
}

/// Something that could not be read, while the rest could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A record whose text is damaged. With the text as it was found.
    Damaged(String),
}

/// A record as it is written down. `c` is the CRC-32 of key, generation and body.
#[derive(Serialize, Deserialize)]
struct Wire {
    k: String,
    g: u64,
    b: Option<Map<String, Value>>,
    c: u32,
}

fn checksum(record: &Record) -> u32 {
    let mut digest = CRC.digest();
    digest.update(record.key.as_bytes());
    digest.update(&record.generation.to_be_bytes());
    if let Some(body) = &record.body {
        // Sorted, whatever order this build's JSON library keeps: the sum must be the same in every program that reads it.
        let mut body = Value::Object(body.clone());
        body.sort_all_objects();
        digest.update(body.to_string().as_bytes());
    }
    digest.finalize()
}

impl Record {
    /// The record as one line of text.
    pub fn encode(&self) -> String {
        let wire = json!({ "k": self.key, "g": self.generation, "b": self.body, "c": checksum(self) });
        wire.to_string()
    }

    /// Reads what [`Record::encode`] wrote; `None` when the text is damaged.
    pub fn decode(text: &str) -> Option<Self> {
        serde_json::from_str::<Wire>(text).ok().and_then(Self::check)
    }

    fn check(wire: Wire) -> Option<Self> {
        let sum = wire.c;
        let record = Self { key: wire.k, generation: wire.g, body: wire.b };
        (checksum(&record) == sum).then_some(record)
    }

    /// The record of a key as the binder now holds it. An item that is gone, or a leaf that is open, has no body.
    pub fn of(binder: &Binder, key: &RecordKey, generation: u64) -> Self {
        let edition = binder.editions().iter().find(|e| e.id == key.edition);
        let body = edition.and_then(|e| body_of(e, &key.part)).filter(|b| !b.is_empty());
        Self { key: key.to_string(), generation, body }
    }
}

/// Every record that a binder consists of.
pub fn records(binder: &Binder, generation: u64) -> Vec<Record> {
    let mut out = Vec::new();
    for edition in binder.editions() {
        for part in parts_of(&edition.document) {
            let record = Record::of(binder, &RecordKey::new(edition.id, part), generation);
            if record.body.is_some() {
                out.push(record);
            }
        }
    }
    out
}

/// The keys of every record that a binder consists of.
fn parts_of(document: &Document) -> Vec<Part> {
    let mut parts = vec![Part::Edition];
    for kind in KINDS {
        if kind.many {
            parts.extend(document.items(kind).iter().map(|i| Part::Item(kind, i.id)));
            parts.push(Part::Order(kind));
        } else {
            parts.extend(kind.fields.iter().map(|f| Part::Field(f.alone())));
        }
    }
    parts.extend(Audience::ALL.map(Part::Shared));
    parts.extend(document.extra.keys().map(|id| Part::Extra(id.clone())));
    parts.extend(document.unknown.keys().map(|key| Part::Unknown(key.clone())));
    parts
}

fn body_of(edition: &Edition, part: &Part) -> Option<Map<String, Value>> {
    let document = &edition.document;
    match part {
        Part::Edition => {
            let mut body = edition.unknown.clone();
            body.insert("opened".to_owned(), edition.opened_at.into());
            if let Some(closed) = edition.closed_at {
                body.insert("closed".to_owned(), closed.into());
            }
            Some(body)
        }
        Part::Field(path) => {
            let kind = path.field.kind();
            let item = document.items(kind).first()?;
            let mut body = Map::new();
            if let Some(value) = write_leaf(document.leaf(*path)?) {
                body.insert("v".to_owned(), value);
            }
            // What a newer program wrote beside a lone field is kept under the field's name.
            if let Some(Value::Object(more)) = item.unknown.get(path.field.name()) {
                body.extend(more.clone());
            }
            Some(body)
        }
        Part::Item(kind, id) => {
            let item = document.items(kind).iter().find(|i| i.id == *id)?;
            let mut body = item.unknown.clone();
            // An item with nothing in it yet is still an item.
            body.insert("id".to_owned(), id.to_string().into());
            for (field, leaf) in kind.fields.iter().zip(&item.leaves) {
                if let Some(value) = write_leaf(leaf) {
                    body.insert(field.name().to_owned(), value);
                }
            }
            Some(body)
        }
        Part::Order(kind) => {
            let ids: Vec<Value> = document.items(kind).iter().map(|i| i.id.to_string().into()).collect();
            (!ids.is_empty()).then(|| Map::from_iter([("ids".to_owned(), Value::Array(ids))]))
        }
        Part::Shared(audience) => {
            let paths: Vec<Value> = document.shared.get(audience)?.iter().map(|path| path.to_string().into()).collect();
            Some(Map::from_iter([("paths".to_owned(), Value::Array(paths))]))
        }
        Part::Extra(id) => {
            let value = write_leaf(&Leaf::Text(document.extra.get(id)?.clone()))?;
            Some(Map::from_iter([("v".to_owned(), value)]))
        }
        Part::Unknown(key) => document.unknown.get(key).cloned(),
    }
}

/// A leaf as a value: a text is a string, a put-off answer an object. `None` for an open leaf.
fn write_leaf(leaf: &Leaf) -> Option<Value> {
    let put_off = |answer: &str| Some(json!({ "is": answer }));
    match leaf {
        Leaf::Text(Answer::Open) | Leaf::Cards(Answer::Open) | Leaf::Flag(false) => None,
        Leaf::Text(Answer::Later) | Leaf::Cards(Answer::Later) => put_off("later"),
        Leaf::Text(Answer::NotSure) | Leaf::Cards(Answer::NotSure) => put_off("not_sure"),
        Leaf::Text(Answer::Said(text)) => Some(text.as_str().into()),
        Leaf::Cards(Answer::Said(cards)) => {
            Some(Value::Array(cards.iter().map(|c| json!({ "id": c.id, "label": c.label })).collect()))
        }
        Leaf::Links(to) if to.is_empty() => None,
        Leaf::Links(to) => Some(Value::Array(to.iter().map(|id| id.to_string().into()).collect())),
        Leaf::Flag(true) => Some(true.into()),
    }
}

/// The leaf in a value; `None` when the value doesn't fit the shape.
fn read_leaf(shape: Shape, value: &Value) -> Option<Leaf> {
    let status = value.get("is").and_then(Value::as_str);
    Some(match shape {
        Shape::Text => Leaf::Text(match (status, value) {
            (Some("later"), _) => Answer::Later,
            (Some("not_sure"), _) => Answer::NotSure,
            (None, Value::String(text)) => Answer::Said(text.clone()),
            _ => return None,
        }),
        Shape::Pick | Shape::Picks => Leaf::Cards(match (status, value) {
            (Some("later"), _) => Answer::Later,
            (Some("not_sure"), _) => Answer::NotSure,
            (None, Value::Array(cards)) => Answer::Said(cards.iter().map(read_card).collect::<Option<_>>()?),
            _ => return None,
        }),
        Shape::Links => Leaf::Links(value.as_array()?.iter().map(read_id).collect::<Option<_>>()?),
        Shape::Flag => Leaf::Flag(value.as_bool()?),
    })
}

fn read_card(value: &Value) -> Option<Picked> {
    let part = |name| value.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(Picked { id: part("id")?, label: part("label")? })
}

fn read_id(value: &Value) -> Option<ItemId> {
    value.as_str().and_then(ItemId::read)
}

/// Puts records together to a binder; `None` when there is no edition among them. Of two records of one key the later
/// generation counts. An item that stands in no order comes last, an order's item that is gone is passed over.
pub fn assemble(records: Vec<Record>) -> Option<Binder> {
    let mut records = records;
    records.sort_by_key(|r| r.generation);
    let mut editions: Vec<Edition> = Vec::new();
    let mut keyed = Vec::with_capacity(records.len());
    for record in records {
        if let Some(key) = RecordKey::read(&record.key) {
            if !editions.iter().any(|e| e.id == key.edition) {
                editions.push(Edition::new(key.edition, 0));
            }
            keyed.push((key, record.body));
        }
    }
    // Orders and shares speak of items: they are read when all items are there.
    let late = |part: &Part| matches!(part, Part::Order(_) | Part::Shared(_));
    let (after, first): (Vec<_>, Vec<_>) = keyed.into_iter().partition(|(key, _)| late(&key.part));
    for (key, body) in first.into_iter().chain(after) {
        if let Some(edition) = editions.iter_mut().find(|e| e.id == key.edition) {
            put_body(edition, key.part, body.unwrap_or_default());
        }
    }
    editions.retain(|e| e.opened_at > 0 || e.closed_at.is_some() || !e.document.is_blank());
    // The open one last; among closed ones the oldest first.
    editions.sort_by_key(|e| (e.closed_at.is_none(), e.opened_at));
    (!editions.is_empty()).then_some(Binder { editions })
}

fn put_body(edition: &mut Edition, part: Part, mut body: Map<String, Value>) {
    let document = &mut edition.document;
    match part {
        Part::Edition => {
            edition.opened_at = body.remove("opened").and_then(|v| v.as_u64()).unwrap_or(0);
            edition.closed_at = body.remove("closed").and_then(|v| v.as_u64());
            edition.unknown = body;
        }
        Part::Field(path) => {
            let leaf = body.get("v").and_then(|value| read_leaf(path.field.shape, value));
            if leaf.is_some() {
                body.remove("v");
            }
            if let Some(item) = document.item_mut(path.field.kind(), path.item) {
                let name = path.field.name();
                item.unknown.remove(name);
                if !body.is_empty() {
                    item.unknown.insert(name.to_owned(), Value::Object(body));
                }
            }
            if let Some(place) = document.leaf_mut(path) {
                *place = leaf.unwrap_or_else(|| Leaf::empty(path.field.shape));
            }
        }
        Part::Item(kind, id) => {
            let items = document.items_mut(kind);
            items.retain(|i| i.id != id);
            if body.is_empty() {
                return;
            }
            let mut item = Item::new(kind, id);
            body.remove("id");
            for (field, leaf) in kind.fields.iter().zip(&mut item.leaves) {
                if let Some(read) = body.get(field.name()).and_then(|value| read_leaf(field.shape, value)) {
                    *leaf = read;
                    body.remove(field.name());
                }
            }
            item.unknown = body;
            items.push(item);
        }
        Part::Order(kind) => put_order(document, kind, &body),
        Part::Shared(audience) => {
            let paths: BTreeSet<Path> = strings(&body, "paths")
                .filter_map(Path::read)
                .filter(|path| document.leaf(*path).is_some())
                .filter(|path| path.field.sharing != crate::document::Sharing::Never)
                .collect();
            document.shared.remove(&audience);
            if !paths.is_empty() {
                document.shared.insert(audience, paths);
            }
        }
        Part::Extra(id) => {
            document.extra.remove(&id);
            if let Some(Leaf::Text(answer)) = body.get("v").and_then(|v| read_leaf(Shape::Text, v)) {
                document.extra.insert(id, answer);
            }
        }
        Part::Unknown(key) => {
            document.unknown.remove(&key);
            if !body.is_empty() {
                document.unknown.insert(key, body);
            }
        }
    }
}

fn put_order(document: &mut Document, kind: &'static Kind, body: &Map<String, Value>) {
    let order: Vec<ItemId> = strings(body, "ids").filter_map(ItemId::read).collect();
    let place = |id: ItemId| order.iter().position(|o| *o == id).unwrap_or(usize::MAX);
    document.items_mut(kind).sort_by_key(|i| place(i.id));
}

fn strings<'a>(body: &'a Map<String, Value>, name: &str) -> impl Iterator<Item = &'a str> {
    body.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

// ── Backup ──────────────────────────────────────────────────────────────────────────────────────────────────────

/// Why a file is no backup that can be restored. Nothing was changed by finding out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// The file holds nothing.
    Empty,
    /// Longer than [`BACKUP_MAX_BYTES`].
    TooLong,
    /// A picture, a PDF, a Word file: no text at all.
    NotText,
    /// Text in UTF-16, as some editors save it.
    Utf16,
    /// Text in another encoding than UTF-8, such as Shift_JIS.
    OtherEncoding,
    /// It ends in the middle.
    Truncated,
    /// JSON nested deeper than any backup is.
    TooDeep,
    /// Text or JSON, but no backup of this program.
    NotOurs,
    /// A backup of a newer program; with its format.
    Newer(u32),
    /// A backup in which something does not add up.
    Damaged,
}

/// A backup that was read, before anything is done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// What it holds.
    pub binder: Binder,
    /// When it was made, milliseconds since 1970 (UTC); 0 when it doesn't say.
    pub made_at: u64,
}

#[derive(Deserialize)]
struct Head {
    kind: Option<String>,
    format: Option<u32>,
}

#[derive(Deserialize)]
struct BackupWire {
    made_at: u64,
    records: Vec<Wire>,
    count: usize,
}

/// Writes everything: the whole binder, private words too.
pub fn backup(binder: &Binder, generation: u64, made_at: u64) -> String {
    let records: Vec<String> = records(binder, generation).iter().map(Record::encode).collect();
    // One record a line, so that a person or an IT department can look at it, and a comparison shows what changed.
    format!(
        "{{\n\"kind\": \"{MARK}\",\n\"format\": {FORMAT},\n\"made_at\": {made_at},\n\"count\": {},\n\"records\": [\n{}\n]\n}}\n",
        records.len(),
        records.join(",\n"),
    )
}

/// Reads a backup that somebody chose: any bytes at all may come.
///
/// # Errors
/// [`BackupError`] says in one word what is the matter with the file.
pub fn open_backup(bytes: &[u8]) -> Result<Backup, BackupError> {
    if bytes.len() > BACKUP_MAX_BYTES {
        return Err(BackupError::TooLong);
    }
    let text = decode_text(bytes)?;
    let head: Head = serde_json::from_str(text).map_err(|e| why(&e, text))?;
    if head.kind.as_deref() != Some(MARK) {
        return Err(BackupError::NotOurs);
    }
    match head.format {
        Some(format) if format > FORMAT => return Err(BackupError::Newer(format)),
        Some(1..) => {}
        _ => return Err(BackupError::Damaged),
    }
    let wire: BackupWire = serde_json::from_str(text).map_err(|_| BackupError::Damaged)?;
    if wire.count != wire.records.len() {
        return Err(BackupError::Damaged);
    }
    let records: Vec<Record> =
        wire.records.into_iter().map(Record::check).collect::<Option<_>>().ok_or(BackupError::Damaged)?;
    let binder = assemble(records).ok_or(BackupError::Damaged)?;
    Ok(Backup { binder, made_at: wire.made_at })
}

/// The text of a file, if it is UTF-8; Notepad's byte order mark is set aside.
fn decode_text(bytes: &[u8]) -> Result<&str, BackupError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(BackupError::Empty);
    }
    if bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || matches!(bytes, [0, b'{', ..] | [b'{', 0, ..])
    {
        return Err(BackupError::Utf16);
    }
    let pictures: [&[u8]; 5] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"%PDF", b"PK\x03\x04"];
    if pictures.iter().any(|magic| bytes.starts_with(magic)) || bytes.contains(&0) {
        return Err(BackupError::NotText);
    }
    std::str::from_utf8(bytes).map_err(|e| match e.error_len() {
        None => BackupError::Truncated,
        Some(_) => BackupError::OtherEncoding,
    })
}

fn why(error: &serde_json::Error, text: &str) -> BackupError {
    if error.is_eof() && text.trim_start().starts_with('{') {
        BackupError::Truncated
    } else if error.to_string().starts_with("recursion limit") {
        BackupError::TooDeep
    } else {
        BackupError::NotOurs
    }
}
