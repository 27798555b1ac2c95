//! Remarks: each rule to whom it speaks and to whom not, what is quoted, and that a reply is kept and respected.
//!
//! The sentences stand in `golden/remark-sentences.txt`, and what each invented person is told in `golden/remarks.txt`. After
//! a deliberate change: `ARITAI_BLESS=1 cargo test --test all remarks`, then read them aloud.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says so by failing")]

#[path = "support/remark_cases.rs"]
mod remark_cases;
#[path = "support/remark_cases_asks.rs"]
mod remark_cases_asks;

use crate::closing;
use crate::dice;
use crate::remarked;
use crate::sources;
use aritai::document::{Binder, Change, Document, ItemId, KINDS, Kind, Path, Picked, drift, sheet};
use aritai::export::sheet::leaf_words;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::remarks::{
    RULES, Remark, SHOWN, Verdict, answer, beside, loose_ends, remarks, speak_again, standing, verdict,
};
use closing::CLOSING;
use dice::Dice;
use remark_cases::{TABLES, Table};
use remark_cases_asks::ASKS;
use remarked::oddly_chosen;
use sources::{Person, folder, people};
use std::fmt::Write;
use std::fs;

const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];
const NEW: ItemId = ItemId(0xA11CE);

fn pack() -> Pack {
    Pack::read(STANDARD).expect("the standard pack")
}

fn written(name: &str, source: &str, lang: Lang) -> Binder {
    let source = serde_json::from_str(source).unwrap_or_else(|e| panic!("{name}: {e}"));
    Person { name: name.to_owned(), source, lang }.binder(&pack(), None)
}

fn table(id: &str) -> &'static Table {
    TABLES.iter().chain(&ASKS).find(|table| table.rule == id).expect("a table")
}

fn check_golden(name: &str, now: &str) {
    let file = folder().join("..").join(name);
    if std::env::var_os("ARITAI_BLESS").is_some() {
        fs::write(&file, now).expect("written");
    }
    let golden = fs::read_to_string(&file).unwrap_or_default();
    let at = golden.lines().zip(now.lines()).position(|(a, b)| a != b);
    assert!(golden == now, "{name} differs from line {:?} on", at.map(|n| n + 1));
}

/// What a quote can begin with: the words at a path, without what is around them.
fn is_quoted(document: &Document, pack: &Pack, path: Path, says: &str, lang: Lang) -> bool {
    leaf_words(document, pack, path, lang).iter().any(|words| {
        let line = words.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let begin: String = line.trim_end_matches(['。', '.']).chars().take(12).collect();
        let inner = begin.replace('「', "『").replace('」', "』");
        let english = begin.replace('“', "‘").replace('”', "’");
        // A mark of direction in it is kept from turning round the sentence: the isolate is no word of the
        // person's.
        let quotes = |begin: &str, open| [format!("{open}{begin}"), format!("{open}\u{2068}{begin}")];
        let quotes = [quotes(&inner, '「'), quotes(&english, '“')].concat();
        !begin.is_empty() && quotes.iter().any(|quote| says.contains(quote))
    })
}

/// What holds of every remark, whoever it is made for.
fn check(document: &Document, pack: &Pack, remark: &Remark, lang: Lang) {
    let Remark { says, rests_on, .. } = remark;
    let what = remark.key();
    assert!(!rests_on.is_empty(), "{what} rests on nothing");
    assert!(rests_on.iter().all(|path| document.is_said(*path)), "{what} rests on what isn't said");
    assert!(rests_on.iter().any(|path| is_quoted(document, pack, *path, says, lang)), "{what} quotes nothing: {says}");
    let (open, close) = if lang == Lang::En { ('“', '”') } else { ('「', '」') };
    assert!(says.contains(open) && says.contains(close), "{what}: {says}");
}

