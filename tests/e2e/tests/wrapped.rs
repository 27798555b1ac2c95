//! A page whose words somebody else wraps: a browser that translates it, an extension that puts readings over
//! kanji. Each puts every text node into elements of its own, or another text in its place, and comes again
//! after every change. What follows the person's work goes on following it.

use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::full::invented_person;
use aritai_e2e::lean::Lean;
use aritai_e2e::page::scene;
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::webkit::WebKit;
use aritai_e2e::{settings, wait};
use serde_json::json;
use std::sync::Arc;

/// Wraps every text in the page, as three programs do: with the text itself inside, with another in its
/// place, with a reading over it. Whitespace alone is left.
const WRAP: &str = "window.__wrap = how => { \
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), all = []; \
    for (let n; (n = walk.nextNode()); ) if (n.data.trim() && !n.parentElement.closest('script, style, noscript, template, textarea, .wrapped, svg, #panic')) all.push(n); \
    for (const n of all) { \
        if (how === 'reading') { const ruby = document.createElement('ruby'), rt = document.createElement('rt'); ruby.className = 'wrapped'; \
            n.replaceWith(ruby); ruby.append(new Text(n.data), rt); rt.append('よみ'); continue; } \
        const [outer, inner] = [document.createElement('font'), document.createElement('font')]; outer.className = 'wrapped'; outer.append(inner); \
        n.replaceWith(outer); inner.append(how === 'within' ? n : new Text(n.data)); } \
    return all.length; };";

const HOWS: [&str; 3] = ["within", "instead", "reading"];

async fn wrap(browser: &Browser, how: &str) {
    let count = browser.js(&format!("{WRAP} return __wrap(arguments[0])"), vec![json!(how)]).await;
    assert!(count.as_u64() > Some(0), "there was something to wrap");
}

/// What stands in the page under a selector, without readings.
async fn said(browser: &Browser, selector: &str) -> String {
    let script = "const all = [...document.querySelectorAll(arguments[0])].map(el => { const copy = el.cloneNode(true); \
        copy.querySelectorAll('rt').forEach(rt => rt.remove()); return copy.textContent; }); return all.filter(text => text.trim()).join(' | ')";
    browser.js(script, vec![json!(selector)]).await.as_str().unwrap_or_default().to_owned()
}

/// Unfolds whatever is folded, and what comes with that.
const UNFOLD: &str = "for (let n = 0; n < 3; n++) { for (const one of document.querySelectorAll('main details:not([open])')) one.open = true; \
    await new Promise(done => requestAnimationFrame(() => setTimeout(done))); } return 1";

/// After another language was chosen, nothing is left of what was wrapped before: all of it was said anew.
#[tokio::test]
async fn every_screen_says_all_of_it_anew_in_another_language() {
    let left = "return [...document.querySelectorAll('.wrapped')].map(el => el.parentElement.outerHTML.slice(0, 160))";
    journey("wrapped_language", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        for (at, route) in Route::every().enumerate() {
            browser.visit(route).await;
            browser.js_async(UNFOLD).await;
            let switch = "[...document.querySelectorAll('.frame button')].find(b => b.lang)";
            for (turn, lang) in [Lang::En, Lang::Ja].into_iter().enumerate() {
                wrap(browser, HOWS[(at + turn) % 3]).await;
                browser.js(&format!("{switch}.click()"), vec![]).await;
                browser.lang = lang;
                wait::until(&format!("{} speaks {}", route.hash(), lang.code()), async || {
                    (browser.js("return document.documentElement.lang", vec![]).await == json!(lang.code()))
                        .then_some(())
                })
                .await;
                wait::becomes(&format!("{} holds nothing old", route.hash()), json!([]), async || {
                    browser.js(left, vec![]).await
                })
                .await;
                assert_eq!(said(browser, ".frame .brand").await, w::APP.get(lang));
            }
            browser.note_problems().await;
            assert!(!browser.complained(), "{} throws nothing", route.hash());
        }
    })
    .await;
}

