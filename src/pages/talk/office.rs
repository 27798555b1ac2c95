//! The buttons that make a Word and an Excel file of a manuscript.
//!
//! May know: manuscripts, the session's notices. Must never know: how such a file is written.

use crate::browser::office::make;
use crate::browser::worker::WorkerFailure;
use crate::browser::{files, page};
use crate::export::file_name;
use crate::export::manuscript::Manuscript;
use crate::pack::Lang;
use crate::parts::el::{Child, button, el};
use crate::session::Session;
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;
use std::rc::Rc;

/// A kind of file.
struct Kind {
    /// What the worker calls it.
    what: &'static str,
    ending: &'static str,
    media: &'static str,
    label: w::Words,
}

static KINDS: [Kind; 2] = [
    Kind {
        what: "word",
        ending: "docx",
        media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        label: w::OFFICE_WORD,
    },
    Kind {
        what: "excel",
        ending: "xlsx",
        media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        label: w::OFFICE_EXCEL,
    },
];

/// Two buttons, and a line that says how it goes. The manuscript is made when one is pressed.
pub(super) fn buttons(session: Session, lang: Lang, make_manuscript: impl Fn() -> Manuscript + 'static) -> AnyView {
    let make_manuscript = Rc::new(make_manuscript);
    let said = State::new(None::<w::Words>);
    let each = KINDS.iter().map(|kind| {
        let make_manuscript = make_manuscript.clone();
        let press = move |_| {
            // One after the other: pressing again while a file is made makes no second one.
            if said.get_untracked() != Some(w::OFFICE_MAKING) {
                said.set(Some(w::OFFICE_MAKING));
                let manuscript = make_manuscript();
                page::later(async move {
                    let outcome = hand_over(kind, &manuscript).await;
                    if outcome == w::OFFICE_DONE {
                        session.handed_out(false);
                    }
                    // Somebody who went on meanwhile hears it where they are.
                    if said.try_update(|said| *said = Some(outcome)).is_none() {
                        session.notice.set(Some(outcome));
                    }
                });
            }
        };
        button().class("button quiet").on("click", press).text(kind.label.get(lang))
    });
    el("div")
        .class("office never-printed")
        .child(el("div").class("ways").child(each.collect::<Vec<_>>()))
        .child(
            el("p")
                .class("hint")
                .attr("role", "status")
                .live_text(move || said.get().map(|words| words.get(lang)).unwrap_or_default()),
        )
        .view()
}

/// Makes a file and offers it; what to say of it.
async fn hand_over(kind: &Kind, manuscript: &Manuscript) -> w::Words {
    let json = serde_json::to_string(manuscript).unwrap_or_default();
    match make(kind.what, &json, w::learned_english().unwrap_or_default()).await {
        Ok(bytes) if files::download(&file_name(&manuscript.file, manuscript.day, kind.ending), kind.media, &bytes) => {
            w::OFFICE_DONE
        }
        Ok(_) | Err(WorkerFailure::Failed) => w::OFFICE_FAILED,
        Err(WorkerFailure::Away) => w::OFFICE_AWAY,
    }
}
