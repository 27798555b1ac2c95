//! 見せる用紙: what is shown is chosen here, item by item, beside the sheet exactly as the other person will see it.

use super::{leaf_id, question};
use crate::browser::{files, page};
use crate::document::{Audience, Change, Document, Kind, Path, Sharing, sheet as fields};
use crate::export::sheet::{Sheet, leaf_words, name_of, order, shareable};
use crate::export::{file_name, markdown};
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::field::Field;
use crate::parts::paper::paper;
use crate::parts::walk;
use crate::route::Route;
use crate::session::Session;
use crate::share::{self, SharedPlan};
use crate::wording as w;
use leptos::prelude::*;

/// Who the sheet is for. The one for HR comes with its own screen.
const AUDIENCE: Audience = Audience::Talk;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let plan = Memo::new(move |_| session.with(|d| share::for_audience(d, AUDIENCE)));
    let sheet = Memo::new(move |_| plan.with(|plan| drawn(session, plan, lang)));
    view! {
        {walk::progress(Route::Sheet, lang)}
        <h1 tabindex="-1">{w::SHEET_PAGE.get(lang)}</h1>
        <div class="sheet-page">
            <section class="choosing">
                <h2>{w::SHEET_CHOOSE.get(lang)}</h2>
                <p class="hint">{w::SHEET_CHOOSE_NOTE.get(lang)}</p>
                {choosing(session, lang)}
                {header_fields(session, lang)}
            </section>
            <section class="preview">
                <h2>{w::SHEET_PREVIEW.get(lang)}</h2>
                {move || sheet.with(|sheet| if sheet.is_empty() {
                    view! { <p class="empty-note">{w::SHEET_EMPTY.get(lang)}</p> }.into_any()
                } else {
                    ().into_any()
                })}
                <p class="too-long" role="status" id="too-long"></p>
                <div class="paper-frame">{move || sheet.with(|sheet| paper(sheet, lang))}</div>
            </section>
        </div>
        {leaving(session, sheet, lang)}
        {Effect::new(move |_| {
            sheet.track();
            request_animation_frame(move || page::say_if_taller("paper", "too-long", w::SHEET_LONG.get(lang)));
        });}
    }
    .into_any()
}

fn drawn(session: Session, plan: &SharedPlan, lang: Lang) -> Sheet {
    session.pack(|pack| Sheet::of(plan, pack, lang))
}

/// Everything that was said and can be shown, in the order of the sheet, with a box each.
fn choosing(session: Session, lang: Lang) -> AnyView {
    // What is there to choose from changes only when something is said or taken away, not with every tick.
    let said = Memo::new(move |_| session.with(said_items));
    let list = move || {
        let said = said.get();
        if said.is_empty() {
            return view! { <p class="empty-note">{w::SHEET_NOTHING_YET.get(lang)}</p> }.into_any();
        }
        let all: Vec<Path> = said.iter().flat_map(|(_, paths)| paths.clone()).collect();
        let groups = said.into_iter().map(|(kind, paths)| group(session, kind, paths, lang)).collect_view();
        let all_of_them = all.clone();
        view! {
            <p class="all">
                <button type="button" class="button quiet" on:click=move |_| share_all(session, &all, true)>{w::SHEET_ALL.get(lang)}</button>
                <button type="button" class="link" on:click=move |_| share_all(session, &all_of_them, false)>{w::SHEET_NONE.get(lang)}</button>
            </p>
            <p class="hint">{w::SHEET_ALL_NOTE.get(lang)}</p>
            {groups}
        }
        .into_any()
    };
    view! { <div class="share-list">{list}</div> }.into_any()
}

/// The items that hold something which can be shown, each with those of its leaves.
fn said_items(document: &Document) -> Vec<(&'static Kind, Vec<Path>)> {
    let head = [&fields::NAME, &fields::DEPARTMENT, &fields::DATE];
    let mut out = Vec::new();
    for kind in order() {
        for item in document.items(kind) {
            let paths: Vec<Path> = shareable(kind)
                .filter(|field| !head.iter().any(|h| h.id == field.id))
                .map(|field| field.of(item.id))
                .filter(|path| document.is_said(*path))
                .collect();
            if !paths.is_empty() {
                out.push((kind, paths));
            }
        }
    }
    out
}

fn group(session: Session, kind: &'static Kind, paths: Vec<Path>, lang: Lang) -> AnyView {
    let heading = question(session, kind.id).label.plain(lang);
    let name = kind.many.then(|| {
        paths.first().and_then(|p| session.peek(|d| session.pack(|pack| name_of(d, pack, p.item, lang))))
    });
    let title = match name.flatten() {
        Some(name) => w::under(&heading, &name, lang),
        None => heading,
    };
    let boxes = paths.iter().map(|path| one(session, *path, lang)).collect_view();
    let free: Vec<Path> = paths.into_iter().filter(|p| p.field.sharing == Sharing::Free).collect();
    let whole = (free.len() > 1).then(|| {
        let free = StoredValue::new(free.clone());
        let id = free.with_value(|paths| format!("all-{}", leaf_id(paths[0])));
        Choice::check(id, w::SHEET_GROUP.get(lang).to_owned(), Look::Chip).view(
            move || session.with(|d| free.with_value(|f| share::shown(d, f, AUDIENCE)) == share::Shown::All),
            move |on| {
                free.with_value(|paths| share_all(session, paths, on));
                true
            },
        )
    });
    view! {
        <fieldset class="share-group">
            <legend><bdi>{title}</bdi></legend>
            {whole}
            {boxes}
        </fieldset>
    }
    .into_any()
}

