//! What a workplace says otherwise is laid over the standard pack: only words change, whoever has answered keeps their
//! answers, no promise is reworded, and nobody at a company is asked about residents.

use aritai::pack::{Lang, Pack, PackError, STANDARD, Text, Workplace};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SCHEMA: &str = include_str!("../public/packs/overlay.schema.json");

/// What only a town hall says.
const OF_A_TOWN_HALL: [(Lang, &[&str]); 2] = [
    (
        Lang::Ja,
        &[
            "住民",
            "市民",
            "まちの",
            "まちを",
            "役所",
            "役場",
            "自治体",
            "議会",
            "窓口",
            "庁",
            "隣の課",
            "他課",
            "の課",
            "係会",
            "の係",
            "条例",
            "例規",
            "公文書",
        ],
    ),
    (
        Lang::En,
        &[
            "resident",
            "council",
            "town",
            "transfer",
            "citizen",
            "section",
            "ordinance",
            "public body",
            "at the counter",
        ],
    ),
];

fn overlay(place: Workplace) -> String {
    std::fs::read_to_string(format!("{}/public/{}", env!("CARGO_MANIFEST_DIR"), place.path())).unwrap()
}

fn others() -> impl Iterator<Item = (Workplace, Value)> {
    Workplace::ALL.into_iter().skip(1).map(|place| (place, serde_json::from_str(&overlay(place)).unwrap()))
}

fn laid(over: &Value) -> Result<Pack, PackError> {
    Pack::read_over(STANDARD, &over.to_string())
}

/// An overlay that says nothing, and more in one place.
fn with(name: &str, value: Value) -> Value {
    let mut over = json!({
        "over": "standard", "format": 1, "id": "a", "version": "1", "title": { "ja": "あ", "en": "A" },
    });
    over[name] = value;
    over
}

fn a() -> Value {
    json!({ "ja": "あ", "en": "A" })
}

