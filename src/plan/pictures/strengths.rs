//! 力: for each where it is now, what the ありたい姿 takes, and whether one wants to use it.
//!
//! Knows documents. Must never know: which of two is better.
//!
//! *Invariant:* no figure stands for the way between the two, and resting is as good as growing.

use super::{EDGE, NAME, Pen, Picture, Role, SMALL, Shape, Told, WIDTH, lettering, names};
use crate::document::{ItemId, strength};
use crate::pack::Lang;
use crate::wording as w;

/// How many are drawn.
const SHOWN: usize = 8;
/// Where the first and the last level stand.
const FROM: i32 = 28;
const TO: i32 = WIDTH - 28;

pub(super) fn picture(told: &Told) -> Picture {
    let ids = told.items(&strength::STRENGTH);
    let mut pen = Pen::new(told.lang);
    if ids.is_empty() {
        bare(&mut pen, told);
    }
    for (at, id) in ids.iter().take(SHOWN).enumerate() {
        if at > 0 {
            pen.y += 18;
        }
        row(&mut pen, told, *id);
    }
    pen.more(EDGE, ids.len().saturating_sub(SHOWN));
    let table = told.table(&strength::STRENGTH);
    pen.done(told, "strengths", w::PICTURE_STRENGTHS, sentence(told, &ids), table)
}

/// How many levels there are; 「分からない」 is none.
fn levels(told: &Told) -> usize {
    told.pack.cards("levels").iter().filter(|card| card.id != "skip").count()
}

fn scale(pen: &mut Pen, levels: usize, y: i32) {
    pen.draw(Shape::Line((FROM, y), (TO, y), Role::Quiet));
    for level in 0..levels {
        pen.draw(Shape::Line((x(level, levels), y - 4), (x(level, levels), y + 4), Role::Quiet));
    }
}

fn x(level: usize, levels: usize) -> i32 {
    let steps = i32::try_from(levels).map_or(1, |n| (n - 1).max(1));
    FROM + (TO - FROM) * i32::try_from(level).unwrap_or(0) / steps
}

fn now(pen: &mut Pen, at: (i32, i32)) {
    pen.draw(Shape::Circle(at, 6, Role::Now));
}

fn need(pen: &mut Pen, at: (i32, i32)) {
    pen.draw(Shape::Circle(at, 10, Role::Station));
}

fn bare(pen: &mut Pen, told: &Told) {
    let (levels, y) = (levels(told), pen.y + 22);
    scale(pen, levels, y);
    pen.draw(Shape::Line((x(1, levels), y), (x(3, levels), y), Role::Way));
    need(pen, (x(3, levels), y));
    now(pen, (x(1, levels), y));
    for (level, label) in [(1, "strength.now"), (3, "strength.need")] {
        let words = told.label(label);
        let left = x(level, levels) - lettering::width(&words, SMALL) / 2;
        pen.say((left.max(EDGE).min(WIDTH - EDGE - lettering::width(&words, SMALL)), y + 32), SMALL, Role::Soft, words);
    }
    pen.y = y + 42;
}

fn row(pen: &mut Pen, told: &Told, id: ItemId) {
    let top = pen.y;
    let feeling = told.words(strength::FEELING.of(id));
    let mut right = WIDTH - EDGE;
    if !feeling.is_empty() {
        let look = match told.card(strength::FEELING.of(id)) {
            Some("more") => Role::Goal,
            Some("rest") => Role::Dashed,
            _ => Role::Station,
        };
        right = pen.tag((right, top), true, 170, look, &feeling) - 8;
    }
    pen.lines(EDGE, right - EDGE, NAME, Role::Name, 3, &told.called(id));
    let aim = told.words(strength::AIM.of(id));
    pen.lines(EDGE, WIDTH - 2 * EDGE, SMALL, Role::Soft, 2, &aim);
    pen.y = pen.y.max(top + 24);

    let levels = levels(told);
    let place = |path| told.place(path).filter(|level| *level < levels).map(|level| x(level, levels));
    let (is, takes) = (place(strength::NOW.of(id)), place(strength::NEED.of(id)));
    if is.is_some() || takes.is_some() {
        let y = pen.y + 14;
        scale(pen, levels, y);
        if let (Some(is), Some(takes)) = (is, takes)
            && is + 20 < takes
        {
            pen.draw(Shape::Line((is + 8, y), (takes - 12, y), Role::Way));
        }
        if let Some(takes) = takes {
            need(pen, (takes, y));
        }
        if let Some(is) = is {
            now(pen, (is, y));
        }
        pen.y = y + 18;
    }
    for (path, is_now) in [(strength::NOW.of(id), true), (strength::NEED.of(id), false)] {
        let words = told.words(path);
        if words.trim().is_empty() {
            continue;
        }
        let middle = (EDGE + 6, pen.y + 8);
        pen.draw(Shape::Circle(middle, 5, if is_now { Role::Now } else { Role::Station }));
        let words = w::under(&told.label(path.field.id), &words, told.lang);
        pen.lines(EDGE + 20, WIDTH - 2 * EDGE - 20, SMALL, Role::Body, 3, &words);
    }
    pen.y += 12;
}

fn sentence(told: &Told, ids: &[ItemId]) -> String {
    if ids.is_empty() {
        return w::PICTURE_STRENGTHS_EMPTY.get(told.lang).to_owned();
    }
    let felt = |feeling: Option<&str>| -> Vec<String> {
        let known = |id: &&ItemId| {
            let here = told.card(strength::FEELING.of(**id));
            here.filter(|here| ["more", "same", "rest"].contains(here)) == feeling
        };
        ids.iter().filter(known).map(|id| told.called(*id)).collect()
    };
    let mut said = Vec::new();
    for (feeling, ja, en) in [
        (Some("more"), "もっと使いたいのは", "You’d like to use more of"),
        (Some("same"), "いまくらいでいいのは", "About as much as now is right for"),
        (Some("rest"), "休ませたいのは", "You’d like a rest from"),
        (None, "そのほかに", "There’s also"),
    ] {
        let which = felt(feeling);
        if !which.is_empty() {
            let list = names(&which, told.lang);
            said.push(match (told.lang, feeling, said.is_empty()) {
                (Lang::Ja, None, true) => format!("選んだ力は{list}。"),
                (Lang::En, None, true) => format!("The strengths you chose: {list}."),
                (Lang::Ja, ..) => format!("{ja}{list}。"),
                (Lang::En, ..) => format!("{en} {list}."),
            });
        }
    }
    let glue = if told.lang == Lang::Ja { "" } else { " " };
    said.join(glue)
}
