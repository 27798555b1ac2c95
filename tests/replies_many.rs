//! Replies by chance: whatever people reply, in whatever order it comes, the record is the same; and nothing private is in what
//! goes out or comes back. `ARITAI_CASES` says how many cases are tried; 300 without it.
//! Knows replies, documents, and chance.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use crate::odd as people;
use crate::replying;
use crate::sentinels;
use aritai::document::{Audience, Binder, Change, ItemId, KINDS, Sharing, sheet};
use aritai::format::backup;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::reply::merge::preview;
use aritai::reply::{Answer, Answered, Promised, Reply, asked, handed, wire};
use aritai::share::{self, Given, for_audience};
use dice::Dice;
use replying::{DAY, WAYS, came, card, mangled, merge, sent};

fn cases() -> u64 {
    std::env::var("ARITAI_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300)
}

fn bytes(binder: &Binder) -> String {
    backup(binder, 1, 1)
}

/// Words of a replier: no two the same, so that nobody wrote them before.
fn words(dice: &mut Dice) -> String {
    let some = people::words(dice);
    let some: String = some.chars().take(60).collect();
    format!("{some}{:x}", dice.next())
}

fn maybe(dice: &mut Dice) -> String {
    if dice.one_in(3) { String::new() } else { words(dice) }
}

/// Somebody with asks among much else, most of it shared.
fn somebody(dice: &mut Dice) -> Binder {
    let changes = dice.below(60);
    let mut binder = people::person(dice, changes);
    for _ in 0..=dice.below(4) {
        let ask = dice.id();
        binder.apply(Change::Added(&sheet::ASK, ask));
        binder.apply(Change::Chose(sheet::ASK_WHAT.of(ask), card("", &words(dice))));
        binder.apply(Change::Wrote(sheet::ASK_SMALL.of(ask), maybe(dice)));
        binder.apply(Change::Shared(sheet::ASK_WHAT.of(ask), Audience::Talk, true));
        binder.apply(Change::Shared(sheet::ASK_SMALL.of(ask), Audience::Talk, dice.one_in(2)));
    }
    binder
}

fn hand_over(dice: &mut Dice, binder: &mut Binder) -> Given {
    let plan = for_audience(binder.document(), Audience::Talk);
    let (mark, noted) = handed::next(binder, &plan, DAY, dice.id());
    binder.apply(noted);
    share::open(share::write_as(&plan, DAY, Lang::Ja, Some(mark)).as_bytes()).unwrap()
}

fn fill(dice: &mut Dice, reply: &mut Reply, given: &Given) {
    reply.answers.clear();
    for ask in asked(given.plan.document()) {
        if !dice.one_in(4) {
            let answer = dice.pick(&Answer::ALL);
            let (form, who, by) = (maybe(dice), maybe(dice), maybe(dice));
            reply.answers.push(Answered { ask: ask.number, sum: ask.sum, answer, form, who, by });
        }
    }
    reply.promises = (0..dice.below(3)).map(|_| Promised { what: words(dice), by: maybe(dice) }).collect();
    (reply.words, reply.next, reply.role) = (maybe(dice), maybe(dice), maybe(dice));
    reply.day = format!("2026-12-{:02}", 1 + dice.below(28));
    *reply = reply.trimmed();
}

/// Several replies to one file: of several people, some of them changed and sent again.
fn replies(dice: &mut Dice, given: &Given) -> Vec<Reply> {
    let mut all = Vec::new();
    for _ in 0..=dice.below(3) {
        let mut reply = Reply::to(given, dice.id(), Lang::Ja);
        for rev in 1..=1 + u32::try_from(dice.below(3)).unwrap() {
            reply.rev = rev;
            fill(dice, &mut reply, given);
            all.push(reply.clone());
        }
    }
    all
}

fn shuffled(dice: &mut Dice, replies: &[Reply]) -> Vec<Reply> {
    let mut left = replies.to_vec();
    let mut out = Vec::new();
    while !left.is_empty() {
        out.push(left.remove(dice.below(left.len())));
    }
    out
}

#[test]
fn in_any_order_and_any_number_of_times_replies_make_the_same_record_and_undo_restores_it() {
    for seed in 0..cases() {
        let dice = &mut Dice::new(seed);
        let mut binder = somebody(dice);
        let given = hand_over(dice, &mut binder);
        for _ in 0..dice.below(6) {
            // Life goes on between the file and the reply.
            let change = people::change(dice, binder.document());
            let mut next = binder.clone();
            next.apply(change);
            // The program's own notes are changed by nobody.
            if handed::all(next.document()) == handed::all(binder.document()) {
                binder = next;
            }
        }
        let replies = replies(dice, &given);
        let (mut one, mut other) = (binder.clone(), binder.clone());
        for reply in &replies {
            let before = bytes(&one);
            let undo = merge(&mut one, reply);
            let mut back = one.clone();
            back.apply(undo);
            assert!(bytes(&back) == before, "undo: seed {seed}");
            let now = bytes(&one);
            merge(&mut one, reply);
            assert!(bytes(&one) == now, "twice is once: seed {seed}");
            let all: Vec<_> = preview(&one, reply).unwrap().lines;
            assert!(
                all.iter().all(|line| line.becomes == aritai::reply::merge::Becomes::Same),
                "seed {seed}: {all:#?}"
            );
        }
        for reply in shuffled(dice, &replies) {
            merge(&mut other, &reply);
            if dice.one_in(2) {
                let again = dice.below(replies.len());
                merge(&mut other, &replies[again]);
            }
        }
        for reply in &replies {
            merge(&mut other, reply);
        }
        assert!(bytes(&one) == bytes(&other), "in any order: seed {seed}");
        assert!(aritai::format::open_backup(bytes(&one).as_bytes()).unwrap().binder == one, "kept: seed {seed}");
    }
}

#[test]
fn whatever_is_replied_comes_through_file_text_and_mail() {
    for seed in 0..cases() {
        let dice = &mut Dice::new(seed);
        let mut binder = somebody(dice);
        let given = hand_over(dice, &mut binder);
        for reply in replies(dice, &given) {
            for way in WAYS {
                assert!(came(&reply, way) == reply, "{way:?}: seed {seed}");
            }
            let mail = mangled(&sent(&reply, WAYS[1]));
            assert!(wire::read(mail.as_bytes()).as_ref() == Ok(&reply), "seed {seed}: {mail}");
            let mut bytes = wire::file(&reply).into_bytes();
            for _ in 0..4 {
                let at = dice.below(bytes.len());
                bytes[at] = dice.next().to_le_bytes()[0];
                let _ = wire::read(&bytes).map(|read| preview(&binder, &read));
            }
        }
    }
}

#[test]
fn nothing_private_is_in_a_file_or_in_a_reply() {
    let pack = Pack::read(STANDARD).unwrap();
    let mut answered = 0;
    for seed in 0..cases().min(1_000) {
        let dice = &mut Dice::new(seed);
        let mut full = sentinels::full(dice, &pack);
        let mut shared = Vec::new();
        for path in sentinels::every_path(full.binder.document()) {
            if dice.one_in(2) {
                full.binder.apply(Change::Shared(path, Audience::Talk, true));
                shared.push(path);
            }
        }
        let plan = for_audience(full.binder.document(), Audience::Talk);
        let (mark, noted) = handed::next(&full.binder, &plan, DAY, dice.id());
        full.binder.apply(noted);
        let file = share::write_as(&plan, DAY, Lang::Ja, Some(mark));
        let given = share::open(file.as_bytes()).unwrap();
        let mut reply = Reply::to(&given, dice.id(), Lang::Ja);
        for ask in asked(given.plan.document()) {
            reply.answer(&ask, Answer::Can);
        }
        answered += usize::from(!reply.answers.is_empty());
        let (back, text) = (wire::file(&reply), sent(&reply, WAYS[1]));
        let line: String = String::from_utf8(base64(&text)).unwrap_or_default();
        for (path, said) in &full.said {
            let shown = shared.contains(path) && path.field.sharing != Sharing::Never;
            for sentinel in said {
                assert!(shown || !file.contains(sentinel), "{path} in the file: seed {seed}");
                assert!(
                    ![&back, &text, &line].iter().any(|out| out.contains(sentinel)),
                    "{path} in the reply: seed {seed}"
                );
            }
        }
        for id in KINDS.iter().filter(|k| k.many).flat_map(|kind| full.binder.document().ids(kind)) {
            assert!(![&file, &back, &line].iter().any(|out| out.contains(&id.to_string())), "{id}: seed {seed}");
        }
        let open = handed::all(full.binder.document()).pop().unwrap();
        assert_eq!(open.mark, mark);
        assert!(ItemId(0) != open.mark.0);
    }
    assert!(answered > 100, "there was something to answer: {answered}");
}

/// What the line that a program reads says.
fn base64(text: &str) -> Vec<u8> {
    use std::iter::once;
    let body = text.split(':').rev().nth(2).unwrap_or_default();
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(once('+')).chain(once('/')).collect();
    let mut bits = 0_u32;
    let mut have = 0;
    let mut out = Vec::new();
    for letter in body.chars() {
        bits = bits << 6 | u32::try_from(letters.iter().position(|l| *l == letter).unwrap()).unwrap();
        have += 6;
        if have >= 8 {
            have -= 8;
            out.push(u8::try_from(bits >> have & 0xFF).unwrap());
        }
    }
    out
}
