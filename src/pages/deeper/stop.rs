//! 今日はここまで: whether all is kept, so that one can close the page, how to come back, and what one may take
//! along.
//!
//! *Invariant:* it says that all is saved only when the store has said so.

use super::{save_backup, way_out};
use crate::document::Document;
use crate::keeper::SaveState;
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many};
use crate::route::Route;
use crate::session::Session;
use crate::signals::{Memo, State};
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    // What waits for a pause in writing waits no longer.
    if let Some(keeper) = session.keeper() {
        keeper.flush();
    }
    let nothing = Memo::new(move |_| session.settings.with(|s| s.keep_nothing));
    let others = Memo::new(move |_| session.settings.with(|s| s.shared_device == Some(true)));
    let in_file = State::new(false);
    let blank = session.peek(Document::is_blank);
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::STOP_TODAY.get(lang)))
        .child(
            el("div")
                .class("stop-state")
                .attr("role", "status")
                .live(move || state(session, nothing.get(), others.get(), in_file.get(), lang)),
        )
        .child(el("h2").text(w::STOP_BACK.get(lang)))
        .live(move || {
            let back = if nothing.get() { w::STOP_BACK_FILE } else { w::STOP_BACK_HERE };
            el("p").text(back.get(lang))
        })
        .live(move || {
            // Others could go on reading where it is kept.
            (others.get() && !nothing.get() && !blank)
                .then(|| el("p").child(el("a").attr("href", Route::Keep.hash()).text(w::KEEP_ERASE_DO.get(lang))))
        })
        .child((!blank).then(|| {
            el("section").class("besides").child(el("h2").text(w::STOP_ALONG.get(lang))).child(
                el("ul")
                    .class("cards")
                    .child(link(session, Route::Sheet, w::STOP_SHEET_NOTE, lang))
                    .child(el("li").child(to_file(session, in_file, lang))),
            )
        }))
        .child(el("p").class("comfort").text(w::COMFORT.get(lang)))
        .child(way_out(super::resume(session), w::RESUME, lang))
        .view()
}

/// What is true now, in a sentence to read first, and what to do where something is to be done.
fn state(session: Session, nothing: bool, others: bool, in_file: bool, lang: Lang) -> El {
    let blank = session.choices(Document::is_blank);
    let first = |words: w::Words| el("p").class("lead").child(el("strong").text(words.get(lang)));
    let more = |words: w::Words| el("p").text(words.get(lang));
    if blank && session.found.with_untracked(|found| !found.newer) {
        return many().child(first(w::STOP_BLANK));
    }
    match session.save.get() {
        SaveState::Saved(..) if others && !nothing => many().child(first(w::STOP_SAVED)).child(more(w::STOP_OTHERS)),
        SaveState::Saved(..) => many().child(first(w::STOP_CLOSE)),
        SaveState::Nothing => many().child(first(w::STOP_AS_IT_WAS)),
        SaveState::Unsaved | SaveState::Saving | SaveState::SavedInPart(..) => many().child(first(w::STOP_SAVING)),
        SaveState::Reading => many().child(first(w::STOP_READING)),
        SaveState::Nowhere | SaveState::Failed(_) if in_file => {
            many().child(first(w::STOP_FILED)).child(more(w::STOP_FILED_CHECK))
        }
        SaveState::Nowhere => many().child(first(w::STOP_NOWHERE)).child(more(w::STOP_FILE_FIRST)),
        SaveState::Failed(error) => many().child(first(w::STOP_FAILED)).child(more(crate::pages::failed(error))),
    }
}

fn link(session: Session, to: Route, note: w::Words, lang: Lang) -> El {
    el("li").child(
        el("a")
            .class("card")
            .attr("href", to.hash())
            .child(el("span").class("choice-title").text(session.pack(|pack| to.name(pack, lang))))
            .child(el("span").class("choice-note").text(note.get(lang))),
    )
}

/// A backup at once: where nothing is kept, it is the only way back.
fn to_file(session: Session, in_file: State<bool>, lang: Lang) -> El {
    let save = move |_| {
        if save_backup(session, lang) {
            in_file.set(true);
        }
    };
    button()
        .class("card")
        .id("stop-file")
        .on("click", save)
        .child(el("span").class("choice-title").text(w::KEEP_BACKUP_DO.get(lang)))
        .child(el("span").class("choice-note").text(w::STOP_BACKUP_NOTE.get(lang)))
}
