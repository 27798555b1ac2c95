//! The wiring: load what was kept, show the frame and the page of the address, listen to the browser.
//!
//! May know: everything of the shell. Must never know: what a page does inside.

mod first;
mod tabs;
mod toast;

use crate::browser::program::{self, Part};
use crate::browser::{KeepError, assets, page};
use crate::document::Document;
use crate::keeper::{Keeper, Lead, SaveState, fresh_binder};
use crate::pack::{Lang, Pack, STANDARD_PATH, Workplace};
use crate::pages;
use crate::parts::el::{Child, button, el, many};
use crate::route::Route;
use crate::session::{LaterPart, Session};
use crate::settings::Settings;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;
use std::borrow::Cow;

/// How long the words of another language may take to come, before the page goes on in Japanese.
const WORDS_MS: i32 = 15_000;

/// Reads what was kept, then shows the app. Until then the page shows the first screen, or that it waits.
pub fn start() {
    let settings = Settings::load();
    page::set_language(settings.lang.code());
    let owner = Owner::new();
    let session = owner.with(|| {
        let pack = Box::leak(Box::new(Pack::japanese()));
        Session::new(fresh_binder(), pack, settings, Route::read(&page::hash()))
    });
    page::later(async move {
        let nothing = session.settings.with_untracked(|s| s.keep_nothing);
        let lead = Lead::new(session.role, move || session.read_anew());
        let lock = lead.ask().await;
        let (keeper, found) = Keeper::load(session.binder(), session.save, session.works, nothing, lead.me()).await;
        session.keep_with(keeper.clone(), lead.clone(), found);
        lead.begin(&keeper, lock);
        speak(session, session.settings.with_untracked(|s| s.lang)).await;
        put(session).await;
        let others = session.settings.with_untracked(|s| s.shared_device) == Some(true);
        session.former.set(others && session.peek(|d| !d.is_blank()));
        first::settle(session).await;
        // All of it in one go: nobody sees, or does, anything in between.
        first::take_over(session, app);
        page::shown();
    });
    // The signals live as long as the page.
    std::mem::forget(owner);
}

/// Goes over to a language. Only the Japanese words come with the program; the others are read when they are wanted, and
/// where they can't be had the page stays Japanese and says so.
async fn speak(session: Session, lang: Lang) {
    let spoken = lang == Lang::Ja || all_words(session).await;
    session.settings.update(|s| s.lang = if spoken { lang } else { Lang::Ja });
    if !spoken {
        session.notice.set(Some(w::LANGUAGE_FAILED));
    }
}

/// Reads the complete pack, in both languages, in place of what came with the program, and the program's own
/// English; whether all of it is there now.
async fn all_words(session: Session) -> bool {
    if session.pack(|pack| pack.speaks(Lang::En)) && w::knows_english() {
        return true;
    }
    let Some((pack, words)) = texts(STANDARD_PATH, w::ENGLISH_PATH).await else { return false };
    let Ok(pack) = Pack::read(&pack) else { return false };
    let learned = w::learn_english(&words);
    if learned {
        session.use_pack(Box::leak(Box::new(pack)));
    }
    learned
}

/// Two of our files, if both come in time.
async fn texts(one: &str, other: &str) -> Option<(String, String)> {
    let both = page::both(assets::text(one), assets::text(other));
    let (one, other) = page::first(both, page::after(WORDS_MS)).await?;
    Some((one?, other?))
}

/// The complete pack in the words of a workplace.
async fn words_of(session: Session, place: Workplace) -> Option<&'static Pack> {
    if let Some(pack) = session.words_of(place) {
        return Some(pack);
    }
    let (standard, over) = texts(STANDARD_PATH, &place.path()).await?;
    Some(Box::leak(Box::new(Pack::read_own_over(&standard, &over).ok()?)))
}

