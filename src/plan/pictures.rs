//! Where one stands, in pictures: shapes, and beside them a sentence and a table that say the same.
//!
//! A picture is as wide as a phone and grows downwards. It shows the first few of everything, with long words cut; its
//! table holds every value, whole.
//! May know: documents, the pack's words. Must never know: colours, the browser, who looks.
//!
//! *Invariant:* what goes on as it is (`stay`, `worry`, `drift`) is in no picture, and a link to it is passed over. A level
//! is a place and its words, never a number.

mod experiences;
pub mod lettering;
mod path;
mod strengths;
mod timeline;
mod values;

use crate::document::{Document, ItemId, KINDS, Kind, Path, Picked, Section, wish};
use crate::export::sheet::{label, leaf_words, name_of};
use crate::pack::{Lang, Pack};
use crate::share::SharedPlan;
use crate::wording as w;

/// How wide every picture is.
pub const WIDTH: i32 = 360;
/// What stands beside it.
const EDGE: i32 = 12;
/// The sizes of its words.
const NAME: i32 = 16;
const BODY: i32 = 14;
const SMALL: i32 = 13;

/// A picture with the words that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Which one: `path`, `strengths`, `values`, `experiences`, `steps`.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub sentence: String,
    /// Every value.
    pub table: Table,
    /// What is drawn, in this order.
    pub shapes: Vec<Shape>,
    /// Its size.
    pub width: i32,
    /// Its size.
    pub height: i32,
}

/// A table; the first cell of a row is its heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The headings.
    pub columns: Vec<String>,
    /// The rows: as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// A place in a picture, from the upper left corner.
pub type At = (i32, i32);

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A straight line.
    Line(At, At, Role),
    /// Curves joined together: where they begin; and for each two handles and where it ends.
    Curve(At, Vec<[At; 3]>, Role),
    /// A line whose end is a head.
    Arrow(At, At, Role),
    /// A circle.
    Circle(At, i32, Role),
    /// A box: its upper left corner, width, height, and how round it is.
    Rect(At, (i32, i32), i32, Role),
    /// A line of words on its baseline.
    Text(Lettering),
}

/// A line of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lettering {
    /// Where it begins, or what it is centred on.
    pub at: At,
    /// Whether it is centred.
    pub centred: bool,
    /// Its size.
    pub size: i32,
    /// What it says.
    pub words: String,
    /// What it is.
    pub role: Role,
}

/// What a shape is. How that looks is for whoever draws it; no two that matter differ by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The way: a dotted line.
    Way,
    /// Where one is: filled with ink.
    Now,
    /// A station on the way: an outline.
    Station,
    /// The far end, and what is full: filled.
    Goal,
    /// Words on what is filled.
    OnGoal,
    /// What belongs together: a thin line.
    Link,
    /// What is there without saying much: a faint line.
    Quiet,
    /// What rests, or is missing: a dashed outline.
    Dashed,
    /// A broad line.
    Strong,
    /// Words, the main ones.
    Name,
    /// Words.
    Body,
    /// Words beside others.
    Soft,
}

impl Shape {
    /// What is drawn with a pen: the way it goes, as the `d` of a path. `None` for what has a shape of its own.
    pub fn d(&self) -> Option<String> {
        match self {
            Self::Line((x, y), (to_x, to_y), _) => Some(format!("M{x} {y}L{to_x} {to_y}")),
            // Arrows lie level.
            Self::Arrow((x, y), (to_x, to_y), _) => {
                let back = if x < to_x { to_x - 5 } else { to_x + 5 };
                let (up, down) = (to_y - 4, to_y + 4);
                Some(format!("M{x} {y}L{to_x} {to_y}M{back} {up}L{to_x} {to_y}L{back} {down}"))
            }
            Self::Curve((x, y), bends, _) => {
                let bend = |[(a, b), (c, d), (x, y)]: &[At; 3]| format!("C{a} {b} {c} {d} {x} {y}");
                Some(format!("M{x} {y}") + &bends.iter().map(bend).collect::<String>())
            }
            Self::Circle(..) | Self::Rect(..) | Self::Text(_) => None,
        }
    }

    /// How far down it reaches; a curve no farther than its ends.
    fn bottom(&self) -> i32 {
        match self {
            Self::Line((_, y), (_, to), _) | Self::Arrow((_, y), (_, to), _) => *y.max(to),
            Self::Curve((_, y), bends, _) => bends.iter().map(|[_, _, end]| end.1).max().unwrap_or(*y).max(*y),
            Self::Circle((_, y), r, _) => y + r,
            Self::Rect((_, y), (_, height), ..) => y + height,
            Self::Text(text) => text.at.1 + text.size / 4,
        }
    }

