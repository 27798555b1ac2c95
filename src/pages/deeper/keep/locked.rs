//! Saving a backup behind a passphrase, and opening one.
//!
//! May know: the session, the worker that locks, files. Must never know: how it is locked, where anything is kept.
//!
//! *Invariant:* a passphrase stands in its field, and for the time of a job in the worker; in no signal, no attribute, no store,
//! no name. When the job is done its field is empty.

use super::Read;
use crate::browser::lock::{LockFailure, Locksmith, Stop};
use crate::browser::worker::WorkerFailure;
use crate::browser::{files, page};
use crate::export::file_name;
use crate::format::locked::LockedError;
use crate::format::open_backup;
use crate::pack::Lang;
use crate::parts::el::{El, button, el, many};
use crate::parts::unfold::unfold;
use crate::session::Session;
use crate::signals::State;
use crate::wording::{self as w, Words};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlInputElement;

/// What is being done, what is said of it, and what stops it.
#[derive(Clone)]
struct Job {
    busy: State<bool>,
    said: State<Option<Words>>,
    /// Whether what is said stands in the way.
    wrong: State<bool>,
    stop: Rc<RefCell<Stop>>,
}

impl Job {
    fn new() -> Self {
        let (busy, said, wrong) = (State::new(false), State::new(None), State::new(false));
        Self { busy, said, wrong, stop: Rc::default() }
    }

    fn say(&self, words: Words, wrong: bool) {
        // The page may have been left meanwhile.
        self.wrong.set(wrong);
        self.said.set(Some(words));
    }

    /// Does something that takes a while; `None` where it was stopped.
    async fn run<T>(&self, words: Words, work: impl Future<Output = T>) -> Option<T> {
        self.say(words, false);
        self.busy.set(true);
        let stop = Stop::default();
        self.stop.replace(stop.clone());
        let done = page::first(work, stop.pressed()).await;
        self.busy.set(false);
        done
    }

    /// What is said, and while something is done the button that stops it. What stands in the way is said at once.
    fn view(&self, error_id: &'static str, lang: Lang) -> El {
        let (busy, said, wrong, stop) = (self.busy, self.said, self.wrong, self.stop.clone());
        let when = move |is_wrong: bool| {
            let words = said.get().filter(|_| wrong.get() == is_wrong);
            words.map(|words| words.get(lang)).unwrap_or_default()
        };
        many()
            .child(el("p").class("hint").attr("role", "status").live_text(move || when(false)))
            .child(el("p").class("error").id(error_id).attr("role", "alert").live_text(move || when(true)))
            .live(move || {
                let stop = stop.clone();
                busy.get().then(|| {
                    let press = move |_| stop.borrow().press();
                    el("p").child(button().class("button quiet").on("click", press).text(w::CANCEL.get(lang)))
                })
            })
    }
}

