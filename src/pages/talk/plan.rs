//! 計画の全体, and 本人控え: a manuscript on the screen and on paper.

use crate::browser::page;
use crate::document::Audience;
use crate::export::full;
use crate::own_copy;
use crate::pack::Lang;
use crate::parts::manuscript::manuscript;
use crate::session::Session;
use crate::share;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let plan = session.peek(|d| share::for_audience(d, Audience::Talk));
    manuscript(&session.pack(|pack| full::manuscript(&plan, pack, page::today(), lang)))
}

pub(super) fn own(session: Session, lang: Lang) -> AnyView {
    let day = page::today();
    manuscript(&session.peek(|d| session.pack(|pack| own_copy::manuscript(d, pack, day, lang))))
}
