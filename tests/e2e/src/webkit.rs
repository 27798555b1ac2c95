//! A `WebKitGTK` with a profile that is gone at its end, for the engine of Safari. It runs on a screen of its own.
//!
//! Lean on purpose, as [`crate::firefox`] is. A session under a driver keeps nothing on the disk: what is kept across a restart
//! cannot be tried here.

use crate::lean::Lean;
use crate::serve::{Proxy, Site};
use crate::settings;
use crate::temporary::Folder;
use crate::wait;
use crate::watched::{self, Watched};
use aritai::pack::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;

/// How long the driver and its screen have to end by themselves.
const PATIENCE: Duration = Duration::from_secs(5);

/// The driver with its screen, in a group of processes of its own. All of it ends when it is dropped.
struct Group(Child);

impl Drop for Group {
    fn drop(&mut self) {
        // Asked first, so that the screen takes its lock away. A page that waits for an answer keeps the driver from
        // hearing it, as after a journey that failed.
        let group = format!("-{}", self.0.id());
        let tell = |signal| Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
        let _ = tell("-TERM");
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE && matches!(self.0.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = tell("-KILL");
        let _ = self.0.wait();
    }
}

/// A `WebKit`, and the page that it looks at.
pub struct WebKit {
    /// Its window.
    pub window: Lean,
    proxy: Proxy,
    home: Folder,
    _group: Group,
}

impl WebKit {
    /// Starts one that is to look at a page from the disk: there is nobody whom that may ask.
    pub async fn start(page: impl FnOnce(&std::path::Path) -> String) -> Self {
        Self::begun(&Site::empty(), page, "normal").await
    }

    /// Starts one that is to look at a site.
    pub async fn start_at(site: &Site) -> Self {
        Self::begun(site, |_| format!("{}/", site.origin()), "normal").await
    }

    /// Starts one that is to look at a site and waits for no page.
    pub async fn start_early(site: &Site) -> Self {
        Self::begun(site, |_| format!("{}/", site.origin()), "none").await
    }

    async fn begun(site: &Site, page: impl FnOnce(&std::path::Path) -> String, strategy: &str) -> Self {
        let proxy = site.proxy();
        let home = Folder::new();
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|l| l.local_addr()).expect("a free port").port();
        let child = Command::new("xvfb-run")
            .args(["-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--"])
            .arg(settings::webkitdriver())
            .arg(format!("--port={port}"))
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .env("HOME", home.folder("home"))
            .env("XDG_RUNTIME_DIR", home.folder("run"))
            .env("TMPDIR", home.folder("tmp"))
            .env("TZ", "Asia/Tokyo")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver starts on a screen of its own: are xvfb-run and dbus-run-session installed?");
        let group = Group(child);
        let through = format!("127.0.0.1:{}", proxy.port());
        let capabilities = json!({
            "pageLoadStrategy": strategy,
            // For this machine too: it sees whatever is asked of anybody else.
            "proxy": { "proxyType": "manual", "httpProxy": through, "sslProxy": through },
            "webkitgtk:browserOptions": { "binary": settings::webkit(), "args": ["--automation"] },
        });
        let driver = wait::until("WebKit starts", async || {
            let Value::Object(capabilities) = capabilities.clone() else { unreachable!("just made") };
            let capabilities = thirtyfour::Capabilities::from(capabilities);
            WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await.ok()
        })
        .await;
        let page = page(&home.folder("page"));
        Self { window: Lean { driver, page, lang: Lang::Ja }, proxy, home, _group: group }
    }

    /// A folder for a journey's own files; gone at the end.
    pub fn own_folder(&self) -> std::path::PathBuf {
        self.home.folder("own")
    }

    /// What passed its proxy and was for anybody but the site.
    pub fn passed(&self) -> Vec<String> {
        self.proxy.foreign()
    }

    /// Everything that the page asked of anybody but the site. This engine keeps no log of who wanted what:
    /// whatever it does not ask with an empty page is the page's. Ends it.
    pub async fn asked_of_others(self) -> Vec<String> {
        let Self { window, proxy, _group: group, home } = self;
        let _ = window.driver.quit().await;
        drop(group);
        drop(home);
        let seen = Watched { passed: proxy.foreign(), noted: Vec::new() };
        let empty_page = async |hosts: &BTreeSet<String>| {
            let empty = Box::pin(Self::start(|_| "about:blank".to_owned())).await;
            empty.window.driver.goto("about:blank").await.expect("an empty page");
            watched::asked_with_empty_page(hosts, || empty.passed()).await
        };
        seen.of_page(|host| proxy.is_own(host), empty_page).await
    }

    /// Ends it: the page may have asked nobody but the site for anything.
    pub async fn end(self) {
        assert_eq!(self.asked_of_others().await, Vec::<String>::new(), "the page asked others");
    }
}
