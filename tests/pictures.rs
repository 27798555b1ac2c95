//! The pictures of where one stands: for nobody, for one word, for everyone invented, and for the largest record that the
//! walk allows. What each table carries, what no picture holds, and that nothing lies over anything else.
//!
//! To look at them: `ARITAI_PICTURES=<folder> cargo test --test all pictures` leaves a page for each document there, with
//! the style sheets of the real one, and a backup to restore.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::sources;
use aritai::document::{
    Binder, Change, Document, ItemId, KINDS, Kind, Path, Picked, Section, Shape as Holds, drift, experience, steps,
    strength, values, wish, work,
};
use aritai::export::sheet::leaf_words;
use aritai::format;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::pictures::{Picture, Role, Shape, Table, all, lettering};
use std::fmt::Write as _;
use std::fs;

fn pack() -> Pack {
    Pack::read(STANDARD).expect("the standard pack")
}

struct Case {
    name: String,
    lang: Lang,
    binder: Binder,
    document: Document,
}

fn case(name: &str, lang: Lang, binder: Binder) -> Case {
    Case { name: name.to_owned(), lang, document: binder.document().clone(), binder }
}

const STAYS: &str = "そのまま残っていてほしい静けさ";
const WORRIES: &str = "このままだと心配なこと";

/// Nobody, one word, everyone, and the largest.
fn cases() -> Vec<Case> {
    let pack = pack();
    let blank = || Binder::new(ItemId(7), 0);
    let most = [500, 200, 43, 24];
    let mut cases = vec![
        case("empty", Lang::Ja, blank()),
        case("empty.en", Lang::En, blank()),
        case("one", Lang::Ja, made(&pack, [1; 4], Lang::Ja)),
        case("largest", Lang::Ja, made(&pack, most, Lang::Ja)),
        case("largest.en", Lang::En, made(&pack, most, Lang::En)),
    ];
    for person in sources::people() {
        cases.push(case(&person.name, person.lang, person.binder(&pack, None)));
    }
    cases
}

/// So many steps, experiences, strengths and values. With one of each the barest of all; with more every field is filled,
/// some in own words, some long, some with a card that the pack no longer has.
fn made(pack: &Pack, counts: [usize; 4], lang: Lang) -> Binder {
    let mut binder = Binder::new(ItemId(7), 0);
    let full = counts[0] > 1;
    let kinds: [&'static Kind; 4] = [&steps::STEP, &experience::EXPERIENCE, &strength::STRENGTH, &values::VALUE];
    let id = |kind: usize, at: usize| ItemId(((kind as u64 + 1) << 32) + at as u64 + 1);
    for (which, kind) in kinds.into_iter().enumerate() {
        for at in 0..counts[which] {
            let item = id(which, at);
            binder.apply(Change::Added(kind, item));
            for (nth, field) in kind.fields.iter().enumerate() {
                if nth > 0 && (!full || at % 7 == 6) {
                    continue;
                }
                let path = field.of(item);
                let catalogue = pack.question(field.id).and_then(|q| q.cards.clone()).unwrap_or_default();
                let cards = pack.cards(&catalogue);
                let wordy =
                    |text: &str| format!("{text}{}番。{}", at + 1, "長い言葉も、表にはそのまま残る。".repeat(at % 4));
                let card = |n: usize| match cards.get((at + n) % (cards.len() + 2)) {
                    Some(card) => Picked { id: card.id.clone(), label: card.title.plain(lang) },
                    None if (at + n).is_multiple_of(2) => {
                        Picked { id: "gone".into(), label: format!("もうないカード{at}") }
                    }
                    None => Picked { id: String::new(), label: wordy("自分の言葉で書いた") },
                };
                let change = match field.shape {
                    Holds::Text => Change::Wrote(path, wordy("書いたこと")),
                    Holds::Pick => Change::Chose(path, vec![card(0)]),
                    Holds::Picks => Change::Chose(path, vec![card(0), card(1)]),
                    Holds::Links => Change::Linked(path, vec![id(1, at % 5), id(2, at % 6)]),
                    Holds::Flag => Change::Marked(path, at % 3 == 0),
                };
                binder.apply(change);
            }
        }
    }
    if full {
        let (stay, worry, first) = (ItemId(91), ItemId(92), id(0, 0));
        for (path, words) in [
            (wish::LINE.alone(), "一言で言えば、だれかの段取りを一緒に考えられる人でいたい。"),
            (wish::SCENE.alone(), "わたしは、\n朝のうちに係の三人で段取りを決めている。\u{202e}さかさ\u{202c} 👩‍👩‍👧‍👦"),
            (wish::FOR_WHOM.alone(), "窓口に来た人が、一度で帰れる。"),
            (steps::THEN_STATE.alone(), "交代で行けるようになっている。"),
            (work::NOTE.alone(), "窓口は好きです。"),
        ] {
            binder.apply(Change::Wrote(path, words.into()));
        }
        binder.apply(Change::Added(&drift::STAY, stay));
        binder.apply(Change::Wrote(drift::STAYS.of(stay), STAYS.into()));
        binder.apply(Change::Added(&drift::WORRY, worry));
        binder.apply(Change::Wrote(drift::WORRIES.of(worry), WORRIES.into()));
        binder.apply(Change::Wrote(drift::TOPIC.of(worry), WORRIES.into()));
        binder.apply(Change::Linked(steps::SERVES.of(first), vec![stay, worry, id(1, 0)]));
    } else {
        binder.apply(Change::Wrote(wish::SCENE.alone(), "静かな朝".into()));
    }
    binder
}

fn each(look: impl Fn(&Case, &Pack, &Picture)) {
    let pack = pack();
    for case in cases() {
        let pictures = all(&case.document, &pack, case.lang);
        assert_eq!(
            pictures.iter().map(|p| p.id).collect::<Vec<_>>(),
            ["path", "strengths", "values", "experiences", "steps"]
        );
        for picture in &pictures {
            look(&case, &pack, picture);
        }
    }
}

fn cells(table: &Table) -> Vec<&str> {
    table.rows.iter().flatten().map(String::as_str).collect()
}

/// The fields whose words the picture's table must carry.
fn carried(picture: &str) -> Vec<&'static Kind> {
    match picture {
        "strengths" => vec![&strength::STRENGTH],
        "values" => vec![&values::VALUE],
        "experiences" => vec![&experience::EXPERIENCE],
        "steps" => vec![&steps::STEP],
        _ => Vec::new(),
    }
}

