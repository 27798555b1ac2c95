//! Remarks on when something is to be done.

use super::Remark;
use super::look::Look;
use crate::document::day::{self, Stretch};
use crate::document::due::{self, Due};
use crate::document::{sheet, steps};
use crate::wording as w;

/// A step is to be done at a time of which one wrote that one can't move then.
pub(super) fn step_in_busy_time(look: &Look) -> Vec<Remark> {
    let facts = sheet::SITUATION_FACTS.alone();
    let busy = day::busy(look.document.text(facts));
    let mut out = Vec::new();
    if busy.is_empty() {
        return out;
    }
    for (id, name) in look.named(&steps::STEP).into_iter().filter(|(id, _)| look.is_open(*id)) {
        let (typed, span) = (steps::DAY.of(id), steps::SPAN.of(id));
        let own = day::stretches(look.document.text(typed));
        let (when, leaf, quoted) = if let Some(Due { last, .. }) = due::of_step(look.document, id) {
            let Some(within) = look.quote(span) else { continue };
            let by = w::by(Due { last, in_another_year: false }, look.lang);
            (vec![Stretch::of(last)], span, w::with_note(&within, &by, look.lang))
        } else {
            let Some(day) = look.quote(typed) else { continue };
            (own, typed, day)
        };
        let meets = |all: &[Stretch]| all.iter().any(|busy| when.iter().any(|when| when.meets(*busy)));
        let Some((sentence, _)) = busy.iter().find(|(_, all)| meets(all)) else { continue };
        let Some(sentence) = look.beginning(sentence) else { continue };
        out.push(look.remark(
            id,
            vec![steps::WHAT.of(id), leaf, facts],
            leaf,
            format!("{name}は{quoted}、いまの事情には{sentence}とあります。時期が重なるようなら、前か後にずらせないか見てみませんか。大丈夫なら、そのままで。"),
            format!("You plan {name} for {quoted}, and under how things are now you wrote {sentence}. If the two fall together, could it come a little before or after? If it’s fine, leave it as it is."),
        ));
    }
    out
}
