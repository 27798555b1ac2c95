//! The standard pack keeps its promises: it has the shape that its schema tells authors, nothing in it points nowhere,
//! no id is ever lost, and its words stay within the rules of taste that a machine can check.
#![cfg(not(target_arch = "wasm32"))]

use aritai::pack::{Card, ExtraQuestion, FORMAT, Lang, Pack, Part, Question, STANDARD, SearchWords, Text, Workplace};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const SCHEMA: &str = include_str!("../public/packs/pack.schema.json");
const GOLDEN: &str = "tests/golden/pack-ids.txt";

/// The kinds and fields where 「まだ分からない」 is an answer, and has to lead somewhere.
const MAY_BE_UNSURE: [&str; 8] =
    ["value", "wish.scene", "wish.for_whom", "experience", "experience.why", "strength", "step", "ask"];

/// What stays off the screen; lens names may stand in `lens` alone.
const CLOSES_PAGES: [(Lang, &str); 33] = [
    (Lang::Ja, "キャリア"),
    (Lang::Ja, "仲間"),
    (Lang::Ja, "一人称"),
    (Lang::Ja, "価値前提"),
    (Lang::Ja, "ドミナント"),
    (Lang::Ja, "バックキャスト"),
    (Lang::Ja, "立ち位置"),
    (Lang::Ja, "宣言"),
    (Lang::Ja, "50点"),
    (Lang::Ja, "成り行き"),
    (Lang::Ja, "な人。"),
    (Lang::Ja, "未記入"),
    (Lang::Ja, "代決"),
    (Lang::Ja, "退職"),
    (Lang::Ja, "辞め"),
    (Lang::Ja, "年齢"),
    (Lang::Ja, "性別"),
    (Lang::Ja, "給料"),
    (Lang::Ja, "給与"),
    (Lang::Ja, "健康"),
    (Lang::Ja, "家庭"),
    (Lang::Ja, "管理職"),
    (Lang::Ja, "すべき"),
    (Lang::Ja, "なければなりません"),
    (Lang::Ja, "目標達成"),
    (Lang::En, "career"),
    (Lang::En, "backcast"),
    (Lang::En, "dominant logic"),
    (Lang::En, "salary"),
    (Lang::En, "gender"),
    (Lang::En, "resign"),
    (Lang::En, "you must"),
    (Lang::En, "you should"),
];

#[test]
fn it_follows_its_schema_and_the_schema_refuses_what_the_reader_refuses() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));

    let standard: Value = serde_json::from_str(STANDARD).unwrap();
    let complaints: Vec<String> =
        validator.iter_errors(&standard).map(|e| format!("{} at {}", e, e.instance_path())).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");

    // Each is wrong in one place only: the program and the schema have to agree about it.
    let spoilt: [(&str, Value); 7] = [
        ("/colour", json!("green")),
        ("/sections/0/colour", json!("green")),
        ("/questions/0/colour", json!("green")),
        ("/catalogues/values/0/colour", json!("green")),
        ("/catalogues/values/0/title/fr", json!("Être utile")),
        ("/catalogues/values/0/title", json!("人の役に立つ")),
        ("/format", json!(FORMAT + 1)),
    ];
    for (path, value) in spoilt {
        let mut pack = standard.clone();
        let (parent, key) = path.rsplit_once('/').unwrap();
        pack.pointer_mut(parent).unwrap()[key] = value;
        assert!(!validator.is_valid(&pack), "the schema allows {path}");
        assert!(Pack::read(&pack.to_string()).is_err(), "the program allows {path}");
    }
    for path in ["/title", "/sections/0/lead", "/questions/0/label", "/catalogues/values/0/title/en"] {
        let mut pack = standard.clone();
        let (parent, key) = path.rsplit_once('/').unwrap();
        pack.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
        assert!(!validator.is_valid(&pack), "the schema does without {path}");
        assert!(Pack::read(&pack.to_string()).is_err(), "the program does without {path}");
    }
}