#[test]
fn every_workplace_has_its_words_and_they_follow_the_schema() {
    let validator = jsonschema::draft202012::new(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    for (place, over) in others() {
        let complaints: Vec<String> =
            validator.iter_errors(&over).map(|e| format!("{} at {}", e, e.instance_path())).collect();
        assert!(complaints.is_empty(), "{place:?}: {complaints:#?}");
        let pack = laid(&over).unwrap_or_else(|error| panic!("{place:?}: {error:?}"));
        assert_eq!((pack.id.as_str(), Workplace::of(&pack.id)), (place.id(), Some(place)));
        assert_eq!(
            Pack::read_own_over(STANDARD, &over.to_string()).as_ref(),
            Ok(&pack),
            "what the browser makes of it"
        );
        assert!(pack.speaks(Lang::Ja) && pack.speaks(Lang::En));
    }
    assert_eq!(Pack::read(STANDARD).map(|pack| Workplace::of(&pack.id)), Ok(Some(Workplace::Office)));
    assert_eq!((Workplace::of("nowhere"), Workplace::default()), (None, Workplace::Office));
}

/// What may not be, with the one reason that is given. The schema refuses it too, as far as it knows the pack below.
#[test]
fn what_an_overlay_may_not_do_is_refused_with_one_reason() {
    let validator = jsonschema::draft202012::new(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let card = |id: &str| json!({ "id": id, "title": a() });
    for (reason, by_schema, over) in [
        ("it does not lie over `this pack`", true, with("over", json!("company"))),
        ("unknown field `colour`", true, with("colour", json!("green"))),
        ("unknown field `extra`", true, with("extra", json!([]))),
        ("expected an object in `questions`", true, with("questions", json!([]))),
        ("unknown id `wish.colour`", false, with("questions", json!({ "wish.colour": { "label": a() } }))),
        ("unknown id `colour`", false, with("sections", json!({ "colour": { "title": a() } }))),
        ("unknown id `x99`", false, with("catalogues", json!({ "experiences": { "x99": { "title": a() } } }))),
        ("unknown catalogue `colours`", false, with("catalogues", json!({ "colours": {} }))),
        ("what can't be changed `cards`", true, with("questions", json!({ "wish.scene": { "cards": "values" } }))),
        ("what can't be changed `id`", true, with("questions", json!({ "wish.scene": { "id": "wish.line" } }))),
        (
            "what can't be changed `careful`",
            true,
            with("catalogues", json!({ "experiences": { "x21": { "careful": false } } })),
        ),
        (
            "what can't be changed `group`",
            true,
            with("catalogues", json!({ "experiences": { "x21": { "group": "see" } } })),
        ),
        ("id that is in use `v01`", false, with("add", json!({ "values": [card("v01")] }))),
        ("id that is in use `v99`", false, with("add", json!({ "values": [card("v99"), card("v99")] }))),
        ("fixed catalogue `levels`", true, with("add", json!({ "levels": [card("l9")] }))),
        ("fixed catalogue `answers`", true, with("hide", json!({ "answers": ["can"] }))),
        ("unknown id `v99`", false, with("hide", json!({ "values": ["v99"] }))),
        ("unknown id `v01`", true, with("hide", json!({ "values": ["v01", "v01"] }))),
        // Promises, and what is asked of 「いまの働き方が続いたら」.
        (
            "what is promised in `condition.line`",
            false,
            with("questions", json!({ "condition.line": { "hint": a() } })),
        ),
        ("what is promised in `letter.to`", false, with("questions", json!({ "letter.to": { "hint": a() } }))),
        (
            "what is promised in `pa5`",
            false,
            with("catalogues", json!({ "partner_avoid": { "pa5": { "title": a() } } })),
        ),
        ("what is promised in `drift`", false, with("sections", json!({ "drift": { "title": a() } }))),
        ("what is promised in `stay.what`", false, with("questions", json!({ "stay.what": { "title": a() } }))),
        ("what is promised in `worry`", false, with("questions", json!({ "worry": { "hint": a() } }))),
        // The reader of packs says what is no text.
        ("missing field `en`", true, with("questions", json!({ "wish.scene": { "hint": { "ja": "あ" } } }))),
        ("missing field `title`", true, with("add", json!({ "values": [{ "id": "v99" }] }))),
    ] {
        assert_eq!(laid(&over), Err(PackError::Shape(reason.into())), "{over}");
        assert!(!by_schema || !validator.is_valid(&over), "the schema allows {over}");
    }
    assert_eq!(laid(&with("format", json!(2))), Err(PackError::Newer(2)));
    assert!(matches!(Pack::read_over(STANDARD, "nothing"), Err(PackError::Shape(_))));
    assert!(matches!(Pack::read_over("{}", &with("version", json!("1")).to_string()), Err(PackError::Shape(_))));
    // An overlay lies over a whole pack, and is none by itself.
    assert!(Pack::read(&overlay(Workplace::Company)).is_err());
}

#[test]
fn what_is_laid_over_says_its_own_words_and_leaves_the_rest() {
    let standard = Pack::read(STANDARD).unwrap();
    let over = json!({
        "over": "standard", "format": 1, "id": "a", "version": "7", "title": a(),
        "sections": { "wish": { "lead": a() } },
        "questions": { "wish.line": { "hint": a(), "starters": [a(), a()] }, "worry.what": { "example": a() } },
        "catalogues": { "values": { "v02": { "title": a() } } },
        "hide": { "values": ["v01", "v03"] },
        "add": { "values": [{ "id": "v99", "title": a() }] },
    });
    let pack = laid(&over).unwrap();
    let said = Text { ja: "あ".into(), en: "A".into(), ja_easy: None };
    assert_eq!((pack.id.as_str(), pack.version.as_str(), &pack.title), ("a", "7", &said));
    assert_eq!(pack.part("wish").map(|part| &part.lead), Some(&said));
    assert_eq!(pack.part("wish").map(|part| &part.title), standard.part("wish").map(|part| &part.title));
    let (line, before) = (pack.question("wish.line").unwrap(), standard.question("wish.line").unwrap());
    assert_eq!((line.hint.as_ref(), line.starters.len(), &line.label), (Some(&said), 2, &before.label));
    assert_eq!(pack.question("worry.what").and_then(|q| q.example.as_ref()), Some(&said));
    let ids = |pack: &Pack| pack.cards("values").iter().map(|card| card.id.clone()).collect::<Vec<_>>();
    let mut wanted = ids(&standard);
    wanted.retain(|id| id != "v01" && id != "v03");
    wanted.push("v99".into());
    assert_eq!(ids(&pack), wanted);
    assert_eq!(pack.card("values", "v02").map(|card| &card.title), Some(&said));
    // Whoever chose a card that is hidden here has chosen a card.
    assert_eq!(pack.card("values", "v03"), standard.card("values", "v03"));
    assert_eq!(pack.questions.len(), standard.questions.len());
    assert_eq!(pack.cards("experiences"), standard.cards("experiences"));
}

/// All but words, in the order of the pack: what saved answers and the program stand on.
fn bones(pack: &Pack) -> Value {
    fn bare(value: &mut Value) {
        match value {
            Value::Object(map) => {
                map.retain(|name, value| !["kana", "search"].contains(&name.as_str()) && value.get("ja").is_none());
                map.values_mut().for_each(bare);
            }
            Value::Array(values) => {
                values.retain(|value| value.get("ja").is_none());
                values.iter_mut().for_each(bare);
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(pack).unwrap();
    for name in ["$schema", "id", "version"] {
        value.as_object_mut().unwrap().remove(name);
    }
    bare(&mut value);
    value
}

#[test]
fn a_workplace_changes_words_and_nothing_else() {
    let standard = Pack::read(STANDARD).unwrap();
    for (place, over) in others() {
        let pack = laid(&over).unwrap();
        assert_eq!(bones(&pack), bones(&standard), "{place:?}");
        // Nothing is said over again.
        for (list, words) in over["questions"].as_object().unwrap() {
            let before = serde_json::to_value(standard.question(list).unwrap()).unwrap();
            for (name, text) in words.as_object().unwrap() {
                assert_ne!(before.get(name), Some(text), "{place:?}: {list} {name}");
            }
        }
        for (catalogue, cards) in over["catalogues"].as_object().unwrap() {
            for (id, words) in cards.as_object().unwrap() {
                let before = serde_json::to_value(standard.card(catalogue, id).unwrap()).unwrap();
                assert!(!words.as_object().unwrap().is_empty(), "{place:?}: {id}");
                for (name, text) in words.as_object().unwrap() {
                    assert_ne!(before.get(name), Some(text), "{place:?}: {catalogue}/{id} {name}");
                }
                let (new, old) = (words.get("title").map(|t| &t["ja"]), before["title"].get("ja"));
                let read_anew = before.get("kana").is_some() && new.is_some() && new != old;
                assert_eq!(words.get("kana").is_some(), read_anew, "{place:?}: {catalogue}/{id}: its reading");
            }
        }
    }
}

fn said(value: &Value, place: &str, out: &mut Vec<(String, Text)>) {
    match value {
        Value::Object(map) => {
            let text = |name: &str| map.get(name).and_then(Value::as_str).map(str::to_owned);
            if let (Some(ja), Some(en)) = (text("ja"), text("en")) {
                let ja = aritai::pack::without_readings(&ja);
                return out.push((place.to_owned(), Text { ja, en, ja_easy: text("ja_easy") }));
            }
            let id = map.get("id").and_then(Value::as_str).unwrap_or_default();
            for (name, value) in map.iter().filter(|(name, _)| *name != "search") {
                said(value, &format!("{place} {id} {name}"), out);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| said(value, place, out)),
        _ => {}
    }
}

fn town_halls(pack: &Pack) -> Vec<String> {
    let mut all = Vec::new();
    said(&serde_json::to_value(pack).unwrap(), "", &mut all);
    let mut found = Vec::new();
    for (place, text) in all {
        let ja = [text.ja, text.ja_easy.unwrap_or_default()].concat().replace("課題", "");
        for (lang, words) in OF_A_TOWN_HALL {
            let text = if lang == Lang::Ja { ja.clone() } else { text.en.to_lowercase() };
            found.extend(
                words.iter().filter(|word| text.contains(**word)).map(|word| format!("{place}: {word}: {text}")),
            );
        }
    }
    found
}

#[test]
fn nobody_elsewhere_is_asked_about_a_town_hall() {
    assert!(town_halls(&Pack::read(STANDARD).unwrap()).len() > 60, "the test sees them");
    for (place, over) in others() {
        let found = town_halls(&laid(&over).unwrap());
        assert!(found.is_empty(), "{place:?}: {found:#?}");
    }
}

/// People of one workplace are not shown the words of another.
#[test]
fn every_workplace_keeps_to_its_own_words() {
    let of_others: [(Workplace, &[&str]); 3] = [
        (Workplace::Company, &["患者", "病棟", "病院", "保護者", "patient", "hospital", "pupil", "school "]),
        (Workplace::Care, &["お客さま", "取引先", "社内", "customer", "company’s"]),
        (Workplace::General, &["患者", "病棟", "お客さま", "取引先", "社内", "patient", "pupil", "customer"]),
    ];
    for (place, words) in of_others {
        let mut all = Vec::new();
        said(&serde_json::from_str(&overlay(place)).unwrap(), "", &mut all);
        let places: BTreeSet<&str> = all.iter().map(|(place, _)| place.as_str()).collect();
        assert!(places.len() > 100, "{place:?} says little");
        for (at, text) in &all {
            for word in words {
                assert!(!text.ja.contains(word) && !text.en.contains(word), "{place:?}{at}: {word}: {text:?}");
            }
        }
    }
}
