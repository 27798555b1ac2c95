//! A picture on the page: what is drawn, its sentence, and its table behind 「表で見る」.
//!
//! May know: a picture. Must never know: a document, the session, what the shapes mean.

use super::el::{Child, El, el, svg};
use super::unfold::unfold;
use crate::pack::Lang;
use crate::plan::pictures::{Picture, Shape, Table};
use crate::wording as w;
use leptos::prelude::*;

/// So many columns stand side by side; where there are more, each row is a list.
const FEW: usize = 4;

/// Draws it, under a heading that the page gives.
pub fn figure(picture: &Picture, lang: Lang) -> AnyView {
    let said = (!picture.table.rows.is_empty()).then(|| {
        let (title, said) = (picture.title.clone(), picture.table.clone());
        unfold(w::PICTURE_TABLE.get(lang), move || table(&title, &said))
    });
    el("figure")
        .class("picture")
        .child(el("figcaption").child(picture.sentence.as_str()))
        .child(drawing(picture, &picture.sentence))
        .child(said)
        .view()
}

/// What is drawn, alone; `name` says what it is.
pub fn drawing(picture: &Picture, name: &str) -> El {
    svg("svg")
        .class("drawn")
        .attr("viewBox", format!("0 0 {} {}", picture.width, picture.height))
        .attr("role", "img")
        .attr("aria-label", name)
        .child(picture.shapes.iter().map(shape).collect::<Vec<_>>())
}

fn shape(shape: &Shape) -> El {
    let number = |n: i32| n.to_string();
    let drawn = match shape {
        Shape::Circle((x, y), r, _) => {
            svg("circle").attr("cx", number(*x)).attr("cy", number(*y)).attr("r", number(*r))
        }
        Shape::Rect((x, y), (width, height), round, _) => svg("rect")
            .attr("x", number(*x))
            .attr("y", number(*y))
            .attr("width", number(*width))
            .attr("height", number(*height))
            .attr("rx", number(*round)),
        Shape::Text(text) => svg("text")
            .attr("x", number(text.at.0))
            .attr("y", number(text.at.1))
            .attr("font-size", number(text.size))
            .attr("text-anchor", text.centred.then_some("middle"))
            .text(&text.words),
        Shape::Line(..) | Shape::Curve(..) | Shape::Arrow(..) => svg("path").attr("d", shape.d()),
    };
    drawn.class(shape.role().class())
}

/// The table. Its roles are named, so that it stays one where a narrow page sets its cells one below the other.
fn table(title: &str, table: &Table) -> El {
    let heading = |words: &String| el("th").attr("scope", "col").attr("role", "columnheader").text(words);
    let row = |cells: &Vec<String>| {
        let cells = cells.iter().zip(&table.columns).enumerate().map(|(at, (words, column))| {
            let cell = if at == 0 {
                el("th").attr("scope", "row").attr("role", "rowheader")
            } else {
                el("td").attr("role", "cell").attr("data-label", column.as_str())
            };
            cell.text(words)
        });
        el("tr").attr("role", "row").child(cells.collect::<Vec<_>>())
    };
    let headings = table.columns.iter().map(heading).collect::<Vec<_>>();
    el("table")
        .class("said")
        .class_if("said-few", table.columns.len() <= FEW)
        .attr("role", "table")
        .child(el("caption").text(title))
        .child(el("thead").attr("role", "rowgroup").child(el("tr").attr("role", "row").child(headings)))
        .child(el("tbody").attr("role", "rowgroup").child(table.rows.iter().map(row).collect::<Vec<_>>()))
}
