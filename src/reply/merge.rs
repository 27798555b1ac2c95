//! Taking a reply in: what it would change, line by line beside each ask as it is now, and the change that does it.
//!
//! Every reply is kept with its role and day. What it says also stands where the person notes such things: the answer to the
//! ask, promises, the days, one line. What the person wrote there in words of their own is never overwritten. Where two
//! people replied, the later reply stands there, and both are kept.
//! May know: documents, handovers. Must never know: the pack, the screen.
//!
//! *Invariant:* the same replies make the same record in whatever order they come, and the same reply twice makes no other.

mod settle;

use super::handed::{self, Sent, Whose};
use super::{Answer, Answered, Reply, Stamp, sum};
use crate::document::{Binder, Change, Document, ItemId, Kind, Picked, after, reply, sheet};
use settle::settle;

/// A part of a reply that is taken in by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What it says to the ask of this number.
    Ask(u32),
    /// The promise at this place, from 0.
    Promise(u64),
    /// The one line.
    Words,
    /// When to talk again.
    Next,
}

/// How a reply as a whole stands to the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing of it is in yet.
    New,
    /// This very one was taken in, at least in part.
    Known,
    /// A later one of the same person was taken in.
    Older,
    /// An earlier one of the same person was taken in.
    Changed,
}

/// How the ask that was answered stands to what is asked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// It is asked in the same words.
    Same,
    /// It is asked in other words now.
    Edited,
    /// It is not asked any more.
    Gone,
    /// Perhaps this one: its words are the same, and nothing else tells.
    Perhaps,
}

/// What becomes of a line when it is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It is new.
    New,
    /// It is in already, and the same.
    Same,
    /// It was taken in otherwise.
    Changed,
    /// It was taken in, and this reply doesn't say it any more.
    Withdrawn,
}

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The answer, to an ask.
    pub answer: Option<Answer>,
    /// To an ask its form; of a promise what; else the words.
    pub what: String,
    /// To whom it is passed on.
    pub who: String,
    /// From when, by when.
    pub by: String,
}

/// One line of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which part of the reply.
    pub part: Part,
    /// To an ask: how it stands now.
    pub matched: Match,
    /// The ask as it is now.
    pub ask: Option<ItemId>,
    /// Its words as handed over; empty where they are not known.
    pub then: String,
    /// Its words now; empty where it is gone.
    pub now: String,
    /// What the reply says; empty where it was withdrawn.
    pub says: Said,
    /// What was taken in of it before.
    pub held: Said,
    /// What becomes of it.
    pub becomes: Becomes,
    /// What others replied to the same ask, each with their role.
    pub others: Vec<(String, Said)>,
}

/// What a reply would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// How it stands as a whole.
    pub standing: Standing,
    /// Whether nothing but the words of the asks tells that it is for this person.
    pub perhaps: bool,
    /// Line by line.
    pub lines: Vec<Line>,
}

impl Preview {
    /// Whether there is nothing left to take in.
    pub fn is_in(&self) -> bool {
        self.standing == Standing::Known && self.lines.iter().all(|line| line.becomes == Becomes::Same)
    }

    /// What is taken in with one press: all that needs no choice.
    pub fn at_once(&self) -> Vec<(Part, How)> {
        if self.standing == Standing::Older {
            return Vec::new();
        }
        let plain = self.lines.iter().filter(|line| line.becomes != Becomes::Same && line.matched != Match::Edited);
        plain.map(|line| (line.part, How::Now)).collect()
    }
}

/// How a line is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// As what is said to the ask as it is now.
    Now,
    /// As what was said to the ask as it was then: it is kept, and answers nothing that is asked now.
    Then,
}

/// A reply to somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotForYou;

/// The words that are written where the person would write them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// The names of the four answers, in the order of [`Answer::ALL`].
    pub answers: [String; 4],
    /// The other person, where they typed no role.
    pub them: String,
}

