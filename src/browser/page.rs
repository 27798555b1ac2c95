//! The page around the app: its address, title, focus, clock, chance, and what happens to it.
//!
//! May know: strings and numbers. Must never know: routes, documents.

mod fields;
mod openers;
mod waiting;

pub use fields::{LEAVING, tell_fields, type_text};
pub use openers::hold_openers;
pub use waiting::{both, first};

use crate::export::Day;
use js_sys::Date;
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement, KeyboardEvent, UiEvent};

/// The address after `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address of our own. `hash` must come from a `Route`, never from anything that was typed.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Names the window.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|w| w.document()) {
        document.set_title(title);
    }
}

/// Tells the browser which language the page is in.
pub fn set_language(code: &str) {
    if let Some(root) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element()) {
        let _ = root.set_attribute("lang", code);
    }
}

/// Shows a screen that was gone to from its top, as [`focus_heading`] does, unless somebody is at work in it already: since they
/// left `from`, which had the focus then, they have put it there themselves. The frame before this may be late, and a field
/// that loses the focus loses the next letters too.
pub fn arrive(from: Option<&Element>) {
    let now = focused();
    let at_work = now.as_ref().is_some_and(|element| element.matches("main *").unwrap_or(false));
    if !at_work || now.as_ref() == from {
        focus_heading();
    }
}

/// What has the focus.
pub fn focused() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

/// Shows the top of the page and gives the heading the focus, so that it is read out.
pub fn focus_heading() {
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    let heading = window.document().and_then(|d| d.query_selector("main h1").ok().flatten());
    focus(heading);
}

/// Gives the element of that id the focus.
pub fn focus_id(id: &str) {
    focus(web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id)));
}

/// Gives what had the focus and is gone from the page its focus back, where something of the same id has come
/// in its place.
pub fn focus_again(held: Option<Element>) {
    let Some(gone) = held.filter(|held| !held.is_connected() && !held.id().is_empty()) else { return };
    focus_id(&gone.id());
    if let (Some(area), Some(gone)) = (focused(), gone.dyn_ref::<HtmlTextAreaElement>()) {
        let cursor = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or(0);
        if let Some(area) = area.dyn_ref::<HtmlTextAreaElement>() {
            let _ = area.set_selection_range(cursor(gone.selection_start()), cursor(gone.selection_end()));
        }
    }
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Takes away what `index.html` showed until the app was there.
pub fn remove_waiting() {
    if let Some(waiting) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("waiting")) {
        waiting.remove();
    }
}

/// Tells what started the page (`src/bin/seal/start.js`) that the app is there: what can wait for that may begin.
pub fn shown() {
    tell("aritai-shown");
}

/// Tells it that there is something to keep, and so a page to be opened without a network.
pub fn kept() {
    tell("aritai-kept");
}

fn tell(what: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(what)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Shows the panic notice that `index.html` keeps ready, and tells the console where it broke: a place in the program,
/// never the panic's own words, which might quote the person's.
pub fn show_panic_notice(place: &str) {
    web_sys::console::error_1(&format!("aritai: {place}").into());
    if let Some(notice) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("panic")) {
        let _ = notice.remove_attribute("hidden");
    }
}

/// Opens the browser's print dialogue, under a title that becomes the file's name when it is saved as PDF.
pub fn print_as(title: &str) {
    let Some((window, document)) = web_sys::window().and_then(|w| w.document().map(|d| (w, d))) else { return };
    let before = document.title();
    document.set_title(title);
    let _ = window.print();
    document.set_title(&before);
}

/// The height of an A4 page between its margins (277 mm), in CSS pixels, less a hair.
const PAGE_HEIGHT: i32 = 1040;
/// A page of which so much is left can be set in larger letters: it has the class `<class>-roomy`.
const ROOMY: i32 = 260;
/// So many letters never stand on one page. They need not be set to see that.
const PAGE_LETTERS: u32 = 6_000;

/// Measures the first element of a class as it would stand on paper: how much of one page it leaves, in CSS pixels, below
/// zero where it doesn't fit. Where it does it has the class `<class>-fits`. `None` where there is no such element.
pub fn room_on_page(class: &str) -> Option<i32> {
    let document = web_sys::window()?.document()?;
    let paper = document.query_selector(&format!(".{class}")).ok()??;
    let letters =
        js_sys::Reflect::get(&paper, &"textContent".into()).map_or(0, |text| js_sys::JsString::from(text).length());
    let room = if letters < PAGE_LETTERS {
        height_on_paper(&document, &paper, class).map_or(0, |height| PAGE_HEIGHT - height)
    } else {
        -1
    };
    let _ = paper.class_list().toggle_with_force(&format!("{class}-fits"), room >= 0);
    let _ = paper.class_list().toggle_with_force(&format!("{class}-roomy"), room >= ROOMY);
    Some(room)
}

