//! 力: what one can, what it will take, and whether one wants to use it.
//! Knows its fields; must never know what they lead to.

use super::{Field, Kind, Section};

/// Which strength.
pub static WHAT: Field = Field::pick("strength.what").short();
/// 活かしたい・伸ばしたい
pub static AIM: Field = Field::pick("strength.aim").short();
/// Now, in experience-anchored words.
pub static NOW: Field = Field::pick("strength.now");
/// What the ありたい姿 takes.
pub static NEED: Field = Field::pick("strength.need");
/// もっと使いたい・いまくらい・休ませたい
pub static FEELING: Field = Field::pick("strength.feeling").one_by_one();
/// One event that shows it.
pub static EPISODE: Field = Field::text("strength.episode", 50).short();

/// A strength.
pub static STRENGTH: Kind = Kind::many("strength", Section::Strength, &[&WHAT, &AIM, &NOW, &NEED, &FEELING, &EPISODE]);
