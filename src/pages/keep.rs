//! 記録と保存: where the words are, backup, restore, start over, and erasing them from this device.

use crate::browser::{files, page};
use crate::document::{Document, Path};
use crate::export::file_name;
use crate::export::sheet::{label, leaf_words};
use crate::format::{self, Backup, BackupError};
use crate::keeper::{SaveState, fresh_binder};
use crate::pack::Lang;
use crate::plan::{self, Became};
use crate::route::Route;
use crate::session::Session;
use crate::settings::Settings;
use crate::wording as w;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    if session.former.get() {
        return view! {
            <h1 tabindex="-1">{w::FORMER_TITLE.get(lang)}</h1>
            <p class="lead">{w::FORMER_TEXT.get(lang)}</p>
            {erase(session, lang)}
            <p><a href=Route::Welcome.hash()>{w::BACK.get(lang)}</a></p>
        }
        .into_any();
    }
    view! {
        <h1 tabindex="-1">{w::KEEP_TITLE.get(lang)}</h1>
        {whereabouts(session, lang)}
        {aside(session, lang)}
        <section class="keep-part">
            <h2>{w::KEEP_BACKUP.get(lang)}</h2>
            <p>{w::KEEP_BACKUP_TEXT.get(lang)}</p>
            <p><button type="button" class="button next" on:click=move |_| save_backup(session, lang)>{w::KEEP_BACKUP_DO.get(lang)}</button></p>
        </section>
        {restore(session, lang)}
        {start_over(session, lang)}
        {erase(session, lang)}
    }
    .into_any()
}

/// Saves everything to a file.
fn save_backup(session: Session, lang: Lang) {
    let now = page::now();
    let text = session.binder().with_untracked(|binder| format::backup(binder, session.generation(), now));
    let name = file_name(w::FILE_BACKUP.get(lang), page::today(), "json");
    if files::download(&name, "application/json", text.as_bytes()) {
        session.settings.update(|s| s.backed_up_at = Some(now));
    }
}

fn whereabouts(session: Session, lang: Lang) -> AnyView {
    let saved = move || match session.save.get() {
        SaveState::Saved(at, _) => w::time(page::day_of(at), page::clock(at), lang),
        SaveState::Failed(error) => w::failed(error).get(lang).to_owned(),
        _ => w::KEEP_NEVER.get(lang).to_owned(),
    };
    let backed_up = move || match session.settings.with(|s| s.backed_up_at) {
        Some(at) => w::time(page::day_of(at), page::clock(at), lang),
        None => w::KEEP_NEVER.get(lang).to_owned(),
    };
    view! {
        <section class="keep-part">
            <h2>{w::KEEP_WHERE.get(lang)}</h2>
            <p>{w::KEEP_WHERE_TEXT.get(lang)}</p>
            <dl class="facts">
                <div><dt>{w::KEEP_LAST_SAVED.get(lang)}</dt><dd>{saved}</dd></div>
                <div><dt>{w::KEEP_LAST_BACKUP.get(lang)}</dt><dd>{backed_up}</dd></div>
            </dl>
        </section>
    }
    .into_any()
}

/// What could not be read at the start, as a file.
fn aside(session: Session, lang: Lang) -> AnyView {
    let found = session.found.get_untracked();
    if found.aside.is_empty() {
        return ().into_any();
    }
    let text = if found.newer { w::ASIDE_NEWER } else { w::ASIDE_DAMAGED };
    let texts = found.aside.join("\n");
    let save = move |_| {
        let name = file_name(w::FILE_ASIDE.get(lang), page::today(), "txt");
        files::download(&name, "text/plain;charset=utf-8", texts.as_bytes());
    };
    view! {
        <section class="keep-part">
            <h2>{w::ASIDE_TITLE.get(lang)}</h2>
            <p>{text.get(lang)}</p>
            <p><button type="button" class="button quiet" on:click=save>{w::ASIDE_SAVE.get(lang)}</button></p>
        </section>
    }
    .into_any()
}

