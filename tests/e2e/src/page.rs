//! Eyes and hands: finding things as a person does, by role and accessible name, and using them.

use crate::browser::Browser;
use crate::wait;
use aritai::document::wish;
use aritai::pack::{Lang, Text};
use aritai::route::Route;
use aritai::wording::Words;
use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::error::WebDriverResult;

/// What a thing is, by the names that screen readers and the accessibility tree use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something to press.
    Button,
    /// Something that leads elsewhere.
    Link,
    /// A card of which several can be chosen.
    Checkbox,
    /// A card of which one can be chosen.
    Radio,
    /// A field to write in.
    Textbox,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Link => "link",
            Self::Checkbox => "checkbox",
            Self::Radio => "radio",
            Self::Textbox => "textbox",
        }
    }

    /// What can have this role at all, so that not everything has to be asked.
    fn selector(self) -> &'static str {
        match self {
            Self::Button => "button, summary, [role=button], input[type=button], input[type=submit]",
            Self::Link => "a[href]",
            Self::Checkbox => "input[type=checkbox], [role=checkbox]",
            Self::Radio => "input[type=radio], [role=radio]",
            Self::Textbox => "textarea, input, [role=textbox]",
        }
    }
}

/// Words on the screen, whoever they belong to.
pub trait Label {
    /// The words in a language.
    fn words(&self, lang: Lang) -> String;
}

impl Label for Words {
    fn words(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}
impl Label for &Text {
    fn words(&self, lang: Lang) -> String {
        self.plain(lang)
    }
}
impl Label for &str {
    fn words(&self, _: Lang) -> String {
        (*self).to_owned()
    }
}
impl Label for &String {
    fn words(&self, _: Lang) -> String {
        (*self).clone()
    }
}

/// Every element of a selector whose computed role and name fit and that is there to be seen.
const FIND: &str = r"
    const [selector, role, name] = arguments;
    const plain = text => text.replace(/[\u200b\s]+/g, ' ').trim();
    const want = plain(name);
    return [...document.querySelectorAll(selector)].filter(el => {
        const box = el.closest('label') ?? el;
        if (!el.checkVisibility() && !box.checkVisibility({ visibilityProperty: true })) return false;
        return el.computedRole === role && plain(el.computedName) === want;
    });";

/// What the save state says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveState {
    /// `none`, `unsaved`, `saving`, `saved` or `failed`.
    pub state: String,
    /// The last generation that the storage acknowledged.
    pub generation: u64,
    /// What a person reads.
    pub words: String,
}

impl Browser {
    // ── Going somewhere ─────────────────────────────────────────────────────────────────────────────────────────

    /// Opens a screen by its address, as from a bookmark: the page is loaded anew.
    pub async fn open(&self, route: Route) {
        // From another address of the same page a browser would only change the hash.
        self.leave_to_blank().await;
        self.go_to(&format!("/{}", route.hash())).await;
        self.shown(route).await;
    }

    /// Opens a path of the site.
    pub async fn go_to(&self, path: &str) {
        let address = self.address(path);
        self.driver().goto(address.as_str()).await.unwrap_or_else(|e| panic!("{address}: {e}"));
    }

    /// The address of a path from the page's own place on. A file has nothing beside it but its own parts.
    fn address(&self, path: &str) -> String {
        match path {
            _ if !self.base.starts_with("file:") => format!("{}{path}", self.base),
            crate::serve::BLANK => "about:blank".to_owned(),
            _ => format!("{}{}", self.base, path.trim_start_matches('/')),
        }
    }

    /// Leaves the app for the empty page beside it.
    pub async fn leave_to_blank(&self) {
        // A worker that answers every navigation with the app is asked to step aside.
        self.cdp("Network.enable", json!({})).await;
        self.cdp("Network.setBypassServiceWorker", json!({ "bypass": true })).await;
        self.go_to(crate::serve::BLANK).await;
        self.cdp("Network.setBypassServiceWorker", json!({ "bypass": false })).await;
        self.cdp("Network.disable", json!({})).await;
    }

    /// Goes to a screen within the running page, as by editing the address.
    pub async fn visit(&self, route: Route) {
        self.js("location.hash = arguments[0]", vec![json!(route.hash())]).await;
        self.shown(route).await;
    }

    /// Loads the page anew where it is.
    pub async fn reload(&self) {
        self.driver().refresh().await.expect("a reload");
        wait::until("the page is up again", async || self.heading_now().await).await;
    }

    /// Waits until a screen is shown, and not only its address.
    pub async fn shown(&self, route: Route) {
        wait::until(&format!("{} is shown", route.hash()), async || {
            let there = self.route_now().await == route && self.heading_now().await.is_some();
            there.then_some(())
        })
        .await;
        // A new screen scrolls to its top a frame later: what is pressed before would be missed.
        self.two_frames().await;
    }