/// Has questions be put as the person wants them, in the words of their workplace. Where the words for that can't be
/// had, it stays as it was.
async fn put(session: Session) {
    let wanted = |s: &Settings| (s.manner, s.workplace.unwrap_or_default());
    let (manner, place) = session.settings.with_untracked(wanted);
    let (manner_now, place_now) = (session.manner_now(), session.workplace_now());
    if (manner, place) == (manner_now, place_now) {
        return;
    }
    let plain = (manner, place) == Default::default();
    let whole = plain || all_words(session).await;
    let words = if whole && place != place_now { words_of(session, place).await } else { None };
    if session.settings.with_untracked(wanted) != (manner, place) {
        // Something else is wanted by now, and on its way.
        return;
    }
    if let Some(pack) = words {
        session.use_pack(pack);
    } else if place != place_now {
        session.settings.update(|s| s.workplace = Some(place_now));
        session.notice.set(Some(w::WORKPLACE_FAILED));
    }
    if whole {
        session.put_so(manner);
    } else if manner != manner_now {
        session.settings.update(|s| s.manner = manner_now);
        session.notice.set(Some(w::EASE_FAILED));
    }
}

/// Puts them so whenever the person wants them otherwise.
fn follow_manner(session: Session) -> impl FnMut() {
    move || {
        session.settings.track();
        page::later(put(session));
    }
}

/// Fetches the second part of the program when a screen of it is wanted, or quietly once something was written.
fn fetch_second(session: Session) -> impl FnMut() {
    move || {
        let wanted = session.second.get() == LaterPart::Wanted;
        let quietly = session.second.get_untracked() == LaterPart::Away && session.works.get() == Some(Ok(()));
        if quietly {
            session.second.set(LaterPart::Wanted);
        } else if wanted {
            page::later(async move {
                let here = all_words(session).await && program::load(Part::Second).await;
                if here {
                    pages::second_part_is_here(session);
                }
                session.second.set(if here { LaterPart::Here } else { LaterPart::Failed });
            });
        }
    }
}

/// Fetches the third part of the program when a screen of it is wanted, and never before.
fn fetch_third(session: Session) -> impl FnMut() {
    move || {
        if session.second.get() == LaterPart::Here && session.third.get() == LaterPart::Wanted {
            page::later(async move {
                let here = program::load(Part::Third).await;
                session.third.set(if here { LaterPart::Here } else { LaterPart::Failed });
            });
        }
    }
}

/// Has the page kept for use without a network once something was saved, and not before: whoever only looks
/// is not made to fetch it. After the second part, which the worker then need not fetch once more.
fn keep_page(session: Session) -> impl FnMut() {
    move || {
        let settled = matches!(session.second.get(), LaterPart::Here | LaterPart::Failed);
        if settled && session.works.get() == Some(Ok(())) {
            page::kept();
        }
    }
}

fn app(session: Session) -> AnyView {
    listen(session);
    // A page is made anew when it is another, not whenever some setting changes.
    let shown = Memo::new(move |_| {
        let route = session.route.get();
        // A record that may be somebody else's is not shown before somebody says it is theirs.
        let route = if session.former.get() && route != Route::Keep { Route::Welcome } else { route };
        // Where it is chosen how questions are put, the choice itself is not made anew.
        let manner = (!matches!(route, Route::Welcome | Route::Outline)).then(|| session.manner());
        (route, session.lang(), session.refused.get(), manner)
    });
    let content = move || {
        let (route, lang, ..) = shown.get();
        pages::page(session, route, lang)
    };
    many()
        .child(
            el("a")
                .class("skip")
                .attr("href", "#main")
                .on("click", |ev| skip(&ev))
                .live_text(move || w::SKIP.get(session.lang())),
        )
        .child(header(session))
        .child(trouble(session))
        .child(tabs::notice(session))
        .child(
            el("main")
                .id("main")
                .attr("tabindex", "-1")
                .live_attr("class", move || format!("page-{}", session.route.get().class()))
                .live_screen(content),
        )
        .live(move || newer(session))
        .child(toast::toasts(session))
        .child(
            el("p").class("sr-only").attr("role", "status").attr("aria-live", "polite").live_text(said_aloud(session)),
        )
        .then(follow_route(session))
        .then(store_settings(session))
        .then(fetch_second(session))
        .then(fetch_third(session))
        .then(keep_page(session))
        .then(follow_manner(session))
        .then(first::forget(session))
        .then(tabs::follow(session))
        .view()
}

