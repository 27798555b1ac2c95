//! Where we are: the screens, their addresses and their order.
//!
//! Addresses are hashes (`#/wish`), so that they work in any folder, offline and from a file.
//! May know: languages. Must never know: the browser's location, answers, how a screen looks.
//!
//! *Invariant:* no address ever holds a word of the person's.

use crate::pack::{Lang, Pack};
use crate::wording as w;

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// はじめに
    Welcome,
    /// なくしたくないもの
    Values,
    /// ありたい姿
    Wish,
    /// Where 「まだ分からない」 leads from the wish.
    Unsure,
    /// 経験
    Experience,
    /// Why, and the strength it uses or grows.
    Why,
    /// 一歩
    Step,
    /// お願い
    Ask,
    /// 見せる用紙
    Sheet,
    /// The whole at a glance.
    Outline,
    /// Where the words are kept: backup, restore, start over, erase.
    Keep,
    /// An invented person, by number from 1.
    Example(usize),
    /// No such screen.
    Missing,
}

/// The ten-minute path, in its order: eight screens.
pub const SHORT_PATH: [Route; 8] =
    [Route::Welcome, Route::Values, Route::Wish, Route::Experience, Route::Why, Route::Step, Route::Ask, Route::Sheet];

impl Route {
    /// Reads an address, with or without its `#`.
    pub fn read(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        match path {
            "" => Self::Welcome,
            "values" => Self::Values,
            "wish" => Self::Wish,
            "unsure" => Self::Unsure,
            "experience" => Self::Experience,
            "why" => Self::Why,
            "step" => Self::Step,
            "ask" => Self::Ask,
            "sheet" => Self::Sheet,
            "outline" => Self::Outline,
            "keep" => Self::Keep,
            _ => path.strip_prefix("example/").and_then(|n| n.parse().ok()).map_or(Self::Missing, Self::Example),
        }
    }

    /// Its address.
    pub fn hash(self) -> String {
        match self {
            Self::Welcome => "#/".to_owned(),
            Self::Values => "#/values".to_owned(),
            Self::Wish => "#/wish".to_owned(),
            Self::Unsure => "#/unsure".to_owned(),
            Self::Experience => "#/experience".to_owned(),
            Self::Why => "#/why".to_owned(),
            Self::Step => "#/step".to_owned(),
            Self::Ask => "#/ask".to_owned(),
            Self::Sheet => "#/sheet".to_owned(),
            Self::Outline => "#/outline".to_owned(),
            Self::Keep => "#/keep".to_owned(),
            Self::Example(n) => format!("#/example/{n}"),
            Self::Missing => "#/missing".to_owned(),
        }
    }

    /// The name that styles know it by.
    pub fn class(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Sheet => "sheet",
            Self::Example(_) => "example",
            _ => "question",
        }
    }

    /// Its name: in the outline, in the window's title, in the announcement.
    pub fn name(self, pack: &Pack, lang: Lang) -> String {
        let label = |id: &str| pack.question(id).map_or_else(String::new, |q| q.label.plain(lang));
        match self {
            Self::Welcome => w::HOME.get(lang).to_owned(),
            Self::Values => label("value"),
            Self::Wish => label("wish.scene"),
            Self::Unsure => w::NOT_SURE.get(lang).to_owned(),
            Self::Experience => label("experience"),
            Self::Why => label("experience.why"),
            Self::Step => label("step"),
            Self::Ask => label("ask"),
            Self::Sheet => w::SHEET_PAGE.get(lang).to_owned(),
            Self::Outline => w::OUTLINE_TITLE.get(lang).to_owned(),
            Self::Keep => w::KEEP_TITLE.get(lang).to_owned(),
            Self::Example(_) => w::EXAMPLE_TITLE.get(lang).to_owned(),
            Self::Missing => w::APP.get(lang).to_owned(),
        }
    }

    /// Its place on the ten-minute path, from 1.
    pub fn step(self) -> Option<usize> {
        let screen = if self == Self::Unsure { Self::Wish } else { self };
        SHORT_PATH.iter().position(|r| *r == screen).map(|at| at + 1)
    }

    /// The screen after this one on the path.
    pub fn next(self) -> Option<Self> {
        self.step().and_then(|step| SHORT_PATH.get(step).copied())
    }

    /// The screen before this one on the path.
    pub fn back(self) -> Option<Self> {
        self.step().and_then(|step| step.checked_sub(2)).and_then(|at| SHORT_PATH.get(at).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_at_its_address() {
        let more = [Route::Unsure, Route::Outline, Route::Keep, Route::Example(1), Route::Example(2), Route::Missing];
        for route in SHORT_PATH.into_iter().chain(more) {
            assert_eq!(Route::read(&route.hash()), route);
        }
    }

    #[test]
    fn strange_addresses_lead_nowhere_in_particular() {
        for hash in ["#/nothing", "#/example/", "#/example/x", "#//wish//x", "#/<script>"] {
            assert_eq!(Route::read(hash), Route::Missing, "{hash}");
        }
        for hash in ["", "#", "#/", "/"] {
            assert_eq!(Route::read(hash), Route::Welcome, "{hash}");
        }
    }
}
