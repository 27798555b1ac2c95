//! Paper in both engines: what is copied from a PDF is what was typed, bold is bold, and no page lacks what it needs.

use aritai::document::{Audience, Binder, Change, ItemId, Picked, steps, wish};
use aritai::export::letters::inside;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::firefox::{FONTS_READY, Firefox};
use aritai_e2e::full::invented_person;
use aritai_e2e::page::{Role, scene};
use aritai_e2e::paper::{fonts_of_pdf, pages_of, plain, words_of_pdf};
use aritai_e2e::wait;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Names and signs that go wrong elsewhere, and ordinary characters that are radicals too.
const PROOF: &str = "髙橋﨑𠮷野家①㈱℡直骨角用日一方人立高行文生☑□";
/// So many characters in a row fit on a line of paper.
const ROW: usize = 24;

/// Every character of the printing font, in rows. Marks that stand over others are given one each.
fn rows() -> Vec<String> {
    let over = |c: &char| matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}');
    let (marks, letters): (Vec<char>, Vec<char>) = inside().into_iter().filter(|c| !c.is_whitespace()).partition(over);
    let marked = marks.into_iter().map(|mark| format!("〇{mark}。"));
    // A stop at its end: a hyphen there could be taken for the layout's.
    letters.chunks(ROW).map(|row| row.iter().collect::<String>() + "。").chain(marked).collect()
}

/// A backup in which the scene and the name of a step hold these words, and both are shown.
fn everything(words: &str) -> Vec<u8> {
    let mut binder = Binder::new(ItemId(1), 1_790_000_000_000);
    let step = ItemId(7);
    binder.apply(Change::Added(&steps::STEP, step));
    let short = [&steps::DAY, &steps::PLACE, &steps::THEN].map(|field| Change::Wrote(field.of(step), PROOF.to_owned()));
    let span = Picked { id: String::new(), label: "十五分".to_owned() };
    binder.apply(Change::Together(short.to_vec()));
    binder.apply(Change::Chose(steps::SPAN.of(step), vec![span]));
    binder.apply(Change::Wrote(steps::WHAT.of(step), words.to_owned()));
    binder.apply(Change::Wrote(wish::SCENE.alone(), words.to_owned()));
    for field in [&steps::WHAT, &steps::DAY, &steps::PLACE, &steps::THEN, &steps::SPAN] {
        binder.apply(Change::Shared(field.of(step), Audience::Talk, true));
    }
    binder.apply(Change::Shared(wish::SCENE.alone(), Audience::Talk, true));
    aritai::format::backup(&binder, 1, 1_790_000_000_000).into_bytes()
}

/// Holds that every row is there in both weights, character for character and no more than that, and nothing that was not
/// typed. The pictures, which begin some of the words once more, stand at the end, under a heading of their own.
fn names_every_character(pages: &[String], rows: &[String], engine: &str) {
    let text = plain(&pages.concat());
    let (words, _) = text.rsplit_once(&plain(w::FULL_PICTURES.get(Lang::Ja))).expect("the pictures come last");
    let count = |row: &str| words.matches(row).count();
    let wrong: Vec<(&String, usize)> = rows.iter().map(|row| (row, count(row))).filter(|(_, n)| *n != 2).collect();
    assert!(wrong.is_empty(), "{engine}: {} of {} rows, such as {:?}", wrong.len(), rows.len(), wrong.first());
    assert_eq!(count(PROOF), 3, "{engine}");
    let radicals: BTreeSet<char> =
        text.chars().filter(|c| ('\u{2e80}'..='\u{2fdf}').contains(c) || *c == '\u{fffd}').collect();
    assert!(radicals.is_empty(), "{engine}: {radicals:?}");
}

#[tokio::test]
async fn every_character_comes_back_from_a_pdf_of_both_engines() {
    journey("printed_characters", Options::default(), async |browser| {
        let rows = rows();
        let backup = everything(&rows.join("\n"));
        browser.restore(&backup).await;
        browser.open(Route::Plan).await;
        let pages = pages_of(&browser.printed().await, &browser.own_folder());
        names_every_character(&pages, &rows, "Chromium");

        let firefox = Firefox::start(browser.site.clone()).await;
        firefox.restore(&backup, browser.lang).await;
        firefox.open(Route::Plan).await;
        let pdf = firefox.printed().await;
        let pages = firefox.pages(&pdf);
        names_every_character(&pages, &rows, "Firefox");
        firefox.end().await;
    })
    .await;
}

