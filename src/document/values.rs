//! なくしたくないもの: up to three things one would not want to lose at work, and one line that stays private.
//! Knows its fields; must never know what they lead to.

use super::{Field, Kind, Section};

/// Which value.
pub static WHAT: Field = Field::pick("value.what").short();
/// いま足りない
pub static SHORT: Field = Field::flag("value.short").short();
/// How far it is met now, in words.
pub static MET: Field = Field::pick("value.met");
/// The event that made it matter.
pub static STORY: Field = Field::text("value.story", 0);
/// What would meet it a little more.
pub static MORE: Field = Field::text("value.more", 0);
/// 守りたい時間や条件（理由は不要）
pub static LINE: Field = Field::text("condition.line", 0).one_by_one();

/// A value; their order is the person's.
pub static VALUE: Kind = Kind::many("value", Section::Values, &[&WHAT, &SHORT, &MET, &STORY, &MORE]);
/// Times and conditions to keep.
pub static CONDITION: Kind = Kind::one("condition", Section::Values, &[&LINE]);

/// How many values the walk advises.
pub const ADVISED: usize = 3;
