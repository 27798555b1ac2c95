//! Any file at all may be chosen as a backup. A bad one is named for what it is, in plain words; a good one opens
//! however it was copied; none is ever taken for what it is not.
//! Knows the backup and what is said about it.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use BackupError::{
    Damaged, Empty, Locked, Newer, NotOurs, NotText, OtherEncoding, OtherKind, TooDeep, TooLong, Truncated, Utf16,
};
use aritai::document::{Audience, Binder, Change, ItemId, Picked, experience, sheet, values, wish, work};
use aritai::format::{BACKUP_MAX_BYTES, BackupError, FORMAT, FileKind, backup, open_backup};
use aritai::pack::{Lang, STANDARD};
use aritai::wording::{self, bad_file};
use dice::Dice;

const GOLDEN: &str = include_str!("golden/backup-1.json");

/// Somebody who has just begun: small enough to be cut at every byte.
fn small() -> Binder {
    let mut binder = Binder::new(ItemId(0x00c0_ffee_0000_0001), 1_795_000_000_000);
    let (id, ask) = (ItemId(0xa1), ItemId(0xfedc_ba98_7654_3210));
    let card = |id: &str, label: &str| vec![Picked { id: id.into(), label: label.into() }];
    binder.apply(Change::Together(vec![
        Change::Wrote(wish::SCENE.alone(), "窓口の方が、一度の説明で\n「ありたい」と言って帰る😊".into()),
        Change::NotSure(wish::LINE.alone()),
        Change::PutOff(work::MORE.alone()),
        Change::Added(&values::VALUE, ItemId(1)),
        Change::Marked(values::SHORT.of(ItemId(1)), true),
        Change::Added(&experience::EXPERIENCE, id),
        Change::Chose(experience::WHAT.of(id), card("x04", "他課の打合せに同席する")),
        Change::Added(&sheet::ASK, ask),
        Change::Chose(sheet::ASK_WHAT.of(ask), card("", "福祉課へつないでほしい")),
        Change::Linked(sheet::ASK_SERVES.of(ask), vec![id, ItemId(1)]),
        Change::AnsweredExtra("org.q1".into(), "はい".into()),
        Change::Shared(wish::SCENE.alone(), Audience::Talk, true),
        Change::Shared(experience::WHAT.of(id), Audience::Talk, true),
        Change::Shared(sheet::ASK_SERVES.of(ask), Audience::Hr, true),
    ]));
    binder
}

fn file() -> String {
    backup(&small(), 3, 1_795_000_100_000)
}

/// The small backup with something else in one place.
fn with(from: &str, to: &str) -> Vec<u8> {
    let file = file();
    assert_eq!(file.matches(from).count(), 1, "{from} is in it once");
    file.replace(from, to).into_bytes()
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter().chain(text.encode_utf16()).flat_map(to_bytes).collect()
}

/// The file as an editor saves it that knows only `Shift_JIS`.
fn shift_jis() -> Vec<u8> {
    let text = file();
    let (before, after) = text.split_once("窓口の方が、一度の説明で").unwrap();
    let after = after.split_once('帰').unwrap().1.split_once("😊").unwrap().1;
    let end = after.split_once("他課の打合せに同席する").unwrap();
    // ありたい, and ソ, whose second byte is a backslash.
    let japanese: &[u8] = b"\x82\xA0\x82\xE8\x82\xBD\x82\xA2\x83\x5C";
    [before.as_bytes(), japanese, end.0.as_bytes(), japanese, end.1.as_bytes()].concat()
}

fn nested(depth: usize) -> String {
    format!("{}{}", "[".repeat(depth), "]".repeat(depth))
}

fn check(what: &str, bytes: &[u8], expected: BackupError) {
    let found = open_backup(bytes).map(|_| "it opens");
    assert_eq!(found, Err(expected), "{what}: {}", String::from_utf8_lossy(&bytes[..bytes.len().min(80)]));
}

