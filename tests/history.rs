//! Which earlier moments are kept: the policy alone, as a table and under chance.
//! Knows the policy, and moments that it invents.

#![allow(clippy::expect_used, reason = "a test says so by failing")]

use crate::dice;
use aritai::history::{BEFORE_MOST, DAYS_MOST, Held, MOST, Moment, RECENT_MOST, ROOM, Why, is_due, surplus};
use dice::Dice;
use std::collections::BTreeSet;

const DAY_MS: u64 = 86_400_000;
const YEAR_MS: u64 = 365 * DAY_MS;
const WHYS: [Why; 6] = [Why::Found, Why::Writing, Why::Taken, Why::Restore, Why::Over, Why::Migration];

fn moment(number: u64, day: u64, why: Why) -> Moment {
    let at = day * DAY_MS + number;
    Moment { number, at, day, why, generation: number * 3, size: 1_000, held: Held::default() }
}

/// A number of moments on a day, from a number on.
fn some(from: u64, count: u64, day: u64, why: Why) -> Vec<Moment> {
    (from..from + count).map(|number| moment(number, day, why)).collect()
}

fn kept(moments: &[Moment]) -> Vec<u64> {
    let gone = surplus(moments);
    assert_eq!(gone.iter().collect::<BTreeSet<_>>().len(), gone.len(), "none goes twice");
    moments.iter().map(|m| m.number).filter(|n| !gone.contains(n)).collect()
}

#[test]
fn the_table_of_what_stays() {
    let each_day: Vec<Moment> = (1..=30).map(|n| moment(n, n, Why::Found)).collect();
    let two_a_day: Vec<Moment> = (2..62).map(|n| moment(n, n / 2, Why::Writing)).collect();
    let before_in_the_way = [some(1, 10, 1, Why::Writing), some(11, 30, 1, Why::Restore)].concat();
    let writing_in_the_way = [some(1, 3, 1, Why::Over), some(4, 50, 1, Why::Writing)].concat();
    let big = |number, day, size| Moment { size, ..moment(number, day, Why::Writing) };
    let rows: Vec<(&str, Vec<Moment>, Vec<u64>)> = vec![
        ("nothing at all", vec![], vec![]),
        ("the first one", some(1, 1, 5, Why::Found), vec![1]),
        ("ten of one day", some(1, 10, 5, Why::Writing), (1..=10).collect()),
        ("forty of one day", some(1, 40, 5, Why::Writing), (31..=40).collect()),
        ("one a day for a month", each_day, (17..=30).collect()),
        // Ten of the last five days, and the last of each of nine days before.
        ("two a day for a month", two_a_day, [35, 37, 39, 41, 43, 45, 47, 49, 51].into_iter().chain(52..=61).collect()),
        ("a year later", [some(1, 3, 5, Why::Found), some(4, 1, 370, Why::Found)].concat(), vec![1, 2, 3, 4]),
        ("many restores push out no writing", before_in_the_way, (1..=10).chain(31..=40).collect()),
        ("much writing pushes out no start over", writing_in_the_way, (1..=3).chain(44..=53).collect()),
        ("one that is bigger than all the room", vec![big(1, 1, 10), big(2, 2, ROOM * 2)], vec![2]),
        ("the oldest make room", (1..=8).map(|n| big(n, n, ROOM / 4)).collect(), (5..=8).collect()),
        (
            "the newest from before stays, whatever there is of it",
            vec![Moment { size: ROOM, ..moment(1, 1, Why::Over) }, big(2, 2, ROOM)],
            vec![1, 2],
        ),
    ];
    for (what, moments, expected) in rows {
        assert_eq!(kept(&moments), expected, "{what}");
        let backwards: Vec<Moment> = moments.iter().rev().copied().collect();
        let mut same = kept(&backwards);
        same.sort_unstable();
        assert_eq!(same, expected, "{what}, in another order");
    }
}