// ── The rules ───────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn each_rule_speaks_to_whom_it_should_and_to_nobody_else() {
    let pack = pack();
    let mut sentences = String::new();
    assert_eq!(RULES.len(), TABLES.len() + ASKS.len());
    for rule in &RULES {
        let Table { speaks, silent, .. } = table(rule.id);
        assert!(!speaks.is_empty() && silent.len() >= 2, "{}: for and against", rule.id);
        for (why, source) in *speaks {
            writeln!(sentences, "{}: {why}", rule.id).unwrap();
            for lang in LANGS {
                let binder = written(rule.id, source, lang);
                let said = rule.says(binder.document(), &pack, lang);
                assert_eq!(said.len(), 1, "{}: {why}", rule.id);
                assert_eq!(said[0].rule, rule.id);
                check(binder.document(), &pack, &said[0], lang);
                writeln!(sentences, "  {}", said[0].says).unwrap();
            }
        }
        for (why, source) in *silent {
            let binder = written(rule.id, source, Lang::Ja);
            let said = rule.says(binder.document(), &pack, Lang::Ja);
            assert!(said.is_empty(), "{}, {why}: {}", rule.id, said[0].says);
        }
    }
    check_golden("remark-sentences.txt", &sentences);
}

/// A worry may be about the supervisor: whoever is told something about one hears of others to talk to, is
/// not sent to the sheet, and is not told to show it.
#[test]
fn what_is_said_of_a_worry_names_others_to_talk_to() {
    let pack = pack();
    let mut said_of_worries = 0;
    for rule in &RULES {
        for (why, source) in table(rule.id).speaks {
            for (lang, others, pushes) in [
                (Lang::Ja, ["人事", "相談窓口", "同僚"], &["上司", "用紙", "見せ"][..]),
                (Lang::En, ["HR", "counselling service", "colleague"], &["manager", "supervisor", "sheet", "show"][..]),
            ] {
                let binder = written(rule.id, source, lang);
                for remark in rule.says(binder.document(), &pack, lang) {
                    let of = |kind: &'static Kind| remark.rests_on.iter().any(|path| path.field.kind() == kind);
                    if !of(&drift::WORRY) && !of(&drift::DRIFT) {
                        continue;
                    }
                    said_of_worries += 1;
                    assert!(others.iter().all(|who| remark.says.contains(who)), "{}, {why}: {}", rule.id, remark.says);
                    assert!(!pushes.iter().any(|word| remark.says.contains(word)), "{}: {}", rule.id, remark.says);
                    let to = remark.goes_to.field.kind();
                    assert!(!of(&drift::WORRY) || *to == drift::WORRY, "{}: leads to {}", rule.id, remark.goes_to);
                }
            }
        }
    }
    assert!(said_of_worries >= 6, "{said_of_worries}");
}

/// `practice.md`: what closes pages, and what annoys. Nothing is counted, compared or ordered.
#[test]
fn no_sentence_scolds_counts_or_compares() {
    let ja = [
        "足りません",
        "不足",
        "段階",
        "べき",
        "ましょう",
        "なければ",
        "してください",
        "ばかり",
        "だけしか",
        "できていません",
        "平均",
        "ほかの人",
    ];
    let en = [
        "career",
        "score",
        "should",
        "must",
        "need to",
        "gap",
        "levels below",
        "only ask",
        "average",
        "than others",
        "fail",
    ];
    for name in ["remark-sentences.txt", "remarks.txt"] {
        let golden = fs::read_to_string(folder().join("..").join(name)).unwrap();
        for line in golden.lines() {
            let lower = line.to_lowercase();
            assert!(ja.iter().chain(&CLOSING).all(|word| !line.contains(word)), "{line}");
            assert!(!line.starts_with("  ") || en.iter().all(|word| !lower.contains(word)), "{line}");
        }
    }
}

// ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn an_empty_document_is_told_nothing() {
    let pack = pack();
    for lang in LANGS {
        assert!(standing(&Document::default(), &pack, lang).is_empty());
        assert!(loose_ends(&Document::default(), &pack, lang).is_empty());
    }
}

