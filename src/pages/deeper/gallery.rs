//! The invented people: who they are, and one of them from the first question to the sheet. Nothing of it touches one's own
//! record.

use crate::browser::{assets, page};
use crate::document::{Audience, Document};
use crate::examples;
use crate::export::sheet::Sheet;
use crate::pack::Lang;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::paper::paper;
use crate::plan::reading::{self, AnswerView, GroupView, SectionView};
use crate::route::Route;
use crate::session::Session;
use crate::share;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

/// What is shown of a person: the walk and the sheet.
type Walk = (Vec<SectionView>, Sheet);

/// The element of the sheet, to go there at once.
const SHEET: &str = "example-sheet";

/// Everybody, a line each.
pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let people = examples::everybody()
        .map(|(number, person)| {
            el("li").child(el("a").attr("href", Route::Example(number).hash()).child(person.who(lang)))
        })
        .collect::<Vec<_>>();
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::GALLERY_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::EXAMPLES_LEAD.get(lang)))
        .child(el("div").class("examples").child(el("ul").child(people)))
        .child(ways(session, lang, None))
        .view()
}

/// One of them; `None` where there is nobody of that number.
pub(super) fn person(session: Session, number: usize, lang: Lang) -> Option<AnyView> {
    let person = examples::person(number)?;
    // `None` until it is known whether the file could be read.
    let read: State<Option<Option<Walk>>> = State::new(None);
    page::later(async move {
        let binder = assets::text(person.file(lang)).await.and_then(|text| examples::open(&text));
        let walk = binder.map(|binder| {
            let plan = share::for_audience(binder.document(), Audience::Talk);
            session.pack(|pack| (reading::read_through(binder.document(), pack, lang), Sheet::of(&plan, pack, lang)))
        });
        // The page may have been left in the meantime.
        read.set(Some(walk));
    });
    let shown = move || {
        read.with(|read| match read {
            None => el("p").class("hint").attr("role", "status").text(w::EXAMPLE_WAIT.get(lang)).view(),
            Some(None) => el("p").class("error").attr("role", "alert").text(w::EXAMPLE_FAILED.get(lang)).view(),
            Some(Some((sections, sheet))) => walk(sections, sheet, lang),
        })
    };
    let view = many()
        .child(el("h1").attr("tabindex", "-1").text(w::EXAMPLE_TITLE.get(lang)))
        .child(el("p").class("lead").text(person.who(lang)))
        .child(el("p").class("hint").text(w::EXAMPLE_NOTE.get(lang)))
        .live(shown)
        .child(ways(session, lang, Some(Route::Gallery)))
        .view();
    Some(view)
}

/// The walk, then the sheet that came of it.
fn walk(sections: &[SectionView], sheet: &Sheet, lang: Lang) -> AnyView {
    many()
        .child(
            el("p")
                .child(button().class("link").on("click", |_| page::focus_id(SHEET)).text(w::EXAMPLE_SHEET.get(lang))),
        )
        .child(sections.iter().map(|s| section(s, lang)).collect::<Vec<_>>())
        .child(el("h2").id(SHEET).attr("tabindex", "-1").text(w::EXAMPLE_SHEET.get(lang)))
        .child(el("div").class("paper-frame").child(paper(sheet, lang)))
        .view()
}

fn section(view: &SectionView, lang: Lang) -> El {
    let groups = view.groups.iter().map(|g| group(g, lang)).collect::<Vec<_>>();
    el("section").class("reading").child(el("h2").text(&view.title)).child(groups)
}

fn group(view: &GroupView, lang: Lang) -> El {
    let each = |answers: &Vec<AnswerView>| {
        el("dl").child(answers.iter().map(|a| answer(a, view.question.is_some(), lang)).collect::<Vec<_>>())
    };
    many()
        .child(view.question.as_ref().map(|question| el("h3").text(question)))
        .child(view.items.iter().map(each).collect::<Vec<_>>())
}

/// A question and its answer. Under a question asked of all items its label is enough.
fn answer(view: &AnswerView, briefly: bool, lang: Lang) -> El {
    let question = if briefly { &view.label } else { &view.question };
    let mark = el("span").class("mark").text(view.mark().get(lang));
    let said = el("bdi").text(w::list(&view.words, lang));
    many().child(el("dt").text(question).child(mark)).child(el("dd").child(said))
}

/// To begin, or to go on where one left.
fn ways(session: Session, lang: Lang, back: Option<Route>) -> El {
    let (on, words) =
        if session.peek(Document::is_blank) { (Route::Values, w::START) } else { (super::resume(session), w::RESUME) };
    let back =
        back.map(|route| el("a").class("button quiet").attr("href", route.hash()).text(w::EXAMPLES_MORE.get(lang)));
    el("nav")
        .class("ways")
        .attr("aria-label", w::WAYS.get(lang))
        .child(el("a").class("button next").attr("href", on.hash()).text(words.get(lang)))
        .child(back)
        .child(el("a").class("button quiet").attr("href", Route::Welcome.hash()).text(w::HOME.get(lang)))
}