    /// What it is.
    pub fn role(&self) -> Role {
        match self {
            Self::Line(.., role)
            | Self::Curve(.., role)
            | Self::Arrow(.., role)
            | Self::Circle(.., role)
            | Self::Rect(.., role) => *role,
            Self::Text(text) => text.role,
        }
    }
}

impl Role {
    /// The name that style sheets know it by.
    pub fn class(self) -> &'static str {
        match self {
            Self::Way => "drawn-way",
            Self::Now => "drawn-now",
            Self::Station => "drawn-station",
            Self::Goal => "drawn-goal",
            Self::OnGoal => "drawn-on-goal",
            Self::Link => "drawn-link",
            Self::Quiet => "drawn-quiet",
            Self::Dashed => "drawn-dashed",
            Self::Strong => "drawn-strong",
            Self::Name => "drawn-name",
            Self::Body => "drawn-body",
            Self::Soft => "drawn-soft",
        }
    }
}

/// All of them, in the order in which they are shown.
pub fn all(document: &Document, pack: &Pack, lang: Lang) -> Vec<Picture> {
    let told = Told { document, pack, lang };
    vec![
        path::picture(&told),
        strengths::picture(&told),
        values::picture(&told),
        experiences::picture(&told),
        timeline::picture(&told),
    ]
}

/// Those that say something of what is shared. A thing whose name is not shown is in none of them, for a picture would have to
/// call it something.
pub fn of_shared(plan: &SharedPlan, pack: &Pack, lang: Lang) -> Vec<Picture> {
    let named = plan.named();
    let mut shown = all(&named, pack, lang);
    let wishes = [&wish::LINE, &wish::SCENE].iter().any(|field| named.is_said(field.alone()));
    shown.retain(|picture| !picture.table.rows.is_empty() && (picture.id != "path" || wishes));
    shown
}

/// Where one finds the words of a document.
pub(super) struct Told<'a> {
    pub(super) document: &'a Document,
    pub(super) pack: &'a Pack,
    pub(super) lang: Lang,
}

impl Told<'_> {
    /// The items of a kind that say anything at all.
    fn items(&self, kind: &'static Kind) -> Vec<ItemId> {
        let says = |id: &ItemId| kind.fields.iter().any(|field| self.document.is_said(field.of(*id)));
        self.document.ids(kind).into_iter().filter(says).collect()
    }

    /// What a leaf says, whole; links only to what a picture may show.
    fn words(&self, path: Path) -> String {
        w::list(&self.words_of(path), self.lang)
    }

    /// The same, one for each card or link.
    fn words_of(&self, path: Path) -> Vec<String> {
        if path.field.shape == crate::document::Shape::Links {
            return self.links(path).into_iter().filter_map(|id| self.name(id)).collect();
        }
        leaf_words(self.document, self.pack, path, self.lang)
    }

    /// The items that a leaf points to, without those that no picture shows.
    pub(super) fn links(&self, path: Path) -> Vec<ItemId> {
        let hidden = |id: &ItemId| {
            KINDS.iter().any(|k| k.section == Section::Drift && self.document.items(k).iter().any(|i| i.id == *id))
        };
        self.document.links(path).iter().copied().filter(|id| !hidden(id)).collect()
    }

    /// What an item is called, if it has a name that can be seen.
    pub(super) fn name(&self, id: ItemId) -> Option<String> {
        name_of(self.document, self.pack, id, self.lang).filter(|name| !name.trim().is_empty())
    }

    /// What an item is called in a picture.
    fn called(&self, id: ItemId) -> String {
        self.name(id).unwrap_or_else(|| w::PICTURE_UNNAMED.get(self.lang).to_owned())
    }

    fn label(&self, id: &str) -> String {
        label(self.pack, id, self.lang)
    }

    /// The first card of a leaf: which one of its catalogue it is, if it is one of them.
    fn place(&self, path: Path) -> Option<usize> {
        let id = self.card(path)?;
        let catalogue = self.pack.question(path.field.id)?.cards.as_deref()?;
        self.pack.cards(catalogue).iter().position(|card| card.id == id)
    }

    /// The id of the first card of a leaf.
    fn card(&self, path: Path) -> Option<&str> {
        self.document.card(path).map(|card: &Picked| card.id.as_str()).filter(|id| !id.is_empty())
    }

    /// A table of all that a kind holds: a row for each item, a column for each field that somebody filled in.
    fn table(&self, kind: &'static Kind) -> Table {
        let ids = self.items(kind);
        if ids.is_empty() {
            return Table::default();
        }
        let filled = |f: &&'static crate::document::Field| ids.iter().any(|id| self.document.is_said(f.of(*id)));
        let (first, rest) = (kind.fields[0], kind.fields[1..].iter().copied().filter(filled).collect::<Vec<_>>());
        let columns = [first].into_iter().chain(rest.iter().copied()).map(|f| self.label(f.id)).collect();
        let row = |id: &ItemId| {
            let mut row = vec![self.words(first.of(*id))];
            row.extend(rest.iter().map(|field| self.words(field.of(*id))));
            row
        };
        Table { columns, rows: ids.iter().map(row).collect() }
    }
}

