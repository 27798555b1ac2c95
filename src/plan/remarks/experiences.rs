//! Remarks about the experiences that one would like to have.
//! May know: the answers, through a look. Must never know: other rules.

use super::Remark;
use super::look::Look;
use crate::document::{ItemId, deeper, experience};

/// Every door of an experience is one to wait at: a form to try while waiting.
pub(super) fn doors_waiting(look: &Look) -> Vec<Remark> {
    look.wished().into_iter().filter_map(|(id, name)| waiting(look, id, &name)).collect()
}

fn waiting(look: &Look, id: ItemId, name: &str) -> Option<Remark> {
    let (what, door, small) = (experience::WHAT.of(id), experience::DOOR.of(id), experience::SMALL.of(id));
    let doors = look.document.cards(door);
    let waits = !doors.is_empty() && doors.iter().all(|card| card.id == "hr" || card.id == "outside");
    if !waits {
        return None;
    }
    let (whom, by) = match (look.has(door, &["hr"]), look.has(door, &["outside"])) {
        (true, true) => ("人事の決定や外の人の返事", "HR and people outside"),
        (true, false) => ("人事の決定", "HR"),
        _ => ("外の人の返事", "people outside"),
    };
    let wait_ja = format!("{name}は、いまのところ{whom}を待つ形です。");
    let wait_en = format!("So far, {name} has to wait for {by}. ");
    if let Some(small_form) = look.quote(small) {
        return Some(look.remark(
            id,
            vec![what, door, small],
            door,
            format!("{wait_ja}小さく試す形の{small_form}は、待つあいだに、自分で、または上司と始められそうですか。"),
            format!("{wait_en}While you wait, could you begin with your small first try, {small_form}, on your own or with your manager?"),
        ));
    }
    let offer = look.experience_card(id).and_then(|card| look.small(card))?;
    Some(look.remark(
        id,
        vec![what, door],
        small,
        format!("{wait_ja}待つあいだに上司と試せる形として{offer}があります。"),
        format!("{wait_en}While you wait, you and your manager could try {offer}."),
    ))
}

/// 「異動は選べないから」 came to mind, and a chosen experience has a form that needs no transfer.
pub(super) fn precedent_move(look: &Look) -> Vec<Remark> {
    let came = look.named(&deeper::PRECEDENT).into_iter().find(|(id, _)| {
        look.has(deeper::PRECEDENT_CARD.of(*id), &["p03"]) && look.is_untouched(deeper::PRECEDENT_ANSWER.of(*id))
    });
    let Some((came_id, came)) = came else { return Vec::new() };
    let with_form = |(id, name): (ItemId, String)| Some((id, name, look.quote(experience::SMALL.of(id))?));
    let Some((id, name, small)) = look.wished().into_iter().find_map(with_form) else {
        return Vec::new();
    };
    vec![look.remark(
        came_id,
        vec![deeper::PRECEDENT_CARD.of(came_id), experience::WHAT.of(id), experience::SMALL.of(id)],
        experience::SMALL.of(id),
        format!("浮かんだ言葉に{came}があります。{name}に書いた{small}は、異動を待たずに動かせるところかもしれません。"),
        format!("What came to mind was {came}. The small first try you wrote for {name}, {small}, may be something you can do without waiting for a transfer."),
    )]
}
