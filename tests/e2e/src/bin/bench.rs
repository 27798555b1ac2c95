//! Measures the page in a browser: `./dev bench [--rounds N] [--keys N] [--out FILE] [--only typing|office] [--profiles FOLDER]`.
//!
//! Bytes with Brotli 11: of the first visit until idle, with the first save, of an update in one screen, of a
//! sheet's letters. Start on a slow line (a TCP relay: 1.6 Mbit/s, 150 ms) with the main thread slowed four
//! times. Then real keys, at a person's pace, into an empty document, a typical one, and one that nobody
//! would write; there also how long the big screens take to open. A table on standard output, everything as
//! JSON in a file, and if wanted what the keys cost function by function, as profiles that Chromium's
//! developer tools open. Figures compare builds on one machine.

use aritai::document::wish;
use aritai::format::open_backup;
use aritai::route::Route;
use aritai_e2e::browser::{Browser, Options};
use aritai_e2e::full;
use aritai_e2e::kill::Dice;
use aritai_e2e::page::field_id;
use aritai_e2e::relay::{Relay, SLOW};
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::{cost, office_pace, settings, wait};
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

/// Where is typed: what it is called, into which document, on which screen.
const TYPED: [(&str, Filled, Route); 5] = [
    ("empty", Filled::Empty, Route::Wish),
    ("typical", Filled::Typical, Route::Wish),
    ("stress", Filled::Stress, Route::Wish),
    ("stress_why", Filled::Stress, Route::Why),
    ("stress_step", Filled::Stress, Route::Step),
];

/// Screens that show much of a document.
const OPENED: [(&str, Route); 2] = [("outline", Route::Outline), ("sheet", Route::Sheet)];

#[derive(Clone, Copy)]
enum Filled {
    Empty,
    /// An invented person's.
    Typical,
    /// What nobody would write.
    Stress,
}

struct Wanted {
    rounds: usize,
    keys: usize,
    out: PathBuf,
    /// `typing` or `office`, where the rest is not wanted.
    only: String,
    profiles: Option<PathBuf>,
}

impl Wanted {
    fn read() -> Self {
        let out = settings::results().join("bench.json");
        let mut wanted = Self { rounds: 3, keys: 70, out, only: String::new(), profiles: None };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let value = words.next().unwrap_or_default();
            match word.as_str() {
                "--rounds" => wanted.rounds = value.parse().expect("--rounds needs a number"),
                "--keys" => wanted.keys = value.parse().expect("--keys needs a number"),
                "--out" => wanted.out = PathBuf::from(value),
                "--only" if ["typing", "office"].contains(&value.as_str()) => wanted.only = value,
                "--profiles" => wanted.profiles = Some(PathBuf::from(value)),
                _ => {
                    panic!(
                        "bench knows --rounds N, --keys N a round, --out FILE, --only typing or office, and --profiles FOLDER"
                    )
                }
            }
        }
        wanted
    }
}

/// All values of a figure, over the rounds.
#[derive(Default)]
struct Figures(BTreeMap<String, Vec<f64>>);

