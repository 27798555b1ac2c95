//! Takes pictures of every screen: `./dev shots [--out FOLDER] [--only WORDS]`.
//!
//! Every route, on a phone and on a desktop, in the light and in the dark, in Japanese and in English, empty and filled in;
//! whole pages. And the sheet as it is printed. `--only wish,phone` takes those whose names hold all of the words.

use aritai::pack::Lang;
use aritai::route::Route;
use aritai_e2e::browser::{Browser, Options};
use aritai_e2e::{full, paper, settings};
use serde_json::json;
use std::path::{Path, PathBuf};

const SIZES: [(&str, u32, u32, f64); 2] = [("phone", 390, 844, 2.0), ("desktop", 1280, 900, 1.0)];

#[tokio::main]
async fn main() {
    let (mut out, mut only) = (settings::results().join("shots"), Vec::new());
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().unwrap_or_default();
        match word.as_str() {
            "--out" => out = PathBuf::from(value),
            "--only" => only = value.split(',').map(str::to_owned).collect(),
            _ => panic!("shots knows --out FOLDER and --only WORDS, not {word}"),
        }
    }
    std::fs::create_dir_all(&out).expect("the folder for the pictures");
    let wanted = |name: &str| only.iter().all(|word| name.split('-').any(|part| part == word));
    let mut taken = 0;
    for lang in [Lang::Ja, Lang::En] {
        for fill in ["empty", "full"] {
            // A browser each: nothing of one round may show in the next.
            let names = every_name(lang, fill);
            if !names.iter().any(|(name, ..)| wanted(name)) && !wanted(&print_name(lang, fill)) {
                continue;
            }
            let mut browser = Browser::start(Options::default()).await;
            browser.lang = lang;
            browser.go_to(aritai_e2e::serve::BLANK).await;
            browser
                .put_local("aritai/settings", &json!({ "lang": lang.code(), "shared_device": false }).to_string())
                .await;
            if fill == "full" {
                browser.restore(&full::invented_person(lang)).await;
            }
            for (name, route, size, dark) in names.into_iter().filter(|(name, ..)| wanted(name)) {
                picture(&browser, route, size, dark, &out.join(format!("{name}.png"))).await;
                taken += 1;
            }
            if fill == "full" && wanted(&print_name(lang, fill)) {
                browser.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await;
                browser.open(Route::Sheet).await;
                let pages = paper::draw_pdf(&browser.printed().await, &out, &print_name(lang, fill));
                println!("{}: {pages} page(s)", print_name(lang, fill));
                taken += pages;
            }
        }
    }
    println!("{taken} pictures in {}", out.display());
    println!("{taken} passed, 0 failed");
}

fn print_name(lang: Lang, fill: &str) -> String {
    format!("sheet-print-{}-{fill}", lang.code())
}

type Shot = (String, Route, (u32, u32, f64), bool);

fn every_name(lang: Lang, fill: &str) -> Vec<Shot> {
    let more = [Route::Example(1), Route::Example(2), Route::Missing];
    let mut names = Vec::new();
    for route in Route::every().chain(more) {
        let place = route.hash().trim_start_matches("#/").replace('/', "");
        let place = if place.is_empty() { "welcome".to_owned() } else { place };
        for (size, width, height, scale) in SIZES {
            for (light, dark) in [("light", false), ("dark", true)] {
                let name = format!("{place}-{size}-{light}-{}-{fill}", lang.code());
                names.push((name, route, (width, height, scale), dark));
            }
        }
    }
    names
}

async fn picture(browser: &Browser, route: Route, (width, height, scale): (u32, u32, f64), dark: bool, file: &Path) {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 600 });
    browser.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    let scheme = if dark { "dark" } else { "light" };
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    browser.cdp("Emulation.setEmulatedMedia", features).await;
    browser.open(route).await;
    browser.js_async("await document.fonts.ready; await new Promise(ok => requestAnimationFrame(() => requestAnimationFrame(ok)))").await;
    let tall = browser.js("return Math.ceil(document.documentElement.scrollHeight)", vec![]).await;
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": tall, "scale": 1 });
    let shot = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let answer = browser.cdp("Page.captureScreenshot", shot).await;
    let png = paper::from_base64(answer["data"].as_str().expect("a picture"));
    std::fs::write(file, png).expect("the picture is written");
}
