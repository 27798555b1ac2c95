//! What is off the one page, of what is shown: what the person took off, and what starts off it.
//!
//! May know: the registry, the marks of a document. Must never know: what stands on the page, who may see what.

use super::{Audience, Change, Document, Field, Path, work};

/// Whether a field is on the page only where the person put it there: how work is now, which fills a page that has room.
pub fn starts_off(field: &Field) -> bool {
    field.kind() == &work::WORK
}

/// Whether a leaf is off the page, for what is shown to an audience.
pub fn is_off(document: &Document, path: Path, audience: Audience) -> bool {
    document.is_left_off(path, audience) != starts_off(path.field)
}

/// The change that puts a leaf on the page, or takes it off.
pub fn placed(path: Path, audience: Audience, on: bool) -> Change {
    Change::LeftOff(path, audience, on == starts_off(path.field))
}
