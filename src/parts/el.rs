//! Elements, written one a line and nested as they stand in the page.
//!
//! Leptos' `view!` gives every element a type of its own, and with it some kilobytes of code: our pages were 283 kB of
//! the program. What every element needs is done here once, by functions that know no types, so that an element costs
//! some tens of bytes where it is written. Below are the same signals and effects, and the same views (`AnyView`).
//! An element is made at once; what is `live` is made anew, never rebuilt in place, when what it read has changed.
//! May know: tags, attributes, events, words. Must never know: what any of them is for.
//!
//! Programs that translate a page or put readings over its words wrap every text node in elements of theirs,
//! or put another in its place. So nothing here comes back to a text node that it made: live words are the
//! whole of their element, and words with no element around them get one.
//!
//! *Invariant:* text becomes text nodes and attribute values, never markup; every line end in it is one that the page knows.

mod shown;

use crate::browser::page;
use crate::pack::{Piece, pieces, unmarked};
use crate::typed::with_line_ends;
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::Mountable;
use leptos::tachys::view::any_view::AnyViewState;
use shown::{Lone, Made};
use std::borrow::Cow;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlInputElement, Node};

/// Words that are there for ever, or made now.
type Words = Cow<'static, str>;
/// What is read out of signals, again whenever they change.
type Read = Box<dyn FnMut() -> Option<Words>>;

/// An element, or several parts that stand in the page without one around them.
#[must_use = "an element that stands nowhere is not seen"]
pub struct El(Box<Parts>);

struct Parts {
    element: Option<Element>,
    kept: Vec<Kept>,
}

/// What must last as long as the element.
enum Kept {
    View(AnyViewState),
    Watch(#[expect(dead_code, reason = "it is kept, that is all")] RenderEffect<Option<Words>>),
    Hears(#[expect(dead_code, reason = "it is kept, that is all")] Listener),
}

/// What is done at an event. It may hold the very element that it listens to: then the browser could let go of neither, so it
/// goes when the element is taken away.
struct Listener {
    element: Element,
    event: &'static str,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(self.event, self.act.as_ref().unchecked_ref());
    }
}

/// Where what was read is shown.
enum Place {
    Nowhere,
    Text(Element),
    Attribute(Element, &'static str),
    Checked(HtmlInputElement),
}

/// An element of this tag.
pub fn el(tag: &str) -> El {
    El::new(Some(Rndr::create_element(tag, None)))
}

/// A button that submits nothing.
pub fn button() -> El {
    el("button").attr("type", "button")
}

/// An element of a drawing.
pub fn svg(tag: &str) -> El {
    const XMLNS: &str = "http://www.w3.org/2000/svg"; // the name that xmlns gives; nothing is fetched
    El::new(Some(Rndr::create_element(tag, Some(XMLNS))))
}

/// Several parts, one after the other.
pub fn many() -> El {
    El::new(None)
}

/// Nothing to see.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// A part that is made anew whenever what it read has changed. Where `holds`, what had the focus in it has it
/// again, by its id.
fn live(mut make: Box<dyn FnMut() -> AnyView>, holds: bool) -> Made {
    let effect = RenderEffect::new(move |before: Option<AnyViewState>| {
        let mut now = make().build();
        if let Some(mut before) = before {
            let held = holds.then(page::focused).flatten();
            before.insert_before_this(&mut now);
            before.unmount();
            page::focus_again(held);
        }
        now
    });
    Made::of(effect)
}

impl El {
    fn new(element: Option<Element>) -> Self {
        Self(Box::new(Parts { element, kept: Vec::new() }))
    }

    /// The element itself.
    pub fn element<T: JsCast>(&self) -> Option<T> {
        self.0.element.clone().and_then(|e| e.dyn_into().ok())
    }

    /// Its id.
    #[inline]
    pub fn id(self, id: impl AsRef<str>) -> Self {
        self.set("id", id.as_ref())
    }

    /// Its classes.
    #[inline]
    pub fn class(self, names: impl AsRef<str>) -> Self {
        self.set("class", names.as_ref())
    }

