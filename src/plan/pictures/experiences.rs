//! 経験: by the door through which it begins, with how much it takes.
//!
//! Knows documents. Must never know: which door is the right one.

use super::{BODY, EDGE, NAME, Pen, Picture, Role, SMALL, Shape, Told, WIDTH, names};
use crate::document::{ItemId, experience};
use crate::pack::Lang;
use crate::wording as w;

/// How many are drawn.
const SHOWN: usize = 10;
/// Where the words under a door begin.
const WORDS: i32 = EDGE + 30;
/// Where the bars begin that say how much it takes.
const BARS: i32 = WIDTH - EDGE - 84;

/// A door, and what begins there.
struct Door {
    says: String,
    ids: Vec<ItemId>,
}

pub(super) fn picture(told: &Told) -> Picture {
    let ids = told.items(&experience::EXPERIENCE);
    let mut pen = Pen::new(told.lang);
    if ids.is_empty() {
        for at in 0..3 {
            door(&mut pen, 117 + at * 50, Role::Station);
        }
        pen.y += 44;
    }
    for (at, group) in doors(told, &ids).iter().enumerate() {
        pen.y += if at > 0 { 10 } else { 0 };
        // Whose door it is may be known and not shown.
        if told.in_part && group.says.is_empty() {
            group.ids.iter().for_each(|id| row(&mut pen, told, *id));
            continue;
        }
        let top = pen.y;
        door(&mut pen, EDGE, if group.says.is_empty() { Role::Dashed } else { Role::Station });
        let says = if group.says.is_empty() { w::PICTURE_NO_DOOR.get(told.lang) } else { &group.says };
        pen.y = top + 4;
        pen.lines(WORDS + 4, WIDTH - EDGE - WORDS - 4, BODY, Role::Body, 3, says);
        pen.y = pen.y.max(top + 34) + 6;
        let from_here = pen.y;
        for id in &group.ids {
            row(&mut pen, told, *id);
        }
        pen.draw(Shape::Line((EDGE + 10, from_here - 2), (EDGE + 10, pen.y - 16), Role::Quiet));
    }
    pen.more(EDGE, ids.len().saturating_sub(SHOWN));
    let table = told.table(&experience::EXPERIENCE);
    pen.done(told, "experiences", w::PICTURE_EXPERIENCES, sentence(told, &ids), table)
}

/// The doors of those that are drawn: the pack's in its order, own words, and none.
fn doors(told: &Told, ids: &[ItemId]) -> Vec<Door> {
    let known = told.pack.cards("doors").iter().map(|card| Door { says: card.title.plain(told.lang), ids: Vec::new() });
    let mut doors: Vec<Door> = known.collect();
    let mut none = Vec::new();
    for id in ids.iter().take(SHOWN) {
        let path = experience::DOOR.of(*id);
        let known = told.place(path).and_then(|at| doors.get(at)).map(|door| door.says.clone());
        let says = known.or_else(|| told.words_of(path).into_iter().next()).unwrap_or_default();
        if says.trim().is_empty() {
            none.push(*id);
        } else if let Some(door) = doors.iter_mut().find(|door| door.says == says) {
            door.ids.push(*id);
        } else {
            doors.push(Door { says, ids: vec![*id] });
        }
    }
    doors.push(Door { says: String::new(), ids: none });
    doors.retain(|door| !door.ids.is_empty());
    doors
}

/// A door that stands open.
fn door(pen: &mut Pen, x: i32, look: Role) {
    let y = pen.y;
    pen.draw(Shape::Rect((x, y), (20, 32), 3, look));
    if look == Role::Station {
        pen.draw(Shape::Circle((x + 15, y + 17), 2, Role::Now));
    }
}

