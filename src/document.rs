//! What the person said: the binder, its editions, and the one way to change them.
//!
//! Every field and every kind of item is named once, in the statics of `document/*.rs`; [`KINDS`] is the registry that
//! saving, sharing, progress, exports and tests walk. A [`Document`] keeps exactly what was typed and chosen: nothing is
//! trimmed, cut or normalised on the way in.
//! May know: answers. Must never know: the pack's words, what follows from the answers, how they are stored, the browser,
//! what time it is (ids and times are handed in).
//!
//! *Invariant:* [`apply`](Binder::apply) is the only writer. It says which records it touched and how to take it back.

pub mod after;
pub mod apply;
pub mod binder;
pub mod day;
pub mod days;
pub mod deeper;
pub mod drift;
pub mod due;
pub mod experience;
pub mod next;
pub(crate) mod order;
pub mod record;
pub mod registry;
pub mod reply;
pub mod sheet;
pub mod stand;
pub mod steps;
pub mod strength;
pub mod undo;
pub mod values;
pub mod wish;
pub mod work;

pub use apply::{Applied, Change, Touched};
pub use binder::{Binder, Edition, LAST_MOMENT};
pub use registry::{Field, KINDS, Kind, Section, Shape, Sharing};

use serde_json::{Map, Value};
use std::fmt;

/// The identity of an item: random, handed in with the change that adds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u64);

impl ItemId {
    /// The one item of a kind that exists once.
    pub const ALONE: Self = Self(0);

    /// Reads what [`Display`](fmt::Display) wrote, and nothing else: one id has one spelling.
    pub fn read(hex: &str) -> Option<Self> {
        let ours = hex.len() == 16 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        ours.then(|| u64::from_str_radix(hex, 16).ok()).flatten().map(Self)
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The place of one leaf: which field, of which item.
#[derive(Clone, Copy, Debug)]
pub struct Path {
    /// The field.
    pub field: &'static Field,
    /// The item; [`ItemId::ALONE`] where the kind exists once.
    pub item: ItemId,
}

impl Path {
    fn key(&self) -> (&'static str, ItemId) {
        (self.field.id, self.item)
    }

    /// Reads what [`Display`](fmt::Display) wrote; `None` for a field that this program doesn't know.
    pub fn read(text: &str) -> Option<Self> {
        let (owner, name) = text.split_once('.')?;
        let (kind, item) = match owner.split_once('/') {
            Some((kind, hex)) => (kind, ItemId::read(hex)?),
            None => (owner, ItemId::ALONE),
        };
        let field = Kind::by_id(kind)?.field(name)?;
        Some(Self { field, item })
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}
impl Eq for Path {}
impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Path {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

/// `wish.scene`, or `experience/00000000000000a1.why`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.item == ItemId::ALONE {
            f.write_str(self.field.id)
        } else {
            let kind = self.field.id.split_once('.').map_or(self.field.id, |(kind, _)| kind);
            write!(f, "{kind}/{}.{}", self.item, self.field.name())
        }
    }
}

/// How a question stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answer<T> {
    /// Not answered, or emptied again.
    #[default]
    Open,
    /// あとで
    Later,
    /// まだ分からない
    NotSure,
    /// Answered.
    Said(T),
}

impl<T> Answer<T> {
    /// What was said, if anything was.
    pub fn said(&self) -> Option<&T> {
        if let Self::Said(said) = self { Some(said) } else { None }
    }
}

/// A chosen card: its id and its label **as seen** when it was chosen. Words of one's own have no id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Picked {
    /// The card's id in its catalogue; empty for words of one's own.
    pub id: String,
    /// What the person saw or wrote.
    pub label: String,
}

/// The content of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// [`Shape::Text`]
    Text(Answer<String>),
    /// [`Shape::Pick`] and [`Shape::Picks`]
    Cards(Answer<Vec<Picked>>),
    /// [`Shape::Links`]
    Links(Vec<ItemId>),
    /// [`Shape::Flag`]
    Flag(bool),
}

impl Leaf {
    /// The empty leaf of a shape.
    pub fn empty(shape: Shape) -> Self {
        match shape {
            Shape::Text => Self::Text(Answer::Open),
            Shape::Pick | Shape::Picks => Self::Cards(Answer::Open),
            Shape::Links => Self::Links(Vec::new()),
            Shape::Flag => Self::Flag(false),
        }
    }