/// 「A」「B」ほか2件: the first names of several.
fn names(all: &[String], lang: Lang) -> String {
    const FIRST: usize = 3;
    let first: Vec<String> = all.iter().take(FIRST).map(|name| short(name, 24)).collect();
    let more = all.len().saturating_sub(FIRST);
    match (lang, more) {
        (Lang::Ja, 0) => format!("「{}」", first.join("」「")),
        (Lang::Ja, _) => format!("「{}」ほか{more}件", first.join("」「")),
        (Lang::En, 0) => format!("“{}”", first.join("”, “")),
        (Lang::En, _) => format!("“{}” and {more} more", first.join("”, “")),
    }
}

/// The beginning of some words, to be quoted within a sentence: so many wide characters of it, without its full stop.
fn short(words: &str, most: i32) -> String {
    let line = lettering::lines(words, 100, most * 100, 1).concat();
    w::isolated(line.strip_suffix(['。', '.']).unwrap_or(&line)).into_owned()
}

/// What draws downwards.
struct Pen {
    shapes: Vec<Shape>,
    /// How far down one is.
    y: i32,
    lang: Lang,
}

impl Pen {
    fn new(lang: Lang) -> Self {
        Self { shapes: Vec::new(), y: EDGE, lang }
    }

    fn draw(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    /// One line of words at a height of its own.
    fn say(&mut self, at: At, size: i32, role: Role, words: impl Into<String>) {
        self.draw(Shape::Text(Lettering { at, centred: false, size, words: words.into(), role }));
    }

    /// Words in lines, from here on downwards.
    fn lines(&mut self, x: i32, room: i32, size: i32, role: Role, most: usize, words: &str) {
        // Bold letters are broader.
        let room = if role == Role::Name { room - room / 14 } else { room };
        for line in lettering::lines(words, size, room, most) {
            self.say((x, self.y + size), size, role, line);
            self.y += size * 3 / 2;
        }
    }

    /// A word in a rounded box that begins at `x`, or ends there; answers with where it begins.
    fn tag(&mut self, (x, y): At, ends: bool, most: i32, look: Role, words: &str) -> i32 {
        const HEIGHT: i32 = 22;
        let line = lettering::lines(words, SMALL, most, 1).concat();
        let wide = lettering::width(&line, SMALL) + 18;
        let left = if ends { x - wide } else { x };
        self.draw(Shape::Rect((left, y), (wide, HEIGHT), HEIGHT / 2, look));
        let role = if look == Role::Goal { Role::OnGoal } else { Role::Body };
        let at = (left + wide / 2, y + 16);
        self.draw(Shape::Text(Lettering { at, centred: true, size: SMALL, words: line, role }));
        left
    }

    /// Says how many are in the table only.
    fn more(&mut self, x: i32, count: usize) {
        if count > 0 {
            let words = match self.lang {
                Lang::Ja => format!("ほか{count}件は、表に"),
                Lang::En => format!("{count} more in the table"),
            };
            self.lines(x, WIDTH - x - EDGE, SMALL, Role::Soft, 1, &words);
        }
    }

    fn done(mut self, told: &Told, id: &'static str, title: w::Words, sentence: String, table: Table) -> Picture {
        let height = self.shapes.iter().map(Shape::bottom).max().unwrap_or(0) + EDGE + 2;
        self.shapes.retain(|shape| !matches!(shape, Shape::Text(text) if text.words.trim().is_empty()));
        let title = title.get(told.lang).to_owned();
        Picture { id, title, sentence, table, shapes: self.shapes, width: WIDTH, height }
    }
}
