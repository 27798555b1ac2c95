//! The screens, one file each, and how a screen ties a brick to a leaf of the document.
//!
//! May know: the session, parts. Must never know: each other, the stores.

mod ask;
mod deeper;
mod experience;
mod help;
mod newer;
mod sheet;
mod step;
mod talk;
mod values;
mod welcome;
mod why;
mod wish;

use crate::browser::{KeepError, files, page as window};
use crate::document::{Audience, Change, Document, ItemId, Path, Picked, Section, experience as wished};
use crate::export::file_name;
use crate::format;
use crate::keeper::Found;
use crate::pack::{Card, Lang, Manner, Question};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::field::Field;
use crate::parts::walk::{self, Ways};
use crate::route::{Route, SHORT_PATH};
use crate::session::{Second, Session};
use crate::wording as w;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::LazyLock;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// The screen of a route.
pub fn page(session: Session, route: Route, lang: Lang) -> AnyView {
    match route {
        Route::Welcome => welcome::page(session, lang),
        Route::Values => values::page(session, lang),
        Route::Wish => wish::page(session, lang),
        Route::Missing => missing(lang),
        _ => beyond(session, route, lang),
    }
}

/// Called through the function table, for that is where the second part puts itself.
type SecondPart = fn(Session, Route, Lang) -> Option<AnyView>;

/// The screens of the second part: all but the first three. This is the one door to it; `src/bin/seal` moves what is only
/// reached through here.
#[inline(never)]
fn second_part(session: Session, route: Route, lang: Lang) -> Option<AnyView> {
    newer::watch(session);
    Some(match route {
        Route::Experience => experience::page(session, lang),
        Route::Why => why::page(session, lang),
        Route::Step => step::page(session, lang),
        Route::Ask => ask::page(session, lang),
        Route::Sheet => sheet::page(session, lang),
        // No screen: the second part has come.
        Route::Missing => {
            begin(session);
            return None;
        }
        Route::Plan | Route::OwnCopy | Route::Across | Route::Rehearse | Route::Files | Route::Given | Route::Blank => {
            return talk::page(session, route, lang);
        }
        Route::Tour | Route::Words | Route::Guide => return help::page(session, route, lang),
        _ => return deeper::page(session, route, lang),
    })
}

/// What goes on in the second part whichever screen is shown.
fn begin(session: Session) {
    if let Some(keeper) = session.keeper() {
        keeper.begin_moments();
    }
}

/// Tells the second part that it is there.
pub fn second_part_is_here(session: Session) {
    std::hint::black_box(second_part as SecondPart)(session, Route::Missing, Lang::Ja);
}

/// Whether a screen is there from the start, and not only with the second part of the program.
pub fn is_first(route: Route) -> bool {
    matches!(route, Route::Welcome | Route::Values | Route::Wish | Route::Missing)
}

/// Where one is: on the ten-minute path which of its screens, on the walk in full which of its sections.
fn progress(session: Session, route: Route, lang: Lang) -> AnyView {
    let in_full = session.settings.with_untracked(|s| s.in_full);
    let (at, of, words) = match (route.step(), route.section()) {
        (Some(step), _) if !in_full => (step, SHORT_PATH.len(), w::step_of(step, lang)),
        (_, Some(section)) => {
            let (at, of) = (section as usize + 1, Section::ALL.len());
            let name = session.pack(|pack| pack.part(section.id()).map(|p| p.title.plain(lang))).unwrap_or_default();
            let name = match route.within() {
                Some((at, of)) if of > 1 => w::with_note(&name, &format!("{at}/{of}"), lang),
                _ => name,
            };
            (at, of, w::section_of(at, of, &name, lang))
        }
        _ => return nothing(),
    };
    walk::progress(at, of, words)
}

/// On, back, later, not yet known, enough for today.
fn ways(
    session: Session,
    route: Route,
    lang: Lang,
    later: impl Fn() + 'static,
    not_sure: impl Fn() + 'static,
) -> AnyView {
    ways_of(session, route, lang).view(later, not_sure)
}

fn ways_of(session: Session, route: Route, lang: Lang) -> Ways {
    let in_full = session.settings.with_untracked(|s| s.in_full);
    let next = route.next(in_full).unwrap_or(Route::Sheet).hash();
    let back = route.back(in_full).unwrap_or(Route::Welcome).hash();
    Ways { next, back, lang }
}

/// Why something could not be kept, in words.
pub fn failed(error: KeepError) -> w::Words {
    match error {
        KeepError::Blocked => w::FAILED_BLOCKED,
        KeepError::Full => w::FAILED_FULL,
        KeepError::Elsewhere => w::FAILED_ELSEWHERE,
        KeepError::Emptied | KeepError::Other => w::FAILED_OTHER,
    }
}

