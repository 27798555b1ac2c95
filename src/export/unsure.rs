//! 「まだ分からない」 as a line for others to read.
//!
//! May know: the pack's labels, the app's own words. Must never know: who sees it, where it stands, the
//! browser.

use super::sheet::leaf_words;
use crate::document::{Document, Field, Path, experience, stand, wish};
use crate::pack::{Lang, Pack};
use crate::wording as w;

/// What can be shown of a leaf: what it says, or where 「まだ分からない」 is the answer, a line that says so.
pub fn shown_words(document: &Document, pack: &Pack, path: Path, lang: Lang) -> Vec<String> {
    if stand::is_told_unsure(document, path) {
        return unsure_line(path.field).map(|line| line.get(lang).to_owned()).into_iter().collect();
    }
    leaf_words(document, pack, path, lang)
}

/// 「まだ分からない」, as one would say it to the other person.
fn unsure_line(field: &Field) -> Option<w::Words> {
    let lines = [
        (&stand::VALUES, w::TELL_VALUES),
        (&wish::SCENE, w::TELL_WISH),
        (&stand::EXPERIENCE, w::TELL_EXPERIENCE),
        (&experience::WHY, w::TELL_WHY),
        (&stand::STEP, w::TELL_STEP),
        (&stand::ASK, w::TELL_ASK),
    ];
    lines.into_iter().find(|(of, _)| of.id == field.id).map(|(_, line)| line)
}
