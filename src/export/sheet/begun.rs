//! Texts that are only begun: the beginning of a sentence that was offered, and nothing after it.
//!
//! May know: the pack's questions. Must never know: a document, who sees it.

use crate::document::{Field, experience};
use crate::pack::{Pack, Text};

/// The catalogue with beginnings of a reason.
const WHYS: &str = "whys";

/// Whether a text says no more than one of the beginnings that are offered for its field, in either language.
pub(super) fn is_only_begun(pack: &Pack, field: &Field, text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() {
        return false;
    }
    let is = |beginning: &Text| beginning.reads(text) || beginning.en.trim_end() == text;
    let offered = pack.question(field.id).map(|question| &question.starters);
    let whys = if field.id == experience::WHY.id { pack.cards(WHYS) } else { &[] };
    offered.into_iter().flatten().any(is) || whys.iter().any(|card| is(&card.title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::wish;
    use crate::pack::STANDARD;

    #[test]
    fn a_beginning_alone_is_not_finished() {
        let pack = Pack::read(STANDARD).unwrap_or_default();
        for (field, text, only) in [
            (&experience::WHY, "気になったきっかけは、", true),
            (&experience::WHY, " ひかれるのは、\n", true),
            (&experience::WHY, "What draws me is ", true),
            (&experience::WHY, "What draws me is the people", false),
            (&experience::WHY, "前から気になっていたから", false),
            (&wish::SCENE, "ひかれるのは、", false),
            (&wish::SCENE, "", false),
        ] {
            assert_eq!(is_only_begun(&pack, field, text), only, "{}: {text:?}", field.id);
        }
    }
}
