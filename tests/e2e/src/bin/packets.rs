//! Reads what was sent to anybody while the browser tests ran (`./dev test` writes it down), and fails if it
//! was more than what `tests/leaks.rs` sent on purpose and what the browsers send with an empty page too.
//! That it sees the former is the proof that it sees at all.
//!
//! `packets FILE [EMPTY]`: judges a file of packets, as text, given that of empty pages. `packets
//! --with-empty-page FILE CAPTURE`: runs the browsers with an empty page, until the capture that is being
//! written has all that needs a reason.

use aritai_e2e::packets;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let read = |file: &str| std::fs::read_to_string(file).unwrap_or_else(|e| panic!("{file}: {e}"));
    let (lines, empty_page) = match words[..] {
        ["--with-empty-page", file, capture] => {
            packets::run_empty_pages(&read(file), capture.as_ref()).await;
            return ExitCode::SUCCESS;
        }
        [file] => (read(file), String::new()),
        [file, empty_page] => (read(file), read(empty_page)),
        _ => panic!("packets FILE [EMPTY], or packets --with-empty-page FILE CAPTURE"),
    };
    let sent = packets::sent(&lines, &empty_page);
    for line in &sent.others {
        println!("sent: {line}");
    }
    let (anyway, others) = (sent.with_empty_page.len(), sent.others.len());
    println!("{} packets sent on purpose, {anyway} that an empty page sends too, {others} others", sent.on_purpose);
    ExitCode::from(u8::from(sent.on_purpose == 0 || others != 0))
}
