//! What the other person sees: chosen for each reader apart, asked again where that is wise, said in another way, and on one
//! page.

use aritai::document::{Audience, Binder, Change, ItemId, Picked, experience, sheet, wish};
use aritai::format::backup;
use aritai::pack::Lang;
use aritai::plan::safer::{Of, Way, put, ways};
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::page::{Role, field_id};
use aritai_e2e::paper::{draw_pdf, plain, words_of_pdf};
use aritai_e2e::wait;
use serde_json::json;

fn with(changes: Vec<Change>) -> Vec<u8> {
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::Together(changes));
    backup(&binder, 1, 1_795_000_000_000).into_bytes()
}

async fn shown_to(browser: &Browser, audience: Audience) -> Vec<String> {
    browser.saved().await;
    let binder = browser.saved_binder().await.expect("a record");
    let document = binder.document();
    document
        .leaves()
        .map(|(path, _)| path)
        .filter(|p| document.is_shared(*p, audience))
        .map(|p| p.to_string())
        .collect()
}

#[tokio::test]
async fn each_reader_sees_their_own_choice_and_a_posting_is_asked_about_again() {
    journey("readers", Options::default(), async |browser| {
        let wished = ItemId(7);
        let card = browser.pack.cards("experiences").iter().find(|card| card.careful).expect("the posting").clone();
        let label = card.title.plain(Lang::Ja);
        let topic = "窓口の案内を作り直したい";
        browser
            .restore(&with(vec![
                Change::Wrote(sheet::TOPIC.alone(), topic.into()),
                Change::Added(&experience::EXPERIENCE, wished),
                Change::Chose(experience::WHAT.of(wished), vec![Picked { id: card.id, label: label.clone() }]),
                Change::Wrote(experience::WHY.of(wished), "別の仕事も見てみたい".into()),
            ]))
            .await;
        browser.visit(Route::Sheet).await;

        // All at once: the posting is not among it.
        browser.press(w::SHEET_ALL).await;
        assert_eq!(shown_to(browser, Audience::Talk).await, ["sheet.topic"]);
        assert!(shown_to(browser, Audience::Hr).await.is_empty(), "the other reader sees nothing of it");

        // By itself it asks again, and "no" leaves it as it was.
        let what = format!("share-{}", field_id(experience::WHAT.of(wished)));
        browser.tick("private-fold").await;
        browser.tick(&what).await;
        browser.reads(w::POSTING_ASK).await;
        browser.press(w::POSTING_KEEP).await;
        assert_eq!(shown_to(browser, Audience::Talk).await, ["sheet.topic"]);
        assert_eq!(browser.js("return document.activeElement.id", vec![]).await, json!(what), "back where one was");
        browser.tick(&what).await;
        browser.press(w::POSTING_SHOW).await;
        wait::until("it is shown", async || (shown_to(browser, Audience::Talk).await.len() == 2).then_some(())).await;

        // HR's side is another, with a sheet of its own.
        browser.choose(w::AUDIENCE_HR).await;
        browser.reads(w::SHEET_EMPTY).await;
        browser.tick("private-fold").await;
        browser.tick(&format!("share-{}", field_id(sheet::TOPIC.alone()))).await;
        assert_eq!(shown_to(browser, Audience::Hr).await, ["sheet.topic"]);
        let paper = words_of_pdf(&browser.printed().await, &browser.own_folder());
        assert!(paper.contains(&plain(topic)) && !paper.contains(&plain(&label)), "{paper}");
        browser.choose(w::AUDIENCE_TALK).await;
        wait::until("the other sheet is there", async || browser.says(label.as_str()).await.then_some(())).await;
        let paper = words_of_pdf(&browser.printed().await, &browser.own_folder());
        assert!(paper.contains(&plain(topic)) && paper.contains(&plain(&label)), "{paper}");
    })
    .await;
}