/// Every bad file that we know of: what it is, its bytes, what is the matter with it.
#[allow(clippy::too_many_lines, reason = "one table")]
fn bad_files() -> Vec<(String, Vec<u8>, BackupError)> {
    let file = file();
    let first_sum = file.split_once("\"c\":").unwrap().1.split_once(',').unwrap().0.to_owned();
    let last_record = file.lines().rev().nth(2).unwrap().to_owned();
    let deep_inside = format!("\"b\":{{\"deep\":{},", nested(128));
    let rows: Vec<(&str, Vec<u8>, BackupError)> = vec![
        // Nothing in it
        ("an empty file", vec![], Empty),
        ("blank lines", b" \r\n\t\n".to_vec(), Empty),
        ("a byte order mark and nothing else", b"\xEF\xBB\xBF".to_vec(), Empty),
        ("a byte order mark and blank lines", b"\xEF\xBB\xBF \n".to_vec(), Empty),
        // No text
        ("a PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), NotText),
        ("a JPEG", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0".to_vec(), NotText),
        ("a GIF", b"GIF89a".to_vec(), NotText),
        ("a WebP", b"RIFF\x24\0\0\0WEBPVP8 ".to_vec(), NotText),
        ("a PDF", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj".to_vec(), NotText),
        ("a zip, a docx, an xlsx", b"PK\x03\x04\x14\0\x06\0\x08\0".to_vec(), NotText),
        ("an empty zip", b"PK\x05\x06\0\0\0\0\0\0\0\0".to_vec(), NotText),
        ("an old Word file", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".to_vec(), NotText),
        ("a program", b"MZ\x90\0\x03\0\0\0".to_vec(), NotText),
        ("NUL bytes", vec![0; 4_096], NotText),
        ("text with a NUL in it", "メモ\0メモ".into(), NotText),
        // Locked
        ("a locked file", b"age-encryption.org/v1\n-> scrypt c2FsdA 16\n".to_vec(), Locked),
        ("one that a newer program locked", b"age-encryption.org/v9\n\0\0".to_vec(), Locked),
        ("a locked file as letters", b"\xEF\xBB\xBF\r\n-----BEGIN AGE ENCRYPTED FILE-----\r\n".to_vec(), Locked),
        // Ours, and something else
        (
            "a file to hand over",
            b"{\n\"kind\": \"aritai-shared\",\n\"format\": 1,\n\"records\": []\n}".to_vec(),
            OtherKind(FileKind::Shared),
        ),
        (
            "a reply",
            b"{\n\"kind\": \"aritai-reply\",\n\"format\": 1,\n\"c\": 1,\n\"reply\": {}\n}".to_vec(),
            OtherKind(FileKind::Reply),
        ),
        // Another encoding
        ("UTF-16LE with a mark", utf16(&file, u16::to_le_bytes, true), Utf16),
        ("UTF-16BE with a mark", utf16(&file, u16::to_be_bytes, true), Utf16),
        ("UTF-16LE", utf16(&file, u16::to_le_bytes, false), Utf16),
        ("UTF-16BE", utf16(&file, u16::to_be_bytes, false), Utf16),
        ("someone's note in UTF-16", utf16("面談のメモ", u16::to_le_bytes, true), Utf16),
        ("Shift_JIS", shift_jis(), OtherEncoding),
        ("someone's note in Shift_JIS", b"\x96\xCA\x92\x6B\x82\xCC\x83\x81\x83\x82\r\n".to_vec(), OtherEncoding),
        ("EUC-JP", b"\xCC\xCC\xC3\xCC\xA4\xCE\xA5\xE1\xA5\xE2\n".to_vec(), OtherEncoding),
        // Someone else's
        ("plain text", "面談のメモ\n・打合せに同席".into(), NotOurs),
        ("a sheet of ours", "# 対話のための用紙\n\n対話のために書いたもので".into(), NotOurs),
        ("a table", "日付,氏名\r\n2026-11-22,髙橋\r\n".into(), NotOurs),
        ("a web page", "<!doctype html><title>ありたい</title>".into(), NotOurs),
        ("someone's settings", r#"{"name":"settings","version":"1.0.0","private":true}"#.into(), NotOurs),
        ("someone else's backup", r#"{"kind":"other-backup","format":1,"records":[]}"#.into(), NotOurs),
        ("a kind that is no text", r#"{"kind":1,"format":1}"#.into(), NotOurs),
        ("a format that is no number", r#"{"kind":"x","format":{"a":[]}}"#.into(), NotOurs),
        ("our standard pack", STANDARD.into(), NotOurs),
        ("an empty object", "{}".into(), NotOurs),
        ("an empty array", "[]".into(), NotOurs),
        ("an array", r#"[{"id":1},{"id":2}]"#.into(), NotOurs),
        ("a truncated array", r#"[{"id":1},"#.into(), NotOurs),
        ("null", "null".into(), NotOurs),
        ("true", "true".into(), NotOurs),
        ("a number", "1e400".into(), NotOurs),
        ("a text", r#""aritai""#.into(), NotOurs),
        ("a page that speaks of us", r#"The kind is "aritai-backup"."#.into(), NotOurs),
        // Too much of it
        ("40 MB of blanks", vec![b' '; 40 << 20], TooLong),
        ("one byte too long", [file.as_bytes(), &vec![b'\n'; BACKUP_MAX_BYTES + 1 - file.len()]].concat(), TooLong),
        ("128 levels deep", nested(128).into_bytes(), TooDeep),
        ("128 levels deep in someone's file", format!(r#"{{"a":{}}}"#, nested(127)).into_bytes(), TooDeep),
        (
            "128 levels deep in a record",
            with(r#""b":{"id":"00000000000000a1""#, &format!("{deep_inside}\"id\":\"\"")),
            TooDeep,
        ),
        ("20 MB of brackets", vec![b'['; BACKUP_MAX_BYTES], TooDeep),
        // A newer program's
        ("the next format", with("\"format\": 1", &format!("\"format\": {}", FORMAT + 1)), Newer(FORMAT + 1)),
        ("a format far ahead", with("\"format\": 1", "\"format\": 99999999999"), Newer(u32::MAX)),
        ("a newer one of another shape", br#"{"kind":"aritai-backup","format":7,"box":{}}"#.to_vec(), Newer(7)),
        // Ours, and something does not add up
        ("format 0", with("\"format\": 1", "\"format\": 0"), Damaged),
        ("a negative format", with("\"format\": 1", "\"format\": -1"), Damaged),
        ("half a format", with("\"format\": 1", "\"format\": 1.5"), Damaged),
        ("a format in words", with("\"format\": 1", "\"format\": \"1\""), Damaged),
        ("no format", with("\"format\": 1,", ""), Damaged),
        ("a number out of range", with("\"format\": 1", "\"format\": 1e400"), Damaged),
        ("a negative count", with("\"count\": ", "\"count\": -"), Damaged),
        ("a wrong count", with("\"count\": ", "\"count\": 1"), Damaged),
        ("a count out of range", with("\"count\": ", "\"count\": 99999999999999999999"), Damaged),
        ("no count", with("\"count\": ", "\"counted\": "), Damaged),
        ("a negative date", with("\"made_at\": ", "\"made_at\": -"), Damaged),
        ("a date out of range", with("\"made_at\": ", "\"made_at\": 9999999"), Damaged),
        ("no records", with("\"records\": [", "\"recalls\": ["), Damaged),
        (
            "records that are none",
            br#"{"kind":"aritai-backup","format":1,"made_at":1,"count":1,"records":[7]}"#.into(),
            Damaged,
        ),
        (
            "null for records",
            br#"{"kind":"aritai-backup","format":1,"made_at":1,"count":0,"records":null}"#.into(),
            Damaged,
        ),
        (
            "a backup of nothing",
            br#"{"kind":"aritai-backup","format":1,"made_at":1,"count":0,"records":[]}"#.into(),
            Damaged,
        ),
        ("a wrong checksum", with(&first_sum, "1"), Damaged),
        ("a checksum out of range", with(&first_sum, "4294967296"), Damaged),
        (
            "a generation out of range",
            with(&format!("\"c\":{first_sum},\"g\":3"), &format!("\"c\":{first_sum},\"g\":1e99")),
            Damaged,
        ),
        ("someone's hand in the text", with("一度の説明で", "二度の説明で"), Damaged),
        ("the kind twice", with("\"format\": 1", "\"kind\": \"aritai-backup\", \"format\": 1"), Damaged),
        ("the format twice", with("\"format\": 1", "\"format\": 1, \"format\": 1"), Damaged),
        ("the records twice", with("\"records\": [", "\"records\": [], \"records\": ["), Damaged),
        ("a key twice", with(&format!("\"c\":{first_sum}"), &format!("\"c\":{first_sum},\"c\":{first_sum}")), Damaged),
        ("a record missing", with(&format!(",\n{last_record}"), ""), Damaged),
        ("a record twice", with(&last_record, &format!("{last_record},\n{last_record}")), Damaged),
        ("two backups in one", format!("{file}{file}").into_bytes(), Damaged),
        ("a line behind it", format!("{file}-- \n庁内メール").into_bytes(), Damaged),
        ("a comma too many", with("\n]\n}", ",\n]\n}"), Damaged),
        ("a tab inside a text", with("一度の", "一度\tの"), Damaged),
        ("half of a pair", with("😊", "\\ud83d"), Damaged),
        ("a disk that wrote zeros", [&file.as_bytes()[..200], &vec![0; 300]].concat(), Damaged),
    ];
    let mut rows: Vec<_> = rows.into_iter().map(|(what, bytes, error)| (what.to_owned(), bytes, error)).collect();
    // The last byte is a line break: without it the file is whole.
    rows.extend((1..file.len() - 1).map(|at| (format!("cut at byte {at}"), file.as_bytes()[..at].to_vec(), Truncated)));
    let marked = format!("\u{feff}{file}");
    rows.extend(
        (4..marked.len() - 1)
            .step_by(7)
            .map(|at| (format!("marked, cut at {at}"), marked.as_bytes()[..at].to_vec(), Truncated)),
    );
    rows
}

#[test]
fn every_bad_file_is_named_for_what_it_is() {
    let rows = bad_files();
    for (what, bytes, expected) in &rows {
        check(what, bytes, *expected);
    }
    // Nothing that can be said of a bad file goes untested.
    for (name, words) in wording::all().filter(|(name, _)| name.starts_with("BAD_")) {
        assert!(rows.iter().any(|(_, _, error)| bad_file(*error) == *words), "a bad file for {name}");
    }
}

#[test]
fn a_bad_file_is_spoken_of_plainly() {
    for error in [
        Empty,
        TooLong,
        Locked,
        NotText,
        Utf16,
        OtherEncoding,
        Truncated,
        TooDeep,
        NotOurs,
        OtherKind(FileKind::Shared),
        OtherKind(FileKind::Reply),
        Newer(2),
        Damaged,
    ] {
        let words = bad_file(error);
        let (ja, en) = (words.get(Lang::Ja), words.get(Lang::En));
        assert!(ja.ends_with('。') && (10..=80).contains(&ja.chars().count()), "{ja}");
        assert!(en.ends_with('.') && (10..=180).contains(&en.len()), "{en}");
        for word in ["JSON", "CRC", "チェックサム", "パース", "不正", "エラー", "null", "error", "invalid", "parse"]
        {
            assert!(!ja.contains(word) && !en.contains(word), "{word}: {ja} / {en}");
        }
    }
    let megabytes = (BACKUP_MAX_BYTES >> 20).to_string();
    for lang in [Lang::Ja, Lang::En] {
        assert!(bad_file(TooLong).get(lang).contains(&megabytes), "the limit is told as it is");
    }
}

#[test]
fn a_good_file_opens_however_it_was_copied() {
    let file = file();
    let crlf = file.replace('\n', "\r\n");
    let value: serde_json::Value = serde_json::from_str(&file).unwrap();
    let twice = file.replace("\"b\":{\"opened\":", "\"b\":{\"opened\":1,\"opened\":");
    for (what, text) in [
        ("as it is", file.clone()),
        ("a byte order mark in front", format!("\u{feff}{file}")),
        ("line ends of Windows", crlf.clone()),
        ("both", format!("\u{feff}{crlf}")),
        ("no line end at the end", file.trim_end().to_owned()),
        ("blank lines around", format!("\n \n{file}\n\n")),
        ("laid out anew by an editor", serde_json::to_string_pretty(&value).unwrap()),
        ("all on one line", value.to_string()),
        ("with escapes for Japanese", file.replace('窓', "\\u7a93").replace('😊', "\\ud83d\\ude0a")),
        ("with a field that only a newer program knows", file.replace("\"count\"", "\"by\": \"x\", \"count\"")),
        ("a name twice, the checksum standing on the second", twice),
    ] {
        let opened = open_backup(text.as_bytes());
        assert!(opened.as_ref().is_ok_and(|b| b.binder == small()), "{what}: {opened:?}");
    }
    assert_eq!(open_backup(file.replace("\"made_at\": 1795000100000,", "").as_bytes()).unwrap().made_at, 0);
}

#[test]
fn a_turned_bit_never_changes_an_answer() {
    let (file, binder) = (file(), small());
    for at in 0..file.len() {
        for turned in [1, 2, 4, 8, 16, 32, 64, 128, 0xFF] {
            let mut bytes = file.clone().into_bytes();
            bytes[at] ^= turned;
            let opened = open_backup(&bytes);
            assert!(opened.is_err() || opened.unwrap().binder == binder, "byte {at} turned by {turned}");
        }
    }
}

#[test]
fn a_mangled_file_never_changes_an_answer() {
    let (file, binder) = (file().into_bytes(), small());
    for seed in 0..3_000 {
        let dice = &mut Dice::new(seed);
        let mut bytes = file.clone();
        for _ in 0..=dice.below(3) {
            let (a, b) = (dice.below(bytes.len()), dice.below(bytes.len()));
            let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 60));
            match dice.below(4) {
                0 => drop(bytes.drain(from..to)),
                1 => bytes.extend_from_within(from..to),
                2 => bytes[from..to].reverse(),
                _ => bytes.insert(from, u8::try_from(dice.below(256)).unwrap()),
            }
        }
        let opened = open_backup(&bytes);
        assert!(opened.is_err() || opened.unwrap().binder == binder, "seed {seed}");
    }
}

/// Backups of every released format open for ever, and are written today just as they were then.
#[test]
fn a_backup_of_the_first_format_opens_for_ever() {
    let opened = open_backup(GOLDEN.as_bytes()).unwrap();
    assert_eq!(opened.made_at, 1_795_000_100_000);
    assert!(opened.binder == small());
    assert_eq!(backup(&opened.binder, 3, opened.made_at), GOLDEN, "written as it was");
}
