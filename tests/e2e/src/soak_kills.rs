//! The kill trials, as often as one likes, in three engines; ends with a table and a file of figures.
//!
//! Whatever was shown as saved and was not there again fails the run. The tail, what had been typed and not been shown as
//! saved yet, is measured and not judged.

use crate::browser::{Browser, caught};
use crate::firefox::Firefox;
use crate::kill::{self, Dice, Engine, Outcome, Typing};
use crate::serve::{Packing, Site};
use crate::settings;
use crate::webkit_kept::WebKitKept;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// After how many kills the trials move to a computer that has never seen the page.
const FRESH: usize = 10;

/// What is wanted.
pub struct Wanted {
    /// How many trials in each engine.
    pub chromium: usize,
    /// In Firefox.
    pub firefox: usize,
    /// In `WebKit`.
    pub webkit: usize,
    /// How long all of it may take.
    pub minutes: Option<u64>,
    /// Where the figures go.
    pub out: PathBuf,
}

impl Wanted {
    /// Reads `--chromium N --firefox N --webkit N --minutes N --out FILE`.
    pub fn read(words: impl Iterator<Item = String>) -> Self {
        let out = settings::results().join("kills.json");
        let mut wanted = Self { chromium: 700, firefox: 200, webkit: 100, minutes: None, out };
        let mut words = words.peekable();
        while let Some(word) = words.next() {
            let value = words.next().unwrap_or_default();
            let number = || value.parse::<u64>().unwrap_or_else(|_| panic!("{word} needs a number"));
            match word.as_str() {
                "--chromium" => wanted.chromium = number() as usize,
                "--firefox" => wanted.firefox = number() as usize,
                "--webkit" => wanted.webkit = number() as usize,
                "--minutes" => wanted.minutes = Some(number()),
                "--out" => wanted.out = PathBuf::from(&value),
                _ => panic!("soak kills knows --chromium N, --firefox N, --webkit N, --minutes N and --out FILE"),
            }
        }
        wanted
    }
}

/// What came of the trials in one engine.
#[derive(Default)]
struct Result {
    outcomes: Vec<Outcome>,
    /// What was shown as saved and was gone.
    lost: usize,
    /// What could not be read any more.
    unreadable: usize,
    /// Trials that failed for another reason.
    failed: usize,
}

impl Result {
    fn add(&mut self, engine: &str, outcome: Option<Outcome>, panic: Option<String>) {
        let number = self.outcomes.len() + self.lost + self.unreadable + self.failed + 1;
        match (outcome, panic) {
            (_, Some(why)) => {
                println!("{engine} {number}: FAILED: {why}");
                match () {
                    () if why.contains("LOST") => self.lost += 1,
                    () if ["unreadable", "set aside", "nothing else stands"].iter().any(|part| why.contains(part)) => {
                        self.unreadable += 1;
                    }
                    () => self.failed += 1,
                }
            }
            (Some(outcome), None) => {
                println!("{engine} {number}: {outcome:?}");
                self.outcomes.push(outcome);
            }
            (None, None) => {}
        }
    }

    fn share(&self, of: fn(&Outcome) -> u64, share: f64) -> u64 {
        let mut all: Vec<u64> = self.outcomes.iter().map(of).collect();
        all.sort_unstable();
        let at = (share * all.len() as f64).ceil() as usize;
        all.get(at.clamp(1, all.len().max(1)) - 1).copied().unwrap_or(0)
    }

    fn figures(&self) -> Value {
        let tail = |of: fn(&Outcome) -> u64| json!({ "p50": self.share(of, 0.5), "p95": self.share(of, 0.95), "max": self.share(of, 1.0) });
        json!({
            "trials": self.outcomes.len() + self.lost + self.unreadable + self.failed,
            "acknowledged_lost": self.lost,
            "unreadable": self.unreadable,
            "failed_otherwise": self.failed,
            "tail_characters": tail(|o| o.tail as u64),
            "tail_ms": tail(|o| o.tail_ms),
            "longest_pause_ms": tail(|o| o.longest_pause_ms),
            "generations": self.outcomes.iter().map(|o| o.generations).sum::<u64>(),
        })
    }

    fn went_well(&self) -> bool {
        self.lost + self.unreadable + self.failed == 0
    }
}

