//! What still fits on the page: where there is room, what the person wrote and doesn't show is offered, one answer at a
//! time, what is worth most to the other person first.
//!
//! It is the person's own so far, so it comes into the page when they open it, and not before. What is chosen only one by
//! one where it stands is never offered.
//! May know: the session, the sheet. Must never know: how the page is measured.

use super::super::{leaf_id, question};
use super::{HEAD, choosing, fitting};
use crate::browser::page;
use crate::document::{Audience, Change, Document, Field as Asked, Path, experience, sheet as fields, strength, work};
use crate::export::sheet::{Sheet, has_place, name_of, order};
use crate::export::unsure::shown_words;
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::unfold::unfold;
use crate::session::Session;
use crate::share;
use crate::signals::{Memo, State};
use crate::typed::is_narrow;
use crate::wording as w;
use leptos::prelude::*;

/// Where the focus goes when the row that had it is gone.
const NOTE: &str = "offers-note";
/// So many are offered at once.
const MOST: usize = 5;
/// So many are looked at: each is set on a sheet of its own.
const LOOKED_AT: usize = 24;
/// The height of a line of the page, in CSS pixels, and of what stands around an answer.
const LINE: i32 = 24;
const AROUND: i32 = 8;
/// So many letters of full width stand in a line.
const LETTERS: usize = 36;
/// What comes before the rest, which follows in the order of the page.
const WORTH_MOST: [&Asked; 9] = [
    &fields::SITUATION_FACTS,
    &fields::ASK_WHAT,
    &fields::ASK_NEEDS,
    &experience::WHY,
    &strength::EPISODE,
    &experience::WHAT,
    &experience::SMALL,
    &work::LESS,
    &work::MORE,
];

/// Something to offer.
struct Offer {
    path: Path,
    label: String,
    words: String,
}

/// The offers, where there are any; `room` is how much of the page is left, in CSS pixels.
pub(super) fn offers(session: Session, audience: Audience, sheet: Memo<Sheet>, room: State<i32>, lang: Lang) -> El {
    let has_some = Memo::new(move |_| {
        room.get() >= LINE + AROUND && session.choices(|d| !candidates(session, d, audience).is_empty())
    });
    let list = move || {
        sheet.track();
        let rows: Vec<El> = fitting_in(session, audience, room.get(), lang)
            .iter()
            .map(|one| row(session, audience, one, lang))
            .collect();
        if rows.is_empty() {
            el("p").class("hint").text(w::OFFERS_NONE.get(lang)).view()
        } else {
            el("ul").class("fit-rows").child(rows).view()
        }
    };
    let opened = move || {
        many()
            .child(el("p").class("hint").id(NOTE).attr("tabindex", "-1").text(w::OFFERS_NOTE.get(lang)))
            .child(el("div").class("fitting").live(list))
    };
    el("div").live(move || has_some.get().then(|| unfold(w::OFFERS.get(lang), opened)))
}

/// What has a place on the page and isn't shown, what is worth most first. A detail goes with what it is a detail of.
fn candidates(session: Session, document: &Document, audience: Audience) -> Vec<Path> {
    let in_head = |field: &Asked| HEAD.iter().any(|head| head.id == field.id);
    let fits = |path: &Path| {
        let name = path.field.kind().fields[0].of(path.item);
        let beside = !path.field.kind().many || *path == name || document.is_shared(name, audience);
        beside
            && document.is_said(*path)
            && !document.is_shared(*path, audience)
            && choosing::goes_along(session, document, *path)
    };
    let mut found: Vec<Path> = Vec::new();
    for kind in order() {
        for item in document.items(kind) {
            let has_place = kind.fields.iter().filter(|field| has_place(field) && !in_head(field));
            found.extend(has_place.map(|field| field.of(item.id)).filter(&fits));
        }
    }
    let worth = |path: &Path| WORTH_MOST.iter().position(|f| f.id == path.field.id).unwrap_or(WORTH_MOST.len());
    crate::document::order::ordered(found, |path| (worth(path) as u64, 0))
}

/// Those that the page would take, as far as that can be told without setting it anew.
fn fitting_in(session: Session, audience: Audience, room: i32, lang: Lang) -> Vec<Offer> {
    let all = session.choices(|d| candidates(session, d, audience));
    let offer = |path: Path| {
        let mut binder = session.binder().get_untracked();
        binder.apply(Change::Shared(path, audience, true));
        let document = binder.document();
        let plan = share::for_audience(document, audience);
        session.pack(|pack| {
            let words = w::list(&shown_words(document, pack, path, lang), lang);
            let goes_on = height(&words) <= room && Sheet::of(&plan, pack, lang).on_page.contains(&path);
            let label = question(session, path.field.id).label.plain(lang);
            let named = path.field.kind().many && path.field.id != path.field.kind().fields[0].id;
            let name = name_of(document, pack, path.item, lang).filter(|_| named);
            let label = name.map_or_else(|| label.clone(), |name| w::under(&name, &label, lang));
            goes_on.then_some(Offer { path, label, words })
        })
    };
    all.into_iter().take(LOOKED_AT).filter_map(offer).take(MOST).collect()
}

/// How tall an answer is on the page.
fn height(words: &str) -> i32 {
    let lines = words.lines().map(|line| {
        let narrow = line.chars().filter(|c| is_narrow(*c)).count();
        (line.chars().count() - narrow / 2) / LETTERS + 1
    });
    AROUND + LINE * i32::try_from(lines.sum::<usize>()).unwrap_or(i32::MAX / LINE - AROUND)
}

fn row(session: Session, audience: Audience, Offer { path, label, words }: &Offer, lang: Lang) -> El {
    let (path, id) = (*path, format!("offer-{}", leaf_id(*path)));
    let says = format!("{id}-words");
    let show = move |_| {
        session.change(Change::Shared(path, audience, true));
        request_animation_frame(|| {
            page::focus_id(NOTE);
        });
    };
    let act = button()
        .class("button quiet fit-button")
        .id(&id)
        .attr("aria-describedby", says.as_str())
        .on("click", show)
        .text(w::OFFER_SHOW.get(lang));
    el("li").child(el("div").class("fit-said").child(fitting::said(&says, label, words))).child(act)
}
