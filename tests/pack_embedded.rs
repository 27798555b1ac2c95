//! What is embedded of the standard pack is that pack's own: the Japanese of the first screens, and nothing else.
#![cfg(not(target_arch = "wasm32"))]

use aritai::pack::{Lang, Pack, STANDARD};
use serde_json::Value;

/// The catalogues of the first screens, values and wish. All others come with the second part of the program.
const FIRST: [&str; 2] = ["values", "horizons"];

/// Questions that the first screens ask; of the others only the label is needed.
fn is_asked_first(id: &str) -> bool {
    let kind = id.split('.').next().unwrap_or_default();
    ["value", "condition"].contains(&kind) || ["wish.scene", "wish.for_whom", "wish.horizon"].contains(&id)
}

#[test]
fn the_embedded_japanese_is_that_of_the_standard_pack() {
    /// What a Japanese page begins with: no English, no easy words, no readings, nothing to search by, nothing that the first
    /// screens don't show.
    fn begins_with(mut standard: Value) -> Value {
        fn japanese(value: Value) -> Value {
            match value {
                Value::Object(map) => {
                    let unused = ["en", "ja_easy", "kana", "search", "lens", "$schema"];
                    let rest = map.into_iter().filter(|(key, _)| !unused.contains(&key.as_str()));
                    Value::Object(rest.map(|(key, value)| (key, japanese(value))).collect())
                }
                Value::Array(values) => values.into_iter().map(japanese).collect(),
                Value::String(text) => aritai::pack::without_readings(&text).into(),
                other => other,
            }
        }
        for question in standard["questions"].as_array_mut().unwrap() {
            let question = question.as_object_mut().unwrap();
            if !is_asked_first(question["id"].as_str().unwrap()) {
                question.retain(|key, _| ["id", "label", "cards"].contains(&key.as_str()));
            }
        }
        let catalogues = standard["catalogues"].as_object_mut().unwrap();
        catalogues.retain(|name, _| FIRST.contains(&name.as_str()));
        japanese(standard)
    }

    let wanted = begins_with(serde_json::from_str(STANDARD).unwrap());
    if std::env::var_os("ARITAI_BLESS").is_some() {
        std::fs::write("src/pack/standard.ja.json", wanted.to_string() + "\n").unwrap();
        return;
    }
    let embedded: Value = serde_json::from_str(aritai::pack::STANDARD_JA).unwrap();
    assert_eq!(embedded, wanted, "the standard pack has changed: ARITAI_BLESS=1 cargo test --test all pack_embedded");
    let (whole, part) = (Pack::read(STANDARD).unwrap(), Pack::japanese());
    assert!(whole.speaks(Lang::En) && whole.speaks(Lang::Ja) && part.speaks(Lang::Ja) && !part.speaks(Lang::En));
    for (catalogue, cards) in whole.catalogues.iter().filter(|(name, _)| FIRST.contains(&name.as_str())) {
        for card in cards {
            let there = part.card(catalogue, &card.id).expect("every card of the first screens");
            assert_eq!(there.title.plain(Lang::Ja), card.title.plain(Lang::Ja));
        }
    }
    for question in &whole.questions {
        let there = part.question(&question.id).expect("every question has its label");
        assert_eq!(there.label.plain(Lang::Ja), question.label.plain(Lang::Ja));
    }
}
