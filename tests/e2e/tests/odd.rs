//! What is hard on a page, on every screen: words of one's own that look like ids, and marks that turn round
//! what follows.

use aritai::pack::Lang;
use aritai::route::Route;
use aritai_e2e::browser::{Options, journey};
use aritai_e2e::full::{ODD, odd};
use serde_json::json;

/// Ids that are there twice, and what points to none.
const IDS: &str = "const faults = [], ids = [...document.querySelectorAll('[id]')].map(el => el.id); \
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push('twice: ' + id); \
    for (const id of ids) if (/\\s/.test(id)) faults.push('a space in ' + id); \
    for (const el of document.querySelectorAll('[aria-describedby], [aria-labelledby], [for], [aria-controls]')) \
        for (const name of ['aria-describedby', 'aria-labelledby', 'for', 'aria-controls']) \
            for (const id of (el.getAttribute(name) ?? '').split(' ')) if (id && !ids.includes(id)) faults.push('points nowhere: ' + id); \
    return faults;";

/// Sentences of which a part is turned round by words of the person's. A box that isolates ends it, and so
/// does the mark for that; what follows within is the rest of the same words.
const TURNED: &str = "const faults = [], OWN = /^[\\u202e乙\\s]*$/u; \
    const holds = (what, text) => { let depth = 0; for (const [at, c] of [...text].entries()) { \
        if ('\\u2066\\u2067\\u2068'.includes(c)) depth += 1; else if (c === '\\u2069') depth -= 1; \
        else if (c === '\\u202e' && depth < 1 && !OWN.test([...text].slice(at).join(''))) { faults.push(what + ': ' + JSON.stringify(text)); return; } } \
        if (depth < 0) faults.push(what + ' closes too much: ' + JSON.stringify(text)); }; \
    const isolates = el => { const style = getComputedStyle(el); \
        return !/^(inline|contents)$/.test(style.display) || /isolate|plaintext/.test(style.unicodeBidi) || el.localName === 'text'; }; \
    const words = node => [...node.childNodes].map(n => n.nodeType === 3 ? n.data : n.nodeType !== 1 ? '' : n.localName === 'br' ? '\\n' : isolates(n) ? '\\ufffc' : words(n)).join(''); \
    for (const el of document.body.querySelectorAll('*')) { \
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (el.hasAttribute(name)) holds(name, el.getAttribute(name)); \
        if (!el.closest('textarea, script, template') && isolates(el)) holds(el.outerHTML.slice(0, 60), words(el)); } \
    return [...new Set(faults)];";

/// Unfolds whatever is folded, and what comes with that.
const UNFOLD: &str = "for (let n = 0; n < 3; n++) { for (const one of document.querySelectorAll('main details:not([open])')) one.open = true; \
    await new Promise(done => requestAnimationFrame(() => setTimeout(done))); } return 1";

#[tokio::test]
async fn every_screen_bears_odd_words() {
    journey("odd_words", Options::default(), async |browser| {
        browser.restore(&odd()).await;
        let mut all = Vec::new();
        for lang in [Lang::Ja, Lang::En] {
            if lang != browser.lang {
                browser.visit(Route::Welcome).await;
                browser.speak(lang).await;
            }
            for route in Route::every() {
                browser.visit(route).await;
                browser.js_async(UNFOLD).await;
                for script in [IDS, TURNED] {
                    let faults = browser.js(script, vec![]).await;
                    if faults != json!([]) {
                        all.push(format!("{} {}: {faults:#}", lang.code(), route.hash()));
                    }
                }
            }
        }
        assert!(all.is_empty(), "{}", all.join("\n"));
        // Each activity in words of one's own stands there once.
        browser.visit(Route::Work).await;
        let rows =
            "return [...document.querySelectorAll('.activities .row')].map(row => row.getAttribute('aria-label'))";
        let rows = browser.js(rows, vec![]).await;
        for words in ODD {
            let times = rows.as_array().into_iter().flatten().filter(|row| **row == json!(words)).count();
            assert_eq!(times, 1, "{words:?}");
        }
    })
    .await;
}

/// Words of one's own begin as what there could be more of; whoever says less, or adds them again, means
/// that.
#[tokio::test]
async fn an_activity_of_ones_own_is_not_more_and_less_at_once() {
    journey("odd_work", Options::default(), async |browser| {
        browser.open(Route::Work).await;
        let ticked = "return [...document.querySelectorAll('.activities input:checked')].map(el => el.id)";
        browser.write_own("work-own", "a1").await;
        assert_eq!(browser.js(ticked, vec![]).await, json!(["more-own-a1"]));
        browser.tick("less-own-a1").await;
        assert_eq!(browser.js(ticked, vec![]).await, json!(["less-own-a1"]));
        browser.write_own("work-own", "a1").await;
        assert_eq!(browser.js(ticked, vec![]).await, json!(["less-own-a1"]), "added again it stays where it is");
        browser.saved().await;
        browser.reload().await;
        assert_eq!(browser.js(ticked, vec![]).await, json!(["less-own-a1"]));
        assert_eq!(browser.js(IDS, vec![]).await, json!([]));
    })
    .await;
}
