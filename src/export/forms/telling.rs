//! The person's words, joined into sentences for a form.
//!
//! A thing is a paragraph: its name, then what is said of it. What has several lines keeps them.
//! May know: what is shared, the pack's labels. Must never know: which form it is.

use super::{Form, FormField, Heading, Take, Telling, Told};
use crate::document::due::{self, Due};
use crate::document::{Field, ItemId, Kind, Path, sheet, steps, strength};
use crate::export::plain::lines;
use crate::export::sheet::leaf_words;
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording::{self as w, Words};
use std::cell::RefCell;

/// Tells one form.
pub(super) struct Teller<'a> {
    plan: &'a SharedPlan,
    pack: &'a Pack,
    lang: Lang,
    /// What was told so far.
    holds: RefCell<Vec<Path>>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(plan: &'a SharedPlan, pack: &'a Pack, lang: Lang) -> Self {
        Self { plan, pack, lang, holds: RefCell::default() }
    }

    /// The form with these headings.
    pub(super) fn form(self, title: Words, note: Words, headings: &[Heading]) -> Form {
        let fields = headings.iter().map(|(heading, hint, takes)| FormField {
            heading: heading.get(self.lang).to_owned(),
            hint: hint.get(self.lang).to_owned(),
            text: takes.iter().flat_map(|take| self.told(take)).collect::<Vec<_>>().join("\n"),
        });
        let fields = fields.collect();
        let (title, note) = (title.get(self.lang).to_owned(), note.get(self.lang).to_owned());
        Form { title, note, fields, holds: self.holds.into_inner() }
    }

    /// The paragraphs of what is taken.
    fn told(&self, take: &Take) -> Vec<String> {
        let document = self.plan.document();
        let aim = |id| document.card(strength::AIM.of(id)).map(|card| card.id.as_str());
        match take {
            Take::Alone(fields) => self.paragraph(&self.all(ItemId::ALONE, fields)).into_iter().collect(),
            Take::Names(kind, joint) => self.names(kind, *joint),
            Take::Each(kind, name, fields) => self.each(kind, fields, &|id| self.plan.is_wished(id).then_some(*name)),
            Take::Strengths(wanted, name, fields) => {
                let named = |id| (aim(id) == Some(*wanted)).then_some(Told::Quoted(*name));
                self.each(&strength::STRENGTH, fields, &named)
            }
            Take::EachStrength(fields) => self.each(&strength::STRENGTH, fields, &|id| {
                Some(Told::Quoted(match aim(id) {
                    Some("use") => w::JOIN_USE,
                    Some("grow") => w::JOIN_GROW,
                    _ => w::JOIN_STRENGTH,
                }))
            }),
            Take::Steps => document.ids(&steps::STEP).into_iter().filter_map(|id| self.step(id)).collect(),
            Take::Asks(fields) => {
                let ids = document.ids(&sheet::ASK).into_iter();
                ids.filter_map(|id| {
                    let sentences: Vec<String> = self.ask(id).into_iter().chain(self.all(id, fields)).collect();
                    self.paragraph(&sentences)
                })
                .collect()
            }
        }
    }

    fn names(&self, kind: &'static Kind, joint: Words) -> Vec<String> {
        let ids = self.plan.document().ids(kind).into_iter().filter(|id| self.plan.is_wished(*id));
        let names: Vec<String> = ids.flat_map(|id| self.words(kind.fields[0], id)).collect();
        (!names.is_empty()).then(|| self.joined(joint, &self.quoted(&names))).into_iter().collect()
    }

    /// Each thing of a kind that is wanted, by its name.
    fn each(&self, kind: &'static Kind, fields: &[Telling], named: &dyn Fn(ItemId) -> Option<Told>) -> Vec<String> {
        let mut all = Vec::new();
        for id in self.plan.document().ids(kind) {
            let Some(name) = named(id) else { continue };
            let mut of_it = self.all(id, fields);
            if let Told::Leads = name {
                let rest = self.paragraph(&of_it);
                let words = self.words(kind.fields[0], id);
                all.extend(rest.map(|rest| {
                    if words.is_empty() { rest } else { w::under(&self.quoted(&words), &rest, self.lang) }
                }));
            } else {
                if let Some(name) = self.said(kind.fields[0], id, name) {
                    of_it.insert(0, name);
                }
                all.extend(self.paragraph(&of_it));
            }
        }
        all
    }

    fn all(&self, item: ItemId, fields: &[Telling]) -> Vec<String> {
        fields.iter().filter_map(|(field, told)| self.said(field, item, *told)).collect()
    }

    /// 「2週間のうちに（12月14日まで）、「…」に取り組みます（金曜の終業前）。」
    fn step(&self, id: ItemId) -> Option<String> {
        let document = self.plan.document();
        let span = self.words(&steps::SPAN, id).into_iter().next();
        let span = span.map(|span| match due::of_step(document, id) {
            Some(due) => w::with_note(&span, &w::by(due, self.lang), self.lang),
            None => span,
        });
        let what = self.words(&steps::WHAT, id);
        let at: Vec<String> =
            [&steps::DAY, &steps::PLACE].into_iter().flat_map(|field| self.words(field, id)).collect();
        if what.is_empty() {
            // A step whose name is not shown is what is shown of it.
            return self.paragraph(&span.iter().chain(&at).map(|words| self.sentence(words)).collect::<Vec<_>>());
        }
        let what = self.quoted(&what);
        let what = if at.is_empty() { what } else { w::with_note(&what, &w::list(&at, self.lang), self.lang) };
        Some(match span {
            Some(span) => w::JOIN_STEP_BY.get(self.lang).replace("{when}", &span).replace("{}", &what),
            None => self.joined(w::JOIN_STEP, &what),
        })
    }

    /// What is asked, with its form.
    fn ask(&self, id: ItemId) -> Option<String> {
        let (what, small) = (self.words(&sheet::ASK_WHAT, id), self.words(&sheet::ASK_SMALL, id));
        match (what.first(), small.first()) {
            (Some(what), Some(small)) => Some(self.sentence(&w::under(what, small, self.lang))),
            (Some(words), None) | (None, Some(words)) => Some(self.sentence(words)),
            (None, None) => None,
        }
    }

    /// The words of a field as a sentence; `None` where nothing is shared.
    fn said(&self, field: &'static Field, item: ItemId, told: Told) -> Option<String> {
        let words = self.words(field, item);
        let first = words.first()?;
        Some(match told {
            Told::AsWritten if field.id == sheet::ASK_BY.id => {
                self.sentence(&match due::of_ask(self.plan.document(), item) {
                    Some(due) => self.noted(first, due),
                    None => first.clone(),
                })
            }
            Told::AsWritten => self.sentence(&w::list(&words, self.lang)),
            Told::Leads => self.quoted(&words),
            Told::Quoted(joint) => self.joined(joint, &self.quoted(&words)),
            Told::Within(joint) => self.joined(joint, &w::inside(&w::list(&words, self.lang), self.lang)),
        })
    }

    fn noted(&self, words: &str, due: Due) -> String {
        w::with_note(words, &w::by(due, self.lang), self.lang)
    }

    /// The words of a leaf, which are told then.
    fn words(&self, field: &'static Field, item: ItemId) -> Vec<String> {
        let words = leaf_words(self.plan.document(), self.pack, field.of(item), self.lang);
        let mut holds = self.holds.borrow_mut();
        if !words.is_empty() && !holds.contains(&field.of(item)) {
            holds.push(field.of(item));
        }
        // A direction that the person set ends with their words.
        words.iter().map(|words| lines(words).join("\n")).collect()
    }

    fn joined(&self, joint: Words, words: &str) -> String {
        joint.get(self.lang).replace("{}", words)
    }

    /// In quotation marks, one after the other. Words that hold such marks themselves stand in the other ones:
    /// nothing is rewritten.
    fn quoted(&self, words: &[String]) -> String {
        let ja = self.lang == Lang::Ja;
        let mut all = String::new();
        for words in words {
            let [open, close] = match (ja, words.contains('「') || words.contains('“')) {
                (true, false) => ["「", "」"],
                (true, true) => ["『", "』"],
                (false, false) => ["“", "”"],
                (false, true) => ["‘", "’"],
            };
            if !ja && !all.is_empty() {
                all.push_str(", ");
            }
            all.push_str(open);
            all.push_str(&w::isolated(words));
            all.push_str(close);
        }
        all
    }

    /// A text that ends as a sentence does.
    fn sentence(&self, text: &str) -> String {
        let ends = text.trim_end().ends_with(['。', '！', '？', '．', '.', '!', '?', '…', '」', '”', ':', '：']);
        let stop = match self.lang {
            _ if ends || text.trim().is_empty() => "",
            Lang::Ja => "。",
            Lang::En => ".",
        };
        format!("{text}{stop}")
    }

    /// Sentences in a row; what has several lines keeps them.
    fn paragraph(&self, sentences: &[String]) -> Option<String> {
        let between = if self.lang == Lang::Ja { "" } else { " " };
        let whole = sentences.join(between);
        (!whole.trim().is_empty()).then_some(whole)
    }
}
