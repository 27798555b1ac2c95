//! Remarks about what one would not want to lose.
//! May know: the answers, through a look. Must never know: other rules.

use super::Remark;
use super::look::Look;
use super::towards;
use crate::document::{Audience, ItemId, Path, experience, sheet, stand, values};

/// The value ranked first and how far it is met, both as quoted, if it is met in one of these ways.
fn first(look: &Look, met: &[&str]) -> Option<(ItemId, String, String)> {
    let (id, name) = look.named(&values::VALUE).into_iter().next()?;
    let path = values::MET.of(id);
    look.has(path, met).then(|| look.quote(path)).flatten().map(|met| (id, name, met))
}

/// How one came to say that it is the first: there is an order only among several.
fn ranked(look: &Look, name: &str) -> (String, String) {
    if look.named(&values::VALUE).len() > 1 {
        (format!("{name}を1番に選び"), format!("You put {name} first"))
    } else {
        (format!("{name}を選び"), format!("You chose {name}"))
    }
}

fn both(id: ItemId) -> Vec<Path> {
    vec![values::WHAT.of(id), values::MET.of(id)]
}

/// What matters most is hardly met: perhaps the one thing to talk about.
pub(super) fn first_hardly_met(look: &Look) -> Vec<Remark> {
    let Some((id, name, met)) = first(look, &["m0", "m1"]) else { return Vec::new() };
    let (ja, en) = ranked(look, &name);
    let mut rests_on = both(id);
    let topic = look.quote(sheet::TOPIC.alone());
    let (end_ja, end_en) = if let Some(topic) = topic {
        rests_on.push(sheet::TOPIC.alone());
        (
            format!("話したいことの{topic}は、ここにつながっていそうですか。"),
            format!("Would what you want to talk about, {topic}, help with that?"),
        )
    } else {
        let one = "If you talk about just one thing, could it be this?".to_owned();
        ("面談で一つだけ話すなら、これでしょうか。".to_owned(), one)
    };
    vec![look.remark(
        id,
        rests_on,
        sheet::TOPIC.alone(),
        format!("{ja}、いまは{met}と答えています。{end_ja}"),
        format!("{en}, and you said that for now it’s {met}. {end_en}"),
    )]
}

/// What matters most is there: something to protect.
pub(super) fn first_fully_met(look: &Look) -> Vec<Remark> {
    let Some((id, name, met)) = first(look, &["m3"]) else { return Vec::new() };
    let (ja, en) = ranked(look, &name);
    vec![look.remark(
        id,
        both(id),
        sheet::TOPIC.alone(),
        format!("{ja}、いまは{met}と答えています。変わらないでほしいこととして、面談で一言伝えておくこともできます。"),
        format!("{en}, and you said that for now it’s {met}. In the conversation you could mention it as something you’d like to keep as it is."),
    )]
}

/// Something is in short supply, and the other person, who is shown other things, can't see it.
pub(super) fn short_not_shown(look: &Look) -> Vec<Remark> {
    let d = look.document;
    if !d.shares_anything(Audience::Talk) {
        return Vec::new();
    }
    let served: Vec<ItemId> =
        d.ids(&sheet::ASK).iter().flat_map(|id| d.links(sheet::ASK_SERVES.of(*id)).to_vec()).collect();
    let unseen = |id: ItemId| {
        let seen = |path| d.is_shared(path, Audience::Talk);
        d.flag(values::SHORT.of(id)) && !seen(values::WHAT.of(id)) && !served.contains(&id)
    };
    let named = look.named(&values::VALUE).into_iter().filter(|(id, _)| unseen(*id));
    let say = |(id, name): (ItemId, String)| {
        let short = look.quote(values::SHORT.of(id)).unwrap_or_default();
        look.remark(
            id,
            vec![values::WHAT.of(id), values::SHORT.of(id)],
            sheet::TOPIC.alone(),
            format!("{name}に{short}の印があり、いまは自分だけに見えています。話に出したくなったら、用紙に一行載せられます。載せないままでもかまいません。"),
            format!("You marked {name} as {short}, and only you can see it. If you’d like it to come up in the conversation, it can have a line on the sheet. Leaving it off is fine too."),
        )
    };
    named.map(say).collect()
}

