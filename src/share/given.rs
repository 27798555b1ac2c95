//! The file with what is shared: made from a [`SharedPlan`] alone, and opened as one by whoever it was handed to.
//!
//! May know: shared plans, the codec. Must never know: the pack's words, how a file is chosen, where it would be kept.
//!
//! *Invariant:* what is opened goes through [`for_audience`] like everything that is shown: a field that is never shared is
//! gone, whatever a file says.

use super::{SharedPlan, for_audience};
use crate::document::day::{self, TypedDay};
use crate::document::{Audience, Binder, Change, Path};
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
}

/// Writes what is shared, and nothing else. `made_on` is a day as `2026-11-26`.
pub fn write(plan: &SharedPlan, made_on: &str, lang: Lang) -> String {
    hand_over(plan.document(), plan.audience(), made_on, lang.code())
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