    /// One class more.
    pub fn class_if(self, name: &str, on: bool) -> Self {
        if let (Some(element), true) = (&self.0.element, on) {
            let names = element.get_attribute("class").map_or_else(|| name.to_owned(), |before| before + " " + name);
            return self.class(names);
        }
        self
    }

    /// An attribute; none where the value is `None`.
    #[inline]
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        value.put(self, name)
    }

    /// An attribute that follows what it reads.
    pub fn live_attr<V: Into<Words>>(self, name: &'static str, mut read: impl FnMut() -> V + 'static) -> Self {
        let place = self.0.element.clone().map(|element| Place::Attribute(element, name));
        self.watch(place, Box::new(move || Some(read().into())))
    }

    /// Whether it is checked, following what it reads.
    pub fn live_checked(self, mut read: impl FnMut() -> bool + 'static) -> Self {
        let place = self.element().map(Place::Checked);
        self.watch(place, Box::new(move || read().then_some(Cow::Borrowed(""))))
    }

    /// Words that follow what they read. The element can hold nothing else.
    pub fn live_text<V: Into<Words>>(self, mut read: impl FnMut() -> V + 'static) -> Self {
        let place = self.0.element.clone().map(Place::Text);
        self.watch(place, Box::new(move || Some(read().into())))
    }

    /// A part that is made anew whenever what it read has changed.
    pub fn live<C: Child>(self, mut make: impl FnMut() -> C + 'static) -> Self {
        live(Box::new(move || make().view()), true).into_any().put(self)
    }

    /// A whole screen, which is made anew when there is another. Whoever calls sees to the focus.
    pub fn live_screen(self, make: impl FnMut() -> AnyView + 'static) -> Self {
        live(Box::new(make), false).into_any().put(self)
    }

    /// Something that is done now, and again whenever what it read has changed.
    pub fn then(self, mut act: impl FnMut() + 'static) -> Self {
        self.watch(
            None,
            Box::new(move || {
                act();
                None
            }),
        )
    }

    /// What is done at an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(act))
    }

    /// Words.
    #[inline]
    pub fn text(self, words: impl AsRef<str>) -> Self {
        self.say(words.as_ref())
    }

    /// What stands in it: views, elements, words; several of one sort, or perhaps none.
    #[inline]
    pub fn child(self, child: impl Child) -> Self {
        child.put(self)
    }

    #[inline(never)]
    fn set(self, name: &str, value: &str) -> Self {
        if let Some(element) = &self.0.element {
            Rndr::set_attribute(element, name, &unmarked(value));
        }
        self
    }

    #[inline(never)]
    fn say(self, words: &str) -> Self {
        let mut all = self;
        let words = with_line_ends(words);
        // Most words are one piece.
        for piece in pieces(&words) {
            let node = match piece {
                Piece::Plain(text) => words_node(text, all.0.element.is_none()),
                Piece::Read(base, reading) => {
                    all = all.append_ruby(base, reading);
                    continue;
                }
            };
            all = all.append(&node);
        }
        all
    }

    /// Kanji with their reading above; in brackets behind them where there is no above.
    fn append_ruby(self, base: &str, reading: &str) -> Self {
        let part = |tag: &str, text: &str| {
            let element = Rndr::create_element(tag, None);
            Rndr::insert_node(&element, &Rndr::create_text_node(text), None);
            element
        };
        let ruby = part("ruby", base);
        for (tag, text) in [("rp", "（"), ("rt", reading), ("rp", "）")] {
            Rndr::insert_node(&ruby, &part(tag, text), None);
        }
        self.append(&ruby)
    }

    #[inline(never)]
    fn append(mut self, node: &Node) -> Self {
        match &self.0.element {
            Some(element) => Rndr::insert_node(element, node, None),
            None => self.0.kept.push(Kept::View(Made::of(Lone(node.clone())).into_any().build())),
        }
        self
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        if let Some(element) = self.0.element.clone() {
            let act = Closure::wrap(act);
            let _ = element.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
            self.0.kept.push(Kept::Hears(Listener { element, event, act }));
        }
        self
    }

