//! Remarks about steps: what stops them, whether one is near, what comes after one that is done.
//! May know: the answers, through a look. Must never know: other rules.

use super::Remark;
use super::look::Look;
use super::towards;
use crate::document::{ItemId, day, deeper, drift, due, experience, sheet, stand, steps};
use crate::plan::WORKLOAD;
use crate::wording as w;

/// The catalogue of obstacles, each with what one could do then.
const OBSTACLES: &str = "obstacles";

/// The step stands still for want of time or hands, and nothing is asked or let go of.
pub(super) fn load_no_ask(look: &Look) -> Vec<Remark> {
    let lighter = look.has(drift::CHANGE_KIND.alone(), &["less", "hand", "rest"]);
    if look.asks() || look.lets_go() || lighter {
        return Vec::new();
    }
    let loaded = |id: &ItemId| look.is_open(*id) && look.has(steps::STOP.of(*id), &WORKLOAD);
    let say = |(id, _): (ItemId, String)| {
        let stop = steps::STOP.of(id);
        let reason = look.document.cards(stop).iter().find(|card| WORKLOAD.contains(&card.id.as_str()))?;
        let reason = look.marks(&crate::export::sheet::card_label(look.pack, stop.field.id, reason, look.lang));
        Some(look.remark(
            id,
            vec![stop],
            sheet::ASK_WHAT.alone(),
            format!("止まりそうな理由は{reason}で、お願いはまだ空いています。がんばりを足す代わりに、減らす仕事を一つ相談することもできます。"),
            format!("What might stop you is {reason}, and there’s still room for a request. Instead of trying harder, you could talk about one task to drop."),
        ))
    };
    look.named(&steps::STEP).into_iter().filter(|(id, _)| loaded(id)).filter_map(say).collect()
}

/// Something is to shrink, go over to somebody else, or rest, and nothing is asked.
pub(super) fn change_no_ask(look: &Look) -> Vec<Remark> {
    let (change, kind) = (drift::CHANGE.alone(), drift::CHANGE_KIND.alone());
    if look.asks() || !look.wishes() || !look.has(kind, &["less", "hand", "rest"]) {
        return Vec::new();
    }
    let (Some(words), Some(how)) = (look.quote(change), look.quote(kind)) else { return Vec::new() };
    vec![look.remark(
        ItemId::ALONE,
        vec![change, kind],
        sheet::ASK_WHAT.alone(),
        format!("少しだけ変えることに{words}、その変え方に{how}とあります。ひとりで決めにくいときは、面談のお願いにもできますし、人事や相談窓口、同僚に話してみてもかまいません。"),
        format!("The small change you wrote is {words}, marked {how}. If that’s hard to decide on your own, it could be a request for the conversation, or something to bring to HR, a counselling service or a colleague."),
    )]
}

