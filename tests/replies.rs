//! The reply: written by the other person, handed back as a file or as a text, taken in beside the asks as they are now. Every
//! way in which that is known to fail is a test here, by both ways.
//! Knows replies, what was handed over, and what stands around them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::replying;
use aritai::document::{Audience, Binder, Change, ItemId, after, next, reply as fields, sheet};
use aritai::format::{Record, assemble, backup, open_backup, records};
use aritai::pack::Lang;
use aritai::reply::merge::{Becomes, How, Match, NotForYou, Part, Standing, preview, take};
use aritai::reply::waiting::waiting;
use aritai::reply::{Answer, Draft, Reply, asked, handed};
use aritai::share::{self, for_audience, goes_along};
use replying::{ASKS, DAY, WAYS, Way, came, card, everything, hand_over, labels, line, merge, person, reply};

const ASK: [ItemId; 3] = [ItemId(ASKS[0].0), ItemId(ASKS[1].0), ItemId(ASKS[2].0)];

/// All that is kept, as text: two records are the same where this is.
fn bytes(binder: &Binder) -> String {
    backup(binder, 1, 1)
}

fn answer(binder: &Binder, ask: ItemId) -> (String, String, String, String) {
    let d = binder.document();
    let id = d.card(sheet::ASK_ANSWER.of(ask)).map(|card| card.id.clone()).unwrap_or_default();
    let text = |field: &'static aritai::document::Field| d.text(field.of(ask)).to_owned();
    (id, text(&sheet::ASK_ANSWER_FORM), text(&sheet::ASK_ANSWER_WHO), text(&sheet::ASK_ANSWER_BY))
}

fn said(id: &str, form: &str, who: &str, by: &str) -> (String, String, String, String) {
    (id.into(), form.into(), who.into(), by.into())
}

// ── There and back ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_reply_comes_back_to_its_asks_and_fills_what_was_agreed() {
    for way in WAYS {
        let mut binder = person();
        let given = hand_over(&mut binder, 0x51);
        let reply = came(&reply(&given, 0x71), way);
        let preview = preview(&binder, &reply).unwrap();
        assert_eq!((preview.standing, preview.perhaps, preview.is_in()), (Standing::New, false, false));
        for (at, ask) in ASK.into_iter().enumerate() {
            let line = line(&preview, Part::Ask(u32::try_from(at + 1).unwrap()));
            assert_eq!((line.matched, line.ask, line.becomes), (Match::Same, Some(ask), Becomes::New), "{way:?}");
            assert_eq!(line.then, line.now);
        }
        let before = bytes(&binder);
        let undo = merge(&mut binder, &reply);
        assert_eq!(answer(&binder, ASK[0]), said("can", "", "", "来月から"));
        assert_eq!(answer(&binder, ASK[1]), said("try", "第一水曜だけ", "", "来週から"));
        assert_eq!(answer(&binder, ASK[2]), said("hold", "", "", "12月20日"));
        let d = binder.document();
        let promises: Vec<[&str; 3]> = d
            .ids(&after::PROMISE)
            .into_iter()
            .map(|id| [&after::WHO, &after::WHAT, &after::BY].map(|f| d.text(f.of(id))))
            .collect();
        assert_eq!(promises.len(), 2);
        assert!(promises.contains(&["課長", "福祉課に話を通す", "12月10日"]), "{promises:?}");
        assert_eq!(d.text(after::REPLY_DAY.alone()), "12月20日", "the day on which there will be an answer");
        assert_eq!(d.text(after::NEXT_DAY.alone()), "12月20日 15時");
        assert_eq!(d.text(after::WORDS.alone()), reply.words);
        let answers = d.ids(&fields::REPLIED);
        assert!(answers.iter().all(|id| d.links(fields::OF.of(*id)) == [reply.id]));
        assert!(open_backup(bytes(&binder).as_bytes()).unwrap().binder == binder, "it is kept");
        binder.apply(undo);
        assert!(bytes(&binder) == before, "undo restores the record: {way:?}");
    }
}

#[test]
fn one_line_at_a_time_comes_to_the_same_as_all_at_once() {
    let mut at_once = person();
    let given = hand_over(&mut at_once, 0x51);
    let mut one_by_one = at_once.clone();
    let reply = reply(&given, 0x71);
    merge(&mut at_once, &reply);
    let mut parts = everything(&preview(&one_by_one, &reply).unwrap());
    parts.reverse();
    for part in parts {
        let change = take(&one_by_one, &reply, &[part], &labels());
        one_by_one.apply(change);
    }
    assert!(bytes(&at_once) == bytes(&one_by_one));
    assert!(preview(&one_by_one, &reply).unwrap().is_in());
}

