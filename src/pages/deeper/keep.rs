//! 記録と保存: where the words are, backup, restore, start over, and erasing them from this device.

mod erase;
pub(super) mod history;
mod locked;
mod nothing;
mod restore;

use self::erase::{erase, start_over};
use self::locked::{lock, unlock};
use self::nothing::nothing as keeping_nothing;
use self::restore::{MOMENT, Read, preview, restore};
use super::{last_saved, save_backup};
use crate::browser::{files, page};
use crate::export::file_name;
use crate::pack::Lang;
use crate::parts::el::{Child, button, el, many, nothing};
use crate::parts::version::version;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    if session.former.get() {
        return many()
            .child(el("h1").attr("tabindex", "-1").text(w::FORMER_TITLE.get(lang)))
            .child(el("p").class("lead").text(w::FORMER_TEXT.get(lang)))
            .child(erase(session, lang))
            .child(el("p").child(el("a").attr("href", Route::Welcome.hash()).text(w::BACK.get(lang))))
            .view();
    }
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::KEEP_TITLE.get(lang)))
        .child(whereabouts(session, lang))
        .child(aside(session, lang))
        .child(backup(session, lang))
        .child(restore(session, lang))
        .child(keeping_nothing(session, lang))
        .child(start_over(session, lang))
        .child(erase(session, lang))
        .child(version(lang, move || session.newer.get().map(|offer| offer(session))))
        .child(super::way_out(Route::Welcome, w::HOME, lang))
        .view()
}

fn whereabouts(session: Session, lang: Lang) -> AnyView {
    let nothing = session.settings.with_untracked(|s| s.keep_nothing);
    let text = if nothing { w::HERE_NOWHERE } else { w::KEEP_WHERE_TEXT };
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::KEEP_WHERE.get(lang)))
        .child(el("p").text(text.get(lang)))
        .child(last_saved(session, lang))
        .child(el("p").child(el("a").attr("href", Route::Here.hash()).text(w::HERE_MORE.get(lang))))
        .view()
}

/// What could not be read at the start, as a file.
fn aside(session: Session, lang: Lang) -> AnyView {
    let found = session.found.get_untracked();
    let Some(text) = crate::pages::set_aside(&found) else { return nothing() };
    let texts = found.aside.join("\n");
    let save = move |_| {
        let name = file_name(w::FILE_ASIDE.get(lang), page::today(), "txt");
        files::download(&name, "text/plain;charset=utf-8", texts.as_bytes());
    };
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::ASIDE_TITLE.get(lang)))
        .child(el("p").child(text.get(lang)))
        .child(el("p").child(button().class("button quiet").on("click", save).text(w::ASIDE_SAVE.get(lang))))
        .view()
}

/// Everything as a file.
fn backup(session: Session, lang: Lang) -> AnyView {
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::KEEP_BACKUP.get(lang)))
        .child(el("p").text(w::KEEP_BACKUP_TEXT.get(lang)))
        .child(
            el("p").child(
                button()
                    .class("button next")
                    .on("click", move |_| {
                        save_backup(session, lang);
                    })
                    .text(w::KEEP_BACKUP_DO.get(lang)),
            ),
        )
        .child(lock(session, lang))
        .view()
}
