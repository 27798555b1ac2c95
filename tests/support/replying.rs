//! What the tests of replies share: a person with asks, a file of theirs, a reply to it, and the ways in which it comes back.
//! Needs nothing beside it.

#![allow(dead_code, reason = "each test takes what it needs")]

use aritai::document::{Audience, Binder, Change, ItemId, Picked, sheet};
use aritai::pack::Lang;
use aritai::reply::merge::{How, Labels, Line, Part, Preview, take};
use aritai::reply::wire::{self, Unread};
use aritai::reply::{Answer, Promised, Reply, asked, handed, message};
use aritai::share::{self, Given, for_audience};
use aritai::wording as w;

pub(crate) const DAY: &str = "2026-12-01";

pub(crate) fn card(id: &str, label: &str) -> Vec<Picked> {
    vec![Picked { id: id.to_owned(), label: label.to_owned() }]
}

pub(crate) const ASKS: [(u64, &str, &str); 3] = [
    (0xa1, "福祉課の打合せに同席したい", "月に一度、三十分だけ"),
    (0xa2, "水曜は定時に帰りたい", ""),
    (0xa3, "先輩に話を聞きたい", "一人、十五分"),
];

/// Somebody who asks for three things, and shows them all.
pub(crate) fn person() -> Binder {
    let mut binder = Binder::new(ItemId(0xe1), 1_795_000_000_000);
    for (id, what, small) in ASKS {
        let id = ItemId(id);
        binder.apply(Change::Added(&sheet::ASK, id));
        binder.apply(Change::Chose(sheet::ASK_WHAT.of(id), card("", what)));
        binder.apply(Change::Shared(sheet::ASK_WHAT.of(id), Audience::Talk, true));
        if !small.is_empty() {
            binder.apply(Change::Wrote(sheet::ASK_SMALL.of(id), small.to_owned()));
            binder.apply(Change::Shared(sheet::ASK_SMALL.of(id), Audience::Talk, true));
        }
    }
    binder
}

/// Hands the plan over: the file, as whoever is handed it opens it.
pub(crate) fn hand_over(binder: &mut Binder, fresh: u64) -> Given {
    let plan = for_audience(binder.document(), Audience::Talk);
    let (mark, noted) = handed::next(binder, &plan, DAY, ItemId(fresh));
    binder.apply(noted);
    share::open(share::write_as(&plan, DAY, Lang::Ja, Some(mark)).as_bytes()).unwrap()
}

/// できる・まず試す・持ち帰る, two promises, a line and a day.
pub(crate) fn reply(given: &Given, id: u64) -> Reply {
    let asks = asked(given.plan.document());
    let mut reply = Reply::to(given, ItemId(id), Lang::Ja);
    for (ask, answer) in asks.iter().zip([Answer::Can, Answer::Try, Answer::Hold]) {
        reply.answer(ask, answer);
    }
    for (answered, (form, by)) in
        reply.answers.iter_mut().zip([("", "来月から"), ("第一水曜だけ", "来週から"), ("", "12月20日")])
    {
        (answered.form, answered.by) = (form.to_owned(), by.to_owned());
    }
    reply.promises = vec![
        Promised { what: "福祉課に話を通す".into(), by: "12月10日".into() },
        Promised { what: "当番表を見直す".into(), by: String::new() },
    ];
    DAY.clone_into(&mut reply.day);
    reply.role = "課長".into();
    reply.words = "話してくれて助かりました。“一緒に”考えます。".into();
    reply.next = "12月20日 15時".into();
    reply
}

pub(crate) fn labels() -> Labels {
    Labels {
        answers: Answer::ALL.map(|answer| w::answer(answer).get(Lang::Ja).to_owned()),
        them: w::AUDIENCE_TALK.get(Lang::Ja).to_owned(),
    }
}

/// Everything that the preview offers, to the asks as they are now.
pub(crate) fn everything(preview: &Preview) -> Vec<(Part, How)> {
    preview.lines.iter().map(|line| (line.part, How::Now)).collect()
}

/// Takes in all of a reply.
pub(crate) fn merge(binder: &mut Binder, reply: &Reply) -> Change {
    let preview = aritai::reply::merge::preview(binder, reply).unwrap();
    let change = take(binder, reply, &everything(&preview), &labels());
    binder.apply(change).inverse
}

pub(crate) fn line(preview: &Preview, part: Part) -> &Line {
    preview.lines.iter().find(|line| line.part == part).unwrap()
}

/// A file or a text, as it comes back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Way {
    File,
    Text,
}

pub(crate) const WAYS: [Way; 2] = [Way::File, Way::Text];

pub(crate) fn sent(reply: &Reply, way: Way) -> String {
    match way {
        Way::File => wire::file(reply),
        Way::Text => message::text(reply, Lang::Ja),
    }
}

/// Out and in again.
pub(crate) fn came(reply: &Reply, way: Way) -> Reply {
    wire::read(sent(reply, way).as_bytes()).unwrap()
}

pub(crate) fn read(text: &str) -> Result<Reply, Unread> {
    wire::read(text.as_bytes())
}

/// What mail and chat do to a text: quoted twice, wrapped at 76 letters, in full-width letters, with curly quotes, CRLF.
pub(crate) fn mangled(text: &str) -> String {
    let wide = |c: char| match c {
        '!'..='~' if c != '>' => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
        c => c,
    };
    let mut out = String::from("お世話になっております。\r\n");
    for line in text.replace('"', "”").lines() {
        let letters: Vec<char> = line.chars().map(wide).collect();
        let mut rows = letters.chunks(76).map(|row| row.iter().collect::<String>()).collect::<Vec<_>>();
        if rows.is_empty() {
            rows.push(String::new());
        }
        for row in rows {
            out.push_str("> > ");
            out.push_str(&row);
            out.push_str(" \r\n");
        }
    }
    out
}
