//! What may be seen: the part of a document that the person agreed to show to one audience.
//!
//! May know: documents, and in `given` the codec. Must never know: words of the pack, exports, the browser.
//!
//! *Invariant:* [`SharedPlan`] has no public constructor and no `Deserialize`; [`for_audience`] is the only way to one, for
//! a file that was handed over ([`open`]) too.
//! Whatever takes a `SharedPlan` can't leak what was not shared, because it is not in there. Absent means private.

mod given;

pub use given::{Given, open, write, write_as};

use crate::document::order::sorted;
use crate::document::{
    Audience, Document, Item, ItemId, KINDS, Leaf, Path, Sharing, experience, reply, stand, steps, strength,
};

/// The card 「休ませたい」 of the catalogue `feelings`.
const REST: &str = "rest";

/// What one audience may see. Everything else is gone from it, not hidden.
#[derive(Clone, Debug)]
pub struct SharedPlan {
    document: Document,
    audience: Audience,
    /// Shared experiences that are no wish any more, also where how they went is not shared.
    over: Vec<ItemId>,
}

/// Two plans are one where they show the same to the same people.
impl PartialEq for SharedPlan {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document && self.audience == other.audience
    }
}

impl SharedPlan {
    /// The answers that are shared, and only they; 「まだ分からない」 too, where that is one of them.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Who it is for.
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// Whether this experience is still wished for, and not done or given up.
    pub fn is_wished(&self, experience: ItemId) -> bool {
        !self.over.contains(&experience)
    }

    /// The same without the items whose name is not shared.
    pub fn named(&self) -> Document {
        let mut named = self.document.clone();
        for kind in KINDS.into_iter().filter(|kind| kind.many) {
            named.items_mut(kind).retain(|item| item.leaves.first().is_some_and(Leaf::is_said));
        }
        named
    }

    /// Whether nothing at all is shared.
    pub fn is_empty(&self) -> bool {
        self.document.leaves().all(|(_, leaf)| leaf.is_open())
    }
}

/// What `audience` may see of a document.
///
/// A link to an item whose name is not shared vanishes. An experience that is done or given up is off the one
/// page: what stands there is still to come. The steps come in order of time.
pub fn for_audience(document: &Document, audience: Audience) -> SharedPlan {
    let mut seen = Document::default();
    for kind in KINDS {
        let items = document.items(kind).iter().map(|item| {
            let mut open = Item::new(kind, item.id);
            for (at, field) in kind.fields.iter().enumerate() {
                let path = Path { field, item: item.id };
                let shows = item.leaves[at].is_said() || stand::is_told_unsure(document, path);
                if shows && may_see(document, path, audience) {
                    open.leaves[at] = item.leaves[at].clone();
                }
            }
            open
        });
        let items = items.collect();
        *seen.items_mut(kind) = items;
    }
    drop_what_is_empty(&mut seen);
    steps::put_in_time_order(seen.items_mut(&steps::STEP));
    let over: Vec<ItemId> =
        seen.ids(&experience::EXPERIENCE).into_iter().filter(|id| experience::is_over(document, *id)).collect();
    let left_off = |path: &Path| document.is_left_off(*path, audience) || over.contains(&path.item);
    let left_off = seen.leaves().filter(|(path, _)| seen.can_be_shown(*path) && left_off(path)).map(|(path, _)| path);
    seen.left_off[audience as usize] = sorted(left_off.collect(), Ord::cmp);
    SharedPlan { document: seen, audience, over }
}

/// The words at one path, if `audience` may see them.
pub fn text_for(document: &Document, path: Path, audience: Audience) -> Option<&str> {
    Some(document.text(path)).filter(|text| !text.is_empty() && may_see(document, path, audience))
}

fn may_see(document: &Document, path: Path, audience: Audience) -> bool {
    document.can_be_shown(path) && document.is_shared(path, audience)
}

/// Links to what has no name here go, and then all items that say nothing.
fn drop_what_is_empty(seen: &mut Document) {
    let many = || KINDS.into_iter().filter(|k| k.many);
    let named: Vec<ItemId> = many()
        .flat_map(|kind| seen.items(kind).iter().filter(|item| item.leaves.first().is_some_and(Leaf::is_said)))
        .map(|item| item.id)
        .collect();
    for kind in KINDS {
        for leaf in seen.items_mut(kind).iter_mut().flat_map(|item| &mut item.leaves) {
            if let Leaf::Links(to) = leaf {
                to.retain(|id| named.contains(id));
            }
        }
    }
    for kind in many() {
        seen.items_mut(kind).retain(|item| !item.leaves.iter().all(Leaf::is_open));
    }
}

/// Whether a leaf may be shown together with others. What one would like a rest from, and what is shown one by one, each
/// waits to be chosen by itself; so do the words that another person replied.
pub fn goes_along(document: &Document, path: Path) -> bool {
    let free = path.field.sharing == Sharing::Free || document.holds_unsure(path);
    free && !reply::is_theirs(document, path)
        && !(*path.field.kind() == strength::STRENGTH && wants_rest(document, path.item))
}

/// Whether an item is a strength that the person would like a rest from.
pub fn wants_rest(document: &Document, item: ItemId) -> bool {
    document.cards(strength::FEELING.of(item)).iter().any(|card| card.id == REST)
}

/// How much of a group of leaves an audience sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// A part.
    Some,
    /// All of it.
    All,
}

/// How much of these leaves an audience sees; leaves that hold nothing don't count.
pub fn shown(document: &Document, paths: &[Path], audience: Audience) -> Shown {
    let said = || paths.iter().filter(|p| document.can_be_shown(**p));
    match said().filter(|p| document.is_shared(**p, audience)).count() {
        0 => Shown::Nothing,
        n if n == said().count() => Shown::All,
        _ => Shown::Some,
    }
}
