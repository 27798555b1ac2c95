//! Reading a pack from JSON, strictly: what is missing, of another shape or unknown is said by name.
//!
//! By hand, over parsed values: a derived reader would be made anew for every type and weighs three times as much.
//! May know: the pack's shape. Must never know: what its texts say.

use super::{Card, ExtraQuestion, Pack, Part, Question, Text};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

type Read<T> = Result<T, String>;

/// The fields of an object, taken out one by one.
struct Fields(Map<String, Value>);

impl Fields {
    fn of(value: Value) -> Read<Self> {
        if let Value::Object(fields) = value { Ok(Self(fields)) } else { Err(wrong("an object")) }
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }

    fn need(&mut self, name: &str) -> Read<Value> {
        self.take(name).ok_or_else(|| ["missing field `", name, "`"].concat())
    }

    fn string(&mut self, name: &str) -> Read<String> {
        string(self.need(name)?)
    }

    /// A string that may be missing, or `null`.
    fn maybe_string(&mut self, name: &str) -> Read<Option<String>> {
        self.take(name).filter(|v| !v.is_null()).map(string).transpose()
    }

    fn text(&mut self, name: &str) -> Read<Text> {
        text(self.need(name)?)
    }

    fn maybe_text(&mut self, name: &str) -> Read<Option<Text>> {
        self.take(name).filter(|v| !v.is_null()).map(text).transpose()
    }

    fn flag(&mut self, name: &str) -> Read<bool> {
        self.take(name).map_or(Ok(false), |v| v.as_bool().ok_or_else(|| wrong("true or false")))
    }

    /// A list that may be missing.
    fn list<T>(&mut self, name: &str, read: fn(Value) -> Read<T>) -> Read<Vec<T>> {
        self.take(name).map_or(Ok(Vec::new()), |v| list(v, read))
    }

    fn end(self) -> Read<()> {
        self.0.keys().next().map_or(Ok(()), |name| Err(["unknown field `", name, "`"].concat()))
    }
}

fn wrong(wanted: &str) -> String {
    ["expected ", wanted].concat()
}

fn string(value: Value) -> Read<String> {
    if let Value::String(text) = value { Ok(text) } else { Err(wrong("a string")) }
}

fn list<T>(value: Value, read: fn(Value) -> Read<T>) -> Read<Vec<T>> {
    let Value::Array(values) = value else { return Err(wrong("a list")) };
    values.into_iter().map(read).collect()
}

fn text(value: Value) -> Read<Text> {
    let mut f = Fields::of(value)?;
    let text = Text { ja: f.string("ja")?, en: f.string("en")?, ja_easy: f.maybe_string("ja_easy")? };
    f.end().map(|()| text)
}

fn card(value: Value) -> Read<Card> {
    let mut f = Fields::of(value)?;
    let card = Card {
        id: f.string("id")?,
        title: f.text("title")?,
        note: f.maybe_text("note")?,
        small: f.maybe_text("small")?,
        then: f.maybe_text("then")?,
        group: f.maybe_string("group")?,
        doors: f.list("doors", string)?,
        effort: f.maybe_string("effort")?,
        decides: f.maybe_string("decides")?,
        builds: f.list("builds", string)?,
        kana: f.maybe_string("kana")?,
        first: f.flag("first")?,
        careful: f.flag("careful")?,
    };
    f.end().map(|()| card)
}

fn question(value: Value) -> Read<Question> {
    let mut f = Fields::of(value)?;
    let question = Question {
        id: f.string("id")?,
        label: f.text("label")?,
        title: f.maybe_text("title")?,
        hint: f.maybe_text("hint")?,
        why: f.maybe_text("why")?,
        starters: f.list("starters", text)?,
        example: f.maybe_text("example")?,
        unsure: f.maybe_text("unsure")?,
        cards: f.maybe_string("cards")?,
    };
    f.end().map(|()| question)
}

fn part(value: Value) -> Read<Part> {
    let mut f = Fields::of(value)?;
    let part =
        Part { id: f.string("id")?, title: f.text("title")?, lead: f.text("lead")?, lens: f.maybe_text("lens")? };
    f.end().map(|()| part)
}

fn extra(value: Value) -> Read<ExtraQuestion> {
    let mut f = Fields::of(value)?;
    let extra = ExtraQuestion {
        id: f.string("id")?,
        section: f.string("section")?,
        title: f.text("title")?,
        hint: f.maybe_text("hint")?,
    };
    f.end().map(|()| extra)
}

/// The pack in a parsed file.
pub(super) fn pack(value: Value) -> Read<Pack> {
    let mut f = Fields::of(value)?;
    let format = f.need("format")?.as_u64().and_then(|n| u32::try_from(n).ok());
    let mut catalogues = BTreeMap::new();
    for (name, cards) in Fields::of(f.need("catalogues")?)?.0 {
        catalogues.insert(name, list(cards, card)?);
    }
    let pack = Pack {
        schema: f.maybe_string("$schema")?,
        format: format.ok_or_else(|| wrong("the number of a format"))?,
        id: f.string("id")?,
        version: f.string("version")?,
        title: f.text("title")?,
        sections: list(f.need("sections")?, part)?,
        questions: list(f.need("questions")?, question)?,
        catalogues,
        extra: f.list("extra", extra)?,
    };
    f.end().map(|()| pack)
}
