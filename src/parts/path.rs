//! The recurring picture: the path from now, by one step, 90 days and a year, to the ありたい姿.
//!
//! May know: how far along one is. Must never know: anybody's words.

use super::el::{Child, svg};
use crate::pack::Lang;
use crate::wording as w;
use leptos::prelude::AnyView;

/// The stations, as (x, y) in a box of 640 by 120, and the radius of each.
const STATIONS: [(u32, u32, u32); 5] = [(44, 92, 7), (158, 84, 7), (292, 66, 8), (432, 44, 9), (588, 28, 15)];
const LINE: &str = "M44 92 C 96 92, 116 88, 158 84 S 240 76, 292 66 S 380 54, 432 44 S 530 32, 588 28";

/// The picture with its sentence.
pub fn picture(lang: Lang) -> AnyView {
    let names = [w::PATH_NOW, w::PATH_STEP, w::PATH_90, w::PATH_YEAR, w::PATH_WISH];
    let stations = STATIONS
        .into_iter()
        .zip(names)
        .enumerate()
        .map(|(at, ((x, y, r), name))| {
            let last = at == STATIONS.len() - 1;
            let (label_y, anchor) = if last { (y + 40, "end") } else { (y + 26, "middle") };
            let label_x = if last { x + 24 } else { x };
            svg("g")
                .child(
                    svg("circle")
                        .class("path-station")
                        .class_if("path-goal", last)
                        .attr("cx", x)
                        .attr("cy", y)
                        .attr("r", r),
                )
                .child(
                    svg("text")
                        .class("path-name")
                        .attr("x", label_x)
                        .attr("y", label_y)
                        .attr("text-anchor", anchor)
                        .text(name.get(lang)),
                )
        })
        .collect::<Vec<_>>();
    svg("svg")
        .class("path")
        .attr("viewBox", "0 0 640 124")
        .attr("role", "img")
        .attr("aria-label", w::PATH_SAYS.get(lang))
        .child(svg("path").class("path-line").attr("d", LINE))
        .child(stations)
        .view()
}
