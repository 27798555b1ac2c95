//! Without a line, and from one version to the next: another build to be had, the worker's doings, and whether what a browser
//! shows is one build and no mixture of two.

use crate::browser::{Browser, Options};
use crate::page::scene;
use crate::temporary::Folder;
use crate::{settings, wait};
use aritai::route::Route;
use aritai::wording as w;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A build: a folder, its name, and what belongs to it.
pub struct Build {
    /// Where it lies.
    pub folder: PathBuf,
    /// What the page says of itself.
    pub name: String,
    /// The paths of everything that its worker may keep, with their sums.
    pub files: BTreeMap<String, String>,
    /// Those of them that every screen needs: it keeps all of them, or nothing.
    pub core: BTreeMap<String, String>,
    _own: Option<Folder>,
}

impl Build {
    /// The one that was built.
    pub fn first() -> Self {
        Self::read(settings::dist(), None)
    }

    /// Another one of the same program, made by the build's own last steps under another stamp.
    pub fn another(stamp: &str) -> Self {
        Self::another_in(stamp, &[])
    }

    /// One in which only these files are others, called without their digests.
    pub fn another_in(stamp: &str, only: &[&str]) -> Self {
        let own = Folder::new();
        let folder = own.folder("build");
        let made = Command::new(settings::seal())
            .args(["again".as_ref(), settings::dist().as_os_str(), folder.as_os_str(), stamp.as_ref()])
            .args(only)
            .output()
            .expect("seal runs: ./dev build makes it");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Self::read(folder, Some(own))
    }

    fn read(folder: PathBuf, own: Option<Folder>) -> Self {
        let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        let (page, worker) = (text("index.html"), text("sw.js"));
        let between = |text: &str, before: &str, after: &str| {
            let found = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
            found.unwrap_or_else(|| panic!("there is {before}")).0.to_owned()
        };
        let name = between(&page, "name=\"aritai-build\" content=\"", "\"");
        assert_eq!(between(&worker, "const BUILD = \"", "\""), name, "the worker is of the page's build");
        let core: BTreeMap<String, String> =
            serde_json::from_str(&between(&worker, "const CORE = ", ";")).expect("the files of the core");
        let more: BTreeMap<String, (String, u64)> =
            serde_json::from_str(&between(&worker, "const MORE = ", ";")).expect("the later parts");
        let rest: BTreeMap<String, (String, u64)> =
            serde_json::from_str(&text(&between(&worker, "const LIST = \"", "\""))).expect("the other files");
        let files =
            core.clone().into_iter().chain(rest.into_iter().chain(more).map(|(path, (sum, _))| (path, sum))).collect();
        Self { folder, name, files, core, _own: own }
    }

    /// Where a path that the worker keeps lies on the server.
    pub fn served(path: &str) -> String {
        if path == "./" { "/index.html".to_owned() } else { format!("/{path}") }
    }
}

/// A browser whose page may have its worker. What it says of files that it cannot fetch is meant.
pub fn options() -> Options {
    Options { worker: true, forgive: vec!["sw.js", "ERR_", "404"], ..Options::default() }
}

/// What is written before anything goes wrong.
pub const WORDS: &str = "kept through all of it";

/// How long a worker may take to fetch a build on a busy machine.
const INSTALL: Duration = Duration::from_mins(1);

impl Browser {
    /// Has the browser say that data is to be saved, or not: whether the page may fetch anything quietly.
    pub async fn saves_data(&self, on: bool) {
        self.cdp("Emulation.setDataSaverOverride", json!({ "dataSaverEnabled": on })).await;
    }

    /// Writes [`WORDS`] and waits for the worker, which keeps the core, and nothing else comes quietly.
    pub async fn begun(&self) -> String {
        self.saves_data(true).await;
        self.open(Route::Wish).await;
        self.focus_field(&scene()).await;
        self.type_text(WORDS).await;
        self.saved().await;
        self.has_worker().await;
        WORDS.to_owned()
    }

    /// Has everything kept for use without a network, as the button does, and waits until it is.
    pub async fn have_everything(&self) {
        self.visit(Route::Here).await;
        self.press(w::OFFLINE_DO).await;
        wait::within(INSTALL, "everything is here", async || self.says(w::OFFLINE_ALL).await.then_some(())).await;
    }

