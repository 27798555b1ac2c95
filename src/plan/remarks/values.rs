//! Remarks about what one would not want to lose.
//! May know: the answers, through a look. Must never know: other rules.

use super::Remark;
use super::look::Look;
use crate::document::{Audience, ItemId, Path, sheet, values};

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
            format!("Does what you want to talk about, {topic}, lead there?"),
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
        format!("{en}, and your answer for now is {met}. {end_en}"),
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
        format!("{en}, and your answer for now is {met}. You could mention it in the talk as something you'd like to keep as it is."),
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
            format!("You marked {name} as {short}, and only you can see it. If you'd like it to come up in the talk, it can have a line on the sheet. Leaving it off is fine too."),
        )
    };
    named.map(say).collect()
}
