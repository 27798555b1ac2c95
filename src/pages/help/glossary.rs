//! ことばの説明: the words of the screens and the sheet, and the names of the thinking behind the questions.
//!
//! May know: the pack's words. Must never know: anybody's answers.

use crate::pack::Lang;
use crate::parts::el::{Child, El, el, many};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let line = |name: &str, means: &str| el("div").child(el("dt").text(name)).child(el("dd").text(means));
    let words: Vec<El> = w::GLOSSARY.iter().map(|(name, means)| line(name.get(lang), means.get(lang))).collect();
    let lenses: Vec<El> = session.pack(|pack| {
        let named = pack.sections.iter().filter_map(|part| Some((part, part.lens.as_ref()?)));
        named.map(|(part, lens)| line(&part.title.plain(lang), &lens.plain(lang))).collect()
    });
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::WORDS_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::WORDS_LEAD.get(lang)))
        .child(el("dl").class("glossary").child(words))
        .child(
            el("section")
                .class("part")
                .child(el("h2").text(w::WORDS_LENSES.get(lang)))
                .child(el("p").class("hint").text(w::WORDS_LENSES_NOTE.get(lang)))
                .child(el("dl").class("glossary").child(lenses)),
        )
        .view()
}
