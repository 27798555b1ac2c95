//! 見取り図: where one stands, in five pictures, and the links to follow from one thing to the next; or the
//! pictures that one shows to somebody.
//!
//! Knows pictures and trails; nothing is asked here. Must never know: how either comes about.
//!
//! *Invariant:* what is printed is what is on the screen: either what is shown to one audience, made from
//! that alone, or everything, which says so on every page and before it is printed.

use crate::browser::page as window;
use crate::document::{Audience, ItemId, Kind, experience, sheet, steps, strength, wish};
use crate::export::sheet::label;
use crate::pack::Lang;
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::manuscript::drawn;
use crate::parts::picture::figure;
use crate::parts::printing::{Printing, print_later};
use crate::parts::unfold::unfold;
use crate::parts::unwritten::unwritten;
use crate::plan::pictures::{self, Picture};
use crate::plan::trail::{self, Knot};
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::signals::{Memo, State};
use crate::wording as w;
use leptos::prelude::*;
use std::rc::Rc;

/// How many links of one kind stand in the open.
const LINKS: usize = 12;

/// Whose pictures they are: of somebody to whom something is shown, or the person's own.
type Whose = Option<Audience>;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let whose: State<Whose> = State::new(None);
    let asking = State::new(false);
    let printing = print_later(lang);
    let pictures = move || match whose.get() {
        None => own(session, lang),
        Some(audience) => {
            printing.begin();
            shown(session, audience, lang)
        }
    };
    many()
        .child(super::super::progress(session, Route::Picture, lang))
        .child(el("h1").attr("tabindex", "-1").text(w::PICTURE_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::PICTURES_LEAD.get(lang)))
        .child(choice(whose, asking, lang))
        .live(pictures)
        .child(printed(printing, whose, asking, lang))
        .child(super::super::ways_of(session, Route::Picture, lang).only())
        .view()
}

fn choice(whose: State<Whose>, asking: State<bool>, lang: Lang) -> El {
    let one = |which: Whose, id: &str, words: w::Words| {
        Choice::radio(id.to_owned(), "pictures", words.get(lang).to_owned(), Look::Chip).view(
            move || whose.get() == which,
            move |on| {
                if on {
                    asking.set(false);
                    whose.set(which);
                }
                true
            },
        )
    };
    let note = move || {
        let words = if whose.get().is_none() { w::PICTURES_OWN_NOTE } else { w::PICTURES_SHARED_NOTE };
        words.get(lang)
    };
    el("fieldset")
        .class("group never-printed")
        .child(el("legend").text(w::PICTURES_WHOSE.get(lang)))
        .child(
            el("div")
                .class("chips")
                .child(one(None, "pictures-own", w::PICTURES_OWN))
                .child(one(Some(Audience::Talk), "pictures-talk", w::PICTURES_FOR_TALK))
                .child(one(Some(Audience::Hr), "pictures-hr", w::PICTURES_FOR_HR)),
        )
        .child(el("p").class("hint").attr("role", "status").live_text(note))
}

/// Everything, marked as such, and the links to follow.
fn own(session: Session, lang: Lang) -> AnyView {
    let pictures: Memo<Vec<Picture>> =
        Memo::new(move |_| session.pack(|pack| session.with(|document| pictures::all(document, pack, lang))));
    let all = move || {
        pictures.with(|pictures| {
            let section = |picture: &Picture| {
                el("section").class("pictured").child(el("h2").text(&picture.title)).child(figure(picture, lang))
            };
            many().child(pictures.iter().map(section).collect::<Vec<_>>())
        })
    };
    el("div")
        .class("pictures-own")
        .child(el("p").class("manuscript-mark").text(w::PICTURES_MARK.get(lang)))
        .live(all)
        .child(trail_of(session, lang))
        .view()
}

