//! The printing fonts: told to the page slice by slice (`fonts/make.py`), so that only those come that some
//! words need; asked for those of what is on paper, and whether they came.
//!
//! May know: names of fonts, what is paper. Must never know: what is printed with them.
//!
//! *Invariant:* what is asked for is what is on paper, in the weight in which it stands there: nobody fetches the rest.

use super::around::{call, get};
use super::assets;
use js_sys::{Array, Function, Object, Reflect};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventTarget, FontFaceSet, Node};

/// The slices: which characters are in them, and of each its faces: family, weight, file.
const FACES: &str = "fonts/faces.json";
/// What is paper, and what stands on it.
const PAPER: &str = ".paper, .manuscript, .script, .pictures-own, \
    .paper *, .manuscript *, .script *, .pictures-own *";
/// Stands for what is on every paper, also where the style writes it between the words.
const ALWAYS: &str = "A1あ";
/// From this weight on the bold face is taken.
const BOLD: u16 = 600;

/// A slice as it was told to the page, and what it was told with.
struct Face {
    made: JsValue,
    with: [JsValue; 3],
}

thread_local! {
    static TOLD: RefCell<Vec<Face>> = const { RefCell::new(Vec::new()) };
    /// Whoever looks at a paper now.
    static HEEDING: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Sees that what is on paper now has its letters, in these families, the first of which has them all.
/// Whether it does.
pub async fn load(families: &[&str]) -> bool {
    let Some(fonts) = fonts() else { return false };
    if tell(&fonts).await.is_none() {
        return false;
    }
    // All of them at once, and each listened to from the start: one that fails while another is waited for would count as an
    // error that nobody looks at.
    let asked: Vec<(bool, JsFuture)> = wanted(families)
        .into_iter()
        .map(|(first, font, text)| (first, fonts.load_with_text(&font, &text).into()))
        .collect();
    let mut there = true;
    for (first, faces) in asked {
        // Where the first family is not known at all, there are none.
        there &= faces.await.is_ok_and(|faces| !first || Array::from(&faces).length() > 0);
    }
    there
}

/// Whether all letters of what is on paper now are there.
pub fn are_there(families: &[&str]) -> bool {
    let Some(fonts) = fonts() else { return false };
    wanted(families).iter().all(|(_, font, text)| fonts.check_with_text(font, text).unwrap_or(false))
}

/// Has what could not be had before be asked for anew.
pub fn forget_failures() {
    let Some(fonts) = fonts() else { return };
    TOLD.with_borrow_mut(|told| {
        for face in told.iter_mut().filter(|face| get(&face.made, "status").is_some_and(|status| status == "error")) {
            let _ = call(&fonts, "delete", &Array::of1(&face.made));
            if let Some(made) = made(&face.with) {
                let _ = call(&fonts, "add", &Array::of1(&made));
                face.made = made;
            }
        }
    });
}

/// Calls back whenever letters have come, or could not be had. One at a time: the last who asked.
pub fn heed(then: impl Fn() + 'static) {
    let first = HEEDING.replace(Some(Rc::new(then))).is_none();
    let Some(fonts) = fonts().filter(|_| first) else { return };
    let callback = Closure::<dyn FnMut(Event)>::new(|_| {
        if let Some(then) = HEEDING.with_borrow(Clone::clone) {
            then();
        }
    });
    let fonts: &EventTarget = fonts.unchecked_ref();
    let _ = fonts.add_event_listener_with_callback("loadingdone", callback.as_ref().unchecked_ref());
    callback.forget();
}

fn fonts() -> Option<FontFaceSet> {
    Some(web_sys::window()?.document()?.fonts())
}

/// Tells the page of every slice, once. Where it lies beside the page it comes when something needs it.
async fn tell(fonts: &FontFaceSet) -> Option<()> {
    if TOLD.with_borrow(|told| !told.is_empty()) {
        return Some(());
    }
    let list: Value = serde_json::from_str(&assets::text(FACES).await?).ok()?;
    let mut faces = Vec::new();
    let slices = list.as_array()?.iter();
    for (range, face) in
        slices.flat_map(|slice| slice[1].as_array().into_iter().flatten().map(|face| (&slice[0], face)))
    {
        let text = |at: usize| face[at].as_str().unwrap_or_default();
        let path = format!("fonts/{}", text(2));
        let source = if assets::carried() {
            assets::bytes(&path).await?.into()
        } else {
            format!("url(\"{}\")", assets::placed(&path)).into()
        };
        let how = Object::new();
        for (name, value) in
            [("weight", face[1].to_string().as_str()), ("display", "swap"), ("unicodeRange", range.as_str()?)]
        {
            let _ = Reflect::set(&how, &name.into(), &value.into());
        }
        let with = [text(0).into(), source, how.into()];
        faces.push(Face { made: made(&with)?, with });
    }
    // Somebody else may have told of them in the meantime.
    if TOLD.with_borrow(Vec::is_empty) {
        for face in &faces {
            let _ = call(fonts, "add", &Array::of1(&face.made));
        }
        TOLD.set(faces);
    }
    Some(())
}

/// By name: bindings of its own would be in the script that everybody loads.
fn made(with: &[JsValue; 3]) -> Option<JsValue> {
    let class: Function = get(&js_sys::global(), "FontFace")?.dyn_into().ok()?;
    Reflect::construct(&class, &with.iter().collect()).ok()
}

/// What is needed of which font: whether it is of the first family, the font as a style names it, and the
/// letters.
fn wanted(families: &[&str]) -> Vec<(bool, String, String)> {
    let letters = letters();
    let fonts = families.iter().enumerate().flat_map(|(at, family)| {
        let weights = [("400", &letters[0]), ("700", &letters[1])];
        weights.map(|(weight, letters)| (at == 0, format!("{weight} 1em \"{family}\""), letters.clone()))
    });
    fonts.collect()
}

/// Every letter on paper, once: those in the regular weight, and those in bold.
fn letters() -> [String; 2] {
    let mut letters = [BTreeSet::new(), BTreeSet::new()];
    // Not collected: a set that is collected sorts, by code that nothing else needs.
    for letters in &mut letters {
        letters.extend(ALWAYS.chars());
    }
    let window = web_sys::window();
    let found = window.as_ref().and_then(web_sys::Window::document).and_then(|d| d.query_selector_all(PAPER).ok());
    for at in 0..found.as_ref().map_or(0, web_sys::NodeList::length) {
        let Some(element) = found.as_ref().and_then(|found| found.get(at)) else { continue };
        let own = own_words(&element);
        if own.is_empty() {
            continue;
        }
        let style =
            window.as_ref().zip(element.dyn_ref::<Element>()).and_then(|(w, e)| w.get_computed_style(e).ok()?);
        let weight = style.and_then(|style| style.get_property_value("font-weight").ok()?.parse().ok());
        letters[usize::from(weight.unwrap_or(400) >= BOLD)].extend(own.chars());
    }
    letters.map(|letters| letters.into_iter().collect())
}

/// The words that stand in an element itself.
fn own_words(element: &Node) -> String {
    let (mut words, mut child) = (String::new(), element.first_child());
    while let Some(node) = child {
        if node.node_type() == Node::TEXT_NODE {
            words += &node.node_value().unwrap_or_default();
        }
        child = node.next_sibling();
    }
    words
}