/// The values that are in short supply, each with its card and the mark as quoted.
fn in_short_supply(look: &Look) -> Vec<(ItemId, String, String, String)> {
    let of_one = |(id, name): (ItemId, String)| {
        let card = look.document.card(values::WHAT.of(id)).map(|card| card.id.clone())?;
        let short = look.document.flag(values::SHORT.of(id)).then(|| look.quote(values::SHORT.of(id))).flatten()?;
        Some((id, card, name, short))
    };
    look.named(&values::VALUE).into_iter().filter_map(of_one).collect()
}

/// Something is in short supply, and an ask or an experience leads there: to say so gives it a reason.
pub(super) fn short_and_asked(look: &Look) -> Vec<Remark> {
    in_short_supply(look)
        .into_iter()
        .filter_map(|(id, card, name, short)| leads(look, id, &card, &name, &short))
        .collect()
}

fn leads(look: &Look, id: ItemId, card: &str, name: &str, short: &str) -> Option<Remark> {
    let mut rests_on = vec![values::WHAT.of(id), values::SHORT.of(id)];
    let (asks, wished) = (towards::asks_for(look, card), towards::experiences_for(look, card));
    let names = |all: &[(ItemId, String)]| look.listed(&all.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>());
    let marked_ja = format!("{name}に{short}の印があり、");
    let marked_en = format!("You marked {name} as {short}. ");
    if let Some((first, _)) = asks.first() {
        rests_on.extend(asks.iter().map(|(ask, _)| sheet::ASK_WHAT.of(*ask)));
        let asked = names(&asks);
        return Some(look.remark(
            id,
            rests_on,
            sheet::ASK_WHAT.of(*first),
            format!("{marked_ja}お願いの{asked}は、そこにつながっていそうです。何のためのお願いかを一言添えると、相手はほかの手だても考えられます。"),
            if asks.len() == 1 {
                format!("{marked_en}Your request, {asked}, seems to help with that. If you say what it’s for, the person you’ll talk to can think of other ways too.")
            } else {
                format!("{marked_en}Your requests, {asked}, seem to help with that. If you say what they’re for, the person you’ll talk to can think of other ways too.")
            },
        ));
    }
    // Where a reason is written, it need not be asked for.
    let (first, tried) = wished.into_iter().find(|(wish, _)| look.is_untouched(experience::WHY.of(*wish)))?;
    let why = experience::WHY.of(first);
    rests_on.push(experience::WHAT.of(first));
    Some(look.remark(
        id,
        rests_on,
        why,
        format!("{marked_ja}経験したいことの{tried}は、そこにつながっていそうです。そうなら、やってみたい理由の一つとして書いておけます。"),
        format!("{marked_en}What you’d like to try, {tried}, seems to help with that. If so, you could give that as a reason."),
    ))
}

/// Something is in short supply, and nothing is asked or chosen that leads there: an ask that would.
pub(super) fn short_no_ask(look: &Look) -> Vec<Remark> {
    if look.asks() || !look.is_untouched(stand::ASK.alone()) {
        return Vec::new();
    }
    let say = |(id, card, name, short): (ItemId, String, String, String)| {
        let offer = towards::offer_for(&card).and_then(|ask| look.pack.card("asks", ask))?;
        let (ask, small) = (look.title(offer), look.small(offer)?);
        Some(look.remark(
            id,
            vec![values::WHAT.of(id), values::SHORT.of(id)],
            sheet::ASK_WHAT.alone(),
            format!("{name}に{short}の印があります。面談で頼めることの一つに{ask}があり、{small}のような小さな形から始められます。"),
            format!("You marked {name} as {short}. One thing you could ask for is {ask}; it can start as small as {small}."),
        ))
    };
    in_short_supply(look).into_iter().filter_map(say).collect()
}
