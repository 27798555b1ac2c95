//! The screens beyond the ten-minute path, all of them in the second part of the program.
//!
//! `asking` holds the bricks that ask; the others are one file for the screens that belong together.
//! May know: the session, parts. Must never know: the screens of the ten-minute path, the stores.
//!
//! *Invariant:* nothing here is called before `session.second` says that it is there.

mod after;
mod asking;
mod back;
mod drift;
mod editions;
mod experiences;
mod gallery;
mod here;
mod keep;
mod outline;
mod picture;
mod remarks;
mod stop;
mod unsure;
mod values;
mod wish;
mod work;

use super::{everything, progress, question, questions, save_backup, ways_of};
use crate::browser::page as window;
use crate::document::{Audience, Change, wish as wished};
use crate::export::sheet::Sheet;
use crate::keeper::SaveState;
use crate::pack::{Lang, Question};
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::paper::paper;
use crate::parts::question as q;
use crate::parts::unwritten::unwritten;
use crate::plan::standing::put_off_at;
use crate::plan::{self, standing};
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

/// The invented people.
pub(super) fn gallery(session: Session, lang: Lang) -> AnyView {
    gallery::page(session, lang)
}

/// An invented person, by number from 1; `None` where there is no such person.
pub(super) fn example(session: Session, number: usize, lang: Lang) -> Option<AnyView> {
    gallery::person(session, number, lang)
}

/// The screen of a route beyond the path; `None` where there is no such screen.
pub(super) fn page(session: Session, route: Route, lang: Lang) -> Option<AnyView> {
    Some(match route {
        Route::Work => work::page(session, lang),
        Route::ValuesMore => values::page(session, lang),
        Route::Unsure => unsure::page(session, lang),
        Route::WishMore => wish::page(session, lang),
        Route::Drift => drift::page(session, lang),
        Route::Experiences => experiences::page(session, lang),
        Route::Strengths => experiences::strengths(session, lang),
        Route::Back => back::page(session, lang),
        Route::Futures => wish::futures(session, lang),
        Route::Letter => wish::letter(session, lang),
        Route::Town => wish::town(session, lang),
        Route::Precedents => wish::precedents(session, lang),
        Route::Hand => wish::hand(session, lang),
        Route::Questions => experiences::questions(session, lang),
        Route::Reread => wish::reread_all(session, lang),
        Route::Remarks => remarks::page(session, lang),
        Route::After => after::page(session, lang),
        Route::Editions => editions::page(session, lang),
        Route::Outline => outline::page(session, lang),
        Route::Picture => picture::page(session, lang),
        Route::Stop => stop::page(session, lang),
        Route::Keep => keep::page(session, lang),
        Route::History => keep::history::page(session, lang),
        Route::Here => here::page(session, lang),
        _ => return None,
    })
}

/// A screen that asks one of the pack's questions: where one is, the question, what is asked, an example and why, also of
/// what is asked besides, the way on.
fn screen<const N: usize>(
    session: Session,
    route: Route,
    asked: &'static Question,
    besides: [&str; N],
    body: impl Child,
    lang: Lang,
) -> AnyView {
    let all = [&[asked][..], &questions(session, besides)].concat();
    framed(session, route, q::heading(asked, lang), many().child(body).child(q::more(&all, lang)), lang)
}

/// A screen called in the app's own words, with a line that invites.
fn screen_called(
    session: Session,
    route: Route,
    name: w::Words,
    lead: w::Words,
    body: impl Child,
    lang: Lang,
) -> AnyView {
    let heading = many()
        .child(el("h1").attr("tabindex", "-1").text(name.get(lang)))
        .child(el("p").class("lead").text(lead.get(lang)));
    framed(session, route, heading.view(), many().child(body), lang)
}

/// A screen that is a whole section of the walk.
fn screen_of_part(session: Session, route: Route, part: &str, body: impl Child, lang: Lang) -> AnyView {
    let part = session.put(|pack| pack.part(part));
    let heading = many()
        .child(el("h1").attr("tabindex", "-1").child(part.map(|p| p.title.plain(lang))))
        .child(el("p").class("lead").child(part.map(|p| p.lead.plain(lang))));
    framed(session, route, heading.view(), many().child(body), lang)
}

fn framed(session: Session, route: Route, heading: AnyView, body: El, lang: Lang) -> AnyView {
    let ways = ways_of(session, route, lang);
    let ways = match put_off_at(route) {
        Some(path) => ways.or_later(move || session.change(Change::PutOff(path))),
        None => ways.only(),
    };
    many().child(progress(session, route, lang)).child(heading).child(body).child(ways).view()
}

/// Where somebody who comes back would go on, on the path that was chosen.
fn resume(session: Session) -> Route {
    let in_full = session.settings.with_untracked(|s| s.in_full);
    session.peek(if in_full { standing::resume } else { plan::resume })
}

