//! Word and Excel: made in the browser by a worker that is loaded when it is wanted, and opened by an office suite.

use aritai::document::{Audience, Change};
use aritai::export::manuscript::Group;
use aritai::export::{Day, csv, full};
use aritai::format::{backup, open_backup};
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::share::for_audience;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::office::{Taken, cells_of_csv, opened_by_an_office_suite};
use aritai_e2e::office_files::{Package, invented, kept, made_of};

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
        assert!(own.text("word/header2.xml").contains(w::OWN_MARK.get(browser.lang)));

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

/// What a spreadsheet would take for a day, a time, a number, a truth value or a formula.
const CONVERTED: [&str; 38] = [
    "12月5日",
    "12/5",
    "1-2",
    "R8.12.5",
    "令和8年12月5日",
    "2026年4月",
    "1E5",
    "¥100",
    "50%",
    "24 June",
    "Mar 5",
    "April 2027",
    "10:30 AM",
    "Dec-25",
    "TRUE",
    "false",
    "007",
    "1/2",
    "1 1/2",
    "2026-12-05T10:00",
    "10時30分",
    "3 pm",
    "$5",
    "1,000",
    "(5)",
    "5 December, 3 pm",
    "12月5日 15:00",
    "２０２６／４／１",
    "１２３",
    "100円",
    "June 24, 2026",
    "Sat 5 Dec 2026",
    "午後3時",
    "#N/A",
    "+81-3-1234",
    "=1+1",
    "-5",
    "@SUM(A1)",
];

#[test]
fn a_spreadsheet_takes_every_cell_of_a_table_file_for_a_text() {
    let rows = |words: &[&str]| words.iter().map(|words| vec![(*words).to_owned()]).collect::<Vec<_>>();
    for lang in [Lang::Ja, Lang::En] {
        let mut of_days = made_of("");
        of_days.lang = lang.code().to_owned();
        of_days.parts[0].groups[0] = Group { many: true, rows: rows(&CONVERTED), ..of_days.parts[0].groups[0].clone() };
        let people = invented().into_iter().filter(|(_, m)| m.lang == lang.code());
        let (names, files): (Vec<String>, Vec<Vec<u8>>) =
            [("days".to_owned(), of_days)].into_iter().chain(people).map(|(who, m)| (who, csv::file(&m).body)).unzip();
        for (who, cells) in names.iter().zip(cells_of_csv(&files, lang)) {
            assert!(cells.len() > CONVERTED.len(), "{who}: {} cells", cells.len());
            // The numbers of things are ours, and are numbers.
            let number = |kind: &str, shown: &str| kind == "float" && shown.parse::<u32>().is_ok_and(|n| n <= 99);
            let taken: Vec<_> = cells.iter().filter(|(kind, shown)| kind != "string" && !number(kind, shown)).collect();
            assert!(taken.is_empty(), "{who}: {taken:?}");
            for words in CONVERTED.iter().filter(|_| who == "days") {
                let is_it = |(kind, shown): &Taken| kind == "string" && shown.trim_start_matches('\u{200b}') == *words;
                assert!(cells.iter().any(is_it), "{words} reads as it was typed: {cells:?}");
            }
        }
    }
}
