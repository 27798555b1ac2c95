//! The English words, which lie in a file of their own: whoever reads Japanese doesn't wait for them, and an
//! update of the program doesn't fetch them again.
//!
//! In the browser they are learned from that file ([`ENGLISH_PATH`]) before anything is said in English. The
//! build writes the file from the tables ([`english`]). Native programs have the English in the tables.
//! May know: the tables. Must never know: where a file comes from.

use super::{TABLES, Words};
use crate::json;
use serde_json::Value;
use std::sync::OnceLock;

/// Where they lie, beside the page.
pub const ENGLISH_PATH: &str = "words/en.json";

/// What was learned: the words of every table, in its order; and the file itself.
static LEARNED: OnceLock<(Vec<Vec<&'static str>>, String)> = OnceLock::new();

/// Learns the words that a file holds; whether they are known now. A file that holds other tables is refused.
pub fn learn_english(file: &str) -> bool {
    if knows_english() {
        return true;
    }
    let all = json::read(file, 0).ok().and_then(|file| tables(&file));
    all.is_some_and(|all| LEARNED.set((all, file.to_owned())).is_ok())
}

/// Whether the English words were learned.
pub fn knows_english() -> bool {
    LEARNED.get().is_some()
}

/// The file that was learned, for another program of the same build.
pub fn learned_english() -> Option<&'static str> {
    LEARNED.get().map(|(_, file)| file.as_str())
}

/// The file, as the build writes it: a list for each table.
#[cfg(not(target_arch = "wasm32"))]
pub fn english() -> String {
    let table = |table: &[(&str, Words)]| table.iter().map(|(_, words)| words.en).collect::<Value>();
    TABLES.map(table).into_iter().collect::<Value>().to_string()
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) const fn said_in_english(words: Words) -> &'static str {
    words.en
}

/// Where they were not learned there is nothing to say but the Japanese.
#[cfg(target_arch = "wasm32")]
pub(super) fn said_in_english(words: Words) -> &'static str {
    let (table, place) = words.place();
    let learned = LEARNED.get().and_then(|(all, _)| all.get(table)?.get(place));
    learned.copied().unwrap_or(words.ja)
}

/// They are kept for the life of the page.
fn tables(file: &Value) -> Option<Vec<Vec<&'static str>>> {
    let kept = |words: &Value| Some(&*Box::leak(Box::<str>::from(words.as_str()?)));
    let table = |table: &Value| table.as_array()?.iter().map(kept).collect();
    let all: Vec<Vec<&'static str>> = file.as_array()?.iter().map(table).collect::<Option<_>>()?;
    (all.len() == TABLES.len()).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::{english, tables};
    use crate::json;
    use crate::wording::{TABLES, all};

    #[test]
    fn every_wording_stands_at_its_place_in_the_file() {
        let file = json::read(&english(), 0).ok();
        let learned = file.as_ref().and_then(tables).unwrap_or_default();
        for (name, words) in all() {
            let (table, place) = words.place();
            assert_eq!(learned[table][place], words.en, "{name}");
        }
        for (learned, table) in learned.iter().zip(TABLES) {
            assert_eq!(learned.len(), table.len());
        }
    }

    #[test]
    fn a_file_of_another_build_is_refused() {
        for file in ["[]", "[[\"a\"]]", "{}", "[[1],[],[],[],[],[],[],[],[],[],[],[]]", "[1,2,3,4,5,6,7,8,9,10,11,12]"]
        {
            let read = json::read(file, 0).ok();
            assert!(read.as_ref().and_then(tables).is_none(), "{file}");
        }
    }
}
