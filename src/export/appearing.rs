//! In which documents something that is shown appears, for the screen on which the person decides about it.
//!
//! May know: what is shared, the documents that are made of it. Must never know: a whole document, a file
//! format.
//!
//! *Invariant:* each document itself says what it holds; nothing is guessed here.

use super::across::Across;
use super::forms::{job_card, self_report};
use super::sheet::Sheet;
use crate::document::{Audience, Leaf, Path};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording::{self as w, Words};

/// A document, in whatever format it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// What it is called.
    pub name: Words,
    /// The leaves whose words are in it.
    pub holds: Vec<Path>,
}

/// The one-page sheet, and everything else that can be made of what is shared. The whole plan stands for its
/// files too: Word, Excel, Markdown, text, CSV and the file to hand over.
pub fn documents(plan: &SharedPlan, pack: &Pack, lang: Lang) -> Vec<Holding> {
    let shown = plan.document().leaves().filter(|(_, leaf)| Leaf::is_said(leaf)).map(|(path, _)| path).collect();
    let mut all = vec![
        Holding { name: w::SHEET_TITLE, holds: Sheet::of(plan, pack, lang).on_page },
        Holding { name: w::FULL_TITLE, holds: shown },
    ];
    // Nobody but the person across the table is given that page.
    if plan.audience() == Audience::Talk {
        all.push(Holding { name: w::ACROSS_PAGE, holds: Across::of(plan, pack, lang).quotes });
    }
    all.push(Holding { name: w::FORM_JOB_CARD, holds: job_card(plan, pack, lang).holds });
    all.push(Holding { name: w::FORM_REPORT, holds: self_report(plan, pack, lang).holds });
    all
}

/// What those documents are called that hold a leaf, in one line.
pub fn named(documents: &[Holding], path: Path, lang: Lang) -> String {
    let names = documents.iter().filter(|one| one.holds.contains(&path)).map(|one| one.name.get(lang));
    names.collect::<Vec<_>>().join(if lang == Lang::Ja { "、" } else { ", " })
}
