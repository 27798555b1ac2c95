//! 白紙の用紙: the sheet without words, to print and fill in by hand.

use crate::pack::Lang;
use crate::parts::el::{Child, el, many};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(_session: Session, lang: Lang) -> AnyView {
    many().child(el("h1").attr("tabindex", "-1").text(w::BLANK_PAGE.get(lang))).view()
}
