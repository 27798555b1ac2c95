//! What a newer program may have written: fields, paths and whole records that this one has never heard of.
//! Needs `dice` and `people` beside it.

use crate::dice::Dice;
use crate::odd::words;
use aritai::format::Record;
use serde_json::{Map, Value, json};

/// Adds to records what this program doesn't know.
pub(crate) fn from_a_newer_program(dice: &mut Dice, records: &mut Vec<Record>) {
    let Some(edition) = records.first().and_then(|r| r.key.split_once(':')).map(|(id, _)| id.to_owned()) else {
        return;
    };
    for record in records.iter_mut() {
        if dice.one_in(3) {
            record.body.get_or_insert_default().insert(name(dice), value(dice, 4));
        }
        if let Some(Value::Array(paths)) = record.body.as_mut().and_then(|b| b.get_mut("paths")) {
            paths.push(json!("wish.mood"));
            paths.push(json!("mood/00000000000000a1.what"));
            paths.push(json!("もう読めない道"));
        }
    }
    let parts = [
        "mood/00000000000000a1",
        "order.mood",
        "shared.mentor",
        "wish.mood",
        "experience/00000000000000A1",
        "experience/+0000000000000a1",
        "experience.00000000000000a1",
        "wish/scene",
        "order/experience",
        "order.wish",
        "来年の欄",
        "",
    ];
    for part in parts {
        if dice.one_in(2) {
            let body = Map::from_iter([(name(dice), value(dice, 4)), (name(dice), value(dice, 4))]);
            records.push(Record { key: format!("{edition}:{part}"), generation: 1, body: Some(body) });
        }
    }
}

fn name(dice: &mut Dice) -> String {
    format!("x-{}{}", dice.below(3), dice.pick(&["", "後で", "v", "\"", "."]))
}

fn value(dice: &mut Dice, depth: usize) -> Value {
    match dice.below(if depth == 0 { 7 } else { 9 }) {
        0 => Value::Null,
        1 => dice.one_in(2).into(),
        2 => dice.pick(&[0, 1, u64::MAX, 1 << 53]).into(),
        3 => dice.pick(&[i64::MIN, -1]).into(),
        // Up to fifteen digits: `format.rs` says why.
        4 => dice.pick(&[0.1, -2.5, 1e22, 123_456_789.012_345, 1e-7]).into(),
        5 | 6 => words(dice).into(),
        7 => (0..dice.below(4)).map(|_| value(dice, depth - 1)).collect(),
        _ => Value::Object((0..dice.below(4)).map(|_| (name(dice), value(dice, depth - 1))).collect()),
    }
}
