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
pub mod deeper;
pub mod drift;
pub mod experience;
pub mod record;
pub mod sheet;
pub mod stand;
pub mod steps;
pub mod strength;
pub mod values;
pub mod wish;
pub mod work;

pub use apply::{Applied, Change, Touched};

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A section of the walk, in its order. The ids are the pack's section ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// いまの仕事
    Work,
    /// なくしたくないもの
    Values,
    /// ありたい姿
    Wish,
    /// いまの働き方が続いたら
    Drift,
    /// 経験
    Experience,
    /// 力
    Strength,
    /// 逆算
    Steps,
    /// もう少し深く
    Deeper,
    /// 見せる用紙
    Sheet,
    /// 面談のあと
    After,
}

impl Section {
    /// All of them, in the order of the walk.
    pub const ALL: [Self; 10] = [
        Self::Work,
        Self::Values,
        Self::Wish,
        Self::Drift,
        Self::Experience,
        Self::Strength,
        Self::Steps,
        Self::Deeper,
        Self::Sheet,
        Self::After,
    ];

    /// The id that the pack uses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Values => "values",
            Self::Wish => "wish",
            Self::Drift => "drift",
            Self::Experience => "experience",
            Self::Strength => "strength",
            Self::Steps => "steps",
            Self::Deeper => "deeper",
            Self::Sheet => "sheet",
            Self::After => "after",
        }
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words as typed.
    Text,
    /// One card, or words of one's own in its place.
    Pick,
    /// Several cards.
    Picks,
    /// Other items of this document.
    Links,
    /// A mark: on or off.
    Flag,
}

/// Who may ever see a field, if the person says so. Nothing is shared until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// On its own or together with its section.
    Free,
    /// On its own only: sharing a section or an item leaves it private.
    OneByOne,
    /// Never, whatever is asked.
    Never,
}

/// One field of the registry. Its `id` is permanent.
#[derive(Debug)]
pub struct Field {
    /// `kind.name`, such as `wish.scene`.
    pub id: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Who may ever see it.
    pub sharing: Sharing,
    /// Whether the ten-minute path asks it.
    pub short: bool,
    /// How many characters (grapheme clusters) the sheet has room for, 0 where it doesn't matter. Advice: nothing is cut.
    pub room: usize,
}

impl Field {
    const fn new(id: &'static str, shape: Shape, sharing: Sharing) -> Self {
        Self { id, shape, sharing, short: false, room: 0 }
    }
    const fn text(id: &'static str, room: usize) -> Self {
        Self { room, ..Self::new(id, Shape::Text, Sharing::Free) }
    }
    const fn pick(id: &'static str) -> Self {
        Self::new(id, Shape::Pick, Sharing::Free)
    }
    const fn picks(id: &'static str) -> Self {
        Self::new(id, Shape::Picks, Sharing::Free)
    }
    const fn links(id: &'static str) -> Self {
        Self::new(id, Shape::Links, Sharing::Free)
    }
    const fn flag(id: &'static str) -> Self {
        Self::new(id, Shape::Flag, Sharing::Free)
    }
    const fn short(self) -> Self {
        Self { short: true, ..self }
    }
    const fn one_by_one(self) -> Self {
        Self { sharing: Sharing::OneByOne, ..self }
    }
    const fn never(self) -> Self {
        Self { sharing: Sharing::Never, ..self }
    }

    /// The name within its kind: `scene` of `wish.scene`.
    pub fn name(&self) -> &'static str {
        self.id.split_once('.').map_or(self.id, |(_, name)| name)
    }

    /// The kind it belongs to.
    pub fn kind(&self) -> &'static Kind {
        let id = self.id.split_once('.').map_or(self.id, |(kind, _)| kind);
        // tests/registry.rs holds that every field's kind is in the registry.
        Kind::by_id(id).unwrap_or(KINDS[0])
    }

    /// The path of a field that exists once.
    pub fn alone(&'static self) -> Path {
        Path { field: self, item: ItemId::ALONE }
    }

    /// The path of this field of an item.
    pub fn of(&'static self, item: ItemId) -> Path {
        Path { field: self, item }
    }
}

/// A kind of item (`experience`), or a group of fields that exist once (`wish`).
#[derive(Debug)]
pub struct Kind {
    /// Permanent id.
    pub id: &'static str,
    /// Where it is asked.
    pub section: Section,
    /// Whether there can be several.
    pub many: bool,
    /// Its fields. The first names the item.
    pub fields: &'static [&'static Field],
}

