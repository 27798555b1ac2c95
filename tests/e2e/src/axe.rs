//! The automatic part of looking at accessibility: axe-core, over a screen as it is now. What a machine cannot decide it
//! calls incomplete; each of those has to be explained here, or the screen does not pass.

use crate::browser::{Browser, Options, journey};
use crate::full::invented_person;
use crate::serve::BLANK;
use crate::settings;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Levels A and AA of WCAG 2.0, 2.1 and 2.2, with the one rule of 2.2 that is switched off unless asked for.
const RUN: &str = "return JSON.stringify(await (async () => { \
    const seen = await axe.run(document, { resultTypes: ['violations', 'incomplete'], \
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] }, \
        rules: { 'target-size': { enabled: true } } }); \
    const told = results => results.flatMap(r => r.nodes.map(n => ({ rule: r.id, at: n.target.flat().join(' '), \
        why: [...n.any, ...n.all, ...n.none].map(c => c.message).join('; ') }))); \
    return { violations: told(seen.violations), incomplete: told(seen.incomplete), passes: seen.passes.length }; })())";

/// What axe cannot decide, and why it is right: the rule, words of its reason, and ours. Every pair of colours that words are
/// written with is measured by `tests/colours.rs`.
pub const EXPLAINED: [(&str, &str, &str); 8] = [
    (
        "color-contrast",
        "background gradient",
        "a field is ruled like paper: its lines are fainter than its letters' ground",
    ),
    ("color-contrast", "background image", "the same lines, in forced colours"),
    ("color-contrast", "contains an image node", "words of a picture: axe does not look behind shapes"),
    ("color-contrast", "overlapped by another element", "words of a picture, which stand on shapes of it"),
    (
        "color-contrast",
        "partially overlaps other elements",
        "words that wrap: the second line lies on a neighbour's box, which is clear",
    ),
    ("color-contrast", "only non-text characters", "a box to tick on paper"),
    ("color-contrast", "Element has no value", "an empty field: its words have the colour of all fields"),
    (
        "color-contrast",
        "1:1 contrast ratio",
        "in forced colours the browser paints both, and axe reads the style as it was written",
    ),
];

/// What axe said of one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Its rule.
    pub rule: String,
    /// Where.
    pub at: String,
    /// What it says.
    pub why: String,
}

/// Has axe in every page that is opened from now on.
pub async fn look_with_axe(browser: &Browser) {
    let source = std::fs::read_to_string(settings::axe()).expect("axe-core: ./dev installs it");
    browser.before_every_page(&source).await;
}

/// What axe finds wrong on the screen, and what it leaves open without our having explained it.
pub async fn findings(browser: &Browser) -> Vec<Finding> {
    let said = browser.js_async(RUN).await;
    let said: Value = serde_json::from_str(said.as_str().expect("what axe said")).expect("what axe said");
    assert!(said["passes"].as_u64() > Some(5), "axe looked at something: {said}");
    let read = |list: &Value| -> Vec<Finding> {
        let word = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
        let all = list.as_array().into_iter().flatten();
        all.map(|one| Finding { rule: word(one, "rule"), at: word(one, "at"), why: word(one, "why") }).collect()
    };
    let explained = |f: &Finding| EXPLAINED.iter().any(|(rule, part, _)| f.rule == *rule && f.why.contains(part));
    let mut wrong = read(&said["violations"]);
    wrong.extend(read(&said["incomplete"]).into_iter().filter(|finding| !explained(finding)));
    wrong
}

/// How a screen is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// On a desktop, in the light.
    Light,
    /// In the dark.
    Dark,
    /// In the few colours that a person has chosen for everything.
    Forced,
    /// 320 CSS pixels wide: a phone, or a desktop at 400 %.
    Narrow,
}

/// All of them.
pub const LOOKS: [Look; 4] = [Look::Light, Look::Dark, Look::Forced, Look::Narrow];

