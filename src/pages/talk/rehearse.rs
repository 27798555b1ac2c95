//! 話す練習: what to say in one and in three minutes, from what is shared, with a timer.

use crate::pack::Lang;
use crate::parts::el::{Child, el, many};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(_session: Session, lang: Lang) -> AnyView {
    many().child(el("h1").attr("tabindex", "-1").text(w::REHEARSE_PAGE.get(lang))).view()
}
