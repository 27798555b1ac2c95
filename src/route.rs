//! Where we are: the screens, their addresses and their order.
//!
//! Addresses are hashes (`#/wish`), so that they work in any folder, offline and from a file.
//! May know: languages, the sections of the walk. Must never know: the browser's location, answers, how a screen looks.
//!
//! *Invariant:* no address ever holds a word of the person's.

use crate::document::{Audience, Section};
use crate::pack::{Lang, Pack};
use crate::wording as w;

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// はじめに
    Welcome,
    /// いまの仕事
    Work,
    /// なくしたくないもの
    Values,
    /// Their order, how far each is met, and what would meet it a little more.
    ValuesMore,
    /// ありたい姿
    Wish,
    /// Where 「まだ分からない」 leads from the wish.
    Unsure,
    /// For whom, in one line, and three self-checks.
    WishMore,
    /// いまの働き方が続いたら
    Drift,
    /// 経験
    Experience,
    /// Why, and the strength it uses or grows.
    Why,
    /// Every experience with all that is asked of it.
    Experiences,
    /// 力
    Strengths,
    /// 逆算
    Back,
    /// 一歩
    Step,
    /// ほかの未来
    Futures,
    /// The letter to oneself then, and its reply.
    Letter,
    /// What the organisation or town wants to be.
    Town,
    /// 前例チェック
    Precedents,
    /// 次に渡したいこと
    Hand,
    /// 話したい問い
    Questions,
    /// お願い
    Ask,
    /// One re-reading.
    Reread,
    /// What follows from the answers, with its reasons.
    Remarks,
    /// Where one stands, as pictures.
    Picture,
    /// 見せる用紙
    Sheet,
    /// The sheet alone, to look at together with the person it is for. What is private is nowhere in it.
    Together(Audience),
    /// 面談のあと
    After,
    /// This edition against the last.
    Editions,
    /// The whole at a glance.
    Outline,
    /// Everything that is shared, in full.
    Plan,
    /// Everything, for the person alone.
    OwnCopy,
    /// For the person across the table.
    Across,
    /// What to say, in one and in three minutes.
    Rehearse,
    /// Every file that can be made.
    Files,
    /// What somebody else handed over, to read.
    Given,
    /// The reply to it, to write.
    Reply,
    /// What was replied, to take in, and what is waited for.
    Replies,
    /// The sheet without words, to fill in by hand.
    Blank,
    /// 今日はここまで: that it is kept, and how to come back.
    Stop,
    /// Where the words are kept: backup, restore, start over, erase.
    Keep,
    /// Earlier moments, to look at and go back to.
    History,
    /// この端末の中だけ: where the words are, who could read them, what leaves, and how to check it.
    Here,
    /// The walk in four lines.
    Tour,
    /// What the words mean.
    Words,
    /// What HR can hand out.
    Guide,
    /// The invented people.
    Gallery,
    /// An invented person, by number from 1.
    Example(usize),
    /// No such screen.
    Missing,
}

/// The ten-minute path, in its order: eight screens.
pub const SHORT_PATH: [Route; 8] =
    [Route::Welcome, Route::Values, Route::Wish, Route::Experience, Route::Why, Route::Step, Route::Ask, Route::Sheet];

/// The walk in full, in its order. It holds every screen of the ten-minute path.
pub const FULL_PATH: [Route; 25] = [
    Route::Welcome,
    Route::Work,
    Route::Values,
    Route::ValuesMore,
    Route::Wish,
    Route::WishMore,
    Route::Drift,
    Route::Experience,
    Route::Why,
    Route::Experiences,
    Route::Strengths,
    Route::Back,
    Route::Step,
    Route::Futures,
    Route::Letter,
    Route::Town,
    Route::Precedents,
    Route::Hand,
    Route::Ask,
    Route::Questions,
    Route::Reread,
    Route::Remarks,
    Route::Picture,
    Route::Sheet,
    Route::After,
];

