//! Measures the page in a browser: `./dev bench [--rounds N] [--keys N] [--out FILE]`.
//!
//! Bytes of the first visit, with Brotli 11. Start on a slow line (a TCP relay: 1.6 Mbit/s, 150 ms) with the main thread slowed
//! four times. Then real keys, at a person's pace, into an empty document and into a huge one. A table on standard output,
//! everything as JSON in a file. Figures compare builds on one machine, not machines.

use aritai::document::wish;
use aritai::format::open_backup;
use aritai::route::Route;
use aritai_e2e::browser::{Browser, Options};
use aritai_e2e::full;
use aritai_e2e::kill::Dice;
use aritai_e2e::page::field_id;
use aritai_e2e::relay::{Relay, SLOW};
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::{settings, wait};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How much slower the page's main thread is made.
const SLOWER: u32 = 4;

/// How long a start may take, and how seldom we look: each look takes a little of the page's time.
const PATIENCE: Duration = Duration::from_mins(1);
const GLANCE: Duration = Duration::from_millis(100);

const SCRIPT: &str = include_str!("../bench.js");

/// The huge document: so many items of every kind, texts of so many characters.
const ITEMS: u64 = 24;
const CHARACTERS: usize = 200;

struct Wanted {
    rounds: usize,
    keys: usize,
    out: PathBuf,
}

impl Wanted {
    fn read() -> Self {
        let mut wanted = Self { rounds: 3, keys: 70, out: settings::results().join("bench.json") };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let value = words.next().unwrap_or_default();
            match word.as_str() {
                "--rounds" => wanted.rounds = value.parse().expect("--rounds needs a number"),
                "--keys" => wanted.keys = value.parse().expect("--keys needs a number"),
                "--out" => wanted.out = PathBuf::from(value),
                _ => panic!("bench knows --rounds N, --keys N a round and --out FILE, not {word}"),
            }
        }
        wanted
    }
}