#[test]
fn the_table_carries_every_value_whole() {
    each(|case, pack, picture| {
        let cells = cells(&picture.table);
        let mut paths: Vec<Path> = Vec::new();
        for kind in carried(picture.id) {
            for id in case.document.ids(kind) {
                paths.extend(kind.fields.iter().map(|field| field.of(id)));
            }
        }
        if picture.id == "path" {
            paths.extend([wish::LINE.alone(), wish::SCENE.alone(), wish::FOR_WHOM.alone(), wish::HORIZON.alone()]);
            paths.extend([steps::THEN_STATE.alone(), work::MORE.alone(), work::LESS.alone(), work::FINE.alone()]);
            paths.push(work::NOTE.alone());
            paths.extend(case.document.ids(&experience::EXPERIENCE).into_iter().map(|id| experience::WHAT.of(id)));
            for id in case.document.ids(&steps::STEP) {
                paths.extend([steps::WHAT.of(id), steps::SPAN.of(id), steps::SERVES.of(id)]);
            }
        }
        for path in paths {
            for words in leaf_words(&case.document, pack, path, case.lang) {
                let hidden = [STAYS, WORRIES].contains(&words.as_str());
                assert!(
                    hidden || cells.iter().any(|cell| cell.contains(&words)),
                    "{} {}: {path} 「{words}」",
                    case.name,
                    picture.id
                );
            }
        }
        for row in &picture.table.rows {
            assert_eq!(row.len(), picture.table.columns.len(), "{} {}", case.name, picture.id);
        }
        let said = case.document.leaves().any(|(_, leaf)| leaf.is_said());
        assert!(said || picture.table.rows.is_empty(), "{} {}", case.name, picture.id);
    });
}

#[test]
fn every_picture_says_something_and_none_says_what_only_goes_on() {
    each(|case, _, picture| {
        let Picture { sentence, title, .. } = picture;
        assert!(!sentence.trim().is_empty() && !title.is_empty(), "{} {}", case.name, picture.id);
        assert!(!picture.shapes.is_empty(), "{} {}", case.name, picture.id);
        assert!(sentence.chars().count() < 480, "{} {}: {sentence}", case.name, picture.id);
        let all = format!("{picture:?}");
        for (path, leaf) in case.document.leaves().filter(|(p, _)| p.field.kind().section == Section::Drift) {
            if let aritai::document::Leaf::Text(aritai::document::Answer::Said(words)) = leaf {
                assert!(!all.contains(words.as_str()), "{} {}: {path}", case.name, picture.id);
            }
        }
    });
}

/// Left, top, right, bottom.
fn bounds(shape: &Shape) -> (i32, i32, i32, i32) {
    match shape {
        Shape::Line((x, y), (u, v), _) | Shape::Arrow((x, y), (u, v), _) => {
            (*x.min(u), *y.min(v), *x.max(u), *y.max(v))
        }
        Shape::Circle((x, y), r, _) => (x - r, y - r, x + r, y + r),
        Shape::Rect((x, y), (w, h), ..) => (*x, *y, x + w, y + h),
        Shape::Curve(start, bends, _) => {
            let mut from = *start;
            let mut out = (start.0, start.1, start.0, start.1);
            for [one, two, end] in bends {
                for eighth in 0..=8 {
                    let part = |a: i32, b: i32, c: i32, d: i32| {
                        let (t, s) = (eighth, 8 - eighth);
                        (s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d) / 512
                    };
                    let (x, y) = (part(from.0, one.0, two.0, end.0), part(from.1, one.1, two.1, end.1));
                    out = (out.0.min(x), out.1.min(y), out.2.max(x), out.3.max(y));
                }
                from = *end;
            }
            out
        }
        Shape::Text(text) => {
            let wide = lettering::width(&text.words, text.size);
            let left = if text.centred { text.at.0 - wide / 2 } else { text.at.0 };
            (left, text.at.1 - text.size, left + wide, text.at.1 + text.size / 4)
        }
    }
}

