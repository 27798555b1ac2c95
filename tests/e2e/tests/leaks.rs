//! Nothing leaves: harmful code inside the real page is refused every way out that a policy can close, in both engines. The
//! same page without its policy shows that the detector sees.

use aritai_e2e::browser::{Browser, Options};
use aritai_e2e::firefox::Firefox;
use aritai_e2e::leaks::{self, ADD, HOLES, WAYS, Way};
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::{settings, wait};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The built page with code of somebody else's in it. Its hash is let in, as if it had come with a library; else the
/// policy is what it was, or there is none.
fn attacked(code: &str, with_policy: bool) -> Arc<Site> {
    let site = Site::of(&settings::dist(), Packing::Plain);
    let page = std::fs::read_to_string(settings::dist().join("index.html")).expect("the built page");
    let page = if page.contains(POLICY) {
        page
    } else {
        page.replacen("<title>", &format!("{POLICY}script-src \"><title>"), 1)
    };
    let (before, rest) = page.split_once(POLICY).expect("the page has a policy");
    let (policy, after) = rest.split_once("\">").expect("the policy ends");
    let policy = if with_policy {
        let hash = format!("script-src 'sha256-{}' ", leaks::sha256(code));
        assert!(policy.contains("script-src "), "{policy}");
        format!("{POLICY}{}\">", policy.replacen("script-src ", &hash, 1))
    } else {
        String::new()
    };
    // At the end: the page is whole, and the policy in force.
    let after = after.replacen("</body>", &format!("<script>{code}</script></body>"), 1);
    assert!(after.contains(code), "it is in the page");
    site.put("/index.html", "text/html; charset=utf-8", &format!("{before}{policy}{after}"));
    Arc::new(site)
}

/// Twenty questions to the site itself, one after the other: whatever was to be asked before has been asked by then.
const SETTLED: &str = "for (let i = 0; i < 20; i += 1) await fetch('./__blank?' + i); return true";

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

fn all_ways() -> String {
    let ways = WAYS.iter().enumerate().map(|(at, way)| way.code(at));
    format!(
        "{{ {ADD} addEventListener('load', () => {{ {}; {}; document.documentElement.dataset.tried = 1; }}); }}",
        ways.collect::<Vec<_>>().join("\n"),
        leaks::call(),
    )
}

/// Which ways were open: their hosts were asked.
fn open_ways(passed: &[String], ways: &[Way]) -> BTreeSet<&'static str> {
    let was_asked = |at: usize| {
        let host = Way::host(at);
        passed.iter().any(|line| line.split([' ', '/', ':']).any(|part| part == host))
    };
    ways.iter().enumerate().filter(|(at, _)| was_asked(*at)).map(|(_, way)| way.name).collect()
}

/// What each engine does not even try, though nothing forbids it (seen in the page without a policy).
const CHROMIUM_NEVER: [&str; 0] = [];
const FIREFOX_NEVER: [&str; 2] = ["ping", "prefetch"];

fn everything_but(never: &[&str]) -> BTreeSet<&'static str> {
    WAYS.iter().map(|way| way.name).filter(|name| !never.contains(name)).collect()
}

#[tokio::test]
async fn chromium_refuses_every_way_out_that_a_policy_can_close() {
    for with_policy in [false, true] {
        let browser = Browser::start_at(attacked(&all_ways(), with_policy), Options::default()).await;
        browser.go_to("/").await;
        let tried = "return document.documentElement.dataset.tried === '1'";
        wait::until("all was tried", async || (browser.js(tried, vec![]).await == true).then_some(())).await;
        if with_policy {
            // The page itself works.
            wait::until("the page is there", async || {
                (browser.js("return !!document.querySelector(':root:not([data-first]) main h1')", vec![]).await == true)
                    .then_some(())
            })
            .await;
            browser.js_async(SETTLED).await;
            assert_eq!(open_ways(&browser.passed(), &WAYS), BTreeSet::new());
        } else {
            let expected = everything_but(&CHROMIUM_NEVER);
            wait::until("every way is seen", async || {
                let open = open_ways(&browser.passed(), &WAYS);
                let missing: Vec<_> = expected.difference(&open).collect();
                println!("not yet seen: {missing:?}");
                missing.is_empty().then_some(())
            })
            .await;
        }
    }
}

#[tokio::test]
async fn firefox_refuses_every_way_out_that_a_policy_can_close() {
    for with_policy in [false, true] {
        let site = attacked(&all_ways(), with_policy);
        let firefox = Firefox::start(site).await;
        firefox.go_to("/").await;
        let tried = "return document.documentElement.dataset.tried === '1'";
        wait::until("all was tried", async || (firefox.js(tried).await == true).then_some(())).await;
        if with_policy {
            firefox.js_async(SETTLED).await;
            assert_eq!(open_ways(&firefox.passed(), &WAYS), BTreeSet::new());
        } else {
            let expected = everything_but(&FIREFOX_NEVER);
            wait::until("every way is seen", async || {
                let open = open_ways(&firefox.passed(), &WAYS);
                let missing: Vec<_> = expected.difference(&open).collect();
                println!("not yet seen: {missing:?}");
                missing.is_empty().then_some(())
            })
            .await;
        }
        // Not ended as other journeys are: what it tried, and was refused, is in its log.
        drop(firefox);
    }
}

/// What no policy closes is known, and no more than this. The house's rules close it: `tests/tidy.rs` holds that no program
/// code goes anywhere with what was written.
#[tokio::test]
async fn the_holes_are_these() {
    for (at, way) in HOLES.iter().enumerate() {
        let code = format!("{{ {ADD} addEventListener('load', () => {{ {} }}); }}", way.code(at));
        let browser = Browser::start_at(attacked(&code, true), Options::default()).await;
        browser.go_to("/").await;
        wait::until(&format!("{} is open", way.name), async || {
            (!open_ways(&browser.passed(), &HOLES).is_empty()).then_some(())
        })
        .await;
    }
}
