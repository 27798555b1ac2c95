//! The other tabs of this browser: a channel to them, and the lock that only one of them holds.
//!
//! Neither has to be there: over plain http a browser has no locks, an old one no channel.
//! May know: strings. Must never know: what tabs tell each other, who is to have the lock.

use super::page;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

#[wasm_bindgen]
extern "C" {
    /// `web-sys` offers it only as unstable.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, how: &Object, with: &Function) -> Result<Promise, JsValue>;
}

/// A channel to the other tabs; silent where the browser has none.
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Opens it, for the life of the page.
    pub fn open(name: &str, heard: impl Fn(String) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(text) = event.data().as_string() {
                    heard(text);
                }
            });
            channel.set_onmessage(Some(listen.as_ref().unchecked_ref()));
            listen.forget();
        }
        Self(channel)
    }

    /// Tells all other tabs.
    pub fn say(&self, text: &str) {
        if let Some(channel) = &self.0 {
            let _ = channel.post_message(&text.into());
        }
    }
}

/// What came of asking for the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is ours.
    Held,
    /// Another tab has it.
    Taken,
    /// There are no locks here.
    Missing,
}

/// The lock, whether it is ours or not.
#[derive(Clone, Default)]
pub struct Lock {
    release: Rc<RefCell<Option<Function>>>,
}

impl Lock {
    /// Asks for it; `steal` takes it away from whoever has it. `stolen` is called when another tab does that to us.
    pub async fn ask(&self, name: &str, steal: bool, stolen: impl Fn() + 'static) -> Answer {
        let Some(manager) = manager() else { return Answer::Missing };
        let how = Object::new();
        let _ = Reflect::set(&how, &if steal { "steal" } else { "ifAvailable" }.into(), &true.into());
        let held = Rc::new(Cell::new(false));
        let release = self.release.clone();
        let mut answered = None;
        let answer = Promise::new(&mut |resolve, _| answered = Some(resolve));
        let Some(answered) = answered else { return Answer::Missing };
        let (holds, answers) = (held.clone(), answered.clone());
        let with = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            let got = !lock.is_null() && !lock.is_undefined();
            let _ = answers.call1(&JsValue::UNDEFINED, &got.into());
            holds.set(got);
            if !got {
                return JsValue::UNDEFINED;
            }
            // It is ours as long as this promise is open.
            Promise::new(&mut |resolve, _| *release.borrow_mut() = Some(resolve)).into()
        });
        let Ok(asked) = manager.request(name, &how, with.unchecked_ref()) else { return Answer::Missing };
        page::later(async move {
            if JsFuture::from(asked).await.is_err() {
                let _ = answered.call0(&JsValue::UNDEFINED);
                if held.get() {
                    stolen();
                }
            }
        });
        match JsFuture::from(answer).await.ok().and_then(|got| got.as_bool()) {
            Some(true) => Answer::Held,
            Some(false) => Answer::Taken,
            None => Answer::Missing,
        }
    }

    /// Gives it back.
    pub fn release(&self) {
        if let Some(release) = self.release.borrow_mut().take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

fn manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
