//! Documents in which everything is filled in, as backups to restore: an invented person's, and one that nobody would
//! write, to see that nothing walks the whole of it.

use crate::browser::Browser;
use aritai::document::{Audience, Binder, Change, Document, ItemId, KINDS, Kind, Picked, Shape, experience, steps};
use aritai::pack::{Lang, Pack};
use aritai::route::Route;
use aritai::wording as w;
use std::path::PathBuf;

/// The backup of an invented person, as the repository holds it.
pub fn invented_person(lang: Lang) -> Vec<u8> {
    let name = if lang == Lang::Ja { "counter.json" } else { "counter.en.json" };
    let file: PathBuf = [env!("CARGO_MANIFEST_DIR"), "..", "golden", "people", name].iter().collect();
    std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// How much there is in the document that nobody would write.
pub const STRESS_EXPERIENCES: u64 = 200;
/// Its steps.
pub const STRESS_STEPS: u64 = 500;
/// Its words, in bytes of UTF-8, at the least.
pub const STRESS_BYTES: usize = 1_000_000;

/// A backup with two hundred experiences, five hundred steps and a megabyte of text. Every field of the registry is filled
/// in, what can be shown is shown. The same every time.
pub fn stress(pack: &Pack) -> Vec<u8> {
    let many = |kind: &Kind| match kind.id {
        id if id == experience::EXPERIENCE.id => STRESS_EXPERIENCES,
        id if id == steps::STEP.id => STRESS_STEPS,
        _ => 3,
    };
    let items: Vec<(&'static Kind, ItemId, usize)> = KINDS
        .into_iter()
        .enumerate()
        .flat_map(|(at, kind)| {
            let count = if kind.many { many(kind) } else { 1 };
            let id = move |n| if kind.many { ItemId((at as u64 + 1) * 1_000_000 + n) } else { ItemId::ALONE };
            (0..count).map(move |n| (kind, id(n), n as usize))
        })
        .collect();
    let is_text = |field: &&&aritai::document::Field| field.shape == Shape::Text;
    let texts: usize = items.iter().map(|(kind, _, _)| kind.fields.iter().filter(is_text).count()).sum();
    // A Japanese character is three bytes; the number that begins each text takes less.
    let characters = (STRESS_BYTES / 3).div_ceil(texts) * 11 / 10;
    let first_experience = items.iter().find(|(kind, _, _)| **kind == experience::EXPERIENCE).map(|(_, id, _)| *id);
    let mut binder = Binder::new(ItemId(1), 1_790_000_000_000);
    for (kind, id, n) in items {
        if kind.many {
            binder.apply(Change::Added(kind, id));
        }
        binder.apply(Change::Together(filled(pack, kind, id, n, characters)));
        if *kind == steps::STEP {
            binder.apply(Change::Linked(steps::SERVES.of(id), first_experience.into_iter().collect()));
        }
        for field in kind.fields {
            binder.apply(Change::Shared(field.of(id), Audience::Talk, true));
        }
    }
    aritai::format::backup(&binder, 1, 1_790_000_000_000).into_bytes()
}

fn filled(pack: &Pack, kind: &'static Kind, id: ItemId, n: usize, characters: usize) -> Vec<Change> {
    let fill = |field: &'static aritai::document::Field| {
        let path = field.of(id);
        match field.shape {
            Shape::Text => {
                let text = format!("{n}番の{}。", "窓口に来た人の話をゆっくり聞いて、隣の課の人と一緒に考えている");
                Some(Change::Wrote(path, text.chars().cycle().take(characters).collect()))
            }
            Shape::Pick | Shape::Picks => {
                let catalogue = pack.question(field.id).and_then(|q| q.cards.as_deref()).unwrap_or_default();
                let cards = pack.cards(catalogue);
                let card = cards.get(n % cards.len().max(1));
                let label = card.map_or_else(|| format!("自分の言葉で{n}"), |c| c.title.plain(Lang::Ja));
                let picked = Picked { id: card.map(|c| c.id.clone()).unwrap_or_default(), label };
                Some(Change::Chose(path, vec![picked]))
            }
            Shape::Links => None,
            Shape::Flag => Some(Change::Marked(path, n.is_multiple_of(2))),
        }
    };
    kind.fields.iter().copied().filter_map(fill).collect()
}

/// Words of one's own that are hard on a page: a card's id, signs that ids and selectors are made of, spaces,
/// nothing else than a space, a mark that turns round whatever follows it.
pub const ODD: [&str; 8] = ["a1", "a b", "a\"'<&>.#:[]", " ", "会議", "会議 ", "own-a1", TURNED];
/// Words with a mark in them that turns round what follows.
pub const TURNED: &str = "甲\u{202e}乙";

/// A backup in which every text has a mark that turns round what follows, every card is in words of one's
/// own, and the three of いまの仕事 hold the same ones, as a record from before may.
pub fn odd() -> Vec<u8> {
    let mut binder = Binder::new(ItemId(1), 1_790_000_000_000);
    for (at, kind) in KINDS.into_iter().enumerate() {
        let count = if kind.many { 2 } else { 1 };
        for n in 0..count {
            let id = if kind.many { ItemId((at as u64 + 1) * 1_000 + n) } else { ItemId::ALONE };
            if kind.many {
                binder.apply(Change::Added(kind, id));
            }
            for field in kind.fields {
                let path = field.of(id);
                let own = |words: &str| Picked { id: String::new(), label: words.to_owned() };
                match field.shape {
                    Shape::Text => binder.apply(Change::Wrote(path, TURNED.to_owned())),
                    Shape::Pick => binder.apply(Change::Chose(path, vec![own(TURNED)])),
                    Shape::Picks => binder.apply(Change::Chose(path, ODD.map(own).to_vec())),
                    Shape::Flag => binder.apply(Change::Marked(path, true)),
                    Shape::Links => continue,
                };
                binder.apply(Change::Shared(path, Audience::Talk, true));
            }
        }
    }
    let first = |kind: &Kind| binder.document().ids(kind).first().copied();
    let (tried, serves) = (first(&experience::EXPERIENCE), binder.document().ids(&steps::STEP));
    for step in serves {
        binder.apply(Change::Linked(steps::SERVES.of(step), tried.into_iter().collect()));
    }
    aritai::format::backup(&binder, 1, 1_790_000_000_000).into_bytes()
}

/// How many bytes of words somebody wrote in a document.
pub fn written(document: &Document) -> usize {
    document.leaves().map(|(path, _)| document.text(path).len()).sum()
}

impl Browser {
    /// Restores a backup through the page, as a person does, and waits until it is saved.
    pub async fn restore(&self, backup: &[u8]) {
        self.open(Route::Keep).await;
        self.give_file("restore-file", "ありたい_バックアップ.json", backup).await;
        self.press(w::RESTORE_DO).await;
        self.reads(w::RESTORE_DONE).await;
        self.saved().await;
    }
}

#[cfg(test)]
mod tests {
    use super::{STRESS_BYTES, STRESS_EXPERIENCES, STRESS_STEPS, stress, written};
    use aritai::document::{experience, steps};
    use aritai::format::{Record, open_backup};
    use aritai::pack::{Pack, STANDARD};
    use serde_json::{Map, Value};

    #[test]
    fn the_document_that_nobody_would_write_is_as_big_as_it_says_and_the_same_every_time() {
        let pack = Pack::read(STANDARD).expect("the standard pack");
        let backup = stress(&pack);
        let binder = open_backup(&backup).expect("a backup of ours").binder;
        let document = binder.document();
        assert_eq!(document.items(&experience::EXPERIENCE).len() as u64, STRESS_EXPERIENCES);
        assert_eq!(document.items(&steps::STEP).len() as u64, STRESS_STEPS);
        assert!((STRESS_BYTES..STRESS_BYTES * 11 / 10).contains(&written(document)), "{} bytes", written(document));
        assert!(stress(&pack) == backup);
    }

    /// The driver's JSON library keeps the order of insertion, the page's sorts: a record has to read the same in both.
    #[test]
    fn a_record_reads_the_same_whichever_order_its_writer_kept() {
        let sum = |fields: [(&str, i32); 2]| {
            let body = Map::from_iter(fields.map(|(name, value)| (name.to_owned(), value.into())));
            let record = Record { key: "k".to_owned(), generation: 1, body: Some(body) };
            let text: Value = serde_json::from_str(&record.encode()).expect("JSON");
            text["c"].clone()
        };
        assert_eq!(sum([("a", 1), ("b", 2)]), sum([("b", 2), ("a", 1)]));
    }
}
