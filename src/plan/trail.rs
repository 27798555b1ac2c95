//! Links to follow: from a step back to why, from the ありたい姿 forward to what is being done.
//!
//! Steps and asks serve experiences and strengths, experiences build strengths, and all of them lead to the wish. A link
//! counts only in that direction, so that no way ever runs in a circle.
//! May know: documents, the pack's words. Must never know: screens, how links look.

use crate::document::{Document, ItemId, Kind, Path, experience, sheet, steps, strength, wish};
use crate::export::sheet::{card_label, name_of};
use crate::pack::{Lang, Pack};
use crate::share::wants_rest;
use crate::wording as w;

/// One thing on the way, and what it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Knot {
    /// Which item; [`ItemId::ALONE`] for the wish.
    pub item: ItemId,
    /// What kind of thing it is.
    pub kind: &'static Kind,
    /// What it is called.
    pub name: String,
    /// Where the way goes on.
    pub next: Vec<Self>,
}

/// The kinds of the way, from what is done to the wish.
const LAYERS: [&[&Kind]; 4] =
    [&[&steps::STEP, &sheet::ASK], &[&experience::EXPERIENCE], &[&strength::STRENGTH], &[&wish::WISH]];

/// One thing, with the whole way back to why; `None` where it is gone or says nothing.
pub fn back(document: &Document, pack: &Pack, item: ItemId, lang: Lang) -> Option<Knot> {
    let web = Web::of(document, pack, lang);
    web.find(item).map(|at| web.back(at))
}

/// One thing, with all that is being done for it.
pub fn forward(document: &Document, pack: &Pack, item: ItemId, lang: Lang) -> Option<Knot> {
    let web = Web::of(document, pack, lang);
    web.find(item).map(|at| web.forward(at, &mut Vec::new()))
}

/// The strengths that the person would like a rest from, each with the steps that they tied to it themselves.
/// None of them is on the way to the wish: nobody is to read that something is being done for what wants to
/// rest.
pub fn resting(document: &Document, pack: &Pack, lang: Lang) -> Vec<Knot> {
    let web = Web::of(document, pack, lang);
    let rests = |at: &usize| wants_rest(document, web.knots[*at].item);
    (0..web.knots.len()).filter(rests).map(|at| web.forward(at, &mut Vec::new())).collect()
}

/// Steps and asks that serve nothing yet.
pub fn loose(document: &Document, pack: &Pack, lang: Lang) -> Vec<Knot> {
    let web = Web::of(document, pack, lang);
    let lone = |at: &usize| web.knots[*at].layer == 0 && web.knots[*at].to.is_empty();
    (0..web.knots.len()).filter(lone).map(|at| web.knot(at, Vec::new())).collect()
}

/// Everything on the way and what it leads to, as places in one list.
struct Web {
    knots: Vec<Place>,
}

struct Place {
    item: ItemId,
    kind: &'static Kind,
    layer: usize,
    name: String,
    to: Vec<usize>,
}

impl Web {
    fn of(document: &Document, pack: &Pack, lang: Lang) -> Self {
        let mut web = Self { knots: Vec::new() };
        for (layer, kinds) in LAYERS.into_iter().enumerate() {
            for kind in kinds {
                for item in document.ids(kind) {
                    let name =
                        if kind.many { name_of(document, pack, item, lang) } else { Some(wish_name(document, lang)) };
                    if let Some(name) = name.filter(|name| !name.trim().is_empty()) {
                        web.knots.push(Place { item, kind, layer, name, to: Vec::new() });
                    }
                }
            }
        }
        let far = web.knots.len() - 1; // the wish always has a name, and comes last
        for at in 0..far {
            let here = &web.knots[at];
            let (item, layer) = (here.item, here.layer);
            let mut to = match layer {
                0 if *here.kind == steps::STEP => web.served(document, steps::SERVES.of(item)),
                0 => web.served(document, sheet::ASK_SERVES.of(item)),
                1 => web.built(document, pack, experience::BUILDS.of(item), lang),
                _ => Vec::new(),
            };
            // What is wished for leads to the wish, whatever else it builds. What is done has to say what it is for.
            if layer > 0 && !wants_rest(document, item) {
                to.push(far);
            }
            web.knots[at].to = to;
        }
        web
    }

    fn find(&self, item: ItemId) -> Option<usize> {
        self.knots.iter().position(|knot| knot.item == item)
    }

    fn served(&self, document: &Document, path: Path) -> Vec<usize> {
        let above = |at: &usize| self.knots[*at].layer > 0;
        document.links(path).iter().filter_map(|id| self.find(*id)).filter(above).collect()
    }

    /// The strengths that an experience builds, among those that the person chose: the same card, or the same words.
    fn built(&self, document: &Document, pack: &Pack, path: Path, lang: Lang) -> Vec<usize> {
        let mut built = Vec::new();
        for card in document.cards(path) {
            let words = card_label(pack, path.field.id, card, lang);
            let same = |knot: &Place| {
                let theirs = document.card(strength::WHAT.of(knot.item));
                let is_it = knot.name == words || theirs.is_some_and(|c| !c.id.is_empty() && c.id == card.id);
                knot.layer == 2 && is_it && !wants_rest(document, knot.item)
            };
            built.extend(self.knots.iter().position(same).filter(|at| !built.contains(at)));
        }
        built
    }

    fn knot(&self, at: usize, next: Vec<Knot>) -> Knot {
        let Place { item, kind, name, .. } = &self.knots[at];
        Knot { item: *item, kind, name: name.clone(), next }
    }

    /// The whole way from one place up to the wish. Layers only rise, so it ends.
    fn back(&self, at: usize) -> Knot {
        let mut up = self.knots[at].to.clone();
        if up.len() > 1 {
            // The wish stands at the end of each way, not beside its beginning.
            up.retain(|to| self.knots[*to].layer < 3);
        }
        self.knot(at, up.into_iter().map(|to| self.back(to)).collect())
    }

    /// What is being done for one place. An experience or a strength stands in it once, a step with all that it serves.
    fn forward(&self, at: usize, seen: &mut Vec<usize>) -> Knot {
        let leads_here = |from: &usize| self.knots[*from].to.contains(&at) && !seen.contains(from);
        let from: Vec<usize> = (0..self.knots.len()).filter(leads_here).collect();
        seen.extend(from.iter().filter(|from| self.knots[**from].layer > 0));
        // Experiences, then strengths, then what is done without either.
        let next =
            [1, 2, 0].into_iter().flat_map(|layer| from.iter().filter(move |at| self.knots[**at].layer == layer));
        let next = next.copied().collect::<Vec<_>>();
        self.knot(at, next.into_iter().map(|next| self.forward(next, seen)).collect())
    }
}

/// What the wish is called: its line, the beginning of its scene, or what it is.
fn wish_name(document: &Document, lang: Lang) -> String {
    let said = [&wish::LINE, &wish::SCENE].map(|field| document.text(field.alone()));
    let said = said.into_iter().find(|words| !words.trim().is_empty());
    said.unwrap_or(w::PATH_WISH.get(lang)).to_owned()
}