/// What a reply would change. Nothing is changed by asking.
///
/// # Errors
/// [`NotForYou`]: nothing of it may be shown.
pub fn preview(binder: &Binder, reply: &Reply) -> Result<Preview, NotForYou> {
    let document = binder.document();
    let sent = match reply.to.map(|mark| handed::whose(binder, mark)) {
        Some(Whose::Theirs) => return Err(NotForYou),
        Some(Whose::Ours(sent)) => Some(sent),
        Some(Whose::OursOnce) | None => None,
    };
    let mut lines: Vec<Line> = reply.answers.iter().map(|a| ask_line(document, reply, sent.as_ref(), a)).collect();
    let perhaps = reply.to.is_none();
    if perhaps && !lines.is_empty() && lines.iter().all(|line| line.matched == Match::Gone) {
        return Err(NotForYou);
    }
    lines.extend(withdrawn(document, reply));
    for at in 0..reply::PROMISES {
        let said = usize::try_from(at).ok().and_then(|at| reply.promises.get(at));
        let says = said.map(|p| Said { what: p.what.clone(), by: p.by.clone(), ..Said::default() });
        let item = reply::promise_of(reply.id, at);
        let held = Said {
            what: document.text(after::WHAT.of(item)).to_owned(),
            by: document.text(after::BY.of(item)).to_owned(),
            ..Said::default()
        };
        lines.extend(plain_line(Part::Promise(at), says.unwrap_or_default(), held));
    }
    let one = |text: &str| Said { what: text.to_owned(), ..Said::default() };
    for (part, says, field) in [(Part::Words, &reply.words, &reply::WORDS), (Part::Next, &reply.next, &reply::NEXT)] {
        lines.extend(plain_line(part, one(says), one(document.text(field.of(reply.id)))));
    }
    Ok(Preview { standing: standing(binder, reply), perhaps, lines })
}

fn standing(binder: &Binder, reply: &Reply) -> Standing {
    let noted = |document: &Document| Stamp::read(document.text(reply::MARK.of(reply::receipt_of(reply.id))));
    let before = binder.editions().iter().filter_map(|edition| noted(&edition.document)).max();
    match before.map(|before| before.cmp(&reply.stamp())) {
        None => Standing::New,
        Some(std::cmp::Ordering::Equal) => Standing::Known,
        Some(std::cmp::Ordering::Greater) => Standing::Older,
        Some(std::cmp::Ordering::Less) => Standing::Changed,
    }
}

fn becomes(says: &Said, held: &Said) -> Becomes {
    match (*says == Said::default(), *held == Said::default()) {
        _ if says == held => Becomes::Same,
        (true, _) => Becomes::Withdrawn,
        (false, true) => Becomes::New,
        (false, false) => Becomes::Changed,
    }
}

fn plain_line(part: Part, says: Said, held: Said) -> Option<Line> {
    let becomes = becomes(&says, &held);
    let nothing = says == Said::default() && held == Said::default();
    let (then, now) = (String::new(), String::new());
    let line = Line { part, matched: Match::Same, ask: None, then, now, says, held, becomes, others: Vec::new() };
    (!nothing).then_some(line)
}

/// What was taken in of an answer.
fn held(document: &Document, item: ItemId) -> Said {
    let text = |field: &'static crate::document::Field| document.text(field.of(item)).to_owned();
    let answer = document.card(reply::ANSWER.of(item)).and_then(|card| Answer::read(&card.id));
    Said { answer, what: text(&reply::FORM), who: text(&reply::WHO), by: text(&reply::BY) }
}

fn said(answered: &Answered) -> Said {
    let [what, who, by] = answered.needs().map(|text| text.unwrap_or_default().to_owned());
    Said { answer: Some(answered.answer), what, who, by }
}

