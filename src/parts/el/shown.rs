//! What was made, as the one type of view that Leptos gets to see.
//!
//! May know: nodes, and how Leptos mounts them. Must never know: how they were made.

use super::{Kept, Parts};
use leptos::__reexports::send_wrapper::SendWrapper;
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
use web_sys::{Element, Node};

/// What was made, as the one type that Leptos gets to see.
pub(super) struct Made(SendWrapper<Shown>);

pub(super) struct Shown(Box<dyn Mountable>);

impl Made {
    pub(super) fn of(shown: impl Mountable + 'static) -> Self {
        Self(SendWrapper::new(Shown(Box::new(shown))))
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl Kept {
    fn shown(&mut self) -> Option<&mut AnyViewState> {
        if let Self::View(view) = self { Some(view) } else { None }
    }
}

impl Mountable for Parts {
    fn unmount(&mut self) {
        match &self.element {
            Some(element) => element.remove(),
            None => self.kept.iter_mut().filter_map(Kept::shown).for_each(Mountable::unmount),
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        match &self.element {
            Some(element) => Rndr::insert_node(parent, element, marker),
            None => self.kept.iter_mut().filter_map(Kept::shown).for_each(|part| part.mount(parent, marker)),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match &self.element {
            Some(element) => before(element, child),
            None => self.kept.iter().any(|kept| matches!(kept, Kept::View(view) if view.insert_before_this(child))),
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.element.iter().cloned().collect()
    }
}

/// An element of words that has none of ours around it.
pub(super) struct Lone(pub(super) Node);

impl Mountable for Lone {
    fn unmount(&mut self) {
        Rndr::remove(&self.0);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.0, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        before(&self.0, child)
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

fn before(node: &Node, child: &mut dyn Mountable) -> bool {
    let parent = node.parent_element();
    parent.is_some_and(|parent| child.try_mount(&parent, Some(node)))
}

impl Render for Made {
    type State = Shown;

    fn build(self) -> Shown {
        self.0.take()
    }

    fn rebuild(self, state: &mut Shown) {
        let mut now = self.build();
        state.insert_before_this(&mut now);
        state.unmount();
        *state = now;
    }
}

impl AddAnyAttr for Made {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// There is no server: nothing of this is ever written as HTML.
impl RenderHtml for Made {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
