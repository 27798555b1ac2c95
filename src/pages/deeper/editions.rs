//! Year after year: this edition beside the last, the closed ones to read, and closing this one to begin the next.

use super::save_backup;
use crate::browser::page;
use crate::document::{Document, Edition, next};
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many, nothing};
use crate::parts::unwritten::unwritten;
use crate::plan::Became;
use crate::plan::compare::{self, Chapter, Part, Row, Thing};
use crate::route::Route;
use crate::session::Session;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    many()
        .child(super::progress(session, Route::Editions, lang))
        .child(el("h1").attr("tabindex", "-1").text(w::EDITIONS_PAGE.get(lang)))
        .live(move || {
            // Nothing is written here, but something may be taken back.
            session.rewritten.track();
            let former = session.binder().with_untracked(|b| b.former().to_vec());
            match former.last() {
                Some(last) => many()
                    .child(el("p").class("lead").text(w::COMPARE_LEAD.get(lang)))
                    .child(compared(session, &last.document, lang))
                    .child(closed_ones(session, &former, lang))
                    .view(),
                None => unwritten(el("p").text(w::EDITIONS_NONE.get(lang))).view(),
            }
        })
        .child(close(session, lang))
        .child(super::way_out(Route::After, w::BACK, lang))
        .view()
}

// ── This edition against the last ───────────────────────────────────────────────────────────────────────────────

fn compared(session: Session, last: &Document, lang: Lang) -> AnyView {
    let parts = session.peek(|now| session.pack(|pack| compare::compare(last, now, pack, lang)));
    chapters(&parts, |part| against(part, lang), lang)
}

fn chapters(parts: &[Part], draw: impl Fn(&Part) -> AnyView, lang: Lang) -> AnyView {
    let chapters = Chapter::ALL.map(|chapter| {
        let words = match chapter {
            Chapter::Wish => w::COMPARE_WISH,
            Chapter::Said => w::COMPARE_SAID,
            Chapter::Happened => w::COMPARE_HAPPENED,
        };
        let parts: Vec<AnyView> = parts.iter().filter(|part| part.chapter == chapter).map(&draw).collect();
        if parts.is_empty() {
            return nothing();
        }
        el("section").class("keep-part").child(el("h2").text(words.get(lang))).child(parts).view()
    });
    many().child(chapters.into_iter().collect::<Vec<_>>()).view()
}

/// What differs first, and what is as it was behind a fold.
fn against(part: &Part, lang: Lang) -> AnyView {
    let differs = |thing: &&Thing| thing.became != Became::Same;
    let changed: Vec<El> = part.things.iter().filter(differs).map(|thing| changed(thing, lang)).collect();
    let mut same: Vec<El> = Vec::new();
    for thing in &part.things {
        let rows: Vec<&Row> = thing.rows.iter().filter(|row| row.became == Became::Same).collect();
        if !rows.is_empty() || thing.became == Became::Same {
            same.push(read_out(thing.heading.as_deref(), &rows));
        }
    }
    el("section")
        .class("compared")
        .child(el("h3").child(part.heading.clone()))
        .child((!changed.is_empty()).then(|| el("ul").class("changes").child(changed)))
        .child((!same.is_empty()).then(|| {
            el("details")
                .class("unfold")
                .child(el("summary").text(w::COMPARE_SAME.get(lang)))
                .child(el("ul").class("changes").child(same))
        }))
        .view()
}

fn changed(thing: &Thing, lang: Lang) -> El {
    let (mark, alone) = match thing.became {
        Became::Added => (Some(w::COMPARE_NEW.get(lang)), false),
        Became::Gone => (Some(w::COMPARE_ONCE.get(lang)), false),
        Became::Changed | Became::Same => (None, true),
    };
    // What is over is not missing: how it went says more than where it stood. What the item says of itself
    // need not be said again of each of its words.
    let mark = thing.ended.clone().or_else(|| mark.map(str::to_owned));
    let rows: Vec<El> = thing
        .rows
        .iter()
        .filter(|row| row.became != Became::Same)
        .map(|row| match row.became {
            Became::Added => labelled(row, &row.after).child(alone.then(|| note(w::COMPARE_NEW, lang))),
            Became::Gone => labelled(row, &row.before).child(alone.then(|| note(w::COMPARE_ONCE, lang))),
            Became::Changed | Became::Same => el("div")
                .class("then-and-now")
                .child(el("p").child(row.heading.clone()))
                .child(side(w::COMPARE_BEFORE, &row.before, lang))
                .child(side(w::COMPARE_AFTER, &row.after, lang)),
        })
        .collect();
    let heading = thing.heading.clone().map(|heading| el("bdi").child(heading));
    let has_name = heading.is_some() || mark.is_some();
    let mark = mark.map(|words| el("span").class("mark").child(el("bdi").child(words)));
    let name = el("p").class("compared-name").child(heading).text(" ").child(mark);
    let name = has_name.then_some(name);
    el("li").child(name).child(rows)
}

fn note(words: w::Words, lang: Lang) -> El {
    el("span").class("mark").text(words.get(lang))
}