impl Figures {
    fn add(&mut self, name: &str, value: f64) {
        self.0.entry(name.to_owned()).or_default().push(value);
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
            (name.clone(), json!({ "median": self.median(name), "p95": self.share(name, 0.95), "values": values }))
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
        if wanted.only.is_empty() {
            asked = start(&site, &mut figures).await;
        }
        if wanted.only != "typing" {
            office(&site, &mut figures).await;
        }
        for (name, filled, route) in TYPED.into_iter().filter(|_| wanted.only != "office") {
            typing(&site, name, filled, route, &wanted, &mut figures).await;
        }
        eprintln!("round {round} of {}: {} s", wanted.rounds, began.elapsed().as_secs());
    }
    let visits = if wanted.only.is_empty() { cost::of_visits(&site).await.to_vec() } else { Vec::new() };
    let program = |name: &str| site.sizes_of(name, "_bg.wasm");
    let parts = [
        ("first", program("/aritai-")),
        ("second", site.sizes_of("/aritai-", "_second.wasm")),
        ("third", site.sizes_of("/aritai-", "_third.wasm")),
        ("office", program("/office-")),
        ("lock", program("/lock-")),
    ];
    table(&figures, &asked, &parts, &visits);
    let report = json!({
        "rounds": wanted.rounds,
        "keys_a_round": wanted.keys,
        "cpu_slower": SLOWER,
        "line": { "down_bytes_per_second": SLOW.down, "up_bytes_per_second": SLOW.up, "round_trip_ms": SLOW.round_trip.as_millis() },
        "wasm_bytes": parts.map(|(part, (plain, brotli))| json!({ "part": part, "plain": plain, "brotli": brotli })),
        "visit_bytes": visits.iter().map(|(what, bytes)| json!({ "what": what, "bytes": bytes })).collect::<Vec<_>>(),
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
    Options { before, packing: Packing::Brotli, watched: false, ..Options::default() }
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

/// Word and Excel files of a typical and of the big document; nothing is slowed down.
async fn office(site: &Arc<Site>, figures: &mut Figures) {
    for (name, filled) in [("typical", Filled::Typical), ("stress", Filled::Stress)] {
        let browser = filled_in(site, filled, figures).await;
        let pace = office_pace::of(&browser).await;
        for (figure, ms) in [("load", pace.load), ("word", pace.word), ("excel", pace.excel)] {
            figures.add(&format!("{name}_office_{figure}_ms"), ms);
        }
    }
}

/// A browser with such a document.
async fn filled_in(site: &Arc<Site>, filled: Filled, figures: &mut Figures) -> Browser {
    let browser = Browser::start_at(site.clone(), options(&[SCRIPT])).await;
    let backup = match filled {
        Filled::Empty => return browser,
        Filled::Typical => full::invented_person(browser.lang),
        Filled::Stress => full::stress(&browser.pack),
    };
    let binder = open_backup(&backup).expect("a backup of ours").binder;
    figures.add("bytes", full::written(binder.document()) as f64);
    browser.restore(&backup).await;
    browser
}

/// Real keys into the first field of a screen, at a person's pace.
async fn typing(site: &Arc<Site>, name: &str, filled: Filled, route: Route, wanted: &Wanted, figures: &mut Figures) {
    let keys = wanted.keys;
    let browser = filled_in(site, filled, figures).await;
    browser.open(route).await;
    let id = browser.js("return document.querySelector('main textarea').id", vec![]).await;
    let id = id.as_str().expect("a field to write in").to_owned();
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
    if wanted.profiles.is_some() {
        browser.cdp("Profiler.enable", json!({})).await;
        browser.cdp("Profiler.setSamplingInterval", json!({ "interval": 100 })).await;
        browser.cdp("Profiler.start", json!({})).await;
    }
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
    if let Some(folder) = &wanted.profiles {
        let profile = browser.cdp("Profiler.stop", json!({})).await["profile"].to_string();
        std::fs::create_dir_all(folder).expect("the folder of the profiles");
        std::fs::write(folder.join(format!("{name}.cpuprofile")), profile).expect("the profile is written");
    }
    for pair in &seen {
        let took = pair[1].as_f64().unwrap_or(f64::NAN) - pair[0].as_f64().unwrap_or(f64::NAN);
        figures.add(&format!("{name}_key_to_frame_ms"), took);
    }
    figures.add(&format!("{name}_script_ms"), per_key("ScriptDuration"));
    figures.add(&format!("{name}_task_ms"), per_key("TaskDuration"));
    figures.add(&format!("{name}_layout_ms"), per_key("LayoutDuration") + per_key("RecalcStyleDuration"));
    let value = browser.value(&id).await;
    let typed: String = (0..keys).map(|n| char::from(b'a' + (n % 26) as u8)).collect();
    assert!(value.ends_with(&typed), "the text is kept ({name})");
    if route == Route::Wish {
        for (screen, route) in OPENED {
            let opened = browser.js_async(&format!("return window.__bench.open({})", json!(route.hash()))).await;
            figures.add(&format!("{name}_open_{screen}_ms"), opened.as_f64().unwrap_or(f64::NAN));
        }
    }
}

async fn key(browser: &Browser, letter: char) {
    browser.key(&letter.to_string()).await;
}

async fn metrics(browser: &Browser) -> BTreeMap<String, f64> {
    let answer = browser.cdp("Performance.getMetrics", json!({})).await;
    let all = answer["metrics"].as_array().into_iter().flatten();
    all.map(|m| (m["name"].as_str().unwrap_or_default().to_owned(), m["value"].as_f64().unwrap_or(0.0))).collect()
}

fn ms(value: f64) -> String {
    format!("{value:.0} ms")
}

fn row(name: &str, value: &str) {
    println!("{name:<58}{value:>12}");
}

fn table(figures: &Figures, asked: &Value, parts: &[(&str, (usize, usize))], visits: &[(&str, usize)]) {
    let kilo = |bytes: f64| format!("{:.1} kB", bytes / 1_000.0);
    let requests = asked.as_array().map_or(0, Vec::len);
    println!("\nFirst visit, Brotli 11");
    for (part, (plain, brotli)) in parts {
        row(&format!("wasm, {part} part, plain"), &kilo(*plain as f64));
        row(&format!("wasm, {part} part, Brotli"), &kilo(*brotli as f64));
    }
    for (what, bytes) in visits {
        let what = match *what {
            "looking" => "first visit until idle, with headers",
            "saving" => "the same with the first save, until idle again",
            "update" => "an update in one screen",
            _ => "the letters of a sheet",
        };
        row(what, &kilo(*bytes as f64));
    }
    if requests > 0 {
        row("on the wire until usable, with headers", &kilo(figures.median("wire_bytes_ready")));
        row("on the wire until idle, with headers", &kilo(figures.median("wire_bytes_idle")));
        row(&format!("bodies until idle, {requests} requests"), &kilo(figures.median("body_bytes_idle")));
        println!("\nCold start: CPU {SLOWER}x slower, relay with 1.6 Mbit/s and 150 ms");
        row("welcome: first paint", &ms(figures.median("first_paint_ms")));
        row("welcome: first way on is there", &ms(figures.median("welcome_usable_ms")));
        row("welcome: blocking time", &ms(figures.median("blocking_ms")));
        row("wish: first typed letter shown and kept", &ms(figures.median("first_letter_ms")));
        row("wish: first typed letter saved", &ms(figures.median("first_saved_ms")));
        row("wish: letters lost while starting (worst)", &format!("{:.0}", figures.share("letters_lost", 1.0)));
    }
    let office = |figure: &str| figures.median(&format!("typical_office_{figure}_ms"));
    if !office("load").is_nan() {
        println!("\nOffice files, nothing slowed down (in brackets: of the document that nobody would write)");
        for (what, figure) in [("load the part", "load"), ("make a Word file", "word"), ("make an Excel file", "excel")]
        {
            row(
                what,
                &format!("{} ({})", ms(office(figure)), ms(figures.median(&format!("stress_office_{figure}_ms")))),
            );
        }
    }
    if !figures.of("empty_key_to_frame_ms").is_empty() {
        typed_table(figures);
    }
}

fn typed_table(figures: &Figures) {
    let fine = |value: f64| if value.is_nan() { String::new() } else { format!("{value:.2} ms") };
    let line = |name: &str, of: &dyn Fn(&str) -> f64| {
        let all: Vec<String> = TYPED.iter().map(|(which, _, _)| format!("{:>13}", fine(of(which)))).collect();
        let (typical, stress) = (of("typical"), of("stress"));
        println!("{name:<26}{}{:>9.2}", all.concat(), stress / typical);
    };
    let keys = figures.of("empty_key_to_frame_ms").len();
    println!("\nTyping: CPU {SLOWER}x slower, {keys} keys each. Last column: stress to typical");
    let heads: Vec<String> = TYPED.iter().map(|(which, _, _)| format!("{which:>13}")).collect();
    println!("{:<26}{}", "", heads.concat());
    for (name, share) in [("median", 0.5), ("p95", 0.95), ("worst", 1.0)] {
        let of = |which: &str| figures.share(&format!("{which}_key_to_frame_ms"), share);
        line(&format!("key to frame, {name}"), &of);
    }
    for (name, figure) in [
        ("script a key", "script_ms"),
        ("main thread a key", "task_ms"),
        ("style and layout a key", "layout_ms"),
        ("open the outline", "open_outline_ms"),
        ("open the sheet", "open_sheet_ms"),
    ] {
        line(name, &|which| figures.median(&format!("{which}_{figure}")));
    }
    println!(
        "(stress: {:.0} bytes of words, {} experiences, {} steps, every field filled in and shown)\n",
        figures.share("bytes", 1.0),
        full::STRESS_EXPERIENCES,
        full::STRESS_STEPS,
    );
}