#[tokio::test]
async fn a_shown_wish_can_be_put_in_another_way_and_taken_back() {
    journey("safer", Options::default(), async |browser| {
        let topic = "窓口の案内を作り直したい。";
        browser.restore(&with(vec![Change::Wrote(sheet::TOPIC.alone(), topic.into())])).await;
        browser.visit(Route::Sheet).await;
        let said = async |words: &str| {
            wait::until(&format!("the sheet says 「{words}」"), async || {
                let now = browser.js("return document.querySelector('.block-topic .line-text')?.textContent", vec![]);
                (now.await == json!(words)).then_some(())
            })
            .await;
        };
        assert!(!browser.says(w::SAFER).await, "nothing is offered before it is shown");
        browser.press(w::SHEET_ALL).await;
        said(topic).await;
        let fitting = ways(Of::Topic, topic);
        assert_eq!(fitting, [Way::TalkOver, Way::LetKnow], "one can't try a topic once");
        for way in fitting {
            browser.unfold_all().await;
            let words = put(Of::Topic, topic, way);
            wait::until("that way is offered", async || {
                let script = "const way = [...document.querySelectorAll('.safer-way')] \
                    .find(b => b.textContent.includes(arguments[0])); way?.click(); return !!way";
                (browser.js(script, vec![json!(words)]).await == json!(true)).then_some(())
            })
            .await;
            said(&words).await;
        }
        browser.undo_key().await;
        said(&put(Of::Topic, topic, Way::TalkOver)).await;
        browser.unfold_all().await;
        browser.press(w::SAFER_BACK).await;
        said(topic).await;
        // Where nothing fits, nothing is offered.
        let question = "窓口の案内を、だれと作り直しましょうか。";
        browser.restore(&with(vec![Change::Wrote(sheet::TOPIC.alone(), question.into())])).await;
        browser.visit(Route::Sheet).await;
        browser.press(w::SHEET_ALL).await;
        said(question).await;
        assert!(!browser.says(w::SAFER).await, "a question stays as it is");
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_is_told_and_the_person_chooses_what_goes() {
    journey("too_long", Options::default(), async |browser| {
        let sentence = "朝の窓口で、来た人の話を最後まで聞いている。";
        let long = sentence.repeat(120);
        browser
            .restore(&with(vec![
                Change::Wrote(wish::SCENE.alone(), long.clone()),
                Change::Wrote(sheet::TOPIC.alone(), "話したいこと".into()),
            ]))
            .await;
        browser.visit(Route::Sheet).await;
        browser.press(w::SHEET_ALL).await;
        browser.reads(w::SHEET_LONG).await;
        // Nothing is cut: it takes another page.
        let pdf = browser.printed().await;
        assert!(words_of_pdf(&pdf, &browser.own_folder()).contains(&plain(&long)), "all of it is printed");
        assert!(draw_pdf(&pdf, &browser.own_folder(), "long") > 1);

        let scene = format!("page-{}", field_id(wish::SCENE.alone()));
        browser.tick(&scene).await;
        wait::until("it fits", async || (!browser.says(w::SHEET_LONG).await).then_some(())).await;
        let pdf = browser.printed().await;
        let paper = words_of_pdf(&pdf, &browser.own_folder());
        assert_eq!(draw_pdf(&pdf, &browser.own_folder(), "short"), 1);
        assert!(paper.contains("話したいこと") && !paper.contains(&plain(&long[..60])), "{paper}");
        // The row stands among what is not on the page now, and so does whoever pressed its button.
        assert_eq!(browser.js("return document.activeElement.id", vec![]).await, json!(scene), "where one was");
        browser.reads(w::FIT_OFF).await;
        browser.reads(w::FIT_PUT_ON).await;
        assert_eq!(shown_to(browser, Audience::Talk).await, ["wish.scene", "sheet.topic"], "it is still shown");

        browser.visit(Route::Plan).await;
        browser.reads(w::FULL_TALK).await;
        let plan = words_of_pdf(&browser.printed().await, &browser.own_folder());
        // Read in three orders; between two pages stands the number of one of them.
        assert!(plan.matches(sentence).count() > 3 * 115, "and stands in the whole plan");
    })
    .await;
}

#[tokio::test]
async fn the_blank_sheet_is_one_page_in_both_languages() {
    journey("blank", Options::default(), async |browser| {
        browser.open(Route::Blank).await;
        for lang in [Lang::Ja, Lang::En] {
            if browser.lang != lang {
                browser.press(lang.own_name()).await;
                browser.lang = lang;
            }
            browser.reads(w::BLANK_PAGE).await;
            browser.find(Role::Button, w::SHEET_PRINT).await;
            let pdf = browser.printed().await;
            let paper = words_of_pdf(&pdf, &browser.own_folder());
            assert_eq!(draw_pdf(&pdf, &browser.own_folder(), "blank"), 1, "{lang:?}");
            for words in [w::SHEET_TITLE, w::SHEET_NOT_EVALUATION, w::SHEET_ASKS, w::SHEET_PROMISES] {
                assert!(paper.contains(&plain(words.get(lang))), "{paper}");
            }
        }
    })
    .await;
}
