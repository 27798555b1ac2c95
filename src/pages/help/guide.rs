//! 広める方へ: an invitation to copy, and a guide of one page to print. Nothing that anybody wrote is in them.
//!
//! May know: words. Must never know: the session's document.

use crate::browser::page as window;
use crate::export::title_with_day;
use crate::pack::Lang;
use crate::parts::copying::to_copy;
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::printing::print_ready;
use crate::route::Route;
use crate::wording::{self as w, Words};
use leptos::prelude::*;

const INVITATION: &str = "invitation";

pub(super) fn page(lang: Lang) -> AnyView {
    let printing = print_ready(lang);
    let print = move |_| printing.print(title_with_day(w::FILE_GUIDE.get(lang), window::today()));
    let name = w::GUIDE_INVITATION.get(lang);
    many()
        .child(el("h1").attr("tabindex", "-1").text(w::GUIDE_PAGE.get(lang)))
        .child(el("p").class("lead").text(w::GUIDE_LEAD.get(lang)))
        .child(
            el("section")
                .class("form-field field")
                .child(el("h2").id(format!("{INVITATION}-name")).text(name))
                .child(el("p").class("hint").id(format!("{INVITATION}-hint")).text(w::GUIDE_INVITATION_HINT.get(lang)))
                .child(to_copy(INVITATION, name, &invitation(lang), lang)),
        )
        .child(
            el("p")
                .class("ways")
                .child(button().class("button next").on("click", print).text(w::GUIDE_PRINT.get(lang)))
                .child(el("a").class("button quiet").attr("href", Route::Blank.hash()).text(w::BLANK_PAGE.get(lang))),
        )
        .child(printing.status(lang))
        .child(el("div").class("paper-frame").child(guide(lang)))
        .then(move || {
            printing.settled();
            request_animation_frame(|| {
                let _ = window::room_on_page("paper");
            });
        })
        .view()
}

fn invitation(lang: Lang) -> String {
    let paragraph = |lines: &[Words]| lines.iter().map(|line| line.get(lang)).collect::<Vec<_>>().join("\n");
    w::INVITATION.map(paragraph).join("\n\n") + "\n"
}

fn guide(lang: Lang) -> El {
    let list =
        |lines: &[Words]| el("ul").child(lines.iter().map(|line| el("li").text(line.get(lang))).collect::<Vec<_>>());
    let asked = w::GUIDE_QUESTIONS.iter().map(|(question, answer)| {
        el("div").child(el("dt").text(question.get(lang))).child(el("dd").text(answer.get(lang)))
    });
    el("article")
        .class("paper guide")
        .attr("lang", lang.code())
        .attr("aria-label", w::GUIDE_TITLE.get(lang))
        .child(el("header").class("paper-head").child(el("h2").text(w::GUIDE_TITLE.get(lang))))
        .child(block(w::GUIDE_WHAT, lang, el("p").text(w::GUIDE_WHAT_TEXT.get(lang))))
        .child(block(w::GUIDE_PROMISE, lang, list(&w::GUIDE_PROMISES)))
        .child(block(w::GUIDE_BEFORE, lang, list(&w::GUIDE_BEFORES)))
        .child(block(w::GUIDE_TALK, lang, list(&w::GUIDE_TALKS)))
        .child(block(w::GUIDE_ASKED, lang, el("dl").class("guide-asked").child(asked.collect::<Vec<_>>())))
        .child(el("footer").class("paper-foot").child(el("p").text(w::GUIDE_FOOT.get(lang))))
}

fn block(heading: Words, lang: Lang, body: El) -> El {
    el("section")
        .class("block")
        .child(el("h3").text(heading.get(lang)))
        .child(el("div").class("block-body").child(body))
}
