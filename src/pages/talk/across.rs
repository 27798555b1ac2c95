//! 面談の相手のページ: what the person across the table can do before, during and after, made from what is shared.

use crate::pack::Lang;
use crate::parts::el::{Child, el, many};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(_session: Session, lang: Lang) -> AnyView {
    many().child(el("h1").attr("tabindex", "-1").text(w::ACROSS_PAGE.get(lang))).view()
}