// ── Restore ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// What came of reading the chosen file.
type Read = Option<Result<Backup, BackupError>>;

fn restore(session: Session, lang: Lang) -> AnyView {
    let read: RwSignal<Read> = RwSignal::new(None);
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        let Some(element) = input.get_untracked() else { return };
        let Some(file) = files::chosen(&element) else { return };
        spawn_local(async move {
            let bytes = files::read(&file, format::BACKUP_MAX_BYTES).await;
            let result = bytes.map_or(Err(BackupError::NotText), |bytes| format::open_backup(&bytes));
            // The page may have been left while the file was read.
            let _ = read.try_set(Some(result));
            element.set_value("");
        });
    };
    view! {
        <section class="keep-part">
            <h2>{w::KEEP_RESTORE.get(lang)}</h2>
            <p id="restore-hint">{w::KEEP_RESTORE_TEXT.get(lang)}</p>
            <p class="file">
                <label class="button quiet" for="restore-file">{w::KEEP_RESTORE_CHOOSE.get(lang)}</label>
                <input type="file" id="restore-file" aria-describedby="restore-hint restore-error" node_ref=input on:change=choose/>
            </p>
            <p class="error" id="restore-error" role="alert">
                {move || read.with(|r| match r {
                    Some(Err(error)) => {
                        Some(format!("{} {}", w::bad_file(*error).get(lang), w::RESTORE_SAFE.get(lang)))
                    }
                    _ => None,
                })}
            </p>
            {move || read.get().and_then(Result::ok).map(|backup| preview(session, backup, read, lang))}
            {earlier(session, read, lang)}
        </section>
    }
    .into_any()
}

/// What would change, before anything does.
fn preview(session: Session, backup: Backup, read: RwSignal<Read>, lang: Lang) -> AnyView {
    let now = session.peek(Clone::clone);
    let after = backup.binder.document().clone();
    let differences = plan::differences(&now, &after);
    let made = (backup.made_at > 0).then(|| w::time(page::day_of(backup.made_at), page::clock(backup.made_at), lang));
    let groups = [(Became::Added, w::RESTORE_ADDED), (Became::Changed, w::RESTORE_CHANGED), (Became::Gone, w::RESTORE_GONE)];
    let lists = groups
        .into_iter()
        .map(|(what, heading)| {
            let paths: Vec<Path> = differences.iter().filter(|(_, became)| *became == what).map(|(p, _)| *p).collect();
            changed(session, heading, &paths, &now, &after, lang)
        })
        .collect_view();
    let binder = StoredValue::new(backup.binder);
    let go = move |_| {
        session.replace(binder.get_value(), w::RESTORE_DONE);
        read.set(None);
        page::go(&Route::Outline.hash());
    };
    view! {
        <div class="restore-preview" role="group" aria-label=w::RESTORE_TITLE.get(lang)>
            <h3>{w::RESTORE_TITLE.get(lang)}</h3>
            {made.map(|made| view! { <p class="hint">{w::RESTORE_MADE.get(lang)}" "{made}</p> })}
            {differences.is_empty().then(|| view! { <p>{w::RESTORE_SAME.get(lang)}</p> })}
            {lists}
            <div class="ways">
                <button type="button" class="button next" on:click=go>{w::RESTORE_DO.get(lang)}</button>
                <button type="button" class="button quiet" on:click=move |_| read.set(None)>{w::CANCEL.get(lang)}</button>
            </div>
        </div>
    }
    .into_any()
}

fn changed(session: Session, heading: w::Words, paths: &[Path], now: &Document, after: &Document, lang: Lang) -> AnyView {
    if paths.is_empty() {
        return ().into_any();
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
                (!text.is_empty()).then(|| view! { <p class="side"><span class="line-label">{label.get(lang)}</span><bdi>{text}</bdi></p> })
            };
            view! { <li><strong>{name}</strong>{side(w::RESTORE_BEFORE, before)}{side(w::RESTORE_AFTER, file)}</li> }
        })
        .collect_view();
    view! {
        <details class="unfold" open=paths.len() <= 12>
            <summary>{w::count(heading, paths.len(), lang)}</summary>
            <ul class="changes">{rows}</ul>
        </details>
    }
    .into_any()
}

