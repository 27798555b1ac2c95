//! Where 「まだ分からない」 leads from the wish: cards that make a sentence, and six invented days.

use super::super::{cards, chip_row, pick, question};
use super::asking::asked::reasons;
use crate::document::{Change, Document, Path, wish, work};
use crate::export::sheet::leaf_words;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, button, el, many};
use crate::parts::walk::Ways;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// How many activities stand in the open.
const AT_FIRST: usize = 10;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let more = question(session, work::MORE.id).label.plain(lang);
    let less = question(session, work::LESS.id).label.plain(lang);
    let sentence = Memo::new(move |_| {
        session.choices(|d| {
            session.pack(|pack| {
                let words = |path: Path| leaf_words(d, pack, path, lang);
                let days = w::near_days(&words(wish::NEAR.alone()), lang);
                let work = w::more_less(&words(work::MORE.alone()), &words(work::LESS.alone()), lang);
                [work, days].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n")
            })
        })
    });
    let take = move |text: String| {
        let before = session.peek(|d| d.text(wish::SCENE.alone()).to_owned());
        // What is already there stays; the sentence comes after it.
        let text = if before.is_empty() || before == text { text } else { format!("{before}\n{text}") };
        session.change_and_go(Change::Wrote(wish::SCENE.alone(), text), w::UNSURE_DONE, Route::Wish);
    };
    let on = Route::Unsure.next(session.settings.with_untracked(|s| s.in_full)).unwrap_or(Route::Sheet);
    many()
        .child(super::super::progress(session, Route::Unsure, lang))
        .child(el("h1").attr("tabindex", "-1").text(w::UNSURE_TITLE.get(lang)))
        .child(el("p").class("lead").text(w::UNSURE_LEAD.get(lang)))
        .child(activities(session, work::MORE.alone(), more, lang))
        .child(activities(session, work::LESS.alone(), less, lang))
        .child(reasons(session, [work::MORE.id, work::LESS.id], lang))
        .child(
            el("section")
                .child(el("h2").text(w::UNSURE_DAYS.get(lang)))
                .child(el("p").class("hint").text(w::UNSURE_DAYS_NOTE.get(lang)))
                .child(
                    el("ul")
                        .class("days")
                        .child(cards(session, "days").iter().map(|card| day(session, card, lang)).collect::<Vec<_>>()),
                )
                .child(reasons(session, [wish::NEAR.id, wish::FAR.id], lang)),
        )
        .child(
            el("section")
                .class("sentence")
                .attr("aria-live", "polite")
                .child(el("h2").text(w::UNSURE_SENTENCE.get(lang)))
                .live(move || {
                    let text = sentence.get();
                    if text.is_empty() {
                        el("p").class("hint").text(w::UNSURE_EMPTY.get(lang)).view()
                    } else {
                        let words = text.clone();
                        many()
                            .child(el("blockquote").child(text))
                            .child(
                                button()
                                    .class("button next")
                                    .on("click", move |_| take(words.clone()))
                                    .text(w::UNSURE_USE.get(lang)),
                            )
                            .view()
                    }
                })
                .child(
                    el("p").child(
                        button()
                            .class("button quiet")
                            .on("click", move |_| take(w::UNSURE_SEARCHING.get(lang).to_owned()))
                            .text(w::UNSURE_SEARCHING_USE.get(lang)),
                    ),
                ),
        )
        .child(Ways { next: on.hash(), back: Route::Wish.hash(), lang }.only())
        .view()
}

/// The activities for one leaf: the first ones, and the others behind a fold.
fn activities(session: Session, path: Path, legend: String, lang: Lang) -> AnyView {
    let all = cards(session, "activities");
    let (first, rest) = all.split_at(all.len().min(AT_FIRST));
    let is_said = session.peek(|d| d.cards(path).iter().any(|said| rest.iter().any(|card| card.id == said.id)));
    el("fieldset")
        .class("group")
        .child(el("legend").child(legend))
        .child(chip_row(session, path, first, true, lang))
        .child(
            el("details")
                .class("unfold more-cards")
                .attr("open", is_said)
                .child(el("summary").text(w::with_note(w::MORE.get(lang), &rest.len().to_string(), lang)))
                .child(chip_row(session, path, rest, true, lang)),
        )
        .view()
}

/// One invented day: near, far, or neither.
fn day(session: Session, card: &'static crate::pack::Card, lang: Lang) -> AnyView {
    let group = format!("day-{}", card.id);
    let holds = move |d: &Document, path: Path| d.cards(path).iter().any(|c| c.id == card.id);
    let choice = |name: w::Words, here: Path, there: Path| {
        Choice::radio(format!("{group}-{}", here.field.name()), &group, name.get(lang).to_owned(), Look::Chip).view(
            move || session.choices(|d| holds(d, here)),
            move |on| {
                if on {
                    let without = |path: Path| {
                        let mut cards = session.peek(|d| d.cards(path).to_vec());
                        cards.retain(|c| c.id != card.id);
                        cards
                    };
                    let mut with = without(here);
                    with.push(pick(card, lang));
                    session.change(Change::Together(vec![
                        Change::Chose(there, without(there)),
                        Change::Chose(here, with),
                    ]));
                }
                true
            },
        )
    };
    let (near, far) = (wish::NEAR.alone(), wish::FAR.alone());
    el("li")
        .child(
            el("fieldset")
                .class("day")
                .child(el("legend").child(card.title.plain(lang)))
                .child(el("p").child(card.note.as_ref().map(|n| n.plain(lang))))
                .child(el("div").class("chips").child(choice(w::UNSURE_NEAR, near, far)).child(choice(
                    w::UNSURE_FAR,
                    far,
                    near,
                ))),
        )
        .view()
}
