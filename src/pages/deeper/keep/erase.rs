//! Starting over, and erasing what was written from this device.
//!
//! May know: the session. Must never know: how it is stored.

use super::super::save_backup;
use crate::browser::{around, page};
use crate::keeper::fresh_binder;
use crate::pack::Lang;
use crate::parts::el::{Child, button, el, many};
use crate::route::Route;
use crate::session::Session;
use crate::settings::Settings;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn start_over(session: Session, lang: Lang) -> AnyView {
    let asking = State::new(false);
    let over = move |with_backup: bool| {
        if with_backup {
            save_backup(session, lang);
        }
        session.replace(fresh_binder(), w::KEEP_OVER_DONE, Route::Welcome);
        asking.set(false);
    };
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::KEEP_OVER.get(lang)))
        .child(el("p").text(w::KEEP_OVER_TEXT.get(lang)))
        .live(move || {
            if asking.get() {
                el("div")
                    .class("ways")
                    .child(
                        button()
                            .class("button next")
                            .on("click", move |_| over(true))
                            .text(w::KEEP_OVER_BACKUP_FIRST.get(lang)),
                    )
                    .child(
                        button()
                            .class("button quiet")
                            .on("click", move |_| over(false))
                            .text(w::KEEP_OVER_DO.get(lang)),
                    )
                    .child(button().class("link").on("click", move |_| asking.set(false)).text(w::CANCEL.get(lang)))
                    .view()
            } else {
                el("p")
                    .child(
                        button()
                            .class("button quiet")
                            .on("click", move |_| asking.set(true))
                            .text(w::KEEP_OVER.get(lang)),
                    )
                    .view()
            }
        })
        .view()
}

/// How far erasing has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Erasing {
    Not,
    Sure,
    Done,
    Failed,
}

pub(super) fn erase(session: Session, lang: Lang) -> AnyView {
    let stage = State::new(Erasing::Not);
    let save_first = move |_| {
        save_backup(session, lang);
        stage.set(Erasing::Sure);
    };
    let go = move |_| {
        let Some(keeper) = session.keeper() else { return };
        page::later(async move {
            let erased = keeper.erase().await.is_ok();
            let gone = around::erase_copies().await && Settings::erase();
            session.forget();
            stage.set(if erased && gone { Erasing::Done } else { Erasing::Failed });
        });
    };
    el("section")
        .class("keep-part")
        .id("erase")
        .child(el("h2").text(w::KEEP_ERASE.get(lang)))
        .child(el("p").text(w::KEEP_ERASE_TEXT.get(lang)))
        .child(el("div").attr("role", "status").live(move || {
            match stage.get() {
                Erasing::Not => el("p")
                    .child(button().class("button quiet").on("click", save_first).text(w::KEEP_ERASE_DO.get(lang)))
                    .view(),
                Erasing::Sure => many()
                    .child(el("h3").text(w::KEEP_ERASE_SURE.get(lang)))
                    .child(el("p").text(w::KEEP_ERASE_SURE_NOTE.get(lang)))
                    .child(
                        el("div")
                            .class("ways")
                            .child(button().class("button danger").on("click", go).text(w::KEEP_ERASE_GO.get(lang)))
                            .child(
                                button()
                                    .class("link")
                                    .on("click", move |_| stage.set(Erasing::Not))
                                    .text(w::CANCEL.get(lang)),
                            ),
                    )
                    .view(),
                Erasing::Done => many()
                    .child(el("p").child(el("strong").text(w::KEEP_ERASED.get(lang))))
                    .child(el("p").text(w::KEEP_ERASED_NOTE.get(lang)))
                    .view(),
                Erasing::Failed => el("p").class("error").text(w::KEEP_ERASE_FAILED.get(lang)).view(),
            }
        }))
        .view()
}
