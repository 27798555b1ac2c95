//! Word and Excel: made in the browser by a worker that is loaded when it is wanted, and opened by an office suite.

use aritai::document::{Audience, Change};
use aritai::export::{Day, full};
use aritai::format::{backup, open_backup};
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::share::for_audience;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::office::opened_by_an_office_suite;
use aritai_e2e::office_files::{Package, kept};

/// An invented person's record, with everything that can be shown shown.
fn shared() -> Vec<u8> {
    let mut binder = open_backup(&invented_person(Lang::Ja)).expect("a backup of ours").binder;
    let paths: Vec<_> = binder.document().leaves().map(|(path, _)| path).collect();
    for path in paths {
        binder.apply(Change::Shared(path, Audience::Talk, true));
    }
    backup(&binder, 1, 1).into_bytes()
}

/// How often a file of the office part was asked for.
fn asked(browser: &Browser) -> usize {
    browser.site.asked().iter().filter(|asked| asked.path.contains("/office-")).count()
}

/// Presses a button and takes the file that comes of it.
async fn made(browser: &Browser, button: w::Words, name: w::Words, ending: &str) -> Package {
    browser.press(button).await;
    let (_, bytes) = browser.downloaded(name.get(browser.lang), ending).await;
    browser.reads(w::OFFICE_DONE).await;
    Package::open(&bytes)
}

#[tokio::test]
async fn word_and_excel_are_made_in_the_browser_by_a_part_that_is_loaded_when_it_is_wanted() {
    journey("office", Options::default(), async |browser| {
        browser.restore(&shared()).await;
        browser.visit(Route::Plan).await;
        assert_eq!(asked(browser), 0, "nobody wanted an office file yet");

        let document = browser.saved_binder().await.expect("a record").document().clone();
        let day = Day { year: 2026, month: 1, day: 1 };
        let plan = full::manuscript(&for_audience(&document, Audience::Talk), &browser.pack, day, browser.lang);
        let words: Vec<&String> =
            plan.parts.iter().flat_map(|p| &p.groups).flat_map(|g| g.rows.iter().flatten()).collect();
        assert!(words.len() > 40, "the plan says something: {words:?}");

        let word = made(browser, w::OFFICE_WORD, w::FILE_FULL, "docx").await.paragraphs();
        assert_eq!(asked(browser), 2, "the script and its program");
        for words in words.iter().filter(|words| !words.is_empty()) {
            assert!(word.contains(&kept(words)), "Word says 「{words}」");
        }
        let excel = made(browser, w::OFFICE_EXCEL, w::FILE_FULL, "xlsx").await.cells("ja").concat();
        for words in words.iter().filter(|words| !words.is_empty()) {
            assert!(excel.contains(&kept(words)), "Excel says 「{words}」");
        }
        assert_eq!(asked(browser), 2, "once is enough");

        // The own copy is marked as what it is.
        browser.visit(Route::OwnCopy).await;
        let own = made(browser, w::OFFICE_WORD, w::FILE_OWN, "docx").await;
        assert!(own.text("word/header1.xml").contains(w::OWN_MARK.get(browser.lang)));

        // The same page in a folder of the server.
        browser.site.also_under("/office/aritai");
        browser.leave_to_blank().await;
        browser.go_to(&format!("/office/aritai/{}", Route::Plan.hash())).await;
        browser.shown(Route::Plan).await;
        made(browser, w::OFFICE_WORD, w::FILE_FULL, "docx").await;
        // As the page saw it, for what it had before the server is not asked again.
        let script = "return performance.getEntriesByType('resource').map(e => new URL(e.name).pathname)";
        let seen = browser.js(script, vec![]).await;
        let seen: Vec<&str> = seen.as_array().into_iter().flatten().filter_map(|path| path.as_str()).collect();
        assert!(seen.iter().any(|path| path.starts_with("/office/aritai/office-")), "the part was loaded: {seen:?}");
        let strays: Vec<_> =
            seen.iter().filter(|path| path.starts_with('/') && !path.starts_with("/office/aritai/")).collect();
        assert!(strays.is_empty(), "asked for beside the folder: {strays:?}");
    })
    .await;
}

#[tokio::test]
async fn without_the_office_part_that_is_said_and_it_can_be_tried_again() {
    let page = std::fs::read_to_string(aritai_e2e::settings::dist().join("index.html")).expect("the built page");
    let named = |meta: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{meta}\" content=\".")).expect("the page names it");
        rest.split_once('"').expect("a path").0.to_owned()
    };
    let options = Options { forgive: vec!["404"], ..Options::default() };
    journey("no_office", options, async |browser| {
        browser.restore(&shared()).await;
        browser.visit(Route::Plan).await;
        for meta in ["aritai-office-program", "aritai-office"] {
            let away = browser.site.withhold(&named(meta));
            browser.press(w::OFFICE_EXCEL).await;
            browser.reads(w::OFFICE_AWAY).await;
            browser.site.give_back(away);
        }
        made(browser, w::OFFICE_EXCEL, w::FILE_FULL, "xlsx").await;
    })
    .await;
}

#[test]
fn an_office_suite_opens_what_is_made_and_reads_every_word() {
    let pages = opened_by_an_office_suite(30, 1_000);
    println!("{pages} pages");
    assert!(pages > 100, "{pages} pages");
}