/// How a screen is called.
enum Name {
    /// As this field or kind is.
    Asked(&'static str),
    /// As this section is.
    Part(&'static str),
    /// In the app's own words.
    Own(w::Words),
}

/// Every screen but [`Route::Example`] and [`Route::Missing`]: its address, its name, and the section it belongs to.
#[rustfmt::skip]
static SCREENS: [(Route, &str, Name, Option<Section>); 47] = [
    (Route::Welcome, "", Name::Own(w::HOME), None),
    (Route::Work, "work", Name::Part("work"), Some(Section::Work)),
    (Route::Values, "values", Name::Asked("value"), Some(Section::Values)),
    (Route::ValuesMore, "values/more", Name::Own(w::VALUES_MORE), Some(Section::Values)),
    (Route::Wish, "wish", Name::Asked("wish.scene"), Some(Section::Wish)),
    (Route::Unsure, "unsure", Name::Own(w::NOT_SURE), Some(Section::Wish)),
    (Route::WishMore, "wish/more", Name::Own(w::WISH_MORE_PAGE), Some(Section::Wish)),
    (Route::Drift, "drift", Name::Part("drift"), Some(Section::Drift)),
    (Route::Experience, "experience", Name::Asked("experience"), Some(Section::Experience)),
    (Route::Why, "why", Name::Asked("experience.why"), Some(Section::Experience)),
    (Route::Experiences, "experiences", Name::Own(w::EXPERIENCES_PAGE), Some(Section::Experience)),
    (Route::Strengths, "strengths", Name::Own(w::STRENGTHS_PAGE), Some(Section::Strength)),
    (Route::Back, "back", Name::Own(w::BACK_PAGE), Some(Section::Steps)),
    (Route::Step, "step", Name::Asked("step"), Some(Section::Steps)),
    (Route::Futures, "futures", Name::Asked("future"), Some(Section::Deeper)),
    (Route::Letter, "letter", Name::Own(w::LETTER_PAGE), Some(Section::Deeper)),
    (Route::Town, "town", Name::Asked("wish.town"), Some(Section::Deeper)),
    (Route::Precedents, "precedents", Name::Asked("precedent"), Some(Section::Deeper)),
    (Route::Hand, "hand", Name::Asked("hand.what"), Some(Section::Deeper)),
    (Route::Ask, "ask", Name::Asked("ask"), Some(Section::Sheet)),
    (Route::Questions, "questions", Name::Asked("question"), Some(Section::Sheet)),
    (Route::Reread, "reread", Name::Asked("reread.note"), Some(Section::Sheet)),
    (Route::Remarks, "remarks", Name::Asked("remark"), Some(Section::Sheet)),
    (Route::Picture, "picture", Name::Own(w::PICTURE_PAGE), Some(Section::Sheet)),
    (Route::Sheet, "sheet", Name::Own(w::SHEET_PAGE), Some(Section::Sheet)),
    (Route::Together(Audience::Talk), "together", Name::Own(w::TOGETHER_PAGE), None),
    (Route::Together(Audience::Hr), "together/hr", Name::Own(w::TOGETHER_HR), None),
    (Route::After, "after", Name::Part("after"), Some(Section::After)),
    (Route::Editions, "editions", Name::Own(w::EDITIONS_PAGE), Some(Section::After)),
    (Route::Outline, "outline", Name::Own(w::OUTLINE_TITLE), None),
    (Route::Plan, "plan", Name::Own(w::FULL_TITLE), None),
    (Route::OwnCopy, "own", Name::Own(w::OWN_TITLE), None),
    (Route::Across, "across", Name::Own(w::ACROSS_PAGE), None),
    (Route::Rehearse, "rehearse", Name::Own(w::REHEARSE_PAGE), None),
    (Route::Files, "files", Name::Own(w::FILES_PAGE), None),
    (Route::Given, "given", Name::Own(w::GIVEN_PAGE), None),
    (Route::Reply, "reply", Name::Own(w::REPLY_PAGE), None),
    (Route::Replies, "replies", Name::Own(w::REPLIES_PAGE), None),
    (Route::Blank, "blank", Name::Own(w::BLANK_PAGE), None),
    (Route::Stop, "stop", Name::Own(w::STOP_TODAY), None),
    (Route::Keep, "keep", Name::Own(w::KEEP_TITLE), None),
    (Route::History, "history", Name::Own(w::HISTORY_PAGE), None),
    (Route::Here, "here", Name::Own(w::HERE_PAGE), None),
    (Route::Tour, "tour", Name::Own(w::TOUR_PAGE), None),
    (Route::Words, "words", Name::Own(w::WORDS_PAGE), None),
    (Route::Guide, "guide", Name::Own(w::GUIDE_PAGE), None),
    (Route::Gallery, "gallery", Name::Own(w::GALLERY_PAGE), None),
];

impl Route {
    /// Reads an address, with or without its `#`.
    pub fn read(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        if let Some(number) = path.strip_prefix("example/").and_then(|n| n.parse().ok()) {
            return Self::Example(number);
        }
        SCREENS.iter().find(|(_, address, ..)| *address == path).map_or(Self::Missing, |(route, ..)| *route)
    }

    /// Its address.
    pub fn hash(self) -> String {
        match self {
            Self::Example(number) => format!("#/example/{number}"),
            _ => format!("#/{}", self.screen().map_or("missing", |(_, address, ..)| address)),
        }
    }

    /// Every screen that has an address of its own, in the order of the walk; the invented people come besides.
    pub fn every() -> impl Iterator<Item = Self> {
        SCREENS.iter().map(|(route, ..)| *route)
    }

    fn screen(self) -> Option<&'static (Self, &'static str, Name, Option<Section>)> {
        SCREENS.iter().find(|(route, ..)| *route == self)
    }

    /// The name that styles know it by.
    pub fn class(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Sheet => "sheet",
            Self::Together(_) => "together",
            Self::Gallery | Self::Example(_) => "example",
            _ => "question",
        }
    }

