//! Year after year: what goes along into the next edition, and this edition against the last.
//!
//! `golden/editions/pair.json` is a backup with a first edition and a second one made from it; `compared.<lang>.md` is what
//! a person would read of the two, for a reviewer to read. `along.txt` says of every field whether it goes along. After a
//! deliberate change: `ARITAI_BLESS=1 cargo test --test all editions`, then read what changed.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use crate::odd as people;
use crate::strangers;
use aritai::document::{
    Audience, Binder, Change, Document, Field, ItemId, KINDS, Kind, Leaf, Path, Picked, Shape, after, experience, next,
    sheet, steps, strength, values, wish,
};
use aritai::format::{assemble, backup, open_backup, records};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::Became;
use aritai::plan::compare::{Chapter, LEFT_OUT, Part, Row, Thing, compare, pairs};
use aritai::wording as w;
use dice::Dice;
use std::fs;
use std::path::PathBuf;

/// 2027-05-20, 12:00 in Japan.
const A_YEAR_ON: u64 = 1_810_782_000_000;

fn pack() -> Pack {
    Pack::read(STANDARD).unwrap()
}

fn golden(name: &str, now: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/editions").join(name);
    if std::env::var_os("ARITAI_BLESS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, now).unwrap();
    }
    let was = fs::read_to_string(&file).unwrap_or_default();
    assert!(was == now, "{name} is another one now: ARITAI_BLESS=1 cargo test --test all editions\n{now}");
}

fn turned(binder: &Binder) -> Binder {
    let mut binder = binder.clone();
    binder.apply(next::edition(&binder.clone(), ItemId(0xe2), A_YEAR_ON));
    binder
}

fn card(id: &str, label: &str) -> Picked {
    Picked { id: id.into(), label: label.into() }
}

// ── What goes along ─────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn of_every_field_it_is_said_whether_it_goes_along() {
    let line = |field: &&Field| format!("{} {}\n", if next::goes_along(field) { "along" } else { "anew " }, field.id);
    let lines: String = KINDS.iter().flat_map(|k| k.fields).map(line).collect();
    golden("along.txt", &lines);
}

/// What neither goes along nor comes up again by itself must be said before somebody turns over.
#[test]
fn of_everything_that_stays_behind_it_is_said_that_it_does() {
    let named = [
        ("work", "いまの仕事", "Your work now"),
        ("days", "六つの一日", "the six days"),
        ("stay", "残っていてほしいこと", "What you hope is still there"),
        ("worry", "気がかりなこと", "what worries you"),
        ("drift", "少しだけ変えること", "the one small change"),
        ("future", "ほかの未来", "other futures"),
        ("letter", "手紙", "the letter"),
        ("precedent", "前例チェック", "the second looks"),
        ("ask", "お願い", "requests for the conversation"),
        ("question", "話したいこと", "topics"),
        ("situation", "いまの事情", "how things are now"),
        ("reread", "読み返し", "your rereading"),
        ("remark", "気づきへの返事", "your replies to remarks"),
        ("promise", "約束", "promises"),
        ("after", "約束", "promises"),
        ("look", "ふりかえり", "looking back"),
        ("reply", "受け取ったお返事", "replies you received"),
        ("replied", "受け取ったお返事", "replies you received"),
    ];
    let behind = KINDS.iter().filter(|kind| !kind.fields.iter().any(|field| next::goes_along(field)));
    for kind in behind.filter(|kind| !["stand", "handover", "receipt"].contains(&kind.id)) {
        let (_, ja, en) =
            named.iter().find(|(id, ..)| *id == kind.id).unwrap_or_else(|| panic!("{} is named", kind.id));
        for (lang, phrase) in [(Lang::Ja, ja), (Lang::En, en)] {
            let said = [w::EDITION_ANEW_TEXT, w::EDITION_STAYS_TEXT].map(|words| words.get(lang)).concat();
            assert!(said.contains(phrase), "{}: 「{phrase}」 in {said}", kind.id);
        }
    }
}