    #[inline(never)]
    fn watch(mut self, place: Option<Place>, mut read: Read) -> Self {
        let place = place.unwrap_or(Place::Nowhere);
        let effect = RenderEffect::new(move |before: Option<Option<Words>>| {
            let now = read();
            if before.as_ref() != Some(&now) {
                place.show(now.as_deref());
            }
            now
        });
        self.0.kept.push(Kept::Watch(effect));
        self
    }
}

/// A text node; with an element around it where it would have none.
fn words_node(text: &str, alone: bool) -> Node {
    let words = Rndr::create_text_node(text);
    if !alone {
        return words.into();
    }
    let around = Rndr::create_element("span", None);
    Rndr::insert_node(&around, &words, None);
    around.into()
}

impl Place {
    fn show(&self, words: Option<&str>) {
        match (self, words) {
            (Self::Nowhere, _) => {}
            (Self::Text(element), words) => {
                element.set_text_content(words.map(|words| with_line_ends(words)).as_deref());
            }
            (Self::Attribute(element, name), Some(value)) => Rndr::set_attribute(element, name, value),
            (Self::Attribute(element, name), None) => Rndr::remove_attribute(element, name),
            (Self::Checked(input), words) => input.set_checked(words.is_some()),
        }
    }
}

/// What an attribute can be given.
pub trait Value {
    /// Sets the attribute.
    fn put(self, el: El, name: &'static str) -> El;
}

impl Value for &str {
    fn put(self, el: El, name: &'static str) -> El {
        el.set(name, self)
    }
}

impl Value for String {
    fn put(self, el: El, name: &'static str) -> El {
        el.set(name, &self)
    }
}

impl Value for u32 {
    fn put(self, el: El, name: &'static str) -> El {
        el.set(name, &self.to_string())
    }
}

/// An attribute that says something by being there.
impl Value for bool {
    fn put(self, el: El, name: &'static str) -> El {
        if self { el.set(name, "") } else { el }
    }
}

impl<V: Value> Value for Option<V> {
    fn put(self, el: El, name: &'static str) -> El {
        match self {
            Some(value) => value.put(el, name),
            None => el,
        }
    }
}

/// What can stand in an element.
pub trait Child: Sized {
    /// Puts it at the element's end.
    fn put(self, parent: El) -> El;

    /// As a view of its own.
    fn view(self) -> AnyView {
        self.put(many()).view()
    }
}

impl Child for El {
    #[inline(never)]
    fn put(self, mut parent: Self) -> Self {
        match (&parent.0.element, &self.0.element) {
            (Some(outer), Some(inner)) => {
                Rndr::insert_node(outer, inner, None);
                parent.0.kept.extend(self.0.kept);
                parent
            }
            _ => self.view().put(parent),
        }
    }

    #[inline(never)]
    fn view(mut self) -> AnyView {
        if self.0.element.is_none() && self.0.kept.is_empty() {
            self.0.kept.push(Kept::View(nothing().build()));
        }
        Made::of(*self.0).into_any()
    }
}

impl Child for AnyView {
    #[inline(never)]
    fn put(self, mut parent: El) -> El {
        let mut state = self.build();
        if let Some(element) = &parent.0.element {
            state.mount(element, None);
        }
        parent.0.kept.push(Kept::View(state));
        parent
    }

    fn view(self) -> AnyView {
        self
    }
}

impl Child for &str {
    fn put(self, parent: El) -> El {
        parent.say(self)
    }
}

impl Child for String {
    fn put(self, parent: El) -> El {
        parent.say(&self)
    }
}

impl<C: Child> Child for Option<C> {
    fn put(self, parent: El) -> El {
        match self {
            Some(child) => child.put(parent),
            None => parent,
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn put(self, parent: El) -> El {
        self.into_iter().fold(parent, |parent, child| child.put(parent))
    }
}

impl<C: Child, const N: usize> Child for [C; N] {
    fn put(self, parent: El) -> El {
        self.into_iter().fold(parent, |parent, child| child.put(parent))
    }
}
