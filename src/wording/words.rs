//! One wording, and where it stands among all.
//! May know: languages. Must never know: any word.

use super::said_in_english;
use crate::pack::Lang;

/// One wording in both languages. A program in the browser has the English from a file ([`super::ENGLISH_PATH`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub(super) ja: &'static str,
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) en: &'static str,
    /// Its table, and its place in that.
    at: u16,
}

/// A table has fewer wordings than this.
const TABLE_SIZE: u16 = 1 << 12;

impl Words {
    #[cfg_attr(target_arch = "wasm32", allow(unused_variables, reason = "the English lies in a file"))]
    pub(super) const fn new(ja: &'static str, en: &'static str, table: u16, place: u16) -> Self {
        Self {
            ja,
            #[cfg(not(target_arch = "wasm32"))]
            en,
            at: table * TABLE_SIZE + place,
        }
    }

    /// In one language.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => said_in_english(self),
        }
    }

    /// Its table, and its place in that.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub(super) const fn place(self) -> (usize, usize) {
        ((self.at / TABLE_SIZE) as usize, (self.at % TABLE_SIZE) as usize)
    }
}
