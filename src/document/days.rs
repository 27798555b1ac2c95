//! Where a document names days, and what they are the days of: for a calendar.
//!
//! May know: the fields that hold days. Must never know: what day it is today, who may see what, calendars as files.

use super::day::{self, Typed};
use super::next::OVER;
use super::{Document, ItemId, Path, after, sheet, steps};

/// What a day is the day of. The day on which something was written down is no such day: nothing happens
/// then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOf {
    /// The talk itself.
    Talk,
    /// The first day of the steps.
    Start,
    /// A step.
    Step,
    /// By when something was promised.
    Promise,
    /// The answer.
    Reply,
    /// What was answered to an ask.
    Answer,
    /// The next talk.
    Next,
}

impl DayOf {
    /// The id of the field or kind by whose label it is called.
    pub fn id(self) -> &'static str {
        match self {
            Self::Talk => sheet::TALK_DAY.id,
            Self::Start => steps::START.id,
            Self::Step => steps::STEP.id,
            Self::Promise => after::PROMISE.id,
            Self::Reply => after::REPLY_DAY.id,
            Self::Answer => sheet::ASK_ANSWER.id,
            Self::Next => after::NEXT_DAY.id,
        }
    }
}

/// A place where a day is asked for, of something that is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedDay {
    /// What it is the day of.
    pub of: DayOf,
    /// The day; `None` where none is written, or none that can be told for certain.
    pub day: Option<Typed>,
    /// The leaf in which it is typed.
    pub leaf: Path,
    /// The leaves that say what happens then.
    pub says: Vec<Path>,
}

/// Every place where a day is written, or something that has no day yet, in the order of the walk.
pub fn named(document: &Document) -> Vec<NamedDay> {
    let mut all = Vec::new();
    let mut note = |of: DayOf, leaf: Path, says: Vec<Path>| {
        let there = document.is_said(leaf) || says.iter().any(|path| document.is_said(*path));
        let day = day::read(document.text(leaf));
        all.extend(there.then_some(NamedDay { of, day, leaf, says }));
    };
    note(DayOf::Talk, sheet::TALK_DAY.alone(), Vec::new());
    note(DayOf::Start, steps::START.alone(), Vec::new());
    for id in document.ids(&steps::STEP).into_iter().filter(|id| !is_over(document, *id)) {
        note(DayOf::Step, steps::DAY.of(id), vec![steps::WHAT.of(id), steps::PLACE.of(id)]);
    }
    for id in document.ids(&after::PROMISE) {
        note(DayOf::Promise, after::BY.of(id), vec![after::WHO.of(id), after::WHAT.of(id)]);
    }
    for id in document.ids(&sheet::ASK) {
        note(DayOf::Answer, sheet::ASK_ANSWER_BY.of(id), vec![sheet::ASK_WHAT.of(id), sheet::ASK_ANSWER.of(id)]);
    }
    note(DayOf::Reply, after::REPLY_DAY.alone(), Vec::new());
    note(DayOf::Next, after::NEXT_DAY.alone(), Vec::new());
    all
}

/// Whether it is done or given up, and needs no day any more.
fn is_over(document: &Document, step: ItemId) -> bool {
    document.card(steps::STATE.of(step)).is_some_and(|state| OVER.contains(&state.id.as_str()))
}
