//! Writes what the fuzzing begins with into a folder: `seeds FOLDER`. What is worth keeping of it, and of what fuzzing found, is
//! in `tests/fuzz/corpus`.

use crate::dice::Dice;
use crate::odd as people;
use crate::oracles;
use aritai::document::{Audience, Change, Path as Leaf};
use aritai::format::locked::{CHANCE, lock};
use aritai::format::{backup, records};
use aritai::pack::Lang;
use aritai::share::{for_audience, write};
use std::path::Path;
use std::{fs, io};

/// Writes it.
///
/// # Errors
/// Where the folder can't be written.
pub fn write_into(folder: &Path) -> io::Result<()> {
    let put = |target: &str, name: String, bytes: &[u8]| {
        let folder = folder.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), bytes)
    };
    for seed in 0..6 {
        let dice = &mut Dice::new(seed);
        let mut binder = people::person(dice, 3 + 4 * usize::try_from(seed).unwrap_or(0));
        let leaves: Vec<Leaf> = binder.document().leaves().map(|(path, _)| path).collect();
        for leaf in leaves {
            binder.apply(Change::Shared(leaf, Audience::Talk, dice.one_in(2)));
        }
        let name = || format!("person-{seed}");
        let file = backup(&binder, 1, 1_795_000_000_000);
        put("import", name(), file.as_bytes())?;
        let all = records(&binder, 1);
        let kept: String = all.iter().map(|record| record.encode() + "\n").collect();
        put("records", name(), kept.as_bytes())?;
        let plain = all.iter().filter_map(|record| {
            let key = record.key.split_once(':')?.1;
            Some(format!("{key} {}\n", serde_json::to_string(record.body.as_ref()?).ok()?))
        });
        let plain: String = plain.collect();
        put("records", format!("plain-{seed}"), plain.as_bytes())?;
        put("given", format!("plain-{seed}"), plain.as_bytes())?;
        let plan = for_audience(binder.document(), Audience::Talk);
        put("given", name(), write(&plan, "2026-11-26", Lang::Ja).as_bytes())?;
        let mut chance = [7; CHANCE];
        chance[..16].copy_from_slice(b"YELLOW SUBMARINE");
        let file = lock(&file.as_bytes()[..file.len().min(400)], "password", 1, &chance);
        put("locked", name(), &file.unwrap_or_default())?;
        let words: Vec<String> = (0..6).map(|_| people::words(dice).chars().take(60).collect()).collect();
        let words = words.iter().map(String::as_bytes).collect::<Vec<_>>().join(&0xFF);
        for (export, _) in oracles::EXPORTS {
            put(&format!("export_{export}"), name(), &words)?;
        }
    }
    Ok(())
}