/// Every struct is written out in full, so that a field added to the format does not compile here until it is filled in,
/// and fails until the schema knows it.
#[test]
fn the_schema_names_the_fields_that_the_program_reads() {
    let text = || Text { ja: "あ".into(), en: "A".into(), ja_easy: Some("あ".into()) };
    let id = || Some("a".to_owned());
    let card = Card {
        id: "a".into(),
        title: text(),
        note: Some(text()),
        small: Some(text()),
        then: Some(text()),
        group: id(),
        doors: vec!["a".into()],
        effort: id(),
        decides: id(),
        builds: vec!["a".into()],
        kana: Some("あ".into()),
        search: Some(SearchWords { ja: vec!["あ".into()], en: vec!["a".into()] }),
        first: true,
        careful: true,
    };
    let question = Question {
        id: "a".into(),
        label: text(),
        title: Some(text()),
        hint: Some(text()),
        why: Some(text()),
        starters: vec![text()],
        example: Some(text()),
        unsure: Some(text()),
        cards: id(),
    };
    let section = Part { id: "a".into(), title: text(), lead: text(), lens: Some(text()) };
    let extra = ExtraQuestion { id: "a".into(), section: "a".into(), title: text(), hint: Some(text()) };
    let pack = Pack {
        schema: Some("pack.schema.json".into()),
        format: FORMAT,
        id: "a".into(),
        version: "1".into(),
        title: text(),
        sections: vec![section.clone()],
        questions: vec![question.clone()],
        catalogues: BTreeMap::from([("a".to_owned(), vec![card.clone()])]),
        extra: vec![extra.clone()],
    };
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let full = serde_json::to_value(&pack).unwrap();
    assert!(jsonschema::draft202012::is_valid(&schema, &full));
    for (place, written) in [
        ("", &full),
        ("/$defs/section", &full["sections"][0]),
        ("/$defs/question", &full["questions"][0]),
        ("/$defs/card", &full["catalogues"]["a"][0]),
        ("/$defs/search", &full["catalogues"]["a"][0]["search"]),
        ("/$defs/extra", &full["extra"][0]),
        ("/$defs/text", &full["title"]),
    ] {
        let keys = |v: &Value| v.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
        let described = schema.pointer(place).unwrap();
        assert_eq!(keys(&described["properties"]), keys(written), "schema{place}");
        assert_eq!(described["additionalProperties"], json!(false), "schema{place}");
        for (name, property) in described["properties"].as_object().unwrap() {
            assert!(property["description"].is_string(), "schema{place}: {name} has no description");
        }
    }
}

/// `ARITAI_BLESS=1` adds the ids that are new. Nothing takes one away: somebody's saved answer stands on it.
#[test]
fn no_id_is_ever_lost() {
    let pack = standard();
    let alive: BTreeSet<String> = (pack.sections.iter().map(|s| format!("section {}", s.id)))
        .chain(pack.questions.iter().map(|q| format!("question {}", q.id)))
        .chain(cards(&pack).map(|(catalogue, card)| format!("card {catalogue}/{}", card.id)))
        .collect();
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(GOLDEN);
    let golden: BTreeSet<String> = std::fs::read_to_string(&file).unwrap().lines().map(str::to_owned).collect();

    let lost: Vec<_> = golden.difference(&alive).collect();
    assert!(lost.is_empty(), "answers stand on these ids, bring them back: {lost:#?}");
    let new: Vec<_> = alive.difference(&golden).collect();
    if std::env::var("ARITAI_BLESS").is_ok_and(|bless| bless == "1") {
        let lines: Vec<&str> = golden.union(&alive).map(String::as_str).collect();
        std::fs::write(&file, lines.join("\n") + "\n").unwrap();
    } else {
        assert!(new.is_empty(), "new ids are permanent; if they are meant, run with ARITAI_BLESS=1: {new:#?}");
    }
}

