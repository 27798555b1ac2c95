//! Something to drag an entry of a list by: with a mouse, a finger or a pen.
//!
//! For the pointer only; whoever uses it must offer the same with buttons.
//! May know: where the entries of the list stand. Must never know: what they are.

use super::el::{El, el};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

/// The handle. `moved` is told the place, from 0, to which its entry was dragged.
pub fn handle(moved: impl Fn(usize) + 'static) -> El {
    let grip: Rc<Cell<Option<i32>>> = Rc::default();
    let (begin, go, end, lost) = (grip.clone(), grip.clone(), grip.clone(), grip);
    el("span")
        .class("drag")
        .attr("aria-hidden", "true")
        .on("pointerdown", move |ev| {
            if let Some((ev, handle, _)) = parts(&ev) {
                ev.prevent_default();
                let _ = handle.set_pointer_capture(ev.pointer_id());
                begin.set(Some(ev.client_y()));
            }
        })
        .on("pointermove", move |ev| {
            if let (Some((ev, _, entry)), Some(from)) = (parts(&ev), go.get()) {
                lift(&entry, Some(ev.client_y() - from));
            }
        })
        .on("pointerup", move |ev| {
            if let (Some((ev, _, entry)), Some(_)) = (parts(&ev), end.take()) {
                lift(&entry, None);
                if let Some(place) = place_at(&entry, f64::from(ev.client_y())) {
                    moved(place);
                }
            }
        })
        .on("pointercancel", move |ev| {
            lost.set(None);
            if let Some((_, _, entry)) = parts(&ev) {
                lift(&entry, None);
            }
        })
        .text("⠿")
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
