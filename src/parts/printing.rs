//! Printing: begins when its fonts are there, and says so while they are on their way; names what they don't have.
//!
//! A PDF made with the device's own fonts may name other characters than were written, which is why there are fonts for it.
//! May know: words, the window. Must never know: what is printed.

use super::el::{Child, El, el, nothing};
use crate::browser::{fonts, page};
use crate::export::letters::{NAMED_MOST, outside};
use crate::pack::Lang;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;

/// The printing fonts. The last is for English pages; the second has what the first lacks in bold.
const FAMILIES: [&str; 3] = ["Aritai Print", "Aritai Print Regular", "Aritai Print Latin"];
/// Who waits longer than this for fonts has no line to get them by.
const PATIENCE_MS: i32 = 60_000;

/// How it stands with the fonts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fonts {
    Unasked,
    Coming,
    Here,
    Missing,
}

/// Printing from one screen. Gone with the screen.
#[derive(Clone, Copy)]
pub struct Printing {
    families: &'static [&'static str],
    fonts: State<Fonts>,
    /// The title of what is to be printed as soon as the fonts are there.
    waiting: State<Option<String>>,
}

/// Begins to load what the screen's paper needs of the fonts. A screen that is there to be printed calls this
/// once, when it is made.
pub fn print_ready(lang: Lang) -> Printing {
    let printing = print_later(lang);
    printing.begin();
    printing
}

/// The same for a screen that is mostly only looked at: nothing comes before it is to be printed.
pub fn print_later(lang: Lang) -> Printing {
    let families = if lang == Lang::En { &FAMILIES[..] } else { &FAMILIES[..2] };
    Printing { families, fonts: State::new(Fonts::Unasked), waiting: State::new(None) }
}

impl Printing {
    /// Begins to load what the paper needs, unless that was begun before.
    pub fn begin(self) {
        if self.fonts.get_untracked() != Fonts::Unasked {
            return;
        }
        self.fonts.set(Fonts::Coming);
        fonts::forget_failures();
        page::later(async move {
            // The paper is not there yet.
            page::after(0).await;
            self.come().await;
            // What is written on it later is fetched as it is drawn.
            fonts::heed(move || page::later(self.come()));
        });
    }

    async fn come(self) {
        let came = page::first(fonts::load(self.families), page::after(PATIENCE_MS)).await == Some(true);
        // The screen may have been left in the meantime.
        self.fonts.set(if came { Fonts::Here } else { Fonts::Missing });
        if let Some(Some(title)) = self.waiting.try_update(Option::take) {
            page::print_as(&title);
        }
    }

    /// Prints, under a title that becomes the file's name. Called from a click: at once when the fonts are there or can't
    /// be had (Safari wants that), else when they have come, or when it is pressed again.
    pub fn print(self, title: String) {
        let there = match self.fonts.get_untracked() {
            Fonts::Unasked | Fonts::Coming => false,
            Fonts::Here => fonts::are_there(self.families),
            Fonts::Missing => true,
        };
        if there || self.waiting.with_untracked(Option::is_some) {
            self.waiting.set(None);
            return page::print_as(&title);
        }
        self.waiting.set(Some(title));
        match self.fonts.get_untracked() {
            Fonts::Unasked => self.begin(),
            Fonts::Coming => {}
            Fonts::Here | Fonts::Missing => {
                self.fonts.set(Fonts::Coming);
                page::later(self.come());
            }
        }
    }

    /// Whether the fonts are no longer on their way. What is measured has to be measured again then.
    pub fn settled(self) -> bool {
        matches!(self.fonts.get(), Fonts::Here | Fonts::Missing)
    }

    /// The line that says what is waited for, or what could not be had; mostly empty.
    pub fn status(self, lang: Lang) -> El {
        el("p").class("print-note").attr("role", "status").live_text(move || match self.fonts.get() {
            Fonts::Coming if self.waiting.with(Option::is_some) => w::PRINT_LOADING.get(lang),
            Fonts::Missing => w::PRINT_WITHOUT.get(lang),
            Fonts::Unasked | Fonts::Coming | Fonts::Here => "",
        })
    }
}

/// The characters of a text that the printing font doesn't have, said quietly; nothing where it has them all.
pub fn outside_note(text: &str, lang: Lang) -> AnyView {
    let letters = outside(text);
    if letters.is_empty() {
        return nothing();
    }
    let more = (letters.len() == NAMED_MOST).then_some(" …");
    el("p")
        .class("print-note")
        .text(w::PRINT_OUTSIDE.get(lang))
        .text(" ")
        .child(el("bdi").class("print-outside").child(letters.join(" ")))
        .child(more)
        .view()
}
