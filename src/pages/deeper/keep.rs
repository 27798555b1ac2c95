//! 記録と保存: where the words are, backup, restore, start over, and erasing them from this device.

mod erase;
mod locked;
mod restore;

use self::erase::{erase, start_over};
use self::locked::{lock, unlock};
use self::restore::{Read, restore};
use super::save_backup;
use crate::browser::{files, page};
use crate::export::file_name;
use crate::keeper::SaveState;
use crate::pack::Lang;
use crate::parts::el::{Child, button, el, many, nothing};
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
        .child(start_over(session, lang))
        .child(erase(session, lang))
        .child(super::way_out(Route::Welcome, w::HOME, lang))
        .view()
}

fn whereabouts(session: Session, lang: Lang) -> AnyView {
    let saved = move || match session.save.get() {
        SaveState::Saved(at, _) | SaveState::SavedInPart(at, _) => w::time(page::day_of(at), page::clock(at), lang),
        SaveState::Failed(error) => super::super::failed(error).get(lang).to_owned(),
        _ => w::KEEP_NEVER.get(lang).to_owned(),
    };
    let backed_up = move || match session.settings.with(|s| s.backed_up_at) {
        Some(at) => w::time(page::day_of(at), page::clock(at), lang),
        None => w::KEEP_NEVER.get(lang).to_owned(),
    };
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::KEEP_WHERE.get(lang)))
        .child(el("p").text(w::KEEP_WHERE_TEXT.get(lang)))
        .child(
            el("dl")
                .class("facts")
                .child(el("div").child(el("dt").text(w::KEEP_LAST_SAVED.get(lang))).child(el("dd").live_text(saved)))
                .child(
                    el("div").child(el("dt").text(w::KEEP_LAST_BACKUP.get(lang))).child(el("dd").live_text(backed_up)),
                ),
        )
        .view()
}

/// What could not be read at the start, as a file.
fn aside(session: Session, lang: Lang) -> AnyView {
    let found = session.found.get_untracked();
    if found.aside.is_empty() {
        return nothing();
    }
    let text = if found.newer { w::ASIDE_NEWER } else { w::ASIDE_DAMAGED };
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
                    .on("click", move |_| save_backup(session, lang))
                    .text(w::KEEP_BACKUP_DO.get(lang)),
            ),
        )
        .child(lock(session, lang))
        .view()
}
