//! The way: from the ありたい姿 back over what it takes, a year, 90 days and one step to now, with what serves what.
//!
//! Knows documents. Must never know: how far along one ought to be.

use super::timeline::{Span, spans};
use super::{At, BODY, EDGE, NAME, Pen, Picture, Role, SMALL, Shape, Table, Told, WIDTH, short};
use crate::document::order::sorted;
use crate::document::{ItemId, experience, steps, strength, wish, work};
use crate::pack::Lang;
use crate::share::wants_rest;
use crate::wording as w;

/// How many are drawn at each station, and how many of what they serve.
const SHOWN: usize = 2;
const WAYS: usize = 4;
/// Where the words stand, and where the links begin.
const WORDS: i32 = EDGE + 74;
const LINKS: i32 = WIDTH - 40;
/// Where the way bends.
const BENDS: [i32; 6] = [44, 30, 54, 32, 50, 36];

/// Something in the picture that a link can begin or end at.
struct Knot {
    id: ItemId,
    y: i32,
}

/// What is drawn, as it grows.
struct Way {
    pen: Pen,
    /// Stations: where, and what is drawn there.
    stations: Vec<(At, i32, Role)>,
    knots: Vec<Knot>,
}

pub(super) fn picture(told: &Told) -> Picture {
    let mut way = Way { pen: Pen::new(told.lang), stations: Vec::new(), knots: Vec::new() };
    way.goal(told);
    way.ways(told);
    let spans = spans(told);
    for (id, name) in [("y1", w::PATH_YEAR), ("d90", w::PATH_90), ("d14", w::PATH_STEP)] {
        way.span(told, &spans, id, name);
    }
    way.now(told);
    way.link(told);
    way.draw();
    let mut pen = way.pen;
    pen.y += 4;
    pen.done(told, "path", w::PICTURE_PATH, sentence(told, &spans), table(told, &spans))
}

impl Way {
    fn station(&mut self, name: &str, r: i32, role: Role) {
        let x = BENDS[self.stations.len() % BENDS.len()];
        // The middle of the station stands beside the middle of its name.
        let y = self.pen.y + r.max(10);
        self.stations.push(((x, y), r, role));
        self.pen.y = y - 10;
        self.pen.lines(WORDS, WIDTH - EDGE - WORDS, BODY, Role::Name, 2, name);
        self.pen.y += 1;
    }

    fn goal(&mut self, told: &Told) {
        let horizon = told.words(wish::HORIZON.alone());
        let name = w::PATH_WISH.get(told.lang);
        let name = if horizon.is_empty() { name.to_owned() } else { w::with_note(name, &horizon, told.lang) };
        self.station(&name, 16, Role::Goal);
        let (line, scene) = (told.words(wish::LINE.alone()), told.words(wish::SCENE.alone()));
        let room = WIDTH - EDGE - WORDS;
        self.pen.lines(WORDS, room, NAME + 3, Role::Name, 5, &line);
        self.pen.y += if line.trim().is_empty() { 0 } else { 4 };
        let (size, role) = if line.trim().is_empty() { (NAME, Role::Name) } else { (BODY, Role::Body) };
        self.pen.lines(WORDS, room, size, role, 10, &scene);
        self.pen.y += 22;
    }

    /// Something that has a name here, and at which links meet.
    fn item(&mut self, told: &Told, id: ItemId) {
        self.knots.push(Knot { id, y: self.pen.y + 11 });
        let mut called = told.called(id);
        // What was wished for and is done stays on the way, and says so.
        if experience::is_over(told.document, id) {
            called = w::with_note(&called, &told.words(experience::STATE.of(id)), told.lang);
        }
        self.pen.lines(WORDS, LINKS - 12 - WORDS, BODY, Role::Body, 5, &called);
        self.pen.y += 4;
    }

