//! What one says in a rehearsal: our sentences small, the person's words large, to be read at arm's length.
//!
//! May know: scripts. Must never know: a document, the session, the time.

use super::el::{Child, El, el};
use crate::export::rehearsal::{Part, Script};
use crate::pack::Lang;
use crate::wording as w;
use leptos::prelude::*;

/// Draws a script, with how long it takes and what could wait.
pub fn script(script: &Script, lang: Lang) -> AnyView {
    el("section")
        .class("script")
        .attr("lang", lang.code())
        .attr("aria-label", w::REHEARSE_SCRIPT.get(lang))
        .child(el("p").class("hint").child(w::spoken_length(script.seconds(), lang)))
        .child(script.is_long().then(|| el("p").class("note").child(advice(script, lang))))
        .child(script.parts.iter().map(part).collect::<Vec<_>>())
        .view()
}

fn advice(script: &Script, lang: Lang) -> String {
    let waits = script.could_wait();
    let names: Vec<String> = waits.iter().map(|part| part.name.clone()).collect();
    let could_wait = w::could_wait(&names, script.minutes, lang);
    if script.fits_without(&waits) {
        could_wait
    } else {
        w::after_another(&could_wait, w::REHEARSE_OWN_WAY.get(lang), lang)
    }
}

fn part(part: &Part) -> El {
    let own = part.own.iter().map(|words| el("p").class("script-own").child(el("bdi").child(words.clone())));
    el("div").class("script-part").child(el("p").child(part.lead.clone())).child(own.collect::<Vec<_>>())
}
