//! What is shared, under the headings of forms that people fill in anyway: ready to paste.
//!
//! ジョブ・カード様式1-1 (headings 1 to 5, the notes as printed on it in short) and a typical 自己申告書. Health and family are
//! not asked and have no heading. Where a form asks what we do not, its heading is there with nothing under it.
//! May know: what is shared, the pack's labels. Must never know: a whole document, the browser.
//!
//! *Invariant:* a heading holds shared words or nothing. Our words only join them into sentences. Nothing is
//! claimed that was not written.

mod telling;

use crate::document::{Field, Kind, Path, deeper, drift, experience, sheet, steps, strength, values, wish, work};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording::{self as w, Words};
use telling::Teller;

/// One form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What it is called.
    pub title: String,
    /// Where its headings come from.
    pub note: String,
    /// Its headings, in the order of the form.
    pub fields: Vec<FormField>,
    /// The leaves whose words are in it.
    pub holds: Vec<Path>,
}

/// One heading of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// The heading.
    pub heading: String,
    /// What belongs there.
    pub hint: String,
    /// What to paste; empty where nothing that is shared belongs there.
    pub text: String,
}

/// How the words of a field become a sentence.
#[derive(Clone, Copy)]
enum Told {
    /// They are one.
    AsWritten,
    /// In quotation marks in place of `{}`; several of them in a row.
    Quoted(Words),
    /// In quotation marks before what is said of it; nothing where nothing is.
    Leads,
    /// In place of `{}` without marks: what a card says within a sentence.
    Within(Words),
}