#[test]
fn a_part_of_it_leaves_the_rest_to_be_taken_in_later() {
    let mut binder = person();
    let given = hand_over(&mut binder, 0x51);
    let reply = reply(&given, 0x71);
    let change = take(&binder, &reply, &[(Part::Ask(2), How::Now)], &labels());
    binder.apply(change);
    assert_eq!(answer(&binder, ASK[0]), said("", "", "", ""));
    assert_eq!(answer(&binder, ASK[1]).0, "try");
    let again = preview(&binder, &reply).unwrap();
    assert_eq!((again.standing, again.is_in()), (Standing::Known, false));
    assert_eq!(line(&again, Part::Ask(2)).becomes, Becomes::Same);
    assert_eq!(line(&again, Part::Ask(1)).becomes, Becomes::New);
    assert!(!again.at_once().iter().any(|(part, _)| *part == Part::Ask(2)));
}

// ── The ways in which it fails ──────────────────────────────────────────────────────────────────────────────────

#[test]
fn another_persons_reply_is_not_shown_and_changes_nothing() {
    for way in WAYS {
        let mut other = person();
        let reply = came(&reply(&hand_over(&mut other, 0x52), 0x71), way);
        let mut mine = person();
        hand_over(&mut mine, 0x51);
        let before = bytes(&mine);
        assert_eq!(preview(&mine, &reply), Err(NotForYou), "though they ask for the very same: {way:?}");
        let change = take(&mine, &reply, &[(Part::Ask(1), How::Now), (Part::Words, How::Now)], &labels());
        assert!(mine.apply(change).touched.is_nothing() && bytes(&mine) == before);
    }
}

#[test]
fn an_ask_that_was_edited_since_is_shown_in_both_wordings_and_the_person_chooses() {
    for way in WAYS {
        let mut binder = person();
        let given = hand_over(&mut binder, 0x51);
        binder.apply(Change::Wrote(sheet::ASK_SMALL.of(ASK[0]), "二月に一度".into()));
        let reply = came(&reply(&given, 0x71), way);
        let shown = preview(&binder, &reply).unwrap();
        let edited = line(&shown, Part::Ask(1));
        assert_eq!(edited.matched, Match::Edited, "{way:?}");
        assert_eq!(edited.then, "福祉課の打合せに同席したい\n月に一度、三十分だけ");
        assert_eq!(edited.now, "福祉課の打合せに同席したい\n二月に一度");
        assert!(!shown.at_once().iter().any(|(part, _)| *part == Part::Ask(1)), "it waits for the choice");
        let mut then = binder.clone();
        for (how, wanted) in [(How::Now, "can"), (How::Then, "")] {
            let mut binder = binder.clone();
            let change = take(&binder, &reply, &[(Part::Ask(1), how)], &labels());
            binder.apply(change);
            assert_eq!(answer(&binder, ASK[0]).0, wanted, "{how:?}");
            let d = binder.document();
            let kept = fields::answer_of(reply.id, 1);
            assert_eq!(d.text(fields::WHAT.of(kept)), edited.then, "kept with the words that it answers");
            then = binder;
        }
        assert!(then.document().links(fields::ASK.of(fields::answer_of(reply.id, 1))).is_empty());
    }
}

/// The form need not have been shown; then it is no other wording.
#[test]
fn a_form_that_was_not_shown_is_no_edit() {
    let mut binder = person();
    binder.apply(Change::Shared(sheet::ASK_SMALL.of(ASK[0]), Audience::Talk, false));
    let given = hand_over(&mut binder, 0x51);
    assert_eq!(asked(given.plan.document())[0].small, "");
    let shown = preview(&binder, &reply(&given, 0x71)).unwrap();
    assert_eq!(line(&shown, Part::Ask(1)).matched, Match::Same);
}

#[test]
fn an_answer_to_an_ask_that_is_gone_is_kept_apart() {
    for way in WAYS {
        let mut binder = person();
        let given = hand_over(&mut binder, 0x51);
        binder.apply(Change::Removed(&sheet::ASK, ASK[1]));
        let reply = came(&reply(&given, 0x71), way);
        let shown = preview(&binder, &reply).unwrap();
        let gone = line(&shown, Part::Ask(2));
        assert_eq!((gone.matched, gone.ask, gone.then.as_str()), (Match::Gone, None, ASKS[1].1), "{way:?}");
        assert_eq!(line(&shown, Part::Ask(3)).ask, Some(ASK[2]), "numbers are those of the file");
        merge(&mut binder, &reply);
        let kept = fields::answer_of(reply.id, 2);
        assert_eq!(binder.document().text(fields::WHAT.of(kept)), ASKS[1].1);
        assert!(binder.document().links(fields::ASK.of(kept)).is_empty());
        assert_eq!(binder.document().ids(&sheet::ASK), [ASK[0], ASK[2]], "nothing that was removed comes back");
    }
}

