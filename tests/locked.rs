//! The locked backup is a file as any program of the age format writes and reads it, and no other file is taken for one.
//! Knows the format's published test vectors and the crate `age`, which is a second opinion and ships nowhere.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use age::secrecy::SecretString;
use aritai::format::locked::{
    CHANCE, FileKey, LockedError, OFFERED, Part, WORK, WORK_MAX, lock, offered, unlock, unlock_spelled, unlock_with_key,
};
use aritai::format::{BACKUP_MAX_BYTES, BackupError, open_backup};
use aritai::pack::Lang;
use aritai::wording::bad_lock;
use dice::Dice;
use flate2::read::ZlibDecoder;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::iter::{once, repeat_n, successors};
use std::{fs, str};

const PASSPHRASE: &str = "あいことば ひみつ-4 𠮷";
const PIECE: usize = 64 * 1024;
/// So little work that a thousand files are locked in a second.
const QUICK: u8 = 1;

fn bytes(dice: &mut Dice, length: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = (0..=length / 8).flat_map(|_| dice.next().to_le_bytes()).collect();
    bytes.truncate(length);
    bytes
}

fn chance(dice: &mut Dice) -> [u8; CHANCE] {
    bytes(dice, CHANCE).try_into().unwrap()
}

fn locked(bytes: &[u8], passphrase: &str, seed: u64) -> Vec<u8> {
    lock(bytes, passphrase, QUICK, &chance(&mut Dice::new(seed))).unwrap()
}

// ── The test vectors of the format ──────────────────────────────────────────────────────────────────────────────

/// A vector: what is told of it, and the file.
struct Vector {
    told: BTreeMap<String, String>,
    file: Vec<u8>,
}

fn vector(bytes: &[u8]) -> Vector {
    let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
    let told = str::from_utf8(&bytes[..end]).unwrap().lines().map(|line| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_owned(), value.to_owned())
    });
    let told: BTreeMap<String, String> = told.collect();
    let mut file = bytes[end + 2..].to_vec();
    if told.contains_key("compressed") {
        let mut whole = Vec::new();
        ZlibDecoder::new(file.as_slice()).read_to_end(&mut whole).unwrap();
        file = whole;
    }
    Vector { told, file }
}

fn from_hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    <sha2::Sha256 as sha2::Digest>::digest(bytes).to_vec()
}

/// What the vectors call it.
fn class(outcome: &Result<Vec<u8>, LockedError>, bad_letters: bool) -> &'static str {
    match outcome {
        Ok(_) => "success",
        // What doesn't begin as letters do is not taken for letters.
        Err(LockedError::NotLocked) if bad_letters => "armor failure",
        // A file in another version of the format is none of ours, and one that takes too long is not tried.
        Err(LockedError::NotLocked | LockedError::TooHard | LockedError::Damaged(Part::Header)) => "header failure",
        Err(LockedError::OtherKey | LockedError::WrongPassphrase) => "no match",
        Err(LockedError::Damaged(Part::Armor)) => "armor failure",
        Err(LockedError::Damaged(Part::Proof)) => "HMAC failure",
        Err(LockedError::Damaged(Part::Payload)) => "payload failure",
        Err(LockedError::TooLong) => "too long",
    }
}

