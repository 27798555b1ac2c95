//! Remarks about the ありたい姿 and what leads there: activities, invented days, self-checks, what should stay.
//! May know: the answers, through a look. Must never know: other rules.

use super::Remark;
use super::look::Look;
use crate::document::{ItemId, drift, wish, work};
use crate::export::sheet::{card_label, label};
use crate::wording as w;

/// One activity is wanted more of and less of.
pub(super) fn both_ways(look: &Look) -> Vec<Remark> {
    let (more, less, note) = (work::MORE.alone(), work::LESS.alone(), work::NOTE.alone());
    let d = look.document;
    if !look.is_untouched(note) {
        return Vec::new();
    }
    let twice = d.cards(more).iter().filter(|card| !card.id.is_empty() && look.has(less, &[&card.id]));
    let say = |card| {
        let name = look.marks(&card_label(look.pack, more.field.id, card, look.lang));
        let [up, down] = [more, less].map(|path| look.marks(&label(look.pack, path.field.id, look.lang)));
        let remark = look.remark(
            ItemId::ALONE,
            vec![more, less],
            note,
            format!("{name}が、{up}にも{down}にも入っています。中身しだいなのかもしれません。どんなときはうれしく、どんなときは減らしたいか、一言書いておけます。"),
            format!("{name} is under both {up} and {down}. Perhaps it depends on what it’s about: you could note when it’s welcome and when it isn’t."),
        );
        Remark { card: Some(card.id.clone()), ..remark }
    };
    twice.map(say).collect()
}

/// What is fine as it is and what should stay, where nothing is to change: that is a wish, too.
pub(super) fn as_it_is(look: &Look) -> Vec<Remark> {
    let d = look.document;
    let fine = work::FINE.alone();
    let changes = [work::MORE.alone(), work::LESS.alone(), drift::CHANGE.alone()];
    let worries = d.ids(&drift::WORRY).iter().any(|id| d.is_said(drift::WORRIES.of(*id)));
    if worries || !look.wishes() || changes.into_iter().any(|path| d.is_said(path)) {
        return Vec::new();
    }
    let stays = look.named(&drift::STAY).into_iter().next();
    let (Some(fine_words), Some((id, stay))) = (look.quote(fine), stays) else { return Vec::new() };
    vec![look.remark(
        id,
        vec![fine, drift::STAYS.of(id)],
        wish::SCENE.alone(),
        format!("このままでいいことに{fine_words}、残っていてほしいことに{stay}とあります。続けたいことも、はっきりした希望です。"),
        format!("Fine as it is: {fine_words}. What you hope is still there: {stay}. Wanting to carry on is a clear wish too."),
    )]
}

/// Some invented days feel near and others far, and the scene is not written yet.
pub(super) fn near_and_far(look: &Look) -> Vec<Remark> {
    let (near, far) = (wish::NEAR.alone(), wish::FAR.alone());
    if look.document.is_said(wish::SCENE.alone()) {
        return Vec::new();
    }
    let (Some(near_days), Some(far_days)) = (look.quote(near), look.quote(far)) else { return Vec::new() };
    vec![look.remark(
        ItemId::ALONE,
        vec![near, far],
        wish::SCENE.alone(),
        format!("{near_days}は近く、{far_days}は遠いと感じています。そのちがいの中に、ありたい姿の書き出しがあるかもしれません。"),
        format!("Close to you: {near_days}. Far off: {far_days}. What makes the difference could be the start of where you want to be."),
    )]
}

/// On rereading some marks were set, and not the one that looks beyond the wish; for whom it is good is not written either.
pub(super) fn after_the_wish(look: &Look) -> Vec<Remark> {
    let checks = wish::CHECKS.alone();
    let searching = look.document.is_said(wish::NEAR.alone())
        || look.document.text(wish::SCENE.alone()).starts_with(w::UNSURE_SEARCHING.get(look.lang));
    if searching || look.has(checks, &["means"]) || !look.is_untouched(wish::FOR_WHOM.alone()) {
        return Vec::new();
    }
    let line = [wish::LINE.alone(), wish::SCENE.alone()].into_iter().find_map(|path| Some((path, look.quote(path)?)));
    let (Some(ticked), Some((path, wished))) = (look.quote(checks), line) else { return Vec::new() };
    vec![look.remark(
        ItemId::ALONE,
        vec![checks, path],
        wish::FOR_WHOM.alone(),
        format!("{wished}を読み返して、{ticked}に印を付けています。もう一つ思い浮かべるなら、それがかなった日、だれがどんなふうに助かっているでしょう。"),
        format!("Rereading {wished}, you ticked {ticked}. One more thing to picture: on the day it comes true, whose day is easier, and how?"),
    )]
}