fn person(name: &str) -> Vec<u8> {
    let file = PathBuf::from_iter([env!("CARGO_MANIFEST_DIR"), "..", "..", "public", "examples", name]);
    std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// The words of the paper on the screen, one by one, as they stand between other elements.
const ON_SCREEN: &str = "const paper = document.querySelector('article.paper'); if (!paper) return null; \
    const walk = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT); const all = []; \
    for (let n = walk.nextNode(); n; n = walk.nextNode()) if (!n.parentElement.closest('.sr-only') && n.data.trim()) \
    all.push(n.data); return all";
/// What the style writes between them.
const BETWEEN: &str = "：（）:()";

fn reads_as_on_the_screen(shown: &Value, pdf: &[u8], folder: &std::path::Path, who: &str) {
    let printed = words_of_pdf(pdf, folder);
    let shown: Vec<String> = shown.as_array().into_iter().flatten().filter_map(Value::as_str).map(plain).collect();
    assert!(shown.len() > 20, "{who}: there is a sheet: {shown:?}");
    for words in &shown {
        assert!(printed.contains(words), "{who}: 「{words}」 is on the paper: {printed}");
    }
    let known: BTreeSet<char> = shown.iter().flat_map(|words| words.chars()).chain(BETWEEN.chars()).collect();
    let strange: BTreeSet<char> = printed.chars().filter(|c| *c != '\n' && !known.contains(c)).collect();
    assert!(strange.is_empty(), "{who}: {strange:?}");
    // And nothing twice: as many of each character as on the screen.
    let counted = |text: &str| {
        let mut all = BTreeMap::new();
        text.chars().filter(|c| !BETWEEN.contains(*c)).for_each(|c| *all.entry(c).or_insert(0) += 1);
        all
    };
    let (paper, screen) = (counted(&plain(&pages_of(pdf, folder).concat())), counted(&shown.concat()));
    let others: Vec<_> = paper.iter().filter(|(c, n)| screen.get(c) != Some(n)).collect();
    assert!(paper.len() == screen.len() && others.is_empty(), "{who}: {others:?}");
}

#[tokio::test]
async fn the_sheets_of_the_invented_people_read_on_paper_as_on_the_screen() {
    journey("printed_people", Options::default(), async |browser| {
        let firefox = Firefox::start(browser.site.clone()).await;
        for name in ["counter.json", "civil.json", "tax.json", "searching.json", "staying.json"] {
            let backup = person(name);
            browser.restore(&backup).await;
            browser.open(Route::Sheet).await;
            let there = async || browser.js(ON_SCREEN, vec![]).await.as_array().map(|_| ());
            wait::until("there is a paper", there).await;
            let shown = browser.js(ON_SCREEN, vec![]).await;
            reads_as_on_the_screen(
                &shown,
                &browser.printed().await,
                &browser.own_folder(),
                &format!("{name}, Chromium"),
            );
            firefox.restore(&backup, browser.lang).await;
            firefox.open(Route::Sheet).await;
            wait::until("there is a paper", async || firefox.js(ON_SCREEN).await.as_array().map(|_| ())).await;
            let shown = firefox.js(ON_SCREEN).await;
            reads_as_on_the_screen(
                &shown,
                &firefox.printed().await,
                &firefox.own_folder(),
                &format!("{name}, Firefox"),
            );
        }
        firefox.end().await;
    })
    .await;
}

fn fonts_asked(browser: &Browser) -> usize {
    browser.site.asked().iter().filter(|asked| asked.path.contains("/fonts-")).count()
}

#[tokio::test]
async fn the_fonts_are_asked_for_with_the_first_paper_and_not_before() {
    journey("fonts_asked", Options::default(), async |browser| {
        for route in [Route::Welcome, Route::Values, Route::Wish] {
            browser.open(route).await;
        }
        browser.focus_field(&scene()).await;
        browser.type_text("abc").await;
        browser.saved().await;
        for route in [Route::Experience, Route::Ask, Route::Keep] {
            browser.visit(route).await;
        }
        assert_eq!(fonts_asked(browser), 0, "nobody has opened a paper");
        browser.visit(Route::Sheet).await;
        assert_eq!(browser.js_async(&format!("return await {FONTS_READY}")).await, json!(true));
        assert!(fonts_asked(browser) >= 3, "the list, and a slice in each weight: {}", fonts_asked(browser));
    })
    .await;
}

const COUNT_PRINTING: &str = "window.__printed = 0; window.print = () => { window.__printed += 1; };";

#[tokio::test]
async fn printing_waits_for_the_fonts_and_does_without_them_if_it_must() {
    let options = Options { before: vec![COUNT_PRINTING.to_owned()], forgive: vec!["woff2"], ..Options::default() };
    journey("fonts_missing", options, async |browser| {
        let printed = async |browser: &Browser| browser.js("return window.__printed", vec![]).await;
        browser.restore(&invented_person(browser.lang)).await;
        // The fonts are on their way for as long as we like.
        browser.cdp("Fetch.enable", json!({ "patterns": [{ "urlPattern": "*.woff2" }] })).await;
        browser.open(Route::Sheet).await;
        browser.press(w::SHEET_PRINT).await;
        browser.reads(w::PRINT_LOADING).await;
        assert_eq!(printed(browser).await, json!(0), "it waits");
        browser.press(w::SHEET_PRINT).await;
        assert_eq!(printed(browser).await, json!(1), "who presses again doesn't want to wait");
        browser.press(w::SHEET_PRINT).await;
        browser.cdp("Fetch.disable", json!({})).await;
        wait::until("it prints when they are there", async || (printed(browser).await == json!(2)).then_some(())).await;
        assert!(!browser.says(w::PRINT_LOADING).await);
        browser.press(w::SHEET_PRINT).await;
        assert_eq!(printed(browser).await, json!(3), "at once from now on");

        browser.cdp("Network.clearBrowserCache", json!({})).await;
        let [regular, bold] =
            ["regular", "bold"].map(|style| browser.site.placed(&format!("/fonts/{style}-001.woff2")));
        // One is gone while another is still waited for: nothing to complain of.
        browser.site.hold(&regular);
        let bold = browser.site.withhold(&bold);
        browser.open(Route::Sheet).await;
        wait::until("one can't be had", async || {
            let failed = "return [...document.fonts].some(font => font.status === 'error')";
            (browser.js(failed, vec![]).await == json!(true)).then_some(())
        })
        .await;
        browser.site.let_go();
        browser.reads(w::PRINT_WITHOUT).await;
        browser.press(w::SHEET_PRINT).await;
        assert_eq!(printed(browser).await, json!(1), "and without them");
        browser.site.give_back(bold);
        // It is asked for anew with the next paper.
        browser.visit(Route::Keep).await;
        browser.visit(Route::Sheet).await;
        assert_eq!(browser.js_async(&format!("return await {FONTS_READY}")).await, json!(true));
        wait::until("nothing is missing", async || (!browser.says(w::PRINT_WITHOUT).await).then_some(())).await;
    })
    .await;
}

#[tokio::test]
async fn what_the_font_lacks_is_named_before_printing() {
    journey("fonts_outside", Options::default(), async |browser| {
        browser.restore(&everything("髙橋さんと😀、⼈と話す")).await;
        browser.open(Route::Sheet).await;
        browser.reads(w::PRINT_OUTSIDE).await;
        let named = browser.js("return document.querySelector('.print-outside').innerText", vec![]).await;
        assert_eq!(named, json!("😀 ⼈"));
        browser.restore(&everything(PROOF)).await;
        browser.open(Route::Sheet).await;
        assert!(browser.has(Role::Button, w::SHEET_PRINT).await);
        assert!(!browser.says(w::PRINT_OUTSIDE).await);
    })
    .await;
}

/// How dark words are in a weight of the printing font.
const DARKNESS: &str = "const done = arguments[arguments.length - 1]; const dark = weight => { \
    const c = document.createElement('canvas'); c.width = 900; c.height = 60; const g = c.getContext('2d'); \
    g.font = `${weight} 40px \"Aritai Print\"`; g.fillText('窓口の話を聞く髙橋', 5, 45); \
    return g.getImageData(0, 0, 900, 60).data.reduce((sum, v, at) => at % 4 === 3 ? sum + v : sum, 0); }; \
    Promise.all(['400', '700'].map(w => document.fonts.load(`${w} 1em \"Aritai Print\"`, '窓口の話を聞く髙橋'))).then(() => done([dark(400), dark(700)]))";

/// Holds what every page of a manuscript has to have.
fn pages_are_whole(pages: &[String], mark: &str, headings: &[String], numbered: bool, engine: &str) {
    assert!(pages.len() > 2, "{engine}: {} pages", pages.len());
    for (at, page) in pages.iter().enumerate() {
        let text = plain(page);
        let number = format!("{}/{}", at + 1, pages.len());
        assert_eq!(text.matches(&plain(mark)).count(), 1, "{engine}: the mark on page {}: {page}", at + 1);
        assert_eq!(text.contains(&number), numbered, "{engine}: the number on page {}: {page}", at + 1);
        let rest = text.replace(&plain(mark), "").replace(&number, "");
        let orphan = headings.iter().find(|heading| rest.ends_with(heading.as_str()));
        assert_eq!(orphan, None, "{engine}: a heading ends page {}", at + 1);
    }
}

#[tokio::test]
async fn every_page_of_the_own_copy_is_marked_numbered_and_whole() {
    journey("printed_own_copy", Options::default(), async |browser| {
        let backup = invented_person(Lang::Ja);
        browser.restore(&backup).await;
        browser.open(Route::OwnCopy).await;
        let headings = "return [...document.querySelectorAll('.manuscript h2, .manuscript h3')].map(h => h.innerText)";
        let headings = browser.js(headings, vec![]).await;
        let headings: Vec<String> =
            headings.as_array().into_iter().flatten().filter_map(Value::as_str).map(plain).collect();
        let mark = w::OWN_MARK.get(Lang::Ja);
        let pdf = browser.printed().await;
        let pages = pages_of(&pdf, &browser.own_folder());
        pages_are_whole(&pages, mark, &headings, true, "Chromium");
        let dark = browser.driver().execute_async(DARKNESS, vec![]).await.expect("two weights").json().clone();
        assert!(dark[1].as_f64() > dark[0].as_f64().map(|regular| regular * 1.15), "bold is darker: {dark}");

        let firefox = Firefox::start(browser.site.clone()).await;
        firefox.restore(&backup, browser.lang).await;
        firefox.open(Route::OwnCopy).await;
        let pdf = firefox.printed().await;
        let pages = firefox.pages(&pdf);
        pages_are_whole(&pages, mark, &headings, false, "Firefox");
        firefox.end().await;
    })
    .await;
}

/// What is drawn is lettered in the printing fonts, as the words around it are. With the device's own fonts
/// its letters came as a hundred small fonts in which nothing can be found, and as boxes where the device has
/// no Japanese one.
#[tokio::test]
async fn nothing_on_paper_is_lettered_in_another_font_than_the_printing_fonts() {
    journey("printed_fonts", Options::default(), async |browser| {
        let backup = invented_person(Lang::Ja);
        browser.restore(&backup).await;
        let firefox = Firefox::start(browser.site.clone()).await;
        firefox.restore(&backup, browser.lang).await;
        for route in [Route::Plan, Route::OwnCopy] {
            browser.open(route).await;
            let drawn = browser.js("return document.querySelectorAll('.manuscript .drawn text').length", vec![]).await;
            assert!(drawn.as_u64() > Some(0), "something is drawn on {}", route.hash());
            firefox.open(route).await;
            let printed = [("Chromium", browser.printed().await), ("Firefox", firefox.printed().await)];
            for (engine, pdf) in printed {
                let fonts = fonts_of_pdf(&pdf, &browser.own_folder());
                assert!(!fonts.is_empty(), "{engine}: a PDF with letters");
                let others: Vec<&String> = fonts.iter().filter(|font| !is_ours(font)).collect();
                assert!(others.is_empty(), "{engine}, {}: {others:?} of {fonts:?}", route.hash());
            }
        }
        firefox.end().await;
    })
    .await;
}

/// Whether a font is one of `public/fonts`, by what it calls itself.
fn is_ours(font: &str) -> bool {
    font.replace(['-', ' '], "").starts_with("AritaiPrint")
}
