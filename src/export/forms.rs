//! What is shared, under the headings of forms that people fill in anyway: ready to paste.
//!
//! ジョブ・カード様式1-1 (headings 1 to 5, the notes as printed on it in short) and a typical 自己申告書. Health and family are
//! not asked and have no heading. Where a form asks what we do not, its heading is there with nothing under it.
//! May know: what is shared, the pack's labels. Must never know: a whole document, the browser.
//!
//! *Invariant:* a heading holds shared words or nothing; nothing is claimed that was not written.

use super::plain::lines;
use super::sheet::{label, leaf_words};
use crate::document::{
    Field, ItemId, Kind, Path, Sharing, deeper, drift, experience, sheet, steps, strength, values, wish, work,
};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording::{self as w, Words};
use std::cell::RefCell;

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

/// What stands under a heading.
enum Take {
    /// Words of fields that exist once, as they are.
    Plain(&'static [&'static Field]),
    /// The same, each with its label.
    Labelled(&'static [&'static Field]),
    /// Each thing of a kind by its name, with what is said of it.
    Each(&'static Kind, &'static [&'static Field]),
    /// The strengths with this aim.
    Strengths(&'static str, &'static [&'static Field]),
}

/// A heading, what belongs there, and what is taken for it.
type Heading = (Words, Words, &'static [Take]);

static JOB_CARD: [Heading; 5] = [
    (
        w::JOB_CARD_1,
        w::JOB_CARD_1_HINT,
        &[Take::Each(&values::VALUE, &[&values::STORY]), Take::Labelled(&[&work::MORE])],
    ),
    (
        w::JOB_CARD_2,
        w::JOB_CARD_2_HINT,
        &[Take::Each(&strength::STRENGTH, &[&strength::AIM, &strength::NOW, &strength::EPISODE])],
    ),
    (
        w::JOB_CARD_3,
        w::JOB_CARD_3_HINT,
        &[
            Take::Plain(&[&wish::LINE, &wish::SCENE]),
            Take::Labelled(&[&wish::FOR_WHOM, &wish::HORIZON, &steps::THEN_STATE, &values::LINE]),
        ],
    ),
    (
        w::JOB_CARD_4,
        w::JOB_CARD_4_HINT,
        &[
            Take::Strengths("grow", &[&strength::NEED]),
            Take::Each(&experience::EXPERIENCE, &[&experience::WHY, &experience::SMALL, &experience::WHEN]),
            Take::Each(&steps::STEP, &[&steps::SPAN, &steps::DAY, &steps::PLACE]),
        ],
    ),
    (
        w::JOB_CARD_5,
        w::JOB_CARD_5_HINT,
        &[
            Take::Plain(&[&sheet::TOPIC]),
            Take::Each(&sheet::QUESTION, &[]),
            Take::Each(&drift::WORRY, &[&drift::TOPIC]),
            Take::Labelled(&[&deeper::HAND_WHAT]),
        ],
    ),
];

static SELF_REPORT: [Heading; 8] = [
    (
        w::REPORT_WORK,
        w::REPORT_WORK_HINT,
        &[
            Take::Labelled(&[&work::MORE, &work::LESS, &work::FINE]),
            Take::Plain(&[&work::NOTE]),
            Take::Labelled(&[&sheet::SITUATION_FACTS]),
        ],
    ),
    (
        w::REPORT_USE,
        w::REPORT_USE_HINT,
        &[Take::Strengths("use", &[&strength::NOW, &strength::FEELING, &strength::EPISODE])],
    ),
    (w::REPORT_LEARN, w::REPORT_LEARN_HINT, &[]),
    (
        w::REPORT_GROW,
        w::REPORT_GROW_HINT,
        &[Take::Strengths("grow", &[&strength::NOW, &strength::NEED, &strength::EPISODE])],
    ),
    (
        w::REPORT_EXPERIENCE,
        w::REPORT_EXPERIENCE_HINT,
        &[Take::Each(&experience::EXPERIENCE, &[&experience::WHY, &experience::SMALL, &experience::ELSEWHERE])],
    ),
    (w::REPORT_MOVE, w::REPORT_MOVE_HINT, &[]),
    (
        w::REPORT_SUPPORT,
        w::REPORT_SUPPORT_HINT,
        &[Take::Each(&sheet::ASK, &[&sheet::ASK_SMALL, &sheet::ASK_BY, &sheet::ASK_NEEDS])],
    ),
    (
        w::REPORT_FREE,
        w::REPORT_FREE_HINT,
        &[
            Take::Plain(&[&sheet::TOPIC]),
            Take::Each(&sheet::QUESTION, &[]),
            Take::Each(&drift::WORRY, &[&drift::TOPIC]),
            Take::Labelled(&[&deeper::HAND_WHAT]),
        ],
    ),
];

/// ジョブ・カード様式1-1, headings 1 to 5.
pub fn job_card(plan: &SharedPlan, pack: &Pack, lang: Lang) -> Form {
    Teller { plan, pack, lang, holds: RefCell::default() }.form(w::FORM_JOB_CARD, w::FORM_JOB_CARD_NOTE, &JOB_CARD)
}

/// A 自己申告書 such as many offices have.
pub fn self_report(plan: &SharedPlan, pack: &Pack, lang: Lang) -> Form {
    Teller { plan, pack, lang, holds: RefCell::default() }.form(w::FORM_REPORT, w::FORM_REPORT_NOTE, &SELF_REPORT)
}

struct Teller<'a> {
    plan: &'a SharedPlan,
    pack: &'a Pack,
    lang: Lang,
    /// What was told so far.
    holds: RefCell<Vec<Path>>,
}

impl Teller<'_> {
    fn form(self, title: Words, note: Words, headings: &[Heading]) -> Form {
        let fields = headings.iter().map(|(heading, hint, takes)| FormField {
            heading: heading.get(self.lang).to_owned(),
            hint: hint.get(self.lang).to_owned(),
            text: takes.iter().flat_map(|take| self.told(take)).collect::<Vec<_>>().join("\n"),
        });
        let fields = fields.collect();
        let (title, note) = (title.get(self.lang).to_owned(), note.get(self.lang).to_owned());
        Form { title, note, fields, holds: self.holds.into_inner() }
    }

    /// The lines of what is taken.
    fn told(&self, take: &Take) -> Vec<String> {
        let alone = |fields: &[&'static Field], labelled: bool| {
            fields.iter().flat_map(|field| self.said(field, ItemId::ALONE, "", labelled)).collect()
        };
        match take {
            Take::Plain(fields) => alone(fields, false),
            Take::Labelled(fields) => alone(fields, true),
            Take::Each(kind, fields) => self.each(kind, fields, |id| self.plan.is_wished(id)),
            Take::Strengths(aim, fields) => self.each(&strength::STRENGTH, fields, |id| {
                self.plan.document().card(strength::AIM.of(id)).is_some_and(|card| card.id == *aim)
            }),
        }
    }

    fn each(&self, kind: &'static Kind, fields: &[&'static Field], wanted: impl Fn(ItemId) -> bool) -> Vec<String> {
        let bullet = if self.lang == Lang::Ja { "・" } else { "- " };
        let mut all = Vec::new();
        for id in self.plan.document().ids(kind).into_iter().filter(|id| wanted(*id)) {
            let mut of_one = self.said(kind.fields[0], id, bullet, false);
            for field in fields {
                // What has no name that is shown is called by what is shown of it.
                let is_named = !of_one.is_empty();
                let before = if is_named { self.margin() } else { bullet };
                // A kind whose name can never be shown has one thing to say, and its label would only repeat the heading.
                let labelled = is_named || kind.fields[0].sharing != Sharing::Never;
                of_one.extend(self.said(field, id, before, labelled));
            }
            all.extend(of_one);
        }
        all
    }

    fn margin(&self) -> &'static str {
        if self.lang == Lang::Ja { "　" } else { "  " }
    }

    /// The lines of a field, the first one with what stands before it; none where nothing is shared.
    fn said(&self, field: &'static Field, item: ItemId, before: &str, labelled: bool) -> Vec<String> {
        let words = leaf_words(self.plan.document(), self.pack, field.of(item), self.lang);
        if words.is_empty() {
            return Vec::new();
        }
        self.holds.borrow_mut().push(field.of(item));
        let words = words.join(w::LIST.get(self.lang));
        let words = if labelled { w::under(&label(self.pack, field.id, self.lang), &words, self.lang) } else { words };
        let margin = if before.is_empty() { "" } else { self.margin() };
        let line = |(at, line): (usize, &String)| format!("{}{line}", if at == 0 { before } else { margin });
        lines(&words).iter().enumerate().map(line).collect()
    }
}