#[test]
fn every_test_vector_of_the_format_comes_out_as_it_should() {
    let mut classes: BTreeMap<String, usize> = BTreeMap::new();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/age")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name == "README.md" {
            continue;
        }
        let Vector { told, file } = vector(&fs::read(&path).unwrap());
        let outcome = if let Some(passphrase) = told.get("passphrase") {
            unlock(&file, passphrase)
        } else {
            // The way to the file's key is another; from there on all files are alike.
            unlock_with_key(&file, &FileKey::try_from(from_hex(&told["file key"])).unwrap())
        };
        // Whoever has the file's key already is not kept out by a way to it that does not fit.
        let expected = if name == "armor_no_match" { "success" } else { &told["expect"] };
        let begins = String::from_utf8_lossy(&file).trim_start().starts_with("-----BEGIN AGE ENCRYPTED FILE-----");
        let found = class(&outcome, told.contains_key("armored") && !begins);
        assert_eq!(found, expected, "{name}: {}", told.get("comment").map_or("", String::as_str));
        if let (Ok(payload), Some(sum)) = (&outcome, told.get("payload")) {
            assert_eq!(sha256(payload), from_hex(sum), "{name}");
        }
        // With the wrong kind of key it is said to be one, and a damaged one is never opened.
        if told.contains_key("identity") && expected == "success" {
            assert_eq!(unlock(&file, "password"), Err(LockedError::OtherKey), "{name}");
        }
        *classes.entry(told["expect"].clone()).or_default() += 1;
    }
    let counted: Vec<(&str, usize)> = classes.iter().map(|(class, count)| (class.as_str(), *count)).collect();
    let expected = [
        ("HMAC failure", 1),
        ("armor failure", 22),
        ("header failure", 45),
        ("no match", 5),
        ("payload failure", 19),
        ("success", 19),
    ];
    assert_eq!(counted, expected, "all of them were read");
}

// ── A second opinion: the crate `age`, both ways ────────────────────────────────────────────────────────────────

/// The crate, with a passphrase. Made once for each: it tries out how fast this machine is.
struct Crate {
    recipient: age::scrypt::Recipient,
    identity: age::scrypt::Identity,
}

impl Crate {
    fn with(passphrase: &str) -> Self {
        let passphrase = SecretString::from(passphrase);
        let mut recipient = age::scrypt::Recipient::new(passphrase.clone());
        recipient.set_work_factor(QUICK);
        Self { recipient, identity: age::scrypt::Identity::new(passphrase) }
    }

    fn lock(&self, bytes: &[u8], letters: bool) -> Vec<u8> {
        let encryptor = age::Encryptor::with_recipients(once(&self.recipient as &dyn age::Recipient)).unwrap();
        let format = if letters { age::armor::Format::AsciiArmor } else { age::armor::Format::Binary };
        let out = age::armor::ArmoredWriter::wrap_output(Vec::new(), format).unwrap();
        let mut writer = encryptor.wrap_output(out).unwrap();
        writer.write_all(bytes).unwrap();
        writer.finish().unwrap().finish().unwrap()
    }

    fn unlock(&self, file: &[u8]) -> Option<Vec<u8>> {
        let decryptor = age::Decryptor::new(age::armor::ArmoredReader::new(file)).ok()?;
        let mut out = Vec::new();
        decryptor.decrypt(once(&self.identity as &dyn age::Identity)).ok()?.read_to_end(&mut out).ok()?;
        Some(out)
    }
}

/// Sizes at which pieces end, and any others.
fn size(dice: &mut Dice) -> usize {
    let edge = dice.pick(&[0, 1, 15, 16, 17, 100, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 1]);
    match dice.below(16) {
        0 => edge,
        1 => dice.below(3 * PIECE),
        _ => dice.below(2_000),
    }
}

#[test]
fn the_crate_opens_what_we_lock_and_we_open_what_it_locks() {
    let passphrases = [PASSPHRASE, "a", " ", "", "correct horse battery staple", "\u{0}\n\u{202e}"];
    let crates = passphrases.map(Crate::with);
    for seed in 0..2_000 {
        let dice = &mut Dice::new(seed);
        let length = size(dice);
        let payload = bytes(dice, length);
        let which = dice.below(passphrases.len());
        let ours = lock(&payload, passphrases[which], QUICK, &chance(dice)).unwrap();
        assert!(crates[which].unlock(&ours).is_some_and(|opened| opened == payload), "{seed}: {length}");
        let theirs = crates[which].lock(&payload, dice.one_in(2));
        assert!(unlock(&theirs, passphrases[which]).is_ok_and(|opened| opened == payload), "{seed}: {length}");
    }
}

