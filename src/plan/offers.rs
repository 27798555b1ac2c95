//! What would still fit on the sheet: said, and not on the page, in order of what helps the other person most.
//!
//! Nothing is put there by itself. May know: documents, the pack, the sheet. Must never know: the screen, how paper is measured.

use crate::document::on_page::is_off;
use crate::document::{Audience, Document, Field, Path, experience, sheet, steps, strength, values, wish, work};
use crate::export::sheet::{
    EXPERIENCES, IN_FULL, QUESTIONS, STRENGTHS, Sheet, is_only_begun, label, leaf_words, name_of,
};
use crate::pack::{Lang, Pack};
use crate::share;
use crate::typed::is_narrow;
use crate::wording as w;

/// How many are offered at once.
pub const OFFERED: usize = 3;
/// How many wide letters a line of the page holds.
const LINE: usize = 38;

/// Something that would still fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Where it stands.
    pub path: Path,
    /// What it is.
    pub label: String,
    /// What it says.
    pub words: String,
    /// Whether it is shown already, and only off the page.
    pub shown: bool,
}

/// What may be offered, the most useful first. What is shown only one by one is never offered.
static WORTH: [&Field; 15] = [
    &sheet::SITUATION_FACTS,
    &experience::WHY,
    &strength::EPISODE,
    &values::MORE,
    &wish::FOR_WHOM,
    &experience::SMALL,
    &sheet::QUESTION_WHAT,
    &steps::START,
    &values::LINE,
    &experience::WHAT,
    &strength::WHAT,
    &work::LESS,
    &work::MORE,
    &work::NOTE,
    &work::FINE,
];

/// What would still fit into so many lines of the page.
pub fn offers(
    document: &Document,
    pack: &Pack,
    audience: Audience,
    page: &Sheet,
    lines: usize,
    lang: Lang,
) -> Vec<Offer> {
    let mut out = Vec::new();
    // What a page begins with is chosen, not offered.
    if page.on_page.is_empty() {
        return out;
    }
    for field in WORTH {
        for item in document.ids(field.kind()) {
            let path = field.of(item);
            if out.len() == OFFERED || !document.is_said(path) || !may_be_offered(document, pack, audience, page, path)
            {
                continue;
            }
            let words = w::list(&leaf_words(document, pack, path, lang), lang);
            let own = label(pack, field.id, lang);
            let is_name = field.id == field.kind().fields[0].id;
            let name = name_of(document, pack, item, lang).filter(|_| field.kind().many && !is_name);
            let label = name.map_or_else(|| own.clone(), |name| w::under(&name, &own, lang));
            if lines_of(&words, &own) <= lines {
                out.push(Offer { path, label, words, shown: document.is_shared(path, audience) });
            }
        }
    }
    out
}

/// Whether there is a place for it that it has not got, and it may be shown along with others.
fn may_be_offered(document: &Document, pack: &Pack, audience: Audience, page: &Sheet, path: Path) -> bool {
    let kind = path.field.kind();
    let name = kind.fields[0].of(path.item);
    let has = |path: &Path| page.on_page.contains(path);
    if has(&path) || !document.can_be_shown(path) || !share::goes_along(document, path) {
        return false;
    }
    let only_begun = is_only_begun(pack, path.field, document.text(path));
    let taken_off = document.is_left_off(path, audience) && is_off(document, path, audience);
    if only_begun || taken_off {
        return false;
    }
    if !kind.many {
        return true;
    }
    if path != name {
        let mut told = document.ids(kind).into_iter().filter(|id| has(&kind.fields[0].of(*id)));
        let at = told.position(|id| id == path.item);
        return at.is_some_and(|at| kind != &experience::EXPERIENCE || at < IN_FULL);
    }
    let most = match kind.id {
        "experience" => EXPERIENCES,
        "strength" => STRENGTHS,
        _ => QUESTIONS,
    };
    let on_page = document.ids(kind).into_iter().filter(|id| has(&kind.fields[0].of(*id))).count();
    on_page < most && !is_careful(document, pack, path) && !experience::is_over(document, path.item)
}

/// Whether it asks once more before it is shown: 庁内公募.
fn is_careful(document: &Document, pack: &Pack, path: Path) -> bool {
    let id = document.card(path).map(|card| card.id.as_str()).unwrap_or_default();
    path.field.id == experience::WHAT.id && pack.card("experiences", id).is_some_and(|card| card.careful)
}

/// How many lines of the page it takes.
fn lines_of(words: &str, label: &str) -> usize {
    let width = |line: &str| {
        let narrow = line.chars().filter(|c| is_narrow(*c)).count();
        line.chars().count() - narrow / 2
    };
    let label = width(label) + 1;
    words
        .lines()
        .enumerate()
        .map(|(at, line)| (width(line) + if at == 0 { label } else { 0 }).div_ceil(LINE).max(1))
        .sum()
}