#[test]
fn no_id_is_used_twice_and_nothing_points_nowhere() {
    for pack in packs() {
        let mut seen = BTreeSet::new();
        let ids = (pack.sections.iter().map(|s| ("section", s.id.as_str())))
            .chain(pack.questions.iter().map(|q| ("question", q.id.as_str())))
            .chain(cards(&pack).map(|(catalogue, card)| (catalogue, card.id.as_str())));
        for id in ids {
            assert!(seen.insert(id), "twice: {id:?}");
        }
        for question in &pack.questions {
            if let Some(catalogue) = &question.cards {
                assert!(!pack.cards(catalogue).is_empty(), "{}: no cards in {catalogue}", question.id);
            }
        }
        for (catalogue, card) in cards(&pack) {
            let groups = format!("{catalogue}_groups");
            assert_eq!(card.group.is_some(), pack.catalogues.contains_key(&groups), "group of {catalogue}/{}", card.id);
            let pointed = (card.group.iter().map(|id| (groups.as_str(), id)))
                .chain(card.doors.iter().map(|id| ("doors", id)))
                .chain(card.effort.iter().map(|id| ("efforts", id)))
                .chain(card.decides.iter().map(|id| ("decides", id)))
                .chain(card.builds.iter().map(|id| ("strengths", id)));
            for (target, id) in pointed {
                assert!(pack.card(target, id).is_some(), "{catalogue}/{}: no {target}/{id}", card.id);
            }
        }
        for (catalogue, group) in
            pack.catalogues.keys().filter_map(|c| c.strip_suffix("_groups")).flat_map(|catalogue| {
                pack.cards(&format!("{catalogue}_groups")).iter().map(move |group| (catalogue, group.id.as_str()))
            })
        {
            let used = pack.cards(catalogue).iter().any(|card| card.group.as_deref() == Some(group));
            assert!(used, "{catalogue}: nothing stands in {group}");
        }
    }
}

#[test]
fn every_question_is_whole() {
    for pack in packs() {
        for question in &pack.questions {
            let id = question.id.as_str();
            assert!(question.starters.is_empty() || question.starters.len() == 2, "{id}: starters come in pairs");
            assert!(
                question.starters.is_empty() || question.example.is_some(),
                "{id}: an example goes with the starters"
            );
            assert!(question.hint.is_none() || question.title.is_some(), "{id}: a hint without a question");
            // Why it asks: `tests/reasons.rs`.
            let kind = !id.contains('.') && !["remark", "reply", "replied"].contains(&id);
            assert!(!kind || question.title.is_some(), "{id}: does not say what it asks");
            assert_eq!(question.unsure.is_some(), MAY_BE_UNSURE.contains(&id), "{id}: まだ分からない");
            let label = question.label.plain(Lang::Ja).chars().count();
            assert!(label <= 14, "{id}: a label of {label} characters is no heading");
        }
        for part in &pack.sections {
            assert!(!part.lead.ja.is_empty());
        }
    }
}

#[test]
fn every_experience_can_be_tried_without_a_transfer() {
    for pack in packs() {
        for card in pack.cards("experiences") {
            assert!(card.note.is_some() && card.small.is_some() && card.kana.is_some(), "{}", card.id);
            assert!(!card.doors.is_empty() && card.effort.is_some(), "{}", card.id);
            assert!((1..=3).contains(&card.builds.len()), "{} builds {:?}", card.id, card.builds);
            let small = card.small.as_ref().unwrap();
            assert!(!small.ja.contains("異動") && !small.ja.contains("応募"), "{}: {}", card.id, small.ja);
        }
        let first = |catalogue| pack.cards(catalogue).iter().filter(|c| c.first).count();
        assert_eq!((first("experiences"), first("asks"), first("horizons")), (8, 6, 1));
        let easiest = pack.cards("experiences").iter().filter(|c| c.first);
        assert!(
            easiest.clone().all(|c| c.doors.iter().any(|d| d == "self" || d == "boss")),
            "a first card that waits for HR"
        );
        assert!(easiest.clone().all(|c| c.effort.as_deref() != Some("large")), "a first card that takes a year");
        let careful: Vec<_> = cards(&pack).filter(|(_, c)| c.careful).map(|(_, c)| c.id.as_str()).collect();
        assert_eq!(careful, ["x21"], "only the internal posting may bypass one's supervisor");
        for card in pack.cards("strengths") {
            assert!(card.note.is_some() && card.kana.is_some(), "{}", card.id);
        }
        let answered = [("obstacles", "then"), ("precedents", "then"), ("rereads", "then"), ("asks", "small")];
        for (catalogue, part) in answered {
            for card in pack.cards(catalogue) {
                let there =
                    if part == "then" { card.then.is_some() } else { card.small.is_some() && card.decides.is_some() };
                assert!(there, "{catalogue}/{}: no {part}", card.id);
            }
        }
    }
}

