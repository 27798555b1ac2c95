//! A card is found by what somebody types: kanji, kana or English, in whatever width and case.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use aritai::pack::search::{Index, find};
use aritai::pack::{Card, Lang, Pack, STANDARD, SearchWords, Text};

/// The catalogues whose cards are looked for by reading.
const SEARCHED: [&str; 5] = ["experiences", "strengths", "values", "activities", "asks"];
/// The catalogues whose cards have other words to be found by.
const SYNONYMS: [&str; 8] =
    ["experiences", "strengths", "values", "activities", "asks", "obstacles", "steps", "precedents"];

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
            "counters",
        ],
        &["まとぐち", "窓口 会議", "ounter", "day half x", "🙂", "𠮷", "encounter", "まどぐち\u{0}x"],
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
fn long_vowels_and_the_kana_between_kanji_make_no_difference() {
    check(
        &card("サーバーとデータの打合せ", "", Some("さーばーとでーたのうちあわせ"), None),
        &[
            "サーバ",
            "サーバー",
            "さあばあ",
            "ｻｰﾊﾞ",
            "でえた",
            "データー",
            "打ち合わせ",
            "打合わせ",
            "うちあわせ",
            "サ−バ",
        ],
        &["でた", "さば", "打席", "合わせ打ち"],
    );
    check(&card("打ち合わせの進め方", "", None, None), &["打合せ", "打ち合せ"], &["進打"]);
    check(
        &card("エーアイを図書館で", "", Some("えーあいをとしょかんで"), None),
        &["えいあい", "エイアイ", "ええあい", "エーアイ"],
        &["えあい"],
    );
    check(
        &card("電話での応対、通う", "", Some("でんわでのおうたいかよう"), None),
        &["おうたい", "のおう"],
        &["うおた"],
    );
    check(&card("ビジョンを近づける", "", Some("びじょんをちかづける"), None), &["ヴィジョン", "ちかずける"], &[]);
}

#[test]
fn english_endings_and_spellings_make_no_difference() {
    check(
        &card("", "Negotiating an organized analysis of behaviour, planning policies", None, None),
        &[
            "negotiate",
            "negotiation",
            "Negotiator",
            "organise",
            "organization",
            "ORGANISING",
            "analyse",
            "analyze",
            "analytics",
            "analyst",
            "behavior",
            "plan",
            "planner",
            "policy",
            "polic",
            "negotiating policies",
        ],
        &["organ donor", "anal yes", "lan", "go", "icy", "having"],
    );
    check(&card("", "Maps", None, None), &["map", "mapping", "maps", "m"], &["mop", "apps"]);
}

