//! A field to write in: label, support text above, the words themselves.
//!
//! The field owns its text: it is read on every `input`, and also on `change`, when the focus goes and when
//! the field does, for what dictates or fills in forms may tell no more than that, or nothing. It is written
//! only when the document changed otherwise (load, restore, undo, a chosen chip), never in the middle of a
//! composition. May know: its own text. Must never know: which answer it is.

use super::el::{Child, El, button, el, many, nothing};
use crate::browser::letters::graphemes;
use crate::browser::page;
use crate::export::room::{Room, room};
use crate::pack::{Lang, unmarked};
use crate::signals::State;
use crate::wording as w;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use web_sys::{Event, HtmlTextAreaElement};

/// What a field is told.
pub struct Field {
    /// The element's id, which the label points to.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Whether the label is only for those who listen, because a heading says the same.
    pub label_hidden: bool,
    /// Support text, shown above.
    pub hint: Option<String>,
    /// How many lines it shows at first; it grows.
    pub lines: u32,
    /// Beginnings of a sentence, inserted at the cursor.
    pub starters: Vec<String>,
    /// How many letters the sheet has room for; 0 where it doesn't matter.
    pub room: usize,
    /// What of the person's own the browser may fill in, by HTML's name for it.
    pub fills: &'static str,
    /// The language of the interface.
    pub lang: Lang,
}

impl Field {
    /// A field of one line with a label.
    pub fn new(id: String, label: String, lang: Lang) -> Self {
        Self { id, label, label_hidden: false, hint: None, lines: 1, starters: Vec::new(), room: 0, fills: "off", lang }
    }

    /// Draws it. `read` gives the text as the document has it, `rewritten` changes when that changed otherwise than by
    /// typing here, `wrote` is told every new text.
    pub fn view(
        self,
        read: impl Fn() -> String + 'static,
        rewritten: State<u32>,
        wrote: impl Fn(String) + 'static,
    ) -> AnyView {
        self.drawn(Box::new(read), rewritten, Rc::new(wrote))
    }

    fn drawn(self, read: Box<dyn Fn() -> String>, rewritten: State<u32>, wrote: Rc<dyn Fn(String)>) -> AnyView {
        let hint_id = format!("{}-hint", self.id);
        let described = self.hint.is_some().then(|| hint_id.clone());
        let label = el("label").attr("for", self.id.as_str()).class_if("sr-only", self.label_hidden).text(self.label);
        let area = el("textarea")
            .id(self.id)
            .attr("rows", self.lines)
            .attr("autocomplete", self.fills)
            .attr("aria-describedby", described);
        let Some(node) = area.element::<HtmlTextAreaElement>() else { return nothing() };
        let starters = (!self.starters.is_empty()).then(|| starters(self.starters, self.lang, &node));
        let counter = Rc::new(Counter {
            area: node.clone(),
            of: self.room,
            now: State::new(Room::Enough),
            waiting: Cell::new(false),
            typed: Cell::new(false),
        });
        let room = counter.view(self.lang);
        let seen = RefCell::default();
        let composing = Cell::new(false);
        let typed = Rc::new(Typed { area: node, read, wrote, seen, composing, counter });
        let (begins, ends, left, shown) = (typed.clone(), typed.clone(), typed.clone(), typed.clone());
        let (input, change) = (typed.clone(), typed.clone());
        let last = StoredValue::new_local(typed);
        on_cleanup(move || last.with_value(|typed| typed.take()));
        let area = area
            .on("compositionstart", move |_| begins.composing.set(true))
            .on("compositionend", move |_| ends.composing.set(false))
            .on("input", move |_| input.take())
            .on("change", move |_| change.take())
            .on("blur", move |_| {
                left.composing.set(false);
                left.take();
            })
            .then(move || {
                rewritten.track();
                shown.show();
            });
        el("div")
            .class("field")
            .child(label)
            .child(self.hint.map(|hint| el("p").class("hint").id(hint_id).text(hint)))
            .child(area)
            .child(room)
            .child(starters)
            .view()
    }
}

/// Where a field keeps what was shown in it last otherwise than by typing.
const SHOWN: &str = "aritaiShown";

