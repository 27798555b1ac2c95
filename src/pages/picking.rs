//! What several screens pick with: cards, boxes, radio buttons, words of one's own, and suggestions to take
//! with one tap.
//!
//! May know: the session, the pack, parts. Must never know: which screen asks.
//!
//! *Invariant:* what is suggested is none of the person's words until they take it, and what was chosen can be let go of.

use super::{leaf_id, question};
use crate::browser::page as window;
use crate::document::{Change, Document, ItemId, Kind, Path, Picked};
use crate::pack::{Card, Lang};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::session::Session;
use crate::signals::{Memo, State};
use crate::wording as w;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// The card as it is picked here and now: its id and its label as seen.
pub(super) fn pick(card: &Card, lang: Lang) -> Picked {
    Picked { id: card.id.clone(), label: card.title.plain(lang) }
}

/// The cards of a catalogue.
pub(super) fn cards(session: Session, catalogue: &str) -> &'static [Card] {
    session.pack(|pack| pack.cards(catalogue))
}

/// Chips that choose cards for one leaf. `many`: any number of them; else one, or none of them again.
pub(super) fn chips(session: Session, path: Path, catalogue: &str, legend: String, many: bool, lang: Lang) -> AnyView {
    el("fieldset")
        .class("group")
        .child(el("legend").child(legend))
        .child(chip_row(session, path, cards(session, catalogue), many, lang))
        .view()
}

/// The chips alone.
pub(super) fn chip_row(session: Session, path: Path, cards: &'static [Card], many: bool, lang: Lang) -> El {
    if many {
        return check_row(session, path, &cards.iter().collect::<Vec<_>>(), lang, move |change| session.change(change));
    }
    radio_row(session, path, cards, lang)
}

/// Boxes to tick any number of. `write` sees to it that the leaf is there.
pub(super) fn check_row(
    session: Session,
    path: Path,
    cards: &[&'static Card],
    lang: Lang,
    write: impl Fn(Change) + Copy + 'static,
) -> El {
    let chip = |card: &&'static Card| {
        let card: &'static Card = card;
        let chosen = move || session.choices(|d| d.cards(path).iter().any(|c| c.id == card.id));
        let toggled = move |on: bool| {
            let mut now = session.peek(|d| d.cards(path).to_vec());
            now.retain(|c| c.id != card.id);
            if on {
                now.push(pick(card, lang));
            }
            write(Change::Chose(path, now));
            true
        };
        let element = format!("{}-{}", leaf_id(path), card.id);
        Choice::check(element, card.title.plain(lang), Look::Chip).view(chosen, toggled)
    };
    el("div").class("chips").child(cards.iter().map(chip).collect::<Vec<_>>())
}

/// One of these, or none: what was chosen can be let go of.
pub(super) fn radio_row(session: Session, path: Path, cards: &'static [Card], lang: Lang) -> El {
    let group = leaf_id(path);
    let radio = |card: Option<&'static Card>| {
        let element = format!("{group}-{}", card.map_or(UNCHOSEN, |card| card.id.as_str()));
        let (title, look) = match card {
            Some(card) => (card.title.plain(lang), Look::Chip),
            None => (w::CHOOSE_NONE.get(lang).to_owned(), Look::None),
        };
        let chosen = move || session.choices(|d| d.card(path).map(|c| c.id.as_str()) == card.map(|c| c.id.as_str()));
        Choice::radio(element, &group, title, look).view(chosen, move |on| {
            if on {
                session.change(Change::Chose(path, card.map(|card| pick(card, lang)).into_iter().collect()));
            }
            true
        })
    };
    let all = cards.iter().map(Some).chain([None]).map(radio);
    el("div").class("chips").child(all.collect::<Vec<_>>())
}

/// A line for words of one's own in a leaf of several cards, and what was put in so. `write` sees to it that the
/// leaf is there.
pub(super) fn own_picks(
    session: Session,
    path: Path,
    label: String,
    lang: Lang,
    write: impl Fn(Change) + Copy + 'static,
) -> El {
    let of_own = move |d: &Document| d.cards(path).iter().filter(|c| c.id.is_empty()).cloned().collect::<Vec<_>>();
    let own = Memo::new(move |_| session.choices(of_own));
    let add = move |text: String| {
        let mut now = session.peek(|d| d.cards(path).to_vec());
        now.retain(|c| !c.id.is_empty() || c.label != text);
        now.push(Picked { id: String::new(), label: text });
        write(Change::Chose(path, now));
        true
    };
    many()
        .child(own_words(&format!("{}-own", leaf_id(path)), label, lang, add))
        .live(move || own.with(|own| own_chips(session, path, own)))
}

