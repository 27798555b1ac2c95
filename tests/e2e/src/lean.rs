//! A window of any browser, driven by what `WebDriver` gives everywhere: for the engines in which not every journey is walked.
//!
//! It presses by words and by ids, types, waits until it is saved, and sees what is offered as a download.

use crate::firefox::FONTS_READY;
use crate::full::invented_person;
use crate::office_files::Package;
use crate::page::scene;
use crate::{settings, wait};
use aritai::document::wish;
use aritai::format::open_backup;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording::{self as w, Words};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver};

/// Notes violations of the page's policy, and the bytes that are offered as downloads.
const WATCH: &str = "if (!window.__seen) { window.__seen = { refused: [], offered: [] }; \
    addEventListener('securitypolicyviolation', e => __seen.refused.push(`${e.effectiveDirective} ${e.blockedURI}`)); \
    const make = URL.createObjectURL; URL.createObjectURL = blob => { __seen.offered.push(blob); return make(blob); }; }";

/// A window, and where the page is.
pub struct Lean {
    /// The driver of the browser.
    pub driver: WebDriver,
    /// The page's address, up to where a hash would follow.
    pub page: String,
    /// The language of the words that are looked for.
    pub lang: Lang,
}

impl Lean {
    /// Runs a script in the page.
    pub async fn js(&self, script: &str) -> Value {
        self.driver.execute(script, vec![]).await.unwrap_or_else(|e| panic!("{e}\n{script}")).json().clone()
    }

    /// Runs a script that waits for something.
    pub async fn js_async(&self, body: &str) -> Value {
        let script = format!(
            "const done = arguments[0]; (async () => {{ {body} }})().then(done, e => done('failed: ' + (e?.stack ?? e)))"
        );
        self.driver.execute_async(&script, vec![]).await.unwrap_or_else(|e| panic!("{e}\n{body}")).json().clone()
    }

    /// Opens a screen by its address: the page is loaded anew.
    pub async fn open(&self, route: Route) {
        self.driver.goto("about:blank").await.expect("an empty page");
        let address = format!("{}{}", self.page, route.hash());
        self.driver.goto(address.as_str()).await.unwrap_or_else(|e| panic!("{address}: {e}"));
        self.js(WATCH).await;
        self.is_true(
            &format!("{} is shown", route.hash()),
            "document.querySelectorAll(':root:not([data-first]) main h1').length === 1",
        )
        .await;
    }

    /// Looks for words in the language that the page is in, which it takes from the machine.
    pub async fn hear(&mut self) {
        self.open(Route::Welcome).await;
        let english = self.js("return document.documentElement.lang").await == json!("en");
        self.lang = if english { Lang::En } else { Lang::Ja };
    }

    /// Goes to a screen within the running page.
    pub async fn visit(&self, route: Route) {
        self.js(&format!("location.hash = {}", json!(route.hash()))).await;
        self.has_come(&format!("{} is shown", route.hash()), &format!("main.page-{} h1", route.class())).await;
    }

    /// Waits until a screen that was gone to is there and its heading has the focus: with that frame it is shown from its top,
    /// and what was pressed a moment before would be elsewhere by then.
    async fn has_come(&self, what: &str, heading: &str) {
        self.is_true(what, &format!("document.activeElement?.matches({})", json!(heading))).await;
    }

    /// Waits until something is true in the page.
    pub async fn is_true(&self, what: &str, condition: &str) {
        let script = format!("return !!({condition})");
        wait::until(what, async || (self.js(&script).await == json!(true)).then_some(())).await;
    }

    /// Waits until the page reads so.
    pub async fn reads(&self, words: Words) {
        let words = words.get(self.lang);
        self.is_true(&format!("it reads {words}"), &format!("document.body.innerText.includes({})", json!(words)))
            .await;
    }

    /// Presses what has these words on it: a button, a link or a card.
    pub async fn press(&self, words: Words) {
        let script = format!(
            "return [...document.querySelectorAll('button, a, label, summary, .choice-title')].find(e => e.innerText.trim() === {} && e.offsetParent)",
            json!(words.get(self.lang))
        );
        self.press_found(words.get(self.lang), &script).await;
    }

    /// Presses what a selector finds first.
    pub async fn press_at(&self, selector: &str) {
        self.press_found(selector, &format!("return document.querySelector({})", json!(selector))).await;
    }

    async fn press_found(&self, what: &str, script: &str) {
        wait::until(&format!("{what} can be pressed"), async || {
            let found = self.driver.execute(script, vec![]).await.ok()?;
            if found.json().is_null() {
                return None;
            }
            let element = found.element().ok()?;
            element.scroll_into_view().await.ok()?;
            element.click().await.ok()
        })
        .await;
    }