fn row(pen: &mut Pen, told: &Told, id: ItemId) {
    let top = pen.y;
    let effort = told.words(experience::EFFORT.of(id));
    let state = told.words(experience::STATE.of(id));
    // What is over takes no time any more.
    let said = !effort.trim().is_empty() && !experience::is_over(told.document, id);
    let right = if said { BARS - 12 } else { WIDTH - EDGE };
    pen.draw(Shape::Circle((EDGE + 10, top + 10), 3, Role::Now));
    pen.lines(WORDS, right - WORDS, NAME, Role::Name, 3, &told.called(id));
    if !state.trim().is_empty() {
        let look = if told.card(experience::STATE.of(id)) == Some("done") { Role::Goal } else { Role::Quiet };
        pen.tag((WORDS, pen.y + 2), false, 190, look, &state);
        pen.y += 30;
    }
    let below = pen.y;
    if said {
        if let Some(place) = told.place(experience::EFFORT.of(id)) {
            for bar in 0..3 {
                let look = if bar <= i32::try_from(place).unwrap_or(2) { Role::Goal } else { Role::Station };
                pen.draw(Shape::Rect((BARS + bar * 29, top + 4), (26, 9), 4, look));
            }
        }
        pen.y = top + 18;
        pen.lines(BARS, WIDTH - EDGE - BARS + 6, SMALL, Role::Soft, 3, &effort);
    }
    pen.y = pen.y.max(below);
    let others: Vec<String> = told.words_of(experience::DOOR.of(id)).into_iter().skip(1).collect();
    if !others.is_empty() {
        let words = w::under(w::PICTURE_OTHER_DOORS.get(told.lang), &w::list(&others, told.lang), told.lang);
        pen.lines(WORDS, WIDTH - EDGE - WORDS, SMALL, Role::Soft, 3, &words);
    }
    let small = told.words(experience::SMALL.of(id));
    if !small.trim().is_empty() {
        let words = w::under(&told.label(experience::SMALL.id), &small, told.lang);
        pen.lines(WORDS, WIDTH - EDGE - WORDS, SMALL, Role::Body, 3, &words);
    }
    pen.y += 16;
}

fn sentence(told: &Told, ids: &[ItemId]) -> String {
    if ids.is_empty() {
        return w::PICTURE_EXPERIENCES_EMPTY.get(told.lang).to_owned();
    }
    let (over, ids): (Vec<ItemId>, Vec<ItemId>) =
        ids.iter().copied().partition(|id| experience::is_over(told.document, *id));
    let all: Vec<String> = ids.iter().map(|id| told.called(*id)).collect();
    // What can begin without anybody's leave, or with the supervisor's alone.
    let near = |id: &&ItemId| told.document.cards(experience::DOOR.of(**id)).iter().any(|card| card.id == "self");
    let own: Vec<String> = ids.iter().filter(near).map(|id| told.called(*id)).collect();
    let mut said = Vec::new();
    if !all.is_empty() {
        said.push(match told.lang {
            Lang::Ja => format!("やってみたいのは{}。", names(&all, told.lang)),
            Lang::En => format!("What you’d like to try: {}.", names(&all, told.lang)),
        });
    }
    if !own.is_empty() {
        said.push(match told.lang {
            Lang::Ja => format!("自分で始められるのは{}。", names(&own, told.lang)),
            Lang::En => format!("You can start {} yourself.", names(&own, told.lang)),
        });
    }
    let state = |id: &ItemId| told.words(experience::STATE.of(*id));
    let mut states: Vec<String> = Vec::new();
    for state in over.iter().map(state) {
        if !states.contains(&state) {
            states.push(state);
        }
    }
    for here in states {
        let which: Vec<String> = over.iter().filter(|id| state(id) == here).map(|id| told.called(*id)).collect();
        said.push(match told.lang {
            Lang::Ja => format!("{here}：{}。", names(&which, told.lang)),
            Lang::En => format!("{here}: {}.", names(&which, told.lang)),
        });
    }
    said.join(if told.lang == Lang::Ja { "" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::super::lettering;
    use super::*;

    #[test]
    fn the_words_under_the_bars_have_room() {
        for words in ["数時間くらい", "数か月くらい", "1年以上かけて"] {
            assert!(lettering::width(words, SMALL) <= WIDTH - EDGE - BARS + 6, "{words}");
        }
    }
}
