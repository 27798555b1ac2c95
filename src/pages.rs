//! The screens, one file each, and how a screen ties a brick to a leaf of the document.
//!
//! May know: the session, parts. Must never know: each other, the stores.

mod ask;
mod deeper;
mod experience;
mod help;
mod newer;
mod picking;
mod reply;
mod sheet;
mod step;
mod talk;
mod values;
mod welcome;
mod why;
mod wish;

use crate::browser::{KeepError, files, offline, page as window};
use crate::document::{Audience, Change, Path, Section};
use crate::export::file_name;
use crate::format;
use crate::keeper::Found;
use crate::pack::{Lang, Manner, Question, Workplace};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::field::Field;
use crate::parts::walk::{self, Ways};
use crate::route::{Route, SHORT_PATH};
use crate::session::{LaterPart, Session};
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;
use picking::{
    UNCHOSEN, cards, check_row, chip_row, chips, first_and_more, inside, more_or_fewer, named, own_picks, own_words,
    pick, radio_row, ready_texts, ready_with, small_form, then_offers,
};
use std::sync::LazyLock;

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

/// Called through the function table, for that is where a later part of the program puts itself.
type Door = fn(Session, Route, Lang) -> Option<AnyView>;

/// The screens of the second part: all but the first three and those of the third. This is the one door to it;
/// `src/bin/seal` moves what is only reached through here.
#[inline(never)]
fn second_part(session: Session, route: Route, lang: Lang) -> Option<AnyView> {
    newer::watch(session);
    Some(match route {
        Route::Experience => experience::page(session, lang),
        Route::Why => why::page(session, lang),
        Route::Step => step::page(session, lang),
        Route::Ask => ask::page(session, lang),
        Route::Sheet => sheet::page(session, lang),
        Route::Together(audience) => sheet::together::page(session, audience, lang),
        // No screen: the second part has come.
        Route::Missing => {
            begin(session);
            return None;
        }
        Route::Plan | Route::OwnCopy | Route::Across | Route::Rehearse | Route::Files | Route::Blank => {
            return talk::page(session, route, lang);
        }
        Route::Tour | Route::Words => return help::page(session, route, lang),
        _ => return deeper::page(session, route, lang),
    })
}

/// The screens of the third part, which few people open. This is the one door to it.
#[inline(never)]
fn third_part(session: Session, route: Route, lang: Lang) -> Option<AnyView> {
    match route {
        Route::Gallery => Some(deeper::gallery(session, lang)),
        Route::Example(number) => deeper::example(session, number, lang),
        Route::Given => Some(talk::given(session, lang)),
        Route::Guide => Some(help::guide(lang)),
        _ => reply::page(session, route, lang),
    }
}

/// What goes on in the second part whichever screen is shown.
fn begin(session: Session) {
    window::later(offline::quietly());
    if let Some(keeper) = session.keeper() {
        keeper.begin_moments();
    }
}

/// Tells the second part that it is there.
pub fn second_part_is_here(session: Session) {
    std::hint::black_box(second_part as Door)(session, Route::Missing, Lang::Ja);
}

/// How the part of the program stands that has a screen. The first is always there.
pub fn stands(session: Session, route: Route) -> LaterPart {
    match (session.second.get(), route) {
        (_, Route::Welcome | Route::Values | Route::Wish | Route::Missing) => LaterPart::Here,
        (LaterPart::Here, route) if is_third(route) => session.third.get(),
        (second, _) => second,
    }
}

fn is_third(route: Route) -> bool {
    matches!(route, Route::Gallery | Route::Example(_) | Route::Given | Route::Guide | Route::Reply | Route::Replies)
}

/// Where one is: on the ten-minute path which of its screens, on the walk in full which of its sections.
fn progress(session: Session, route: Route, lang: Lang) -> AnyView {
    let in_full = session.settings.with_untracked(|s| s.in_full);
    let (at, of, words) = match (route.step(), route.section()) {
        (Some(step), _) if !in_full => {
            let of = SHORT_PATH.len() - 1; // the welcome asks nothing
            (step, of, w::step_of(step, of, lang))
        }
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
    many().child(walk::progress(at, of, words)).child(not_sure_before(session, lang)).view()
}

/// On, back, later, not yet known, enough for today.
fn ways(
    session: Session,
    route: Route,
    lang: Lang,
    later: impl Fn() + 'static,
    not_sure: impl Fn() + 'static,
) -> AnyView {
    let ways = ways_of(session, route, lang);
    let next = ways.next.clone();
    // What the question has to say to that is said where one lands.
    ways.view(later, move || {
        not_sure();
        session.not_sure.set(Some((route, true)));
        window::go(&next);
    })
}

/// The question of a screen on which 「まだ分からない」 is an answer.
fn may_be_unsure(route: Route) -> Option<&'static str> {
    Some(match route {
        Route::Values => "value",
        Route::Wish => "wish.scene",
        Route::Experience => "experience",
        Route::Why => "experience.why",
        Route::Step => "step",
        Route::Ask => "ask",
        _ => return None,
    })
}

