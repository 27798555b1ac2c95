//! Remarks: what can be said from a person's own answers, each with the answers it rests on.
//!
//! A rule is a pure function from the answers to what it has to say. It reads what is structured (cards, marks, links,
//! whether something is said) and quotes; it never tries to understand what was written. What would fit anybody, scolds,
//! counts or compares is no remark. At most [`SHOWN`] are shown: of each rule one, one about each item, and
//! one that comes down to each [`Advice`], for three that say the same are two too many.
//!
//! A reply is kept in the document. 「ちがう」 and 「消す」 silence that rule about that item for good, even if the answers
//! change later: who struck something out is not told it again (another item may be spoken of). 「合っている」 keeps the remark
//! and lets it step back behind those without a reply.
//! May know: documents, the pack, words of leaves. Must never know: exports, audiences' plans, the screen.
//!
//! *Invariant:* a reply holds the rule and what it was about, never the sentence: words that the person erases are gone.

mod ends;
mod experiences;
mod look;
mod steps;
mod strengths;
mod talk;
mod towards;
mod values;
mod wish;

pub use ends::{LooseEnd, loose_ends};
use look::Look;

use crate::document::{Change, Document, ItemId, Path, Picked, sheet};
use crate::export::sheet::name_of;
use crate::pack::{Lang, Pack};

/// How many remarks are shown at once.
pub const SHOWN: usize = 3;

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The rule that speaks. Permanent.
    pub rule: &'static str,
    /// The item it speaks of; [`ItemId::ALONE`] where it speaks of none.
    pub about: ItemId,
    /// The card it speaks of, where that is no item.
    pub card: Option<String>,
    /// The sentence, which quotes the person's own answers.
    pub says: String,
    /// The leaves that it rests on.
    pub rests_on: Vec<Path>,
    /// Where one could go on.
    pub goes_to: Path,
    /// What the person said of it.
    pub verdict: Option<Verdict>,
}

impl Remark {
    /// Which remark it is, in saved data: the rule, and what it is about.
    pub fn key(&self) -> String {
        match &self.card {
            Some(card) => format!("{}/{card}", self.rule),
            None if self.about == ItemId::ALONE => self.rule.to_owned(),
            None => format!("{}/{}", self.rule, self.about),
        }
    }
}

/// What the person said of a remark: the cards of the catalogue `verdicts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 合っている
    Right,
    /// ちがう
    No,
    /// 消す
    Gone,
}

impl Verdict {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Right, Self::No, Self::Gone];

    /// Its card.
    pub fn id(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::No => "no",
            Self::Gone => "gone",
        }
    }

    fn silences(self) -> bool {
        self != Self::Right
    }
}

/// What a remark comes down to. Of what is shown, no two say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Look once more at what is shown.
    Showing,
    /// Ask for something.
    Ask,
    /// Say who could take something on.
    HandOver,
    /// Bring something up in the talk.
    Raise,
    /// Say what an ask is for.
    Reason,
    /// Let two answers agree.
    Agree,
    /// Begin with a small form while one waits.
    WhileWaiting,
    /// A next step.
    Step,
    /// An experience that builds a strength.
    Build,
    /// What needn't change, and what may rest.
    Keep,
    /// What one can and what one wants are two things.
    Rest,
    /// Write a word more.
    Write,
}

/// One rule.
pub struct Rule {
    /// Permanent: a reply stands on it.
    pub id: &'static str,
    /// What its remarks come down to.
    pub advice: Advice,
    /// Whether it invites to do something more. To somebody whose step stands still for want of time or hands it says nothing.
    adds: bool,
}

impl Rule {
    const fn new(id: &'static str, advice: Advice) -> Self {
        Self { id, advice, adds: false }
    }
    const fn adds(self) -> Self {
        Self { adds: true, ..self }
    }

    /// Everything that it has to say, whatever was replied. What would quote the same words as two different
    /// things stays unsaid.
    pub fn says(&self, document: &Document, pack: &Pack, lang: Lang) -> Vec<Remark> {
        let look = Look { rule: self.id, document, pack, lang };
        let mut said = if self.adds && look.is_overloaded() { Vec::new() } else { speak(&look) };
        said.retain(|remark| !look::repeats_itself(&remark.says));
        said
    }
}

