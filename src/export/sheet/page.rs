//! The page of the sheet, block by block: what is taken has its place, and what is left goes to `more`.
//!
//! May know: what is shared, the pack's labels. Must never know: a whole document, paper sizes, the browser.

use super::{
    ASKS, Ask, Block, EXPERIENCES, IN_FULL, Line, QUESTIONS, STEPS, STRENGTHS, begun, card_label, label, leaf_words,
};
use crate::document::due::{self, Due};
use crate::document::{
    Audience, Document, ItemId, KINDS, Kind, Path, Picked, drift, experience, sheet, stand, steps, strength, values,
    wish, work,
};
use crate::export::blank::NO_HELP;
use crate::export::unsure::shown_words;
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording as w;

/// The page while it is filled.
pub(super) struct Page<'a> {
    document: &'a Document,
    audience: Audience,
    pack: &'a Pack,
    lang: Lang,
    /// What has its place, in the paths' order: there may be thousands.
    used: Vec<Path>,
    /// The same in the order of the page.
    pub(super) order: Vec<Path>,
}

impl<'a> Page<'a> {
    pub(super) fn new(plan: &'a SharedPlan, pack: &'a Pack, lang: Lang) -> Self {
        let (document, audience) = (plan.document(), plan.audience());
        Self { document, audience, pack, lang, used: Vec::new(), order: Vec::new() }
    }

    /// The words at a path, which then have their place; `None` when there are none.
    pub(super) fn take(&mut self, path: Path) -> Option<String> {
        self.take_as(path, false)
    }

    /// The same, to stand in brackets. What was typed keeps its letters.
    fn take_note(&mut self, path: Path) -> Option<String> {
        self.take_as(path, true)
    }

