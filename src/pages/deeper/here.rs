//! この端末の中だけ: where the words are, how much, who could read them, what leaves, how to check it, and the policy in force.
//!
//! May know: the session, the browser's surroundings. Must never know: how anything is stored.
//!
//! *Invariant:* it says nothing that is not so on this very machine: what differs from place to place is looked up.

use super::last_saved;
use crate::browser::around::{self, Opened};
use crate::browser::assets;
use crate::browser::offline::{self, Stand};
use crate::browser::page as window;
use crate::keeper::Room;
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::unfold::unfold;
use crate::route::Route;
use crate::session::Session;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let opened = around::opened();
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::HERE_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::HERE_LEAD.get(lang)))
        .child(where_they_are(session, lang))
        .child(who(opened, lang))
        .child(leaves(lang))
        .child(without_network(opened, lang))
        .child(policy(lang))
        .child(how_opened(opened, lang))
        .child(licences(lang))
        .child(super::way_out(Route::Keep, w::KEEP_TITLE, lang))
        .view()
}

fn part(heading: w::Words, lang: Lang) -> El {
    el("section").class("keep-part").child(el("h2").text(heading.get(lang)))
}

fn where_they_are(session: Session, lang: Lang) -> El {
    let room: State<Option<Room>> = State::new(None);
    let stays: State<Option<bool>> = State::new(None);
    if let Some(keeper) = session.keeper() {
        window::later(async move {
            let now = keeper.room().await;
            let promised = around::is_promised_to_stay().await;
            room.set(now);
            stays.set(promised);
        });
    }
    let nothing = session.settings.with_untracked(|s| s.keep_nothing);
    let fact = move |label: w::Words, value: String| {
        el("div").child(el("dt").text(label.get(lang))).child(el("dd").child(value))
    };
    let sizes = move || {
        room.get().filter(|_| !nothing).map(|room| {
            let aside = (room.aside > 0).then(|| fact(w::HERE_ASIDE, w::size(room.aside, lang)));
            el("dl")
                .class("facts")
                .child(fact(w::HERE_RECORDS, w::size(room.records, lang)))
                .child(fact(w::HERE_MOMENTS, w::size(room.moments, lang)))
                .child(aside)
        })
    };
    let promise = move || {
        stays.get().filter(|_| !nothing).map(|stays| {
            let words = if stays { w::HERE_STAYS_YES } else { w::HERE_STAYS_NO };
            el("dl").class("facts").child(fact(w::HERE_STAYS, words.get(lang).to_owned()))
        })
    };
    let text = if nothing { w::HERE_NOWHERE } else { w::HERE_WHERE_TEXT };
    part(w::HERE_WHERE, lang)
        .child(el("p").text(text.get(lang)))
        .child(last_saved(session, lang))
        .live(sizes)
        .live(promise)
}

fn who(opened: Opened, lang: Lang) -> El {
    let place = if opened == Opened::FromFile { w::HERE_WHO_LOCAL } else { w::HERE_WHO_ORIGIN };
    let who = [w::HERE_WHO_ACCOUNT, w::HERE_WHO_ADMIN, place, w::HERE_WHO_FILE];
    part(w::HERE_WHO, lang)
        .child(el("ul").class("plain-list").child(who.map(|words| el("li").text(words.get(lang)))))
        .child(el("p").text(w::HERE_WHO_NOT.get(lang)))
}

fn leaves(lang: Lang) -> El {
    let checks = [w::HERE_CHECK_NETWORK, w::HERE_CHECK_OFFLINE, w::HERE_CHECK_STORE];
    part(w::HERE_LEAVES, lang)
        .child(el("p").text(w::HERE_LEAVES_TEXT.get(lang)))
        .child(el("h3").text(w::HERE_CHECK.get(lang)))
        .child(el("ul").class("plain-list").child(checks.map(|words| el("li").text(words.get(lang)))))
}

/// How far somebody is who has everything fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetching {
    No,
    /// So many bytes of so many.
    Yes(u64, u64),
    Stopped,
}

