//! Documents in which everything is filled in, as backups to restore: an invented person's for the pictures, and a huge
//! one for the bench.

use crate::browser::Browser;
use aritai::document::{Binder, Change, Document, ItemId, KINDS, Kind, Picked, Shape};
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

/// A backup with every field of the registry filled in, so many items of every kind, and texts of so many characters.
pub fn huge(pack: &Pack, items: u64, characters: usize) -> Vec<u8> {
    let mut binder = Binder::new(ItemId(1), 1_790_000_000_000);
    let mut changes = Vec::new();
    for (at, kind) in KINDS.into_iter().enumerate() {
        let ids: Vec<ItemId> = if kind.many {
            (0..items).map(|n| ItemId((at as u64 + 1) * 1_000_000 + n)).collect()
        } else {
            vec![ItemId::ALONE]
        };
        for (n, id) in ids.into_iter().enumerate() {
            if kind.many {
                changes.push(Change::Added(kind, id));
            }
            changes.extend(filled(pack, kind, id, n, characters));
        }
    }
    binder.apply(Change::Together(changes));
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

/// How many characters somebody wrote in a document.
pub fn characters(document: &Document) -> usize {
    document.leaves().map(|(path, _)| document.text(path).chars().count()).sum()
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
    use aritai::format::Record;
    use serde_json::{Map, Value};

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