/// Something is to go over to somebody else, and what is asked leads there.
pub(super) fn handing_and_asks(look: &Look) -> Vec<Remark> {
    let asks = towards::asks_to_hand_over(look);
    let (change, kind, handed) = (drift::CHANGE.alone(), drift::CHANGE_KIND.alone(), deeper::HAND_WHAT.alone());
    let experience = look.wished().into_iter().find(|(id, _)| towards::hands_over(look, *id));
    let hand = look.has(kind, &["hand"]).then(|| look.quote(kind)).flatten();
    let hand_is_told = hand.is_some();
    let (mut rests_on, ja, en) = match (hand, look.quote(change), experience, look.quote(handed)) {
        (Some(how), Some(words), ..) => (
            vec![change, kind],
            format!("少しだけ変えることに{words}、その変え方に{how}とあります。"),
            format!("The small change you wrote is {words}, marked {how}. "),
        ),
        (Some(how), ..) => {
            (vec![kind], format!("変え方に{how}を選んでいます。"), format!("You chose {how} as your kind of change. "))
        }
        (None, _, Some((id, name)), _) => (
            vec![experience::WHAT.of(id)],
            format!("経験したいことに{name}があります。"),
            format!("You’d like to try this: {name}. "),
        ),
        (None, _, None, Some(words)) => (
            vec![handed],
            format!("次に渡したいことに{words}とあります。"),
            format!("What you’d like to pass on is {words}. "),
        ),
        _ => return Vec::new(),
    };
    let Some((first, _)) = asks.first() else { return Vec::new() };
    rests_on.extend(asks.iter().map(|(id, _)| sheet::ASK_WHAT.of(*id)));
    // A change may be about the supervisor, so whoever wrote one hears of others to talk to.
    let (others_ja, others_en) = if hand_is_told {
        (
            "話す先は、人事や相談窓口、同僚でもかまいません。",
            " You could also talk it over with HR, a counselling service or a colleague.",
        )
    } else {
        ("", "")
    };
    let names = look.listed(&asks.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>());
    vec![look.remark(
        *first,
        rests_on,
        sheet::ASK_WHAT.of(*first),
        format!("{ja}お願いの{names}は、そこにつながっていそうです。だれに、どこまで渡したいかを一言添えておくと、話が進みやすくなります。{others_ja}"),
        if asks.len() == 1 {
            format!("{en}Your request, {names}, seems to help with that. A word on who could take it on, and how much of it, would move things along.{others_en}")
        } else {
            format!("{en}Your requests, {names}, seem to help with that. A word on who could take it on, and how much of it, would move things along.{others_en}")
        },
    )]
}

/// An experience is chosen, and no step lies within the next two weeks.
pub(super) fn no_step_soon(look: &Look) -> Vec<Remark> {
    let all = look.named(&steps::STEP);
    // A step without a span may well be soon; a question put off is put off.
    let later = |id: ItemId| look.has(steps::SPAN.of(id), &["d90", "y1"]);
    if !look.is_untouched(stand::STEP.alone()) || all.iter().any(|(id, _)| !later(*id)) {
        return Vec::new();
    }
    let Some((id, name)) = look.to_try().into_iter().next() else { return Vec::new() };
    let small = look.quote(experience::SMALL.of(id));
    let mut rests_on = vec![experience::WHAT.of(id)];
    rests_on.extend(small.is_some().then(|| experience::SMALL.of(id)));
    let first = all.iter().find(|(step, _)| look.is_open(*step));
    let (ja, en) = match (first, small) {
        (Some((step, what)), _) => {
            rests_on.truncate(1);
            rests_on.push(steps::WHAT.of(*step));
            (
                format!(
                    "{name}に向けて{what}があります。2週間のうちに15分でできることを、その手前に一つ置くこともできます。"
                ),
                format!(
                    "Towards {name} there’s {what}. Something that takes fifteen minutes, in the next two weeks, could come before it."
                ),
            )
        }
        (None, Some(small)) => (
            format!(
                "{name}を選び、小さく試す形は{small}です。その準備で15分でできることがあれば、2週間のうちの一歩になります。"
            ),
            format!(
                "You chose {name}, with a small first try: {small}. Fifteen minutes of getting ready for that could be your step in the next two weeks."
            ),
        ),
        (None, None) => (
            format!(
                "{name}を選んでいます。だれかに一言聞いてみるなど、15分でできることがあれば、2週間のうちの一歩になります。"
            ),
            format!(
                "You chose {name}. Something that takes fifteen minutes, like asking someone about it, could be your step in the next two weeks."
            ),
        ),
    };
    vec![look.remark(id, rests_on, steps::WHAT.alone(), ja, en)]
}

/// A step stands still, and there is an answer that one gave oneself beforehand.
pub(super) fn step_stuck(look: &Look) -> Vec<Remark> {
    let mut out = Vec::new();
    for (id, name) in look.named(&steps::STEP) {
        let (state, then) = (steps::STATE.of(id), steps::THEN.of(id));
        let (true, Some(how), Some(plan)) = (look.has(state, &["stuck"]), look.quote(state), look.quote(then)) else {
            continue;
        };
        out.push(look.remark(
            id,
            vec![steps::WHAT.of(id), state, then],
            then,
            format!("{name}は{how}とあります。そのときのために、{plan}と書いていました。いまも使えそうですか。"),
            format!("{name} is marked {how}. For a time like this you wrote {plan}. Could that still work?"),
        ));
    }
    out
}

