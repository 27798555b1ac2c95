//! Keeps what opens or closes something in its place on the screen.
//!
//! May know: elements and their boxes. Must never know: what is in them.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

/// For so many frames something may still move after a click.
const FRAMES: u32 = 2;

/// Keeps what opens or closes something where it was clicked, also where something above it closes with that
/// and the page gets shorter there. For the life of the page.
pub fn hold_openers() {
    let Some(window) = web_sys::window() else { return };
    let clicked = Closure::<dyn FnMut(Event)>::new(move |ev: Event| {
        let target = ev.target().and_then(|target| target.dyn_into::<Element>().ok());
        let opener = target.and_then(|target| target.closest("summary, [aria-expanded]").ok().flatten());
        if let Some(opener) = opener {
            let top = opener.get_bounding_client_rect().top();
            hold(opener, top, focused(), FRAMES);
        }
    });
    let _ = window.add_event_listener_with_callback_and_bool("click", clicked.as_ref().unchecked_ref(), true);
    clicked.forget();
}

fn focused() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

/// Whoever has gone on to something else meanwhile is where the browser has brought them.
fn hold(opener: Element, top: f64, at: Option<Element>, frames: u32) {
    request_animation_frame(move || {
        if !opener.is_connected() || focused() != at {
            return;
        }
        let moved = opener.get_bounding_client_rect().top() - top;
        if let (Some(window), true) = (web_sys::window(), moved.abs() >= 1.0) {
            window.scroll_by_with_x_and_y(0.0, moved);
        }
        if frames > 1 {
            hold(opener, top, at, frames - 1);
        }
    });
}
