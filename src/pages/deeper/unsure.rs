//! Where somebody who doesn't know yet finds clues, one after the other: cards that make a sentence, and six
//! invented days.

use super::super::{UNCHOSEN, cards, chip_row, pick, question};
use super::asking::asked::{ask_below, reasons};
use super::asking::focus_soon;
use crate::document::{Change, Document, Path, wish, work};
use crate::export::sheet::leaf_words;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many};
use crate::route::Route;
use crate::session::Session;
use crate::signals::{Memo, State};
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
        session.change_and_go(Change::Wrote(wish::SCENE.alone(), text), w::UNSURE_DONE, next(session));
    };
    let on = next(session);
    let at = State::new(0);
    let clue = move || {
        let at = at.get();
        untrack(|| match at {
            0 => many().child(activities(session, work::MORE.alone(), more.clone(), lang)).child(reasons(
                session,
                [work::MORE.id],
                lang,
            )),
            1 => many().child(activities(session, work::LESS.alone(), less.clone(), lang)).child(reasons(
                session,
                [work::LESS.id],
                lang,
            )),
            2 => days(session, lang),
            _ => taken(session, sentence, take, lang),
        })
    };
    many()
        .child(super::super::progress(session, Route::Unsure, lang))
        .child(el("h1").attr("tabindex", "-1").text(w::UNSURE_TITLE.get(lang)))
        .child(el("p").class("lead").text(w::UNSURE_LEAD.get(lang)))
        .child(
            el("p")
                .class("hint")
                .id(CLUE)
                .attr("tabindex", "-1")
                .live_text(move || w::clue_of(at.get() + 1, CLUES, lang)),
        )
        .child(el("div").live(clue))
        .live(move || ways(at, lang))
        .child(el("p").class("enough").child(el("a").attr("href", on.hash()).text(w::UNSURE_SKIP.get(lang))))
        .view()
}

/// The id of the line that says which clue one is at.
const CLUE: &str = "clue";
/// One after the other, so that none is a wall: a little more, a little less, six days, the sentence made of
/// them with what caught one's attention.
const CLUES: usize = 4;

/// The question after the wish: not knowing leads on.
fn next(session: Session) -> Route {
    Route::Unsure.next(session.settings.with_untracked(|s| s.in_full)).unwrap_or(Route::Sheet)
}

/// To the clue after this one and the one before; before the first is the wish.
fn ways(at: State<usize>, lang: Lang) -> El {
    let now = at.get();
    let to = move |clue: usize| {
        at.set(clue);
        focus_soon(CLUE.to_owned());
    };
    let on = (now + 1 < CLUES)
        .then(|| button().class("button next").on("click", move |_| to(now + 1)).text(w::UNSURE_ON.get(lang)));
    let back = match now.checked_sub(1) {
        Some(before) => button().class("button quiet").on("click", move |_| to(before)).text(w::UNSURE_BACK.get(lang)),
        None => el("a").class("button quiet").attr("href", Route::Wish.hash()).text(w::BACK.get(lang)),
    };
    el("nav").class("ways").attr("aria-label", w::WAYS.get(lang)).child(on).child(back)
}

fn days(session: Session, lang: Lang) -> El {
    el("section")
        .child(el("h2").text(w::UNSURE_DAYS.get(lang)))
        .child(el("p").class("hint").text(w::UNSURE_DAYS_NOTE.get(lang)))
        .child(
            el("ul")
                .class("days")
                .child(cards(session, "days").iter().map(|card| day(session, card, lang)).collect::<Vec<_>>()),
        )
        .child(reasons(session, [wish::NEAR.id, wish::FAR.id], lang))
}

/// What caught one's attention, and the sentence that the clues make, to take as it is.
///
/// Or one writes that one is still looking.
fn taken(session: Session, sentence: Memo<String>, take: impl Fn(String) + Copy + 'static, lang: Lang) -> El {
    let made = move || {
        let text = sentence.get();
        if text.is_empty() {
            return el("p").class("hint").text(w::UNSURE_EMPTY.get(lang)).view();
        }
        let words = text.clone();
        let take = move |_| take(words.clone());
        many()
            .child(el("blockquote").child(text))
            .child(button().class("button next").on("click", take).text(w::UNSURE_USE.get(lang)))
            .view()
    };
    let searching = move |_| take(w::UNSURE_SEARCHING.get(lang).to_owned());
    let sentence = el("section")
        .class("sentence")
        .attr("aria-live", "polite")
        .child(el("h2").text(w::UNSURE_SENTENCE.get(lang)))
        .live(made)
        .child(
            el("p")
                .child(button().class("button quiet").on("click", searching).text(w::UNSURE_SEARCHING_USE.get(lang))),
        );
    many().child(ask_below(session, wish::CAUGHT.alone(), lang)).child(sentence)
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
    let (near, far) = (wish::NEAR.alone(), wish::FAR.alone());
    let holds = move |d: &Document, path: Path| d.cards(path).iter().any(|c| c.id == card.id);
    // Into one of the two, or into none.
    let put = move |into: Option<Path>| {
        let changes = [near, far].map(|path| {
            let mut now = session.peek(|d| d.cards(path).to_vec());
            now.retain(|c| c.id != card.id);
            now.extend((into == Some(path)).then(|| pick(card, lang)));
            Change::Chose(path, now)
        });
        session.change(Change::Together(changes.into()));
    };
    let choice = |name: w::Words, look: Look, here: Option<Path>| {
        let id = format!("{group}-{}", here.map_or(UNCHOSEN, |path| path.field.name()));
        let chosen = move |d: &Document| match here {
            Some(path) => holds(d, path),
            None => !holds(d, near) && !holds(d, far),
        };
        Choice::radio(id, &group, name.get(lang).to_owned(), look).view(
            move || session.choices(chosen),
            move |on| {
                if on {
                    put(here);
                }
                true
            },
        )
    };
    el("li")
        .child(
            el("fieldset")
                .class("day")
                .child(el("legend").child(card.title.plain(lang)))
                .child(el("p").child(card.note.as_ref().map(|n| n.plain(lang))))
                .child(
                    el("div")
                        .class("chips")
                        .child(choice(w::UNSURE_NEAR, Look::Chip, Some(near)))
                        .child(choice(w::UNSURE_FAR, Look::Chip, Some(far)))
                        .child(choice(w::CHOOSE_NONE, Look::None, None)),
                ),
        )
        .view()
}
