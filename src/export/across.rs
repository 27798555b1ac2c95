//! For the person across the table: what they can offer, how the talk may go, and what to agree on, as data for one page.
//!
//! May know: what is shared, the pack's words. Must never know: a whole document, paper sizes, the browser.
//!
//! *Invariant:* every word in it is ours, the pack's, or shared. With nothing shared the guide is still there.

use super::manuscript::Entry;
use super::sheet::{label, leaf_words};
use super::unsure::shown_words;
use crate::document::{Document, Field, KINDS, Path, drift, experience, sheet, stand, strength, wish};
use crate::pack::{Card, Lang, Pack};
use crate::share::SharedPlan;
use crate::typed::is_narrow;
use crate::wording::{self as w, Words};
use std::cell::RefCell;

/// How many asks have a place on the page.
pub const ASKS: usize = 4;
/// How many offers are named: a menu to choose from, not a list to work through.
pub const OFFERS: usize = 6;
/// How many wide letters of somebody's words are quoted beside a question, at the most.
const QUOTED: usize = 36;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Across {
    /// The language it is written in.
    pub lang: Lang,
    /// What it is called.
    pub title: &'static str,
    /// What it is for, and whose words are on it.
    pub lead: [&'static str; 2],
    /// Dates, department and name, where they are shown.
    pub head: Vec<Entry>,
    /// What one can decide alone; it comes first.
    pub offer: Offer,
    /// Before, during and after.
    pub stages: [Stage; 3],
    /// What to ask.
    pub talk: Talk,
    /// What not to say, and what to say instead.
    pub instead: Vec<Instead>,
    /// The thirty minutes.
    pub course: [Phase; 6],
    /// The leaves that it quotes, each once.
    pub quotes: Vec<Path>,
}

/// What one can decide alone, and what the asks need beyond that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The asks that can be settled there and then.
    pub here: Vec<Wanted>,
    /// What else one can decide alone. What is asked for already is not among it.
    pub menu: Vec<String>,
    /// The other asks, by what they need.
    pub beyond: Vec<Beyond>,
    /// How many asks have no place on the page.
    pub more: usize,
}

/// An ask in the person's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What is asked.
    pub what: String,
    /// In which small form.
    pub small: Option<String>,
    /// When it should start, and what it needs.
    pub more: Vec<Entry>,
}

/// Asks that one can't settle alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// What they need.
    pub heading: String,
    /// What one can do about that.
    pub note: &'static str,
    /// The asks.
    pub asks: Vec<Wanted>,
}

/// A time before, in or after the talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Which.
    pub name: &'static str,
    /// What one does then.
    pub does: Vec<&'static str>,
}

/// What to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// What the person most wants to talk about.
    pub topic: Option<Entry>,
    /// What makes it hard now, and what they are afraid of.
    pub situation: Vec<Entry>,
    /// What they don't know yet, a line each.
    pub unsure: Vec<String>,
    /// The questions.
    pub questions: Vec<Question>,
}

/// A question, and those words of the person's that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub words: String,
    /// What it is about, and the words: the beginning of them where there are many.
    pub about: Option<Entry>,
}

/// What not to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// The words that come to mind.
    pub of: String,
    /// What to say or do.
    pub say: String,
}

/// A part of the thirty minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// What it is called.
    pub name: &'static str,
    /// How long it takes.
    pub minutes: u32,
    /// What one does.
    pub does: &'static str,
}

impl Across {
    /// The page of what is shared.
    pub fn of(plan: &SharedPlan, pack: &Pack, lang: Lang) -> Self {
        let page = Page { plan, document: plan.document(), pack, lang, quotes: RefCell::default() };
        let head = [&sheet::DATE, &sheet::TALK_DAY, &sheet::DAYS, &sheet::DEPARTMENT, &sheet::ROLE, &sheet::NAME];
        let whose = if plan.is_empty() { w::ACROSS_NO_WORDS } else { w::ACROSS_ONLY_SHARED };
        Self {
            lang,
            title: w::ACROSS_TITLE.get(lang),
            lead: [w::ACROSS_LEAD.get(lang), whose.get(lang)],
            head: head.into_iter().filter_map(|field| page.entry(field.alone())).collect(),
            offer: page.offer(),
            stages: STAGES.map(|(name, does)| Stage {
                name: name.get(lang),
                does: does.iter().map(|words| words.get(lang)).collect(),
            }),
            talk: page.talk(),
            instead: page.instead(),
            course: page.course(),
            quotes: page.quotes.into_inner(),
        }
    }
}

