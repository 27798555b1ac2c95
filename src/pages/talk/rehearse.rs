//! 話す練習: what to say in one and in three minutes, from what is shared, with a timer that presses nobody.

use crate::browser::page;
use crate::document::Audience;
use crate::export::rehearsal::watch::Watch;
use crate::export::rehearsal::{Script, scripts};
use crate::export::title_with_day;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::printing::print_ready;
use crate::parts::script::script;
use crate::parts::unwritten::unwritten;
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;
use std::time::Duration;

/// How often the timer looks at the clock: a second is shown soon after it is full.
const LOOK_MS: u64 = 200;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let plan = session.peek(|d| share::for_audience(d, Audience::Talk));
    let scripts = session.pack(|pack| scripts(&plan, pack, lang));
    let to_sheet = || el("a").class("button quiet").attr("href", Route::Sheet.hash()).text(w::SHEET_PAGE.get(lang));
    let head = many().child(el("h1").attr("tabindex", "-1").text(w::REHEARSE_PAGE.get(lang)));
    if scripts.iter().all(Script::is_empty) {
        return head
            .child(unwritten(el("p").text(w::REHEARSE_EMPTY.get(lang))))
            .child(el("p").child(to_sheet()))
            .view();
    }
    let printing = print_ready(lang);
    let print = move |_| printing.print(title_with_day(w::FILE_REHEARSE.get(lang), page::today()));
    let which = State::new(0);
    head.child(el("p").class("lead").text(w::REHEARSE_LEAD.get(lang)))
        .child(lengths(which, lang))
        .child(timer(lang))
        .child(el("div").live(move || scripts.get(which.get()).map(|said| script(said, lang))))
        .child(
            el("p")
                .class("ways")
                .child(button().class("button quiet").on("click", print).text(w::SHEET_PRINT.get(lang)))
                .child(to_sheet()),
        )
        .child(printing.status(lang))
        .view()
}

/// One minute or three.
fn lengths(which: State<usize>, lang: Lang) -> El {
    let choices = w::REHEARSE_MINUTES.into_iter().enumerate().map(|(at, words)| {
        let choice = Choice::radio(format!("rehearse-{at}"), "rehearse", words.get(lang).to_owned(), Look::Chip);
        choice.view(
            move || which.get() == at,
            move |_| {
                which.set(at);
                true
            },
        )
    });
    el("fieldset")
        .class("group never-printed")
        .child(el("legend").text(w::REHEARSE_LENGTH.get(lang)))
        .child(el("div").class("chips").child(choices.collect::<Vec<_>>()))
}

/// Counts up; a mark appears at each minute. Read out are only the start, the minutes, and where it stands when it stops.
fn timer(lang: Lang) -> El {
    let watch = State::new(Watch::default());
    let seconds = State::new(0_u64);
    let told = State::new(String::new());
    let look = move || {
        let now = watch.with_untracked(|watch| watch.seconds(page::ticks()));
        let before = seconds.get_untracked();
        if now != before {
            seconds.set(now);
        }
        if now / 60 > before / 60 {
            told.set(w::minutes_passed(now / 60, lang));
        }
    };
    // However long the page slept: the next look sees how late it is.
    if let Ok(looking) = set_interval_with_handle(
        move || {
            if watch.with_untracked(Watch::goes) {
                look();
            }
        },
        Duration::from_millis(LOOK_MS),
    ) {
        on_cleanup(move || looking.clear());
    }
    let start_or_pause = move |_| {
        let now = page::ticks();
        if watch.with_untracked(Watch::goes) {
            watch.update(|watch| watch.pause(now));
            look();
            told.set(w::paused_at(seconds.get_untracked(), lang));
        } else {
            watch.update(|watch| watch.start(now));
            told.set(w::TIMER_STARTED.get(lang).to_owned());
        }
    };
    let again = move |_| {
        watch.set(Watch::default());
        seconds.set(0);
        told.set(String::new());
    };
    let name = move || match (watch.with(Watch::goes), watch.get() == Watch::default()) {
        (true, _) => w::TIMER_PAUSE,
        (false, true) => w::TIMER_START,
        (false, false) => w::TIMER_GO_ON,
    };
    el("section")
        .class("timer never-printed")
        .attr("aria-label", w::TIMER.get(lang))
        .live_attr("data-goes", move || watch.with(Watch::goes).to_string())
        .child(
            el("p")
                .class("timer-time")
                .child(
                    el("span")
                        .attr("role", "timer")
                        .attr("aria-live", "off")
                        .live_text(move || w::timed(seconds.get())),
                )
                .child(
                    el("span").class("timer-marks").attr("aria-hidden", "true").live_text(move || marks(seconds.get())),
                ),
        )
        .child(
            el("p")
                .class("timer-ways")
                .child(button().class("button").on("click", start_or_pause).live_text(move || name().get(lang)))
                .child(button().class("link").on("click", again).text(w::TIMER_AGAIN.get(lang))),
        )
        .child(el("p").class("hint").text(w::TIMER_NOTE.get(lang)))
        .child(
            el("p").class("sr-only").attr("role", "status").attr("aria-live", "polite").live_text(move || told.get()),
        )
}

/// A mark for each minute that has passed.
fn marks(seconds: u64) -> String {
    "●".repeat(usize::try_from(seconds / 60).unwrap_or(0).min(MARKS))
}

/// More marks than this say nothing more.
const MARKS: usize = 10;
