//! What stands around a question: its heading, its support text, why it is asked, an example, and where
//! 「まだ分からない」 leads.
//!
//! May know: the pack's words. Must never know: answers.

use crate::pack::{Lang, Question, Text};
use crate::wording as w;
use leptos::prelude::*;

/// The question as the page's heading, with its support text.
pub fn heading(question: &Question, lang: Lang) -> AnyView {
    let title = question.title.as_ref().unwrap_or(&question.label).plain(lang);
    let hint = question.hint.as_ref().map(|t| t.plain(lang));
    view! {
        <h1 tabindex="-1">{title}</h1>
        {hint.map(|hint| view! { <p class="lead">{hint}</p> })}
    }
    .into_any()
}

/// A smaller question on the same page, as the legend or label of what follows.
pub fn asked(question: &Question, lang: Lang) -> String {
    question.title.as_ref().unwrap_or(&question.label).plain(lang)
}

/// Why it is asked and one example, both unfolded in place.
pub fn more(question: &Question, lang: Lang) -> AnyView {
    let unfold = |summary: w::Words, text: &Text| {
        view! {
            <details class="unfold">
                <summary>{summary.get(lang)}</summary>
                <p>{text.plain(lang)}</p>
            </details>
        }
        .into_any()
    };
    view! {
        <div class="unfolds">
            {question.example.as_ref().map(|text| unfold(w::EXAMPLE, text))}
            {question.why.as_ref().map(|text| unfold(w::WHY_ASK, text))}
        </div>
    }
    .into_any()
}

/// Where 「まだ分からない」 leads: a kind sentence, and what can be done with one tap.
pub fn unsure(question: &Question, lang: Lang, shown: RwSignal<bool>, offers: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let text = question.unsure.as_ref().map(|t| t.plain(lang)).unwrap_or_default();
    let offers = StoredValue::new(offers);
    view! {
        <div class="unsure" role="status">
            {move || {
                shown.get().then(|| {
                    view! {
                        <p>{text.clone()}</p>
                        {offers.with_value(|offers| offers())}
                    }
                })
            }}
        </div>
    }
    .into_any()
}