/// A field for a passphrase. Its words are read from it when they are needed, and live nowhere else.
fn field(id: &str, fills: &str, shown: State<bool>, error_id: &str) -> El {
    el("input")
        .id(id)
        .attr("autocomplete", fills)
        .attr("autocapitalize", "none")
        .attr("autocorrect", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", error_id)
        .live_attr("type", move || if shown.get() { "text" } else { "password" })
}

fn labelled(id: &'static str, label: Words, hint: Option<Words>, input: El, lang: Lang) -> El {
    el("div")
        .class("field")
        .child(el("label").attr("for", id).text(label.get(lang)))
        .child(hint.map(|hint| el("p").class("hint").text(hint.get(lang))))
        .child(input)
}

fn show(shown: State<bool>, lang: Lang) -> El {
    button()
        .class("button quiet")
        .live_attr("aria-pressed", move || shown.get().to_string())
        .on("click", move |_| shown.update(|shown| *shown = !*shown))
        .text(w::LOCK_SHOW.get(lang))
}

fn words_of(failure: &LockFailure, failed: Words) -> Words {
    match failure {
        LockFailure::Worker(WorkerFailure::Away) => w::LOCK_AWAY,
        LockFailure::Worker(WorkerFailure::Failed) => failed,
        LockFailure::Refused(name) => LockedError::named(name).map_or(failed, w::bad_lock),
    }
}

// ── Locking ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// The way to a locked backup, opened by who wants one.
pub(super) fn lock(session: Session, lang: Lang) -> El {
    unfold(w::LOCK.get(lang), move || locking(session, lang))
}

const LOCK_ID: &str = "lock-passphrase";
const AGAIN_ID: &str = "lock-again";
const LOCK_ERROR: &str = "lock-error";

fn locking(session: Session, lang: Lang) -> El {
    let (job, shown) = (Job::new(), State::new(false));
    let first = field(LOCK_ID, "new-password", shown, LOCK_ERROR);
    let second = field(AGAIN_ID, "new-password", shown, LOCK_ERROR);
    let fields = [&first, &second].map(El::element::<HtmlInputElement>);
    let (for_lock, for_offer) = (fields.clone(), fields);
    let submit = {
        let job = job.clone();
        move |ev: web_sys::Event| {
            ev.prevent_default();
            let [Some(first), Some(second)] = for_lock.clone() else { return };
            if job.busy.get_untracked() {
                return;
            }
            let passphrase = first.value();
            if passphrase.is_empty() || !shown.get_untracked() && passphrase != second.value() {
                let (words, id) =
                    if passphrase.is_empty() { (w::LOCK_EMPTY, LOCK_ID) } else { (w::LOCK_DIFFERENT, AGAIN_ID) };
                job.say(words, true);
                page::focus_id(id);
                return;
            }
            let job = job.clone();
            page::later(async move {
                let outcome = save_locked(session, &job, &passphrase, lang).await;
                if outcome == Ok(w::LOCK_DONE) {
                    for field in [first, second] {
                        field.set_value("");
                    }
                    shown.set(false);
                }
                finish(session, &job, outcome);
            });
        }
    };
    let offer = {
        let job = job.clone();
        move |_| {
            let (job, fields) = (job.clone(), for_offer.clone());
            page::later(async move {
                let offered = async { Locksmith::come().await?.offer().await }.await;
                match offered {
                    Ok(words) => {
                        for field in fields.into_iter().flatten() {
                            field.set_value(&words);
                        }
                        shown.set(true);
                        job.say(w::LOCK_OFFERED, false);
                    }
                    Err(failure) => job.say(words_of(&failure, w::LOCK_FAILED), true),
                }
            });
        }
    };
    // What is seen need not be typed twice.
    let again = labelled(AGAIN_ID, w::LOCK_AGAIN, None, second, lang)
        .live_attr("class", move || if shown.get() { "field not-asked" } else { "field" });
    el("form")
        .class("passphrase")
        .on("submit", submit)
        .child(el("p").text(w::LOCK_TEXT.get(lang)))
        .child(el("p").child(el("strong").text(w::LOCK_FINAL.get(lang))).text(" ").text(w::LOCK_KEPT_NOWHERE.get(lang)))
        .child(labelled(LOCK_ID, w::LOCK_PASSPHRASE, Some(w::LOCK_HINT), first, lang))
        .child(again)
        .child(
            el("div")
                .class("ways")
                .child(show(shown, lang))
                .child(button().class("button quiet").on("click", offer).text(w::LOCK_OFFER.get(lang))),
        )
        .child(el("p").child(el("button").attr("type", "submit").class("button next").text(w::LOCK_DO.get(lang))))
        .child(job.view(LOCK_ERROR, lang))
}

/// Locks everything, opens it again to make sure, and only then hands it over. What to say of it.
async fn save_locked(session: Session, job: &Job, passphrase: &str, lang: Lang) -> Result<Words, Words> {
    let now = page::now();
    let text = super::super::everything(session, now);
    let work = async {
        let file = Locksmith::come().await?.lock(text.as_bytes(), passphrase).await?;
        job.say(w::LOCK_PROVING, false);
        // By another worker: nothing of the first is left that could help it.
        let opened = Locksmith::come().await?.unlock(&file, passphrase).await?;
        if opened == text.as_bytes() { Ok(file) } else { Err(LockFailure::Worker(WorkerFailure::Failed)) }
    };
    let file = match job.run(w::LOCK_WORKING, work).await {
        None => return Err(w::LOCK_STOPPED),
        Some(Err(failure)) => return Err(words_of(&failure, w::LOCK_FAILED)),
        Some(Ok(file)) => file,
    };
    let name = file_name(w::FILE_BACKUP.get(lang), page::today(), "json.age");
    if !files::download(&name, "application/octet-stream", &file) {
        return Err(w::LOCK_FAILED);
    }
    session.handed_out(true);
    Ok(w::LOCK_DONE)
}

/// Says how it went, where the person is now.
fn finish(session: Session, job: &Job, outcome: Result<Words, Words>) {
    let (words, wrong) = match outcome {
        Ok(words) => (words, false),
        Err(words) => (words, words != w::LOCK_STOPPED),
    };
    if job.said.try_get_untracked().is_none() {
        session.notice.set(Some(words));
    }
    job.say(words, wrong);
}

// ── Opening ─────────────────────────────────────────────────────────────────────────────────────────────────────

const UNLOCK_ID: &str = "unlock-passphrase";
const UNLOCK_ERROR: &str = "unlock-error";

/// Asks for the passphrase of a file that was chosen, as often as it takes; what was in it is then read as any backup.
pub(super) fn unlock(file: Vec<u8>, locked: State<Option<Vec<u8>>>, read: State<Read>, lang: Lang) -> El {
    let (job, shown) = (Job::new(), State::new(false));
    let input = field(UNLOCK_ID, "current-password", shown, UNLOCK_ERROR);
    let (node, file) = (input.element::<HtmlInputElement>(), Rc::new(file));
    let submit = {
        let job = job.clone();
        move |ev: web_sys::Event| {
            ev.prevent_default();
            let Some(node) = node.clone() else { return };
            if job.busy.get_untracked() {
                return;
            }
            let passphrase = node.value();
            if passphrase.is_empty() {
                job.say(w::UNLOCK_EMPTY, true);
                page::focus_id(UNLOCK_ID);
                return;
            }
            let (job, file) = (job.clone(), file.clone());
            page::later(async move {
                let work = async { Locksmith::come().await?.unlock(&file, &passphrase).await };
                match job.run(w::UNLOCK_WORKING, work).await {
                    None => job.say(w::UNLOCK_STOPPED, false),
                    Some(Err(failure)) => {
                        job.say(words_of(&failure, w::UNLOCK_FAILED), true);
                        page::focus_id(UNLOCK_ID);
                    }
                    Some(Ok(bytes)) => {
                        node.set_value("");
                        // The page may have been left, or another file chosen.
                        if job.said.try_get_untracked().is_some() {
                            read.set(Some(open_backup(&bytes)));
                            locked.set(None);
                        }
                    }
                }
            });
        }
    };
    let leave = move |_| locked.set(None);
    el("form")
        .class("passphrase unlock")
        .on("submit", submit)
        .child(el("h3").text(w::UNLOCK_TITLE.get(lang)))
        .child(el("p").text(w::UNLOCK_TEXT.get(lang)))
        .child(labelled(UNLOCK_ID, w::LOCK_PASSPHRASE, None, input, lang))
        .child(
            el("div")
                .class("ways")
                .child(el("button").attr("type", "submit").class("button next").text(w::UNLOCK_DO.get(lang)))
                .child(show(shown, lang))
                .child(button().class("link").on("click", leave).text(w::UNLOCK_LEAVE.get(lang))),
        )
        .child(job.view(UNLOCK_ERROR, lang))
        .then(|| request_animation_frame(|| page::focus_id(UNLOCK_ID)))
}
