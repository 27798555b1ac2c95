//! Ten thousand people go out and come back the same: record by record, as a backup, locked, and what they show as a file.
//! A million do in `./dev soak roundtrip`. Knows what `support/rounds` sends out.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]
#![allow(clippy::print_stdout, reason = "how many there were is worth knowing")]

use crate::dice;
use crate::round_trips as rounds;
use aritai::document::KINDS;
use dice::Dice;
use rounds::{Gone, round, somebody};
use std::collections::BTreeSet;
use std::ops::Range;

fn all(seeds: Range<u64>) {
    let gone: Vec<Gone> = seeds.map(round).collect();
    let sum = |of: fn(&Gone) -> usize| gone.iter().map(of).sum::<usize>();
    let (bytes, leaves, editions) = (sum(|g| g.bytes), sum(|g| g.leaves), sum(|g| g.editions));
    println!("{} people, {editions} editions, {leaves} answers, {bytes} bytes", gone.len());
    assert!(leaves > 5 * gone.len() && editions > gone.len(), "they had something to say");
}

// In two, so that both take the time of one.
#[test]
fn ten_thousand_people_come_back_as_they_were() {
    all(0..5_000);
}

#[test]
fn so_does_the_other_half() {
    all(5_000..10_000);
}

/// Else a field could be lost without being missed.
#[test]
fn among_them_every_field_says_something_and_letters_come_from_every_plane() {
    let (mut fields, mut planes) = (BTreeSet::new(), BTreeSet::new());
    for seed in 0..400 {
        let binder = somebody(&mut Dice::new(seed));
        for (path, leaf) in binder.document().leaves().filter(|(_, leaf)| leaf.is_said()) {
            fields.insert(path.field.id);
            planes.extend(format!("{leaf:?}").chars().map(|c| u32::from(c) >> 16));
            planes.extend(binder.document().text(path).chars().map(|c| u32::from(c) >> 16));
        }
    }
    for field in KINDS.into_iter().flat_map(|kind| kind.fields) {
        assert!(fields.contains(field.id), "nobody says {}", field.id);
    }
    assert_eq!(planes, (0..=16).collect(), "planes of Unicode");
}
