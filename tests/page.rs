//! The one page: when things are to be done, and the layout for somebody who is still searching.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::sources;
use aritai::document::{Audience, Binder, experience};
use aritai::export::forms::{job_card, self_report};
use aritai::export::sheet::Sheet;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::for_audience;
use sources::Person;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).expect("the standard pack"));

fn written(source: &str, lang: Lang) -> Binder {
    let source = serde_json::from_str(source).unwrap_or_else(|error| panic!("{source}: {error}"));
    Person { name: "somebody".to_owned(), source, lang }.binder(&PACK, None)
}

fn page(binder: &Binder, lang: Lang) -> Sheet {
    Sheet::of(&for_audience(binder.document(), Audience::Talk), &PACK, lang)
}

#[test]
fn a_span_says_by_which_day() {
    let step = |sheet: &str, day: &str| {
        let shown = if day.is_empty() { r#""what","span""# } else { r#""what","span","day""# };
        format!(r#"{{"sheet":{{{sheet}}},"step":[{{"what":"一枚にする","span":"d14"{day},"talk":[{shown}]}}]}}"#)
    };
    for (source, lang, label) in [
        (step(r#""date":"6月10日","talk":["date"]"#, ""), Lang::Ja, "2週間のうちに（6月24日まで）"),
        (step(r#""date":"2026-12-20","talk":["date"]"#, ""), Lang::Ja, "2週間のうちに（2027年1月3日まで）"),
        (step(r#""date":"10 June","talk":["date"]"#, ""), Lang::En, "Within two weeks (by 24 June)"),
        // Its own day goes before, and what is not shown is not counted from.
        (step(r#""date":"6月10日","talk":["date"]"#, r#","day":"6月12日""#), Lang::Ja, "2週間のうちに"),
        (step(r#""date":"6月10日""#, ""), Lang::Ja, "2週間のうちに"),
        (step(r#""date":"先週","talk":["date"]"#, ""), Lang::Ja, "2週間のうちに"),
    ] {
        let sheet = page(&written(&source, lang), lang);
        let line = &sheet.block("steps").expect("steps").lines[0];
        assert_eq!(line.label.as_deref(), Some(label), "{source}");
    }
    let source = r#"{"sheet":{"date":"6月1日","talk_day":"6月10日","talk":["date","talk_day"]},
        "ask":[{"what":"again","by":"month","talk":["what","by"]}]}"#;
    let asks = page(&written(source, Lang::Ja), Lang::Ja).asks;
    assert_eq!(asks[0].by.as_deref(), Some("1か月のうちに始めたい（7月10日まで）"), "from the day of the talk");
}

#[test]
fn whoever_is_still_searching_has_a_page_of_their_own() {
    let rest = r#""sheet":{"topic":"まだ決まっていない","talk":["topic"]},
        "experience":[{"what":"x01","talk":["what"]}],
        "step":[{"what":"一人に聞く","talk":["what"]}],
        "situation":{"facts":"昼は動ける","talk":["facts"]}"#;
    for (wish, expected, heading) in [
        (
            r#"{"caught":"地図の話。","scene":"こんな日","talk":["caught","scene"]}"#,
            "topic caught situation steps experience",
            "引っかかったこと",
        ),
        (r#"{"scene":{"is":"not_sure"},"talk":["scene"]}"#, "topic caught situation steps experience", "ありたい姿"),
        (r#"{"scene":"こんな日","talk":["scene"]}"#, "topic situation steps wish experience", "ありたい姿"),
        // Somebody who has a name for it is not searching any more.
        (
            r#"{"caught":"地図の話。","line":"一度で済む窓口","talk":["caught","line"]}"#,
            "topic situation steps wish experience",
            "ありたい姿",
        ),
        // What is not shown changes nothing.
        (
            r#"{"caught":"地図の話。","scene":"こんな日","talk":["scene"]}"#,
            "topic situation steps wish experience",
            "ありたい姿",
        ),
    ] {
        let sheet = page(&written(&format!(r#"{{"wish":{wish},{rest}}}"#), Lang::Ja), Lang::Ja);
        let ids: Vec<&str> = sheet.blocks.iter().map(|block| block.id).collect();
        assert_eq!(ids.join(" "), expected, "{wish}");
        let block = sheet.block("caught").or_else(|| sheet.block("wish")).expect("a wish");
        assert_eq!(block.heading, heading, "{wish}");
    }
}

#[test]
fn of_a_third_experience_the_page_says_what_it_is() {
    let source = r#"{"experience":[
        {"what":"x01","talk":["what"]},
        {"what":"x02","talk":["what"]},
        {"what":"x04","small":"一度だけ","talk":["what","small"]}
    ]}"#;
    let binder = written(source, Lang::Ja);
    let third = binder.document().ids(&experience::EXPERIENCE)[2];
    let sheet = page(&binder, Lang::Ja);
    assert_eq!(sheet.block("experience").expect("experiences").lines.len(), 3);
    assert!(sheet.on_page.contains(&experience::WHAT.of(third)));
    assert!(sheet.off_page.contains(&experience::SMALL.of(third)));
}

#[test]
fn forms_are_sentences_in_the_persons_words() {
    let source = r#"{
        "sheet":{"date":"6月10日","talk":["date"]},
        "value":[{"what":"v22","talk":["what"]},{"what":"v05","story":"うれしかったのは、あの日。","talk":["what","story"]}],
        "work":{"more":["a11","a18"],"talk":["more"]},
        "experience":[{"what":"x01","why":"会ってみたいから","small":"15分だけ。","talk":["what","why","small"]}],
        "step":[{"what":"「10分」と言う","span":"d14","place":"廊下で","talk":["what","span","place"]}],
        "ask":[{"what":"again","small":"7月に15分","by":"month","needs":["hours"],"talk":["what","small","by","needs"]}]
    }"#;
    let binder = written(source, Lang::Ja);
    let plan = for_audience(binder.document(), Audience::Talk);
    let (job, report) = (job_card(&plan, &PACK, Lang::Ja), self_report(&plan, &PACK, Lang::Ja));
    let under = |fields: &[aritai::export::forms::FormField], at: usize| fields[at].text.clone();
    for (text, expected) in [
        (
            under(&job.fields, 0),
            "大切にしているのは、「人を育てる」「信頼し合える」です。\n「信頼し合える」：うれしかったのは、あの日。\n仕事で増えるとうれしいのは、「教える・育てる場面」「ひとりで集中する時間」です。",
        ),
        (
            under(&job.fields, 3),
            "「会いたい人に話を聞く」という経験をしたいと考えています。会ってみたいから。まずは、「15分だけ。」という小さな形で試せます。\n2週間のうちに（6月24日まで）、『「10分」と言う』（廊下で）に取り組みます。",
        ),
        (
            under(&report.fields, 6),
            "また話す時間がほしい：7月に15分。1か月のうちに始めたい（7月10日まで）。いるもの：「仕事の時間」。",
        ),
    ] {
        assert_eq!(text, expected);
    }
}
