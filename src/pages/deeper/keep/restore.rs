//! Restoring: a file or a record from before is read, verified, and shown as what differs from now, before anything is done.
//!
//! May know: the session, files, what differs. Must never know: how it is stored.

use crate::browser::page;
use crate::document::{Document, Path};
use crate::export::sheet::{label, leaf_words};
use crate::format::{self, Backup, BackupError};
use crate::pack::Lang;
use crate::parts::chooser::chooser;
use crate::parts::el::{Child, button, el, many, nothing};
use crate::plan::{self, Became};
use crate::route::Route;
use crate::session::Session;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;
use std::rc::Rc;

/// What came of reading the chosen file, or an earlier moment.
pub(super) type Read = Option<Result<Backup, BackupError>>;

/// What is gone back to, in words.
#[derive(Clone, Copy)]
pub(super) struct From {
    title: w::Words,
    made: w::Words,
    after: w::Words,
    done: w::Words,
}

pub(super) const FILE: From =
    From { title: w::RESTORE_TITLE, made: w::RESTORE_MADE, after: w::RESTORE_AFTER, done: w::RESTORE_DONE };
pub(super) const MOMENT: From =
    From { title: w::HISTORY_IF, made: w::HISTORY_OF, after: w::HISTORY_THEN, done: w::HISTORY_DONE };

pub(super) fn restore(session: Session, lang: Lang) -> AnyView {
    let read: State<Read> = State::new(None);
    let locked: State<Option<Vec<u8>>> = State::new(None);
    let chosen = move |bytes: Option<Vec<u8>>| {
        let result = bytes.as_ref().map_or(Err(BackupError::NotText), |bytes| format::open_backup(bytes));
        let is_locked = result == Err(BackupError::Locked);
        read.set((!is_locked).then_some(result));
        locked.set(bytes.filter(|_| is_locked));
    };
    let ids = ("restore-file", "restore-hint restore-error");
    let choose =
        chooser(ids, ("button quiet", w::KEEP_RESTORE_CHOOSE), lang, format::BACKUP_MAX_BYTES, Rc::new(chosen));
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::KEEP_RESTORE.get(lang)))
        .child(el("p").id("restore-hint").text(w::KEEP_RESTORE_TEXT.get(lang)))
        .child(choose)
        .child(el("p").class("error").id("restore-error").attr("role", "alert").live_text(move || {
            read.with(|r| match r {
                Some(Err(error)) => format!("{} {}", w::bad_file(*error).get(lang), w::RESTORE_SAFE.get(lang)),
                _ => String::new(),
            })
        }))
        .live(move || locked.get().map(|file| super::unlock(file, locked, read, lang)))
        .live(move || read.get().and_then(Result::ok).map(|backup| preview(session, backup, read, FILE, lang)))
        .child(earlier(session, read, lang))
        .view()
}

/// What would change, before anything does.
pub(super) fn preview(session: Session, backup: Backup, read: State<Read>, from: From, lang: Lang) -> AnyView {
    let now = session.peek(Clone::clone);
    let after = backup.binder.document().clone();
    let differences = plan::differences(&now, &after);
    let (same, same_years) =
        session.binder().with_untracked(|now| (*now == backup.binder, now.former() == backup.binder.former()));
    let made = page::moment(backup.made_at).map(|(day, clock)| w::time(day, clock, lang));
    let groups =
        [(Became::Added, w::RESTORE_ADDED), (Became::Changed, w::RESTORE_CHANGED), (Became::Gone, w::RESTORE_GONE)];
    let lists = groups
        .into_iter()
        .map(|(what, heading)| {
            let paths: Vec<Path> = differences.iter().filter(|(_, became)| *became == what).map(|(p, _)| *p).collect();
            changed(session, heading, from.after, &paths, (&now, &after), lang)
        })
        .collect::<Vec<_>>();
    let binder = backup.binder;
    let go = move |_| {
        session.replace(binder.clone(), from.done, Route::Outline);
        read.set(None);
    };
    el("div")
        .class("restore-preview")
        .attr("role", "group")
        .attr("aria-label", from.title.get(lang))
        .child(el("h3").text(from.title.get(lang)))
        .child(made.map(|made| el("p").class("hint").text(from.made.get(lang)).text(" ").child(made)))
        .child(
            differences
                .is_empty()
                .then(|| el("p").text(if same { w::RESTORE_SAME } else { w::RESTORE_SETTINGS }.get(lang))),
        )
        .child(lists)
        .child((!same_years).then(|| el("p").text(w::RESTORE_YEARS.get(lang))))
        .child(
            el("div")
                .class("ways")
                .child(button().class("button next").on("click", go).text(w::RESTORE_DO.get(lang)))
                .child(button().class("button quiet").on("click", move |_| read.set(None)).text(w::CANCEL.get(lang))),
        )
        .view()
}

fn changed(
    session: Session,
    heading: w::Words,
    then: w::Words,
    paths: &[Path],
    (now, after): (&Document, &Document),
    lang: Lang,
) -> AnyView {
    if paths.is_empty() {
        return nothing();
    }
    let rows = paths
        .iter()
        .map(|path| {
            let (name, before, file) = session.pack(|pack| {
                let say = |d: &Document| w::list(&leaf_words(d, pack, *path, lang), lang);
                let name = w::under(&label(pack, path.field.kind().id, lang), &label(pack, path.field.id, lang), lang);
                (name, say(now), say(after))
            });
            let side = |label: w::Words, text: String| {
                (!text.is_empty()).then(|| {
                    el("p")
                        .class("side")
                        .child(el("span").class("line-label").child(label.get(lang)))
                        .child(el("bdi").child(text))
                })
            };
            el("li").child(el("strong").child(name)).child(side(w::RESTORE_BEFORE, before)).child(side(then, file))
        })
        .collect::<Vec<_>>();
    el("details")
        .class("unfold")
        .attr("open", paths.len() <= 12)
        .child(el("summary").child(w::count(heading, paths.len(), lang)))
        .child(el("ul").class("changes").child(rows))
        .view()
}

/// The way to earlier moments; and the record from before the last start over or restore, if there is one, shown as a
/// preview like any file.
fn earlier(session: Session, read: State<Read>, lang: Lang) -> AnyView {
    let look = move |_| {
        let Some(keeper) = session.keeper() else { return };
        page::later(async move {
            let text = keeper.before().await;
            let result = text.map_or(Err(BackupError::Damaged), |text| format::open_backup(text.as_bytes()));
            read.set(Some(result));
        });
    };
    el("div")
        .class("earlier")
        .child(el("p").text(w::KEEP_HISTORY_TEXT.get(lang)))
        .child(
            el("p").child(
                el("a").class("button quiet").attr("href", Route::History.hash()).text(w::HISTORY_PAGE.get(lang)),
            ),
        )
        .live(move || {
            session.found.with(|f| f.has_before).then(|| {
                many().child(el("p").text(w::KEEP_BEFORE_TEXT.get(lang))).child(
                    el("p").child(button().class("button quiet").on("click", look).text(w::KEEP_BEFORE.get(lang))),
                )
            })
        })
        .view()
}