/// After 「まだ分からない」: that it is kept, a kind word, and the way back to where there is something to begin with.
fn not_sure_before(session: Session, lang: Lang) -> AnyView {
    let Some((from, false)) = session.not_sure.get_untracked() else { return nothing() };
    let kind = may_be_unsure(from).and_then(|id| question(session, id).unsure.as_ref()).map(|text| text.plain(lang));
    let (to, words) = match from {
        Route::Wish => (Route::Unsure, w::UNSURE_CLUES.get(lang).to_owned()),
        _ => (from, w::go_back_to(&session.pack(|pack| from.name(pack, lang)), lang)),
    };
    // It is read out once the screen is there.
    let shown = State::new(false);
    let body = move || {
        shown.get().then(|| {
            many()
                .child(el("p").child(el("strong").text(w::NOT_SURE_KEPT.get(lang))).text(" ").child(kind.clone()))
                .child(el("p").child(el("a").attr("href", to.hash()).child(words.clone())))
        })
    };
    request_animation_frame(move || {
        shown.set(true);
    });
    el("div").class("unsure").attr("role", "status").live(body).view()
}

/// Whether a question was answered with 「まだ分からない」, for what is offered then.
fn unsure_at(session: Session, path: Path) -> State<bool> {
    State::new(session.peek(|d| d.leaf(path).is_some_and(crate::document::Leaf::is_not_sure)))
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

/// Saves everything to a file; whether the browser took it.
pub fn save_backup(session: Session, lang: Lang) -> bool {
    let text = everything(session, window::now());
    let name = file_name(w::FILE_BACKUP.get(lang), window::today(), "json");
    let taken = files::download(&name, "application/json", text.as_bytes());
    if taken {
        session.handed_out(true);
    }
    taken
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

/// A screen of a later part of the program, once that is there.
fn beyond(session: Session, route: Route, lang: Lang) -> AnyView {
    let door = if is_third(route) { third_part as Door } else { second_part };
    let failed = if matches!(route, Route::Example(_)) { w::EXAMPLE_FAILED } else { w::SECOND_FAILED };
    let shown = move || match stands(session, route) {
        LaterPart::Here => std::hint::black_box(door)(session, route, lang).unwrap_or_else(|| missing(lang)),
        LaterPart::Failed => el("div")
            .child(el("h1").attr("tabindex", "-1").child(session.pack(|pack| route.name(pack, lang))))
            .child(el("p").class("error").attr("role", "alert").text(failed.get(lang)))
            .child(
                button()
                    .class("button next")
                    .on("click", move |_| want(session, route))
                    .text(w::SECOND_AGAIN.get(lang)),
            )
            .view(),
        LaterPart::Away | LaterPart::Wanted => {
            el("p").class("hint").attr("role", "status").text(w::SECOND_WAIT.get(lang)).view()
        }
    };
    want(session, route);
    many().live(shown).view()
}

/// Has the parts of the program fetched that a screen needs, where they are not there or on their way.
fn want(session: Session, route: Route) {
    let third = is_third(route).then_some(session.third);
    for part in [Some(session.second), third].into_iter().flatten() {
        if matches!(part.get_untracked(), LaterPart::Away | LaterPart::Failed) {
            part.set(LaterPart::Wanted);
        }
    }
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

/// どんな職場で働いていますか: in whose words cards and examples are.
fn whose_words(session: Session, lang: Lang) -> El {
    let names = [w::WORKPLACE_OFFICE, w::WORKPLACE_COMPANY, w::WORKPLACE_CARE, w::WORKPLACE_GENERAL];
    let one = |(place, words): (Workplace, w::Words)| {
        let id = ["workplace-", place.id()].concat();
        Choice::radio(id, "workplace", words.get(lang).to_owned(), Look::Chip).view(
            move || session.settings.with(|s| s.workplace == Some(place)),
            move |on| {
                if on {
                    session.settings.update(|s| s.workplace = Some(place));
                }
                true
            },
        )
    };
    el("fieldset")
        .class("group")
        .child(el("legend").text(w::WORKPLACE_ASK.get(lang)))
        .child(el("p").class("hint").text(w::WORKPLACE_NOTE.get(lang)))
        .child(el("div").class("chips").child(Workplace::ALL.into_iter().zip(names).map(one).collect::<Vec<_>>()))
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
