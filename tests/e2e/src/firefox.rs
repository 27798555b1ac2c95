//! A Firefox with a fresh profile, for what the two engines do differently: printing.
//!
//! Lean on purpose: it opens screens, restores a backup, prints, and presses what [`crate::lean`] can. Journeys are walked in
//! Chromium.

use crate::lean::Lean;
use crate::paper::pages_of;
use crate::processes::kill_all;
use crate::serve::{BLANK, Proxy, Site};
use crate::temporary::Folder;
use crate::watched::{self, Watched};
use crate::{settings, wait};
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use thirtyfour::WebDriver;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

/// The program between us and Firefox. It ends when it is dropped.
struct Geckodriver(Child);

impl Drop for Geckodriver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A Firefox, and the site that it looks at.
pub struct Firefox {
    site: Arc<Site>,
    proxy: Proxy,
    preferences: Value,
    /// Whether a page that is opened is waited for until all that it asks for has come.
    waits: bool,
    home: Folder,
    /// How often it was started: it begins a log each time.
    starts: u32,
    running: Option<(WebDriver, Geckodriver)>,
}

impl Firefox {
    /// Starts one on a fresh profile. It asks nothing of any network but the site. It has no worker, as on plain http.
    pub async fn start(site: Arc<Site>) -> Self {
        Self::start_with(site, json!({ "dom.serviceWorkers.enabled": false })).await
    }

    /// Starts one with preferences of one's own.
    pub async fn start_with(site: Arc<Site>, preferences: Value) -> Self {
        Self::begun(site, preferences, true).await
    }

    /// Starts one that waits for no page.
    pub async fn start_early(site: Arc<Site>) -> Self {
        Self::begun(site, json!({ "dom.serviceWorkers.enabled": false }), false).await
    }

    async fn begun(site: Arc<Site>, preferences: Value, waits: bool) -> Self {
        let proxy = site.proxy();
        let mut firefox = Self { site, proxy, preferences, waits, home: Folder::new(), starts: 0, running: None };
        firefox.start_again().await;
        firefox
    }

    fn profile(&self) -> std::path::PathBuf {
        self.home.folder("profile")
    }

    /// Kills it, every process of it, without a word of warning.
    pub fn kill(&mut self) {
        kill_all(&self.profile().display().to_string());
        if let Some((driver, geckodriver)) = self.running.take() {
            let _ = driver.leak();
            drop(geckodriver);
        }
    }

