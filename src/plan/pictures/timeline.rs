//! 一歩: what one will do, in the order of its time, with how it went.
//!
//! Knows documents. Must never know: the calendar; a day is what the person wrote.

use super::{BODY, EDGE, NAME, Pen, Picture, Role, SMALL, Shape, Told, WIDTH, names};
use crate::document::{ItemId, steps};
use crate::pack::Lang;
use crate::wording as w;

/// How many are drawn of each span.
const SHOWN: usize = 4;
/// Where the line of time stands, and where the words begin.
const LINE: i32 = EDGE + 12;
const WORDS: i32 = EDGE + 38;

/// What is to be done within one span of time.
pub(super) struct Span {
    /// The id of its card; empty for what has no time yet, or one in own words.
    pub(super) id: String,
    says: String,
    pub(super) ids: Vec<ItemId>,
}

/// The steps by their span, in the pack's order; those without one come last.
pub(super) fn spans(told: &Told) -> Vec<Span> {
    let card =
        |card: &crate::pack::Card| Span { id: card.id.clone(), says: card.title.plain(told.lang), ids: Vec::new() };
    let mut spans: Vec<Span> = told.pack.cards("spans").iter().map(card).collect();
    let none = w::PICTURE_NO_SPAN.get(told.lang).to_owned();
    spans.push(Span { id: String::new(), says: none, ids: Vec::new() });
    for id in told.items(&steps::STEP) {
        let here = told.card(steps::SPAN.of(id)).unwrap_or_default();
        let at = spans.iter().position(|span| span.id == here).unwrap_or(spans.len() - 1);
        spans[at].ids.push(id);
    }
    spans
}

pub(super) fn picture(told: &Told) -> Picture {
    let all = spans(told);
    let mut pen = Pen::new(told.lang);
    let none = all.iter().all(|span| span.ids.is_empty());
    let mut ends = (0, 0);
    for span in &all {
        let bare = none && !span.id.is_empty();
        if span.ids.is_empty() && !bare {
            continue;
        }
        let middle = pen.y + 11;
        ends = (if ends.0 == 0 { middle } else { ends.0 }, middle);
        // When it is to be may be known and not shown.
        if !(told.in_part && span.id.is_empty()) {
            pen.draw(Shape::Line((LINE - 8, middle), (LINE + 8, middle), Role::Strong));
            pen.lines(WORDS, WIDTH - EDGE - WORDS, BODY, Role::Soft, 2, &span.says);
            pen.y += if bare { 26 } else { 10 };
        }
        for id in span.ids.iter().take(SHOWN) {
            ends.1 = pen.y + 12;
            row(&mut pen, told, *id);
        }
        pen.more(WORDS, span.ids.len().saturating_sub(SHOWN));
        pen.y += 12;
    }
    if ends.1 > ends.0 {
        pen.shapes.insert(0, Shape::Line((LINE, ends.0), (LINE, ends.1), Role::Way));
    }
    let table = told.table(&steps::STEP);
    pen.done(told, "steps", w::PICTURE_STEPS, sentence(told, &all), table)
}

/// How it went, as a mark that needs no colour.
fn mark(pen: &mut Pen, (x, y): (i32, i32), state: Option<&str>) {
    let look = match state {
        Some("done") => Role::Goal,
        Some("dropped") => Role::Dashed,
        _ => Role::Station,
    };
    pen.draw(Shape::Circle((x, y), 10, look));
    match state {
        Some("done") => {
            pen.draw(Shape::Line((x - 5, y), (x - 1, y + 4), Role::OnGoal));
            pen.draw(Shape::Line((x - 1, y + 4), (x + 5, y - 4), Role::OnGoal));
        }
        Some("going") => pen.draw(Shape::Circle((x, y), 4, Role::Now)),
        Some("stuck") => {
            pen.draw(Shape::Line((x - 3, y - 4), (x - 3, y + 4), Role::Strong));
            pen.draw(Shape::Line((x + 3, y - 4), (x + 3, y + 4), Role::Strong));
        }
        Some("later") => pen.draw(Shape::Arrow((x - 5, y), (x + 5, y), Role::Link)),
        _ => {}
    }
}

fn row(pen: &mut Pen, told: &Told, id: ItemId) {
    let top = pen.y;
    mark(pen, (LINE, top + 12), told.card(steps::STATE.of(id)));
    let state = told.words(steps::STATE.of(id));
    let mut right = WIDTH - EDGE;
    if !state.trim().is_empty() {
        right = pen.tag((right, top), true, 126, Role::Quiet, &state) - 8;
    }
    pen.lines(WORDS, right - WORDS, NAME, Role::Name, 3, &told.called(id));
    let at: Vec<String> = [steps::DAY.of(id), steps::PLACE.of(id)]
        .into_iter()
        .map(|path| told.words(path))
        .filter(|words| !words.trim().is_empty())
        .collect();
    pen.lines(WORDS, WIDTH - EDGE - WORDS, SMALL, Role::Body, 3, &w::list(&at, told.lang));
    pen.y = pen.y.max(top + 26) + 10;
}

fn sentence(told: &Told, spans: &[Span]) -> String {
    let said: Vec<String> = spans
        .iter()
        .filter(|span| !span.ids.is_empty())
        .map(|span| {
            let names = names(&span.ids.iter().map(|id| told.called(*id)).collect::<Vec<_>>(), told.lang);
            match told.lang {
                Lang::Ja if told.in_part && span.id.is_empty() => format!("{names}。"),
                Lang::En if told.in_part && span.id.is_empty() => format!("{names}."),
                Lang::Ja if span.id.is_empty() => format!("時期がこれからなのは{names}。"),
                Lang::Ja => format!("{}、{names}。", span.says),
                Lang::En => format!("{}: {names}.", span.says),
            }
        })
        .collect();
    if said.is_empty() {
        return w::PICTURE_STEPS_EMPTY.get(told.lang).to_owned();
    }
    said.join(if told.lang == Lang::Ja { "" } else { " " })
}