impl Kind {
    const fn one(id: &'static str, section: Section, fields: &'static [&'static Field]) -> Self {
        Self { id, section, many: false, fields }
    }
    const fn many(id: &'static str, section: Section, fields: &'static [&'static Field]) -> Self {
        Self { id, section, many: true, fields }
    }

    /// The kind of that id.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        KINDS.iter().copied().find(|k| k.id == id)
    }

    /// The field called `name` in this kind.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().copied().find(|f| f.name() == name)
    }

    fn index(&self) -> usize {
        KINDS.iter().position(|k| k.id == self.id).unwrap_or(0)
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// The registry: every kind, in the order of the walk.
pub static KINDS: [&Kind; 25] = [
    &work::WORK,
    &values::VALUE,
    &values::CONDITION,
    &wish::WISH,
    &wish::DAYS,
    &drift::STAY,
    &drift::WORRY,
    &drift::DRIFT,
    &experience::EXPERIENCE,
    &strength::STRENGTH,
    &steps::BACK,
    &steps::STEP,
    &deeper::FUTURE,
    &deeper::LETTER,
    &deeper::PRECEDENT,
    &deeper::HAND,
    &sheet::SHEET,
    &sheet::ASK,
    &sheet::QUESTION,
    &sheet::REREAD,
    &sheet::REMARK,
    &after::PROMISE,
    &after::AFTER,
    &after::LOOK,
    &stand::STAND,
];

/// The identity of an item: random, handed in with the change that adds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u64);

impl ItemId {
    /// The one item of a kind that exists once.
    pub const ALONE: Self = Self(0);

    /// Reads what [`Display`](fmt::Display) wrote.
    pub fn read(hex: &str) -> Option<Self> {
        (hex.len() == 16).then(|| u64::from_str_radix(hex, 16).ok()).flatten().map(Self)
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
    pub(crate) shared: BTreeMap<Audience, BTreeSet<Path>>,
    /// Answers to the pack's own extra questions, by question id.
    pub(crate) extra: BTreeMap<String, Answer<String>>,
    /// Whole records that this program doesn't know, by key. Carried along untouched.
    pub(crate) unknown: BTreeMap<String, Map<String, Value>>,
}

impl Default for Document {
    fn default() -> Self {
        let alone = |k: &&Kind| if k.many { Vec::new() } else { vec![Item::new(k, ItemId::ALONE)] };
        Self {
            kinds: KINDS.iter().map(alone).collect(),
            shared: BTreeMap::new(),
            extra: BTreeMap::new(),
            unknown: BTreeMap::new(),
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

    /// Whether there is anything at a path to show.
    pub fn is_said(&self, path: Path) -> bool {
        self.leaf(path).is_some_and(Leaf::is_said)
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
        self.shared.get(&with).is_some_and(|paths| paths.contains(&path))
    }

    /// Whether the person shows this audience anything.
    pub fn shares_anything(&self, with: Audience) -> bool {
        self.shared.get(&with).is_some_and(|paths| !paths.is_empty())
    }

    /// Whether nothing was said, put off or added at all.
    pub fn is_blank(&self) -> bool {
        self.extra.is_empty()
            && self.unknown.is_empty()
            && KINDS.iter().zip(&self.kinds).all(|(kind, items)| !kind.many || items.is_empty())
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

/// One run through the walk: this year's, or a closed one of another year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Random identity.
    pub id: ItemId,
    /// When it was begun, milliseconds since 1970 (UTC).
    pub opened_at: u64,
    /// When it was closed; `None` while it is being written.
    pub closed_at: Option<u64>,
    /// What was said.
    pub document: Document,
    /// What a newer program noted about the edition. Carried along untouched.
    pub(crate) unknown: Map<String, Value>,
}

impl Edition {
    /// A fresh edition.
    pub fn new(id: ItemId, opened_at: u64) -> Self {
        Self { id, opened_at, closed_at: None, document: Document::default(), unknown: Map::new() }
    }
}

/// Everything a person keeps: closed editions, and the open one. The backup is the binder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binder {
    /// Oldest first; the last one is open.
    pub(crate) editions: Vec<Edition>,
}

impl Binder {
    /// A binder with one fresh edition.
    pub fn new(id: ItemId, opened_at: u64) -> Self {
        Self { editions: vec![Edition::new(id, opened_at)] }
    }

    /// All editions, oldest first.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The edition that is being written.
    pub fn open(&self) -> &Edition {
        // A binder is only made with an edition in it (`new`, `format::assemble`), and nothing removes the last one.
        &self.editions[self.editions.len() - 1]
    }

    /// The document that is being written.
    pub fn document(&self) -> &Document {
        &self.open().document
    }
}
