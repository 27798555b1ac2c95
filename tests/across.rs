//! The page for the person across the table, and the rehearsal: what stands on them for everybody, and that no word is on
//! them that was not shared.
//!
//! `golden/across/<name>.txt` is what two people's pages and scripts say, for a reviewer to read. After a deliberate change:
//! `ARITAI_BLESS=1 cargo test --test all across`, then read what changed.
//! Knows documents, shares and what leaves the person's hands.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::closing;
use crate::sources;
use aritai::document::{
    Audience, Binder, Change, Document, ItemId, KINDS, Kind, Path, Picked, Shape, Sharing, drift, experience, sheet,
    strength, values, wish,
};
use aritai::export::across::{ASKS, Across, Beyond, OFFERS, Offer, Question, Talk, Wanted};
use aritai::export::manuscript::Entry;
use aritai::export::rehearsal::{Part, Script, scripts};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::{SharedPlan, for_audience};
use aritai::wording as w;
use closing::CLOSING;
use sources::people;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

fn plan_of(document: &Document) -> SharedPlan {
    for_audience(document, Audience::Talk)
}

/// Everybody, in the language of their record, with what they show to the person they meet.
fn everybody() -> impl Iterator<Item = (String, Lang, SharedPlan)> {
    people().into_iter().map(|person| {
        let binder = person.binder(&PACK, None);
        (person.name.clone(), person.lang, plan_of(binder.document()))
    })
}

// ── What they say, as text ──────────────────────────────────────────────────────────────────────────────────────
// Everything is taken apart by name: what is added to a page has to be added here.

fn entry(out: &mut String, entry: &Entry) {
    let Entry { label, words } = entry;
    writeln!(out, "{label} | {words}").unwrap();
}

fn asks(out: &mut String, asks: &[Wanted]) {
    for Wanted { what, small, more } in asks {
        writeln!(out, "□ {what} | {}", small.as_deref().unwrap_or_default()).unwrap();
        for words in more {
            entry(out, words);
        }
    }
}

fn text(page: &Across) -> String {
    let Across { lang: _, title, lead, head, offer, stages, talk, instead, course, quotes: _ } = page;
    let Offer { here, menu, beyond, more } = offer;
    let Talk { topic, situation, unsure, questions } = talk;
    let mut out = format!("# {title}\n{}\n", lead.join("\n"));
    for words in head {
        entry(&mut out, words);
    }
    out.push_str("\n## offer\n");
    asks(&mut out, here);
    for card in menu {
        writeln!(out, "- {card}").unwrap();
    }
    for Beyond { heading, note, asks: beyond } in beyond {
        writeln!(out, "{heading}: {note}").unwrap();
        asks(&mut out, beyond);
    }
    writeln!(out, "more: {more}\n\n## stages").unwrap();
    for stage in stages {
        writeln!(out, "{}: {}", stage.name, stage.does.join(" / ")).unwrap();
    }
    out.push_str("\n## talk\n");
    for words in topic.iter().chain(situation) {
        entry(&mut out, words);
    }
    for line in unsure {
        writeln!(out, "? {line}").unwrap();
    }
    for Question { words, about } in questions {
        writeln!(out, "- {words}").unwrap();
        if let Some(words) = about {
            entry(&mut out, words);
        }
    }
    out.push_str("\n## instead\n");
    for instead in instead {
        writeln!(out, "{} → {}", instead.of, instead.say).unwrap();
    }
    out.push_str("\n## course\n");
    for phase in course {
        writeln!(out, "{} {} {}", phase.name, phase.minutes, phase.does).unwrap();
    }
    out
}

fn said(script: &Script) -> String {
    let Script { minutes, parts } = script;
    let waits: Vec<&str> = script.could_wait().iter().map(|part| part.name.as_str()).collect();
    let mut out = format!("\n## {minutes} min: {} s; could wait: {}\n", script.seconds(), waits.join(", "));
    for Part { id: _, name: _, lead, own } in parts {
        writeln!(out, "{lead}").unwrap();
        for words in own {
            writeln!(out, "    {words}").unwrap();
        }
    }
    out
}