#[test]
fn it_opens_whatever_the_work_as_far_as_was_promised() {
    for work in 1..=WORK_MAX {
        let file = lock(b"x", PASSPHRASE, work, &chance(&mut Dice::new(work.into()))).unwrap();
        assert_eq!(unlock(&file, PASSPHRASE).as_deref(), Ok(&b"x"[..]), "{work}");
        let text = String::from_utf8_lossy(&file);
        let harder = text.replacen(&format!(" {work}\n"), &format!(" {}\n", WORK_MAX + 1), 1);
        assert_eq!(unlock(harder.as_bytes(), PASSPHRASE), Err(LockedError::TooHard), "it is not even tried");
    }
    assert_eq!(WORK, 16, "what is written is opened in a moment, and not guessed in a year");
    for work in [0, WORK_MAX + 1, 63, 64, 255] {
        let chance = &chance(&mut Dice::new(1));
        assert_eq!(lock(b"x", PASSPHRASE, work, chance), Err(LockedError::TooHard), "{work}");
    }
    let file = lock(b"x", PASSPHRASE, WORK, &chance(&mut Dice::new(3))).unwrap();
    assert_eq!(Crate::with(PASSPHRASE).unlock(&file).as_deref(), Some(&b"x"[..]));
}

// ── Bad files ───────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_turned_bit_opens_nothing() {
    let payload = "ひみつ".repeat(40);
    let file = locked(payload.as_bytes(), PASSPHRASE, 5);
    for at in 0..file.len() {
        for turned in [1, 2, 4, 8, 16, 32, 64, 128, 0xFF] {
            let mut bytes = file.clone();
            bytes[at] ^= turned;
            assert!(unlock(&bytes, PASSPHRASE).is_err(), "byte {at} turned by {turned}");
        }
        assert!(unlock(&file[..at], PASSPHRASE).is_err(), "cut at {at}");
    }
    let longer = [file.as_slice(), b"\n"].concat();
    assert_eq!(unlock(&longer, PASSPHRASE), Err(LockedError::Damaged(Part::Payload)));
}

#[test]
fn a_mangled_file_opens_nothing_or_what_was_locked() {
    let payload = bytes(&mut Dice::new(0), PIECE + 300);
    let binary = locked(&payload, PASSPHRASE, 6);
    let letters = Crate::with(PASSPHRASE).lock(&payload, true);
    for seed in 0..3_000 {
        let dice = &mut Dice::new(seed);
        let mut bytes = if dice.one_in(2) { binary.clone() } else { letters.clone() };
        for _ in 0..=dice.below(3) {
            let most = if dice.one_in(2) { bytes.len() } else { bytes.len().min(300) };
            let (a, b) = (dice.below(most), dice.below(most));
            match dice.below(4) {
                0 => bytes.swap(a, b),
                1 => bytes.truncate(a.max(1)),
                2 => bytes.extend_from_within(a.min(b)..a.max(b)),
                _ => drop(bytes.splice(a.min(b)..a.max(b), Vec::new())),
            }
        }
        let opened = unlock(&bytes, PASSPHRASE);
        assert!(opened.is_err() || opened.as_ref() == Ok(&payload), "seed {seed}");
    }
}

#[test]
fn pieces_can_not_be_put_in_another_order_or_left_out() {
    let payload = bytes(&mut Dice::new(1), 3 * PIECE);
    let file = locked(&payload, PASSPHRASE, 7);
    let begin = file.len() - 3 * (PIECE + 16);
    let (head, sealed) = file.split_at(begin);
    let pieces: Vec<&[u8]> = sealed.chunks(PIECE + 16).collect();
    let orders: [&[usize]; 8] = [&[1, 0, 2], &[0, 2], &[0, 1], &[2], &[0, 1, 2, 2], &[0, 0, 1, 2], &[0], &[]];
    for order in orders {
        let bytes = [head.to_vec(), order.iter().flat_map(|at| pieces[*at].to_vec()).collect()].concat();
        assert_eq!(unlock(&bytes, PASSPHRASE), Err(LockedError::Damaged(Part::Payload)), "{order:?}");
    }
    assert_eq!(unlock(&[head, &pieces.concat()].concat(), PASSPHRASE), Ok(payload));
}

