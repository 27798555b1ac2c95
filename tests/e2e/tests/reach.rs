//! What accessibility asks and axe does not see: room to grow, nothing to drag, nothing to say twice, told without being moved.
//!
//! Every screen, with an empty and with a full record: 1280 pixels at 400 %, which are 320 wide, text at 200 %, and the distances of
//! WCAG 1.4.12 between lines, paragraphs, letters and words. Nothing is cut off, nothing lies on anything else.

use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::page::scene;
use aritai_e2e::serve::BLANK;
use aritai_e2e::wait;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The distances of 1.4.12, and nothing else.
const SPACED: &str = "window.__spaced ??= (() => { const s = new CSSStyleSheet(); s.replaceSync('* { line-height: 1.5 !important; \
    letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'); return s; })(); \
    const others = document.adoptedStyleSheets.filter(s => s !== window.__spaced); \
    document.adoptedStyleSheets = arguments[0] ? [...others, window.__spaced] : others;";

/// What is wrong with a screen as it is now: it scrolls sideways, words are cut off or lie on other words, or what stays in
/// sight leaves less than half of the window.
const FAULTS: &str = r"
    const faults = [], root = document.documentElement, told = el => `${el.tagName.toLowerCase()}.${el.className?.baseVal ?? el.className} ${el.id.replace(/[0-9a-f]{16}/, '…')} ${(el.innerText ?? el.value ?? '').trim().slice(0, 24)}`;
    if (root.scrollWidth > innerWidth) {
        const out = [...document.querySelectorAll('main *')].filter(el => el.checkVisibility() && el.getBoundingClientRect().right > innerWidth + 1);
        faults.push(`sideways: ${root.scrollWidth} in ${innerWidth}, ${out.filter(el => !out.some(o => o !== el && el.contains(o))).slice(0, 2).map(told)}`);
    }
    const aside = el => !el.checkVisibility({ visibilityProperty: true }) || el.closest('.sr-only, svg, .skip, [aria-hidden=true], .paper-frame');
    const all = [...document.querySelectorAll('body *')];
    for (const el of all) {
        const s = getComputedStyle(el);
        if (aside(el) || !el.innerText?.trim() && !el.value) continue;
        const [x, y] = [/hidden|clip/.test(s.overflowX), /hidden|clip/.test(s.overflowY)];
        if (x && el.scrollWidth > el.clientWidth + 1 || y && el.scrollHeight > el.clientHeight + 1) faults.push(`cut off: ${told(el)}`);
        if (el.tagName === 'TEXTAREA' && el.value && el.scrollHeight > el.clientHeight + 2 && s.overflowY === 'hidden') faults.push(`cut off: ${told(el)}`);
        if ((el.tagName === 'BUTTON' || el.tagName === 'A') && el.scrollWidth > el.clientWidth + 2 && s.display !== 'inline') faults.push(`out of its frame: ${told(el)}`);
    }
    const stays = el => { for (let p = el; p; p = p.parentElement) if (/fixed|sticky/.test(getComputedStyle(p).position)) return true; return false; };
    // What of a place is in sight of the boxes that scroll or hide around it.
    const seen = (r, el) => {
        let [left, top, right, bottom] = [r.left, r.top, r.right, r.bottom];
        for (let p = el; p && p !== document.body; p = p.parentElement) {
            const s = getComputedStyle(p);
            if (s.clipPath !== 'none') return null;
            if (s.overflow === 'visible') continue;
            const b = p.getBoundingClientRect();
            [left, top, right, bottom] = [Math.max(left, b.left), Math.max(top, b.top), Math.min(right, b.right), Math.min(bottom, b.bottom)];
        }
        return right - left > 2 && bottom - top > 2 ? { left, top, right, bottom, width: right - left, height: bottom - top } : null;
    };
    const words = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let t; t = walker.nextNode();) {
        const el = t.parentElement;
        if (!t.data.trim() || aside(el) || el.closest('ruby') || stays(el)) continue;
        const range = document.createRange(); range.selectNodeContents(t);
        for (const line of range.getClientRects()) { const r = seen(line, el); if (r) words.push([r, el, t]); }
    }
    for (const el of document.querySelectorAll('main input, main textarea')) {
        if (aside(el) || stays(el) || getComputedStyle(el).opacity === '0') continue;
        const r = seen(el.getBoundingClientRect(), el);
        if (r) words.push([r, el, el]);
    }
    words.sort((a, b) => a[0].top - b[0].top);
    for (let i = 0; i < words.length; i++) for (let j = i + 1; j < words.length; j++) {
        const [a, ea, ta] = words[i], [b, eb, tb] = words[j];
        if (b.top >= a.bottom) break;
        if (ta === tb || ea.contains(eb) || eb.contains(ea)) continue;
        // Letters are lower than their boxes: a quarter of a line may be shared.
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top), wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        if (wide > 3 && high > Math.min(a.height, b.height) * 0.3) faults.push(`over each other: ${told(ea)} | ${told(eb)}`);
    }
    const kept = [...document.querySelectorAll('.frame, .trouble, .toast > *')].filter(el => /fixed|sticky/.test(getComputedStyle(el).position) || el.closest('.toast'));
    const high = kept.reduce((sum, el) => sum + el.getBoundingClientRect().height, 0);
    if (high > innerHeight / 2) faults.push(`${Math.round(high)} of ${innerHeight} are always covered`);
    return [...new Set(faults)];
