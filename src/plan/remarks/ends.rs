//! Loose ends, as offers: a step that serves nothing yet, a strength with no experience, an experience with no step.
//!
//! None of them is a mistake, and leaving them loose is fine.
//! May know: the answers, through a look. Must never know: the screen.

use super::look::{Look, repeats_itself};
use super::remarks;
use crate::document::{Document, ItemId, Path, experience, steps, strength};
use crate::pack::{Lang, Pack};

/// How many are shown.
const SHOWN: usize = 3;

/// Something that could be tied to something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LooseEnd {
    /// The item.
    pub about: ItemId,
    /// The offer, which quotes it.
    pub says: String,
    /// Where it could be tied.
    pub goes_to: Path,
}

/// The loose ends of a document that no remark speaks of, at most a few.
pub fn loose_ends(document: &Document, pack: &Pack, lang: Lang) -> Vec<LooseEnd> {
    let look = Look { rule: "", document, pack, lang };
    let spoken: Vec<ItemId> = remarks(document, pack, lang).into_iter().map(|remark| remark.about).collect();
    let mut ends: Vec<LooseEnd> = untied_steps(&look, &spoken).into_iter().collect();
    if !look.is_overloaded() {
        ends.extend(unbuilt_strengths(&look, &spoken));
        ends.extend(experiences_without_step(&look, &spoken));
    }
    ends.retain(|end| !repeats_itself(&end.says));
    ends.truncate(SHOWN);
    ends
}

/// The items that open steps serve, as far as they are still there.
fn served(look: &Look, step: ItemId) -> Vec<ItemId> {
    let known = [&experience::EXPERIENCE, &strength::STRENGTH].map(|kind| look.document.ids(kind)).concat();
    look.document.links(steps::SERVES.of(step)).iter().copied().filter(|id| known.contains(id)).collect()
}

fn open_steps(look: &Look) -> Vec<(ItemId, String)> {
    look.named(&steps::STEP).into_iter().filter(|(id, _)| look.is_open(*id)).collect()
}

/// Two by their names: where both say the same, there is nothing to link.
fn differ(a: &str, b: &str) -> bool {
    a.trim() != b.trim()
}

/// The steps that serve nothing yet, in one offer: the same said of each would be a reproach.
fn untied_steps(look: &Look, spoken: &[ItemId]) -> Option<LooseEnd> {
    let to = look.wished();
    let loose = |(id, name): &(ItemId, String)| {
        // A step that is called like an experience says what it is for.
        !spoken.contains(id) && served(look, *id).is_empty() && to.iter().all(|(_, other)| differ(name, other))
    };
    let untied: Vec<(ItemId, String)> = open_steps(look).into_iter().filter(loose).collect();
    let ((about, name), (_, to)) = (untied.first()?, to.first()?);
    let (ja, en) = if untied.len() == 1 {
        (
            format!("{name}が何のための一歩かは、まだ空いています。{to}のためなら、つないでおけます。"),
            format!("{name} isn’t linked to anything yet. If it’s for {to}, you can link the two."),
        )
    } else {
        (
            format!(
                "{name}など、何のための一歩かがまだ空いているものがあります。{to}のためのものがあれば、つないでおけます。"
            ),
            format!(
                "Some steps, like {name}, aren’t linked to anything yet. If any of them is for {to}, you can link the two."
            ),
        )
    };
    Some(LooseEnd { about: *about, says: look.either(ja, en), goes_to: steps::SERVES.of(*about) })
}

/// The strengths to grow that no experience builds, in one offer.
fn unbuilt_strengths(look: &Look, spoken: &[ItemId]) -> Option<LooseEnd> {
    let chosen = look.wished();
    let loose = |(id, name): &(ItemId, String)| {
        let built = look.strength_card(*id).is_some_and(|card| chosen.iter().any(|(e, _)| look.builds(*e, card)));
        !spoken.contains(id)
            && look.has(strength::AIM.of(*id), &["grow"])
            && !built
            && chosen.iter().all(|(_, other)| differ(name, other))
    };
    let unbuilt: Vec<(ItemId, String)> = look.named(&strength::STRENGTH).into_iter().filter(loose).collect();
    let ((about, name), (first, with)) = (unbuilt.first()?, chosen.first()?);
    Some(LooseEnd {
        about: *about,
        says: look.either(
            format!("{name}は、まだどの経験ともつながっていません。{with}で育ちそうなら、そこに加えておけます。"),
            format!("No experience is linked to {name} yet. If {with} would build it too, you can add it there."),
        ),
        goes_to: experience::BUILDS.of(*first),
    })
}

fn experiences_without_step(look: &Look, spoken: &[ItemId]) -> Option<LooseEnd> {
    let steps = open_steps(look);
    let tied: Vec<ItemId> = steps.iter().flat_map(|(id, _)| served(look, *id)).collect();
    // Where nothing is tied at all, the steps are what is loose.
    if tied.is_empty() {
        return None;
    }
    let mut untied = look.to_try().into_iter().filter(|(id, _)| !tied.contains(id) && !spoken.contains(id));
    let say = |(id, name): (ItemId, String)| LooseEnd {
        about: id,
        says: look.either(
            format!(
                "{name}に向かう一歩は、まだありません。いつか試したいこととして、そのままにしておいてもかまいません。"
            ),
            format!("There’s no step towards {name} yet. It’s fine to keep it for another day, too."),
        ),
        goes_to: steps::WHAT.alone(),
    };
    // One such offer is enough.
    untied.next().map(say)
}
