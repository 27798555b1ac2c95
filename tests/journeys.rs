//! The walk as a person walks it, without a screen: choosing cards, writing a line, putting off, showing, coming back,
//! starting over, restoring a file. Knows the core; whether a button does these things is the browser tests' business.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use aritai::document::{
    Audience, Binder, Change, Document, ItemId, Kind, Path, Picked, Shape, experience, sheet, stand, steps, strength,
    values, wish, work,
};
use aritai::export::sheet::{Block, Sheet};
use aritai::export::{Day, markdown};
use aritai::format::{assemble, backup, open_backup, records};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::{Became, Standing, differences, resume, standing};
use aritai::route::{Route, SHORT_PATH};
use aritai::share::{Shown, for_audience, shown};
use aritai::wording::{LIST, with_note};
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

const BEGUN: u64 = 1_795_000_000_000;
const SCENE: &str = "窓口に来た方が、一度の説明で安心して帰れる。\n係の三人で、朝のうちに段取りを決めている。";

fn fresh() -> Binder {
    Binder::new(ItemId(1), BEGUN)
}

/// A card of the standard pack, as seen in Japanese.
fn card(catalogue: &str, id: &str) -> Picked {
    let label = PACK.card(catalogue, id).unwrap_or_else(|| panic!("{catalogue} has {id}")).title.plain(Lang::Ja);
    Picked { id: id.to_owned(), label }
}

fn label(catalogue: &str, id: &str) -> String {
    card(catalogue, id).label
}

fn added(kind: &'static Kind, id: u64, more: Vec<Change>) -> Change {
    Change::Together([vec![Change::Added(kind, ItemId(id))], more].concat())
}

fn chose(path: Path, catalogue: &str, ids: &[&str]) -> Change {
    Change::Chose(path, ids.iter().map(|id| card(catalogue, id)).collect())
}

fn wrote(path: Path, text: &str) -> Change {
    Change::Wrote(path, text.to_owned())
}

/// What the eight screens ask, screen by screen.
fn walk() -> Vec<(Route, Vec<Change>)> {
    let (x, s, t, a) = (ItemId(20), ItemId(30), ItemId(40), ItemId(50));
    let value = |n, id| added(&values::VALUE, n, vec![chose(values::WHAT.of(ItemId(n)), "values", &[id])]);
    vec![
        (Route::Welcome, vec![]),
        (
            Route::Values,
            vec![
                value(10, "v08"),
                value(11, "v01"),
                value(12, "v05"),
                Change::Marked(values::SHORT.of(ItemId(10)), true),
            ],
        ),
        (Route::Wish, vec![chose(wish::HORIZON.alone(), "horizons", &["y3"]), wrote(wish::SCENE.alone(), SCENE)]),
        (
            Route::Experience,
            vec![added(
                &experience::EXPERIENCE,
                20,
                vec![
                    chose(experience::WHAT.of(x), "experiences", &["x04"]),
                    wrote(experience::SMALL.of(x), "福祉課の打合せに、月に一度だけ同席する"),
                    chose(experience::DOOR.of(x), "doors", &["boss"]),
                ],
            )],
        ),
        (
            Route::Why,
            vec![
                wrote(experience::WHY.of(x), "窓口で、先の手続きまで案内できるようになりたいから"),
                chose(experience::BUILDS.of(x), "strengths", &["s05"]),
                added(
                    &strength::STRENGTH,
                    30,
                    vec![
                        chose(strength::WHAT.of(s), "strengths", &["s05"]),
                        chose(strength::AIM.of(s), "aims", &["grow"]),
                    ],
                ),
            ],
        ),
        (
            Route::Step,
            vec![
                added(
                    &steps::STEP,
                    40,
                    vec![wrote(steps::WHAT.of(t), "髙橋さんに一通送る"), chose(steps::SPAN.of(t), "spans", &["d14"])],
                ),
                wrote(steps::DAY.of(t), "金曜の昼"),
                wrote(steps::PLACE.of(t), "自分の席で"),
                chose(steps::STOP.of(t), "obstacles", &["o-time"]),
                wrote(steps::THEN.of(t), "件名だけでも書いておく"),
                Change::Linked(steps::SERVES.of(t), vec![x]),
            ],
        ),
        (
            Route::Ask,
            vec![
                added(
                    &sheet::ASK,
                    50,
                    vec![
                        chose(sheet::ASK_WHAT.of(a), "asks", &["sit-in"]),
                        wrote(sheet::ASK_SMALL.of(a), "十二月の打合せに一度"),
                        chose(sheet::ASK_DECIDES.of(a), "decides", &["now"]),
                    ],
                ),
                wrote(sheet::TOPIC.alone(), "福祉課との打合せに出てみたいこと"),
                chose(sheet::HELP.alone(), "help", &["think", "connect"]),
            ],
        ),
    ]
}

