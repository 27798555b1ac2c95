//! Which whole records of earlier moments are kept to go back to, and what is noted of each.
//!
//! A moment is a whole backup. One is taken of what is found at a start, of what was there before something was taken away,
//! and every ten minutes in which something was written: ten of those reach back over ten sittings or a long afternoon,
//! where ten saves would reach back four seconds. Besides them stay the last moment of each of the last fourteen days on
//! which there was one, and the ten last from before a restore, a start over or a migration.
//! May know: numbers. Must never know: what is in a record, where it is kept, what time it is.
//!
//! *Invariant:* nothing is compared with the clock. Moments stand in the order of their numbers, and a day is a label: a
//! clock that jumps a year, forth or back, costs no moment its place.

use crate::document::order::sorted;
use std::borrow::Borrow;
use std::fmt;

/// How many ordinary moments are kept.
pub const RECENT_MOST: usize = 10;
/// Of how many days the last moment is kept.
pub const DAYS_MOST: usize = 14;
/// How many from before something that replaced everything are kept.
pub const BEFORE_MOST: usize = 10;
/// How many there can be.
pub const MOST: usize = RECENT_MOST + DAYS_MOST + BEFORE_MOST;
/// How many bytes they may take together. The oldest go first; the newest one, and the newest from before, stay always.
pub const ROOM: u64 = 6_000_000;

/// How long after a moment the next ordinary one is taken, in milliseconds.
const APART_MS: u64 = 10 * 60 * 1_000;
/// How long after a moment one is taken because something is about to go.
const APART_TAKEN_MS: u64 = 2 * 60 * 1_000;

/// Why a moment was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was found like this at a start.
    Found,
    /// In the middle of writing.
    Writing,
    /// Something was about to be taken away.
    Taken,
    /// Before a restore.
    Restore,
    /// Before a start over.
    Over,
    /// Before the records were written in a newer format.
    Migration,
}

const WHYS: [(Why, &str); 6] = [
    (Why::Found, "found"),
    (Why::Writing, "writing"),
    (Why::Taken, "taken"),
    (Why::Restore, "restore"),
    (Why::Over, "over"),
    (Why::Migration, "migration"),
];

impl Why {
    /// Whether it is from before something that replaced everything.
    pub fn is_before(self) -> bool {
        matches!(self, Self::Restore | Self::Over | Self::Migration)
    }
}

/// What a moment held, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Answers of any kind.
    pub answers: u32,
    /// Experiences.
    pub experiences: u32,
    /// Steps.
    pub steps: u32,
    /// Closed editions.
    pub editions: u32,
}

/// What is noted of a moment; as text it is the name under which it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Its place in the order, counted up.
    pub number: u64,
    /// When it was taken, by the machine's clock, milliseconds since 1970; 0 where that is not known.
    pub at: u64,
    /// Which calendar day that was, counted in any way that gives each day its own number.
    pub day: u64,
    /// Why.
    pub why: Why,
    /// The generation that it shows.
    pub generation: u64,
    /// How many bytes it takes.
    pub size: u64,
    /// What it held.
    pub held: Held,
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, at, day, generation, size, held, .. } = self;
        let why = WHYS.iter().find(|(why, _)| *why == self.why).map_or("", |(_, name)| name);
        let Held { answers, experiences, steps, editions } = held;
        write!(f, "{number:010} {at} {day} {why} {generation} {size} {answers} {experiences} {steps} {editions}")
    }
}

impl Moment {
    /// Reads a name; `None` where it is none. A bare number is one from before, of a program that noted no more.
    pub fn read(name: &str) -> Option<Self> {
        let mut words = name.split(' ');
        let number = words.next()?.parse().ok()?;
        let bare = Self { number, at: 0, day: 0, why: Why::Restore, generation: 0, size: 0, held: Held::default() };
        let rest: Vec<&str> = words.collect();
        if rest.is_empty() {
            return Some(bare);
        }
        let number_at = |at: usize| rest.get(at)?.parse::<u64>().ok();
        let small = |at: usize| u32::try_from(number_at(at)?).ok();
        let why = WHYS.iter().find(|(_, name)| rest.get(2) == Some(name))?.0;
        let held = Held { answers: small(5)?, experiences: small(6)?, steps: small(7)?, editions: small(8)? };
        Some(Self {
            at: number_at(0)?,
            day: number_at(1)?,
            why,
            generation: number_at(3)?,
            size: number_at(4)?,
            held,
            ..bare
        })
    }
}

/// Moments, the newest first.
pub(crate) fn newest_first<M: Borrow<Moment>>(moments: Vec<M>) -> Vec<M> {
    sorted(moments, |a, b| b.borrow().number.cmp(&a.borrow().number))
}

/// The numbers of the moments that make room. They may come in any order.
pub fn surplus(moments: &[Moment]) -> Vec<u64> {
    let newest_first = newest_first(moments.iter().collect());
    let (mut recent, mut before) = (0, 0);
    let mut days: Vec<u64> = Vec::new();
    let mut room = ROOM;
    let mut gone = Vec::new();
    for moment in newest_first {
        let count = if moment.why.is_before() { &mut before } else { &mut recent };
        *count += 1;
        let most = if moment.why.is_before() { BEFORE_MOST } else { RECENT_MOST };
        let is_last_of_day = days.len() < DAYS_MOST && !days.contains(&moment.day);
        if is_last_of_day {
            days.push(moment.day);
        }
        let wanted = *count <= most || is_last_of_day;
        let newest_of_all = recent + before == 1;
        let always = newest_of_all || moment.why.is_before() && before == 1;
        if always || wanted && moment.size <= room {
            room = room.saturating_sub(moment.size);
        } else {
            if wanted {
                // What is older than the first that found no room has none either.
                room = 0;
            }
            gone.push(moment.number);
        }
    }
    gone
}

/// Whether it is time for another moment, after the last one of that time.
pub fn is_due(why: Why, last: Option<u64>, now: u64) -> bool {
    // A clock that jumped makes it time.
    let passed = |apart: u64| last.is_none_or(|last| now.abs_diff(last) >= apart);
    match why {
        Why::Writing => passed(APART_MS),
        Why::Taken => passed(APART_TAKEN_MS),
        Why::Found | Why::Restore | Why::Over | Why::Migration => true,
    }
}
