//! People who were never born: words of every kind that can be typed or pasted, and the changes by which they come.
//! Needs `dice` beside it.

use crate::dice::Dice;
use aritai::document::{Audience, Binder, Change, Document, Field, ItemId, KINDS, Kind, Path, Picked, Shape, next};

/// What people write, and what breaks programs that thought they knew what people write.
const SAID: [&str; 24] = [
    "窓口に来た方が、一度の説明で安心して帰れる。",
    "係の三人で、朝のうちに段取りを決めている",
    "若手が困ったとき、最初に声をかけてもらえる人でいたい。\n肩書きは、なくてもいい。",
    "福祉課の打合せに一度、同席させてほしい",
    "介護と重ならない時間に動けること",
    "髙橋さん、﨑山さん、𠮷野さんと",
    "葛󠄀飾と葛飾、か゚行、ﾊﾝｶｸ、㍻㈱①～〜",
    "👩‍👩‍👧‍👦🏽🇯🇵👍🏿",
    "A day when the counter is calm, and I go home on time.",
    "“quotes” \"and\" 'these' \\ / \\n \\u0041 {\"v\": 1}",
    "# 見出し\r\n- 一\r\n- 二",
    "1. 一つ\n\n\n   二つ\t三つ",
    "<script>alert(1)</script> &amp; <b>太字</b>",
    "=cmd|'/c calc'!A1",
    "]]> -->",
    " 前と後ろに空白 ",
    "　全角の空白　",
    " ",
    "\n",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1b}\u{7f}\u{85}\u{2028}\u{2029}",
    "\u{202e}さかさ\u{202c} \u{200b}\u{feff}\u{fffd}\u{ffff}\u{10ffff}",
    "null",
    "later",
    "0",
];

/// Some words: seldom none, seldom ten thousand characters, of every plane of Unicode.
pub(crate) fn words(dice: &mut Dice) -> String {
    match dice.below(40) {
        0 => String::new(),
        1..=8 => (0..dice.below(12)).map(|_| letter(dice)).collect(),
        9 if dice.one_in(20) => (0..10_000).map(|_| letter(dice)).collect(),
        10..=13 => format!("{}{}", dice.pick(&SAID), dice.pick(&SAID)),
        _ => dice.pick(&SAID).to_owned(),
    }
}

fn letter(dice: &mut Dice) -> char {
    let plane = if dice.one_in(2) { 0 } else { dice.below(17) };
    let code = u32::try_from(plane * 0x1_0000 + dice.below(0x1_0000)).unwrap_or(0x3042);
    // A surrogate is no character: あ in its place.
    char::from_u32(code).unwrap_or('あ')
}

pub(crate) fn card(dice: &mut Dice) -> Picked {
    let id = dice.pick(&["", "", "trust", "listen", "another-pack/カード", "\"", "é"]);
    Picked { id: id.to_owned(), label: words(dice) }
}

/// Somebody who has made `changes` changes.
pub(crate) fn person(dice: &mut Dice, changes: usize) -> Binder {
    let mut binder = Binder::new(dice.id(), 1_795_000_000_000 + dice.next() % 1_000_000);
    for _ in 0..changes {
        let change = change(dice, binder.document());
        binder.apply(change);
    }
    binder
}

/// Anything that a person can do, and now and then the year is over.
#[allow(dead_code, reason = "not every test lets years go by")]
pub(crate) fn change_binder(dice: &mut Dice, binder: &Binder) -> Change {
    if dice.one_in(12) {
        let at = 1_795_000_000_000 + dice.next() % 100_000_000;
        return next::edition(binder, dice.id(), at);
    }
    change(dice, binder.document())
}

/// Anything that a person can do, now and then to something that is gone.
pub(crate) fn change(dice: &mut Dice, document: &Document) -> Change {
    match dice.below(20) {
        0..=4 => Change::Added(many(dice), dice.id()),
        5 if dice.one_in(2) => {
            let kind = many(dice);
            Change::Removed(kind, item(dice, document, kind))
        }
        6 => {
            let kind = many(dice);
            Change::Moved(kind, item(dice, document, kind), dice.below(4))
        }
        7 if dice.one_in(2) => Change::LeftOff(path(dice, document), dice.pick(&Audience::ALL), !dice.one_in(4)),
        7..=9 => Change::Shared(path(dice, document), dice.pick(&Audience::ALL), !dice.one_in(4)),
        10 => Change::PutOff(path(dice, document)),
        11 => Change::NotSure(path(dice, document)),
        12 => Change::AnsweredExtra(dice.pick(&["org.q1", "org/q:2", "質問"]).to_owned(), words(dice)),
        13 if dice.one_in(2) => Change::Together((0..dice.below(5)).map(|_| change(dice, document)).collect()),
        14 if dice.one_in(12) => Change::Replaced(Box::new(person(dice, 12))),
        _ => {
            let path = path(dice, document);
            say(dice, document, path)
        }
    }
}

/// Fills a leaf, or empties it.
pub(crate) fn say(dice: &mut Dice, document: &Document, path: Path) -> Change {
    match path.field.shape {
        Shape::Text => Change::Wrote(path, words(dice)),
        Shape::Pick => Change::Chose(path, (0..dice.below(2)).map(|_| card(dice)).collect()),
        Shape::Picks => Change::Chose(path, (0..dice.below(4)).map(|_| card(dice)).collect()),
        Shape::Flag => Change::Marked(path, !dice.one_in(3)),
        Shape::Links => {
            let links = (0..dice.below(4)).map(|_| {
                let kind = many(dice);
                item(dice, document, kind)
            });
            Change::Linked(path, links.collect())
        }
    }
}

fn many(dice: &mut Dice) -> &'static Kind {
    let kinds: Vec<&'static Kind> = KINDS.iter().copied().filter(|k| k.many).collect();
    dice.pick(&kinds)
}

/// An item that is there; now and then one that is not.
fn item(dice: &mut Dice, document: &Document, kind: &Kind) -> ItemId {
    let ids = document.ids(kind);
    if ids.is_empty() || dice.one_in(20) { dice.id() } else { dice.pick(&ids) }
}

fn path(dice: &mut Dice, document: &Document) -> Path {
    let kind = dice.pick(&KINDS);
    let field: &'static Field = dice.pick(kind.fields);
    if kind.many { field.of(item(dice, document, kind)) } else { field.alone() }
}
