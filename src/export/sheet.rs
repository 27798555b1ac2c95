//! The sheet: one A4 for the talk, as blocks of lines that the page draws and Markdown writes.
//!
//! May know: what is shared, the pack's labels. Must never know: a whole document, paper sizes, the browser.
//!
//! *Invariant:* every shared leaf is on the page or in [`Sheet::more`], so that the person is told what they
//! show beside the page. What is called the sheet, in any format, holds what is on the page and nothing of
//! `more`. A block in which nothing stands is not there at all.

mod begun;
mod places;

pub use places::{around_asks, has_place, order, shareable};

use super::blank::NO_HELP;
use super::unsure::shown_words;
use crate::document::{
    Audience, Document, ItemId, KINDS, Kind, Leaf, Path, Picked, drift, experience, sheet, stand, steps, strength,
    values, wish,
};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording as w;

/// How many experiences have a place on the page; further ones stand in [`Sheet::more`].
pub const EXPERIENCES: usize = 2;
/// How many strengths have a place on the page.
pub const STRENGTHS: usize = 3;
/// How many steps have a place on the page.
pub const STEPS: usize = 3;
/// How many asks have a row with boxes.
pub const ASKS: usize = 3;
/// How many questions have a place on the page.
pub const QUESTIONS: usize = 3;

/// The sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Name, if the person wants it on the sheet.
    pub name: Option<String>,
    /// Department, likewise.
    pub department: Option<String>,
    /// Role and years, likewise.
    pub role: Option<String>,
    /// The day on which it was written, as typed.
    pub date: Option<String>,
    /// The day of the talk, as typed.
    pub talk_day: Option<String>,
    /// What to talk about, in the order of the page.
    pub blocks: Vec<Block>,
    /// What the person would like from the other one: every kind of help, and whether it was chosen. Empty unless shared.
    pub help: Vec<(String, bool)>,
    /// What is asked, each with boxes for the answer.
    pub asks: Vec<Ask>,
    /// What is shown to this audience and is not on the page: the person left it off, or the page has no
    /// place for it. It is told to the person, and is in no file or print that is called the sheet.
    pub more: Option<Block>,
    /// The leaves of `more`, one for each of its lines.
    pub off_page: Vec<Path>,
    /// The leaves on the page, in its order.
    pub on_page: Vec<Path>,
}

/// One block of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which one: `topic`, `situation`, `unsure`, `steps`, `wish`, `values`, `experience`, `strength` or
    /// `questions`. What stands beside the page is `more`.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// One line of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the words are, where that is not plain.
    pub label: Option<String>,
    /// The words, as written.
    pub text: String,
    /// Whether it belongs under the line before.
    pub under: bool,
}

/// One ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is asked.
    pub what: String,
    /// In which small form.
    pub small: Option<String>,
    /// When it should start.
    pub by: Option<String>,
    /// What it needs.
    pub needs: Option<String>,
    /// What one would like from the other person today, in words.
    pub decides: Option<String>,
}

impl Ask {
    /// What is said of it, each with its label.
    pub fn said_of(&self) -> [(w::Words, &Option<String>); 4] {
        [
            (w::SHEET_SMALL, &self.small),
            (w::SHEET_BY, &self.by),
            (w::SHEET_NEEDS, &self.needs),
            (w::SHEET_DECIDES, &self.decides),
        ]
    }
}

impl Sheet {
    /// The sheet of what is shared.
    pub fn of(plan: &SharedPlan, pack: &Pack, lang: Lang) -> Self {
        let mut page = Page {
            document: plan.document(),
            audience: plan.audience(),
            pack,
            lang,
            used: Vec::new(),
            order: Vec::new(),
        };
        let name = page.take(sheet::NAME.alone());
        let department = page.take(sheet::DEPARTMENT.alone());
        let role = page.take(sheet::ROLE.alone());
        let date = page.take(sheet::DATE.alone());
        let talk_day = page.take(sheet::TALK_DAY.alone());
        let help = page.help();
        let topic = page.topic();
        // Two minutes before the talk, what is asked is what the other person looks for.
        let (situation, asks, unsure) = (page.situation(), page.asks(), page.unsure_ask());
        let mut blocks = vec![topic, situation, unsure, page.steps(), page.wish(), page.values()];
        blocks.extend([page.experiences(), page.strengths(), page.questions()]);
        let (more, off_page) = page.more();
        let more = Some(more).filter(|block| !block.lines.is_empty());
        let on_page = page.order;
        blocks.retain(|block| !block.lines.is_empty());
        for line in blocks.iter_mut().filter_map(|block| block.lines.first_mut()) {
            line.under = false;
        }
        Self { name, department, role, date, talk_day, blocks, help, asks, more, off_page, on_page }
    }

