//! Brings records of an older format up to the one that this program writes: one step for each version, in their order.
//!
//! May know: records as they are on paper. Must never know: documents, where the records came from.
//!
//! *Invariant:* a format without its step does not compile, and a step that was released is never changed again.

use super::{FORMAT, Record};

/// What brings records from one format to the next.
type Step = fn(Vec<Record>) -> Vec<Record>;

/// The first step leads from format 1 to format 2, and so on. Format 1 is the newest: there is none yet.
const STEPS: [Step; FORMAT as usize - 1] = [];

/// Records of a format as this program reads them.
pub fn migrate(records: Vec<Record>, from: u32) -> Vec<Record> {
    run(&STEPS, records, from)
}

fn run(steps: &[Step], records: Vec<Record>, from: u32) -> Vec<Record> {
    let done = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
    steps.iter().skip(done).fold(records, |records, step| step(records))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, json};

    /// Steps that leave their mark on each record, in the order in which they came.
    const MARKED: [Step; 3] = [|r| marked(r, 2), |r| marked(r, 3), |r| marked(r, 4)];

    fn marked(mut records: Vec<Record>, now: u32) -> Vec<Record> {
        for body in records.iter_mut().filter_map(|r| r.body.as_mut()) {
            let seen = body.entry("seen").or_insert_with(|| json!([]));
            if let Some(seen) = seen.as_array_mut() {
                seen.push(json!(now));
            }
        }
        records
    }

    fn one() -> Vec<Record> {
        vec![Record { key: "1:edition".to_owned(), generation: 3, body: Some(Map::new()) }]
    }

    #[test]
    fn each_step_after_the_format_runs_once_and_in_order() {
        for (from, seen) in
            [(0, vec![2, 3, 4]), (1, vec![2, 3, 4]), (2, vec![3, 4]), (3, vec![4]), (4, vec![]), (9, vec![])]
        {
            let after = run(&MARKED, one(), from);
            let found = after[0].body.as_ref().and_then(|b| b.get("seen")).cloned().unwrap_or_else(|| json!([]));
            assert_eq!(found, json!(seen), "from format {from}");
        }
    }

    #[test]
    fn there_is_a_step_for_every_format_and_none_for_this_one() {
        assert_eq!(STEPS.len() + 1, FORMAT as usize);
        assert_eq!(migrate(one(), FORMAT), one());
    }
}