fn all_of(plan: &SharedPlan, lang: Lang) -> String {
    let names = scripts(plan, &PACK, lang);
    let names = names.iter().flat_map(|script| &script.parts).map(|part| part.name.as_str());
    let names: String = names.collect::<Vec<_>>().join("\n");
    format!("{}{}", written(plan, lang), names)
}

fn written(plan: &SharedPlan, lang: Lang) -> String {
    text(&Across::of(plan, &PACK, lang)) + &scripts(plan, &PACK, lang).iter().map(said).collect::<String>()
}

#[test]
fn two_people_are_as_a_reviewer_read_them() {
    let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/across");
    let chosen = ["counter", "counter.en", "searching", "searching.en"];
    let mut seen = 0;
    for (name, lang, plan) in everybody().filter(|(name, ..)| chosen.contains(&name.as_str())) {
        let (now, file) = (written(&plan, lang), golden.join(format!("{name}.txt")));
        if std::env::var_os("ARITAI_BLESS").is_some() {
            std::fs::create_dir_all(&golden).unwrap();
            std::fs::write(&file, &now).unwrap();
        }
        let before = std::fs::read_to_string(&file).unwrap_or_default();
        let at = before.lines().zip(now.lines()).position(|(a, b)| a != b);
        assert!(before == now, "{} differs from line {:?} on", file.display(), at.map(|n| n + 1));
        seen += 1;
    }
    assert_eq!(seen, chosen.len());
}

// ── What is held for everybody ──────────────────────────────────────────────────────────────────────────────────

#[test]
fn everybody_gives_the_one_across_something_to_decide_and_to_ask() {
    for (name, lang, plan) in everybody() {
        let page = Across::of(&plan, &PACK, lang);
        let Offer { here, menu, beyond, more } = &page.offer;
        let placed = here.len() + beyond.iter().map(|beyond| beyond.asks.len()).sum::<usize>();
        assert_eq!(placed + more, plan.document().ids(&sheet::ASK).len(), "{name}: every ask is there");
        assert!(!here.is_empty() || !menu.is_empty(), "{name}");
        assert!(page.talk.topic.is_some(), "{name}");
        // Somebody who is still searching is not asked about a day to come.
        let searching = wish::is_searching(plan.document());
        assert_eq!(page.talk.questions.len(), if searching { 4 } else { 5 }, "{name}");
        let tied = page.talk.questions.iter().filter(|question| question.about.is_some()).count();
        assert!(tied >= if searching { 3 } else { 4 }, "{name}: {tied} questions are tied to what is shared");
        assert_eq!(page.course.iter().any(|phase| phase.name == w::COURSE_CAUGHT.get(lang)), searching, "{name}");
        assert_eq!(page.course.iter().map(|phase| phase.minutes).sum::<u32>(), 30);
        for phrase in &page.instead {
            assert!(!phrase.say.is_empty(), "{name}: {} has something in its place", phrase.of);
        }
    }
}

#[test]
fn what_is_asked_for_stands_on_the_page_once() {
    for (asks, gone) in [
        (&["listen"][..], &[][..]),
        (&["time", "again"], &["pc2", "pc8"]),
        (&["sit-in", "sit-in"], &["pc1"]),
        (&["time", "speak", "course"], &["pc2", "pc3", "pc6"]),
        (&[], &[]),
    ] {
        let mut binder = Binder::new(ItemId(1), 1);
        for (at, ask) in asks.iter().enumerate() {
            let id = ItemId(at as u64 + 1);
            let card = PACK.card("asks", ask).unwrap();
            let picked = Picked { id: card.id.clone(), label: card.title.plain(Lang::Ja) };
            binder.apply(Change::Added(&sheet::ASK, id));
            binder.apply(Change::Chose(sheet::ASK_WHAT.of(id), vec![picked]));
            binder.apply(Change::Shared(sheet::ASK_WHAT.of(id), Audience::Talk, true));
        }
        let page = Across::of(&plan_of(binder.document()), &PACK, Lang::Ja);
        let left = PACK.cards("partner_can").iter().filter(|card| !gone.contains(&card.id.as_str()));
        let left: Vec<String> = left.take(OFFERS).map(|card| card.title.plain(Lang::Ja)).collect();
        assert_eq!(page.offer.menu, left, "{asks:?}");
        // Nobody said how these can be settled: the page doesn't claim to know.
        assert!(page.offer.here.is_empty(), "{asks:?}");
        assert_eq!(page.offer.beyond.len(), usize::from(!asks.is_empty()), "{asks:?}");
    }
}