#[test]
fn the_same_reply_again_changes_nothing() {
    for (first, second) in
        [(Way::File, Way::Text), (Way::Text, Way::File), (Way::File, Way::File), (Way::Text, Way::Text)]
    {
        let mut binder = person();
        let given = hand_over(&mut binder, 0x51);
        let reply = reply(&given, 0x71);
        merge(&mut binder, &came(&reply, first));
        let before = bytes(&binder);
        let again = came(&reply, second);
        assert!(preview(&binder, &again).unwrap().is_in(), "もう入っています");
        let change = take(&binder, &again, &everything(&preview(&binder, &again).unwrap()), &labels());
        assert!(binder.apply(change).touched.is_nothing() && bytes(&binder) == before, "{first:?} {second:?}");
    }
}

#[test]
fn an_older_reply_after_a_newer_one_is_marked_and_overwrites_nothing() {
    for way in WAYS {
        let mut binder = person();
        let given = hand_over(&mut binder, 0x51);
        let older = reply(&given, 0x71);
        let mut newer = Reply { rev: 2, ..older.clone() };
        newer.answers[0].by = "四月から".into();
        merge(&mut binder, &came(&newer, way));
        let before = bytes(&binder);
        let shown = preview(&binder, &came(&older, way)).unwrap();
        assert_eq!(shown.standing, Standing::Older, "{way:?}");
        assert!(shown.at_once().is_empty());
        merge(&mut binder, &came(&older, way));
        assert!(bytes(&binder) == before);
    }
}

#[test]
fn a_reply_that_was_changed_and_sent_again_differs_line_by_line() {
    for way in WAYS {
        let mut binder = person();
        let given = hand_over(&mut binder, 0x51);
        let first = reply(&given, 0x71);
        merge(&mut binder, &came(&first, way));
        let mut second = Reply { rev: 2, ..first.clone() };
        second.answers[2].answer = Answer::Connect;
        second.answers[2].who = "人材育成係".into();
        second.answers.remove(1);
        second.promises.truncate(1);
        let second = came(&second, way);
        let shown = preview(&binder, &second).unwrap();
        assert_eq!(shown.standing, Standing::Changed, "{way:?}");
        let becomes = |part| line(&shown, part).becomes;
        assert_eq!(becomes(Part::Ask(1)), Becomes::Same);
        assert_eq!(becomes(Part::Ask(2)), Becomes::Withdrawn);
        assert_eq!(becomes(Part::Ask(3)), Becomes::Changed);
        assert_eq!(line(&shown, Part::Ask(3)).held.answer, Some(Answer::Hold), "the one before stands beside it");
        assert_eq!((becomes(Part::Promise(0)), becomes(Part::Promise(1))), (Becomes::Same, Becomes::Withdrawn));
        merge(&mut binder, &second);
        assert_eq!(answer(&binder, ASK[1]), said("", "", "", ""), "withdrawn");
        assert_eq!(answer(&binder, ASK[2]), said("connect", "", "人材育成係", "12月20日"));
        assert_eq!(binder.document().ids(&after::PROMISE).len(), 1);
        assert_eq!(binder.document().text(after::REPLY_DAY.alone()), "", "nothing is put off any more");
        // The same as if the first had never come.
        let mut fresh = person();
        hand_over(&mut fresh, 0x51);
        merge(&mut fresh, &second);
        assert!(bytes(&fresh) == bytes(&binder));
    }
}

#[test]
fn two_repliers_stand_side_by_side_with_their_roles() {
    for way in WAYS {
        let mut binder = person();
        let given = hand_over(&mut binder, 0x51);
        let chief = reply(&given, 0x71);
        let mut leader = Reply { role: "係長".into(), day: "2026-12-02".into(), ..reply(&given, 0x72) };
        leader.answers[0].answer = Answer::Hold;
        leader.answers[0].by = "1月".into();
        merge(&mut binder, &came(&chief, way));
        let shown = preview(&binder, &came(&leader, way)).unwrap();
        let others = &line(&shown, Part::Ask(1)).others;
        assert_eq!(others.len(), 1);
        assert_eq!((others[0].0.as_str(), others[0].1.answer), ("課長", Some(Answer::Can)), "{way:?}");
        merge(&mut binder, &came(&leader, way));
        assert_eq!(answer(&binder, ASK[0]), said("hold", "", "", "1月"), "the later one stands at the ask");
        assert_eq!(binder.document().ids(&fields::REPLY).len(), 2, "and both are kept");
        assert_eq!(binder.document().ids(&fields::REPLIED).len(), 6);
    }
}

