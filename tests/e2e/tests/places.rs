//! Wherever it is put the ten-minute path can be walked: under this machine's own name, over plain http under another name, in a
//! folder of a server. Chromium over plain http, and what is lacking there, is in `offline.rs`; the one file in `onefile.rs`.

use aritai::document::Audience;
use aritai::format::open_backup;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::journey;
use aritai_e2e::firefox::Firefox;
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::walk::holds_all;
use aritai_e2e::{offline, settings};
use std::sync::Arc;

/// A server of a closed network, and a folder of it.
const INTRANET: &str = "app.lgwan.test";
const FOLDER: &str = "/dept/app";

#[tokio::test]
async fn chromium_walks_it_in_a_folder_of_a_server() {
    journey("place_folder", offline::options(), async |browser| {
        browser.site.also_under(FOLDER);
        browser.base = format!("{}{FOLDER}", browser.site.origin());
        let written = browser.walk_short_path().await;
        browser.press(w::SHEET_ALL).await;
        browser.saved().await;
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_BACKUP_DO).await;
        let (_, bytes) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        let backup = open_backup(&bytes).expect("a backup");
        let document = backup.binder.document();
        holds_all(document, &written);
        assert!(document.leaves().any(|(path, _)| document.is_shared(path, Audience::Talk)), "it is shown to somebody");
    })
    .await;
}

#[tokio::test]
async fn firefox_walks_it_at_all_three_places() {
    let site = Arc::new(Site::of(&settings::dist(), Packing::Plain));
    site.also_under(FOLDER);
    let (own, folder) = (format!("{}/", site.origin()), format!("{}{FOLDER}/", site.origin()));
    let intranet = format!("http://{INTRANET}:{}/", site.port());
    for page in [own, folder, intranet] {
        // A profile each: nothing of one place may help at another.
        let firefox = Firefox::start(site.clone()).await;
        firefox.window(page).walk(&firefox.own_folder()).await;
        firefox.end().await;
    }
}
