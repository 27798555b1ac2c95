//! A field to write in: label, support text above, the words themselves.
//!
//! The field owns its text: it is read on every `input`, and written only when the document changed otherwise
//! (load, restore, undo, a chosen chip), never in the middle of a composition.
//! May know: its own text. Must never know: which answer it is.

use crate::pack::Lang;
use crate::wording as w;
use leptos::html;
use leptos::prelude::*;
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
    /// The language of the interface.
    pub lang: Lang,
}

impl Field {
    /// A field of one line with a label.
    pub fn new(id: String, label: String, lang: Lang) -> Self {
        Self { id, label, label_hidden: false, hint: None, lines: 1, starters: Vec::new(), lang }
    }

    /// Draws it. `read` gives the text as the document has it, `rewritten` changes when that changed otherwise than by
    /// typing here, `wrote` is told every new text.
    pub fn view(
        self,
        read: impl Fn() -> String + Copy + 'static,
        rewritten: Signal<u32>,
        wrote: impl Fn(String) + Copy + Send + Sync + 'static,
    ) -> AnyView {
        let node = NodeRef::<html::Textarea>::new();
        let composing = StoredValue::new(false);
        Effect::new(move |before: Option<u32>| {
            let now = rewritten.get();
            if let (Some(area), true) = (node.get(), before.is_none_or(|b| b != now)) {
                let text = untrack(read);
                if area.value() != text && !composing.get_value() {
                    area.set_value(&text);
                }
            }
            now
        });
        let hint_id = format!("{}-hint", self.id);
        let described = self.hint.is_some().then(|| hint_id.clone());
        let starters = (!self.starters.is_empty()).then(|| starters(self.starters, self.lang, node, wrote));
        view! {
            <div class="field">
                <label for=self.id.clone() class:sr-only=self.label_hidden>{self.label}</label>
                {self.hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
                <textarea
                    id=self.id
                    rows=self.lines
                    autocomplete="off"
                    aria-describedby=described
                    node_ref=node
                    on:compositionstart=move |_| composing.set_value(true)
                    on:compositionend=move |_| composing.set_value(false)
                    on:input=move |ev| wrote(event_target_value(&ev))
                ></textarea>
                {starters}
            </div>
        }
        .into_any()
    }
}

fn starters(
    starters: Vec<String>,
    lang: Lang,
    node: NodeRef<html::Textarea>,
    wrote: impl Fn(String) + Copy + Send + Sync + 'static,
) -> AnyView {
    let buttons = starters
        .into_iter()
        .map(|starter| {
            let text = starter.clone();
            let insert = move |_| {
                if let Some(area) = node.get_untracked() {
                    insert_at_cursor(&area, &text);
                    wrote(area.value());
                }
            };
            view! { <button type="button" class="chip" on:click=insert>{starter}</button> }
        })
        .collect_view();
    view! {
        <div class="chips starters" role="group" aria-label=w::STARTERS.get(lang)>
            <span class="chips-label" aria-hidden="true">{w::STARTERS.get(lang)}</span>
            {buttons}
        </div>
    }
    .into_any()
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