    /// Whether there is anything in it to show.
    pub fn is_said(&self) -> bool {
        match self {
            Self::Text(a) => a.said().is_some(),
            Self::Cards(a) => a.said().is_some(),
            Self::Links(to) => !to.is_empty(),
            Self::Flag(on) => *on,
        }
    }

    /// Whether it is just as it was in the beginning: neither said nor put off.
    pub fn is_open(&self) -> bool {
        !self.is_said() && !self.is_later() && !self.is_not_sure()
    }

    /// Whether it was put off with 「あとで」.
    pub fn is_later(&self) -> bool {
        matches!(self, Self::Text(Answer::Later) | Self::Cards(Answer::Later))
    }

    /// Whether the answer was 「まだ分からない」.
    pub fn is_not_sure(&self) -> bool {
        matches!(self, Self::Text(Answer::NotSure) | Self::Cards(Answer::NotSure))
    }
}

/// One item: its leaves stand in the order of its kind's fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its identity.
    pub id: ItemId,
    pub(crate) leaves: Vec<Leaf>,
    /// What a newer program wrote into this item and this one doesn't know. Carried along untouched.
    pub(crate) unknown: Map<String, Value>,
}

impl Item {
    pub(crate) fn new(kind: &Kind, id: ItemId) -> Self {
        Self { id, leaves: kind.fields.iter().map(|f| Leaf::empty(f.shape)).collect(), unknown: Map::new() }
    }
}

/// Who a plan is shown to. Each sees only what was shared with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// 面談の相手
    Talk,
    /// 人事
    Hr,
}

impl Audience {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Talk, Self::Hr];

    /// Permanent id, used in saved data.
    pub fn id(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Hr => "hr",
        }
    }
}

/// Everything that one person said in one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(crate) kinds: Vec<Vec<Item>>,
    /// What each of [`Audience::ALL`] may see, in the paths' order.
    pub(crate) shared: [Vec<Path>; 2],
    /// What stays off the one page for each of [`Audience::ALL`], though they may see it; in the paths' order.
    pub(crate) left_off: [Vec<Path>; 2],
    /// Answers to the pack's own extra questions, by question id, in its order.
    pub(crate) extra: Vec<(String, Answer<String>)>,
    /// Whole records that this program doesn't know, and what it doesn't know in orders, shares and extra answers, by the
    /// name of the part. Carried along untouched.
    pub(crate) unknown: Map<String, Value>,
}

impl Default for Document {
    fn default() -> Self {
        let alone = |k: &&Kind| if k.many { Vec::new() } else { vec![Item::new(k, ItemId::ALONE)] };
        Self {
            kinds: KINDS.iter().map(alone).collect(),
            shared: [Vec::new(), Vec::new()],
            left_off: [Vec::new(), Vec::new()],
            extra: Vec::new(),
            unknown: Map::new(),
        }
    }
}

impl Document {
    /// The items of a kind in the person's order; exactly one for a kind that exists once.
    pub fn items(&self, kind: &Kind) -> &[Item] {
        &self.kinds[kind.index()]
    }

    /// The ids of the items of a kind, in the person's order.
    pub fn ids(&self, kind: &Kind) -> Vec<ItemId> {
        self.items(kind).iter().map(|i| i.id).collect()
    }

    /// The leaf at a path; `None` when its item is gone.
    pub fn leaf(&self, path: Path) -> Option<&Leaf> {
        let kind = path.field.kind();
        let at = kind.fields.iter().position(|f| f.id == path.field.id)?;
        self.items(kind).iter().find(|i| i.id == path.item)?.leaves.get(at)
    }

    /// The words at a path; empty where nothing was said.
    pub fn text(&self, path: Path) -> &str {
        match self.leaf(path) {
            Some(Leaf::Text(Answer::Said(text))) => text,
            _ => "",
        }
    }

    /// The cards at a path; none where nothing was chosen.
    pub fn cards(&self, path: Path) -> &[Picked] {
        match self.leaf(path) {
            Some(Leaf::Cards(Answer::Said(cards))) => cards,
            _ => &[],
        }
    }

