//! Without a line, from one version to the next, under a path of a server, and over plain http: everything works, and no page
//! is ever made of two builds.

use aritai::document::Audience;
use aritai::format::open_backup;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::firefox::{FONTS_READY, Firefox};
use aritai_e2e::full::invented_person;
use aritai_e2e::office_files::Package;
use aritai_e2e::offline::{self, Build, listing};
use aritai_e2e::page::scene;
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::walk::holds_all;
use aritai_e2e::{settings, wait};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

#[test]
fn the_worker_keeps_everything_that_is_served_but_copies_and_words_about_it() {
    let build = Build::first();
    let apart = |path: &str| ["SHA256SUMS", "aritai.html", "sw.js"].contains(&path);
    let about = |path: &str| {
        let is_one = |ends: &[&str]| ends.iter().any(|end| path.ends_with(end));
        let on_a_screen = path.starts_with("licences-");
        path.starts_with("hosting/")
            || is_one(&[".br", ".gz"])
            || !on_a_screen && is_one(&[".md", ".txt", ".schema.json"])
    };
    let wanted: Vec<String> = listing(&build.folder)
        .into_iter()
        .filter(|path| !apart(path) && !about(path))
        .map(|path| if path == "index.html" { "./".to_owned() } else { path })
        .collect();
    let mut kept: Vec<&String> = build.files.keys().collect();
    let mut wanted: Vec<&String> = wanted.iter().collect();
    kept.sort();
    wanted.sort();
    assert_eq!(kept, wanted);
    let bytes: u64 = wanted.iter().filter_map(|p| std::fs::metadata(build.folder.join(p)).ok()).map(|m| m.len()).sum();
    println!("the worker keeps {} files, {bytes} bytes", kept.len());
    let apart = ["_third", "fonts-", "office-", "lock-", "examples-", ".png"];
    assert!(build.core.keys().all(|path| !apart.iter().any(|part| path.contains(part))), "{:?}", build.core);
    assert_eq!(
        build.core.len(),
        10,
        "page, script, two parts of the program, style, two files of words, icon, manifest, and the list of the rest"
    );
    let another = Build::another("another");
    let shared = another.files.iter().filter(|(path, _)| build.files.contains_key(*path) && !path.contains("woff2"));
    let shared: Vec<_> = shared.map(|(path, _)| path.as_str()).collect();
    // The fonts and their list are the same in every build.
    let another_in_it =
        |path: &&str| !path.starts_with("fonts-") && [".wasm", ".js", ".json"].iter().any(|end| path.ends_with(end));
    assert!(!shared.iter().any(another_in_it), "{shared:?}");
}