    fn take_as(&mut self, path: Path, note: bool) -> Option<String> {
        let mut words = shown_words(self.document, self.pack, path, self.lang);
        let only_begun = begun::is_only_begun(self.pack, path.field, self.document.text(path));
        if words.is_empty() || only_begun || self.document.is_left_off(path, self.audience) {
            return None;
        }
        self.use_up(path);
        for (words, card) in words.iter_mut().zip(self.document.cards(path)) {
            if note && !card.id.is_empty() {
                *words = w::inside(words, self.lang);
            }
        }
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

    pub(super) fn help(&mut self) -> Vec<(String, bool)> {
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

    pub(super) fn topic(&mut self) -> Block {
        let lines = self.plain(sheet::TOPIC.alone()).into_iter().collect();
        Block { id: "topic", heading: self.label("sheet.topic"), lines }
    }

    pub(super) fn situation(&mut self) -> Block {
        let mut lines = Vec::new();
        lines.extend(self.plain(sheet::SITUATION_FACTS.alone()));
        lines.extend(self.labelled(sheet::SITUATION_FEAR.alone()));
        Block { id: "situation", heading: self.label("situation"), lines }
    }

    pub(super) fn wish(&mut self) -> Block {
        let mut heading = self.label("wish.scene");
        if let Some(horizon) = self.take_note(wish::HORIZON.alone()) {
            heading = w::with_note(&heading, &horizon, self.lang);
        }
        let mut lines = Vec::new();
        lines.extend(self.plain(wish::LINE.alone()));
        lines.extend(self.plain(wish::SCENE.alone()));
        lines.extend(self.labelled(wish::FOR_WHOM.alone()));
        lines.extend(self.labelled(wish::CAUGHT.alone()));
        // A time point alone says nothing: it stands as a line of its own then.
        if lines.is_empty() {
            self.used.retain(|path| *path != wish::HORIZON.alone());
            self.order.retain(|path| *path != wish::HORIZON.alone());
        }
        Block { id: "wish", heading, lines }
    }

    /// Whether the page is that of somebody who is still searching.
    pub(super) fn is_searching(&self) -> bool {
        wish::is_searching(self.document) && !self.document.is_left_off(wish::CAUGHT.alone(), self.audience)
    }

    /// What caught their attention, in place of a wish; then what they wrote of it all the same.
    pub(super) fn caught(&mut self) -> Block {
        let mut lines = Vec::new();
        lines.extend(self.plain(wish::CAUGHT.alone()));
        lines.extend(self.plain(wish::SCENE.alone()));
        lines.extend(self.labelled(wish::FOR_WHOM.alone()));
        let of = if self.goes_on(wish::CAUGHT.alone()) { &wish::CAUGHT } else { &wish::SCENE };
        Block { id: "caught", heading: self.label(of.id), lines }
    }

    pub(super) fn values(&mut self) -> Block {
        let mut lines = Vec::new();
        let (mut names, mut short_ones) = (Vec::new(), Vec::new());
        for id in self.document.ids(&values::VALUE) {
            if let Some(name) = self.take(values::WHAT.of(id)) {
                let short = self.take_note(values::SHORT.of(id));
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

    pub(super) fn experiences(&mut self, heading: &str) -> Block {
        let mut lines = Vec::new();
        for (at, id) in self.named(&experience::EXPERIENCE, EXPERIENCES).into_iter().enumerate() {
            let Some(name) = self.take(experience::WHAT.of(id)) else { continue };
            // Whose door it is stands beside the name: on paper it is no line of its own.
            let text = match self.take_note(experience::DOOR.of(id)) {
                Some(door) => w::with_note(&name, &door, self.lang),
                None => name,
            };
            lines.push(Line { label: None, text, under: false });
            if at < IN_FULL {
                lines.extend(self.labelled(experience::WHY.of(id)));
                lines.extend(self.labelled(experience::SMALL.of(id)));
            }
        }
        lines.extend(self.plain(stand::EXPERIENCE.alone()));
        Block { id: "experience", heading: heading.to_owned(), lines }
    }

    pub(super) fn strengths(&mut self) -> Block {
        let mut lines = Vec::new();
        for id in self.named(&strength::STRENGTH, STRENGTHS) {
            let Some(name) = self.take(strength::WHAT.of(id)) else { continue };
            let text = match self.take_note(strength::AIM.of(id)) {
                Some(aim) => w::with_note(&name, &aim, self.lang),
                None => name,
            };
            lines.push(Line { label: None, text, under: false });
            lines.extend(self.labelled(strength::EPISODE.of(id)));
        }
        Block { id: "strength", heading: self.label("strength"), lines }
    }

    /// What one would like more and less of in one's present work.
    pub(super) fn work(&mut self) -> Block {
        let lines = [&work::MORE, &work::LESS].into_iter().filter_map(|field| self.labelled(field.alone())).collect();
        Block { id: "work", heading: self.label("work"), lines }
    }

    pub(super) fn steps(&mut self) -> Block {
        let mut lines = Vec::new();
        let named = self.named(&steps::STEP, STEPS);
        // A start of nothing says nothing: it stands in the last block then.
        if !named.is_empty() {
            lines.extend(self.labelled(steps::START.alone()));
        }
        for id in named {
            let Some(text) = self.take(steps::WHAT.of(id)) else { continue };
            let span = self.take(steps::SPAN.of(id));
            let label = span.map(|span| self.dated(span, due::of_step(self.document, id)));
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

    pub(super) fn asks(&mut self) -> Vec<Ask> {
        self.named(&sheet::ASK, ASKS)
            .into_iter()
            .filter_map(|id| {
                Some(Ask {
                    what: self.take(sheet::ASK_WHAT.of(id))?,
                    small: self.take(sheet::ASK_SMALL.of(id)),
                    by: self.take(sheet::ASK_BY.of(id)).map(|by| self.dated(by, due::of_ask(self.document, id))),
                    needs: self.take(sheet::ASK_NEEDS.of(id)),
                    decides: self.take(sheet::ASK_DECIDES.of(id)),
                })
            })
            .collect()
    }

    /// A span with the day on which it ends, where that can be told.
    fn dated(&self, span: String, due: Option<Due>) -> String {
        match due {
            Some(due) => w::with_note(&span, &w::by(due, self.lang), self.lang),
            None => span,
        }
    }

    /// That one doesn't know yet what to ask for. There is nothing to answer with a box.
    pub(super) fn unsure_ask(&mut self) -> Block {
        let lines = self.plain(stand::ASK.alone()).into_iter().collect();
        Block { id: "unsure", heading: self.label("ask"), lines }
    }

    pub(super) fn questions(&mut self) -> Block {
        let mut lines = Vec::new();
        let questions = self.document.ids(&sheet::QUESTION).into_iter().map(|id| sheet::QUESTION_WHAT.of(id));
        let topics = self.document.ids(&drift::WORRY).into_iter().map(|id| drift::TOPIC.of(id));
        let paths: Vec<Path> = questions.chain(topics).filter(|p| self.goes_on(*p)).take(QUESTIONS).collect();
        for path in paths {
            lines.extend(self.plain(path));
        }
        Block { id: "questions", heading: self.label("question"), lines }
    }

    /// Whatever is shared and has no place yet, under its own label.
    ///
    /// It stands under the name of its item where that is shown and the leaf is not the name itself, or else
    /// under the kind of thing it is.
    pub(super) fn more(&self) -> (Block, Vec<Path>) {
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
