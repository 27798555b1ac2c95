//! Reads what was sent to anybody while the browser tests ran (`./dev test` writes it down), and fails if it was more than what
//! `tests/leaks.rs` sent on purpose. That it sees those is the proof that it sees at all.

use aritai_e2e::leaks::SENT_ON_PURPOSE;
use std::process::ExitCode;

fn main() -> ExitCode {
    let file = std::env::args().nth(1).expect("the file of packets, as text");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file}: {e}"));
    let on_purpose = |line: &&str| line.contains(&format!("> {SENT_ON_PURPOSE}."));
    let (seen, others): (Vec<&str>, Vec<&str>) = text.lines().filter(|line| !line.is_empty()).partition(on_purpose);
    for line in &others {
        println!("sent: {line}");
    }
    println!("{} packets sent on purpose, {} others", seen.len(), others.len());
    ExitCode::from(u8::from(seen.is_empty() || !others.is_empty()))
}
