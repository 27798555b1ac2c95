//! いまの仕事: what one would like a little more of, less of, and what is fine as it is.
//! Knows its fields; must never know what they lead to.

use super::{Field, Kind, Section};

/// もう少し増えるとうれしいこと
pub static MORE: Field = Field::picks("work.more");
/// 減ると助かること
pub static LESS: Field = Field::picks("work.less");
/// このままでいいこと
pub static FINE: Field = Field::picks("work.fine");
/// In one's own words.
pub static NOTE: Field = Field::text("work.note", 0);

/// The group.
pub static WORK: Kind = Kind::one("work", Section::Work, &[&MORE, &LESS, &FINE, &NOTE]);
