//! The invented people: written down for hands in `golden/people/source`, built through the one writer, and held as golden
//! files.
//!
//! `golden/people/<name>.json` is the backup, a file of format 1 that must open for ever; `<name>.md` is the sheet for the
//! talk, for a reviewer to read. After a deliberate change: `ARITAI_BLESS=1 cargo test --test all people`, then read what changed.
//!
//! *Invariant:* ids and times follow from the source. Nothing here is random, and nobody in here exists.

#![allow(clippy::expect_used, reason = "a source that makes no sense should stop the test, and say where")]

use crate::closing;
use crate::sources;
use aritai::document::{Answer, Audience, Document, KINDS, Leaf, Path, Picked, sheet as on_sheet};
use aritai::export::markdown;
use aritai::export::sheet::{Sheet, leaf_words};
use aritai::format;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::for_audience;
use aritai::typed::is_narrow;
use aritai::wording as w;
use closing::CLOSING;
use serde_json::Value;
use sources::{Person, folder, people};
use std::fs;
use std::path::PathBuf;

/// 2026-07-03, 17:00 in Japan.
const MADE_AT: u64 = 1_783_065_600_000;
const GENERATION: u64 = 1;

/// The blocks of a full sheet, beside its asks.
const BLOCKS: [&str; 7] = ["topic", "situation", "wish", "values", "experience", "strength", "steps"];

impl Person {
    /// The pack in the words of their workplace.
    fn pack(&self) -> Pack {
        let Some(place) = self.source.get("workplace") else { return Pack::read(STANDARD).expect("the standard pack") };
        let file = format!("{}/public/packs/{}.json", env!("CARGO_MANIFEST_DIR"), place.as_str().expect("a workplace"));
        let over = fs::read_to_string(&file).expect("the words of the workplace");
        Pack::read_over(STANDARD, &over).unwrap_or_else(|e| panic!("{file}: {e:?}"))
    }

    fn golden(&self, ending: &str) -> PathBuf {
        folder().join(format!("{}.{ending}", self.name))
    }

    /// The document of the golden file; while that is being blessed, of the file that it is about to be.
    fn opened(&self) -> Document {
        let bytes = if blessing() {
            format::backup(&self.binder(&self.pack(), None), GENERATION, MADE_AT).into_bytes()
        } else {
            fs::read(self.golden("json")).unwrap_or_else(|e| panic!("{}: {e}", self.name))
        };
        let backup = format::open_backup(&bytes).unwrap_or_else(|e| panic!("{}: {e:?}", self.name));
        assert_eq!(backup.made_at, MADE_AT, "{}", self.name);
        backup.binder.document().clone()
    }

    fn sheet(&self, document: &Document, pack: &Pack, audience: Audience) -> Sheet {
        Sheet::of(&for_audience(document, audience), pack, self.lang)
    }
}

fn blessing() -> bool {
    std::env::var_os("ARITAI_BLESS").is_some()
}

fn check_golden(file: &std::path::Path, now: &str) {
    if blessing() {
        fs::write(file, now).expect("written");
    }
    let golden = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let at = golden.lines().zip(now.lines()).position(|(a, b)| a != b);
    assert!(golden == now, "{} differs from its source from line {:?} on", file.display(), at.map(|n| n + 1));
}

/// How much room a text takes on the sheet: a narrow character half of a wide one.
fn width(text: &str) -> usize {
    text.chars().map(|c| if is_narrow(c) { 1 } else { 2 }).sum::<usize>().div_ceil(2)
}

/// Every word of a document that was typed or chosen, with its path.
fn words(document: &Document) -> Vec<(Path, String)> {
    let mut out = Vec::new();
    for (path, leaf) in document.leaves() {
        match leaf {
            Leaf::Text(Answer::Said(text)) => out.push((path, text.clone())),
            Leaf::Cards(Answer::Said(cards)) => out.extend(cards.iter().map(|c| (path, c.label.clone()))),
            _ => {}
        }
    }
    out
}

// ── What is held ────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn the_golden_files_follow_from_their_sources() {
    for person in people() {
        let pack = person.pack();
        let seen = (!blessing()).then(|| person.opened());
        let binder = person.binder(&pack, seen.as_ref());
        check_golden(&person.golden("json"), &format::backup(&binder, GENERATION, MADE_AT));
        let sheet = person.sheet(binder.document(), &pack, Audience::Talk);
        check_golden(&person.golden("md"), &markdown::text(&sheet, person.lang));
    }
}