#[test]
fn a_file_without_a_handover_is_matched_by_the_words_of_its_asks() {
    for way in WAYS {
        let mut binder = person();
        let old = share::write(&for_audience(binder.document(), Audience::Talk), DAY, Lang::Ja);
        assert!(!old.contains("handover"), "as files were made before there were replies");
        let reply = came(&reply(&share::open(old.as_bytes()).unwrap(), 0x71), way);
        assert_eq!(reply.to, None);
        binder.apply(Change::Removed(&sheet::ASK, ASK[2]));
        let shown = preview(&binder, &reply).unwrap();
        assert!(shown.perhaps);
        assert_eq!(
            (line(&shown, Part::Ask(1)).matched, line(&shown, Part::Ask(1)).ask),
            (Match::Perhaps, Some(ASK[0]))
        );
        assert_eq!(line(&shown, Part::Ask(3)).matched, Match::Gone);
        merge(&mut binder, &reply);
        assert_eq!(answer(&binder, ASK[1]).0, "try", "{way:?}");
        let stranger = Binder::new(ItemId(0xe2), 1);
        assert_eq!(preview(&stranger, &reply), Err(NotForYou), "nobody who asks for none of it");
    }
}

#[test]
fn a_file_that_is_remembered_no_longer_is_matched_by_words_too() {
    let mut binder = person();
    let first = hand_over(&mut binder, 0x51);
    for _ in 0..handed::REMEMBERED + 3 {
        hand_over(&mut binder, 0x51);
    }
    assert_eq!(handed::all(binder.document()).len(), handed::REMEMBERED);
    let shown = preview(&binder, &reply(&first, 0x71)).unwrap();
    assert_eq!((line(&shown, Part::Ask(1)).matched, shown.perhaps), (Match::Perhaps, false));
}

// ── What stays the person's ─────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_the_person_wrote_is_never_overwritten() {
    let mut binder = person();
    let given = hand_over(&mut binder, 0x51);
    binder.apply(Change::Chose(sheet::ASK_ANSWER.of(ASK[0]), card("try", "まず試す")));
    binder.apply(Change::Wrote(sheet::ASK_ANSWER_FORM.of(ASK[0]), "口頭で聞いた形".into()));
    binder.apply(Change::Wrote(after::NEXT_DAY.alone(), "年明け".into()));
    binder.apply(Change::Added(&after::PROMISE, ItemId(0xb1)));
    binder.apply(Change::Wrote(after::WHAT.of(ItemId(0xb1)), "わたしが調べる".into()));
    merge(&mut binder, &reply(&given, 0x71));
    assert_eq!(answer(&binder, ASK[0]), said("try", "口頭で聞いた形", "", ""));
    assert_eq!(binder.document().text(after::NEXT_DAY.alone()), "年明け");
    assert_eq!(binder.document().ids(&after::PROMISE)[0], ItemId(0xb1));
    let kept = fields::answer_of(ItemId(0x71), 1);
    assert_eq!(binder.document().card(fields::ANSWER.of(kept)).unwrap().id, "can", "what they replied is kept too");
}

#[test]
fn the_other_persons_words_are_shown_one_by_one_or_not_at_all() {
    let mut binder = person();
    let given = hand_over(&mut binder, 0x51);
    binder.apply(Change::Wrote(after::NEXT_DAY.alone(), "12月20日 15時".into()));
    binder.apply(Change::Shared(after::NEXT_DAY.alone(), Audience::Talk, true));
    let first = reply(&given, 0x71);
    merge(&mut binder, &first);
    let d = binder.document();
    for path in [
        sheet::ASK_ANSWER.of(ASK[0]),
        sheet::ASK_ANSWER_FORM.of(ASK[1]),
        sheet::ASK_ANSWER_BY.of(ASK[2]),
        after::WORDS.alone(),
        after::REPLY_DAY.alone(),
        after::WHAT.of(d.ids(&after::PROMISE)[0]),
    ] {
        assert!(d.is_said(path) && d.can_be_shown(path), "{path}");
        assert!(!goes_along(d, path) && !d.is_shared(path, Audience::Talk), "{path}");
    }
    assert!(goes_along(d, sheet::ASK_WHAT.of(ASK[0])));
    // What is written in its place was not agreed to.
    let second = Reply { rev: 2, next: "1月".into(), ..first };
    merge(&mut binder, &second);
    assert_eq!(binder.document().text(after::NEXT_DAY.alone()), "1月");
    assert!(!binder.document().is_shared(after::NEXT_DAY.alone(), Audience::Talk));
}