#[tokio::test]
async fn what_follows_the_work_goes_on_following_it() {
    journey("wrapped_live", Options::default(), async |browser| {
        for how in HOWS {
            browser.fresh_computer().await;
            let says = async |browser: &Browser, selector: &str, wanted: &str| {
                let (what, wanted) = (format!("{how}: {selector}"), wanted.to_owned());
                wait::becomes(&what, wanted, async || said(browser, selector).await.trim().to_owned()).await;
            };
            // Saving: what is shown, and what is read out.
            browser.open(Route::Wish).await;
            wrap(browser, how).await;
            browser.focus_field(&scene()).await;
            browser.type_text("a").await;
            browser.saved().await;
            wrap(browser, how).await;
            assert!(said(browser, "#save-state").await.contains(w::SAVE_SAVED.get(browser.lang)));
            // Room: far too long, then short again.
            let room = ".field:has(textarea) .room";
            browser.js("const el = document.activeElement; el.select(); document.execCommand('insertText', false, 'あ'.repeat(900))", vec![]).await;
            wait::until("it is too long", async || (!said(browser, room).await.trim().is_empty()).then_some(())).await;
            wrap(browser, how).await;
            browser.js("const el = document.activeElement; el.select(); document.execCommand('insertText', false, 'あい')", vec![]).await;
            says(browser, room, "").await;
            says(browser, ".field .sr-only[role=status]", "").await;
            // Backup age.
            browser.restore(&invented_person(browser.lang)).await;
            browser.visit(Route::Keep).await;
            says(browser, ".backup-age", w::BACKUP_NONE.get(browser.lang)).await;
            wrap(browser, how).await;
            browser.js("[...document.querySelectorAll('main button')].find(b => b.textContent.includes(arguments[0])).click()",
                vec![json!(w::KEEP_BACKUP_DO.get(browser.lang))]).await;
            says(browser, ".backup-age", &w::backup_age(0, browser.lang)).await;
            // An error, and then a file that is one.
            browser.give_file("restore-file", "other.json", b"{}").await;
            wait::until("it is refused", async || (!said(browser, "#restore-error").await.is_empty()).then_some(())).await;
            wrap(browser, how).await;
            browser.give_file("restore-file", "backup.json", &invented_person(browser.lang)).await;
            says(browser, "#restore-error", "").await;
            // The timer.
            browser.visit(Route::Rehearse).await;
            says(browser, "[role=timer]", "0:00").await;
            wrap(browser, how).await;
            browser.js("document.querySelector('.timer button').click()", vec![]).await;
            wait::until(&format!("{how}: the timer goes"), async || {
                (said(browser, "[role=timer]").await.trim() != "0:00").then_some(())
            })
            .await;
            // The name of an entry of a list follows what it is called.
            browser.visit(Route::Step).await;
            browser.note_problems().await;
            assert!(!browser.complained(), "{how}: nothing is thrown");
        }
    })
    .await;
}

/// The same in the other engines, for the words that stand in the frame and beside a field.
async fn goes_on(window: &Lean) {
    for how in HOWS {
        window.open(Route::Wish).await;
        let wrap = format!("{WRAP} return __wrap({})", json!(how));
        window.js(&wrap).await;
        window.write(&scene(), "あ").await;
        window.saved().await;
        window.js(&wrap).await;
        let before = window.js("return document.documentElement.lang").await;
        window.js("[...document.querySelectorAll('.frame button')].find(b => b.lang).click()").await;
        window.is_true("it speaks otherwise", &format!("document.documentElement.lang !== {before}")).await;
        window.is_true(&format!("{how}: nothing old is left"), "!document.querySelector('.wrapped')").await;
        window.js("[...document.querySelectorAll('.frame button')].find(b => b.lang).click()").await;
        window.is_true("and back", &format!("document.documentElement.lang === {before}")).await;
    }
}

#[tokio::test]
async fn in_firefox_too() {
    let site = Arc::new(Site::of(&settings::dist(), Packing::Plain));
    let firefox = Firefox::start(site.clone()).await;
    goes_on(&firefox.window(format!("{}/", site.origin()))).await;
    firefox.end().await;
}

#[tokio::test]
async fn in_webkit_too() {
    let site = Arc::new(Site::of(&settings::dist(), Packing::Plain));
    let webkit = WebKit::start_at(&site).await;
    goes_on(&webkit.window).await;
    webkit.end().await;
}