#[test]
fn search_words_find_their_card_in_each_language() {
    let mut card = card("データを使う", "Using data", None, None);
    assert!(find(std::slice::from_ref(&card), "GIS").is_empty());
    card.search = Some(SearchWords {
        ja: vec!["地理情報".into(), "ちりじょうほう".into()],
        en: vec!["GIS".into(), "mapping".into()],
    });
    check(
        &card,
        &["ＧＩＳ", "gis", "チリジョウホウ", "map", "maps", "データ 地理", "using gis"],
        &["gi s x", "is", "理地"],
    );
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

/// What somebody types, where, and the cards that have to be among what is found.
const LOOKED_FOR: [(&str, &str, &[&str]); 114] = [
    // As the cards say it
    ("experiences", "まどぐち", &["x02"]),
    ("experiences", "窓口", &["x02"]),
    ("experiences", "マドグチ", &["x02"]),
    ("experiences", "counter", &["x02"]),
    ("experiences", "ｎｐｏ", &["x17"]),
    ("experiences", "えすえぬえす", &["x30"]),
    ("experiences", "公募", &["x21"]),
    ("strengths", "でーた", &["s38"]),
    ("strengths", "さいがい", &["s35"]),
    ("values", "まかされる", &["v08"]),
    ("values", "公正", &["v18"]),
    ("activities", "でんわ", &["a20"]),
    ("activities", "電話", &["a20"]),
    ("asks", "けんしゅう", &["course"]),
    ("asks", "ｼｮｳｶｲ", &["introduce"]),
    // In other words, Japanese
    ("experiences", "ＧＩＳ", &["x28"]),
    ("experiences", "庁外", &["x03", "x19", "x27"]),
    ("experiences", "税", &["x24"]),
    ("experiences", "合意", &["x08"]),
    ("experiences", "打ち合わせ", &["x04"]),
    ("experiences", "ミーティング", &["x04"]),
    ("experiences", "エクセル", &["x28"]),
    ("experiences", "えくせる", &["x28"]),
    ("experiences", "プレゼン", &["x07"]),
    ("experiences", "司会", &["x08"]),
    ("experiences", "ファシリテーション", &["x08"]),
    ("experiences", "テレワーク", &["x37"]),
    ("experiences", "出向", &["x19", "x20"]),
    ("experiences", "副業", &["x18"]),
    ("experiences", "メンター", &["x36"]),
    ("experiences", "メンタ", &["x36"]),
    ("experiences", "防災", &["x31"]),
    ("experiences", "業務改善", &["x06"]),
    ("experiences", "引き継ぎ", &["x38"]),
    ("experiences", "引継ぎ", &["x38"]),
    ("experiences", "異動", &["x22"]),
    ("experiences", "リーダー", &["x33"]),
    ("experiences", "ホームページ", &["x30"]),
    ("experiences", "議員", &["x12"]),
    ("experiences", "財政", &["x10"]),
    ("experiences", "条例", &["x11"]),
    ("experiences", "大学院", &["x26"]),
    ("experiences", "シャドーイング", &["x05"]),
    ("experiences", "休む", &["x39"]),
    ("strengths", "ＧＩＳ", &["s38"]),
    ("strengths", "庁外", &["s20", "s31"]),
    ("strengths", "合意", &["s20"]),
    ("strengths", "合意形成", &["s20", "s24"]),
    ("strengths", "税", &["s26"]),
    ("strengths", "分析", &["s05", "s38"]),
    ("strengths", "原因", &["s05", "s08"]),
    ("strengths", "交渉", &["s20"]),
    ("strengths", "傾聴", &["s16"]),
    ("strengths", "ＤＸ", &["s37"]),
    ("strengths", "決断", &["s43"]),
    ("strengths", "クレーム", &["s13", "s30"]),
    ("strengths", "マネジメント", &["s42"]),
    ("strengths", "土木", &["s36"]),
    ("strengths", "統計", &["s38"]),
    ("strengths", "コミュニケーション", &["s17"]),
    ("strengths", "報連相", &["s21"]),
    ("strengths", "人材育成", &["s22"]),
    ("strengths", "アイデア", &["s10"]),
    ("strengths", "生成ＡＩ", &["s40"]),
    ("strengths", "臨機応変", &["s13"]),
    ("strengths", "会計", &["s26"]),
    ("strengths", "インフラ", &["s36"]),
    ("values", "安定", &["v15"]),
    ("values", "自由", &["v09"]),
    ("values", "家族", &["v16"]),
    ("values", "ワークライフバランス", &["v16"]),
    ("values", "感謝", &["v03"]),
    ("values", "達成感", &["v21"]),
    ("values", "挑戦", &["v13"]),
    ("values", "チームワーク", &["v04"]),
    ("activities", "分析", &["a05"]),
    ("activities", "合意", &["a10"]),
    ("activities", "税", &["a04"]),
    ("activities", "プレゼン", &["a02"]),
    ("activities", "クレーム", &["a14"]),
    ("asks", "フィードバック", &["feedback"]),
    ("asks", "異動", &["pass-on"]),
    ("asks", "忙しい", &["priority", "lighten"]),
    ("obstacles", "忙しい", &["o-time"]),
    ("obstacles", "欠員", &["o-hands"]),
    ("obstacles", "先延ばし", &["o-later"]),
    ("obstacles", "失敗", &["o-fear"]),
    ("steps", "マニュアル", &["t04", "t09"]),
    ("precedents", "縦割り", &["p02"]),
    // In English
    ("experiences", "GIS", &["x28"]),
    ("experiences", "mentoring", &["x36"]),
    ("experiences", "facilitator", &["x08"]),
    ("experiences", "remote", &["x37"]),
    ("experiences", "delegating", &["x38"]),
    ("experiences", "finances", &["x10"]),
    ("experiences", "volunteering", &["x18"]),
    ("experiences", "secondments", &["x19", "x20"]),
    ("strengths", "analysis", &["s05", "s38"]),
    ("strengths", "analyse", &["s05", "s38"]),
    ("strengths", "analytics", &["s38"]),
    ("strengths", "negotiate", &["s20"]),
    ("strengths", "negotiation", &["s20"]),
    ("strengths", "cause", &["s05", "s08"]),
    ("strengths", "organising", &["s11"]),
    ("strengths", "organization", &["s11"]),
    ("strengths", "taxes", &["s26", "s30"]),
    ("strengths", "decisions", &["s43"]),
    ("strengths", "communicating", &["s17"]),
    ("strengths", "prioritise", &["s08"]),
    ("values", "autonomy", &["v09"]),
    ("activities", "negotiate", &["a10"]),
    ("activities", "analyzing", &["a05"]),
    ("obstacles", "procrastinating", &["o-later"]),
    ("asks", "workload", &["priority", "lighten"]),
];

/// What finds nothing in any catalogue: other things, halves of words, and words that only look alike.
const NOT_THERE: [&str; 16] = [
    "そんなカードはない",
    "宇宙飛行士",
    "ゴルフ",
    "らーめん",
    "ﾗｰﾒﾝ",
    "ぱぴぷぺぽ",
    "職位職",
    "astronaut",
    "golf",
    "egotiate",
    "isgi",
    "qwerty",
    "🙂",
    "窓口 宇宙",
    "data astronaut",
    "12345",
];

#[test]
fn the_standard_cards_are_found_as_people_look_for_them() {
    let pack = pack();
    let mut faults = Vec::new();
    for (catalogue, query, wanted) in LOOKED_FOR {
        let cards = pack.cards(catalogue);
        let found: Vec<&str> = find(cards, query).into_iter().map(|at| cards[at].id.as_str()).collect();
        if !wanted.iter().all(|id| found.contains(id)) {
            faults.push(format!("{query} in {catalogue}: {found:?}, not {wanted:?}"));
        }
        if found.len() * 3 >= cards.len().max(15) {
            faults.push(format!("{query} finds nearly everything in {catalogue}: {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_on_no_card_finds_none() {
    let pack = pack();
    for query in NOT_THERE {
        for catalogue in SYNONYMS {
            let cards = pack.cards(catalogue);
            let found: Vec<&str> = find(cards, query).into_iter().map(|at| cards[at].id.as_str()).collect();
            assert!(found.is_empty(), "{query} in {catalogue}: {found:?}");
        }
    }
}

#[test]
fn search_words_say_what_the_card_does_not() {
    let pack = pack();
    let mut idle = Vec::new();
    for catalogue in SYNONYMS {
        for card in pack.cards(catalogue) {
            let words = card.search.as_ref().unwrap_or_else(|| panic!("{catalogue}/{} has no search words", card.id));
            assert!(!words.ja.is_empty() && !words.en.is_empty(), "{catalogue}/{}", card.id);
            for list in [&words.ja, &words.en] {
                for (at, word) in list.iter().enumerate() {
                    // Without this word, but with the ones before it.
                    let mut other = card.clone();
                    let search = other.search.as_mut().unwrap();
                    if std::ptr::eq(list, &raw const words.ja) {
                        search.ja.remove(at);
                    } else {
                        search.en.remove(at);
                        search.ja.clear();
                    }
                    if !find(&[other], word).is_empty() {
                        idle.push(format!("{catalogue}/{}: {word}", card.id));
                    }
                }
            }
        }
    }
    assert!(idle.is_empty(), "found without these: {idle:#?}");
}

#[test]
fn an_index_finds_what_a_single_look_finds() {
    let pack = pack();
    for cards in pack.catalogues.values() {
        let index = Index::of(cards);
        for query in ["", "し", "仕事", "a", "work with", "ＡＩ"] {
            assert_eq!(index.find(query), find(cards, query), "{query}");
        }
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
