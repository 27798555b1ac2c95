//! Bricks: told their text, they tell their new text, and remember nothing.
//!
//! May know: words, signals handed in. Must never know: the session, documents, the stores.

pub mod across;
pub mod blank;
pub mod card;
pub mod chooser;
pub mod copying;
pub mod drag;
pub mod el;
pub mod field;
pub mod manuscript;
pub mod paper;
pub mod path;
pub mod picture;
pub mod printing;
pub mod question;
pub mod script;
pub mod unfold;
pub mod unwritten;
pub mod version;
pub mod walk;