/// The way out of a screen that stands beside the walk: to where one came from, or to the whole.
fn way_out(back: Route, words: w::Words, lang: Lang) -> AnyView {
    let way = |to: Route, words: w::Words| el("a").class("button quiet").attr("href", to.hash()).text(words.get(lang));
    el("nav")
        .class("ways")
        .attr("aria-label", words.get(lang))
        .child(way(back, words))
        .child(way(Route::Outline, w::TO_OUTLINE))
        .view()
}

/// Said where everything stays private until it is shown on the sheet.
fn private_until_shown(lang: Lang) -> El {
    el("p").class("hint").text(w::PRIVATE_UNTIL.get(lang))
}

/// Said where nothing is ever on a sheet.
fn private_always(lang: Lang) -> El {
    marked_private(w::PRIVATE_HERE, lang)
}

/// Said where nothing comes onto a sheet together with the rest.
fn private_apart(lang: Lang) -> El {
    marked_private(w::PRIVATE_APART, lang)
}

fn marked_private(words: w::Words, lang: Lang) -> El {
    let mark = el("span").class("mark").text(w::PRIVATE_MARK.get(lang));
    el("p").class("hint private").child(mark).text(" ").text(words.get(lang))
}

/// An invitation to a screen that comes before this one.
fn first_this(words: w::Words, to: Route, lang: Lang) -> AnyView {
    unwritten(el("p").child(el("a").attr("href", to.hash()).text(words.get(lang)))).view()
}

/// What is unfolded in place when it is wanted, and made only then; or what stands there at once.
fn unfolded(words: w::Words, at_once: bool, lang: Lang, make: impl Fn() -> AnyView + 'static) -> AnyView {
    if at_once {
        return el("div").class("part").child(make()).view();
    }
    let open = State::new(false);
    el("div")
        .class("part")
        .child(
            el("p").child(
                button()
                    .class("button quiet")
                    .live_attr("aria-expanded", move || open.get().to_string())
                    .on("click", move |_| open.update(|o| *o = !*o))
                    .text(words.get(lang)),
            ),
        )
        .live(move || open.get().then(&make))
        .view()
}

/// The sheet as the other person will see it.
fn what_they_see(session: Session, lang: Lang) -> AnyView {
    let plan = session.peek(|d| share::for_audience(d, Audience::Talk));
    let sheet = session.pack(|pack| Sheet::of(&plan, pack, lang));
    if sheet.is_empty() {
        return first_this(w::REREAD_NONE, Route::Sheet, lang);
    }
    el("div").class("paper-frame").child(paper(&sheet, lang)).view()
}

/// The wish as it was written, to look at while one goes on; an invitation where nothing is written yet.
fn recalled(session: Session, lang: Lang) -> AnyView {
    let text = session.peek(|d| d.text(wished::SCENE.alone()).to_owned());
    if text.is_empty() {
        // It stands beside much else, on many screens: the words alone.
        let link = el("a").attr("href", Route::Wish.hash()).text(w::WISH_NONE.get(lang));
        return el("p").class("empty-note").child(link).view();
    }
    let when = asking::picker::picked_name(session, wished::HORIZON.alone(), lang);
    let label = question(session, wished::SCENE.id).label.plain(lang);
    let heading = when.map_or_else(|| label.clone(), |when| w::with_note(&label, &when, lang));
    el("aside")
        .class("recalled")
        .attr("aria-label", heading.clone())
        .child(el("p").class("recalled-name").child(heading.clone()))
        .child(el("blockquote").child(el("bdi").child(text)))
        .child(el("p").child(el("a").attr("href", Route::Wish.hash()).text(w::TO_WRITE_ON.get(lang))))
        .view()
}

/// When it was last saved, and last saved to a file.
fn last_saved(session: Session, lang: Lang) -> El {
    let saved = move || match session.save.get() {
        SaveState::Saved(at, _) | SaveState::SavedInPart(at, _) => w::time_of(window::moment(at), lang),
        SaveState::Failed(error) => super::failed(error).get(lang).to_owned(),
        SaveState::Nowhere => w::SAVE_NOWHERE.get(lang).to_owned(),
        SaveState::Reading => w::TABS_READING.get(lang).to_owned(),
        _ => w::KEEP_NEVER.get(lang).to_owned(),
    };
    let backed_up = move || match session.settings.with(|s| s.backed_up_at) {
        Some(at) => w::time_of(window::moment(at), lang),
        None => w::KEEP_NEVER.get(lang).to_owned(),
    };
    el("dl")
        .class("facts")
        .child(el("div").child(el("dt").text(w::KEEP_LAST_SAVED.get(lang))).child(el("dd").live_text(saved)))
        .child(el("div").child(el("dt").text(w::KEEP_LAST_BACKUP.get(lang))).child(el("dd").live_text(backed_up)))
}