fn ask_line(document: &Document, reply: &Reply, sent: Option<&Sent>, answered: &Answered) -> Line {
    let (matched, ask, then) = matched(document, sent, answered);
    let now = ask.map(|ask| reply::wording(document, ask)).unwrap_or_default();
    let item = reply::answer_of(reply.id, answered.ask);
    let (says, held) = (said(answered), held(document, item));
    let part = Part::Ask(answered.ask);
    let others = ask.map(|ask| others(document, reply.id, ask)).unwrap_or_default();
    Line { part, matched, ask, then, now, becomes: becomes(&says, &held), says, held, others }
}

fn others(document: &Document, besides: ItemId, ask: ItemId) -> Vec<(String, Said)> {
    let of = |item: ItemId| document.links(reply::OF.of(item)).first().copied();
    let items = document.ids(&reply::REPLIED).into_iter();
    items
        .filter(|item| document.links(reply::ASK.of(*item)).contains(&ask) && of(*item) != Some(besides))
        .filter_map(|item| Some((document.text(reply::ROLE.of(of(item)?)).to_owned(), held(document, item))))
        .collect()
}

/// Which ask was answered.
fn matched(document: &Document, sent: Option<&Sent>, answered: &Answered) -> (Match, Option<ItemId>, String) {
    let at = usize::try_from(answered.ask).ok().and_then(|number| number.checked_sub(1));
    let known = sent.and_then(|sent| sent.asks.get(at?)).filter(|(_, then)| sum(then) == answered.sum);
    let asks = reply::asks(document);
    if let Some((id, then)) = known {
        let there = asks.contains(id).then_some(*id);
        let matched = match there {
            None => Match::Gone,
            Some(id) if reads(document, id, |words| words == then) => Match::Same,
            Some(_) => Match::Edited,
        };
        return (matched, there, then.clone());
    }
    match asks.into_iter().find(|ask| reads(document, *ask, |words| sum(words) == answered.sum)) {
        Some(ask) => (Match::Perhaps, Some(ask), reply::wording(document, ask)),
        None => (Match::Gone, None, String::new()),
    }
}

/// Whether an ask is put in such words, with its small form or without: the form need not have been shown.
fn reads(document: &Document, ask: ItemId, so: impl Fn(&str) -> bool) -> bool {
    let wording = reply::wording(document, ask);
    so(&wording) || document.card(sheet::ASK_WHAT.of(ask)).is_some_and(|card| so(&card.label))
}

/// What was taken in of this reply, and it doesn't say any more.
fn withdrawn(document: &Document, reply: &Reply) -> Vec<Line> {
    let there = document.ids(&reply::REPLIED);
    let dropped = (1..=super::MOST).filter(|number| reply.answered(*number).is_none());
    let line = |number: u32| {
        let item = reply::answer_of(reply.id, number);
        let ask = document.links(reply::ASK.of(item)).first().copied();
        Line {
            part: Part::Ask(number),
            matched: if ask.is_some() { Match::Same } else { Match::Gone },
            ask,
            then: document.text(reply::WHAT.of(item)).to_owned(),
            now: ask.map(|ask| reply::wording(document, ask)).unwrap_or_default(),
            says: Said::default(),
            held: held(document, item),
            becomes: Becomes::Withdrawn,
            others: Vec::new(),
        }
    };
    dropped.filter(|number| there.contains(&reply::answer_of(reply.id, *number))).map(line).collect()
}

// ── Taking in ───────────────────────────────────────────────────────────────────────────────────────────────────

