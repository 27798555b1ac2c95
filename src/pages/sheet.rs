//! 見せる用紙: what is shown is chosen here, item by item, beside the sheet exactly as the other person will see it.

use super::{leaf_id, question};
use crate::browser::{files, page};
use crate::document::{Audience, Change, Document, Field as Asked, Kind, Leaf, Path, Sharing, sheet as fields};
use crate::export::sheet::{Sheet, has_place, leaf_words, name_of, order, shareable};
use crate::export::{letters, markdown, title_with_day};
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::field::Field;
use crate::parts::paper::{paper_under, whose};
use crate::parts::printing::{Printing, outside_note, print_ready};
use crate::parts::unfold::unfold;
use crate::parts::walk::Ways;
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::wording as w;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// Who the sheet is for. The one for HR comes with its own screen.
const AUDIENCE: Audience = Audience::Talk;

/// So many boxes stand open; where there are more, each group opens by itself, and the paper comes after the list.
const OPEN: usize = 120;
/// How long until the paper comes where there is much, and how long nobody typed before it is measured.
const PAUSE_MS: u64 = 250;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    // What is there to choose from changes only when something is said or taken away, not with every tick. What is typed here
    // is not among it.
    let said = Memo::new(move |_| session.choices(said_items));
    let drawn = RwSignal::new(said.with_untracked(|said| boxes(said)) <= OPEN);
    if !drawn.get_untracked() {
        // The page may have been left in the meantime.
        let draw = move || {
            let _ = drawn.try_set(true);
        };
        set_timeout(draw, Duration::from_millis(PAUSE_MS));
    }
    // All but its head, which is typed here.
    let sheet = Memo::new(move |_| {
        session.choices(|_| ());
        Sheet { name: None, department: None, date: None, ..whole(session, lang) }
    });
    let head = Memo::new(move |_| session.with(head));
    let printing = print_ready();
    // Not looked for again with every letter of the head.
    let sheet_outside = Memo::new(move |_| sheet.with(|sheet| letters::outside(&letters::of_sheet(sheet)).concat()));
    many()
        .child(super::progress(session, Route::Sheet, lang))
        .child(el("h1").attr("tabindex", "-1").text(w::SHEET_PAGE.get(lang)))
        .child(
            el("div")
                .class("sheet-page")
                .child(
                    el("section")
                        .class("choosing")
                        .child(el("h2").text(w::SHEET_CHOOSE.get(lang)))
                        .child(el("p").class("hint").text(w::SHEET_CHOOSE_NOTE.get(lang)))
                        .child(
                            button()
                                .class("link to-preview")
                                .on("click", |_| page::focus_id("preview"))
                                .text(w::SHEET_TO_PREVIEW.get(lang)),
                        )
                        .child(choosing(session, said, lang))
                        .child(header_fields(session, lang)),
                )
                .child(
                    el("section")
                        .class("preview")
                        .child(el("h2").id("preview").attr("tabindex", "-1").text(w::SHEET_PREVIEW.get(lang)))
                        .live(move || {
                            let empty = drawn.get() && head.with(Sheet::is_empty) && sheet.with(Sheet::is_empty);
                            empty.then(|| el("p").class("empty-note").text(w::SHEET_EMPTY.get(lang)))
                        })
                        .child(el("p").class("too-long").attr("role", "status").id("too-long"))
                        .child(el("div").class("paper-frame").live(move || {
                            drawn.get().then(|| {
                                let whose = el("dl").live(move || head.with(|head| whose(head, lang)));
                                sheet.with(|sheet| paper_under(whose, sheet, lang))
                            })
                        }))
                        .live(move || outside_note(&(head.with(letters::of_sheet) + &sheet_outside.get()), lang)),
                ),
        )
        .child(leaving(session, printing, drawn, lang))
        .then(move || {
            // The fonts may make it taller.
            printing.settled();
            if drawn.get() {
                sheet.track();
                request_animation_frame(move || measure(lang));
            }
        })
        .then(measured_after_typing(head, lang))
        .view()
}

/// What stands at the head of the sheet.
const HEAD: [&Asked; 3] = [&fields::DATE, &fields::DEPARTMENT, &fields::NAME];

/// The sheet's head alone.
fn head(document: &Document) -> Sheet {
    let [date, department, name] =
        HEAD.map(|field| share::text_for(document, field.alone(), AUDIENCE).map(str::to_owned));
    Sheet { name, department, date, blocks: Vec::new(), help: Vec::new(), asks: Vec::new() }
}