#[test]
fn what_goes_along_goes_as_it_was_typed_and_nothing_is_shared() {
    for seed in 0..150 {
        let dice = &mut Dice::new(seed);
        let mut all = records(&people::person(dice, 60), 1);
        if seed % 2 == 0 {
            strangers::from_a_newer_program(dice, &mut all);
        }
        let before = assemble(all).unwrap();
        let binder = turned(&before);
        let (was, now) = (&binder.former()[0].document, binder.document());
        assert!(was == before.document(), "the closed one keeps all: seed {seed}");
        for (path, leaf) in now.leaves() {
            match leaf {
                Leaf::Links(to) => {
                    let of = was.links(path);
                    assert!(to.iter().all(|id| of.contains(id)), "{path}: seed {seed}");
                    let there = |id| KINDS.iter().any(|k| k.many && now.ids(k).contains(&id));
                    let expected: Vec<ItemId> = of.iter().copied().filter(|id| there(*id)).collect();
                    assert!(*to == expected, "{path} leads to what is there: seed {seed}");
                }
                _ if next::goes_along(path.field) && was.is_said(path) => {
                    assert!(was.leaf(path) == Some(leaf), "{path}: seed {seed}");
                }
                _ => assert!(leaf.is_open(), "{path} is asked anew: seed {seed}"),
            }
            assert!(Audience::ALL.iter().all(|a| !now.is_shared(path, *a)), "{path}: seed {seed}");
        }
        for kind in KINDS.iter().filter(|k| k.many) {
            let expected: Vec<ItemId> = if next::goes_along(kind.fields[0]) { was.ids(kind) } else { Vec::new() };
            let over = |id: &ItemId| is_over(was, kind, *id);
            let expected: Vec<ItemId> = expected.into_iter().filter(|id| !over(id)).collect();
            assert_eq!(now.ids(kind), expected, "{}: seed {seed}", kind.id);
        }
        let opened = open_backup(backup(&binder, 2, 3).as_bytes()).unwrap();
        assert!(opened.binder == binder, "as a backup: seed {seed}");
    }
}

fn is_over(document: &Document, kind: &Kind, id: ItemId) -> bool {
    let state = if kind.id == "step" { &steps::STATE } else { &experience::STATE };
    *state.kind() == *kind && document.card(state.of(id)).is_some_and(|c| ["done", "dropped"].contains(&c.id.as_str()))
}

#[test]
fn open_steps_go_along_and_the_others_stay() {
    let mut binder = Binder::new(ItemId(1), 1);
    for (at, state) in ["done", "going", "stuck", "dropped", "later", ""].into_iter().enumerate() {
        let id = ItemId(10 + at as u64);
        binder.apply(Change::Added(&steps::STEP, id));
        binder.apply(Change::Wrote(steps::WHAT.of(id), format!("一歩 {state}")));
        binder.apply(Change::Wrote(steps::DAY.of(id), "金曜の昼".into()));
        if !state.is_empty() {
            binder.apply(Change::Chose(steps::STATE.of(id), vec![card(state, "x")]));
        }
    }
    let binder = turned(&binder);
    let words: Vec<&str> =
        binder.document().ids(&steps::STEP).iter().map(|id| binder.document().text(steps::WHAT.of(*id))).collect();
    assert_eq!(words, ["一歩 going", "一歩 stuck", "一歩 later", "一歩 "]);
}

#[test]
fn what_a_newer_program_wrote_into_an_item_goes_along_with_it() {
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::Added(&experience::EXPERIENCE, ItemId(0xa1)));
    let mut all = records(&binder, 1);
    for record in all.iter_mut().filter(|r| r.key.contains(":experience/")) {
        let body = record.body.as_mut().unwrap();
        body.insert("newer".into(), "きっと".into());
        body.insert("when".into(), 7.into());
    }
    let binder = turned(&assemble(all).unwrap());
    let all = records(&binder, 1);
    let bodies: Vec<String> = all
        .iter()
        .filter(|r| r.key.contains(":experience/"))
        .map(|r| serde_json::to_string(r.body.as_ref().unwrap()).unwrap())
        .collect();
    assert_eq!(bodies.len(), 2);
    assert!(bodies.iter().all(|body| body.contains("きっと")), "{bodies:?}");
    assert_eq!(bodies.iter().filter(|body| body.contains("when")).count(), 1, "what is asked anew stays: {bodies:?}");
}