/// Sees the page that way from now on.
pub async fn see(browser: &Browser, look: Look) {
    let width = if look == Look::Narrow { 320 } else { 1280 };
    let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    let scheme = if look == Look::Dark { "dark" } else { "light" };
    let forced = if look == Look::Forced { "active" } else { "none" };
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "forced-colors", "value": forced },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    browser.cdp("Emulation.setEmulatedMedia", features).await;
}

/// What was found, and at which places.
#[derive(Default)]
pub struct Found {
    places: BTreeMap<Finding, Vec<String>>,
    looked: usize,
}

impl Found {
    /// Looks at the screen as it is now.
    pub async fn look(&mut self, browser: &Browser, name: &str) {
        browser.js_async("await document.fonts.ready").await;
        self.looked += 1;
        for finding in findings(browser).await {
            self.places.entry(finding).or_default().push(name.to_owned());
        }
    }

    /// How often axe has looked; panics with what it found.
    pub fn nothing(self) -> usize {
        let told: Vec<String> = self
            .places
            .iter()
            .map(|(f, on)| format!("{} at {}: {} ({} screens, such as {})", f.rule, f.at, f.why, on.len(), on[0]))
            .collect();
        assert!(told.is_empty(), "{} findings:\n{}", told.len(), told.join("\n"));
        self.looked
    }
}

/// Every screen, with an empty or a full record. `turns` says in which of the [`LOOKS`]: the next screen begins one further on.
pub async fn every_screen(lang: Lang, full: bool, turns: &[usize]) -> usize {
    let mut found = Found::default();
    let name = format!("axe_{}_{}", lang.code(), if full { "full" } else { "empty" });
    journey(&name, Options::default(), async |browser| {
        look_with_axe(browser).await;
        browser.go_to(BLANK).await;
        let settings = json!({ "lang": lang.code(), "shared_device": false, "in_full": true });
        browser.put_local("aritai/settings", &settings.to_string()).await;
        browser.lang = lang;
        if full {
            browser.restore(&invented_person(lang)).await;
        }
        for (at, route) in Route::every().chain([Route::Example(1), Route::Missing]).enumerate() {
            for turn in turns {
                let how = LOOKS[(at + turn) % LOOKS.len()];
                see(browser, how).await;
                browser.open(route).await;
                found.look(browser, &format!("{} {how:?}", route.hash())).await;
            }
        }
    })
    .await;
    found.nothing()
}

/// States that a screen only comes into: what can be taken back, a file that can't be read, a preview.
pub async fn what_has_happened() -> usize {
    let mut found = Found::default();
    journey("axe_states", Options::default(), async |browser| {
        look_with_axe(browser).await;
        for how in LOOKS {
            see(browser, how).await;
            browser.restore(&invented_person(Lang::Ja)).await;
            found.look(browser, &format!("restored {how:?}")).await;
            browser.open(Route::Keep).await;
            browser.give_file("restore-file", "別.json", b"{}").await;
            browser.reads(w::RESTORE_SAFE).await;
            found.look(browser, &format!("a bad file {how:?}")).await;
            browser.give_file("restore-file", "控え.json", &invented_person(Lang::En)).await;
            browser.reads(w::RESTORE_TITLE).await;
            found.look(browser, &format!("a preview {how:?}")).await;
        }
    })
    .await;
    found.nothing()
}

/// Trouble that stays in sight.
pub async fn trouble() -> usize {
    let mut found = Found::default();
    journey("axe_trouble", Options { storage_blocked: true, ..Options::default() }, async |browser| {
        look_with_axe(browser).await;
        for how in LOOKS {
            see(browser, how).await;
            browser.open(Route::Wish).await;
            browser.reads(w::FAILED_BLOCKED).await;
            found.look(browser, &format!("trouble {how:?}")).await;
        }
    })
    .await;
    found.nothing()
}

/// The full product: every screen, empty and full, in both languages and every look, and every state. Says how often axe looked.
pub async fn whole_product() -> usize {
    let mut looked = what_has_happened().await + trouble().await;
    for lang in [Lang::Ja, Lang::En] {
        for full in [false, true] {
            looked += every_screen(lang, full, &[0, 1, 2, 3]).await;
        }
    }
    looked
}