/// The rules, the most useful first: what could hurt if it were shown unawares; what takes load off; what the talk could be
/// about; what gets an experience going; what needn't change; what is only good to see.
pub static RULES: [Rule; 28] = [
    // What could hurt if it were shown unawares
    Rule::new("posting-shown", Advice::Showing),
    Rule::new("rest-shown", Advice::Rest),
    // What takes load off
    Rule::new("load-no-ask", Advice::Ask),
    Rule::new("change-no-ask", Advice::Ask),
    Rule::new("handing-and-asks", Advice::HandOver),
    // What the talk could be about
    Rule::new("first-hardly-met", Advice::Raise),
    Rule::new("short-and-asked", Advice::Reason),
    Rule::new("stuck-no-topic", Advice::Raise),
    Rule::new("topic-not-shown", Advice::Raise),
    Rule::new("help-none-but-ask", Advice::Agree),
    Rule::new("short-not-shown", Advice::Raise),
    Rule::new("short-no-ask", Advice::Ask).adds(),
    // What gets an experience going
    Rule::new("doors-waiting", Advice::WhileWaiting),
    Rule::new("step-stuck", Advice::Step),
    Rule::new("then-for-another", Advice::Agree),
    Rule::new("step-in-busy-time", Advice::Agree),
    Rule::new("no-step-soon", Advice::Step).adds(),
    Rule::new("far-level", Advice::Build).adds(),
    Rule::new("grows-nowhere", Advice::Build).adds(),
    Rule::new("asks-to-hr", Advice::Ask),
    Rule::new("precedent-move", Advice::WhileWaiting),
    // What needn't change
    Rule::new("can-and-rest", Advice::Rest),
    Rule::new("first-fully-met", Advice::Keep),
    Rule::new("as-it-is", Advice::Keep),
    // What is only good to see
    Rule::new("step-done", Advice::Step).adds(),
    Rule::new("both-ways", Advice::Write),
    Rule::new("near-and-far", Advice::Write),
    Rule::new("after-the-wish", Advice::Write),
];

/// What the rule of this look has to say. Called by name, not through a table: only so can the rules be loaded apart.
fn speak(look: &Look) -> Vec<Remark> {
    match look.rule {
        "posting-shown" => talk::posting_shown(look),
        "rest-shown" => talk::rest_shown(look),
        "load-no-ask" => steps::load_no_ask(look),
        "change-no-ask" => steps::change_no_ask(look),
        "handing-and-asks" => steps::handing_and_asks(look),
        "first-hardly-met" => values::first_hardly_met(look),
        "short-and-asked" => values::short_and_asked(look),
        "stuck-no-topic" => talk::stuck_no_topic(look),
        "topic-not-shown" => talk::topic_not_shown(look),
        "help-none-but-ask" => talk::help_none_but_ask(look),
        "short-not-shown" => values::short_not_shown(look),
        "short-no-ask" => values::short_no_ask(look),
        "doors-waiting" => experiences::doors_waiting(look),
        "step-stuck" => steps::step_stuck(look),
        "then-for-another" => steps::then_for_another(look),
        "step-in-busy-time" => steps::step_in_busy_time(look),
        "no-step-soon" => steps::no_step_soon(look),
        "far-level" => strengths::far_level(look),
        "grows-nowhere" => strengths::grows_nowhere(look),
        "asks-to-hr" => talk::asks_to_hr(look),
        "precedent-move" => experiences::precedent_move(look),
        "can-and-rest" => strengths::can_and_rest(look),
        "first-fully-met" => values::first_fully_met(look),
        "as-it-is" => wish::as_it_is(look),
        "step-done" => steps::step_done(look),
        "both-ways" => wish::both_ways(look),
        "near-and-far" => wish::near_and_far(look),
        "after-the-wish" => wish::after_the_wish(look),
        _ => Vec::new(),
    }
}

/// The remarks to show: at most [`SHOWN`].
pub fn remarks(document: &Document, pack: &Pack, lang: Lang) -> Vec<Remark> {
    let mut all = standing(document, pack, lang);
    all.truncate(SHOWN);
    all
}

