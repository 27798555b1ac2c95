//! What goes on the one page, of what is shown: where it doesn't fit, the person chooses what stays in the whole plan only.

use super::super::{leaf_id, question};
use super::HEAD;
use crate::document::{Audience, Change, Document, Field as Asked, Path, stand};
use crate::export::sheet::{Block, Sheet, has_place, name_of, order};
use crate::export::unsure::shown_words;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{El, el, many};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

/// How the sheet fits, what to do about it, and what is in the whole plan only.
pub(super) fn fitting(
    session: Session,
    audience: Audience,
    sheet: Memo<Sheet>,
    too_long: RwSignal<bool>,
    lang: Lang,
) -> El {
    let rows = Memo::new(move |_| session.choices(|d| sheet.with(|sheet| may_be_on_page(d, audience, sheet))));
    let list = move || {
        rows.with(|rows| {
            let boxes = rows.iter().map(|path| one(session, audience, *path, lang)).collect::<Vec<_>>();
            el("fieldset")
                .class("share-group")
                .child(el("legend").class("sr-only").text(w::FIT_CHOOSE.get(lang)))
                .child(boxes)
        })
    };
    let more = Memo::new(move |_| sheet.with(|sheet| sheet.more.clone()));
    let unfolded = el("details").class("unfold");
    let details = unfolded.element::<web_sys::Element>();
    // It opens by itself where something must go; whoever closed it finds it closed.
    let open = move || {
        if let Some(details) = details.as_ref().filter(|_| too_long.get()) {
            let _ = details.set_attribute("open", "");
        }
    };
    many()
        .child(
            el("p")
                .class("too-long")
                .attr("role", "status")
                .live_text(move || if too_long.get() { w::SHEET_LONG.get(lang) } else { "" }),
        )
        .child(
            unfolded
                .then(open)
                .child(el("summary").text(w::FIT_CHOOSE.get(lang)))
                .child(el("p").class("hint").text(w::FIT_NOTE.get(lang)))
                .child(el("div").class("fitting").live(list)),
        )
        .live(move || more.with(|more| more.as_ref().map(|block| only_in_plan(block, lang))))
}

/// What is shown and could stand on the page, in its order.
fn may_be_on_page(document: &Document, audience: Audience, sheet: &Sheet) -> Vec<Path> {
    let off = |path: &Path| document.is_left_off(*path, audience) && document.is_shared(*path, audience);
    let mut out = Vec::new();
    for kind in order() {
        for item in document.items(kind) {
            let in_head = |field: &Asked| HEAD.iter().any(|head| head.id == field.id);
            let paths =
                kind.fields.iter().filter(|field| has_place(field) && !in_head(field)).map(|field| field.of(item.id));
            out.extend(paths.filter(|path| off(path) || sheet.on_page.contains(path)));
        }
        let unsure = stand::of_kind(kind).map(Asked::alone).filter(|path| stand::is_told_unsure(document, *path));
        out.extend(unsure.filter(|path| off(path) || sheet.on_page.contains(path)));
    }
    out
}

fn one(session: Session, audience: Audience, path: Path, lang: Lang) -> AnyView {
    let label = question(session, stand::asked_as(path.field.id)).label.plain(lang);
    let named = path.field.kind().many && path.field.id != path.field.kind().fields[0].id;
    let (name, words) = session.peek(|d| {
        session.pack(|pack| {
            (
                name_of(d, pack, path.item, lang).filter(|_| named),
                shown_words(d, pack, path, lang).join(w::LIST.get(lang)),
            )
        })
    });
    let label = name.map_or_else(|| label.clone(), |name| w::under(&name, &label, lang));
    let mut choice = Choice::check(format!("page-{}", leaf_id(path)), label, Look::Card);
    choice.note = Some(words);
    choice.view(
        move || session.choices(|d| !d.is_left_off(path, audience)),
        move |on| {
            session.change(Change::LeftOff(path, audience, !on));
            true
        },
    )
}

/// What is shown and not on the page.
fn only_in_plan(block: &Block, lang: Lang) -> El {
    let line = |line: &crate::export::sheet::Line| {
        let label = line.label.as_ref().map(|label| el("span").class("line-label").child(label.clone()));
        el("li").child(label).child(el("bdi").child(line.text.clone()))
    };
    el("details")
        .class("unfold")
        .child(el("summary").text(w::only_in_plan(block.lines.len(), lang)))
        .child(el("p").class("hint").text(w::FIT_ELSEWHERE.get(lang)))
        .child(el("ul").class("only-in-plan").child(block.lines.iter().map(line).collect::<Vec<_>>()))
}