/// The hash is the address: the skip link moves the focus without changing it.
fn skip(ev: &web_sys::Event) {
    ev.prevent_default();
    page::focus_id("main");
}

fn listen(session: Session) {
    page::on_hash_change(move || {
        session.moved_on();
        session.former_is_gone();
        session.route.set(Route::read(&page::hash()));
    });
    page::calm_double_clicks();
    page::hold_openers();
    page::on_undo_key(move || session.take_back(None));
    page::on_leaving(move || {
        if let Some(keeper) = session.keeper() {
            keeper.flush();
        }
    });
    tabs::listen(session);
}

/// Names the window after the page, and brings a new page's heading into focus.
fn follow_route(session: Session) -> impl FnMut() {
    let (mut before, mut moved, mut waits) = (None, false, false);
    move || {
        let route = session.route.get();
        let lang = session.lang();
        let away = matches!(pages::stands(session, route), LaterPart::Away | LaterPart::Wanted);
        let name = session.pack(|pack| route.name(pack, lang));
        page::set_title(&if route == Route::Welcome {
            format!("{} — {}", w::APP.get(lang), w::APP_LINE.get(lang))
        } else {
            format!("{name} — {}", w::APP.get(lang))
        });
        page::set_language(lang.code());
        let another = before.replace(route).is_some_and(|before| before != route);
        moved |= another;
        // Whoever waited for a screen of a later part is brought to its heading when that is there.
        let waited = std::mem::replace(&mut waits, away);
        if another || waited && !waits && moved {
            let from = page::focused();
            request_animation_frame(move || page::arrive(from.as_ref()));
        }
    }
}

/// Stores the settings whenever they change.
fn store_settings(session: Session) -> impl FnMut() {
    let mut changed = false;
    move || {
        let settings = session.settings.get();
        if std::mem::replace(&mut changed, true) {
            settings.keep();
        }
    }
}

fn header(session: Session) -> AnyView {
    let other = move || if session.lang() == Lang::Ja { Lang::En } else { Lang::Ja };
    let switch = move |_| {
        let to = other();
        page::later(speak(session, to));
    };
    // Where two people look at one sheet there is nothing but the sheet.
    let class = move || if matches!(session.route.get(), Route::Together(_)) { "frame gone" } else { "frame" };
    el("header")
        .live_attr("class", class)
        .child(el("a").class("brand").attr("href", "#/").live_text(move || w::APP.get(session.lang())))
        .child(save_state(session))
        .child(backup_age(session))
        .child(
            el("nav")
                .class("frame-nav")
                .live_attr("aria-label", move || w::MENU.get(session.lang()))
                .child(el("a").attr("href", Route::Outline.hash()).live_text(move || w::TO_OUTLINE.get(session.lang())))
                .child(el("a").attr("href", Route::Keep.hash()).live_text(move || w::KEEP_TITLE.get(session.lang())))
                .child(
                    button()
                        .class("link")
                        .live_attr("lang", move || other().code())
                        .on("click", switch)
                        .live_text(move || other().own_name()),
                ),
        )
        .view()
}

/// 未保存・保存中・保存済み(時刻)・保存できません, always in sight.
fn save_state(session: Session) -> AnyView {
    let shown = el("p").class("save-state").id("save-state");
    let Some(node) = shown.element::<web_sys::Element>() else { return shown.view() };
    let (mut name_before, mut text_before) = ("", String::new());
    // One look for all of it: somebody who types is saved several times a second.
    let show = move || {
        let (state, lang) = (session.save.get(), session.lang());
        let (name, words) = match state {
            SaveState::Nothing => ("none", None),
            SaveState::Unsaved | SaveState::SavedInPart(..) => ("unsaved", Some(w::SAVE_UNSAVED)),
            SaveState::Saving => ("saving", Some(w::SAVE_SAVING)),
            SaveState::Saved(..) => ("saved", Some(w::SAVE_SAVED)),
            SaveState::Reading => ("reading", Some(w::SAVE_READING)),
            SaveState::Nowhere => ("nowhere", Some(w::SAVE_NOWHERE)),
            SaveState::Failed(_) => ("failed", Some(w::SAVE_FAILED)),
        };
        let mut text = words.map(|words| words.get(lang).to_owned()).unwrap_or_default();
        if let SaveState::Saved(at, generation) | SaveState::SavedInPart(at, generation) = state {
            let _ = node.set_attribute("data-generation", &generation.to_string());
            if name == "saved" {
                let (hours, minutes) = page::clock(at);
                text = format!("{text} {hours:02}:{minutes:02}");
            }
        }
        if std::mem::replace(&mut name_before, name) != name {
            let _ = node.set_attribute("data-state", name);
        }
        if text != text_before {
            node.set_text_content(Some(&text));
            text_before = text;
        }
    };
    shown.then(show).view()
}

