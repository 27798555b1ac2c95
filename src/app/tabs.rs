//! Other tabs, as a person sees them: who writes, a way to write here, and both versions where there are two.
//!
//! May know: the session, the page. Must never know: how tabs find out.

use crate::browser::{page, reading};
use crate::pack::Lang;
use crate::pages::save_backup;
use crate::parts::el::{Child, button, el, many, nothing};
use crate::session::Session;
use crate::signals::Memo;
use crate::tabs::{Event, Role};
use crate::wording as w;
use leptos::prelude::*;

/// Tells the tab's part among the others what happens to the page.
pub(super) fn listen(session: Session) {
    page::on_going(move || session.tabs(Event::Leaving));
    page::on_coming(move |back| session.tabs(if back { Event::Back } else { Event::Seen }));
}

/// A page for reading takes no words. A screen that is shown anew because something was refused keeps the focus.
pub(super) fn follow(session: Session) -> impl FnMut() {
    let (mut refused_before, mut role_before) = (0, Role::Starting);
    move || {
        let role = session.role.get();
        let reads = matches!(role, Role::Reader { .. } | Role::Taking);
        if std::mem::replace(&mut role_before, role) == Role::Taking && reads && role != Role::Taking {
            session.notice.set(Some(w::TABS_NOT_TAKEN));
        }
        // Another screen has other fields, and so may this one when other words are shown.
        session.route.track();
        session.second.track();
        session.third.track();
        session.rewritten.track();
        let refused = session.refused.get();
        if std::mem::replace(&mut refused_before, refused) != refused
            && let Some(id) = reading::focused_id()
        {
            request_animation_frame(move || page::focus_id(&id));
        }
        reading::set(reads);
        request_animation_frame(move || reading::set(reads));
    }
}

/// That another tab writes, calmly, with the way to write here.
pub(super) fn notice(session: Session) -> AnyView {
    let shown = Memo::new(move |_| (session.role.get(), session.lang()));
    el("div").class("tabs-notice").attr("role", "status").live(move || said(session, shown.get())).view()
}

fn said(session: Session, (role, lang): (Role, Lang)) -> AnyView {
    let words = match role {
        Role::Reader { gone: false } => w::TABS_READING,
        Role::Reader { gone: true } => w::TABS_GONE,
        Role::Taking => w::TABS_TAKING,
        Role::Starting | Role::Writer | Role::Behind => return nothing(),
    };
    let take = (role != Role::Taking).then(|| {
        button().class("button quiet").on("click", move |_| session.tabs(Event::Take)).text(w::TABS_TAKE.get(lang))
    });
    el("div").class("trouble calm").child(el("p").text(words.get(lang))).child(take).view()
}

/// Both versions, where another tab has written something newer.
pub(super) fn versions(session: Session, lang: Lang) -> AnyView {
    let own = button()
        .class("button quiet")
        .attr("aria-describedby", "keep-own-note")
        .on("click", move |_| session.tabs(Event::TakeOwn))
        .text(w::TABS_KEEP_OWN.get(lang));
    let let_go = move |_| {
        save_backup(session, lang);
        session.tabs(Event::LetGo);
    };
    many()
        .child(el("p").child(own).text(" ").child(el("span").id("keep-own-note").text(w::TABS_KEEP_OWN_NOTE.get(lang))))
        .child(el("p").child(button().class("button quiet").on("click", let_go).text(w::TABS_OPEN_STORED.get(lang))))
        .view()
}