/// What of a leaf was put in one's own words, each with a way to let go of it.
fn own_chips(session: Session, path: Path, own: &[Picked]) -> AnyView {
    if own.is_empty() {
        return nothing();
    }
    let chip = |(at, card): (usize, &Picked)| {
        let card = card.clone();
        Choice::check(format!("{}-kept-{at}", leaf_id(path)), card.label.clone(), Look::Chip).view(
            || true,
            move |_| {
                let mut now = session.peek(|d| d.cards(path).to_vec());
                now.retain(|c| *c != card);
                session.change(Change::Chose(path, now));
                true
            },
        )
    };
    el("div").class("chips kept").child(own.iter().enumerate().map(chip).collect::<Vec<_>>()).view()
}

/// The summary of a fold with the first words of what is written under it, to be seen while it is closed.
///
/// They are read when it is opened or closed, and when something changed otherwise than by typing. A key costs
/// nothing.
pub(super) fn inside<const N: usize>(session: Session, paths: [Path; N], summary: El) -> El {
    let first = move |d: &Document| {
        let lines = paths.iter().flat_map(|path| d.text(*path).lines());
        lines.map(str::trim).find(|line| !line.is_empty()).map(|line| line.chars().take(GLIMPSE).collect::<String>())
    };
    let turned = Trigger::new();
    let words = Memo::new(move |_| {
        turned.track();
        session.choices(first).unwrap_or_default()
    });
    let words = el("bdi").class("inside").live_text(move || words.get());
    summary.on("click", move |_| turned.notify()).text(" ").child(words)
}

/// How many characters of what is under a fold are made; how many of them are seen is the style's.
const GLIMPSE: usize = 60;

/// How the element of the choice to choose none ends.
pub(super) const UNCHOSEN: &str = "unchosen";

/// Chips that write a ready-made text into one leaf. What was written there before can be had back.
pub(super) fn ready_texts(session: Session, path: Path, texts: Vec<String>, legend: &str) -> AnyView {
    ready_with(session, path, texts, legend, move |change| session.change(change))
}

/// The same, where `write` sees to it that the leaf is there.
pub(super) fn ready_with(
    session: Session,
    path: Path,
    texts: Vec<String>,
    legend: &str,
    write: impl Fn(Change) + 'static,
) -> AnyView {
    ready(session, path, texts, legend, &(Rc::new(write) as Rc<dyn Fn(Change)>))
}

fn ready(session: Session, path: Path, texts: Vec<String>, legend: &str, write: &Rc<dyn Fn(Change)>) -> AnyView {
    if texts.is_empty() {
        return nothing();
    }
    let chips = texts
        .into_iter()
        .map(|text| {
            let (words, write) = (text.clone(), Rc::clone(write));
            let take = move |_| {
                let before = session.peek(|d| d.text(path).to_owned());
                let change = Change::Wrote(path, words.clone());
                if before.is_empty() {
                    write(Change::Together(vec![change]));
                } else if before != words {
                    session.change_with_undo(change, w::REPLACED);
                }
            };
            button().class("chip").on("click", take).child(text)
        })
        .collect::<Vec<_>>();
    el("div")
        .class("chips ready")
        .attr("role", "group")
        .attr("aria-label", legend)
        .child(el("span").class("chips-label").attr("aria-hidden", "true").child(legend))
        .child(chips)
        .view()
}

/// A new item, called by a card or in words of one's own. Nothing else is said of it: what a card suggests is
/// offered.
pub(super) fn named(kind: &'static Kind, id: ItemId, name: Picked) -> Change {
    Change::Together(vec![Change::Added(kind, id), Change::Chose(kind.fields[0].of(id), vec![name])])
}

/// The small form that the card of an item suggests, to take with one tap.
pub(super) fn small_form(session: Session, item: Path, small: Path, lang: Lang) -> AnyView {
    let suggested = session.peek(|d| d.card(item).map(|c| c.id.clone())).and_then(|id| {
        let catalogue = question(session, item.field.id).cards.as_deref()?;
        session.pack(|pack| pack.card(catalogue, &id)?.small.as_ref().map(|small| small.plain(lang)))
    });
    ready_texts(session, small, suggested.into_iter().collect(), w::SUGGESTED.get(lang))
}

