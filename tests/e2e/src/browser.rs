//! A real Chromium with a profile of its own: started, ended, killed, and started again on what it had kept.
//!
//! Whatever the page complains about on the console fails the journey at its end.

pub use crate::options::Options;
use crate::processes::{kill_all, processes_of};
use crate::serve::{BLANK, EMPTY_PAGE, Proxy, SPELT, Site};
use crate::temporary::{Folder, SmallDisk};
use crate::watched::{self, Noted, Watched};
use crate::{settings, wait};
use aritai::pack::{Lang, Pack, STANDARD};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use thirtyfour::WebDriver;

/// As if the page came over plain http.
const NO_WORKER: &str = "delete Navigator.prototype.serviceWorker;";

/// How often a driver is started before we give up.
const STARTS_MOST: u32 = 5;

/// The program between us and Chromium. It ends when it is dropped.
struct Chromedriver(Child);

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Session {
    driver: WebDriver,
    chromedriver: Chromedriver,
}

/// A Chromium, and the site that it looks at.
pub struct Browser {
    /// What is served.
    pub site: Arc<Site>,
    /// The standard questions, for the words on the screen.
    pub pack: Pack,
    /// The language of the words that are looked for.
    pub lang: Lang,
    /// Where the page is: the site's root, or a folder of it, or a file.
    pub base: String,
    options: Options,
    disk: Option<SmallDisk>,
    home: Folder,
    profile: u32,
    /// How often it was started: it begins a log each time.
    starts: u32,
    proxy: Option<Proxy>,
    session: Option<Session>,
    problems: Vec<String>,
}

/// Makes the page say on the console what it would otherwise only do.
const COMPLAIN: &str = "addEventListener('securitypolicyviolation', e => console.error('securitypolicyviolation', \
    e.violatedDirective, e.blockedURI, e.sourceFile));";

impl Browser {
    /// Starts one on a fresh profile, with the built page.
    pub async fn start(options: Options) -> Self {
        let site = Arc::new(Site::of(&settings::dist(), options.packing));
        Self::start_at(site, options).await
    }

    /// Starts one on a fresh profile, with a site of one's own.
    pub async fn start_at(site: Arc<Site>, options: Options) -> Self {
        let pack = Pack::read(STANDARD).expect("the standard pack");
        let base = match options.host {
            Some(host) => format!("http://{host}:{}", site.port()),
            None => site.origin(),
        };
        let proxy = (options.watched && options.host.is_none()).then(|| site.proxy());
        let mut browser = Self {
            site,
            pack,
            lang: Lang::Ja,
            base,
            disk: None,
            options,
            home: Folder::new(),
            profile: 0,
            starts: 0,
            proxy,
            session: None,
            problems: Vec::new(),
        };
        browser.disk = browser.options.small_disk.map(|size| SmallDisk::at(&browser.profile(), size));
        browser.launch().await;
        browser
    }

    /// The small disk that its things are on.
    pub fn disk(&self) -> &SmallDisk {
        self.disk.as_ref().expect("a small disk")
    }

    /// The folder into which it downloads.
    pub fn downloads(&self) -> PathBuf {
        self.home.folder("downloads")
    }

    /// A folder for a journey's own files; gone at the end.
    pub fn own_folder(&self) -> PathBuf {
        self.home.folder("own")
    }

    fn profile(&self) -> PathBuf {
        self.home.folder(&format!("profile-{}", self.profile))
    }

    /// The log that the browser writes since a start of it.
    fn log(&self, start: u32) -> PathBuf {
        self.home.path().join(format!("requests-{start}.json"))
    }

    /// The driver of the running browser.
    pub fn driver(&self) -> &WebDriver {
        &self.session.as_ref().expect("the browser runs").driver
    }