/// A field's text, between the field and the document.
struct Typed {
    area: HtmlTextAreaElement,
    read: Box<dyn Fn() -> String>,
    wrote: Rc<dyn Fn(String)>,
    /// What stood in the field when it was looked at last.
    seen: RefCell<String>,
    composing: Cell<bool>,
    counter: Rc<Counter>,
}

impl Typed {
    /// Tells what stands in the field, where that is something else than the last time.
    fn take(&self) {
        let now = self.area.value();
        if *self.seen.borrow() != now {
            self.seen.replace(now.clone());
            (self.wrote)(now);
            self.counter.look();
        }
    }

    /// Shows what the document has. Where that is what the field had, whatever stands there now came without
    /// a word.
    fn show(&self) {
        let text = untrack(&self.read);
        if *self.seen.borrow() == text {
            self.take();
        } else if !self.composing.get() {
            self.area.set_value(&text);
            // The browser's own history does not reach further back (`src/bin/seal/start.js` sees to it).
            let _ = js_sys::Reflect::set(&self.area, &SHOWN.into(), &text.as_str().into());
            self.seen.replace(text);
        }
        self.counter.look();
    }
}

/// How long nobody typed before letters are counted.
const PAUSE_MS: u64 = 500;

/// Counts what stands in a field, in the pauses of typing: a key costs nothing.
struct Counter {
    area: HtmlTextAreaElement,
    of: usize,
    now: State<Room>,
    waiting: Cell<bool>,
    typed: Cell<bool>,
}

impl Counter {
    fn look(self: &Rc<Self>) {
        self.typed.set(true);
        if self.of > 0 && !self.waiting.replace(true) {
            self.wait();
        }
    }

    fn wait(self: &Rc<Self>) {
        let this = self.clone();
        let pause = move || {
            if this.typed.replace(false) {
                return this.wait();
            }
            this.waiting.set(false);
            let room = room(&this.area.value(), this.of, graphemes);
            // The page may have been left in the meantime.
            if this.now.try_get_untracked().is_some_and(|before| before != room) {
                this.now.set(room);
            }
        };
        set_timeout(pause, Duration::from_millis(PAUSE_MS));
    }

    /// How much room is left, where that is little. The number is for the eye; who listens is told when it gets little and
    /// when it is too much.
    fn view(&self, lang: Lang) -> Option<El> {
        let now = self.now;
        let shown = move || match now.get() {
            Room::Enough => String::new(),
            Room::Left(left) => w::room_left(left, lang),
            Room::Over(over) => w::room_over(over, lang),
        };
        let said = move || match now.get() {
            Room::Enough => "",
            Room::Left(_) => w::ROOM_LITTLE.get(lang),
            Room::Over(_) => w::ROOM_OVER.get(lang),
        };
        (self.of > 0).then(|| {
            many()
                .child(el("p").class("hint room").attr("aria-hidden", "true").live_text(shown))
                .child(el("p").class("sr-only").attr("role", "status").live_text(said))
        })
    }
}

fn starters(starters: Vec<String>, lang: Lang, area: &HtmlTextAreaElement) -> El {
    let button = |starter: String| {
        let (area, words) = (area.clone(), unmarked(&starter).into_owned());
        // Its value is what it writes: what is read on it may have been translated.
        button()
            .class("chip")
            .attr("value", starter.as_str())
            .on("click", move |_| insert_at_cursor(&area, &words))
            .text(starter)
    };
    el("div")
        .class("chips starters")
        .attr("role", "group")
        .attr("aria-label", w::STARTERS.get(lang))
        .child(el("span").class("chips-label").attr("aria-hidden", "true").text(w::STARTERS.get(lang)))
        .child(starters.into_iter().map(button).collect::<Vec<_>>())
}

/// Inserts text where the cursor is, and leaves the cursor behind it. Nothing that stands there is replaced.
fn insert_at_cursor(area: &HtmlTextAreaElement, text: &str) {
    let _ = area.focus();
    let end = area.selection_end().ok().flatten().unwrap_or(u32::MAX);
    let _ = area.set_selection_range(end, end);
    if !page::type_text(text) {
        let _ = area.set_range_text_with_start_and_end_and_mode(text, end, end, "end");
        if let Ok(event) = Event::new("input") {
            let _ = area.dispatch_event(&event);
        }
    }
}