#[test]
fn another_passphrase_is_told_as_that() {
    let file = locked(b"x", PASSPHRASE, 8);
    for other in ["", "あいことば ひみつ-4", "あいことば ひみつ-4 𠮷 ", "ｱいことば ひみつ-4 𠮷"]
    {
        assert_eq!(unlock(&file, other), Err(LockedError::WrongPassphrase), "{other}");
    }
}

/// が as one character and か with its mark are two passphrases, as they are for `age`; somebody who types has
/// one.
#[test]
fn a_passphrase_opens_it_however_it_is_spelled() {
    let (composed, decomposed, both) = ("がくげい é", "か\u{3099}くけ\u{3099}い e\u{301}", "がくけ\u{3099}い e\u{301}");
    for spelling in [composed, decomposed, both] {
        let file = locked(b"x", spelling, 9);
        assert_eq!(unlock_spelled(&file, &[composed, decomposed, both]).as_deref(), Ok(&b"x"[..]), "{spelling}");
        assert_eq!(Crate::with(spelling).unlock(&file).as_deref(), Some(&b"x"[..]), "{spelling}");
    }
    let file = locked(b"x", composed, 9);
    assert_eq!(unlock(&file, decomposed), Err(LockedError::WrongPassphrase));
    assert_eq!(unlock_spelled(&file, &["か", "か", "き"]), Err(LockedError::WrongPassphrase));
    assert_eq!(unlock_spelled(&file, &[] as &[&str]), Err(LockedError::WrongPassphrase));
}