#[test]
fn the_guide_is_there_without_a_word_of_anybodys() {
    let plan = plan_of(Binder::new(ItemId(1), 1).document());
    for lang in [Lang::Ja, Lang::En] {
        let page = Across::of(&plan, &PACK, lang);
        assert_eq!(page.lead[1], w::ACROSS_NO_WORDS.get(lang));
        assert_eq!(page.offer.menu.len(), OFFERS);
        assert!(page.offer.here.is_empty() && page.offer.beyond.is_empty() && page.head.is_empty());
        assert!(page.talk.topic.is_none() && page.talk.questions.iter().all(|question| question.about.is_none()));
        assert!(page.talk.questions.len() == 5 && page.instead.len() == 6);
        assert!(scripts(&plan, &PACK, lang).iter().all(Script::is_empty));
    }
}

#[test]
fn a_pack_without_a_guide_of_its_own_leaves_no_gaps() {
    let bare = Pack { catalogues: std::collections::BTreeMap::new(), ..PACK.clone() };
    for (name, lang, plan) in everybody() {
        let page = Across::of(&plan, &bare, lang);
        assert!(page.offer.menu.is_empty() && page.talk.questions.is_empty() && page.instead.is_empty(), "{name}");
        assert!(!page.offer.here.is_empty() || !page.offer.beyond.is_empty(), "{name}: what is asked is there");
    }
}

#[test]
fn no_word_closes_the_page() {
    for (name, lang, plan) in everybody() {
        let text = all_of(&plan, lang);
        for word in CLOSING.into_iter().chain(["undefined", "None", "null"]) {
            assert!(!text.contains(word), "{word} is said by {name}");
        }
        let japanese = |c: char| matches!(c, 'ぁ'..='ヿ');
        assert!(lang == Lang::Ja || !text.chars().any(japanese), "{name} is English throughout: {text}");
    }
}

#[test]
fn the_bar_knows_how_wide_every_part_is() {
    let css = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/talk.css")).unwrap();
    let plan = plan_of(Binder::new(ItemId(1), 1).document());
    for phase in Across::of(&plan, &PACK, Lang::Ja).course {
        let rule = format!("[data-minutes=\"{0}\"] {{\n  flex-grow: {0};", phase.minutes);
        assert!(css.contains(&rule), "no style knows {} minutes", phase.minutes);
    }
}

// ── Privacy ─────────────────────────────────────────────────────────────────────────────────────────────────────

fn sentinel(path: Path) -> String {
    format!("㊙{path}㊙")
}

/// A document in which every leaf says where it stands and nothing else.
fn full() -> Binder {
    let mut binder = Binder::new(ItemId(1), 1);
    for (at, kind) in KINDS.iter().enumerate() {
        for n in 0..if kind.many { 3 } else { 1 } {
            let id = if kind.many { ItemId((at as u64 + 1) * 1_000 + n) } else { ItemId::ALONE };
            if kind.many {
                binder.apply(Change::Added(kind, id));
            }
            for field in kind.fields {
                let path = field.of(id);
                let words = sentinel(path);
                binder.apply(match field.shape {
                    Shape::Text => Change::Wrote(path, words),
                    Shape::Pick | Shape::Picks => Change::Chose(path, vec![Picked { id: card(kind, n), label: words }]),
                    Shape::Flag => Change::Marked(path, true),
                    Shape::Links => Change::Linked(path, vec![id]),
                });
            }
        }
    }
    binder
}

