//! Which version is open, and a newer one on offer: calmly, for whenever it suits.
//!
//! May know: words, the page's own build. Must never know: the session, how one comes.

use super::el::{Child, button, el};
use crate::browser::assets;
use crate::pack::Lang;
use crate::wording as w;
use leptos::prelude::*;

/// The element that names the build that is open.
const BUILD: &str = "meta[name=aritai-build]";

/// The version, as an IT department may ask for it.
pub fn version(lang: Lang, newer: impl FnMut() -> Option<AnyView> + 'static) -> AnyView {
    let build = assets::named(BUILD).map(|build| format!(" ({build})")).unwrap_or_default();
    el("section")
        .class("keep-part")
        .child(el("h2").text(w::VERSION_TITLE.get(lang)))
        .child(
            el("dl").class("facts").child(
                el("div")
                    .child(el("dt").text(w::VERSION_NUMBER.get(lang)))
                    .child(el("dd").id("version").text(format!("{}{build}", env!("CARGO_PKG_VERSION")))),
            ),
        )
        .live(newer)
        .view()
}

/// The offer of a newer one.
pub fn newer(lang: Lang, take: impl FnMut(web_sys::Event) + 'static) -> AnyView {
    el("p")
        .class("newer")
        .attr("role", "status")
        .child(el("span").text(w::VERSION_NEWER_TEXT.get(lang)))
        .text(" ")
        .child(button().class("button quiet").on("click", take).text(w::VERSION_NEWER.get(lang)))
        .view()
}