/// Everything that any table says, in one person: many rules speak.
fn talkative(lang: Lang) -> Binder {
    let source = r#"{
        "work": {"more": ["a17"], "less": ["a17"]},
        "value": [{"what": "v08", "met": "m0", "short": true}, {"what": "v15", "short": true}],
        "wish": {"line": "急がない窓口", "checks": ["forecast"], "talk": ["line"]},
        "days": {"near": ["d01"], "far": ["d06"]},
        "worry": [{"what": "照会が通る", "stuck": true}, {"what": "人が減る", "stuck": true}],
        "experience": [{"what": "x21", "door": ["hr"], "talk": ["what"]}, {"what": "x20", "door": ["hr"]}],
        "strength": [{"what": "s13", "aim": "use", "now": "l4", "feeling": "rest", "talk": ["what", "aim"]}]
    }"#;
    written("talkative", source, lang)
}

#[test]
fn three_at_most_by_rank_each_rule_once_each_item_once() {
    let binder = talkative(Lang::Ja);
    let all = standing(binder.document(), &pack(), Lang::Ja);
    assert!(all.len() > SHOWN, "{}", all.len());
    let shown = remarks(binder.document(), &pack(), Lang::Ja);
    assert_eq!(shown, all[..SHOWN]);
    assert_eq!(shown.iter().map(|r| r.rule).collect::<Vec<_>>(), ["posting-shown", "rest-shown", "first-hardly-met"]);
    for (at, remark) in all.iter().enumerate() {
        let rank = |r: &Remark| RULES.iter().position(|rule| rule.id == r.rule);
        assert!(all[..at].iter().all(|before| rank(before) < rank(remark)), "{}", remark.key());
        let same = |r: &&Remark| r.about != ItemId::ALONE && r.about == remark.about;
        assert_eq!(all[..at].iter().filter(same).count(), 0, "{}", remark.key());
    }
}

#[test]
fn what_was_struck_out_stays_silent_about_that_and_speaks_of_others() {
    let pack = pack();
    for silencing in [Verdict::No, Verdict::Gone] {
        for at in 0..SHOWN {
            let mut binder = talkative(Lang::Ja);
            let remark = remarks(binder.document(), &pack, Lang::Ja)[at].clone();
            binder.apply(answer(binder.document(), &pack, Lang::Ja, &remark, Some(silencing), NEW));
            let now = standing(binder.document(), &pack, Lang::Ja);
            assert!(now.iter().all(|r| r.key() != remark.key()), "{}", remark.key());
            assert_eq!(verdict(binder.document(), &remark.key()), Some(silencing));
            // Other words in the same answer don't bring it back; taking the reply back does.
            let back = speak_again(binder.document()).expect("a reply");
            binder.apply(back);
            assert_eq!(remarks(binder.document(), &pack, Lang::Ja)[at].key(), remark.key());
            assert!(speak_again(binder.document()).is_none());
        }
    }
    let two =
        r#"{"wish":{"line":"窓口"},"worry":[{"what":"照会が通る","stuck":true},{"what":"人が減る","stuck":true}]}"#;
    let mut binder = written("two", two, Lang::Ja);
    let first = remarks(binder.document(), &pack, Lang::Ja).remove(0);
    binder.apply(answer(binder.document(), &pack, Lang::Ja, &first, Some(Verdict::Gone), NEW));
    let next = remarks(binder.document(), &pack, Lang::Ja).remove(0);
    assert!(next.rule == first.rule && next.about != first.about && next.says.contains("人が減る"));
}

