//! A short list of lines to write: a blank one stands ready, and becomes an item with its first word.
//!
//! May know: the session, parts. Must never know: which question it is.

use super::{asked, focus_soon};
use crate::document::{Change, Field as Which, ItemId, Kind, Path};
use crate::pack::Lang;
use crate::pages::{asked_field, leaf_id, question};
use crate::parts::el::{Child, button, el, many};
use crate::parts::field::Field;
use crate::session::Session;
use crate::signals::Memo;
use crate::wording as w;
use leptos::prelude::*;

/// What a list of lines is told.
#[derive(Clone, Copy)]
pub(in super::super) struct Lines {
    pub(in super::super) session: Session,
    /// The kind; its first field is the line.
    pub(in super::super) kind: &'static Kind,
    /// How many the walk advises.
    pub(in super::super) most: usize,
    pub(in super::super) lang: Lang,
}

impl Lines {
    /// The lines, each with what else is asked of it.
    pub(in super::super) fn view(self, more: impl Fn(Line) -> AnyView + 'static) -> AnyView {
        self.drawn(Box::new(more))
    }

    fn drawn(self, more: Box<dyn Fn(Line) -> AnyView>) -> AnyView {
        let Self { session, kind, most, lang } = self;
        let blank = session.new_id();
        let items = session.items(kind);
        // The blank one keeps its place when it becomes an item: nothing is drawn anew under the writing hand.
        let shown = Memo::new(move |_| {
            let ids = items.get();
            if ids.is_empty() { vec![blank] } else { ids }
        });
        let rows = move || {
            let ids = shown.get();
            let several = ids.len() > 1;
            let rows = ids.iter().map(|id| {
                let line = Line { session, kind, id: *id, lang };
                el("li").class("line-item").child(line.field()).child(more(line)).child(several.then(|| line.away()))
            });
            el("ol").class("lines").child(rows.collect::<Vec<_>>())
        };
        let add = move || {
            let count = items.with(Vec::len);
            (count > 0 && count < most).then(|| {
                let add = move |_| {
                    let id = session.new_id();
                    session.change(Change::Added(kind, id));
                    focus_soon(leaf_id(kind.fields[0].of(id)));
                };
                el("p").child(button().class("link").on("click", add).text(w::LINE_MORE.get(lang)))
            })
        };
        many().live(rows).live(add).view()
    }
}

/// One line.
#[derive(Clone, Copy)]
pub(in super::super) struct Line {
    session: Session,
    kind: &'static Kind,
    /// Its item, which may not be there yet.
    id: ItemId,
    lang: Lang,
}

impl Line {
    /// A line that may not be there yet.
    pub(in super::super) fn new(session: Session, kind: &'static Kind, id: ItemId, lang: Lang) -> Self {
        Self { session, kind, id, lang }
    }

    /// The path of one of its fields.
    pub(in super::super) fn path(self, field: &'static Which) -> Path {
        field.of(self.id)
    }

    /// Does it, on an item that is there.
    pub(in super::super) fn change(self, change: Change) {
        let Self { session, kind, id, .. } = self;
        if session.peek(|d| d.ids(kind).contains(&id)) {
            session.change(change);
        } else {
            session.change(Change::Together(vec![Change::Added(kind, id), change]));
        }
    }

    fn field(self) -> AnyView {
        let name = self.kind.fields[0];
        let mut field = asked_field(self.session, self.path(name), self.lang);
        // The kind's own question stands above the list.
        field.label_hidden = question(self.session, name.id).title.is_none();
        asked::without_starters_where_said(self.session, self.path(name), &mut field);
        self.text(name, Field { lines: 2, ..field })
    }

    /// A field of it, worded as told.
    pub(in super::super) fn text(self, which: &'static Which, field: Field) -> AnyView {
        let path = self.path(which);
        field.view(
            move || self.session.peek(|d| d.text(path).to_owned()),
            self.session.rewritten,
            move |text| self.change(Change::Wrote(path, text)),
        )
    }

    /// A field of it, worded by the pack.
    pub(in super::super) fn asked(self, which: &'static Which) -> AnyView {
        let mut field = Field { lines: 2, ..asked_field(self.session, self.path(which), self.lang) };
        asked::without_starters_where_said(self.session, self.path(which), &mut field);
        self.text(which, field)
    }

    fn away(self) -> AnyView {
        let Self { session, kind, id, lang } = self;
        let away = move |_| {
            let beside = session.peek(|d| d.ids(kind).into_iter().find(|other| *other != id));
            session.change_with_undo(Change::Removed(kind, id), w::TAKEN_AWAY);
            if let Some(beside) = beside {
                focus_soon(leaf_id(kind.fields[0].of(beside)));
            }
        };
        button().class("link line-away").on("click", away).text(w::REMOVE.get(lang)).view()
    }
}
