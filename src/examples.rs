//! The invented people whose sheets can be looked at. All of them 架空.
//!
//! They are golden backups, served as they are from `public/examples/` and read when one is looked at, so that what the
//! examples show is what the format holds and nobody else has to load them.
//! May know: the format, languages. Must never know: the person's own record, how a file is fetched.

use crate::document::Binder;
use crate::format;
use crate::pack::Lang;

/// An invented person.
pub struct Person {
    who: (&'static str, &'static str),
    files: (&'static str, &'static str),
}

/// Those that ship.
pub const PEOPLE: [Person; 2] = [
    Person {
        who: (
            "窓口で三年目。地域に出てみたい人（架空）",
            "Three years at the counter, curious about the community (invented)",
        ),
        files: ("examples/counter.json", "examples/counter.en.json"),
    },
    Person {
        who: (
            "忙しい係長。手放すことから始める人（架空）",
            "A team leader with too much to do, starting by letting go (invented)",
        ),
        files: ("examples/busy.json", "examples/busy.en.json"),
    },
];

impl Person {
    /// Who it is, in a line.
    pub fn who(&self, lang: Lang) -> &'static str {
        if lang == Lang::En { self.who.1 } else { self.who.0 }
    }

    /// Where their record is served, from the page's own address on.
    pub fn file(&self, lang: Lang) -> &'static str {
        if lang == Lang::En { self.files.1 } else { self.files.0 }
    }
}

/// The record in such a file; tests hold that each opens.
pub fn open(text: &str) -> Option<Binder> {
    format::open_backup(text.as_bytes()).ok().map(|backup| backup.binder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn every_example_is_served_as_it_is_held_golden_and_opens() -> std::io::Result<()> {
        for person in PEOPLE {
            for lang in [Lang::Ja, Lang::En] {
                let file = person.file(lang);
                let served = fs::read_to_string(format!("public/{file}"))?;
                let golden = fs::read_to_string(file.replace("examples/", "tests/golden/people/"))?;
                assert_eq!(served, golden, "{file}");
                assert!(open(&served).is_some_and(|b| !b.document().is_blank()), "{file}");
            }
        }
        Ok(())
    }
}