";

/// How a screen is looked at: its name, width, height and scale, the size of text, and whether text is spaced.
const LOOKS: [(&str, i32, i32, i32, i32, bool); 4] = [
    ("1280 at 400 %", 320, 256, 4, 100, false),
    ("text spacing", 1280, 800, 1, 100, true),
    ("text spacing, 320 px", 320, 568, 2, 100, true),
    ("text at 200 %", 1280, 800, 1, 200, false),
];

async fn begin(browser: &Browser, full: bool) {
    browser.go_to(BLANK).await;
    let settings = json!({ "lang": "ja", "shared_device": false, "in_full": true });
    browser.put_local("aritai/settings", &settings.to_string()).await;
    if full {
        browser.restore(&invented_person(browser.lang)).await;
    }
    browser.open(Route::Here).await;
    assert_eq!(
        browser.js("return document.activeElement.tagName", vec![]).await,
        json!("BODY"),
        "the first takes no focus"
    );
}

/// Goes to a screen and holds that it is told: one heading, with the focus, and a title of its own.
async fn arrive(browser: &Browser, route: Route, titles: &mut BTreeMap<String, Route>) {
    if browser.route_now().await == route {
        return;
    }
    browser.visit(route).await;
    wait::until(&format!("the heading of {} has the focus", route.hash()), async || {
        let script =
            "const all = document.querySelectorAll('h1'); return all.length === 1 && document.activeElement === all[0]";
        (browser.js(script, vec![]).await == json!(true)).then_some(())
    })
    .await;
    let title = browser.driver().title().await.expect("a title");
    let other = titles.insert(title.clone(), route);
    assert!(other.is_none(), "{route:?} and {other:?} are both called {title}");
}