fn one(session: Session, path: Path, lang: Lang) -> AnyView {
    let words = session.peek(|d| session.pack(|pack| leaf_words(d, pack, path, lang))).join(w::LIST.get(lang));
    let label = question(session, path.field.id).label.plain(lang);
    let label = if path.field.sharing == Sharing::OneByOne {
        w::with_note(&label, w::SHEET_ONE_BY_ONE.get(lang), lang)
    } else {
        label
    };
    let mut choice = Choice::check(format!("share-{}", leaf_id(path)), label, Look::Card);
    choice.note = Some(words);
    choice.view(
        move || session.with(|d| d.is_shared(path, AUDIENCE)),
        move |on| {
            session.change(Change::Shared(path, AUDIENCE, on));
            true
        },
    )
}

/// Shares or unshares these; those that are chosen only one by one are not shared along.
fn share_all(session: Session, paths: &[Path], on: bool) {
    let which = paths.iter().filter(|p| !on || p.field.sharing == Sharing::Free);
    let changes = which.map(|p| Change::Shared(*p, AUDIENCE, on)).collect();
    session.change_with_undo(Change::Together(changes), if on { w::SHARED } else { w::UNSHARED });
}

/// Name, department and date: what is written here is meant for the sheet, and is shown on it.
fn header_fields(session: Session, lang: Lang) -> AnyView {
    let field = |label: w::Words, which: &'static crate::document::Field| {
        let path = which.alone();
        Field::new(leaf_id(path), label.get(lang).to_owned(), lang).view(
            move || session.peek(|d| d.text(path).to_owned()),
            session.rewritten.into(),
            move |text| {
                let shown = session.peek(|d| d.is_shared(path, AUDIENCE));
                let write = Change::Wrote(path, text.clone());
                if shown || text.is_empty() {
                    session.change(write);
                } else {
                    session.change(Change::Together(vec![write, Change::Shared(path, AUDIENCE, true)]));
                }
            },
        )
    };
    let today = move |_| {
        let path = fields::DATE.alone();
        let text = w::day(page::today(), lang);
        session.change(Change::Together(vec![Change::Wrote(path, text), Change::Shared(path, AUDIENCE, true)]));
    };
    view! {
        <details class="unfold">
            <summary>{w::SHEET_HEADER.get(lang)}" "<span class="mark">{w::OPTIONAL.get(lang)}</span></summary>
            <p class="hint">{w::SHEET_HEADER_NOTE.get(lang)}</p>
            {field(w::DATE, &fields::DATE)}
            <p><button type="button" class="chip" on:click=today>{w::TODAY.get(lang)}</button></p>
            {field(w::DEPARTMENT, &fields::DEPARTMENT)}
            {field(w::NAME, &fields::NAME)}
        </details>
    }
    .into_any()
}

/// Print, Markdown, backup; on a shared computer the way to take everything along.
fn leaving(session: Session, sheet: Memo<Sheet>, lang: Lang) -> AnyView {
    let print = move |_| {
        if let Some(keeper) = session.keeper() {
            keeper.flush();
        }
        page::print_as(&file_name(w::FILE_SHEET.get(lang), page::today(), "")
            .trim_end_matches('.')
            .to_owned());
    };
    let save_markdown = move |_| {
        let file = sheet.with(|sheet| markdown::file(sheet, page::today(), lang));
        files::download(&file.name, file.kind, &file.body);
    };
    let shared_device = move || session.settings.with(|s| s.shared_device) == Some(true);
    view! {
        <nav class="ways" aria-label=w::SHEET_PRINT.get(lang)>
            <button type="button" class="button next" on:click=print>{w::SHEET_PRINT.get(lang)}</button>
            <button type="button" class="button quiet" on:click=save_markdown>{w::SHEET_MARKDOWN.get(lang)}</button>
            <a class="button quiet" href=Route::Keep.hash()>{w::KEEP_BACKUP.get(lang)}</a>
            <a class="button quiet back" href=Route::Ask.hash()>{w::BACK.get(lang)}</a>
        </nav>
        {move || shared_device().then(|| view! {
            <p class="note"><a href=Route::Keep.hash()>{w::KEEP_ERASE_DO.get(lang)}</a>" "{w::SHEET_DONE_SHARED.get(lang)}</p>
        })}
        <p class="comfort">{w::COMFORT.get(lang)}</p>
    }
    .into_any()
}
