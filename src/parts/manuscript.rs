//! A manuscript as pages of paper: headings, what is said of each thing, and tables.
//!
//! May know: manuscripts. Must never know: a document, the session.

use super::el::{Child, El, el};
use super::picture::drawing;
use crate::export::manuscript::{Group, Manuscript, Part};
use crate::pack::Lang;
use crate::plan::pictures::Picture;
use crate::wording as w;
use leptos::prelude::*;

/// Draws a manuscript, with its pictures at the end: what they say stands in the words before.
pub fn manuscript(text: &Manuscript, pictures: &[Picture]) -> AnyView {
    let lang = Lang::from_code(&text.lang);
    let head = text.head.iter().map(|entry| {
        el("div").child(el("dt").child(entry.label.clone())).child(el("dd").child(el("bdi").child(entry.words.clone())))
    });
    let notes = text.notes.iter().map(|note| el("p").child(note.clone()));
    el("article")
        .class("manuscript")
        .attr("lang", text.lang.as_str())
        .child(text.mark.clone().map(|mark| el("p").class("manuscript-mark").child(mark)))
        .child(
            el("header")
                .class("manuscript-head")
                .child(el("h2").child(text.title.clone()))
                .child(el("dl").class("paper-who").child(head.collect::<Vec<_>>()))
                .child(notes.collect::<Vec<_>>()),
        )
        .child(text.parts.iter().map(part).collect::<Vec<_>>())
        .child((!pictures.is_empty()).then(|| drawn(pictures, lang)))
        .view()
}

/// Pictures as those who read them see them.
pub fn drawn(pictures: &[Picture], lang: Lang) -> El {
    let figure = |picture: &Picture| {
        // What is said to the person themselves is said otherwise to those who read it.
        let title = match picture.id {
            "path" => w::FULL_PATH.get(lang),
            "values" => w::FULL_VALUES.get(lang),
            _ => picture.title.as_str(),
        };
        el("figure")
            .class("manuscript-picture")
            .child(el("figcaption").child(title.to_owned()))
            .child(drawing(picture, title))
    };
    el("section")
        .class("manuscript-part manuscript-pictures")
        .child(el("h3").text(w::FULL_PICTURES.get(lang)))
        .child(pictures.iter().map(figure).collect::<Vec<_>>())
}

fn part(part: &Part) -> El {
    let mut heading = Some(el("h3").child(part.heading.clone()));
    let groups = part.groups.iter().map(|one| group(heading.take(), one)).collect::<Vec<_>>();
    el("section").class("manuscript-part").child(groups)
}

/// A group under its own heading and, where it is the first one, the part's: on paper no heading stands apart from what
/// comes first under it. (Firefox and Safari see to that only for what is wrapped together.)
fn group(heading: Option<El>, group: &Group) -> El {
    let own = group.heading.clone().map(|heading| el("h4").child(heading));
    let headed = el("div").class("manuscript-headed").child(heading).child(own);
    let body = el("div").class("manuscript-group");
    if group.is_table() {
        return body.child(headed).child(table(group));
    }
    let mut things = things(group).into_iter();
    body.child(headed.child(things.next())).child(things.collect::<Vec<_>>())
}

fn table(group: &Group) -> El {
    let head = group.columns.iter().map(|label| el("th").attr("scope", "col").child(label.clone()));
    let row = |cells: &Vec<String>| {
        el("tr").child(cells.iter().map(|words| el("td").child(el("bdi").child(words.clone()))).collect::<Vec<_>>())
    };
    el("table")
        .child(el("thead").child(el("tr").child(head.collect::<Vec<_>>())))
        .child(el("tbody").child(group.rows.iter().map(row).collect::<Vec<_>>()))
}

fn things(group: &Group) -> Vec<El> {
    let thing = |row: usize| {
        let name = group.many.then(|| el("h5").child(el("bdi").child(group.name(row))));
        let said = group.said(row).map(|(label, words)| {
            el("div").child(el("dt").child(label.to_owned())).child(el("dd").child(el("bdi").child(words.to_owned())))
        });
        el("div").class("manuscript-thing").child(name).child(el("dl").child(said.collect::<Vec<_>>()))
    };
    (0..group.rows.len()).map(thing).collect()
}
