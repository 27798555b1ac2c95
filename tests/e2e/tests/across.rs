//! The sheet and the page for the person across the table, on one page of paper each, for everybody; and the rehearsal with its
//! timer, by keyboard.

use aritai::examples::everybody;
use aritai::format::open_backup;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::keyboard::Target;
use aritai_e2e::paper::{draw_pdf, plain, words_of_pdf};
use aritai_e2e::{settings, wait};
use serde_json::json;
use std::path::PathBuf;

/// What is on the paper of this screen, and on how many pages.
async fn paper(browser: &Browser, route: Route, long: w::Words, name: &str) -> (String, usize) {
    browser.visit(route).await;
    // It is measured when the fonts are there, and fills its page then.
    browser.js_async("await document.fonts.ready; return true").await;
    wait::until("it is known whether it fits", async || {
        let fits = browser.js("return document.querySelector('.paper-fits') !== null", vec![]).await;
        (fits == json!(true) || browser.says(long).await).then_some(())
    })
    .await;
    let pdf = browser.printed().await;
    let pages = draw_pdf(&pdf, &settings::results().join("across"), name);
    (words_of_pdf(&pdf, &browser.own_folder()), pages)
}

async fn everybody_fits(name: &str, lang: Lang) {
    journey(name, Options::default(), async |browser| {
        if lang != browser.lang {
            browser.open(Route::Welcome).await;
            browser.speak(lang).await;
        }
        let mut faults = Vec::new();
        for (number, person) in everybody() {
            let file: PathBuf = [env!("CARGO_MANIFEST_DIR"), "../../public", person.file(lang)].iter().collect();
            browser.restore(&std::fs::read(file).expect("their record")).await;
            let name = format!("{number}-{}", lang.code());
            let (words, sheet_pages) = paper(browser, Route::Sheet, w::SHEET_LONG, &format!("sheet-{name}")).await;
            if sheet_pages != 1 || browser.says(w::SHEET_LONG).await {
                faults.push(format!("the sheet of {number} takes {sheet_pages} pages"));
            }
            assert!(words.contains(&plain(w::SHEET_WORDS.get(lang))), "all of the sheet is there");
            let (words, pages) = paper(browser, Route::Across, w::ACROSS_LONG, &name).await;
            if pages != 1 || browser.says(w::ACROSS_LONG).await {
                faults.push(format!("the page about {number} takes {pages} pages"));
            }
            assert!(words.contains(&plain(w::OFFER_NOTE.get(lang))), "what one can decide alone is on it");
            assert!(words.contains(&plain(w::PROMISE_TO.get(lang))), "and so is its last block");
            assert!(!words.contains(&plain(w::SHEET_PRINT.get(lang))), "nothing but the page is printed");
        }
        assert!(faults.is_empty(), "{} in {}", faults.join(", "), lang.code());
    })
    .await;
}

#[tokio::test]
async fn everybody_has_one_sheet_and_one_page_for_the_person_they_meet() {
    everybody_fits("across_ja", Lang::Ja).await;
}

#[tokio::test]
async fn everybody_has_them_in_english_too() {
    everybody_fits("across_en", Lang::En).await;
}

#[tokio::test]
async fn the_guide_is_one_page_also_when_nothing_is_shown() {
    journey("across_empty", Options::default(), async |browser| {
        browser.open(Route::Across).await;
        browser.reads(w::ACROSS_NO_WORDS).await;
        let pages = draw_pdf(&browser.printed().await, &settings::results().join("across"), "empty");
        assert_eq!(pages, 1);
        browser.visit(Route::Rehearse).await;
        browser.reads(w::REHEARSE_EMPTY).await;
    })
    .await;
}

async fn timer(browser: &Browser) -> String {
    let time = browser.js("return document.querySelector('[role=timer]').innerText", vec![]).await;
    time.as_str().unwrap_or_default().to_owned()
}

async fn told(browser: &Browser) -> String {
    let told = browser.js("return document.querySelector('.timer [role=status]').textContent", vec![]).await;
    told.as_str().unwrap_or_default().to_owned()
}

async fn timer_reads(browser: &Browser, what: &str, fits: impl Fn(&str) -> bool) {
    wait::until(what, async || fits(&timer(browser).await).then_some(())).await;
}

#[tokio::test]
async fn one_rehearses_by_keyboard_and_the_timer_counts_what_has_passed() {
    journey("rehearse", Options::default(), async |browser| {
        let record = invented_person(browser.lang);
        browser.restore(&record).await;
        // Both clocks are the browser's; what they say from now on is what we make them say.
        browser
            .before_every_page(
                "const real = performance.now.bind(performance); window.__later = 0;
                performance.now = () => real() + window.__later;
                const wall = Date.now; window.__back = 0; Date.now = () => wall() - window.__back;",
            )
            .await;
        browser.open(Route::Rehearse).await;
        let lang = browser.lang;
        let document = open_backup(&record).expect("their record").binder.document().clone();
        let line = document.text(aritai::document::wish::LINE.alone()).to_owned();
        let scene = document.text(aritai::document::wish::SCENE.alone()).to_owned();
        browser.reads(&line).await;
        assert!(!browser.says(&scene).await, "one minute holds the wish in one line");
        assert_eq!(timer(browser).await, "0:00");

        browser.enter_button(w::TIMER_START).await;
        assert_eq!(told(browser).await, w::TIMER_STARTED.get(lang));
        timer_reads(browser, "a second has passed", |time| time != "0:00").await;
        assert_eq!(told(browser).await, w::TIMER_STARTED.get(lang), "seconds are not read out");
        // The computer's clock is set back by an hour: what has passed has passed, and goes on.
        let before = timer(browser).await;
        browser.js("window.__back = 3600000", vec![]).await;
        timer_reads(browser, "it goes on", |time| time > before.as_str()).await;
        // The page slept: it is right again at once, and says the minute.
        browser.js("window.__later = 61000", vec![]).await;
        timer_reads(browser, "a minute has passed", |time| time.starts_with("1:")).await;
        assert_eq!(told(browser).await, w::minutes_passed(1, lang));
        browser.enter_button(w::TIMER_PAUSE).await;
        let stood = timer(browser).await;
        browser.js("window.__later = 600000", vec![]).await;
        assert!(told(browser).await.contains(if lang == Lang::Ja { "1分" } else { "1 min" }));

        // Going on, from where it stood: the ten minutes in between do not count.
        browser.enter_button(w::TIMER_GO_ON).await;
        timer_reads(browser, "it goes on", |time| time != stood).await;
        assert!(timer(browser).await.starts_with("1:"), "from where it stood");
        browser.enter_button(w::TIMER_AGAIN).await;
        assert_eq!(timer(browser).await, "0:00");
        assert_eq!(told(browser).await, "");

        // Three minutes hold more.
        browser.tick_to(&Target::id("rehearse-1"), true).await;
        browser.reads(&scene).await;
        let paper = words_of_pdf(&browser.printed().await, &browser.own_folder());
        assert!(paper.contains(&plain(&scene)), "what one chose is printed");
        for screen in [w::TIMER_START, w::REHEARSE_LENGTH, w::SHEET_PRINT, w::REHEARSE_LEAD] {
            assert!(!paper.contains(&plain(screen.get(lang))), "only what one says is printed");
        }
        assert_eq!(
            json!(0),
            browser.js("return document.querySelectorAll('.script :is(input, textarea)').length", vec![]).await
        );
    })
    .await;
}