    async fn launch(&mut self) {
        let profile = self.profile();
        // What a killed browser leaves behind to say that the profile is in use.
        for left in ["SingletonLock", "SingletonSocket", "SingletonCookie"] {
            let _ = fs::remove_file(profile.join(left));
        }
        let mut arguments: Vec<String> = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-extensions",
            "--disable-sync",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--disable-features=Translate,OptimizationHints,MediaRouter,SpareRendererForSitePerProcess,\
             AutofillServerCommunication,NetworkTimeServiceQuerying",
            "--no-first-run",
            "--no-default-browser-check",
            "--mute-audio",
            "--password-store=basic",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            // Roles and accessible names, as the browser itself computes them for a screen reader, can be asked for.
            "--enable-blink-features=ComputedAccessibilityInfo",
        ]
        .map(str::to_owned)
        .to_vec();
        let (width, height) = self.options.window;
        arguments.push(format!("--window-size={width},{height}"));
        arguments.push(format!("--user-data-dir={}", profile.display()));
        if let Some(host) = self.options.host {
            arguments.push(format!("--host-resolver-rules=MAP {host} 127.0.0.1"));
        }
        if let Some(proxy) = &self.proxy {
            arguments.push(format!("--proxy-server={}", proxy.origin()));
            arguments.push("--proxy-bypass-list=<-loopback>".to_owned());
        }
        if self.options.watched {
            self.starts += 1;
            arguments.push(format!("--log-net-log={}", self.log(self.starts).display()));
        }
        let mut preferences = json!({
            "download.default_directory": self.downloads(),
            "download.prompt_for_download": false,
            "intl.accept_languages": "ja,en",
            "signin.allowed": false,
            "search.suggest_enabled": false,
        });
        if self.options.storage_blocked {
            preferences["profile.default_content_setting_values.cookies"] = json!(2);
        }
        let capabilities = json!({
            "browserName": "chrome",
            "pageLoadStrategy": if self.options.waits { "normal" } else { "none" },
            "goog:chromeOptions": { "binary": settings::chromium(), "args": arguments, "prefs": preferences },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let (chromedriver, port) = self.start_chromedriver();
        let Value::Object(capabilities) = capabilities else { unreachable!("just made") };
        let capabilities = thirtyfour::Capabilities::from(capabilities);
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await.expect("Chromium starts");
        self.session = Some(Session { driver, chromedriver });
        self.before_every_page(COMPLAIN).await;
        if !self.options.worker {
            self.before_every_page(NO_WORKER).await;
        }
        for script in self.options.before.clone() {
            self.before_every_page(&script).await;
        }
    }

    /// Starts a driver on a free port. It looks for one that is free in IPv4 and then wants the same in IPv6, where another
    /// program may sit: it exits then, and the next one has better luck.
    fn start_chromedriver(&self) -> (Chromedriver, u16) {
        (0..STARTS_MOST).find_map(|_| self.try_chromedriver()).expect("chromedriver says its port")
    }

    fn try_chromedriver(&self) -> Option<(Chromedriver, u16)> {
        let mut child = Command::new(settings::chromedriver())
            .arg("--port=0")
            .env("TMPDIR", self.home.folder("tmp"))
            .env("TZ", self.options.time_zone)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts: is it installed?");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let started = Chromedriver(child);
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok())?;
        // Its further words are read and dropped, lest it wait for somebody to read them.
        std::thread::spawn(move || lines.for_each(drop));
        Some((started, port))
    }

    /// Runs a script before the page's own in every page that is opened from now on.
    pub async fn before_every_page(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// A command of the Chrome `DevTools` protocol.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.try_cdp(method, parameters).await.unwrap_or_else(|e| panic!("{method}: {e}"))
    }

    /// Like [`Browser::cdp`], where it may fail.
    ///
    /// # Errors
    /// With what the browser, or the way to it, says.
    pub async fn try_cdp(&self, method: &str, parameters: Value) -> Result<Value, String> {
        self.driver().cdp().send_raw(method, parameters).await.map_err(|e| e.to_string())
    }

    /// Ends the browser as a person does, and starts it again on the same profile.
    pub async fn restart(&mut self) {
        self.end().await;
        self.launch().await;
    }

    /// Ends the browser and starts another one that knows nothing of the first: another computer.
    pub async fn fresh_computer(&mut self) {
        self.end().await;
        self.profile += 1;
        self.launch().await;
    }

    /// Ends the browser; what it complained about is kept.
    pub async fn end(&mut self) {
        self.note_problems().await;
        if let Some(session) = self.session.take() {
            // `Browser.close` lets it write down what it has; a driver's quit may be too short for that.
            let _ = session.driver.cdp().send_raw("Browser.close", json!({})).await;
            let profile = self.profile();
            wait::until("the browser has ended", async || processes_of(&named(&profile)).is_empty().then_some(()))
                .await;
            // The driver has nobody left to say good-bye to.
            let _ = session.driver.leak();
            drop(session.chromedriver);
        }
    }

    /// Kills the browser, every process of it, without a word of warning.
    pub fn kill(&mut self) {
        kill_all(&named(&self.profile()));
        if let Some(session) = self.session.take() {
            let _ = session.driver.leak();
            drop(session.chromedriver);
        }
    }

    /// Starts the browser again on the profile that a killed one left behind.
    pub async fn start_again(&mut self) {
        self.launch().await;
    }

    /// Asks the browser what the page complained about since the last time.
    pub async fn note_problems(&mut self) {
        let Some(session) = &self.session else { return };
        for entry in session.driver.get_log("browser").await.unwrap_or_default() {
            let telling = ["securitypolicyviolation", "panicked"].iter().any(|word| entry.message.contains(word));
            let forgiven = self.options.forgive.iter().any(|part| entry.message.contains(part));
            if (entry.level == "SEVERE" || telling) && !forgiven {
                self.problems.push(entry.message);
            }
        }
    }

