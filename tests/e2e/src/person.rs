//! An invented person at the keyboard: the walk in full, screen after screen, saying what their document says.

mod screens;

use crate::browser::Browser;
use crate::keyboard::Target;
use crate::page::field_id;
use crate::wait;
use aritai::document::{
    Answer, Audience, Document, Field, ItemId, KINDS, Kind, Leaf, Path, Picked, deeper, experience, strength,
};
use aritai::pack::Lang;
use aritai::route::{FULL_PATH, Route};
use aritai::wording as w;
use serde_json::json;
use std::cell::Cell;
use std::collections::BTreeMap;

/// The identity of an item, as it stands in the ids of elements.
const ITEM: &str = "[0-9a-f]{16}";

/// Somebody who says what a document says.
pub struct Person<'a> {
    browser: &'a Browser,
    says: &'a Document,
    replied: Cell<bool>,
}

impl<'a> Person<'a> {
    /// Sits down at a browser.
    pub fn at(browser: &'a Browser, says: &'a Document) -> Self {
        Self { browser, says, replied: Cell::new(false) }
    }

    /// Walks from the welcome through every screen of the walk in full, and on to the editions.
    pub async fn walk(&self) {
        let browser = self.browser;
        for (at, here) in FULL_PATH.into_iter().enumerate() {
            self.answer(here).await;
            let Some(next) = FULL_PATH.get(at + 1).copied() else { break };
            match here {
                Route::Welcome => browser.enter(&browser.link(w::IN_FULL)).await,
                _ if self.puts_off(here) => browser.enter_button(w::LATER).await,
                _ => browser.enter(&browser.link(w::NEXT)).await,
            }
            browser.arrived(next).await;
        }
        browser.enter(&browser.link(w::AFTER_TO_EDITIONS)).await;
        browser.arrived(Route::Editions).await;
    }

    /// Goes to where the records are, by the frame of the page, and saves them to a file.
    pub async fn save_to_file(&self) -> Vec<u8> {
        let browser = self.browser;
        browser.enter(&browser.frame_link(w::KEEP_TITLE)).await;
        browser.arrived(Route::Keep).await;
        browser.saved().await;
        browser.enter_button(w::KEEP_BACKUP_DO).await;
        browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await.1
    }

    /// Whether there was a remark to reply to.
    pub fn replied(&self) -> bool {
        self.replied.get()
    }

    fn puts_off(&self, here: Route) -> bool {
        let path = match here {
            Route::Hand => deeper::HAND_WHAT.alone(),
            Route::Letter => deeper::LETTER_TO.alone(),
            _ => return false,
        };
        self.says.leaf(path).is_some_and(Leaf::is_later)
    }

    // ── What one does on many screens ───────────────────────────────────────────────────────────────────────────

    async fn write(&self, id: &str, path: Path) {
        let text = self.says.text(path);
        if !text.is_empty() {
            self.browser.write_at(&Target::id(id), text).await;
        }
    }

    /// Writes what is said there in place of what came along with a card, and be it nothing.
    async fn rewrite(&self, id: &str, path: Path) {
        let text = self.says.text(path);
        if self.browser.value(id).await != text {
            self.browser.write_at(&Target::id(id), text).await;
        }
    }

    async fn alone(&self, field: &'static Field) {
        self.write(&field_id(field.alone()), field.alone()).await;
    }

    /// Chooses the chips of a leaf. What came along with a card is let go of first, so that the order is the person's own.
    async fn choose(&self, leaf: &str, path: Path) {
        let wanted: Vec<String> = self.says.cards(path).iter().map(|c| format!("{leaf}-{}", c.id)).collect();
        let script = "return [...document.querySelectorAll('input:checked')].map(el => el.id)";
        let set = self.browser.js(script, vec![]).await;
        let set = set.as_array().into_iter().flatten().filter_map(|id| id.as_str());
        let set: Vec<&str> = set
            .filter(|id| id.strip_prefix(leaf).is_some_and(|rest| rest.starts_with('-') && rest != "-unchosen"))
            .collect();
        if set.len() == 1 && wanted == set {
            return;
        }
        for id in set {
            self.browser.tick_to(&Target::id(id), false).await;
        }
        for id in wanted {
            self.browser.tick_to(&Target::id(id), true).await;
        }
    }

    /// Looks for the cards of a leaf, which are folded away below the element of that id.
    async fn look_for(&self, leaf: &str, below: &str, path: Path) {
        if !self.says.cards(path).is_empty() {
            self.browser.unfold(&self.browser.folded(w::PICK).after(below)).await;
        }
        for card in self.says.cards(path) {
            self.look_for_one(leaf, path.field.id, card).await;
        }
    }

    async fn look_for_one(&self, leaf: &str, question: &str, card: &Picked) {
        let browser = self.browser;
        if card.id.is_empty() {
            return browser.write_own(&format!("{leaf}-own"), &card.label).await;
        }
        let catalogue = browser.pack.question(question).and_then(|q| q.cards.as_deref()).expect("a catalogue");
        let title = browser.pack.card(catalogue, &card.id).expect("a card of the pack").title.plain(browser.lang);
        let search = Target::id(format!("{leaf}-search"));
        browser.write_at(&search, &title).await;
        browser.tick_to(&Target::id(format!("{leaf}-{}", card.id)), true).await;
        browser.write_at(&search, "").await;
    }

    /// Picks the cards of which each becomes an item, from a grid whose rest is behind 「もっと見る」.
    async fn pick_items(&self, kind: &'static Kind) {
        let name = kind.fields[0];
        for id in self.says.ids(kind) {
            let card = self.says.card(name.of(id)).expect("a card or words of one's own");
            if card.id.is_empty() {
                self.browser.write_own(&format!("{}-own", kind.id), &card.label).await;
                continue;
            }
            let target = Target::id(format!("{}-{}", kind.id, card.id));
            if !self.browser.is_there(&target).await {
                self.browser.enter_button(w::MORE).await;
            }
            self.browser.tick_to(&target, true).await;
        }
    }

