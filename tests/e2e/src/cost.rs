//! What a visit costs in bytes: waiting until nothing more comes, and adding up what came.

use crate::browser::{Browser, Options};
use crate::firefox::FONTS_READY;
use crate::offline::{self, Build};
use crate::page::scene;
use crate::serve::{Packing, Site};
use crate::{settings, wait};
use aritai::route::Route;
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What is another where one screen is: the parts of the program are numbered together.
pub const ONE_SCREEN: [&str; 3] = ["aritai_bg.wasm", "aritai_second.wasm", "aritai_third.wasm"];

/// What a request weighs besides its body.
const HEADERS: usize = 300;

/// A browser that gets its pages packed, and may have its worker.
pub fn packed() -> Options {
    Options { packing: Packing::Brotli, ..offline::options() }
}

/// Waits until nothing has been asked for three seconds: whatever comes of itself begins before that.
pub async fn settled(site: &Site) {
    let (mut asked, mut since) = (site.asked().len(), Instant::now());
    wait::every(Duration::from_millis(100), Duration::from_mins(2), "nothing more is asked for", async || {
        let now = site.asked().len();
        if now != asked {
            (asked, since) = (now, Instant::now());
        }
        (since.elapsed() > Duration::from_secs(3)).then_some(())
    })
    .await;
}

/// What was sent, with something for the headers of each answer.
pub fn bytes(site: &Site) -> usize {
    site.asked().iter().map(|asked| asked.bytes + HEADERS).sum()
}

/// The same, of the printing fonts.
pub fn bytes_of_fonts(site: &Site) -> usize {
    let fonts = site.asked().into_iter().filter(|asked| asked.path.contains("/fonts-"));
    fonts.map(|asked| asked.bytes + HEADERS).sum()
}

/// An invented person's backup.
pub fn person(name: &str) -> Vec<u8> {
    let file = PathBuf::from_iter([env!("CARGO_MANIFEST_DIR"), "..", "..", "public", "examples", name]);
    std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

impl Browser {
    /// Writes the first words, and waits until the worker has the core and nothing more comes.
    pub async fn first_save(&self) {
        self.open(Route::Wish).await;
        self.focus_field(&scene()).await;
        self.type_text(offline::WORDS).await;
        self.saved().await;
        wait::within(Duration::from_mins(1), "the core is here", async || {
            let active = "return !!(await navigator.serviceWorker.getRegistration())?.active";
            (self.js_async(active).await == json!(true)).then_some(())
        })
        .await;
        settled(&self.site).await;
    }

    /// Takes the newer version, and waits until it is open.
    pub async fn takes(&self, new: &Build) {
        self.press(aritai::wording::VERSION_NEWER).await;
        wait::until("the new version is open", async || {
            let meta = "return document.querySelector('meta[name=aritai-build]')?.content ?? ''";
            (self.js(meta, vec![]).await == json!(new.name)).then_some(())
        })
        .await;
    }
}

/// The bytes of a first visit until idle, of one with its first save in it, of an update in one screen, and
/// of a sheet's letters.
pub async fn of_visits(site: &Arc<Site>) -> [(&'static str, usize); 4] {
    let browser = Browser::start_at(site.clone(), packed()).await;
    browser.saves_data(true).await;
    site.forget();
    browser.open(Route::Welcome).await;
    settled(site).await;
    let looking = bytes(site);
    browser.first_save().await;
    let saving = bytes(site);
    let new = Build::another_in("one screen", &ONE_SCREEN);
    site.becomes_packed(&new.folder, Packing::Brotli);
    site.forget();
    assert_eq!(browser.look_for_update().await, "installed");
    let update = bytes(site);
    site.becomes_packed(&settings::dist(), Packing::Brotli);
    browser.restore(&person("counter.json")).await;
    site.forget();
    browser.open(Route::Sheet).await;
    assert_eq!(browser.js_async(&format!("return await {FONTS_READY}")).await, json!(true));
    settled(site).await;
    [("looking", looking), ("saving", saving), ("update", update), ("sheet", bytes_of_fonts(site))]
}