#[tokio::test]
async fn the_browser_finds_nothing_wrong_with_how_the_page_would_be_installed() {
    journey("manifest", offline::options(), async |browser| {
        browser.open(Route::Welcome).await;
        let manifest = browser.cdp("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]));
        let written: Value = serde_json::from_str(manifest["data"].as_str().expect("the manifest")).expect("JSON");
        assert_eq!((&written["start_url"], &written["display"]), (&json!("./"), &json!("standalone")));
        let found = browser.cdp("Page.getInstallabilityErrors", json!({})).await;
        assert_eq!(found["installabilityErrors"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn chromium_starts_and_exports_with_the_server_gone() {
    journey("offline", offline::options(), async |browser| {
        browser.restore(&invented_person(Lang::Ja)).await;
        browser.has_worker().await;
        browser.have_everything().await;
        browser.visit(Route::Wish).await;
        let words = browser.value(&scene()).await;
        assert!(!words.is_empty());
        browser.end().await;
        browser.site.away(true);
        browser.start_again().await;
        browser.go_to(&format!("/{}", Route::Wish.hash())).await;
        browser.shown(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, words);
        browser.visit(Route::Plan).await;
        for (button, ending) in [(w::OFFICE_WORD, "docx"), (w::OFFICE_EXCEL, "xlsx")] {
            browser.press(button).await;
            let (_, bytes) = browser.downloaded(w::FILE_FULL.get(browser.lang), ending).await;
            Package::open(&bytes);
            browser.reads(w::OFFICE_DONE).await;
        }
        browser.visit(Route::Sheet).await;
        assert!(!browser.printed().await.is_empty(), "with the printing fonts");
        browser.visit(Route::Welcome).await;
        browser.speak(Lang::En).await;
        browser.visit(Route::Example(1)).await;
        assert!(browser.strangers(&[&Build::first()]).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn firefox_starts_and_exports_with_the_server_gone() {
    let site = Arc::new(Site::of(&settings::dist(), Packing::Plain));
    let firefox = Firefox::start_with(site.clone(), json!({ "dom.serviceWorkers.enabled": true })).await;
    let window = firefox.window(format!("{}/", site.origin()));
    window.restore(&firefox.own_folder(), &invented_person(Lang::Ja)).await;
    let active = "return !!(await navigator.serviceWorker.getRegistration())?.active";
    wait::within(Duration::from_mins(1), "the worker has the core", async || {
        (window.js_async(active).await == json!(true)).then_some(())
    })
    .await;
    window.visit(Route::Here).await;
    window.press(w::OFFLINE_DO).await;
    let all = format!(
        "return document.getElementById('offline').innerText.includes({})",
        json!(w::OFFLINE_ALL.get(Lang::Ja))
    );
    wait::within(Duration::from_mins(1), "everything is there", async || {
        (window.js(&all).await == json!(true)).then_some(())
    })
    .await;
    site.away(true);
    window.open(Route::Plan).await;
    for button in [w::OFFICE_WORD, w::OFFICE_EXCEL] {
        Package::open(&window.offered(button).await);
        window.reads(w::OFFICE_DONE).await;
    }
    window.visit(Route::Sheet).await;
    assert_eq!(window.js_async(&format!("return await {FONTS_READY}")).await, json!(true), "the printing fonts");
    assert_eq!(window.refused().await, json!([]), "nothing was refused");
    firefox.end().await;
}

/// What a file is spoilt to.
type Fault = fn(&[u8]) -> Vec<u8>;

#[tokio::test]
async fn a_broken_update_leaves_the_old_version_whole_and_the_next_good_one_is_taken_when_it_is_wanted() {
    let (old, new) = (Build::first(), Build::another("broken first, good then"));
    journey("update", offline::options(), async |browser| {
        let words = browser.begun().await;
        let mut tried = 0;
        // With the core alone, whatever of it is broken; with everything kept, whatever of all that.
        // What is named by its content and is in both builds is taken from the old one: whoever breaks it on the
        // way breaks nothing.
        let by_content = |path: &str| {
            let is_digest = |part: &str| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit());
            path.split(['-', '_', '.', '/']).any(is_digest)
        };
        let is_kept = |path: &String| by_content(path) && old.files.contains_key(path);
        let rest = new.files.keys().filter(|path| !new.core.contains_key(*path) && !is_kept(path));
        let rest: Vec<_> = rest.map(|path| (path, true)).collect();
        for (path, everything) in new.core.keys().map(|path| (path, false)).chain(rest) {
            if everything && browser.caches().await.len() == 1 {
                browser.site.becomes(&old.folder);
                browser.have_everything().await;
            }
            let cut: Fault = |bytes| bytes[..bytes.len() / 2].to_vec();
            let another_page: Fault = |_| b"<!doctype html><title>Please sign in</title>".to_vec();
            // One fault is enough for the many.
            let faults = [Some(cut), None, Some(another_page)];
            for fault in faults.into_iter().take(if everything { 1 } else { 3 }) {
                browser.site.becomes(&new.folder);
                let served = Build::served(path);
                match fault {
                    None => drop(browser.site.withhold(&served)),
                    Some(fault) => browser.site.spoil(&served, fault),
                }
                assert_eq!(browser.look_for_update().await, "redundant", "{path} was broken");
                let page = browser.js_async("return await (await fetch('./')).text()").await;
                assert!(page.as_str().is_some_and(|page| page.contains(&old.name)), "{path}: the old version serves");
                tried += 1;
            }
        }
        println!("{tried} broken updates");
        browser.visit(Route::Wish).await;
        browser.reload().await;
        assert_eq!(browser.build().await, old.name);
        assert!(browser.strangers(&[&old, &new]).await.is_empty(), "and is whole");
        assert_eq!(browser.value(&scene()).await, words);
        assert!(!browser.says(w::VERSION_NEWER).await, "nothing is on offer");

        // A good one waits until it is wanted.
        browser.site.becomes(&new.folder);
        browser.visit(Route::Experience).await;
        assert_eq!(browser.look_for_update().await, "installed");
        browser.reads(w::VERSION_NEWER).await;
        browser.visit(Route::Wish).await;
        browser.focus_field(&scene()).await;
        browser.type_text(", and typed on").await;
        let words = browser.value(&scene()).await;
        assert_eq!(browser.build().await, old.name, "nothing happens by itself");
        browser.press(w::VERSION_NEWER).await;
        wait::until("the new version is open", async || {
            let meta = "return document.querySelector('meta[name=aritai-build]')?.content ?? ''";
            (browser.js(meta, vec![]).await == json!(new.name)).then_some(())
        })
        .await;
        browser.shown(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, words);
        assert!(browser.strangers(&[&old, &new]).await.is_empty());
        // The old one is let go of, for it is open nowhere.
        let kept = ["aritai-/-all".to_owned(), format!("aritai-/-{}", new.name)];
        wait::until("the old build is gone", async || {
            let mut names = browser.caches().await;
            names.sort_by_key(|name| *name != kept[0]);
            (names == kept).then_some(())
        })
        .await;
        browser.visit(Route::Keep).await;
        browser.reads(new.name.as_str()).await;
    })
    .await;
}

#[tokio::test]
async fn a_version_that_was_on_its_way_before_the_page_was_there_is_offered_too() {
    let new = Build::another("on its way");
    journey("on_its_way", offline::options(), async |browser| {
        browser.begun().await;
        browser.site.becomes(&new.folder);
        browser.site.hold("/index.html");
        let begun =
            "const r = await navigator.serviceWorker.getRegistration(); await r.update(); return !!r.installing";
        assert_eq!(browser.js_async(begun).await, json!(true), "it has begun");
        browser.reload().await;
        browser.shown(Route::Wish).await;
        let coming = "const r = await navigator.serviceWorker.ready; return !!r.installing && !r.waiting";
        assert_eq!(browser.js_async(coming).await, json!(true), "and goes on beside a page that came later");
        assert!(!browser.says(w::VERSION_NEWER).await, "nothing is on offer yet");
        browser.site.let_go();
        browser.reads(w::VERSION_NEWER).await;
    })
    .await;
}

#[tokio::test]
async fn a_tab_of_the_old_version_goes_on_while_another_has_the_new_one() {
    let (old, new) = (Build::first(), Build::another("beside"));
    journey("beside", offline::options(), async |browser| {
        browser.begun().await;
        browser.open(Route::Welcome).await;
        // The server has nothing of the old build any more.
        browser.site.becomes(&new.folder);
        let first = browser.driver().window().await.expect("a tab");
        let second = browser.driver().new_tab().await.expect("another tab");
        browser.driver().switch_to_window(second.clone()).await.expect("over there");
        browser.saves_data(true).await;
        browser.go_to(&format!("/{}", Route::Keep.hash())).await;
        browser.shown(Route::Keep).await;
        assert_eq!(browser.look_for_update().await, "installed");
        browser.press(w::VERSION_NEWER).await;
        wait::until("the new version is open", async || {
            let meta = "return document.querySelector('meta[name=aritai-build]')?.content ?? ''";
            (browser.js(meta, vec![]).await == json!(new.name)).then_some(())
        })
        .await;
        browser.shown(Route::Keep).await;
        // More than once: one that lets go too early may be slower than our look.
        for _ in 0..5 {
            tidied(browser).await;
            let kept = browser.caches().await;
            assert!(kept.contains(&format!("aritai-/-{}", old.name)), "it is still open: {kept:?}");
        }
        browser.driver().switch_to_window(first).await.expect("back");
        assert_eq!(browser.build().await, old.name, "this tab was left alone");
        browser.visit(Route::Why).await;
        let core = old.core.iter().filter(|(path, _)| *path != "./").collect();
        assert_eq!(browser.strangers_among(core).await, Vec::<String>::new(), "and has all that its screens need");
        browser.driver().close_window().await.expect("closed");
        browser.driver().switch_to_window(second).await.expect("over there");
        tidied(browser).await;
        wait::until("the old build is gone", async || {
            tidied(browser).await;
            (browser.caches().await == [format!("aritai-/-{}", new.name)]).then_some(())
        })
        .await;
    })
    .await;
}

/// Has the worker tidy up, and waits until it has: it answers what is asked after that.
async fn tidied(browser: &Browser) {
    browser.js("navigator.serviceWorker.controller.postMessage('tidy')", vec![]).await;
    browser
        .js_async(
            "await navigator.locks.query(); await caches.keys(); await (await fetch('icon.svg')).text(); return 1",
        )
        .await;
}

#[tokio::test]
async fn killed_in_the_middle_of_an_update_it_is_one_version_or_the_other() {
    let builds = [Build::first(), Build::another("killed")];
    journey("killed_update", offline::options(), async |browser| {
        browser.begun().await;
        for (everything, step) in [(false, 3), (true, 8)] {
            if everything {
                let open = browser.build().await;
                let open = builds.iter().find(|build| build.name == open);
                browser.site.becomes(&open.expect("one of them").folder);
                browser.have_everything().await;
            }
            let mut seen = Vec::new();
            for round in 0..6 {
                // From before it has begun to after it is done.
                let files = if round == 5 { usize::MAX } else { round * step };
                seen.push(browser.killed_update(&builds, round, files, everything).await);
            }
            println!("everything kept: {everything}; after each kill: {seen:?}");
            assert!(
                builds.iter().all(|build| seen.contains(&build.name)),
                "some were too early for the new one, some were not"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_cache_that_lost_a_file_is_mended() {
    let build = Build::first();
    journey("mended", offline::options(), async |browser| {
        browser.begun().await;
        let gone = "const [name] = await caches.keys(); const cache = await caches.open(name); \
            for (const request of await cache.keys()) if (request.url.endsWith('.wasm')) await cache.delete(request); \
            return (await cache.keys()).length";
        browser.js_async(gone).await;
        browser.reload().await;
        wait::until("everything is there again", async || {
            let count = "const [name] = await caches.keys(); return (await (await caches.open(name)).keys()).length";
            (browser.js_async(count).await == json!(build.core.len())).then_some(())
        })
        .await;
        browser.site.away(true);
        browser.reload().await;
        assert!(browser.strangers_in_core(&[&build]).await.is_empty());
        browser.site.away(false);
    })
    .await;
}

#[tokio::test]
async fn the_switch_takes_the_worker_away_and_leaves_every_word() {
    journey("switch", offline::options(), async |browser| {
        let words = browser.begun().await;
        browser
            .js_async(
                "const other = await caches.open('somebody-else'); await other.put('x', new Response('y')); return 1",
            )
            .await;
        let switch = std::fs::read_to_string(settings::dist().join("hosting/sw-off.js")).expect("the switch");
        browser.site.put("/sw.js", "text/javascript", &switch);
        browser.look_for_update().await;
        browser.without_worker().await;
        // What a page does that was slow to ask for its worker: the browser calls the one that is leaving back.
        browser
            .js_async("await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' }); (await navigator.serviceWorker.ready).active.postMessage('tidy'); return 1")
            .await;
        browser.without_worker().await;
        browser.open(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, words);
    })
    .await;
}

#[tokio::test]
async fn in_a_folder_of_a_server_it_keeps_to_its_folder() {
    journey("sub_path", offline::options(), async |browser| {
        browser.site.also_under("/dept/app");
        browser.base = format!("{}/dept/app", browser.site.origin());
        browser.site.put("/dept/app/__blank", "text/html", "<!doctype html><title>blank</title>");
        let words = browser.begun().await;
        let build = Build::first();
        assert_eq!(browser.caches().await, [format!("aritai-/dept/app/-{}", build.name)]);
        let scope = browser.js_async("return (await navigator.serviceWorker.getRegistration()).scope").await;
        assert_eq!(scope, json!(format!("{}/dept/app/", browser.site.origin())));
        browser.site.away(true);
        browser.reload().await;
        assert_eq!(browser.value(&scene()).await, words);
        browser.visit(Route::Plan).await;
        assert!(browser.strangers_in_core(&[&build]).await.is_empty());
        browser.site.away(false);
    })
    .await;
}

#[tokio::test]
async fn over_plain_http_everything_else_works() {
    let options = Options { worker: true, host: Some("app.lgwan.test"), ..Options::default() };
    journey("plain_http", options, async |browser| {
        browser.open(Route::Welcome).await;
        let lacks = "return [isSecureContext, !!navigator.serviceWorker, !!navigator.locks, !!crypto.subtle, !!navigator.clipboard, !!globalThis.caches]";
        assert_eq!(browser.js(lacks, vec![]).await, json!([false, false, false, false, false, false]), "no trust");
        let written = browser.walk_short_path().await;
        browser.press(w::SHEET_ALL).await;
        browser.saved().await;
        // Chromium asks whoever takes a file of some kinds from a page that came over plain http whether they mean it; here they do.
        let folder = browser.downloads();
        browser.cdp("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder })).await;
        browser.visit(Route::Plan).await;
        browser.press(w::OFFICE_WORD).await;
        let (_, bytes) = browser.downloaded(w::FILE_FULL.get(browser.lang), "docx").await;
        Package::open(&bytes);
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_BACKUP_DO).await;
        let (_, bytes) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        let backup = open_backup(&bytes).expect("a backup");
        holds_all(backup.binder.document(), &written);
        assert!(backup.binder.document().leaves().any(|(path, _)| backup.binder.document().is_shared(path, Audience::Talk)));
        browser.visit(Route::Files).await;
        browser.reads(w::FILES_PLAINLY).await;
        browser.unfold(&browser.folded(w::FORM_JOB_CARD)).await;
        browser.press(&w::under(w::FORM_COPY.get(browser.lang), w::JOB_CARD_2.get(browser.lang), browser.lang)).await;
        browser.reads(w::FORM_BY_HAND).await;
        browser.restart().await;
        browser.open(Route::Wish).await;
        assert_eq!(Some(&browser.value(&scene()).await), written.fields.get(&scene()));
        assert!(browser.site.asked().iter().all(|asked| asked.path != "/sw.js"), "no worker is even asked for");
    })
    .await;
}