/// All remarks that may be shown: those without a reply by their rank, then those that the person agreed to.
pub fn standing(document: &Document, pack: &Pack, lang: Lang) -> Vec<Remark> {
    let (mut fresh, mut agreed): (Vec<Remark>, Vec<Remark>) = (Vec::new(), Vec::new());
    let mut given: Vec<Advice> = Vec::new();
    for rule in &RULES {
        for mut remark in rule.says(document, pack, lang) {
            remark.verdict = verdict(document, &remark.key());
            let silent = remark.verdict.map_or(given.contains(&rule.advice), Verdict::silences);
            if silent || fresh.iter().chain(&agreed).any(|other| is_of_one_thing(document, pack, other, &remark, lang))
            {
                continue;
            }
            if remark.verdict.is_some() {
                agreed.push(remark);
            } else {
                given.push(rule.advice);
                fresh.push(remark);
            }
        }
    }
    fresh.append(&mut agreed);
    fresh
}

/// Whether two remarks speak of the same item, of two that go by the same name, or of the same ask.
fn is_of_one_thing(document: &Document, pack: &Pack, a: &Remark, b: &Remark, lang: Lang) -> bool {
    let name = |id| name_of(document, pack, id, lang).map(|name| name.trim().to_owned());
    let is_ask = |path: &&Path| path.field.id == sheet::ASK_WHAT.id;
    if a.rests_on.iter().filter(is_ask).any(|path| b.rests_on.contains(path)) {
        return true;
    }
    let is_item = a.about != ItemId::ALONE && b.about != ItemId::ALONE;
    is_item && (a.about == b.about || name(a.about).is_some_and(|words| name(b.about) == Some(words)))
}

/// What is shown now, where these were shown before: those that still stand keep their places, and others come after them.
pub fn beside(before: &[Remark], standing: Vec<Remark>) -> Vec<Remark> {
    let at = |remark: &Remark| before.iter().position(|b| b.key() == remark.key()).unwrap_or(before.len());
    let mut all = crate::document::order::ordered(standing, |remark| (at(remark) as u64, 0));
    all.truncate(SHOWN);
    all
}

/// What the person said of the remark of that key.
pub fn verdict(document: &Document, key: &str) -> Option<Verdict> {
    let said = document.card(sheet::REMARK_VERDICT.of(kept(document, key)?))?;
    Verdict::ALL.into_iter().find(|verdict| verdict.id() == said.id)
}

/// The change that keeps what the person says of a remark, in place of what they said before; `None` takes it back.
/// `new_id` is for a reply that is not there yet.
pub fn answer(
    document: &Document,
    pack: &Pack,
    lang: Lang,
    remark: &Remark,
    verdict: Option<Verdict>,
    new_id: ItemId,
) -> Change {
    let key = remark.key();
    let here = kept(document, &key);
    let Some(verdict) = verdict else {
        return here.map_or(Change::Together(Vec::new()), |id| Change::Removed(&sheet::REMARK, id));
    };
    let title = pack.card("verdicts", verdict.id()).map(|card| card.title.plain(lang));
    let picked = |id: &str, label: String| vec![Picked { id: id.to_owned(), label }];
    let said = |id| {
        let label = title.unwrap_or_else(|| verdict.id().to_owned());
        Change::Chose(sheet::REMARK_VERDICT.of(id), picked(verdict.id(), label))
    };
    match here {
        Some(id) => said(id),
        None => Change::Together(vec![
            Change::Added(&sheet::REMARK, new_id),
            Change::Chose(sheet::REMARK_RULE.of(new_id), picked(&key, remark.rule.to_owned())),
            said(new_id),
        ]),
    }
}

/// The change that lets remarks speak again that were struck out; `None` where there are none.
pub fn speak_again(document: &Document) -> Option<Change> {
    let silenced = |id: &ItemId| {
        let said = document.card(sheet::REMARK_VERDICT.of(*id));
        Verdict::ALL.into_iter().any(|verdict| verdict.silences() && said.is_some_and(|card| card.id == verdict.id()))
    };
    let ids: Vec<ItemId> = document.ids(&sheet::REMARK).into_iter().filter(silenced).collect();
    let back = ids.into_iter().map(|id| Change::Removed(&sheet::REMARK, id)).collect::<Vec<_>>();
    (!back.is_empty()).then_some(Change::Together(back))
}

/// The reply to the remark of that key; the last one, where two records that were merged hold two.
fn kept(document: &Document, key: &str) -> Option<ItemId> {
    let of_key = |id: &ItemId| document.card(sheet::REMARK_RULE.of(*id)).is_some_and(|card| card.id == key);
    document.ids(&sheet::REMARK).into_iter().rev().find(of_key)
}
