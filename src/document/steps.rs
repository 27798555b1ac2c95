//! 逆算: from the state then, back to fifteen minutes within fourteen days.
//! Knows its fields; must never know what they lead to.

use super::{Field, Kind, Section};

/// The state then.
pub static THEN_STATE: Field = Field::text("back.then", 0);
/// The day from which the steps are counted, as typed.
pub static START: Field = Field::text("back.start", 0);

/// What one will do.
pub static WHAT: Field = Field::text("step.what", 35).short();
/// Within 14 days, 90 days, a year.
pub static SPAN: Field = Field::pick("step.span").short();
/// On which day, as typed.
pub static DAY: Field = Field::text("step.day", 0).short();
/// Where.
pub static PLACE: Field = Field::text("step.place", 0).short();
/// What might stop it.
pub static STOP: Field = Field::picks("step.stop").one_by_one().short();
/// Then I …
pub static THEN: Field = Field::text("step.then", 0).one_by_one().short();
/// The experience or strength it serves.
pub static SERVES: Field = Field::links("step.serves");
/// How it went.
pub static STATE: Field = Field::pick("step.state");

/// The far end.
pub static BACK: Kind = Kind::one("back", Section::Steps, &[&THEN_STATE, &START]);
/// A step.
pub static STEP: Kind =
    Kind::many("step", Section::Steps, &[&WHAT, &SPAN, &DAY, &PLACE, &STOP, &THEN, &SERVES, &STATE]);
