//! A `WebKit` with a profile that stays, for the kill trials: `MiniBrowser` under a screen that nobody sees.
//!
//! Under a driver `WebKitGTK` keeps nothing, so that none drives it here: a page of our own beside the program holds it in a
//! frame, types into it, and tells the site what it sees, in the addresses that it asks for.

use crate::kill::{Dice, Outcome, Typing, compare};
use crate::page::scene;
use crate::processes::{family_of, kill_and_wait};
use crate::serve::Site;
use crate::settings;
use crate::temporary::Folder;
use crate::wait;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Where the page that types is, and how what it tells begins.
const TYPIST: &str = "/__typist";
const TELLS: &str = "/__tells/";

/// Starting takes a while where other programs run.
const PATIENCE: Duration = Duration::from_mins(1);

/// The page that types. It says what it is about to type before it does, so that nothing can be found that was not told.
const PAGE: &str = r"<!doctype html><meta charset=utf-8><title>typist</title><iframe src='/#/wish' width=1000 height=700></iframe>
<script>
const SPY, ID, tell = what => fetch('/__tells/' + encodeURIComponent(JSON.stringify(what)));
const frame = document.querySelector('iframe'), sleep = ms => new Promise(done => setTimeout(done, ms));
frame.onload = async () => {
  const page = frame.contentWindow, doc = page.document;
  // Made here: the page itself may let nobody make a program from text.
  new Function('window', 'IDBDatabase', 'IDBObjectStore', SPY)(page, page.IDBDatabase, page.IDBObjectStore);
  const field = () => doc.getElementById(ID), state = () => doc.getElementById('save-state')?.dataset ?? {};
  // The page's own first screen has a field too, and knows nothing yet of what is in the journal.
  while (doc.getElementById('waiting') || !field() || !state().state) await sleep(10);
  await tell({ found: field().value, words: doc.body.innerText });
  let before = '';
  const look = () => {
    const generation = Number(state().generation ?? 0);
    const seen = page.__spy.scenes.filter(([g]) => g <= generation).pop();
    const now = { state: state().state, generation, acknowledged: state().state === 'saved' ? field().value : seen ? seen[1] : null };
    const text = JSON.stringify(now);
    if (text !== before) { before = text; tell({ ...now, at: performance.now() }); }
  };
  setInterval(look, 5);
  for (;;) {
    const kana = String.fromCharCode(0x3042 + Math.floor(Math.random() * 80));
    await tell({ next: field().value + kana, at: performance.now() });
    field().focus();
    field().setSelectionRange(field().value.length, field().value.length);
    doc.execCommand('insertText', false, kana);
    // What is shown follows in the same moment, but not in the same breath: nobody could see it before.
    await sleep(0);
    look();
    await sleep(10 + Math.random() * 90);
  }
};
</script>";

/// The screen that nobody sees. It ends when it is dropped.
struct Screen(Child, String);

impl Screen {
    fn start() -> Self {
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts: is it installed?");
        let mut line = String::new();
        let _ = BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line);
        Self(child, format!(":{}", line.trim()))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A `WebKit`, and the site that it looks at.
pub struct WebKitKept {
    site: Arc<Site>,
    home: Folder,
    screen: Screen,
    child: Option<Child>,
}

impl WebKitKept {
    /// One on a fresh profile.
    pub fn new(site: Arc<Site>) -> Self {
        let page = PAGE.replace(
            "const SPY, ID, tell",
            &format!("const SPY = {}, ID = {}, tell", json!(crate::kill::SPY), json!(scene())),
        );
        site.put(TYPIST, "text/html; charset=utf-8", &page);
        Self { site, home: Folder::new(), screen: Screen::start(), child: None }
    }

    /// One trial: starts it, holds that all is there that the one before was told to be saved, lets it type, and kills it.
    pub async fn trial(&mut self, before: Option<&Typing>, dice: &mut Dice) -> (Typing, Option<Outcome>) {
        self.site.forget();
        self.start();
        let told = wait::within(PATIENCE, "WebKit shows the page", async || {
            self.told().into_iter().find(|told| told["found"].is_string())
        })
        .await;
        let found = told["found"].as_str().unwrap_or_default();
        let aside = aritai::wording::ASIDE_DAMAGED.get(aritai::pack::Lang::Ja);
        assert!(!told["words"].as_str().unwrap_or_default().contains(aside), "nothing was set aside");
        let outcome = before.map(|typing| compare(typing, found));
        let long = Duration::from_millis(300 + dice.below(2_200));
        let began = Instant::now();
        wait::within(long + PATIENCE, "it has typed for so long", async || (began.elapsed() >= long).then_some(()))
            .await;
        self.kill();
        (typing(&self.told(), found), outcome)
    }

    fn start(&mut self) {
        let command = Command::new("dbus-run-session")
            .arg("--")
            .arg(settings::webkit())
            .arg(format!("{}{TYPIST}", self.site.origin()))
            .env("DISPLAY", &self.screen.1)
            .env("GDK_BACKEND", "x11")
            .env("HOME", self.home.folder("home"))
            .env("XDG_DATA_HOME", self.home.folder("data"))
            .env("XDG_CACHE_HOME", self.home.folder("cache"))
            .env("XDG_CONFIG_HOME", self.home.folder("config"))
            .env("LANG", "ja_JP.UTF-8")
            .env("LANGUAGE", "ja")
            // Its own sandbox needs more than a test machine gives.
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        self.child = Some(command.expect("MiniBrowser starts: is webkit2gtk-driver installed?"));
    }

    fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            kill_and_wait(family_of(child.id()));
            let _ = child.wait();
        }
    }

    /// What the page has told since it was started.
    fn told(&self) -> Vec<Value> {
        let text = |path: &str| path.strip_prefix(TELLS).map(decoded);
        let asked = self.site.asked();
        asked.iter().filter_map(|asked| serde_json::from_str(&text(&asked.path)?).ok()).collect()
    }
}

impl Drop for WebKitKept {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What it amounts to.
fn typing(told: &[Value], found: &str) -> Typing {
    let texts = |name: &str| told.iter().filter_map(|t| t[name].as_str()).map(str::to_owned).collect::<Vec<_>>();
    let numbers = |name: &str| told.iter().filter_map(|t| t[name].as_f64()).collect::<Vec<_>>();
    let (typed, times) = (texts("next"), numbers("at"));
    let generations = numbers("generation");
    let first = |all: &[f64]| all.first().copied().unwrap_or(0.0);
    let last = |all: &[f64]| all.last().copied().unwrap_or(0.0);
    let mut pauses = Vec::new();
    let (mut since, mut at) = (first(&times), first(&generations));
    for one in told {
        if let (Some(generation), Some(now)) = (one["generation"].as_f64(), one["at"].as_f64())
            && generation > at
        {
            pauses.push(now - since);
            (since, at) = (now, generation);
        }
    }
    pauses.push(last(&times) - since);
    Typing {
        typed: typed.last().cloned().unwrap_or_else(|| found.to_owned()),
        acknowledged: texts("acknowledged").last().cloned().unwrap_or_else(|| found.to_owned()),
        ms: (last(&times) - first(&times)) as u64,
        keys: typed.len() as u64,
        generations: (last(&generations) - first(&generations)) as u64,
        longest_pause_ms: pauses.into_iter().fold(0.0, f64::max) as u64,
    }
}

/// Percent-encoded text as it was.
fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        if let (b'%', Some(byte)) = (first, hex) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