static STAGES: [(Words, &[Words]); 3] = [
    (w::STAGE_BEFORE, &[w::STAGE_BEFORE_READ, w::STAGE_BEFORE_THINK]),
    (w::STAGE_DURING, &[w::STAGE_DURING_LISTEN, w::STAGE_DURING_WAIT, w::STAGE_DURING_WRITTEN, w::STAGE_DURING_END]),
    (w::STAGE_AFTER, &[w::STAGE_AFTER_PROMISE, w::STAGE_AFTER_CARRY]),
];

/// From safety through worries to what lies ahead, and never without an affirming word at the end.
static COURSE: [(Words, u32, Words); 6] = [
    (w::COURSE_EASE, 3, w::COURSE_EASE_DO),
    (w::COURSE_NOW, 5, w::COURSE_NOW_DO),
    (w::COURSE_WORRY, 5, w::COURSE_WORRY_DO),
    (w::COURSE_AHEAD, 10, w::COURSE_AHEAD_DO),
    (w::COURSE_AGREE, 5, w::COURSE_AGREE_DO),
    (w::COURSE_CLOSE, 2, w::COURSE_CLOSE_DO),
];

/// Which ask, and the offer that answers it: what is asked for stands on the page once.
const ANSWERED_BY: [(&str, &str); 8] = [
    ("sit-in", "pc1"),
    ("time", "pc2"),
    ("speak", "pc3"),
    ("lighten", "pc4"),
    ("introduce", "pc5"),
    ("course", "pc6"),
    ("feedback", "pc7"),
    ("again", "pc8"),
];

struct Page<'a> {
    plan: &'a SharedPlan,
    document: &'a Document,
    pack: &'a Pack,
    lang: Lang,
    /// What was quoted so far.
    quotes: RefCell<Vec<Path>>,
}