#[test]
fn every_title_stands_on_a_button() {
    for (catalogue, card) in packs().iter().flat_map(cards) {
        for (lang, most) in [(Lang::Ja, 20), (Lang::En, 48)] {
            let title = card.title.plain(lang);
            let length = title.chars().count();
            assert!((1..=most).contains(&length), "{catalogue}/{}: {length} characters: {title}", card.id);
            assert!(!title.ends_with('。') && !title.ends_with('.'), "{catalogue}/{}: {title}", card.id);
        }
    }
}

/// Readings are for the words that are asked: titles of sections and questions, and hints. There, every kanji has one.
#[test]
fn readings_are_whole_where_they_belong_and_nowhere_else() {
    for (place, text) in packs().iter().flat_map(texts) {
        let asked = place.ends_with(" title") && !place.starts_with("card") || place.ends_with(" hint");
        let (with, without) = if asked { (vec![text.ja.as_str()], vec![]) } else { (vec![], vec![text.ja.as_str()]) };
        for ja in with.into_iter().chain(text.ja_easy.as_deref()) {
            let (bare, readings) = take_apart(ja);
            assert!(!bare.contains(['{', '}', '|']), "{place}: a reading that isn't closed: {ja}");
            assert!(!bare.chars().any(is_kanji), "{place}: kanji without a reading: {ja}");
            for (base, reading) in readings {
                assert!(!base.is_empty() && base.chars().all(is_kanji), "{place}: {{{base}|{reading}}}");
                assert!(!reading.is_empty() && reading.chars().all(is_hiragana), "{place}: {{{base}|{reading}}}");
            }
        }
        for plain in without.into_iter().chain([text.en.as_str()]) {
            assert!(!plain.contains(['{', '}', '|']), "{place}: a reading where none is shown: {plain}");
        }
        let same = text.ja_easy.as_deref() == Some(text.ja.as_str());
        assert!(!same, "{place}: やさしい日本語 only where it differs");
    }
}

#[test]
fn no_word_closes_the_page() {
    for (place, text) in packs().iter().flat_map(texts) {
        if place.ends_with(" lens") {
            continue;
        }
        let ja = format!("{} {}", text.plain(Lang::Ja), text.ja_easy.as_deref().unwrap_or_default());
        let en = text.en.to_lowercase();
        for (lang, word) in CLOSES_PAGES {
            let said = if lang == Lang::Ja { &ja } else { &en };
            assert!(!said.contains(word), "{place}: 「{word}」: {said}");
        }
    }
}

