//! お返事: what the other person answers to each ask, as they write it, hand it back, and as it is taken in.
//!
//! `wire` writes and reads it, as a file and as the line of a text; `message` is that text; `handed` remembers what was
//! handed over; `merge` says what a reply would change and changes it.
//! May know: documents, what is shared, the codec's envelope. Must never know: the pack, the browser, how a file is chosen.
//!
//! *Invariant:* a reply holds numbers and sums of asks, and never a word of the person's. It proves nobody's identity.

pub mod handed;
pub mod merge;
pub mod message;
pub mod waiting;
pub mod wire;

use crate::document::{Document, ItemId, reply};
use crate::pack::Lang;
use crate::share::Given;

/// The longest text in a reply, in bytes. It is far more than the screen has room for.
pub const LONGEST: usize = 4_000;
/// The most asks that a reply answers.
pub const MOST: u32 = 200;
/// How many letters one line has room for.
pub const LINE: usize = 80;

const CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// The sum of a text: what tells it from another one without repeating it.
pub fn sum(text: &str) -> u32 {
    CRC.checksum(text.as_bytes())
}

/// What is answered to an ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// できる
    Can,
    /// まず試す
    Try,
    /// つなぐ
    Connect,
    /// 持ち帰る
    Hold,
}

impl Answer {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Can, Self::Try, Self::Connect, Self::Hold];

    /// Permanent id: that of its card in the catalogue `answers`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Can => "can",
            Self::Try => "try",
            Self::Connect => "connect",
            Self::Hold => "hold",
        }
    }

    /// The answer of that id.
    pub fn read(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.id() == id)
    }
}

/// What is answered to one ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The number of the ask among those that were handed over, from 1.
    pub ask: u32,
    /// The sum of its words as handed over.
    pub sum: u32,
    /// The answer.
    pub answer: Answer,
    /// In which small form.
    pub form: String,
    /// To whom it is passed on.
    pub who: String,
    /// From when, by when, or when there will be an answer.
    pub by: String,
}

impl Answered {
    /// What is noted of it beside the answer, as far as that answer needs it: the form, to whom, the day.
    pub fn needs(&self) -> [Option<&str>; 3] {
        let (form, who, by) = (self.form.as_str(), self.who.as_str(), self.by.as_str());
        let noted = match self.answer {
            Answer::Can | Answer::Hold => [None, None, Some(by)],
            Answer::Try => [Some(form), None, Some(by)],
            Answer::Connect => [None, Some(who), Some(by)],
        };
        noted.map(|text| text.filter(|text| !text.trim().is_empty()))
    }

    /// Whether it says what makes it of use: a day to wait for, whom it is passed on to, what will be tried.
    pub fn is_whole(&self) -> bool {
        let [form, who, by] = self.needs();
        match self.answer {
            Answer::Can => true,
            Answer::Try => form.is_some(),
            Answer::Connect => who.is_some() && by.is_some(),
            Answer::Hold => by.is_some(),
        }
    }
}

/// A promise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promised {
    /// What.
    pub what: String,
    /// By when.
    pub by: String,
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The handover that it answers, and which of its files; `None` for a file that names none.
    pub to: Option<(ItemId, u32)>,
    /// Its identity, the same in every revision.
    pub id: ItemId,
    /// 1, 2, … for each time that it was changed and handed back again.
    pub rev: u32,
    /// The day on which it was made, as `2026-12-01`.
    pub day: String,
    /// In which role, as typed.
    pub role: String,
    /// The language in which it was written.
    pub lang: Lang,
    /// In the order of the asks.
    pub answers: Vec<Answered>,
    /// Two at most.
    pub promises: Vec<Promised>,
    /// One line.
    pub words: String,
    /// When to talk again, as typed.
    pub next: String,
}

/// An ask as the other person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its number, from 1.
    pub number: u32,
    /// What is asked.
    pub what: String,
    /// In which small form; empty where none is shown.
    pub small: String,
    /// The sum of both.
    pub sum: u32,
}

/// What is asked in a plan, numbered as a reply numbers it.
pub fn asked(document: &Document) -> Vec<Asked> {
    let ask = |(number, id): (u32, ItemId)| {
        let wording = reply::wording(document, id);
        let (what, small) = wording.split_once('\n').unwrap_or((&wording, ""));
        Asked { number, what: what.to_owned(), small: small.to_owned(), sum: sum(&wording) }
    };
    (1..=MOST).zip(reply::asks(document)).map(ask).collect()
}

impl Reply {
    /// An empty reply to a plan.
    pub fn to(given: &Given, id: ItemId, lang: Lang) -> Self {
        Self {
            to: given.mark,
            id,
            rev: 1,
            day: String::new(),
            role: String::new(),
            lang,
            answers: Vec::new(),
            promises: Vec::new(),
            words: String::new(),
            next: String::new(),
        }
    }

