//! Any words, written as markdown.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::export("markdown", bytes));