/// What one would do then is the answer that was offered for another obstacle than those that are chosen.
pub(super) fn then_for_another(look: &Look) -> Vec<Remark> {
    let obstacles = look.pack.cards(OBSTACLES);
    let mut out = Vec::new();
    for (id, name) in look.named(&steps::STEP).into_iter().filter(|(id, _)| look.is_open(*id)) {
        let (stop, then) = (steps::STOP.of(id), steps::THEN.of(id));
        let chosen = look.document.cards(stop);
        // What stands in one's own words may well go with it.
        if chosen.is_empty() || chosen.iter().any(|card| card.id.is_empty()) {
            continue;
        }
        let words = look.document.text(then).trim();
        let mut meant_for = obstacles.iter().filter(|card| card.then.as_ref().is_some_and(|text| text.reads(words)));
        let fits = meant_for.clone().any(|card| chosen.iter().any(|one| one.id == card.id));
        let (Some(_), false, Some(why), Some(plan)) = (meant_for.next(), fits, look.quote(stop), look.quote(then))
        else {
            continue;
        };
        out.push(look.remark(
            id,
            vec![steps::WHAT.of(id), stop, then],
            then,
            format!("{name}が止まりそうな理由は{why}、そのときの動きは{plan}です。この動きが理由に合うか、もう一度だけ見てみませんか。合っていれば、そのままで。"),
            format!("What might get in the way of {name} is {why}, and your plan for then is {plan}. Would you look once more whether the two go together? If they do, leave it as it is."),
        ));
    }
    out
}

/// The day of a step falls into a time in which one can't move, as one wrote.
pub(super) fn step_in_busy_time(look: &Look) -> Vec<Remark> {
    let facts = sheet::SITUATION_FACTS.alone();
    let mut out = Vec::new();
    for (id, name) in look.named(&steps::STEP).into_iter().filter(|(id, _)| look.is_open(*id)) {
        let (own, span) = (steps::DAY.of(id), steps::SPAN.of(id));
        let counted = || {
            let due = due::of_step(look.document, id).filter(|_| !look.has(span, &["y1"]))?;
            Some((span, due.last, w::by(due, look.lang)))
        };
        let typed = day::read(look.document.text(own)).zip(look.quote(own));
        let told = typed.map(|(typed, words)| (own, typed.day, words)).or_else(counted);
        let Some((path, day, words)) = told else { continue };
        let busy = day::busy_at(look.document.text(facts), day);
        let Some(busy) = busy.and_then(|busy| look.quoted(busy)) else { continue };
        out.push(look.remark(
            id,
            vec![steps::WHAT.of(id), path, facts],
            own,
            format!("{name}の日にち（{words}）は、{busy}と書いた時期に重なります。少しずらすか、そのころでもできる小さな形にするか、見てみませんか。そのままでも大丈夫です。"),
            format!("{name} ({words}) falls in a time of which you wrote {busy}. Could it move a little, or be small enough for that time? It’s fine to leave it, too."),
        ));
    }
    out
}

/// A step is done, and no other one is there yet.
pub(super) fn step_done(look: &Look) -> Vec<Remark> {
    let all = look.named(&steps::STEP);
    let done = |id: ItemId| look.has(steps::STATE.of(id), &["done"]);
    if all.iter().any(|(id, _)| look.is_open(*id)) {
        return Vec::new();
    }
    let Some((id, name)) = all.into_iter().rev().find(|(id, _)| done(*id)) else { return Vec::new() };
    let state = steps::STATE.of(id);
    let Some(how) = look.quote(state) else { return Vec::new() };
    vec![look.remark(
        id,
        vec![steps::WHAT.of(id), state],
        steps::WHAT.alone(),
        format!("{name}は{how}とあります。おつかれさまでした。続きがあるなら、同じくらい小さなことを一つ。ここで区切っても大丈夫です。"),
        format!("{name} is marked {how}. Well done! If there’s more to it, one more thing just as small would do. It’s fine to leave it there, too."),
    )]
}
