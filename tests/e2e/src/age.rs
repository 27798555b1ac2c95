//! Debian's `age`, the program that others use for files in the format of our locked backups. It asks for a passphrase on a
//! terminal only: `script` (of util-linux) gives it one.

use crate::settings;
use crate::temporary::Folder;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Opens a file with a passphrase; `None` where `age` refuses.
pub fn opened(file: &[u8], passphrase: &str) -> Option<Vec<u8>> {
    let folder = Folder::new();
    fs::write(folder.path().join("in.age"), file).expect("a file of our own");
    let done = answered(folder.path(), "--decrypt -o out in.age", passphrase);
    done.then(|| fs::read(folder.path().join("out")).expect("what age wrote"))
}

/// Locks bytes with a passphrase, as letters or as bytes.
pub fn locked(bytes: &[u8], passphrase: &str, letters: bool) -> Vec<u8> {
    let folder = Folder::new();
    fs::write(folder.path().join("in"), bytes).expect("a file of our own");
    let armor = if letters { "--armor " } else { "" };
    assert!(answered(folder.path(), &format!("--passphrase {armor}-o out.age in"), passphrase), "age locks it");
    fs::read(folder.path().join("out.age")).expect("what age wrote")
}

/// Runs it in a folder, and types the passphrase whenever it is asked for; whether it went well.
fn answered(folder: &Path, arguments: &str, passphrase: &str) -> bool {
    let command = format!("{} {arguments}", settings::age().display());
    let mut running = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script runs");
    let mut keyboard = running.stdin.take().expect("a keyboard");
    let mut screen = running.stdout.take().expect("a screen");
    let (mut said, mut answers, mut piece) = (String::new(), 0, [0; 256]);
    while let Ok(length @ 1..) = screen.read(&mut piece) {
        said += &String::from_utf8_lossy(&piece[..length]);
        // Each question ends so, and waits.
        if said.matches("passphrase").count() > answers && said.trim_end().ends_with(':') {
            answers = said.matches("passphrase").count();
            keyboard.write_all(format!("{passphrase}\n").as_bytes()).expect("it is typed");
        }
    }
    let done = running.wait().expect("it ends").success();
    assert!(!said.contains(passphrase), "a passphrase is not shown on the screen: {said}");
    done
}