    /// Types into the field of an id.
    pub async fn write(&self, id: &str, text: &str) {
        let field = wait::until(&format!("there is the field {id}"), async || {
            self.driver.find(By::Id(id.to_owned())).await.ok()
        })
        .await;
        field.send_keys(text).await.unwrap_or_else(|e| panic!("{id}: {e}"));
        self.is_true(
            &format!("{id} holds it"),
            &format!("document.getElementById({}).value.endsWith({})", json!(id), json!(text)),
        )
        .await;
    }

    /// Waits until everything is saved.
    pub async fn saved(&self) {
        self.is_true("it is saved", "document.getElementById('save-state')?.dataset.state === 'saved'").await;
    }

    /// Presses a button and takes the bytes of the download that comes of it, out of the page: where a browser puts a
    /// download is not the page's business.
    pub async fn offered(&self, button: Words) -> Vec<u8> {
        let before = self.js("return __seen.offered.length").await.as_u64().unwrap_or(0);
        self.press(button).await;
        // The worker's own script is given an address, too.
        let file = format!("__seen.offered.slice({before}).find(blob => blob.type !== 'text/javascript')");
        self.is_true("a file is offered", &file).await;
        let bytes = self
            .js_async(&format!(
                "const bytes = new Uint8Array(await ({file}).arrayBuffer()); \
                 let text = ''; for (const byte of bytes) text += String.fromCharCode(byte); return btoa(text)"
            ))
            .await;
        crate::paper::from_base64(bytes.as_str().expect("bytes"))
    }

    /// Restores a backup through the page, as a person does, and waits until it is saved.
    pub async fn restore(&self, folder: &std::path::Path, backup: &[u8]) {
        self.open(Route::Keep).await;
        let file = folder.join("backup.json");
        std::fs::write(&file, backup).expect("a file of our own");
        let field =
            wait::until("there is the file field", async || self.driver.find(By::Id("restore-file")).await.ok()).await;
        field.send_keys(file.to_string_lossy().into_owned()).await.expect("the file is chosen");
        self.press(w::RESTORE_DO).await;
        self.reads(w::RESTORE_DONE).await;
        self.saved().await;
    }

    /// The short path to the sheet, the second part, the printing fonts, files, a backup and another record in its place.
    pub async fn walk(&self, folder: &std::path::Path) {
        self.open(Route::Welcome).await;
        self.press(w::DEVICE_OWN).await;
        self.press(w::START).await;
        self.reads(w::NEXT).await;
        self.has_come("the first question is shown", "main h1").await;
        self.press_at("main .choice-title").await;
        self.goes_on().await;
        self.write(&scene(), "窓口で住民の話を聞いている").await;
        self.saved().await;
        for _ in 0..6 {
            if self.js("return !!document.querySelector('main.page-sheet')").await == json!(true) {
                break;
            }
            self.goes_on().await;
        }
        self.visit(Route::Sheet).await;
        self.press(w::SHEET_ALL).await;
        self.saved().await;
        assert_eq!(self.js_async(&format!("return await {FONTS_READY}")).await, json!(true), "the printing fonts");
        self.visit(Route::Plan).await;
        for button in [w::OFFICE_WORD, w::OFFICE_EXCEL] {
            Package::open(&self.offered(button).await);
            self.reads(w::OFFICE_DONE).await;
        }
        self.visit(Route::Keep).await;
        let held = open_backup(&self.offered(w::KEEP_BACKUP_DO).await).expect("a backup");
        assert!(held.binder.document().text(wish::SCENE.alone()).contains("窓口で住民"));
        assert_eq!(self.refused().await, json!([]), "nothing was refused");
        self.restore(folder, &invented_person(Lang::Ja)).await;
        self.visit(Route::Gallery).await;
        assert_eq!(self.refused().await, json!([]), "nothing was refused");
    }

    /// Goes to the next screen of the path. The link that is pressed has the focus until the heading takes it.
    async fn goes_on(&self) {
        let before = self.js("return location.hash").await;
        self.press(w::NEXT).await;
        self.is_true("another screen is asked for", &format!("location.hash !== {before}")).await;
        self.has_come("another screen is shown", "main h1").await;
    }

    /// What the page's policy has refused since the page was opened.
    pub async fn refused(&self) -> Value {
        self.js("return __seen.refused").await
    }

    /// What the page asked for, as it saw it itself, apart from its own memory.
    pub async fn asked_for(&self) -> Value {
        self.js("return performance.getEntriesByType('resource').map(e => e.name) \
             .filter(name => !name.startsWith('blob:') && !name.startsWith('data:'))")
            .await
    }
}

/// The one file, alone in a folder: nothing lies beside it that it could ask for.
pub fn one_file(folder: &std::path::Path) -> String {
    let file = folder.join("ありたい.html");
    std::fs::copy(settings::dist().join("aritai.html"), &file).expect("the build makes aritai.html");
    format!("file://{}", file.display())
}
