//! ありたい姿: a good working day some years on, and for whom it is easier.
//! Knows its fields; must never know what they lead to.

use super::{Document, Field, Kind, Section};

/// How far ahead.
pub static HORIZON: Field = Field::pick("wish.horizon").short();
/// With whom, doing what.
pub static SCENE: Field = Field::text("wish.scene", 90).short().told_unsure();
/// Whose day is easier, and how.
pub static FOR_WHOM: Field = Field::text("wish.for_whom", 50);
/// In one line.
pub static LINE: Field = Field::text("wish.line", 30);
/// What caught one's attention lately: for whoever has no wish yet.
pub static CAUGHT: Field = Field::text("wish.caught", 50);
/// Self-checks that the person ticked.
pub static CHECKS: Field = Field::picks("wish.checks").never();
/// What the organisation or town wants to be.
pub static TOWN: Field = Field::text("wish.town", 0);
/// Where that meets one's own.
pub static OVERLAP: Field = Field::text("wish.overlap", 0);
/// Invented days that felt near.
pub static NEAR: Field = Field::picks("days.near").never();
/// Invented days that felt far.
pub static FAR: Field = Field::picks("days.far").never();

/// The wish.
pub static WISH: Kind =
    Kind::one("wish", Section::Wish, &[&HORIZON, &SCENE, &FOR_WHOM, &LINE, &CHECKS, &TOWN, &OVERLAP, &CAUGHT]);
/// Where 「まだ分からない」 leads.
pub static DAYS: Kind = Kind::one("days", Section::Wish, &[&NEAR, &FAR]);

/// Whether somebody is still searching: they said what caught their attention, or that they don't know yet.
///
/// Whoever put the wish in a few words is not.
pub fn is_searching(document: &Document) -> bool {
    let told = document.is_said(CAUGHT.alone()) || document.holds_unsure(SCENE.alone());
    told && !document.is_said(LINE.alone())
}