// ── This edition against the last ───────────────────────────────────────────────────────────────────────────────

/// Every leaf that can be said, once with words of `which` year.
fn say(path: Path, which: &str) -> Change {
    let id = path.item.0;
    match path.field.shape {
        Shape::Text => Change::Wrote(path, format!("{} {which} {id}", path.field.id)),
        Shape::Pick | Shape::Picks => Change::Chose(path, vec![card("", &format!("{} {which} {id}", path.field.id))]),
        Shape::Links => Change::Linked(path, vec![ItemId(if which == "then" { 0x51 } else { 0x52 })]),
        Shape::Flag => Change::Marked(path, which == "now"),
    }
}

/// A document in which links have something to lead to.
fn ground() -> Binder {
    let mut binder = Binder::new(ItemId(1), 1);
    for id in [0x51, 0x52] {
        binder.apply(Change::Added(&strength::STRENGTH, ItemId(id)));
        binder.apply(Change::Chose(strength::WHAT.of(ItemId(id)), vec![card("", &format!("力 {id}"))]));
    }
    binder
}

fn rows(parts: &[Part]) -> impl Iterator<Item = (&Thing, &Row)> {
    parts.iter().flat_map(|part| &part.things).flat_map(|thing| thing.rows.iter().map(move |row| (thing, row)))
}

/// Says something in one field in the one, in the other, in both, and looks for it in the comparison.
fn check_field(kind: &'static Kind, field: &'static Field, pack: &Pack) {
    let id = if kind.many { ItemId(0x77) } else { ItemId::ALONE };
    let made = |what: Option<&str>| {
        let mut binder = ground();
        binder.apply(Change::Added(kind, id));
        if let Some(which) = what {
            binder.apply(say(field.of(id), which));
        }
        binder.document().clone()
    };
    let flag = field.shape == Shape::Flag;
    let (then, now) = (made((!flag).then_some("then")), made(Some("now")));
    for (before, after, became) in [
        (&made(None), &now, Became::Added),
        (&now, &made(None), Became::Gone),
        (&then, &now, if flag { Became::Added } else { Became::Changed }),
        (&now, &now, Became::Same),
    ] {
        let parts = compare(before, after, pack, Lang::Ja);
        let other = compare(before, before, pack, Lang::Ja);
        assert!(became == Became::Same || parts != other, "{} {became:?}", field.id);
        let names = kind.many && field.id == kind.fields[0].id;
        let heading = pack.question(field.id).unwrap().label.plain(Lang::Ja);
        let found = rows(&parts).any(|(_, row)| row.heading == heading && row.became == became)
            || names
                && became == Became::Same
                && parts.iter().flat_map(|part| &part.things).any(|thing| {
                    thing.became == became && thing.heading.as_ref().is_some_and(|h| h.contains("now 119"))
                });
        assert!(found, "{} {became:?}: {parts:#?}", field.id);
    }
}

#[test]
fn a_difference_in_any_field_of_any_kind_is_seen() {
    let pack = pack();
    let mut seen = 0;
    for kind in KINDS.into_iter().filter(|k| !LEFT_OUT.contains(k)) {
        for field in kind.fields {
            check_field(kind, field, &pack);
        }
        seen += 1;
    }
    assert_eq!(seen + LEFT_OUT.len(), KINDS.len());
}

#[test]
fn an_item_of_any_kind_that_came_or_went_is_seen() {
    let pack = pack();
    for kind in KINDS.into_iter().filter(|k| k.many && !LEFT_OUT.contains(k)) {
        let mut binder = ground();
        let without = binder.document().clone();
        binder.apply(Change::Added(kind, ItemId(0x77)));
        binder.apply(say(kind.fields[0].of(ItemId(0x77)), "now"));
        for (before, after, became) in
            [(&without, binder.document(), Became::Added), (binder.document(), &without, Became::Gone)]
        {
            let parts = compare(before, after, &pack, Lang::Ja);
            let found = parts.iter().flat_map(|part| &part.things).filter(|thing| thing.became == became);
            let headings: Vec<_> = found.filter_map(|thing| thing.heading.clone()).collect();
            assert_eq!(headings.len(), 1, "{} {became:?}", kind.id);
            assert!(headings[0].contains("now 119"), "{headings:?}");
        }
    }
}

