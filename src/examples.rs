//! The invented people whose sheets can be looked at. All of them 架空.
//!
//! They are golden backups, embedded as they are, so that what the examples show is what the format holds.
//! May know: the format, languages. Must never know: the person's own record.

use crate::document::Binder;
use crate::format;
use crate::pack::Lang;

/// An invented person.
pub struct Person {
    who: (&'static str, &'static str),
    ja: &'static str,
    en: &'static str,
}

/// Those that ship.
pub const PEOPLE: [Person; 2] = [
    Person {
        who: ("窓口で三年目。地域に出てみたい人（架空）", "Three years at the counter, curious about the community (invented)"),
        ja: include_str!("../tests/golden/people/counter.json"),
        en: include_str!("../tests/golden/people/counter.en.json"),
    },
    Person {
        who: ("忙しい係長。手放すことから始める人（架空）", "A team leader with too much to do, starting by letting go (invented)"),
        ja: include_str!("../tests/golden/people/busy.json"),
        en: include_str!("../tests/golden/people/busy.en.json"),
    },
];

impl Person {
    /// Who it is, in a line.
    pub fn who(&self, lang: Lang) -> &'static str {
        if lang == Lang::En { self.who.1 } else { self.who.0 }
    }

    /// Their record; tests hold that it opens.
    pub fn open(&self, lang: Lang) -> Option<Binder> {
        let text = if lang == Lang::En { self.en } else { self.ja };
        format::open_backup(text.as_bytes()).ok().map(|backup| backup.binder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_opens() {
        for person in PEOPLE {
            for lang in [Lang::Ja, Lang::En] {
                assert!(person.open(lang).is_some_and(|b| !b.document().is_blank()), "{}", person.who(lang));
            }
        }
    }
}
