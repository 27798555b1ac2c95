//! The registry: every field and every kind of item, named once, with what it holds and who may ever see it.
//!
//! Saving, sharing, progress, exports and tests walk [`KINDS`]; the statics themselves stand in the room of their section.
//! May know: ids. Must never know: an answer, a word of the pack.
//!
//! *Invariant:* an id is permanent (`tests/golden/field-ids.txt`): somebody's saved answer stands on it.

use super::{ItemId, Path};
use super::{after, deeper, drift, experience, reply, sheet, stand, steps, strength, values, wish, work};

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
    /// Whether 「まだ分からない」 can be shown as the answer to it, if the person says so.
    pub told_unsure: bool,
    /// How many characters (grapheme clusters) the sheet has room for, 0 where it doesn't matter. Advice: nothing is cut.
    pub room: usize,
}

impl Field {
    const fn new(id: &'static str, shape: Shape, sharing: Sharing) -> Self {
        Self { id, shape, sharing, short: false, told_unsure: false, room: 0 }
    }
    pub(super) const fn text(id: &'static str, room: usize) -> Self {
        Self { room, ..Self::new(id, Shape::Text, Sharing::Free) }
    }
    pub(super) const fn pick(id: &'static str) -> Self {
        Self::new(id, Shape::Pick, Sharing::Free)
    }
    pub(super) const fn picks(id: &'static str) -> Self {
        Self::new(id, Shape::Picks, Sharing::Free)
    }
    pub(super) const fn links(id: &'static str) -> Self {
        Self::new(id, Shape::Links, Sharing::Free)
    }
    pub(super) const fn flag(id: &'static str) -> Self {
        Self::new(id, Shape::Flag, Sharing::Free)
    }
    pub(super) const fn short(self) -> Self {
        Self { short: true, ..self }
    }
    pub(super) const fn one_by_one(self) -> Self {
        Self { sharing: Sharing::OneByOne, ..self }
    }
    pub(super) const fn told_unsure(self) -> Self {
        Self { told_unsure: true, ..self }
    }
    pub(super) const fn never(self) -> Self {
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
    pub(super) const fn one(id: &'static str, section: Section, fields: &'static [&'static Field]) -> Self {
        Self { id, section, many: false, fields }
    }
    pub(super) const fn many(id: &'static str, section: Section, fields: &'static [&'static Field]) -> Self {
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

    pub(super) fn index(&self) -> usize {
        KINDS.iter().position(|k| k.id == self.id).unwrap_or(0)
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// The registry: every kind, in the order of the walk.
pub static KINDS: [&Kind; 30] = [
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
    &sheet::SITUATION,
    &reply::HANDOVER,
    &reply::RECEIPT,
    &reply::REPLY,
    &reply::REPLIED,
];
