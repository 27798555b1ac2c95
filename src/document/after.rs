//! 面談のあと: what was agreed, and looking back.
//! Knows its fields; must never know what they lead to.

use super::{Field, Kind, Section};

/// Who.
pub static WHO: Field = Field::text("promise.who", 0);
/// What.
pub static WHAT: Field = Field::text("promise.what", 0);
/// By when, as typed.
pub static BY: Field = Field::text("promise.by", 0);
/// When there will be an answer, as typed.
pub static REPLY_DAY: Field = Field::text("after.reply_day", 0);
/// When to talk again, as typed.
pub static NEXT_DAY: Field = Field::text("after.next_day", 0);
/// 面談の相手から一言
pub static WORDS: Field = Field::text("after.words", 0).one_by_one();
/// After 14, 90 or 365 days.
pub static LOOK_SPAN: Field = Field::pick("look.span");
/// On which day, as typed.
pub static LOOK_DAY: Field = Field::text("look.day", 0);
/// What happened.
pub static LOOK_WHAT: Field = Field::text("look.what", 0).one_by_one();
/// What it taught.
pub static LOOK_LEARNED: Field = Field::text("look.learned", 0).one_by_one();

/// A promise.
pub static PROMISE: Kind = Kind::many("promise", Section::After, &[&WHO, &WHAT, &BY]);
/// The dates and words.
pub static AFTER: Kind = Kind::one("after", Section::After, &[&REPLY_DAY, &NEXT_DAY, &WORDS]);
/// A look-back.
pub static LOOK: Kind = Kind::many("look", Section::After, &[&LOOK_SPAN, &LOOK_DAY, &LOOK_WHAT, &LOOK_LEARNED]);