#[test]
fn every_backup_opens_and_says_what_its_source_says() {
    for person in people() {
        let document = person.opened();
        assert_eq!(&document, person.binder(&person.pack(), Some(&document)).document(), "{}", person.name);
    }
}

#[test]
fn there_are_enough_people_and_each_comes_in_both_languages() {
    let people = people();
    let (ja, en): (Vec<_>, Vec<_>) = people.iter().partition(|p| p.lang == Lang::Ja);
    assert_eq!(ja.len(), 11);
    let english = ja.iter().map(|p| format!("{}.en", p.name));
    assert_eq!(english.collect::<Vec<_>>(), en.iter().map(|p| p.name.clone()).collect::<Vec<_>>());
}

#[test]
fn the_english_person_is_the_same_person() {
    let people = people();
    for person in people.iter().filter(|p| p.lang == Lang::Ja) {
        let name = &person.name;
        let english = people.iter().find(|p| p.name == format!("{name}.en")).expect("an English record");
        let (ja, en) = (person.opened(), english.opened());
        for ((path, leaf), (path_en, leaf_en)) in ja.leaves().zip(en.leaves()) {
            assert_eq!(path, path_en, "{name}");
            let ids = |cards: &[Picked]| cards.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
            assert_eq!(leaf.is_said(), leaf_en.is_said(), "{name}: {path}");
            assert_eq!(ids(ja.cards(path)), ids(en.cards(path)), "{name}: {path}");
            assert_eq!(ja.links(path), en.links(path), "{name}: {path}");
            for audience in Audience::ALL {
                assert_eq!(ja.is_shared(path, audience), en.is_shared(path, audience), "{name}: {path}");
            }
        }
    }
}

#[test]
fn only_what_is_said_is_shared() {
    for person in people() {
        let document = person.opened();
        for audience in Audience::ALL {
            for (path, leaf) in document.leaves() {
                assert!(leaf.is_said() || !document.is_shared(path, audience), "{}: {path}", person.name);
            }
        }
        assert!(document.shares_anything(Audience::Talk), "{}", person.name);
        let private = document.leaves().filter(|(path, leaf)| {
            leaf.is_said() && Audience::ALL.iter().all(|audience| !document.is_shared(*path, *audience))
        });
        assert!(private.count() >= 5, "{} keeps nothing to themselves", person.name);
    }
}

#[test]
fn sheets_are_full_enough_to_talk_about() {
    let mut full = 0;
    for person in people() {
        let sheet = person.sheet(&person.opened(), &person.pack(), Audience::Talk);
        assert!(sheet.block("topic").is_some(), "{}: nothing to talk about", person.name);
        assert!(!sheet.help.is_empty() && !sheet.asks.is_empty(), "{}: nothing to offer", person.name);
        for block in &sheet.blocks {
            assert!(block.lines.iter().all(|line| !line.text.trim().is_empty()), "{}: {}", person.name, block.id);
        }
        full += usize::from(BLOCKS.iter().all(|id| sheet.block(id).is_some()));
    }
    assert!(full >= 5, "{full} full sheets");
}

#[test]
fn what_is_shared_fits_its_room() {
    for person in people() {
        let document = person.opened();
        for (path, _) in document.leaves().filter(|(path, _)| path.field.room > 0) {
            if Audience::ALL.iter().any(|audience| document.is_shared(path, *audience)) {
                let (is, room) = (width(document.text(path)), path.field.room);
                assert!(is <= room, "{}: {path} takes {is} of {room}", person.name);
            }
        }
    }
}

#[test]
fn private_words_are_on_no_sheet() {
    for person in people() {
        let pack = person.pack();
        let document = person.opened();
        for audience in Audience::ALL {
            let plan = for_audience(&document, audience);
            let shown: Vec<String> = plan
                .document()
                .leaves()
                .flat_map(|(path, _)| leaf_words(plan.document(), &pack, path, person.lang))
                .collect();
            let sheet = person.sheet(&document, &pack, audience);
            // What is on every sheet, and the headings of this one.
            let empty = Sheet::of(&for_audience(&Document::default(), audience), &pack, person.lang);
            let headings = sheet.blocks.iter().map(|b| b.heading.as_str());
            // Beside an ask stands every answer with an empty box, whichever was given.
            let boxes = w::ANSWERS.iter().filter(|_| !sheet.asks.is_empty()).map(|answer| answer.get(person.lang));
            let fixed = headings.chain(boxes).fold(markdown::text(&empty, person.lang), |all, line| all + line);
            let paper = format!("{sheet:?}\n{}", markdown::text(&sheet, person.lang).replace('\\', ""));
            for (path, text) in words(&document) {
                // Every kind of help stands beside its box, chosen or not.
                if document.is_shared(path, audience) || path == on_sheet::HELP.alone() {
                    continue;
                }
                // What is as short as 「わたし」 or "I" is in every text.
                for line in text.lines().filter(|line| width(line) > 3) {
                    // The same word may stand in a leaf that is shown, or on the sheet as printed.
                    let elsewhere = fixed.contains(line) || shown.iter().any(|shown| shown.contains(line));
                    assert!(elsewhere || !paper.contains(line), "{} shows {path} to {audience:?}", person.name);
                }
            }
        }
    }
}

