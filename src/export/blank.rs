//! The sheet without words: the same blocks, with lines to write on by hand.
//!
//! May know: the pack's labels. Must never know: an answer, paper sizes, the browser.

use super::sheet::{IN_FULL, label};
use crate::document::{experience, sheet, steps, strength, wish};
use crate::pack::{Lang, Pack};

/// The blank sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// What to talk about, before the asks.
    pub before: Vec<BlankBlock>,
    /// What would help: boxes to tick.
    pub help: Vec<String>,
    /// How an ask can be settled: boxes to tick.
    pub decides: Vec<String>,
    /// What stands after the asks.
    pub after: Vec<BlankBlock>,
}

/// A block to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlankBlock {
    /// The same as of the sheet's.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// Its lines: what to write there, empty where that is plain.
    pub lines: Vec<String>,
}

/// The card of `help` that needs no box on paper: whoever wants nothing ticks nothing.
pub(super) const NO_HELP: &str = "none";

impl Blank {
    /// The blank sheet in the words of a pack.
    pub fn of(pack: &Pack, lang: Lang) -> Self {
        let label = |id: &str| label(pack, id, lang);
        let block = |id, heading: &str, lines: Vec<String>| BlankBlock { id, heading: label(heading), lines };
        let free = |lines| vec![String::new(); lines];
        let titles =
            |catalogue: &str| pack.cards(catalogue).iter().map(|card| (card.id.as_str(), card.title.plain(lang)));
        let experience = [experience::WHAT.id, experience::WHY.id, experience::SMALL.id].map(label);
        let spans = titles("spans").filter(|(id, _)| ["d14", "d90"].contains(id)).map(|(_, title)| title);
        Self {
            before: vec![block("topic", sheet::TOPIC.id, free(1)), block("situation", "situation", free(1))],
            help: titles("help").filter(|(id, _)| *id != NO_HELP).map(|(_, title)| title).collect(),
            decides: titles("decides").map(|(_, title)| title).collect(),
            after: vec![
                block("steps", steps::STEP.id, spans.collect()),
                block("wish", wish::SCENE.id, vec![String::new(), String::new(), label(wish::FOR_WHOM.id)]),
                block("values", "value", free(1)),
                block("experience", "experience", experience.iter().cycle().take(3 * IN_FULL).cloned().collect()),
                block("strength", "strength", vec![String::new(), String::new(), label(strength::EPISODE.id)]),
                block("questions", "question", free(2)),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::STANDARD;

    #[test]
    fn every_heading_has_words_and_every_block_room_to_write() {
        let pack = Pack::read(STANDARD).unwrap_or_default();
        for lang in [Lang::Ja, Lang::En] {
            let blank = Blank::of(&pack, lang);
            assert_eq!((blank.help.len(), blank.decides.len()), (5, 3));
            for block in blank.before.iter().chain(&blank.after) {
                assert!(
                    !block.heading.is_empty() && !block.heading.contains('.') && !block.lines.is_empty(),
                    "{block:?}"
                );
                assert!(block.lines.iter().all(|label| !label.contains('.')), "{block:?}");
            }
        }
    }
}
