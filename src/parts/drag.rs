//! Something to drag an entry of a list by: with a mouse, a finger or a pen.
//!
//! For the pointer only; whoever uses it must offer the same with buttons. Only the main button of a mouse
//! drags, and Escape puts the entry back. May know: where the entries of the list stand. Must never know:
//! what they are.

use super::el::{El, el};
use leptos::prelude::{WindowListenerHandle, window_event_listener_untyped};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

/// The handle. `moved` is told the place, from 0, to which its entry was dragged.
pub fn handle(moved: impl Fn(usize) + 'static) -> El {
    let drag = Rc::<Drag>::default();
    let (begin, go, end, lost, gone) = (drag.clone(), drag.clone(), drag.clone(), drag.clone(), drag);
    el("span")
        .class("drag")
        .attr("aria-hidden", "true")
        .on("pointerdown", move |ev| begin.begin(&ev))
        .on("pointermove", move |ev| {
            if let Some((entry, from, to)) = go.is_of(&ev) {
                lift(&entry, Some(to - from));
            }
        })
        .on("pointerup", move |ev| {
            if let Some((entry, _, to)) = end.is_of(&ev) {
                end.end();
                if let Some(place) = place_at(&entry, f64::from(to)) {
                    moved(place);
                }
            }
        })
        .on("pointercancel", move |_| lost.end())
        .on("lostpointercapture", move |_| gone.end())
        .text("⠿")
}

/// An entry that is being dragged, if one is.
#[derive(Default)]
struct Drag {
    held: RefCell<Option<Held>>,
    escape: Cell<Option<WindowListenerHandle>>,
}

/// What is held: the entry, by which pointer, and at what height it was taken.
struct Held {
    entry: HtmlElement,
    pointer: i32,
    from: i32,
}

impl Drag {
    fn begin(self: &Rc<Self>, ev: &Event) {
        const MAIN: i16 = 0;
        let Some((ev, handle, entry)) = parts(ev) else { return };
        // On a Mac, Ctrl makes a second button of the first.
        if ev.button() != MAIN || ev.ctrl_key() || !ev.is_primary() || self.held.borrow().is_some() {
            return;
        }
        ev.prevent_default();
        let _ = handle.set_pointer_capture(ev.pointer_id());
        self.held.replace(Some(Held { entry, pointer: ev.pointer_id(), from: ev.client_y() }));
        // Nothing takes the focus by being dragged, so the key may be told to anything in the page.
        let this = self.clone();
        let escape = window_event_listener_untyped("keydown", move |ev| {
            if ev.dyn_ref::<KeyboardEvent>().is_some_and(|ev| ev.key() == "Escape") {
                ev.prevent_default();
                this.end();
            }
        });
        self.escape.set(Some(escape));
    }

    /// The entry that this pointer drags, from which height, and to which.
    fn is_of(&self, ev: &Event) -> Option<(HtmlElement, i32, i32)> {
        let ev: &PointerEvent = ev.dyn_ref()?;
        let held = self.held.borrow();
        held.as_ref().filter(|h| h.pointer == ev.pointer_id()).map(|h| (h.entry.clone(), h.from, ev.client_y()))
    }

    /// Lets go of the entry: it stands in its place again.
    fn end(&self) {
        if let Some(held) = self.held.take() {
            lift(&held.entry, None);
        }
        if let Some(escape) = self.escape.take() {
            escape.remove();
        }
    }
}

/// The event, its handle, and the entry of the list that the handle is in.
fn parts(ev: &Event) -> Option<(&PointerEvent, Element, HtmlElement)> {
    let handle: Element = ev.current_target()?.dyn_into().ok()?;
    let entry = handle.closest("li").ok()??.dyn_into().ok()?;
    Some((ev.dyn_ref()?, handle, entry))
}

/// Shows an entry as far from its place as it was dragged, or in its place again.
fn lift(entry: &HtmlElement, by: Option<i32>) {
    let style = entry.style();
    let _ = match by {
        Some(by) => style.set_property("transform", &format!("translateY({by}px)")),
        None => style.remove_property("transform").map(drop),
    };
    let _ = entry.class_list().toggle_with_force("dragged", by.is_some());
}

/// The place in its list that an entry has when it is let go at this height.
fn place_at(entry: &HtmlElement, y: f64) -> Option<usize> {
    let entries = entry.parent_element()?.children();
    let others =
        (0..entries.length()).filter_map(|at| entries.item(at)).filter(|e| e != entry.unchecked_ref::<Element>());
    Some(
        others
            .filter(|e| {
                let rect = e.get_bounding_client_rect();
                rect.top() + rect.height() / 2.0 < y
            })
            .count(),
    )
}
