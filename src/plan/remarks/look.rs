//! How a rule looks at the answers: what is said, and how it is quoted.
//!
//! May know: documents, the pack. Must never know: any rule.

use super::Remark;
use crate::document::{Document, ItemId, Kind, Leaf, Path, experience, sheet, steps, strength, wish};
use crate::export::sheet::leaf_words;
use crate::pack::{Card, Lang, Pack};
use crate::plan::WORKLOAD;
use crate::typed::is_narrow;
use crate::wording as w;

/// How much of what was typed a sentence quotes: so many wide characters, twice as many narrow ones.
const QUOTED: usize = 40;
/// Experiences that take something off: cards of the catalogue `experiences`.
const LIGHTER: [&str; 2] = ["x38", REST];
/// The lighter spell.
const REST: &str = "x39";

/// A rule's look at one document.
pub(super) struct Look<'a> {
    pub(super) rule: &'static str,
    pub(super) document: &'a Document,
    pub(super) pack: &'a Pack,
    pub(super) lang: Lang,
}

impl Look<'_> {
    /// A remark of this rule.
    pub(super) fn remark(&self, about: ItemId, rests_on: Vec<Path>, goes_to: Path, ja: String, en: String) -> Remark {
        let says = self.either(ja, en);
        Remark { rule: self.rule, about, card: None, says, rests_on, goes_to, verdict: None }
    }

    pub(super) fn either(&self, ja: String, en: String) -> String {
        if self.lang == Lang::En { en } else { ja }
    }

    /// Words in quotation marks; those within them become the inner ones of the language.
    pub(super) fn marks(&self, words: &str) -> String {
        let words = w::isolated(words);
        let (ja, en) = (words.replace('「', "『").replace('」', "』"), words.replace('“', "‘").replace('”', "’"));
        self.either(format!("「{ja}」"), format!("“{en}”"))
    }

    /// What a leaf says, in quotation marks; `None` where that is nothing, or blank.
    pub(super) fn quote(&self, path: Path) -> Option<String> {
        let said = leaf_words(self.document, self.pack, path, self.lang);
        let quoted: Vec<String> = said.iter().filter_map(|words| self.quoted(words)).collect();
        (!quoted.is_empty()).then(|| quoted.join(if self.lang == Lang::En { " and " } else { "" }))
    }

    /// The beginning of some words, in quotation marks; `None` where there is nothing, or blanks.
    pub(super) fn quoted(&self, words: &str) -> Option<String> {
        begin(words).map(|words| self.marks(&words))
    }

    /// A card's title in quotation marks.
    pub(super) fn title(&self, card: &Card) -> String {
        self.marks(&card.title.plain(self.lang))
    }

    /// A card's small form in quotation marks.
    pub(super) fn small(&self, card: &Card) -> Option<String> {
        card.small.as_ref().map(|small| self.marks(&small.plain(self.lang)))
    }

    /// Whether one of these cards is chosen there.
    pub(super) fn has(&self, path: Path, cards: &[&str]) -> bool {
        self.document.cards(path).iter().any(|card| cards.contains(&card.id.as_str()))
    }

    /// The items of a kind that have a name to quote, in the person's order, each with that name.
    pub(super) fn named(&self, kind: &'static Kind) -> Vec<(ItemId, String)> {
        let ids = self.document.ids(kind).into_iter();
        ids.filter_map(|id| Some((id, self.quote(kind.fields[0].of(id))?))).collect()
    }

    /// The experiences that are still wished for: what is done or given up is none of them.
    pub(super) fn wished(&self) -> Vec<(ItemId, String)> {
        let all = self.named(&experience::EXPERIENCE).into_iter();
        all.filter(|(id, _)| !experience::is_over(self.document, *id)).collect()
    }

    /// Several quotes in a row.
    pub(super) fn listed(&self, quotes: &[String]) -> String {
        match (self.lang, quotes) {
            (Lang::En, [first @ .., last]) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            _ => quotes.concat(),
        }
    }

    /// The chosen experience's card, if it is one of the pack's.
    pub(super) fn experience_card(&self, id: ItemId) -> Option<&Card> {
        self.pack.card("experiences", &self.document.card(experience::WHAT.of(id))?.id)
    }

    /// Whether an experience builds a strength: as the person said, else as its card says.
    pub(super) fn builds(&self, id: ItemId, strength: &str) -> bool {
        let said = self.document.cards(experience::BUILDS.of(id));
        if said.is_empty() {
            self.experience_card(id).is_some_and(|card| card.builds.iter().any(|s| s == strength))
        } else {
            said.iter().any(|card| card.id == strength)
        }
    }

    /// The lightest experience of the pack that builds a strength, that one can begin without waiting for anybody far off,
    /// and that isn't chosen already.
    pub(super) fn lightest(&self, strength: &str) -> Option<&Card> {
        let chosen: Vec<ItemId> = self.document.ids(&experience::EXPERIENCE);
        let efforts = self.pack.cards("efforts");
        let effort = |card: &Card| efforts.iter().position(|e| Some(&e.id) == card.effort.as_ref());
        let fits = |card: &&Card| {
            card.builds.iter().any(|s| s == strength)
                && card.small.is_some()
                && card.doors.iter().any(|door| door == "self" || door == "boss")
                && !chosen
                    .iter()
                    .any(|id| self.document.card(experience::WHAT.of(*id)).is_some_and(|c| c.id == card.id))
        };
        self.pack.cards("experiences").iter().filter(fits).min_by_key(|card| effort(card).unwrap_or(efforts.len()))
    }

    /// The card of a strength; `None` for words of one's own.
    pub(super) fn strength_card(&self, id: ItemId) -> Option<&str> {
        self.document.card(strength::WHAT.of(id)).map(|card| card.id.as_str()).filter(|id| !id.is_empty())
    }

    /// Whether a question was neither answered nor put aside: who said 「まだ分からない」 is not asked again by a remark.
    pub(super) fn is_untouched(&self, path: Path) -> bool {
        self.document.leaf(path).is_some_and(Leaf::is_open)
    }

    /// Whether a step is still to be done.
    pub(super) fn is_open(&self, step: ItemId) -> bool {
        !self.has(steps::STATE.of(step), &["done", "dropped"])
    }

    /// Whether something is asked of the other person.
    pub(super) fn asks(&self) -> bool {
        !self.named(&sheet::ASK).is_empty()
    }

    /// Whether an ありたい姿 is written, in whatever form.
    pub(super) fn wishes(&self) -> bool {
        [&wish::SCENE, &wish::LINE, &wish::FOR_WHOM].iter().any(|field| self.document.is_said(field.alone()))
    }

    /// Whether a step that is still to be done stands still for want of time or hands.
    pub(super) fn is_overloaded(&self) -> bool {
        let loaded = |id: &ItemId| self.is_open(*id) && self.has(steps::STOP.of(*id), &WORKLOAD);
        self.document.ids(&steps::STEP).iter().any(loaded)
    }

    /// The experiences that a step could lead to: to rest takes none.
    pub(super) fn to_try(&self) -> Vec<(ItemId, String)> {
        let all = self.wished().into_iter();
        all.filter(|(id, _)| !self.has(experience::WHAT.of(*id), &[REST])).collect()
    }

    /// Whether something is to be handed over or dropped already.
    pub(super) fn lets_go(&self) -> bool {
        let ids = self.document.ids(&experience::EXPERIENCE);
        ids.iter().any(|id| self.has(experience::WHAT.of(*id), &LIGHTER))
    }
}