impl Page<'_> {
    fn said(&self, path: Path) -> Option<String> {
        let words = leaf_words(self.document, self.pack, path, self.lang);
        let words = w::list(&words, self.lang);
        // What is only blanks would be a quotation of nothing.
        (!words.trim().is_empty()).then_some(words)
    }

    /// The words at a path, which are quoted then.
    fn words(&self, path: Path) -> Option<String> {
        let words = self.said(path)?;
        let mut quotes = self.quotes.borrow_mut();
        if !quotes.contains(&path) {
            quotes.push(path);
        }
        Some(words)
    }

    fn entry(&self, path: Path) -> Option<Entry> {
        self.words(path).map(|words| Entry { label: label(self.pack, path.field.id, self.lang), words })
    }

    /// The beginning of what is said at a path.
    fn quoted(&self, path: Path) -> Option<Entry> {
        self.entry(path).map(|Entry { label, words }| Entry { label, words: beginning(&words, QUOTED) })
    }

    /// The same of the first item of which something is said there, and that is still to come.
    fn first(&self, field: &'static Field) -> Option<Entry> {
        let ids = self.document.ids(field.kind()).into_iter();
        ids.filter(|id| self.plan.is_wished(*id)).find_map(|id| self.quoted(field.of(id)))
    }

    fn is_searching(&self) -> bool {
        wish::is_searching(self.document)
    }

    /// The thirty minutes. Somebody who is still searching is not asked where they want to be.
    fn course(&self) -> [Phase; 6] {
        let searching = self.is_searching();
        COURSE.map(|(name, minutes, does)| {
            let (name, does) = if name == w::COURSE_AHEAD && searching {
                (w::COURSE_CAUGHT, w::COURSE_CAUGHT_DO)
            } else {
                (name, does)
            };
            Phase { name: name.get(self.lang), minutes, does: does.get(self.lang) }
        })
    }

    fn offer(&self) -> Offer {
        let mut offer = Offer { here: Vec::new(), menu: Vec::new(), beyond: Vec::new(), more: 0 };
        let mut placed = 0;
        let mut by_need: [(&str, Vec<Wanted>); 3] = [("ask", Vec::new()), ("hr", Vec::new()), ("", Vec::new())];
        let mut answered = Vec::new();
        for id in self.document.ids(&sheet::ASK) {
            if placed == ASKS {
                offer.more += usize::from(self.said(sheet::ASK_WHAT.of(id)).is_some());
                continue;
            }
            let Some(what) = self.words(sheet::ASK_WHAT.of(id)) else { continue };
            placed += 1;
            let card = |field: &'static Field| self.document.card(field.of(id)).map_or("", |card| card.id.as_str());
            let asked = card(&sheet::ASK_WHAT);
            answered.extend(ANSWERED_BY.iter().filter(|(ask, _)| *ask == asked).map(|(_, offer)| *offer));
            let more = [&sheet::ASK_BY, &sheet::ASK_NEEDS].into_iter().filter_map(|field| self.entry(field.of(id)));
            let wanted = Wanted { what, small: self.words(sheet::ASK_SMALL.of(id)), more: more.collect() };
            match card(&sheet::ASK_DECIDES) {
                "now" => offer.here.push(wanted),
                "ask" => by_need[0].1.push(wanted),
                "hr" => by_need[1].1.push(wanted),
                _ => by_need[2].1.push(wanted),
            }
        }
        let menu = self.pack.cards("partner_can").iter().filter(|card| !answered.contains(&card.id.as_str()));
        offer.menu = menu.take(OFFERS).map(|card| card.title.plain(self.lang)).collect();
        let beyond = by_need.into_iter().filter(|(_, asks)| !asks.is_empty());
        offer.beyond = beyond.map(|(need, asks)| self.beyond(need, asks)).collect();
        offer
    }

    fn beyond(&self, need: &str, asks: Vec<Wanted>) -> Beyond {
        let known = self.pack.card("decides", need).map(|card| card.title.plain(self.lang));
        let note = match need {
            "ask" => w::OFFER_ASK,
            "hr" => w::OFFER_HR,
            _ => w::OFFER_OPEN_NOTE,
        };
        let heading = known.unwrap_or_else(|| w::OFFER_OPEN.get(self.lang).to_owned());
        Beyond { heading, note: note.get(self.lang), asks }
    }

    fn talk(&self) -> Talk {
        let question = |card: &Card| Question { words: card.title.plain(self.lang), about: self.about(&card.id) };
        Talk {
            topic: self.entry(sheet::TOPIC.alone()),
            situation: [&sheet::SITUATION_FACTS, &sheet::SITUATION_FEAR]
                .into_iter()
                .filter_map(|field| self.entry(field.alone()))
                .collect(),
            unsure: self.unsure(),
            questions: self
                .pack
                .cards("partner_questions")
                .iter()
                .filter(|card| self.fits(card))
                .map(question)
                .collect(),
        }
    }

    /// Whether a question of the standard pack fits this person. Without a wish there is no day to come.
    fn fits(&self, question: &Card) -> bool {
        let of_a_wish = ["pq1", "pq2"].contains(&question.id.as_str());
        let of_a_search = question.id == "pq6";
        if self.is_searching() { !of_a_wish } else { !of_a_search }
    }

    /// 「まだ分からない」 in the order of the walk, of each question once.
    fn unsure(&self) -> Vec<String> {
        let fields = KINDS.into_iter().flat_map(|kind| kind.fields.iter().copied()).filter(|field| field.told_unsure);
        let of_field = |field: &'static Field| {
            let mut paths = self.document.ids(field.kind()).into_iter().map(|id| field.of(id));
            let path = paths.find(|path| stand::is_told_unsure(self.document, *path))?;
            shown_words(self.document, self.pack, path, self.lang).pop()
        };
        fields.filter_map(of_field).collect()
    }

    /// What the person said already in answer to a question of the standard pack. Nothing is known of the
    /// questions of another pack.
    fn about(&self, question: &str) -> Option<Entry> {
        match question {
            "pq1" => self.quoted(wish::FOR_WHOM.alone()),
            "pq2" => self.first(&strength::EPISODE).or_else(|| self.first(&strength::WHAT)),
            "pq3" => self.first(&drift::TOPIC).or_else(|| self.first(&sheet::QUESTION_WHAT)),
            "pq4" => self.first(&experience::SMALL),
            "pq6" => self.quoted(wish::CAUGHT.alone()),
            "pq5" => self.entry(sheet::HELP.alone()),
            _ => None,
        }
    }

    fn instead(&self) -> Vec<Instead> {
        let text = |card: &Card| {
            let say = card.then.as_ref()?.plain(self.lang);
            Some(Instead { of: card.title.plain(self.lang), say })
        };
        self.pack.cards("partner_avoid").iter().filter_map(text).collect()
    }
}