/// Ids that the page looks at, with words that nobody saw on a card.
fn card(kind: &Kind, n: u64) -> String {
    let of_ask = ["now", "ask", "hr"];
    if kind.id == "ask" { of_ask[usize::try_from(n).unwrap()].to_owned() } else { String::new() }
}

fn every_path(document: &Document) -> Vec<Path> {
    document.leaves().map(|(path, _)| path).collect()
}

#[test]
fn each_leaf_is_said_only_where_it_is_shared() {
    let mut binder = full();
    let paths = every_path(binder.document());
    for path in &paths {
        binder.apply(Change::Shared(*path, Audience::Hr, true));
    }
    for lang in [Lang::Ja, Lang::En] {
        assert!(!all_of(&plan_of(binder.document()), lang).contains('㊙'), "what only HR sees is not said");
        for shared in &paths {
            binder.apply(Change::Shared(*shared, Audience::Talk, true));
            let text = all_of(&plan_of(binder.document()), lang);
            let may = shared.field.sharing != Sharing::Never;
            for path in &paths {
                let there = text.contains(&sentinel(*path));
                assert!(!there || may && path == shared, "{path} is said where only {shared} is shared");
            }
            binder.apply(Change::Shared(*shared, Audience::Talk, false));
        }
        // And all but one.
        for path in &paths {
            binder.apply(Change::Shared(*path, Audience::Talk, true));
        }
        for hidden in &paths {
            binder.apply(Change::Shared(*hidden, Audience::Talk, false));
            let text = all_of(&plan_of(binder.document()), lang);
            assert!(!text.contains(&sentinel(*hidden)), "{hidden} is said where all but it is shared");
            binder.apply(Change::Shared(*hidden, Audience::Talk, true));
        }
        for path in &paths {
            binder.apply(Change::Shared(*path, Audience::Talk, false));
        }
    }
}

#[test]
fn what_the_page_is_made_of_is_said_when_it_is_shared() {
    let mut binder = full();
    for path in every_path(binder.document()) {
        binder.apply(Change::Shared(path, Audience::Talk, true));
    }
    let plan = plan_of(binder.document());
    let document = plan.document();
    let first = |field: &'static aritai::document::Field| field.of(document.ids(field.kind())[0]);
    let page = text(&Across::of(&plan, &PACK, Lang::Ja));
    for path in [sheet::TOPIC.alone(), sheet::NAME.alone(), sheet::HELP.alone(), wish::FOR_WHOM.alone()]
        .into_iter()
        .chain([&strength::EPISODE, &drift::TOPIC, &experience::SMALL].map(first))
        .chain(document.ids(&sheet::ASK).into_iter().flat_map(|id| [sheet::ASK_WHAT.of(id), sheet::ASK_SMALL.of(id)]))
    {
        assert!(page.contains(&sentinel(path)), "{path} is on the page");
    }
    let [one, three] = scripts(&plan, &PACK, Lang::Ja);
    let in_one = [sheet::TOPIC.alone(), wish::LINE.alone(), wish::HORIZON.alone()]
        .into_iter()
        .chain([&experience::WHAT, &experience::SMALL, &sheet::ASK_WHAT, &sheet::ASK_SMALL].map(first));
    let only_in_three = [wish::SCENE.alone(), wish::FOR_WHOM.alone()].into_iter().chain(
        [&experience::WHY, &values::WHAT, &strength::WHAT, &strength::EPISODE, &sheet::QUESTION_WHAT].map(first),
    );
    for path in in_one {
        assert!(said(&one).contains(&sentinel(path)) && said(&three).contains(&sentinel(path)), "{path}");
    }
    for path in only_in_three {
        assert!(!said(&one).contains(&sentinel(path)) && said(&three).contains(&sentinel(path)), "{path}");
    }
}