#[test]
fn everyone_is_marked_as_invented() {
    for person in people() {
        let mark = if person.lang == Lang::Ja { "架空" } else { "invented" };
        let who = person.source.get("who").and_then(Value::as_str).expect("who");
        assert!(who.to_lowercase().contains(mark), "{}", person.name);
        let document = person.opened();
        let department = on_sheet::DEPARTMENT.alone();
        assert!(document.text(department).contains(mark), "{}: {}", person.name, department);
        assert!(document.is_shared(department, Audience::Talk), "{}: the sheet must say so", person.name);
        assert_eq!(document.text(on_sheet::NAME.alone()), "", "{}: nobody has a name", person.name);
    }
}

#[test]
fn every_card_is_one_of_the_packs() {
    for person in people() {
        let pack = person.pack();
        let document = person.opened();
        for (path, _) in document.leaves() {
            for card in document.cards(path).iter().filter(|card| !card.id.is_empty()) {
                let catalogue = pack.question(path.field.id).and_then(|q| q.cards.as_deref()).unwrap_or_default();
                assert!(pack.card(catalogue, &card.id).is_some(), "{}: {path} {}", person.name, card.id);
            }
        }
    }
}

#[test]
fn words_that_close_pages_are_in_none() {
    let ja = [
        "５０点",
        "なわたし",
        // We don't ask.
        "健康",
        "病気",
        "通院",
        "体調",
        "家族",
        "育休",
        "育児",
        "介護",
        "妊娠",
        "妻",
        "給料",
        "給与",
        "賃金",
        "年収",
        "年齢",
        "歳",
        "代の",
        "男性",
        "女性",
        "昇任",
        "昇進",
        "管理職",
        "退職",
        "定年",
        "辞め",
        "代決",
        "評価が",
        "人事評価",
        // Nobody is named.
        "さん、",
        "さんの",
        "さんに",
        "さんと",
        "氏",
    ];
    let en = [
        "career",
        "careers",
        "companion",
        "companions",
        "manifesto",
        "health",
        "sick",
        "family",
        "child",
        "parental",
        "maternity",
        "salary",
        "pay",
        "age",
        "gender",
        "promotion",
        "retire",
        "retirement",
        "resign",
        "mr",
        "ms",
        "mrs",
    ];
    for person in people() {
        let document = person.opened();
        let who = person.source.get("who").and_then(Value::as_str).expect("who").to_owned();
        let texts =
            words(&document).into_iter().filter(|(path, _)| document.card(*path).is_none_or(|c| c.id.is_empty()));
        for text in texts.map(|(_, text)| text).chain([who]) {
            for word in ja.iter().chain(&CLOSING) {
                let clean = text.replace("みなさん", "").replace("お客さん", "").replace("たくさん", "");
                let clean = clean.replace("患者さん", "");
                assert!(!clean.contains(word), "{}: {word} in {text}", person.name);
            }
            let lower = text.to_lowercase();
            for word in lower.split(|c: char| !c.is_ascii_alphabetic()) {
                assert!(!en.contains(&word), "{}: {word} in {text}", person.name);
            }
        }
    }
}

#[test]
fn every_kind_of_the_walk_is_filled_by_someone() {
    // Remarks are computed, and what is said of one belongs to the rules that made it.
    let people: Vec<Document> = people().iter().map(Person::opened).collect();
    // A handover and a receipt are the program's own notes, and what was replied is another person's.
    let not_theirs = ["remark", "handover", "receipt", "reply", "replied"];
    for kind in KINDS.iter().filter(|kind| !not_theirs.contains(&kind.id)) {
        for field in kind.fields {
            let someone = people.iter().any(|d| {
                d.ids(kind).into_iter().any(|id| {
                    let leaf = d.leaf(field.of(id));
                    leaf.is_some_and(|leaf| leaf.is_said() || leaf.is_later() || leaf.is_not_sure())
                })
            });
            assert!(someone || field.id == on_sheet::NAME.id, "nobody answers {}", field.id);
        }
    }
}
