//! Choosing from many cards: what is chosen stays in sight, the rest is searched or looked through.
//!
//! May know: the session, the pack, parts. Must never know: what choosing a card leads to.
//!
//! *Invariant:* what was chosen is shown even where the pack no longer has its card, as it was seen.

use crate::document::{Change, Document, ItemId, Kind, Path, Picked, Shape};
use crate::export::sheet::card_label;
use crate::pack::search::Index;
use crate::pack::{Card, Lang};
use crate::pages::{cards, leaf_id, more_or_fewer, named, own_words, pick};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, el, many, nothing};
use crate::parts::unfold::unfold;
use crate::session::Session;
use crate::signals::{Memo, State};
use crate::wording as w;
use leptos::prelude::*;
use std::cell::OnceCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// How many are offered before one looks further.
const OFFERED: usize = 8;

/// What becomes of a chosen card.
#[derive(Clone, Copy)]
enum Target {
    /// It stands in this leaf.
    Leaf(Path),
    /// It becomes an item of this kind.
    Item(&'static Kind),
}

/// What is chosen from, and what becomes of it.
#[derive(Clone, Copy)]
struct Picker {
    target: Target,
    catalogue: &'static str,
    session: Session,
    lang: Lang,
}

/// Cards, or words of one's own, for one leaf.
pub(in super::super) fn leaf(
    session: Session,
    path: Path,
    catalogue: &'static str,
    legend: String,
    lang: Lang,
) -> AnyView {
    Picker { target: Target::Leaf(path), catalogue, session, lang }.view(legend)
}

/// Cards, or words of one's own, each of which becomes an item of a kind.
pub(in super::super) fn items(
    session: Session,
    kind: &'static Kind,
    catalogue: &'static str,
    legend: String,
    lang: Lang,
) -> AnyView {
    Picker { target: Target::Item(kind), catalogue, session, lang }.view(legend)
}

/// Whether two cards are one: by id, and words of one's own by what they say.
fn same(a: &Picked, b: &Picked) -> bool {
    a.id == b.id && (!a.id.is_empty() || a.label == b.label)
}

impl Picker {
    /// The id that its elements' ids begin with.
    fn id(self) -> String {
        match self.target {
            Target::Leaf(path) => leaf_id(path),
            Target::Item(kind) => kind.id.to_owned(),
        }
    }

    /// All that is chosen now.
    fn chosen(self, d: &Document) -> Vec<Picked> {
        match self.target {
            Target::Leaf(path) => d.cards(path).to_vec(),
            Target::Item(kind) => {
                let name = kind.fields[0];
                d.ids(kind).iter().filter_map(|id| d.card(name.of(*id)).cloned()).collect()
            }
        }
    }

    /// Chooses a card or words of one's own, or lets go of them.
    fn choose(self, card: Picked, on: bool) {
        let session = self.session;
        match self.target {
            Target::Leaf(path) => {
                let mut now = session.peek(|d| d.cards(path).to_vec());
                now.retain(|c| path.field.shape == Shape::Picks && !same(c, &card));
                if on {
                    now.push(card);
                }
                session.change(Change::Chose(path, now));
            }
            Target::Item(kind) => {
                let name = kind.fields[0];
                let holds = |d: &Document, id: &ItemId| d.card(name.of(*id)).is_some_and(|c| same(c, &card));
                let here = session.peek(|d| d.ids(kind).into_iter().find(|id| holds(d, id)));
                match (on, here) {
                    (true, None) => {
                        session.change_with_undo(named(kind, session.new_id(), card), w::PICKED);
                    }
                    (false, Some(id)) => session.change_with_undo(Change::Removed(kind, id), w::TAKEN_AWAY),
                    _ => {}
                }
            }
        }
    }

    fn view(self, legend: String) -> AnyView {
        let fieldset = el("fieldset").class("group picker").child(el("legend").child(legend));
        match self.target {
            // One question among several: what is chosen stays in sight, the cards wait.
            Target::Leaf(_) => {
                fieldset.child(self.kept()).child(unfold(w::PICK.get(self.lang), move || self.choosing())).view()
            }
            Target::Item(..) => fieldset.child(self.choosing()).view(),
        }
    }

    /// What to choose from, and words of one's own.
    fn choosing(self) -> El {
        let (query, all) = (State::new(String::new()), State::new(false));
        let lang = self.lang;
        // Made at the first key, and kept for the next ones.
        let index = OnceCell::new();
        el("div")
            .child(self.search(query))
            .live(move || self.results(&query.get(), all.get(), &index))
            .child(more_or_fewer(all, lang))
            .child(own_words(&format!("{}-own", self.id()), w::OWN_WORDS.get(lang).to_owned(), lang, move |text| {
                self.choose(Picked { id: String::new(), label: text }, true);
                true
            }))
    }

