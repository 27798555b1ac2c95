//! A list of items of one kind: one of them open, put in order with buttons or by dragging, added and taken away.
//!
//! May know: the session, parts. Must never know: what is asked of an item; the screen draws that.
//!
//! *Invariant:* only the open item's questions are in the page, however long the list is.

use super::focus_soon;
use crate::document::{Change, ItemId, Kind};
use crate::export::sheet::name_of;
use crate::pack::Lang;
use crate::parts::drag;
use crate::parts::el::{Child, El, button, el, many};
use crate::session::Session;
use crate::signals::{Memo, State};
use crate::wording as w;
use leptos::prelude::*;
use std::rc::Rc;

/// The list. `draw` makes what is asked of the open item.
pub(in super::super) fn list(
    session: Session,
    kind: &'static Kind,
    lang: Lang,
    draw: impl Fn(ItemId) -> AnyView + 'static,
) -> AnyView {
    list_drawn(session, kind, lang, Rc::new(draw))
}

fn list_drawn(session: Session, kind: &'static Kind, lang: Lang, draw: Rc<dyn Fn(ItemId) -> AnyView>) -> AnyView {
    let ids = session.items(kind);
    let open = State::new(ids.get_untracked().first().copied());
    let shown = move || {
        let ids = ids.get();
        let last = ids.len();
        let rows = ids
            .into_iter()
            .enumerate()
            .map(|(at, id)| Row { session, kind, id, at, last, open, lang }.view(draw.clone()))
            .collect::<Vec<_>>();
        el("ol").class("items").id(list_id(kind)).attr("tabindex", "-1").child(rows)
    };
    many().live(shown).view()
}

fn list_id(kind: &Kind) -> String {
    format!("{}-list", kind.id)
}

fn head_id(kind: &Kind, id: ItemId) -> String {
    format!("{}-{id}-head", kind.id)
}

/// One item of the list.
#[derive(Clone, Copy)]
struct Row {
    session: Session,
    kind: &'static Kind,
    id: ItemId,
    /// Its place, from 0.
    at: usize,
    /// How many there are.
    last: usize,
    /// Which one is open.
    open: State<Option<ItemId>>,
    lang: Lang,
}

impl Row {
    fn view(self, draw: Rc<dyn Fn(ItemId) -> AnyView>) -> El {
        let Self { session, id, open, lang, .. } = self;
        let name = self.name();
        let body_id = format!("{}-{id}-body", self.kind.id);
        let is_open = Memo::new(move |_| open.get() == Some(id));
        let head = button()
            .class("item-name")
            .id(head_id(self.kind, id))
            .live_attr("aria-expanded", move || is_open.get().to_string())
            .attr("aria-controls", body_id.as_str())
            .on("click", move |_| open.update(|open| *open = if *open == Some(id) { None } else { Some(id) }))
            .live_text(move || {
                let name = name.get();
                if name.is_empty() { w::ITEM_NEW.get(lang).to_owned() } else { name }
            });
        let row = el("li").class("item").class_if("item-alone", self.last < 2);
        let handle = (self.last > 1).then(|| self.handle());
        row.child(el("div").class("item-head").child(handle).child(head)).child(
            el("div").class("item-body").id(body_id).live(move || {
                is_open.get().then(|| el("div").child(self.tools(session)).child(untrack(|| draw(id))).view())
            }),
        )
    }

    fn name(self) -> Memo<String> {
        let Self { session, id, lang, .. } = self;
        Memo::new(move |_| session.with(|d| session.pack(|pack| name_of(d, pack, id, lang))).unwrap_or_default())
    }

    /// Something to drag by. It is for the pointer only: the buttons do the same for everybody.
    fn handle(self) -> El {
        let Self { session, kind, id, .. } = self;
        let moved = move |to: usize| session.change_with_undo(Change::Moved(kind, id, to), w::MOVED);
        drag::handle(moved)
    }

    /// Up, down, away. They stand before the questions: whoever puts a list in order need not pass these each time.
    fn tools(self, session: Session) -> El {
        let Self { kind, id, at, last, open, lang, .. } = self;
        let tool_id = move |name: &str| format!("{}-{id}-{name}", kind.id);
        // The button keeps the focus, to be pressed again; at the end of the list the other one gets it.
        let to = move |place: usize, name: &str| {
            session.change_with_undo(Change::Moved(kind, id, place), w::MOVED);
            let name = match place {
                0 => "down",
                _ if place + 1 == last => "up",
                _ => name,
            };
            focus_soon(tool_id(name));
        };
        let away = move |_| {
            let beside = session.peek(|d| d.ids(kind).into_iter().find(|other| *other != id));
            open.set(None);
            session.change_with_undo(Change::Removed(kind, id), w::TAKEN_AWAY);
            focus_soon(beside.map_or_else(|| list_id(kind), |beside| head_id(kind, beside)));
        };
        let tool = |words: w::Words| button().class("link").text(words.get(lang));
        el("p")
            .class("item-tools")
            .child((at > 0).then(|| tool(w::ITEM_UP).id(tool_id("up")).on("click", move |_| to(at - 1, "up"))))
            .child(
                (at + 1 < last)
                    .then(|| tool(w::ITEM_DOWN).id(tool_id("down")).on("click", move |_| to(at + 1, "down"))),
            )
            .child(tool(w::ITEM_AWAY).on("click", away))
    }
}
