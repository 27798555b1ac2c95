//! Easier reading and help: readings and やさしい日本語 change the questions and nothing else, and stay chosen; what is handed out
//! holds nobody's words.

use aritai::document::{Answer, Leaf};
use aritai::pack::{Lang, Manner};
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::page::scene;
use aritai_e2e::paper::{pages_of, plain};
use aritai_e2e::wait;
use serde_json::{Value, json};

/// What stands in the heading: its words without readings, and the readings.
async fn heading(browser: &Browser) -> (String, Value) {
    let look = "const h = document.querySelector('main h1').cloneNode(true); \
        const read = [...h.querySelectorAll('rt')].map(rt => rt.textContent); \
        h.querySelectorAll('rt, rp').forEach(part => part.remove()); return [h.textContent, read]";
    let seen = browser.js(look, vec![]).await;
    (seen[0].as_str().unwrap_or_default().to_owned(), seen[1].clone())
}

async fn switch(browser: &Browser, words: w::Words) {
    browser.choose(words).await;
}

#[tokio::test]
async fn readings_and_easy_japanese_change_the_questions_and_stay_chosen() {
    journey("ease", Options::default(), async |browser| {
        let asked = browser.pack.question("wish.scene").and_then(|q| q.title.clone()).expect("a question");
        let easy = browser.pack.put(Manner { easy: true, readings: false });
        let easy = easy.question("wish.scene").and_then(|q| q.title.clone()).expect("a question").plain(Lang::Ja);
        assert_ne!(asked.plain(Lang::Ja), easy, "there is an easy form of it");
        browser.open(Route::Wish).await;
        assert_eq!(heading(browser).await, (asked.plain(Lang::Ja), json!([])));
        browser.visit(Route::Welcome).await;
        switch(browser, w::EASE_READINGS).await;
        let focus = "return document.activeElement.id";
        assert_eq!(browser.js(focus, vec![]).await, json!("ease-readings"), "the choice keeps the focus");
        browser.visit(Route::Wish).await;
        wait::becomes("the readings", true, async || heading(browser).await.1 != json!([])).await;
        let (words, read) = heading(browser).await;
        assert_eq!(words, asked.plain(Lang::Ja), "the words stay as they are: {read}");
        // What is heard and what stands in the window's frame is without them.
        let name = "return [document.title, document.getElementById(arguments[0]).labels[0].textContent]";
        let name = browser.js(name, vec![json!(scene())]).await.to_string();
        assert!(!name.contains('\u{fdd0}') && !name.contains('{'), "{name}");
        browser.visit(Route::Outline).await;
        switch(browser, w::EASE_EASY).await;
        browser.visit(Route::Wish).await;
        wait::becomes("the easy words", easy.clone(), async || heading(browser).await.0).await;
        browser.reload().await;
        browser.shown(Route::Wish).await;
        assert_eq!(heading(browser).await.0, easy, "it is remembered, and there from the first moment");
        assert_ne!(heading(browser).await.1, json!([]));
        // What is written and handed on is as ever.
        browser.restore(&invented_person(browser.lang)).await;
        browser.visit(Route::Plan).await;
        let marks = "return [/[\\uFDD0-\\uFDD2]|\\{.*\\|/.test(document.body.innerText), document.querySelectorAll('.manuscript ruby').length]";
        assert_eq!(browser.js(marks, vec![]).await, json!([false, 0]));
    })
    .await;
}

#[tokio::test]
async fn the_guide_prints_on_one_page_and_holds_nobodys_words() {
    for lang in [Lang::Ja, Lang::En] {
        journey(&format!("guide_{}", lang.code()), Options::default(), async |browser| {
            browser.open(Route::Welcome).await;
            if lang != browser.lang {
                browser.speak(lang).await;
            }
            browser.restore(&invented_person(browser.lang)).await;
            browser.visit(Route::Guide).await;
            let pages = pages_of(&browser.printed().await, &browser.own_folder());
            assert_eq!(pages.len(), 1, "{pages:?}");
            assert!(plain(&pages[0]).contains(&plain(w::GUIDE_FOOT.get(lang))), "its last line is there");
            let binder = browser.saved_binder().await.expect("a record");
            let shown = "return document.body.innerText + [...document.querySelectorAll('textarea')].map(t => t.value)";
            let shown = browser.js(shown, vec![]).await;
            for (path, leaf) in binder.document().leaves() {
                let words = if let Leaf::Text(Answer::Said(words)) = leaf { words.as_str() } else { continue };
                assert!(!shown.as_str().unwrap_or_default().contains(words), "{path}: {words}");
            }
        })
        .await;
    }
}