    /// What stands in the leaf, each with a way to let go of it: also where the pack has no such card any more.
    fn kept(self) -> AnyView {
        let (session, lang) = (self.session, self.lang);
        let now = Memo::new(move |_| session.choices(|d| self.chosen(d)));
        let chip = move |(at, card): (usize, Picked)| {
            let label = session.pack(|pack| match pack.card(self.catalogue, &card.id) {
                Some(here) if here.title.reads(&card.label) => here.title.plain(lang),
                _ => card.label.clone(),
            });
            Choice::check(format!("{}-kept-{at}", self.id()), label, Look::Chip).view(
                || true,
                move |on| {
                    self.choose(card.clone(), on);
                    true
                },
            )
        };
        many()
            .live(move || {
                let chips = now.get().into_iter().enumerate().map(chip).collect::<Vec<_>>();
                if chips.is_empty() { nothing() } else { el("div").class("chips kept").child(chips).view() }
            })
            .view()
    }

    fn search(self, query: State<String>) -> AnyView {
        let id = format!("{}-search", self.id());
        let typed = move |ev: web_sys::Event| {
            if let Some(input) = ev.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) {
                query.set(input.value());
            }
        };
        el("div")
            .class("field search")
            .child(el("label").attr("for", id.as_str()).text(w::SEARCH.get(self.lang)))
            .child(
                el("input")
                    .attr("type", "search")
                    .id(&id)
                    .attr("autocomplete", "off")
                    .on("input", typed)
                    .on("change", typed),
            )
            .view()
    }

    /// The cards that fit what is looked for; before anything is, the first ones.
    fn results(self, query: &str, all: bool, index: &OnceCell<Index>) -> AnyView {
        let cards = cards(self.session, self.catalogue);
        let searching = !query.trim().is_empty();
        let mut found: Vec<&'static Card> = if searching {
            let index = index.get_or_init(|| Index::of(cards));
            index.find(query).into_iter().filter_map(|at| cards.get(at)).collect()
        } else if all {
            cards.iter().collect()
        } else {
            cards.iter().filter(|c| c.first).collect()
        };
        if found.is_empty() && !searching {
            found = cards.iter().take(OFFERED).collect();
        }
        let none = found.is_empty().then(|| el("p").class("hint").text(w::SEARCH_NONE.get(self.lang)));
        el("div")
            .attr("role", "group")
            .attr("aria-label", w::SEARCH_FOUND.get(self.lang))
            .child((searching && none.is_none()).then(|| {
                let found = w::count(w::SEARCH_FOUND, found.len(), self.lang);
                el("p").class("sr-only").attr("role", "status").child(found)
            }))
            .child(none.map(|none| none.attr("role", "status")))
            .child(if all || searching { self.grouped(&found, searching) } else { self.grid(&found) })
            .view()
    }

    /// The cards in their groups, where the catalogue has groups. What was looked for stands in the open; of all there
    /// are, one group after the other is unfolded.
    fn grouped(self, found: &[&'static Card], searched: bool) -> AnyView {
        let groups = self.session.pack(|pack| pack.cards(&format!("{}_groups", self.catalogue)));
        let rest: Vec<&'static Card> =
            found.iter().copied().filter(|c| !groups.iter().any(|g| c.group.as_ref() == Some(&g.id))).collect();
        let groups = groups
            .iter()
            .filter_map(|group| {
                let of_it: Vec<_> = found.iter().copied().filter(|c| c.group.as_ref() == Some(&group.id)).collect();
                let name = group.title.plain(self.lang);
                let folded = || {
                    let count = w::with_note(&name, &of_it.len().to_string(), self.lang);
                    el("details").class("unfold").child(el("summary").text(count)).child(self.grid(&of_it))
                };
                let open = || el("div").child(el("p").class("group-name").text(&name)).child(self.grid(&of_it));
                (!of_it.is_empty()).then(|| if searched { open() } else { folded() })
            })
            .collect::<Vec<_>>();
        many().child(groups).child(self.grid(&rest)).view()
    }

    fn grid(self, cards: &[&'static Card]) -> AnyView {
        if cards.is_empty() {
            return nothing();
        }
        let choices = cards.iter().map(|card| self.choice(card)).collect::<Vec<_>>();
        el("div").class("cards").child(choices).view()
    }

    fn choice(self, card: &'static Card) -> AnyView {
        let (session, lang) = (self.session, self.lang);
        let mut choice = Choice::check(format!("{}-{}", self.id(), card.id), card.title.plain(lang), Look::Card);
        choice.note = card.note.as_ref().or(card.small.as_ref()).map(|n| n.plain(lang));
        choice.view(
            move || session.choices(|d| self.chosen(d).iter().any(|c| c.id == card.id)),
            move |on| {
                self.choose(pick(card, lang), on);
                true
            },
        )
    }
}

/// The name of a chosen card, in the language of the page where the pack has it.
pub(in super::super) fn picked_name(session: Session, path: Path, lang: Lang) -> Option<String> {
    let card = session.peek(|d| d.card(path).cloned())?;
    Some(session.pack(|pack| card_label(pack, path.field.id, &card, lang)))
}