#[test]
fn two_items_are_one_by_identity_first_and_then_by_card() {
    let value = |binder: &mut Binder, id: u64, card_id: &str, label: &str| {
        binder.apply(Change::Added(&values::VALUE, ItemId(id)));
        binder.apply(Change::Chose(values::WHAT.of(ItemId(id)), vec![card(card_id, label)]));
    };
    let (mut before, mut after) = (Binder::new(ItemId(1), 1), Binder::new(ItemId(2), 2));
    for (id, card_id, label) in [(1, "v01", "a"), (2, "v02", "b"), (3, "", "自分の言葉"), (4, "", "消えた言葉")]
    {
        value(&mut before, id, card_id, label);
    }
    // The first now is another card; its old card is chosen again as a new item, and so is the second one.
    for (id, card_id, label) in [(1, "v02", "b"), (11, "v02", "bettered"), (12, "", "自分の言葉"), (13, "v01", "a")]
    {
        value(&mut after, id, card_id, label);
    }
    let of = |id| Some(ItemId(id));
    assert_eq!(
        pairs(before.document(), after.document(), &values::VALUE),
        [(of(1), of(1)), (of(2), of(11)), (of(3), of(12)), (None, of(13)), (of(4), None)]
    );
}

#[test]
fn another_order_is_seen_and_the_same_one_is_not() {
    let pack = pack();
    let mut binder = ground();
    for (at, label) in ["一", "二", "三"].into_iter().enumerate() {
        binder.apply(Change::Added(&values::VALUE, ItemId(at as u64 + 1)));
        binder.apply(Change::Chose(values::WHAT.of(ItemId(at as u64 + 1)), vec![card("", label)]));
    }
    let before = binder.document().clone();
    let order = |after: &Document| -> Vec<(String, String)> {
        let parts = compare(&before, after, &pack, Lang::Ja);
        rows(&parts)
            .filter(|(_, r)| r.heading.contains("順番"))
            .map(|(_, r)| (r.before.clone(), r.after.clone()))
            .collect()
    };
    assert_eq!(order(&before), []);
    binder.apply(Change::Moved(&values::VALUE, ItemId(3), 0));
    assert_eq!(order(binder.document()), [("一／二／三".to_owned(), "三／一／二".to_owned())]);
    // One that went, and one that came, alone are no other order.
    binder.apply(Change::Moved(&values::VALUE, ItemId(3), 2));
    binder.apply(Change::Removed(&values::VALUE, ItemId(1)));
    binder.apply(Change::Added(&values::VALUE, ItemId(9)));
    binder.apply(Change::Moved(&values::VALUE, ItemId(9), 0));
    assert_eq!(order(binder.document()), []);
}

#[test]
fn answers_to_an_organisations_own_questions_are_compared() {
    let (mut before, mut after) = (Binder::new(ItemId(1), 1), Binder::new(ItemId(2), 2));
    before.apply(Change::AnsweredExtra("org.q1".into(), "去年".into()));
    after.apply(Change::AnsweredExtra("org.q1".into(), "今年".into()));
    after.apply(Change::AnsweredExtra("org.q2".into(), "はじめて".into()));
    let parts = compare(before.document(), after.document(), &pack(), Lang::Ja);
    let found: Vec<_> = rows(&parts).map(|(_, r)| (r.before.as_str(), r.after.as_str(), r.became)).collect();
    assert_eq!(found, [("去年", "今年", Became::Changed), ("", "はじめて", Became::Added)]);
}

// ── The golden pair ─────────────────────────────────────────────────────────────────────────────────────────────