// ── The rehearsal ───────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn everybody_can_say_it_in_one_minute_and_in_three() {
    for (name, lang, plan) in everybody() {
        let [one, three] = scripts(&plan, &PACK, lang);
        for script in [&one, &three] {
            assert!(!script.is_empty(), "{name}");
            assert!(!script.is_long() || script.fits_without(&script.could_wait()), "{name}: {} min", script.minutes);
            assert!(script.seconds() >= 20 * script.minutes.min(2), "{name}: only {} s", script.seconds());
            let ends = |at: Option<&Part>| at.map(|part| part.id).unwrap_or_default();
            assert_eq!((ends(script.parts.first()), ends(script.parts.last())), ("open", "end"), "{name}");
        }
        assert!(one.seconds() <= 80, "{name}: one minute takes {} s", one.seconds());
        assert!(three.seconds() >= one.seconds(), "{name}");
    }
}

/// Whatever was written stands as it was written, in a place of its own, and our sentences are whole without it.
#[test]
fn words_of_any_form_stand_by_themselves() {
    for words in
        ["窓口", "話したい。", "一行め\n二行め", "A calm counter.", "「こう」と言う", "👩‍👩‍👧‍👦", "だから、", "=1+1", "<b>"]
    {
        let mut binder = Binder::new(ItemId(1), 1);
        let id = ItemId(7);
        binder.apply(Change::Added(&experience::EXPERIENCE, id));
        let own = |words: &str| vec![Picked { id: String::new(), label: words.to_owned() }];
        for path in [sheet::TOPIC.alone(), wish::SCENE.alone(), experience::WHY.of(id)] {
            binder.apply(Change::Wrote(path, words.to_owned()));
            binder.apply(Change::Shared(path, Audience::Talk, true));
        }
        binder.apply(Change::Chose(experience::WHAT.of(id), own(words)));
        binder.apply(Change::Shared(experience::WHAT.of(id), Audience::Talk, true));
        for lang in [Lang::Ja, Lang::En] {
            for script in scripts(&plan_of(binder.document()), &PACK, lang) {
                let mine: Vec<&String> = script.parts.iter().flat_map(|part| &part.own).collect();
                assert!(mine.len() >= 3 && mine.iter().all(|own| *own == words), "{words:?}: {mine:?}");
                for part in &script.parts {
                    assert!(part.lead.ends_with(['。', '.']) && !part.lead.contains(words), "{words:?}: {}", part.lead);
                }
            }
        }
    }
    // What holds nothing but blanks is not introduced.
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::Wrote(sheet::TOPIC.alone(), " \n　".to_owned()));
    binder.apply(Change::Shared(sheet::TOPIC.alone(), Audience::Talk, true));
    assert!(scripts(&plan_of(binder.document()), &PACK, Lang::Ja).iter().all(Script::is_empty));
}

#[test]
fn the_ask_is_one_that_can_be_settled_there_and_then() {
    for (decides, wanted) in [(["hr", "now", "now"], 1), (["ask", "hr", "ask"], 0), (["now", "now", "hr"], 0)] {
        let mut binder = Binder::new(ItemId(1), 1);
        for (at, decides) in decides.into_iter().enumerate() {
            let id = ItemId(at as u64 + 1);
            binder.apply(Change::Added(&sheet::ASK, id));
            let pick = |id: &str, label: String| vec![Picked { id: id.to_owned(), label }];
            binder.apply(Change::Chose(sheet::ASK_WHAT.of(id), pick("", format!("お願い{at}"))));
            binder.apply(Change::Chose(sheet::ASK_DECIDES.of(id), pick(decides, decides.to_owned())));
            for field in [&sheet::ASK_WHAT, &sheet::ASK_DECIDES] {
                binder.apply(Change::Shared(field.of(id), Audience::Talk, true));
            }
        }
        for script in scripts(&plan_of(binder.document()), &PACK, Lang::Ja) {
            let ask = script.parts.iter().find(|part| part.id == "ask").unwrap();
            assert_eq!(ask.own, [format!("お願い{wanted}")], "{decides:?}");
        }
        let page = Across::of(&plan_of(binder.document()), &PACK, Lang::Ja);
        assert_eq!(page.offer.here.len(), decides.iter().filter(|decides| **decides == "now").count());
    }
    // What has a row on the sheet has one here.
    const { assert!(ASKS >= aritai::export::sheet::ASKS) };
}
