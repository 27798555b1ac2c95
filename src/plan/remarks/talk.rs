//! Remarks about the talk: what the other person will see, what could be raised, what is asked.
//! May know: the answers, through a look. Must never know: other rules.
//!
//! *Invariant:* a worry may be about the supervisor, and no rule reads what it says. So what is said of one
//! names others to talk to as well, and never advises to show it.

use super::Remark;
use super::look::Look;
use crate::document::{Audience, ItemId, Path, drift, experience, sheet, strength};

/// What should be shown only after a second thought (公募) is on the side that the other person sees.
pub(super) fn posting_shown(look: &Look) -> Vec<Remark> {
    let shown = look.named(&experience::EXPERIENCE).into_iter().filter(|(id, _)| {
        look.document.is_shared(experience::WHAT.of(*id), Audience::Talk)
            && look.experience_card(*id).is_some_and(|card| card.careful)
    });
    let say = |(id, name): (ItemId, String)| {
        let what = experience::WHAT.of(id);
        look.remark(
            id,
            vec![what],
            sheet::NAME.alone(),
            format!("{name}が相手に見える側に入っています。所属長を通さずに応募できる職場もあります。このまま見せますか。"),
            format!("The person you’ll talk to will see {name}. In some workplaces you can apply without going through your manager. Would you like to go on showing it?"),
        )
    };
    shown.map(say).collect()
}

/// A strength is shown as one to use or grow, and the person would like a rest from it.
pub(super) fn rest_shown(look: &Look) -> Vec<Remark> {
    let d = look.document;
    let mut out = Vec::new();
    for (id, name) in look.named(&strength::STRENGTH) {
        let (aim, feeling) = (strength::AIM.of(id), strength::FEELING.of(id));
        let shown = |path| d.is_shared(path, Audience::Talk);
        if !shown(strength::WHAT.of(id)) || !shown(aim) || shown(feeling) || !look.has(feeling, &["rest"]) {
            continue;
        }
        let (Some(aims), Some(rest)) = (look.quote(aim), look.quote(feeling)) else { continue };
        out.push(look.remark(
            id,
            vec![strength::WHAT.of(id), aim, feeling],
            sheet::NAME.alone(),
            format!("{name}は{aims}力として相手に見えていて、{rest}のほうは自分だけに見えています。用紙だけを読んだ人は、この力の仕事を頼みたくなるかもしれません。見せ方はこのままでよいですか。"),
            format!("The sheet shows {name} under {aims}, and only you can see {rest}. Someone reading just the sheet might bring you more of it. Are you happy to leave it like this?"),
        ));
    }
    out
}

/// A worry that one can't move alone has no topic yet.
pub(super) fn stuck_no_topic(look: &Look) -> Vec<Remark> {
    // Worries beside an empty wish are left alone.
    if !look.wishes() {
        return Vec::new();
    }
    let open = |id: &ItemId| look.document.flag(drift::STUCK.of(*id)) && look.is_untouched(drift::TOPIC.of(*id));
    let stuck = look.named(&drift::WORRY).into_iter().filter(|(id, _)| open(id));
    let say = |(id, name): (ItemId, String)| {
        look.remark(
            id,
            vec![drift::WORRIES.of(id), drift::STUCK.of(id)],
            drift::TOPIC.of(id),
            format!("気がかりの{name}に、ひとりでは動かせないという印を付けています。がんばる課題ではなく、だれかに相談していいことです。話す先は、人事、相談窓口、同僚など、話しやすい人で大丈夫です。一行にするなら、どう切り出しますか。"),
            format!("You marked {name} as something you can’t change on your own. That makes it something to talk over, not to try harder at. Choose whoever you find easy to talk to: HR, a counselling service, a colleague. How would you put it in one line?"),
        )
    };
    stuck.map(say).collect()
}

/// A topic was chosen from a worry, and nothing that will be talked about holds it.
pub(super) fn topic_not_shown(look: &Look) -> Vec<Remark> {
    if !look.wishes() || look.document.is_said(sheet::TOPIC.alone()) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for id in look.document.ids(&drift::WORRY) {
        let path = drift::TOPIC.of(id);
        let Some(topic) = look.quote(path).filter(|_| !look.document.is_shared(path, Audience::Talk)) else { continue };
        out.push(look.remark(
            id,
            vec![path],
            path,
            format!("相談する話題に{topic}と書いていて、いまは自分だけに見えています。このままでもかまいません。話す先は面談にかぎらず、人事、相談窓口、同僚など、話しやすい人を選べます。"),
            format!("The topic you’d raise is {topic}, and only you can see it now. That’s fine. You can raise it wherever it’s easiest, and not only in this conversation: with HR, a counselling service or a colleague."),
        ));
    }
    out
}

/// 「いまは何もいらない」 stands beside an ask.
pub(super) fn help_none_but_ask(look: &Look) -> Vec<Remark> {
    let help = sheet::HELP.alone();
    let ask = look.named(&sheet::ASK).into_iter().find(|(id, _)| !look.has(sheet::ASK_WHAT.of(*id), &["none"]));
    let (Some((id, ask)), true, Some(none)) = (ask, look.has(help, &["none"]), look.quote(help)) else {
        return Vec::new();
    };
    vec![look.remark(
        id,
        vec![help, sheet::ASK_WHAT.of(id)],
        help,
        format!("ほしいのは{none}で、お願いには{ask}とあります。いまの気持ちに近いのはどちらですか。近いほうにそろえておくと、相手に伝わりやすくなります。"),
        format!("Under what would help you chose {none}, and you’re also asking for {ask}. Which is closer to how you feel now? With just that one, the sheet is easier to read."),
    )]
}

/// All that is asked has to wait for HR.
pub(super) fn asks_to_hr(look: &Look) -> Vec<Remark> {
    let asks = look.named(&sheet::ASK);
    let waits = |id: ItemId| look.has(sheet::ASK_DECIDES.of(id), &["hr"]);
    let Some((id, name)) = asks.first().cloned().filter(|_| asks.iter().all(|(id, _)| waits(*id))) else {
        return Vec::new();
    };
    let decides = sheet::ASK_DECIDES.of(id);
    let Some(hr) = look.quote(decides) else { return Vec::new() };
    let rests_on =
        asks.iter().flat_map(|(id, _)| -> [Path; 2] { [sheet::ASK_WHAT.of(*id), sheet::ASK_DECIDES.of(*id)] });
    vec![look.remark(
        id,
        rests_on.collect(),
        sheet::ASK_WHAT.of(id),
        format!("お願いの{name}は、{hr}になっています。面談の場で決められる小さなお願いを一つ並べておくと、その日のうちに返事をもらいやすくなります。"),
        format!("Your request, {name}, is marked {hr}. If you put a small one beside it that can be settled on the spot, you could have an answer that day."),
    )]
}