/// An invented person, a year later: what happened is noted, the year is closed, and the next one is gone through.
fn pair() -> Binder {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/people/counter.json");
    let mut binder = open_backup(&fs::read(file).unwrap()).unwrap().binder;
    let ids = |kind: &'static Kind| -> Vec<ItemId> { binder.document().ids(kind) };
    let (step, value, wished, can) =
        (ids(&steps::STEP), ids(&values::VALUE), ids(&experience::EXPERIENCE), ids(&strength::STRENGTH));
    let (promise, look) = (ItemId(0xf1), ItemId(0xf2));
    let year = vec![
        Change::Chose(steps::STATE.of(step[0]), vec![card("done", "できた")]),
        Change::Chose(steps::STATE.of(step[1]), vec![card("stuck", "止まっている")]),
        Change::Added(&after::PROMISE, promise),
        Change::Wrote(after::WHO.of(promise), "係長".into()),
        Change::Wrote(after::WHAT.of(promise), "茶話会の日は、窓口の当番を代わる".into()),
        Change::Wrote(after::BY.of(promise), "7月10日".into()),
        Change::Wrote(after::NEXT_DAY.alone(), "令和８年10月1日".into()),
        Change::Wrote(after::WORDS.alone(), "まず一度、行ってみてください。".into()),
        Change::Added(&after::LOOK, look),
        Change::Chose(after::LOOK_SPAN.of(look), vec![card("d90", "90日たって")]),
        Change::Wrote(after::LOOK_WHAT.of(look), "茶話会に二回行けた。係会では、まだ話せていない。".into()),
        Change::Wrote(after::LOOK_LEARNED.of(look), "行けば、声をかけてもらえる。".into()),
    ];
    binder.apply(Change::Together(year));
    binder.apply(next::edition(&binder.clone(), ItemId(0xe2), A_YEAR_ON));
    let ask = ItemId(0xf3);
    binder.apply(Change::Together(vec![
        Change::Moved(&values::VALUE, value[2], 0),
        Change::Chose(values::MET.of(value[0]), vec![card("m3", "だいたい満たされている")]),
        Change::Removed(&values::VALUE, value[1]),
        Change::Wrote(wish::LINE.alone(), "声のするところへ、こちらから行く".into()),
        Change::Removed(&experience::EXPERIENCE, wished[2]),
        Change::Wrote(experience::SMALL.of(wished[1]), "協働担当の打合せで、一度だけ記録をとる".into()),
        Change::Chose(strength::NOW.of(can[2]), vec![card("l1", "教わりながらやったことがある")]),
        Change::Chose(strength::NOW.of(can[1]), vec![card("l2", "ひとりでできる")]),
        Change::Chose(steps::STATE.of(step[1]), vec![card("done", "できた")]),
        Change::Added(&sheet::ASK, ask),
        Change::Chose(sheet::ASK_WHAT.of(ask), vec![card("", "茶話会の担当を、係の仕事にしたい")]),
    ]));
    binder
}

/// As a person would read it.
fn read(parts: &[Part]) -> String {
    use std::fmt::Write;
    let mut text = String::new();
    for chapter in Chapter::ALL {
        writeln!(text, "# {chapter:?}\n").unwrap();
        for part in parts.iter().filter(|part| part.chapter == chapter) {
            writeln!(text, "## {}\n", part.heading).unwrap();
            for thing in &part.things {
                if let Some(heading) = &thing.heading {
                    writeln!(text, "- {heading} [{:?}]", thing.became).unwrap();
                }
                for row in &thing.rows {
                    let line = |words: &str| words.replace('\n', " ⏎ ");
                    let (before, after) = (line(&row.before), line(&row.after));
                    writeln!(text, "  - {} [{:?}] {before} → {after}", row.heading, row.became).unwrap();
                }
            }
            writeln!(text).unwrap();
        }
    }
    text
}

#[test]
fn a_second_edition_is_compared_with_the_first() {
    let (pack, made) = (pack(), pair());
    golden("pair.json", &backup(&made, 1, A_YEAR_ON));
    let opened = open_backup(backup(&made, 1, A_YEAR_ON).as_bytes()).unwrap().binder;
    assert!(opened == made);
    for (lang, name) in [(Lang::Ja, "compared.ja.md"), (Lang::En, "compared.en.md")] {
        let parts = compare(&made.former()[0].document, made.document(), &pack, lang);
        golden(name, &read(&parts));
    }
    // A look at the same is no difference.
    let same = compare(made.document(), made.document(), &pack, Lang::Ja);
    assert!(rows(&same).all(|(_, row)| row.became == Became::Same));
}