    /// The beginnings of the ids of what is on the screen of each item of a kind: those that have an element of this end.
    async fn on_screen(&self, kind: &Kind, end: &str) -> Vec<String> {
        let script = "const fits = new RegExp('^(' + arguments[0] + ')-' + arguments[1] + '$'); \
            return [...document.querySelectorAll('[id]')].map(el => fits.exec(el.id)?.[1]).filter(id => id)";
        let begins = format!("{}-{ITEM}", kind.id);
        let found = self.browser.js(script, vec![json!(begins), json!(end)]).await;
        found.as_array().into_iter().flatten().filter_map(|id| id.as_str()).map(str::to_owned).collect()
    }

    /// The same, once there are as many as the person has.
    async fn each_on_screen(&self, kind: &'static Kind, end: &str) -> Vec<(ItemId, String)> {
        let ids = self.says.ids(kind);
        let shown = wait::until(&format!("there are {} of {}", ids.len(), kind.id), async || {
            Some(self.on_screen(kind, end).await).filter(|shown| shown.len() == ids.len())
        })
        .await;
        ids.into_iter().zip(shown).collect()
    }

    /// Opens an item of a list; answers with the beginning of its elements' ids.
    async fn open(&self, item: &str) {
        let expanded = "return document.getElementById(arguments[0])?.getAttribute('aria-expanded')";
        let head = format!("{item}-head");
        if self.browser.js(expanded, vec![json!(head)]).await == json!("false") {
            self.browser.enter(&Target::id(&head)).await;
        }
        wait::until("it is open", async || {
            (self.browser.js(expanded, vec![json!(head)]).await == json!("true")).then_some(())
        })
        .await;
    }

    /// Writes the lines of a list, one after the other; answers with the beginnings of their elements' ids.
    async fn lines(&self, kind: &'static Kind) -> Vec<(ItemId, String)> {
        let name = kind.fields[0];
        let end = name.name();
        let mut before: Option<String> = None;
        for (at, id) in self.says.ids(kind).into_iter().enumerate() {
            if let Some(before) = &before {
                self.browser.enter(&self.browser.button(w::LINE_MORE).after(before)).await;
                wait::until("another line has the focus", async || {
                    let focus = self.browser.focus_now().await;
                    let last = self.on_screen(kind, end).await.into_iter().nth(at)?;
                    (focus["id"] == json!(format!("{last}-{end}"))).then_some(())
                })
                .await;
            }
            let target = Target::id(format!("{}-{ITEM}-{end}", kind.id)).nth(at);
            before = Some(self.browser.write_at(&target, self.says.text(name.of(id))).await);
        }
        if before.is_none() { Vec::new() } else { self.each_on_screen(kind, end).await }
    }

    /// Ties a leaf to what it serves, by the chips that stand in the order of the items.
    async fn tie(&self, leaf: &str, path: Path) {
        let kinds = [&experience::EXPERIENCE, &strength::STRENGTH];
        let all: Vec<ItemId> = kinds.into_iter().flat_map(|kind| self.says.ids(kind)).collect();
        for to in self.says.links(path) {
            let nth = all.iter().position(|id| id == to).expect("something to serve");
            self.browser.tick_to(&Target::id(format!("{leaf}-{ITEM}")).nth(nth), true).await;
        }
    }
}

fn moved(path: Path, to: &BTreeMap<(&'static str, ItemId), ItemId>) -> Path {
    let item = to.get(&(path.field.kind().id, path.item)).copied().unwrap_or(path.item);
    Path { item, ..path }
}

/// A text as a pattern that fits it alone.
fn escaped(text: &str) -> String {
    let special = |c: char| r"\^$.|?*+()[]{}/".contains(c);
    text.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect()
}

/// All that a document says and shows, with places instead of identities: two documents that say the same are the same.
pub fn said_in_full(document: &Document) -> BTreeMap<String, String> {
    let place = |kind: &'static Kind, id: ItemId| {
        document.ids(kind).iter().position(|other| *other == id).map(|at| format!("{} {}", kind.id, at + 1))
    };
    let named = |id: &ItemId| {
        let found = KINDS.into_iter().filter(|kind| kind.many).find_map(|kind| place(kind, *id));
        found.unwrap_or_else(|| format!("nothing, {id}"))
    };
    let mut all = BTreeMap::new();
    for kind in KINDS.into_iter().filter(|kind| kind.many) {
        all.insert(format!("how many of {}", kind.id), document.ids(kind).len().to_string());
    }
    for (path, leaf) in document.leaves() {
        let kind = path.field.kind();
        let item = if kind.many { named(&path.item) } else { kind.id.to_owned() };
        let says = match leaf {
            Leaf::Text(answer) => format!("{answer:?}"),
            Leaf::Cards(Answer::Said(cards)) => format!("{cards:?}"),
            Leaf::Cards(answer) => format!("{answer:?}"),
            Leaf::Links(to) => format!("{:?}", to.iter().map(named).collect::<Vec<_>>()),
            Leaf::Flag(on) => on.to_string(),
        };
        let shown = Audience::ALL.map(|audience| document.is_shared(path, audience));
        all.insert(format!("{item}: {}", path.field.name()), format!("{says}, shown {shown:?}"));
    }
    all
}

impl Browser {
    /// Changes the language by its button in the frame.
    pub async fn speak(&mut self, lang: Lang) {
        self.enter_button(lang.own_name()).await;
        self.lang = lang;
        self.reads(w::WELCOME_TITLE).await;
    }
}