/// What works without a network: the screens, everything, or what is missing for that; and a way to have it
/// all.
fn without_network(opened: Opened, lang: Lang) -> Option<El> {
    // A page from a file has everything; over plain http there is nothing to be done (`how_opened` says
    // both).
    if opened != Opened::Securely || !offline::is_possible() {
        return None;
    }
    // `None` until it is known; within, where there is no worker yet.
    let stand: State<Option<Option<Stand>>> = State::new(None);
    let fetching = State::new(Fetching::No);
    window::later(async move {
        let now = offline::stand().await;
        stand.set(Some(now));
    });
    let fetch = move |_| {
        fetching.set(Fetching::Yes(0, 0));
        window::later(async move {
            let all = offline::everything(move |come, of| {
                fetching.set(Fetching::Yes(come, of));
            });
            let all = all.await;
            let now = offline::stand().await;
            stand.set(Some(now));
            fetching.set(if all { Fetching::No } else { Fetching::Stopped });
        });
    };
    let said = move || {
        let words = match stand.get()? {
            Some(Stand { core: true, missing }) if missing.is_empty() => w::OFFLINE_ALL,
            Some(Stand { core: true, .. }) => w::OFFLINE_CORE,
            _ => w::OFFLINE_NOT_YET,
        };
        Some(el("p").text(words.get(lang)))
    };
    let missing = move || {
        let missing = stand.get()??.missing;
        (!missing.is_empty()).then(|| {
            let kinds = missing_of_each_kind(&missing);
            let kinds = kinds.into_iter().map(|(kind, bytes)| {
                el("div").child(el("dt").text(kind.get(lang))).child(el("dd").child(w::size(bytes, lang)))
            });
            many()
                .child(el("h3").text(w::OFFLINE_MISSING.get(lang)))
                .child(el("dl").class("facts").child(kinds.collect::<Vec<_>>()))
                .child(el("p").class("hint").text(w::OFFLINE_MISSING_NOTE.get(lang)))
        })
    };
    let button = move || {
        let busy = matches!(fetching.get(), Fetching::Yes(..));
        let whole = stand.get()?.is_some_and(|stand| stand.core && stand.missing.is_empty());
        (!whole && !busy).then(|| button().class("button").on("click", fetch).text(w::OFFLINE_DO.get(lang)))
    };
    let progress = move || match fetching.get() {
        Fetching::Yes(come, of) if of > 0 => Some(el("p").class("hint").child(w::size_of(come, of, lang))),
        _ => None,
    };
    let spoken = move || match fetching.get() {
        Fetching::Yes(..) => w::OFFLINE_DOING.get(lang),
        Fetching::Stopped => w::OFFLINE_STOPPED.get(lang),
        Fetching::No => "",
    };
    let section = part(w::OFFLINE, lang)
        .id("offline")
        .live(said)
        .live(missing)
        .live(button)
        .child(el("p").class("print-note").attr("role", "status").live_text(spoken))
        .live(progress);
    Some(section)
}

/// What is missing, kind by kind, with the bytes of each.
fn missing_of_each_kind(missing: &[(String, u64)]) -> Vec<(w::Words, u64)> {
    let kinds = [
        ("fonts-", w::OFFLINE_FONTS),
        ("office-", w::OFFLINE_OFFICE),
        ("lock-", w::OFFLINE_LOCK),
        ("examples-", w::OFFLINE_EXAMPLES),
        ("", w::OFFLINE_REST),
    ];
    let kind = |path: &str| kinds.iter().position(|(stem, _)| path.starts_with(stem));
    let sums = kinds.iter().enumerate().map(|(at, (_, words))| {
        let own = missing.iter().filter(|(path, _)| kind(path) == Some(at));
        (*words, own.map(|(_, size)| size).sum())
    });
    sums.filter(|(_, bytes)| *bytes > 0).collect()
}

/// As it stands in the page, one rule a line.
fn policy(lang: Lang) -> El {
    let section = part(w::HERE_POLICY, lang);
    let Some(policy) = around::policy() else { return section.child(el("p").text(w::HERE_POLICY_NONE.get(lang))) };
    let rules = policy.split(';').map(str::trim).filter(|rule| !rule.is_empty());
    let rules = rules.map(|rule| el("li").child(el("code").child(rule.to_owned()))).collect::<Vec<_>>();
    section
        .child(el("p").text(w::HERE_POLICY_TEXT.get(lang)))
        .child(el("ul").class("plain-list policy").attr("lang", "en").child(rules))
}

fn how_opened(opened: Opened, lang: Lang) -> El {
    let words = match opened {
        Opened::Securely => w::HERE_HTTPS,
        Opened::Plainly => w::HERE_HTTP,
        Opened::FromFile => w::HERE_FILE,
    };
    let address = el("dd").child(el("bdi").child(around::address()));
    part(w::HERE_OPENED, lang)
        .child(el("p").text(words.get(lang)))
        .child(el("dl").class("facts").child(el("div").child(el("dt").text(w::HERE_ADDRESS.get(lang))).child(address)))
}

/// Where the licences lie, and what parts one text from the next (`src/bin/seal/notices.rs`).
const LICENCES: &str = "licences/licences.txt";
const RULE: &str = "\n========================================================================\n";

/// Whose the parts are that this is made of, and on what terms: a long text, which comes when somebody opens
/// it.
fn licences(lang: Lang) -> El {
    part(w::HERE_LICENCES, lang).child(el("p").text(w::HERE_LICENCES_TEXT.get(lang))).child(unfold(
        w::HERE_LICENCES_OPEN.get(lang),
        move || {
            let told: State<Option<Result<String, ()>>> = State::new(None);
            window::later(async move {
                let text = assets::text(LICENCES).await.ok_or(());
                told.set(Some(text));
            });
            let say = move |words: w::Words| el("p").attr("role", "status").text(words.get(lang));
            el("div").class("licences").live(move || match told.get() {
                None => say(w::HERE_LICENCES_WAIT),
                Some(Err(())) => say(w::HERE_LICENCES_NONE),
                Some(Ok(text)) => sections(&text),
            })
        },
    ))
}

/// Each text under its title, in the language that it is in.
fn sections(text: &str) -> El {
    let section = |section: &str| {
        let (title, text) = section.split_once("\n\n").unwrap_or((section, ""));
        many().child(el("h3").text(title)).child(el("pre").text(text.trim_end()))
    };
    el("div").attr("lang", "en").child(text.split(RULE).skip(1).map(section).collect::<Vec<_>>())
}
