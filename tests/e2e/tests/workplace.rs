//! The words of a workplace: they are fetched once it is chosen, change what is asked and nothing that was answered, and are
//! there again after a reload.

use aritai::pack::{Lang, Pack, STANDARD, Workplace};
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::page::scene;
use aritai_e2e::wait;
use serde_json::{Value, json};

fn words(place: Workplace) -> Pack {
    let file = format!("{}/../../public/{}", env!("CARGO_MANIFEST_DIR"), place.path());
    let over = std::fs::read_to_string(&file).expect("an overlay");
    Pack::read_over(STANDARD, &over).expect("a pack")
}

fn title(pack: &Pack, id: &str) -> String {
    pack.card("experiences", id).expect("a card").title.plain(Lang::Ja)
}

/// Which overlays were asked for.
async fn fetched(browser: &Browser) -> Vec<String> {
    let asked = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => /packs/.test(n))";
    let asked: Vec<String> = serde_json::from_value(browser.js(asked, vec![]).await).expect("addresses");
    asked.into_iter().filter(|name| !name.ends_with("standard.json")).collect()
}

async fn shows(browser: &Browser, what: &str) -> bool {
    let look = "return document.querySelector('main').innerText.includes(arguments[0])";
    browser.js(look, vec![json!(what)]).await == Value::Bool(true)
}

#[tokio::test]
async fn the_words_follow_the_workplace_and_no_answer_changes() {
    journey("workplace", Options::default(), async |browser| {
        let (standard, company) = (Pack::read(STANDARD).expect("a pack"), words(Workplace::Company));
        let (before, after) = (title(&standard, "x04"), title(&company, "x04"));
        assert_ne!(before, after);
        browser.open(Route::Wish).await;
        browser.write_scene("わたしの言葉").await;
        browser.saved().await;
        browser.visit(Route::Experience).await;
        wait::becomes("the card of a town hall", true, async || shows(browser, &before).await).await;
        browser.visit(Route::Welcome).await;
        assert_eq!(fetched(browser).await, Vec::<String>::new(), "nobody chose a workplace yet");
        browser.choose(w::WORKPLACE_COMPANY).await;
        let focus = "return document.activeElement.id";
        assert_eq!(browser.js(focus, vec![]).await, json!("workplace-company"), "the choice keeps the focus");
        browser.visit(Route::Outline).await;
        browser.visit(Route::Welcome).await;
        let people: Vec<_> = aritai::examples::first(Workplace::Company).map(|(_, p)| p.who(Lang::Ja)).collect();
        for who in people {
            wait::becomes("the people of a company", true, async || shows(browser, who).await).await;
        }
        browser.visit(Route::Experience).await;
        wait::becomes("the card of a company", true, async || shows(browser, &after).await).await;
        assert!(!shows(browser, &before).await);
        assert_eq!(fetched(browser).await.len(), 1);
        browser.reload().await;
        browser.shown(Route::Experience).await;
        wait::becomes("the card after a reload", true, async || shows(browser, &after).await).await;
        browser.visit(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "わたしの言葉");
        // Back again, from where the settings are.
        browser.visit(Route::Outline).await;
        browser.choose(w::WORKPLACE_OFFICE).await;
        browser.visit(Route::Experience).await;
        wait::becomes("the card of a town hall again", true, async || shows(browser, &before).await).await;
    })
    .await;
}

#[tokio::test]
async fn words_that_cannot_be_had_leave_those_from_before() {
    let options = Options { forgive: vec!["ERR_INTERNET_DISCONNECTED"], ..Options::default() };
    journey("workplace_away", options, async |browser| {
        browser.open(Route::Experience).await;
        browser.reads(w::EXPERIENCE_ONE).await;
        browser.visit(Route::Welcome).await;
        browser.cdp("Network.enable", json!({})).await;
        let away = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        browser.cdp("Network.emulateNetworkConditions", away).await;
        browser.js("document.getElementById('workplace-care').click()", vec![]).await;
        browser.reads(w::WORKPLACE_FAILED).await;
        browser.visit(Route::Experience).await;
        let before = title(&Pack::read(STANDARD).expect("a pack"), "x04");
        assert!(shows(browser, &before).await);
    })
    .await;
}