    /// The block of that id, if it is there.
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().chain(&self.more).find(|b| b.id == id)
    }

    /// Whether nothing is shared yet.
    pub fn is_empty(&self) -> bool {
        let head = [&self.name, &self.department, &self.role, &self.date, &self.talk_day];
        head.into_iter().all(Option::is_none)
            && self.blocks.is_empty()
            && self.asks.is_empty()
            && self.help.is_empty()
            && self.more.is_none()
    }
}

/// The label of a chosen card in the language of the page. Words that a person changed, and cards of another pack,
/// come as they were seen.
pub fn card_label(pack: &Pack, field_id: &str, card: &Picked, lang: Lang) -> String {
    let catalogue = pack.question(field_id).and_then(|q| q.cards.as_deref()).unwrap_or_default();
    match pack.card(catalogue, &card.id) {
        Some(known) if known.title.reads(&card.label) => known.title.plain(lang),
        _ => card.label.clone(),
    }
}

/// The heading of a field or kind. Of how a kind of item stands as a whole, it is that kind's.
pub fn label(pack: &Pack, id: &str, lang: Lang) -> String {
    let id = stand::asked_as(id);
    pack.question(id).map_or_else(|| id.to_owned(), |q| q.label.plain(lang))
}

/// What a leaf says, one string for each card or text; links say the names of their items.
pub fn leaf_words(document: &Document, pack: &Pack, path: Path, lang: Lang) -> Vec<String> {
    match document.leaf(path) {
        Some(Leaf::Text(answer)) => answer.said().cloned().into_iter().collect(),
        Some(Leaf::Cards(answer)) => answer
            .said()
            .map(|cards| cards.iter().map(|c| card_label(pack, path.field.id, c, lang)).collect())
            .unwrap_or_default(),
        Some(Leaf::Links(to)) => to.iter().filter_map(|id| name_of(document, pack, *id, lang)).collect(),
        Some(Leaf::Flag(true)) => vec![label(pack, path.field.id, lang)],
        Some(Leaf::Flag(false)) | None => Vec::new(),
    }
}

/// What an item is called: its first field's words.
pub fn name_of(document: &Document, pack: &Pack, id: ItemId, lang: Lang) -> Option<String> {
    let kind = KINDS.iter().copied().find(|k| k.many && document.items(k).iter().any(|i| i.id == id))?;
    leaf_words(document, pack, kind.fields[0].of(id), lang).into_iter().next()
}

struct Page<'a> {
    document: &'a Document,
    audience: Audience,
    pack: &'a Pack,
    lang: Lang,
    /// What has its place, in the paths' order: there may be thousands.
    used: Vec<Path>,
    /// The same in the order of the page.
    order: Vec<Path>,
}

