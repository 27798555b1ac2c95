//! How every screen of the walk in full stands.
//!
//! May know: documents, the screens. Must never know: words, the browser.

use super::Standing;
use crate::document::{
    Document, Field, Leaf, Path, after, deeper, drift, experience, sheet, steps, strength, values, wish, work,
};
use crate::route::Route;

/// What a screen beyond the ten-minute path asks; nothing where it only shows.
fn asks(screen: Route) -> Vec<&'static Field> {
    match screen {
        Route::Work => vec![&work::MORE, &work::LESS, &work::FINE, &work::NOTE],
        Route::ValuesMore => vec![&values::MET, &values::MORE, &values::STORY, &values::LINE],
        Route::WishMore => vec![&wish::FOR_WHOM, &wish::LINE, &wish::CHECKS],
        Route::Drift => vec![&drift::STAYS, &drift::WORRIES, &drift::CHANGE, &drift::CHANGE_KIND],
        Route::Experiences => vec![&experience::BUILDS, &experience::WHEN, &experience::ELSEWHERE],
        Route::Strengths => vec![&strength::NOW, &strength::NEED, &strength::FEELING, &strength::EPISODE],
        Route::Back => vec![&steps::THEN_STATE, &steps::SERVES],
        Route::Futures => vec![&deeper::FUTURE_WHAT],
        Route::Letter => vec![&deeper::LETTER_TO, &deeper::LETTER_REPLY],
        Route::Town => vec![&wish::TOWN, &wish::OVERLAP],
        Route::Precedents => vec![&deeper::PRECEDENT_CARD],
        Route::Hand => vec![&deeper::HAND_WHAT],
        Route::Questions => vec![&sheet::QUESTION_WHAT, &sheet::ASK_SERVES],
        Route::Reread => vec![&sheet::REREAD_AS, &sheet::REREAD_NOTE],
        Route::After => vec![
            &sheet::ASK_ANSWER,
            &after::WHAT,
            &after::REPLY_DAY,
            &after::NEXT_DAY,
            &after::WORDS,
            &after::LOOK_WHAT,
        ],
        _ => vec![],
    }
}

/// The answer that 「あとで」 puts off on a screen beyond the ten-minute path; `None` where what it asks is asked of items.
pub fn put_off_at(screen: Route) -> Option<Path> {
    let alone = |field: &&&'static Field| !field.kind().many;
    asks(screen).iter().find(alone).map(|field| field.alone())
}

/// How a screen stands; `None` where it asks nothing.
pub fn standing(document: &Document, screen: Route) -> Option<Standing> {
    if screen.is_short() && screen != Route::Welcome {
        return Some(super::standing(document, screen));
    }
    let asks = asks(screen);
    let said = |field: &&'static Field| document.ids(field.kind()).iter().any(|id| document.is_said(field.of(*id)));
    let put_off = put_off_at(screen).and_then(|path| document.leaf(path)).is_some_and(Leaf::is_later);
    let done = match asks.iter().any(said) {
        true => Standing::Done,
        false if put_off => Standing::Later,
        false => Standing::Open,
    };
    (!asks.is_empty()).then_some(done)
}

/// The first screen of the walk in full that is still open.
pub fn resume(document: &Document) -> Route {
    let open = |screen: &Route| standing(document, *screen) == Some(Standing::Open);
    crate::route::FULL_PATH.into_iter().find(open).unwrap_or(Route::Sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Binder, Change, ItemId};

    #[test]
    fn a_screen_is_done_with_the_first_thing_said_on_it() {
        let mut binder = Binder::new(ItemId(1), 0);
        assert_eq!(resume(binder.document()), Route::Work);
        for (field, screen) in [(&work::NOTE, Route::Work), (&wish::LINE, Route::WishMore), (&wish::TOWN, Route::Town)]
        {
            assert_eq!(standing(binder.document(), screen), Some(Standing::Open), "{screen:?}");
            binder.apply(Change::Wrote(field.alone(), "x".into()));
            assert_eq!(standing(binder.document(), screen), Some(Standing::Done), "{screen:?}");
        }
        assert_eq!(resume(binder.document()), Route::Values);
        // What was put off is not where one goes on, and what was said stays said.
        for (screen, now) in [(Route::Hand, Standing::Later), (Route::Town, Standing::Done)] {
            let path = put_off_at(screen);
            assert!(path.is_some(), "{screen:?} asks something");
            if let Some(path) = path {
                binder.apply(Change::PutOff(path));
            }
            assert_eq!(standing(binder.document(), screen), Some(now), "{screen:?}");
        }
        for shows in [Route::Picture, Route::Remarks, Route::Keep, Route::Welcome] {
            assert_eq!(standing(binder.document(), shows), None, "{shows:?}");
        }
    }
}