/// The record from before the last start over or restore, if there is one: shown as a preview like any file.
fn earlier(session: Session, read: RwSignal<Read>, lang: Lang) -> AnyView {
    let look = move |_| {
        let Some(keeper) = session.keeper() else { return };
        spawn_local(async move {
            if let Some(text) = keeper.before().await {
                let _ = read.try_set(Some(format::open_backup(text.as_bytes())));
            }
        });
    };
    view! {
        {move || session.found.with(|f| f.has_before).then(|| view! {
            <div class="earlier">
                <p>{w::KEEP_BEFORE_TEXT.get(lang)}</p>
                <p><button type="button" class="button quiet" on:click=look>{w::KEEP_BEFORE.get(lang)}</button></p>
            </div>
        })}
    }
    .into_any()
}

// ── Start over, erase ───────────────────────────────────────────────────────────────────────────────────────────

fn start_over(session: Session, lang: Lang) -> AnyView {
    let asking = RwSignal::new(false);
    let over = move |with_backup: bool| {
        if with_backup {
            save_backup(session, lang);
        }
        session.replace(fresh_binder(), w::KEEP_OVER_DONE);
        asking.set(false);
        page::go(&Route::Welcome.hash());
    };
    view! {
        <section class="keep-part">
            <h2>{w::KEEP_OVER.get(lang)}</h2>
            <p>{w::KEEP_OVER_TEXT.get(lang)}</p>
            {move || if asking.get() {
                view! {
                    <div class="ways">
                        <button type="button" class="button next" on:click=move |_| over(true)>{w::KEEP_OVER_BACKUP_FIRST.get(lang)}</button>
                        <button type="button" class="button quiet" on:click=move |_| over(false)>{w::KEEP_OVER_DO.get(lang)}</button>
                        <button type="button" class="link" on:click=move |_| asking.set(false)>{w::CANCEL.get(lang)}</button>
                    </div>
                }
                .into_any()
            } else {
                view! { <p><button type="button" class="button quiet" on:click=move |_| asking.set(true)>{w::KEEP_OVER.get(lang)}</button></p> }.into_any()
            }}
        </section>
    }
    .into_any()
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
        spawn_local(async move {
            let erased = keeper.erase().await.is_ok();
            let gone = Settings::erase();
            session.forget();
            let _ = stage.try_set(if erased && gone { Erasing::Done } else { Erasing::Failed });
        });
    };
    view! {
        <section class="keep-part" id="erase">
            <h2>{w::KEEP_ERASE.get(lang)}</h2>
            <p>{w::KEEP_ERASE_TEXT.get(lang)}</p>
            <div role="status">
                {move || match stage.get() {
                    Erasing::Not => view! {
                        <p><button type="button" class="button quiet" on:click=save_first>{w::KEEP_ERASE_DO.get(lang)}</button></p>
                    }.into_any(),
                    Erasing::Sure => view! {
                        <h3>{w::KEEP_ERASE_SURE.get(lang)}</h3>
                        <p>{w::KEEP_ERASE_SURE_NOTE.get(lang)}</p>
                        <div class="ways">
                            <button type="button" class="button danger" on:click=go>{w::KEEP_ERASE_GO.get(lang)}</button>
                            <button type="button" class="link" on:click=move |_| stage.set(Erasing::Not)>{w::CANCEL.get(lang)}</button>
                        </div>
                    }.into_any(),
                    Erasing::Done => view! {
                        <p><strong>{w::KEEP_ERASED.get(lang)}</strong></p>
                        <p>{w::KEEP_ERASED_NOTE.get(lang)}</p>
                    }.into_any(),
                    Erasing::Failed => view! { <p class="error">{w::KEEP_ERASE_FAILED.get(lang)}</p> }.into_any(),
                }}
            </div>
        </section>
    }
    .into_any()
}
