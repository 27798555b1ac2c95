//! The whole at a glance: where one is, what is written, what is open; from here one goes anywhere.

use crate::pack::Lang;
use crate::parts::el::{Child, el, many};
use crate::parts::path;
use crate::plan::{self, Standing};
use crate::route::SHORT_PATH;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let next = session.peek(plan::resume);
    let rows = SHORT_PATH
        .into_iter()
        .skip(1)
        .map(|screen| {
            let standing = session.peek(|d| plan::standing(d, screen));
            let (state, class) = match standing {
                Standing::Done => (w::STATE_DONE, "state state-done"),
                Standing::Open => (w::STATE_OPEN, "state"),
                Standing::Later => (w::STATE_LATER, "state state-later"),
                Standing::NotSure => (w::STATE_NOT_SURE, "state state-later"),
            };
            let name = session.pack(|pack| screen.name(pack, lang));
            let here = (screen == next).then_some("step");
            let mark = (screen == next).then(|| el("span").class("mark").text(w::STATE_NEXT.get(lang)));
            el("li").child(
                el("a")
                    .class("outline-row")
                    .attr("href", screen.hash())
                    .attr("aria-current", here)
                    .child(el("span").class("outline-name").child(name))
                    .child(mark)
                    .child(el("span").class(class).child(state.get(lang))),
            )
        })
        .collect::<Vec<_>>();
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::OUTLINE_TITLE.get(lang)))
        .child(el("p").class("lead").text(w::OUTLINE_LEAD.get(lang)))
        .child(path::picture(lang))
        .child(el("ol").class("outline").child(rows))
        .child(
            el("nav")
                .class("ways")
                .attr("aria-label", w::RESUME.get(lang))
                .child(el("a").class("button next").attr("href", next.hash()).text(w::RESUME.get(lang))),
        )
        .child(el("p").class("comfort").text(w::COMFORT.get(lang)))
        .view()
}
