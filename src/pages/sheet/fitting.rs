//! What stands on the one page, of what is shown: where it doesn't fit, the person takes things off it.
//!
//! Whether something is shown is chosen elsewhere and looks otherwise: there are boxes to tick, here are
//! buttons beside what is on the page or off it. What is off it says in which documents it is all the same.

use super::super::{leaf_id, question};
use super::HEAD;
use crate::browser::page;
use crate::document::{Audience, Change, Document, Field as Asked, Path, stand};
use crate::export::appearing::{Holding, documents, named};
use crate::export::sheet::{Line, Sheet, has_place, name_of, order};
use crate::export::unsure::shown_words;
use crate::pack::Lang;
use crate::parts::el::{El, button, el, many};
use crate::session::Session;
use crate::share;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;

/// Where the focus goes when the row that had it is gone.
const TITLE: &str = "fit-title";

/// A row: a leaf, and whether the person can take it off the page or put it on again.
#[derive(Clone, PartialEq)]
struct Row {
    path: Path,
    label: String,
    words: String,
    /// The documents that it is in; empty for what is on the page.
    appears: String,
    /// Whether it was taken off by choice; `None` where the page has no place for it.
    left_off: Option<bool>,
}

/// How the sheet fits, what to do about it, and what is shown and not on it.
pub(super) fn fitting(
    session: Session,
    audience: Audience,
    sheet: Memo<Sheet>,
    too_long: Memo<bool>,
    lang: Lang,
) -> El {
    let rows = Memo::new(move |_| session.choices(|d| sheet.with(|sheet| rows(session, d, audience, sheet, lang))));
    let lists = move || {
        rows.with(|(on, off)| {
            many().child(list(session, audience, (w::FIT_ON, None), on, lang)).child(list(
                session,
                audience,
                (w::FIT_OFF, Some(w::FIT_ELSEWHERE)),
                off,
                lang,
            ))
        })
    };
    let unfolded = el("details").class("unfold");
    let details = unfolded.element::<web_sys::Element>();
    // It opens by itself where something must go; whoever closed it finds it closed.
    let open = move || {
        if let Some(details) = details.as_ref().filter(|_| too_long.get()) {
            let _ = details.set_attribute("open", "");
        }
    };
    let counts = move || rows.with(|(on, off)| w::fitting(on.len(), off.len(), lang));
    let folded = unfolded
        .then(open)
        .child(
            el("summary")
                .child(el("span").text(w::FIT_CHOOSE.get(lang)))
                .text(" ")
                .child(el("span").class("mark").live_text(counts)),
        )
        .child(el("p").class("hint").id(TITLE).attr("tabindex", "-1").text(w::FIT_NOTE.get(lang)))
        .child(el("div").class("fitting").live(lists));
    let is_needed = Memo::new(move |_| rows.with(|(on, off)| !on.is_empty() || !off.is_empty()));
    many()
        .child(
            el("p")
                .class("too-long")
                .attr("role", "status")
                .live_text(move || if too_long.get() { w::SHEET_LONG.get(lang) } else { "" }),
        )
        .child(el("div").live_attr("class", move || if is_needed.get() { "" } else { "gone" }).child(folded))
}

/// What is on the page, in its order, and what is shown and is not.
fn rows(session: Session, document: &Document, audience: Audience, sheet: &Sheet, lang: Lang) -> (Vec<Row>, Vec<Row>) {
    let in_head = |field: &Asked| HEAD.iter().any(|head| head.id == field.id);
    let mut on = Vec::new();
    for kind in order() {
        for item in document.items(kind) {
            let fields = kind.fields.iter().filter(|field| has_place(field) && !in_head(field));
            let paths = fields.map(|field| field.of(item.id)).filter(|path| sheet.on_page.contains(path));
            on.extend(paths.map(|path| on_page(session, document, path, lang)));
        }
        let unsure = stand::of_kind(kind).map(Asked::alone).filter(|path| stand::is_told_unsure(document, *path));
        let paths = unsure.filter(|path| sheet.on_page.contains(path));
        on.extend(paths.map(|path| on_page(session, document, path, lang)));
    }
    let Some(more) = &sheet.more else { return (on, Vec::new()) };
    let plan = share::for_audience(document, audience);
    let documents = session.pack(|pack| documents(&plan, pack, lang));
    let off = sheet.off_page.iter().zip(&more.lines).filter(|(path, _)| !in_head(path.field));
    (on, off.map(|(path, line)| off_page(document, audience, *path, line, &documents, lang)).collect())
}

fn on_page(session: Session, document: &Document, path: Path, lang: Lang) -> Row {
    let label = question(session, stand::asked_as(path.field.id)).label.plain(lang);
    let is_named = path.field.kind().many && path.field.id != path.field.kind().fields[0].id;
    session.pack(|pack| {
        let name = name_of(document, pack, path.item, lang).filter(|_| is_named);
        Row {
            path,
            label: name.map_or_else(|| label.clone(), |name| w::under(&name, &label, lang)),
            words: w::list(&shown_words(document, pack, path, lang), lang),
            appears: String::new(),
            left_off: Some(false),
        }
    })
}

fn off_page(
    document: &Document,
    audience: Audience,
    path: Path,
    line: &Line,
    documents: &[Holding],
    lang: Lang,
) -> Row {
    Row {
        path,
        label: line.label.clone().unwrap_or_default(),
        words: line.text.clone(),
        appears: named(documents, path, lang),
        left_off: document.is_left_off(path, audience).then_some(true),
    }
}

fn list(
    session: Session,
    audience: Audience,
    (heading, note): (w::Words, Option<w::Words>),
    rows: &[Row],
    lang: Lang,
) -> Option<El> {
    (!rows.is_empty()).then(|| {
        many()
            .child(el("h3").text(heading.get(lang)))
            .child(note.map(|note| el("p").class("hint").text(note.get(lang))))
            .child(
                el("ul")
                    .class("fit-rows")
                    .child(rows.iter().map(|row| shown(session, audience, row, lang)).collect::<Vec<_>>()),
            )
    })
}

fn shown(session: Session, audience: Audience, row: &Row, lang: Lang) -> El {
    let (path, id) = (row.path, format!("page-{}", leaf_id(row.path)));
    let says = format!("{id}-words");
    let act = row.left_off.map(|left_off| {
        let words = if left_off { w::FIT_PUT_ON } else { w::FIT_TAKE_OFF };
        let again = id.clone();
        let change = move |_| {
            session.change(Change::LeftOff(path, audience, !left_off));
            let again = again.clone();
            // The row stands in the other list now, with the same id.
            request_animation_frame(move || {
                page::focus_id(TITLE);
                page::focus_id(&again);
            });
        };
        button()
            .class("button quiet fit-button")
            .id(&id)
            .attr("aria-describedby", says.as_str())
            .on("click", change)
            .text(words.get(lang))
    });
    let appears = (!row.appears.is_empty())
        .then(|| el("p").class("fit-appears").text(w::under(w::FIT_APPEARS.get(lang), &row.appears, lang)));
    el("li").child(el("div").class("fit-said").child(said(&says, &row.label, &row.words)).child(appears)).child(act)
}

/// An answer with its label, in a row.
pub(super) fn said(id: &str, label: &str, words: &str) -> El {
    let label = (!label.is_empty()).then(|| el("span").class("line-label").child(el("bdi").child(label.to_owned())));
    el("p").id(id).child(label).child(el("bdi").class("fit-words").child(words.to_owned()))
}