fn height_on_paper(document: &web_sys::Document, paper: &Element, class: &str) -> Option<i32> {
    let copy: Element = paper.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let _ = copy.class_list().add_1(&format!("{class}-measured"));
    // Else, measured while it is being printed, it would be as tall as the page that it fills.
    let _ = copy.class_list().remove_2(&format!("{class}-fits"), &format!("{class}-roomy"));
    let _ = copy.set_attribute("aria-hidden", "true");
    let body = document.body()?;
    body.append_child(&copy).ok()?;
    let height = copy.scroll_height();
    copy.remove();
    Some(height)
}

/// Milliseconds since 1970 (UTC), by this machine's clock.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time is a positive whole number")]
pub fn now() -> u64 {
    Date::now() as u64
}

/// Milliseconds since this page was opened, by a clock that nobody sets: what lasts a while is measured with
/// it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time is a positive whole number")]
pub fn ticks() -> u64 {
    web_sys::window().and_then(|window| window.performance()).map_or_else(now, |clock| clock.now() as u64)
}

/// The calendar day here, now.
pub fn today() -> Day {
    day_of(now())
}

/// The day and the time of day here at a time that a file or a store names; `None` where no clock showed it.
pub fn moment(time: u64) -> Option<(Day, (u32, u32))> {
    Day::may_be_of(time).then(|| (day_of(time), clock(time)))
}

/// The calendar day here at a time.
#[allow(clippy::cast_possible_wrap, reason = "a year fits")]
fn day_of(time: u64) -> Day {
    let date = date(time);
    Day { year: date.get_full_year() as i32, month: date.get_month() + 1, day: date.get_date() }
}

/// The number of the calendar day here at a time, counted on from day to day.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "days since 1970 are few and positive"
)]
pub fn day_number(time: u64) -> u64 {
    let minutes = date(time).get_timezone_offset();
    ((time as f64 - minutes * 60_000.0).max(0.0) / 86_400_000.0) as u64
}

/// The time of day here: hours and minutes.
pub fn clock(time: u64) -> (u32, u32) {
    let date = date(time);
    (date.get_hours(), date.get_minutes())
}

#[allow(clippy::cast_precision_loss, reason = "milliseconds stay far below 2^53")]
fn date(time: u64) -> Date {
    Date::new(&wasm_bindgen::JsValue::from_f64(time as f64))
}

/// A random number that is not 0.
pub fn random() -> u64 {
    let mut bytes = [0u8; 8];
    let filled = web_sys::window()
        .and_then(|w| w.crypto().ok())
        .and_then(|c| c.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        // Without a source of chance the clock has to do: ids must differ on one machine, not be secret.
        bytes = (js_sys::Math::random() * 9e15 + Date::now()).to_bits().to_be_bytes();
    }
    u64::from_be_bytes(bytes).max(1)
}

/// The browser's languages of choice, the first one.
pub fn preferred_language() -> String {
    web_sys::window().and_then(|w| w.navigator().language()).unwrap_or_default()
}

/// Calls back whenever the address after `#` changes. For the life of the page.
pub fn on_hash_change(mut then: impl FnMut() + 'static) {
    listen("hashchange", move |_| then());
}

/// Lets a double click act once where the first click led elsewhere: many people press everything twice, and the second press
/// would fall on whatever lies under the pointer on the screen that has come. For the life of the page.
pub fn calm_double_clicks() {
    let fresh = Rc::new(Cell::new(false));
    let moved = fresh.clone();
    listen("hashchange", move |_| moved.set(true));
    let Some(window) = web_sys::window() else { return };
    let calm = Closure::<dyn FnMut(Event)>::new(move |ev: Event| {
        let again = ev.dyn_ref::<UiEvent>().is_some_and(|ev| ev.detail() > 1);
        if again && fresh.get() {
            ev.prevent_default();
            ev.stop_propagation();
        } else {
            fresh.set(false);
        }
    });
    for event in ["mousedown", "click"] {
        let _ = window.add_event_listener_with_callback_and_bool(event, calm.as_ref().unchecked_ref(), true);
    }
    calm.forget();
}

/// Calls back whenever the page may be about to go: hidden, closed, frozen. For the life of the page.
pub fn on_leaving(then: impl Fn() + Clone + 'static) {
    let closing = then.clone();
    listen("pagehide", move |_| {
        tell_fields();
        closing();
    });
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let hidden = Closure::<dyn FnMut(Event)>::new(move |_| {
        fields::tell_areas();
        then();
    });
    let _ = document.add_event_listener_with_callback("visibilitychange", hidden.as_ref().unchecked_ref());
    hidden.forget();
}

