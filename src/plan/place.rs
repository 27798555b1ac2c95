//! Where a leaf is asked: the screen to go to from a quote of it.
//!
//! May know: the registry, the screens. Must never know: answers, words.

use crate::document::{Field, Path, Section, experience, sheet, steps, values, wish};
use crate::route::Route;

/// What is noted of an ask after the talk.
static ANSWERS: [&Field; 4] =
    [&sheet::ASK_ANSWER, &sheet::ASK_ANSWER_FORM, &sheet::ASK_ANSWER_WHO, &sheet::ASK_ANSWER_BY];

/// The screen that asks for a leaf.
pub fn asked_on(path: Path) -> Route {
    let is = |fields: &[&Field]| fields.iter().any(|field| field.id == path.field.id);
    let kind = path.field.kind();
    match kind.section {
        Section::Work => Route::Work,
        Section::Values if is(&[&values::WHAT, &values::SHORT]) => Route::Values,
        Section::Values => Route::ValuesMore,
        Section::Wish if is(&[&wish::NEAR, &wish::FAR, &wish::CAUGHT]) => Route::Unsure,
        Section::Wish if is(&[&wish::SCENE, &wish::HORIZON]) => Route::Wish,
        Section::Wish if is(&[&wish::TOWN, &wish::OVERLAP]) => Route::Town,
        Section::Wish => Route::WishMore,
        Section::Drift => Route::Drift,
        Section::Experience if is(&[&experience::WHAT]) => Route::Experience,
        Section::Experience => Route::Experiences,
        Section::Strength => Route::Strengths,
        Section::Steps if is(&[&steps::THEN_STATE, &steps::START, &steps::SERVES, &steps::STATE]) => Route::Back,
        Section::Steps => Route::Step,
        Section::Deeper => match kind.id {
            "future" => Route::Futures,
            "letter" => Route::Letter,
            "precedent" => Route::Precedents,
            _ => Route::Hand,
        },
        Section::Sheet => match kind.id {
            // What was answered is noted when the talk is over.
            "ask" if is(&ANSWERS) => Route::After,
            "ask" => Route::Ask,
            "question" => Route::Questions,
            "reread" => Route::Reread,
            "remark" => Route::Remarks,
            _ if kind.id == sheet::SITUATION.id || is(&[&sheet::TOPIC, &sheet::HELP]) => Route::Ask,
            _ => Route::Sheet,
        },
        Section::After => Route::After,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{KINDS, drift};

    #[test]
    fn every_leaf_is_asked_on_a_screen_of_its_section() {
        for field in KINDS.iter().flat_map(|kind| kind.fields) {
            let route = asked_on(field.alone());
            let section = match field.id {
                // The town's wish is asked further on, among what goes deeper.
                id if is_town(id) => Section::Deeper,
                id if ANSWERS.iter().any(|answer| answer.id == id) => Section::After,
                _ => field.kind().section,
            };
            assert_eq!(route.section(), Some(section), "{}: {route:?}", field.id);
        }
        assert_eq!(asked_on(drift::TOPIC.alone()), Route::Drift);
    }

    fn is_town(id: &str) -> bool {
        id == wish::TOWN.id || id == wish::OVERLAP.id
    }
}
