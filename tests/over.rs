//! After the talk: what was answered to an ask, and an experience that is done, wherever they are told of.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use aritai::document::days::{DayOf, named};
use aritai::document::{Audience, Binder, Change, ItemId, Picked, experience, next, sheet};
use aritai::export::forms::self_report;
use aritai::export::rehearsal::scripts;
use aritai::export::sheet::Sheet;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::plan::Became;
use aritai::plan::compare::{Part, Row, compare};
use aritai::plan::pictures::{self, Picture, Shape as Drawn};
use aritai::plan::remarks::remarks;
use aritai::share::{for_audience, open, write};

/// 2027-05-20, 12:00 in Japan.
const A_YEAR_ON: u64 = 1_810_782_000_000;

fn pack() -> Pack {
    Pack::read(STANDARD).unwrap()
}

fn card(id: &str, label: &str) -> Picked {
    Picked { id: id.into(), label: label.into() }
}

fn turned(binder: &Binder) -> Binder {
    let mut binder = binder.clone();
    binder.apply(next::edition(&binder.clone(), ItemId(0xe2), A_YEAR_ON));
    binder
}

fn rows(parts: &[Part]) -> impl Iterator<Item = &Row> {
    parts.iter().flat_map(|part| &part.things).flat_map(|thing| &thing.rows)
}

/// An experience that one has had is no wish any more: it stays behind, is told of as done, and leaves the
/// sheet, the forms and the talk, whether or not how it went is shown.
#[test]
fn an_experience_that_is_done_is_no_wish_any_more() {
    let pack = pack();
    let mut binder = Binder::new(ItemId(1), 1);
    for (at, (label, state)) in
        [("打合せに同席する", "done"), ("勉強会を開く", "dropped"), ("窓口に立つ", "going"), ("話を聞く", "")]
            .into_iter()
            .enumerate()
    {
        let id = ItemId(10 + at as u64);
        binder.apply(Change::Added(&experience::EXPERIENCE, id));
        binder.apply(Change::Chose(experience::WHAT.of(id), vec![card("", label)]));
        binder.apply(Change::Shared(experience::WHAT.of(id), Audience::Talk, true));
        if !state.is_empty() {
            let label = pack.card("states", state).unwrap().title.plain(Lang::Ja);
            binder.apply(Change::Chose(experience::STATE.of(id), vec![card(state, &label)]));
        }
    }
    for shared in [false, true] {
        for at in 0..3 {
            binder.apply(Change::Shared(experience::STATE.of(ItemId(10 + at)), Audience::Talk, shared));
        }
        let plan = for_audience(binder.document(), Audience::Talk);
        let sheet = Sheet::of(&plan, &pack, Lang::Ja);
        let lines = |id: &str| -> String {
            sheet.block(id).map(|b| b.lines.iter().flat_map(|l| [l.text.as_str(), "\n"]).collect()).unwrap_or_default()
        };
        assert_eq!(lines("experience"), "窓口に立つ\n話を聞く\n", "the sheet's wishes");
        assert!(lines("more").contains("打合せに同席する"), "what is shown is shown somewhere");
        let form: String = self_report(&plan, &pack, Lang::Ja).fields.into_iter().map(|f| f.text).collect();
        assert!(
            form.contains("窓口に立つ") && !form.contains("打合せに同席する") && !form.contains("勉強会を開く"),
            "{form}"
        );
        let [short, _] = scripts(&plan, &pack, Lang::Ja);
        let spoken: String = short.parts.iter().flat_map(|p| p.own.clone()).collect();
        assert!(spoken.contains("窓口に立つ") && !spoken.contains("打合せに同席する"), "{spoken}");
        let again = open(write(&plan, "2026-11-30", Lang::Ja).as_bytes()).unwrap();
        assert_eq!(Sheet::of(&again.plan, &pack, Lang::Ja).blocks, sheet.blocks, "handed over, it is the same sheet");
    }
    let drawn = pictures::all(binder.document(), &pack, Lang::Ja);
    let of = |id: &str| drawn.iter().find(|p| p.id == id).unwrap();
    let says = |picture: &Picture| -> String {
        picture
            .shapes
            .iter()
            .filter_map(|s| if let Drawn::Text(t) = s { Some(format!("{}\n", t.words)) } else { None })
            .collect()
    };
    let picture = of("experiences");
    assert!(picture.sentence.contains("やってみたいのは「窓口に立つ」「話を聞く」。"), "{}", picture.sentence);
    assert!(picture.sentence.contains("できた：「打合せに同席する」。"), "{}", picture.sentence);
    assert!(says(picture).contains("できた\n"), "{}", says(picture));
    assert!(
        says(of("path")).contains("打合せに同席する（できた）") && !says(of("path")).contains("勉強会を開く"),
        "{}",
        says(of("path"))
    );

    let binder = turned(&binder);
    let names: Vec<&str> = binder
        .document()
        .ids(&experience::EXPERIENCE)
        .iter()
        .map(|id| binder.document().card(experience::WHAT.of(*id)).unwrap().label.as_str())
        .collect();
    assert_eq!(names, ["窓口に立つ", "話を聞く"], "what is done is not wished for again");
    let parts = compare(&binder.former()[0].document, binder.document(), &pack, Lang::Ja);
    let told: Vec<(Became, Option<&str>)> = parts
        .iter()
        .flat_map(|part| &part.things)
        .filter(|thing| {
            thing.heading.as_ref().is_some_and(|h| h.contains("打合せに同席する") || h.contains("勉強会を開く"))
        })
        .map(|thing| (thing.became, thing.ended.as_deref()))
        .collect();
    assert_eq!(told, [(Became::Gone, Some("できた")), (Became::Gone, Some("やめることにした"))]);
    for lang in [Lang::Ja, Lang::En] {
        assert!(remarks(binder.document(), &pack, lang).iter().all(|r| !r.says.contains("打合せに同席する")));
    }
}

/// What was answered to an ask is told of beside it, and the next edition asks anew.
#[test]
fn answers_to_asks_stay_with_their_year() {
    let pack = pack();
    let mut binder = Binder::new(ItemId(1), 1);
    let ask = ItemId(7);
    binder.apply(Change::Added(&sheet::ASK, ask));
    binder.apply(Change::Chose(sheet::ASK_WHAT.of(ask), vec![card("course", "研修に推薦してほしい")]));
    binder.apply(Change::Chose(sheet::ASK_ANSWER.of(ask), vec![card("hold", "持ち帰る")]));
    binder.apply(Change::Wrote(sheet::ASK_ANSWER_BY.of(ask), "12月5日".into()));
    let days = named(binder.document());
    assert_eq!(days.len(), 1);
    assert_eq!((days[0].of, days[0].leaf), (DayOf::Answer, sheet::ASK_ANSWER_BY.of(ask)));
    let binder = turned(&binder);
    assert!(binder.document().ids(&sheet::ASK).is_empty());
    let parts = compare(&binder.former()[0].document, binder.document(), &pack, Lang::Ja);
    let told: Vec<String> = rows(&parts).map(|row| format!("{}：{}", row.heading, row.before)).collect();
    assert!(
        told.contains(&"お返事：持ち帰る".to_owned()) && told.contains(&"いつから・いつまで：12月5日".to_owned()),
        "{told:?}"
    );
}