#[test]
fn every_text_is_there_and_tidy() {
    for (place, text) in packs().iter().flat_map(texts) {
        // A starter ends where the person goes on, in English after a space.
        let en = if place.ends_with(" starter") { text.en.strip_suffix(' ').unwrap_or(&text.en) } else { &text.en };
        for said in [text.ja.as_str(), en].into_iter().chain(text.ja_easy.as_deref()) {
            assert!(!said.is_empty() && said.trim() == said, "{place}: 「{said}」");
            assert!(!said.contains("  ") && !said.contains('\n'), "{place}: 「{said}」");
        }
        assert!(text.ja.chars().any(|c| is_kanji(c) || is_kana(c)), "{place}: not Japanese: {}", text.ja);
        assert!(!text.ja.contains([' ', ',', '.', '?', '!', '(', ')', '"', '･']), "{place}: half-width: {}", text.ja);
        assert!(!en.chars().any(|c| is_kanji(c) || is_kana(c)), "{place}: not English: {en}");
        assert!(!en.contains(['"', '\'']) && !en.contains("..."), "{place}: as a typewriter writes it: {en}");
        for (said, open, close) in [(&*text.ja, '「', '」'), (&*text.ja, '（', '）'), (en, '“', '”'), (en, '(', ')')]
        {
            let count = |c| said.matches(c).count();
            assert_eq!(count(open), count(close), "{place}: {said}");
        }
    }
}

fn standard() -> Pack {
    Pack::read(STANDARD).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The standard pack, and what becomes of it in the words of every other workplace.
fn packs() -> Vec<Pack> {
    let laid = Workplace::ALL.into_iter().skip(1).map(|place| {
        let over = std::fs::read_to_string(format!("{}/public/{}", env!("CARGO_MANIFEST_DIR"), place.path())).unwrap();
        Pack::read_over(STANDARD, &over).unwrap_or_else(|error| panic!("{place:?}: {error:?}"))
    });
    [standard()].into_iter().chain(laid).collect()
}

fn cards(pack: &Pack) -> impl Iterator<Item = (&str, &Card)> {
    pack.catalogues.iter().flat_map(|(catalogue, cards)| cards.iter().map(move |card| (catalogue.as_str(), card)))
}

/// Every text of the pack with its place, such as `question wish.scene hint`.
fn texts(pack: &Pack) -> Vec<(String, Text)> {
    let mut all = vec![("pack title of its own".to_owned(), pack.title.clone())];
    let mut add = |place: String, parts: &[(&str, Option<&Text>)]| {
        for (part, text) in parts {
            all.extend(text.map(|text| (format!("{place} {part}"), text.clone())));
        }
    };
    for s in &pack.sections {
        let parts = [("title", Some(&s.title)), ("lead", Some(&s.lead)), ("lens", s.lens.as_ref())];
        add(format!("section {}", s.id), &parts);
    }
    for q in &pack.questions {
        let place = format!("question {}", q.id);
        let parts = [
            ("label", Some(&q.label)),
            ("title", q.title.as_ref()),
            ("hint", q.hint.as_ref()),
            ("why", q.why.as_ref()),
            ("example", q.example.as_ref()),
            ("unsure", q.unsure.as_ref()),
        ];
        add(place.clone(), &parts);
        for starter in &q.starters {
            add(place.clone(), &[("starter", Some(starter))]);
        }
    }
    for (catalogue, c) in cards(pack) {
        let parts = [
            ("title", Some(&c.title)),
            ("note", c.note.as_ref()),
            ("small", c.small.as_ref()),
            ("then", c.then.as_ref()),
        ];
        add(format!("card {catalogue}/{}", c.id), &parts);
    }
    all
}

/// `{面談|めんだん}の相手` → `の相手` and `[(面談, めんだん)]`.
fn take_apart(text: &str) -> (String, Vec<(&str, &str)>) {
    let mut bare = String::new();
    let mut readings = vec![];
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        bare.push_str(before);
        let closed = after.split_once('}').and_then(|(inside, behind)| Some((inside.split_once('|')?, behind)));
        if let Some((reading, behind)) = closed {
            readings.push(reading);
            rest = behind;
        } else {
            bare.push('{');
            rest = after;
        }
    }
    bare.push_str(rest);
    (bare, readings)
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '々' | '〆')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ん' | 'ー')
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ヶ' | 'ー')
}
