//! 見取り図: where one stands, in five pictures, and the links to follow from one thing to the next.
//!
//! Knows pictures and trails; nothing is asked here. Must never know: how either comes about.

use crate::browser::page as window;
use crate::document::{ItemId, Kind, experience, sheet, steps, strength, wish};
use crate::export::sheet::label;
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::picture::figure;
use crate::parts::unfold::unfold;
use crate::plan::pictures::{self, Picture};
use crate::plan::trail::{self, Knot};
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;
use std::rc::Rc;

/// How many links of one kind stand in the open.
const LINKS: usize = 12;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let pictures: Memo<Vec<Picture>> =
        Memo::new(move |_| session.pack(|pack| session.with(|document| pictures::all(document, pack, lang))));
    let drawn = move || {
        pictures.with(|pictures| {
            let section = |picture: &Picture| {
                el("section").class("pictured").child(el("h2").text(&picture.title)).child(figure(picture, lang))
            };
            many().child(pictures.iter().map(section).collect::<Vec<_>>())
        })
    };
    let print = move |_| window::print_as(w::PICTURE_PAGE.get(lang));
    many()
        .child(super::super::progress(session, Route::Picture, lang))
        .child(el("h1").attr("tabindex", "-1").text(w::PICTURE_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::PICTURES_LEAD.get(lang)))
        .live(drawn)
        .child(trail_of(session, lang))
        .child(
            el("p")
                .class("picture-note")
                .child(button().class("button quiet").on("click", print).text(w::SHEET_PRINT.get(lang))),
        )
        .child(el("p").class("note picture-note").text(w::PICTURES_PRINT_NOTE.get(lang)))
        .child(super::super::ways_of(session, Route::Picture, lang).only())
        .view()
}

/// Where one is on the trail, and how one goes on.
#[derive(Clone, Copy)]
struct Walk {
    session: Session,
    lang: Lang,
    here: RwSignal<ItemId>,
    /// Whether somebody went on: then the place where one is takes the focus along.
    went: StoredValue<bool>,
}

fn trail_of(session: Session, lang: Lang) -> El {
    let walk = Walk { session, lang, here: RwSignal::new(ItemId::ALONE), went: StoredValue::new(false) };
    el("section")
        .class("trail")
        .child(el("h2").text(w::TRAIL_TITLE.get(lang)))
        .child(el("p").class("note").text(w::TRAIL_LEAD.get(lang)))
        .live(move || walk.stop())
}

impl Walk {
    fn stop(self) -> El {
        let (lang, here) = (self.lang, self.here.get());
        if self.went.get_value() {
            window::later(async { window::focus_id("trail-here") });
        }
        let looked = self.session.pack(|pack| {
            self.session.with(|document| {
                let ways = trail::back(document, pack, here, lang).zip(trail::forward(document, pack, here, lang));
                (ways, trail::loose(document, pack, lang))
            })
        });
        // What was taken away meanwhile leaves one at the wish.
        let (Some((why, doing)), loose) = looked else { return self.follow_to_wish() };
        let at_wish = here == ItemId::ALONE;
        let what = el("div")
            .class("trail-here")
            .child(el("span").class("trail-kind").child(self.kind(why.kind)))
            .child(el("h3").id("trail-here").attr("tabindex", "-1").text(&why.name))
            .child(el("a").attr("href", route(why.kind).hash()).text(w::TRAIL_EDIT.get(lang)));
        let ways = many().child(what).child((!at_wish).then(|| self.ways(w::TRAIL_WHY, w::TRAIL_NO_WHY, why.next)));
        let ends = *why.kind == steps::STEP || *why.kind == sheet::ASK;
        ways.child((!ends).then(|| self.ways(w::TRAIL_DOING, w::TRAIL_NO_DOING, doing.next)))
            .child((at_wish && !loose.is_empty()).then(|| self.ways(w::TRAIL_LOOSE, w::TRAIL_NO_DOING, loose)))
            .child((!at_wish).then(|| self.follow_to_wish()))
    }

    fn ways(self, heading: w::Words, none: w::Words, ways: Vec<Knot>) -> El {
        let ways =
            if ways.is_empty() { el("p").class("note").text(none.get(self.lang)) } else { self.list(Rc::new(ways)) };
        many().child(el("h4").text(heading.get(self.lang))).child(ways)
    }

    fn list(self, ways: Rc<Vec<Knot>>) -> El {
        let rest = ways.len().saturating_sub(LINKS);
        let first = ways.iter().take(LINKS).map(|knot| self.link(knot)).collect::<Vec<_>>();
        let more = (rest > 0).then(|| {
            let heading = w::count(w::MORE, rest, self.lang);
            let all = move || {
                el("ul").class("trail-links").child(ways.iter().skip(LINKS).map(|k| self.link(k)).collect::<Vec<_>>())
            };
            el("li").child(unfold(&heading, all))
        });
        el("ul").class("trail-links").child(first).child(more)
    }

    fn link(self, knot: &Knot) -> El {
        let item = knot.item;
        el("li")
            .child(el("span").class("trail-kind").child(self.kind(knot.kind)))
            .child(button().class("link").on("click", move |_| self.go(item)).text(&knot.name))
            .child((!knot.next.is_empty()).then(|| self.list(Rc::new(knot.next.clone()))))
    }

    fn go(self, item: ItemId) {
        self.went.set_value(true);
        self.here.set(item);
    }

    fn follow_to_wish(self) -> El {
        let go = move |_| self.go(ItemId::ALONE);
        el("p").child(button().class("button quiet").on("click", go).text(w::TRAIL_TO_WISH.get(self.lang)))
    }

    fn kind(self, kind: &Kind) -> String {
        self.session.pack(|pack| label(pack, kind.id, self.lang))
    }
}

/// Where something is written.
fn route(kind: &Kind) -> Route {
    match kind {
        _ if *kind == wish::WISH => Route::Wish,
        _ if *kind == experience::EXPERIENCE => Route::Experiences,
        _ if *kind == strength::STRENGTH => Route::Strengths,
        _ if *kind == sheet::ASK => Route::Ask,
        _ => Route::Step,
    }
}