#[test]
fn a_reply_silences_for_good_and_another_item_may_be_spoken_of() {
    let pack = pack();
    let mut binder = written("met", table("first-hardly-met").speaks[1].1, Lang::Ja);
    let remark = remarks(binder.document(), &pack, Lang::Ja).remove(0);
    binder.apply(answer(binder.document(), &pack, Lang::Ja, &remark, Some(Verdict::No), NEW));
    let met = remark.rests_on[1];
    let m0 = Picked { id: "m0".to_owned(), label: "ほとんど満たされていない".to_owned() };
    binder.apply(Change::Chose(met, vec![m0]));
    assert!(remarks(binder.document(), &pack, Lang::Ja).is_empty());
}

#[test]
fn what_was_agreed_to_stays_and_steps_back() {
    let pack = pack();
    let mut binder = talkative(Lang::Ja);
    let before = standing(binder.document(), &pack, Lang::Ja);
    binder.apply(answer(binder.document(), &pack, Lang::Ja, &before[0], Some(Verdict::Right), NEW));
    let after = standing(binder.document(), &pack, Lang::Ja);
    let last = after.last().expect("a remark");
    assert_eq!((last.key(), last.verdict), (before[0].key(), Some(Verdict::Right)));
    assert_eq!(after[0].key(), before[1].key());
}

#[test]
fn what_is_on_the_screen_keeps_its_place_while_it_stands() {
    let pack = pack();
    let mut binder = talkative(Lang::Ja);
    let before = remarks(binder.document(), &pack, Lang::Ja);
    let keys = |all: &[Remark]| all.iter().map(Remark::key).collect::<Vec<_>>();
    binder.apply(answer(binder.document(), &pack, Lang::Ja, &before[0], Some(Verdict::Right), NEW));
    let agreed = beside(&before, standing(binder.document(), &pack, Lang::Ja));
    assert_eq!(keys(&agreed), keys(&before));
    binder.apply(answer(binder.document(), &pack, Lang::Ja, &before[1], Some(Verdict::Gone), ItemId(2)));
    let after = beside(&agreed, standing(binder.document(), &pack, Lang::Ja));
    assert_eq!(keys(&after)[..2], [before[0].key(), before[2].key()]);
    assert!(after.len() == SHOWN && before.iter().all(|b| b.key() != after[2].key()));
    assert_eq!(beside(&[], standing(binder.document(), &pack, Lang::Ja)), remarks(binder.document(), &pack, Lang::Ja));
}

#[test]
fn a_reply_takes_the_place_of_the_one_before_and_can_be_taken_back() {
    let pack = pack();
    let mut binder = talkative(Lang::En);
    let remark = remarks(binder.document(), &pack, Lang::En).remove(0);
    let untouched = binder.document().clone();
    for said in [Verdict::Right, Verdict::Gone, Verdict::No] {
        let applied = binder.apply(answer(binder.document(), &pack, Lang::En, &remark, Some(said), NEW));
        assert!(!applied.touched.is_nothing());
        assert_eq!(binder.document().ids(&sheet::REMARK).len(), 1);
        assert_eq!(verdict(binder.document(), &remark.key()), Some(said));
    }
    binder.apply(answer(binder.document(), &pack, Lang::En, &remark, None, NEW));
    assert_eq!(binder.document(), &untouched);
    assert!(binder.apply(answer(&untouched, &pack, Lang::En, &remark, None, NEW)).touched.is_nothing());
}

#[test]
fn a_reply_holds_no_word_that_was_written() {
    let pack = pack();
    let mut binder = written("words", table("stuck-no-topic").speaks[0].1, Lang::Ja);
    let remark = remarks(binder.document(), &pack, Lang::Ja).remove(0);
    binder.apply(answer(binder.document(), &pack, Lang::Ja, &remark, Some(Verdict::Right), NEW));
    let rule = binder.document().card(sheet::REMARK_RULE.of(NEW)).expect("kept");
    assert_eq!(rule.id, format!("stuck-no-topic/{}", remark.about));
    assert_eq!(rule.label, "stuck-no-topic");
}

