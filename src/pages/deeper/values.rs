//! なくしたくないもの, further: their order, how far each is met, what would meet it a little more.

use super::asking::asked::{ask, ask_together};
use super::asking::items;
use crate::document::values;
use crate::pack::Lang;
use crate::parts::el::many;
use crate::route::Route;
use crate::session::Session;
use crate::wording as w;
use leptos::prelude::*;

pub(super) fn page(session: Session, lang: Lang) -> AnyView {
    let none = session.peek(|d| d.items(&values::VALUE).is_empty());
    let draw = move |id| {
        let fields = [&values::SHORT, &values::MET, &values::MORE, &values::STORY];
        ask_together(session, fields.map(|f| f.of(id)), lang)
    };
    let body = many()
        .child(super::private_until_shown(lang))
        .child(if none {
            super::first_this(w::VALUES_NONE, Route::Values, lang)
        } else {
            items::list(session, &values::VALUE, lang, draw)
        })
        .child(ask(session, values::LINE.alone(), lang));
    super::screen_called(session, Route::ValuesMore, w::VALUES_MORE, w::VALUES_MORE_LEAD, body, lang)
}