async fn every_screen_has_room(name: &str, full: bool) {
    journey(name, Options::default(), async |browser| {
        begin(browser, full).await;
        let (mut faults, mut titles): (BTreeMap<String, Vec<String>>, _) = (BTreeMap::new(), BTreeMap::new());
        for route in Route::every().chain([Route::Example(1), Route::Missing]) {
            arrive(browser, route, &mut titles).await;
            browser.js("for (const d of document.querySelectorAll('main details')) d.open = true", vec![]).await;
            for (look, width, height, scale, text, spaced) in LOOKS {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
                browser.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
                browser.js("document.documentElement.style.fontSize = arguments[0] + '%'", vec![json!(text)]).await;
                browser.js(SPACED, vec![json!(spaced)]).await;
                browser
                    .js_async("await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
                    .await;
                let found = browser.js(FAULTS, vec![]).await;
                for fault in found.as_array().expect("faults").iter().filter_map(Value::as_str) {
                    faults.entry(format!("{look}: {fault}")).or_default().push(route.hash());
                }
            }
            browser.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await;
            browser.js(SPACED, vec![json!(false)]).await;
            browser.js("document.documentElement.style.fontSize = ''", vec![]).await;
        }
        let told: Vec<String> =
            faults.iter().map(|(fault, on)| format!("{fault} ({} screens, {})", on.len(), on[0])).collect();
        assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn an_empty_record_has_room_at_every_size_and_each_screen_is_told() {
    every_screen_has_room("room_empty", false).await;
}

#[tokio::test]
async fn a_full_record_has_room_at_every_size_and_each_screen_is_told() {
    every_screen_has_room("room_full", true).await;
}

/// Every handle to drag by stands in an entry that has buttons for it; and what was said stands wherever it is asked for.
#[tokio::test]
async fn nothing_must_be_dragged_and_nothing_is_asked_twice() {
    const FIELDS: &str = "return [...document.querySelectorAll('main textarea, main input')].filter(el => el.id && \
        ['text', 'textarea', 'date', ''].includes(el.type)).map(el => [el.id, el.value])";
    const HANDLES: &str = "return [...document.querySelectorAll('.drag, [draggable=true]')].map(el => el.closest('li')?.querySelector('[aria-expanded]')?.id ?? null)";
    const BUTTONS: &str = "return [...document.getElementById(arguments[0]).closest('li').querySelectorAll('button')].map(b => b.computedName)";
    const LABELS: &str = "const plain = t => t.replace(/[\\u200b\\s]+/g, '').toLowerCase(); \
        return [...document.querySelectorAll('button, a[href]')].filter(el => el.checkVisibility() && el.innerText.trim() \
        && !el.innerText.split('\\n').every(line => plain(el.computedName).includes(plain(line)))).map(el => `${el.innerText} / ${el.computedName}`)";
    journey("twice", Options::default(), async |browser| {
        begin(browser, true).await;
        let mut said: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
        let mut handles = 0;
        for route in Route::every() {
            browser.visit(route).await;
            browser.js("for (const d of document.querySelectorAll('main details')) d.open = true", vec![]).await;
            let unlike = browser.js(LABELS, vec![]).await;
            assert_eq!(unlike, json!([]), "{}: the words that are seen are in the name", route.hash());
            for head in browser.js(HANDLES, vec![]).await.as_array().expect("handles") {
                assert!(head.is_string(), "{}: what can be dragged stands in an entry with a head", route.hash());
                let open = "const h = document.getElementById(arguments[0]); if (h.ariaExpanded === 'false') h.click()";
                browser.js(open, vec![head.clone()]).await;
                wait::until("the entry has buttons to move it", async || {
                    let names = browser.js(BUTTONS, vec![head.clone()]).await.to_string();
                    // The first can only go down, the last only up.
                    let one = [w::ITEM_UP, w::ITEM_DOWN].iter().any(|words| names.contains(words.get(browser.lang)));
                    one.then_some(())
                })
                .await;
                handles += 1;
            }
            for field in browser.js(FIELDS, vec![]).await.as_array().expect("fields") {
                let (id, value) = (field[0].as_str().unwrap_or_default(), field[1].as_str().unwrap_or_default());
                let (before, on) = said.entry(id.to_owned()).or_insert_with(|| (value.to_owned(), BTreeSet::new()));
                on.insert(route.hash());
                assert_eq!(before, value, "{id} says on {} what it says on {on:?}", route.hash());
            }
        }
        let shared = said.values().filter(|(value, on)| on.len() > 1 && !value.is_empty()).count();
        println!("{handles} handles, {} fields, {shared} of them on several screens", said.len());
        assert!(handles > 3 && shared > 3, "{handles} handles, {shared} fields on several screens");
    })
    .await;
}

/// Notes what is told by a status or an alert, and whether the focus moved.
const LISTEN: &str = "window.__told = []; window.__moved = 0; addEventListener('focusin', () => { window.__moved += 1; }); \
    new MutationObserver(all => { for (const m of all) { \
    const el = (m.target.nodeType === 1 ? m.target : m.target.parentElement)?.closest('[role=status], [role=alert]'); \
    if (el && el.innerText.trim()) window.__told.push(el.innerText); \
    for (const n of m.addedNodes) if (n.matches?.('[role=alert], [role=status]')) window.__told.push(n.innerText); } }) \
    .observe(document.body, { subtree: true, childList: true, characterData: true });";

async fn is_told(browser: &Browser, words: w::Words) {
    let words = words.get(browser.lang);
    wait::until(&format!("「{words}」 is told"), async || {
        let told = browser.js("return window.__told.join(' ')", vec![]).await;
        told.as_str().is_some_and(|told| told.contains(words)).then_some(())
    })
    .await;
    assert_eq!(browser.js("return window.__moved", vec![]).await, json!(0), "and the focus stays where it is");
}

#[tokio::test]
async fn what_happened_is_told_and_the_focus_stays() {
    journey("told", Options::default(), async |browser| {
        browser.is_in_front().await;
        // That it is saved, once.
        browser.open(Route::Wish).await;
        browser.focus_field(&scene()).await;
        browser.js(LISTEN, vec![]).await;
        browser.type_text("abc").await;
        is_told(browser, w::SAVE_WORKS).await;
        // That something was done, with a way back.
        browser.visit(Route::Sheet).await;
        let focus = "const b = [...document.querySelectorAll('button')].find(b => b.innerText.trim() === arguments[0]); b.focus(); return !!b";
        assert_eq!(browser.js(focus, vec![json!(w::SHEET_ALL.get(browser.lang))]).await, json!(true));
        browser.js(LISTEN, vec![]).await;
        browser.key("Enter").await;
        is_told(browser, w::SHARED).await;
        // That a file can't be read, and that nothing was lost.
        browser.open(Route::Keep).await;
        browser.js(LISTEN, vec![]).await;
        browser.give_file("restore-file", "別.json", b"{}").await;
        is_told(browser, w::RESTORE_SAFE).await;
    })
    .await;
}
