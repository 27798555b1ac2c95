//! ファイルにする: every file that can be made, those to hand over apart from those to keep.

use crate::pack::Lang;
use crate::parts::el::{Child, el, many};
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(_session: Session, lang: Lang) -> AnyView {
    many().child(el("h1").attr("tabindex", "-1").text(w::FILES_PAGE.get(lang))).view()
}
