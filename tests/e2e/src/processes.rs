//! A browser's processes, found by what they were started with, and killed without a word.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Every process that was started with an argument, and their children.
pub fn processes_of(argument: &str) -> Vec<u32> {
    let all = running();
    let ours = |pid: u32| {
        let command = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        command.split(|b| *b == 0).any(|part| part == argument.as_bytes())
    };
    let found = all.iter().map(|(pid, _)| *pid).filter(|pid| ours(*pid)).collect();
    with_children(found, &all)
}

/// A process and its children.
pub fn family_of(pid: u32) -> Vec<u32> {
    let all = running();
    with_children(all.iter().map(|(pid, _)| *pid).filter(|one| *one == pid).collect(), &all)
}

/// Kills all of them, and waits until the kernel has tidied up.
pub fn kill_all(argument: &str) {
    kill_and_wait(processes_of(argument));
}

/// Kills processes, and waits until the kernel has tidied up.
pub fn kill_and_wait(mut pids: Vec<u32>) {
    while !pids.is_empty() {
        kill_9(&pids);
        std::thread::sleep(Duration::from_millis(2));
        let alive = running();
        pids.retain(|pid| alive.iter().any(|(one, _)| one == pid));
    }
}

/// Kills processes.
fn kill_9(pids: &[u32]) {
    let _ = Command::new("kill").arg("-9").args(pids.iter().map(u32::to_string)).stderr(Stdio::null()).status();
}

/// All that run, and whose children they are.
fn running() -> Vec<(u32, u32)> {
    let mut all = Vec::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
        // `pid (name) state parent …`, where the name may hold spaces and brackets.
        let mut rest = stat.rsplit(") ").next().unwrap_or_default().split(' ');
        let (state, parent) = (rest.next().unwrap_or_default().to_owned(), rest.next().and_then(|p| p.parse().ok()));
        if state != "Z" {
            all.push((pid, parent.unwrap_or(0)));
        }
    }
    all
}

fn with_children(mut found: Vec<u32>, all: &[(u32, u32)]) -> Vec<u32> {
    loop {
        let known = |pid: &u32| found.contains(pid);
        let more: Vec<u32> =
            all.iter().filter(|(pid, parent)| known(parent) && !known(pid)).map(|(pid, _)| *pid).collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}
