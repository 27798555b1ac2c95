//! これまでのお返事: every reply that was taken in, with its role and day, and what it says to each ask.
//!
//! May know: the session. Must never know: replies as files.

use crate::document::{Document, ItemId, reply as fields};
use crate::pack::Lang;
use crate::parts::copying::to_copy;
use crate::parts::el::{Child, El, el, nothing};
use crate::reply::{Answer, MOST};
use crate::session::Session;
use crate::signals::Memo;
use crate::wording as w;

/// A reply as it is listed.
#[derive(Clone, PartialEq)]
struct Kept {
    role: String,
    day: String,
    /// Which ask in its words as handed over, and what was answered; whether that ask is still asked.
    lines: Vec<(String, String, bool)>,
    words: String,
    next: String,
}

pub(super) fn replies(session: Session, lang: Lang) -> El {
    let all = Memo::new(move |_| session.choices(|d| kept(d, lang)));
    many_or_none(all, lang)
}

fn many_or_none(all: Memo<Vec<Kept>>, lang: Lang) -> El {
    el("div").live(move || {
        all.with(|all| {
            if all.is_empty() {
                return nothing();
            }
            el("section")
                .class("keep-part")
                .child(el("h2").text(w::REPLIES_KEPT.get(lang)))
                .child(el("p").class("hint").text(w::REPLIES_KEPT_NOTE.get(lang)))
                .child(all.iter().enumerate().map(|(at, one)| view(at, one, lang)).collect::<Vec<_>>())
                .view()
        })
    })
}

fn kept(document: &Document, lang: Lang) -> Vec<Kept> {
    let text = |path| document.text(path).to_owned();
    let line = |item: &ItemId| {
        let answer = document.card(fields::ANSWER.of(*item)).and_then(|card| Answer::read(&card.id));
        let [form, who, by] = [&fields::FORM, &fields::WHO, &fields::BY].map(|field| document.text(field.of(*item)));
        let said = answer.map(|answer| w::answer_line(answer, form, who, by, lang)).unwrap_or_default();
        (
            w::asked_line(document.text(fields::WHAT.of(*item)), lang),
            said,
            !document.links(fields::ASK.of(*item)).is_empty(),
        )
    };
    let one = |id: ItemId| {
        // In the order of the asks in the file.
        let items = document.ids(&fields::REPLIED);
        let of_this: Vec<ItemId> =
            (1..=MOST).map(|number| fields::answer_of(id, number)).filter(|item| items.contains(item)).collect();
        Kept {
            role: text(fields::ROLE.of(id)),
            day: text(fields::MADE.of(id)),
            lines: of_this.iter().map(line).collect(),
            words: text(fields::WORDS.of(id)),
            next: text(fields::NEXT.of(id)),
        }
    };
    let mut all: Vec<Kept> = document.ids(&fields::REPLY).into_iter().map(one).collect();
    all.sort_by(|a, b| b.day.cmp(&a.day));
    all
}

fn view(at: usize, one: &Kept, lang: Lang) -> El {
    let id = format!("thanks-{at}");
    let whose = w::reply_of(&one.role, &one.day, lang);
    let fact = |label: String, said: &str| {
        el("div").child(el("dt").child(el("bdi").child(label))).child(el("dd").child(el("bdi").child(said.to_owned())))
    };
    let asked = one.lines.iter().filter(|(.., there)| *there).map(|(what, said, _)| fact(what.clone(), said));
    let gone: Vec<El> =
        one.lines.iter().filter(|(.., there)| !*there).map(|(what, said, _)| fact(what.clone(), said)).collect();
    let besides = [(w::REPLIES_WORDS, &one.words), (w::REPLY_NEXT, &one.next)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| fact(label.get(lang).to_owned(), text));
    let facts: Vec<El> = asked.chain(besides).collect();
    el("div")
        .class("one-of-several")
        .child(el("h3").child(el("bdi").child(whose.clone())))
        .child(el("dl").class("facts").child(facts))
        .child((!gone.is_empty()).then(|| el("h4").text(w::REPLIES_GONE_ALL.get(lang))))
        .child((!gone.is_empty()).then(|| el("dl").class("facts").child(gone)))
        .child(
            el("details").class("unfold").child(el("summary").text(w::WAITING_THANKS_NOTE.get(lang))).child(
                el("div")
                    .class("form-field reply-copy")
                    .child(el("p").class("sr-only").id(format!("{id}-name")).text(w::WAITING_THANKS_NOTE.get(lang)))
                    .child(el("p").class("sr-only").id(format!("{id}-hint")).child(whose.clone()))
                    .child(to_copy(&id, &whose, w::WAITING_THANKS.get(lang), lang)),
            ),
        )
}
