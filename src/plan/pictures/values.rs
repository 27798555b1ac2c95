//! 大切にしていること: in the person's order, each as a cup; how full it is, is how far it is met.
//!
//! Knows documents. Must never know: which value is worth more.

use super::{EDGE, NAME, Pen, Picture, Role, SMALL, Shape, Told, WIDTH, names};
use crate::document::{ItemId, values};
use crate::pack::Lang;
use crate::wording as w;

/// How many are drawn.
const SHOWN: usize = 6;
/// The cup.
const CUP: (i32, i32) = (44, 48);
/// Where the words begin.
const WORDS: i32 = EDGE + CUP.0 + 18;

pub(super) fn picture(told: &Told) -> Picture {
    let ids = told.items(&values::VALUE);
    let mut pen = Pen::new(told.lang);
    if ids.is_empty() {
        for at in 0..3 {
            cup(&mut pen, 96 + at * 62, None, true);
        }
        pen.y += CUP.1;
    }
    for id in ids.iter().take(SHOWN) {
        row(&mut pen, told, *id);
    }
    pen.more(EDGE, ids.len().saturating_sub(SHOWN));
    let table = told.table(&values::VALUE);
    pen.done(told, "values", w::PICTURE_VALUES, sentence(told, &ids), table)
}

/// A cup, filled to a part of what is full.
fn cup(pen: &mut Pen, x: i32, filled: Option<(usize, usize)>, dashed: bool) {
    let y = pen.y;
    if let Some((level, of)) = filled {
        let part = |n: usize| i32::try_from(n).unwrap_or(0);
        // Even what is hardly met has a drop in it.
        let high = ((CUP.1 - 8) * part(level) / part(of.max(1))).max(4);
        pen.draw(Shape::Rect(
            (x + 4, y + CUP.1 - 4 - high),
            (CUP.0 - 8, high),
            if high > 10 { 5 } else { 2 },
            Role::Goal,
        ));
    }
    let look = if dashed { Role::Dashed } else { Role::Station };
    // The outline alone: what is in it stays in sight.
    let (left, right, bottom, round) = (x, x + CUP.0, y + CUP.1, 9);
    pen.draw(Shape::Curve(
        (left, y),
        vec![
            [(left, y + 10), (left, bottom - 20), (left, bottom - round)],
            [(left, bottom - 3), (left + 3, bottom), (left + round, bottom)],
            [(left + 20, bottom), (right - 20, bottom), (right - round, bottom)],
            [(right - 3, bottom), (right, bottom - 3), (right, bottom - round)],
            [(right, bottom - 20), (right, y + 10), (right, y)],
        ],
        if look == Role::Dashed { Role::Dashed } else { Role::Strong },
    ));
}

fn row(pen: &mut Pen, told: &Told, id: ItemId) {
    let top = pen.y;
    pen.y += 2;
    let most = told.pack.cards("met").len().saturating_sub(1);
    let met = told.place(values::MET.of(id)).map(|level| (level, most));
    if told.in_part && met.is_none() {
        pen.draw(Shape::Circle((EDGE + CUP.0 / 2, top + 2 + NAME), 4, Role::Now));
    } else {
        cup(pen, EDGE, met, met.is_none());
    }
    let room = WIDTH - EDGE - WORDS;
    pen.lines(WORDS, room, NAME, Role::Name, 2, &told.called(id));
    pen.lines(WORDS, room, SMALL, Role::Body, 2, &told.words(values::MET.of(id)));
    if told.document.flag(values::SHORT.of(id)) {
        pen.tag((WORDS, pen.y + 4), false, room - 18, Role::Dashed, &told.label(values::SHORT.id));
        pen.y += 32;
    }
    let more = told.words(values::MORE.of(id));
    if !more.trim().is_empty() {
        let words = w::under(&told.label(values::MORE.id), &more, told.lang);
        pen.lines(WORDS, room, SMALL, Role::Soft, 3, &words);
    }
    let drawn = if told.in_part && met.is_none() { 0 } else { CUP.1 };
    pen.y = pen.y.max(top + drawn) + 22;
}

fn sentence(told: &Told, ids: &[ItemId]) -> String {
    if ids.is_empty() {
        return w::PICTURE_VALUES_EMPTY.get(told.lang).to_owned();
    }
    let all: Vec<String> = ids.iter().map(|id| told.called(*id)).collect();
    let short: Vec<String> =
        ids.iter().filter(|id| told.document.flag(values::SHORT.of(**id))).map(|id| told.called(*id)).collect();
    let said = match told.lang {
        Lang::Ja => format!("大切にしているのは{}。", names(&all, told.lang)),
        Lang::En => format!("What matters to you: {}.", names(&all, told.lang)),
    };
    if short.is_empty() {
        return said;
    }
    said + &match told.lang {
        Lang::Ja => format!("もう少しほしいのは{}。", names(&short, told.lang)),
        Lang::En => format!(" I’d like more of: {}.", names(&short, told.lang)),
    }
}
