//! Whoever is asked may know why: every question of the standard pack says it in both languages, in a few words, and
//! each of these reasons is on some screen.
//!
//! What is on the screens is read in `tests/golden/tree/full/`: what a screen reader is told of them with every fold open.
//!
//! *Invariant:* each rule comes with what breaks it, so that none goes blind unnoticed.
#![cfg(not(target_arch = "wasm32"))]

use aritai::pack::{Lang, Pack, Question, STANDARD};
use std::path::Path;

/// What nobody is asked by itself: the words of an item whose kind has asked already (`value` asks for `value.what`), and
/// remarks, which the program makes and the person only answers; and what another person replied.
const ASKED_BY_ANOTHER: [&str; 22] = [
    "value.what",
    "stay.what",
    "worry.what",
    "strength.what",
    "precedent.card",
    "question.what",
    "remark",
    "remark.rule",
    "remark.verdict",
    "reply",
    "reply.role",
    "reply.day",
    "reply.words",
    "reply.next",
    "replied",
    "replied.what",
    "replied.answer",
    "replied.form",
    "replied.who",
    "replied.by",
    "replied.ask",
    "replied.reply",
];
/// What is asked only now and then, and not of the person of the golden files: where else one could try what a department or
/// a post was wished for. It is asked by `ask` in `src/pages/deeper/experiences.rs`, which always says why.
/// The six days, and what caught one's attention, stand on later steps of their screen than the trees show.
const NOT_THERE: [&str; 4] = ["wish.caught", "days.near", "days.far", "experience.elsewhere"];
/// How many letters a few words have.
const LONGEST: [(Lang, usize); 2] = [(Lang::Ja, 45), (Lang::En, 90)];

fn standard() -> Pack {
    Pack::read(STANDARD).unwrap_or_else(|error| panic!("{error:?}"))
}

/// What is wrong with the reason of a question.
fn fault(question: &Question) -> Option<String> {
    let id = question.id.as_str();
    if ASKED_BY_ANOTHER.contains(&id) {
        // Once it has words of its own it is a question, and owes a reason.
        let own = question.title.is_some() || question.why.is_some();
        return own.then(|| format!("{id} asks after all: take it off the list"));
    }
    let Some(why) = &question.why else { return Some(format!("{id} does not say why it is asked")) };
    LONGEST.iter().find_map(|(lang, most)| {
        let said = why.plain(*lang);
        let length = said.chars().count();
        (!(1..=*most).contains(&length)).then(|| format!("{id} in {lang:?}: {length} letters: {said}"))
    })
}

#[test]
fn every_question_that_is_asked_says_why_in_both_languages() {
    let pack = standard();
    let faults: Vec<String> = pack.questions.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    for id in ASKED_BY_ANOTHER {
        assert!(pack.question(id).is_some(), "{id} is gone");
    }
}

#[test]
fn a_question_without_a_reason_is_seen() {
    let pack = standard();
    let asked = pack.question("step.place").expect("a question");
    assert_eq!(fault(asked), None);
    let spoilt: [fn(&mut Question); 4] = [
        |question| question.why = None,
        |question| question.why.as_mut().expect("a reason").ja.clear(),
        |question| question.why.as_mut().expect("a reason").en.clear(),
        |question| question.why.as_mut().expect("a reason").ja = "長".repeat(46),
    ];
    for spoil in spoilt {
        let mut question = asked.clone();
        spoil(&mut question);
        assert!(fault(&question).is_some(), "{question:?}");
    }
    let mut word = pack.question("worry.what").expect("a question").clone();
    assert_eq!(fault(&word), None);
    word.title.clone_from(&asked.title);
    assert!(fault(&word).is_some());
}

#[test]
fn every_reason_is_on_some_screen() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/tree/full");
    let screens = std::fs::read_dir(folder).expect("the folder").flatten();
    let told: String = screens.map(|screen| std::fs::read_to_string(screen.path()).expect("a screen")).collect();
    let pack = standard();
    let whys =
        pack.questions.iter().filter_map(|question| Some((&question.id, question.why.as_ref()?.plain(Lang::Ja))));
    let unseen = |why: &str| !told.contains(&format!("「{why}」"));
    let unseen: Vec<&String> = whys.filter(|(_, why)| unseen(why)).map(|(id, _)| id).collect();
    assert_eq!(unseen, NOT_THERE, "no screen shows why these are asked, or one does by now");
}
