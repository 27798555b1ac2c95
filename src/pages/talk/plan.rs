//! 計画の全体, and 本人控え: a manuscript on the screen and on paper.

use super::office;
use crate::browser::page;
use crate::document::Audience;
use crate::export::full;
use crate::export::manuscript::Manuscript;
use crate::own_copy;
use crate::pack::Lang;
use crate::parts::el::{Child, many};
use crate::parts::manuscript::manuscript;
use crate::session::Session;
use crate::share;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    with_files(session, lang, move || {
        let plan = session.peek(|d| share::for_audience(d, Audience::Talk));
        session.pack(|pack| full::manuscript(&plan, pack, page::today(), lang))
    })
}

pub(super) fn own(session: Session, lang: Lang) -> AnyView {
    with_files(session, lang, move || {
        session.peek(|d| session.pack(|pack| own_copy::manuscript(d, pack, page::today(), lang)))
    })
}

fn with_files(session: Session, lang: Lang, make: impl Fn() -> Manuscript + 'static) -> AnyView {
    many().child(manuscript(&make())).child(office::buttons(session, lang, make)).view()
}