    /// Its name: in the outline, in the window's title, in the announcement.
    pub fn name(self, pack: &Pack, lang: Lang) -> String {
        match self.screen().map(|(_, _, name, _)| name) {
            Some(Name::Asked(id)) => pack.question(id).map_or_else(String::new, |q| q.label.plain(lang)),
            Some(Name::Part(id)) => pack.part(id).map_or_else(String::new, |p| p.title.plain(lang)),
            Some(Name::Own(words)) => words.get(lang).to_owned(),
            None if matches!(self, Self::Example(_)) => w::EXAMPLE_TITLE.get(lang).to_owned(),
            None => w::APP.get(lang).to_owned(),
        }
    }

    /// The section of the walk that it belongs to.
    pub fn section(self) -> Option<Section> {
        self.screen().and_then(|(.., section)| *section)
    }

    /// Its place among the screens of its section, from 1, and how many these are.
    pub fn within(self) -> Option<(usize, usize)> {
        let section = self.section();
        let (mut at, mut of) = (None, 0);
        for screen in FULL_PATH.into_iter().filter(|screen| screen.section() == section) {
            of += 1;
            if screen == self {
                at = Some(of);
            }
        }
        Some((at?, of))
    }

    /// Its place among the questions of the ten-minute path, from 1. The welcome asks nothing of it.
    pub fn step(self) -> Option<usize> {
        self.place(&SHORT_PATH).filter(|at| *at > 0)
    }

    /// Whether the ten-minute path leads here.
    pub fn is_short(self) -> bool {
        self.place(&SHORT_PATH).is_some()
    }

    fn place(self, path: &[Self]) -> Option<usize> {
        let screen = if self == Self::Unsure { Self::Wish } else { self };
        path.iter().position(|r| *r == screen)
    }

    /// The path one is on here: the ten-minute one where it leads here and the walk in full was not chosen.
    fn path(self, in_full: bool) -> &'static [Self] {
        if in_full || !self.is_short() { &FULL_PATH } else { &SHORT_PATH }
    }

    /// The screen after this one.
    pub fn next(self, in_full: bool) -> Option<Self> {
        let path = self.path(in_full);
        path.get(self.place(path)? + 1).copied()
    }

    /// The screen before this one.
    pub fn back(self, in_full: bool) -> Option<Self> {
        let path = self.path(in_full);
        path.get(self.place(path)?.checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_at_its_address() {
        let more = [Route::Example(1), Route::Example(2), Route::Missing];
        for route in Route::every().chain(more) {
            assert_eq!(Route::read(&route.hash()), route);
        }
    }

    #[test]
    fn the_walk_in_full_holds_the_short_one_in_its_order_and_every_question() {
        let places: Vec<_> = SHORT_PATH.iter().map(|short| FULL_PATH.iter().position(|r| r == short)).collect();
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?}");
        for (route, _, _, section) in &SCREENS {
            let aside = matches!(route, Route::Unsure | Route::Editions);
            assert!(section.is_none() || aside || FULL_PATH.contains(route), "{route:?}");
        }
    }

    #[test]
    fn on_and_back_follow_the_path_that_was_chosen() {
        for (here, in_full, next, back) in [
            (Route::Welcome, false, Some(Route::Values), None),
            (Route::Welcome, true, Some(Route::Work), None),
            (Route::Values, false, Some(Route::Wish), Some(Route::Welcome)),
            (Route::Values, true, Some(Route::ValuesMore), Some(Route::Work)),
            (Route::Unsure, false, Some(Route::Experience), Some(Route::Values)),
            (Route::Letter, false, Some(Route::Town), Some(Route::Futures)),
            (Route::Sheet, false, None, Some(Route::Ask)),
            (Route::Sheet, true, Some(Route::After), Some(Route::Picture)),
            (Route::Keep, true, None, None),
        ] {
            assert_eq!((here.next(in_full), here.back(in_full)), (next, back), "{here:?} in full: {in_full}");
        }
    }

    #[test]
    fn a_screen_knows_its_place_in_its_section() {
        let all = [(Route::Work, Some((1, 1))), (Route::Letter, Some((2, 5))), (Route::Sheet, Some((6, 6)))];
        for (route, place) in all.into_iter().chain([(Route::Unsure, None), (Route::Editions, None)]) {
            assert_eq!(route.within(), place, "{route:?}");
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
