//! Where nothing is written yet: the words that say so, under a small picture of a path that has only begun.
//!
//! It is the path of `path.rs` and of the icon: a pencil has drawn its first piece, the rest is dotted, its stations are
//! empty. The words say all there is to know; the picture is for the eye alone.
//! May know: shapes. Must never know: what is missing, the session.

use super::el::{Child, El, el, svg};

/// What was drawn so far, what is still ahead, and the pencil, in a box of 160 by 76.
const BEGUN: &str = "M14 62C28 61 38 58 48 53";
const AHEAD: &str = "M48 53C58 48 64 46 78 43S112 31 128 25";
const PENCIL: &str = "M48 53L55.4 46.7L72.5 13.9L66.1 10.5L49 43.3ZM68.8 21L62.4 17.6";
/// The stations ahead, as (x, y) and the radius.
const STATIONS: [(&str, &str, &str); 2] = [("88", "41", "5"), ("138", "20", "11")];

/// The picture, and the words below it.
pub fn unwritten(words: impl Child) -> El {
    el("div").class("empty-note unwritten").child(drawing()).child(words)
}

fn drawing() -> El {
    let circle = |(x, y, r): (&str, &str, &str)| {
        svg("circle").attr("cx", x.to_owned()).attr("cy", y.to_owned()).attr("r", r.to_owned())
    };
    svg("svg")
        .attr("viewBox", "0 0 160 76")
        .attr("aria-hidden", "true")
        .child(svg("path").class("unwritten-ahead").attr("d", AHEAD))
        .child(svg("path").class("unwritten-begun").attr("d", BEGUN))
        .child(STATIONS.map(|station| circle(station).class("unwritten-station")))
        .child(circle(("14", "62", "5")).class("unwritten-now"))
        .child(svg("path").attr("d", PENCIL))
}