/// Saves everything to a file.
pub fn save_backup(session: Session, lang: Lang) {
    let text = everything(session, window::now());
    let name = file_name(w::FILE_BACKUP.get(lang), window::today(), "json");
    if files::download(&name, "application/json", text.as_bytes()) {
        session.handed_out(true);
    }
}

/// Why something was set aside, in words; `None` where nothing was.
pub fn set_aside(found: &Found) -> Option<w::Words> {
    let readable = found.aside.iter().all(|text| format::Record::decode(text).is_some());
    (!found.aside.is_empty()).then_some(match (found.newer, readable) {
        (true, _) => w::ASIDE_NEWER,
        (false, true) => w::ASIDE_OTHER,
        (false, false) => w::ASIDE_DAMAGED,
    })
}

/// Everything, as a backup holds it.
fn everything(session: Session, now: u64) -> String {
    session.binder().with_untracked(|binder| format::backup(binder, session.generation(), now))
}

/// A screen of the second part of the program, once that is there.
fn beyond(session: Session, route: Route, lang: Lang) -> AnyView {
    let shown = move || match session.second.get() {
        // Called through the function table, for that is where the second part puts itself.
        Second::Here => {
            std::hint::black_box(second_part as SecondPart)(session, route, lang).unwrap_or_else(|| missing(lang))
        }
        Second::Failed => el("div")
            .child(el("h1").attr("tabindex", "-1").child(session.pack(|pack| route.name(pack, lang))))
            .child(el("p").class("error").attr("role", "alert").text(w::SECOND_FAILED.get(lang)))
            .child(
                button()
                    .class("button next")
                    .on("click", move |_| session.second.set(Second::Wanted))
                    .text(w::SECOND_AGAIN.get(lang)),
            )
            .view(),
        Second::Away | Second::Wanted => {
            el("p").class("hint").attr("role", "status").text(w::SECOND_WAIT.get(lang)).view()
        }
    };
    if matches!(session.second.get_untracked(), Second::Away | Second::Failed) {
        session.second.set(Second::Wanted);
    }
    many().live(shown).view()
}

fn missing(lang: Lang) -> AnyView {
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::NOT_FOUND.get(lang)))
        .child(el("p").child(el("a").class("button").attr("href", Route::Welcome.hash()).text(w::HOME.get(lang))))
        .view()
}

/// The id of the element that shows a leaf.
fn leaf_id(path: Path) -> String {
    path.to_string().replace(['/', '.'], "-")
}

/// How questions are put: in やさしい日本語, with readings over the kanji. English has neither.
fn ease(session: Session, lang: Lang) -> Option<El> {
    let switch = |id: &str, words: w::Words, of: fn(&mut Manner) -> &mut bool| {
        Choice::check(id.to_owned(), words.get(lang).to_owned(), Look::Chip).view(
            move || session.settings.with(|s| *of(&mut s.manner.clone())),
            move |on| {
                session.settings.update(|s| *of(&mut s.manner) = on);
                true
            },
        )
    };
    (lang == Lang::Ja).then(|| {
        el("fieldset")
            .class("group")
            .child(el("legend").text(w::EASE_TITLE.get(lang)))
            .child(el("p").class("hint").text(w::EASE_NOTE.get(lang)))
            .child(
                el("div")
                    .class("chips")
                    .child(switch("ease-readings", w::EASE_READINGS, |manner| &mut manner.readings))
                    .child(switch("ease-easy", w::EASE_EASY, |manner| &mut manner.easy)),
            )
    })
}

/// The words around a field or kind; empty ones where the pack has none.
fn question(session: Session, id: &str) -> &'static Question {
    static NONE: LazyLock<Question> = LazyLock::new(Question::default);
    session.put(|pack| pack.question(id)).unwrap_or(&NONE)
}

/// The words around several.
fn questions<const N: usize>(session: Session, ids: [&str; N]) -> [&'static Question; N] {
    ids.map(|id| question(session, id))
}

/// A field that writes one text leaf.
fn text_field(session: Session, path: Path, field: Field) -> AnyView {
    field.view(
        move || session.peek(|d| d.text(path).to_owned()),
        session.rewritten,
        move |text| session.change(Change::Wrote(path, text)),
    )
}

/// A field for a leaf, worded by the pack: its question as label, its hint, and its starters.
fn asked_field(session: Session, path: Path, lang: Lang) -> Field {
    let q = question(session, path.field.id);
    let mut field = Field::new(leaf_id(path), q.title.as_ref().unwrap_or(&q.label).plain(lang), lang);
    field.hint = q.hint.as_ref().map(|t| t.plain(lang));
    field.room = path.field.room;
    field.starters = q.starters.iter().map(|t| t.plain(lang)).collect();
    field
}