    /// Whether anything was complained about so far.
    pub fn complained(&self) -> bool {
        !self.problems.is_empty()
    }

    /// What passed its proxy and was for anybody but the site, whoever wanted it.
    pub fn passed(&self) -> Vec<String> {
        self.proxy.as_ref().map(Proxy::foreign).unwrap_or_default()
    }

    /// Everything that its own log tells of: what it asked of any network, with who wanted it. Ends the
    /// browser.
    pub async fn requests(&mut self) -> Vec<Noted> {
        self.end().await;
        let logs = (1..=self.starts).map(|start| self.log(start)).filter(|log| log.exists());
        logs.flat_map(|log| watched::of_chromium(&log)).collect()
    }

    /// Everything that the page asked of anybody but the site. Ends the browser.
    pub async fn asked_of_others(&mut self) -> Vec<String> {
        let seen = Watched { noted: self.requests().await, passed: self.passed() };
        let is_own = |host: &str| match &self.proxy {
            Some(proxy) => proxy.is_own(host),
            None => self.site.is_own(host),
        };
        seen.of_page(is_own, async |hosts: &BTreeSet<String>| self.asked_with_empty_page(hosts).await).await
    }

    /// Which of these hosts such a browser asks with an empty page.
    async fn asked_with_empty_page(&self, hosts: &BTreeSet<String>) -> BTreeSet<String> {
        let options = Options { small_disk: None, before: Vec::new(), ..self.options.clone() };
        let site = Arc::new(Site::empty());
        site.put(BLANK, "text/html", EMPTY_PAGE);
        let empty = Box::pin(Self::start_at(site, options)).await;
        empty.driver().goto(format!("{}{BLANK}", empty.base)).await.expect("an empty page");
        empty.type_text(SPELT).await;
        watched::asked_with_empty_page(hosts, || empty.passed()).await
    }

    /// Ends the journey: nothing may have been complained about, and the page may have asked nobody but the
    /// site for anything.
    pub async fn finish(&mut self) {
        self.end().await;
        assert!(self.problems.is_empty(), "the page complained:\n{}", self.problems.join("\n"));
        if self.options.watched {
            assert_eq!(self.asked_of_others().await, Vec::<String>::new(), "the page asked others");
        }
    }

    /// Keeps a picture and the words of a page on which a journey failed, for whoever looks into it.
    pub async fn remember_failure(&mut self, name: &str) {
        self.note_problems().await;
        eprintln!("── {name}: what the page complained about: {:#?}", self.problems);
        let Some(session) = &self.session else { return };
        if let Ok(address) = session.driver.current_url().await {
            eprintln!("── {name}: at {address}");
        }
        let words = session.driver.execute("return document.body.innerText", Vec::new()).await;
        if let Ok(words) = words {
            eprintln!("── {name}: what the page said:\n{}", words.json().as_str().unwrap_or_default());
        }
        let folder = settings::results().join("failures");
        let _ = fs::create_dir_all(&folder);
        let picture = folder.join(format!("{name}.png"));
        if session.driver.screenshot(&picture).await.is_ok() {
            eprintln!("── {name}: a picture is at {}", picture.display());
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if self.session.is_some() {
            self.kill();
        }
    }
}

/// How a Chromium's processes name the profile that they run on.
fn named(profile: &Path) -> String {
    format!("--user-data-dir={}", profile.display())
}

/// Runs one journey: starts the browser, walks, ends the browser, and holds that nothing was complained about. When
/// the walk fails, what could be seen is kept.
pub async fn journey(name: &str, options: Options, walk: impl AsyncFnOnce(&mut Browser)) {
    let browser = Browser::start(options).await;
    journey_with(name, browser, walk).await;
}

/// Like [`journey`], with a browser that is started already.
pub async fn journey_with(name: &str, mut browser: Browser, walk: impl AsyncFnOnce(&mut Browser)) {
    let failed = caught(walk(&mut browser)).await;
    if let Some(panic) = failed {
        browser.remember_failure(name).await;
        drop(browser);
        std::panic::resume_unwind(panic);
    }
    browser.finish().await;
}

/// Does something and answers with the panic that ended it, if one did.
pub async fn caught(doing: impl Future<Output = ()>) -> Option<Box<dyn std::any::Any + Send>> {
    let mut doing = Box::pin(doing);
    std::future::poll_fn(|context| {
        let step = std::panic::AssertUnwindSafe(|| doing.as_mut().poll(context));
        match std::panic::catch_unwind(step) {
            Ok(poll) => poll.map(|()| None),
            Err(panic) => std::task::Poll::Ready(Some(panic)),
        }
    })
    .await
}
