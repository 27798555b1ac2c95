//! The days that a document names, and what they are the days of: for a calendar.
//!
//! A day counts only where month and day can be read ([`day::read`]); 「金曜の昼」 stays words.
//! May know: the fields that hold days. Must never know: what day it is today, who may see what, calendars as files.

use super::day::{self, TypedDay};
use super::next::OVER;
use super::{Document, ItemId, Path, after, sheet, steps};

/// What a day is the day of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOf {
    /// The talk itself.
    Talk,
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
    /// A look back.
    Look,
}

impl DayOf {
    /// The id of the field or kind by whose label it is called.
    pub fn id(self) -> &'static str {
        match self {
            Self::Talk => sheet::DATE.id,
            Self::Step => steps::STEP.id,
            Self::Promise => after::PROMISE.id,
            Self::Reply => after::REPLY_DAY.id,
            Self::Answer => sheet::ASK_ANSWER.id,
            Self::Next => after::NEXT_DAY.id,
            Self::Look => after::LOOK.id,
        }
    }
}

/// A day that a document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedDay {
    /// What it is the day of.
    pub of: DayOf,
    /// The day; month and day are always there.
    pub day: TypedDay,
    /// The leaf in which it was typed.
    pub leaf: Path,
    /// The leaves that say what happens then.
    pub says: Vec<Path>,
}

/// Every day that can be read, in the order of the walk.
pub fn named(document: &Document) -> Vec<NamedDay> {
    let mut all = Vec::new();
    let mut note = |of: DayOf, leaf: Path, says: Vec<Path>| {
        let day = day::read(document.text(leaf)).filter(|day| day.month.is_some() && day.day.is_some());
        all.extend(day.map(|day| NamedDay { of, day, leaf, says }));
    };
    note(DayOf::Talk, sheet::DATE.alone(), Vec::new());
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
    for id in document.ids(&after::LOOK) {
        note(DayOf::Look, after::LOOK_DAY.of(id), vec![after::LOOK_SPAN.of(id)]);
    }
    all
}

/// Whether it is done or given up, and needs no day any more.
fn is_over(document: &Document, step: ItemId) -> bool {
    document.card(steps::STATE.of(step)).is_some_and(|state| OVER.contains(&state.id.as_str()))
}
