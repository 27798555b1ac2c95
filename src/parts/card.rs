//! Cards and chips to pick: real checkboxes and radio buttons inside their labels.
//!
//! May know: its title and whether it is chosen. Must never know: what choosing it means.

use super::el::{Child, el};
use leptos::prelude::AnyView;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// How a card looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// With room for a note.
    Card,
    /// A few words.
    Chip,
    /// The choice to choose none of the others.
    None,
}

/// What a card is told.
pub struct Choice {
    /// The element's id.
    pub id: String,
    /// The name of the group of radio buttons; a checkbox where there is none.
    pub group: Option<String>,
    /// What it says.
    pub title: String,
    /// One line more.
    pub note: Option<String>,
    /// How it looks.
    pub look: Look,
}

impl Choice {
    /// A checkbox.
    pub fn check(id: String, title: String, look: Look) -> Self {
        Self { id, group: None, title, note: None, look }
    }

    /// A radio button.
    pub fn radio(id: String, group: &str, title: String, look: Look) -> Self {
        Self { id, group: Some(group.to_owned()), title, note: None, look }
    }

    /// Draws it. `toggled` is told whether it is to be chosen, and answers whether that was done.
    pub fn view(self, chosen: impl Fn() -> bool + 'static, toggled: impl Fn(bool) -> bool + 'static) -> AnyView {
        self.drawn(Box::new(chosen), Box::new(toggled))
    }

    fn drawn(self, chosen: Box<dyn Fn() -> bool>, toggled: Box<dyn Fn(bool) -> bool>) -> AnyView {
        let kind = if self.group.is_some() { "radio" } else { "checkbox" };
        let class = match self.look {
            Look::Card => "card",
            Look::Chip => "chip",
            Look::None => "chip chip-none",
        };
        // The title alone is the name; the note is read after it, and not twice.
        let (title_id, note_id) = (format!("{}-title", self.id), format!("{}-note", self.id));
        let described = self.note.is_some().then(|| note_id.clone());
        let change = move |ev: web_sys::Event| {
            if let Some(input) = ev.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                let on = input.checked();
                if !toggled(on) {
                    input.set_checked(!on);
                }
            }
        };
        el("label")
            .class(class)
            .child(
                el("input")
                    .attr("type", kind)
                    .id(self.id)
                    .attr("name", self.group)
                    .attr("aria-labelledby", title_id.clone())
                    .attr("aria-describedby", described)
                    .live_checked(chosen)
                    .on("change", change),
            )
            .child(
                el("span")
                    .class("choice-text")
                    .child(el("span").class("choice-title").id(title_id).child(self.title))
                    .child(self.note.map(|note| el("span").class("choice-note").id(note_id).child(note))),
            )
            .view()
    }
}