/// Calls back when the page goes, for good or into the browser's memory. For the life of the page.
pub fn on_going(then: impl Fn() + 'static) {
    listen("pagehide", move |_| then());
}

/// Calls back when the page is looked at again: `true` where it comes out of the browser's memory as it had gone, `false`
/// where it was only out of sight, or slept. For the life of the page.
pub fn on_coming(then: impl Fn(bool) + Clone + 'static) {
    let (seen, woken) = (then.clone(), then.clone());
    listen("pageshow", move |ev| {
        if js_sys::Reflect::get(&ev, &"persisted".into()).is_ok_and(|kept| kept.is_truthy()) {
            then(true);
        }
    });
    listen("focus", move |_| seen(false));
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let resumed = Closure::<dyn FnMut(Event)>::new(move |_| woken(false));
    for event in ["resume", "visibilitychange"] {
        let _ = document.add_event_listener_with_callback(event, resumed.as_ref().unchecked_ref());
    }
    resumed.forget();
}

/// Lets the browser ask, in its own words, before the page is left while `asks` says so. For the life of the page.
pub fn on_about_to_leave(asks: impl Fn() -> bool + 'static) {
    listen("beforeunload", move |ev| {
        if asks() {
            ev.prevent_default();
            // What older browsers go by.
            let _ = js_sys::Reflect::set(&ev, &"returnValue".into(), &true.into());
        }
    });
}

/// Whether a text field has the focus: what is written there is the person's, and so is its Ctrl+Z.
pub fn is_writing() -> bool {
    let active = focused();
    let fields = "textarea, input:not([type=checkbox]):not([type=radio]):not([type=file]), [contenteditable]";
    active.is_some_and(|element| element.matches(fields).unwrap_or(true))
}

/// Calls back on Ctrl+Z or Cmd+Z outside text fields, for the life of the page. There it never does anything else: a browser
/// would take back words in a field that was left long ago, and may not even be in sight.
pub fn on_undo_key(then: impl Fn() + 'static) {
    listen("keydown", move |ev| {
        let Some(key) = ev.dyn_ref::<KeyboardEvent>() else { return };
        let held = (key.ctrl_key() || key.meta_key()) && !key.shift_key() && !key.alt_key() && !key.repeat();
        // Every key comes by here.
        if !held {
            return;
        }
        // Where kana are typed directly, the key says its kana.
        let z = key.key();
        let is_z = z.eq_ignore_ascii_case("z") || !z.is_ascii() && key.code() == "KeyZ";
        if is_z && !key.is_composing() && !is_writing() {
            ev.prevent_default();
            then();
        }
    });
}

/// What is heard as long as this is kept.
pub struct Heard {
    event: &'static str,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Heard {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback(self.event, self.act.as_ref().unchecked_ref());
        }
    }
}

/// Calls back when Escape is pressed, wherever the focus is, as long as what it answers with is kept.
pub fn on_escape(then: impl Fn() + 'static) -> Heard {
    let act = Closure::<dyn FnMut(Event)>::new(move |ev: Event| {
        let escapes = ev.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape" && !key.is_composing());
        if escapes {
            ev.prevent_default();
            then();
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("keydown", act.as_ref().unchecked_ref());
    }
    Heard { event: "keydown", act }
}

/// Calls back with whatever gets the focus. For the life of the page.
pub fn on_focus(then: impl Fn(&Element) + 'static) {
    listen("focusin", move |ev| {
        if let Some(element) = ev.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            then(&element);
        }
    });
}

/// Whether the first element of a class lies over this one, for whoever looks at the screen.
pub fn lies_over(class: &str, under: &Element) -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    let over = document.and_then(|d| d.query_selector(&format!(".{class} > *")).ok().flatten());
    over.filter(|over| !over.contains(Some(under))).is_some_and(|over| {
        let (over, under) = (over.get_bounding_client_rect(), under.get_bounding_client_rect());
        over.left() < under.right()
            && under.left() < over.right()
            && over.top() < under.bottom()
            && under.top() < over.bottom()
    })
}

/// Whether the page is in sight, as far as the browser knows.
pub fn in_sight() -> bool {
    web_sys::window().and_then(|w| w.document()).is_none_or(|document| !document.hidden())
}

fn listen(event: &str, then: impl FnMut(Event) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let callback = Closure::<dyn FnMut(Event)>::new(then);
    let _ = window.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
    callback.forget();
}

/// Does something in the background. One function for all of it, however many kinds there are.
pub fn later(work: impl Future<Output = ()> + 'static) {
    fn spawn(work: Pin<Box<dyn Future<Output = ()>>>) {
        wasm_bindgen_futures::spawn_local(work);
    }
    spawn(Box::pin(work));
}

/// Ends after so many milliseconds.
pub async fn after(ms: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