/// The change that takes in these parts of a reply. An older one, and one to somebody else, changes nothing.
pub fn take(binder: &Binder, reply: &Reply, parts: &[(Part, How)], labels: &Labels) -> Change {
    let Ok(preview) = preview(binder, reply) else { return Change::Together(Vec::new()) };
    if preview.standing == Standing::Older || parts.is_empty() {
        return Change::Together(Vec::new());
    }
    let mut writer = Writer { binder: binder.clone(), changes: Vec::new() };
    let (id, receipt) = (reply.id, reply::receipt_of(reply.id));
    writer.there(&reply::RECEIPT, receipt);
    writer.write(Change::Wrote(reply::MARK.of(receipt), reply.stamp().note()));
    writer.there(&reply::REPLY, id);
    writer.write(Change::Wrote(reply::ROLE.of(id), reply.role.clone()));
    writer.write(Change::Wrote(reply::MADE.of(id), reply.day.clone()));
    for line in &preview.lines {
        if let Some((_, how)) = parts.iter().find(|(part, _)| *part == line.part) {
            writer.line(reply, line, *how, labels);
        }
    }
    let settled = settle(binder.document(), writer.binder.document());
    writer.changes.extend(settled);
    Change::Together(writer.changes)
}

struct Writer {
    /// As it is after the changes so far.
    binder: Binder,
    changes: Vec<Change>,
}

impl Writer {
    fn write(&mut self, change: Change) {
        self.binder.apply(change.clone());
        self.changes.push(change);
    }

    /// Adds an item where it is not there yet. Those of replies stand in the order of their ids, whichever came first.
    fn there(&mut self, kind: &'static Kind, id: ItemId) {
        let document = self.binder.document();
        let ids = document.ids(kind);
        if ids.contains(&id) {
            return;
        }
        let is_own = |item: ItemId| *kind == after::PROMISE && !reply::is_theirs(document, after::WHAT.of(item));
        let at = ids.iter().position(|item| *item > id && !is_own(*item)).unwrap_or(ids.len());
        self.write(Change::Added(kind, id));
        self.write(Change::Moved(kind, id, at));
    }

    fn line(&mut self, reply: &Reply, line: &Line, how: How, labels: &Labels) {
        let Said { answer, what, who, by } = line.says.clone();
        let gone = line.becomes == Becomes::Withdrawn;
        match line.part {
            Part::Ask(number) => {
                let item = reply::answer_of(reply.id, number);
                if gone {
                    return self.write(Change::Removed(&reply::REPLIED, item));
                }
                let ask = line.ask.filter(|_| how == How::Now);
                let label = |answer: Answer| {
                    let at = Answer::ALL.iter().position(|a| *a == answer).unwrap_or(0);
                    Picked { id: answer.id().to_owned(), label: labels.answers[at].clone() }
                };
                self.there(&reply::REPLIED, item);
                for change in [
                    Change::Wrote(reply::WHAT.of(item), line.then.clone()),
                    Change::Chose(reply::ANSWER.of(item), answer.map(label).into_iter().collect()),
                    Change::Wrote(reply::FORM.of(item), what),
                    Change::Wrote(reply::WHO.of(item), who),
                    Change::Wrote(reply::BY.of(item), by),
                    Change::Linked(reply::ASK.of(item), ask.into_iter().collect()),
                    Change::Linked(reply::OF.of(item), vec![reply.id]),
                ] {
                    self.write(change);
                }
            }
            Part::Promise(at) => {
                let item = reply::promise_of(reply.id, at);
                if gone {
                    return self.write(Change::Removed(&after::PROMISE, item));
                }
                self.there(&after::PROMISE, item);
                let role = if reply.role.is_empty() { labels.them.clone() } else { reply.role.clone() };
                for (path, text) in [(&after::WHO, role), (&after::WHAT, what), (&after::BY, by)] {
                    self.rewrite(path.of(item), text);
                }
            }
            Part::Words => self.write(Change::Wrote(reply::WORDS.of(reply.id), what)),
            Part::Next => self.write(Change::Wrote(reply::NEXT.of(reply.id), what)),
        }
    }

    /// Other words in the place of what may be shown: nobody agreed to show these.
    fn rewrite(&mut self, path: crate::document::Path, text: String) {
        if self.binder.document().text(path) != text {
            self.write(Change::Wrote(path, String::new()));
            self.write(Change::Wrote(path, text));
        }
    }
}
