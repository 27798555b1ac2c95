//! The rehearsal: what to say in one and in three minutes, in the person's own words, from what is shared.
//!
//! Between the person's words stand sentences of ours, each whole in itself: whatever was written, a word, a sentence, three
//! lines or another language, it stands beside them and is never bent to fit into them.
//! May know: what is shared, the pack's words. Must never know: a whole document, the browser, what time it is.
//!
//! *Invariant:* every word in it is ours, the pack's, or shared.

pub mod watch;

use super::sheet::{label, leaf_words};
use crate::document::{Document, Field, ItemId, Kind, Path, drift, experience, sheet, steps, strength, values, wish};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording::{self as w, Words};

/// How many letters of Japanese one says in a minute, calmly.
const LETTERS_A_MINUTE: u32 = 300;
/// How many words of English.
const WORDS_A_MINUTE: u32 = 130;

/// What could wait until it is asked for, the first of them first. What belongs to another part goes before it.
const COULD_WAIT: [&str; 12] = [
    "value.short",
    "strength.episode",
    "strength",
    "value",
    "question",
    "step",
    "ask.small",
    "wish.for_whom",
    "wish.scene",
    "experience.why",
    "experience.small",
    "wish",
];

/// What one says in a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The time.
    pub minutes: u32,
    /// What one says, in its order.
    pub parts: Vec<Part>,
}

/// A sentence of ours, and the words that follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which one: the field or kind it comes from, or `open`, `end`.
    pub id: &'static str,
    /// What it is called when one speaks of it.
    pub name: String,
    /// The sentence before.
    pub lead: String,
    /// The person's words, each to stand by itself.
    pub own: Vec<String>,
}

/// What to say in one minute, and in three. Each only greets where nothing is shared that one would say.
pub fn scripts(plan: &SharedPlan, pack: &Pack, lang: Lang) -> [Script; 2] {
    let speaker = Speaker { plan, document: plan.document(), pack, lang };
    [Script { minutes: 1, parts: speaker.short() }, Script { minutes: 3, parts: speaker.long() }]
}

impl Script {
    /// Whether there is nothing of the person's in it.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.own.is_empty())
    }

    /// How many seconds it takes to say it calmly.
    pub fn seconds(&self) -> u32 {
        self.parts.iter().map(Part::thousandths).sum::<u32>().div_ceil(1_000)
    }

    /// Whether it takes clearly longer than its time.
    pub fn is_long(&self) -> bool {
        is_long(self.minutes, self.parts.iter().map(Part::thousandths).sum())
    }

    /// Whether the rest fits its time when these parts wait, and those that belong to them.
    pub fn fits_without(&self, waits: &[&Part]) -> bool {
        let waits = |part: &&Part| !waits.iter().any(|waiting| part.id.starts_with(waiting.id));
        !is_long(self.minutes, self.parts.iter().filter(waits).map(Part::thousandths).sum())
    }

    /// What could wait so that the rest fits its time: as little as it takes, or all that could where that is not enough.
    pub fn could_wait(&self) -> Vec<&Part> {
        let mut left: u32 = self.parts.iter().map(Part::thousandths).sum();
        let mut waits: Vec<&Part> = Vec::new();
        for id in COULD_WAIT {
            let Some(part) = self.parts.iter().find(|part| part.id == id && is_long(self.minutes, left)) else {
                continue;
            };
            left = left.saturating_sub(part.thousandths());
            waits.push(part);
        }
        // What belongs to a part that waits need not be named beside it.
        let belongs = |part: &Part| waits.iter().any(|of| part.id != of.id && part.id.starts_with(of.id));
        waits.iter().copied().filter(|part| !belongs(part)).collect()
    }
}

/// A tenth more than a minute is still a minute.
fn is_long(minutes: u32, thousandths: u32) -> bool {
    thousandths > minutes * 66_000
}

impl Part {
    /// How many thousandths of a second it takes to say.
    fn thousandths(&self) -> u32 {
        let said = std::iter::once(&self.lead).chain(&self.own);
        said.map(|text| {
            let wide = text.chars().filter(|c| is_wide(*c) && c.is_alphanumeric()).count();
            let words = text.split(|c: char| c.is_whitespace() || is_wide(c));
            let words = words.filter(|word| word.contains(char::is_alphanumeric)).count();
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX / 100_000);
            (count(wide) * (60_000 / LETTERS_A_MINUTE)).saturating_add(count(words) * (60_000 / WORDS_A_MINUTE))
        })
        .fold(0, u32::saturating_add)
    }
}

/// Whether a letter is said by itself, as in Japanese, and not as part of a word between spaces.
fn is_wide(letter: char) -> bool {
    letter >= '\u{2E80}'
}

struct Speaker<'a> {
    plan: &'a SharedPlan,
    document: &'a Document,
    pack: &'a Pack,
    lang: Lang,
}