fn walked() -> Binder {
    let mut binder = fresh();
    for change in walk().into_iter().flat_map(|(_, changes)| changes) {
        assert!(!binder.apply(change.clone()).touched.is_nothing(), "{change:?} does something");
    }
    binder
}

/// What is listed to be shared.
fn said(document: &Document) -> Vec<Path> {
    document.leaves().filter(|(_, leaf)| leaf.is_said()).map(|(path, _)| path).collect()
}

fn lines(block: Option<&Block>) -> Vec<String> {
    let words = |line: &aritai::export::sheet::Line| {
        let label = line.label.as_ref().map(|l| format!("{l}：")).unwrap_or_default();
        format!("{}{label}{}", if line.under { "  " } else { "" }, line.text)
    };
    block.into_iter().flat_map(|b| &b.lines).map(words).collect()
}

#[test]
fn ten_minutes_make_one_good_sheet() {
    let mut binder = walked();
    for path in said(binder.document()) {
        binder.apply(Change::Shared(path, Audience::Talk, true));
    }
    let sheet = Sheet::of(&for_audience(binder.document(), Audience::Talk), &PACK, Lang::Ja);
    let q = |id: &str| PACK.question(id).unwrap().label.plain(Lang::Ja);
    let note = |text: &str, note: &str| with_note(text, note, Lang::Ja);
    let list = |parts: &[String]| parts.join(LIST.get(Lang::Ja));
    let short = note(&label("values", "v08"), &q("value.short"));
    let expected: [(&str, Vec<String>); 7] = [
        ("topic", vec!["福祉課との打合せに出てみたいこと".into()]),
        (
            "steps",
            vec![
                format!(
                    "{}：{}",
                    label("spans", "d14"),
                    note("髙橋さんに一通送る", &list(&["金曜の昼".into(), "自分の席で".into()]))
                ),
                format!("  {}：{}", q("step.stop"), label("obstacles", "o-time")),
                format!("  {}：件名だけでも書いておく", q("step.then")),
            ],
        ),
        ("wish", vec![SCENE.into()]),
        ("values", vec![list(&[short, label("values", "v01"), label("values", "v05")])]),
        (
            "experience",
            vec![
                note(&label("experiences", "x04"), &label("doors", "boss")),
                format!("  {}：窓口で、先の手続きまで案内できるようになりたいから", q("experience.why")),
                format!("  {}：福祉課の打合せに、月に一度だけ同席する", q("experience.small")),
            ],
        ),
        ("strength", vec![note(&label("strengths", "s05"), &label("aims", "grow"))]),
        (
            "more",
            vec![
                format!("{}：{}：{}", label("experiences", "x04"), q("experience.builds"), label("strengths", "s05")),
                format!("髙橋さんに一通送る：{}：{}", q("step.serves"), label("experiences", "x04")),
            ],
        ),
    ];
    assert_eq!(
        sheet.blocks.iter().chain(&sheet.more).map(|b| b.id).collect::<Vec<_>>(),
        expected.each_ref().map(|(id, _)| *id)
    );
    for (id, words) in expected {
        assert_eq!(lines(sheet.block(id)), words, "{id}");
    }
    assert_eq!(sheet.block("wish").unwrap().heading, note(&q("wish.scene"), &label("horizons", "y3")));
    let help: Vec<&str> = sheet.help.iter().filter(|(_, on)| *on).map(|(l, _)| l.as_str()).collect();
    assert_eq!(help, [label("help", "think"), label("help", "connect")]);
    assert_eq!(sheet.asks.len(), 1);
    assert_eq!(sheet.asks[0].what, label("asks", "sit-in"));
    assert_eq!(sheet.asks[0].small.as_deref(), Some("十二月の打合せに一度"));
    assert_eq!(sheet.asks[0].decides, Some(label("decides", "now")));
    let file = markdown::file(&sheet, Day { year: 2026, month: 11, day: 22 }, Lang::Ja);
    let text = String::from_utf8(file.body).unwrap();
    assert!(text.contains("髙橋さんに一通送る") && !text.contains("未記入"), "{text}");
    // The same sheet in English: what was seen as a card is said in English, what was written stays as written.
    let english = Sheet::of(&for_audience(binder.document(), Audience::Talk), &PACK, Lang::En);
    assert_eq!(english.asks[0].what, PACK.card("asks", "sit-in").unwrap().title.en);
    assert_eq!(lines(english.block("wish")), [SCENE]);
}