/// A field and how it is told.
type Telling = (&'static Field, Told);

/// What stands under a heading: each a paragraph of its own.
enum Take {
    /// Fields that exist once.
    Alone(&'static [Telling]),
    /// The names of all things of a kind in one sentence.
    Names(&'static Kind, Words),
    /// Each thing of a kind: its name, then what is said of it.
    Each(&'static Kind, Told, &'static [Telling]),
    /// The same of the strengths with this aim.
    Strengths(&'static str, Words, &'static [Telling]),
    /// Each strength, with the sentence of its aim.
    EachStrength(&'static [Telling]),
    /// Each step, with the time in which it is to be done.
    Steps,
    /// Each ask: what is asked and in which form, then what is said of it.
    Asks(&'static [Telling]),
}

/// A heading, what belongs there, and what is taken for it.
type Heading = (Words, Words, &'static [Take]);

const WRITTEN: Told = Told::AsWritten;

/// What stands under the last heading of both forms.
static SAID_FREELY: [Take; 4] = [
    Take::Alone(&[(&sheet::TOPIC, WRITTEN)]),
    Take::Each(&sheet::QUESTION, WRITTEN, &[]),
    Take::Each(&drift::WORRY, WRITTEN, &[(&drift::TOPIC, WRITTEN)]),
    Take::Alone(&[(&deeper::HAND_WHAT, Told::Quoted(w::JOIN_HAND))]),
];

static JOB_CARD: [Heading; 5] = [
    (
        w::JOB_CARD_1,
        w::JOB_CARD_1_HINT,
        &[
            Take::Names(&values::VALUE, w::JOIN_VALUES),
            Take::Each(&values::VALUE, Told::Leads, &[(&values::STORY, WRITTEN)]),
            Take::Alone(&[(&work::MORE, Told::Quoted(w::JOIN_MORE))]),
        ],
    ),
    (
        w::JOB_CARD_2,
        w::JOB_CARD_2_HINT,
        &[Take::EachStrength(&[(&strength::NOW, Told::Quoted(w::JOIN_NOW)), (&strength::EPISODE, WRITTEN)])],
    ),
    (
        w::JOB_CARD_3,
        w::JOB_CARD_3_HINT,
        &[
            Take::Alone(&[
                (&wish::HORIZON, Told::Within(w::JOIN_HORIZON)),
                (&wish::LINE, Told::Quoted(w::JOIN_LINE)),
                (&wish::SCENE, WRITTEN),
                (&wish::FOR_WHOM, WRITTEN),
            ]),
            Take::Alone(&[(&wish::CAUGHT, WRITTEN)]),
            Take::Alone(&[(&steps::THEN_STATE, WRITTEN)]),
            Take::Alone(&[(&values::LINE, Told::Quoted(w::JOIN_CONDITION))]),
        ],
    ),
    (
        w::JOB_CARD_4,
        w::JOB_CARD_4_HINT,
        &[
            Take::Strengths("grow", w::JOIN_GROW, &[(&strength::NEED, Told::Quoted(w::JOIN_NEED))]),
            Take::Each(&experience::EXPERIENCE, Told::Quoted(w::JOIN_EXPERIENCE), &OF_EXPERIENCE),
            Take::Steps,
        ],
    ),
    (w::JOB_CARD_5, w::JOB_CARD_5_HINT, &SAID_FREELY),
];

/// What is told of an experience.
static OF_EXPERIENCE: [Telling; 4] = [
    (&experience::WHY, WRITTEN),
    (&experience::SMALL, Told::Quoted(w::JOIN_SMALL)),
    (&experience::ELSEWHERE, Told::Quoted(w::JOIN_ELSEWHERE)),
    (&experience::WHEN, Told::Quoted(w::JOIN_WHEN)),
];

static SELF_REPORT: [Heading; 8] = [
    (
        w::REPORT_WORK,
        w::REPORT_WORK_HINT,
        &[
            Take::Alone(&[(&work::NOTE, WRITTEN), (&sheet::SITUATION_FACTS, WRITTEN)]),
            Take::Alone(&[
                (&work::MORE, Told::Quoted(w::JOIN_MORE)),
                (&work::LESS, Told::Quoted(w::JOIN_LESS)),
                (&work::FINE, Told::Quoted(w::JOIN_FINE)),
            ]),
        ],
    ),
    (
        w::REPORT_USE,
        w::REPORT_USE_HINT,
        &[Take::Strengths(
            "use",
            w::JOIN_USE,
            &[
                (&strength::NOW, Told::Quoted(w::JOIN_NOW)),
                (&strength::FEELING, Told::Quoted(w::JOIN_FEELING)),
                (&strength::EPISODE, WRITTEN),
            ],
        )],
    ),
    (w::REPORT_LEARN, w::REPORT_LEARN_HINT, &[]),
    (
        w::REPORT_GROW,
        w::REPORT_GROW_HINT,
        &[Take::Strengths(
            "grow",
            w::JOIN_GROW,
            &[
                (&strength::NOW, Told::Quoted(w::JOIN_NOW)),
                (&strength::NEED, Told::Quoted(w::JOIN_NEED)),
                (&strength::EPISODE, WRITTEN),
            ],
        )],
    ),
    (
        w::REPORT_EXPERIENCE,
        w::REPORT_EXPERIENCE_HINT,
        &[Take::Each(&experience::EXPERIENCE, Told::Quoted(w::JOIN_EXPERIENCE), &OF_EXPERIENCE)],
    ),
    (w::REPORT_MOVE, w::REPORT_MOVE_HINT, &[]),
    (
        w::REPORT_SUPPORT,
        w::REPORT_SUPPORT_HINT,
        &[Take::Asks(&[(&sheet::ASK_BY, WRITTEN), (&sheet::ASK_NEEDS, Told::Quoted(w::JOIN_NEEDS))])],
    ),
    (w::REPORT_FREE, w::REPORT_FREE_HINT, &SAID_FREELY),
];

/// ジョブ・カード様式1-1, headings 1 to 5.
pub fn job_card(plan: &SharedPlan, pack: &Pack, lang: Lang) -> Form {
    Teller::new(plan, pack, lang).form(w::FORM_JOB_CARD, w::FORM_JOB_CARD_NOTE, &JOB_CARD)
}

/// A 自己申告書 such as many offices have.
pub fn self_report(plan: &SharedPlan, pack: &Pack, lang: Lang) -> Form {
    Teller::new(plan, pack, lang).form(w::FORM_REPORT, w::FORM_REPORT_NOTE, &SELF_REPORT)
}