fn side(label: w::Words, text: &str, lang: Lang) -> El {
    el("p")
        .class("side")
        .child(el("span").class("line-label").text(label.get(lang)))
        .child(el("bdi").child(text.to_owned()))
}

fn labelled(row: &Row, text: &str) -> El {
    el("p")
        .class("side")
        .child(el("span").class("line-label").child(row.heading.clone()))
        .child(el("bdi").child(text.to_owned()))
}

// ── To read ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// One item with what it says, to read.
fn read_out(heading: Option<&str>, rows: &[&Row]) -> El {
    let name = heading.map(|heading| el("p").class("compared-name").child(el("bdi").child(heading.to_owned())));
    el("li").child(name).child(rows.iter().map(|row| labelled(row, &row.after)).collect::<Vec<_>>())
}

fn closed_ones(session: Session, former: &[Edition], lang: Lang) -> AnyView {
    let editions = former
        .iter()
        .rev()
        .map(|edition| {
            let day = |time: Option<u64>| time.and_then(page::moment).map(|(day, _)| day);
            let when = match (day(Some(edition.opened_at)), day(edition.closed_at)) {
                (Some(from), Some(to)) => w::from_to(from, to, lang),
                (Some(day), None) | (None, Some(day)) => w::day(day, lang),
                (None, None) => w::HISTORY_NO_TIME.get(lang).to_owned(),
            };
            let edition = edition.document.clone();
            let open = State::new(false);
            // A year is long: it is drawn when somebody wants to read it.
            el("details")
                .class("unfold")
                .on("toggle", move |_| open.set(true))
                .child(el("summary").child(when))
                .child(el("div").live(move || open.get().then(|| whole(session, &edition, lang))))
        })
        .collect::<Vec<_>>();
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::EDITIONS_CLOSED.get(lang)))
        .child(el("p").text(w::EDITIONS_CLOSED_NOTE.get(lang)))
        .child(editions)
        .view()
}

/// All that a closed edition says.
fn whole(session: Session, edition: &Document, lang: Lang) -> AnyView {
    let parts = session.pack(|pack| compare::compare(edition, edition, pack, lang));
    let draw = |part: &Part| {
        let things = part.things.iter().map(|thing| {
            let rows: Vec<&Row> = thing.rows.iter().collect();
            read_out(thing.heading.as_deref(), &rows)
        });
        el("section")
            .class("compared")
            .child(el("h4").child(part.heading.clone()))
            .child(el("ul").class("changes").child(things.collect::<Vec<_>>()))
            .view()
    };
    many().child(parts.iter().map(draw).collect::<Vec<_>>()).view()
}

// ── Close, and begin the next ───────────────────────────────────────────────────────────────────────────────────

/// After so many days an edition is old enough that the next one is no surprise.
const OLD_ENOUGH: u64 = 270;

/// Where the edition has only begun: that one can simply go on in it.
fn young(session: Session, lang: Lang) -> Option<El> {
    let opened = session.binder().with_untracked(|binder| binder.open().opened_at);
    let days = page::day_number(page::now()).saturating_sub(page::day_number(opened));
    (days < OLD_ENOUGH).then(|| el("p").class("note").child(w::edition_young(days, lang)))
}

fn close(session: Session, lang: Lang) -> AnyView {
    let asking = State::new(false);
    let turn = move |with_backup: bool| {
        if with_backup {
            save_backup(session, lang);
        }
        let change = session.binder().with_untracked(|b| next::edition(b, session.new_id(), page::now()));
        session.change_and_go(change, w::EDITION_BEGUN, Route::Outline);
    };
    let fact = |heading: w::Words, text: w::Words| {
        el("div").child(el("dt").text(heading.get(lang))).child(el("dd").text(text.get(lang)))
    };
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::EDITION_CLOSE.get(lang)))
        .child(el("p").text(w::EDITION_CLOSE_TEXT.get(lang)))
        .child(young(session, lang))
        .child(
            el("dl")
                .class("goes-along")
                .child(fact(w::EDITION_ALONG, w::EDITION_ALONG_TEXT))
                .child(fact(w::EDITION_ANEW, w::EDITION_ANEW_TEXT))
                .child(fact(w::EDITION_STAYS, w::EDITION_STAYS_TEXT))
                .child(fact(w::EDITION_PRIVATE, w::EDITION_PRIVATE_TEXT)),
        )
        .live(move || {
            if session.peek(Document::is_blank) {
                return el("p").class("hint").text(w::EDITION_BLANK.get(lang)).view();
            }
            let way = |class: &'static str, words: w::Words, go: Box<dyn Fn()>| {
                button().class(class).on("click", move |_| go()).text(words.get(lang))
            };
            if !asking.get() {
                let ask = Box::new(move || asking.set(true));
                return el("p").child(way("button quiet", w::EDITION_CLOSE, ask)).view();
            }
            let ways = el("div")
                .class("ways")
                .child(way("button next", w::EDITION_BACKUP_FIRST, Box::new(move || turn(true))))
                .child(way("button quiet", w::EDITION_CLOSE_DO, Box::new(move || turn(false))))
                .child(way("link", w::CANCEL, Box::new(move || asking.set(false))));
            many().child(el("p").text(w::EDITION_KEPT.get(lang))).child(ways).view()
        })
        .view()
}
