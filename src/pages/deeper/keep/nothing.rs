//! Keeping nothing on this device: chosen, and let go of again.
//!
//! May know: the session, its keeper. Must never know: how anything is stored.

use super::super::save_backup;
use crate::browser::page;
use crate::pack::Lang;
use crate::parts::el::{Child, button, el, many};
use crate::session::Session;
use crate::signals::{Memo, State};
use crate::wording as w;
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Not,
    Sure,
    Failed(w::Words),
}

pub(super) fn nothing(session: Session, lang: Lang) -> AnyView {
    let stage = State::new(Stage::Not);
    // By a memo: another setting that changes, such as the language, must not wake what is about to leave the screen.
    let is_on = Memo::new(move |_| session.settings.with(|s| s.keep_nothing));
    let switch_on = move |_| {
        let Some(keeper) = session.keeper() else { return };
        page::later(async move {
            if keeper.keep_nothing().await.is_ok() {
                session.settings.update(|s| (s.keep_nothing, s.shared_device) = (true, Some(true)));
                stage.set(Stage::Not);
            } else {
                stage.set(Stage::Failed(w::KEEP_ERASE_FAILED));
            }
        });
    };
    let switch_off = move |_| {
        let Some(keeper) = session.keeper() else { return };
        page::later(async move {
            match keeper.keep_again().await {
                Ok(()) => session.settings.update(|s| s.keep_nothing = false),
                Err(error) => {
                    stage.set(Stage::Failed(crate::pages::failed(error)));
                }
            }
        });
    };
    let to = move |next: Stage| move |_: web_sys::Event| stage.set(next);
    let one = move |class: &str, words: w::Words, act: Box<dyn Fn(web_sys::Event)>| {
        el("p").child(button().class(class).on("click", act).text(words.get(lang)))
    };
    let body = move || match stage.get() {
        Stage::Failed(words) => el("p").class("error").text(words.get(lang)).view(),
        _ if is_on.get() => many()
            .child(el("p").child(el("strong").text(w::NOWHERE_ON.get(lang))))
            .child(one("button quiet", w::NOWHERE_OFF, Box::new(switch_off)))
            .view(),
        Stage::Not => one("button quiet", w::NOWHERE_DO, Box::new(to(Stage::Sure))).view(),
        Stage::Sure => many()
            .child(el("p").text(w::NOWHERE_SURE.get(lang)))
            .child(
                el("div")
                    .class("ways")
                    .child(
                        button()
                            .class("button quiet")
                            .on("click", move |_| {
                                save_backup(session, lang);
                            })
                            .text(w::SAVE_TO_FILE.get(lang)),
                    )
                    .child(button().class("button danger").on("click", switch_on).text(w::NOWHERE_GO.get(lang)))
                    .child(button().class("link").on("click", to(Stage::Not)).text(w::CANCEL.get(lang))),
            )
            .view(),
    };
    el("section")
        .class("keep-part")
        .id("nothing")
        .child(el("h2").text(w::NOWHERE_TITLE.get(lang)))
        .child(el("p").text(w::NOWHERE_TEXT.get(lang)))
        .child(el("div").attr("role", "status").live(body))
        .view()
}
