//! Loose ends, as offers: a step that serves nothing yet, a strength with no experience, an experience with no step.
//!
//! None of them is a mistake, and leaving them loose is fine.
//! May know: the answers, through a look. Must never know: the screen.

use super::look::Look;
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
    let mut ends = untied_steps(&look);
    if !look.is_overloaded() {
        ends.extend(unbuilt_strengths(&look));
        ends.extend(experiences_without_step(&look));
    }
    ends.retain(|end| !spoken.contains(&end.about));
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

fn untied_steps(look: &Look) -> Vec<LooseEnd> {
    let Some((_, to)) = look.named(&experience::EXPERIENCE).into_iter().next() else { return Vec::new() };
    let untied = open_steps(look).into_iter().filter(|(id, _)| served(look, *id).is_empty());
    let say = |(id, name): (ItemId, String)| LooseEnd {
        about: id,
        says: look.either(
            format!("{name}が何のための一歩かは、まだ空いています。{to}のためなら、つないでおけます。"),
            format!("{name} isn't linked to anything yet. If it's for {to}, you can link the two."),
        ),
        goes_to: steps::SERVES.of(id),
    };
    untied.map(say).collect()
}

fn unbuilt_strengths(look: &Look) -> Vec<LooseEnd> {
    let chosen = look.named(&experience::EXPERIENCE);
    let Some((first, with)) = chosen.first() else { return Vec::new() };
    let loose = |id: ItemId| {
        let built = look.strength_card(id).is_some_and(|card| chosen.iter().any(|(e, _)| look.builds(*e, card)));
        look.has(strength::AIM.of(id), &["grow"]) && !built
    };
    let say = |(id, name): (ItemId, String)| LooseEnd {
        about: id,
        says: look.either(
            format!("{name}は、まだどの経験ともつながっていません。{with}で育ちそうなら、そこに加えておけます。"),
            format!("No experience is linked to {name} yet. If {with} would build it too, you can add it there."),
        ),
        goes_to: experience::BUILDS.of(*first),
    };
    let strengths = look.named(&strength::STRENGTH).into_iter().filter(|(id, _)| loose(*id));
    strengths.map(say).collect()
}

fn experiences_without_step(look: &Look) -> Vec<LooseEnd> {
    let steps = open_steps(look);
    let tied: Vec<ItemId> = steps.iter().flat_map(|(id, _)| served(look, *id)).collect();
    // Where nothing is tied at all, the steps are what is loose.
    if tied.is_empty() {
        return Vec::new();
    }
    let untied = look.to_try().into_iter().filter(|(id, _)| !tied.contains(id));
    let say = |(id, name): (ItemId, String)| LooseEnd {
        about: id,
        says: look.either(
            format!(
                "{name}に向かう一歩は、まだありません。いつか試したいこととして、そのままにしておいてもかまいません。"
            ),
            format!("There is no step towards {name} yet. It's fine to keep it for some other day, too."),
        ),
        goes_to: steps::WHAT.alone(),
    };
    // One such offer is enough.
    untied.take(1).map(say).collect()
}