    fn ways(&mut self, told: &Told) {
        let ways = ways(told);
        if ways.is_empty() {
            return;
        }
        self.station(w::PICTURE_WAYS.get(told.lang), 7, Role::Station);
        // What was given up is no way any more; the table has it.
        let is_way = |id: &&ItemId| told.card(experience::STATE.of(**id)) != Some("dropped");
        let drawn: Vec<ItemId> = ways.iter().filter(is_way).take(WAYS).copied().collect();
        for id in &drawn {
            self.item(told, *id);
        }
        self.pen.more(WORDS, ways.len() - drawn.len());
        self.pen.y += 22;
    }

    fn span(&mut self, told: &Told, spans: &[Span], span: &str, name: w::Words) {
        // What has no time yet is a step all the same.
        let mut ids: Vec<ItemId> = spans
            .iter()
            .filter(|s| s.id == span || (span == "d14" && s.id.is_empty()))
            .flat_map(|s| s.ids.iter().copied())
            .collect();
        let all = ids.len();
        // An empty station would say that nothing is planned there.
        if all == 0 && told.in_part {
            return;
        }
        ids.retain(|id| told.card(steps::STATE.of(*id)) != Some("dropped"));
        self.station(name.get(told.lang), 8, Role::Station);
        for id in ids.iter().take(SHOWN) {
            self.item(told, *id);
        }
        self.pen.more(WORDS, all - ids.len().min(SHOWN));
        self.pen.y += if all == 0 { 30 } else { 22 };
    }

    fn now(&mut self, told: &Told) {
        self.station(w::PATH_NOW.get(told.lang), 9, Role::Now);
        for field in [&work::MORE, &work::LESS] {
            let words = told.words(field.alone());
            if !words.trim().is_empty() {
                let words = w::under(&told.label(field.id), &words, told.lang);
                self.pen.lines(WORDS, LINKS - WORDS, SMALL, Role::Body, 5, &words);
            }
        }
    }

    /// The links of what is drawn, each an arc of its own.
    fn link(&mut self, told: &Told) {
        let mut arcs: Vec<(i32, i32)> = Vec::new();
        for knot in &self.knots {
            for to in told.links(steps::SERVES.of(knot.id)) {
                arcs.extend(self.knots.iter().find(|other| other.id == to).map(|other| (knot.y, other.y)));
            }
        }
        for (at, (below, above)) in sorted(arcs, Ord::cmp).into_iter().enumerate() {
            // The farther, the wider: they can be told apart even where they run side by side.
            let x = (LINKS + 14 + 6 * i32::try_from(at).unwrap_or(0)).min(WIDTH + 2);
            self.pen.draw(Shape::Curve((LINKS, below), vec![[(x, below), (x, above), (LINKS + 8, above)]], Role::Link));
            self.pen.draw(Shape::Circle((LINKS, below), 3, Role::Now));
            self.pen.draw(Shape::Arrow((LINKS + 9, above), (LINKS - 2, above), Role::Link));
        }
    }

    /// The way itself, under everything else, and the stations on it.
    fn draw(&mut self) {
        let Some(((x, y), ..)) = self.stations.first().copied() else { return };
        let bends = self.stations.windows(2).map(|pair| {
            let ((x, y), (to, end)) = (pair[0].0, pair[1].0);
            let half = (end - y) / 2;
            [(x, y + half), (to, end - half), (to, end)]
        });
        self.pen.shapes.insert(0, Shape::Curve((x, y), bends.collect(), Role::Way));
        for (at, r, role) in &self.stations {
            self.pen.draw(Shape::Circle(*at, *r, *role));
        }
    }
}

/// What the steps serve: the experiences, and strengths that a step points to.
fn ways(told: &Told) -> Vec<ItemId> {
    let mut ways = Vec::new();
    let served: Vec<ItemId> =
        told.items(&steps::STEP).into_iter().flat_map(|id| told.links(steps::SERVES.of(id))).collect();
    // What wants to rest is no way to anywhere, whatever a step has to do with it.
    let on_the_way = |id: &ItemId| served.contains(id) && !wants_rest(told.document, *id);
    let strengths = told.items(&strength::STRENGTH).into_iter().filter(on_the_way);
    // Those that something is being done for stand first.
    // What is over comes last.
    let experiences = told.items(&experience::EXPERIENCE);
    let is_over = |id: &ItemId| experience::is_over(told.document, *id);
    let (over, experiences): (Vec<ItemId>, Vec<ItemId>) = experiences.into_iter().partition(is_over);
    ways.extend(experiences.iter().copied().filter(|id| served.contains(id)));
    ways.extend(strengths);
    ways.extend(experiences.iter().copied().filter(|id| !served.contains(id)));
    ways.extend(over);
    ways
}

