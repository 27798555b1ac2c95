//! Every released format opens for ever: one golden file of each kind for each format, from the first on.
//!
//! `golden/released/<kind>-<format>.…`, and `golden/backup-1.json`. A file is written once, when its format is new
//! (`ARITAI_BLESS=1 cargo test --test all released`), and never again: what is there already is left as it is.
//! Knows the codec, the file with what is shared, and the names of moments.

#![allow(clippy::expect_used, reason = "a test says so by failing")]

use aritai::document::{Audience, Binder, Change, ItemId, Picked, experience, wish};
use aritai::format::{By, FORMAT, Mirrored, Record, assemble, mirrored, open_backup, records};
use aritai::history::{Held, Moment, Why};
use aritai::pack::Lang;
use aritai::share;
use std::fs;
use std::path::PathBuf;

/// What every golden file says: nothing that a later format could not say.
fn said() -> Binder {
    let mut binder = Binder::new(ItemId(0x00c0_ffee_0000_0001), 1_795_000_000_000);
    let id = ItemId(0xa1);
    binder.apply(Change::Together(vec![
        Change::Wrote(wish::SCENE.alone(), "窓口の方が、一度の説明で\n「ありたい」と言って帰る😊か゚葛󠄀".into()),
        Change::NotSure(wish::LINE.alone()),
        Change::Added(&experience::EXPERIENCE, id),
        Change::Chose(
            experience::WHAT.of(id),
            vec![Picked { id: "x04".into(), label: "他課の打合せに同席する".into() }],
        ),
        Change::Shared(wish::SCENE.alone(), Audience::Talk, true),
        Change::Shared(experience::WHAT.of(id), Audience::Talk, true),
    ]));
    binder
}

/// A golden file; written when it is asked for and not there yet.
fn golden(name: &str, now: impl Fn() -> String) -> String {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/released").join(name);
    if !file.exists() && std::env::var_os("ARITAI_BLESS").is_some() {
        fs::write(&file, now()).expect("the golden file is written");
    }
    fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

fn lines() -> Vec<String> {
    records(&said(), 7).iter().map(Record::encode).collect()
}

#[test]
fn records_of_every_format_are_read() {
    for format in 1..=FORMAT {
        let text = golden(&format!("records-{format}.txt"), || lines().join("\n"));
        let read: Option<Vec<Record>> = text.lines().map(Record::decode).collect();
        let migrated = aritai::format::migrate(read.expect("every record is whole"), format);
        assert_eq!(assemble(migrated), Some(said()), "format {format}");
    }
    assert_eq!(golden(&format!("records-{FORMAT}.txt"), String::new), lines().join("\n"), "written as they were");
}

#[test]
fn mirrors_of_every_format_are_read() {
    for format in 1..=FORMAT {
        let text = golden(&format!("mirror-{format}.txt"), || {
            mirrored(7, 7, By::default(), lines().iter().map(String::as_str))
        });
        let read = Mirrored::read(&text);
        assert_eq!(read.format, format);
        let (late, all) = read.later_than(6);
        assert!(all, "it replaces everything");
        assert_eq!(assemble(late), Some(said()), "format {format}");
    }
}

#[test]
fn files_that_were_handed_over_in_every_format_open() {
    for format in 1..=FORMAT {
        let shown = || share::for_audience(said().document(), Audience::Talk);
        let text = golden(&format!("shared-{format}.json"), || share::write(&shown(), "2026-11-26", Lang::Ja));
        let given = share::open(text.as_bytes()).expect("it opens");
        // Items are numbered anew in such a file: written again it says the same.
        assert_eq!(share::write(&given.plan, "2026-11-26", Lang::Ja), share::write(&shown(), "2026-11-26", Lang::Ja));
    }
}

#[test]
fn backups_of_every_format_open() {
    for format in 1..=FORMAT {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/backup-{format}.json"));
        let bytes = fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        assert!(open_backup(&bytes).is_ok(), "format {format}");
    }
}

#[test]
fn the_names_of_moments_are_read_as_they_were_first_written() {
    let held = Held { answers: 12, experiences: 3, steps: 2, editions: 1 };
    let moment =
        Moment { number: 42, at: 1_795_000_100_000, day: 20_775, why: Why::Over, generation: 99, size: 4_321, held };
    let name = "0000000042 1795000100000 20775 over 99 4321 12 3 2 1";
    assert_eq!(Moment::read(name), Some(moment));
    assert_eq!(moment.to_string(), name);
}