/// All values of a figure, over the rounds.
#[derive(Default)]
struct Figures(BTreeMap<&'static str, Vec<f64>>);

impl Figures {
    fn add(&mut self, name: &'static str, value: f64) {
        self.0.entry(name).or_default().push(value);
    }

    fn of(&self, name: &str) -> Vec<f64> {
        let mut values = self.0.get(name).cloned().unwrap_or_default();
        values.sort_by(f64::total_cmp);
        values
    }

    /// The value below which a share of all values lies.
    fn share(&self, name: &str, share: f64) -> f64 {
        let values = self.of(name);
        let at = (share * values.len() as f64).ceil() as usize;
        values.get(at.clamp(1, values.len().max(1)) - 1).copied().unwrap_or(f64::NAN)
    }

    fn median(&self, name: &str) -> f64 {
        let values = self.of(name);
        let half = values.len() / 2;
        match values.len() {
            0 => f64::NAN,
            n if n % 2 == 1 => values[half],
            _ => f64::midpoint(values[half - 1], values[half]),
        }
    }

    fn as_json(&self) -> Value {
        let all = self.0.iter().map(|(name, values)| {
            (
                (*name).to_owned(),
                json!({ "median": self.median(name), "p95": self.share(name, 0.95), "values": values }),
            )
        });
        Value::Object(all.collect())
    }
}

#[tokio::main]
async fn main() {
    let wanted = Wanted::read();
    let site = Arc::new(Site::of(&settings::dist(), Packing::Brotli));
    let mut figures = Figures::default();
    let mut asked = Value::Null;
    for round in 1..=wanted.rounds {
        let began = Instant::now();
        asked = start(&site, &mut figures).await;
        for (name, backup) in [("empty", None), ("full", Some(()))] {
            typing(&site, name, backup.is_some(), wanted.keys, &mut figures).await;
        }
        eprintln!("round {round} of {}: {} s", wanted.rounds, began.elapsed().as_secs());
    }
    let (wasm, wasm_packed) = site.sizes("application/wasm");
    table(&figures, &asked, wasm, wasm_packed);
    let report = json!({
        "rounds": wanted.rounds,
        "keys_a_round": wanted.keys,
        "cpu_slower": SLOWER,
        "line": { "down_bytes_per_second": SLOW.down, "up_bytes_per_second": SLOW.up, "round_trip_ms": SLOW.round_trip.as_millis() },
        "wasm_bytes": { "plain": wasm, "brotli": wasm_packed },
        "first_visit_files": asked,
        "figures": figures.as_json(),
    });
    if let Some(folder) = wanted.out.parent() {
        std::fs::create_dir_all(folder).expect("the folder of the report");
    }
    std::fs::write(&wanted.out, format!("{report:#}\n")).expect("the report is written");
    println!("everything: {}", wanted.out.display());
}

fn options(scripts: &[&str]) -> Options {
    let before = scripts.iter().map(|script| (*script).to_owned()).collect();
    Options { before, packing: Packing::Brotli, ..Options::default() }
}

async fn slow_down(browser: &Browser) {
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
}

/// Opens an address without waiting for anything.
async fn navigate(browser: &Browser, address: &str) {
    browser.cdp("Page.navigate", json!({ "url": address })).await;
}

async fn bench_value(browser: &Browser, name: &str) -> f64 {
    let value = browser.cdp("Runtime.evaluate", json!({ "expression": format!("window.__bench?.{name}") })).await;
    value["result"]["value"].as_f64().unwrap_or(0.0)
}

/// A cold start, once without a touch on the welcome screen and once typing into the wish as soon as that is possible.
async fn start(site: &Arc<Site>, figures: &mut Figures) -> Value {
    // The welcome screen, for its first paint, and for all the bytes that a first visit asks for.
    let browser = Browser::start_at(site.clone(), options(&["window.__benchStart = true;", SCRIPT])).await;
    let relay = Relay::to(site.port(), SLOW);
    slow_down(&browser).await;
    site.forget();
    navigate(&browser, &format!("{}/", relay.origin())).await;
    wait::every(GLANCE, PATIENCE, "the welcome screen is ready", async || {
        (bench_value(&browser, "startAt").await > 0.0).then_some(())
    })
    .await;
    let at_ready = relay.bytes_down();
    let (mut last, mut quiet_since) = (at_ready, Instant::now());
    wait::every(GLANCE, PATIENCE, "nothing more is asked for", async || {
        let now = relay.bytes_down();
        if now != last {
            (last, quiet_since) = (now, Instant::now());
        }
        (quiet_since.elapsed() > Duration::from_millis(1_500)).then_some(())
    })
    .await;
    figures.add("first_paint_ms", bench_value(&browser, "fcp").await);
    figures.add("welcome_usable_ms", bench_value(&browser, "startAt").await);
    let long: f64 = browser
        .js("return window.__bench.long.reduce((sum, [, ms]) => sum + Math.max(0, ms - 50), 0)", vec![])
        .await
        .as_f64()
        .unwrap_or(0.0);
    figures.add("blocking_ms", long);
    figures.add("wire_bytes_ready", at_ready as f64);
    figures.add("wire_bytes_idle", relay.bytes_down() as f64);
    let asked = site.asked();
    figures.add("body_bytes_idle", asked.iter().map(|a| a.bytes as f64).sum());
    for missing in asked.iter().filter(|a| a.status == 404) {
        eprintln!("asked for, and not there: {}", missing.path);
    }
    drop((browser, relay));

    // The wish, typing as soon as there is a field.
    let field = format!("window.__benchType = {};", json!(format!("#{}", field_id(wish::SCENE.alone()))));
    let browser = Browser::start_at(site.clone(), options(&[&field, SCRIPT])).await;
    let relay = Relay::to(site.port(), SLOW);
    slow_down(&browser).await;
    navigate(&browser, &format!("{}/{}", relay.origin(), Route::Wish.hash())).await;
    wait::every(GLANCE, PATIENCE, "a typed letter is saved", async || {
        (bench_value(&browser, "savedAt").await > 0.0).then_some(())
    })
    .await;
    let kept = browser.value(&field_id(wish::SCENE.alone())).await;
    let seen = browser.js("return [window.__bench.typed, window.__bench.echo]", vec![]).await;
    let typed = seen[0].as_str().unwrap_or_default().to_owned();
    figures.add("letters_lost", typed.chars().filter(|c| !kept.contains(*c)).count() as f64);
    // The first letter that is still there at the end, in the frame that first showed it.
    let first = typed.chars().find(|c| kept.contains(*c)).unwrap_or('?');
    let shown = seen[1].as_array().into_iter().flatten();
    let shown = shown.clone().find(|pair| pair[0].as_str().is_some_and(|v| v.contains(first)));
    figures.add("first_letter_ms", shown.and_then(|pair| pair[1].as_f64()).unwrap_or(f64::NAN));
    figures.add("first_saved_ms", bench_value(&browser, "savedAt").await);
    asked.iter().map(|a| json!({ "path": a.path, "status": a.status, "bytes": a.bytes })).collect()
}

/// Real keys into the wish, at a person's pace.
async fn typing(site: &Arc<Site>, name: &'static str, full: bool, keys: usize, figures: &mut Figures) {
    let browser = Browser::start_at(site.clone(), options(&[SCRIPT])).await;
    if full {
        let backup = full::huge(&browser.pack, ITEMS, CHARACTERS);
        let binder = open_backup(&backup).expect("a backup of ours").binder;
        figures.add("full_characters", full::characters(binder.document()) as f64);
        browser.restore(&backup).await;
    }
    browser.open(Route::Wish).await;
    let id = field_id(wish::SCENE.alone());
    browser.focus_field(&id).await;
    browser.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" })).await;
    slow_down(&browser).await;
    // A few keys that don't count: the first ones of a page are never like the others.
    for _ in 0..8 {
        key(&browser, 'w').await;
    }
    browser.saved().await;
    browser.cdp("HeapProfiler.collectGarbage", json!({})).await;
    browser.js("window.__bench.keys = []", vec![]).await;
    let before = metrics(&browser).await;
    let mut dice = Dice::new(12_345);
    for n in 0..keys {
        let began = Instant::now();
        key(&browser, char::from(b'a' + (n % 26) as u8)).await;
        // Mostly quick, now and then a thought: saves then fall between keys and upon them.
        let pause = if dice.below(12) == 0 { 250 + dice.below(150) } else { 55 + dice.below(60) };
        tokio::time::sleep(Duration::from_millis(pause).saturating_sub(began.elapsed())).await;
    }
    browser.saved().await;
    let after = metrics(&browser).await;
    let seen = browser.js("return window.__bench.keys", vec![]).await;
    let seen = seen.as_array().cloned().unwrap_or_default();
    assert!(seen.len() >= keys, "every key was seen: {} of {keys}", seen.len());
    let per_key = |metric: &str| (after[metric] - before[metric]) * 1_000.0 / keys as f64;
    let names: [&'static str; 4] = if full {
        ["full_key_to_frame_ms", "full_script_ms", "full_task_ms", "full_layout_ms"]
    } else {
        ["empty_key_to_frame_ms", "empty_script_ms", "empty_task_ms", "empty_layout_ms"]
    };
    for pair in &seen {
        figures.add(names[0], pair[1].as_f64().unwrap_or(f64::NAN) - pair[0].as_f64().unwrap_or(f64::NAN));
    }
    figures.add(names[1], per_key("ScriptDuration"));
    figures.add(names[2], per_key("TaskDuration"));
    figures.add(names[3], per_key("LayoutDuration") + per_key("RecalcStyleDuration"));
    let value = browser.value(&id).await;
    let typed: String = (0..keys).map(|n| char::from(b'a' + (n % 26) as u8)).collect();
    assert!(value.ends_with(&typed), "the text is kept ({name})");
}

async fn key(browser: &Browser, letter: char) {
    browser.key(&letter.to_string()).await;
}

async fn metrics(browser: &Browser) -> BTreeMap<String, f64> {
    let answer = browser.cdp("Performance.getMetrics", json!({})).await;
    let all = answer["metrics"].as_array().into_iter().flatten();
    all.map(|m| (m["name"].as_str().unwrap_or_default().to_owned(), m["value"].as_f64().unwrap_or(0.0))).collect()
}

fn table(figures: &Figures, asked: &Value, wasm: usize, wasm_packed: usize) {
    let kilo = |bytes: f64| format!("{:.1} kB", bytes / 1_000.0);
    let ms = |value: f64| format!("{value:.0} ms");
    let fine = |value: f64| format!("{value:.1} ms");
    let row = |name: &str, value: String| println!("{name:<58}{value:>12}");
    let requests = asked.as_array().map_or(0, Vec::len);
    println!("\nFirst visit, Brotli 11");
    row("wasm, plain", kilo(wasm as f64));
    row("wasm, Brotli", kilo(wasm_packed as f64));
    row("on the wire until usable, with headers", kilo(figures.median("wire_bytes_ready")));
    row("on the wire until idle, with headers", kilo(figures.median("wire_bytes_idle")));
    row(&format!("bodies until idle, {requests} requests"), kilo(figures.median("body_bytes_idle")));
    println!("\nCold start: CPU {SLOWER}x slower, relay with 1.6 Mbit/s and 150 ms");
    row("welcome: first paint", ms(figures.median("first_paint_ms")));
    row("welcome: first way on is there", ms(figures.median("welcome_usable_ms")));
    row("welcome: blocking time", ms(figures.median("blocking_ms")));
    row("wish: first typed letter shown and kept", ms(figures.median("first_letter_ms")));
    row("wish: first typed letter saved", ms(figures.median("first_saved_ms")));
    row("wish: letters lost while starting (worst)", format!("{:.0}", figures.share("letters_lost", 1.0)));
    let keys = figures.of("empty_key_to_frame_ms").len();
    println!("\nTyping: CPU {SLOWER}x slower, {keys} keys each");
    println!("{:<34}{:>12}{:>12}{:>12}", "", "empty", "full", "full/empty");
    let both = |name: &str, empty: f64, full: f64| {
        println!("{name:<34}{:>12}{:>12}{:>12}", fine(empty), fine(full), format!("{:.2}", full / empty));
    };
    for (name, share) in [("median", 0.5), ("p95", 0.95), ("worst", 1.0)] {
        let of = |which: &str| figures.share(which, share);
        both(&format!("key to frame, {name}"), of("empty_key_to_frame_ms"), of("full_key_to_frame_ms"));
    }
    for (name, empty, full) in [
        ("script a key", "empty_script_ms", "full_script_ms"),
        ("main thread a key", "empty_task_ms", "full_task_ms"),
        ("style and layout a key", "empty_layout_ms", "full_layout_ms"),
    ] {
        both(name, figures.median(empty), figures.median(full));
    }
    println!(
        "(full: {:.0} characters in every field of the registry, {ITEMS} items of every kind)\n",
        figures.median("full_characters")
    );
}