fn sentence(told: &Told, spans: &[Span]) -> String {
    let goal = [&wish::LINE, &wish::SCENE].map(|field| short(&told.words(field.alone()), 50));
    let goal = goal.iter().find(|words| !words.is_empty());
    let mut stops = Vec::new();
    for span in spans {
        let first = span.ids.iter().find(|id| told.card(steps::STATE.of(**id)) != Some("dropped"));
        let when = match span.id.as_str() {
            "d14" => w::PATH_STEP,
            "d90" => w::PATH_90,
            "y1" => w::PATH_YEAR,
            _ => continue,
        };
        if let Some(id) = first {
            let what = short(&told.called(*id), 30);
            stops.push(match told.lang {
                Lang::Ja => format!("{}は「{what}」", when.get(told.lang)),
                Lang::En => format!("“{what}” ({})", when.get(told.lang).to_lowercase()),
            });
        }
    }
    match (told.lang, goal, stops.is_empty()) {
        (_, None, true) => w::PICTURE_PATH_EMPTY.get(told.lang).to_owned(),
        (Lang::Ja, Some(goal), true) => format!("ありたい姿は「{goal}」。ここから、いまへさかのぼります。"),
        (Lang::En, Some(goal), true) => format!("Where you want to be: “{goal}”. From there, work back to now."),
        (Lang::Ja, Some(goal), false) => format!("ありたい姿は「{goal}」。そこへ向かって、{}。", stops.join("、")),
        (Lang::En, Some(goal), false) => format!("Where you want to be: “{goal}”. On the way: {}.", stops.join(", ")),
        (Lang::Ja, None, false) => format!("{}。ありたい姿は、これからで大丈夫です。", stops.join("、")),
        (Lang::En, None, false) => format!("On the way: {}. Where you want to be can come later.", stops.join(", ")),
    }
}

fn table(told: &Told, spans: &[Span]) -> Table {
    let mut rows = Vec::new();
    let mut row = |place: String, words: String, to: String| {
        if !words.is_empty() {
            rows.push(vec![place, words, to]);
        }
    };
    for field in [&wish::LINE, &wish::SCENE, &wish::FOR_WHOM, &wish::HORIZON, &steps::THEN_STATE] {
        let place = w::under(w::PATH_WISH.get(told.lang), &told.label(field.id), told.lang);
        row(place, told.words(field.alone()), String::new());
    }
    for id in ways(told) {
        let (place, to) = if told.document.ids(&strength::STRENGTH).contains(&id) {
            ("strength.what", String::new())
        } else {
            ("experience", told.words(experience::BUILDS.of(id)))
        };
        let state = told.words(experience::STATE.of(id));
        let called = told.called(id);
        row(told.label(place), if state.is_empty() { called } else { w::with_note(&called, &state, told.lang) }, to);
    }
    for span in spans.iter().rev() {
        for id in span.ids.iter().copied() {
            let place = told.words(steps::SPAN.of(id));
            let place = if place.is_empty() { w::PATH_STEP.get(told.lang).to_owned() } else { place };
            row(place, told.called(id), told.words(steps::SERVES.of(id)));
        }
    }
    for field in [&work::MORE, &work::LESS, &work::FINE, &work::NOTE] {
        let place = w::under(w::PATH_NOW.get(told.lang), &told.label(field.id), told.lang);
        row(place, told.words(field.alone()), String::new());
    }
    if rows.is_empty() {
        return Table::default();
    }
    let columns =
        [w::PICTURE_PLACE, w::PICTURE_WRITTEN, w::PICTURE_SERVES].map(|words| words.get(told.lang).to_owned());
    Table { columns: columns.to_vec(), rows }
}
