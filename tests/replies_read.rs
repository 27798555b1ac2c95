//! What comes back as a reply may be any bytes, and mail and chat change a text on its way. A reply is read whole or not at all.
//! Knows replies, and what stands around them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::replying;
use aritai::document::Binder;
use aritai::format::{BACKUP_MAX_BYTES, BackupError, FileKind, backup};
use aritai::pack::Lang;
use aritai::reply::wire::{self, Unread};
use aritai::reply::{Reply, message};
use aritai::share;
use aritai::wording as w;
use replying::{DAY, WAYS, Way, hand_over, mangled, person, read, reply, sent};

/// All that is kept, as text.
fn bytes(binder: &Binder) -> String {
    backup(binder, 1, 1)
}

// ── Mail, chat, and bytes that are none of ours ─────────────────────────────────────────────────────────────────

#[test]
fn what_mail_and_chat_do_to_a_text_is_undone() {
    let mut binder = person();
    let reply = reply(&hand_over(&mut binder, 0x51), 0x71);
    let text = message::text(&reply, Lang::Ja);
    let bom = format!("\u{feff}{text}");
    let twice = format!("{text}\r\n\r\n-----Original Message-----\n{text}");
    let cut_copy_first = format!("{}\n{text}", &text[..text.len() - 20]);
    let table = format!("| {} |", text.replace('\n', " |\n| "));
    let initials = mangled(&text).replace("> > ", "TK> ");
    let markup = format!("<p>{}</p>", text.trim_end());
    let one_line = text.replace('\n', " ");
    let spaced: String = text.chars().flat_map(|c| [c, '\u{200b}']).collect();
    for (what, text) in [
        ("as it is", &text),
        ("quoted, wrapped, wide, curly, CRLF", &mangled(&text)),
        ("quoted again", &mangled(&mangled(&text))),
        ("a mark", &bom),
        ("twice", &twice),
        ("a cut one before", &cut_copy_first),
        ("in a table", &table),
        ("quoted with initials", &initials),
        ("in a page's markup", &markup),
        ("in one line", &one_line),
        ("with breaks that nobody sees", &spaced),
    ] {
        assert_eq!(read(text).as_ref(), Ok(&reply), "{what}:\n{text}");
    }
}

/// A thread of mail quotes the earlier one below.
#[test]
fn of_one_persons_replies_in_a_text_the_latest_counts_and_of_two_people_none() {
    let mut binder = person();
    let given = hand_over(&mut binder, 0x51);
    let (first, other) = (reply(&given, 0x71), reply(&given, 0x72));
    let second = Reply { rev: 2, words: "書き直しました".into(), ..first.clone() };
    let text = |reply: &Reply| message::text(reply, Lang::En);
    assert_eq!(read(&(text(&second) + &text(&first))), Ok(second.clone()));
    assert_eq!(read(&(text(&first) + &text(&second))), Ok(second));
    assert_eq!(read(&(text(&first) + &text(&other))), Err(Unread::Several));
}

