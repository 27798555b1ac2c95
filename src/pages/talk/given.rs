//! 受け取った計画: reads a file that somebody handed over, and shows it. Nothing of it is kept.

use crate::pack::Lang;
use crate::parts::el::{Child, el, many};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(_session: Session, lang: Lang) -> AnyView {
    many().child(el("h1").attr("tabindex", "-1").text(w::GIVEN_PAGE.get(lang))).view()
}
