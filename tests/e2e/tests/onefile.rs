//! The one file, opened from the disk with no network: the whole program in three engines, and not one request.

use aritai::document::Audience;
use aritai::format::open_backup;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::lean::{Lean, one_file};
use aritai_e2e::office_files::Package;
use aritai_e2e::page::{Role, scene};
use aritai_e2e::paper::{plain, words_of_pdf};
use aritai_e2e::serve::Site;
use aritai_e2e::walk::holds_all;
use aritai_e2e::webkit::WebKit;
use aritai_e2e::{settings, wait};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;

const MOST: u64 = 8_000_000;

#[test]
fn it_is_one_file_of_at_most_eight_megabytes_that_names_no_other() {
    let file = settings::dist().join("aritai.html");
    let html = std::fs::read_to_string(&file).expect("the one file");
    println!("aritai.html: {} bytes", html.len());
    assert!(html.len() as u64 <= MOST, "{} bytes", html.len());
    // Up to the data: nothing that a browser would fetch.
    let told = html.split("<script type=application/gzip").next().expect("a page");
    for asks in ["src=", "import ", "import(", "<link href", "rel=preload", "rel=manifest", "@import"] {
        assert!(!told.contains(asks), "{asks}");
    }
    assert!(told.contains("connect-src 'none'") && told.contains("default-src 'none'"), "its policy");
    let all = std::fs::read_to_string(settings::dist().join("SHA256SUMS")).expect("the sums");
    assert!(all.lines().any(|line| line.ends_with("  aritai.html")), "it is among the sums");
}

/// A browser that looks at the one file, with no network.
async fn alone(browser: &mut Browser) {
    browser.base = one_file(&browser.own_folder());
    browser.cdp("Network.enable", json!({})).await;
    let off = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    browser.cdp("Network.emulateNetworkConditions", off).await;
}

#[tokio::test]
async fn chromium_walks_the_ten_minute_path_in_it_and_asks_nobody() {
    let options = Options { worker: true, ..Options::default() };
    journey("onefile", options, async |browser| {
        alone(browser).await;
        let written = browser.walk_short_path().await;
        browser.press(w::SHEET_ALL).await;
        browser.saved().await;
        let paper = words_of_pdf(&browser.printed().await, &browser.own_folder());
        let fonts = browser.js("return [...document.fonts].filter(f => f.status === 'loaded').length", vec![]).await;
        assert!(fonts.as_u64() >= Some(2), "the printing fonts are its own: {fonts}");

        browser.visit(Route::Plan).await;
        for (button, ending) in [(w::OFFICE_WORD, "docx"), (w::OFFICE_EXCEL, "xlsx")] {
            browser.press(button).await;
            let (_, bytes) = browser.downloaded(w::FILE_FULL.get(browser.lang), ending).await;
            Package::open(&bytes);
            browser.reads(w::OFFICE_DONE).await;
        }
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_BACKUP_DO).await;
        let (_, bytes) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        let backup = open_backup(&bytes).expect("a backup");
        holds_all(backup.binder.document(), &written);
        let shown =
            backup.binder.document().leaves().filter(|(p, _)| backup.binder.document().is_shared(*p, Audience::Talk));
        assert!(shown.count() > 5 && paper.contains(&plain(w::SHEET_WORDS.get(browser.lang))), "{paper}");

        browser.visit(Route::Welcome).await;
        browser.speak(Lang::En).await;
        browser.visit(Route::Example(1)).await;
        browser.fresh_computer().await;
        alone(browser).await;
        browser.lang = Lang::Ja;
        browser.restore(&bytes).await;
        assert_eq!(browser.saved_binder().await, Some(backup.binder.clone()), "all of it is there again");
        browser.restart().await;
        browser.open(Route::Wish).await;
        assert_eq!(Some(&browser.value(&scene()).await), written.fields.get(&scene()), "and after a restart");

        let asked = browser.js("return performance.getEntriesByType('resource').map(e => e.name)", vec![]).await;
        let asked: Vec<_> =
            asked.as_array().into_iter().flatten().filter_map(|a| a.as_str().map(str::to_owned)).collect();
        assert!(asked.iter().all(|a| a.starts_with("blob:") || a.starts_with("data:")), "{asked:?}");
        // Not even the site is asked, which is no site of the one file's.
        let all = browser.requests().await;
        let others: Vec<_> =
            all.iter().filter(|asked| asked.who.is_some() && asked.address.starts_with("http")).collect();
        assert!(others.is_empty(), "{others:?}");
    })
    .await;
}

