//! What one record holds, as JSON: written from the document, and read back into it.
//!
//! May know: the document. Must never know: where the text is kept, what the answers mean.
//!
//! *Invariant:* what this program doesn't know stands in the `unknown` of its place and is written again as it was.

use crate::document::order::ordered;
use crate::document::record::Part;
use crate::document::{Answer, Document, Edition, Item, ItemId, LAST_MOMENT, Leaf, Path, Picked, Shape};
use serde_json::{Map, Value, json};

/// What the record of a part holds; `None` where there is nothing to hold.
pub(super) fn of(edition: &Edition, part: &Part) -> Option<Map<String, Value>> {
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
            // What a newer program wrote beside a lone field is kept under the field's name. What the person wrote wins.
            let mut body = item.unknown.get(path.field.name()).and_then(Value::as_object).cloned().unwrap_or_default();
            if let Some(value) = write_leaf(document.leaf(*path)?) {
                body.insert("v".to_owned(), value);
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
            let ids = document.items(kind).iter().map(|i| i.id.to_string());
            Some(with_list(unknown_in(document, part), "ids", ids))
        }
        Part::Shared(audience) => Some(paths_body(document, part, &document.shared[*audience as usize])),
        Part::LeftOff(audience) => Some(paths_body(document, part, &document.left_off[*audience as usize])),
        Part::Extra(id) => {
            let mut body = unknown_in(document, part);
            if let Some(value) = document.extra(id).and_then(|answer| write_leaf(&Leaf::Text(answer.clone()))) {
                body.insert("v".to_owned(), value);
            }
            Some(body)
        }
        Part::Unknown(key) => document.unknown.get(key).and_then(Value::as_object).cloned(),
    }
}

fn paths_body(document: &Document, part: &Part, paths: &[Path]) -> Map<String, Value> {
    with_list(unknown_in(document, part), "paths", paths.iter().map(Path::to_string))
}

/// What a newer program wrote into an order, a share or an extra answer.
fn unknown_in(document: &Document, part: &Part) -> Map<String, Value> {
    document.unknown.get(&part.to_string()).and_then(Value::as_object).cloned().unwrap_or_default()
}

fn keep_unknown(document: &mut Document, name: String, rest: Map<String, Value>) {
    if rest.is_empty() {
        document.unknown.remove(&name);
    } else {
        document.unknown.insert(name, Value::Object(rest));
    }
}

/// Puts `known` in front of what else is in the list; an empty list is not there at all.
fn with_list(mut body: Map<String, Value>, name: &str, known: impl Iterator<Item = String>) -> Map<String, Value> {
    let mut list: Vec<Value> = known.map(Value::String).collect();
    list.extend(body.get(name).and_then(Value::as_array).cloned().unwrap_or_default());
    if !list.is_empty() {
        body.insert(name.to_owned(), Value::Array(list));
    }
    body
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

/// Puts what a record holds into its place. An empty body empties the place.
pub(super) fn put(edition: &mut Edition, part: Part, mut body: Map<String, Value>) {
    let document = &mut edition.document;
    match part {
        Part::Edition => {
            edition.opened_at = body.remove("opened").and_then(|v| v.as_u64()).unwrap_or(0).min(LAST_MOMENT);
            edition.closed_at = body.remove("closed").and_then(|v| v.as_u64()).map(|at| at.min(LAST_MOMENT));
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
        Part::Order(kind) => {
            let order: Vec<ItemId> = take_list(&mut body, "ids").iter().filter_map(read_id).collect();
            let place = |id: ItemId| order.iter().position(|o| *o == id).unwrap_or(usize::MAX) as u64;
            let items = document.items_mut(kind);
            *items = ordered(std::mem::take(items), |i| (0, place(i.id)));
            keep_unknown(document, part.to_string(), body);
        }
        Part::Shared(audience) | Part::LeftOff(audience) => {
            // A path that a newer program knows is kept, and shows nothing here.
            let read = |value: &Value| value.as_str().and_then(Path::read);
            let (known, strange): (Vec<Value>, Vec<Value>) =
                take_list(&mut body, "paths").into_iter().partition(|value| read(value).is_some());
            let may = |path: &Path| document.can_be_shown(*path);
            let mut paths = Vec::new();
            for path in known.iter().filter_map(read).filter(may) {
                if let Err(at) = paths.binary_search(&path) {
                    paths.insert(at, path);
                }
            }
            let lists = if matches!(part, Part::Shared(_)) { &mut document.shared } else { &mut document.left_off };
            lists[audience as usize] = paths;
            if !strange.is_empty() {
                body.insert("paths".to_owned(), Value::Array(strange));
            }
            keep_unknown(document, part.to_string(), body);
        }
        Part::Extra(ref id) => {
            let answer = match body.get("v").and_then(|v| read_leaf(Shape::Text, v)) {
                Some(Leaf::Text(answer)) => Some(answer),
                _ => None,
            };
            if answer.is_some() {
                body.remove("v");
            }
            document.set_extra(id, answer);
            keep_unknown(document, part.to_string(), body);
        }
        Part::Unknown(name) => keep_unknown(document, name, body),
    }
}

/// Takes a list out of a body; what stands there and is no list is none, and is gone: a list will be written in its place.
fn take_list(body: &mut Map<String, Value>, name: &str) -> Vec<Value> {
    match body.remove(name) {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    }
}