    /// Starts it again on the profile that a killed one left behind.
    pub async fn start_again(&mut self) {
        self.starts += 1;
        let log = self.home.folder("log").join(self.starts.to_string());
        let (home, proxy, preferences) = (&self.home, &self.proxy, &self.preferences);
        // What a killed one leaves behind to say that the profile is in use.
        for left in ["lock", ".parentlock", "MarionetteActivePort"] {
            let _ = std::fs::remove_file(self.profile().join(left));
        }
        let mut child = Command::new(settings::geckodriver())
            .args(["--port", "0", "--websocket-port", "0"])
            .env("TMPDIR", home.folder("tmp"))
            .env("TZ", "Asia/Tokyo")
            .env("MOZ_LOG", watched::FIREFOX_LOG)
            .env("MOZ_LOG_FILE", log)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("geckodriver starts: is it installed?");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let geckodriver = Geckodriver(child);
        let port: u16 = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("Listening on 127.0.0.1:")?.1.trim().parse().ok())
            .expect("geckodriver says its port");
        std::thread::spawn(move || lines.for_each(drop));
        let mut capabilities = json!({
            "browserName": "firefox",
            "pageLoadStrategy": if self.waits { "normal" } else { "none" },
            "moz:firefoxOptions": {
                "binary": settings::firefox(),
                "args": ["-headless", "--width=1280", "--height=900", "-profile", self.profile()],
                "prefs": {
                    "app.normandy.enabled": false,
                    "app.update.enabled": false,
                    "browser.newtabpage.enabled": false,
                    "browser.safebrowsing.malware.enabled": false,
                    "browser.safebrowsing.phishing.enabled": false,
                    "browser.search.update": false,
                    "browser.startup.page": 0,
                    "datareporting.policy.dataSubmissionEnabled": false,
                    "extensions.getAddons.cache.enabled": false,
                    "extensions.update.enabled": false,
                    "intl.accept_languages": "ja,en",
                    "media.gmp-manager.updateEnabled": false,
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                    "network.dns.disablePrefetch": true,
                    "network.prefetch-next": false,
                    // A driver relaxes this; people's browsers don't.
                    "security.fileuri.strict_origin_policy": true,
                    "services.settings.server": "",
                    "toolkit.telemetry.enabled": false,
                },
            },
        });
        // For this machine too: it sees whatever is asked of anybody else.
        let watched = [
            ("network.proxy.type", json!(1)),
            ("network.proxy.http", json!("127.0.0.1")),
            ("network.proxy.http_port", json!(proxy.port())),
            ("network.proxy.ssl", json!("127.0.0.1")),
            ("network.proxy.ssl_port", json!(proxy.port())),
            ("network.proxy.no_proxies_on", json!("")),
            ("network.proxy.allow_hijacking_localhost", json!(true)),
            // Else what the browser wants by itself goes round the proxy when that answers nothing.
            ("network.proxy.allow_bypass", json!(false)),
            ("network.proxy.failover_direct", json!(false)),
            // Else a form that is sent elsewhere waits for an answer from whoever sits there.
            ("security.warn_submit_secure_to_insecure", json!(false)),
        ];
        for (name, value) in watched {
            capabilities["moz:firefoxOptions"]["prefs"][name] = value;
        }
        for (name, value) in preferences.as_object().into_iter().flatten() {
            capabilities["moz:firefoxOptions"]["prefs"][name] = value.clone();
        }
        let Value::Object(capabilities) = capabilities else { unreachable!("just made") };
        let capabilities = thirtyfour::Capabilities::from(capabilities);
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await.expect("Firefox starts");
        self.running = Some((driver, geckodriver));
    }

    /// The driver of the running browser.
    pub fn driver(&self) -> &WebDriver {
        &self.running.as_ref().expect("the browser runs").0
    }

    /// Its window, looking at a page.
    pub fn window(&self, page: String) -> Lean {
        Lean { driver: self.driver().clone(), page, lang: Lang::Ja }
    }

    /// Runs a script in the page.
    pub async fn js(&self, script: &str) -> Value {
        self.driver().execute(script, vec![]).await.unwrap_or_else(|e| panic!("{e}\n{script}")).json().clone()
    }

    /// Waits for what a script of several steps answers.
    pub async fn js_async(&self, body: &str) -> Value {
        let script =
            format!("const done = arguments[0]; (async () => {{ {body} }})().then(done, e => done(String(e)))");
        self.driver().execute_async(&script, vec![]).await.unwrap_or_else(|e| panic!("{e}\n{body}")).json().clone()
    }

    /// Opens a page of the site.
    pub async fn go_to(&self, path: &str) {
        let address = format!("{}{path}", self.site.origin());
        self.driver().goto(address.as_str()).await.unwrap_or_else(|e| panic!("{address}: {e}"));
    }

    /// Opens a screen by its address: the page is loaded anew.
    pub async fn open(&self, route: Route) {
        for path in [BLANK.to_owned(), format!("/{}", route.hash())] {
            self.go_to(&path).await;
        }
        let heading = "return document.querySelectorAll(':root:not([data-first]) h1').length === 1";
        wait::until(&format!("{} is shown", route.hash()), async || {
            (self.js(heading).await == json!(true)).then_some(())
        })
        .await;
    }

    /// Restores a backup through the page, as a person does, and waits until it is saved.
    pub async fn restore(&self, backup: &[u8], lang: Lang) {
        self.open(Route::Keep).await;
        let file = self.home.folder("own").join("backup.json");
        std::fs::write(&file, backup).expect("a file of our own");
        let field = self.driver().execute("return document.getElementById('restore-file')", vec![]).await;
        let field = field.expect("a look at the page").element().expect("the file field");
        field.send_keys(file.to_string_lossy().into_owned()).await.expect("the file is chosen");
        let press = format!(
            "const b = [...document.querySelectorAll('button')].find(b => b.innerText.trim() === {}); \
             b?.click(); return !!b",
            json!(w::RESTORE_DO.get(lang))
        );
        wait::until("the file can be restored", async || (self.js(&press).await == json!(true)).then_some(())).await;
        let saved = format!(
            "return document.body.innerText.includes({}) && document.getElementById('save-state')?.dataset.state === 'saved'",
            json!(w::RESTORE_DONE.get(lang))
        );
        wait::until("it is restored and saved", async || (self.js(&saved).await == json!(true)).then_some(())).await;
    }

    /// Waits for the printing fonts, and prints the page on A4.
    pub async fn printed(&self) -> Vec<u8> {
        let script = format!("const done = arguments[0]; {FONTS_READY}.then(done, done)");
        let ready = self.driver().execute_async(&script, vec![]).await.expect("the fonts are waited for");
        assert_eq!(ready.json(), &json!(true), "the printing fonts are there");
        let settings = PrintParameters {
            page: PrintPage { width: 21.0, height: 29.7 },
            margin: PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 },
            shrink_to_fit: false,
            ..PrintParameters::default()
        };
        self.driver().print_page(settings).await.expect("Firefox prints")
    }

    /// A folder for a journey's own files; gone at the end.
    pub fn own_folder(&self) -> std::path::PathBuf {
        self.home.folder("own")
    }

    /// The words on each page of a PDF.
    pub fn pages(&self, pdf: &[u8]) -> Vec<String> {
        pages_of(pdf, &self.own_folder())
    }

    /// What passed its proxy and was for anybody but the site, whoever wanted it.
    pub fn passed(&self) -> Vec<String> {
        self.proxy.foreign()
    }

    /// Everything that the page asked of anybody but the site. Ends it.
    pub async fn asked_of_others(&mut self) -> Vec<String> {
        if let Some((driver, geckodriver)) = self.running.take() {
            let _ = driver.quit().await;
            drop(geckodriver);
        }
        let seen = Watched { noted: watched::of_firefox(&self.home.folder("log")), passed: self.passed() };
        assert!(!seen.noted.is_empty(), "Firefox wrote down what it asked");
        let empty_page = async |hosts: &BTreeSet<String>| {
            let empty = Box::pin(Self::begun(self.site.clone(), self.preferences.clone(), true)).await;
            empty.driver().goto("about:blank").await.expect("an empty page");
            watched::asked_with_empty_page(hosts, || empty.passed()).await
        };
        seen.of_page(|host| self.proxy.is_own(host), empty_page).await
    }

    /// Ends it: the page may have asked nobody but the site for anything.
    pub async fn end(mut self) {
        assert_eq!(self.asked_of_others().await, Vec::<String>::new(), "the page asked others");
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        // Else it would go on without its driver, for ever.
        if self.running.is_some() {
            self.kill();
        }
    }
}

/// Resolves with whether the page has by itself fetched the letters of what is on paper, each in the weight
/// in which it stands there.
pub const FONTS_READY: &str = r#"(async () => {
    const PAPER = ['.paper', '.manuscript', '.script', '.pictures-own'].flatMap(of => [of, `${of} *`]).join();
    const there = () => {
        const letters = { 400: 'A', 700: 'A' };
        for (const el of document.querySelectorAll(PAPER)) {
            const own = [...el.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('');
            if (own) letters[getComputedStyle(el).fontWeight >= 600 ? 700 : 400] += own;
        }
        const families = ['Aritai Print', 'Aritai Print Regular'];
        return document.fonts.size > 0 && Object.entries(letters).every(([weight, text]) =>
            families.every(family => document.fonts.check(`${weight} 1em "${family}"`, text)));
    };
    for (const end = Date.now() + 25_000; Date.now() < end; await new Promise(ok => setTimeout(ok, 20))) {
        if (there()) return document.fonts.ready.then(() => true);
    }
    return false;
})()"#;
