//! Reading a pack from JSON, strictly: what is missing, of another shape or unknown is said by name.
//!
//! By hand, over parsed values: a derived reader would be made anew for every type and weighs four times as much. The
//! first thing that is wrong is noted and the rest read on, with empty words in the place of what is missing.
//! May know: the pack's shape. Must never know: what its texts say.

use super::{Card, ExtraQuestion, Pack, Part, Question, SearchWords, Text};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The first thing that is wrong, in words for the author.
pub(super) type Wrong = Option<String>;

/// The fields of an object, taken out one by one.
struct Fields<'a> {
    left: Map<String, Value>,
    wrong: &'a mut Wrong,
}

fn note(wrong: &mut Wrong, what: &str, name: &str) {
    if wrong.is_none() {
        *wrong = Some([what, " `", name, "`"].concat());
    }
}

fn string(value: Value, wrong: &mut Wrong) -> String {
    if let Value::String(text) = value {
        return text;
    }
    note(wrong, "expected", "a string");
    String::new()
}

fn list<T>(value: Value, read: fn(Value, &mut Wrong) -> T, wrong: &mut Wrong) -> Vec<T> {
    if let Value::Array(values) = value {
        return values.into_iter().map(|value| read(value, wrong)).collect();
    }
    note(wrong, "expected", "a list");
    Vec::new()
}

impl<'a> Fields<'a> {
    fn of(value: Value, wrong: &'a mut Wrong) -> Self {
        if let Value::Object(left) = value {
            return Self { left, wrong };
        }
        note(wrong, "expected", "an object");
        Self { left: Map::new(), wrong }
    }

    fn need(&mut self, name: &str) -> Value {
        self.left.remove(name).unwrap_or_else(|| {
            note(self.wrong, "missing field", name);
            Value::Null
        })
    }

    /// What may be missing, or `null`.
    fn maybe(&mut self, name: &str) -> Option<Value> {
        self.left.remove(name).filter(|value| !value.is_null())
    }

    fn string(&mut self, name: &str) -> String {
        string(self.need(name), self.wrong)
    }

    fn maybe_string(&mut self, name: &str) -> Option<String> {
        self.maybe(name).map(|value| string(value, self.wrong))
    }

    fn text(&mut self, name: &str) -> Text {
        text(self.need(name), self.wrong)
    }

    fn maybe_text(&mut self, name: &str) -> Option<Text> {
        self.maybe(name).map(|value| text(value, self.wrong))
    }

    fn flag(&mut self, name: &str) -> bool {
        match self.left.remove(name) {
            None => false,
            Some(Value::Bool(on)) => on,
            Some(_) => {
                note(self.wrong, "expected", "true or false");
                false
            }
        }
    }

    fn list<T>(&mut self, name: &str, read: fn(Value, &mut Wrong) -> T) -> Vec<T> {
        list(self.need(name), read, self.wrong)
    }

    /// A list that may be missing.
    fn maybe_list<T>(&mut self, name: &str, read: fn(Value, &mut Wrong) -> T) -> Vec<T> {
        self.left.remove(name).map(|value| list(value, read, self.wrong)).unwrap_or_default()
    }

    fn end(self) {
        if let Some(name) = self.left.keys().next() {
            note(self.wrong, "unknown field", name);
        }
    }
}

fn text(value: Value, wrong: &mut Wrong) -> Text {
    let mut f = Fields::of(value, wrong);
    let text = Text { ja: f.string("ja"), en: f.string("en"), ja_easy: f.maybe_string("ja_easy") };
    f.end();
    text
}

fn search_words(value: Value, wrong: &mut Wrong) -> SearchWords {
    let mut f = Fields::of(value, wrong);
    let words = SearchWords { ja: f.maybe_list("ja", string), en: f.maybe_list("en", string) };
    f.end();
    words
}

fn card(value: Value, wrong: &mut Wrong) -> Card {
    let mut f = Fields::of(value, wrong);
    let card = Card {
        id: f.string("id"),
        title: f.text("title"),
        note: f.maybe_text("note"),
        small: f.maybe_text("small"),
        then: f.maybe_text("then"),
        group: f.maybe_string("group"),
        doors: f.maybe_list("doors", string),
        effort: f.maybe_string("effort"),
        decides: f.maybe_string("decides"),
        builds: f.maybe_list("builds", string),
        kana: f.maybe_string("kana"),
        search: f.maybe("search").map(|value| search_words(value, f.wrong)),
        first: f.flag("first"),
        careful: f.flag("careful"),
    };
    f.end();
    card
}

fn question(value: Value, wrong: &mut Wrong) -> Question {
    let mut f = Fields::of(value, wrong);
    let question = Question {
        id: f.string("id"),
        label: f.text("label"),
        title: f.maybe_text("title"),
        hint: f.maybe_text("hint"),
        why: f.maybe_text("why"),
        starters: f.maybe_list("starters", text),
        example: f.maybe_text("example"),
        unsure: f.maybe_text("unsure"),
        cards: f.maybe_string("cards"),
    };
    f.end();
    question
}

fn part(value: Value, wrong: &mut Wrong) -> Part {
    let mut f = Fields::of(value, wrong);
    let part = Part { id: f.string("id"), title: f.text("title"), lead: f.text("lead"), lens: f.maybe_text("lens") };
    f.end();
    part
}

fn extra(value: Value, wrong: &mut Wrong) -> ExtraQuestion {
    let mut f = Fields::of(value, wrong);
    let extra = ExtraQuestion {
        id: f.string("id"),
        section: f.string("section"),
        title: f.text("title"),
        hint: f.maybe_text("hint"),
    };
    f.end();
    extra
}

fn catalogues(value: Value, wrong: &mut Wrong) -> BTreeMap<String, Vec<Card>> {
    let mut all = BTreeMap::new();
    for (name, cards) in Fields::of(value, wrong).left {
        all.insert(name, list(cards, card, wrong));
    }
    all
}

/// The pack in a parsed file, or the first thing that is wrong with it.
pub(super) fn pack(value: Value) -> (Pack, Wrong) {
    let mut wrong = None;
    let mut f = Fields::of(value, &mut wrong);
    let format = f.need("format").as_u64().and_then(|n| u32::try_from(n).ok());
    if format.is_none() {
        note(f.wrong, "expected", "the number of a format");
    }
    let pack = Pack {
        schema: f.maybe_string("$schema"),
        format: format.unwrap_or_default(),
        id: f.string("id"),
        version: f.string("version"),
        title: f.text("title"),
        sections: f.list("sections", part),
        questions: f.list("questions", question),
        catalogues: catalogues(f.need("catalogues"), f.wrong),
        extra: f.maybe_list("extra", extra),
    };
    f.end();
    (pack, wrong)
}
