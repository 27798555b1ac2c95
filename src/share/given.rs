//! The file with what is shared: made from a [`SharedPlan`] alone, and opened as one by whoever it was handed to.
//!
//! May know: shared plans, the codec. Must never know: the pack's words, how a file is chosen, where it would be kept.
//!
//! *Invariant:* what is opened goes through [`for_audience`] like everything that is shown: a field that is never shared is
//! gone, whatever a file says.

use super::{SharedPlan, for_audience};
use crate::document::day::{self, TypedDay};
use crate::document::{Audience, Binder, Change, ItemId, Path};
use crate::format::{BackupError, hand_over, open_handed};
use crate::pack::Lang;

/// A plan that somebody handed over, to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// What they show.
    pub plan: SharedPlan,
    /// The day on which the file was made; `None` where it doesn't say.
    pub made_on: Option<TypedDay>,
    /// The language in which it was written.
    pub lang: Lang,
    /// Which handover it is, and which of its files: what a reply names. None in an older file.
    pub mark: Option<(ItemId, u32)>,
}

/// Writes what is shared, and nothing else. `made_on` is a day as `2026-11-26`.
pub fn write(plan: &SharedPlan, made_on: &str, lang: Lang) -> String {
    write_as(plan, made_on, lang, None)
}

/// The same with the mark of its handover, by which a reply finds its way back.
pub fn write_as(plan: &SharedPlan, made_on: &str, lang: Lang, mark: Option<(ItemId, u32)>) -> String {
    hand_over(plan.document(), plan.audience(), made_on, lang.code(), mark)
}

/// Opens a file that somebody handed over: any bytes at all may come.
///
/// # Errors
/// [`BackupError`] says in one word what is the matter with the file.
pub fn open(bytes: &[u8]) -> Result<Given, BackupError> {
    let handed = open_handed(bytes)?;
    Ok(Given {
        plan: as_shown(handed.binder, handed.audience),
        made_on: day::read(&handed.made_on).filter(|typed| !typed.more).map(|typed| typed.day),
        lang: Lang::from_code(&handed.lang),
        mark: handed.mark,
    })
}

/// Everything in there counts as shown, as far as it may ever be.
fn as_shown(mut binder: Binder, audience: Audience) -> SharedPlan {
    let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
    for path in paths {
        binder.apply(Change::Shared(path, audience, true));
    }
    for_audience(binder.document(), audience)
}
