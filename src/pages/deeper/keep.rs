//! 記録と保存: where the words are, backup, restore, start over, and erasing them from this device.

use super::save_backup;
use crate::browser::{files, page};
use crate::document::{Document, Path};
use crate::export::file_name;
use crate::export::sheet::{label, leaf_words};
use crate::format::{self, Backup, BackupError};
use crate::keeper::{SaveState, fresh_binder};
use crate::pack::Lang;
use crate::parts::el::{Child, button, el, many, nothing};
use crate::parts::version::version;
use crate::plan::{self, Became};
use crate::route::Route;
use crate::session::Session;
use crate::settings::Settings;
use crate::wording as w;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

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
        .child(
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
                ),
        )
        .child(restore(session, lang))
        .child(start_over(session, lang))
        .child(erase(session, lang))
        .child(version(lang, move || session.newer.get().map(|offer| offer(session))))
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

// ── Restore ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// What came of reading the chosen file.
type Read = Option<Result<Backup, BackupError>>;

fn restore(session: Session, lang: Lang) -> AnyView {
    let read: RwSignal<Read> = RwSignal::new(None);
    let input =
        el("input").attr("type", "file").id("restore-file").attr("aria-describedby", "restore-hint restore-error");
    let choose = move |ev: web_sys::Event| {
        let Some(element) = ev.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
        let Some(file) = files::chosen(&element) else { return };
        page::later(async move {
            let bytes = files::read(&file, format::BACKUP_MAX_BYTES).await;
            let result = bytes.map_or(Err(BackupError::NotText), |bytes| format::open_backup(&bytes));
            // The page may have been left while the file was read.
            let _ = read.try_set(Some(result));
            element.set_value("");
        });
    };
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::KEEP_RESTORE.get(lang)))
        .child(el("p").id("restore-hint").text(w::KEEP_RESTORE_TEXT.get(lang)))
        .child(
            el("p")
                .class("file")
                .child(
                    el("label")
                        .class("button quiet")
                        .attr("for", "restore-file")
                        .text(w::KEEP_RESTORE_CHOOSE.get(lang)),
                )
                .child(input.on("change", choose)),
        )
        .child(el("p").class("error").id("restore-error").attr("role", "alert").live_text(move || {
            read.with(|r| match r {
                Some(Err(error)) => format!("{} {}", w::bad_file(*error).get(lang), w::RESTORE_SAFE.get(lang)),
                _ => String::new(),
            })
        }))
        .live(move || read.get().and_then(Result::ok).map(|backup| preview(session, backup, read, lang)))
        .child(earlier(session, read, lang))
        .view()
}

/// What would change, before anything does.
fn preview(session: Session, backup: Backup, read: RwSignal<Read>, lang: Lang) -> AnyView {
    let now = session.peek(Clone::clone);
    let after = backup.binder.document().clone();
    let differences = plan::differences(&now, &after);
    let (same, same_years) =
        session.binder().with_untracked(|now| (*now == backup.binder, now.former() == backup.binder.former()));
    let made = (backup.made_at > 0).then(|| w::time(page::day_of(backup.made_at), page::clock(backup.made_at), lang));
    let groups =
        [(Became::Added, w::RESTORE_ADDED), (Became::Changed, w::RESTORE_CHANGED), (Became::Gone, w::RESTORE_GONE)];
    let lists = groups
        .into_iter()
        .map(|(what, heading)| {
            let paths: Vec<Path> = differences.iter().filter(|(_, became)| *became == what).map(|(p, _)| *p).collect();
            changed(session, heading, &paths, &now, &after, lang)
        })
        .collect::<Vec<_>>();
    let binder = backup.binder;
    let go = move |_| {
        session.replace(binder.clone(), w::RESTORE_DONE, Route::Outline);
        read.set(None);
    };
    el("div")
        .class("restore-preview")
        .attr("role", "group")
        .attr("aria-label", w::RESTORE_TITLE.get(lang))
        .child(el("h3").text(w::RESTORE_TITLE.get(lang)))
        .child(made.map(|made| el("p").class("hint").text(w::RESTORE_MADE.get(lang)).text(" ").child(made)))
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
    paths: &[Path],
    now: &Document,
    after: &Document,
    lang: Lang,
) -> AnyView {
    if paths.is_empty() {
        return nothing();
    }
    let rows = paths
        .iter()
        .map(|path| {
            let (name, before, file) = session.pack(|pack| {
                let say = |d: &Document| leaf_words(d, pack, *path, lang).join(w::LIST.get(lang));
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
            el("li")
                .child(el("strong").child(name))
                .child(side(w::RESTORE_BEFORE, before))
                .child(side(w::RESTORE_AFTER, file))
        })
        .collect::<Vec<_>>();
    el("details")
        .class("unfold")
        .attr("open", paths.len() <= 12)
        .child(el("summary").child(w::count(heading, paths.len(), lang)))
        .child(el("ul").class("changes").child(rows))
        .view()
}

/// The record from before the last start over or restore, if there is one: shown as a preview like any file.
fn earlier(session: Session, read: RwSignal<Read>, lang: Lang) -> AnyView {
    let look = move |_| {
        let Some(keeper) = session.keeper() else { return };
        page::later(async move {
            if let Some(text) = keeper.before().await {
                let _ = read.try_set(Some(format::open_backup(text.as_bytes())));
            }
        });
    };
    many()
        .live(move || {
            session.found.with(|f| f.has_before).then(|| {
                el("div").class("earlier").child(el("p").text(w::KEEP_BEFORE_TEXT.get(lang))).child(
                    el("p").child(button().class("button quiet").on("click", look).text(w::KEEP_BEFORE.get(lang))),
                )
            })
        })
        .view()
}

// ── Start over, erase ───────────────────────────────────────────────────────────────────────────────────────────

fn start_over(session: Session, lang: Lang) -> AnyView {
    let asking = RwSignal::new(false);
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

fn erase(session: Session, lang: Lang) -> AnyView {
    let stage = RwSignal::new(Erasing::Not);
    let save_first = move |_| {
        save_backup(session, lang);
        stage.set(Erasing::Sure);
    };
    let go = move |_| {
        let Some(keeper) = session.keeper() else { return };
        page::later(async move {
            let erased = keeper.erase().await.is_ok();
            let gone = Settings::erase();
            session.forget();
            let _ = stage.try_set(if erased && gone { Erasing::Done } else { Erasing::Failed });
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