/// Whom a screen around the talk is about. What is typed or opened below belongs to one of them, and is made anew for the other.
fn audiences(session: Session, lang: Lang) -> El {
    let one = |audience: Audience| {
        let words = w::audience(audience);
        let id = format!("audience-{}", audience.id());
        Choice::radio(id, "audience", words.get(lang).to_owned(), Look::Chip).view(
            move || session.audience.get() == audience,
            move |on| {
                if on {
                    session.audience.set(audience);
                }
                on
            },
        )
    };
    el("fieldset")
        .class("group")
        .child(el("legend").text(w::AUDIENCE_ASK.get(lang)))
        .child(el("p").class("hint").text(w::AUDIENCE_NOTE.get(lang)))
        .child(el("div").class("chips").child(Audience::ALL.map(one)))
}

/// The card as it is picked here and now: its id and its label as seen.
fn pick(card: &Card, lang: Lang) -> Picked {
    Picked { id: card.id.clone(), label: card.title.plain(lang) }
}

/// The cards of a catalogue.
fn cards(session: Session, catalogue: &str) -> &'static [Card] {
    session.pack(|pack| pack.cards(catalogue))
}

/// Chips that choose cards for one leaf. `many`: any number of them; else one, and a second tap lets go of it.
fn chips(session: Session, path: Path, catalogue: &str, legend: String, many: bool, lang: Lang) -> AnyView {
    el("fieldset")
        .class("group")
        .child(el("legend").child(legend))
        .child(chip_row(session, path, cards(session, catalogue), many, lang))
        .view()
}

/// The chips alone.
fn chip_row(session: Session, path: Path, cards: &'static [Card], many: bool, lang: Lang) -> El {
    let chips = cards
        .iter()
        .map(|card| {
            let chosen = move || session.choices(|d| d.cards(path).iter().any(|c| c.id == card.id));
            let toggled = move |on: bool| {
                let mut now = session.peek(|d| d.cards(path).to_vec());
                if !many {
                    now.clear();
                }
                now.retain(|c| c.id != card.id);
                if on {
                    now.push(pick(card, lang));
                }
                session.change(Change::Chose(path, now));
                true
            };
            let element = format!("{}-{}", leaf_id(path), card.id);
            Choice::check(element, card.title.plain(lang), Look::Chip).view(chosen, toggled)
        })
        .collect::<Vec<_>>();
    el("div").class("chips").child(chips)
}

/// Chips that write a ready-made text into one leaf. What was written there before can be had back.
fn ready_texts(session: Session, path: Path, texts: Vec<String>, legend: &str) -> AnyView {
    ready_with(session, path, texts, legend, move |change| session.change(change))
}

/// The same, where `write` sees to it that the leaf is there.
fn ready_with(
    session: Session,
    path: Path,
    texts: Vec<String>,
    legend: &str,
    write: impl Fn(Change) + Copy + 'static,
) -> AnyView {
    if texts.is_empty() {
        return nothing();
    }
    let chips = texts
        .into_iter()
        .map(|text| {
            let words = text.clone();
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

/// What choosing an experience's card fills in: its small form, its doors and its effort, as they were seen.
fn filled_in(session: Session, id: ItemId, card: &Card, lang: Lang) -> Vec<Change> {
    let picked = |catalogue: &str, ids: &[String]| -> Vec<Picked> {
        session.pack(|pack| ids.iter().filter_map(|id| pack.card(catalogue, id)).map(|c| pick(c, lang)).collect())
    };
    let effort = card.effort.clone().into_iter().collect::<Vec<_>>();
    let mut changes = vec![
        Change::Chose(wished::DOOR.of(id), picked("doors", &card.doors)),
        Change::Chose(wished::EFFORT.of(id), picked("efforts", &effort)),
    ];
    changes.extend(card.small.as_ref().map(|small| Change::Wrote(wished::SMALL.of(id), small.plain(lang))));
    changes
}

/// The cards of a catalogue that are offered first, and the rest behind 「もっと見る」. A card from the rest that is chosen
/// stays in sight.
fn first_and_more(
    session: Session,
    catalogue: &str,
    legend: String,
    lang: Lang,
    is_chosen: fn(&Document, &str) -> bool,
    choice: fn(Session, &'static Card, Lang) -> AnyView,
) -> AnyView {
    let (first, rest): (Vec<&'static Card>, Vec<_>) = cards(session, catalogue).iter().partition(|c| c.first);
    let all = RwSignal::new(session.peek(|d| rest.iter().any(|c| is_chosen(d, &c.id))));
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
fn more_or_fewer(all: RwSignal<bool>, lang: Lang) -> El {
    el("p").child(
        button()
            .class("link")
            .live_attr("aria-expanded", move || all.get().to_string())
            .on("click", move |_| all.update(|a| *a = !*a))
            .live_text(move || if all.get() { w::FEWER.get(lang) } else { w::MORE.get(lang) }),
    )
}

/// A line to add something in one's own words: an input and a button. `add` is told the words.
fn own_words(id: &str, label: String, lang: Lang, add: impl Fn(String) -> bool + Copy + 'static) -> AnyView {
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
