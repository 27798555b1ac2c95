//! 逆算: from the state then, back to fifteen minutes within fourteen days.
//! Knows its fields; must never know what they lead to.

use super::{Answer, Field, Item, Kind, Leaf, Section};

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

/// The cards of [`SPAN`], the nearest first.
const SPANS: [&str; 3] = ["d14", "d90", "y1"];

/// Puts steps in order of when they are to be done, the nearest first.
///
/// Steps of the same span keep their order. A step without a span is one of the nearest, because the walk asks
/// for that one first.
pub(crate) fn put_in_time_order(steps: &mut Vec<Item>) {
    let at = STEP.fields.iter().position(|field| field.id == SPAN.id);
    let mut by_span: [Vec<Item>; SPANS.len() + 1] = Default::default();
    for step in steps.drain(..) {
        let span = match at.and_then(|at| step.leaves.get(at)) {
            Some(Leaf::Cards(Answer::Said(cards))) => cards.first(),
            _ => None,
        };
        let rank = span.map_or(Some(0), |card| SPANS.iter().position(|id| *id == card.id));
        by_span[rank.unwrap_or(SPANS.len())].push(step);
    }
    steps.extend(by_span.into_iter().flatten());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{ItemId, Picked};

    #[test]
    fn the_nearest_steps_come_first_and_equal_ones_stay_as_they_were() {
        let step = |id: u64, span: &str| {
            let mut item = Item::new(&STEP, ItemId(id));
            if !span.is_empty() {
                item.leaves[1] = Leaf::Cards(Answer::Said(vec![Picked { id: span.to_owned(), label: String::new() }]));
            }
            item
        };
        let mut steps =
            vec![step(1, "y1"), step(2, "d90"), step(3, "other"), step(4, "d14"), step(5, ""), step(6, "d90")];
        put_in_time_order(&mut steps);
        assert_eq!(steps.iter().map(|step| step.id.0).collect::<Vec<_>>(), [4, 5, 2, 6, 1, 3]);
    }
}
