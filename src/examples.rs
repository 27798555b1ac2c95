//! The invented people whose walks can be looked at. All of them 架空.
//!
//! They are golden backups, served as they are from `public/examples/` and read when one is looked at, so that what the
//! examples show is what the format holds and nobody else has to load them.
//! May know: the format, languages. Must never know: the person's own record, how a file is fetched.

use crate::document::Binder;
use crate::format;
use crate::pack::{Lang, Workplace};

/// An invented person.
pub struct Person {
    who: (&'static str, &'static str),
    /// Where their record is served; the second one in English.
    files: (&'static str, &'static str),
}

/// Those that the first screen offers.
static FIRST: [Person; 2] = [
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

/// The others, in the gallery.
static MORE: [Person; 6] = [
    Person {
        who: (
            "まちの施設を受け持つ技術職。市民と将来を考えたい人（架空）",
            "An engineer for public buildings who’d like to plan their future with residents (invented)",
        ),
        files: ("examples/civil.json", "examples/civil.en.json"),
    },
    Person {
        who: (
            "家屋の評価を担当。税務の専門を深めたい人（架空）",
            "A property assessor who’d like to go deeper into tax work (invented)",
        ),
        files: ("examples/tax.json", "examples/tax.en.json"),
    },
    Person {
        who: (
            "図書館の職員。いまの仕事を続けたい人（架空）",
            "A librarian who’d like to carry on as things are (invented)",
        ),
        files: ("examples/staying.json", "examples/staying.en.json"),
    },
    Person {
        who: (
            "短い勤務時間で、初めての分野に移ったばかりの人（架空）",
            "On shorter hours, and new to the field (invented)",
        ),
        files: ("examples/shorter.json", "examples/shorter.en.json"),
    },
    Person {
        who: (
            "長く防災に携わってきた人。次に渡したい（架空）",
            "Many years in disaster preparedness, ready to pass on what they’ve learnt (invented)",
        ),
        files: ("examples/handing.json", "examples/handing.en.json"),
    },
    Person {
        who: ("やりたいことが、まだ決まらない人（架空）", "Not yet sure what they’d like to do (invented)"),
        files: ("examples/searching.json", "examples/searching.en.json"),
    },
];

/// Those of other workplaces, whom the first screen offers there: two of a company, one of a hospital.
static ELSEWHERE: [Person; 3] = [
    Person {
        who: (
            "受注を受け持つ会社員。お客さまの声を届けたい人（架空）",
            "Handles orders at a company, and wants customers’ voices to be heard (invented)",
        ),
        files: ("examples/orders.json", "examples/orders.en.json"),
    },
    Person {
        who: (
            "工場で設備を守る人。こつを次に渡したい（架空）",
            "Keeps a factory’s machines running, and would like to pass on the knack (invented)",
        ),
        files: ("examples/plant.json", "examples/plant.en.json"),
    },
    Person {
        who: (
            "病棟の看護師。帰ったあとの暮らしを知りたい人（架空）",
            "A ward nurse who’d like to know how people manage at home (invented)",
        ),
        files: ("examples/ward.json", "examples/ward.en.json"),
    },
];

/// Everybody, with their number from 1: the one in the address.
pub fn everybody() -> impl Iterator<Item = (usize, &'static Person)> {
    FIRST.iter().chain(&MORE).chain(&ELSEWHERE).enumerate().map(|(at, person)| (at + 1, person))
}

/// Those that the first screen offers to people of a workplace, with their numbers.
pub fn first(place: Workplace) -> impl Iterator<Item = (usize, &'static Person)> {
    let (from, people) = match place {
        Workplace::Office => (1, &FIRST[..]),
        Workplace::Company => (9, &ELSEWHERE[..2]),
        Workplace::Care => (11, &ELSEWHERE[2..]),
        Workplace::General => (9, &ELSEWHERE[..]),
    };
    (from..).zip(people)
}

/// The person of a number.
pub fn person(number: usize) -> Option<&'static Person> {
    everybody().find(|(here, _)| *here == number).map(|(_, person)| person)
}

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
        assert_eq!(everybody().count(), 11);
        for (number, person) in everybody() {
            assert!(super::person(number).is_some_and(|same| same.file(Lang::Ja) == person.file(Lang::Ja)));
            assert!(person.who(Lang::Ja).contains("架空") && person.who(Lang::En).contains("invented"));
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

    #[test]
    fn whoever_is_offered_first_has_the_number_that_leads_to_them() {
        for (place, count) in Workplace::ALL.into_iter().zip([2, 2, 1, 3]) {
            assert_eq!(first(place).count(), count, "{place:?}");
            for (number, offered) in first(place) {
                assert!(person(number).is_some_and(|person| std::ptr::eq(person, offered)), "{place:?} {number}");
            }
        }
    }
}