#[test]
fn everything_stays_inside_and_no_words_lie_over_others() {
    each(|case, _, picture| {
        let name = format!("{} {}", case.name, picture.id);
        assert!(picture.height < 3000, "{name} is {} high", picture.height);
        let mut before: Vec<(i32, i32, i32, i32)> = Vec::new();
        for shape in &picture.shapes {
            let (left, top, right, bottom) = bounds(shape);
            let inside = left >= 2 && top >= 2 && right <= picture.width - 2 && bottom <= picture.height - 2;
            assert!(inside, "{name}: {shape:?} leaves the picture");
            if let Shape::Text(text) = shape {
                assert!(text.size >= 13, "{name}: too small to read on a phone");
                assert!(matches!(text.role, Role::Name | Role::Body | Role::Soft | Role::OnGoal), "{name}: {text:?}");
                let over = before.iter().find(|b| left < b.2 && b.0 < right && top < b.3 && b.1 < bottom);
                assert!(over.is_none(), "{name}: {text:?} lies over {over:?}");
                before.push((left, top, right, bottom));
            }
        }
        // Links may pass beside words, never through them.
        for shape in picture.shapes.iter().filter(|s| s.role() == Role::Link && !matches!(s, Shape::Arrow(..))) {
            let (left, top, right, bottom) = bounds(shape);
            let over = before.iter().find(|b| left < b.2 && b.0 < right && top < b.3 && b.1 < bottom);
            assert!(over.is_none(), "{name}: a link runs through words");
        }
    });
}

#[test]
fn what_is_left_out_is_said_in_words() {
    let pack = pack();
    let binder = made(&pack, [500, 200, 43, 24], Lang::Ja);
    for (picture, left_out) in all(binder.document(), &pack, Lang::Ja).iter().zip([
        "ほか201件は、表に",
        "ほか35件",
        "ほか18件",
        "ほか190件",
        "件は、表に",
    ]) {
        let texts = picture.shapes.iter().filter_map(|s| if let Shape::Text(t) = s { Some(&t.words) } else { None });
        let all: Vec<&String> = texts.collect();
        assert!(all.iter().any(|words| words.contains(left_out)), "{}: {left_out} in {all:?}", picture.id);
    }
}

#[test]
fn every_kind_a_picture_may_not_show_is_named_by_its_section() {
    let hidden: Vec<&str> = KINDS.iter().filter(|k| k.section == Section::Drift).map(|k| k.id).collect();
    assert_eq!(hidden, ["stay", "worry", "drift"]);
}

// ── To look at ──────────────────────────────────────────────────────────────────────────────────────────────────

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn drawn(picture: &Picture) -> String {
    let mut out = format!("<svg class=\"drawn\" viewBox=\"0 0 {} {}\">", picture.width, picture.height);
    for shape in &picture.shapes {
        let class = shape.role().class();
        let _ = match shape {
            Shape::Circle((x, y), r, _) => write!(out, "<circle class='{class}' cx='{x}' cy='{y}' r='{r}'/>"),
            Shape::Rect((x, y), (w, h), round, _) => {
                write!(out, "<rect class='{class}' x='{x}' y='{y}' width='{w}' height='{h}' rx='{round}'/>")
            }
            Shape::Text(t) => {
                let anchor = if t.centred { "middle" } else { "start" };
                let (x, y, size, words) = (t.at.0, t.at.1, t.size, escaped(&t.words));
                write!(
                    out,
                    "<text class='{class}' x='{x}' y='{y}' font-size='{size}' text-anchor='{anchor}'>{words}</text>"
                )
            }
            _ => write!(out, "<path class='{class}' d='{}'/>", shape.d().unwrap_or_default()),
        };
    }
    out + "</svg>"
}

#[test]
fn pages_to_look_at() {
    let Some(folder) = std::env::var_os("ARITAI_PICTURES").map(std::path::PathBuf::from) else { return };
    let css: String =
        ["tokens", "base", "parts"].map(|name| fs::read_to_string(format!("style/{name}.css")).unwrap()).concat();
    for case in cases() {
        let mut page = format!("<!doctype html><html lang={}><meta charset=utf-8><style>{css}", case.lang.code());
        page += "body{display:flex;gap:24px;padding:16px;align-items:start}figure.picture{display:block;width:358px;flex:none}</style>";
        for picture in all(&case.document, &pack(), case.lang) {
            let _ = write!(
                page,
                "<figure class=picture><h2>{}</h2><figcaption>{}</figcaption>{}</figure>",
                escaped(&picture.title),
                escaped(&picture.sentence),
                drawn(&picture)
            );
        }
        fs::write(folder.join(format!("{}.html", case.name)), page).unwrap();
        let backup = format::backup(&case.binder, 1, 0);
        fs::write(folder.join(format!("{}.json", case.name)), backup).unwrap();
    }
}
