//! One pack laid over another: a file that holds only what a workplace says otherwise.
//!
//! It says words anew by id, hides cards, and adds some. It is laid over the parsed file, so that one reader
//! ([`super::read`]) looks at the shape of either. Our own were looked at by the tests (`tests/workplaces.rs`) and are
//! only laid ([`lay_own`]), which weighs a fifth; anybody else's is looked at while it is laid ([`lay`]).
//! May know: the pack's shape, what no pack may change. Must never know: which workplaces there are.
//!
//! *Invariant:* whoever has answered keeps their answers. No id goes, comes twice, or turns into another kind
//! of question; and what is promised stays promised, in the words of the pack below.

use super::without_readings;
use serde_json::Value;

/// The words of a section, a question or a card. All else of them is fixed: type, group, who opens the door, what is asked twice.
const WORDS: [&str; 13] = [
    "lead", "label", "hint", "why", "starters", "example", "unsure", "note", "small", "then", "kana", "search", "title",
];
/// Whose cards may be hidden, and where some may be added. The program knows the others one by one.
const OPEN: [&str; 8] =
    ["activities", "values", "experiences", "strengths", "obstacles", "steps", "topics", "precedents"];
/// The kinds of 「いまの働き方が続いたら」. Only what is there to begin with, and the example, may be said otherwise.
const CARRYING_ON: [&str; 3] = ["drift", "stay", "worry"];
/// A text that says one of these is a promise: of who sees what, or about appraisal.
const PROMISED: [&str; 4] = ["評価", "見えません", "あなただけ", "自分だけ"];

/// What stands before the catalogue's name where its hidden cards are.
pub(super) const HIDDEN: &str = "-";

/// Lays what `over` says over `pack`.
///
/// # Errors
/// Why it can't be, in words for the author. Then the pack is good for nothing any more.
pub(super) fn lay(pack: &mut Value, over: Value) -> Result<(), String> {
    let Value::Object(mut over) = over else { return Err("expected an object".into()) };
    if over.remove("over").as_ref() != pack.get("id") {
        return no("it does not lie over", "this pack");
    }
    for (name, said) in over {
        let below = pack.get_mut(&name);
        match (name.as_str(), below) {
            ("sections" | "questions", Some(below)) => reword(&name, below, said)?,
            ("add" | "catalogues" | "hide", _) => {
                let Value::Object(said) = said else { return no("expected an object in", &name) };
                for (catalogue, said) in said {
                    let all = pack.get_mut("catalogues").and_then(|all| all.get_mut(&catalogue));
                    let Some(below) = all else { return no("unknown catalogue", &catalogue) };
                    if name == "catalogues" {
                        reword(&catalogue, below, said)?;
                    } else if !OPEN.contains(&catalogue.as_str()) {
                        return no("fixed catalogue", &catalogue);
                    } else if name == "add" {
                        add(below, said)?;
                    } else {
                        let hidden = hide(below, said)?;
                        pack["catalogues"][[HIDDEN, &catalogue].concat()] = hidden;
                    }
                }
            }
            ("$schema" | "format" | "id" | "title" | "version", Some(below)) => *below = said,
            _ => return no("unknown field", &name),
        }
    }
    Ok(())
}

/// Lays one of our own, which says words anew and does nothing else, as [`lay`] would.
pub(super) fn lay_own(below: &mut Value, above: Value) {
    match (below, above) {
        // By name; a text as a whole.
        (Value::Object(below), Value::Object(above)) if !above.contains_key("ja") => {
            for (name, above) in above {
                lay_own(below.entry(name).or_insert(Value::Null), above);
            }
        }
        // By id.
        (Value::Array(below), Value::Object(above)) => {
            for (id, above) in above {
                if let Some(below) = below.iter_mut().find(|one| one["id"] == id) {
                    lay_own(below, above);
                }
            }
        }
        (below, above) => *below = above,
    }
}

fn no<T>(what: &str, name: &str) -> Result<T, String> {
    Err([what, " `", name, "`"].concat())
}

fn place(list: &Value, id: &str) -> Option<usize> {
    list.as_array()?.iter().position(|one| one["id"] == id)
}

/// Says words of a list's entries anew: `{"x02": {"title": …}}`.
fn reword(list_name: &str, list: &mut Value, said: Value) -> Result<(), String> {
    let Value::Object(said) = said else { return no("expected an object in", list_name) };
    for (id, words) in said {
        let Some(at) = place(list, &id) else { return no("unknown id", &id) };
        let Value::Object(words) = words else { return no("expected an object in", &id) };
        let carrying_on = CARRYING_ON.contains(&id.split('.').next().unwrap_or_default());
        for (name, text) in words {
            let below = &mut list[at][&name];
            let begun = matches!(name.as_str(), "starters" | "example");
            if !WORDS.contains(&name.as_str()) {
                return no("what can't be changed", &name);
            }
            if !begun && (carrying_on || is_promised(below)) {
                return no("what is promised in", &id);
            }
            *below = text;
        }
    }
    Ok(())
}

/// Adds cards, behind those that are there.
fn add(list: &mut Value, said: Value) -> Result<(), String> {
    let Value::Array(cards) = said else { return no("expected", "a list") };
    for card in cards {
        let id = card["id"].as_str().unwrap_or_default();
        if place(list, id).is_some() {
            return no("id that is in use", id);
        }
        if let Value::Array(list) = list {
            list.push(card);
        }
    }
    Ok(())
}

/// Takes cards out; they are found by their id still, for those who chose them.
fn hide(list: &mut Value, said: Value) -> Result<Value, String> {
    let Value::Array(ids) = said else { return no("expected", "a list") };
    let mut hidden = Vec::new();
    for id in &ids {
        let id = id.as_str().unwrap_or_default();
        match (place(list, id), &mut *list) {
            (Some(at), Value::Array(list)) => hidden.push(list.remove(at)),
            _ => return no("unknown id", id),
        }
    }
    Ok(hidden.into())
}

fn is_promised(text: &Value) -> bool {
    text["ja"].as_str().is_some_and(|text| {
        let text = without_readings(text);
        PROMISED.iter().any(|promise| text.contains(promise))
    })
}
