//! お返事: what was handed over and under which numbers, and what came back to it.
//!
//! A handover remembers which ask had which number in the file, and in which words. A receipt remembers which edition of a
//! reply was taken in. Both are the program's own notes. A reply and its answers are what the other person wrote.
//! May know: its fields and the items that they lead to. Must never know: how a reply is written down, words of the app.
//!
//! *Invariant:* none of these fields is ever shown to anybody. What a reply filled in elsewhere is shown only one by one.

use super::{Document, Field, ItemId, Kind, Path, Section, after, sheet};

/// The day on which the file was made.
pub static DAY: Field = Field::text("handover.day", 0).never();
/// The identity of the handover: the same in every file for one audience.
pub static ID: Field = Field::text("handover.code", 0).never();
/// Which file it was: 1, 2, …
pub static SEQ: Field = Field::text("handover.seq", 0).never();
/// For whom it was.
pub static FOR: Field = Field::text("handover.who", 0).never();
/// The asks by their number in the file: the id of each, and its words as handed over.
pub static ASKS: Field = Field::picks("handover.asks").never();

/// The edition of a reply that was taken in: revision, day, sum.
pub static MARK: Field = Field::text("receipt.mark", 0).never();

/// In which role the other person replied, as typed.
pub static ROLE: Field = Field::text("reply.role", 0).never();
/// The day of the reply.
pub static MADE: Field = Field::text("reply.day", 0).never();
/// One line of theirs.
pub static WORDS: Field = Field::text("reply.words", 0).never();
/// When to talk again, as they typed it.
pub static NEXT: Field = Field::text("reply.next", 0).never();

/// The ask that was answered, in its words as handed over.
pub static WHAT: Field = Field::text("replied.what", 0).never();
/// できる・まず試す・つなぐ・持ち帰る
pub static ANSWER: Field = Field::pick("replied.answer").never();
/// The small form in which it will be tried.
pub static FORM: Field = Field::text("replied.form", 0).never();
/// To whom it is passed on.
pub static WHO: Field = Field::text("replied.who", 0).never();
/// From when, by when, or when there will be an answer.
pub static BY: Field = Field::text("replied.by", 0).never();
/// The ask as it is now; none where it is gone.
pub static ASK: Field = Field::links("replied.ask").never();
/// The reply that it stands in.
pub static OF: Field = Field::links("replied.reply").never();

/// One file that was handed over.
pub static HANDOVER: Kind = Kind::many("handover", Section::After, &[&DAY, &ID, &SEQ, &FOR, &ASKS]);
/// That a reply was taken in.
pub static RECEIPT: Kind = Kind::many("receipt", Section::After, &[&MARK]);
/// A reply.
pub static REPLY: Kind = Kind::many("reply", Section::After, &[&ROLE, &MADE, &WORDS, &NEXT]);
/// What a reply says to one ask.
pub static REPLIED: Kind = Kind::many("replied", Section::After, &[&WHAT, &ANSWER, &FORM, &WHO, &BY, &ASK, &OF]);

/// The kinds that are the program's own notes and hold no answer of anybody.
pub static NOTES: [&Kind; 2] = [&HANDOVER, &RECEIPT];

/// How many promises a reply may hold.
pub const PROMISES: u64 = 2;

/// The four leaves in which an ask keeps its answer, and where a reply's answer keeps the same.
pub static PLACES: [(&Field, &Field); 4] = [
    (&sheet::ASK_ANSWER, &ANSWER),
    (&sheet::ASK_ANSWER_FORM, &FORM),
    (&sheet::ASK_ANSWER_WHO, &WHO),
    (&sheet::ASK_ANSWER_BY, &BY),
];

/// The identity of a part of a reply. The same part of the same reply has the same one, in whatever order replies come.
fn part(reply: ItemId, which: u64) -> ItemId {
    let mut z = reply.0.wrapping_add(which.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ItemId((z ^ (z >> 31)).max(1))
}

/// The promise of that place in a reply, counted from 0.
pub fn promise_of(reply: ItemId, at: u64) -> ItemId {
    part(reply, 1 + at)
}

/// The receipt of a reply.
pub fn receipt_of(reply: ItemId) -> ItemId {
    part(reply, 9)
}

/// The answer of a reply to the ask of that number.
pub fn answer_of(reply: ItemId, number: u32) -> ItemId {
    part(reply, 16 + u64::from(number))
}

/// The file of that number of a handover.
pub fn file_of(handover: ItemId, seq: u32) -> ItemId {
    part(handover, 16 + u64::from(seq))
}

/// The asks that somebody can answer, in their order. Who asks for nothing waits for nothing.
pub fn asks(document: &Document) -> Vec<ItemId> {
    let waits = |id: &ItemId| document.card(sheet::ASK_WHAT.of(*id)).is_some_and(|card| card.id != "none");
    document.ids(&sheet::ASK).into_iter().filter(waits).collect()
}

/// The words of an ask: what is asked, and below it the small form, where there is one.
pub fn wording(document: &Document, ask: ItemId) -> String {
    let what = document.card(sheet::ASK_WHAT.of(ask)).map(|card| card.label.clone()).unwrap_or_default();
    let small = document.text(sheet::ASK_SMALL.of(ask));
    if small.is_empty() { what } else { format!("{what}\n{small}") }
}

/// Whether a leaf holds what a reply put there: the other person's words and days, and not one's own.
pub fn is_theirs(document: &Document, path: Path) -> bool {
    let replies = document.ids(&REPLY);
    if replies.is_empty() {
        return false;
    }
    let kind = path.field.kind();
    if *kind == after::PROMISE {
        return replies.iter().any(|id| (0..PROMISES).any(|at| promise_of(*id, at) == path.item));
    }
    let said = |field: &'static Field, of: &'static Kind| {
        document.ids(of).into_iter().any(|id| document.leaf(field.of(id)) == document.leaf(path))
    };
    if let Some((_, theirs)) = PLACES.iter().find(|(place, _)| place.id == path.field.id) {
        return said(theirs, &REPLIED);
    }
    match path.field.id {
        id if id == after::WORDS.id => said(&WORDS, &REPLY),
        id if id == after::NEXT_DAY.id => said(&NEXT, &REPLY),
        id if id == after::REPLY_DAY.id => said(&BY, &REPLIED),
        _ => false,
    }
}
