//! A card is found by what somebody types: kanji, kana or English, in whatever width and case.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use aritai::pack::search::find;
use aritai::pack::{Card, Lang, Pack, STANDARD, Text};

/// The catalogues whose cards are looked for by reading.
const SEARCHED: [&str; 5] = ["experiences", "strengths", "values", "activities", "asks"];

fn pack() -> Pack {
    Pack::read(STANDARD).unwrap()
}

fn card(ja: &str, en: &str, kana: Option<&str>, note: Option<(&str, &str)>) -> Card {
    let text = |ja: &str, en: &str| Text { ja: ja.to_owned(), en: en.to_owned(), ja_easy: None };
    let note = note.map(|(ja, en)| text(ja, en));
    Card { title: text(ja, en), kana: kana.map(str::to_owned), note, ..Card::default() }
}

/// The queries that find the card, and those that don't.
fn check(card: &Card, found: &[&str], not: &[&str]) {
    for (queries, wanted) in [(found, vec![0]), (not, vec![])] {
        for query in queries {
            assert_eq!(find(std::slice::from_ref(card), query), wanted, "{query:?} in {}", card.title.ja);
        }
    }
}

#[test]
fn width_case_and_script_make_no_difference() {
    check(
        &card("窓口や現場に半日入る", "Work half-a-day at a counter", Some("まどぐちやげんばにはんにちはいる"), None),
        &[
            "窓口",
            "現場に半日",
            "まどぐち",
            "マドグチ",
            "ﾏﾄﾞｸﾞﾁ",
            "まと\u{3099}く\u{3099}ち",
            "窓 口",
            "窓口　半日",
            "counter",
            "COUNTER",
            "ｃｏｕｎｔｅｒ",
            "count",
            "half a day",
            "halfaday",
            "half-a-day",
            "まどぐち counter",
            "",
            "  ",
            "・",
            "窓・口",
            "「窓口」",
            "窓口、",
        ],
        &["まとぐち", "窓口 会議", "ounter", "day half x", "🙂", "𠮷", "counters", "まどぐち\u{0}x"],
    );
    check(
        &card("データや地図、AIを使う", "Using data and AI again", Some("でーたやちずをつかう"), None),
        &["データ", "でーた", "ﾃﾞｰﾀ", "ＡＩ", "ai", "Ai", "again"],
        &["でた", "ガイン", "gain"],
    );
    check(
        &card(
            "{面談|めんだん}の{相手|あいて}",
            "The person you meet",
            None,
            Some(("{課長|かちょう}など", "A manager, say")),
        ),
        &["めんだんのあいて", "面談の相手", "かちょう", "課長", "manager", "めんだん manager"],
        &["かかり", "めんだん staff"],
    );
    check(
        &card("ヴィジョン・パワー", "", None, None),
        &["ゔぃじょん", "ｳﾞｨｼﾞｮﾝﾊﾟﾜｰ", "ヴィジョンパワー", "ぱわー"],
        &["ぱわ　わぱ"],
    );
    check(&card("葛\u{E0100}飾", "", None, None), &["葛飾", "葛\u{E0100}飾"], &["葛 飾 区"]);
}

#[test]
fn whatever_is_typed_there_is_an_answer() {
    let pack = pack();
    let long = "あ".repeat(10_000);
    let many = "a ".repeat(5_000);
    for query in [long.as_str(), &many, "👩‍👩‍👧‍👦", "\u{0}\u{1b}", "\u{3099}", "ﾞ", "{", "|", "}", "%", "\\", "\u{202e}"]
    {
        for cards in pack.catalogues.values() {
            let found = find(cards, query);
            assert!(found.len() <= cards.len() && found.is_sorted(), "{query:.20}");
        }
    }
    assert!(find(pack.cards("experiences"), &long).is_empty());
    assert_eq!(find(&[], "x"), Vec::<usize>::new());
}

#[test]
fn the_standard_cards_are_found_as_people_look_for_them() {
    let pack = pack();
    for (catalogue, query, wanted) in [
        ("experiences", "まどぐち", "x02"),
        ("experiences", "窓口", "x02"),
        ("experiences", "マドグチ", "x02"),
        ("experiences", "counter", "x02"),
        ("experiences", "ｎｐｏ", "x17"),
        ("experiences", "えすえぬえす", "x30"),
        ("experiences", "公募", "x21"),
        ("strengths", "でーた", "s38"),
        ("strengths", "さいがい", "s35"),
        ("values", "まかされる", "v08"),
        ("values", "公正", "v18"),
        ("activities", "でんわ", "a20"),
        ("activities", "電話", "a20"),
        ("asks", "けんしゅう", "course"),
        ("asks", "ｼｮｳｶｲ", "introduce"),
    ] {
        let cards = pack.cards(catalogue);
        let found: Vec<&str> = find(cards, query).into_iter().map(|at| cards[at].id.as_str()).collect();
        assert!(found.contains(&wanted), "{query} in {catalogue}: {found:?}");
        assert!(found.len() < cards.len() / 2, "{query} finds nearly everything in {catalogue}");
    }
}

#[test]
fn every_card_that_is_looked_for_has_a_reading_that_is_its_own() {
    let pack = pack();
    let is_kana = |c: &char| ('ぁ'..='ん').contains(c) || *c == 'ー';
    for catalogue in SEARCHED {
        let cards = pack.cards(catalogue);
        for (at, card) in cards.iter().enumerate() {
            let kana = card.kana.as_deref().unwrap_or_else(|| panic!("{catalogue}/{} has no reading", card.id));
            assert!(kana.chars().all(|c| is_kana(&c)), "{catalogue}/{}: {kana}", card.id);
            // What the title says in kana stands in its reading, in that order.
            let mut rest = kana.chars();
            let title = card.title.plain(Lang::Ja);
            let spoken = title.chars().map(|c| if ('ァ'..='ヶ').contains(&c) { hiragana(c) } else { c });
            for c in spoken.filter(is_kana) {
                assert!(rest.any(|r| r == c), "{catalogue}/{}: {title} is not read {kana}", card.id);
            }
            for query in [kana, &title, &card.title.en] {
                assert!(find(cards, query).contains(&at), "{catalogue}/{}: not found by {query}", card.id);
            }
        }
    }
}

fn hiragana(c: char) -> char {
    char::from_u32(c as u32 - 0x60).unwrap()
}
