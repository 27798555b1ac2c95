//! A button with which a file is chosen, and read.
//!
//! May know: how the browser reads a file. Must never know: what is in one, what becomes of it.

use super::el::{El, el};
use crate::browser::{files, page};
use crate::pack::Lang;
use crate::wording::Words;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// What is done with the bytes of a file; `None` where it can't be read.
type Then = Rc<dyn Fn(Option<Vec<u8>>)>;

/// The button of that class, with its words. Of a file longer than `most` bytes only so much is read that it shows.
/// The page may be left while a file is read.
pub fn chooser(
    (id, described_by): (&'static str, &'static str),
    (class, words): (&'static str, Words),
    lang: Lang,
    most: usize,
    then: Then,
) -> El {
    let chosen = move |ev: web_sys::Event| {
        let Some(element) = ev.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
        let Some(file) = files::chosen(&element) else { return };
        let then = then.clone();
        page::later(async move {
            let bytes = files::read(&file, most).await;
            element.set_value("");
            then(bytes);
        });
    };
    let input = el("input").attr("type", "file").id(id).attr("aria-describedby", described_by);
    el("p")
        .class("file")
        .child(el("label").class(class).attr("for", id).text(words.get(lang)))
        .child(input.on("change", chosen))
}