#[test]
fn each_screen_is_done_when_something_is_written_and_one_goes_on_at_the_next() {
    let mut binder = fresh();
    assert_eq!(resume(binder.document()), Route::Values, "whoever has written nothing begins at the beginning");
    for (at, (screen, changes)) in walk().into_iter().enumerate().skip(1) {
        assert_eq!(standing(binder.document(), screen), Standing::Open, "{screen:?}");
        for change in changes {
            binder.apply(change);
        }
        assert_eq!(standing(binder.document(), screen), Standing::Done, "{screen:?}");
        // Away for the night, and back.
        binder = assemble(records(&binder, 1)).unwrap();
        assert_eq!(resume(binder.document()), SHORT_PATH[at + 1], "after {screen:?}");
    }
    assert_eq!(standing(binder.document(), Route::Sheet), Standing::Open, "nothing is shown to anybody yet");
    binder.apply(Change::Shared(wish::SCENE.alone(), Audience::Talk, true));
    assert_eq!(standing(binder.document(), Route::Sheet), Standing::Done);
    assert_eq!(resume(binder.document()), Route::Sheet);
}

/// Where each screen's 「あとで」 and 「まだ分からない」 are kept.
fn asides() -> [(Route, Path); 5] {
    [
        (Route::Values, stand::VALUES.alone()),
        (Route::Wish, wish::SCENE.alone()),
        (Route::Experience, stand::EXPERIENCE.alone()),
        (Route::Step, stand::STEP.alone()),
        (Route::Ask, stand::ASK.alone()),
    ]
}

#[test]
fn later_and_not_knowing_are_answers() {
    for (screen, path) in asides() {
        for (change, stands) in [(Change::PutOff(path), Standing::Later), (Change::NotSure(path), Standing::NotSure)] {
            let mut binder = fresh();
            binder.apply(change.clone());
            assert!(!binder.document().is_blank(), "{screen:?}: it was answered");
            assert_eq!(standing(binder.document(), screen), stands, "{screen:?}");
            assert!(resume(binder.document()) != screen, "{screen:?} is not asked again at once");
            binder = assemble(records(&binder, 1)).unwrap();
            assert_eq!(standing(binder.document(), screen), stands, "{screen:?} after coming back");
            let plan = for_audience(binder.document(), Audience::Talk);
            assert!(plan.is_empty() && Sheet::of(&plan, &PACK, Lang::Ja).is_empty(), "{screen:?}: nobody sees that");
            // Written after all, it is written; and put off again, it stays written.
            for answer in walk().into_iter().filter(|(route, _)| *route == screen).flat_map(|(_, changes)| changes) {
                binder.apply(answer);
            }
            assert_eq!(standing(binder.document(), screen), Standing::Done, "{screen:?}");
            let before = said(binder.document());
            binder.apply(change);
            assert_eq!(standing(binder.document(), screen), Standing::Done, "{screen:?}");
            assert_eq!(said(binder.document()), before, "{screen:?}: what was said stays said");
        }
    }
}

#[test]
fn all_put_off_is_still_a_walk_to_the_sheet() {
    let mut binder = fresh();
    for (_, path) in asides() {
        binder.apply(Change::PutOff(path));
    }
    assert_eq!(resume(binder.document()), Route::Sheet);
    assert_eq!(standing(binder.document(), Route::Why), Standing::Later, "its question hangs on an experience");
    assert_eq!(standing(binder.document(), Route::Welcome), Standing::Open);
    assert_eq!(standing(binder.document(), Route::Keep), Standing::Open);
}

#[test]
fn one_thing_written_is_already_a_sheet() {
    let beside = [wish::FOR_WHOM.alone(), wish::HORIZON.alone(), values::LINE.alone(), sheet::NAME.alone()];
    let beside = beside.map(|path| match path.field.shape {
        Shape::Pick => chose(path, "horizons", &["y5"]),
        _ => wrote(path, "子どもの迎えに間に合う日"),
    });
    for change in walk().into_iter().flat_map(|(_, changes)| changes).chain(beside) {
        let mut binder = fresh();
        binder.apply(change.clone());
        for path in said(binder.document()) {
            binder.apply(Change::Shared(path, Audience::Talk, true));
        }
        let plan = for_audience(binder.document(), Audience::Talk);
        let sheet = Sheet::of(&plan, &PACK, Lang::Ja);
        assert_eq!(sheet.is_empty(), plan.is_empty(), "{change:?}");
        assert!(sheet.blocks.iter().all(|b| !b.lines.is_empty() && !b.lines[0].under), "{change:?}");
    }
}

