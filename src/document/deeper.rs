//! もう少し深く: other futures, the letter and its reply, precedents, what to hand on.
//! Knows its fields; must never know what they lead to.

use super::{Field, Kind, Section};

/// Another future.
pub static FUTURE_WHAT: Field = Field::text("future.what", 0).one_by_one();
/// What is good about it.
pub static FUTURE_LIKE: Field = Field::text("future.like", 0).one_by_one();
/// To oneself then.
pub static LETTER_TO: Field = Field::text("letter.to", 0).one_by_one();
/// From oneself then.
pub static LETTER_REPLY: Field = Field::text("letter.reply", 0).one_by_one();
/// A thing taken for granted.
pub static PRECEDENT_CARD: Field = Field::pick("precedent.card").one_by_one();
/// The answer to its re-reading.
pub static PRECEDENT_ANSWER: Field = Field::text("precedent.answer", 0).one_by_one();
/// 次に渡したいこと
pub static HAND_WHAT: Field = Field::text("hand.what", 0);

/// Up to two other futures.
pub static FUTURE: Kind = Kind::many("future", Section::Deeper, &[&FUTURE_WHAT, &FUTURE_LIKE]);
/// The letter and its reply.
pub static LETTER: Kind = Kind::one("letter", Section::Deeper, &[&LETTER_TO, &LETTER_REPLY]);
/// 前例チェック
pub static PRECEDENT: Kind = Kind::many("precedent", Section::Deeper, &[&PRECEDENT_CARD, &PRECEDENT_ANSWER]);
/// What to hand on.
pub static HAND: Kind = Kind::one("hand", Section::Deeper, &[&HAND_WHAT]);
