//! How a question stands of which there is no item yet: put off with 「あとで」, or 「まだ分からない」.
//! Knows its fields; holds no words; must never be shared.

use super::{Field, Kind, Section};

/// なくしたくないもの
pub static VALUES: Field = Field::text("stand.values", 0).never();
/// 経験
pub static EXPERIENCE: Field = Field::text("stand.experience", 0).never();
/// 一歩
pub static STEP: Field = Field::text("stand.step", 0).never();
/// お願い
pub static ASK: Field = Field::text("stand.ask", 0).never();

/// The group.
pub static STAND: Kind = Kind::one("stand", Section::Work, &[&VALUES, &EXPERIENCE, &STEP, &ASK]);