fn whole(session: Session, lang: Lang) -> Sheet {
    let plan = session.peek(|d| share::for_audience(d, AUDIENCE));
    session.pack(|pack| Sheet::of(&plan, pack, lang))
}

fn measure(lang: Lang) {
    page::say_if_taller("paper", "too-long", w::SHEET_LONG.get(lang));
}

/// A long name may need another line: that is seen to in the pauses of typing.
fn measured_after_typing(head: Memo<Sheet>, lang: Lang) -> impl FnMut() {
    let waiting = Rc::new(Cell::new(false));
    let mut typed = false;
    move || {
        head.track();
        if std::mem::replace(&mut typed, true) && !waiting.replace(true) {
            let waiting = waiting.clone();
            let then = move || {
                waiting.set(false);
                measure(lang);
            };
            set_timeout(then, Duration::from_millis(PAUSE_MS));
        }
    }
}

/// Everything that was said and can be shown, in the order of the sheet, with a box each.
fn choosing(session: Session, said: Memo<Vec<Said>>, lang: Lang) -> AnyView {
    let list = move || {
        let said = said.get();
        if said.is_empty() {
            return el("p").class("empty-note").text(w::SHEET_NOTHING_YET.get(lang)).view();
        }
        let (on_the_page, rest) = apart(said);
        let all: Vec<Path> = on_the_page.iter().flat_map(|(_, paths)| paths.clone()).collect();
        let all_of_them = all.clone();
        many()
            .child(
                el("p")
                    .class("all")
                    .child(
                        button()
                            .class("button quiet")
                            .on("click", move |_| share_all(session, &all, true))
                            .text(w::SHEET_ALL.get(lang)),
                    )
                    .child(
                        button()
                            .class("link")
                            .on("click", move |_| share_all(session, &all_of_them, false))
                            .text(w::SHEET_NONE.get(lang)),
                    ),
            )
            .child(el("p").class("hint").text(w::SHEET_ALL_NOTE.get(lang)))
            .child(groups(session, &on_the_page, lang))
            .child(
                (!rest.is_empty())
                    .then(|| unfold(w::SHEET_REST.get(lang), move || el("div").child(groups(session, &rest, lang)))),
            )
            .view()
    };
    el("div").live(list).view()
}

