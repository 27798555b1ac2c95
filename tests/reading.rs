//! Reading a whole record through: every answer is there once, where it was asked, and says who may see it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use aritai::document::{Audience, Binder, Change, Document, ItemId, KINDS, Path, Section, experience, stand, wish};
use aritai::examples;
use aritai::pack::{ExtraQuestion, Lang, Pack, STANDARD, Text};
use aritai::plan::reading::{AnswerView, SectionView, read_through};
use aritai::wording as w;
use std::fs;

fn pack() -> Pack {
    Pack::read(STANDARD).unwrap()
}

fn answers(sections: &[SectionView]) -> Vec<&AnswerView> {
    sections.iter().flat_map(|s| &s.groups).flat_map(|g| &g.items).flatten().collect()
}

fn document(changes: Vec<Change>) -> Document {
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::Together(changes));
    binder.document().clone()
}

/// Who is served, as it is served.
fn people(lang: Lang) -> Vec<(&'static str, Document)> {
    let open = |file: &'static str| {
        let text = fs::read_to_string(format!("public/{file}")).unwrap();
        (file, examples::open(&text).unwrap().document().clone())
    };
    examples::everybody().map(|(_, person)| open(person.file(lang))).collect()
}

#[test]
fn every_answer_is_read_once_and_nothing_else() {
    let pack = pack();
    for lang in [Lang::Ja, Lang::En] {
        for (file, document) in people(lang) {
            let read = read_through(&document, &pack, lang);
            let mut wanted: Vec<Path> =
                document.leaves().filter(|(_, leaf)| !leaf.is_open()).map(|(path, _)| path).collect();
            let mut found: Vec<Path> = answers(&read).iter().map(|a| a.path.unwrap()).collect();
            wanted.sort();
            found.sort();
            assert_eq!(found, wanted, "{file}");
            for answer in answers(&read) {
                let path = answer.path.unwrap();
                let seen = Audience::ALL.into_iter().filter(|a| document.is_shared(path, *a)).collect::<Vec<_>>();
                assert_eq!(answer.seen_by, seen, "{file}: {path}");
                assert_eq!(answer.mark() == w::PRIVATE_MARK, seen.is_empty(), "{file}: {path}");
                assert!(!answer.question.is_empty() && !answer.label.is_empty(), "{file}: {path}");
                assert!(answer.words.iter().all(|word| !word.is_empty()), "{file}: {path}");
                let text = document.text(path);
                assert!(text.is_empty() || answer.words == [text], "{path}");
            }
        }
    }
}

#[test]
fn it_goes_in_the_order_of_the_walk() {
    let pack = pack();
    let mut seen = Vec::new();
    for (file, document) in people(Lang::Ja) {
        let read = read_through(&document, &pack, Lang::Ja);
        assert!(read.iter().map(|s| s.section).is_sorted_by(|a, b| a < b), "{file}");
        seen.extend(read.iter().map(|s| s.section));
        for section in &read {
            assert_eq!(section.title, pack.part(section.section.id()).unwrap().title.plain(Lang::Ja));
            for answer in section.groups.iter().flat_map(|g| &g.items).flatten() {
                let kind = answer.path.unwrap().field.kind();
                assert!(kind.section == section.section || *kind == stand::STAND, "{file}: {:?}", answer.path);
            }
        }
    }
    for section in Section::ALL {
        assert!(seen.contains(&section), "nobody has been to {section:?}");
    }
}

#[test]
fn an_empty_record_has_nothing_to_read_and_a_strange_one_does_no_harm() {
    let pack = pack();
    assert!(read_through(&Document::default(), &pack, Lang::Ja).is_empty());
    // An item without a word, and a link to one that is gone.
    let id = ItemId(7);
    let bare = document(vec![Change::Added(&experience::EXPERIENCE, id)]);
    assert!(read_through(&bare, &pack, Lang::Ja).is_empty());
    let read =
        read_through(&document(vec![Change::Wrote(wish::SCENE.alone(), " 👩‍👩‍👧‍👦\n".into())]), &Pack::default(), Lang::En);
    assert_eq!(answers(&read)[0].words, [" 👩‍👩‍👧‍👦\n"], "kept as typed, whatever the pack");
}

#[test]
fn what_was_put_off_is_an_answer_and_stands_where_it_was_asked() {
    let mut pack = pack();
    let text = |t: &str| Text { ja: t.to_owned(), en: t.to_owned(), ja_easy: None };
    pack.extra.push(ExtraQuestion { id: "org.1".into(), section: "wish".into(), title: text("Q"), hint: None });
    let document = document(vec![
        Change::PutOff(stand::VALUES.alone()),
        Change::NotSure(stand::ASK.alone()),
        Change::NotSure(wish::SCENE.alone()),
        Change::AnsweredExtra("org.1".into(), "own words".into()),
    ]);
    let read = read_through(&document, &pack, Lang::En);
    let told: Vec<(Section, &str)> = read
        .iter()
        .flat_map(|s| answers(std::slice::from_ref(s)).into_iter().map(|a| (s.section, a.words[0].as_str())))
        .collect();
    let (later, not_sure) = (w::LATER.get(Lang::En), w::NOT_SURE.get(Lang::En));
    let wanted =
        [(Section::Values, later), (Section::Wish, not_sure), (Section::Wish, "own words"), (Section::Sheet, not_sure)];
    assert_eq!(told, wanted);
    // Every group of put-off questions has its place.
    assert!(KINDS.contains(&&stand::STAND) && stand::STAND.fields.len() == 4);
}