/// What is asked from the page, as a script of its own would: the policy refuses it, and nobody hears of it.
#[tokio::test]
async fn a_script_in_it_could_tell_nobody() {
    let options = Options {
        forgive: vec!["securitypolicyviolation", "Refused to connect", "violates the following"],
        ..Options::default()
    };
    journey("onefile_tells", options, async |browser| {
        browser.base = one_file(&browser.own_folder());
        browser.open(Route::Welcome).await;
        let address = format!("{}/told", browser.site.origin());
        browser.site.forget();
        let tell = format!(
            "window.__refused = 0; addEventListener('securitypolicyviolation', () => {{ window.__refused += 1; }}); \
             setTimeout(() => {{ fetch({0}).catch(() => 0); navigator.sendBeacon({0}); new Image().src = {0}; }}, 0)",
            json!(address)
        );
        browser.js(&tell, vec![]).await;
        wait::until("all three are refused", async || {
            (browser.js("return window.__refused", vec![]).await == json!(3)).then_some(())
        })
        .await;
        assert!(browser.site.asked().is_empty(), "{:?}", browser.site.asked());
    })
    .await;
}

/// The ten-minute path and what comes of it, while nothing is asked for.
async fn alone_walks(window: &Lean, folder: &Path) {
    window.walk(folder).await;
    assert_eq!(window.asked_for().await, json!([]), "nothing was asked for");
}

#[tokio::test]
async fn firefox_opens_it_under_its_real_policy_for_files() {
    let firefox = Firefox::start_with(Arc::new(Site::empty()), json!({ "network.dns.disabled": true })).await;
    let folder = firefox.own_folder();
    let window = firefox.window(one_file(&folder));
    alone_walks(&window, &folder).await;
    window.open(Route::Sheet).await;
    let words: String = firefox.pages(&firefox.printed().await).concat();
    assert!(plain(&words).contains(&plain(w::SHEET_WORDS.get(Lang::Ja))), "{words}");
    // That policy is in force: another file sees nothing of this one's.
    let other = folder.join("other.html");
    std::fs::write(&other, "<!doctype html><title>other</title>").expect("a file");
    window.driver.goto(format!("file://{}", other.display())).await.expect("another file");
    assert_eq!(window.js("return localStorage.length").await, json!(0), "another file has a store of its own");
    firefox.end().await;
}

#[tokio::test]
async fn webkit_opens_it() {
    let mut webkit = WebKit::start(one_file).await;
    webkit.window.hear().await;
    alone_walks(&webkit.window, &webkit.own_folder()).await;
    webkit.end().await;
}

/// Words that would end the element that a page keeps its data in are words like any other.
#[tokio::test]
async fn words_that_look_like_the_end_of_a_script_are_kept_and_printed() {
    const WORDS: &str = "</script><!--<script>";
    journey("onefile_words", Options::default(), async |browser| {
        browser.base = one_file(&browser.own_folder());
        browser.open(Route::Wish).await;
        browser.focus_field(&scene()).await;
        browser.type_text(WORDS).await;
        browser.saved().await;
        browser.open(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, WORDS);
        browser.visit(Route::Sheet).await;
        browser.press(w::SHEET_ALL).await;
        assert!(browser.has(Role::Button, w::SHEET_PRINT).await);
        let paper = words_of_pdf(&browser.printed().await, &browser.own_folder());
        assert!(paper.contains(&plain(WORDS)), "{paper}");
    })
    .await;
}
