//! 経験: the central object. What, why, the small form, whose door, what it builds.
//! Knows its fields; must never know what they lead to.

use super::{Document, Field, ItemId, Kind, Section, next};

/// What one would like to try or see.
pub static WHAT: Field = Field::pick("experience.what").short();
/// Why, and what it does for the work.
pub static WHY: Field = Field::text("experience.why", 50).short().told_unsure();
/// 異動しなくても試せる形
pub static SMALL: Field = Field::text("experience.small", 30).short();
/// Who can open the door.
pub static DOOR: Field = Field::picks("experience.door").short();
/// Strengths it builds.
pub static BUILDS: Field = Field::picks("experience.builds").short();
/// How much it takes.
pub static EFFORT: Field = Field::pick("experience.effort");
/// When, as typed.
pub static WHEN: Field = Field::text("experience.when", 0);
/// For a department or post: what would you do there, and where else?
pub static ELSEWHERE: Field = Field::text("experience.elsewhere", 0);
/// How it went. What is done or given up is no wish any more.
pub static STATE: Field = Field::pick("experience.state");

/// A wished-for experience.
pub static EXPERIENCE: Kind = Kind::many(
    "experience",
    Section::Experience,
    &[&WHAT, &WHY, &SMALL, &DOOR, &BUILDS, &EFFORT, &WHEN, &ELSEWHERE, &STATE],
);

/// Whether this experience is done or given up, and no longer wished for.
pub fn is_over(document: &Document, id: ItemId) -> bool {
    next::is_over(document, &EXPERIENCE, id)
}
