//! A field to write in: label, support text above, the words themselves.
//!
//! The field owns its text: it is read on every `input`, and written only when the document changed otherwise
//! (load, restore, undo, a chosen chip), never in the middle of a composition.
//! May know: its own text. Must never know: which answer it is.

use super::el::{Child, El, button, el, many, nothing};
use crate::browser::letters::graphemes;
use crate::export::room::{Room, room};
use crate::pack::Lang;
use crate::wording as w;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use web_sys::HtmlTextAreaElement;

/// What a field is told.
pub struct Field {
    /// The element's id, which the label points to.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Whether the label is only for those who listen, because a heading says the same.
    pub label_hidden: bool,
    /// Support text, shown above.
    pub hint: Option<String>,
    /// How many lines it shows at first; it grows.
    pub lines: u32,
    /// Beginnings of a sentence, inserted at the cursor.
    pub starters: Vec<String>,
    /// How many letters the sheet has room for; 0 where it doesn't matter.
    pub room: usize,
    /// The language of the interface.
    pub lang: Lang,
}

impl Field {
    /// A field of one line with a label.
    pub fn new(id: String, label: String, lang: Lang) -> Self {
        Self { id, label, label_hidden: false, hint: None, lines: 1, starters: Vec::new(), room: 0, lang }
    }

    /// Draws it. `read` gives the text as the document has it, `rewritten` changes when that changed otherwise than by
    /// typing here, `wrote` is told every new text.
    pub fn view(
        self,
        read: impl Fn() -> String + 'static,
        rewritten: RwSignal<u32>,
        wrote: impl Fn(String) + 'static,
    ) -> AnyView {
        self.drawn(Box::new(read), rewritten, Rc::new(wrote))
    }

    fn drawn(self, read: Box<dyn Fn() -> String>, rewritten: RwSignal<u32>, wrote: Rc<dyn Fn(String)>) -> AnyView {
        let hint_id = format!("{}-hint", self.id);
        let described = self.hint.is_some().then(|| hint_id.clone());
        let label = el("label").attr("for", self.id.as_str()).class_if("sr-only", self.label_hidden).text(self.label);
        let area = el("textarea")
            .id(self.id)
            .attr("rows", self.lines)
            .attr("autocomplete", "off")
            .attr("aria-describedby", described);
        let Some(node) = area.element::<HtmlTextAreaElement>() else { return nothing() };
        let starters = (!self.starters.is_empty()).then(|| starters(self.starters, self.lang, &node, &wrote));
        let composing = Rc::new(Cell::new(false));
        let (begins, ends) = (composing.clone(), composing.clone());
        let shown = node.clone();
        let (room, look) = counted(self.room, self.lang, &node);
        let look_again = look.clone();
        let area = area
            .on("compositionstart", move |_| begins.set(true))
            .on("compositionend", move |_| ends.set(false))
            .on("input", move |_| {
                wrote(node.value());
                look();
            })
            .then(move || {
                rewritten.track();
                let text = untrack(&read);
                if shown.value() != text && !composing.get() {
                    shown.set_value(&text);
                }
                look_again();
            });
        el("div")
            .class("field")
            .child(label)
            .child(self.hint.map(|hint| el("p").class("hint").id(hint_id).text(hint)))
            .child(area)
            .child(room)
            .child(starters)
            .view()
    }
}

/// How long the count may lag behind what is typed.
const COUNT_MS: u64 = 400;

/// Says how much room the sheet has left, where that is little, and answers with what makes it look again. The number is
/// for the eye; who listens is told when it gets little and when it is too much, not at every key.
fn counted(of: usize, lang: Lang, area: &HtmlTextAreaElement) -> (Option<El>, Rc<dyn Fn()>) {
    if of == 0 {
        return (None, Rc::new(|| ()));
    }
    let now = RwSignal::new(Room::Enough);
    let (area, waiting) = (area.clone(), Rc::new(Cell::new(false)));
    let look = move || {
        if waiting.replace(true) {
            return;
        }
        let (area, waiting) = (area.clone(), waiting.clone());
        let count = move || {
            waiting.set(false);
            let room = room(&area.value(), of, graphemes);
            // The page may have been left in the meantime.
            if now.try_get_untracked().is_some_and(|before| before != room) {
                now.set(room);
            }
        };
        set_timeout(count, Duration::from_millis(COUNT_MS));
    };
    let shown = move || match now.get() {
        Room::Enough => None,
        Room::Left(left) => Some(w::room_left(left, lang)),
        Room::Over(over) => Some(w::room_over(over, lang)),
    };
    let said = move || match now.get() {
        Room::Enough => "",
        Room::Left(_) => w::ROOM_LITTLE.get(lang),
        Room::Over(_) => w::ROOM_OVER.get(lang),
    };
    let view = many()
        .live(move || shown().map(|words| el("p").class("hint").attr("aria-hidden", "true").child(words)))
        .child(el("p").class("sr-only").attr("role", "status").live_text(said));
    (Some(view), Rc::new(look))
}

fn starters(starters: Vec<String>, lang: Lang, area: &HtmlTextAreaElement, wrote: &Rc<dyn Fn(String)>) -> El {
    let button = |starter: String| {
        let (area, wrote) = (area.clone(), wrote.clone());
        let words = starter.clone();
        let insert = move |_| {
            insert_at_cursor(&area, &words);
            wrote(area.value());
        };
        button().class("chip").on("click", insert).text(starter)
    };
    el("div")
        .class("chips starters")
        .attr("role", "group")
        .attr("aria-label", w::STARTERS.get(lang))
        .child(el("span").class("chips-label").attr("aria-hidden", "true").text(w::STARTERS.get(lang)))
        .child(starters.into_iter().map(button).collect::<Vec<_>>())
}

/// Inserts text where the cursor is, and leaves the cursor behind it. Nothing that stands there is replaced.
fn insert_at_cursor(area: &HtmlTextAreaElement, text: &str) {
    let _ = area.focus();
    let end = area.selection_end().ok().flatten().unwrap_or(u32::MAX);
    let _ = area.set_selection_range(end, end);
    let _ = area.set_range_text(text);
    #[allow(clippy::cast_possible_truncation, reason = "a starter is a few characters")]
    let after = end.saturating_add(text.encode_utf16().count() as u32);
    let _ = area.set_selection_range(after, after);
}
