//! Remarks about strengths: a level far off, one that grows nowhere yet, one to rest from.
//! May know: the answers, through a look. Must never know: other rules.
//!
//! *Invariant:* levels are quoted in their words; how far apart they are is never said.

use super::Remark;
use super::look::Look;
use crate::document::{ItemId, Path, experience, strength};

/// The levels that can be set against each other, the lowest first: cards of the catalogue `levels`.
const LEVELS: [&str; 5] = ["l0", "l1", "l2", "l3", "l4"];

fn level(look: &Look, path: Path) -> Option<usize> {
    let card = look.document.card(path)?;
    LEVELS.iter().position(|level| *level == card.id)
}

fn rests(look: &Look, id: ItemId) -> bool {
    look.has(strength::FEELING.of(id), &["rest"])
}

/// What the wish takes is well beyond now: a chosen experience that leads there, or the lightest one that would.
pub(super) fn far_level(look: &Look) -> Vec<Remark> {
    look.named(&strength::STRENGTH).into_iter().filter_map(|(id, name)| far(look, id, &name)).collect()
}

fn far(look: &Look, id: ItemId, name: &str) -> Option<Remark> {
    let (now, need) = (strength::NOW.of(id), strength::NEED.of(id));
    if rests(look, id) || level(look, need)? < level(look, now)? + 2 {
        return None;
    }
    let card = look.strength_card(id)?;
    let (now_words, need_words) = (look.quote(now)?, look.quote(need)?);
    let levels_ja = format!("{name}は、いま{now_words}、ありたい姿には{need_words}と答えています。");
    let levels_en = format!("For {name} you chose {now_words} for now and {need_words} for where you want to be. ");
    let mut rests_on = vec![strength::WHAT.of(id), now, need];
    let chosen = look.wished().into_iter().find(|(id, _)| look.builds(*id, card));
    if let Some((chosen, what)) = chosen {
        rests_on.push(experience::WHAT.of(chosen));
        let small = look.quote(experience::SMALL.of(chosen));
        let (from_ja, from_en) = small.map_or_else(Default::default, |small| {
            rests_on.push(experience::SMALL.of(chosen));
            (format!("{small}が、その入り口になりそうです。"), format!(" {small} could be a way in."))
        });
        return Some(look.remark(
            id,
            rests_on,
            experience::SMALL.of(chosen),
            format!("{levels_ja}選んだ{what}は、この力が育つ経験です。{from_ja}"),
            format!("{levels_en}The experience you chose, {what}, builds it.{from_en}"),
        ));
    }
    let offer = look.lightest(card)?;
    let (what, small) = (look.title(offer), look.small(offer)?);
    Some(look.remark(
        id,
        rests_on,
        experience::WHAT.alone(),
        format!("{levels_ja}近づく経験の一つに{what}があり、{small}から試せます。"),
        format!("{levels_en}One experience that would help is {what}. It can start with {small}."),
    ))
}

/// A strength to grow that no chosen experience builds: the lightest one that would.
pub(super) fn grows_nowhere(look: &Look) -> Vec<Remark> {
    look.named(&strength::STRENGTH).into_iter().filter_map(|(id, name)| nowhere(look, id, &name)).collect()
}

fn nowhere(look: &Look, id: ItemId, name: &str) -> Option<Remark> {
    let aim = strength::AIM.of(id);
    let (card, grow) = (look.strength_card(id)?, look.quote(aim)?);
    let chosen = look.wished();
    if !look.has(aim, &["grow"]) || rests(look, id) || chosen.iter().any(|(e, _)| look.builds(*e, card)) {
        return None;
    }
    let offer = look.lightest(card)?;
    let (what, small) = (look.title(offer), look.small(offer)?);
    let mut rests_on = vec![strength::WHAT.of(id), aim];
    let grow_ja = format!("{name}を{grow}力に選んでいます。");
    let grow_en = format!("You put {name} under {grow}. ");
    let (ja, en) = if let Some((e, beside)) = chosen.first() {
        rests_on.push(experience::WHAT.of(*e));
        (
            format!("{grow_ja}選んだ{beside}とは別に、この力が育つ経験の一つに{what}があり、{small}から試せます。"),
            format!("{grow_en}Alongside {beside}, which you chose, {what} would build it. It can start with {small}."),
        )
    } else {
        (
            format!("{grow_ja}この力が育つ経験の一つに{what}があり、{small}から試せます。"),
            format!("{grow_en}One experience that builds it is {what}. It can start with {small}."),
        )
    };
    Some(look.remark(id, rests_on, experience::WHAT.alone(), ja, en))
}

/// What one does well and would like a rest from.
pub(super) fn can_and_rest(look: &Look) -> Vec<Remark> {
    let mut out = Vec::new();
    for (id, name) in look.named(&strength::STRENGTH) {
        let (now, feeling) = (strength::NOW.of(id), strength::FEELING.of(id));
        if !rests(look, id) || level(look, now).is_none_or(|level| level < 3) {
            continue;
        }
        let (Some(can), Some(rest)) = (look.quote(now), look.quote(feeling)) else { continue };
        out.push(look.remark(
            id,
            vec![strength::WHAT.of(id), now, feeling],
            feeling,
            format!("{name}は{can}力で、{rest}とも答えています。できることと、続けたいことは別でかまいません。"),
            format!("For {name} you chose {can}, and also {rest}. What you can do and what you’d like to go on doing can be two different things."),
        ));
    }
    out
}