    /// The first card at a path.
    pub fn card(&self, path: Path) -> Option<&Picked> {
        self.cards(path).first()
    }

    /// The items a leaf points to.
    pub fn links(&self, path: Path) -> &[ItemId] {
        match self.leaf(path) {
            Some(Leaf::Links(to)) => to,
            _ => &[],
        }
    }

    /// Whether a mark is set.
    pub fn flag(&self, path: Path) -> bool {
        matches!(self.leaf(path), Some(Leaf::Flag(true)))
    }

    /// The answer to a question of the pack's own.
    pub(crate) fn extra(&self, id: &str) -> Option<&Answer<String>> {
        self.extra.iter().find(|(here, _)| here == id).map(|(_, answer)| answer)
    }

    /// The questions of the pack's own that have an answer.
    pub(crate) fn extra_ids(&self) -> impl Iterator<Item = &str> {
        self.extra.iter().map(|(id, _)| id.as_str())
    }

    /// Puts an answer to a question of the pack's own in its place, or takes it away; answers with the one before.
    pub(crate) fn set_extra(&mut self, id: &str, answer: Option<Answer<String>>) -> Option<Answer<String>> {
        let at = self.extra.partition_point(|(here, _)| here.as_str() < id);
        let before = self.extra.get(at).is_some_and(|(here, _)| here == id).then(|| self.extra.remove(at).1);
        if let Some(answer) = answer {
            self.extra.insert(at, (id.to_owned(), answer));
        }
        before
    }

    /// Whether there is anything at a path to show.
    pub fn is_said(&self, path: Path) -> bool {
        self.leaf(path).is_some_and(Leaf::is_said)
    }

    /// Whether a leaf holds something that may be shown, if the person says so: what is said, or 「まだ分からない」.
    pub fn can_be_shown(&self, path: Path) -> bool {
        path.field.sharing != Sharing::Never && self.is_said(path) || self.holds_unsure(path)
    }

    /// Whether a leaf holds 「まだ分からない」, where that may be shown.
    pub(crate) fn holds_unsure(&self, path: Path) -> bool {
        path.field.told_unsure && self.leaf(path).is_some_and(Leaf::is_not_sure)
    }

    /// Every leaf with its path, in the registry's order, empty ones too.
    pub fn leaves(&self) -> impl Iterator<Item = (Path, &Leaf)> {
        KINDS.iter().zip(&self.kinds).flat_map(|(kind, items)| {
            items.iter().flat_map(|item| {
                kind.fields.iter().zip(&item.leaves).map(|(field, leaf)| (Path { field, item: item.id }, leaf))
            })
        })
    }

    /// Whether the person agreed that this audience may see this leaf.
    pub fn is_shared(&self, path: Path, with: Audience) -> bool {
        self.shared[with as usize].binary_search(&path).is_ok()
    }

    /// Whether the person left this leaf off the one page for this audience.
    pub fn is_left_off(&self, path: Path, of: Audience) -> bool {
        self.left_off[of as usize].binary_search(&path).is_ok()
    }

    /// Whether the person shows this audience anything.
    pub fn shares_anything(&self, with: Audience) -> bool {
        !self.shared[with as usize].is_empty()
    }

    /// Whether nothing was said, put off or added at all.
    pub fn is_blank(&self) -> bool {
        self.extra.is_empty()
            && self.unknown.is_empty()
            && KINDS.iter().zip(&self.kinds).all(|(kind, items)| !kind.many || items.is_empty())
            && self.kinds.iter().flatten().all(|item| item.unknown.is_empty())
            && self.leaves().all(|(_, leaf)| leaf.is_open())
    }

    pub(crate) fn item_mut(&mut self, kind: &Kind, id: ItemId) -> Option<&mut Item> {
        self.kinds[kind.index()].iter_mut().find(|i| i.id == id)
    }

    pub(crate) fn items_mut(&mut self, kind: &Kind) -> &mut Vec<Item> {
        &mut self.kinds[kind.index()]
    }

    pub(crate) fn leaf_mut(&mut self, path: Path) -> Option<&mut Leaf> {
        let kind = path.field.kind();
        let at = kind.fields.iter().position(|f| f.id == path.field.id)?;
        self.item_mut(kind, path.item)?.leaves.get_mut(at)
    }
}
