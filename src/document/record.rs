//! Which record a thing lives in: the unit in which a binder is saved, backed up and compared.
//!
//! A record is small (one field, one item, one order), so that a keystroke costs the same in an empty and in a huge
//! document. May know: the registry. Must never know: how a record is written down (`format.rs`), or where.

use super::{Audience, Document, ItemId, KINDS, Kind, Path};
use std::fmt;

/// What a record holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// When the edition was opened and closed.
    Edition,
    /// A field that exists once.
    Field(Path),
    /// An item with all its fields.
    Item(&'static Kind, ItemId),
    /// The order of the items of a kind.
    Order(&'static Kind),
    /// What an audience may see.
    Shared(Audience),
    /// What is left off the one page for an audience.
    LeftOff(Audience),
    /// The answer to a question of the pack's own.
    Extra(String),
    /// Something that this program doesn't know.
    Unknown(String),
}

/// The name of a record: the edition, and the part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordKey {
    /// Which edition.
    pub edition: ItemId,
    /// Which part of it.
    pub part: Part,
}

impl Document {
    /// Every part that a document consists of, empty ones too.
    pub(crate) fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Edition];
        for kind in KINDS {
            if kind.many {
                parts.extend(self.items(kind).iter().map(|i| Part::Item(kind, i.id)));
                parts.push(Part::Order(kind));
            } else {
                parts.extend(kind.fields.iter().map(|f| Part::Field(f.alone())));
            }
        }
        parts.extend(Audience::ALL.map(Part::Shared));
        parts.extend(Audience::ALL.map(Part::LeftOff));
        let strange = self.unknown.keys().filter_map(|name| name.strip_prefix("extra."));
        let mut extra: Vec<&str> = self.extra.iter().map(|(id, _)| id.as_str()).collect();
        for id in strange {
            if let Err(at) = extra.binary_search(&id) {
                extra.insert(at, id);
            }
        }
        parts.extend(extra.into_iter().map(|id| Part::Extra(id.to_owned())));
        // What is not known stands under the name of its part, which may be one of those above.
        parts.extend(self.unknown.keys().map(|name| Part::read(name)).filter(|p| matches!(p, Part::Unknown(_))));
        parts
    }
}

impl RecordKey {
    /// The key of a part of an edition.
    pub fn new(edition: ItemId, part: Part) -> Self {
        Self { edition, part }
    }

    /// Reads what [`Display`](fmt::Display) wrote. A part that this program doesn't know becomes [`Part::Unknown`];
    /// `None` when there is not even an edition in front.
    pub fn read(text: &str) -> Option<Self> {
        let (edition, part) = text.split_once(':')?;
        Some(Self { edition: ItemId::read(edition)?, part: Part::read(part) })
    }
}

impl Part {
    /// Reads what [`Display`](fmt::Display) wrote. What is spelled in any other way is not ours.
    pub(crate) fn read(text: &str) -> Self {
        known_part(text).filter(|part| part.to_string() == text).unwrap_or_else(|| Self::Unknown(text.to_owned()))
    }
}

fn audience(id: &str) -> Option<Audience> {
    Audience::ALL.into_iter().find(|a| a.id() == id)
}

fn known_part(text: &str) -> Option<Part> {
    match text.split_once(['.', '/']) {
        None if text == "edition" => Some(Part::Edition),
        Some(("order", kind)) => Kind::by_id(kind).filter(|k| k.many).map(Part::Order),
        Some(("shared", who)) => audience(who).map(Part::Shared),
        Some(("off", who)) => audience(who).map(Part::LeftOff),
        Some(("extra", id)) => Some(Part::Extra(id.to_owned())),
        Some((kind, rest)) => Kind::by_id(kind).and_then(|k| {
            if k.many {
                ItemId::read(rest).map(|id| Part::Item(k, id))
            } else {
                k.field(rest).map(|f| Part::Field(f.alone()))
            }
        }),
        None => None,
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edition => f.write_str("edition"),
            Self::Field(path) => write!(f, "{path}"),
            Self::Item(kind, id) => write!(f, "{}/{id}", kind.id),
            Self::Order(kind) => write!(f, "order.{}", kind.id),
            Self::Shared(audience) => write!(f, "shared.{}", audience.id()),
            Self::LeftOff(audience) => write!(f, "off.{}", audience.id()),
            Self::Extra(id) => write!(f, "extra.{id}"),
            Self::Unknown(text) => f.write_str(text),
        }
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.edition, self.part)
    }
}