    /// What is answered to the ask of that number.
    pub fn answered(&self, ask: u32) -> Option<&Answered> {
        self.answers.iter().find(|answered| answered.ask == ask)
    }

    /// Answers an ask; what was noted of another answer to it stays.
    pub fn answer(&mut self, ask: &Asked, answer: Answer) {
        if let Some(answered) = self.answers.iter_mut().find(|answered| answered.ask == ask.number) {
            answered.answer = answer;
            return;
        }
        let at = self.answers.partition_point(|answered| answered.ask < ask.number);
        let (form, who, by) = (String::new(), String::new(), String::new());
        self.answers.insert(at, Answered { ask: ask.number, sum: ask.sum, answer, form, who, by });
    }

    /// Whether there is nothing in it yet.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
            && self.promises.iter().all(|promise| promise.what.trim().is_empty() && promise.by.trim().is_empty())
            && [&self.words, &self.next].iter().all(|text| text.trim().is_empty())
    }

    /// Whether a text in it is longer than can be read again.
    pub fn is_too_long(&self) -> bool {
        self.texts().any(|text| text.len() > LONGEST)
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let answers = self.answers.iter().flat_map(|a| [&a.form, &a.who, &a.by]);
        let promises = self.promises.iter().flat_map(|p| [&p.what, &p.by]);
        [&self.day, &self.role, &self.words, &self.next].into_iter().chain(answers).chain(promises).map(String::as_str)
    }

    /// Whether it answers this plan: the same file of the same handover, or asks in the same words.
    pub fn answers_to(&self, given: &Given) -> bool {
        let asks = asked(given.plan.document());
        let same = |a: &Answered| asks.iter().any(|ask| ask.number == a.ask && ask.sum == a.sum);
        self.to == given.mark && self.answers.iter().all(same)
    }

    /// Without what its answers don't need, empty promises, and blanks around words: as it is handed back.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let trim = |text: &str| text.trim().to_owned();
        let answer = |a: &Answered| {
            let [form, who, by] = a.needs().map(|text| trim(text.unwrap_or_default()));
            Answered { form, who, by, ..a.clone() }
        };
        let promise = |p: &Promised| Promised { what: trim(&p.what), by: trim(&p.by) };
        Self {
            day: trim(&self.day),
            role: trim(&self.role),
            answers: self.answers.iter().map(answer).collect(),
            promises: self.promises.iter().map(promise).filter(|p| !p.what.is_empty() || !p.by.is_empty()).collect(),
            words: trim(&self.words),
            next: trim(&self.next),
            ..self.clone()
        }
    }

    /// Whether another reply says the same, whenever it was made.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let undated = |reply: &Self| Self { rev: 0, day: String::new(), ..reply.trimmed() };
        undated(self) == undated(other)
    }

    /// By which the later of two revisions is known.
    pub fn stamp(&self) -> Stamp {
        Stamp { rev: self.rev, day: self.day.clone(), sum: sum(&wire::body(self)) }
    }
}

/// A reply that is being written, and what of it was handed back last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// As it stands.
    pub reply: Reply,
    handed: Option<Reply>,
}

impl Draft {
    /// A new one.
    pub fn new(reply: Reply) -> Self {
        Self { reply, handed: None }
    }

    /// One that goes on from a reply that was handed back, or saved.
    pub fn of(reply: Reply) -> Self {
        Self { handed: Some(reply.clone()), reply }
    }

    /// The reply to hand back: under the same revision where nothing changed since, else under the next.
    pub fn hand(&mut self, day: &str) -> Reply {
        let mut now = self.reply.trimmed();
        if let Some(handed) = &self.handed {
            if now.says_the_same_as(handed) {
                return handed.clone();
            }
            now.rev = handed.rev.saturating_add(1);
        }
        day.clone_into(&mut now.day);
        self.handed = Some(now.clone());
        now
    }
}

/// Which revision of a reply it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The revision.
    pub rev: u32,
    /// Its day.
    pub day: String,
    /// The sum of all that it says.
    pub sum: u32,
}

impl Stamp {
    /// As it is noted in a receipt.
    pub fn note(&self) -> String {
        format!("{} {:08x} {}", self.rev, self.sum, self.day)
    }

    /// Reads such a note.
    pub fn read(note: &str) -> Option<Self> {
        let mut parts = note.splitn(3, ' ');
        let rev = parts.next()?.parse().ok()?;
        let sum = u32::from_str_radix(parts.next()?, 16).ok()?;
        Some(Self { rev, day: parts.next()?.to_owned(), sum })
    }
}