/// Runs the trials; whether all went well.
pub async fn run(wanted: &Wanted) -> bool {
    let seed = std::process::id().into();
    println!("kills: {} Chromium, {} Firefox, {} WebKit, seed {seed}", wanted.chromium, wanted.firefox, wanted.webkit);
    let mut dice = Dice::new(seed);
    let all = (wanted.chromium + wanted.firefox + wanted.webkit).max(1);
    let began = Instant::now();
    // Each engine has its part of the time.
    let end = |until: usize| {
        wanted.minutes.map(|minutes| began + Duration::from_secs(minutes * 60).mul_f64(until as f64 / all as f64))
    };
    let chromium = chromium(wanted.chromium, end(wanted.chromium), &mut dice).await;
    let firefox = firefox(wanted.firefox, end(wanted.chromium + wanted.firefox), &mut dice).await;
    let webkit = webkit(wanted.webkit, end(all), &mut dice).await;
    println!(
        "\n{:10}{:>8}{:>6}{:>12}{:>8}  tail, characters and ms: p50, p95, max",
        "", "trials", "lost", "unreadable", "failed"
    );
    let mut figures = json!({ "seed": seed, "minutes": began.elapsed().as_secs() / 60 });
    let results = [("Chromium", chromium), ("Firefox", firefox), ("WebKit", webkit)];
    for (name, result) in &results {
        let all = result.figures();
        let (characters, ms) = (&all["tail_characters"], &all["tail_ms"]);
        println!(
            "{name:10}{:>8}{:>6}{:>12}{:>8}  {}, {}, {}  {}, {}, {} ms",
            all["trials"].to_string(),
            all["acknowledged_lost"].to_string(),
            all["unreadable"].to_string(),
            all["failed_otherwise"].to_string(),
            characters["p50"],
            characters["p95"],
            characters["max"],
            ms["p50"],
            ms["p95"],
            ms["max"],
        );
        figures[name.to_lowercase()] = all;
    }
    let text = serde_json::to_string_pretty(&figures).unwrap_or_default();
    std::fs::write(&wanted.out, text).expect("the figures can be written");
    println!("figures: {}", wanted.out.display());
    results.iter().all(|(_, result)| result.went_well())
}

fn is_over(end: Option<Instant>) -> bool {
    end.is_some_and(|end| Instant::now() >= end)
}

/// Does a trial, and answers with what it came to, or why it failed.
async fn tried<T>(doing: impl Future<Output = T>) -> (Option<T>, Option<String>) {
    let mut came = None;
    let panic = caught(async { came = Some(doing.await) }).await;
    let why = panic.map(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
    });
    (came, why)
}

async fn trial(browser: &mut impl Engine, dice: &mut Dice) -> (Option<Outcome>, Option<String>) {
    tried(kill::trial(browser, dice)).await
}

async fn chromium(count: usize, end: Option<Instant>, dice: &mut Dice) -> Result {
    let mut result = Result::default();
    if count == 0 {
        return result;
    }
    let mut browser = Browser::start(kill::options()).await;
    let mut anew = false;
    for number in 0..count {
        if is_over(end) {
            break;
        }
        if anew || number % FRESH == 0 {
            browser.fresh_computer().await;
            kill::begin(&browser).await;
        }
        let (outcome, panic) = trial(&mut browser, dice).await;
        anew = panic.is_some();
        result.add("Chromium", outcome, panic);
    }
    result
}

fn site() -> Arc<Site> {
    Arc::new(Site::of(&settings::dist(), Packing::Plain))
}

async fn firefox(count: usize, end: Option<Instant>, dice: &mut Dice) -> Result {
    let mut result = Result::default();
    let mut browser: Option<Firefox> = None;
    for number in 0..count {
        if is_over(end) {
            break;
        }
        let mut firefox = if let Some(firefox) = browser.take().filter(|_| number % FRESH != 0) {
            firefox
        } else {
            let firefox = Firefox::start(site()).await;
            kill::begin(&firefox).await;
            firefox
        };
        let (outcome, panic) = trial(&mut firefox, dice).await;
        browser = panic.is_none().then_some(firefox);
        result.add("Firefox", outcome, panic);
    }
    result
}

async fn webkit(count: usize, end: Option<Instant>, dice: &mut Dice) -> Result {
    let mut result = Result::default();
    // With what it typed last, and how often it was looked at since it was fresh.
    let mut browser: Option<(WebKitKept, Option<Typing>, usize)> = None;
    let mut done = 0;
    while done < count && !is_over(end) {
        let (mut webkit, before, looks) =
            browser.take().filter(|(_, _, looks)| *looks < FRESH).unwrap_or_else(|| (WebKitKept::new(site()), None, 0));
        let counts = before.is_some();
        let (came, panic) = tried(webkit.trial(before.as_ref(), dice)).await;
        let failed = panic.is_some();
        let (typing, outcome) = came.map_or((None, None), |(typing, outcome)| (Some(typing), outcome));
        browser = typing.map(|typing| (webkit, Some(typing), looks + usize::from(counts)));
        result.add("WebKit", outcome, panic);
        // The first on a fresh computer only types.
        done += usize::from(counts || failed);
    }
    result
}