/// How many answers are worth a backup.
const WORTH: usize = 5;

fn is_worth_a_backup(document: &Document) -> bool {
    document.leaves().filter(|(_, leaf)| leaf.is_said()).nth(WORTH - 1).is_some()
}

/// How old the last backup is, once there is something to back up.
fn backup_age(session: Session) -> AnyView {
    let age = move || {
        // Looked at anew on every screen: time passes.
        session.route.track();
        let lang = session.lang();
        let saved = session.works.get() == Some(Ok(())) && !session.former.get();
        if !saved || !session.choices(is_worth_a_backup) {
            return Cow::Borrowed("");
        }
        match session.settings.with(|s| s.backed_up_at) {
            Some(at) => w::backup_age(page::day_number(page::now()).abs_diff(page::day_number(at)), lang).into(),
            None => w::BACKUP_NONE.get(lang).into(),
        }
    };
    el("a").class("backup-age").attr("href", Route::Keep.hash()).live_text(age).view()
}

/// What is read out about saving: that it works, once; then only when it fails and when it works again.
fn said_aloud(session: Session) -> impl Fn() -> &'static str + Copy {
    move || {
        let lang = session.lang();
        match session.works.get() {
            Some(Ok(())) => w::SAVE_WORKS.get(lang),
            Some(Err(_)) => w::SAVE_FAILED.get(lang),
            None => "",
        }
    }
}

/// What stands in the way of keeping: it stays in sight, takes no focus, and offers the file.
fn trouble(session: Session) -> AnyView {
    // Made anew only when it says something else: it is read out.
    let trouble = Memo::new(move |_| {
        let failed = session.works.get().and_then(Result::err);
        let aside = session.found.with(pages::set_aside);
        (failed, aside, session.settings.with(|s| s.keep_nothing), session.lang())
    });
    many().live(move || said_trouble(session, trouble.get())).view()
}

fn said_trouble(
    session: Session,
    (failed, aside, nothing, lang): (Option<KeepError>, Option<w::Words>, bool, Lang),
) -> AnyView {
    let notice = |words: w::Words, link: AnyView| {
        el("div").class("trouble").attr("role", "alert").child(el("p").child(words.get(lang))).child(link).view()
    };
    let to_keep = || el("a").attr("href", Route::Keep.hash()).text(w::ASIDE_SAVE.get(lang)).view();
    let to_file = || {
        let save = move |_| {
            pages::save_backup(session, lang);
        };
        button().class("button quiet").on("click", save).text(w::SAVE_TO_FILE.get(lang)).view()
    };
    let nowhere = || {
        let note = el("div").class("trouble chosen").attr("role", "note");
        note.child(el("p").child(w::NOWHERE_NOTE.get(lang))).child(to_file())
    };
    many()
        .child(nothing.then(nowhere))
        .child(failed.map(|error| {
            let way =
                many().child((error == KeepError::Elsewhere).then(|| tabs::versions(session, lang))).child(to_file());
            notice(pages::failed(error), way.view())
        }))
        .child(aside.map(|words| notice(words, to_keep())))
        .view()
}

/// A newer version, at the foot of the page, where it moves nothing that somebody is at.
fn newer(session: Session) -> Option<AnyView> {
    let offer = session.newer.get().filter(|_| session.route.get() != Route::Keep)?;
    Some(offer(session))
}
