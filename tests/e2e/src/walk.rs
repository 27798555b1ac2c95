//! The ten-minute path, walked as a person does: cards picked, every field written with an input method, on by 「つぎへ」.

use crate::browser::Browser;
use crate::ime::Word;
use crate::page::Role;
use aritai::document::{Document, Leaf, Path};
use aritai::pack::Card;
use aritai::route::Route;
use aritai::wording as w;
use serde_json::json;
use std::collections::BTreeMap;

/// Words with their readings. Every field gets two of its own, so that no text can be taken for another's.
const WORDS: [(&str, &str); 26] = [
    ("まどぐち", "窓口"),
    ("じゅうみん", "住民"),
    ("こうえん", "公園"),
    ("としょかん", "図書館"),
    ("ひとびと", "人々"),
    ("ちから", "力"),
    ("いちにち", "一日"),
    ("みずべ", "水辺"),
    ("やま", "山"),
    ("あおば", "青葉"),
    ("たちば", "立場"),
    ("みみ", "耳"),
    ("こえ", "声"),
    ("きんようび", "金曜日"),
    ("ほん", "本"),
    ("あさ", "朝"),
    ("ゆうがた", "夕方"),
    ("でんわ", "電話"),
    ("せんぱい", "先輩"),
    ("こうはい", "後輩"),
    ("けいかく", "計画"),
    ("そうだん", "相談"),
    ("みち", "道"),
    ("いえ", "家"),
    ("にわ", "庭"),
    ("まち", "町"),
];

/// What is written into the field of a number: 会議資料, as the pitfalls have it, and two words of its own.
pub fn words(number: usize) -> Vec<Word> {
    let own = |at: usize| {
        let (reading, taken) = WORDS[at % WORDS.len()];
        Word::new(reading, taken)
    };
    let (first, second) = (number % WORDS.len(), number / WORDS.len() + number + 7);
    vec![Word::new("かいぎ", "会議"), Word::new("しりょう", "資料"), own(first), own(second)]
}

/// What was written on the way, by the id of the field; those of 「自分の言葉で書く」 apart, because they become cards.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Field id → all that stands in it.
    pub fields: BTreeMap<String, String>,
    /// What was added in one's own words.
    pub own: Vec<String>,
    count: usize,
}

impl Written {
    fn next(&mut self) -> Vec<Word> {
        self.count += 1;
        words(self.count)
    }
}

impl Browser {
    fn card_titles(&self, catalogue: &str, which: impl Fn(&Card) -> bool, most: usize) -> Vec<String> {
        let cards = self.pack.cards(catalogue).iter().filter(|card| which(card));
        cards.take(most).map(|card| card.title.plain(self.lang)).collect()
    }

    /// Unfolds whatever is folded away on this screen.
    pub async fn unfold_all(&self) {
        let script =
            "return [...document.querySelectorAll('main details:not([open]) > summary')].filter(s => s.offsetParent)";
        let found = self.driver().execute(script, vec![]).await.expect("a look at the page");
        for summary in found.elements().expect("elements") {
            self.click(&summary).await;
            // The page keeps what was clicked in its place for two frames. Nobody scrolls on sooner.
            self.two_frames().await;
        }
    }

    /// Writes into every field of this screen that was not written yet.
    pub async fn write_everything(&self, written: &mut Written) {
        self.unfold_all().await;
        // Writing one may bring another, so we look again after each.
        while let Some(id) = self.next_field(written).await {
            let words = written.next();
            let text = self.write(&id, &words).await;
            if id.ends_with("-own") {
                // There may be several lines for words of one's own, each with its button.
                let beside = "return document.getElementById(arguments[0]).parentElement.querySelector('button')";
                let button = self.driver().execute(beside, vec![id.clone().into()]).await.expect("a look at the page");
                self.click(&button.element().expect("a button beside the line")).await;
                written.own.push(text.clone());
            }
            written.fields.insert(id, text);
        }
    }