#[test]
fn a_reply_to_last_years_file_is_kept_in_this_year() {
    let mut binder = person();
    let given = hand_over(&mut binder, 0x51);
    binder.apply(next::edition(&binder.clone(), ItemId(0xe2), 1_826_000_000_000));
    let reply = reply(&given, 0x71);
    let shown = preview(&binder, &reply).unwrap();
    assert!(
        shown.lines.iter().filter(|line| matches!(line.part, Part::Ask(_))).all(|line| line.matched == Match::Gone)
    );
    let former = binder.former().to_vec();
    merge(&mut binder, &reply);
    assert!(binder.former() == former, "what is closed stays as it was");
    assert_eq!(binder.document().ids(&fields::REPLIED).len(), 3);
}

#[test]
fn what_is_waited_for_says_who_holds_it_since_when_and_until_which_day() {
    let mut binder = person();
    assert!(waiting(binder.document()).is_empty(), "nothing was handed over");
    let given = hand_over(&mut binder, 0x51);
    let waits = waiting(binder.document());
    assert_eq!(waits.iter().map(|one| one.ask).collect::<Vec<_>>(), ASK);
    assert!(waits.iter().all(|one| one.since == DAY && one.answer.is_none()));
    let mut reply = reply(&given, 0x71);
    reply.day = "2026-12-05".into();
    reply.answers[0].answer = Answer::Connect;
    reply.answers[0].who = "人材育成係".into();
    merge(&mut binder, &reply);
    let waits = waiting(binder.document());
    let told: Vec<_> =
        waits.iter().map(|one| (one.answer, one.since.as_str(), one.who.as_str(), one.by.as_str())).collect();
    assert_eq!(
        told,
        [
            (Some(Answer::Connect), "2026-12-05", "人材育成係", "来月から"),
            (Some(Answer::Hold), "2026-12-05", "", "12月20日"),
        ]
    );
}

#[test]
fn a_draft_goes_on_under_the_same_revision_until_it_says_something_else() {
    let mut binder = person();
    let given = hand_over(&mut binder, 0x51);
    let mut draft = Draft::new(reply(&given, 0x71));
    let first = draft.hand("2026-12-01");
    assert_eq!((first.rev, draft.hand("2026-12-02")), (1, first.clone()), "nothing changed");
    draft.reply.words = "もう一言".into();
    let second = draft.hand("2026-12-03");
    assert_eq!((second.rev, second.day.as_str()), (2, "2026-12-03"));
    let mut again = Draft::of(came(&second, Way::File));
    assert!(again.reply.answers_to(&given));
    assert_eq!(again.hand("2026-12-09"), second, "opened and handed back as it was");
    again.reply.answers[0].answer = Answer::Hold;
    assert_eq!(again.hand("2026-12-09").rev, 3);
    // What another answer needed is not handed back.
    assert_eq!(again.hand("2026-12-09").answers[1].who, "");
    let mut other = person();
    let elsewhere = hand_over(&mut other, 0x99);
    assert!(!again.reply.answers_to(&elsewhere));
}

/// A program from before there were replies keeps them, and writes them back.
#[test]
fn an_older_program_keeps_what_it_does_not_know() {
    let mut binder = person();
    let given = hand_over(&mut binder, 0x51);
    merge(&mut binder, &reply(&given, 0x71));
    let new = ["handover", "receipt", "reply", "replied"];
    let older = |key: &str| {
        // It reads the names of these parts as names that it does not know.
        let (edition, part) = key.split_once(':').unwrap();
        let is_new = new.iter().any(|kind| part.starts_with(&format!("{kind}/")) || part == format!("order.{kind}"));
        if is_new { format!("{edition}:newer.{part}") } else { key.to_owned() }
    };
    let rename = |records: Vec<Record>, to: &dyn Fn(&str) -> String| -> Vec<Record> {
        records.into_iter().map(|record| Record { key: to(&record.key), ..record }).collect()
    };
    let found = rename(records(&binder, 1), &older);
    assert!(found.iter().filter(|record| record.key.contains(":newer.")).count() >= 8);
    let mut there = assemble(found).unwrap();
    there.apply(Change::Wrote(after::NEXT_DAY.alone(), "年明け".into()));
    let back = rename(records(&there, 2), &|key: &str| key.replace(":newer.", ":"));
    let back = assemble(back).unwrap();
    binder.apply(Change::Wrote(after::NEXT_DAY.alone(), "年明け".into()));
    assert!(back == binder, "all of it came back");
}
