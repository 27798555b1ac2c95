//! Forms: what is shared under the headings of forms that people fill in anyway, heading by heading, to copy.
//!
//! May know: the session, what is shared. Must never know: a whole document.

use crate::export::forms::{Form, FormField, job_card, self_report};
use crate::pack::Lang;
use crate::parts::copying::to_copy;
use crate::parts::el::{El, el};
use crate::parts::unfold::unfold;
use crate::session::Session;
use crate::share::SharedPlan;
use crate::wording as w;

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

fn heading(id: &str, field: &FormField, lang: Lang) -> El {
    let body = if field.text.is_empty() {
        el("p").class("empty-note").text(w::FORM_EMPTY.get(lang))
    } else {
        to_copy(id, &field.heading, &field.text, lang)
    };
    el("section")
        .class("form-field field")
        .child(el("h4").id(format!("{id}-name")).text(&field.heading))
        .child(el("p").class("hint").id(format!("{id}-hint")).text(&field.hint))
        .child(body)
}
