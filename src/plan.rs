//! What follows from the answers: how far along one is, what differs between two records, and remarks with their reasons.
//!
//! Pure, and always there, however empty the document.
//! May know: documents, the order of the screens; its rooms also the pack's words. Must never know: the browser.

pub mod compare;
pub mod elsewhere;
pub mod pictures;
pub mod place;
pub mod remarks;
pub mod safer;
pub mod standing;
pub mod trail;

pub mod reading;

use crate::document::{Document, Leaf, Path, experience, sheet, stand, steps, values, wish};
use crate::route::Route;

/// What stops a step that is no matter of trying harder, but one to raise: cards of the catalogue `obstacles`.
pub const WORKLOAD: [&str; 3] = ["o-time", "o-hands", "o-sudden"];

/// How a screen of the walk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Something is written.
    Done,
    /// Nothing yet.
    Open,
    /// あとで
    Later,
    /// まだ分からない
    NotSure,
}

/// How a screen of the ten-minute path stands. The welcome has nothing to answer.
pub fn standing(document: &Document, screen: Route) -> Standing {
    let any = |kind: &'static crate::document::Kind| {
        document.ids(kind).iter().any(|id| document.is_said(kind.fields[0].of(*id)))
    };
    let (done, aside): (bool, Option<Path>) = match screen {
        Route::Values => (any(&values::VALUE), Some(stand::VALUES.alone())),
        Route::Wish => (document.is_said(wish::SCENE.alone()), Some(wish::SCENE.alone())),
        Route::Experience => (any(&experience::EXPERIENCE), Some(stand::EXPERIENCE.alone())),
        Route::Why => {
            let first = document.ids(&experience::EXPERIENCE).first().map(|id| experience::WHY.of(*id));
            // Without an experience there is nothing to ask about: it stands as that one does.
            (first.is_some_and(|path| document.is_said(path)), first.or(Some(stand::EXPERIENCE.alone())))
        }
        Route::Step => (any(&steps::STEP), Some(stand::STEP.alone())),
        Route::Ask => (any(&sheet::ASK), Some(stand::ASK.alone())),
        Route::Sheet => (crate::document::Audience::ALL.iter().any(|a| document.shares_anything(*a)), None),
        _ => (false, None),
    };
    match aside.and_then(|path| document.leaf(path)) {
        _ if done => Standing::Done,
        Some(leaf) if leaf.is_later() => Standing::Later,
        Some(leaf) if leaf.is_not_sure() => Standing::NotSure,
        _ => Standing::Open,
    }
}

/// The first screen that is still open, where somebody who comes back would go on.
pub fn resume(document: &Document) -> Route {
    crate::route::SHORT_PATH
        .into_iter()
        .skip(1)
        .find(|screen| standing(document, *screen) == Standing::Open)
        .unwrap_or(Route::Sheet)
}

/// What became of a leaf between two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It holds something now, and held nothing before.
    Added,
    /// It holds something else.
    Changed,
    /// It holds nothing any more.
    Gone,
    /// It holds the same.
    Same,
}

/// What became of a leaf; `None` where nothing was said before or after.
fn became(before: Option<&Leaf>, after: Option<&Leaf>) -> Option<Became> {
    let said = |leaf: &&Leaf| leaf.is_said();
    match (before.filter(said), after.filter(said)) {
        (None, None) => None,
        (None, Some(_)) => Some(Became::Added),
        (Some(_), None) => Some(Became::Gone),
        (Some(was), Some(now)) => Some(if was == now { Became::Same } else { Became::Changed }),
    }
}

/// The leaves in which two documents differ, in the registry's order, those of `after` first.
pub fn differences(before: &Document, after: &Document) -> Vec<(Path, Became)> {
    let both = after.leaves().map(|(path, leaf)| (path, became(before.leaf(path), Some(leaf))));
    let lost = before.leaves().filter(|(path, _)| after.leaf(*path).is_none());
    let lost = lost.map(|(path, leaf)| (path, became(Some(leaf), None)));
    both.chain(lost).filter_map(|(path, became)| Some((path, became.filter(|b| *b != Became::Same)?))).collect()
}
