//! The invented people as they are written down in `golden/people/source`, and the changes by which they come about.
//!
//! A source holds each kind of the registry under its id: an object where the kind exists once, a list where there can be
//! several. A card is its id, words of one's own are `{"own": "…"}`, a text may be a list of lines, a link is `"experience 1"`,
//! a question put off is `{"is": "later"}` or `{"is": "not_sure"}`. `talk` and `hr` name the fields that are shown to whom.

use aritai::document::{Audience, Binder, Change, Document, Field, ItemId, Kind, Path, Picked, Shape};
use aritai::pack::{Lang, Pack};
use serde_json::{Map, Value};
use std::fs;
use std::path::PathBuf;

/// 2026-05-18, 12:00 in Japan.
const OPENED_AT: u64 = 1_779_073_200_000;

/// What a source says of the person: who it is, and the workplace whose words they see.
const ABOUT: [&str; 2] = ["who", "workplace"];

pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) source: Map<String, Value>,
    pub(crate) lang: Lang,
}

pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/people")
}

pub(crate) fn people() -> Vec<Person> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder().join("source")).expect("sources").map(|entry| entry.expect("entry").path()).collect();
    files.sort();
    files.iter().map(|file| person(file)).collect()
}

fn person(file: &std::path::Path) -> Person {
    let name = file.file_stem().and_then(|s| s.to_str()).expect("name").to_owned();
    let text = fs::read_to_string(file).expect("source");
    let source: Map<String, Value> = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
    let lang = Lang::from_code(name.split_once('.').map_or("ja", |(_, code)| code));
    Person { name, source, lang }
}

/// The same small number for the same word, whatever else is in the registry.
fn number(word: &str) -> u64 {
    word.bytes().fold(7, |sum, byte| (sum * 31 + u64::from(byte)) % 0xFFF1)
}

fn item_id(kind: &Kind, place: usize) -> ItemId {
    ItemId((number(kind.id) << 8) + place as u64 + 1)
}

impl Person {
    /// The binder, written change by change. Labels are those of the golden file where it has the card: a card is kept as it
    /// was seen, and a pack that words it better later changes nothing.
    pub(crate) fn binder(&self, pack: &Pack, seen: Option<&Document>) -> Binder {
        let mut binder = Binder::new(ItemId(number(&self.name)), OPENED_AT);
        let mut shares = Vec::new();
        for (id, content) in self.source.iter().filter(|(id, _)| !ABOUT.contains(&id.as_str())) {
            let kind = Kind::by_id(id).unwrap_or_else(|| panic!("{}: no kind {id}", self.name));
            let alone = [content.clone()];
            let items = if kind.many { content.as_array().expect("a list") } else { alone.as_slice() };
            for (place, item) in items.iter().enumerate() {
                let item_id = if kind.many { item_id(kind, place) } else { ItemId::ALONE };
                if kind.many {
                    binder.apply(Change::Added(kind, item_id));
                }
                for (name, value) in item.as_object().expect("an object") {
                    if let Some(audience) = Audience::ALL.into_iter().find(|a| a.id() == name) {
                        let names = value.as_array().expect("names").iter().map(|n| n.as_str().expect("name"));
                        shares.extend(names.map(|n| (self.field(kind, n).of(item_id), audience)));
                    } else {
                        let path = self.field(kind, name).of(item_id);
                        binder.apply(self.change(path, value, pack, seen));
                    }
                }
            }
        }
        for (path, audience) in shares {
            let applied = binder.apply(Change::Shared(path, audience, true));
            assert!(!applied.touched.is_nothing(), "{}: {path} can't be shown, or is named twice", self.name);
        }
        binder
    }

    fn field(&self, kind: &Kind, name: &str) -> &'static Field {
        kind.field(name).unwrap_or_else(|| panic!("{}: {} has no {name}", self.name, kind.id))
    }

    fn change(&self, path: Path, value: &Value, pack: &Pack, seen: Option<&Document>) -> Change {
        match value.get("is").and_then(Value::as_str) {
            Some("later") => return Change::PutOff(path),
            Some("not_sure") => return Change::NotSure(path),
            _ => {}
        }
        let one = [value.clone()];
        let all = value.as_array().map_or(one.as_slice(), Vec::as_slice);
        match path.field.shape {
            Shape::Text => {
                let lines: Vec<&str> = all.iter().map(|line| line.as_str().expect("text")).collect();
                Change::Wrote(path, lines.join("\n"))
            }
            Shape::Pick | Shape::Picks => {
                Change::Chose(path, all.iter().map(|card| self.picked(path, card, pack, seen)).collect())
            }
            Shape::Links => Change::Linked(path, all.iter().map(|to| self.link(to)).collect()),
            Shape::Flag => Change::Marked(path, value.as_bool().expect("a mark")),
        }
    }

    fn picked(&self, path: Path, card: &Value, pack: &Pack, seen: Option<&Document>) -> Picked {
        if let Some(own) = card.get("own").and_then(Value::as_str) {
            return Picked { id: String::new(), label: own.to_owned() };
        }
        let id = card.as_str().expect("a card's id");
        let catalogue = pack.question(path.field.id).and_then(|q| q.cards.as_deref()).unwrap_or_default();
        let known = pack.card(catalogue, id).unwrap_or_else(|| panic!("{}: {path} has no card {id}", self.name));
        let before = seen.and_then(|document| document.cards(path).iter().find(|c| c.id == id));
        before.cloned().unwrap_or_else(|| Picked { id: id.to_owned(), label: known.title.plain(self.lang) })
    }

    /// `experience 1` is the first experience.
    fn link(&self, to: &Value) -> ItemId {
        let (kind, place) = to.as_str().and_then(|s| s.split_once(' ')).expect("a link");
        let place: usize = place.parse().expect("a place");
        let there = self.source.get(kind).and_then(Value::as_array).map_or(0, Vec::len);
        assert!((1..=there).contains(&place), "{}: there is no {kind} {place}", self.name);
        item_id(Kind::by_id(kind).expect("a kind"), place - 1)
    }
}
