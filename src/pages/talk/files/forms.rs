//! Forms: what is shared under the headings of forms that people fill in anyway, heading by heading, to copy.
//!
//! May know: the session, what is shared. Must never know: a whole document.

use crate::browser::{clipboard, page};
use crate::export::forms::{Form, FormField, job_card, self_report};
use crate::pack::Lang;
use crate::parts::el::{El, button, el, many};
use crate::parts::unfold::unfold;
use crate::session::Session;
use crate::share::SharedPlan;
use crate::wording as w;
use leptos::prelude::*;

/// Both forms, each folded away until it is wanted.
pub(super) fn both(session: Session, plan: &SharedPlan, lang: Lang) -> El {
    let (card, report) = session.pack(|pack| (job_card(plan, pack, lang), self_report(plan, pack, lang)));
    let forms = [("job-card", card), ("report", report)];
    let folded = forms.map(|(id, form)| {
        let title = form.title.clone();
        unfold(&title, move || drawn(id, &form, lang))
    });
    el("div").class("unfolds").child(folded)
}

fn drawn(id: &str, form: &Form, lang: Lang) -> El {
    let fields = form.fields.iter().enumerate().map(|(at, field)| heading(&format!("{id}-{at}"), field, lang));
    el("div").child(el("p").class("hint").text(&form.note)).child(fields.collect::<Vec<_>>())
}

/// What came of copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Done,
    ByHand,
}

fn heading(id: &str, field: &FormField, lang: Lang) -> El {
    let body = if field.text.is_empty() {
        el("p").class("empty-note").text(w::FORM_EMPTY.get(lang))
    } else {
        to_copy(id, field, lang)
    };
    el("section")
        .class("form-field field")
        .child(el("h4").id(format!("{id}-name")).text(&field.heading))
        .child(el("p").class("hint").id(format!("{id}-hint")).text(&field.hint))
        .child(body)
}

fn to_copy(id: &str, field: &FormField, lang: Lang) -> El {
    let copied = RwSignal::new(Copied::NotYet);
    let (text, area) = (field.text.clone(), id.to_owned());
    let copy = move |_| {
        let (text, area) = (text.clone(), area.clone());
        page::later(async move {
            let done = clipboard::copy(&text).await;
            if !done {
                clipboard::select(&area);
            }
            // The page may have been left in the meantime.
            let _ = copied.try_set(if done { Copied::Done } else { Copied::ByHand });
        });
    };
    let rows = u32::try_from(field.text.lines().count()).unwrap_or(u32::MAX).min(12);
    let said = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Done => w::FORM_COPIED.get(lang),
        Copied::ByHand => w::FORM_BY_HAND.get(lang),
    };
    many()
        .child(
            el("textarea")
                .id(id)
                .attr("readonly", true)
                .attr("rows", rows)
                .attr("aria-labelledby", format!("{id}-name"))
                .attr("aria-describedby", format!("{id}-hint"))
                .text(&field.text),
        )
        .child(
            el("p")
                .class("form-copy")
                .child(
                    button()
                        .class("button quiet")
                        .attr("aria-label", w::under(w::FORM_COPY.get(lang), &field.heading, lang))
                        .on("click", copy)
                        .text(w::FORM_COPY.get(lang)),
                )
                .child(el("span").attr("role", "status").live_text(said)),
        )
}