/// A life of a record: moments come one after the other, the surplus goes at each, and the clock does what it likes.
fn live(seed: u64, jumps: bool) {
    let mut dice = Dice::new(seed);
    let mut clock = 20 * YEAR_MS + dice.next() % YEAR_MS;
    let mut all: Vec<Moment> = Vec::new();
    for number in 1..=300 {
        clock += dice.next() % (DAY_MS / 2);
        if jumps && dice.one_in(20) {
            let by = dice.pick(&[DAY_MS, YEAR_MS, 10 * YEAR_MS]);
            clock = if dice.one_in(2) { clock + by } else { clock.saturating_sub(by) };
        }
        let why = dice.pick(&WHYS);
        let size = dice.next() % dice.pick(&[1_000, 200_000, 2_000_000]);
        let before = all.clone();
        all.push(Moment { at: clock, day: clock / DAY_MS, size, ..moment(number, 0, why) });
        let gone = surplus(&all);
        let what = format!("seed {seed}, moment {number}");
        all.retain(|m| !gone.contains(&m.number));

        assert!(all.len() <= MOST, "{what}: {} are kept", all.len());
        assert!(all.iter().any(|m| m.number == number), "{what}: the newest stays");
        let newest_before = before.iter().chain(all.last()).rev().find(|m| m.why.is_before());
        assert!(newest_before.is_none_or(|m| all.contains(m)), "{what}: the newest from before stays");
        // Whatever the clock says, a new moment costs few others their place where there is room.
        let roomy = before.iter().map(|m| m.size).sum::<u64>() + size <= ROOM;
        if roomy {
            assert!(before.len() < all.len() + 2, "{what}: {} of {} went at once", gone.len(), before.len());
            // The ten newest of either kind are there.
            for before_kind in [false, true] {
                let most = if before_kind { BEFORE_MOST } else { RECENT_MOST };
                let of_kind = |m: &&Moment| m.why.is_before() == before_kind;
                let now: Vec<u64> = all.iter().filter(of_kind).rev().take(most).map(|m| m.number).collect();
                let was: Vec<u64> = before
                    .iter()
                    .chain(all.last().filter(|m| m.number == number))
                    .filter(of_kind)
                    .rev()
                    .take(most)
                    .map(|m| m.number)
                    .collect();
                assert_eq!(now, was, "{what}: the newest stay");
            }
        }
        let must = all.iter().filter(|m| m.number == number || newest_before == Some(*m)).map(|m| m.size).sum::<u64>();
        assert!(all.iter().map(|m| m.size).sum::<u64>() <= ROOM.max(must) + must, "{what}: the room is kept to");
        let days: BTreeSet<u64> = all.iter().map(|m| m.day).collect();
        assert!(
            !roomy || days.len() >= before.iter().map(|m| m.day).collect::<BTreeSet<_>>().len().min(DAYS_MOST),
            "{what}: days stay"
        );
    }
}

#[test]
fn whatever_comes_the_limits_hold_and_the_newest_stay() {
    for seed in 0..300 {
        live(seed, false);
    }
}

#[test]
fn a_clock_that_jumps_a_year_takes_nothing_along() {
    for seed in 0..300 {
        live(seed, true);
    }
}

#[test]
fn a_name_says_all_that_is_noted_and_names_stand_in_their_order() {
    let mut dice = Dice::new(5);
    let mut before = String::new();
    for number in 1..=2_000 {
        let mut small = || u32::try_from(dice.next() % 5_000).expect("small");
        let held = Held { answers: small(), experiences: small(), steps: small(), editions: small() };
        let at = dice.next() % (60 * YEAR_MS);
        let moment = Moment {
            at,
            day: at / DAY_MS,
            generation: dice.next() % 1_000_000,
            size: dice.next() % ROOM,
            held,
            ..moment(number * 3, 0, dice.pick(&WHYS))
        };
        let name = moment.to_string();
        assert_eq!(Moment::read(&name), Some(moment), "{name}");
        assert!(before < name, "{before} comes before {name}");
        before = name;
    }
}

#[test]
fn a_bare_number_is_one_from_before_and_anything_else_is_left_alone() {
    let bare = Moment::read("42").expect("a moment");
    assert_eq!((bare.number, bare.at, bare.why), (42, 0, Why::Restore));
    for strange in ["", "x", "1 2", "1 2 3 lunch 5 6 7 8 9 10", "0000000001 1 1 found 1 1 1 1 1", "-1", "1.5"] {
        assert_eq!(Moment::read(strange), None, "{strange:?}");
    }
}

#[test]
fn it_is_time_after_a_while_and_whenever_the_clock_jumped() {
    let now = 20 * YEAR_MS;
    let minutes = |n: u64| n * 60_000;
    for (why, last, due) in [
        (Why::Writing, None, true),
        (Why::Writing, Some(now), false),
        (Why::Writing, Some(now - minutes(9)), false),
        (Why::Writing, Some(now - minutes(10)), true),
        (Why::Writing, Some(now + YEAR_MS), true),
        (Why::Writing, Some(now - YEAR_MS), true),
        (Why::Taken, Some(now - minutes(1)), false),
        (Why::Taken, Some(now - minutes(2)), true),
        (Why::Found, Some(now), true),
        (Why::Over, Some(now), true),
    ] {
        assert_eq!(is_due(why, last, now), due, "{why:?}, last at {last:?}");
    }
}