    async fn next_field(&self, written: &Written) -> Option<String> {
        let ids = self.text_fields().await;
        assert!(ids.iter().all(|id| !id.is_empty()), "every field has an id");
        ids.into_iter().find(|id| !written.fields.contains_key(id))
    }

    /// Chooses cards of a catalogue by their titles.
    pub async fn choose_cards(&self, catalogue: &str, which: impl Fn(&Card) -> bool, most: usize) {
        for title in self.card_titles(catalogue, which, most) {
            self.choose(title.as_str()).await;
        }
    }

    /// Chooses the box or card of an id.
    pub async fn tick(&self, id: &str) {
        let script = "return document.getElementById(arguments[0])";
        let found = self.driver().execute(script, vec![json!(id)]).await.expect("a look at the page");
        self.click(&found.element().unwrap_or_else(|_| panic!("there is a box {id}"))).await;
    }

    /// Goes on by the link 「つぎへ」 at the foot of a screen.
    pub async fn next(&self, to: Route) {
        self.follow(w::NEXT).await;
        self.shown(to).await;
    }

    /// Walks from the welcome to the sheet, picking and writing all there is.
    pub async fn walk_short_path(&self) -> Written {
        let mut written = Written::default();
        self.open(Route::Welcome).await;
        self.choose(w::DEVICE_OWN).await;
        self.follow(w::START).await;
        self.shown(Route::Values).await;
        self.choose_cards("values", |_| true, 2).await;
        self.write_everything(&mut written).await;
        self.next(Route::Wish).await;
        self.choose_cards("horizons", |_| true, 1).await;
        self.write_everything(&mut written).await;
        self.next(Route::Experience).await;
        self.choose_cards("experiences", |card| card.first, 1).await;
        self.write_everything(&mut written).await;
        self.next(Route::Why).await;
        let strength = self.pack.cards("experiences").iter().find(|card| card.first).and_then(|card| {
            let built = card.builds.first()?;
            self.pack.card("strengths", built)
        });
        if let Some(strength) = strength {
            self.choose(&strength.title).await;
        }
        self.write_everything(&mut written).await;
        self.next(Route::Step).await;
        self.choose_cards("obstacles", |card| card.first, 1).await;
        self.write_everything(&mut written).await;
        self.next(Route::Ask).await;
        self.choose_cards("asks", |card| card.first, 1).await;
        self.choose_cards("help", |_| true, 2).await;
        self.write_everything(&mut written).await;
        self.next(Route::Sheet).await;
        self.write_everything(&mut written).await;
        written
    }

    /// Whether there is something of a role and name, and there is only one.
    pub async fn has_one(&self, role: Role, label: impl crate::page::Label) -> bool {
        self.now(role, label).await.len() == 1
    }
}

/// Holds that every text that was written is in a document, to the character, and names those that are not.
pub fn holds_all(document: &Document, written: &Written) {
    let ids: BTreeMap<String, Path> = document.leaves().map(|(path, _)| (crate::page::field_id(path), path)).collect();
    for (id, text) in &written.fields {
        if id.ends_with("-own") {
            continue;
        }
        let path = ids.get(id).unwrap_or_else(|| panic!("the field {id} belongs to a leaf"));
        assert_eq!(document.text(*path), text, "{path} holds what was written");
    }
    for own in &written.own {
        let there = document.leaves().any(|(path, _)| document.cards(path).iter().any(|c| c.label == *own));
        assert!(there, "「{own}」 was added as a card");
    }
}

/// The words of a leaf as they were written or seen.
pub fn said(leaf: &Leaf) -> Vec<String> {
    match leaf {
        Leaf::Text(answer) => answer.said().cloned().into_iter().collect(),
        Leaf::Cards(answer) => answer.said().into_iter().flatten().map(|card| card.label.clone()).collect(),
        Leaf::Links(_) | Leaf::Flag(_) => Vec::new(),
    }
}
