//! The file that opens in the same app: what is shared, for whoever it is handed to, and nothing else.
//!
//! May know: what is shared. Must never know: a whole document, the codec.

use super::{Day, File, file_name};
use crate::document::ItemId;
use crate::pack::Lang;
use crate::share::{self, SharedPlan};
use crate::wording as w;

/// What is shared, as a file to hand over.
pub fn file(plan: &SharedPlan, day: Day, lang: Lang) -> File {
    marked(plan, day, lang, None)
}

/// The same with the mark of its handover, by which a reply finds its way back.
pub fn marked(plan: &SharedPlan, day: Day, lang: Lang, mark: Option<(ItemId, u32)>) -> File {
    File {
        name: file_name(w::FILE_SHARED.get(lang), day, "json"),
        kind: "application/json",
        body: share::write_as(plan, &day.to_string(), lang, mark).into_bytes(),
    }
}