/// What one could do then, for each obstacle that is chosen, to take with one tap.
pub(super) fn then_offers(
    session: Session,
    stop: Path,
    then: Path,
    lang: Lang,
    write: impl Fn(Change) + 'static,
) -> El {
    then_ready(session, stop, then, lang, Rc::new(write))
}

fn then_ready(session: Session, stop: Path, then: Path, lang: Lang, write: Rc<dyn Fn(Change)>) -> El {
    let chosen =
        Memo::new(move |_| session.choices(|d| d.cards(stop).iter().map(|c| c.id.clone()).collect::<Vec<_>>()));
    el("div").live(move || {
        let then_of = |card: &&'static Card| card.then.as_ref().map(|then| then.plain(lang));
        let all = cards(session, "obstacles").iter();
        let offered = chosen.with(|ids| all.filter(|c| ids.contains(&c.id)).filter_map(|c| then_of(&c)).collect());
        ready(session, then, offered, w::SUGGESTED.get(lang), &write)
    })
}

/// The cards of a catalogue that are offered first, and the rest behind 「もっと見る」. A card from the rest that is
/// chosen stays in sight.
pub(super) fn first_and_more(
    session: Session,
    catalogue: &str,
    legend: String,
    lang: Lang,
    is_chosen: fn(&Document, &str) -> bool,
    choice: fn(Session, &'static Card, Lang) -> AnyView,
) -> AnyView {
    let (first, rest): (Vec<&'static Card>, Vec<_>) = cards(session, catalogue).iter().partition(|c| c.first);
    let all = State::new(session.peek(|d| rest.iter().any(|c| is_chosen(d, &c.id))));
    let grid = move |cards: &[&'static Card]| {
        el("div").class("cards").child(cards.iter().map(|c| choice(session, c, lang)).collect::<Vec<_>>())
    };
    many()
        .child(
            el("fieldset")
                .class("group")
                .child(el("legend").class("sr-only").child(legend))
                .child(grid(&first))
                .live(move || all.get().then(|| grid(&rest))),
        )
        .child(more_or_fewer(all, lang))
        .view()
}

/// 「もっと見る」, and back.
pub(super) fn more_or_fewer(all: State<bool>, lang: Lang) -> El {
    el("p").child(
        button()
            .class("link")
            .live_attr("aria-expanded", move || all.get().to_string())
            .on("click", move |_| all.update(|a| *a = !*a))
            .live_text(move || if all.get() { w::FEWER.get(lang) } else { w::MORE.get(lang) }),
    )
}

/// A line to add something in one's own words: an input and a button. `add` is told the words.
pub(super) fn own_words(id: &str, label: String, lang: Lang, add: impl Fn(String) -> bool + 'static) -> AnyView {
    own_words_line(id, label, lang, Box::new(add))
}

fn own_words_line(id: &str, label: String, lang: Lang, add: Box<dyn Fn(String) -> bool>) -> AnyView {
    let line = el("input").attr("type", "text").id(id).attr("autocomplete", "off");
    let Some(input) = line.element::<HtmlInputElement>() else { return nothing() };
    let take = Rc::new(move || {
        let text = input.value();
        if !text.trim().is_empty() {
            input.set_value("");
            if !add(text.clone()) {
                // There is no room for them: they stay where they were typed.
                input.set_value(&text);
            }
        }
    });
    let (by_key, by_leaving) = (take.clone(), take.clone());
    // Not when the focus goes: the row that comes then would push away the very link that took the focus.
    let last = StoredValue::new_local(take.clone());
    on_cleanup(move || last.with_value(|take| take()));
    let on_key = move |ev: Event| {
        let Some(key) = ev.dyn_ref::<KeyboardEvent>() else { return };
        // While a composition is being confirmed, Enter is the input method's (Safari tells it by 229 alone).
        if key.key() == "Enter" && !key.is_composing() && key.key_code() != 229 {
            ev.prevent_default();
            by_key();
        }
    };
    let line = line.on("keydown", on_key).on(window::LEAVING, move |_| by_leaving());
    let button = button().class("button quiet").on("click", move |_| take()).text(w::ADD.get(lang));
    el("div")
        .class("field")
        .child(el("label").attr("for", id).text(label))
        .child(el("div").class("own-row").child(line).child(button))
        .view()
}