    /// Kills the browser during an update to the one of two builds that is not open: when it has asked for so
    /// many files, or is done. Starts it with the server gone. It has to show one build, with the whole core
    /// or with `everything`, and every word. Answers with which.
    pub async fn killed_update(&mut self, builds: &[Build; 2], round: usize, files: usize, everything: bool) -> String {
        let open = self.build().await;
        let other = builds.iter().find(|build| build.name != open).expect("another build");
        self.site.becomes(&other.folder);
        self.site.forget();
        let update = "window.updated = false; const about = await navigator.serviceWorker.getRegistration(); \
            about?.update().then(() => { window.updated = true }, () => 0)";
        self.js_async(update).await;
        let asked = async {
            while self.site.asked().len() < files {
                tokio::task::yield_now().await;
            }
        };
        let done = "if (!window.updated) return false; const about = await navigator.serviceWorker.getRegistration(); \
            return !about.installing";
        let done = wait::within(INSTALL, "the update is there", async || {
            (self.js_async(done).await == json!(true)).then_some(())
        });
        tokio::select! { () = asked => {}, () = done => {} }
        self.kill();
        self.site.away(true);
        self.start_again().await;
        self.go_to(&format!("/{}", Route::Wish.hash())).await;
        self.shown(Route::Wish).await;
        let both = [&builds[0], &builds[1]];
        let strangers = if everything { self.strangers(&both).await } else { self.strangers_in_core(&both).await };
        assert!(strangers.is_empty(), "round {round}: {strangers:?}");
        assert_eq!(self.value(&scene()).await, WORDS, "round {round}");
        self.site.away(false);
        self.build().await
    }

    /// Waits until the page's worker has everything and the page is under it.
    pub async fn has_worker(&self) {
        let active = "return !!(await navigator.serviceWorker.getRegistration())?.active";
        wait::within(INSTALL, "the worker has everything", async || {
            (self.js_async(active).await == json!(true)).then_some(())
        })
        .await;
        self.reload().await;
        wait::until("the page is under the worker", async || {
            (self.js("return !!navigator.serviceWorker.controller", vec![]).await == json!(true)).then_some(())
        })
        .await;
    }

    /// Waits until the switch has taken worker and copies away, and only ours.
    pub async fn without_worker(&self) {
        let left = "const all = await navigator.serviceWorker.getRegistrations(); \
            return [all.map(r => ['installing', 'waiting', 'active'].map(n => r[n]?.state ?? null)), await caches.keys()]";
        wait::becomes("worker and copies", json!([[], ["somebody-else"]]), async || self.js_async(left).await).await;
    }

    /// The build of the page that is open.
    pub async fn build(&self) -> String {
        let meta = "return document.querySelector('meta[name=aritai-build]').content";
        self.js(meta, vec![]).await.as_str().expect("the page names its build").to_owned()
    }

    /// Has the browser look for a newer worker, and waits for what becomes of it: `installed`, or `redundant` where it failed.
    pub async fn look_for_update(&self) -> String {
        let script = "const r = await navigator.serviceWorker.getRegistration(); await r.update(); const w = r.installing ?? r.waiting; \
            if (!w) return 'none'; \
            while (w.state === 'installing') await new Promise(ok => { w.addEventListener('statechange', ok, { once: true }); setTimeout(ok, 200); }); \
            return w.state";
        let state = wait::within(INSTALL, "the update is done or has failed", async || {
            let state = self.js_async(script).await;
            (!state.is_null()).then_some(state)
        })
        .await;
        state.as_str().unwrap_or_default().to_owned()
    }

    /// Asks the page for every file of its build, and says what does not belong to it.
    pub async fn strangers(&self, builds: &[&Build]) -> Vec<String> {
        let build = self.build_of(builds).await;
        self.strangers_among(build.files.iter().collect()).await
    }

    /// Like [`Browser::strangers`], of what every screen needs.
    pub async fn strangers_in_core(&self, builds: &[&Build]) -> Vec<String> {
        let build = self.build_of(builds).await;
        self.strangers_among(build.core.iter().collect()).await
    }

    /// The one of these builds that is open.
    pub async fn build_of<'a>(&self, builds: &[&'a Build]) -> &'a Build {
        let name = self.build().await;
        builds.iter().find(|build| build.name == name).unwrap_or_else(|| panic!("nobody made {name}"))
    }

    /// Like [`Browser::strangers`], of these files: paths and sums.
    pub async fn strangers_among(&self, files: BTreeMap<&String, &String>) -> Vec<String> {
        let script = format!(
            "const files = {}, wrong = []; \
             for (const path in files) {{ try {{ \
                const bytes = await (await fetch(path)).arrayBuffer(); \
                const sum = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map(b => b.toString(16).padStart(2, '0')).join(''); \
                if (sum !== files[path]) wrong.push(path + ' is another'); \
             }} catch (e) {{ wrong.push(path + ': ' + e); }} }} return wrong",
            json!(files)
        );
        let wrong: Value = self.js_async(&script).await;
        wrong.as_array().expect("a list").iter().filter_map(|w| w.as_str().map(str::to_owned)).collect()
    }

    /// The names of the caches that there are.
    pub async fn caches(&self) -> Vec<String> {
        let names = self.js_async("return await caches.keys()").await;
        names.as_array().into_iter().flatten().filter_map(|n| n.as_str().map(str::to_owned)).collect()
    }
}

/// Every file that lies in a folder, by path.
pub fn listing(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for entry in std::fs::read_dir(&here).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(inner) = path.strip_prefix(folder) {
                all.push(inner.to_string_lossy().into_owned());
            }
        }
    }
    all.sort();
    all
}