    /// Waits until the page has drawn two frames.
    pub async fn two_frames(&self) {
        self.js_async("await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))").await;
    }

    /// The screen that the address names.
    pub async fn route_now(&self) -> Route {
        Route::read(self.js("return location.hash", vec![]).await.as_str().unwrap_or_default())
    }

    /// The one main heading, if it is there and the program's: what stands in the page before it is taken away by it.
    pub async fn heading_now(&self) -> Option<String> {
        let script = "const all = document.querySelectorAll('h1'); \
            return all.length === 1 && !('first' in document.documentElement.dataset) ? all[0].innerText : null";
        self.js(script, vec![]).await.as_str().map(str::to_owned)
    }

    // ── Looking ─────────────────────────────────────────────────────────────────────────────────────────────────

    /// Runs a script in the page.
    pub async fn js(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.driver().execute(script, arguments).await {
            Ok(result) => result.json().clone(),
            Err(e) => panic!("a script failed: {e}\n{script}"),
        }
    }

    /// Runs the body of an async function in the page and waits for what it returns.
    pub async fn js_async(&self, body: &str) -> Value {
        let expression = format!("(async () => {{ {body} }})()");
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.cdp("Runtime.evaluate", parameters).await;
        assert!(answer["exceptionDetails"].is_null(), "a script failed: {:#}\n{body}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// What is there right now of a role and name.
    pub async fn now(&self, role: Role, label: impl Label) -> Vec<WebElement> {
        let name = label.words(self.lang);
        let arguments = vec![json!(role.selector()), json!(role.name()), json!(name)];
        match self.driver().execute(FIND, arguments).await {
            Ok(found) => found.elements().unwrap_or_default(),
            Err(_) => Vec::new(), // the page is just changing
        }
    }

    /// Whether there is something of a role and name right now.
    pub async fn has(&self, role: Role, label: impl Label) -> bool {
        !self.now(role, label).await.is_empty()
    }

    /// Waits for the one thing of a role and name.
    pub async fn find(&self, role: Role, label: impl Label) -> WebElement {
        let name = label.words(self.lang);
        let mut found = wait::until(&format!("there is a {} 「{name}」", role.name()), async || {
            Some(self.now(role, name.as_str()).await).filter(|found| !found.is_empty())
        })
        .await;
        assert_eq!(found.len(), 1, "there are several of {} 「{name}」", role.name());
        found.remove(0)
    }

    /// Everything that a person can read on the screen.
    pub async fn words(&self) -> String {
        self.js("return document.body.innerText", vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Whether the screen says something right now.
    pub async fn says(&self, label: impl Label) -> bool {
        let plain = |text: &str| text.replace(['\u{200b}', '\n', ' ', '\u{3000}'], "");
        plain(&self.words().await).contains(&plain(&label.words(self.lang)))
    }

    /// Waits until the screen says something.
    pub async fn reads(&self, label: impl Label) {
        let words = label.words(self.lang);
        wait::until(&format!("the page says 「{words}」"), async || self.says(words.as_str()).await.then_some(()))
            .await;
    }

    /// What the save state says now; `None` while the page is still starting.
    pub async fn save_state(&self) -> Option<SaveState> {
        let script = "const s = document.getElementById('save-state'); \
            return s && [s.dataset.state, s.dataset.generation, s.innerText]";
        let value = self.js(script, vec![]).await;
        let part = |at: usize| value[at].as_str().unwrap_or_default();
        value.is_array().then(|| {
            let generation = part(1).parse().unwrap_or(0);
            SaveState { state: part(0).to_owned(), generation, words: part(2).to_owned() }
        })
    }

    /// Waits until everything is saved.
    pub async fn saved(&self) -> SaveState {
        self.save_state_is("saved").await
    }

    /// Waits for a save state.
    pub async fn save_state_is(&self, state: &str) -> SaveState {
        wait::until(&format!("the save state is {state}"), async || {
            self.save_state().await.filter(|now| now.state == state)
        })
        .await
    }

    // ── Doing ───────────────────────────────────────────────────────────────────────────────────────────────────

    /// Clicks something as a person would: scrolled to, and not hidden behind something else.
    pub async fn click(&self, thing: &WebElement) {
        if let Err(e) = self.try_click(thing).await {
            panic!("can't be clicked: {e}");
        }
    }

    async fn try_click(&self, thing: &WebElement) -> WebDriverResult<()> {
        let script = "const el = arguments[0]; const to = (el.matches('input') && el.closest('label')) || el; \
            to.scrollIntoView({ block: 'center', behavior: 'instant' }); return to";
        let argument = vec![thing.to_json().expect("an element")];
        self.driver().execute(script, argument).await?.element()?.click().await
    }

    /// Presses a button. What is shown may just change: the button that stands there then is pressed.
    pub async fn press(&self, label: impl Label) {
        let name = label.words(self.lang);
        wait::until(&format!("the button 「{name}」 is pressed"), async || {
            let button = self.find(Role::Button, name.as_str()).await;
            match self.try_click(&button).await {
                Err(e) if e.to_string().contains("stale") => None,
                Err(e) => panic!("can't be clicked: {e}"),
                Ok(()) => Some(()),
            }
        })
        .await;
    }

    /// Follows a link.
    pub async fn follow(&self, label: impl Label) {
        let link = self.find(Role::Link, label).await;
        self.click(&link).await;
    }

    /// Presses a button or follows a link, whichever of that name there is.
    pub async fn take(&self, label: impl Label) {
        let name = label.words(self.lang);
        let found = wait::until(&format!("there is a button or link 「{name}」"), async || {
            let buttons = self.now(Role::Button, name.as_str()).await;
            let all = if buttons.is_empty() { self.now(Role::Link, name.as_str()).await } else { buttons };
            all.into_iter().next()
        })
        .await;
        self.click(&found).await;
    }

    /// Chooses a card by its title, and holds that it is chosen then.
    pub async fn choose(&self, label: impl Label) {
        let name = label.words(self.lang);
        let card = wait::until(&format!("there is a card 「{name}」"), async || {
            let boxes = self.now(Role::Checkbox, name.as_str()).await;
            let all = if boxes.is_empty() { self.now(Role::Radio, name.as_str()).await } else { boxes };
            all.into_iter().next()
        })
        .await;
        self.click(&card).await;
        wait::until(&format!("the card 「{name}」 is chosen"), async || {
            let chosen = async |role| {
                for card in self.now(role, name.as_str()).await {
                    if card.is_selected().await.unwrap_or(false) {
                        return true;
                    }
                }
                false
            };
            (chosen(Role::Checkbox).await || chosen(Role::Radio).await).then_some(())
        })
        .await;
    }

    /// The field of a leaf, by its id.
    pub async fn field(&self, id: &str) -> WebElement {
        let script = "const el = document.getElementById(arguments[0]); return el && el.checkVisibility() ? el : null";
        wait::until(&format!("there is the field {id}"), async || {
            let found = self.driver().execute(script, vec![json!(id)]).await.ok()?;
            (!found.json().is_null()).then(|| found.element().expect("an element"))
        })
        .await
    }

    /// Puts the cursor at the end of a field.
    pub async fn focus_field(&self, id: &str) {
        let field = self.field(id).await;
        let script = "const el = arguments[0]; el.scrollIntoView({ block: 'center', behavior: 'instant' }); el.focus(); \
            el.setSelectionRange(el.value.length, el.value.length); return document.activeElement === el";
        let argument = vec![field.to_json().expect("an element")];
        assert_eq!(self.js(script, argument).await, json!(true), "{id} takes the focus");
    }

    /// What stands in a field.
    pub async fn value(&self, id: &str) -> String {
        let value = self.js("return document.getElementById(arguments[0])?.value ?? null", vec![json!(id)]).await;
        value.as_str().unwrap_or_else(|| panic!("there is no field {id}")).to_owned()
    }

    /// The ids of all fields to write in that can be seen on this screen, in their order.
    pub async fn text_fields(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('main textarea, main input')].filter(el => \
            el.computedRole === 'textbox' && el.checkVisibility() && !el.readOnly && !el.disabled).map(el => el.id)";
        let value = self.js(script, vec![]).await;
        value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// One key of a Latin keyboard.
    pub async fn key(&self, key: &str) {
        let text = match key {
            "Enter" => "\r",
            _ if key.chars().count() == 1 => key,
            _ => "",
        };
        let code = match key {
            "Enter" => 13,
            "Tab" => 9,
            "Escape" => 27,
            _ => 0,
        };
        let mut down = json!({ "type": "keyDown", "key": key, "windowsVirtualKeyCode": code });
        if !text.is_empty() {
            down["text"] = json!(text);
            down["unmodifiedText"] = json!(text);
        }
        self.cdp("Input.dispatchKeyEvent", down).await;
        self.cdp("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": key, "windowsVirtualKeyCode": code })).await;
    }

    /// Types text with a Latin keyboard where the cursor is.
    pub async fn type_text(&self, text: &str) {
        for character in text.chars() {
            self.key(&character.to_string()).await;
        }
    }
}

/// The id of the field that the journeys type into: the scene of the wish.
pub fn scene() -> String {
    field_id(wish::SCENE.alone())
}

/// The id that the field of a leaf has on the screen: its path, with hyphens.
pub fn field_id(path: aritai::document::Path) -> String {
    path.to_string().replace(['/', '.'], "-")
}