/// Whatever a program on the way does to the lines at the beginning, the file is damaged: no other program
/// opens it.
#[test]
fn a_file_that_was_taken_for_a_text_is_called_damaged() {
    let file = locked("ひみつ".repeat(40).as_bytes(), PASSPHRASE, 11);
    let header = file.windows(4).position(|four| four == b"\n---").unwrap() + 1;
    let header = header + file[header..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let replaced = |bytes: &[u8], end: &[u8]| -> Vec<u8> {
        bytes.iter().flat_map(|byte| if *byte == b'\n' { end.to_vec() } else { vec![*byte] }).collect()
    };
    let version = &file[..file.iter().position(|byte| *byte == b'\n').unwrap()];
    for (what, bytes) in [
        ("CR LF in the header", [replaced(&file[..header], b"\r\n"), file[header..].to_vec()].concat()),
        ("CR LF everywhere", replaced(&file, b"\r\n")),
        ("CR in the header", [replaced(&file[..header], b"\r"), file[header..].to_vec()].concat()),
        ("a blank behind the version", [version, b" ", &file[version.len()..]].concat()),
        ("nothing behind the version", version.to_vec()),
    ] {
        assert_eq!(open_backup(&bytes), Err(BackupError::Locked), "{what}");
        assert_eq!(unlock(&bytes, PASSPHRASE), Err(LockedError::Damaged(Part::Header)), "{what}");
        assert!(Crate::with(PASSPHRASE).unlock(&bytes).is_none(), "{what}: nor does another program open it");
    }
    let newer = [version, b"2", &file[version.len()..]].concat();
    assert_eq!(unlock(&newer, PASSPHRASE), Err(LockedError::NotLocked));
}

#[test]
fn chance_is_used_for_key_salt_and_nonce_and_shows_in_none_of_the_answers() {
    let one = |chance: [u8; CHANCE]| lock(b"the same", PASSPHRASE, QUICK, &chance).unwrap();
    let first = one([0; CHANCE]);
    for at in 0..CHANCE {
        let mut chance = [0; CHANCE];
        chance[at] = 1;
        let other = one(chance);
        assert_ne!(first, other, "byte {at} counts");
        assert_eq!(unlock(&other, PASSPHRASE).as_deref(), Ok(&b"the same"[..]));
    }
    let key = *b"THE KEY OF A FIL";
    let rest = [7; CHANCE - 16];
    let file = one([key.as_slice(), &rest].concat().try_into().unwrap());
    assert!(!file.windows(key.len()).any(|part| part == key), "the file's key stands nowhere in it");
    assert_eq!(unlock_with_key(&file, &key).as_deref(), Ok(&b"the same"[..]));
}

#[test]
fn a_locked_file_is_known_for_one_and_a_long_one_is_refused() {
    let file = locked(b"x", PASSPHRASE, 10);
    let letters = Crate::with(PASSPHRASE).lock(b"x", true);
    let marked = [b"\xEF\xBB\xBF\r\n".as_slice(), &letters, b"\n\n"].concat();
    for bytes in [&file, &letters, &marked] {
        assert_eq!(open_backup(bytes), Err(BackupError::Locked));
        assert_eq!(aritai::share::open(bytes), Err(BackupError::Locked));
        assert_eq!(unlock(bytes, PASSPHRASE).as_deref(), Ok(&b"x"[..]));
    }
    let long = [letters.as_slice(), &vec![b'\n'; BACKUP_MAX_BYTES]].concat();
    assert_eq!(unlock(&long, PASSPHRASE), Err(LockedError::TooLong));
    let most = vec![0; BACKUP_MAX_BYTES];
    assert_eq!(lock(&most, PASSPHRASE, QUICK, &[0; CHANCE]), Err(LockedError::TooLong), "it could not be opened again");
}

// ── What is said, and what is offered ───────────────────────────────────────────────────────────────────────────

#[test]
fn every_error_has_a_name_and_words() {
    let damaged = [Part::Armor, Part::Header, Part::Proof, Part::Payload].map(LockedError::Damaged);
    let others = [
        LockedError::TooLong,
        LockedError::NotLocked,
        LockedError::OtherKey,
        LockedError::TooHard,
        LockedError::WrongPassphrase,
    ];
    for error in others.into_iter().chain(damaged) {
        assert_eq!(LockedError::named(error.name()), Some(error), "{error:?}");
        assert!(bad_lock(error).get(Lang::Ja).ends_with(['。', '）']), "{error:?}");
    }
    assert_eq!(LockedError::named(""), None);
    for lang in [Lang::Ja, Lang::En] {
        assert!(bad_lock(LockedError::TooHard).get(lang).contains("age"), "it says what opens it");
    }
}

#[test]
fn four_words_are_offered_of_enough_to_choose_from() {
    let words: Vec<&str> = include_str!("../src/format/locked/words.txt").lines().collect();
    assert!(words.is_sorted() && words.iter().all(|w| (3..=9).contains(&w.len())), "short, each once");
    assert!(words.iter().all(|w| w.bytes().all(|b| b.is_ascii_lowercase())), "every keyboard has them");
    assert!(words.windows(2).all(|two| two[0] != two[1]), "each once");
    // What is said of them: 2.5 trillion, 41 bits.
    let many = successors(Some(1_u64), |n| Some(n * words.len() as u64)).nth(OFFERED).unwrap();
    assert!(many > 2_500_000_000_000, "{many}");
    assert_eq!(offered(&[0; 16]), repeat_n(words[0], 4).collect::<Vec<_>>().join("-"));
    assert_eq!(offered(&[255; 16]), repeat_n(words[words.len() - 1], 4).collect::<Vec<_>>().join("-"));
    // Every word comes, and about as often as the others.
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    let dice = &mut Dice::new(1);
    for _ in 0..12_000 {
        let said = offered(&bytes(dice, 16).try_into().unwrap());
        let parts: Vec<&str> = said.split('-').collect();
        assert_eq!(parts.len(), OFFERED);
        for word in parts {
            *count.entry(word.to_owned()).or_default() += 1;
        }
    }
    assert_eq!(count.len(), words.len());
    assert!(count.values().all(|n| (10..=75).contains(n)), "{:?}", count.values().max());
}