/// What somebody may see, as it stands in the plan that is shown to them.
fn shown(session: Session, audience: Audience, lang: Lang) -> AnyView {
    let plan = session.peek(|document| share::for_audience(document, audience));
    let pictures = session.pack(|pack| pictures::of_shared(&plan, pack, lang));
    if pictures.is_empty() {
        let to_sheet = el("a").attr("href", Route::Sheet.hash()).text(w::FILES_CHOOSE.get(lang));
        return unwritten(many().child(el("p").text(w::PICTURES_SHARED_NONE.get(lang))).child(el("p").child(to_sheet)))
            .view();
    }
    el("div").class("manuscript").child(drawn(&pictures, lang)).view()
}

/// The button that prints. Before anything private is printed that is said, and what could be printed
/// instead.
fn printed(printing: Printing, whose: State<Whose>, asking: State<bool>, lang: Lang) -> El {
    let print = move || printing.print(w::PICTURE_PAGE.get(lang).to_owned());
    let press = move |_| {
        if whose.get_untracked().is_some() {
            print();
        } else {
            asking.set(true);
            request_animation_frame(|| window::focus_id("ask-again"));
        }
    };
    let ask = move || {
        asking.get().then(|| {
            let private = move |_| {
                asking.set(false);
                print();
                window::focus_id("print-pictures");
            };
            let instead = move |_| {
                asking.set(false);
                whose.set(Some(Audience::Talk));
                request_animation_frame(|| window::focus_id("pictures-talk"));
            };
            let cancel = move |_| {
                asking.set(false);
                window::focus_id("print-pictures");
            };
            el("div")
                .class("ask-again")
                .attr("role", "group")
                .attr("aria-labelledby", "ask-again")
                .child(el("p").id("ask-again").attr("tabindex", "-1").text(w::PICTURES_ASK.get(lang)))
                .child(button().class("button quiet").on("click", instead).text(w::PICTURES_ASK_SHARED.get(lang)))
                .child(button().class("button quiet").on("click", private).text(w::PICTURES_ASK_OWN.get(lang)))
                .child(button().class("link").on("click", cancel).text(w::CANCEL.get(lang)))
        })
    };
    let press = button().class("button quiet").id("print-pictures").on("click", press);
    el("div")
        .class("picture-note never-printed")
        .child(el("p").child(press.text(w::SHEET_PRINT.get(lang))))
        .live(ask)
        .child(printing.status(lang))
        .child(el("p").class("note").text(w::PICTURES_PRINT_NOTE.get(lang)))
}

/// Where one is on the trail, and how one goes on.
#[derive(Clone, Copy)]
struct Walk {
    session: Session,
    lang: Lang,
    here: State<ItemId>,
    /// Whether somebody went on: then the place where one is takes the focus along.
    went: StoredValue<bool>,
}

fn trail_of(session: Session, lang: Lang) -> El {
    let walk = Walk { session, lang, here: State::new(ItemId::ALONE), went: StoredValue::new(false) };
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
                (ways, trail::loose(document, pack, lang), trail::resting(document, pack, lang))
            })
        });
        // What was taken away meanwhile leaves one at the wish.
        let (Some((why, doing)), loose, resting) = looked else { return self.follow_to_wish() };
        let at_wish = here == ItemId::ALONE;
        let what = el("div")
            .class("trail-here")
            .child(el("span").class("trail-kind").child(self.kind(why.kind)))
            .child(el("h3").id("trail-here").attr("tabindex", "-1").text(&why.name))
            .child(el("a").attr("href", route(why.kind).hash()).text(w::TRAIL_EDIT.get(lang)));
        let ways = many().child(what).child((!at_wish).then(|| self.ways(w::TRAIL_WHY, w::TRAIL_NO_WHY, why.next)));
        let ends = *why.kind == steps::STEP || *why.kind == sheet::ASK;
        ways.child((!ends).then(|| self.ways(w::TRAIL_DOING, w::TRAIL_NO_DOING, doing.next)))
            .child((at_wish && !resting.is_empty()).then(|| self.ways(w::TRAIL_REST, w::TRAIL_NO_DOING, resting)))
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