impl Speaker<'_> {
    /// One minute: the topic, the wish, one experience in its small form, one ask.
    fn short(&self) -> Vec<Part> {
        let mut parts = vec![self.ours("open", w::SPOKEN_OPEN)];
        parts.extend(self.text(sheet::TOPIC.alone(), w::SPOKEN_TOPIC));
        let wish = self.wish(&[&wish::LINE, &wish::SCENE]);
        let no_wish = wish.is_none();
        parts.extend(wish);
        if let Some(id) = self.experience() {
            parts.extend(self.item(experience::WHAT.of(id), w::SPOKEN_EXPERIENCE));
            // Where no wish says what for, the reason does.
            parts.extend(self.text(experience::WHY.of(id), w::SPOKEN_WHY).filter(|_| no_wish));
            parts.extend(self.text(experience::SMALL.of(id), w::SPOKEN_SMALL));
        }
        parts.extend(self.ask());
        parts.push(self.ours("end", w::SPOKEN_END));
        parts
    }

    /// Three minutes: the same with its reasons, what matters, a strength, what the person will do, and a question.
    fn long(&self) -> Vec<Part> {
        let mut parts = vec![self.ours("open", w::SPOKEN_OPEN)];
        parts.extend(self.text(sheet::TOPIC.alone(), w::SPOKEN_TOPIC));
        let wish = self.wish(&[&wish::LINE, &wish::SCENE]);
        let said = wish.as_ref().map(|part| part.own.clone()).unwrap_or_default();
        parts.extend(wish);
        let scene = self.said(wish::SCENE.alone()).filter(|scene| !said.contains(scene));
        let name = w::REHEARSE_SCENE.get(self.lang).to_owned();
        parts.extend(scene.map(|scene| Part { name, ..self.part("wish.scene", w::SPOKEN_SCENE, vec![scene]) }));
        parts.extend(self.text(wish::FOR_WHOM.alone(), w::SPOKEN_FOR_WHOM));
        parts.extend(self.values());
        parts.extend(self.strength());
        if let Some(id) = self.experience() {
            parts.extend(self.item(experience::WHAT.of(id), w::SPOKEN_EXPERIENCE));
            parts.extend(self.text(experience::WHY.of(id), w::SPOKEN_WHY));
            parts.extend(self.text(experience::SMALL.of(id), w::SPOKEN_SMALL));
        }
        let step = self.first(&steps::STEP, &steps::WHAT);
        parts.extend(step.and_then(|id| self.item(steps::WHAT.of(id), w::SPOKEN_STEP)));
        parts.extend(self.ask());
        parts.extend(self.question());
        parts.push(self.ours("end", w::SPOKEN_END));
        parts
    }

    fn part(&self, id: &'static str, lead: Words, own: Vec<String>) -> Part {
        Part { id, name: label(self.pack, id, self.lang), lead: lead.get(self.lang).to_owned(), own }
    }

    fn ours(&self, id: &'static str, lead: Words) -> Part {
        Part { id, name: String::new(), lead: lead.get(self.lang).to_owned(), own: Vec::new() }
    }

    /// What is said at a path, all of it; nothing where it is blank.
    fn said(&self, path: Path) -> Option<String> {
        let words = w::list(&leaf_words(self.document, self.pack, path, self.lang), self.lang);
        let words = words.trim();
        (!words.is_empty()).then(|| words.to_owned())
    }

    fn text(&self, path: Path, lead: Words) -> Option<Part> {
        self.said(path).map(|words| self.part(path.field.id, lead, vec![words]))
    }

    /// The name of an item, which goes by the name of its kind.
    fn item(&self, path: Path, lead: Words) -> Option<Part> {
        self.said(path).map(|words| self.part(path.field.kind().id, lead, vec![words]))
    }

    /// The first item of a kind of which `field` says something.
    fn first(&self, kind: &'static Kind, field: &'static Field) -> Option<ItemId> {
        self.document.ids(kind).into_iter().find(|id| self.said(field.of(*id)).is_some())
    }

    fn experience(&self) -> Option<ItemId> {
        let ids = self.document.ids(&experience::EXPERIENCE).into_iter();
        ids.filter(|id| self.plan.is_wished(*id)).find(|id| self.said(experience::WHAT.of(*id)).is_some())
    }

    /// The wish in the first of these fields in which it is put.
    fn wish(&self, fields: &[&'static Field]) -> Option<Part> {
        let words = fields.iter().find_map(|field| self.said(field.alone()))?;
        let lead = w::spoken_wish(self.said(wish::HORIZON.alone()).as_deref(), self.lang);
        Some(Part { lead, ..self.part("wish", w::SPOKEN_OPEN, vec![words]) })
    }

    fn values(&self) -> Vec<Part> {
        let ids = self.document.ids(&values::VALUE);
        let chosen: Vec<(ItemId, String)> = ids
            .into_iter()
            .filter_map(|id| Some((id, self.said(values::WHAT.of(id))?)))
            .take(values::ADVISED)
            .collect();
        let is_short = |id: &ItemId| self.said(values::SHORT.of(*id)).is_some();
        let short: Vec<String> = chosen.iter().filter(|(id, _)| is_short(id)).map(|(_, name)| name.clone()).collect();
        let names: Vec<String> = chosen.into_iter().map(|(_, name)| name).collect();
        let one = names.len() == 1;
        let mut parts = Vec::new();
        if !names.is_empty() {
            parts.push(self.part("value", w::SPOKEN_VALUES, names));
        }
        if !short.is_empty() {
            // Of a single one it need not be said again which.
            let own = if one { Vec::new() } else { short };
            let lead = if one { w::SPOKEN_SHORT_IT } else { w::SPOKEN_SHORT };
            parts.push(self.part("value.short", lead, own));
        }
        parts
    }

    /// The first strength that an event is told of, or the first.
    fn strength(&self) -> Vec<Part> {
        let ids = self.document.ids(&strength::STRENGTH);
        let named = |id: &ItemId| self.said(strength::WHAT.of(*id)).is_some();
        let told = |id: &ItemId| self.said(strength::EPISODE.of(*id)).is_some();
        let Some(id) = ids.iter().find(|id| named(id) && told(id)).or_else(|| ids.iter().find(|id| named(id))) else {
            return Vec::new();
        };
        let aim = self.document.card(strength::AIM.of(*id)).map(|card| card.id.as_str());
        let lead = match aim {
            Some("use") => w::SPOKEN_USE,
            Some("grow") => w::SPOKEN_GROW,
            _ => w::SPOKEN_STRENGTH,
        };
        let parts = [self.item(strength::WHAT.of(*id), lead), self.text(strength::EPISODE.of(*id), w::SPOKEN_EPISODE)];
        parts.into_iter().flatten().collect()
    }

    /// The first ask that can be settled there and then, or the first.
    fn ask(&self) -> Vec<Part> {
        let mut ids = self.document.ids(&sheet::ASK);
        ids.retain(|id| self.said(sheet::ASK_WHAT.of(*id)).is_some());
        let card = |field: &'static Field, id: ItemId| self.document.card(field.of(id)).map(|card| card.id.as_str());
        let here = |id: &&ItemId| card(&sheet::ASK_DECIDES, **id) == Some("now");
        let Some(id) = ids.iter().find(here).or_else(|| ids.first()).copied() else { return Vec::new() };
        let nothing = card(&sheet::ASK_WHAT, id) == Some("none");
        let lead = if nothing { w::SPOKEN_ASK_NONE } else { w::SPOKEN_ASK };
        let parts = [self.item(sheet::ASK_WHAT.of(id), lead), self.text(sheet::ASK_SMALL.of(id), w::SPOKEN_ASK_SMALL)];
        parts.into_iter().flatten().collect()
    }

    /// A question, or a topic that came of what worries.
    fn question(&self) -> Option<Part> {
        let asked = self.document.ids(&sheet::QUESTION).into_iter().map(|id| sheet::QUESTION_WHAT.of(id));
        let raised = self.document.ids(&drift::WORRY).into_iter().map(|id| drift::TOPIC.of(id));
        let words = asked.chain(raised).find_map(|path| self.said(path))?;
        Some(self.part("question", w::SPOKEN_QUESTION, vec![words]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(id: &'static str, lead: &str, own: &[&str]) -> Part {
        let own = own.iter().map(|text| (*text).to_owned()).collect();
        Part { id, name: id.to_owned(), lead: lead.to_owned(), own }
    }

    #[test]
    fn how_long_it_takes_follows_from_letters_and_words() {
        for (text, seconds) in [
            ("", 0),
            ("、。「」…", 0),
            (&"あ".repeat(300), 60),
            (&"word ".repeat(130), 60),
            (&format!("{} {}", "あ".repeat(150), "word ".repeat(65)), 60),
            ("30分だけ", 2),
        ] {
            let script = Script { minutes: 1, parts: vec![part("open", text, &[])] };
            assert_eq!(script.seconds(), seconds, "{text}");
        }
    }

    #[test]
    fn what_could_wait_is_as_little_as_it_takes() {
        let of = |letters: usize| "あ".repeat(letters);
        for (wish, small, value, short, waits) in [
            (100, 100, 50, 20, vec![]),
            (100, 100, 100, 60, vec!["value.short"]),
            (100, 100, 150, 60, vec!["value"]),
            (320, 100, 100, 60, vec!["value", "experience.small"]),
            (320, 400, 100, 60, vec!["value", "experience.small"]),
            (400, 100, 100, 60, vec!["value", "experience.small", "wish"]),
        ] {
            let parts = vec![
                part("wish", &of(wish), &[]),
                part("value", &of(value), &[]),
                part("value.short", &of(short), &[]),
                part("experience.small", &of(small), &[]),
            ];
            let script = Script { minutes: 1, parts };
            let names: Vec<&str> = script.could_wait().iter().map(|part| part.id).collect();
            assert_eq!(names, waits, "{wish}, {small}, {value}, {short}");
            assert_eq!(script.is_long(), !waits.is_empty());
        }
    }
}