/// An item and those of its leaves that hold something which can be shown.
type Said = (&'static Kind, Vec<Path>);

/// What has a place of its own on the page, and what would stand under 「そのほか」.
fn apart(said: Vec<Said>) -> (Vec<Said>, Vec<Said>) {
    let (mut here, mut rest) = (Vec::new(), Vec::new());
    for (kind, paths) in said {
        let (with_place, without): (Vec<Path>, Vec<Path>) = paths.into_iter().partition(|p| has_place(p.field));
        for (list, paths) in [(&mut here, with_place), (&mut rest, without)] {
            if !paths.is_empty() {
                list.push((kind, paths));
            }
        }
    }
    (here, rest)
}

/// The items that hold something which can be shown, each with those of its leaves.
fn said_items(document: &Document) -> Vec<Said> {
    let mut out = Vec::new();
    for kind in order() {
        let place = |field: &Asked| kind.fields.iter().position(|other| other.id == field.id);
        let can_be_shown: Vec<(usize, &'static Asked)> = shareable(kind)
            .filter(|field| HEAD.iter().all(|head| head.id != field.id))
            .filter_map(|field| Some((place(field)?, field)))
            .collect();
        for item in document.items(kind) {
            let said = can_be_shown.iter().filter(|(at, _)| item.leaves.get(*at).is_some_and(Leaf::is_said));
            let paths: Vec<Path> = said.map(|(_, field)| field.of(item.id)).collect();
            if !paths.is_empty() {
                out.push((kind, paths));
            }
        }
    }
    out
}

fn boxes(said: &[Said]) -> usize {
    said.iter().map(|(_, paths)| paths.len()).sum()
}

/// A group for each item. Where there are many boxes, those of a group are made when it is opened.
fn groups(session: Session, said: &[Said], lang: Lang) -> Vec<AnyView> {
    let folded = boxes(said) > OPEN;
    let each = said.iter().map(|(kind, paths)| {
        let (title, paths) = (title(session, kind, paths, lang), paths.clone());
        if folded {
            let name = title.clone();
            unfold(&title, move || group(session, &paths, lang, None).attr("aria-label", name.as_str())).view()
        } else {
            group(session, &paths, lang, Some(el("legend").child(el("bdi").child(title)))).view()
        }
    });
    each.collect()
}

fn title(session: Session, kind: &'static Kind, paths: &[Path], lang: Lang) -> String {
    let heading = question(session, kind.id).label.plain(lang);
    let first = paths.first().filter(|_| kind.many);
    match first.and_then(|p| session.peek(|d| session.pack(|pack| name_of(d, pack, p.item, lang)))) {
        Some(name) => w::under(&heading, &name, lang),
        None => heading,
    }
}

/// The boxes of an item, with one for all of them.
fn group(session: Session, paths: &[Path], lang: Lang, legend: Option<El>) -> El {
    let boxes = paths.iter().map(|path| one(session, *path, lang)).collect::<Vec<_>>();
    let free: Vec<Path> = paths.iter().copied().filter(|p| p.field.sharing == Sharing::Free).collect();
    let whole = (free.len() > 1).then(|| {
        let id = format!("all-{}", leaf_id(free[0]));
        let shared = free.clone();
        Choice::check(id, w::SHEET_GROUP.get(lang).to_owned(), Look::Chip).view(
            move || session.choices(|d| share::shown(d, &shared, AUDIENCE) == share::Shown::All),
            move |on| {
                share_all(session, &free, on);
                true
            },
        )
    });
    el("fieldset").class("share-group").child(legend).child(whole).child(boxes)
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
        move || session.choices(|d| d.is_shared(path, AUDIENCE)),
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
    let field = |label: w::Words, which: &'static Asked| {
        let path = which.alone();
        Field::new(leaf_id(path), label.get(lang).to_owned(), lang).view(
            move || session.peek(|d| d.text(path).to_owned()),
            session.rewritten,
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
    el("details")
        .class("unfold")
        .child(
            el("summary")
                .text(w::SHEET_HEADER.get(lang))
                .text(" ")
                .child(el("span").class("mark").text(w::OPTIONAL.get(lang))),
        )
        .child(el("p").class("hint").text(w::SHEET_HEADER_NOTE.get(lang)))
        .child(field(w::DATE, &fields::DATE))
        .child(el("p").child(button().class("chip").on("click", today).text(w::TODAY.get(lang))))
        .child(field(w::DEPARTMENT, &fields::DEPARTMENT))
        .child(field(w::NAME, &fields::NAME))
        .view()
}

/// Print, Markdown, backup; on a shared computer the way to take everything along.
fn leaving(session: Session, printing: Printing, drawn: RwSignal<bool>, lang: Lang) -> AnyView {
    let print = move |_| {
        if let Some(keeper) = session.keeper() {
            keeper.flush();
        }
        let print = move || printing.print(title_with_day(w::FILE_SHEET.get(lang), page::today()));
        if drawn.get_untracked() {
            print();
        } else {
            // Nothing is printed but the whole of it.
            drawn.set(true);
            request_animation_frame(print);
        }
    };
    let save_markdown = move |_| {
        let file = markdown::file(&whole(session, lang), page::today(), lang);
        files::download(&file.name, file.kind, &file.body);
    };
    let in_full = session.settings.with_untracked(|s| s.in_full);
    let Ways { next, back, .. } = super::ways_of(session, Route::Sheet, lang);
    let shared_device = move || session.settings.with(|s| s.shared_device) == Some(true);
    many()
        .child(printing.status(lang))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::SHEET_PRINT.get(lang))
                .child(button().class("button next").on("click", print).text(w::SHEET_PRINT.get(lang)))
                .child(button().class("button quiet").on("click", save_markdown).text(w::SHEET_MARKDOWN.get(lang)))
                .child(el("a").class("button quiet").attr("href", Route::Keep.hash()).text(w::KEEP_BACKUP.get(lang)))
                .child(in_full.then(|| el("a").class("button quiet").attr("href", next).text(w::NEXT.get(lang))))
                .child(el("a").class("button quiet").attr("href", back).text(w::BACK.get(lang))),
        )
        .live(move || {
            shared_device().then(|| {
                el("p")
                    .class("note")
                    .child(el("a").attr("href", Route::Keep.hash()).text(w::KEEP_ERASE_DO.get(lang)))
                    .text(" ")
                    .text(w::SHEET_DONE_SHARED.get(lang))
            })
        })
        .child(el("p").class("comfort").text(w::COMFORT.get(lang)))
        .view()
}