#[test]
fn what_is_shown_of_a_group_is_some_or_all_of_what_it_says() {
    let mut binder = walked();
    let id = ItemId(20);
    let paths: Vec<Path> = experience::EXPERIENCE.fields.iter().map(|f| f.of(id)).collect();
    let look = |binder: &Binder| shown(binder.document(), &paths, Audience::Talk);
    assert_eq!(look(&binder), Shown::Nothing);
    binder.apply(Change::Shared(experience::WHY.of(id), Audience::Talk, true));
    assert_eq!(look(&binder), Shown::Some);
    for path in &paths {
        binder.apply(Change::Shared(*path, Audience::Talk, true));
    }
    assert_eq!(look(&binder), Shown::All, "what holds nothing doesn't count");
    assert_eq!(shown(binder.document(), &paths, Audience::Hr), Shown::Nothing);
    assert_eq!(shown(binder.document(), &[], Audience::Talk), Shown::Nothing);
}

#[test]
fn starting_over_is_a_fresh_start_that_can_be_taken_back() {
    let mut binder = walked();
    let before = binder.clone();
    let back = binder.apply(Change::Replaced(Box::new(Binder::new(ItemId(2), BEGUN + 1)))).inverse;
    assert!(binder.document().is_blank());
    assert_eq!(resume(binder.document()), Route::Values);
    let forth = binder.apply(back).inverse;
    assert!(binder == before, "all of it is back");
    binder.apply(forth);
    assert!(binder.document().is_blank(), "and gone again");
}

#[test]
fn a_file_is_looked_at_before_it_is_restored_and_restoring_can_be_taken_back() {
    let old = walked();
    let file = backup(&old, 4, BEGUN + 100);
    // Since then: one thing rewritten, one added, one taken away, one emptied.
    let mut now = old.clone();
    now.apply(wrote(wish::SCENE.alone(), "係の三人で、昼休みをそろって取れている。"));
    now.apply(wrote(wish::LINE.alone(), "急がずに話せる窓口"));
    now.apply(Change::Removed(&values::VALUE, ItemId(12)));
    now.apply(wrote(steps::PLACE.of(ItemId(40)), ""));
    let before = now.clone();
    let opened = open_backup(file.as_bytes()).unwrap();
    assert_eq!(opened.made_at, BEGUN + 100);
    let preview = differences(now.document(), opened.binder.document());
    let expected = [
        (values::WHAT.of(ItemId(12)), Became::Added),
        (wish::SCENE.alone(), Became::Changed),
        (wish::LINE.alone(), Became::Gone),
        (steps::PLACE.of(ItemId(40)), Became::Added),
    ];
    assert_eq!(preview, expected);
    assert!(now == before, "looking changes nothing");
    let back = now.apply(Change::Replaced(Box::new(opened.binder))).inverse;
    assert!(now == old, "restored as it was");
    assert!(differences(now.document(), old.document()).is_empty());
    now.apply(back);
    assert!(now == before, "and taken back");
    // A file that is none leaves all as it is: nothing is handed out that could be applied.
    assert!(open_backup(&file.as_bytes()[..file.len() / 2]).is_err());
}

#[test]
fn a_preview_tells_each_thing_once_in_the_order_of_the_walk() {
    let (a, b) = (fresh(), walked());
    let all = said(b.document());
    let added: Vec<(Path, Became)> = all.iter().map(|path| (*path, Became::Added)).collect();
    assert_eq!(differences(a.document(), b.document()), added);
    let gone = differences(b.document(), a.document());
    assert!(gone.iter().all(|(_, became)| *became == Became::Gone));
    let mut paths: Vec<Path> = gone.into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths.len(), all.len());
    paths.sort_unstable();
    let mut sorted = all;
    sorted.sort_unstable();
    assert_eq!(paths, sorted);
    // Putting off says nothing, so it is no difference.
    let mut later = fresh();
    later.apply(Change::PutOff(work::MORE.alone()));
    assert!(differences(a.document(), later.document()).is_empty());
}

#[test]
fn one_finds_the_way_forth_and_back() {
    for (at, screen) in SHORT_PATH.into_iter().enumerate() {
        assert_eq!(
            screen.step(),
            Some(at).filter(|at| *at > 0),
            "the welcome asks nothing, and the first question is the first"
        );
        assert_eq!(screen.next(false), SHORT_PATH.get(at + 1).copied());
        assert_eq!(screen.back(false), at.checked_sub(1).map(|b| SHORT_PATH[b]));
    }
    assert_eq!(Route::Unsure.next(false), Some(Route::Experience), "not knowing is a way, too");
    assert_eq!(Route::Unsure.back(false), Some(Route::Values));
    for beside in [Route::Outline, Route::Keep, Route::Example(1), Route::Missing] {
        assert_eq!((beside.step(), beside.next(false), beside.back(false)), (None, None, None));
    }
}