// ── Loose ends ──────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn loose_ends_are_offers_about_what_no_remark_speaks_of() {
    let pack = pack();
    for (why, source, ends) in [
        (
            "a step that serves nothing",
            r#"{"experience":[{"what":"x04"}],"step":[{"what":"打合せを一つ探す","span":"d14"}]}"#,
            1,
        ),
        (
            "a done step",
            r#"{"experience":[{"what":"x04"}],"step":[{"what":"打合せを一つ探す","span":"d14","state":"done"}]}"#,
            0,
        ),
        (
            "tied",
            r#"{"experience":[{"what":"x04"}],"step":[{"what":"打合せを一つ探す","span":"d14","serves":["experience 1"]}]}"#,
            0,
        ),
        (
            "an experience without a step",
            r#"{"experience":[{"what":"x04"},{"what":"x06"}],"step":[{"what":"打合せを一つ探す","span":"d14","serves":["experience 1"]}]}"#,
            1,
        ),
        (
            "overloaded: nothing more to do",
            r#"{"experience":[{"what":"x04"},{"what":"x06"}],"step":[{"what":"打合せを一つ探す","stop":["o-time"],"serves":["experience 1"]}]}"#,
            0,
        ),
        (
            "a strength of one's own words",
            r#"{"experience":[{"what":"x04"}],"step":[{"what":"打合せを一つ探す","serves":["experience 1"]}],"strength":[{"what":{"own":"待つ"},"aim":"grow"}]}"#,
            1,
        ),
        (
            "a strength that a remark speaks of",
            r#"{"experience":[{"what":"x06"}],"step":[{"what":"打合せを一つ探す","serves":["experience 1"]}],"strength":[{"what":"s16","aim":"grow"}]}"#,
            0,
        ),
    ] {
        for lang in LANGS {
            let found = loose_ends(written(why, source, lang).document(), &pack, lang);
            assert_eq!(found.len(), ends, "{why}: {found:?}");
            assert!(found.iter().all(|end| !end.says.contains("ません。まだ")), "{why}");
        }
    }
}

// ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_the_invented_people_are_told() {
    let pack = pack();
    let mut told = String::new();
    for person in people() {
        let binder = person.binder(&pack, None);
        writeln!(told, "{}", person.name).unwrap();
        for remark in remarks(binder.document(), &pack, person.lang) {
            check(binder.document(), &pack, &remark, person.lang);
            writeln!(told, "  {}: {}", remark.rule, remark.says).unwrap();
        }
        for end in loose_ends(binder.document(), &pack, person.lang) {
            writeln!(told, "  (loose end) {}", end.says).unwrap();
        }
    }
    check_golden("remarks.txt", &told);
}

#[test]
fn odd_people_are_told_what_rests_on_their_answers() {
    let pack = pack();
    let mut spoken = vec![0; RULES.len()];
    for seed in 0..300 {
        let dice = &mut Dice::new(seed);
        let mut binder = oddly_chosen(dice, &pack);
        let lang = dice.pick(&LANGS);
        for _ in 0..4 {
            let all = standing(binder.document(), &pack, lang);
            for remark in &all {
                check(binder.document(), &pack, remark, lang);
                spoken[RULES.iter().position(|r| r.id == remark.rule).unwrap()] += 1;
            }
            let _ = loose_ends(binder.document(), &pack, lang);
            let Some(remark) = all.first() else { break };
            let verdict = dice.pick(&Verdict::ALL);
            binder.apply(answer(binder.document(), &pack, lang, remark, Some(verdict), dice.id()));
            let now = standing(binder.document(), &pack, lang);
            let still = now.iter().find(|r| r.key() == remark.key());
            assert_eq!(still.is_some(), verdict == Verdict::Right, "{}", remark.key());
        }
    }
    assert!(spoken.iter().filter(|n| **n > 0).count() > RULES.len() / 2, "{spoken:?}");
    assert!(KINDS.iter().any(|kind| kind.id == "remark"));
}
