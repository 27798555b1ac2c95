//! The harness itself: that it would see what it is to see. A page of our own that does everything right, and the same
//! page with one fault at a time.

use aritai_e2e::browser::{Browser, Options, caught, journey_with};
use aritai_e2e::ime::Word;
use aritai_e2e::page::Role;
use aritai_e2e::serve::{BLANK, Site};
use aritai_e2e::wait;
use std::sync::Arc;

/// A page with a field, cards, a download and a store; `handler` is what its field does on input.
fn page(handler: &str, more: &str) -> String {
    format!(
        r#"<!doctype html><html lang="ja"><title>t</title><main><h1 tabindex="-1">見出し</h1>
        <span id="save-state" role="status" data-state="saved" data-generation="3">保存済み</span>
        <label for="f">書くところ</label><textarea id="f"></textarea>
        <label><input type="checkbox"><span>任される</span></label><label hidden><input type="checkbox"><span>隠れ</span></label>
        <button id="b">つぎへ</button><a href="a.txt" download="ファイル.txt">受け取る</a><input type="file" id="g"></main>
        <script>const f = document.getElementById('f'); f.addEventListener('input', e => {{ {handler} }});
        document.getElementById('b').onclick = () => {{ document.querySelector('h1').textContent = '押した'; }}; {more}</script>"#
    )
}

async fn with(html: &str, options: Options) -> Browser {
    let site = Site::empty();
    site.put("/index.html", "text/html; charset=utf-8", html);
    site.put("/a.txt", "text/plain", "中身");
    site.put(BLANK, "text/html", "<title>blank</title>");
    Browser::start_at(Arc::new(site), options).await
}

fn meeting() -> Vec<Word> {
    vec![Word::new("かいぎ", "会議"), Word::new("しりょう", "資料")]
}

#[tokio::test]
async fn finds_presses_types_downloads_and_prints() {
    let browser = with(&page("", ""), Options::default()).await;
    journey_with("finds", browser, async |browser| {
        browser.go_to("/").await;
        assert_eq!(browser.write("f", &meeting()).await, "会議資料");
        browser.choose("任される").await;
        assert!(!browser.has(Role::Checkbox, "隠れ").await, "what is hidden is not found");
        assert!(browser.has(Role::Textbox, "書くところ").await, "a field is found by its label");
        browser.press("つぎへ").await;
        browser.reads("押した").await;
        browser.follow("受け取る").await;
        let (name, bytes) = browser.downloaded("ファイル", "txt").await;
        assert_eq!((name.as_str(), bytes.as_slice()), ("ファイル.txt", "中身".as_bytes()));
        browser.give_file("g", "x.json", b"{}").await;
        let words = aritai_e2e::paper::words_of_pdf(&browser.printed().await, &browser.own_folder());
        assert!(words.contains("任される"), "the paper is read: {words}");
        assert_eq!(browser.saved().await.generation, 3);
    })
    .await;
}

#[tokio::test]
async fn keeps_a_profile_through_a_kill_and_gives_a_fresh_one() {
    let browser = with(&page("localStorage.setItem('k', f.value)", ""), Options::default()).await;
    journey_with("keeps", browser, async |browser| {
        browser.go_to("/").await;
        browser.write("f", &meeting()).await;
        browser.js_async(STORE).await;
        browser.kill();
        browser.start_again().await;
        browser.go_to("/").await;
        let kept = browser.kept().await;
        assert_eq!(kept.get(r#"indexedDB/d/s/"k""#).map(String::as_str), Some("会議資料"), "{kept:?}");
        browser.put_local("x", "y").await;
        browser.restart().await;
        browser.go_to("/").await;
        assert_eq!(browser.kept().await.get("localStorage/x").map(String::as_str), Some("y"), "ended, not killed");
        browser.fresh_computer().await;
        browser.go_to("/").await;
        assert!(browser.kept().await.is_empty());
    })
    .await;
}

const STORE: &str = "const r = indexedDB.open('d'); r.onupgradeneeded = () => r.result.createObjectStore('s'); \
    await new Promise(ok => r.onsuccess = ok); const t = r.result.transaction('s', 'readwrite', { durability: 'strict' }); \
    t.objectStore('s').put('会議資料', 'k'); await new Promise(ok => t.oncomplete = ok); r.result.close();";

/// Every fault of a field that breaks Japanese typing, as other programs had them.
#[tokio::test]
async fn sees_a_field_that_breaks_an_input_method() {
    let faults = [
        ("normalises", "f.value = f.value.normalize('NFKD') + ''"),
        ("cuts", "f.value = f.value.slice(0, 3)"),
        ("writes an older value", "const v = f.value; setTimeout(() => { f.value = v.slice(0, -1); }, 30)"),
        (
            "is replaced",
            "const n = f.cloneNode(true); n.value = f.value; document.querySelector('#f').replaceWith(n); n.focus()",
        ),
    ];
    for (fault, handler) in faults {
        let browser = with(&page(handler, ""), Options::default()).await;
        browser.go_to("/").await;
        let tried = caught(async {
            browser.write("f", &meeting()).await;
            browser.write("f", &meeting()).await;
        });
        assert!(tried.await.is_some(), "a field that {fault} is seen");
    }
}

#[tokio::test]
async fn sees_what_a_page_complains_about() {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src 'none'\">";
    let faults = [
        ("an exception", page("", "setTimeout(() => { throw new Error('x'); })")),
        ("a rejection", page("", "Promise.reject(new Error('x'))")),
        ("a panic", page("", "console.error('panicked at src/x.rs')")),
        (
            "a broken policy",
            page("", "document.body.append(Object.assign(new Image(), { src: 'a.png' }))")
                .replace("<title>", &format!("{policy}<title>")),
        ),
        ("a missing file", page("", "fetch('nothing.wasm')")),
    ];
    for (fault, html) in faults {
        let mut browser = with(&html, Options::default()).await;
        browser.go_to("/").await;
        wait::until(&format!("{fault} is complained about"), async || {
            browser.note_problems().await;
            browser.complained().then_some(())
        })
        .await;
        assert!(caught(browser.finish()).await.is_some(), "{fault} fails a journey");
    }
}