impl Page<'_> {
    /// The words at a path, which then have their place; `None` when there are none.
    fn take(&mut self, path: Path) -> Option<String> {
        let words = shown_words(self.document, self.pack, path, self.lang);
        let only_begun = begun::is_only_begun(self.pack, path.field, self.document.text(path));
        if words.is_empty() || only_begun || self.document.is_left_off(path, self.audience) {
            return None;
        }
        self.use_up(path);
        Some(w::list(&words, self.lang))
    }

    fn use_up(&mut self, path: Path) {
        if let Err(at) = self.used.binary_search(&path) {
            self.used.insert(at, path);
            self.order.push(path);
        }
    }

    /// Whether something is said at a path and may stand on the page.
    fn goes_on(&self, path: Path) -> bool {
        self.document.can_be_shown(path) && !self.document.is_left_off(path, self.audience)
    }

    /// The first items of a kind whose name goes on the page.
    fn named(&self, kind: &'static Kind, most: usize) -> Vec<ItemId> {
        let ids = self.document.ids(kind).into_iter();
        ids.filter(|id| self.goes_on(kind.fields[0].of(*id))).take(most).collect()
    }

    fn label(&self, id: &str) -> String {
        label(self.pack, id, self.lang)
    }

    fn labelled(&mut self, path: Path) -> Option<Line> {
        let label = Some(self.label(path.field.id));
        self.take(path).map(|text| Line { label, text, under: true })
    }

    fn plain(&mut self, path: Path) -> Option<Line> {
        self.take(path).map(|text| Line { label: None, text, under: false })
    }

    fn help(&mut self) -> Vec<(String, bool)> {
        let path = sheet::HELP.alone();
        let chosen: Vec<Picked> = self.document.cards(path).to_vec();
        if chosen.is_empty() || !self.goes_on(path) {
            return Vec::new();
        }
        self.use_up(path);
        let offered = self.pack.cards("help");
        let words = |c: &Picked| (card_label(self.pack, path.field.id, c, self.lang), true);
        let (known, own): (Vec<_>, Vec<_>) = chosen.iter().partition(|c| offered.iter().any(|card| card.id == c.id));
        let mut help = Vec::new();
        for card in offered {
            // A card that was chosen says what the person saw.
            help.extend(known.iter().filter(|c| c.id == card.id).map(|c| words(c)));
            if card.id != NO_HELP && !known.iter().any(|c| c.id == card.id) {
                help.push((card.title.plain(self.lang), false));
            }
        }
        help.extend(own.into_iter().map(words));
        help
    }

    fn topic(&mut self) -> Block {
        let lines = self.plain(sheet::TOPIC.alone()).into_iter().collect();
        Block { id: "topic", heading: self.label("sheet.topic"), lines }
    }

    fn situation(&mut self) -> Block {
        let mut lines = Vec::new();
        lines.extend(self.plain(sheet::SITUATION_FACTS.alone()));
        lines.extend(self.labelled(sheet::SITUATION_FEAR.alone()));
        Block { id: "situation", heading: self.label("situation"), lines }
    }

    fn wish(&mut self) -> Block {
        let mut heading = self.label("wish.scene");
        if let Some(horizon) = self.take(wish::HORIZON.alone()) {
            heading = w::with_note(&heading, &horizon, self.lang);
        }
        let mut lines = Vec::new();
        lines.extend(self.plain(wish::LINE.alone()));
        lines.extend(self.plain(wish::SCENE.alone()));
        lines.extend(self.labelled(wish::FOR_WHOM.alone()));
        // A time point alone says nothing: it stands as a line of its own then.
        if lines.is_empty() {
            self.used.retain(|path| *path != wish::HORIZON.alone());
            self.order.retain(|path| *path != wish::HORIZON.alone());
        }
        Block { id: "wish", heading, lines }
    }

    fn values(&mut self) -> Block {
        let mut lines = Vec::new();
        let (mut names, mut short_ones) = (Vec::new(), Vec::new());
        for id in self.document.ids(&values::VALUE) {
            if let Some(name) = self.take(values::WHAT.of(id)) {
                let short = self.take(values::SHORT.of(id));
                short_ones.extend(short.is_some().then_some(id));
                names.push(short.map_or(name.clone(), |note| w::with_note(&name, &note, self.lang)));
            }
        }
        if !names.is_empty() {
            lines.push(Line { label: None, text: w::list(&names, self.lang), under: false });
        }
        // What is wanted more of stands with what would meet it.
        for id in short_ones {
            lines.extend(self.labelled(values::MORE.of(id)));
        }
        lines.extend(self.plain(stand::VALUES.alone()));
        lines.extend(self.labelled(values::LINE.alone()));
        Block { id: "values", heading: self.label("value"), lines }
    }

    fn experiences(&mut self) -> Block {
        let mut lines = Vec::new();
        for id in self.named(&experience::EXPERIENCE, EXPERIENCES) {
            let Some(name) = self.take(experience::WHAT.of(id)) else { continue };
            // Whose door it is stands beside the name: on paper it is no line of its own.
            let text = match self.take(experience::DOOR.of(id)) {
                Some(door) => w::with_note(&name, &door, self.lang),
                None => name,
            };
            lines.push(Line { label: None, text, under: false });
            lines.extend(self.labelled(experience::WHY.of(id)));
            lines.extend(self.labelled(experience::SMALL.of(id)));
        }
        lines.extend(self.plain(stand::EXPERIENCE.alone()));
        Block { id: "experience", heading: self.label("experience"), lines }
    }

    fn strengths(&mut self) -> Block {
        let mut lines = Vec::new();
        for id in self.named(&strength::STRENGTH, STRENGTHS) {
            let Some(name) = self.take(strength::WHAT.of(id)) else { continue };
            let text = match self.take(strength::AIM.of(id)) {
                Some(aim) => w::with_note(&name, &aim, self.lang),
                None => name,
            };
            lines.push(Line { label: None, text, under: false });
            lines.extend(self.labelled(strength::EPISODE.of(id)));
        }
        Block { id: "strength", heading: self.label("strength"), lines }
    }

    fn steps(&mut self) -> Block {
        let mut lines = Vec::new();
        let named = self.named(&steps::STEP, STEPS);
        // A start of nothing says nothing: it stands in the last block then.
        if !named.is_empty() {
            lines.extend(self.labelled(steps::START.alone()));
        }
        for id in named {
            let Some(text) = self.take(steps::WHAT.of(id)) else { continue };
            let label = self.take(steps::SPAN.of(id));
            let day = self.take(steps::DAY.of(id));
            let place = self.take(steps::PLACE.of(id));
            let at: Vec<String> = day.into_iter().chain(place).collect();
            let text = if at.is_empty() { text } else { w::with_note(&text, &w::list(&at, self.lang), self.lang) };
            lines.push(Line { label, text, under: false });
            lines.extend(self.labelled(steps::STOP.of(id)));
            lines.extend(self.labelled(steps::THEN.of(id)));
        }
        lines.extend(self.plain(stand::STEP.alone()));
        Block { id: "steps", heading: self.label("step"), lines }
    }

    fn asks(&mut self) -> Vec<Ask> {
        self.named(&sheet::ASK, ASKS)
            .into_iter()
            .filter_map(|id| {
                Some(Ask {
                    what: self.take(sheet::ASK_WHAT.of(id))?,
                    small: self.take(sheet::ASK_SMALL.of(id)),
                    by: self.take(sheet::ASK_BY.of(id)),
                    needs: self.take(sheet::ASK_NEEDS.of(id)),
                    decides: self.take(sheet::ASK_DECIDES.of(id)),
                })
            })
            .collect()
    }

    /// That one doesn't know yet what to ask for. There is nothing to answer with a box.
    fn unsure_ask(&mut self) -> Block {
        let lines = self.plain(stand::ASK.alone()).into_iter().collect();
        Block { id: "unsure", heading: self.label("ask"), lines }
    }

    fn questions(&mut self) -> Block {
        let mut lines = Vec::new();
        let questions = self.document.ids(&sheet::QUESTION).into_iter().map(|id| sheet::QUESTION_WHAT.of(id));
        let topics = self.document.ids(&drift::WORRY).into_iter().map(|id| drift::TOPIC.of(id));
        let paths: Vec<Path> = questions.chain(topics).filter(|p| self.goes_on(*p)).take(QUESTIONS).collect();
        for path in paths {
            lines.extend(self.plain(path));
        }
        Block { id: "questions", heading: self.label("question"), lines }
    }

    /// Whatever is shared and has no place yet, under its own label: of its item by name, where that is shown and the leaf is
    /// not the name itself, or of the kind of thing it is.
    fn more(&self) -> (Block, Vec<Path>) {
        let (mut lines, mut off_page) = (Vec::new(), Vec::new());
        for kind in KINDS {
            let of_kind = self.pack.question(kind.id).map(|q| q.label.plain(self.lang));
            for item in self.document.items(kind) {
                let rest =
                    |field: &&&'static crate::document::Field| self.used.binary_search(&field.of(item.id)).is_err();
                let mut name = None;
                for field in kind.fields.iter().filter(rest) {
                    let words = shown_words(self.document, self.pack, field.of(item.id), self.lang);
                    if words.is_empty() {
                        continue;
                    }
                    let names = kind.many && field.id != kind.fields[0].id;
                    let name = name.get_or_insert_with(|| {
                        leaf_words(self.document, self.pack, kind.fields[0].of(item.id), self.lang).into_iter().next()
                    });
                    let owner = name.as_ref().filter(|_| names).or(of_kind.as_ref());
                    let label = self.label(field.id);
                    let label = owner.map_or_else(|| label.clone(), |owner| w::under(owner, &label, self.lang));
                    lines.push(Line { label: Some(label), text: w::list(&words, self.lang), under: false });
                    off_page.push(field.of(item.id));
                }
            }
        }
        (Block { id: "more", heading: w::SHEET_MORE.get(self.lang).to_owned(), lines }, off_page)
    }
}