#[test]
fn what_is_no_reply_is_refused_in_one_sentence_and_stores_nothing() {
    use BackupError as E;
    let mut binder = person();
    let given = hand_over(&mut binder, 0x51);
    let reply = reply(&given, 0x71);
    let (file, text) = (sent(&reply, Way::File), sent(&reply, Way::Text));
    let shared = share::write(&given.plan, DAY, Lang::Ja);
    let altered = {
        let at = text.find("aritai-reply:1:").unwrap() + 60;
        let other = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
        format!("{}{other}{}", &text[..at], &text[at + 1..])
    };
    let cases: Vec<(Vec<u8>, E)> = vec![
        (Vec::new(), E::Empty),
        (b" \r\n".to_vec(), E::Empty),
        (vec![b' '; 40 << 20], E::TooLong),
        (vec![b'a'; BACKUP_MAX_BYTES + 1], E::TooLong),
        (b"\x89PNG\r\n".to_vec(), E::NotText),
        (b"\xFF\xFE{\0".to_vec(), E::Utf16),
        (b"\x82\xA8\x95\xD4\x8E\x96".to_vec(), E::OtherEncoding),
        (b"age-encryption.org/v1\n".to_vec(), E::Locked),
        ("[".repeat(128).into_bytes(), E::TooDeep),
        ("{\"a\":".repeat(128).into_bytes(), E::TooDeep),
        ("ありがとうございます。よろしくお願いします。".into(), E::NotOurs),
        (b"{}".to_vec(), E::NotOurs),
        (b"aritai-reply".to_vec(), E::NotOurs),
        (bytes(&binder).into_bytes(), E::OtherKind(FileKind::Backup)),
        (shared.into_bytes(), E::OtherKind(FileKind::Shared)),
        (file.as_bytes()[..file.len() / 2].to_vec(), E::Truncated),
        (file.replacen("来月から", "明日から", 1).into_bytes(), E::Damaged),
        (file.replacen("\"format\": 1", "\"format\": 2", 1).into_bytes(), E::Newer(2)),
        (file.replacen("\"c\": ", "\"c\": 1", 1).into_bytes(), E::Damaged),
        (altered.into_bytes(), E::Damaged),
        (text.replacen("aritai-reply:1:", "aritai-reply:2:", 1).into_bytes(), E::Newer(2)),
        (text.trim_end().trim_end_matches(':').as_bytes().to_vec(), E::Truncated),
        (text.as_bytes()[..text.len() - 200].to_vec(), E::Truncated),
        (text.to_lowercase().into_bytes(), E::Damaged),
    ];
    for (bytes, error) in cases {
        let what = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        assert_eq!(wire::read(&bytes), Err(Unread::File(error)), "{what}");
    }
    for error in [
        E::Empty,
        E::TooLong,
        E::Locked,
        E::NotText,
        E::Utf16,
        E::OtherEncoding,
        E::Truncated,
        E::TooDeep,
        E::NotOurs,
        E::OtherKind(FileKind::Backup),
        E::OtherKind(FileKind::Shared),
        E::Newer(2),
        E::Damaged,
    ]
    .map(Unread::File)
    .into_iter()
    .chain([Unread::Several])
    {
        let (ja, en) = (w::bad_reply(error).get(Lang::Ja), w::bad_reply(error).get(Lang::En));
        assert!(ja.ends_with('。') && ja.chars().count() <= 80 && en.ends_with('.') && en.len() <= 180, "{ja} / {en}");
    }
}

#[test]
fn every_byte_that_changes_is_seen_or_changes_no_word() {
    let mut binder = person();
    let reply = reply(&hand_over(&mut binder, 0x51), 0x71);
    for way in WAYS {
        let good = sent(&reply, way).into_bytes();
        for at in 0..good.len() {
            for flip in [1, 0x20, 0x80] {
                let mut bytes = good.clone();
                bytes[at] ^= flip;
                if let Ok(read) = wire::read(&bytes) {
                    assert_eq!(read, reply, "{way:?}: byte {at}");
                }
            }
            if let Ok(read) = wire::read(&good[..at]) {
                assert_eq!(read, reply, "{way:?}: cut at {at}");
            }
        }
    }
}

/// What was ever handed back opens for ever.
#[test]
fn a_released_reply_opens_as_it_was_written() {
    let mut binder = person();
    let reply = reply(&hand_over(&mut binder, 0x51), 0x71);
    for (way, name) in [(Way::File, "reply-1.json"), (Way::Text, "reply-1.txt")] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/released").join(name);
        if std::env::var_os("ARITAI_BLESS").is_some() && !path.exists() {
            std::fs::write(&path, sent(&reply, way)).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap();
        assert_eq!(read(&kept).as_ref(), Ok(&reply), "{name}");
        assert!(sent(&reply, way) == kept, "{name} is written as it was");
    }
}