/// Whether a sentence quotes the same words twice, as if they were two things: where two answers say the
/// same, there is nothing to say about the one and the other.
pub(super) fn repeats_itself(says: &str) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    for (open, close) in [('「', '」'), ('“', '”')] {
        let mut rest = says;
        while let Some((_, after)) = rest.split_once(open) {
            let Some((quoted, behind)) = after.split_once(close) else { break };
            if seen.contains(&quoted.trim()) {
                return true;
            }
            seen.push(quoted.trim());
            rest = behind;
        }
    }
    false
}

/// The beginning of what was said: its first line with something in it, and of a long one as much as a sentence can hold.
fn begin(words: &str) -> Option<String> {
    let line = words.lines().map(str::trim).find(|line| !line.is_empty())?;
    let line = line.trim_end_matches(['。', '.']);
    let mut room = 2 * QUOTED;
    let mut end = line.len();
    for (at, c) in line.char_indices() {
        let wide = if is_narrow(c) { 1 } else { 2 };
        if wide > room {
            end = at;
            break;
        }
        room -= wide;
    }
    if end == line.len() {
        return (!line.is_empty()).then(|| line.to_owned());
    }
    // Better a whole sentence, or whole words, than half of one.
    let cut = &line[..end];
    let whole = cut.rfind('。').or_else(|| cut.rfind(". "));
    Some(match whole.or_else(|| cut.rfind(' ')).filter(|at| *at > 0) {
        Some(at) if whole == Some(at) => cut[..at].to_owned(),
        Some(at) if line.chars().all(|c| is_narrow(c) || c == '…') => format!("{}…", &cut[..at]),
        _ => format!("{cut}…"),
    })
}

#[cfg(test)]
mod tests {
    use super::{begin, repeats_itself};

    #[test]
    fn a_sentence_that_quotes_the_same_twice_is_noticed() {
        for (says, twice) in [
            ("「窓口」に向けて「窓口」があります。", true),
            ("「窓口」に向けて「 窓口」があります。", true),
            ("「窓口」に向けて「集会所」があります。", false),
            ("Towards “the counter” there is “the counter”.", true),
            ("Towards “the counter” there is “the hall”.", false),
            ("「開いたまま", false),
            ("", false),
        ] {
            assert_eq!(repeats_itself(says), twice, "{says}");
        }
    }

    #[test]
    fn a_quote_is_the_beginning_of_what_was_said() {
        let long = "あ".repeat(41);
        for (words, quoted) in [
            ("  一度、聞きたい。\n二行目", Some("一度、聞きたい".to_owned())),
            (" \n\n二つ目の行", Some("二つ目の行".to_owned())),
            (" 　\n", None),
            ("。", None),
            ("", None),
            (long.as_str(), Some(format!("{}…", "あ".repeat(40)))),
            (&format!("短い文。{long}"), Some("短い文".to_owned())),
            (&"word ".repeat(30), Some(format!("{}…", "word ".repeat(16).trim_end()))),
            (&"it’s ".repeat(30), Some(format!("{}…", "it’s ".repeat(16).trim_end()))),
        ] {
            assert_eq!(begin(words), quoted, "{words:?}");
        }
    }
}