/// The beginning of a text: its first sentence, or as much of it as there is room for, cut where one would take breath. What
/// is left out is marked. The whole of it stands on the sheet.
fn beginning(text: &str, room: usize) -> String {
    let text = text.trim();
    let line = text.lines().next().unwrap_or_default().trim_end();
    let end = sentence_end(line);
    let sentence = &line[..end];
    let cut = cut_to(sentence, room * 2);
    if cut.len() == text.len() {
        text.to_owned()
    } else {
        format!("{}…", cut.trim_end_matches(['。', '、', '.', ',', ' ']))
    }
}

/// Where the first sentence ends.
fn sentence_end(line: &str) -> usize {
    let mut letters = line.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let ends = matches!(letter, '。' | '！' | '？')
            || matches!(letter, '.' | '!' | '?') && next.is_none_or(char::is_whitespace);
        // A quotation that ends a sentence ends after its bracket.
        if ends && !next.is_some_and(|next| matches!(next, '」' | '』' | '）' | '”' | '"' | ')')) {
            return at + letter.len_utf8();
        }
    }
    line.len()
}

/// As much of a sentence as takes `room` narrow letters, to the last comma or space where there is one.
fn cut_to(sentence: &str, room: usize) -> &str {
    let mut used = 0;
    let (mut breath, mut last) = (0, 0);
    for (at, letter) in sentence.char_indices() {
        // What belongs to the letter before is not torn off it.
        if !joins(letter) && !sentence[..at].ends_with('\u{200D}') {
            last = at;
        }
        used += if is_narrow(letter) { 1 } else { 2 };
        if used > room {
            return &sentence[..if breath > 0 { breath } else { last }];
        }
        if matches!(letter, '、' | ',' | ' ' | '　') {
            breath = at + letter.len_utf8();
        }
    }
    sentence
}

fn joins(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036F}' | '\u{200D}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_the_beginning_and_says_so() {
        for (text, room, wanted) in [
            ("こちらから出かけていく窓口", 20, "こちらから出かけていく窓口"),
            ("一文め。", 20, "一文め。"),
            ("一文め。二文め。", 20, "一文め…"),
            ("一行め\n二行め", 20, "一行め…"),
            ("「またね。」と声がかかる。半分は片づく。", 20, "「またね。」と声がかかる…"),
            ("地図を囲み、結論を出している", 8, "地図を囲み…"),
            ("区切りのない長い文がここにある", 5, "区切りのな…"),
            (
                "Ten minutes each morning: the team plans, I listen. Later",
                30,
                "Ten minutes each morning: the team plans, I listen…",
            ),
            ("Ten minutes each morning", 5, "Ten…"),
            ("Version 2.5 of it", 30, "Version 2.5 of it"),
            ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "…"),
            ("ああ👩‍👩‍👧‍👦", 3, "ああ…"),
            (" ", 5, ""),
        ] {
            assert_eq!(beginning(text, room), wanted, "{text:?} of {room}");
        }
    }
}
